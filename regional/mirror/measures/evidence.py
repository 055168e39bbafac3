"""What is known of one theme, and how far from blind choice it lies: one class for each way in which partners count.

All arrays are (K,), a value a group. More than 30 % unknown makes a p-value one that holds however the rest falls.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.augmented import Parts, augmented_band, augmented_p
from regional.mirror.measures.chance import (
    binomial_band,
    binomial_p,
    monte_carlo_upper,
    normal_chance,
    towards,
    weighted_chance,
)
from regional.mirror.measures.family import Bounded, FamilyTheme, Labels
from regional.mirror.measures.half import at_least_half, half_p, half_parts_p

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
MAX_EXACT = 2_000
"""Above this many partners with unequal weights chance is computed by the normal approximation."""


@dataclass(frozen=True)
class Rules:
    """The thresholds of the states."""

    low_ratio: float = 0.8
    high_ratio: float = 1.25
    alpha: float = 0.05
    min_known: int = 10
    max_unknown: float = 0.3


@dataclass(frozen=True)
class Evidence:
    """One theme beside the region.

    ``q`` the region's shares, known to ``precision``; ``total`` in each group (partners, also parts of partners; for
    money euros), of ``n`` partners that gave it; ``unknown`` partners did not (money: euros of them). ``tested``
    tells which groups can have a state; a group of 0 in the region cannot.
    """

    q: Floats
    precision: float
    total: Floats
    n: Floats
    unknown: Floats
    tested: Bools
    rules: Rules = field(default_factory=Rules)
    unit: float = 1.0
    """The smallest step by which a total can differ."""

    @property
    def whole(self) -> Floats:
        """The sum over all groups of what is known: the denominator of a share."""
        return self.n

    @cached_property
    def share(self) -> Floats:
        """Shares of the known, fractions of 1; NaN where nobody is known."""
        share = np.divide(self.total, self.whole, out=np.full(self.q.size, np.nan), where=self.whole > 0)
        return np.asarray(share)

    @cached_property
    def is_open(self) -> Bools:
        """Where so much is unknown that only what holds however the rest falls may be said."""
        everything = self.whole + self.unknown
        part = np.divide(self.unknown, everything, out=np.ones(self.q.size), where=everything > 0)
        return np.asarray(part > self.rules.max_unknown + 1e-12)

    @property
    def effective(self) -> Floats:
        """On how many equal partners each share stands."""
        return self.n

    @cached_property
    def p(self) -> Floats:
        """Two-sided p-values at the region's shares; NaN for what is not tested."""
        return self._tested(self.p_at(self.total, self.q))

    @cached_property
    def hardest(self) -> Floats:
        """The highest p-value over all that the region's shares may be, within their precision."""
        return self.hardest_at(self.total) if self.precision > 0 else self._tested(self.upper(self.p))

    def hardest_at(self, total: Floats) -> Floats:
        """Return :attr:`hardest` were ``total`` in the groups."""
        shares = [self.q]
        if self.precision > 0:
            shares += [np.clip(self.q + shift, 0.0, 1.0) for shift in (-self.precision, self.precision)]
        return self._tested(np.max([self.upper(self.p_at(total, share)) for share in shares], axis=0))

    def theme(self, p: Floats) -> FamilyTheme:
        """Return this theme for a family, with these p-values."""
        return Bounded(p)

    def p_at(self, total: Floats, q: Floats) -> Floats:
        """Return two-sided p-values were ``total`` in the groups and ``q`` the region's shares."""
        raise NotImplementedError

    def upper(self, p: Floats) -> Floats:
        """Return the upper end of p-values' own error."""
        return p

    def band(self) -> tuple[Floats, Floats]:
        """Return the 95 % range of the shares under chance."""
        raise NotImplementedError

    def half(self) -> Bools | None:
        """Tell which groups are surely at least half as strongly present as in the region; None where not asked."""
        return None

    @cached_property
    def judged(self) -> Bools:
        """Groups that are in the family: chosen by what is known and unknown, before any p-value is looked at.

        Where much is unknown, only a group that could still be clearly more, were all that is known in it.
        """
        enough = self.tested & (self.effective >= self.rules.min_known - 1e-9)
        if not self.is_open.any():
            return enough
        most = self.p_at(self.n, self.q)
        could = self.beyond(self.n, np.zeros(self.q.size, bool)) & (most < self.rules.alpha)
        return enough & (~self.is_open | could)

    def beyond(self, total: Floats, less: Bools) -> Bools:
        """Tell where a ratio is beyond its threshold at the far bound, also at the edges of the region's precision."""
        everything, rules = self.whole + self.unknown, self.rules
        low, high = (np.clip(self.q + shift, 0.0, 1.0) for shift in (-self.precision, self.precision))
        with np.errstate(divide="ignore", invalid="ignore"):
            is_less = (total + self.unknown) / everything < rules.low_ratio * low - 1e-9
            is_more = total / everything > rules.high_ratio * high + 1e-9
        return np.where(less, is_less, is_more)

    def _tested(self, p: Floats) -> Floats:
        return np.where(self.tested & (self.whole > 0), p, np.nan)

    @cached_property
    def _open(self) -> Floats:
        return np.where(self.is_open, self.unknown, 0.0)


