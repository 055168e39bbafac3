"""One group of one theme on screen, with all that its measures are computed from; and what one measure's text holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from regional.dimensions import dimension
from regional.mirror.membership import Composed, compose, subset_kind
from regional.mirror.selection import Bools, Floats, has_kind, select
from regional.sentences.words import group_name
from regional.texts import N_

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.mirror.result import DimensionResult, Group, Mirror
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio
    from regional.texts import Texts


@dataclass(frozen=True)
class Case:
    """What is worked out: ``group`` of ``result`` of ``mirror``, which stands on ``portfolio`` and ``region``."""

    portfolio: Portfolio
    region: RegionProfile
    mirror: Mirror
    result: DimensionResult
    group: Group

    @property
    def settings(self) -> Settings:
        """The selection and the thresholds of the mirror."""
        return self.mirror.settings

    @property
    def by_number(self) -> bool:
        """Whether every partner counts once."""
        return self.settings.weight == "count"

    @property
    def single(self) -> bool:
        """Whether every partner counts once, wholly in one group."""
        return self.by_number and self.result.kind == "label"

    @property
    def k(self) -> int:
        """Position of the group in its theme."""
        return [group.id for group in self.result.groups].index(self.group.id)

    @property
    def p(self) -> float:
        """The group's share of the partners."""
        return self.group.partner_share or 0.0

    @property
    def q(self) -> float:
        """The group's share of the region."""
        return self.group.region_share or 0.0

    @cached_property
    def partners(self) -> Floats:
        """Shares of all groups among the partners, (K,), summing to 1 unless all are 0."""
        found = np.array([group.partner_share or 0.0 for group in self.result.groups])
        return np.asarray(found / found.sum()) if found.sum() > 0 else found

    @cached_property
    def shares(self) -> Floats:
        """Shares of all groups in the region, (K,)."""
        return np.array([group.region_share or 0.0 for group in self.result.groups])

    @cached_property
    def _composed(self) -> Composed:
        ids = [group.id for group in self.result.groups]
        chosen = select(self.portfolio, self.settings)
        return compose(self.portfolio, self.region, dimension(self.result.id), ids, chosen, self.settings)

    @property
    def y(self) -> Floats:
        """Part of each partner in each group, (n, K), NaN where not known."""
        return self._composed.y[self._composed.member]

    @property
    def weights(self) -> Floats:
        """Weight of each partner, (n,): 1 or euros."""
        return self._composed.weights[self._composed.member]

    @property
    def total(self) -> float:
        """What the group's share is a share of: partners, or euros, of whom this group is known."""
        return float(self.weights @ ~np.isnan(self.y[:, self.k]))

    @property
    def everything(self) -> float:
        """The same with the unknown: N, or euros."""
        return float(self.weights.sum())

    @property
    def equal(self) -> bool:
        """Whether all known partners weigh the same."""
        known = self.weights[~np.isnan(self.y).all(axis=1) & (self.weights > 0)]
        return bool(known.size) and float(np.ptp(known)) <= 1e-9 * float(known.max())

    @property
    def whole(self) -> bool:
        """Whether each known partner is wholly in one group, so that chance is exactly binomial."""
        known = self.y[~np.isnan(self.y).all(axis=1)]
        return bool(((known == 0) | (known == 1)).all())

    def since(self) -> Floats:
        """Return since when each partner of :attr:`y` is one, (n,) datetime64, NaT where not known."""
        frame = self.portfolio.frame.iloc[select(self.portfolio, self.settings).rows]
        kind = subset_kind(dimension(self.result.id), self.settings)
        keep: Bools = has_kind(frame, kind) if kind else np.ones(len(frame), dtype=bool)
        return np.asarray(frame["since"].to_numpy(dtype="datetime64[D]")[keep][self._composed.member])

    def name(self, t: Texts, group: Group | None = None) -> str:
        """Return the reader's name of a group."""
        return group_name(self.result, group or self.group, t)

    def amount(self, value: float, t: Texts) -> str:
        """Write a count as the selection counts: partners, parts of partners, or euros."""
        if not self.by_number:
            return t.euro(value)
        return t.number(value, 0 if abs(value - round(value)) < 1e-9 else 2)


@dataclass(frozen=True)
class Measure:
    """One measure: its name, what it is for, its formulas (TeX), where it is from, and its example.

    ``about`` is what the example is of: the chosen group, its theme, or all partners. ``missing`` says why a case has
    nothing to compute it with, "" where it has; ``steps`` works it out.
    """

    id: str
    title: str
    purpose: str
    formulas: tuple[str, ...]
    reference: str
    missing: Callable[[Case], str]
    steps: Callable[[Case, Texts], list[str]]
    about: Literal["group", "theme", "all"] = "group"


def untested(case: Case) -> str:
    """Say why there is no comparison to work out."""
    tested = case.result.tested and case.group.partner_share is not None and case.partners.any()
    return "" if tested else NOTHING


def no_region(case: Case) -> str:
    """Say why there is no ratio: the group is 0 in the region."""
    return untested(case) or ("" if case.q > 0 else ZERO)


def not_by_number(case: Case) -> str:
    """Say why a measure of whole partners or their parts does not fit."""
    return untested(case) or ("" if case.by_number else MONEY)


def not_single(case: Case) -> str:
    """Say why a measure of whole partners does not fit."""
    return not_by_number(case) or ("" if case.single else PARTS)


NOTHING = N_(
    "With what is on screen there is nothing to compute this with: too little is known of our partners for it."
)
ZERO = N_("With what is on screen there is nothing to compute this with: the region has nobody in this group.")
MONEY = N_(
    "On screen partners count by their money. This measure counts partners: choose “Number of partners” on the left."
)
PARTS = N_(
    "In this theme partners are spread over several groups. This measure is for whole partners: choose another theme."
)


def shown_p(p: float | None, t: Texts, decimals: int = 3) -> str:
    """Write a p-value, never as 0."""
    if p is None:
        return "–"
    least = 10.0**-decimals
    return t("less than {share}", share=t.number(least, decimals)) if p < least else t.number(p, decimals)
