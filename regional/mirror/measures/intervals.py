"""Intervals on a share, as if the partners were a sample: for the details and for Python, never on screen.

The portfolio is a census of the museum's partners; what chance would do is told by the band
(:mod:`regional.mirror.measures.chance`), not by these.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.arrays import amounts

Floats = npt.NDArray[np.float64]


def wilson(x: npt.ArrayLike, n: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    r"""Return Wilson's score interval for a share.

    .. math:: \frac{x + z^2/2}{n + z^2} \pm \frac{z}{n + z^2} \sqrt{\frac{x (n - x)}{n} + \frac{z^2}{4}}

    Parameters
    ----------
    x, n : array_like, broadcast together
        Partners in the group (parts add up), partners known.
    level : float
        Confidence, between 0 and 1.

    Returns
    -------
    low, high : fractions of 1; 0 and 1 where nobody is known.

    Raises
    ------
    ValueError
        Where x is not between 0 and n, or a value is unknown.

    References
    ----------
    Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212.
    """
    from scipy.special import ndtri

    x, n, tail = _counts(x, n, level)
    squared = float(ndtri(tail)) ** 2
    known = np.maximum(n, 1e-300)
    middle = (x + squared / 2.0) / (n + squared)
    reach = np.sqrt(squared) / (n + squared) * np.sqrt(x * (n - x) / known + squared / 4.0)
    # At x = 0 and x = n the ends are 0 and 1, but for rounding.
    return np.where(x > 0, middle - reach, 0.0), np.where(x < n, middle + reach, 1.0)


def clopper_pearson(x: npt.ArrayLike, n: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    r"""Return the exact interval for a share: every share that a two-sided binomial test would not refuse.

    .. math:: [B_{\alpha/2}(x, n - x + 1),\; B_{1-\alpha/2}(x + 1, n - x)]

    with :math:`B_u(a, b)` the quantile u of the beta distribution.

    Parameters
    ----------
    x, n, level
        As in :func:`wilson`; for parts of partners it is that of the beta distribution.

    Returns
    -------
    low, high : fractions of 1; 0 and 1 where nobody is known.

    Raises
    ------
    ValueError
        As :func:`wilson`.

    References
    ----------
    Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413.
    """
    x, n, tail = _counts(x, n, level)
    return _beta(x, n - x + 1.0, tail, x > 0, 0.0), _beta(x + 1.0, n - x, 1.0 - tail, x < n, 1.0)


def jeffreys(x: npt.ArrayLike, n: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    r"""Return the interval for a share by Jeffreys' prior, Beta(1/2, 1/2).

    .. math:: [B_{\alpha/2}(x + \tfrac12, n - x + \tfrac12),\; B_{1-\alpha/2}(x + \tfrac12, n - x + \tfrac12)]

    It starts at 0 where x = 0 and ends at 1 where x = n, as Brown, Cai and DasGupta advise.

    Parameters
    ----------
    x, n, level
        As in :func:`wilson`.

    Returns
    -------
    low, high : fractions of 1; 0 and 1 where nobody is known.

    Raises
    ------
    ValueError
        As :func:`wilson`.

    References
    ----------
    Brown, L. D., Cai, T. T. and DasGupta, A. (2001), Statistical Science 16, 101-133.
    """
    x, n, tail = _counts(x, n, level)
    a, b = x + 0.5, n - x + 0.5
    return _beta(a, b, tail, x > 0, 0.0), _beta(a, b, 1.0 - tail, x < n, 1.0)


def goodman(x: npt.ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    r"""Return Goodman's simultaneous intervals: all groups at once hold with at least this confidence.

    .. math:: \frac{c + 2 x_g \pm \sqrt{c\,(c + 4 x_g (n - x_g) / n)}}{2 (n + c)},
        \quad c = \chi^2_1(1 - \alpha / K)

    Parameters
    ----------
    x : (K,)
        Partners in each group.
    level : float
        Confidence, between 0 and 1.

    Returns
    -------
    low, high : (K,) fractions of 1; 0 and 1 where nobody is known.

    Raises
    ------
    ValueError
        Where a count is negative or unknown.

    References
    ----------
    Goodman, L. A. (1965), Technometrics 7, 247-254. It is Wilson's interval with alpha / K for each group.
    """
    count = amounts(x, "x")
    return wilson(count, count.sum(), 1.0 - (1.0 - level) / max(count.size, 1))


def _counts(x: npt.ArrayLike, n: npt.ArrayLike, level: float) -> tuple[Floats, Floats, float]:
    """Return x, n and the probability below the interval."""
    if not 0.0 < level < 1.0:
        raise ValueError("level lies between 0 and 1")
    count, known = np.broadcast_arrays(np.asarray(x, float), np.asarray(n, float))
    if not ((count >= 0) & (count <= known) & np.isfinite(known)).all():
        raise ValueError("x lies between 0 and n, and both are known")
    return count, known, (1.0 - level) / 2.0


def _beta(a: Floats, b: Floats, quantile: float, inside: npt.NDArray[np.bool_], edge: float) -> Floats:
    from scipy.special import betaincinv

    return np.where(inside, betaincinv(np.where(inside, a, 1.0), np.where(inside, b, 1.0), quantile), edge)
