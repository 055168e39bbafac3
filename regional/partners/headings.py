"""The headings above a list: which column each is, and which are about persons and not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from regional.partners.columns import plain
from regional.partners.schema import COLUMNS, all_columns, share_columns

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


def is_about_persons(heading: str) -> bool:
    """Tell whether a heading names something about persons, which is never read ("laatste contact" does not)."""
    form = plain(heading)
    return form not in _understood() and bool(PERSONS.search(form))


@cache
def _understood() -> dict[str, str]:
    found = {plain(alias): column.name for column in COLUMNS for alias in (column.name, *column.aliases)}
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
