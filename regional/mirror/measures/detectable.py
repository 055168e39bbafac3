"""What this number of partners could show at all: silence is no answer where nothing could have been heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.chance import binomial_p

Floats = npt.NDArray[np.float64]
EDGE = 1e-9
Holds = Callable[[Floats], npt.NDArray[np.bool_]]


@dataclass(frozen=True)
class Detectable:
    """The gaps (K,) that a "clearly" would most likely find: ``less`` below 0, ``more`` above; NaN where none."""

    less: Floats
    more: Floats


def smallest_gap(
    n: int,
    q: npt.ArrayLike,
    *,
    tests: int | None = None,
    power: float = 0.8,
    alpha: float = 0.05,
    low_ratio: float = 0.8,
    high_ratio: float = 1.25,
    min_known: int = 10,
) -> Detectable:
    r"""Return the smallest true gaps that ``n`` partners show as "clearly" with probability ``power``.

    With c the largest count whose ratio is below 0.8 and whose p-value is below :math:`\alpha / K`, it is
    :math:`t - q` for the t with :math:`P(X \le c \mid n, t)` = power; above parity likewise. Bonferroni's
    :math:`\alpha / K` is the first step of Holm: where other groups differ as well, smaller gaps are found too.

    Parameters
    ----------
    n : int
        Partners known, one label each.
    q : (K,)
        The region's shares, fractions of 1.
    tests : int, optional
        How many groups are tested; as many as q has where left out. Two are one test.
    power, alpha, low_ratio, high_ratio, min_known
        As the states have them.

    Returns
    -------
    Detectable
        Fractions of 1 (times 100: points). NaN where even nobody, or everybody, would not be "clearly", and where the
        group is 0 in the region.

    Raises
    ------
    ValueError
        Where n is negative, a share not between 0 and 1, or power or alpha not strictly so.

    References
    ----------
    Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6 (the question; the answer
    here is exact binomial).
    """
    from scipy.special import bdtri

    region = np.atleast_1d(_shares(q))
    if n < 0 or not (0 < power < 1 and 0 < alpha < 1):
        raise ValueError("n is at least 0; power and alpha lie between 0 and 1")
    empty = np.full(region.size, np.nan)
    if n < max(min_known, 1):
        return Detectable(empty, empty.copy())
    groups = region.size if tests is None else tests
    cut = alpha / groups if groups > 2 else alpha
    few, many = _cut_offs(n, region, cut, low_ratio, high_ratio)
    less = np.where(few >= 0, bdtri(np.maximum(few, 0), n, power), np.nan)
    # P(X >= m) = power is P(X <= m - 1) = 1 - power.
    more = np.where((many <= n) & (region > 0), bdtri(np.clip(many - 1, 0, n - 1), n, 1.0 - power), np.nan)
    return Detectable(less - region, more - region)


def surprise_of_zero(n: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return the probability that blind choice leaves a group without any partner.

    .. math:: P(0 \mid n, q) = (1 - q)^n

    Parameters
    ----------
    n, q : array_like, broadcast together
        Partners known; region share of the group, a fraction of 1.

    Returns
    -------
    Fractions of 1: 0.12 for a group of 8 % and 25 partners, so that nobody says little.

    Raises
    ------
    ValueError
        Where n is negative or q not between 0 and 1.
    """
    known, region = np.asarray(n, dtype=float), _shares(q)
    if not (known >= 0).all():
        raise ValueError("n is at least 0")
    return np.asarray((1.0 - region) ** known)


def _cut_offs(n: int, q: Floats, alpha: float, low_ratio: float, high_ratio: float) -> tuple[Floats, Floats]:
    """Return the largest count that is clearly less (-1: none) and the smallest that is clearly more (n + 1: none).

    The p-value rises on one side of n q and falls on the other, so that halving finds them; counts are tried for
    all groups at once.
    """
    few = _last(n, q, lambda x: (x < low_ratio * n * q - EDGE) & (binomial_p(x, n, q) < alpha))
    # Counted from the other end: the last number of partners outside the group.
    outside = _last(n, q, lambda u: (n - u > high_ratio * n * q + EDGE) & (binomial_p(n - u, n, q) < alpha))
    return few, n - outside


def _last(n: int, q: Floats, holds: Holds) -> Floats:
    """Return the largest count 0..n for which ``holds``, which holds from 0 up to it; -1 where nowhere."""
    low, high = np.full(q.size, -1.0), np.full(q.size, n + 1.0)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2.0)
        found = holds(np.clip(middle, 0, n)) & (middle >= 0)
        low, high = np.where(found, middle, low), np.where(found, high, middle)
    return low


def _shares(q: npt.ArrayLike) -> Floats:
    region = np.asarray(q, dtype=float)
    if not ((region >= 0) & (region <= 1)).all():
        raise ValueError("q: a share lies between 0 and 1")
    return region
