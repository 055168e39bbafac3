"""One theme counted in several ways, side by side: by number, by money, without the main funder, per kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regional.mirror.reflect import reflect_dimension
from regional.mirror.result import Status
from regional.mirror.selection import main_funder, money_flows

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.dimensions import Dimension
    from regional.mirror.result import DimensionResult
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("count", {"weight": "count", "kind": "all", "without_main_funder": False}),
    ("money_in", {"weight": "money_in", "kind": "all", "without_main_funder": False}),
    ("money_in_without", {"weight": "money_in", "kind": "all", "without_main_funder": True}),
    ("money_out", {"weight": "money_out", "kind": "all", "without_main_funder": False}),
    ("funder", {"weight": "count", "kind": "funder", "without_main_funder": False}),
    ("content", {"weight": "count", "kind": "content", "without_main_funder": False}),
    ("supplier", {"weight": "count", "kind": "supplier", "without_main_funder": False}),
)
"""Id of a way of counting, and what it changes in Settings."""
SILENT = (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)


@dataclass(frozen=True)
class Count:
    """One way of counting and what the theme then says."""

    way: str
    result: DimensionResult


@dataclass(frozen=True)
class SideBySide:
    """All ways that say something, and the groups whose state is not the same in all of them.

    A way in which too little is known of a group does not contradict the others.
    """

    answers: tuple[Count, ...]
    differing: tuple[str, ...]

    @property
    def saying(self) -> int:
        """How many ways know enough to say something of any group; below two nothing can agree or differ."""
        return sum(any(group.status not in SILENT for group in answer.result.groups) for answer in self.answers)


def answers(portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings) -> SideBySide:
    """Return one theme in every way of counting that has known partners; other settings stay as they are."""
    ways = [way for way in WAYS if way[0] != "money_in_without" or _has_main_funder(portfolio)]
    found = [
        Count(way, reflect_dimension(portfolio, region, dimension, settings.model_copy(update=changes)))
        for way, changes in ways
    ]
    said = tuple(answer for answer in found if answer.result.tested and answer.result.total > 0)
    return SideBySide(said, _differing(said))


def _has_main_funder(portfolio: Portfolio) -> bool:
    table = portfolio.columns
    return main_funder(table, money_flows(table), table["status"] == "active") is not None


def _differing(said: tuple[Count, ...]) -> tuple[str, ...]:
    if not said:
        return ()
    ids = [group.id for group in said[0].result.groups]
    states = {i: {a.result.group(i).status for a in said if a.result.group(i).status not in SILENT} for i in ids}
    return tuple(i for i in ids if len(states[i]) > 1)
