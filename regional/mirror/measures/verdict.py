"""From evidence to what may be said of each group, over a whole family of themes at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.evidence import Evidence, MoneyEvidence
from regional.mirror.measures.family import SAME, FamilyTheme, critical_p, step_down
from regional.mirror.measures.states import Spoken, states
from regional.mirror.measures.visible import cut_off, partners_to_see

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
EVERY = 128
"""Up to so many steps the total that would be clear is looked for at every step."""


@dataclass(frozen=True)
class Verdict:
    """What is said of the groups of one theme; arrays (K,), NaN where there is nothing to say.

    ``half``: surely at least half as strongly present as in the region (None: not asked). ``clear_at``: the total that
    would be clear, beside a group that is not; ``to_see``: from how many partners half as many would be. ``tests``:
    groups of the family.
    """

    p: Floats
    p_adjusted: Floats
    spoken: Spoken
    half: Bools | None
    clear_at: Floats
    to_see: Floats
    band: tuple[Floats, Floats]
    tests: int


def verdicts(family: Sequence[Evidence]) -> list[Verdict]:
    """Return a verdict for each theme of a family of tests, adjusted over all groups of all of them that can be judged.

    A theme outside the family is a family by itself.
    """
    judged = [e.judged for e in family]
    adjusted = step_down(_themes([e.p for e in family], judged, family))
    hardest = [e.hardest for e in family]
    themes = _themes(hardest, judged, family)
    is_clear = any((a < e.rules.alpha).any() for a, e in zip(adjusted, family, strict=True))
    # Only a p-value that is small at the region's own shares can be so over all that these may be.
    is_same = all(np.array_equal(h, e.p, equal_nan=True) for h, e in zip(hardest, family, strict=True))
    sure = adjusted if is_same or not is_clear else step_down(themes)
    spoken = [states(e, a) for e, a in zip(family, sure, strict=True)]
    clear_at = _clear_at(family, themes, sure)
    tests = sum(map(_tests, judged)) or 1
    return [
        Verdict(e.p, a, s, e.half(), c, _to_see(e, max(tests, _tests(e.tested))), e.band(), tests)
        for e, a, s, c in zip(family, adjusted, spoken, clear_at, strict=True)
    ]


def statuses(family: Sequence[Evidence]) -> list[Spoken]:
    """Return the states alone, of which a simulation needs many."""
    themes = _themes([e.hardest for e in family], [e.judged for e in family], family)
    alpha = max((e.rules.alpha for e in family), default=0.05)
    return [states(e, a) for e, a in zip(family, step_down(themes, alpha), strict=True)]


def _themes(p: Sequence[Floats], judged: Sequence[Bools], family: Sequence[Evidence]) -> list[FamilyTheme]:
    return [e.theme(np.where(can, values, np.nan)) for e, can, values in zip(family, judged, p, strict=True)]


def _tests(groups: Bools) -> int:
    """Two groups of which each is what the other is not are one test."""
    return min(1, int(groups.sum())) if groups.size <= 2 else int(groups.sum())


def _to_see(e: Evidence, tests: int) -> Floats:
    if isinstance(e, MoneyEvidence):
        return np.full(e.q.size, np.nan)
    r = e.rules
    found = [
        partners_to_see(float(q), tests, alpha=r.alpha, low_ratio=r.low_ratio, least=r.min_known) if can else None
        for q, can in zip(e.q, e.tested, strict=True)
    ]
    return np.array([np.nan if n is None else n for n in found], dtype=float)


def _clear_at(family: Sequence[Evidence], themes: Sequence[FamilyTheme], sure: Sequence[Floats]) -> list[Floats]:
    """Return the totals that would be clear, for groups that are judged and are not; the others NaN."""
    found = [np.full(e.q.size, np.nan) for e in family]
    alpha = family[0].rules.alpha if family else 0.05
    left = [~np.isnan(theme.p) & ~(s < alpha) for theme, s in zip(themes, sure, strict=True)]
    tests = sum(int(groups.sum()) for groups in left)
    ladders = {
        t: _Ladder.of(e, alpha, tests)
        for t, e in enumerate(family)
        if not isinstance(e, MoneyEvidence) and (left[t] & ~e.is_open).any()
    }
    if not ladders:
        return found
    level = critical_p(themes, left, np.concatenate([ladder.candidates for ladder in ladders.values()]), alpha)
    for t, ladder in ladders.items():
        found[t] = np.where(left[t] & ~family[t].is_open, ladder.last(level), np.nan)
    return found


@dataclass(frozen=True)
class _Ladder:
    """Totals of each group, step by step nearer to the region's share, and their p-values; (steps, K) each.

    Infinite where the ratio is not beyond its threshold at the far bound.
    """

    totals: Floats
    p: Floats
    alpha: float

    @classmethod
    def of(cls, e: Evidence, alpha: float, tests: int) -> _Ladder:
        less = e.share <= e.q
        steps, k = int(np.ceil(e.n.max() / e.unit)), e.q.size

        def total(step: Floats) -> Floats:
            return np.where(less, np.minimum(step * e.unit, e.n), np.maximum(e.n - step * e.unit, 0.0))

        def p_at(step: Floats) -> Floats:
            there = total(step)
            return np.where(e.beyond(there, less), e.hardest_at(there), np.inf)

        rows = np.arange(steps + 1.0)[:, None] + np.zeros(k)
        if steps > EVERY:
            # From what no other group can keep from being clear to what can be clear at all.
            first = np.maximum(cut_off(steps, k, p_at, alpha / max(tests, 1) * (1 - SAME)), 0.0)
            last = cut_off(steps, k, p_at, alpha)
            rows = np.minimum(first + np.arange(max(1.0, float((last - first).max()) + 2.0))[:, None], steps)
        return cls(total(rows), p_at(rows), alpha)

    @property
    def candidates(self) -> Floats:
        return self.p[self.p < self.alpha]

    def last(self, level: float) -> Floats:
        """Return the total (K,) nearest to the region's share that is clear at a p-value of ``level``; NaN for none."""
        ended = ~(self.p <= level * (1 + SAME))
        passed = np.where(ended.any(axis=0), ended.argmax(axis=0), len(self.p))
        found = np.take_along_axis(self.totals, np.maximum(passed - 1, 0)[None, :], axis=0)[0]
        return np.where(passed > 0, found, np.nan)
