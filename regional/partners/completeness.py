"""What is known of the partners, what is not, and where half an hour of filling in helps most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.partners.portfolio import Answer, Portfolio
from regional.partners.schema import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

_KINDS = ("funder", "content", "supplier")


@dataclass(frozen=True)
class Completeness:
    """One question: how many active partners are known, and why the others are not.

    ``not_usable`` partners gave an answer that may not be used (percentages of too few people). ``proposed`` is the
    part of ``known`` that was read from the name and waits to be confirmed.
    """

    question: str
    known: int
    not_usable: int
    not_asked: int
    asked: int
    no_answer: int
    rather_not_say: int
    not_applicable: int
    proposed: int = 0

    @property
    def total(self) -> int:
        """Number of active partners."""
        return self.known + self.unknown + self.not_applicable

    @property
    def unknown(self) -> int:
        """Partners to whom the question applies and whose answer cannot be used or is not there."""
        return self.not_usable + self.not_asked + self.asked + self.no_answer + self.rather_not_say


@dataclass(frozen=True)
class ToFill:
    """A column to fill in: the question, its column in the file, how many are open, and with whom to begin.

    ``rows`` are positions in ``portfolio.frame``, at most as many as were asked for.
    """

    question: str
    column: str
    n_open: int
    rows: tuple[int, ...]


def completeness(portfolio: Portfolio) -> list[Completeness]:
    """Return per question, in the order of ``portfolio.states``, the answers of the active partners counted."""
    active = _active(portfolio)
    return [_of_question(portfolio, str(question), active) for question in portfolio.states.columns]


def _of_question(portfolio: Portfolio, question: str, active: pd.Series[bool]) -> Completeness:
    states = portfolio.states.loc[active, question]
    counts = {answer: int((states == answer.value).sum()) for answer in Answer}
    not_usable = proposed = 0
    if question in portfolio.shares:
        is_empty = portfolio.shares[question].loc[active].isna().all(axis=1)
        not_usable = int(((states == Answer.KNOWN.value) & is_empty).sum())
    if question == "kinds":
        proposed = int(portfolio.frame.loc[active, "kinds_proposed"].sum())
    return Completeness(
        question, counts[Answer.KNOWN] - not_usable, not_usable, counts[Answer.NOT_ASKED], counts[Answer.ASKED],
        counts[Answer.NO_ANSWER], counts[Answer.RATHER_NOT], counts[Answer.NOT_APPLICABLE], proposed,
    )  # fmt: skip


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
