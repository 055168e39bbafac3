"""What a name says of an organisation: kind and legal form, proposed, to be confirmed. Never anything of a person."""

from __future__ import annotations

import re

LEGAL_FORMS = (
    (r"\bstichting\b|\bst\.\s|\bfoundation\b", "stichting"),
    (r"(?<=\s)b\.?\s?v\.?(?=\s|$|\))", "bv"),
    (r"(?<=\s)n\.?\s?v\.?(?=\s|$|\))", "nv"),
    (r"(?<=\s)v\.?\s?o\.?\s?f\.?(?=\s|$)|\bmaatschap\b", "vof"),
    (r"vereniging\b|\bgenootschap\b", "vereniging"),
    (r"\bco[oö]peratie\b|\bu\.\s?a\.", "cooperatie"),
    (r"^gemeente\b|^provincie\b|^ministerie\b|\bwaterschap\b|^rijksdienst|^veiligheidsregio"
     r"|^omgevingsdienst", "overheid"),
    (r"\bgmbh\b|\be\.\s?v\.$|\bvzw\b|\basbl\b|^stadt\b|^kreis\b", "buitenlands"),
)  # fmt: skip
"""Pattern in a name and the legal form it tells; the first that fits."""

KINDS = (
    ("funder", r"\bprovincie\b|^gemeente\b|^ministerie\b|fonds(?!enwerv)|\bfoundation\b|loterij\b|sponsor"
               r"|(?<!voedsel)(?<!kleding)(?<!speelgoed)(?<!zand)(?<!data)(?<!boeken)bank\b"),
    ("supplier", r"drukker|catering|schoonmaak|beveiliging|installatie|transport|\bict\b|software|hosting|accountan"
                 r"|aannemer|bouwbedrijf|ontwerpbureau|grafisch|uitgeverij|glazenwas|hovenier|verhuur|groothandel"
                 r"|administratiekantoor|elektro|reclame|decorbouw|tentoonstellingsbouw|\btaxi"),
    ("content", r"school\b|college\b|lyceum\b|gymnasium\b|universiteit|hogeschool|university|bibliotheek|museum\b"
                r"|musea\b|theater\b|orkest\b|koor\b|harmonie\b|fanfare\b|heemkunde|archief\b|buurthuis|buurtcentrum"
                r"|wijkcentrum|\bggd\b|zorggroep|muziekschool|voedselbank|scouting|jongerenwerk|welzijn|kinderopvang"),
)  # fmt: skip
"""Kind and the pattern in a name that makes it likely. A name that fits two kinds says nothing."""

_TITLE = r"(?:dhr|mevr|mw|hr|de heer|mevrouw|drs|dr|ir|ing|prof|mr|fam|familie)\.?\s"
_INITIALS = r"(?:[^\W\d_]\.\s?){1,6}(?:\S+\s)*[^\W\d_]+"
_NAME = r"[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*"
_BETWEEN = r"(?:(?:van|de|der|den|ter|ten|te|in|op|het|'t|’t|el|al|von|la|le|du|da|di|dos|bin|ben|ibn)\s)*"
_PERSON = re.compile(rf"{_NAME}(?:\s{_BETWEEN}{_NAME}){{1,3}}")
_HEAD = re.compile(
    r"[\w-]*(?:club|kring|huis|keuken|caf[eé]|netwerk|bond|groep|tuin|werk|winkel|atelier|verzekeraar|handel|fabriek"
    r"|centrale|dienst|kantoor|makerij|[kdtvz]erij|plaats|team|vereniging|collectief|gilde|galerie|podium|cinema|bioscoop"
    r"|hoeve|kasteel|camping|garage|brouwerij|koepel|comit[eé]|commissie|initiatief|project|verbond|crew)\s",
    re.IGNORECASE,
)
"""First words that no first name ends like: "Taalhuis", "Gameclub"."""
_TITLED = re.compile(r"^(?:De|Het|'t|Den|The|Der|Die|Das)\s|\s(?:Het\s|De\s\S+\s\S|Alle\s|Samen\b)")
"""An article first, or a capital one with two words behind it ("De Losse Letter"), makes a title, no surname."""
_ORGANISATION = re.compile(
    r"\d|&|\+|\b(?:atelier|studio|bureau|bedrijf|groep|group|team|centrum|centre|center|huis|club|kring|raad|winkel|praktijk"
    r"|advies|producties|projecten|media|kunst\w*|cultuur\w*|limburg\w*|nederland\w*|parkstad|mijn\w*|festival|markt|plein"
    r"|park|werkplaats|collectief|platform|netwerk|partners|hotel|café|restaurant|bakkerij|apotheek|kerk|parochie|moskee"
    r"|het|voor|en|and|of|the|zuid|noord|oost|west|stad|dorp|wijk|buurt|jong\w*|senioren|radio|tv|krant|omroep|sport\w*"
    r"|muziek\w*|dans\w*|film\w*|design|digital|consult\w*|services?|solutions|techniek|bouw|wonen|zorg|onderwijs"
    r"|academie|instituut|institute|laboratorium|lab|unie|bond|federatie|beheer|holding|gilde|koepel|alliantie)\b",
    re.IGNORECASE,
)


def legal_form(name: str) -> str | None:
    """Return the legal form that stands in a name, None where none does."""
    return next((form for pattern, form in LEGAL_FORMS if re.search(pattern, name, re.IGNORECASE)), None)


def kind(name: str) -> tuple[str, ...]:
    """Return the kind that a name makes likely, () where it makes none, or more than one, likely."""
    found = [kind for kind, pattern in KINDS if re.search(pattern, name, re.IGNORECASE)]
    return (found[0],) if len(found) == 1 else ()


def looks_like_a_person(name: str) -> bool:
    """Tell whether a name has the form of a person's: a title, initials, or two to four capitalised words.

    By form alone, so that every name is treated alike whatever its language. Words of organisations, a legal form or
    a likely kind make it an organisation. In doubt it is a person: then less is kept, and a legal form mends it.
    """
    if legal_form(name) or kind(name) or _ORGANISATION.search(name) or _HEAD.match(name) or _TITLED.search(name):
        return False
    last, comma, first = name.partition(", ")
    if comma:
        name = f"{first} {last}"
    if re.match(_TITLE, name, re.IGNORECASE) or re.fullmatch(_INITIALS, name):
        return True
    capitalised = all(word[0].isupper() for word in re.sub(rf"\s{_BETWEEN}", " ", name).split())
    return bool(capitalised and _PERSON.fullmatch(name))
