"""The headings above a list: which column each is, and which are about persons and not read.

``words/headings.csv`` holds what lists call a column, in Dutch and English, in registers and in systems for fundraising
and bookkeeping; "-" in it stands for what says nothing of a partner that we need, and "no" for a word that may mean
something else.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from regional.partners.columns import plain
from regional.partners.schema import COLUMNS, all_columns, share_columns

WORDS = Path(__file__).parent / "words" / "headings.csv"
NOTHING = "-"
HINT = 0.55
"""Score of a word that may mean something else."""
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
    return form not in known_words() and bool(PERSONS.search(form))


@cache
def known_words() -> Mapping[str, tuple[str, float]]:
    """Return plain heading -> column and how sure it is: 1, or HINT; the columns' own names among them."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        words = {plain(row["heading"]): (row["column"], 1.0 if row["sure"] == "yes" else HINT)
                 for row in csv.DictReader(file)}  # fmt: skip
    shares = {plain(form): (column, 1.0) for column in share_columns()
              for form in (column, f"{column}_pct", f"{column} procent")}  # fmt: skip
    return {**shares, **words, **{plain(column.name): (column.name, 1.0) for column in COLUMNS}}


def understood(headings: Iterable[str], mapping: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return heading -> column name for the headings that are understood; the first of a kind wins.

    ``mapping`` holds the user's own answers and goes before everything else, but never brings in a column
    about persons. A heading answered with what is no column ("-") is left out.
    """
    own, found = mapping or {}, dict[str, str]()
    names = [heading for heading in headings if not is_about_persons(heading)]
    for heading in sorted(names, key=lambda h: h not in own):
        column = own[heading] if heading in own else _surely(plain(heading))
        if column and column in _known_columns() and column not in found.values():
            found[heading] = column
    return found


def _surely(form: str) -> str:
    column, score = known_words().get(form, ("", 0.0))
    return column if score == 1.0 else ""


@cache
def _known_columns() -> frozenset[str]:
    return frozenset(all_columns())
