"""The percentages that a partner gives of the people it serves or employs, and when they may be used.

Only with ``samenstelling_van`` (audience and team are never pooled), only from 25 people up, rounded to 5 points,
and about origin only where the partner names an official result: else nothing of it is kept (design: "Privacy").
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from regional.dimensions import Dimension, Sensitivity, people_dimensions
from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.portfolio import Answer
from regional.partners.quantities import percentage
from regional.partners.values import answer_in
from regional.texts import Message

FEWEST = 25
"""Shares of fewer people could point at persons."""
STEP = 20
"""Parts of a whole: rounded to 5 percentage points."""
NOT_USED = "gegeven, niet gebruikt"
"""In place of percentages that were given and may not be used: kept as an answer, without the figures."""
MOST, LEAST = 101.5, 98.5
"""Percentages that are rounded add up to this at most, and, where all are given, at least."""


@dataclass
class OwnShares:
    """Shares by dimension id and category id (fractions of 1), answers by dimension id, and what is told.

    ``faults``: (column, cell, fault), one for each thing that was left empty. ``as_fractions``: written as 0,4.
    """

    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    states: dict[str, Answer] = field(default_factory=dict)
    faults: list[tuple[str, str, CellFault]] = field(default_factory=list)
    as_fractions: bool = False


def compose(cells: Mapping[str, str], shares_of: str | None, people: int | None, source: str | None) -> OwnShares:
    """Return what the percentages in a row (column -> cell) come to."""
    told = OwnShares()
    if _columns().isdisjoint(cells):  # most lists have no column of percentages
        return told
    for dimension in people_dimensions():
        given = {c.id: (c.column, cells[c.column]) for c in dimension.categories if cells.get(c.column)}
        if given:
            _dimension(told, dimension, given, source)
    if any(told.shares.values()):
        _check_base(told, cells, shares_of, people)
    return told


@cache
def _columns() -> frozenset[str]:
    return frozenset(category.column for dimension in people_dimensions() for category in dimension.categories)


def _dimension(told: OwnShares, dimension: Dimension, given: Mapping[str, tuple[str, str]], source: str | None) -> None:
    first_column, first_cell = next(iter(given.values()))
    if dimension.sensitivity is Sensitivity.SPECIAL and not is_official(source):
        told.faults.append((first_column, "", _not_official()))
        return
    if any(plain(cell) == plain(NOT_USED) for _, cell in given.values()):
        told.states[dimension.id] = Answer.KNOWN
        return
    answers = [a for _, cell in given.values() if (a := answer_in(cell)) is not None]
    cells = {category: pair for category, pair in given.items() if answer_in(pair[1]) is None}
    values = _percentages(told, cells)
    whole = len(dimension.categories)
    if values and _is_fraction(list(values.values()), [cell for _, cell in cells.values()], whole):
        values = {category: 100 * value for category, value in values.items()}
        told.as_fractions = True
    wrong_sum = _sum_fault(values, whole)
    if wrong_sum:
        told.faults.append((first_column, first_cell, wrong_sum))
        return
    _keep(told, dimension, values, answers)


def _percentages(told: OwnShares, cells: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """Return percentage by category; nothing where one cannot be read, for then the others lack their sum."""
    values: dict[str, float] = {}
    for category, (column, cell) in cells.items():
        try:
            values[category] = percentage(cell)
        except CellFault as fault:
            told.faults.append((column, cell, fault))
    return values if len(values) == len(cells) else {}


def _keep(told: OwnShares, dimension: Dimension, values: dict[str, float], answers: list[Answer]) -> None:
    ids = [category.id for category in dimension.categories]
    missing = [i for i in ids if i not in values]
    if values and len(missing) == 1 and not answers:
        values[missing[0]] = max(0.0, 100.0 - sum(values.values()))
    if values:
        told.shares[dimension.id] = rounded(values, whole=len(values) == len(ids))
        told.states[dimension.id] = Answer.KNOWN
    elif answers:
        told.states[dimension.id] = answers[0]


def _is_fraction(values: list[float], cells: list[str], whole: int) -> bool:
    """Tell 0,4 for 40 %: no % sign, none above 1, and either a complete sum of 1 or some decimals."""
    if any("%" in cell for cell in cells) or max(values) > 1 or sum(values) > MOST / 100:
        return False
    is_complete = len(values) == whole and abs(sum(values) - 1) < 0.011
    return is_complete or any(value != int(value) for value in values)


def _sum_fault(values: Mapping[str, float], whole: int) -> CellFault | None:
    total = sum(values.values())
    if total > MOST:
        return CellFault(
            "sum_over_100",
            Message.of("Together these percentages are {total}: more than 100.", total=f"{total:.0f}"),
            Message.of("Check the percentages of this group; each person counts once."),
        )
    if len(values) == whole and total < LEAST:
        return CellFault(
            "sum_under_100",
            Message.of("Together these percentages are {total}: less than 100.", total=f"{total:.0f}"),
            Message.of("Leave a cell empty where you do not know the percentage."),
        )
    return None


def rounded(values: Mapping[str, float], *, whole: bool) -> dict[str, float]:
    """Return percentages as fractions rounded to 0.05; a whole still adds up to 1 (largest remainder).

    Largest remainder: Hamilton's method, which moves no share by 5 points or more.
    """
    if not whole:
        return {category: math.floor(value / 100 * STEP + 0.5) / STEP for category, value in values.items()}
    total = sum(values.values())
    exact = {category: value / total * STEP for category, value in values.items()}
    parts = {category: math.floor(value + 1e-9) for category, value in exact.items()}
    order = sorted(exact, key=lambda category: parts[category] - exact[category])
    for category in order[: STEP - sum(parts.values())]:
        parts[category] += 1
    return {category: part / STEP for category, part in parts.items()}


def is_official(source: str | None) -> bool:
    """Tell whether a source names the CBS Barometer Culturele Diversiteit, the one official result on origin."""
    name = plain(source or "")
    return "barometer" in name and bool(re.search(r"\bcbs\b|culturele diversiteit|cultural diversity", name))


def _not_official() -> CellFault:
    return CellFault(
        "origin_not_official",
        Message.of("Percentages about origin are kept only from an official result. These were not kept."),
        Message.of(
            "Never ask for origin. Has the partner a result of the CBS Barometer? Name it in samenstelling_bron."
        ),
    )


def _check_base(told: OwnShares, cells: Mapping[str, str], shares_of: str | None, people: int | None) -> None:
    """Take out the shares where they may not be used; the answer itself stays known, but not usable."""
    fault, column = None, "samenstelling_aantal"
    if people is not None and people < FEWEST:
        fault = CellFault("too_few_people",
                      Message.of("Percentages of fewer than {n} people are not used.", n=FEWEST),
                      Message.of("This protects the people behind the figures. You need not do anything."))  # fmt: skip
    elif people is None:
        fault = CellFault("people_unknown",
                      Message.of("These percentages are not used: of how many people are they?"),
                      Message.of("Write the number of people in samenstelling_aantal."))  # fmt: skip
    elif shares_of is None:
        column = "samenstelling_van"
        fault = CellFault("shares_of_unknown",
                      Message.of("These percentages are not used: are they about the audience or about the team?"),
                      Message.of("Write publiek or team in samenstelling_van."))  # fmt: skip
    if fault:
        told.faults.append((column, cells.get(column, ""), fault))
        told.shares.clear()
