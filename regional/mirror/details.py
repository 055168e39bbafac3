"""The details behind one theme: for who wants to know, never the headline. From the same arrays as the mirror."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from regional.mirror.detail_result import Details, GroupDetails, MoneyDetails, Pair, Reason
from regional.mirror.measures.bootstrap import MeanInterval, mean_interval
from regional.mirror.measures.concentration import POINTS, effective_partners, herfindahl, top_share
from regional.mirror.measures.detectable import smallest_gap, surprise_of_zero
from regional.mirror.measures.dissimilarity import dissimilarity, noise_floor
from regional.mirror.measures.divergence import hellinger, jensen_shannon
from regional.mirror.measures.diversity import blau, effective_groups
from regional.mirror.measures.fit import goodness_of_fit
from regional.mirror.measures.intervals import clopper_pearson, goodman, jeffreys, wilson
from regional.mirror.measures.needed import needed
from regional.mirror.membership import compose
from regional.mirror.reflect import group_ids, reflect_dimension, region_shares
from regional.mirror.result import Status
from regional.mirror.selection import Floats, Selection, select

if TYPE_CHECKING:
    from regional.cbs.figures import Composition, RegionProfile
    from regional.dimensions import Dimension
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

BETWEEN = ("dissimilarity", "noise_mean", "noise_high", "jensen_shannon", "hellinger", "partner_groups", "partner_blau")
"""Measures that need the partners' share of every group."""
WHOLE = (*BETWEEN, "region_groups", "region_blau", "fit_p")
LABEL_INTERVALS = ("wilson", "jeffreys", "clopper_pearson", "goodman")
PER_GROUP = (
    *LABEL_INTERVALS, "interval", "needed", "needed_low", "detectable_less", "detectable_more", "surprise_of_zero",
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    """A theme that is tested: q (K,) the region's shares; y (n, K) and weights (n,) of the members."""

    result: DimensionResult
    composition: Composition
    q: Floats
    y: Floats
    weights: Floats
    settings: Settings

    @property
    def by_number(self) -> bool:
        return self.settings.weight == "count"

    @property
    def label(self) -> bool:
        return self.result.kind == "label"

    @property
    def counts(self) -> Floats:
        return np.array([group.count for group in self.result.groups])


def details(portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings) -> Details:
    """Return the details of one dimension of the mirror that :func:`reflect` gives for the same input.

    Where the two sides are not compared, or nobody is known, every measure of the two is None.
    """
    selection = select(portfolio, settings)
    result = reflect_dimension(portfolio, region, dimension, settings, selection)
    composition = region.compositions.get(dimension.id)
    found: dict[str, Any] = {"money": _money(selection)} if settings.weight != "count" else {}
    if not result.tested or composition is None:
        why = _silence(result)
        found |= {"groups": _silent(result, why), "absent": dict.fromkeys(WHOLE, why)}
    else:
        ids = [group.id for group in result.groups]
        q = region_shares(composition, ids)
        if q is None:
            raise ValueError(f"{dimension.id} is tested and the region has no shares")
        y, weights = _arrays(portfolio, region, dimension, selection, settings)
        found |= _measured(_Case(result, composition, q, y, weights, settings))
    if found.get("money") is None:
        money: Reason = "by_number" if settings.weight == "count" else "nobody_known"
        found["absent"] = {**found["absent"], "money": money}
    return Details(dimension=dimension.id, n=result.n_known, effective_n=result.effective_n, **found)


def _silence(result: DimensionResult) -> Reason:
    known = result.groups and all(group.status is Status.TOO_LITTLE_DATA for group in result.groups)
    return "nobody_known" if known else "not_compared"


def _silent(result: DimensionResult, why: Reason) -> tuple[GroupDetails, ...]:
    return tuple(GroupDetails(id=g.id, label=g.label, absent=dict.fromkeys(PER_GROUP, why)) for g in result.groups)


def _arrays(
    portfolio: Portfolio, region: RegionProfile, dimension: Dimension, selection: Selection, settings: Settings
) -> tuple[Floats, Floats]:
    ids = group_ids(dimension, region.compositions.get(dimension.id))
    composed = compose(portfolio, region, dimension, ids, selection, settings)
    return composed.y[composed.member], composed.weights[composed.member]


def _money(selection: Selection) -> MoneyDetails | None:
    w = selection.weights[selection.weights > 0]
    if not w.size:
        return None
    hhi = herfindahl(w)
    return MoneyDetails(
        n=int(w.size),
        unknown=selection.amount.unknown,
        total=float(w.sum()),
        hhi=hhi,
        hhi_points=hhi * POINTS,
        effective_partners=effective_partners(w),
        top3=top_share(w, 3),
        main=top_share(w, 1),
    )


def _measured(case: _Case) -> dict[str, Any]:
    intervals = None if case.label and case.by_number else mean_interval(
        case.y, case.weights, draws=2_000, seed=case.settings.seed
    )  # fmt: skip
    whole = _whole(case)
    whole["absent"] = {name: _why_not(name, case) for name in WHOLE if whole.get(name) is None}
    whole["groups"] = _groups(case, intervals)
    return whole | ({"interval_method": intervals.method} if intervals else {})


def _whole(case: _Case) -> dict[str, Any]:
    found: dict[str, Any] = {"region_groups": effective_groups(case.q), "region_blau": blau(case.q)}
    if case.label and case.by_number:
        fit = goodness_of_fit(np.round(case.counts), case.q, draws=5_000, max_tables=50_000)
        found |= {"fit_p": fit.p, "fit_method": fit.method, "fit_error": fit.error}
    if not _all_given(case.result):
        return found
    p = np.array([group.partner_share for group in case.result.groups], dtype=float)
    found |= {
        "jensen_shannon": jensen_shannon(p, case.q),
        "hellinger": hellinger(p, case.q),
        "partner_groups": effective_groups(p),
        "partner_blau": blau(p),
    }
    if case.by_number:
        floor = noise_floor(case.result.n_known, case.q)
        found |= {"dissimilarity": dissimilarity(p, case.q), "noise_mean": floor.mean, "noise_high": floor.high}
    return found


def _all_given(result: DimensionResult) -> bool:
    """A group that no partner gave is not a share of 0: nothing is said of the whole, then."""
    shares = [group.partner_share for group in result.groups]
    return None not in shares and sum(share or 0.0 for share in shares) > 0


def _why_not(name: str, case: _Case) -> Reason:
    if not case.by_number and name in ("dissimilarity", "noise_mean", "noise_high", "fit_p"):
        return "by_money"
    return "fractions" if name == "fit_p" else "group_not_given"


def _groups(case: _Case, resampled: MeanInterval | None) -> tuple[GroupDetails, ...]:
    n, s = case.result.n_known, case.settings
    found = {"interval": (resampled.low, resampled.high)} if resampled else _intervals(case.counts, n)
    gaps = smallest_gap(n, case.q, alpha=s.alpha, low_ratio=s.low_ratio, high_ratio=s.high_ratio, min_known=s.min_known)
    zero = surprise_of_zero(n, case.q)
    told = []
    for k, group in enumerate(case.result.groups):
        values: dict[str, Any] = {name: _pair(low[k], high[k]) for name, (low, high) in found.items()}
        if case.by_number and group.partner_share is not None:
            values |= _needed(group, case.composition, s)
            values |= {"detectable_less": _or_none(gaps.less[k]), "detectable_more": _or_none(gaps.more[k])}
            values |= {"surprise_of_zero": float(zero[k])} if case.label else {}
        absent = {name: _why_not_group(name, group, case) for name in PER_GROUP if values.get(name) is None}
        told.append(GroupDetails(id=group.id, label=group.label, absent=absent, **values))
    return tuple(told)


def _why_not_group(name: str, group: Group, case: _Case) -> Reason:
    if name == "interval" and case.label and case.by_number:
        return "labels"
    if not case.by_number and name != "interval":
        return "by_money"
    if not case.label and name in (*LABEL_INTERVALS, "surprise_of_zero"):
        return "fractions"
    if group.partner_share is None:
        return "group_not_given"
    return "unreachable" if name.startswith("needed") else "too_few_partners"


def _intervals(counts: Floats, n: int) -> dict[str, tuple[Floats, Floats]]:
    return {
        "wilson": wilson(counts, n),
        "jeffreys": jeffreys(counts, n),
        "clopper_pearson": clopper_pearson(counts, n),
        "goodman": goodman(counts),
    }


def _needed(group: Group, composition: Composition, settings: Settings) -> dict[str, Any]:
    """Whole counts of the region stay whole: a share that is a fraction is not rounded on the way."""
    x, n = min(round(group.count, 9), group.n), group.n
    count, total = composition.counts[group.id], composition.total
    whole = float(count).is_integer() and float(total).is_integer()
    q = Fraction(int(count), int(total)) if whole else Fraction(repr(count / total))
    parity = needed(x, n, q)
    low = needed(x, n, q, Fraction(repr(settings.low_ratio)))
    return {"needed": parity, "needed_low": low, "reachable": parity is not None}


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _pair(low: float, high: float) -> Pair | None:
    return None if np.isnan(low) or np.isnan(high) else (float(low), float(high))
