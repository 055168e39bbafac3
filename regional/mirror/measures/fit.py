"""Does the whole dimension fit the region? One test over all groups, exact wherever it can be."""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log
from typing import Literal

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.arrays import Floats, groups_and_shares

MAX_TABLES = 1_000_000
"""So many tables are enumerated at most; above that they are drawn."""
CELLS = 2_000_000
SLACK = 1e-7
"""Tables as likely as the one seen count as such, whatever their last binary digits."""


@dataclass(frozen=True)
class Fit:
    """A p-value, how it was made, and its standard error (0 where exact or from a distribution)."""

    p: float
    method: Literal["exact", "monte_carlo", "chi_square"]
    error: float = 0.0
    statistic: float | None = None


def goodness_of_fit(
    x: npt.ArrayLike, q: npt.ArrayLike, draws: int = 20_000, seed: int = 20_260_101, max_tables: int = MAX_TABLES
) -> Fit:
    r"""Return the probability, were every partner drawn blindly from the region, of a table no likelier than x.

    .. math:: p = \sum_{y : P(y) \le P(x)} P(y), \quad P(y) = \frac{n!}{\prod_g y_g!} \prod_g q_g^{y_g}

    Exact while there are at most ``max_tables`` tables, that is :math:`\binom{n + K - 1}{K - 1}`; above that by
    seeded Monte Carlo: (1 + tables no likelier) / (1 + draws), its standard error told.

    Parameters
    ----------
    x : (K,)
        Partners in each group, whole numbers.
    q : (K,)
        The region's shares, or counts.
    draws, seed, max_tables : int

    Returns
    -------
    Fit
        p = 1 where nobody is known or there is one group; p = 0, exactly, where someone is in a group of 0.

    Raises
    ------
    ValueError
        Where x are not whole partners, q is no composition, or the two differ in length.

    References
    ----------
    Read, T. R. C. and Cressie, N. A. C. (1988), Goodness-of-Fit Statistics for Discrete Multivariate Data. Davison,
    A. C. and Hinkley, D. V. (1997), Bootstrap Methods and their Application, section 4.2 (the 1 + of Monte Carlo).
    """
    count, share = groups_and_shares(x, q)
    if draws < 1:
        raise ValueError("draws is at least 1")
    if count[share == 0].any():
        return Fit(0.0, "exact")
    count, share = count[share > 0], share[share > 0]
    n = int(count.sum())
    seen = float(_log_weight(count[None, :], share)[0])
    if _log_tables(n, count.size) <= log(max(max_tables, 0.5)) + SLACK:
        return Fit(_exact(n, share, seen), "exact")
    unlikely = _drawn_no_likelier(n, share, seen, draws, seed)
    p = (1 + unlikely) / (1 + draws)
    return Fit(p, "monte_carlo", float(np.sqrt(p * (1.0 - p) / draws)))


def chi_square_fit(x: npt.ArrayLike, q: npt.ArrayLike) -> Fit:
    r"""Return Pearson's chi-square test, where it may be used.

    .. math:: X^2 = \sum_g \frac{(x_g - n q_g)^2}{n q_g}, \quad df = K - 1

    Parameters
    ----------
    x, q : (K,)
        As in :func:`goodness_of_fit`.

    Returns
    -------
    Fit
        p = 1 where there is one group.

    Raises
    ------
    ValueError
        Where a group is expected to hold fewer than 5, or as :func:`goodness_of_fit`.

    References
    ----------
    Pearson, K. (1900), Philosophical Magazine 50, 157-175. Cochran, W. G. (1954), Biometrics 10, 417-451 (the 5).
    """
    from scipy.special import chdtrc

    count, share = groups_and_shares(x, q)
    expected = count.sum() * share
    if (expected < 5).any():
        raise ValueError("chi-square asks for 5 expected partners or more in every group: use goodness_of_fit")
    statistic = float(((count - expected) ** 2 / expected).sum())
    p = float(chdtrc(count.size - 1, statistic)) if count.size > 1 else 1.0
    return Fit(p, "chi_square", statistic=statistic)


def _log_tables(n: int, k: int) -> float:
    """Return the logarithm of the number of tables: the number itself can have thousands of digits."""
    return lgamma(n + k) - lgamma(k) - lgamma(n + 1)


def _log_weight(tables: npt.NDArray[np.int64], q: Floats) -> Floats:
    """Return log P of each row of ``tables`` (m, K), less the log n! that all have in common."""
    from scipy.special import gammaln

    return np.asarray(tables @ np.log(q) - gammaln(tables + 1.0).sum(axis=1))


def _exact(n: int, q: Floats, seen: float) -> float:
    """Sum over all tables, filled group by group: of each only what is left to fill and log P are kept."""
    from scipy.special import gammaln

    left, logs = np.array([n]), np.zeros(1)
    factorials = gammaln(np.arange(n + 1) + 1.0)
    for share in q[:-1]:
        options = left + 1
        starts = np.repeat(np.cumsum(options) - options, options)
        taken = np.arange(options.sum()) - starts
        logs = np.repeat(logs, options) + taken * np.log(share) - factorials[taken]
        left = np.repeat(left, options) - taken
    logs += left * np.log(q[-1]) - factorials[left]
    no_likelier = logs <= seen + SLACK
    return float(min(1.0, np.exp(logs[no_likelier] + factorials[n]).sum()))


def _drawn_no_likelier(n: int, q: Floats, seen: float, draws: int, seed: int) -> int:
    rng = np.random.default_rng(seed)
    block = max(1, CELLS // q.size)
    starts = range(0, draws, block)
    tables = (rng.multinomial(n, q, size=min(block, draws - start)) for start in starts)
    return sum(int((_log_weight(drawn, q) <= seen + SLACK).sum()) for drawn in tables)
