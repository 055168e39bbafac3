"""What stands on the explanation sheet of the template. The file is Dutch, headings and all, and so is this."""

from __future__ import annotations

INTRODUCTION = (
    "Vul op het blad Partners één partner per rij in. Alleen de naam is nodig. Een lege cel betekent: niet gevraagd.",
    "In elke kolom mag ook staan: geen antwoord, wil niet zeggen, of n.v.t. (niet van toepassing).",
    "Zet hier geen namen, e-mailadressen of telefoonnummers van personen in. De spiegel leest en bewaart die niet.",
    "Meer waarden in één cel? Zet er een puntkomma tussen, bijvoorbeeld: Financier; Leverancier.",
)

EXPLAINED = {
    "naam": "De naam van de organisatie. Dit is de enige kolom die u moet invullen.",
    "soort": "Financier, inhoudelijke partner of leverancier. Meer dan één mag. Leeg? Dan stellen wij soms iets voor.",
    "status": "Actief, mogelijk (een mogelijke partner) of gestopt. Leeg is actief. Alleen wie actief is telt mee.",
    "plaats": "Waar de partner zit: een plaats of een gemeente.",
    "gemeente": "Alleen nodig als de plaatsnaam vaker voorkomt, zoals Beek of Bergen. Een code zoals GM0928 mag ook.",
    "land": "Alleen nodig buiten Nederland, bijvoorbeeld Duitsland of België.",
    "werkgebied": "Waar de partner vooral werkt: gemeenten, een provincie, een COROP-gebied of landelijk. "
                  "Bijvoorbeeld: Kerkrade; Heerlen. Of: provincie Utrecht.",
    "sector": "De bedrijfstak. Kies uit de lijst, of vul een letter of code van de SBI in.",
    "bedrag": "Euro per jaar, zonder minteken. Geld dat binnenkomt en geld dat uitgaat tellen wij nooit bij elkaar op.",
    "sinds": "Sinds wanneer u samenwerkt: een jaar (2019) of een datum (01-09-2019).",
    "tot": "Wanneer de samenwerking stopte of stopt. Leeg als er geen einde is.",
    "omvang": "Hoeveel mensen er werken: kies uit de lijst of vul een aantal in.",
    "rechtsvorm": "Bijvoorbeeld stichting, bv of eenmanszaak. Een eenmanszaak zien wij als een persoon: "
                  "dan blijven fase, visie, bereik en percentages leeg.",
    "hoe_gevonden": "Hoe u elkaar vond. Kies uit de lijst.",
    "vooral_voor": "Voor welke groep inwoners de partner er vooral is, of: iedereen. Uw eigen inschatting is goed.",
    "bereikt_ook": "Welke groepen de partner ook bereikt.",
    "samenstelling_van": "Gaan de percentages over het publiek of over het team van de partner?",
    "samenstelling_aantal": "Over hoeveel mensen gaan de percentages? Onder de 25 mensen gebruiken wij ze niet.",
    "samenstelling_bron": "Waar de percentages vandaan komen, bijvoorbeeld: publieksonderzoek 2025.",
    "fase": "Waar de partner zelf zegt te staan bij diversiteit en inclusie. Gok dit nooit.",
    "visie_sluit_aan": "Waar uw visies elkaar vinden: hier vinden we elkaar, of hier praten we nog over.",
    "laatste_gesprek": "De datum van het laatste gesprek over dit onderwerp.",
    "peildatum": "Van welke datum deze gegevens zijn.",
}  # fmt: skip
"""Column -> what goes into it."""

SHARES_EXPLAINED = (
    "percentage van 0 tot 100. Alleen als de partner dit zelf geeft. Wij ronden af op 5. "
    "Percentages over herkomst alleen uit de CBS Barometer Culturele Diversiteit; vraag er nooit naar."
)
