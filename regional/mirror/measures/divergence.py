"""Two distances between compositions that lie between 0 and 1."""

from __future__ import annotations

import numpy as np

from regional.mirror.measures.arrays import Floats, of_two


@of_two
def jensen_shannon(p: Floats, q: Floats, base: float = 2.0) -> float:
    r"""Return the Jensen-Shannon distance of partners and region.

    .. math:: \sqrt{\tfrac12 KL(p \| m) + \tfrac12 KL(q \| m)}, \quad m = \tfrac12 (p + q)

    Parameters
    ----------
    p, q : (K,)
        Counts, amounts or shares of the groups on either side.
    base : float
        Of the logarithm; with 2 the distance ends at 1.

    Returns
    -------
    float from 0 (the same) to 1 (no group in common); NaN where either side holds nothing.

    References
    ----------
    Endres, D. M. and Schindelin, J. E. (2003), IEEE Transactions on Information Theory 49, 1858-1860.

    Notes
    -----
    As ``scipy.spatial.distance.jensenshannon``, without loading ``scipy.spatial``; the tests compare with it.
    """
    from scipy.special import rel_entr

    middle = (p + q) / 2.0
    divergence = (rel_entr(p, middle).sum() + rel_entr(q, middle).sum()) / 2.0
    return float(np.sqrt(max(divergence, 0.0) / np.log(base)))  # rounding can leave the least bit below 0


@of_two
def hellinger(p: Floats, q: Floats) -> float:
    r"""Return the Hellinger distance of partners and region.

    .. math:: \frac{1}{\sqrt 2} \sqrt{\sum_g (\sqrt{p_g} - \sqrt{q_g})^2}

    Parameters
    ----------
    p, q : (K,)
        Counts, amounts or shares of the groups on either side.

    Returns
    -------
    float from 0 (the same) to 1 (no group in common); NaN where either side holds nothing.

    References
    ----------
    Hellinger, E. (1909), Journal für die reine und angewandte Mathematik 136, 210-271.
    """
    return float(np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2.0))
