"""What keeps one publication from being subtracted from the next.

Whoever knows that one partner joined, or was spoken to, would see its answer in what changed since last time. So:

- A theme that counts what partners told (the stages) is renewed only when the published figures themselves prove that
  5 partners or more changed; until then the earlier figures stand, with their date. That is told by figures which
  were published, so that it gives nothing more away.
- Money is of a year: a flow is renewed in a next year, or when 5 contributors or more came or went. Where the region
  is another one by then, only the sum stands: two regions that differ in one place would tell what is there.

Every earlier publication that may have been seen counts, not only the last. Not guarded so: the average shares of
the people that partners serve (a newcomer's own shares come out no closer than half a point times twice the number
of partners behind them), and reach, which a museum wants to see grow by one (design.md, "Privacy", does not have it
among what partners tell).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from regional.publishing.money import SafeFlow, SafePlace
from regional.publishing.schema import Publication, PublishedPlace, PublishedRow, Theme
from regional.publishing.suppression import LEAST, Safe, SafeGroup, SafeTheme

_ANY = 10**9
"""More partners than anyone has."""


def steady(safe: Safe, earlier: Sequence[Publication]) -> Safe:
    """Return ``safe`` with, of themes in which too little changed, the figures of an ``earlier`` publication."""
    return safe.model_copy(update={"themes": tuple(_steady_theme(theme, safe.n, earlier) for theme in safe.themes)})


def steady_flow(flow: SafeFlow, region: str, made: dt.date, earlier: Sequence[Publication]) -> SafeFlow:
    """Return ``flow``, or the figures of it that were published earlier in the year of ``made``."""
    if flow.contributors is None:
        return flow
    for publication in _newest_first(earlier):
        for old in publication.money:
            if old.id != flow.id or old.n_known is None or publication.made.year != made.year:
                continue
            places = _places(old.places)
            is_same = (old.n_known, old.total, places) == (flow.contributors, flow.total, flow.places)
            if not is_same and abs(old.n_known - flow.contributors) < LEAST:
                return SafeFlow(
                    id=flow.id,
                    contributors=old.n_known,
                    total=old.total,
                    places=places if publication.region == region else (),
                    as_of=old.as_of or publication.made,
                )
    return flow


def changed_at_least(before: Theme, after: SafeTheme, n: int) -> int:
    """Return how many partners changed at the least, from figures alone: 0 where all may be as it was.

    One partner adds at most one to one group, and takes at most one from another; "<5" is 0 to 4. ``n`` is how many
    partners there are now.
    """
    new = {group.id: _range(group) for group in after.groups}
    gained = lost = 0
    for row in before.rows:
        (old_low, old_high), (low, high) = _range(row), new.get(row.id, (0, _ANY))
        gained += max(0, low - old_high)
        lost += max(0, old_low - high)
    known = 0 if before.n_known is None or after.n_known is None else abs(after.n_known - before.n_known)
    return max(gained, lost, known, sum(row.count or 0 for row in before.rows) - n)


def _steady_theme(theme: SafeTheme, n: int, earlier: Sequence[Publication]) -> SafeTheme:
    """Repeat also what would no longer be shown: that it went tells as much as a figure."""
    if not (theme.partner_given and theme.kind == "label"):
        return theme
    for publication in _newest_first(earlier):
        for old in publication.themes:
            if old.id == theme.id and old.rows and not _is_same(old, theme) and changed_at_least(old, theme, n) < LEAST:
                return _repeated(theme, old, old.as_of or publication.made)
    return theme


def _is_same(old: Theme, new: SafeTheme) -> bool:
    before, after = (old.n_known, old.rows), (new.n_known, new.groups)
    seen = [(known, [(cell.id, cell.shown, cell.count) for cell in cells]) for known, cells in (before, after)]
    return seen[0] == seen[1]


def _repeated(theme: SafeTheme, old: Theme, as_of: dt.date) -> SafeTheme:
    """Return ``theme`` with the figures of ``old``; the English label is the entry of the catalogues."""
    groups = tuple(
        SafeGroup(
            id=row.id,
            label=row.label.en,
            region_share=row.region_share,
            shown=row.shown,
            count=row.count,
            share=row.share,
        )
        for row in old.rows
    )
    return theme.model_copy(update={"groups": groups, "n_known": old.n_known, "as_of": as_of})


def _range(cell: PublishedRow | SafeGroup) -> tuple[int, int]:
    if cell.count is not None:
        return cell.count, cell.count
    return 0, LEAST - 1 if cell.shown == "few" else _ANY


def _newest_first(earlier: Sequence[Publication]) -> list[Publication]:
    return sorted(earlier, key=lambda publication: publication.made, reverse=True)


def _places(places: Sequence[PublishedPlace]) -> tuple[SafePlace, ...]:
    return tuple(SafePlace(id=place.id, share=place.share) for place in places)
