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
    """
    from statsmodels.stats.multitest import multipletests

    p = np.asarray(p, dtype=float)
    tested = ~np.isnan(p)
    adjusted = p.copy()
    if p.size > 2 and tested.any():
        adjusted[tested] = multipletests(p[tested], method="holm")[1]
    return adjusted
