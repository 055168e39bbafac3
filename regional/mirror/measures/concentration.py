"""How concentrated weights are: money, above all. Negative amounts are refused, per flow, never in and out added."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.arrays import Floats, amounts, of_shares

POINTS = 10_000
"""HHI in points, as competition authorities write it, is the fraction times this."""


def effective_n(weights: npt.ArrayLike) -> float:
    r"""Return the number of equal partners that would vary as much: (sum w)^2 / sum w^2; 0 without weight.

    Parameters
    ----------
    weights : (n,)
        Euros a year, or 1 for each partner.

    Raises
    ------
    ValueError
        Where a weight is negative or unknown (NaN).

    References
    ----------
    Kish, L. (1965), Survey Sampling, section 8.2.
    """
    w = amounts(weights, "weights")
    top = w.max(initial=0.0)
    if top == 0:
        return 0.0
    w = w / top  # so that no square overflows
    return float(w.sum() ** 2 / (w @ w))


@of_shares
def herfindahl(p: Floats) -> float:
    r"""Return the Herfindahl-Hirschman index of concentration.

    .. math:: HHI = \sum_j s_j^2, \quad s_j = w_j / \sum_i w_i

    Parameters
    ----------
    p : (n,)
        Euros a year of each partner, one flow (in or out), or their shares.

    Returns
    -------
    float from 1/n (all equal) to 1 (one partner); times :data:`POINTS` in points. NaN where there is nothing.

    References
    ----------
    Hirschman, A. O. (1964), American Economic Review 54, 761-762.
    """
    return float(p @ p)


@of_shares
def effective_partners(p: Floats) -> float:
    """Return the effective number of partners, 1 / HHI: :func:`effective_n`, but NaN where there is nothing.

    Parameters
    ----------
    p : (n,)
        Euros a year of each partner, one flow (in or out), or their shares.

    References
    ----------
    Adelman, M. A. (1969), Review of Economics and Statistics 51, 99-101 (the numbers equivalent).
    """
    return float(1.0 / (p @ p))


@of_shares
def top_share(p: Floats, k: int = 3) -> float:
    """Return the part that the k largest hold together, as a fraction of 1; 1 where there are no more than k.

    Parameters
    ----------
    p : (n,)
        Euros a year of each partner, one flow (in or out), or their shares; NaN comes back where there is nothing.
    k : int
        How many; at least 1, else ValueError.

    References
    ----------
    Curry, B. and George, K. D. (1983), Journal of Industrial Economics 31, 203-255 (the concentration ratio).
    """
    if k < 1:
        raise ValueError("k is at least 1")
    if k >= p.size:
        return 1.0
    return float(np.partition(p, -k)[-k:].sum())
