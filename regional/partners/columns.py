"""The columns of a partner file: their names, the headings that are understood, and those that are not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from regional.dimensions import people_dimensions

COLUMNS: dict[str, tuple[str, ...]] = {
    "naam": ("name", "organisatie", "organisation", "organization", "partner", "partnernaam", "bedrijf", "bedrijfsnaam",
             "naam organisatie", "naam van de organisatie", "organisatienaam", "naam partner", "relatie", "instelling",
             "partners", "naam relatie", "naam bedrijf", "naam instelling", "partner organisatie", "company",
             "company name", "organisation name", "organization name"),
    "soort": ("kind", "type", "soort partner", "categorie", "rol"),
    "status": ("state",),
    "plaats": ("place", "city", "town", "woonplaats", "vestigingsplaats", "stad", "locatie"),
    "gemeente": ("municipality", "gemeentecode"),
    "land": ("country",),
    "werkgebied": ("work area", "area", "actief in"),
    "sector": ("branche", "sbi", "sbi code", "sbi 2008", "sbi 2025", "sbi code 2008", "sbi code 2025", 
               "sector sbi 2008", "sector sbi 2025", "sbi2008", "sbi2025"),
    "bedrag": ("amount", "bedrag per jaar", "jaarbedrag", "bijdrage", "euro", "waarde", "bedrag in euro",
               "bedrag euro", "bedrag in euro per jaar", "sponsorbedrag", "subsidiebedrag", "amount per year", "omzet"),
    "sinds": ("since", "start", "startdatum", "begin", "begindatum", "partner sinds", "vanaf", "sinds jaar",
              "startjaar", "jaar", "partner since", "start date", "since year"),
    "tot": ("until", "einde", "einddatum", "eind", "end date", "end"),
    "omvang": ("size", "grootte", "aantal medewerkers", "medewerkers", "number of employees", "employees"),
    "rechtsvorm": ("legal form", "juridische vorm"),
    "hoe_gevonden": ("how found", "gevonden via", "hoe gevonden we elkaar"),
    "vooral_voor": ("mainly for", "doelgroep", "voor wie"),
    "bereikt_ook": ("also reaches", "ook voor"),
    "samenstelling_van": ("shares of", "composition of"),
    "samenstelling_aantal": ("shares n", "composition n", "composition number"),
    "samenstelling_bron": ("shares source", "composition source"),
    "fase": ("stage",),
    "visie_sluit_aan": ("fit", "vision fits", "visie"),
    "laatste_gesprek": ("last talk", "laatste contact"),
    "peildatum": ("as of", "reference date"),
}  # fmt: skip
PERSONS = re.compile(
    r"\b(?:contact|contactpers\w*|contactnaam|contactgegevens|e ?mail\w*|mail|mailadres\w*|tel|telnr|telefoon\w*"
    r"|mobiel\w*|gsm|06|06 ?nummer|phone\w*|mobile|bsn|burgerservice\w*|sofi\w*|geboorte\w*|geboren op|birth\w*|dob"
    r"|geslacht|gender|voornaam|voornamen|voorletters|achternaam|tussenvoegsel|aanhef|first name|last name|surname"
    r"|nationaliteit|nationality|etniciteit|ethnicity|afkomst|geloof|religie|religion|iban|rekeningnummer"
    r"|adres|straat\w*|huisnummer|address|street|linkedin|\w+adres|\w+straat|faxnummer|fax|full name|accountmanager"
    r"|account owner|owner|relatiebeheerder|relatiemanager|behandelaar|behandeld door|salutation|initialen|initials"
    r"|t ?a ?v|titulatuur|functie|voorzitter|penningmeester|secretaris|bankrekening\w*|bic|volledige naam persoon)\b"
)
"""Words in a heading that make the column one about persons: never read, never kept."""
_EMAIL = re.compile(r"(?:mailto:)?<?[^@\s]+@[^@\s]+\.[^@\s]{2,}>?", re.IGNORECASE)
_PHONE = re.compile(r"(?:tel\.?:?\s*)?(?:\+|00|0)[1-9(][\d\s\-./()]{7,18}", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text without accents, case, underscores and double spaces: what headings and names are compared by."""
    if not text.isascii():  # most cells are, and need no decomposing
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\s_\-./%()€:;,*?!'’`\"]+", " ", text.casefold()).strip()


def is_about_persons(heading: str) -> bool:
    """Tell whether a heading names something about persons, which is never read ("laatste contact" does not)."""
    form = plain(heading)
    return form not in _understood() and bool(PERSONS.search(form))


def holds_persons(cells: Iterable[str]) -> bool:
    """Tell whether most filled cells are e-mail addresses, phone numbers or citizen numbers, whatever the heading."""
    filled = [cell for cell in cells if cell]
    found = sum(map(_is_of_a_person, filled))
    return found * 2 > len(filled)


def _is_of_a_person(cell: str) -> bool:
    digits = re.sub(r"\D", "", cell)
    if _PHONE.fullmatch(cell) and 9 <= len(digits) <= 15 and not re.fullmatch(r"\d{2}-\d{2}-\d{4}", cell):
        return True
    return bool(_EMAIL.fullmatch(cell)) or (cell == digits and is_citizen_number(digits))


def is_citizen_number(digits: str) -> bool:
    """Tell whether nine figures pass the check of the Dutch BSN: weighed 9 to 2 and -1, they divide by eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != 9 or int(digits) % 100_000 == 0:  # round amounts are no citizen numbers
        return False
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


@cache
def share_columns() -> dict[str, tuple[str, str]]:
    """Return column -> (dimension id, category id) for the percentages that a partner may give."""
    return {c.column: (d.id, c.id) for d in people_dimensions() for c in d.categories if c.column}


def all_columns() -> list[str]:
    """Return every column name, in the order of the template."""
    names = list(COLUMNS)
    position = names.index("samenstelling_van")
    return [*names[:position], *share_columns(), *names[position:]]


@cache
def _understood() -> dict[str, str]:
    found = {plain(alias): column for column, aliases in COLUMNS.items() for alias in (column, *aliases)}
    for column in share_columns():
        for form in (column, f"{column}_pct", f"{column} procent"):
            found.setdefault(plain(form), column)
    return found


def known_headings() -> Mapping[str, str]:
    """Return plain heading -> column name, of the columns' own names and aliases."""
    return _understood()


def understood(headings: Iterable[str], mapping: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return heading -> column name for the headings that are understood; the first of a kind wins.

    ``mapping`` holds the user's own answers and goes before everything else, but never brings in a column
    about persons. A heading answered with what is no column ("-") is left out.
    """
    own, found = mapping or {}, dict[str, str]()
    names = [heading for heading in headings if not is_about_persons(heading)]
    for heading in sorted(names, key=lambda h: h not in own):
        column = own[heading] if heading in own else _understood().get(plain(heading))
        if column and column in _known_columns() and column not in found.values():
            found[heading] = column
    return found


@cache
def _known_columns() -> frozenset[str]:
    return frozenset(all_columns())


def proposed(heading: str) -> str | None:
    """Return the column that a heading nobody understood resembles most, None where it resembles none."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(plain(heading)[:60], list(_understood()), scorer=fuzz.token_set_ratio, score_cutoff=85)
    return _understood()[near[0]] if near else None
