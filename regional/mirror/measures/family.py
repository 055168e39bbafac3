"""One family of tests: step-down min-p over all groups of all themes that are looked at together.

A theme brings the p-values of its groups and the chance that, were every partner drawn blindly, some of its groups
would do as well. For single labels that chance is exact and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
SAME = 1e-9
"""Relative difference below which two p-values are the same, whatever their last binary digits."""
MOST_GROUPS = 100
"""Above so many groups their chances are added up."""
SURE = 1e-8
"""Below this the sum of the groups' own chances is as good as the chance of any of them, and loses no digits."""


class FamilyTheme(Protocol):
    """What a family asks of one theme; arrays have shape (K,)."""

    @property
    def p(self) -> Floats:
        """P-values, unadjusted; NaN for groups that are not tested."""

    def chance(self, level: float, among: Bools) -> float:
        """Return the chance that some group of ``among`` has a p-value of at most ``level``."""

    def cost(self, level: float, among: Bools) -> float:
        """Return what this theme adds to the adjusted p-value of a group of another theme."""


@dataclass(frozen=True)
class Labels:
    """A theme of single labels: ``n`` known partners, ``unknown`` others, region shares ``q`` (K,).

    With ``unknown`` above 0 a p-value holds however these partners turn out: it is that of the far bound. Within the
    theme it is adjusted as if all were known; other themes pay only for what the known ones can do by chance.
    """

    p: Floats
    n: int
    q: Floats
    unknown: int = 0

    def chance(self, level: float, among: Bools) -> float:
        """Return the exact chance that some group of ``among`` (K,) does as well as ``level``."""
        return draws(self.n + self.unknown, tuple(self.q.tolist())).chance(level, among)

    def cost(self, level: float, among: Bools) -> float:
        """Return the same for the known partners alone."""
        return draws(self.n, tuple(self.q.tolist()), self.unknown).chance(level, among)


@dataclass(frozen=True)
class Bounded:
    """A theme of which only the p-values are known (shares, halves, money): the chances of its groups are added up.

    Two groups are one test.
    """

    p: Floats

    def chance(self, level: float, among: Bools) -> float:
        """Return the sum, at most 1."""
        tests = int(among.sum())
        return min(1.0, level * (min(tests, 1) if self.p.size <= 2 else tests))

    def cost(self, level: float, among: Bools) -> float:
        """Return the same."""
        return self.chance(level, among)


def step_down(themes: Sequence[FamilyTheme], alpha: float = 1.0) -> list[Floats]:
    r"""Return the adjusted p-values (K,) of each theme: strong control over all groups together.

    The p-values are sorted; at :math:`p_{(i)}`, with :math:`R_t` the groups of theme t not yet passed, the adjusted
    value is

    .. math:: \sum_t P(\min_{g \in R_t} p_g \le p_{(i)})

    capped at 1, as a running maximum, and never below the p-value itself. Within a theme the chance is exact; between
    themes, of which the dependence is not known, chances are added (Bonferroni).

    Parameters
    ----------
    themes : the family; what is in it is chosen before any p-value is looked at.
    alpha : adjusted values from here on are not told apart, and given as 1.

    Returns
    -------
    One array a theme; NaN for groups that are not tested.

    References
    ----------
    Westfall, P. H. and Young, S. S. (1993), Resampling-Based Multiple Testing, section 2.6 (step-down min-P).
    """
    left = [~np.isnan(theme.p) for theme in themes]
    adjusted = [np.where(tested, 1.0, np.nan) for tested in left]
    passed = 0.0
    order = sorted((theme.p[g], i, g) for i, theme in enumerate(themes) for g in np.flatnonzero(left[i]))
    for level, t, g in order:
        passed = max(passed, float(level), _together(themes, left, float(level), t))
        if passed >= alpha:
            break
        adjusted[t][g] = passed
        left[t][g] = False
    return adjusted


def critical_p(
    themes: Sequence[FamilyTheme], left: Sequence[Bools], candidates: npt.ArrayLike, alpha: float = 0.05
) -> float:
    """Return the largest of ``candidates`` with which a further group would be clear; 0 where none is small enough.

    Parameters
    ----------
    themes : the family.
    left : (K,) a theme, its groups that are tested and not clear.
    candidates : p-values that groups of these themes could have.
    alpha : level of the family.
    """
    levels = np.unique(np.asarray(candidates, float))
    low, high = -1, levels.size
    while high - low > 1:
        middle = (low + high) // 2
        if _together(themes, left, float(levels[middle]), -1) < alpha:
            low = middle
        else:
            high = middle
    return float(levels[low]) if low >= 0 else 0.0


