"""What blind choice would give: one model for every case.

Each partner, with its actual weight, belongs wholly to one group, drawn from the region's shares q. The
portfolio is a census of the museum's partners, not a sample: the model says what chance alone would do.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.arrays import Floats, amounts

CELLS = 2_000_000
"""Numbers held at once while drawing, so that memory stays bounded."""


def binomial_p(x: npt.ArrayLike, n: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return the two-sided p-value of ``x`` partners of ``n`` in groups with region shares ``q``.

    .. math:: p = \min(1, 2 \min(P(X \le x), P(X \ge x))), \quad X \sim Bin(n, q)

    Twice the smaller tail, so that p < 0.05 exactly where x lies outside :func:`binomial_band`.

    Parameters
    ----------
    x, n, q : array_like, broadcast together
        Partners in the group (a sum of fractions is rounded towards ``n q``), partners known, region share.

    Returns
    -------
    Probabilities, 1 where nobody is known; NaN where x is.

    References
    ----------
    Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413 (the same tails).
    """
    from scipy.special import bdtr, bdtrc

    x, n, q = np.broadcast_arrays(np.asarray(x, float), np.asarray(n, float), np.asarray(q, float))
    count = towards(x, n * q)
    lower = bdtr(count, n.astype(int), q)
    upper = np.where(count > 0, bdtrc(count - 1, n.astype(int), q), 1.0)
    return np.asarray(np.minimum(1.0, 2.0 * np.minimum(lower, upper)))


def binomial_band(n: npt.ArrayLike, q: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    """Return the lowest and highest number of partners that chance leaves unremarkable.

    Parameters
    ----------
    n, q : array_like, broadcast together
        Partners known and region share of each group.
    level : float
        The band holds at least this part of the probability.

    Returns
    -------
    low, high : counts. q = 10 %: 1 to 8 at n = 40, 5 to 16 at n = 100. n = 0 gives 0 to 0.
    """
    n, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(q, float))
    tail = (1.0 - level) / 2.0
    low, high = _first_beyond(tail, n, q), n - _first_beyond(tail, n, 1.0 - q)
    return np.where(n > 0, np.maximum(low, 0.0), 0.0), np.where(n > 0, high, 0.0)


def _first_beyond(tail: float, n: Floats, q: Floats) -> Floats:
    """Return the smallest count at which P(X <= x) reaches ``tail``.

    Not by scipy.stats, of which the import alone takes longer than a page may.
    """
    from scipy.special import bdtr, bdtrik

    whole = n.astype(int)
    with np.errstate(invalid="ignore"):
        x = np.clip(np.floor(np.nan_to_num(bdtrik(tail, n, np.clip(q, 1e-12, 1.0)))), 0.0, n)
    while (short := (bdtr(x, whole, q) < tail) & (x < n)).any():
        x = x + short
    while (far := (x > 0) & (bdtr(np.maximum(x - 1, 0), whole, q) >= tail)).any():
        x = x - far
    return np.asarray(x)


def towards(x: Floats, centre: Floats) -> Floats:
    """Round sums of fractions to whole partners on the side of ``centre``, so never further from chance."""
    whole = np.round(x)
    return np.where(np.abs(x - whole) <= 1e-9, whole, np.where(x < centre, np.ceil(x), np.floor(x)))


