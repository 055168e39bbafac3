"""The best set, by mixed-integer programming (HiGHS through ``scipy.optimize.milp``), proven where time allows.

The program itself stands in ``program.py``. Candidates that are alike in everything are taken in order of name.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from regional.search.local import local_search
from regional.search.model import Relaxation, SearchProblem, Solution
from regional.search.objective import exact, feasible, objective
from regional.search.program import program, same

if TYPE_CHECKING:
    from scipy.optimize import LinearConstraint, OptimizeResult

    from regional.mirror.selection import Bools, Floats

FOUND, TIME, NOTHING_FITS = 0, 1, 2


def best_set(
    problem: SearchProblem,
    k: int | None = None,
    *,
    excluded: Sequence[Sequence[int]] = (),
    forbidden: Sequence[int] = (),
    seconds: float | None = None,
    found: Callable[[Solution], None] | None = None,
) -> Solution | None:
    """Return the best set of exactly ``k`` candidates (the settings' k where None); None where none fits.

    Parameters
    ----------
    excluded : sets that may not be chosen again. forbidden : candidates that may not be chosen.
    seconds : stop then, with the best so far (a local search's at least) and the bound that is proven.
    found : told every better set.
    """
    problem = with_k(problem, k) if k is not None else problem
    end = time.monotonic() + (problem.settings.time_limit if seconds is None else seconds)
    start = _first_by_name(problem, local_search(problem, excluded, forbidden), excluded, forbidden)
    best = Solution(start, objective(problem, start), 0.0, False) if start is not None else None
    if best and found:
        found(best)
    status, chosen, bound = _solve(problem, excluded, forbidden, max(end - time.monotonic(), 0.01))
    if chosen is not None and (best is None or exact(problem, chosen) < exact(problem, best.chosen)):
        best = Solution(chosen, objective(problem, chosen), 0.0, False)
        if found:
            found(best)
    if best is None or status == NOTHING_FITS:
        return best
    if status == FOUND:
        return replace(best, bound=best.objective, optimal=True)
    return replace(best, bound=min(max(bound, 0.0), best.objective))


def with_k(problem: SearchProblem, k: int) -> SearchProblem:
    """Return the same problem for exactly ``k`` candidates."""
    changed = tuple(
        replace(limit, low=float(k), high=float(k)) if limit.kind == "k" else limit for limit in problem.limits
    )
    return replace(problem, limits=changed, settings=problem.settings.model_copy(update={"k": k}))


def relaxed(problem: SearchProblem) -> tuple[Relaxation, ...]:
    """Return the least to give up, together, so that a set fits: in partners, or euros of the budget."""
    from scipy import optimize

    n, rows = len(problem), problem.limits
    a = np.array([limit.a for limit in rows])
    slack = np.eye(len(rows))
    cost = [limit.cost for limit in rows]
    result = _milp(
        np.concatenate([np.zeros(n), cost, cost]),
        optimize.LinearConstraint(
            np.hstack([a, slack, -slack]), [limit.low for limit in rows], [limit.high for limit in rows]
        ),
        np.concatenate([np.ones(n), np.full(2 * len(rows), np.inf)]),
        np.arange(n + 2 * len(rows)) < n,
        10.0,
    )
    if result.x is None:
        return ()
    less, more = result.x[n : n + len(rows)], result.x[n + len(rows) :]
    by = np.round(np.maximum(less, more), 6)
    return tuple(Relaxation(kind=r.kind, key=r.key, by=float(b)) for r, b in zip(rows, by, strict=True) if b > 0)


def _first_by_name(
    problem: SearchProblem,
    chosen: tuple[int, ...] | None,
    excluded: Sequence[Sequence[int]],
    forbidden: Sequence[int],
) -> tuple[int, ...] | None:
    """Return the set with, among the same, the first by name; None where that is an excluded set."""
    if chosen is None:
        return None
    free = [[j for j in group if j not in forbidden] for group in same(problem)]
    kept = tuple(sorted(j for group in free for j in group[: len(set(group) & set(chosen))]))
    return None if kept in {tuple(sorted(other)) for other in excluded} else kept


def _solve(
    problem: SearchProblem, excluded: Sequence[Sequence[int]], forbidden: Sequence[int], seconds: float
) -> tuple[int, tuple[int, ...] | None, float]:
    made = program(problem, excluded, forbidden)
    result = _milp(made.cost, made.rows, made.upper, made.whole, seconds)
    bound = -np.inf if result.mip_dual_bound is None else float(result.mip_dual_bound)
    if result.x is None:
        return (TIME if result.status == TIME else NOTHING_FITS), None, bound
    chosen = tuple(int(j) for j in np.flatnonzero(result.x[: len(problem)] > 0.5))
    return result.status, (chosen if feasible(problem, chosen) else None), bound


def _milp(cost: Floats, rows: LinearConstraint, upper: Floats, whole: Bools, seconds: float) -> OptimizeResult:
    from scipy.optimize import Bounds, milp

    options: Any = {"time_limit": seconds, "mip_rel_gap": 0.0}
    bounds = Bounds(np.zeros(len(cost)), upper)
    return milp(cost, integrality=whole.astype(int), bounds=bounds, constraints=rows, options=options)
