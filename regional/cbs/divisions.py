"""The municipalities of one year and of another: which ended when, and which took their area.

Figures, outlines, partners' places and addresses may each be of another year. All are brought to the division of
the figures in use: counts are summed into successors, codes follow them. Source: data/figures/former_municipalities.csv
(data/SOURCES.md); one that is only planned (a bill not yet adopted) counts once CBS's figures no longer hold it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

FILE = Path(__file__).parents[2] / "data" / "figures" / "former_municipalities.csv"


@dataclass(frozen=True)
class Former:
    """A municipality that ended, or will: ``successors`` have its area from ``ended`` on, the largest part first.

    Successors are those of 2024, also where an earlier one came in between. ``planned``: not yet law.
    """

    code: str
    name: str
    ended: dt.date
    successors: tuple[str, ...]
    planned: bool = False


@dataclass(frozen=True)
class Move:
    """A code that is no longer one, and the municipality it was taken to; ``others`` have parts of it too."""

    former: Former
    code: str
    others: tuple[str, ...] = ()

    def told(self, names: Mapping[str, str], place: str = "") -> Message:
        """Say it: "Loosdrecht belongs to Hilversum since 1 January 2027."; ``place`` is by default the old name."""
        others = [names.get(code, code) for code in self.others]
        text = N_("{place} belongs to {municipality} since {day}.")
        if others:
            text = N_("{place} belongs to {municipality} since {day}, and for a smaller part to {others}.")
        return Message.of(text, place=place or self.former.name, municipality=names.get(self.code, self.code),
                          day=self.former.ended, others=", ".join(others))  # fmt: skip


@cache
def former_municipalities() -> Mapping[str, Former]:
    """Return every municipality that ended since 1990, or is planned to, by code; read once a process."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _former(row) for row in csv.DictReader(file)}


def _former(row: Mapping[str, str]) -> Former:
    ended = dt.date.fromisoformat(row["ended"])
    return Former(row["code"], row["name"], ended, tuple(row["successors"].split()), row["planned"] == "yes")


def successors(code: str, day: dt.date) -> tuple[str, ...]:
    """Return the municipalities that have the area of ``code`` on ``day``, the largest part first.

    That is ``code`` itself where it had not ended by then, or is not known here.
    """
    former = former_municipalities().get(code)
    if former is None or day < former.ended:
        return (code,)
    return tuple(dict.fromkeys(last for first in former.successors for last in successors(first, day)))


def move(code: str, division: Collection[str]) -> Move | None:
    """Return where ``code`` is in ``division`` (codes that exist); None where it is one, or nobody knows."""
    if code in division:
        return None
    found = _held(code, division)
    return Move(former_municipalities()[code], found[0], found[1:]) if found else None


def code_in(code: str, division: Collection[str]) -> str | None:
    """Return the code that ``code`` has in ``division``: itself, its (largest) successor, or None."""
    if code in division:
        return code
    found = _held(code, division)
    return found[0] if found else None


def _held(code: str, division: Collection[str]) -> tuple[str, ...]:
    """Return the successors of a code that the division holds, however many steps away."""
    former = former_municipalities().get(code)
    steps = former.successors if former else ()
    found = [held for step in steps for held in ((step,) if step in division else _held(step, division))]
    return tuple(dict.fromkeys(found))


def bring(counts: pd.DataFrame, division: pd.Index[str]) -> pd.DataFrame:
    """Return counts (index: codes of any year) on the municipalities of ``division``.

    Municipalities that ended are summed into their successors. A sum with a part that is not published is NaN; so is
    one that gained part of a municipality whose area was divided, since nobody published which part.
    """
    codes = [str(code) for code in counts.index]
    held = frozenset(division)
    if held.issuperset(codes):
        return counts.reindex(division)
    gone = {code: _held(code, held) for code in codes if code not in held}
    divided = [code for found in gone.values() if len(found) > 1 for code in found]
    target = [code if code in held else next(iter(gone[code]), "") for code in codes]
    groups = counts.groupby(target)
    brought = groups.sum().mask(counts.isna().groupby(target).any())
    brought.loc[brought.index.isin(divided)] = float("nan")
    return brought.reindex(division)
