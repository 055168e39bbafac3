"""From a Mirror to figures that may leave the museum (design.md, "Privacy").

- Partner-given answers (sensitivity PEOPLE or SPECIAL, and reach): a cell under 5 partners shows "<5" alone.
  Where the total would give it away, the fewest further partners are hidden as well, so that every hidden
  cell can still be anything from 0 to 4. Shares that partners give are shown for a whole theme or not at all.
- Facts about organisations: groups of 1 to 4 partners are added together; zero is shown.
- Money: no mirror by money leaves here. A Mirror does not hold single amounts, so that no dominance rule
  (p%-rule; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4) can be checked: all is withheld.

Kinds of unknown, "not applicable" and household (the reach answers once more) are never published.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from regional.dimensions import Sensitivity
from regional.dimensions import dimension as entry
from regional.mirror.result import DimensionResult, Group, Mirror, ReachResult, Status
from regional.texts import N_

LEAST = 5
"""Fewest partners that a partner-given answer is shown for."""
OTHER = N_("Other groups together")
Shown = Literal["shown", "few", "withheld"]
_REPEATED = ("household",)


class SafeGroup(BaseModel):
    """One group as it may be seen.

    ``shown``: "shown", "few" (fewer than 5: "<5") or "withheld" (5 or more, hidden to protect another).
    ``count`` is None for the last two and for shares; ``share`` is rounded to a whole percentage.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: str
    region_share: float | None
    shown: Shown
    count: int | None = None
    share: float | None = None
    state: Status | None = None


class SafeTheme(BaseModel):
    """One dimension as it may be seen; ``n_known`` is None (and ``groups`` empty) where too little may be shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["label", "fractions", "multi"]
    partner_given: bool
    n_known: int | None
    source: str
    year: int | None
    groups: tuple[SafeGroup, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of this theme is hidden."""
        return self.n_known is not None and all(group.shown == "shown" for group in self.groups)


class SafeReach(BaseModel):
    """One group of inhabitants and how many partners reach it; None is "<5"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    dimension: str
    label: str
    inhabitants: float | None
    partners: int | None


class Safe(BaseModel):
    """All figures of one mirror that may leave the museum; ``n`` is the number of partners."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    n: int
    themes: tuple[SafeTheme, ...]
    reach: tuple[SafeReach, ...]


def suppress(mirror: Mirror) -> Safe:
    """Return the figures of ``mirror`` that may be seen by anyone; nothing by group for money or under 5 partners."""
    n = mirror.partners.n
    if mirror.settings.weight != "count" or n < LEAST:
        return Safe(n=n, themes=(), reach=())
    themes = tuple(_theme(result) for result in mirror.dimensions if result.id not in _REPEATED)
    reach = tuple(
        SafeReach(id=r.id, dimension=r.dimension, label=r.label, inhabitants=r.inhabitants, partners=_least(r))
        for r in mirror.reach
    )
    return Safe(n=n, themes=themes, reach=reach)


def protecting(counts: Sequence[int], total: int) -> set[int] | None:
    """Return which cells of 5 or more to hide so that the cells under 5 stay unknown, given their ``total``.

    An onlooker knows that "<5" is 0 to 4 and a further hidden cell at least 5. The set with the fewest
    partners in it is taken (an integer program); None where no set protects, and the theme must go.

    Parameters
    ----------
    counts : partners per group, shape (K,); ``total`` is their sum.
    """
    few = [c for c in counts if c < LEAST]
    if not few or (LEAST - 1 <= sum(few) <= (LEAST - 1) * (len(few) - 1)):
        return set()
    if sum(counts) != total:
        raise ValueError("the counts do not add up to their total")
    return _cheapest([(i, c) for i, c in enumerate(counts) if c >= LEAST], LEAST - 1 - sum(few))


