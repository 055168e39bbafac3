"""From a Mirror to figures that may leave the museum (design.md, "Privacy").

- Partner-given answers (sensitivity PEOPLE or SPECIAL, and reach): a group under 5 partners shows "<5" alone, and
  then the total goes too, with every share. Nothing is left to subtract from, so that a hidden cell can be anything
  from 0 to 4, also for a reader who knows these rules: hiding further cells to guard a total (Hundepool et al.,
  Statistical Disclosure Control, 2012, ch. 4) tells such a reader when that was needed, and with it the cell.
  Shares that partners give are shown for a whole theme or not at all; main groups as counts alone.
- Facts about organisations: small groups are added together so that none of 1 to 4 can be known, whatever left before
  (regional.publishing.partition); zero is shown. City and countryside follows from place, so it shows what place
  shows, added up, and nothing else (regional.publishing.reading). Where a partner may be in several groups nothing
  can be added, and the rule above holds.
- A state is shown only where it is the same whatever the hidden groups are (regional.publishing.verdict).

Answers and kinds are held beside what left before by regional.publishing.differencing, money by
regional.publishing.money. Kinds of unknown, "not applicable" and household (the reach answers once more) are never
published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regional.dimensions import Sensitivity
from regional.dimensions import dimension as entry
from regional.mirror.result import DimensionResult, Group, Mirror, ReachResult, Status
from regional.publishing.history import History
from regional.publishing.partition import Ids, Partition, partition
from regional.publishing.reading import read_from
from regional.publishing.safe import (
    LEAST,
    OTHER,
    TOGETHER,
    Safe,
    SafeGroup,
    SafeReach,
    SafeTheme,
    Shown,
    rounded,
)
from regional.publishing.verdict import certain_states

__all__ = ["LEAST", "OTHER", "Safe", "SafeGroup", "SafeReach", "SafeTheme", "Shown", "is_partner_given", "suppress"]
_REPEATED = ("household",)


def suppress(mirror: Mirror, history: History | None = None, held: Mapping[str, Ids] | None = None) -> Safe:
    """Return the figures of ``mirror`` that may be seen by anyone; nothing by group for money or under 5 partners.

    Parameters
    ----------
    history : what left before, beside which facts about organisations are held.
    held : the municipalities in each group of place; each is one where None.
    """
    n = mirror.partners.n
    if mirror.settings.weight != "count" or n < LEAST:
        return Safe(n=n, themes=(), reach=())
    history, held = history or History(n=n), held or {}
    others = {r.id: len(entry(r.id).missed or r.groups) for r in mirror.dimensions if r.headline}
    others.pop("urbanity", None)  # where place is judged it is a reading of place, and has no test of its own
    themes: dict[str, SafeTheme] = {}
    for result in mirror.dimensions:
        if result.id in _REPEATED:
            continue
        rest = sum(groups for i, groups in others.items() if i != result.id) if result.headline else 0
        if result.id == "urbanity" and "location" in themes:
            theme = read_from(themes["location"], result, history.urbanity)
        elif is_partner_given(result.id) or result.kind != "label":
            theme = _answers(result, n)
        else:
            theme = _organisations(result, n, history, held if result.id == "location" else {})
        themes[result.id] = certain_states(theme, result, rest)
    reach = tuple(map(_reached, mirror.reach))
    return Safe(n=n, themes=tuple(themes.values()), reach=reach)


def is_partner_given(dimension_id: str) -> bool:
    """Tell whether a theme is what partners told, rather than a fact about organisations."""
    return entry(dimension_id).sensitivity is not Sensitivity.ORGANISATION


def _reached(reach: ReachResult) -> SafeReach:
    partners = reach.main + reach.also
    is_shown = partners >= LEAST
    return SafeReach(
        id=reach.id,
        dimension=reach.dimension,
        label=reach.label,
        inhabitants=reach.inhabitants,
        partners=partners if is_shown else None,
        shown="shown" if is_shown else "few",
    )


def _answers(result: DimensionResult, n: int) -> SafeTheme:
    partner_given = is_partner_given(result.id)
    if result.n_known < LEAST:
        return _made(result, partner_given, None, ())
    if result.basis == "main_groups":
        return _main_groups(result)
    if result.kind == "fractions":
        return _fractions(result)
    return _counted(result, partner_given, n)


def _organisations(result: DimensionResult, n: int, history: History, held: Mapping[str, Ids]) -> SafeTheme:
    """Show what may stand beside all that left before; else what was shown before of this region, or nothing."""
    nothing = _made(result, False, None, ())
    counts = {group.id: round(group.count) for group in result.groups}
    cells = {group: held.get(group, Ids([group])) for group in counts}
    ids = Ids().union(*cells.values())
    found = None
    if result.n_known >= LEAST and history.is_new_beside_nothing(result.id, result.n_known):
        found = partition(counts, cells, history.told(result.id, ids), n)
    if found is None or not found.has_sum:
        before = history.repeated(_made(result, False, None, _apart(result, cells, Ids())), here=True)
        if before is not None:
            return before
    return nothing if found is None else _parted(result, cells, found)


def _parted(result: DimensionResult, cells: Mapping[str, Ids], found: Partition) -> SafeTheme:
    if found.has_sum:
        shown = _apart(result, cells, found.hidden)
        return _made(result, False, result.n_known, [*shown, *_sum(result, cells, found.hidden)])
    groups = [
        _hidden(g, "withheld", _members(cells[g.id])) if g.id in found.hidden else _one(g, cells, None)
        for g in result.groups
    ]
    return _made(result, False, None, groups)


def _apart(result: DimensionResult, cells: Mapping[str, Ids], hidden: Ids) -> list[SafeGroup]:
    return [_one(group, cells, group.partner_share) for group in result.groups if group.id not in hidden]


def _one(group: Group, cells: Mapping[str, Ids], share: float | None) -> SafeGroup:
    cell = _safe(group, count=round(group.count), share=share)
    return cell.model_copy(update={"members": _members(cells[group.id])})


def _members(ids: Ids) -> tuple[str, ...]:
    return tuple(sorted(ids)) if len(ids) > 1 else ()


def _sum(result: DimensionResult, cells: Mapping[str, Ids], hidden: Ids) -> list[SafeGroup]:
    """Return the row of the groups that are added together; none where nothing is hidden."""
    groups = [group for group in result.groups if group.id in hidden]
    if not groups:
        return []
    regional = [g.region_share for g in groups if g.region_share is not None]
    together = SafeGroup(
        id=TOGETHER,
        label=OTHER,
        region_share=sum(regional) if len(regional) == len(groups) else None,
        shown="shown",
        count=sum(round(g.count) for g in groups),
        share=rounded(sum(g.partner_share or 0.0 for g in groups)),
        members=tuple(sorted(Ids().union(*(cells[group.id] for group in groups)))),
    )
    return [together]


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


def _safe(group: Group, *, count: int | None, share: float | None = None, state: Status | None = None) -> SafeGroup:
    return SafeGroup(
        id=group.id,
        label=group.label,
        region_share=group.region_share,
        shown="shown",
        count=count,
        share=None if share is None else rounded(share),
        state=None if state is Status.NOT_COMPARABLE else state,
    )


def _hidden(group: Group, shown: Shown, members: tuple[str, ...] = ()) -> SafeGroup:
    return SafeGroup(id=group.id, label=group.label, region_share=group.region_share, shown=shown, members=members)


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
