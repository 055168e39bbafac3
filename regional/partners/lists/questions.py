"""What a list leaves open: one question a matter, with what to choose from, the likeliest first and preselected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regional.texts import N_, Message

About = Literal[
    "column", "place", "decimal_mark", "scale", "credits", "rows_per_partner", "groups", "kinds", "sbi", "person"
]
"""column: what a column is; decimal_mark, scale: how amounts are read; credits: what is done with amounts below zero;
rows_per_partner: whether rows of one name are one partner; groups, kinds, place: what a word means;
sbi: which edition letters are from; person: whether a name is that of an organisation."""

OPTION_WORDS = {
    "sbi": {"2008": N_("SBI 2008"), "2025": N_("SBI 2025")},
    "decimal_mark": {",": N_("A comma: 1.250,50"), ".": N_("A point: 1,250.50")},
    "scale": {"1": N_("As they stand"), "1000": N_("In thousands"), "1000000": N_("In millions")},
    "credits": {"net": N_("Yes, take them off"), "leave_out": N_("No, leave them out")},
    "rows_per_partner": {"together": N_("Yes, one partner"), "apart": N_("No, different partners")},
}
"""What a question about the whole list or a column is about -> option -> its words."""


@dataclass(frozen=True)
class ListQuestion:
    """One question about a list.

    ``key`` is what an answer is kept under (a heading, a word); ``values`` cells to recognise it by, ``rows``
    where they stand; ``options`` codes to choose from; ``first`` the one that is used meanwhile, "" for none.
    """

    about: About
    key: str
    ask: Message
    values: tuple[str, ...]
    rows: tuple[int, ...]
    options: tuple[str, ...]
    first: str
