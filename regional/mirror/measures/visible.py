"""What could be seen: the count that would be clear, and from how many partners a lack would show."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Steps = Callable[[Floats], Floats]
AT_ONCE = 64
MOST_COUNTS = 160
MOST = 10_000_000


def cut_off(steps: int, groups: int, p_at: Steps, level: float) -> Floats:
    """Return the last step whose p-value is at most ``level`` for each group; -1 where none is.

    Parameters
    ----------
    steps : number of the last step; step 0 is furthest from the region's share.
    groups : K.
    p_at : steps (m, K) to p-values (m, K), which do not fall from step to step.
    """
    low, high = np.full(groups, -1.0), np.full(groups, steps + 1.0)
    parts = np.arange(1, AT_ONCE + 1)[:, None] / (AT_ONCE + 1)
    while (high - low > 1).any():
        tried = np.minimum(low + np.ceil((high - low) * parts), high)
        ended = (tried >= high) | (p_at(np.minimum(tried, steps)) > level)
        passed = np.where(ended.any(axis=0), ended.argmax(axis=0), AT_ONCE)
        edges = np.vstack([low, tried, high])
        low, high = (np.take_along_axis(edges, (passed + i)[None, :], axis=0)[0] for i in (0, 1))
    return low


@lru_cache(maxsize=4_096)
def partners_to_see(
    q: float,
    tests: int,
    ratio: float = 0.5,
    power: float = 0.8,
    alpha: float = 0.05,
    low_ratio: float = 0.8,
    least: int = 10,
) -> int | None:
    r"""Return from how many partners ``ratio`` times the region's share would most likely be clear.

    The smallest n from which on, at every number of partners, :math:`P(X \le c_n \mid n, t q) \ge` power, with
    :math:`c_n` the largest count below 0.8 n q whose two-sided p-value is below :math:`\alpha` / ``tests``.

    Parameters
    ----------
    q : the region's share of the group, a fraction of 1.
    tests : groups in the family (Bonferroni, the first step of min-p).
    ratio : share among partners as a multiple of q; 0 is nobody at all.
    power, alpha, low_ratio, least : as the states have them.

    Returns
    -------
    int, rounded up to an even number, or None where q is 0 or 1, or no number below ten million will do. K = 7: 386
    for a group of 10 %, 176 for 20 %, 72 for 40 %; for nobody at all 54, 26, 12.
    """
    from scipy.special import bdtr

    if not 0.0 < q < 1.0 or ratio >= low_ratio:
        return None
    counts = np.arange(1 if ratio == 0 else MOST_COUNTS, dtype=float)
    first = _first_clear(counts, q, alpha / tests, low_ratio)
    if ratio == 0:
        return _even(first[0], least)
    # With n from first[c] to first[c + 1] - 1 the cut-off is c, and the power falls: it is lowest at the end.
    lowest = bdtr(counts[:-1], np.maximum(first[1:] - 1, counts[:-1]).astype(int), ratio * q)
    short = np.flatnonzero(lowest < power)
    start = int(short[-1]) + 1 if short.size else 0
    return _even(first[start], least) if start < MOST_COUNTS - 1 else None


@lru_cache(maxsize=256)
def usual_gap(n: int, q: tuple[float, ...], draws: int = 10_000, seed: int = 20_260_101) -> float:
    r"""Return the largest gap that blind choice leaves on average: what is ordinary is no news.

    .. math:: E[\max_g |X_g / n - q_g|], \quad X \sim Multinomial(n, q)

    Parameters
    ----------
    n : partners known.
    q : the region's shares of all groups.
    draws, seed : drawn, to about 0.04 point.

    Returns
    -------
    A fraction of 1: for Parkstad's seven municipalities 0.13, 0.09, 0.08 and 0.06 at n = 20, 40, 60 and 100; 1 where
    nobody is known.
    """
    if n < 1:
        return 1.0
    shares = np.array(q) / sum(q)
    drawn = np.random.default_rng(seed).multinomial(n, shares, size=draws) / n
    return float(np.abs(drawn - shares).max(axis=1).mean())


def _first_clear(counts: Floats, q: float, level: float, low_ratio: float) -> Floats:
    """Return the smallest number of partners with which each count is clearly less."""
    from scipy.special import bdtr

    low, high = counts.copy(), np.ceil((counts + 10.0 * np.sqrt(counts) + 60.0) / q)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2.0)
        clear = (2.0 * bdtr(counts, middle.astype(int), q) < level) & (counts < low_ratio * middle * q)
        low, high = np.where(clear, low, middle), np.where(clear, middle, high)
    return high


def _even(n: float, least: int) -> int | None:
    return max(least, int(n) + int(n) % 2) if n <= MOST else None
