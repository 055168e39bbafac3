"""What a share could still be, were everything known."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def bounds(y: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Return the lowest and highest share of each group over all ways the unknowns may turn out.

    .. math:: [x_g / N, (x_g + u_g) / N]

    Parameters
    ----------
    y : (n, K)
        Part of each partner in each group, NaN where not known.
    weights : (n,)
        Weight of each partner, at least 0.

    Returns
    -------
    (K, 2) fractions of 1; (0, 1) where there is no weight at all. A partner that gave some groups only
    can still add to another group what it has left: 1 minus the sum of what it gave.
    """
    y, weights = np.asarray(y, float), np.asarray(weights, float)
    total = weights.sum()
    if total <= 0:
        return np.tile([0.0, 1.0], (y.shape[1], 1))
    given = ~np.isnan(y)
    parts = np.where(given, y, 0.0)
    left = np.clip(1.0 - parts.sum(axis=1), 0.0, 1.0)
    low = weights @ parts
    high = low + weights @ np.where(given, 0.0, left[:, None])
    return np.asarray(np.column_stack([low, high]) / total)
