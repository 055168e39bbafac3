"""Chance and states for one composed dimension: the measures applied to its arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from regional.dimensions import Dimension, LabelKind, Role
from regional.mirror.measures.bounds import bounds
from regional.mirror.measures.chance import binomial_band, binomial_p, monte_carlo_upper, normal_chance, weighted_chance
from regional.mirror.measures.concentration import effective_n
from regional.mirror.measures.multiple import holm
from regional.mirror.measures.states import Rules, soften, states
from regional.mirror.membership import Composed
from regional.mirror.result import Status
from regional.mirror.selection import Floats
from regional.mirror.settings import Settings

MAX_EXACT = 2_000
"""Above this many partners chance is computed by the normal approximation (measures.md)."""


@dataclass(frozen=True)
class Judgement:
    """What is said of each group; arrays have shape (K,), NaN where there is nothing to say."""

    share: Floats
    count: Floats
    n: npt.NDArray[np.int_]
    gap: Floats
    ratio: Floats
    band: Floats
    bounds: Floats
    p: Floats
    p_adjusted: Floats
    status: npt.NDArray[np.object_]
    tested: bool
    effective_n: float
    unknown_share: float

    def group(self, k: int) -> dict[str, Any]:
        """Return the fields of group ``k`` for a :class:`regional.mirror.result.Group`."""
        return {
            "partner_share": _or_none(self.share[k]),
            "count": float(self.count[k]),
            "n": int(self.n[k]),
            "gap": _or_none(self.gap[k]),
            "ratio": _or_none(self.ratio[k]),
            "band": _pair(self.band[k]),
            "bounds": _pair(self.bounds[k]),
            "p": _or_none(self.p[k]),
            "p_adjusted": _or_none(self.p_adjusted[k]),
            "status": self.status[k],
        }


def judge(
    composed: Composed, q: Floats | None, precision: float, dimension: Dimension, settings: Settings
) -> Judgement:
    """Compute shares, bounds, chance and states of one dimension.

    ``q`` (K,) are the region's shares, None where there is no figure; ``precision`` is their half-width.
    """
    w, y = composed.weights[composed.member], composed.y[composed.member]
    given = ~np.isnan(y)
    counts = w @ np.where(given, y, 0.0)
    totals = w @ given
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(totals > 0, counts / totals, np.nan)
    carrying = given & (w > 0)[:, None]
    n = carrying.sum(axis=0)
    shown = _is_compared(dimension)
    facts = _Facts(w, y, share, n, totals, bounds(y, w), settings)
    k = share.size
    blank = np.full(k, np.nan)
    tested = bool(q is not None and shown and k > 1 and n.max(initial=0) > 0)
    if q is None or not tested:
        gap = ratio = p = adjusted = blank
        silent = Status.TOO_LITTLE_DATA if q is not None and shown and k > 1 else Status.NOT_COMPARABLE
        # np.full would make plain strings of the states.
        band, status = np.full((k, 2), np.nan), np.array([silent] * k, dtype=object)
    else:
        gap, ratio = share - q, _ratio(share, q)
        band, p, adjusted, status = _tested(facts, q, precision)
    return Judgement(
        share=share if shown or q is None else blank,
        count=counts,
        n=n,
        gap=gap,
        ratio=ratio,
        band=band,
        bounds=facts.bounds,
        p=p,
        p_adjusted=adjusted,
        status=status,
        tested=tested,
        effective_n=effective_n(w[given.any(axis=1)]) if k else 0.0,
        unknown_share=float(facts.unknown_share.max(initial=0.0)),
    )


@dataclass(frozen=True)
class _Facts:
    """What is known of the partners' side: members' weights (n,), parts (n, K), and per group arrays (K,)."""

    weights: Floats
    y: Floats
    share: Floats
    n: npt.NDArray[np.int_]
    totals: Floats
    bounds: Floats
    settings: Settings

    @property
    def unknown_share(self) -> Floats:
        """Part of the weight of which the group is not known; 1 where nobody is known."""
        total = self.weights.sum()
        return 1.0 - self.totals / total if total > 0 else np.ones(self.share.size)

    @property
    def effective(self) -> Floats:
        """On how many equal partners each group's share stands (Kish); n where all weigh the same."""
        squares = self.weights**2 @ ~np.isnan(self.y)
        return np.divide(self.totals**2, squares, out=np.zeros(self.share.size), where=squares > 0)


def _is_compared(dimension: Dimension) -> bool:
    """Several labels a partner, or households beside partners, are different kinds of thing."""
    return dimension.role is Role.MIRROR or (dimension.kind is LabelKind.LABEL and dimension.has_region)


def _tested(facts: _Facts, q: Floats, precision: float) -> tuple[Floats, Floats, Floats, npt.NDArray[np.object_]]:
    """Return band (K, 2), p, adjusted p and states; a "clearly" must hold at q plus and minus its precision.

    Where p was drawn, the states read the upper end of its own error: a share just outside the band may be "in line",
    one inside the band is never more than that.
    """
    band, p, highest = _chance(facts, q)
    status = _states(facts, q, band, highest)
    if precision > 0:
        for shift in (-precision, precision):
            moved = np.clip(q + shift, 0.0, 1.0)
            band_moved, _, highest_moved = _chance(facts, moved)
            status = soften(status, _states(facts, moved, band_moved, highest_moved))
    return band, p, holm(p), status


def _states(facts: _Facts, q: Floats, band: Floats, p: Floats) -> npt.NDArray[np.object_]:
    s = facts.settings
    rules = Rules(s.low_ratio, s.high_ratio, s.alpha, s.min_known, s.max_unknown)
    return states(
        facts.share, q, p, holm(p), n=facts.effective, unknown_share=facts.unknown_share,
        band_low=band[:, 0], bounds=facts.bounds, rules=rules,
    )  # fmt: skip


def _chance(facts: _Facts, q: Floats) -> tuple[Floats, Floats, Floats]:
    """Return band (K, 2) as shares, p (K,) and the upper end of p's own error; groups that nobody gave have no p."""
    s = facts.settings
    weights = facts.weights[~np.isnan(facts.y).all(axis=1)]
    weights, highest = weights[weights > 0], None
    if np.ptp(weights) <= 1e-9 * weights.max():
        p = binomial_p(facts.share * facts.n, facts.n, q)
        low, high = (ends / np.maximum(facts.n, 1) for ends in binomial_band(facts.n, q))
    elif weights.size > MAX_EXACT:
        low, high, p = normal_chance(weights, q, facts.share)
    else:
        low, high, p = weighted_chance(weights, q, facts.share, s.draws, s.seed)
        highest = monte_carlo_upper(p, s.draws)
    p, highest = (np.where(facts.n > 0, value, np.nan) for value in (p, p if highest is None else highest))
    return np.column_stack([low, high]), p, highest


def _ratio(share: Floats, q: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(q > 0, share / q, np.nan)


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _pair(values: Floats) -> tuple[float, float] | None:
    return None if np.isnan(values).any() else (float(values[0]), float(values[1]))
