"""The best figures on this machine, table by table: what was fetched, else the embedded snapshot.

Per dimension the newest year that is filled wins; of one year, counts fetched from CBS win over the snapshot.
All is brought to one division, that of the newest table here (:mod:`regional.cbs.divisions`). A municipality that a
source does not know is NaN there (the profile lists it as missing), never zero.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from regional.cbs.divisions import bring, code_in
from regional.cbs.figures import Figures, Origin, Provenance
from regional.cbs.snapshot import known_to, rounding
from regional.cbs.tables import FILLED, Table, read_division, read_establishments, read_kwb

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.cache import Entry

OFF_BALANCE = 0.02
"""Parts that differ more than this from their base are not the parts that we took them for."""
TENTH_OF_PERCENT = 0.0005
"""Percentages with one decimal are known to half of that."""
BASES = {"age": "inhabitants", "sex": "inhabitants", "origin": "inhabitants", "birth_origin": "inhabitants",
         "household": "households", "income": "inhabitants"}  # fmt: skip
DIMENSIONS = ("age", "sex", "education", "income", "origin", "birth_origin", "sector", "household")


@dataclass(frozen=True)
class KeptTable:
    """A table on this machine. ``origin`` is LIVE where this process fetched it."""

    table: Table
    entry: Entry
    frame: pd.DataFrame
    origin: Origin

    def provenance(self, year: int) -> Provenance:
        """Return the footnote of figures of ``year`` from this table."""
        return Provenance(
            self.entry.table,
            self.entry.title,
            year,
            self.origin,
            modified=self.entry.modified or self.entry.modified_v4,
            retrieved=self.entry.retrieved.date(),
            address=self.entry.address,
            rows=self.entry.rows,
            service=self.entry.service,
        )


@dataclass(frozen=True)
class _Source:
    """Counts of one dimension and year (index: code), how far they may be off, and where they are from."""

    counts: pd.DataFrame
    provenance: Provenance
    margins: pd.Series[float] | None = None

    def brought(self, division: pd.Index[str]) -> _Source:
        """Return the same on other municipalities, with what it comes to for the country."""
        counts = bring(self.counts, division)
        margins = None if self.margins is None else bring(self.margins.to_frame(), division).iloc[:, 0]
        return _Source(counts, known_to(self.provenance, counts, margins), margins)


def assemble(snapshot: Figures, tables: Iterable[KeptTable]) -> Figures:
    """Return the figures to show: those of ``tables`` laid over ``snapshot``."""
    kept = sorted(tables, key=lambda k: k.table.year, reverse=True)
    if not kept:
        return snapshot
    population = _population(snapshot, kept)
    municipalities = _municipalities(snapshot, population, kept)
    division = municipalities.index
    fetched = {dimension: _sources(dimension, kept) for dimension in DIMENSIONS}
    chosen = {d: _newest([*sources, _embedded(snapshot, d)]).brought(division) for d, sources in fetched.items()}
    places = population.provenance(population.table.year) if population else snapshot.provenance["location"]
    extras = _fill(snapshot, municipalities, kept)
    history = {d: _history([*sources[::-1], *_earlier(snapshot, d)]) for d, sources in fetched.items()}
    history["inhabitants"] = _inhabitants(snapshot, kept)
    return Figures(
        municipalities=municipalities,
        areas=_areas(snapshot, kept),
        counts={d: source.counts for d, source in chosen.items()},
        provenance={"location": places, "urbanity": extras.pop("urbanity")}
        | {d: source.provenance for d, source in chosen.items()}
        | {"division": _division_source(snapshot, kept)},
        digest=_digest(snapshot, kept),
        margins={d: source.margins for d, source in chosen.items() if source.margins is not None},
        history={d: {year: bring(years[year], division) for year in sorted(years)} for d, years in history.items()},
        extras=extras,
    )


def _embedded(snapshot: Figures, dimension: str) -> _Source:
    return _Source(snapshot.counts[dimension], snapshot.provenance[dimension], snapshot.margins.get(dimension))


def _digest(snapshot: Figures, kept: Iterable[KeptTable]) -> str:
    """Follow content and day of retrieval; not the origin, so that the same copies give one digest everywhere."""
    parts = sorted(f"{k.table.id}:{k.entry.digest}:{k.entry.retrieved.isoformat()}" for k in kept)
    return hashlib.sha256("|".join([snapshot.digest, *parts]).encode()).hexdigest()


def _of_kind(kept: Iterable[KeptTable], read: object) -> list[KeptTable]:
    return [k for k in kept if k.table.read is read]


def _newest(sources: Iterable[_Source]) -> _Source:
    """Return the newest source; the first of those of one year."""
    return max(sources, key=lambda source: source.provenance.year)


# Municipalities


def _population(snapshot: Figures, kept: Iterable[KeptTable]) -> KeptTable | None:
    """Return the newest key figures whose inhabitants are filled, if not older than the snapshot."""
    for k in _of_kind(kept, read_kwb):
        filled = k.frame["inhabitants"].notna().mean() >= FILLED
        if filled and k.table.year >= snapshot.provenance["location"].year:
            return k
    return None


def _municipalities(snapshot: Figures, population: KeptTable | None, kept: Iterable[KeptTable]) -> pd.DataFrame:
    """Return the municipalities of the division in use, named and placed as in the snapshot where that knows them.

    That is the newest division here: the one of the population figures, less what a newer table no longer holds
    and has a successor for. Those inhabitants are summed into it.
    """
    known = snapshot.municipalities
    new = population.frame.set_index("code").dropna(subset=["inhabitants"]) if population else known
    division = _newest_division(new.index, population, kept)
    frame = known.reindex(division)
    frame["name"] = frame["name"].fillna(new["name"])
    frame["inhabitants"] = bring(new[["inhabitants"]].astype(float), division)["inhabitants"].astype(int)
    return _placed(_divided(frame, kept), known)


def _newest_division(codes: pd.Index[str], population: KeptTable | None, kept: Iterable[KeptTable]) -> pd.Index[str]:
    """Return ``codes`` without those that a newer table of all municipalities no longer holds."""
    year = population.table.year if population else 0
    for k in _of_kind(kept, read_division):
        if k.table.year > year:
            there = frozenset(k.frame["code"])
            return codes[[code in there or code_in(code, there) is None for code in codes]]
    return codes


def _divided(frame: pd.DataFrame, kept: Iterable[KeptTable]) -> pd.DataFrame:
    """Set COROP region and province from the newest division that knows the municipality."""
    for k in reversed(_of_kind(kept, read_division)):
        division = k.frame.set_index("code").reindex(frame.index)
        for column in ("corop", "province"):
            frame[column] = division[column].fillna(frame[column])
    return frame


def _placed(frame: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Put a new municipality in the middle of those that it most likely came from.

    Those are the municipalities of its COROP region that are no more; else the whole region.
    """
    gone = known.loc[~known.index.isin(frame.index)]
    for code in frame.index[frame["x"].isna()]:
        region = frame.at[code, "corop"]
        near = gone[gone["corop"] == region]
        near = near if len(near) else known[known["corop"] == region]
        weights = near["inhabitants"] / near["inhabitants"].sum()
        for column in ("lon", "lat", "x", "y"):
            frame.loc[code, column] = (near[column] * weights).sum() if len(near) else known[column].mean()
    return frame


