"""At least half: what can be proven of a group that is there, where "no difference" cannot."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.augmented import Parts, p_more
from regional.mirror.measures.multiple import holm

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def half_p(x: npt.ArrayLike, n: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Return how likely blind choice at half the region's share would bring so many partners.

    .. math:: P(X \ge x), \quad X \sim Bin(n, q / 2)

    Parameters
    ----------
    x, n, q : array_like, broadcast together
        Partners in the group; known *and unknown* partners, for the unknown may all be elsewhere; region share.
    """
    from scipy.special import bdtrc

    count, total, share = np.broadcast_arrays(np.floor(np.asarray(x, float) + 1e-9), n, np.asarray(q, float) / 2.0)
    return np.where(count > 0, bdtrc(np.maximum(count - 1, 0), total.astype(int), share), 1.0)


def half_parts_p(parts: Parts, q: npt.ArrayLike, unknown: npt.ArrayLike = 0.0) -> Floats:
    """Return the same for parts (halves, percentages) by the augmented t; ``unknown`` partners have no part in it."""
    return p_more(parts, np.asarray(q, float) / 2.0, unknown)


def at_least_half(p: npt.ArrayLike, alpha: float = 0.05) -> Bools:
    """Tell which groups are surely at least half as strongly present as in the region: Holm over the theme (K,)."""
    adjusted = holm(p)
    return np.asarray(adjusted < alpha)
