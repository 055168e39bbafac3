"""Texts in which somebody is, and texts in which nobody is: for the museum's check and for the one in the form."""

_PEOPLE = ("Jan de Vries", "Fatima el Amrani", "A. van den Berg", "Özlem Kaya", "Willem-Jan 't Hart")
_SAID_OF_ONE = ("{} is moslim", "{} (blind)", "onze vrijwilliger {}, die slechtziend is", "een Marokkaanse vrouw, {}",
                "{} komt uit Marokko", "{}: transgender", "vluchteling {}", "{} van Stichting De Kring heeft kanker",
                "{} is een joodse kunstenaar", "{}, ernstig ziek")  # fmt: skip
PERSONS = (
    *(said.format(name) for name, said in zip(_PEOPLE * 2, _SAID_OF_ONE, strict=True)),
    "mw. Jansen 06-12345678", "bel 045 123 45 67", "+31 6 1234 5678", "0031 6 12345678", "06/12 34 56 78",
    "06–12345678", "(045) 1234567", "+32 475 12 34 56", "info@kring.nl", "j.öz@stichting-kring.example.nl",
    "BSN 123456782", "123456782", "bsn: 1234.56.782", "Burgerservicenummer 123 456 789", "1234.56.782", "1234 56 782",
    "dhr. A. van der Berg", "Mevrouw El Idrissi", "De heer Van den Berg", "MW. JANSEN", "DHR Bakker", "mw. jansen",
    "mw.jansen", "dr. O’Brien", "ds. Visser", "imam Hassan", "juf Anne", "dhr. Smit Gemeente Heerlen",
    "mevrouw Bakker van Stichting De Kring", "Piet heeft kanker", "Fatima el Amrani komt uit Marokko, is Marokkaanse",
    "een Syrische vluchteling, Ahmad Hassan", "Jansen, J.: joods, vraag J. Jansen", "mw. Bos is ziek",
    "Vraag Stichting De Kring. Jan de Vries is blind", "Ms Smith is Jewish", "refugee Ahmad Hassan",
    "Jan Pieters is moslim", "Sanne Huisman zit in een rolstoel", "Maria Kerkhof is slechtziend", "dhr. Nijhof",
    "Kees Raadman heeft longkanker", "de moslim Truus Zorgdrager", "Pieters komt uit Syrië",
    "Tim Koorn draagt een hoofddoek", "Pieters is ernstig ziek",
)  # fmt: skip
NO_PERSONS = (
    "Moskeevereniging El Fath", "Moskeevereniging", "Patiëntenvereniging", "Stichting Slechtziend Limburg",
    "Turks Cultureel Centrum Heerlen", "Joods Museum", "Joods Historisch Kwartier", "Alzheimer Café Heerlen",
    "Alzheimer Nederland", "Toon Hermans Huis, voor mensen met kanker", "Anne Frank Stichting, Joodse geschiedenis",
    "Stichting Molukse Ouderen Assen", "Centraal Orgaan opvang Asielzoekers", "Vluchteling-Studenten UAF",
    "Opvang Regenboog voor lhbti-jongeren", "Dr. Hendrik Muller's Vaderlandsch Fonds", "Pater Damiaan School",
    "Ziekenhuis Nij Smellinghe", "Islamitische Stichting Nederland", "COC Limburg voor lhbtiq+ jongeren",
    "ouderen die slechtziend zijn", "Turkse ouderen in Heerlen", "VluchtelingenWerk Nederland", "Protestantse Kerk",
    "in 2026 kregen wij 123456789 euro", "€ 123456782", "123456782,00", "1.234.567", "Dr. Nolensplein 3",
    "15-25 jaar, en 65+", "01-09-2026", "01-12-2027 10:00", "1.250.000", "KvK 14071234",
    "Wij werken met Syrische gezinnen",
    "Moskee Al Islam en Kerk De Ark", "kinderen met een beperking", "Dr. Schaepmanhof 3",
    "Buurthuis De Ster, voor zieken", "Marketing Groningen voor Turkse gezinnen",
    "Bisdom Groningen, samen met zieken en ouderen", "mevrouw en meneer", "de heren en dames", "in de mr. Treublaan",
    "Omroep Brabant en De Bastei, voor mensen die slechthorend zijn", "",
    "Jan-" * 150, "Van De Der " * 50, "A.B." * 150,
)  # fmt: skip
