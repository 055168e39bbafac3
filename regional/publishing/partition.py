"""Which groups of organisations stand apart, and which are added together, so that no group of 1 to 4 can be known.

The proof is a swap. Groups that were treated alike in everything that ever left the museum (one row added together,
equal figures, or not there) may change places, with all their partners and the dates at which these came and went:
every published figure, and every choice made here, stays the same, because each depends only on which numbers there
are among such groups. So a group is not known as long as another one, treated alike, has another number. That holds
for a reader who knows these rules, all earlier publications, other regions and who came and went.

Hence: a row added together is never taken apart later, or cut by another region; and whatever is newly hidden is
hidden together with a group that was treated alike and has another number. Groups that were hidden without their sum
need not stay together: a sum of some of them says nothing of the others.

Without a sum no swap need be there, so that whether that is done may depend on nothing that is hidden: it is done where
this region cuts a row that was added together, or has places that an earlier one with a total had not (where fewer
than five partners were left for these they are hidden, whatever they are); and only where what is shown is five or
more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regional.publishing.safe import LEAST

Ids = frozenset[str]
UNKNOWN_PLACE = "?"
"""Stands for places of an earlier publication that are not known any more: nothing holds them."""


@dataclass(frozen=True)
class Told:
    """What one earlier publication told of a theme.

    ``exact``: sets of ids (one, or the municipalities of an area) and their number. ``summed``: sets of ids of which
    the sum was told; ``untold``: those of which nothing was. ``classes``: by id, what else told it apart from others.
    ``left``: how many partners there were besides, where a total was told.
    """

    exact: Mapping[Ids, int] = field(default_factory=dict)
    summed: tuple[Ids, ...] = ()
    untold: tuple[Ids, ...] = ()
    classes: Mapping[str, str] = field(default_factory=dict)
    left: int | None = None

    @property
    def hidden(self) -> tuple[Ids, ...]:
        """Sets of ids of which at most the sum was told."""
        return (*self.summed, *self.untold)

    def of(self, ids: Ids) -> tuple[Hashable, ...]:
        """Return how a group was treated: equal for groups that may change places."""
        apart = tuple(sorted({self.classes.get(i, "") for i in ids}))
        for cell, count in self.exact.items():
            if ids == cell:
                return "exact", count, apart
            if ids < cell:
                return "within", tuple(sorted(cell)), apart
        for cell in self.hidden:
            if ids <= cell:
                return "hidden", tuple(sorted(cell)), apart
        touched = any(ids & cell for cell in (*self.exact, *self.hidden))
        return ("split", tuple(sorted(ids)), apart) if touched else ("absent", apart)


@dataclass(frozen=True)
class Partition:
    """Which groups are hidden, and whether their sum (and with it the total) is told."""

    hidden: Ids
    has_sum: bool


def partition(
    counts: Mapping[str, int], held: Mapping[str, Ids], told: Sequence[Told] = (), n: int = 0
) -> Partition | None:
    """Return which groups of a theme to hide, with their sum where that may be told; None where nothing may be shown.

    Parameters
    ----------
    counts : partners in each group; each partner is in one.
    held : the ids in each group: itself, or the municipalities of an area.
    told : of every earlier publication.
    n : all partners, of this theme or not.
    """
    new = [(held[g], earlier.left) for g in counts for earlier in told
           if earlier.left is not None and earlier.of(held[g])[0] == "absent"]  # fmt: skip
    crowded = tuple(ids for ids, left in new if left < LEAST)
    whole = None if crowded else _hidden(counts, held, told, has_sum=True)
    if whole is not None:
        return Partition(whole, has_sum=True)
    if not new and not _is_cut(held, told):
        return None
    told = (*told, Told(untold=crowded))
    without = _hidden(counts, held, told, has_sum=False)
    if without is None or not _has_room(counts, held, told, without, n):
        return None
    shown = sum(counts[g] for g in set(counts) - without)
    return Partition(without, has_sum=False) if shown >= LEAST else None


def _is_cut(held: Mapping[str, Ids], told: Sequence[Told]) -> bool:
    """Tell whether the region holds a part of a row that was added together."""
    every = Ids().union(*held.values())
    return any(cell & every and not cell <= every for earlier in told for cell in earlier.summed)


def _hidden(counts: Mapping[str, int], held: Mapping[str, Ids], told: Sequence[Told], *, has_sum: bool) -> Ids | None:
    forced = {g for g in counts if any(cell & held[g] for earlier in told for cell in earlier.hidden)}
    hidden = forced | {g for g, count in counts.items() if 0 < count < LEAST}
    if not hidden:
        return Ids()
    if has_sum and 0 < sum(counts[g] for g in hidden) < LEAST:
        more = _smallest(counts, set(counts) - hidden)
        if not more:
            return None
        hidden |= more
    covered = Ids().union(*(held[g] for g in hidden))
    # A sum less a sum of some of it tells the rest; of what had no sum nothing can be taken.
    if has_sum and any(cell & covered and not cell <= covered for earlier in told for cell in earlier.summed):
        return None
    alike: dict[Hashable, set[str]] = defaultdict(set)
    for g in counts:
        alike[tuple(earlier.of(held[g]) for earlier in told)].add(g)
    for same in alike.values():
        inside = same & hidden
        if not has_sum and (inside <= forced or not _was_seen(inside, held, told)):
            continue
        if _all_equal(counts, inside):
            more = _another(counts, same - hidden)
            if not more:
                return None
            hidden |= more
    return Ids(hidden)


def _all_equal(counts: Mapping[str, int], groups: Iterable[str]) -> bool:
    """Tell whether groups have one number, of 1 to 4: then whoever knows their sum knows each."""
    numbers = {counts[g] for g in groups}
    return len(numbers) == 1 and 0 < min(numbers) < LEAST


def _another(counts: Mapping[str, int], groups: Iterable[str]) -> set[str]:
    """Return, of groups treated alike, the empty ones or the smallest of 5 or more: whichever are fewer."""
    empty = {g for g in groups if counts[g] == 0}
    large = _smallest(counts, groups)
    return min((found for found in (large, empty) if found), key=len, default=set())


def _smallest(counts: Mapping[str, int], groups: Iterable[str]) -> set[str]:
    """Return all groups of the smallest number of 5 or more: to choose among equals would tell them apart."""
    least = min((counts[g] for g in groups if counts[g] >= LEAST), default=None)
    return {g for g in groups if counts[g] == least}


def _was_seen(groups: Iterable[str], held: Mapping[str, Ids], told: Sequence[Told]) -> bool:
    """Tell whether groups had a number before: then who knows how many came knows more of them."""
    return any(earlier.of(held[g]) != ("absent", ("",)) for g in groups for earlier in told)


def _has_room(counts: Mapping[str, int], held: Mapping[str, Ids], told: Sequence[Told], hidden: Ids, n: int) -> bool:
    """Tell whether each group that is hidden for the first time, its sum untold, can be 1 to 4 for all that is told."""
    new = {g for g in hidden if not any(cell & held[g] for earlier in told for cell in earlier.hidden)}
    return not new or n - sum(counts[g] for g in set(counts) - new) >= len(new) + LEAST - 2
