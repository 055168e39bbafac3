"""Small random searches, and every set tried, for tests of the exact core."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np

from regional.search.model import Limit, Part, SearchProblem, SearchSettings
from regional.search.objective import exact, feasible


def brute(problem: SearchProblem) -> tuple[Fraction, tuple[int, ...]] | None:
    """Try every set; the least objective, and the first such set."""
    sets = combinations(range(len(problem)), problem.settings.k)
    return min(((exact(problem, chosen), chosen) for chosen in sets if feasible(problem, chosen)), default=None)


def random_problem(
    seed: int, *, n: int = 9, k: int = 3, money: bool = False, limits: bool = True, dims: int = 3, reach: int = 2
) -> SearchProblem:
    """Return a search with labels, fractions, unknowns, partners that stand apart, duplicates and constraints."""
    rng = np.random.default_rng(seed)
    w = rng.integers(0, 9, n) * 1000.0 if money else np.ones(n)
    w[0] = w[0] or 500.0
    parts = tuple(_part(rng, w, n, d, 1.0 / dims, money) for d in range(dims))
    settings = SearchSettings(weight="money_in" if money else "count", k=k, time_limit=20.0)
    names = tuple(f"Partner {j:04d}" for j in range(n))
    found = [Limit("k", "", np.ones(n), k, k, cost=1.001)]
    if limits and rng.random() < 0.4:
        found.append(Limit("must_have", names[-1], np.eye(n)[-1], low=1.0))
    if limits and rng.random() < 0.4:
        found.append(Limit("must_not", names[1], np.eye(n)[1], high=0.0))
    if limits and rng.random() < 0.6:
        kind = rng.integers(0, 2, n).astype(float)
        found.append(Limit("kind", "content", kind, low=float(rng.integers(0, 3)), high=2.0))
    cost = rng.integers(0, 9, n) * 100.0
    if limits and rng.random() < 0.5:
        found.append(Limit("budget", "", cost, high=float(rng.integers(5, 18)) * 100.0, cost=1 / 450))
    reached = rng.integers(0, 2, (n, reach)).astype(float)
    groups = tuple(f"r{g}" for g in range(reach))
    return SearchProblem(
        names, w, parts, groups, rng.integers(0, 3, reach) * 1.0, reached, cost, tuple(found), settings
    )


def _part(rng: np.random.Generator, w: np.ndarray, n: int, d: int, weight: float, money: bool) -> Part:
    groups = int(rng.integers(2, 6))
    q = rng.dirichlet(np.ones(groups) * 3)
    fractions = rng.random() < 0.5
    y = rng.dirichlet(q * 3 + 0.01, n) if fractions else rng.multinomial(1, q[::-1], n).astype(float)
    known = rng.random(n) < 0.7
    y[~known] = 0.0
    if n > 4:
        y[4], known[4] = y[3], known[3]
    unknown = np.where(known | (rng.random(n) < 0.3), 0.0, w)
    x0 = rng.integers(0, 6, groups) * (1000.0 if money else 1.0) * (rng.random() < 0.9)
    names = tuple(f"g{g}" for g in range(groups))
    return Part(f"d{d}", weight, names, q, x0, float(x0.sum()), y * w[:, None], known * w, unknown)