def _areas(snapshot: Figures, kept: Iterable[KeptTable]) -> pd.DataFrame:
    """Return the COROP regions and provinces: the snapshot's, with those that only a newer division knows."""
    import pandas as pd

    frames = [snapshot.areas]
    for k in _of_kind(kept, read_division):
        for kind in ("corop", "province"):
            pairs = k.frame[[kind, f"{kind}_name"]].dropna().drop_duplicates(kind).set_index(kind)
            frames.append(pairs.set_axis(["name"], axis=1).assign(kind=kind).rename_axis("code"))
    areas = pd.concat(frames)
    return areas[~areas.index.duplicated()].sort_index()


def _division_source(snapshot: Figures, kept: Iterable[KeptTable]) -> Provenance:
    divisions = _of_kind(kept, read_division)
    return divisions[0].provenance(divisions[0].table.year) if divisions else snapshot.provenance["division"]


# Dimensions


def _sources(dimension: str, kept: Collection[KeptTable]) -> list[_Source]:
    """Return what was fetched of one dimension, newest first."""
    sources = _of_key_figures(dimension, kept)
    if dimension != "sector":
        return sources
    # One table for all years: the KWB counts a little else. On equal years the sections win: they are complete.
    sections = _sections(kept)
    return max([sections, sources], key=lambda found: found[0].provenance.year if found else 0)


def _of_key_figures(dimension: str, kept: Collection[KeptTable]) -> list[_Source]:
    sources = []
    for k in _of_kind(kept, read_kwb):
        counts = _counts(dimension, k.frame.set_index("code"))
        if counts is not None and _is_filled(counts) and _adds_up(dimension, counts, k.frame.set_index("code")):
            off = TENTH_OF_PERCENT * counts.sum(axis=1) if dimension == "income" else rounding(counts)
            sources.append(_Source(counts, k.provenance(k.table.year), off))
    return sources


