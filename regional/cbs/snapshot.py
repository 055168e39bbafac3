"""The figures that come with the app: CBS's own, in a form that loads in milliseconds (data/SOURCES.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from regional.cbs.divisions import bring
from regional.cbs.figures import Figures, Origin, Provenance

if TYPE_CHECKING:
    import pandas as pd

FOLDER = Path(__file__).parents[2] / "data" / "figures"
HALF_POINT = 0.005
"""What figures that are only approximate are taken to be known to, at best."""
KWB_2024 = ("85984NED", "Kerncijfers wijken en buurten 2024", 2024)
KWB_2021 = ("85039NED", "Kerncijfers wijken en buurten 2021", 2021)
ORIGIN_2025 = ("85458NED", "Bevolking; geslacht, leeftijd, herkomstland, geboorteland, regio", 2025)


def _source(table: tuple[str, str, int], precision: float = 0.0, *, approximate: bool = False) -> Provenance:
    identifier, title, year = table
    return Provenance(
        identifier,
        title,
        year,
        Origin.SNAPSHOT,
        precision,
        approximate,
        address=f"https://opendata.cbs.nl/#/CBS/nl/dataset/{identifier}/table",
        rows=342,
    )


PROVENANCE = {
    "location": _source(KWB_2024),
    "urbanity": _source(KWB_2024),
    "age": _source(KWB_2024),
    "sex": _source(KWB_2024),
    "education": _source(KWB_2021, HALF_POINT, approximate=True),
    "income": _source(KWB_2021, HALF_POINT, approximate=True),
    "origin": _source(ORIGIN_2025),
    "birth_origin": _source(("85458NED", ORIGIN_2025[1], 2024)),
    "sector": _source(KWB_2024),
    "household": _source(KWB_2024),
    "division": _source(("85755NED", "Gebieden in Nederland 2024", 2024)),
}
EXTRAS = {
    "per_km2": _source(KWB_2024),
    "in_work_pct": _source(KWB_2021, HALF_POINT, approximate=True),
    "disability_benefit_per_1000": _source(KWB_2021, approximate=True),
    "museums_20km": _source(KWB_2024),
}
"""Of the further columns of the municipalities."""


@cache
def load_snapshot() -> Figures:
    """Return the embedded figures of all 342 municipalities; read once a process.

    CBS's own counts for sex, sector and origin; percentage x base for most others, with how far each may be off. No
    network, no other file than those in data/figures.
    """
    import pandas as pd

    frame = pd.read_parquet(FOLDER / "municipalities.parquet")
    years = pd.read_parquet(FOLDER / "history.parquet")
    plain = [column for column in frame.columns if ":" not in column]
    counts = {name: _counts(frame, name) for name in PROVENANCE if name not in ("location", "urbanity", "division")}
    margins = _margins(frame, counts)
    files = [(FOLDER / name).read_bytes() for name in ("municipalities.parquet", "history.parquet")]
    return Figures(
        municipalities=frame[plain],
        areas=pd.read_parquet(FOLDER / "areas.parquet"),
        counts=counts,
        provenance={name: known_to(source, counts.get(name), margins.get(name)) for name, source in PROVENANCE.items()},
        digest=hashlib.sha256(b"".join(files)).hexdigest(),
        margins=margins,
        history={name: _years(years, name, frame.index) for name in ("inhabitants", "origin")},
        extras=EXTRAS,
    )


def _margins(frame: pd.DataFrame, counts: Mapping[str, pd.DataFrame]) -> dict[str, pd.Series[float]]:
    kept = {c.removeprefix("margin:"): frame[c].astype(float) for c in frame.columns if c.startswith("margin:")}
    rough = {name: HALF_POINT * counts[name].sum(axis=1) for name, source in PROVENANCE.items() if source.approximate}
    rounded = {name: off for name, table in counts.items() if (off := rounding(table)) is not None}
    return rounded | rough | kept


def rounding(counts: pd.DataFrame) -> pd.Series[float] | None:
    """Return how far rounding to 5 may put a count off, a value a municipality; None for counts not so rounded.

    The sum, which the shares are of, is rounded as well: with K categories, the largest share p of any municipality,
    and 2.5 either way, a share of a region is off by at most 2.5 (1 + p (K - 2)) a municipality.
    """
    values = counts.to_numpy(float)
    if not bool((np.nan_to_num(values) % 5 == 0).all()):
        return None
    largest = float(counts.div(counts.sum(axis=1), axis=0).max().max())
    return counts.iloc[:, 0].mul(0).add(2.5 * (1 + largest * (counts.shape[1] - 2)))


def known_to(source: Provenance, counts: pd.DataFrame | None, margins: pd.Series[float] | None) -> Provenance:
    """Return a source with the half-width to which the shares of the whole country are known."""
    if counts is None or margins is None:
        return source
    return replace(source, precision=float(margins.sum() / counts.sum().sum()))


def _years(years: pd.DataFrame, name: str, index: pd.Index[str]) -> dict[int, pd.DataFrame]:
    """Return one dimension (or the inhabitants) by year, on the municipalities of the snapshot."""
    columns = [c for c in years.columns if c == name or c.startswith(f"{name}:")]
    tables = years.set_index("code")[["year", *columns]].rename(columns=lambda c: c.removeprefix(f"{name}:"))
    return {int(str(year)): bring(rows.drop(columns="year").astype(float), index)
            for year, rows in tables.groupby("year")}  # fmt: skip


@cache
def places() -> pd.DataFrame:
    """Return every official place: ``name``, ``code`` of its municipality, ``lon``, ``lat``, ``population`` (or NaN).

    70 names occur twice or more. Coordinates are about a kilometre, the population is rough.
    """
    import pandas as pd

    return pd.read_parquet(FOLDER / "places.parquet")


def _counts(frame: pd.DataFrame, dimension: str) -> pd.DataFrame:
    prefix = f"{dimension}:"
    columns = [column for column in frame.columns if column.startswith(prefix)]
    return frame[columns].rename(columns=lambda column: column.removeprefix(prefix)).astype(float)
