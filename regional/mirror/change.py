"""Through the years: who was there at each year's end, and the joiners of the last years, tested together.

Two years' portfolios share most of their partners and are never tested against each other (measures.md, "Trend").
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from regional.dimensions.frozen import FrozenModel
from regional.mirror.measures.evidence import Rules
from regional.mirror.measures.trend import active_at_year_ends, joined_in, joiners, since_unknown
from regional.mirror.membership import compose
from regional.mirror.reflect import group_ids, reflect_dimension, region_shares
from regional.mirror.result import AmountSummary, Status
from regional.mirror.selection import Floats, Selection, has_kind
from regional.mirror.testing import rules

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.dimensions import Dimension
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

YEARS = 10
"""Years shown at most, the present one included."""
POOLED = 5
"""The last years of which the joiners are tested together: a year by itself finds differences where there are none."""


class YearEnd(FrozenModel):
    """Known partners at a year's end (of the present year: today), and their share in each group; None: nobody."""

    year: int
    n: int
    shares: tuple[float | None, ...]


class Joiners(FrozenModel):
    """Who joined in the years ``first`` to ``last``, together: known joiners, share in each group, and its state."""

    first: int
    last: int
    n: int
    shares: tuple[float | None, ...]
    statuses: tuple[Status, ...]


class ThemeChange(FrozenModel):
    """One theme through the years; groups in the order of ``ids``. The region's shares are those of ``region_year``,
    the same for every year. ``start_unknown`` partners are in no year."""

    dimension: str
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    region_shares: tuple[float, ...]
    region_year: int | None
    year_ends: tuple[YearEnd, ...]
    joined: Joiners | None
    start_unknown: int


def change(
    portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings, today: dt.date
) -> ThemeChange | None:
    """Return one theme through the years, by number of partners; None where it is not compared with the region.

    Partners that have ended since count in the years in which they were there; possible partners never do.
    """
    settings = settings.model_copy(update={"weight": "count", "without_main_funder": False})
    composition = region.compositions.get(dimension.id)
    ids = group_ids(dimension, composition)
    q = region_shares(composition, ids)
    now = reflect_dimension(portfolio, region, dimension, settings)
    if q is None or composition is None or not now.tested:
        return None
    selection = _ever(portfolio, settings)
    composed = compose(portfolio, region, dimension, ids, selection, settings)
    rows = selection.rows if len(selection.rows) == len(composed.y) else _of_subset(portfolio, selection, now.subset)
    y, rows = composed.y[composed.member], rows[composed.member]
    since, until = (portfolio.frame[name].to_numpy(dtype="datetime64[D]")[rows] for name in ("since", "until"))
    until = np.where(until > np.datetime64(today), np.datetime64("NaT"), until)
    years = _years(since, today)
    return ThemeChange(
        dimension=dimension.id,
        ids=tuple(ids),
        labels=tuple(group.label for group in now.groups),
        region_shares=tuple(float(share) for share in q),
        region_year=composition.provenance.year,
        year_ends=_year_ends(y, since, until, years),
        joined=_joined(y, since, years[-POOLED:], q, rules(settings)),
        start_unknown=int(since_unknown(since).sum()),
    )


def _ever(portfolio: Portfolio, settings: Settings) -> Selection:
    """Return everybody who is or was a partner, of the wanted kind, each counting for one."""
    frame = portfolio.frame
    keep = (frame["status"] != "possible").to_numpy(dtype=bool)
    if settings.kind != "all":
        keep &= has_kind(frame, settings.kind)
    rows = np.flatnonzero(keep)
    return Selection(rows, np.ones(len(rows)), AmountSummary.model_validate({"in": 0, "out": 0, "unknown": 0}))


def _of_subset(portfolio: Portfolio, selection: Selection, kind: str) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.asarray(selection.rows[has_kind(portfolio.frame.iloc[selection.rows], kind)])


def _years(since: np.ndarray[tuple[int], np.dtype[np.datetime64]], today: dt.date) -> list[int]:
    known = since[~np.isnat(since)]
    if not known.size:
        return []
    first = int(known.min().astype("datetime64[Y]").astype(int)) + 1970
    return list(range(max(first, today.year - YEARS + 1), today.year + 1))


def _year_ends(
    y: Floats,
    since: np.ndarray[tuple[int], np.dtype[np.datetime64]],
    until: np.ndarray[tuple[int], np.dtype[np.datetime64]],
    years: list[int],
) -> tuple[YearEnd, ...]:
    there = active_at_year_ends(since, until, years)
    return tuple(
        YearEnd(year=year, n=int((~np.isnan(y[here]).all(axis=1)).sum()), shares=_shares(y[here]))
        for year, here in zip(years, there, strict=True)
    )


def _joined(
    y: Floats, since: np.ndarray[tuple[int], np.dtype[np.datetime64]], years: list[int], q: Floats, rules: Rules
) -> Joiners | None:
    """Test the joiners of some years together: one test, not one a year; None without a year."""
    if not years:
        return None
    new = np.any([joined_in(since, year) for year in years], axis=0)
    found = joiners(y, new, q, rules)
    known = int((~np.isnan(y[new]).all(axis=1)).sum())
    statuses = tuple(Status(s) for s in found.status)
    return Joiners(first=years[0], last=years[-1], n=known, shares=_shares(y[new]), statuses=statuses)


def _shares(y: Floats) -> tuple[float | None, ...]:
    given = (~np.isnan(y)).sum(axis=0)
    total = np.nansum(y, axis=0)
    return tuple(float(total[k] / n) if n else None for k, n in enumerate(given))