class LabelEvidence(Evidence):
    """Each known partner is wholly of one group, all count alike."""

    def p_at(self, total: Floats, q: Floats) -> Floats:
        """Return exact binomial p-values."""
        if not self._open.any():
            return binomial_p(total, self.n, q)
        from scipy.special import bdtr, bdtrc

        n = (self.n + self._open).astype(int)
        less = bdtr(towards(total + self._open, n * q), n, q)
        more = np.where(total > 0, bdtrc(np.maximum(total - 1, 0), n, q), 1.0)
        return np.minimum(1.0, 2.0 * np.minimum(less, more))

    def theme(self, p: Floats) -> FamilyTheme:
        """Return the theme with its exact chance."""
        n = int(self.n.max(initial=0))
        return Labels(p, n, self.q, int(self._open.max(initial=0)))

    def band(self) -> tuple[Floats, Floats]:
        """Return the exact binomial range."""
        low, high = binomial_band(self.n, self.q)
        return low / np.maximum(self.n, 1), high / np.maximum(self.n, 1)

    def half(self) -> Bools | None:
        """Return the exact binomial test at half the region's share, the unknown all elsewhere."""
        return at_least_half(self._tested(half_p(self.total, self.n + self.unknown, self.q)), self.rules.alpha)


@dataclass(frozen=True)
class PartEvidence(Evidence):
    """Partners have parts in groups: halves, or percentages of their own."""

    parts: Parts = field(default_factory=lambda: Parts.of(np.empty((0, 0))))

    def p_at(self, total: Floats, q: Floats) -> Floats:
        """Return p-values of the augmented t."""
        is_observed = total is self.total
        return augmented_p(self.parts if is_observed else self.parts.at(total), q, self._open)

    def band(self) -> tuple[Floats, Floats]:
        """Return the range at the spread that there is."""
        return augmented_band(self.parts, self.q)

    def half(self) -> Bools | None:
        """Return the augmented t at half the region's share, the unknown all elsewhere."""
        return at_least_half(self._tested(half_parts_p(self.parts, self.q, self.unknown)), self.rules.alpha)


@dataclass(frozen=True)
class MoneyEvidence(Evidence):
    """Partners weigh unequally: chance is drawn with their actual ``weights``, each wholly in one group.

    ``known`` is the weight that each share stands on, ``squares`` the sum of the squared weights.
    """

    weights: Floats = field(default_factory=lambda: np.empty(0))
    known: Floats = field(default_factory=lambda: np.empty(0))
    squares: Floats = field(default_factory=lambda: np.empty(0))
    draws: int = 5_000
    seed: int = 20_260_101

    @property
    def whole(self) -> Floats:
        """Euros."""
        return self.known

    @property
    def effective(self) -> Floats:
        """Kish's effective number."""
        return np.divide(self.known**2, self.squares, out=np.zeros(self.q.size), where=self.squares > 0)

    def p_at(self, total: Floats, q: Floats) -> Floats:
        """Return drawn p-values, or normal ones for thousands of partners; NaN where too much is unknown."""
        share = np.divide(total, self.known, out=np.full(q.size, np.nan), where=self.known > 0)
        return np.where(self.is_open, np.nan, self._chance(q, share)[2])

    def upper(self, p: Floats) -> Floats:
        """Return the upper end of the error that drawing leaves."""
        return p if self.weights.size > MAX_EXACT else monte_carlo_upper(p, self.draws)

    def band(self) -> tuple[Floats, Floats]:
        """Return the drawn range."""
        return self._chance(self.q, self.share)[:2]

    def _chance(self, q: Floats, share: Floats) -> tuple[Floats, Floats, Floats]:
        if self.weights.size > MAX_EXACT:
            return normal_chance(self.weights, q, share)
        return weighted_chance(self.weights, q, share, self.draws, self.seed)


def evidence(
    y: npt.ArrayLike,
    weights: npt.ArrayLike,
    q: npt.ArrayLike,
    *,
    precision: float = 0.0,
    tested: npt.ArrayLike | None = None,
    rules: Rules | None = None,
    draws: int = 5_000,
    seed: int = 20_260_101,
) -> Evidence:
    """Return what is known of a theme.

    Parameters
    ----------
    y : (n, K)
        Part of each partner in each group, NaN where not known.
    weights : (n,)
        Of each partner, at least 0; equal weights count partners.
    q : (K,)
        The region's shares, known to half a width ``precision``.
    tested : (K,) bool
        Groups that can have a state; all where left out.
    """
    parts, w, region = np.asarray(y, float), np.asarray(weights, float), np.asarray(q, float)
    can = (np.ones(region.size, bool) if tested is None else np.asarray(tested, bool)) & (region > 0)
    rules = rules or Rules()
    given = ~np.isnan(parts)
    carried = w[given.any(axis=1)]
    carried = carried[carried > 0]
    filled = np.where(given, parts, 0.0)
    if carried.size and np.ptp(carried) > 1e-9 * carried.max():
        known, n = w @ given, (given & (w > 0)[:, None]).sum(axis=0).astype(float)
        return MoneyEvidence(
            region, precision, w @ filled, n, w.sum() - known, can, rules, weights=carried, known=known,
            squares=w**2 @ given, draws=draws, seed=seed,
        )  # fmt: skip
    # Who weighs nothing carries nothing; equal weights are partners, whatever they weigh.
    carrying = parts[w > 0] if w.size and w.max() > 0 else parts[:0]
    sums = Parts.of(carrying)
    unknown = len(carrying) - sums.n
    made = Evidence(region, precision, sums.total, sums.n, unknown, can, rules)
    if _is_labels(carrying):
        return LabelEvidence(**vars(made))
    return PartEvidence(**vars(replace(made, unit=0.5)), parts=sums)


def _is_labels(y: Floats) -> bool:
    """Tell whether every partner that is known is wholly in one group."""
    known = y[~np.isnan(y).all(axis=1)]
    return bool(((known == 0) | (known == 1)).all() and (known.sum(axis=1) == 1).all())
