"""The best set, by mixed-integer programming (HiGHS through ``scipy.optimize.milp``), proven where time allows.

Absolute values become variables that are at least both signs of what they stand for. By number T is fixed by k and
the problem is linear. By money it is a ratio: Dinkelbach (1967) solves min N(x) - r T(x) for the ratio r of the best
set so far, until no set is below 0; each round either finds a strictly better set, of which there are finitely many,
or proves that there is none. The shortfall in reach times T is a product of a variable and the binaries, made linear
exactly (McCormick). Candidates that are alike in everything are taken in order of name.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from regional.mirror.selection import Floats
from regional.search.local import local_search
from regional.search.model import Relaxation, SearchProblem, Solution
from regional.search.objective import exact, feasible, objective

if TYPE_CHECKING:
    from scipy.optimize import OptimizeResult

TOLERANCE = 1e-9
"""Below this, in the scaled objective, Dinkelbach's remainder is 0."""
FOUND, TIME, NOTHING_FITS = 0, 1, 2


@dataclass(frozen=True)
class _Program:
    """``c`` and rows ``low <= A v <= high`` over v = (x binary (n), others >= 0)."""

    c: Floats
    a: Floats
    low: Floats
    high: Floats
    n: int


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
    ratio = best.objective if best and _by_money(problem) else 0.0
    while True:
        status, chosen, bound = _solve(problem, ratio, excluded, forbidden, max(end - time.monotonic(), 0.01))
        if status == NOTHING_FITS:
            return best if best is None else replace(best, optimal=False)
        better = chosen is not None and (best is None or exact(problem, chosen) < exact(problem, best.chosen))
        if chosen is not None and (better or (status == FOUND and not _by_money(problem))):
            tie = best is not None and not better and objective(problem, chosen) > best.objective + TOLERANCE
            best = best if tie else Solution(chosen, objective(problem, chosen), 0.0, False)
            if found and best:
                found(best)
        if best is None:
            return None
        if status != FOUND:
            return replace(best, bound=min(_bound(problem, ratio, bound), best.objective))
        if not _by_money(problem) or not better:
            return replace(best, bound=best.objective, optimal=True)
        ratio = best.objective


def with_k(problem: SearchProblem, k: int) -> SearchProblem:
    """Return the same problem for exactly ``k`` candidates."""
    changed = tuple(
        replace(limit, low=float(k), high=float(k)) if limit.kind == "k" else limit for limit in problem.limits
    )
    return replace(problem, limits=changed, settings=problem.settings.model_copy(update={"k": k}))


def relaxed(problem: SearchProblem) -> tuple[Relaxation, ...]:
    """Return the least to give up, together, so that a set fits: in partners, or euros of the budget."""
    n, rows = len(problem), problem.limits
    a = np.array([limit.a for limit in rows])
    slack = np.eye(len(rows))
    cost = [limit.cost for limit in rows]
    result = _milp(
        np.concatenate([np.zeros(n), cost, cost]),
        np.hstack([a, slack, -slack]),
        np.array([limit.low for limit in rows]),
        np.array([limit.high for limit in rows]),
        n,
        10.0,
    )
    if result.x is None:
        return ()
    less, more = result.x[n : n + len(rows)], result.x[n + len(rows) :]
    by = np.round(np.maximum(less, more), 6)
    return tuple(Relaxation(kind=r.kind, key=r.key, by=float(b)) for r, b in zip(rows, by, strict=True) if b > 0)


