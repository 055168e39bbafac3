"""The share of partners that would have to be different, and how much of it chance alone makes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.arrays import Floats, of_two, shares

CELLS = 2_000_000
"""Numbers held at once while drawing, so that memory stays bounded."""


@dataclass(frozen=True)
class NoiseFloor:
    """What D is at perfect parity: ``mean`` (exact) and 95th percentile ``high`` (by ``draws`` draws)."""

    mean: float
    high: float
    draws: int


@of_two
def dissimilarity(p: Floats, q: Floats) -> float:
    r"""Return D, the share of partners that would have to be different for the mirror to be even.

    .. math:: D = \tfrac12 \sum_g |p_g - q_g|

    Parameters
    ----------
    p, q : (K,)
        Counts or shares of the groups on either side. Never shown without its :func:`noise_floor`; not for money.

    Returns
    -------
    float from 0 (the same) to 1 (no group in common); NaN where either side holds nothing.

    References
    ----------
    Duncan, O. D. and Duncan, B. (1955), American Sociological Review 20, 210-217.
    """
    return float(np.abs(p - q).sum() / 2.0)


def noise_floor(n: int, q: npt.ArrayLike, draws: int = 20_000, seed: int = 20_260_101) -> NoiseFloor:
    r"""Return what :func:`dissimilarity` comes to where every partner is drawn blindly from the region.

    .. math:: E[D] = \frac{1}{2n} \sum_g E|X_g - n q_g|, \quad X_g \sim Bin(n, q_g)

    The mean is exact, by De Moivre's formula
    :math:`E|X - nq| = 2 m \binom{n}{m} q^m (1-q)^{n-m+1}` with :math:`m = \lfloor nq \rfloor + 1`; the 95th
    percentile is by seeded Monte Carlo.

    Parameters
    ----------
    n : int
        Partners known, one label each.
    q : (K,)
        The region's shares, or counts.
    draws, seed : int

    Returns
    -------
    NoiseFloor
        For 72/7/6/6/5/4 % at n = 30: mean 0.117, 95th percentile 0.193. NaN at n = 0.

    Raises
    ------
    ValueError
        Where n is negative, or q is no composition.

    References
    ----------
    Diaconis, P. and Zabell, S. (1991), Statistical Science 6, 284-302 (De Moivre's formula). Cortese, C. F.,
    Falk, R. F. and Cohen, J. K. (1976), American Sociological Review 41, 630-637 (D is above 0 by chance alone).
    """
    region = shares(q, "q")
    if n < 0 or draws < 1:
        raise ValueError("n is at least 0 and draws at least 1")
    if n == 0:
        return NoiseFloor(float("nan"), float("nan"), 0)
    drawn = _drawn(n, region, draws, seed)
    return NoiseFloor(_expected(n, region), float(np.quantile(drawn, 0.95, method="higher")), draws)


def _expected(n: int, q: Floats) -> float:
    from scipy.special import gammaln, xlog1py, xlogy

    m = np.minimum(np.floor(n * q) + 1.0, n)  # a group of everyone (q = 1) has no noise, by its factor 1-q
    logs = gammaln(n + 1.0) - gammaln(m + 1.0) - gammaln(n - m + 1.0) + xlogy(m, q) + xlog1py(n - m + 1.0, -q)
    return float((m * np.exp(logs)).sum() / n)


def _drawn(n: int, q: Floats, draws: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    block = max(1, CELLS // q.size)
    starts = range(0, draws, block)
    blocks = (rng.multinomial(n, q, size=min(block, draws - start)) / n for start in starts)
    return np.concatenate([np.abs(p - q).sum(axis=1) / 2.0 for p in blocks])
