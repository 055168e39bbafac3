"""From figures to a state: what may be said of a group, and no more (measures.md, "States")."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.result import Status

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
EDGE = 1e-9


@dataclass(frozen=True)
class Rules:
    """The thresholds of the states."""

    low_ratio: float = 0.8
    high_ratio: float = 1.25
    alpha: float = 0.05
    min_known: int = 10
    max_unknown: float = 0.3


def states(
    share: npt.ArrayLike,
    q: npt.ArrayLike,
    p: npt.ArrayLike,
    p_adjusted: npt.ArrayLike,
    *,
    n: npt.ArrayLike,
    unknown_share: npt.ArrayLike,
    band_low: npt.ArrayLike,
    bounds: npt.ArrayLike,
    rules: Rules | None = None,
) -> npt.NDArray[np.object_]:
    """Return the state of each group.

    Parameters
    ----------
    share, q, p, p_adjusted : (K,)
        Partners' and region's shares (fractions of 1), p-values as they are and Holm-adjusted.
    n, unknown_share : (K,) or scalar
        Partners known (by money the effective number of Kish, :func:`effective_n`); the part of known and
        unknown together that is unknown.
    band_low : (K,)
        Lower end of the chance band, as a share.
    bounds : (K, 2)
        What the share could be were all unknowns known.

    Returns
    -------
    (K,) array of :class:`regional.mirror.result.Status`. A group of 0 in the region cannot be compared.
    """
    rules = rules or Rules()
    share, q, p, p_adjusted, band_low = (np.asarray(a, float) for a in (share, q, p, p_adjusted, band_low))
    bounds = np.asarray(bounds, float).reshape(-1, 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = share / q
    # A ratio of exactly 0.8 is not below it, whatever the last binary digit says.
    less, more = ratio < rules.low_ratio - EDGE, ratio > rules.high_ratio + EDGE
    sure = (p_adjusted < rules.alpha) & _holds(bounds, q, less, rules)
    seen = p < rules.alpha
    result = np.empty(share.shape, dtype=object)
    result.fill(Status.IN_LINE)
    result[less & seen], result[more & seen] = Status.POSSIBLY_LESS, Status.POSSIBLY_MORE
    result[less & seen & sure], result[more & seen & sure] = Status.CLEARLY_LESS, Status.CLEARLY_MORE
    few = (np.asarray(n) < rules.min_known - EDGE) | (np.asarray(unknown_share) > rules.max_unknown)
    result[few | (less & (band_low <= 0)) | np.isnan(share)] = Status.TOO_LITTLE_DATA
    result[~(q > 0)] = Status.NOT_COMPARABLE
    return result


def soften(found: npt.NDArray[np.object_], also: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Return ``found`` with each "clearly" that ``also`` (the states at another q) lacks made "possibly"."""
    result = found.copy()
    lost = found != also
    result[lost & (found == Status.CLEARLY_LESS)] = Status.POSSIBLY_LESS
    result[lost & (found == Status.CLEARLY_MORE)] = Status.POSSIBLY_MORE
    return result


def _holds(bounds: Floats, q: Floats, less: Bools, rules: Rules) -> Bools:
    """Tell whether the ratio stays beyond its threshold whatever the unknowns turn out to be."""
    low, high = bounds[:, 0], bounds[:, 1]
    return np.where(less, high < rules.low_ratio * q, low > rules.high_ratio * q)
