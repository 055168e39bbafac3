"""What keeps what partners answered in one publication from being subtracted from the next.

Whoever knows that one partner joined, or was spoken to, would see its answer in what changed since last time. So:

- What partners answered (stages, main groups, shares, reach) and kinds of partners are renewed only when five
  partners or more came, went or answered otherwise, as the published figures prove; until then the earlier figures
  stand, with their date, also where nothing changed: else no date would tell that who came or left was in no group.
- Beside an earlier publication it is not said whether a hidden group is under five: else one that is hidden for what
  it was would be told from one that is hidden for what it is.
- A group that was hidden stays hidden, unless so many partners came since that all of it may be they, or so few that
  it cannot be: else who knows how many came would know of those who were there. A group that was shown and would now
  be hidden stays as it was shown, with its theme.
- A group that was hidden, was shown since and did not grow after that stays as it was shown: that it fell would tell
  that somebody who left was in it, and so perhaps while it was hidden.

Every earlier publication counts, of every region, withdrawn or not. Not guarded so: the average shares of the people
that partners serve, beyond this (a newcomer's own shares come out no closer than half a point times twice the number
of partners behind them). Facts about organisations are held beside earlier ones by regional.publishing.partition,
money by regional.publishing.flows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeVar

from regional.publishing.history import History, as_it_was
from regional.publishing.safe import LEAST, Safe, SafeGroup, SafeReach, SafeTheme
from regional.publishing.schema import Publication, PublishedReach, PublishedRow, Theme

_ANY = 10**9
"""More partners than anyone has."""
_Safe = TypeVar("_Safe", SafeGroup, SafeReach)
Cell = PublishedRow | PublishedReach | SafeGroup | SafeReach
SUPPLIERS, SECTOR, KINDS = "supplier", "sector", "kind"


def steady(safe: Safe, history: History) -> Safe:
    """Return ``safe`` with, where too little changed since an earlier publication, the figures of that one."""
    themes = [_steady_theme(theme, history) for theme in safe.themes]
    kinds = next((theme for theme in themes if theme.id == KINDS), None)
    if history.earlier and kinds is not None:
        themes = [_of_suppliers(theme, kinds, history) for theme in themes]
    return safe.model_copy(update={"themes": tuple(themes), "reach": _steady_reach(safe.reach, history)})


def changed_at_least(before: Sequence[Cell], after: Sequence[Cell], *, once: bool) -> int:
    """Return how many partners changed at the least, from figures alone: 0 where all may be as it was.

    ``once``: a partner is in one group, so that what groups gain or lose adds up; else the largest counts.
    """
    new = {cell.id: _range(cell) for cell in after}
    gained, lost = [0], [0]
    for cell in before:
        (old_low, old_high), (low, high) = _range(cell), new.get(cell.id, (0, _ANY))
        gained.append(max(0, low - old_high))
        lost.append(max(0, old_low - high))
    return max(sum(gained), sum(lost)) if once else max(*gained, *lost)


def _steady_theme(theme: SafeTheme, history: History) -> SafeTheme:
    """Repeat also what would no longer be shown: that it went tells as much as a figure."""
    if not (theme.partner_given or theme.kind == "multi"):
        return theme
    hidden: set[str] = set()
    once = theme.kind == "label"
    told = [(p, old) for p in history.newest_first for old in p.themes if old.id == theme.id]
    hidden |= _not_grown(theme.groups, [(old.as_of or p.made, old.rows) for p, old in told])
    for publication, old in told:
        if old.rows and _is_too_near(old, theme, publication, history):
            return as_it_was(theme, old, history.as_of(old, publication))
        hidden |= _stay_hidden(old.rows, theme.groups, publication, history, once=once)
        if theme.kind == "fractions" and not old.rows and (theme.n_known or 0) > history.came(publication)[0]:
            return theme.empty()
    safe = _without(theme, hidden)
    for publication, old in told if hidden else ():
        # What stays hidden for the sake of one publication may have been shown in another one since.
        if _would_hide(old.rows, safe.groups, publication, history, once=once):
            return as_it_was(theme, old, history.as_of(old, publication))
    return safe.model_copy(update={"groups": tuple(map(_hidden_alike, safe.groups))}) if told else safe


def _hidden_alike(cell: _Safe) -> _Safe:
    return cell.model_copy(update={"shown": "withheld"}) if cell.shown == "few" else cell


def _is_too_near(old: Theme, theme: SafeTheme, publication: Publication, history: History) -> bool:
    known = 0 if old.n_known is None or theme.n_known is None else abs(theme.n_known - old.n_known)
    changed = changed_at_least(old.rows, theme.groups, once=theme.kind == "label")
    if theme.kind == "label":
        changed = max(changed, sum(row.count or 0 for row in old.rows) - history.n)
    if max(changed, known, abs(history.n - publication.n)) < LEAST:
        return True
    return _would_hide(old.rows, theme.groups, publication, history, once=theme.kind == "label")


def _would_hide(
    before: Sequence[Cell], after: Sequence[Cell], publication: Publication, history: History, *, once: bool
) -> bool:
    """Tell whether groups that were shown would now be hidden while fewer left than were in them.

    ``once``: a partner is in one group, so that whoever left the groups that are shown did not leave these.
    """
    new = {cell.id: cell for cell in after}
    gone = [_low(cell) for cell in before if cell.id not in new or _count(new[cell.id]) is None]
    fewer = sum(max(0, _low(cell) - _low(new[cell.id])) for cell in before if cell.id in new) if once else 0
    hidden_of = [count for count in gone if count]
    if not hidden_of:
        return False
    others = fewer - sum(_low(cell) for cell in before if cell.id in new and _count(new[cell.id]) is None)
    return (others + sum(hidden_of) if once else max(hidden_of)) > history.left(publication)


def _stay_hidden(
    before: Sequence[Cell], after: Sequence[Cell], publication: Publication, history: History, *, once: bool
) -> set[str]:
    """Return the groups that an earlier publication hid and that may not be shown yet.

    They may where all of them may have come since, beside those by whom other groups grew if a partner is in one
    group (``once``); or where not even four can have been there before.
    """
    was = {cell.id: cell for cell in before}
    least, most = history.came(publication)
    counts = {cell.id: count for cell in after if (count := _count(cell)) is not None}
    new = {i: count for i, count in counts.items() if i not in was or _count(was[i]) is None}
    grown = sum(max(0, count - _low(was[i])) for i, count in counts.items() if i not in new) if once else 0
    needed = grown + sum(new.values()) if once else 0
    return {
        i
        for i, count in new.items()
        if max(needed, count) > least and not (_is_few(was.get(i)) and count - (LEAST - 1) > most)
    }


def _not_grown(after: Sequence[Cell], told: Sequence[tuple[dt.date, Sequence[Cell]]]) -> set[str]:
    """Return the groups that were hidden on one day, shown since, and are not larger now than they were then."""
    hid: dict[str, dt.date] = {}
    for day, cells in told:
        for cell in cells:
            if _count(cell) is None:
                hid[cell.id] = min(day, hid.get(cell.id, day))
    most: dict[str, int] = {}
    for day, cells in told:
        for cell in cells:
            if cell.id in hid and hid[cell.id] <= day:
                most[cell.id] = max(_count(cell) or 0, most.get(cell.id, 0))
    return {cell.id for cell in after if most.get(cell.id) and (_count(cell) or 0) <= most[cell.id]}


def _is_few(cell: Cell | None) -> bool:
    """Tell whether a group that is hidden had fewer than five; so it is taken where it was not shown at all."""
    return cell is None or _shown(cell) == "few"


def _without(theme: SafeTheme, hidden: set[str]) -> SafeTheme:
    """Withhold groups, and with them the total and the shares."""
    if not hidden:
        return theme
    bare = {"share": None, "state": None}
    groups = tuple(
        group.model_copy(update={**bare, "shown": "withheld", "count": None} if group.id in hidden else bare)
        for group in theme.groups
    )
    if not any(group.shown == "shown" for group in groups):
        return theme.empty()
    return theme.model_copy(update={"groups": groups, "n_known": None})


def _of_suppliers(theme: SafeTheme, kinds: SafeTheme, history: History) -> SafeTheme:
    """Show sectors, which are of suppliers, only beside as many suppliers of the same day."""
    if theme.id != SECTOR or theme.as_of is not None or not theme.groups:
        return theme
    suppliers = next((group.count for group in kinds.groups if group.id == SUPPLIERS), None)
    known = theme.n_known or sum(group.count or 0 for group in theme.groups)
    if kinds.as_of is None and suppliers is not None and suppliers >= known:
        return theme
    return history.repeated(theme) or theme.empty()


def _steady_reach(reach: Sequence[SafeReach], history: History) -> tuple[SafeReach, ...]:
    """Return how many partners reach each group, or what was published of it before."""
    hidden: set[str] = set()
    told = [publication for publication in history.newest_first if publication.reach]
    for publication in told:
        old = publication.reach
        changed = max(changed_at_least(old, reach, once=False), abs(history.n - publication.n))
        if changed < LEAST or _would_hide(old, reach, publication, history, once=False):
            return _reach_as_it_was(reach, publication, history)
        hidden |= _stay_hidden(old, reach, publication, history, once=False)
    stays = _not_grown(reach, [(row.as_of or p.made, [row]) for p in told for row in p.reach])
    bare = {"partners": None, "shown": "withheld"}
    safe = tuple(_as_last_shown(cell, told, history) if cell.id in stays
                 else cell.model_copy(update=bare) if cell.id in hidden else cell for cell in reach)  # fmt: skip
    for publication in told if hidden else ():
        if _would_hide(publication.reach, safe, publication, history, once=False):
            return _reach_as_it_was(reach, publication, history)
    return tuple(map(_hidden_alike, safe)) if told else safe


def _reach_as_it_was(reach: Sequence[SafeReach], publication: Publication, history: History) -> tuple[SafeReach, ...]:
    before = {cell.id: cell for cell in publication.reach}
    return tuple(
        _as_reached(cell, before[cell.id], history.as_of(before[cell.id], publication))
        for cell in reach
        if cell.id in before
    )


def _as_last_shown(cell: SafeReach, told: Sequence[Publication], history: History) -> SafeReach:
    shown = ((p, row) for p in told for row in p.reach if row.id == cell.id and row.partners is not None)
    publication, row = next(shown)
    return _as_reached(cell, row, history.as_of(row, publication))


def _as_reached(cell: SafeReach, old: PublishedReach, as_of: dt.date | None) -> SafeReach:
    told = {"partners": old.partners, "shown": _shown(old), "as_of": as_of, "inhabitants": old.inhabitants}
    return cell.model_copy(update=told)


def _count(cell: Cell) -> int | None:
    return cell.partners if isinstance(cell, PublishedReach | SafeReach) else cell.count


def _shown(cell: Cell) -> Literal["shown", "few", "withheld"]:
    """Return how a cell is shown; earlier schemas only leave a number of reach out."""
    if cell.shown is not None:
        return cell.shown
    return "few" if _count(cell) is None else "shown"


def _low(cell: Cell) -> int:
    return _range(cell)[0]


def _range(cell: Cell) -> tuple[int, int]:
    count = _count(cell)
    if count is not None:
        return count, count
    return 0, LEAST - 1 if _shown(cell) == "few" else _ANY
