"""The objective of a set of candidates, recomputed from the set itself, and what the unknowns could make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import numpy as np

from regional.search.model import Part, SearchProblem


def gap(problem: SearchProblem, chosen: Sequence[int] = ()) -> float:
    """Return the first part of the objective; a dimension of which nothing is known stands at 1."""
    offs = ((part, share_off(part, chosen)) for part in problem.parts)
    return float(sum(part.weight * (1.0 if off is None else off) for part, off in offs))


def shortfall(problem: SearchProblem, chosen: Sequence[int] = ()) -> float:
    """Return the second part: the part of the reach target that is missing, on average, times its weight."""
    if not problem.reach_groups:
        return 0.0
    target = problem.settings.reach_target
    reached = problem.reach0 + problem.reach[list(chosen)].sum(axis=0)
    return problem.settings.reach_weight * float(np.maximum(0.0, target - reached).mean()) / target


def objective(problem: SearchProblem, chosen: Sequence[int] = ()) -> float:
    """Return what is left to close, lower is better."""
    return gap(problem, chosen) + shortfall(problem, chosen)


def exact(problem: SearchProblem, chosen: Sequence[int] = ()) -> Fraction:
    """Return the objective in rational arithmetic over the same floats: no rounding decides which set is better."""
    off = sum((Fraction(part.weight) * _off_exact(part, chosen) for part in problem.parts), Fraction(0))
    return off + Fraction(shortfall(problem, chosen))


def feasible(problem: SearchProblem, chosen: Sequence[int]) -> bool:
    """Tell whether a set keeps to every constraint."""
    rows = list(chosen)
    values = ((limit, float(limit.a[rows].sum())) for limit in problem.limits)
    return all(limit.low - 1e-6 <= value <= limit.high + 1e-6 for limit, value in values)


def share_off(part: Part, chosen: Sequence[int] = ()) -> float | None:
    """Return the part of the known weight that would have to be different (0 to 1); None where nothing is known."""
    known = part.m0 + float(part.m[list(chosen)].sum())
    return _off(part, chosen) / known if known > 0 else None


def cases(problem: SearchProblem, chosen: Sequence[int]) -> tuple[float, float]:
    """Return the least and the most the objective can be, were the unknowns of the chosen known.

    At best their weight fills what is short, at worst it all falls in one group: the objective is convex in where
    the unknown weight goes, so that its maximum lies in a corner.
    """
    rest = shortfall(problem, chosen)
    ends = [_ends(part, chosen) for part in problem.parts]
    low, high = (sum(p.weight * e[i] for p, e in zip(problem.parts, ends, strict=True)) for i in (0, 1))
    return low + rest, high + rest


def _off(part: Part, chosen: Sequence[int]) -> float:
    rows = list(chosen)
    x, m = part.x0 + part.x[rows].sum(axis=0), part.m0 + float(part.m[rows].sum())
    return 0.5 * float(np.abs(x - part.q * m).sum())


def _off_exact(part: Part, chosen: Iterable[int]) -> Fraction:
    rows = list(chosen)
    m = Fraction(part.m0) + sum(Fraction(float(part.m[j])) for j in rows)
    if m <= 0:
        return Fraction(1)
    off = Fraction(0)
    for g, q in enumerate(part.q):
        x = Fraction(float(part.x0[g])) + sum(Fraction(float(part.x[j, g])) for j in rows)
        off += abs(x - Fraction(float(q)) * m)
    return off / 2 / m


def _ends(part: Part, chosen: Sequence[int]) -> tuple[float, float]:
    rows = list(chosen)
    x, m = part.x0 + part.x[rows].sum(axis=0), part.m0 + float(part.m[rows].sum())
    unknown = float(part.unknown[rows].sum())
    if m + unknown <= 0:
        return 1.0, 1.0
    if not unknown:
        return (_off(part, chosen) / m,) * 2
    short = x - part.q * (m + unknown)
    corners = short + unknown * np.eye(len(x))
    ends = float(np.maximum(0.0, short).sum()), 0.5 * float(np.abs(corners).sum(axis=1).max())
    return ends[0] / (m + unknown), ends[1] / (m + unknown)
