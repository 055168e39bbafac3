"""Correction for looking at several groups at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def holm(p: npt.ArrayLike) -> Floats:
    """Return Holm-adjusted p-values; two groups are one test and stay as they are.

    Parameters
    ----------
    p : (K,)
        Unadjusted p-values; NaN stays NaN and does not count as a test.

    References
    ----------
    Holm, S. (1979), Scandinavian Journal of Statistics 6, 65-70.

    Notes
    -----
    Not by statsmodels, which collects all garbage at every call (30 ms of each rerun); the tests compare with it.
    """
    p = np.asarray(p, dtype=float)
    tested = np.flatnonzero(~np.isnan(p))
    adjusted = p.copy()
    if p.size > 2 and tested.size:
        order = tested[np.argsort(p[tested])]
        steps = p[order] * np.arange(order.size, 0, -1)
        adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1.0)
    return adjusted
