"""The figures that come with the app: CBS's own, in a form that loads in milliseconds (data/SOURCES.md)."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from regional.cbs.figures import Figures, Origin, Provenance

if TYPE_CHECKING:
    import pandas as pd

FOLDER = Path(__file__).parents[2] / "data" / "figures"
HALF_POINT = 0.005
"""Whole percentages are known to half a percentage point."""
KWB_2024 = ("85984NED", "Kerncijfers wijken en buurten 2024", 2024)
KWB_2021 = ("85039NED", "Kerncijfers wijken en buurten 2021", 2021)


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
    "age": _source(KWB_2024, HALF_POINT),
    "sex": _source(KWB_2024),
    "education": _source(KWB_2021, HALF_POINT, approximate=True),
    "income": _source(KWB_2021, HALF_POINT, approximate=True),
    "origin": _source(KWB_2024, HALF_POINT),
    "birth_origin": _source(KWB_2024, HALF_POINT),
    "sector": _source(KWB_2024),
    "household": _source(KWB_2024, HALF_POINT),
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

    Counts are percentage x base for most dimensions (half a point either way), CBS's own counts for sex and
    sector. No network, no other file than those in data/figures.
    """
    import pandas as pd

    frame = pd.read_parquet(FOLDER / "municipalities.parquet")
    plain = [column for column in frame.columns if ":" not in column]
    counts = {name: _counts(frame, name) for name in PROVENANCE if name not in ("location", "urbanity", "division")}
    return Figures(
        municipalities=frame[plain],
        areas=pd.read_parquet(FOLDER / "areas.parquet"),
        counts=counts,
        provenance=PROVENANCE,
        digest=hashlib.sha256((FOLDER / "municipalities.parquet").read_bytes()).hexdigest(),
        extras=EXTRAS,
    )


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
