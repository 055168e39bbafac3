"""Whole things given out by shares: what is drawn in dots is never half a partner."""

from __future__ import annotations

from collections.abc import Sequence


def apportion(shares: Sequence[float], n: int) -> list[int]:
    """Return ``n`` things given out by ``shares`` (fractions of 1), whole and by largest remainder.

    Shares that do not add up to 1 give out as many fewer, so that rounding never invents one.
    """
    exact = [share * n for share in shares]
    given = [int(one + 1e-9) for one in exact]
    left = min(round(sum(exact)), n) - sum(given)
    by_rest = sorted(range(len(exact)), key=lambda at: (given[at] - exact[at], at))
    for at in by_rest[: max(0, left)]:
        given[at] += 1
    return given