def _cheapest(candidates: Sequence[tuple[int, int]], slack: int) -> set[int] | None:
    """Return the candidates with the fewest partners whose room above 5 adds up to ``slack`` or more."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not candidates:
        return None
    sizes = np.array([size for _, size in candidates], dtype=float)
    rules = LinearConstraint(np.vstack([sizes - LEAST, np.ones(len(sizes))]), [slack, 1], [np.inf, np.inf])
    found = milp(sizes, constraints=rules, integrality=np.ones(len(sizes), dtype=int), bounds=Bounds(0, 1))
    if not found.success:
        return None
    return {index for (index, _), taken in zip(candidates, found.x, strict=True) if taken > 0.5}


def _least(reach: ReachResult) -> int | None:
    partners = reach.main + reach.also
    return partners if partners >= LEAST else None


def _theme(result: DimensionResult) -> SafeTheme:
    partner_given = entry(result.id).sensitivity is not Sensitivity.ORGANISATION
    if not partner_given and result.kind == "multi":
        # Adding groups up would count a partner twice.
        return _made(result, False, result.n_known, [_organisations(g) for g in result.groups])
    if not partner_given:
        return _made(result, False, result.n_known, _merged(result.groups))
    if result.n_known < LEAST:
        return _made(result, True, None, ())
    if result.kind == "fractions":
        return _fractions(result)
    if result.kind == "multi":
        # Several answers a partner: the number that answered bounds a hidden sum from below, so it goes too.
        groups = [_cell(g, result.n_known, hide=False) for g in result.groups]
        whole = all(g.shown == "shown" for g in groups)
        return _made(result, True, result.n_known if whole else None, groups if whole else ())
    return _labels(result)


def _labels(result: DimensionResult) -> SafeTheme:
    counts = [round(group.count) for group in result.groups]
    hidden = protecting(counts, result.n_known) if sum(counts) == result.n_known else None
    if hidden is None:
        return _made(result, True, None, ())
    cells = [_cell(group, result.n_known, hide=i in hidden) for i, group in enumerate(result.groups)]
    return _made(result, True, result.n_known, cells)


def _fractions(result: DimensionResult) -> SafeTheme:
    if any(group.n < LEAST for group in result.groups) or result.effective_n < LEAST:
        return _made(result, True, None, ())
    cells = [_safe(g, count=None, share=g.partner_share, state=_state(result, g)) for g in result.groups]
    return _made(result, True, result.n_known, cells)


def _cell(group: Group, known: int, *, hide: bool) -> SafeGroup:
    count = round(group.count)
    if count < LEAST or hide:
        shown: Shown = "few" if count < LEAST else "withheld"
        return SafeGroup(id=group.id, label=group.label, region_share=group.region_share, shown=shown)
    return _safe(group, count=count, share=count / known, state=None)


def _organisations(group: Group) -> SafeGroup:
    if 0 < group.count < LEAST:
        return SafeGroup(id=group.id, label=group.label, region_share=group.region_share, shown="few")
    return _safe(group, count=round(group.count), share=group.partner_share, state=None)


def _merged(groups: Sequence[Group]) -> list[SafeGroup]:
    """Add groups of 1 to 4 organisations together, with the next smallest until 5; zero stays zero."""
    order = sorted((g for g in groups if round(g.count) > 0), key=lambda g: g.count)
    together: list[Group] = []
    for group in order:
        if group.count >= LEAST and (not together or (len(together) > 1 and sum(g.count for g in together) >= LEAST)):
            break
        together.append(group)
    merged = {g.id for g in together}
    kept = [_safe(g, count=round(g.count), share=g.partner_share, state=g.status) for g in groups if g.id not in merged]
    return [*kept, _sum(together)] if together else kept


def _sum(groups: Sequence[Group]) -> SafeGroup:
    regional = [g.region_share for g in groups if g.region_share is not None]
    share = sum(g.partner_share or 0.0 for g in groups)
    region = sum(regional) if len(regional) == len(groups) else None
    return SafeGroup(
        id="other",
        label=OTHER,
        region_share=region,
        shown="shown",
        count=sum(round(g.count) for g in groups),
        share=round(share, 2),
    )


def _safe(group: Group, *, count: int | None, share: float | None, state: Status | None) -> SafeGroup:
    return SafeGroup(
        id=group.id,
        label=group.label,
        region_share=group.region_share,
        shown="shown",
        count=count,
        share=None if share is None else round(share, 2),
        state=None if state is Status.NOT_COMPARABLE else state,
    )


def _state(result: DimensionResult, group: Group) -> Status | None:
    return group.status if result.tested else None


def _made(result: DimensionResult, partner_given: bool, n_known: int | None, groups: Sequence[SafeGroup]) -> SafeTheme:
    return SafeTheme(
        id=result.id,
        kind=result.kind,
        partner_given=partner_given,
        n_known=n_known,
        source=result.source,
        year=result.year,
        groups=tuple(groups),
    )
