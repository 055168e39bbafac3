"""Where the selected partners are: in the region, elsewhere in the country, abroad, or nobody knows."""

from __future__ import annotations

import numpy as np

from regional.cbs.figures import RegionProfile
from regional.mirror.membership import municipality_of
from regional.mirror.result import MoneyGroup, PartnersSummary
from regional.mirror.selection import Bools, Selection
from regional.partners.columns import plain
from regional.partners.portfolio import PlaceStatus, Portfolio


def partners_summary(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> PartnersSummary:
    """Return how many partners were selected, and how many of them are in the region and elsewhere."""
    where = _where(portfolio, region, selection)
    return PartnersSummary(
        n=len(selection),
        in_region=int(where["region"].sum()),
        elsewhere=int(where["elsewhere"].sum()),
        abroad=int(where["abroad"].sum()),
        unknown_place=int(where["unknown"].sum()),
        amount=selection.amount,
        name=portfolio.name,
        fictitious=portfolio.fictitious,
    )


def money_groups(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> tuple[MoneyGroup, ...]:
    """Return the money by where the partners are that it comes from or goes to."""
    groups = []
    for group_id, here in _where(portfolio, region, selection).items():
        amounts = np.sort(selection.weights[here & (selection.weights > 0)])[::-1]
        largest, second = [*amounts[:2].tolist(), 0.0, 0.0][:2]
        groups.append(
            MoneyGroup(
                id=group_id, contributors=amounts.size, amount=float(amounts.sum()), largest=largest, second=second
            )
        )
    return tuple(groups)


def _where(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> dict[str, Bools]:
    """Tell per place which of the selected partners are there; each is in one; shape (n,)."""
    table, rows = portfolio.columns, selection.rows
    codes = municipality_of(table)[rows]
    known = np.array([code is not None for code in codes], dtype=bool)
    inside = np.array([code in region.location_of for code in codes], dtype=bool)
    abroad = ~known & (table["place_status"][rows] == PlaceStatus.ABROAD.value)
    added = abroad.copy()
    added[abroad] = [plain(str(place)) in region.abroad_of for place in table["place"][rows][abroad]]
    return {
        "region": inside | added,
        "elsewhere": known & ~inside,
        "abroad": abroad & ~added,
        "unknown": ~known & ~abroad & ~added,
    }
