"""Whom nobody reaches, or one partner alone: groups of inhabitants, and municipalities of the region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.mirror.membership import municipality_of
from regional.mirror.selection import select

if TYPE_CHECKING:
    from regional.cbs.figures import Figures, RegionProfile
    from regional.mirror.result import Mirror, ReachResult
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio


@dataclass(frozen=True)
class UnreachedPlace:
    """One municipality of the region: partners that sit there, and others that work there."""

    code: str
    name: str
    inhabitants: int
    seated: int
    working: int

    @property
    def partners(self) -> int:
        """Partners that sit or work there."""
        return self.seated + self.working


def groups(mirror: Mirror, most: int = 1) -> tuple[ReachResult, ...]:
    """Return the groups that at most ``most`` partners reach, fewest partners and most inhabitants first.

    Empty while of no partner is known whom it reaches: then nothing can be missed.
    """
    if mirror.reach_known == 0:
        return ()
    few = [found for found in mirror.reach if found.main + found.also <= most]
    return tuple(sorted(few, key=lambda r: (r.main + r.also, -(r.inhabitants or 0.0), r.id)))


def places(
    portfolio: Portfolio, figures: Figures, region: RegionProfile, settings: Settings, most: int = 1
) -> tuple[UnreachedPlace, ...]:
    """Return the municipalities of the region where at most ``most`` partners sit or work.

    A work area of several municipalities counts in each of them; of a whole COROP region, province or the country
    it counts nowhere: who works everywhere is not yet there.
    """
    settings = settings.model_copy(update={"weight": "count"})
    frame = portfolio.frame.iloc[select(portfolio, settings).rows]
    seats = municipality_of(frame).tolist()
    areas = [set(area) for area in frame["work_area"]]
    names, people = figures.municipalities["name"], figures.municipalities["inhabitants"]
    found = [
        UnreachedPlace(
            code=code,
            name=str(names[code]),
            inhabitants=int(people[code]),
            seated=seats.count(code),
            working=sum(code in area and seat != code for area, seat in zip(areas, seats, strict=True)),
        )
        for code in region.codes
    ]
    few = [place for place in found if place.partners <= most]
    return tuple(sorted(few, key=lambda place: (place.partners, -place.inhabitants, place.code)))