def _sections(kept: Iterable[KeptTable]) -> list[_Source]:
    found = []
    for k in _of_kind(kept, read_establishments):
        for year, rows in k.frame.groupby("year"):
            counts = rows.drop(columns="year").set_index("code")
            if _is_filled(counts):
                found.append(_Source(counts, k.provenance(int(str(year))), rounding(counts)))
    return found[::-1]


def _counts(dimension: str, frame: pd.DataFrame) -> pd.DataFrame | None:
    """Return one dimension's counts from key figures; None where a column is not there."""
    if dimension == "income":
        return _income(frame)
    if dimension == "birth_origin":
        return _birth_origin(frame)
    from regional.dimensions import dimension as entry

    columns = {f"{dimension}:{category.id}": category.id for category in entry(dimension).categories}
    return frame[list(columns)].rename(columns=columns) if set(columns) <= set(frame.columns) else None


def _income(frame: pd.DataFrame) -> pd.DataFrame | None:
    """Two percentages of persons are published; the base is inhabitants, who is in neither group is in between."""
    import pandas as pd

    if not {"income_lowest_40_pct", "income_highest_20_pct"} <= set(frame.columns):
        return None
    low, high = frame["income_lowest_40_pct"], frame["income_highest_20_pct"]
    shares = pd.DataFrame({"lowest_40": low, "middle_40": 100 - low - high, "highest_20": high})
    return shares.div(100).mul(frame["inhabitants"], axis=0)


def _birth_origin(frame: pd.DataFrame) -> pd.DataFrame | None:
    names = {
        "origin:netherlands": "nl_nl",
        "born_here:europe": "nl_europe",
        "born_here:outside_europe": "nl_outside",
        "born_abroad:europe": "abroad_europe",
        "born_abroad:outside_europe": "abroad_outside",
    }
    return frame[list(names)].rename(columns=names) if set(names) <= set(frame.columns) else None


def _is_filled(counts: pd.DataFrame) -> bool:
    return bool(counts.notna().all(axis=1).mean() >= FILLED)


def _adds_up(dimension: str, counts: pd.DataFrame, frame: pd.DataFrame) -> bool:
    """Tell whether the parts sum to their base: a guard against columns that changed their meaning."""
    base = BASES.get(dimension)
    if base is None:
        return True
    if base not in frame:
        return False
    whole = counts.notna().all(axis=1) & frame[base].notna()
    total = float(frame.loc[whole, base].sum())
    return abs(float(counts[whole].sum().sum()) - total) <= OFF_BALANCE * total


def _earlier(snapshot: Figures, dimension: str) -> list[_Source]:
    """Return the years of the snapshot's history."""
    source = snapshot.provenance[dimension]
    return [_Source(counts, replace(source, year=year)) for year, counts in snapshot.history.get(dimension, {}).items()]


def _history(sources: Sequence[_Source]) -> dict[int, pd.DataFrame]:
    """Return counts by year, of each year from the first source that has it."""
    return {source.provenance.year: source.counts for source in reversed(sources)}


def _inhabitants(snapshot: Figures, kept: Iterable[KeptTable]) -> dict[int, pd.DataFrame]:
    """Return the inhabitants by year."""
    fetched = {k.table.year: k.frame.set_index("code")[["inhabitants"]] for k in _of_kind(kept, read_kwb)}
    filled = {year: table for year, table in fetched.items() if _is_filled(table)}
    return {**snapshot.history.get("inhabitants", {}), **filled}


def _fill(snapshot: Figures, frame: pd.DataFrame, kept: Iterable[KeptTable]) -> dict[str, Provenance]:
    """Set urbanity and the further columns to the newest year that is filled; return their sources.

    A municipality without a value keeps the older one.
    """
    sources = {"urbanity": snapshot.provenance["urbanity"], "oad": snapshot.provenance["urbanity"], **snapshot.extras}
    for k in reversed(_of_kind(kept, read_kwb)):
        rows = k.frame.set_index("code")
        if "disability_benefits" in rows:
            rows["disability_benefit_per_1000"] = 1000 * rows["disability_benefits"] / rows["inhabitants"]
        for column in [name for name in sources if name in rows]:
            if k.table.year >= sources[column].year and rows[column].notna().mean() >= FILLED:
                frame[column] = rows[column].reindex(frame.index).fillna(frame[column])
                sources[column] = k.provenance(k.table.year)
    for column in ("urbanity", "oad"):
        frame[column] = _whole(frame[column])
    return sources


def _whole(values: pd.Series[float]) -> pd.Series[int]:
    """Return whole numbers as int; as nullable ones where a new municipality has none yet."""
    whole = values.round().astype("Int64")
    return whole if whole.isna().any() else whole.astype(int)
