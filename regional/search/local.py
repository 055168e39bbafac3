"""One at a time, then swaps: quick, mostly good, never proven. The start of the exact search, and its fallback."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from regional.mirror.selection import Bools, Floats
from regional.search.model import SearchProblem
from regional.search.objective import feasible

ROUNDS = 50
MISSING = 10.0
"""What one unit of a broken constraint weighs against the objective, so that the search moves towards sets that fit."""


def local_search(
    problem: SearchProblem, excluded: Sequence[Sequence[int]] = (), forbidden: Sequence[int] = ()
) -> tuple[int, ...] | None:
    """Return a set that no single swap makes better, or None where this search finds none that fits."""
    free = np.ones(len(problem), dtype=bool)
    free[list(forbidden)] = False
    barred = {tuple(sorted(chosen)) for chosen in excluded}
    if problem.settings.k > free.sum():
        return None
    chosen = swapped(problem, greedy(problem, free), free, barred)
    return chosen if feasible(problem, chosen) and chosen not in barred else None


def greedy(problem: SearchProblem, free: Bools) -> list[int]:
    """Add the candidate that helps most, k times; ``free`` (n,) tells which may be taken."""
    chosen: list[int] = []
    for _ in range(problem.settings.k):
        scores = np.where(free, scores_with(problem, chosen), np.inf)
        scores[chosen] = np.inf
        chosen.append(int(scores.argmin()))
    return chosen


def swapped(
    problem: SearchProblem,
    chosen: list[int],
    free: Bools,
    barred: Set[tuple[int, ...]] = frozenset(),
) -> tuple[int, ...]:
    """Swap one for another as long as that helps, the best swap first."""
    now = _score(problem, chosen, barred)
    for _ in range(ROUNDS):
        best, swap = now - 1e-12, None
        for place in range(len(chosen)):
            rest = chosen[:place] + chosen[place + 1 :]
            scores = np.where(free, scores_with(problem, rest), np.inf)
            scores[chosen] = np.inf
            for other in np.argsort(scores, kind="stable")[: len(barred) + 1]:
                if scores[other] < best and tuple(sorted([*rest, int(other)])) not in barred:
                    best, swap = float(scores[other]), (place, int(other))
        if swap is None:
            break
        chosen = [swap[1] if i == swap[0] else j for i, j in enumerate(chosen)]
        now = best
    return tuple(sorted(chosen))


def scores_with(problem: SearchProblem, chosen: Sequence[int]) -> Floats:
    """Return for every candidate the objective of ``chosen`` with it, broken constraints weighed in; shape (n,)."""
    rows = list(chosen)
    score = np.zeros(len(problem))
    for part in problem.parts:
        x = part.x0 + part.x[rows].sum(axis=0) + part.x
        m = part.m0 + part.m[rows].sum() + part.m
        off = 0.5 * np.abs(x - np.outer(m, part.q)).sum(axis=1)
        score += part.weight * np.where(m > 0, off / np.where(m > 0, m, 1.0), 1.0)
    if problem.reach_groups:
        target = problem.settings.reach_target
        reached = problem.reach0 + problem.reach[rows].sum(axis=0) + problem.reach
        score = score + problem.settings.reach_weight * np.maximum(0.0, target - reached).mean(axis=1) / target
    for limit in problem.limits:
        if limit.kind != "k":
            value = limit.a[rows].sum() + limit.a
            broken = np.maximum(0.0, limit.low - value) + np.maximum(0.0, value - limit.high)
            score = score + MISSING * limit.cost * broken
    return np.asarray(score)


def _score(problem: SearchProblem, chosen: Sequence[int], barred: Set[tuple[int, ...]]) -> float:
    if tuple(sorted(chosen)) in barred:
        return np.inf
    return float(scores_with(problem, list(chosen)[:-1])[chosen[-1]])
