"""How many groups there are, and how evenly filled. The mirror is not a maximum: more is not better."""

from __future__ import annotations

import numpy as np

from regional.mirror.measures.arrays import Floats, of_shares


@of_shares
def shannon(p: Floats, base: float = np.e) -> float:
    r"""Return Shannon's entropy of a composition.

    .. math:: H = -\sum_g p_g \log_b p_g

    Parameters
    ----------
    p : (K,)
        Counts, amounts or shares of the groups.
    base : float
        Of the logarithm: e gives nats, 2 gives bits.

    Returns
    -------
    float from 0 (one group) to log K (all equal); NaN where there is nothing.

    References
    ----------
    Shannon, C. E. (1948), Bell System Technical Journal 27, 379-423.
    """
    from scipy.special import entr

    return float(entr(p).sum() / np.log(base))


@of_shares
def hill(p: Floats, order: float = 1.0) -> float:
    r"""Return Hill's number: how many equally filled groups would be as diverse.

    .. math:: {}^a D = \Bigl(\sum_g p_g^a\Bigr)^{1/(1-a)}, \quad {}^1 D = \exp H

    Parameters
    ----------
    p : (K,)
        Counts, amounts or shares of the groups.
    order : float
        0 counts the groups, 1 weighs them by their share, 2 stresses the large, infinity sees only the largest.

    Returns
    -------
    float from 1 to K, in groups; NaN where there is nothing.

    Raises
    ------
    ValueError
        Where the order is negative.

    References
    ----------
    Hill, M. O. (1973), Ecology 54, 427-432. Jost, L. (2006), Oikos 113, 363-375.
    """
    if not order >= 0:
        raise ValueError("the order of a Hill number is at least 0")
    present = p[p > 0]
    if order == 1:
        return float(np.exp(-(present * np.log(present)).sum()))
    if np.isinf(order):
        return float(1.0 / present.max())
    # In logarithms, relative to the largest: a high order would underflow.
    largest = present.max()
    log_sum = order * np.log(largest) + np.log(((present / largest) ** order).sum())
    return float(np.exp(log_sum / (1.0 - order)))


@of_shares
def effective_groups(p: Floats) -> float:
    r"""Return the effective number of groups, Hill's number of order 1: :math:`\exp H`; from 1 to K, in groups.

    Parameters
    ----------
    p : (K,)
        Counts, amounts or shares of the groups; NaN comes back where there is nothing.

    References
    ----------
    Jost, L. (2006), Oikos 113, 363-375.
    """
    return hill(p, 1.0)


@of_shares
def simpson(p: Floats) -> float:
    r"""Return the chance that two partners, drawn with replacement, are of different groups.

    .. math:: 1 - \sum_g p_g^2

    Parameters
    ----------
    p : (K,)
        Counts, amounts or shares of the groups.

    Returns
    -------
    float from 0 (one group) to 1 - 1/K (all equal); NaN where there is nothing.

    References
    ----------
    Simpson, E. H. (1949), Nature 163, 688.
    """
    return float(1.0 - p @ p)


@of_shares
def blau(p: Floats) -> float:
    r"""Return Blau's index of heterogeneity: :func:`simpson` by the name that research on organisations uses.

    .. math:: 1 - \sum_g p_g^2

    Parameters
    ----------
    p : (K,)
        Counts, amounts or shares of the groups; NaN comes back where there is nothing.

    References
    ----------
    Blau, P. M. (1977), Inequality and Heterogeneity, Free Press. Harrison, D. A. and Klein, K. J. (2007),
    Academy of Management Review 32, 1199-1228.
    """
    return simpson(p)
