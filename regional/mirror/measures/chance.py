"""What blind choice would give: one model for every case.

Each partner, with its actual weight, belongs wholly to one group, drawn from the region's shares q. The
portfolio is a census of the museum's partners, not a sample: the model says what chance alone would do.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def binomial_p(x: npt.ArrayLike, n: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return the two-sided p-value of ``x`` partners of ``n`` in groups with region shares ``q``.

    .. math:: p = \min(1, 2 \min(P(X \le x), P(X \ge x))), \quad X \sim Bin(n, q)

    Twice the smaller tail, so that p < 0.05 exactly where x lies outside :func:`binomial_band`.

    Parameters
    ----------
    x, n, q : array_like, broadcast together
        Partners in the group (a sum of fractions is rounded towards ``n q``), partners known, region share.

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
    from scipy.stats import binom

    n, q = np.broadcast_arrays(np.asarray(n, float), np.asarray(q, float))
    tail = (1.0 - level) / 2.0
    low = np.asarray(binom.ppf(tail, n, q), float)
    high = np.asarray(binom.isf(tail, n, q), float)
    # ppf and isf stop at the tail itself; a count whose tail is exactly alpha/2 is still inside.
    return np.where(n > 0, np.maximum(low, 0.0), 0.0), np.where(n > 0, high, 0.0)


def towards(x: Floats, centre: Floats) -> Floats:
    """Round sums of fractions to whole partners on the side of ``centre``, so never further from chance."""
    whole = np.round(x)
    return np.where(np.isclose(x, whole, atol=1e-9), whole, np.where(x < centre, np.ceil(x), np.floor(x)))


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
    weights : (n,) positive
        Weight of each known partner; the order does not matter.
    q, observed : (K,)
        Region shares and observed weighted shares, fractions of 1.
    draws, seed : int

    Returns
    -------
    low, high, p : (K,) arrays; band as shares. Each draw gives every partner wholly to one group.
    """
    weights = np.sort(np.asarray(weights, float))[::-1]
    q, observed = np.asarray(q, float), np.asarray(observed, float)
    shares = _drawn_shares(weights, q, draws, seed)
    tail = (1.0 - level) / 2.0
    low = np.quantile(shares, tail, axis=0, method="lower")
    high = np.quantile(shares, 1.0 - tail, axis=0, method="higher")
    slack = 1e-12
    below = (shares <= observed + slack).sum(axis=0)
    above = (shares >= observed - slack).sum(axis=0)
    p = np.minimum(1.0, 2.0 * (np.minimum(below, above) + 1) / (draws + 1))
    return low, high, np.asarray(p)


def normal_chance(
    weights: npt.ArrayLike, q: npt.ArrayLike, observed: npt.ArrayLike, level: float = 0.95
) -> tuple[Floats, Floats, Floats]:
    """Return what :func:`weighted_chance` returns by the normal approximation, for thousands of partners.

    The share of a group has mean q and variance q (1 - q) sum(w^2) / (sum w)^2.
    """
    from scipy.special import ndtr, ndtri

    weights, q, observed = (np.asarray(a, float) for a in (weights, q, observed))
    spread = np.sqrt(q * (1.0 - q) * (weights**2).sum()) / weights.sum()
    reach = float(ndtri(0.5 + level / 2.0)) * spread
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.abs(observed - q) / spread
    p = np.where(spread > 0, 2.0 * ndtr(-z), np.where(np.isclose(observed, q), 1.0, 0.0))
    return np.maximum(q - reach, 0.0), np.minimum(q + reach, 1.0), np.asarray(p)


def _drawn_shares(weights: Floats, q: Floats, draws: int, seed: int, cells: int = 2_000_000) -> Floats:
    """Return (draws, K) shares; drawn in blocks, so that memory stays bounded."""
    rng = np.random.default_rng(seed)
    edges = np.cumsum(q / q.sum())[:-1]
    block = max(1, cells // max(1, weights.size))
    parts = []
    for start in range(0, draws, block):
        rows = min(block, draws - start)
        groups = np.searchsorted(edges, rng.random((rows, weights.size)), side="right")
        flat = (groups + np.arange(rows)[:, None] * q.size).ravel()
        sums = np.bincount(flat, weights=np.tile(weights, rows), minlength=rows * q.size)
        parts.append(sums.reshape(rows, q.size) / weights.sum())
    return np.concatenate(parts)
