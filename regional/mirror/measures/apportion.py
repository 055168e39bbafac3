"""Whole things given out by shares: what is drawn in dots is never half a partner."""

from __future__ import annotations

from collections.abc import Sequence


def apportion(shares: Sequence[float], n: int) -> list[int]:
    """Return ``n`` things given out by ``shares`` (fractions of 1), whole and by largest remainder.

    Shares that do not add up to 1 give out as many fewer, so that rounding never invents one.

    Parameters
    ----------
    shares : (K,)
        Shares of the groups, 0 to 1 each and together.
    n : int
        How many things there are.

    References
    ----------
    Hamilton's method; Balinski, M. L. and Young, H. P. (1982), Fair Representation, Yale University Press.
    """
    exact = [share * n for share in shares]
    given = [int(one + 1e-9) for one in exact]
    left = min(round(sum(exact)), n) - sum(given)
    by_rest = sorted(range(len(exact)), key=lambda at: (given[at] - exact[at], at))
    for at in by_rest[: max(0, left)]:
        given[at] += 1
    return given
