"""The details behind one theme: for who wants to know, never the headline. From the same arrays as the mirror."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from regional.mirror.compose import compose
from regional.mirror.measures.bootstrap import mean_interval
from regional.mirror.measures.detectable import smallest_gap, surprise_of_zero
from regional.mirror.measures.dissimilarity import dissimilarity, noise_floor
from regional.mirror.measures.divergence import hellinger, jensen_shannon
from regional.mirror.measures.diversity import blau, effective_groups
from regional.mirror.measures.fit import goodness_of_fit
from regional.mirror.measures.intervals import clopper_pearson, goodman, jeffreys, wilson
from regional.mirror.measures.needed import needed
from regional.mirror.reflect import group_ids, reflect_dimension, region_shares
from regional.mirror.selection import Floats, select

if TYPE_CHECKING:
    from regional.cbs.figures import Composition, RegionProfile
    from regional.dimensions import Dimension
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

Pair = tuple[float, float]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GroupDetails(_Frozen):
    """One group. Shares and gaps as fractions of 1; None where a measure does not apply.

    ``wilson`` to ``goodman`` for single labels by number; ``interval`` for shares that partners give, and for money.
    ``needed`` and ``needed_low`` are further partners of the group for parity and for the ratio below which it is
    "less"; None also where no number will do (``reachable`` False).
    """

    id: str
    label: str
    wilson: Pair | None = None
    jeffreys: Pair | None = None
    clopper_pearson: Pair | None = None
    goodman: Pair | None = None
    interval: Pair | None = None
    needed: int | None = None
    needed_low: int | None = None
    reachable: bool = True
    detectable_less: float | None = None
    detectable_more: float | None = None
    surprise_of_zero: float | None = None


class Details(_Frozen):
    """One dimension.

    ``dissimilarity`` stands beside its ``noise_mean`` and ``noise_high`` (95th percentile) at ``n``; not for money.
    ``fit_*`` for single labels by number. ``by_normal``: the interval, or chance, is the normal one, for there are
    more than 2,000 partners.
    """

    dimension: str
    n: int
    dissimilarity: float | None = None
    noise_mean: float | None = None
    noise_high: float | None = None
    jensen_shannon: float | None = None
    hellinger: float | None = None
    region_groups: float | None = None
    partner_groups: float | None = None
    region_blau: float | None = None
    partner_blau: float | None = None
    fit_p: float | None = None
    fit_method: Literal["exact", "monte_carlo", "chi_square"] | None = None
    fit_error: float | None = None
    by_normal: bool = False
    groups: tuple[GroupDetails, ...]


def details(portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings) -> Details:
    """Return the details of one dimension of the mirror that :func:`reflect` gives for the same input.

    Where the two sides are not compared, or nobody is known, every measure is None.
    """
    result = reflect_dimension(portfolio, region, dimension, settings)
    composition = region.compositions.get(dimension.id)
    by_number = settings.weight == "count"
    if not result.tested or composition is None:
        plain = tuple(GroupDetails(id=group.id, label=group.label) for group in result.groups)
        return Details(dimension=dimension.id, n=result.n_known, groups=plain)
    y, weights = _arrays(portfolio, region, dimension, settings)
    q = region_shares(composition, [group.id for group in result.groups])
    if q is None:
        raise ValueError(f"{dimension.id} is tested and the region has no shares")
    p = np.array([group.partner_share or 0.0 for group in result.groups])
    label = result.kind == "label"
    counts = np.array([group.count for group in result.groups])
    measures: dict[str, Any] = _whole(p, q, result.n_known, by_number=by_number)
    if label and by_number:
        measures |= _fit(counts, q)
    return Details(
        dimension=dimension.id,
        n=result.n_known,
        by_normal=_is_normal(y, weights, label=label),
        groups=_groups(result, composition, q, y, weights, settings),
        **measures,
    )


def _arrays(
    portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings
) -> tuple[Floats, Floats]:
    """Return y (n, K) and weights (n,) of the members."""
    ids = group_ids(dimension, region.compositions.get(dimension.id))
    composed = compose(portfolio, region, dimension, ids, select(portfolio, settings), settings)
    return composed.y[composed.member], composed.weights[composed.member]


def _whole(p: Floats, q: Floats, n: int, *, by_number: bool) -> dict[str, Any]:
    if p.sum() <= 0:
        return {}
    found = {
        "jensen_shannon": jensen_shannon(p, q),
        "hellinger": hellinger(p, q),
        "region_groups": effective_groups(q),
        "partner_groups": effective_groups(p),
        "region_blau": blau(q),
        "partner_blau": blau(p),
    }
    if by_number:
        floor = noise_floor(n, q)
        found |= {"dissimilarity": dissimilarity(p, q), "noise_mean": floor.mean, "noise_high": floor.high}
    return found


def _fit(counts: Floats, q: Floats) -> dict[str, Any]:
    fit = goodness_of_fit(np.round(counts), q, draws=5_000, max_tables=50_000)
    return {"fit_p": fit.p, "fit_method": fit.method, "fit_error": fit.error}


def _is_normal(y: Floats, weights: Floats, *, label: bool) -> bool:
    from regional.mirror.judge import MAX_EXACT

    unequal = bool(np.ptp(weights[weights > 0])) if (weights > 0).any() else False
    return len(y) > MAX_EXACT and (unequal or not label)


def _groups(
    result: DimensionResult, composition: Composition, q: Floats, y: Floats, weights: Floats, settings: Settings
) -> tuple[GroupDetails, ...]:
    by_number, n = settings.weight == "count", result.n_known
    label = result.kind == "label"
    counts = np.array([group.count for group in result.groups])
    found = _intervals(counts, n) if label and by_number else _resampled(y, weights, settings)
    gaps = smallest_gap(
        n, q, alpha=settings.alpha, low_ratio=settings.low_ratio, high_ratio=settings.high_ratio,
        min_known=settings.min_known,
    )  # fmt: skip
    zero = surprise_of_zero(n, q)
    return tuple(
        GroupDetails(
            id=group.id,
            label=group.label,
            detectable_less=_or_none(gaps.less[k]) if by_number else None,
            detectable_more=_or_none(gaps.more[k]) if by_number else None,
            surprise_of_zero=float(zero[k]) if label and by_number else None,
            **{name: _pair(low[k], high[k]) for name, (low, high) in found.items()},
            **(_needed(group, composition, settings) if by_number else {}),
        )
        for k, group in enumerate(result.groups)
    )


def _intervals(counts: Floats, n: int) -> dict[str, tuple[Floats, Floats]]:
    return {
        "wilson": wilson(counts, n),
        "jeffreys": jeffreys(counts, n),
        "clopper_pearson": clopper_pearson(counts, n),
        "goodman": goodman(counts),
    }


def _resampled(y: Floats, weights: Floats, settings: Settings) -> dict[str, tuple[Floats, Floats]]:
    interval = mean_interval(y, weights, draws=2_000, seed=settings.seed)
    return {"interval": (interval.low, interval.high)}


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
