"""A group's share of the partners beside its share of the region: the difference and the quotient."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def gap(p: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return how far each group's share of the partners lies above that of the region.

    .. math:: p_g - q_g

    Parameters
    ----------
    p, q : array_like, broadcast together
        Shares of partners and region, fractions of 1; NaN where not known.

    Returns
    -------
    Fractions of 1, from -1 to 1 (times 100: points); NaN where either is not known.

    Raises
    ------
    ValueError
        Where a share is not between 0 and 1.
    """
    p, q = _fraction(p, "p"), _fraction(q, "q")
    return np.asarray(p - q)


def participation_to_prevalence(p: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return each group's share of the partners as a multiple of its share of the region.

    .. math:: p_g / q_g

    Parameters
    ----------
    p, q : array_like, broadcast together
        Shares of partners and region, fractions of 1; NaN where not known.

    Returns
    -------
    1 at parity, 0 where nobody is; NaN where either is not known, or the group is 0 in the region. On a chart
    it belongs on a logarithmic axis: 0.5 and 2 are equally far from parity.

    Raises
    ------
    ValueError
        Where a share is not between 0 and 1.

    References
    ----------
    Poon, R. et al. (2013), Journal of Women's Health 22, 604-616 (participation-to-prevalence). Florence, P. S.
    (1939), Report on the Location of Industry, PEP (location quotient, the same number).
    """
    p, q = _fraction(p, "p"), _fraction(q, "q")
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.where(q > 0, p / q, np.nan)


def _fraction(values: npt.ArrayLike, name: str) -> Floats:
    array = np.asarray(values, dtype=float)
    if ((array < 0) | (array > 1)).any():
        raise ValueError(f"{name}: a share lies between 0 and 1")
    return array
