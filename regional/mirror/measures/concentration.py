"""How concentrated weights are: money, above all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def effective_n(weights: npt.ArrayLike) -> float:
    r"""Return the number of equal partners that would vary as much: (sum w)^2 / sum w^2; 0 without weight.

    References
    ----------
    Kish, L. (1965), Survey Sampling, section 8.2.
    """
    w = np.asarray(weights, dtype=float)
    squares = float((w**2).sum())
    return float(w.sum() ** 2 / squares) if squares > 0 else 0.0