def same(problem: SearchProblem) -> list[list[int]]:
    """Return the groups of candidates that are alike in everything, each in order of name."""
    columns = [problem.w[:, None], problem.reach, *(p.x for p in problem.parts), *(p.m[:, None] for p in problem.parts)]
    table = np.hstack([*columns, *(limit.a[:, None] for limit in problem.limits)])
    keyed = sorted((tuple(row), j) for j, row in enumerate(table.tolist()))
    return [[j for _, j in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


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


def _by_money(problem: SearchProblem) -> bool:
    return problem.settings.weight != "count"


def _bound(problem: SearchProblem, ratio: float, bound: float) -> float:
    """Turn the solver's bound into one on the objective: by money, N - r T >= b gives N / T >= r + b / T."""
    if not np.isfinite(bound):
        return 0.0
    if not _by_money(problem):
        return max(bound, 0.0)
    lightest = problem.w0 + float(np.sort(problem.w)[: problem.settings.k].sum())
    return max(ratio + bound * _scale(problem) / lightest, 0.0) if bound < 0 and lightest > 0 else max(0.0, ratio)


def _scale(problem: SearchProblem) -> float:
    """Weights as the solver sees them are of order 1."""
    return float(problem.w.max()) or problem.w0


def _solve(
    problem: SearchProblem, ratio: float, excluded: Sequence[Sequence[int]], forbidden: Sequence[int], seconds: float
) -> tuple[int, tuple[int, ...] | None, float]:
    program = _program(problem, ratio, excluded, forbidden)
    result = _milp(program.c, program.a, program.low, program.high, program.n, seconds, forbidden)
    constant = -ratio * problem.w0 / _scale(problem) if _by_money(problem) else 0.0
    bound = result.mip_dual_bound
    bound = -np.inf if bound is None else float(bound) + constant
    if result.x is None:
        return (TIME if result.status == TIME else NOTHING_FITS), None, bound
    chosen = tuple(int(j) for j in np.flatnonzero(result.x[: program.n] > 0.5))
    return result.status, (chosen if feasible(problem, chosen) else None), bound


def _milp(
    c: Floats, a: Floats, low: Floats, high: Floats, n: int, seconds: float, forbidden: Sequence[int] = ()
) -> OptimizeResult:
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    upper = np.concatenate([np.ones(n), np.full(len(c) - n, np.inf)])
    upper[list(forbidden)] = 0.0
    integer = (np.arange(len(c)) < n).astype(int)
    rows = LinearConstraint(csr_array(a), low, high)
    options: Any = {"time_limit": seconds, "mip_rel_gap": 0.0}
    return milp(c, integrality=integer, bounds=Bounds(np.zeros(len(c)), upper), constraints=rows, options=options)


def _program(
    problem: SearchProblem, ratio: float, excluded: Sequence[Sequence[int]], forbidden: Sequence[int]
) -> _Program:
    """Columns: x, the deviations of every part, the shortfalls, and by money their products with x."""
    n, scale = len(problem), _scale(problem)
    money, groups = _by_money(problem), len(problem.reach_groups)
    deviations = sum(len(part.q) for part in problem.parts)
    products = n if money and groups else 0
    size = n + deviations + groups + products
    c = np.zeros(size)
    fixed = 1.0 if money else (problem.w0 + problem.settings.k) / scale
    c[n : n + deviations] = [p.weight / 2 / fixed for p in problem.parts for _ in p.q]
    short = slice(n + deviations, n + deviations + groups)
    if groups:
        each = problem.settings.reach_weight / groups / problem.settings.reach_target
        c[short] = each * (problem.w0 / scale if money else 1.0)
        c[size - products :] = problem.w[:products] / scale
    if money:
        c[:n] -= ratio * problem.w / scale
    rows = [
        *_deviations(problem, size, scale),
        *_shortfalls(problem, size, short, products),
        *((_wide(limit.a, size), limit.low, limit.high) for limit in problem.limits),
        *_order(problem, size, excluded, forbidden),
    ]
    a, low, high = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    return _Program(c, a, low, high, n)


Row = tuple[Floats, float, float]


def _wide(a: Floats, size: int) -> Floats:
    return np.concatenate([a, np.zeros(size - len(a))])


def _deviations(problem: SearchProblem, size: int, scale: float) -> Iterator[Row]:
    """e >= +(X - q M) and e >= -(X - q M)."""
    column = len(problem)
    for part in problem.parts:
        for g, q in enumerate(part.q):
            moved = (part.x[:, g] - q * part.m) / scale
            now = float(part.x0[g] - q * part.m0) / scale
            for sign in (1.0, -1.0):
                row = _wide(-sign * moved, size)
                row[column] = 1.0
                yield row, sign * now, np.inf
            column += 1


def _shortfalls(problem: SearchProblem, size: int, short: slice, products: int) -> Iterator[Row]:
    """s >= target - reached; and, by money, p_j >= S - most (1 - x_j), S the sum of shortfalls as it is weighed."""
    target, groups = problem.settings.reach_target, len(problem.reach_groups)
    for g in range(groups):
        row = _wide(problem.reach[:, g], size)
        row[short.start + g] = 1.0
        yield row, target - float(problem.reach0[g]), np.inf
    most = problem.settings.reach_weight
    for j in range(products):
        row = np.zeros(size)
        row[j], row[size - products + j] = -most, 1.0
        row[short] = -most / groups / target
        yield row, -most, np.inf


def _order(
    problem: SearchProblem, size: int, excluded: Sequence[Sequence[int]], forbidden: Sequence[int]
) -> Iterator[Row]:
    """Among the same, the first by name first; and never an excluded set, nor its like."""
    if _by_money(problem):
        heavy = _wide(problem.w, size)
        if problem.w0 <= 0:
            yield heavy, float(problem.w[problem.w > 0].min()), np.inf
    for group in same(problem):
        for first, second in pairwise(j for j in group if j not in forbidden):
            row = np.zeros(size)
            row[first], row[second] = 1.0, -1.0
            yield row, 0.0, np.inf
    for chosen in excluded:
        row = np.zeros(size)
        row[list(chosen)] = 1.0
        yield row, -np.inf, len(chosen) - 1.0
