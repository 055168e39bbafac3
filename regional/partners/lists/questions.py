"""What a list leaves open: one question a matter, with what to choose from, the likeliest first and preselected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regional.texts import Message

About = Literal["column", "place", "decimal_mark", "scale", "credits", "rows_per_partner", "groups", "kinds", "sbi"]
"""column: what a column is; decimal_mark, scale: how amounts are read; credits: what is done with amounts below zero;
rows_per_partner: whether rows of one name are one partner; groups, kinds, place: what a word means;
sbi: which edition letters are from."""


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