def weighted_chance(
    weights: npt.ArrayLike,
    q: npt.ArrayLike,
    observed: npt.ArrayLike,
    draws: int,
    seed: int,
    level: float = 0.95,
) -> tuple[Floats, Floats, Floats]:
    """Return band and p-value where partners weigh unequally (money), by seeded Monte Carlo.

    Parameters
    ----------
    weights : (n,)
        Weight of each known partner; the order does not matter.
    q, observed : (K,)
        Region shares and observed weighted shares, fractions of 1; NaN where not observed.
    draws, seed : int

    Returns
    -------
    low, high, p : (K,) arrays; band as shares. Each draw gives every partner wholly to one group. p < 0.05
    exactly where the observed share lies outside the band; p is NaN where nothing is observed.

    Raises
    ------
    ValueError
        Where a weight is negative or unknown, all weigh nothing, or a share is not between 0 and 1.

    References
    ----------
    Davison, A. C. and Hinkley, D. V. (1997), Bootstrap Methods and their Application, section 4.2 (the 1 + of
    Monte Carlo).
    """
    w = np.sort(amounts(weights, "weights"))[::-1]
    region, seen = np.atleast_1d(_region(q)), np.atleast_1d(np.asarray(observed, float))
    if not w.any() or draws < 1:
        raise ValueError("weights: nobody weighs anything, or nothing is drawn")
    width = max(1, CELLS // draws)
    parts = [slice(start, start + width) for start in range(0, max(region.size, 1), width)]
    judged = [_beside(_drawn(w.tobytes(), region[part].tobytes(), draws, seed), seen[part], level) for part in parts]
    low, high, p = np.concatenate([np.stack(part) for part in judged], axis=1)
    return low, high, p


@lru_cache(maxsize=8)
def _drawn(weights: bytes, q: bytes, draws: int, seed: int) -> Floats:
    """Keep what was drawn, by content: a rerun and another share beside the same partners draw nothing."""
    return _drawn_shares(np.frombuffer(weights), np.frombuffer(q), draws, seed)


def normal_chance(
    weights: npt.ArrayLike, q: npt.ArrayLike, observed: npt.ArrayLike, level: float = 0.95
) -> tuple[Floats, Floats, Floats]:
    """Return what :func:`weighted_chance` returns by the normal approximation, for thousands of partners.

    The share of a group has mean q and variance q (1 - q) sum(w^2) / (sum w)^2.

    Parameters
    ----------
    weights, q, observed, level
        As in :func:`weighted_chance`; ValueError likewise.

    Returns
    -------
    low, high, p : (K,) arrays; band as shares, cut off at 0 and 1.

    References
    ----------
    Lehmann, E. L. (1999), Elements of Large-Sample Theory, section 2.7 (sums of unequal terms).
    """
    from scipy.special import ndtr, ndtri

    w, q, observed = amounts(weights, "weights"), _region(q), np.asarray(observed, float)
    if not w.any():
        raise ValueError("weights: nobody weighs anything")
    w = w / w.max()
    spread = np.sqrt(q * (1.0 - q) * (w @ w)) / w.sum()
    reach = float(ndtri(0.5 + level / 2.0)) * spread
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.abs(observed - q) / spread
    p = np.where(spread > 0, 2.0 * ndtr(-z), np.where(np.isclose(observed, q), 1.0, 0.0))
    return np.maximum(q - reach, 0.0), np.minimum(q + reach, 1.0), np.asarray(p)


def monte_carlo_upper(p: npt.ArrayLike, draws: int, level: float = 0.95) -> Floats:
    """Return the upper limit of a p-value of :func:`weighted_chance`, so that the seed does not decide.

    Parameters
    ----------
    p : (K,)
        P-values, twice (k + 1) / (draws + 1) for k draws at or beyond what is observed; NaN stays NaN.
    draws : int
    level : float
        Of the two-sided interval whose upper limit is returned: 0.95 gives the 97.5 % limit.

    Returns
    -------
    (K,) array of twice the upper Clopper-Pearson limit of k of ``draws``, at least p and at most 1.

    References
    ----------
    Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413.
    """
    from scipy.special import betaincinv

    p = np.asarray(p, dtype=float)
    k = np.clip(np.round(p / 2.0 * (draws + 1)) - 1, 0, draws - 1)
    upper = 2.0 * betaincinv(k + 1, draws - k, 0.5 + level / 2.0)
    return np.where(np.isnan(p), np.nan, np.minimum(1.0, np.maximum(p, upper)))


def _region(q: npt.ArrayLike) -> Floats:
    share = np.asarray(q, dtype=float)
    if not ((share >= 0) & (share <= 1)).all():
        raise ValueError("q: a share lies between 0 and 1")
    return share


def _beside(drawn: Floats, observed: Floats, level: float) -> tuple[Floats, Floats, Floats]:
    """Return band and p of what is observed (K,) beside what was drawn (draws, K)."""
    draws, slack = len(drawn), 1e-12
    below = (drawn <= observed + slack).sum(axis=0)
    above = (drawn >= observed - slack).sum(axis=0)
    p = np.minimum(1.0, 2.0 * (np.minimum(below, above) + 1) / (draws + 1))
    # So many draws at or beyond a share make its p just not remarkable: the band ends there.
    rank = int(np.ceil(round((1.0 - level) / 2.0 * (draws + 1), 9))) - 1
    if rank < 1:
        low, high = np.zeros(observed.size), np.ones(observed.size)
    else:
        ends = np.partition(drawn, [rank - 1, draws - rank], axis=0)
        low, high = ends[rank - 1].copy(), ends[draws - rank].copy()  # not views that keep every draw
    return low, high, np.where(np.isnan(observed), np.nan, p)


def _drawn_shares(weights: Floats, q: Floats, draws: int, seed: int) -> Floats:
    """Return (draws, K) shares; drawn in blocks, so that memory stays bounded.

    Each group is drawn against the rest, all with the same random numbers: what is said of a group does not depend
    on the order or the division of the others, nor on whether the shares, known to half a point, add up to 1.
    """
    rng = np.random.default_rng(seed)
    block = max(1, CELLS // weights.size)
    sums = np.empty((draws, q.size))
    for start in range(0, draws, block):
        numbers = rng.random((min(block, draws - start), weights.size))
        for group, share in enumerate(q):
            sums[start : start + block, group] = (numbers < share) @ weights
    return np.asarray(sums / weights.sum())
