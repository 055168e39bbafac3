"""What left the museum before, as a new publication is held beside it: every file and link, of any region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from regional.publishing.partition import UNKNOWN_PLACE, Ids, Told
from regional.publishing.safe import TOGETHER, SafeGroup, SafeTheme
from regional.publishing.schema import (
    Both,
    Money,
    Publication,
    PublishedReach,
    PublishedRow,
    PublishedWish,
    Theme,
)


@dataclass(frozen=True)
class History:
    """Earlier publications beside the partners of now.

    ``n`` is how many partners there are, ``since`` when each came (None: not known; empty: of none it is known).
    ``codes`` and ``region`` are the region of the new publication, ``held`` the ids in each of its groups of place,
    ``urbanity`` the class of each of its municipalities. ``today`` is the day of the new publication.
    """

    earlier: tuple[Publication, ...] = ()
    n: int = 0
    since: tuple[dt.date | None, ...] = ()
    codes: tuple[str, ...] = ()
    region: str = ""
    urbanity: Mapping[str, str] = field(default_factory=dict)
    today: dt.date | None = None

    @property
    def newest_first(self) -> list[Publication]:
        """The earlier publications, newest first."""
        return sorted(self.earlier, key=lambda publication: publication.made, reverse=True)

    def is_here(self, publication: Publication) -> bool:
        """Tell whether an earlier publication is about the same region; the first schemas only name it."""
        if publication.codes:
            return publication.codes == self.codes
        return publication.region == self.region

    def as_of(self, old: Theme | Money | PublishedReach | PublishedWish, publication: Publication) -> dt.date | None:
        """Return of when figures are that are repeated; None for those of today, as of another region."""
        day = old.as_of or publication.made
        return None if day == self.today else day

    def came(self, publication: Publication) -> tuple[int, int]:
        """Return how many partners came since a publication: at the least and at the most.

        The day of a year alone is not known, so that who came in the year of the publication may have been there.
        """
        least, made = max(0, self.n - publication.n), publication.made
        if len(self.since) != self.n:
            return least, self.n
        surely = sum(day is not None and day > made for day in self.since)
        maybe = sum(day is None or day.year >= made.year for day in self.since)
        return max(least, surely), max(least, maybe)

    def left(self, publication: Publication) -> int:
        """Return how many partners left since a publication at the least."""
        return max(0, publication.n - self.n + self.came(publication)[0])

    def told(self, theme: str, ids: Ids) -> tuple[Told, ...]:
        """Return what each earlier publication told of a theme of organisations; ``ids`` are all of the new one."""
        found = [(publication, old) for publication in self.earlier for old in publication.themes if old.id == theme]
        return tuple(self._told(publication, old, ids) for publication, old in found)

    def _told(self, publication: Publication, old: Theme, ids: Ids) -> Told:
        exact = {_ids(row): row.count for row in old.rows if row.count is not None and row.id != TOGETHER}
        named = Ids().union(*exact)
        added = [Ids(row.members) for row in old.rows if row.id == TOGETHER and row.members]
        kept_back = Ids().union(*(_ids(row) for row in old.rows if row.count is None))
        rest = self._everything(publication, old, ids) - named - Ids().union(*added) - kept_back
        classes = self.urbanity if old.id == "location" and not publication.codes else {}
        untold = [cell for cell in (kept_back, rest) if cell]
        if old.n_known is not None:  # beside a total, what is left of it is a sum
            return Told(exact, (*added, *untold), (), classes, publication.n - old.n_known)
        return Told(exact, tuple(added), tuple(untold), classes)

    def _everything(self, publication: Publication, old: Theme, ids: Ids) -> Ids:
        """Return the ids that an earlier theme was about."""
        if old.id != "location" or self.is_here(publication):
            return ids
        return Ids(publication.codes) if publication.codes else ids | {UNKNOWN_PLACE}

    def is_new_beside_nothing(self, theme: str, known: int) -> bool:
        """Tell whether ``known`` partners may be told of where an earlier theme showed nothing: fewer than 5."""
        empty = [p for p in self.earlier for old in p.themes if old.id == theme and not old.rows]
        return all(known <= self.came(publication)[0] for publication in empty)

    def repeated(self, theme: SafeTheme, *, here: bool = False) -> SafeTheme | None:
        """Return the newest figures of a theme; ``here``: of this region alone. None where there are none."""
        for publication in self.newest_first:
            for old in publication.themes:
                if old.id == theme.id and (self.is_here(publication) or not here):
                    return as_it_was(theme, old, old.as_of or publication.made)
        return None

    def sentence(self, theme: SafeTheme) -> Both | None:
        """Return what was said of figures that are repeated."""
        rows = [(group.id, group.count, group.share) for group in theme.groups]
        for publication in self.newest_first:
            for old in publication.themes:
                if old.id == theme.id and [(row.id, row.count, row.share) for row in old.rows] == rows:
                    return old.sentence
        return None


def days(since: Iterable[object]) -> tuple[dt.date | None, ...]:
    """Return when each partner came, of the column ``since``: None where it is not known."""
    return tuple(day.date() if isinstance(day, dt.datetime) and day == day else None for day in since)


def as_it_was(theme: SafeTheme, old: Theme, as_of: dt.date | None) -> SafeTheme:
    """Return ``theme`` with the figures, without states, that an earlier publication showed."""
    labels = {group.id: group.label for group in theme.groups}
    groups = tuple(
        SafeGroup(
            id=row.id,
            label=labels.get(row.id, row.label.en),
            region_share=row.region_share,
            shown=row.shown,
            count=row.count,
            share=row.share,
            members=row.members,
        )
        for row in old.rows
    )
    return theme.model_copy(update={"groups": groups, "n_known": old.n_known, "as_of": as_of if old.rows else None})


def _ids(row: PublishedRow) -> Ids:
    return Ids(row.members) or Ids([row.id])
