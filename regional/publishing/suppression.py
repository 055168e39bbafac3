"""From a Mirror to figures that may leave the museum (design.md, "Privacy").

- Partner-given answers (sensitivity PEOPLE or SPECIAL, and reach): a group under 5 partners shows "<5" alone, and
  then the total goes too, with every share. Nothing is left to subtract from, so that a hidden cell can be anything
  from 0 to 4, also for a reader who knows these rules: hiding further cells to guard a total (Hundepool et al.,
  Statistical Disclosure Control, 2012, ch. 4) tells such a reader when that was needed, and with it the cell.
  Shares that partners give are shown for a whole theme or not at all; main groups as counts alone.
- Facts about organisations: groups of 1 to 4 partners are added together; zero is shown. Where a partner may be in
  several groups nothing can be added, and the rule above holds.

Money has rules of its own: regional.publishing.money. Kinds of unknown, "not applicable" and household (the reach
answers once more) are never published.
"""

from __future__ import annotations

import datetime as dt
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

    ``shown``: "shown", "few" (fewer than 5: "<5") or "withheld" (any number, hidden to protect another or itself).
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
    """One dimension as it may be seen.

    ``n_known`` is None where it would give a hidden group away; ``groups`` is empty where too little may be shown;
    ``as_of`` is the date of figures that are repeated (regional.publishing.differencing).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["label", "fractions", "multi"]
    partner_given: bool
    n_known: int | None
    source: str
    year: int | None
    groups: tuple[SafeGroup, ...]
    as_of: dt.date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of this theme is hidden."""
        return self.n_known is not None and all(group.shown == "shown" for group in self.groups)

    @property
    def at_least(self) -> int:
        """The fewest partners that are behind this theme, as far as may be known."""
        if self.n_known is not None or not self.groups:
            return self.n_known or 0
        counts = [group.count or 0 for group in self.groups]
        return max(counts) if self.kind == "multi" else sum(counts)


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
    themes = tuple(_theme(result, n) for result in mirror.dimensions if result.id not in _REPEATED)
    reach = tuple(
        SafeReach(id=r.id, dimension=r.dimension, label=r.label, inhabitants=r.inhabitants, partners=_least(r))
        for r in mirror.reach
    )
    return Safe(n=n, themes=themes, reach=reach)


def _least(reach: ReachResult) -> int | None:
    partners = reach.main + reach.also
    return partners if partners >= LEAST else None


def _theme(result: DimensionResult, n: int) -> SafeTheme:
    partner_given = entry(result.id).sensitivity is not Sensitivity.ORGANISATION
    if result.n_known < LEAST:
        return _made(result, partner_given, None, ())
    if result.basis == "main_groups":
        return _main_groups(result)
    if result.kind == "fractions":
        return _fractions(result)
    if not partner_given and result.kind == "label":
        return _made(result, False, result.n_known, _merged(result.groups))
    return _counted(result, partner_given, n)


def _counted(result: DimensionResult, partner_given: bool, n: int) -> SafeTheme:
    counts = [round(group.count) for group in result.groups]
    least, room = min(counts, default=0), n - sum(count for count in counts if count >= LEAST)
    if least >= LEAST:
        cells = [_safe(g, count=c, share=c / result.n_known) for g, c in zip(result.groups, counts, strict=True)]
        return _made(result, partner_given, result.n_known, cells)
    if result.kind == "multi" or room >= LEAST - 1:
        cells = [_cell(g, c) for g, c in zip(result.groups, counts, strict=True)]
    else:
        cells = _largest(result.groups, counts)
    return _made(result, partner_given, None, cells if any(cell.shown == "shown" for cell in cells) else ())


def _main_groups(result: DimensionResult) -> SafeTheme:
    """Counts alone, without share or state: a partner may count for two groups, so that no total can be told."""
    cells = [_cell(g, g.partners) for g in result.groups]
    shown = cells if any(cell.shown == "shown" for cell in cells) else ()
    return _made(result, True, None, shown).model_copy(update={"kind": "multi"})


def _cell(group: Group, count: int) -> SafeGroup:
    return _safe(group, count=count) if count >= LEAST else _hidden(group, "few")


def _largest(groups: Sequence[Group], counts: Sequence[int]) -> list[SafeGroup]:
    """Show what is larger than the smallest group of 5 or more, and not which of the others is under 5.

    For where nearly all partners answered: then even all partners together bound a "<5" from above.
    """
    smallest = min((count for count in counts if count >= LEAST), default=0)
    return [
        _safe(group, count=count) if count > smallest and count >= LEAST else _hidden(group, "withheld")
        for group, count in zip(groups, counts, strict=True)
    ]


def _fractions(result: DimensionResult) -> SafeTheme:
    if any(g.n < LEAST or g.partner_share is None for g in result.groups) or result.effective_n < LEAST:
        return _made(result, True, None, ())
    cells = [_safe(g, count=None, share=g.partner_share, state=_state(result, g)) for g in result.groups]
    return _made(result, True, result.n_known, cells)


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


def _safe(group: Group, *, count: int | None, share: float | None = None, state: Status | None = None) -> SafeGroup:
    return SafeGroup(
        id=group.id,
        label=group.label,
        region_share=group.region_share,
        shown="shown",
        count=count,
        share=None if share is None else round(share, 2),
        state=None if state is Status.NOT_COMPARABLE else state,
    )


def _hidden(group: Group, shown: Shown) -> SafeGroup:
    return SafeGroup(id=group.id, label=group.label, region_share=group.region_share, shown=shown)


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
