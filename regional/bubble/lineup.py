"""Herkent u ons museum? Our own picture among pictures that are drawn blindly from the region.

The line-up of Buja and others (2009, Philosophical Transactions of the Royal Society A 367, 4361-4383) and Wickham
and others (2010, IEEE Transactions on Visualization and Computer Graphics 16, 973-979): who cannot tell the real
picture from those that chance made has seen what chance can do.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.measures.apportion import apportion

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group, Mirror

PICTURES, IN_ROW = 8, 4
"""Pictures in a line-up; and in one row, which is all that a phone shows."""
Dots = tuple[int, ...]


@dataclass(frozen=True)
class Lineup:
    """Partners by group: ``pictures`` of the same ``n`` partners over ``groups``, ours at place ``ours``.

    The same content gives the same line-up, in every language and on every screen.
    """

    dimension: str
    groups: tuple[Group, ...]
    pictures: tuple[Dots, ...]
    ours: int

    @property
    def n(self) -> int:
        """Partners in each picture."""
        return sum(self.pictures[0])

    @property
    def rows(self) -> tuple[range, ...]:
        """The places row by row."""
        return tuple(range(start, start + IN_ROW) for start in range(0, PICTURES, IN_ROW))

    def is_ours(self, at: int) -> bool:
        """Tell whether the picture at ``at`` is ours, or the same to the dot."""
        return self.pictures[at] == self.pictures[self.ours]


def can_line_up(result: DimensionResult) -> bool:
    """Tell whether a theme can be played: partners that are counted, enough of them, and groups to be divided over."""
    groups = _compared(result)
    return (
        result.tested
        and result.basis != "shares"
        and result.kind != "multi"
        and sum(group.count for group in groups) >= result.min_known
        and sum(bool(group.region_share) for group in groups) > 1
    )


def line_ups(mirror: Mirror) -> list[DimensionResult]:
    """Return the themes of a mirror that can be played; none by money, and none in a region of one municipality."""
    if mirror.settings.weight != "count" or len(mirror.region.codes) < 2:
        return []
    return [result for result in mirror.dimensions if can_line_up(result)]


def line_up(result: DimensionResult, seed: int) -> Lineup:
    """Return ours among pictures of as many partners, each drawn blindly from the region's shares.

    Parameters
    ----------
    result : a theme that :func:`can_line_up`.
    seed : of the mirror; with the figures it settles every picture and the place of ours.
    """
    groups = _compared(result)
    counts, shares = [g.count for g in groups], np.array([g.region_share for g in groups], dtype=float)
    n = round(sum(counts))
    ours = tuple(apportion([count / n for count in counts], n))
    rng = np.random.default_rng(_seed(result.id, ours, shares.tolist(), seed))
    place = int(rng.integers(PICTURES))
    drawn = rng.multinomial(sum(ours), shares / shares.sum(), size=PICTURES)
    pictures = [tuple(row) for row in drawn.tolist()]
    pictures[place] = ours
    return Lineup(result.id, tuple(groups), tuple(pictures), place)


def _compared(result: DimensionResult) -> list[Group]:
    return [group for group in result.groups if group.region_share is not None]


def _seed(*of: object) -> int:
    return int.from_bytes(hashlib.sha256(repr(of).encode()).digest()[:8], "big")
