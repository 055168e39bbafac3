"""How long: the length of relationships, and whom each year brought and lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.measures.trend import active_at_year_ends, joined_in, since_unknown
from regional.mirror.selection import Bools, has_kind

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

YEARS = 10
"""Years shown, the present one included."""
LONG, NEW = 10, 3
"""Years from which a relationship is long, and to which it is new."""


@dataclass(frozen=True)
class Year:
    """Partners at the end of a year (of the present year: today), who came in it and who left.

    ``renewal`` is the part of those at its end who came that year, a fraction of 1; NaN where there is nobody.
    """

    year: int
    active: int
    joined: int
    left: int


@dataclass(frozen=True)
class Ties:
    """Lengths of the relationships with active partners of which the start is known (``known`` of ``n``)."""

    n: int
    known: int
    median_years: float
    long: int
    new: int
    years: tuple[Year, ...]
    start_unknown: int


def ties(portfolio: Portfolio, settings: Settings, today: dt.date) -> Ties:
    """Return how long the museum works with its partners, as of ``today``.

    ``years`` also counts partners who have ended since; ``start_unknown`` are in none of them.
    """
    frame = _of_kind(portfolio.frame, settings)
    frame = frame[frame["status"] != "possible"]
    active = frame[frame["status"] == "active"]
    started = active["since"].to_numpy(dtype="datetime64[D]")[~_nat(active)]
    lengths = (np.datetime64(today) - started).astype(float) / 365.25
    return Ties(
        n=len(active),
        known=lengths.size,
        median_years=float(np.median(lengths)) if lengths.size else float("nan"),
        long=int((lengths >= LONG).sum()),
        new=int((lengths < NEW).sum()),
        years=_years(frame, today),
        start_unknown=int(_nat(frame).sum()),
    )


def _of_kind(frame: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    return frame if settings.kind == "all" else frame[has_kind(frame, settings.kind)]


def _nat(frame: pd.DataFrame) -> Bools:
    return since_unknown(frame["since"].to_numpy(dtype="datetime64[D]"))


def _years(frame: pd.DataFrame, today: dt.date) -> tuple[Year, ...]:
    """Return the last years, from the first in which anybody was a partner; none where no start is known."""
    since, until = (frame[column].to_numpy(dtype="datetime64[D]") for column in ("since", "until"))
    if np.isnat(since).all():
        return ()
    first = int(np.nanmin(since).astype("datetime64[Y]").astype(int)) + 1970
    years = list(range(max(first, today.year - YEARS + 1), today.year + 1))
    # Nobody who leaves later this year has left yet.
    until = np.where(until > np.datetime64(today), np.datetime64("NaT"), until)
    counts = active_at_year_ends(since, until, years).sum(axis=1)
    return tuple(
        Year(year, int(n), int(joined_in(since, year).sum()), int(joined_in(until, year).sum()))
        for year, n in zip(years, counts, strict=True)
    )
