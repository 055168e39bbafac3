"""A search as a mixed-integer program, over x (which candidates are chosen, 0 or 1) and what follows from it.

Absolute values become variables that are at least both signs of what they stand for. A share is a ratio X / M:

- M is the same for every set: linear.
- Every known candidate weighs the same (by number): one binary for each number of known chosen, and the deviation is
  divided by the M of the one that holds. The distance is at most 1, which bounds what the others may ask.
- By money: t = 1 / M is a variable (Charnes and Cooper 1962), and its products with the binaries are made linear
  exactly (McCormick): the weights of the known, times t, make 1.

Where no current partner is known, a set may hold nobody of whom we know it; the distance is then 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.selection import Bools, Floats
from regional.search.model import Part, SearchProblem

if TYPE_CHECKING:
    from scipy.optimize import LinearConstraint


@dataclass(frozen=True)
class Program:
    """Least ``cost`` over v with ``rows`` (low <= A v <= high), 0 <= v <= ``upper``, and ``whole`` numbers."""

    cost: Floats
    rows: LinearConstraint
    upper: Floats
    whole: Bools


@dataclass
class _Builder:
    """Columns and sparse rows, as they come."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    bounds: list[tuple[float, float]] = field(default_factory=list)

    def column(self, cost: float = 0.0, upper: float = np.inf, *, whole: bool = False) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, terms: dict[int, float], low: float = -np.inf, high: float = np.inf) -> None:
        self.entries += [(len(self.bounds), column, value) for column, value in terms.items() if value]
        self.bounds.append((low, high))

    def program(self) -> Program:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import coo_array

        row, column, value = (np.array(part) for part in zip(*self.entries, strict=True))
        a = coo_array((value, (row, column)), shape=(len(self.bounds), len(self.cost))).tocsr()
        low, high = (np.array(side) for side in zip(*self.bounds, strict=True))
        rows = LinearConstraint(a, low, high)
        return Program(np.array(self.cost), rows, np.array(self.upper), np.array(self.whole))


def program(problem: SearchProblem, excluded: Sequence[Sequence[int]] = (), forbidden: Sequence[int] = ()) -> Program:
    """Return the program whose least cost is the least objective; its first columns are the candidates.

    ``excluded`` sets may not be chosen, nor ``forbidden`` candidates.
    """
    built = _Builder()
    for j in range(len(problem)):
        built.column(upper=0.0 if j in forbidden else 1.0, whole=True)
    for part in problem.parts:
        _add_part(built, problem, part)
    _add_reach(built, problem)
    for limit in problem.limits:
        built.row(dict(enumerate(limit.a)), limit.low, limit.high)
    for terms, high in _order(problem, excluded, forbidden):
        built.row(terms, high=high)
    return built.program()


