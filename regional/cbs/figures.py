"""Regional figures as the rest of the house uses them, whatever their source.

:class:`Figures` holds all municipalities; :class:`RegionProfile` holds one chosen region, summed
from counts. Percentages are never averaged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Origin(StrEnum):
    """Where the figures on screen came from."""

    LIVE = "live"
    """Fetched from CBS in this run."""
    CACHE = "cache"
    """An earlier fetch, kept on this machine."""
    SNAPSHOT = "snapshot"
    """Embedded in the app."""


@dataclass(frozen=True)
class Provenance:
    """Source of one dimension's figures: everything a footnote needs.

    ``precision`` is the half-width of what a share is known to, as a fraction of 1 (0 for counts): of the whole
    country in Figures, of the region itself in a Composition. ``approximate`` marks figures without a base of their
    own. ``service`` is the way of CBS by which they came: "v3", "v4", "v3+v4", or "" for the embedded figures.
    """

    table: str
    title: str
    year: int
    origin: Origin
    precision: float = 0.0
    approximate: bool = False
    modified: str = ""
    retrieved: dt.date | None = None
    address: str = ""
    rows: int = 0
    service: str = ""


@dataclass(frozen=True)
class Figures:
    """All municipalities.

    Attributes
    ----------
    municipalities : DataFrame indexed by code ("GM0928"): name, corop, province (str), lon, lat
        (degrees), x, y (metres, EPSG:28992), inhabitants (int), urbanity (1..5), oad (addresses/km2).
    areas : DataFrame indexed by code ("CR39", "PV31"): name, kind ("corop" | "province").
    counts : dimension id -> DataFrame (municipalities x category ids) of counts, NaN = not published.
        The keys "location" and "urbanity" are absent: they follow from ``municipalities``.
    provenance : dimension id (and "location", "urbanity", "division") -> Provenance.
    margins : dimension id -> Series (index: code) of how far any category's count may be off; absent: not at all.
        It holds for every rounding that agrees with what was published.
    history : dimension id (and "inhabitants": one column of that name) -> year -> DataFrame like ``counts``.
    digest : content hash; equal digests mean equal figures.
    extras : further columns of ``municipalities`` (per_km2, in_work_pct, disability_benefit_per_1000,
        museums_20km; NaN = not published) -> Provenance.
    """

    municipalities: pd.DataFrame
    areas: pd.DataFrame
    counts: Mapping[str, pd.DataFrame]
    provenance: Mapping[str, Provenance]
    digest: str
    margins: Mapping[str, pd.Series[float]] = field(default_factory=dict)
    history: Mapping[str, Mapping[int, pd.DataFrame]] = field(default_factory=dict)
    extras: Mapping[str, Provenance] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Code -> name of every municipality."""
        return {str(code): str(name) for code, name in self.municipalities["name"].items()}


@dataclass(frozen=True)
class Composition:
    """The region's side of one dimension: counts by category and where they come from.

    The counts add up to what the dimension's ``base`` says: all inhabitants, those of 15 to 75, households,
    establishments. ``provenance.precision`` is the half-width to which this region's shares are known. ``missing``
    are municipality codes for which the source publishes nothing; they are left out of the counts, never taken as
    zero.
    """

    dimension: str
    counts: Mapping[str, float]
    provenance: Provenance
    missing: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Sum of the counts: how many the shares are of."""
        return float(sum(self.counts.values()))

    @property
    def shares(self) -> dict[str, float]:
        """Counts as fractions of their sum; empty where the sum is 0."""
        total = self.total
        return {k: v / total for k, v in self.counts.items()} if total > 0 else {}

    def number(self, category: str) -> int:
        """Return a count as it may be shown: rounded to 1, 5, 10, 50, 100, ..., no finer than is known of it."""
        step, off = 1, self.provenance.precision * self.total
        while step < 2 * off:
            step *= 5 if str(step)[0] == "1" else 2
        return round(self.counts[category] / step) * step


@dataclass(frozen=True)
class RegionProfile:
    """One chosen region: codes, name, inhabitants, a Composition per dimension with figures.

    ``location_of`` maps each municipality code of the region to its category of the dimension
    "location" (itself; above 15 of them an area of small neighbours, or its province). ``urbanity_of`` maps every
    municipality of the country to its class "1".."5". ``abroad_of`` maps the plain name of a place abroad that was
    added to the region to its category of "location"; empty for figures of CBS alone.
    """

    codes: tuple[str, ...]
    name: str
    inhabitants: int
    compositions: Mapping[str, Composition]
    location_of: Mapping[str, str]
    urbanity_of: Mapping[str, str]
    digest: str
    abroad_of: Mapping[str, str] = field(default_factory=dict)
