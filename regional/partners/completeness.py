"""Where half an hour of filling in helps most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.partners.portfolio import Answer, Portfolio
from regional.partners.schema import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

_KINDS = ("funder", "content", "supplier")


@dataclass(frozen=True)
class ToFill:
    """A column to fill in: the question, its column in the file, how many are open, and with whom to begin.

    ``rows`` are positions in ``portfolio.frame``, at most as many as were asked for.
    """

    question: str
    column: str
    n_open: int
    rows: tuple[int, ...]


def first_to_fill(portfolio: Portfolio, limit: int = 12) -> list[ToFill]:
    """Return the columns that are open, the one with most open partners first, and with which partners to begin.

    Partners come by amount, the largest first, the kinds in turn: money in and money out are never compared. What
    was asked, refused or does not apply is not open; content partners need no amount.
    """
    order = _by_weight(portfolio)
    columns = []
    for column in sorted((c for c in COLUMNS if c.useful), key=lambda c: c.useful):
        question = column.question
        states, kinds = portfolio.states[question], portfolio.frame["kinds"]
        rows = [row for row in order if states.iloc[row] == Answer.NOT_ASKED.value]
        if question == "amount":
            rows = [row for row in rows if kinds.iloc[row] != ("content",)]
        if rows:
            columns.append(ToFill(question, column.name, len(rows), tuple(rows[:limit])))
    return sorted(columns, key=lambda found: -found.n_open)


def _active(portfolio: Portfolio) -> pd.Series[bool]:
    return portfolio.frame["status"] == "active"


def _by_weight(portfolio: Portfolio) -> list[int]:
    """Return the positions of active partners: the heaviest of each kind, then the second of each, and so on."""
    frame = portfolio.frame
    kind = [next((_KINDS.index(k) for k in _KINDS if k in kinds), len(_KINDS)) for kinds in frame["kinds"]]
    amount = frame["amount"].fillna(-1.0).tolist()
    rows = [row for row, is_active in enumerate(_active(portfolio)) if is_active]
    rows.sort(key=lambda row: (kind[row], -amount[row], row))
    rank: dict[int, int] = {}
    seen = dict.fromkeys(range(len(_KINDS) + 1), 0)
    for row in rows:
        rank[row] = seen[kind[row]]
        seen[kind[row]] += 1
    return sorted(rows, key=lambda row: (rank[row], kind[row], row))
