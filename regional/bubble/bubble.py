"""Everything that the page Our bubble shows, computed once from the same input as the mirror."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.bubble.distance import Near, near
from regional.bubble.money import Flowing, flows
from regional.bubble.relationships import Ties, ties
from regional.bubble.similarity import Alike, alike
from regional.bubble.unreached import UnreachedPlace, groups, places
from regional.mirror.result import AmountSummary, DimensionResult, Mirror, ReachResult

if TYPE_CHECKING:
    from regional.cbs.figures import Figures, RegionProfile
    from regional.partners.portfolio import Portfolio


@dataclass(frozen=True)
class Bubble:
    """The museum's own bubble, by number of partners; ``money`` per flow."""

    near: Near
    ties: Ties
    alike: Alike
    found: DimensionResult
    money: tuple[Flowing, ...]
    amount: AmountSummary
    groups: tuple[ReachResult, ...]
    places: tuple[UnreachedPlace, ...]
    reach_known: int


def bubble(
    portfolio: Portfolio, figures: Figures, region: RegionProfile, mirror: Mirror, home: str, today: dt.date
) -> Bubble:
    """Return the bubble around the museum in municipality ``home`` (GM code) as of ``today``.

    Parameters
    ----------
    mirror : of the same portfolio and region, by number: how partners were found and whom they reach.

    Raises
    ------
    KeyError
        Where the figures do not hold ``home``.
    """
    settings = mirror.settings
    return Bubble(
        near=near(portfolio, figures, region, home, settings),
        ties=ties(portfolio, settings, today),
        alike=alike(portfolio, figures, region, settings),
        found=mirror.dimension("how_found"),
        money=flows(portfolio, settings),
        amount=mirror.partners.amount,
        groups=groups(mirror),
        places=places(portfolio, figures, region, settings),
        reach_known=mirror.reach_known,
    )


def home_of(region_home: str, codes: tuple[str, ...], figures: Figures) -> str:
    """Return where the museum most likely stands: what the region says, else its largest municipality."""
    if region_home:
        return region_home
    people = figures.municipalities["inhabitants"]
    return max(codes, key=lambda code: int(people[code]))