def _together(themes: Sequence[FamilyTheme], left: Sequence[Bools], level: float, own: int) -> float:
    total = 0.0
    for t, theme in enumerate(themes):
        if left[t].any():
            total += theme.chance(level, left[t]) if t == own else theme.cost(level, left[t])
        if total >= 1.0:
            return 1.0
    return total


@lru_cache(maxsize=64)
def draws(n: int, q: tuple[float, ...], unknown: int = 0) -> Draws:
    """Return the chances of ``n`` partners and ``unknown`` others over shares ``q``: a region's stay the same."""
    return Draws(n, np.array(q), unknown)


@dataclass(frozen=True)
class Draws:
    """``n`` partners drawn blindly into groups of shares ``q`` (K,): the exact chance of extreme counts.

    ``unknown`` partners besides, of whom a p-value takes the worst.
    """

    n: int
    q: Floats
    unknown: int = 0

    def chance(self, level: float, among: Bools) -> float:
        r"""Return the chance that some group of ``among`` has a two-sided p-value of at most ``level``.

        Counts are independent Poisson variables given their sum. With :math:`T_g` the Poisson probabilities of group
        g at the counts whose p-value is above the level, and :math:`S` those of the sum of all other groups,

        .. math:: 1 - (T_1 * \dots * T_r * S)(n) / P(Poisson(n) = n)

        Returns
        -------
        A probability; exact to about 1e-12.

        References
        ----------
        Levin, B. (1981), Annals of Statistics 9, 1123-1126 (multinomial probabilities as truncated Poisson sums).
        """
        from scipy.special import gammaln, xlogy

        groups = [group for g, group in enumerate(self._groups) if among[g]]
        spans = [group.inside(level * (1 + SAME)) for group in groups]
        if any(first > last for first, last in spans):
            return 1.0
        alone = [group.outside(*span) for group, span in zip(groups, spans, strict=True)]
        if self.q.size == 2:  # each is what the other is not
            return min(1.0, max(alone))
        if sum(alone) < SURE or len(groups) == 1 or len(groups) > MOST_GROUPS:
            return min(1.0, sum(alone))
        start, joined = 0, np.ones(1)
        for group, (first, last) in zip(groups, spans, strict=True):
            start, joined = start + group.start + first, np.convolve(joined, group.poisson[first : last + 1])
        rest = self.n - start - np.arange(joined.size)
        joined, rest = joined[rest >= 0], rest[rest >= 0]
        mean = self.n * max(0.0, 1.0 - float(self.q[among].sum()))
        others = np.exp(xlogy(rest, mean) - mean - gammaln(rest + 1.0))
        whole = float(np.exp(xlogy(self.n, self.n) - self.n - gammaln(self.n + 1.0)))
        return float(np.clip(1.0 - joined @ others / whole, 0.0, 1.0))

    @cached_property
    def _groups(self) -> tuple[_Counts, ...]:
        return tuple(_counts(self.n, float(share), self.unknown) for share in self.q)


@dataclass(frozen=True)
class _Counts:
    """The counts of one group that can happen at all, from ``start`` up; all arrays over these counts."""

    start: int
    poisson: Floats
    below: Floats
    """P(X < x), and..."""
    above: Floats
    """P(X > x), binomial."""
    p: Floats

    def inside(self, level: float) -> tuple[int, int]:
        """Return first and last position whose p-value is above ``level``; first > last where none is."""
        above = np.flatnonzero(self.p > level)
        return (int(above[0]), int(above[-1])) if above.size else (1, 0)

    def outside(self, first: int, last: int) -> float:
        return float(self.below[first] + self.above[last])


def _counts(n: int, q: float, unknown: int) -> _Counts:
    from scipy.special import bdtr, bdtrc, gammaln, xlogy

    mean = n * q
    reach = 9.0 * np.sqrt(mean) + 25.0
    x = np.arange(max(0, int(mean - reach)), min(n, int(mean + reach)) + 1, dtype=float)
    poisson = np.exp(xlogy(x, mean) - mean - gammaln(x + 1.0))
    below, above = np.where(x > 0, bdtr(np.maximum(x - 1, 0), n, q), 0.0), bdtrc(x, n, q)
    total = n + unknown
    less = bdtr(x + unknown, total, q)
    more = np.where(x > 0, bdtrc(np.maximum(x - 1, 0), total, q), 1.0)
    return _Counts(int(x[0]), poisson, below, above, np.minimum(1.0, 2.0 * np.minimum(less, more)))
