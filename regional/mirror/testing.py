"""From composed dimensions to what is said of their groups: shares and bounds, and one verdict over a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from regional.dimensions import Dimension, LabelKind, Role
from regional.mirror.measures.bounds import bounds
from regional.mirror.measures.concentration import effective_n, top_share
from regional.mirror.measures.evidence import Evidence, Rules, evidence
from regional.mirror.measures.verdict import Verdict, verdicts
from regional.mirror.membership import Composed
from regional.mirror.people import by_shares
from regional.mirror.result import Concentration, Status
from regional.mirror.selection import Bools, Floats
from regional.mirror.settings import Settings


@dataclass(frozen=True)
class Weighed:
    """One dimension as it is known; arrays (K,), NaN where there is nothing to say. ``evidence`` where it is tested."""

    dimension: Dimension
    composed: Composed
    share: Floats
    count: Floats
    n: npt.NDArray[np.int_]
    partners: npt.NDArray[np.int_]
    bounds: Floats
    effective_n: float
    unknown_share: float
    compared: bool
    q: Floats | None
    concentration: Concentration | None
    evidence: Evidence | None

    @property
    def can_be_judged(self) -> bool:
        """Whether anything may be said of it, by what is known and unknown alone."""
        return self.evidence is not None and bool(self.evidence.judged.any())

    @property
    def is_too_few(self) -> bool:
        """Whether a theme about people stands on so few that a share of them would say more than is known."""
        return bool(self.composed.basis) and self.evidence is not None and self.n.max() < self.evidence.rules.min_known


@dataclass(frozen=True)
class Judgement:
    """What is said of each group of one dimension."""

    weighed: Weighed
    verdict: Verdict | None = None

    @property
    def tested(self) -> bool:
        """Whether the two sides were compared: anything is known of ours."""
        return self.verdict is not None and bool(self.weighed.n.any())

    def group(self, k: int) -> dict[str, Any]:
        """Return the fields of group ``k`` for a :class:`regional.mirror.result.Group`."""
        w = self.weighed
        share = w.share[k] if (w.compared or w.q is None) and not w.is_too_few else np.nan
        facts: dict[str, Any] = {
            "partner_share": _or_none(share),
            "count": float(w.count[k]),
            "n": int(w.n[k]),
            "partners": int(w.partners[k]),
            "bounds": _pair(w.bounds[k]),
            "status": Status.NOT_COMPARABLE,
        }
        return facts | self._beside(k, share)

    def _beside(self, k: int, share: float) -> dict[str, Any]:
        """Return what is said of group ``k`` beside the region."""
        w, verdict, e = self.weighed, self.verdict, self.weighed.evidence
        if verdict is None or e is None or w.q is None:
            return {}
        low, high = verdict.band
        to_see = verdict.to_see[k]
        return {
            "gap": _or_none(share - w.q[k]),
            "ratio": _or_none(share / w.q[k]) if w.q[k] > 0 else None,
            "band": _pair(np.array([low[k], high[k]])) if e.n[k] > 0 and e.tested[k] and not w.is_too_few else None,
            "p": _or_none(verdict.p[k]),
            "p_adjusted": _or_none(verdict.p_adjusted[k]),
            "status": verdict.spoken.status[k],
            "reason": verdict.spoken.reason[k],
            "at_least_half": self._half(k),
            "clear_at": _or_none(round(float(verdict.clear_at[k]), 6)),
            "partners_to_see": None if np.isnan(to_see) else int(to_see),
        }

    def _half(self, k: int) -> bool | None:
        verdict, e = self.verdict, self.weighed.evidence
        if verdict is None or e is None or verdict.half is None or not e.tested[k]:
            return None
        return bool(verdict.half[k]) if e.effective[k] >= e.rules.min_known else None


def weigh(composed: Composed, q: Floats | None, precision: float, dimension: Dimension, settings: Settings) -> Weighed:
    """Return what is known of one dimension.

    ``q`` (K,) are the region's shares, None where there is no figure; ``precision`` is their half-width.
    """
    w, y = composed.weights[composed.member], composed.y[composed.member]
    given = ~np.isnan(y)
    counts, totals = w @ np.where(given, y, 0.0), w @ given
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(totals > 0, counts / totals, np.nan)
    n = (given & (w > 0)[:, None]).sum(axis=0)
    everything = float(w.sum())
    unknown = 1.0 - totals / everything if everything > 0 else np.ones(share.size)
    compared = is_compared(dimension)
    tested = q is not None and compared and share.size > 1
    return Weighed(
        dimension, composed, share, counts, n, ((y > 0) & given).sum(axis=0), bounds(y, w),
        effective_n(w[given.any(axis=1)]) if share.size else 0.0,
        float(unknown.max(initial=0.0)), compared, q, _concentration(w[given.any(axis=1)], settings),
        _evidence(y, w, q, precision, dimension, settings) if tested and q is not None else None,
    )  # fmt: skip


def _concentration(weights: Floats, settings: Settings) -> Concentration | None:
    w = np.sort(weights[weights > 0])[::-1]
    if settings.weight == "count" or not w.size:
        return None
    return Concentration(
        main=top_share(w, 1), top3=top_share(w, 3), effective=effective_n(w), without_main=effective_n(w[1:])
    )


def judge(family: Sequence[Weighed]) -> list[Judgement]:
    """Return what is said of each dimension of a family of tests; one without evidence is only described."""
    tested = [w.evidence for w in family if w.evidence is not None]
    found = iter(verdicts(tested))
    return [Judgement(w, next(found) if w.evidence is not None else None) for w in family]


def is_compared(dimension: Dimension) -> bool:
    """Tell whether the two sides are of one kind: several labels a partner, or households beside partners, are not."""
    return dimension.role is Role.MIRROR or (dimension.kind is LabelKind.LABEL and dimension.has_region)


def rules(settings: Settings) -> Rules:
    """Return the thresholds of the states."""
    s = settings
    return Rules(s.low_ratio, s.high_ratio, s.alpha, s.min_known, s.max_unknown)


def _evidence(
    y: Floats, weights: Floats, q: Floats, precision: float, dimension: Dimension, settings: Settings
) -> Evidence:
    return evidence(
        y, weights, q, precision=precision, tested=_can_have_a_state(dimension, settings, q.size),
        rules=rules(settings), draws=settings.draws, seed=settings.seed,
    )  # fmt: skip


def _can_have_a_state(dimension: Dimension, settings: Settings, k: int) -> Bools:
    """Nobody names the middle-aged, men or the rich as a main group: their absence says nothing."""
    if dimension.missed is None or by_shares(dimension, settings):
        return np.ones(k, dtype=bool)
    return np.array([category.id in dimension.missed for category in dimension.categories], dtype=bool)


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _pair(values: Floats) -> tuple[float, float] | None:
    return None if np.isnan(values).any() else (float(values[0]), float(values[1]))
