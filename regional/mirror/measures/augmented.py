"""Parts instead of labels: a t-test that stays careful at small shares.

A partner that works half for one group and half for another, or that gives percentages, has a part between 0 and 1
in each group. Nobody of ten partners in a group gives a plain t-test no spread at all, and so any certainty: one
pseudo-partner at the opposite extreme is added first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Parts:
    """What partners gave of each group, summed up: ``n`` partners, ``total`` of parts, ``squares``; each (K,)."""

    n: Floats
    total: Floats
    squares: Floats

    @classmethod
    def of(cls, y: npt.ArrayLike) -> Parts:
        """Return the sums of ``y`` (n, K), NaN where a partner did not give the group."""
        parts = np.asarray(y, float)
        given = ~np.isnan(parts)
        filled = np.where(given, parts, 0.0)
        return cls(given.sum(axis=0).astype(float), filled.sum(axis=0), (filled**2).sum(axis=0))

    def with_others(self, n: npt.ArrayLike, part: float) -> Parts:
        """Return the sums with ``n`` more partners of whom each has ``part`` in every group."""
        more = np.asarray(n, float)
        return Parts(self.n + more, self.total + more * part, self.squares + more * part**2)

    def at(self, total: npt.ArrayLike) -> Parts:
        """Return the sums with another total, (..., K), of the same mix of wholes and smaller parts."""
        mix = np.divide(self.squares, self.total, out=np.ones(self.total.shape), where=self.total > 0)
        return Parts(self.n, np.asarray(total, float), np.asarray(total, float) * mix)


def augmented_p(parts: Parts, q: npt.ArrayLike, unknown: npt.ArrayLike = 0.0) -> Floats:
    r"""Return the two-sided p-value of the mean part in each group against the region's share.

    .. math:: p = \min(1, 2 \min(p_{less}, p_{more}))

    with :math:`p_{less}` that of Student's t on the sample and one pseudo-partner wholly in the group (n degrees of
    freedom), and :math:`p_{more}` that with one wholly outside it.

    Parameters
    ----------
    parts : Parts
        Sums over the known partners, (K,).
    q : (K,)
        The region's shares, fractions of 1.
    unknown : (K,) or scalar
        Partners besides, of whom the worst is taken: all in the group for "less", all outside it for "more".

    Returns
    -------
    (K,) probabilities; NaN where nobody gave the group.

    References
    ----------
    Student (1908), Biometrika 6, 1-25. The pseudo-partner: simulated in ``bench/bench_mirror.py``.
    """
    return np.minimum(1.0, 2.0 * np.minimum(p_less(parts, q, unknown), p_more(parts, q, unknown)))


def p_less(parts: Parts, q: npt.ArrayLike, unknown: npt.ArrayLike = 0.0) -> Floats:
    """Return the one-sided p-value (K,) that a group has less than ``q``; NaN where nobody gave it."""
    return _tail(parts, parts.with_others(np.asarray(unknown, float) + 1.0, 1.0), np.asarray(q, float), -1.0)


def p_more(parts: Parts, q: npt.ArrayLike, unknown: npt.ArrayLike = 0.0) -> Floats:
    """Return the one-sided p-value (K,) that a group has more than ``q``; NaN where nobody gave it."""
    return _tail(parts, parts.with_others(np.asarray(unknown, float) + 1.0, 0.0), np.asarray(q, float), 1.0)


def augmented_band(parts: Parts, q: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    """Return the lowest and highest mean part (K,) that chance leaves unremarkable, at the spread that is there.

    A mean outside it is one whose two-sided p-value lies below 1 - ``level``. Cut off at 0 and 1; NaN where nobody
    gave the group.
    """
    from scipy.special import stdtrit

    region, n = np.asarray(q, float), np.where(parts.n > 0, parts.n, np.nan)
    t = stdtrit(n, 0.5 + level / 2.0)
    low, high = (
        (n + 1) * (region - side * t * _error(parts.with_others(1, extreme))) - extreme
        for side, extreme in ((1.0, 1.0), (-1.0, 0.0))
    )
    return np.maximum(low / n, 0.0), np.minimum(high / n, 1.0)


def _error(parts: Parts) -> Floats:
    """Return the standard error of the mean."""
    mean = parts.total / parts.n
    variance = np.maximum(parts.squares / parts.n - mean**2, 0.0) * parts.n / np.maximum(parts.n - 1, 1)
    return np.asarray(np.sqrt(variance / parts.n))


def _tail(parts: Parts, grown: Parts, q: Floats, side: float) -> Floats:
    from scipy.special import stdtr

    error, away = _error(grown), side * (grown.total / grown.n - q)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(error > 0, away / error, np.where(away > 0, np.inf, -np.inf))
    return np.where(parts.n > 0, stdtr(np.maximum(grown.n - 1, 1), -t), np.nan)