def same(problem: SearchProblem) -> list[list[int]]:
    """Return the groups of candidates that are alike in everything, each in order of name."""
    columns = [problem.w[:, None], problem.reach, *(p.x for p in problem.parts), *(p.m[:, None] for p in problem.parts)]
    table = np.hstack([*columns, *(limit.a[:, None] for limit in problem.limits)])
    keyed = sorted((tuple(row), j) for j, row in enumerate(table.tolist()))
    return [[j for _, j in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


def _add_part(built: _Builder, problem: SearchProblem, part: Part) -> None:
    """Add one theme's distance: a deviation a group, at least both signs of share less q."""
    scale = float(part.m.max()) or part.m0 or 1.0
    ordered = np.sort(part.m)
    k = problem.settings.k
    least, most = (part.m0 + ordered[:k].sum()) / scale, (part.m0 + ordered[-k:].sum()) / scale
    if least < most and np.isin(part.m, (0.0, scale)).all():
        _add_by_number(built, part, scale, least, most)
        return
    deviations = [built.column(part.weight / 2) for _ in part.q]
    fixed = least == most > 0
    shares = _fixed_shares(part, scale * most) if fixed else _moving_shares(built, part, scale, least, most)
    for column, q, (constant, terms) in zip(deviations, part.q, shares, strict=True):
        built.row({column: 1.0} | {c: -value for c, value in terms.items()}, low=constant - q)
        built.row({column: 1.0} | terms, low=q - constant)


def _add_by_number(built: _Builder, part: Part, scale: float, least: float, most: float) -> None:
    """Add the distance of a theme in which every known candidate weighs one (``scale``)."""
    distance = built.column(part.weight, 1.0)
    deviations = [built.column() for _ in part.q]
    for g, (column, q) in enumerate(zip(deviations, part.q, strict=True)):
        now = float(part.x0[g] - q * part.m0) / scale
        moved = {int(j): v for j, v in enumerate((part.x[:, g] - q * part.m) / scale) if v}
        built.row({column: 1.0} | {j: -v for j, v in moved.items()}, low=now)
        built.row({column: 1.0} | moved, low=-now)
    known = [least + i for i in range(round(most - least) + 1)]
    holds = [built.column(upper=1.0, whole=True) for _ in known]
    built.row(dict.fromkeys(holds, 1.0), 1.0, 1.0)
    count = {int(j): -1.0 for j in np.flatnonzero(part.m)}
    built.row(count | dict(zip(holds, known, strict=True)), part.m0 / scale, part.m0 / scale)
    built.row({distance: 1.0} | dict.fromkeys(deviations, -0.5 / most), low=0.0)
    for m, one in zip(known, holds, strict=True):
        if m <= 0:
            built.row({distance: 1.0, one: -1.0}, low=0.0)
        else:
            slack = (most - m) / m
            built.row({distance: 1.0, one: -slack} | dict.fromkeys(deviations, -0.5 / m), low=-slack)


Share = tuple[float, dict[int, float]]
"""A share as a constant and coefficients by column."""


def _fixed_shares(part: Part, known: float) -> Iterator[Share]:
    for g in range(len(part.q)):
        yield float(part.x0[g]) / known, {int(j): float(part.x[j, g]) / known for j in np.flatnonzero(part.x[:, g])}


def _moving_shares(built: _Builder, part: Part, scale: float, least: float, most: float) -> Iterator[Share]:
    """Add t and its products y with the chosen: y is t where x is 1, else 0. Yields the shares."""
    nobody = built.column(part.weight / 2, 1.0, whole=True) if least <= 0 else None
    smallest = float(part.m[part.m > 0].min()) / scale if least <= 0 else least
    low, high = (0.0 if nobody is not None else 1 / most), 1 / smallest
    t = built.column(upper=high)
    built.row({t: 1.0}, low=low)
    products = {}
    for j in np.flatnonzero(part.m):
        y = products[int(j)] = built.column(upper=high)
        built.row({y: 1.0, int(j): -high}, high=0.0)
        built.row({y: 1.0, int(j): -low}, low=0.0)
        built.row({y: 1.0, t: -1.0, int(j): -low}, high=-low)
        built.row({y: 1.0, t: -1.0, int(j): -high}, low=-high)
    total = {t: part.m0 / scale} | {y: float(part.m[j]) / scale for j, y in products.items()}
    built.row(total | ({nobody: 1.0} if nobody is not None else {}), 1.0, 1.0)
    for g in range(len(part.q)):
        terms = {t: float(part.x0[g]) / scale} | {y: float(part.x[j, g]) / scale for j, y in products.items()}
        yield 0.0, {column: value for column, value in terms.items() if value}


def _add_reach(built: _Builder, problem: SearchProblem) -> None:
    """Add what is missing of each reach target: s >= target - reached."""
    target, groups = problem.settings.reach_target, len(problem.reach_groups)
    for g in range(groups):
        short = built.column(problem.settings.reach_weight / groups / target)
        built.row({short: 1.0} | dict(enumerate(problem.reach[:, g])), low=target - float(problem.reach0[g]))


def _order(
    problem: SearchProblem, excluded: Sequence[Sequence[int]], forbidden: Sequence[int]
) -> Iterator[tuple[dict[int, float], float]]:
    """Among the same, the first by name first; and never an excluded set, nor its like."""
    for group in same(problem):
        for first, second in pairwise(j for j in group if j not in forbidden):
            yield {second: 1.0, first: -1.0}, 0.0
    for chosen in excluded:
        yield dict.fromkeys(chosen, 1.0), len(chosen) - 1.0
