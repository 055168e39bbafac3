"""What of a mirror may be seen by anyone, as data: themes, reach, and how each cell is shown."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from regional.mirror.result import Status
from regional.texts import N_

LEAST = 5
"""Fewest partners that a partner-given answer is shown for."""
OTHER = N_("Other groups together")
TOGETHER = "other"
"""Id of the row of groups that are added together."""
Shown = Literal["shown", "few", "withheld"]


def rounded(share: float) -> float:
    """Return a share as a whole percentage, rounded as sentences and tables write it."""
    return round(share * 100) / 100


class SafeGroup(BaseModel):
    """One group as it may be seen.

    ``shown``: "shown", "few" (fewer than 5: "<5") or "withheld" (any number, hidden to protect another or itself).
    ``count`` is None for the last two and for shares; ``share`` is rounded to a whole percentage. ``members`` are the
    ids that are added together here, municipalities of an area included; empty for a group that is one id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: str
    region_share: float | None
    shown: Shown
    count: int | None = None
    share: float | None = None
    state: Status | None = None
    members: tuple[str, ...] = ()


class SafeTheme(BaseModel):
    """One dimension as it may be seen.

    ``n_known`` is None where it would give a hidden group away; ``groups`` is empty where too little may be shown;
    ``as_of`` is the date of figures that are repeated (regional.publishing.differencing).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["label", "fractions", "multi"]
    partner_given: bool
    n_known: int | None
    source: str
    year: int | None
    groups: tuple[SafeGroup, ...]
    as_of: dt.date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of this theme is hidden."""
        return self.n_known is not None and all(group.shown == "shown" for group in self.groups)

    @property
    def at_least(self) -> int:
        """The fewest partners that are behind this theme, as far as may be known."""
        if self.n_known is not None or not self.groups:
            return self.n_known or 0
        counts = [group.count or 0 for group in self.groups]
        return max(counts) if self.kind == "multi" else sum(counts)

    def empty(self) -> SafeTheme:
        """Return the theme with nothing shown."""
        return self.model_copy(update={"n_known": None, "groups": (), "as_of": None})


class SafeReach(BaseModel):
    """One group of inhabitants and how many partners reach it; ``partners`` is None where it is not shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    dimension: str
    label: str
    inhabitants: float | None
    partners: int | None
    shown: Shown = "shown"
    as_of: dt.date | None = None


class Safe(BaseModel):
    """All figures of one mirror that may leave the museum; ``n`` is the number of partners."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    n: int
    themes: tuple[SafeTheme, ...]
    reach: tuple[SafeReach, ...]
