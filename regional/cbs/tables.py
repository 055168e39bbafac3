"""The tables of CBS that the app knows, and how each becomes a plain frame to keep.

Three kinds: key figures of municipalities (KWB, one table a year), establishments by SBI section
(81575NED, all years), and which municipality lies in which COROP region and province (one table a year).
Which tables there are is asked of CBS's catalogue, by title: a new year needs no new release of the app.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regional.cbs.columns import FOLDER, Column, column_map
from regional.texts import Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.connection import Control

GROUPS = ("A", "B-F", "G+I", "H+J", "K-L", "M-N", "O-Q", "R-U")
SECTOR_GROUPS: Mapping[str, Mapping[str, str]] = {
    "2008": dict(zip(GROUPS, ("A", "BCDEF", "GI", "HJ", "KL", "MN", "OPQ", "RS"), strict=True)),
    "2025": dict(zip(GROUPS, ("A", "BCDEF", "GI", "HJK", "LM", "NO", "PQR", "ST"), strict=True)),
}
"""Our eight groups (those of the KWB) and the sections in them that CBS publishes, by edition of the SBI."""
BRANCH = "BedrijfstakkenBranchesSBI"
SECTOR_YEARS = 3
MUNICIPALITY = r"GM\d{4}"
MUNICIPALITIES = "startswith(WijkenEnBuurten,'GM')"
FEWEST = 300
"""Municipalities that a table of the whole country has at least (342 in 2023 to 2026)."""
FILLED = 0.9
"""A column that fewer than this share of the municipalities have counts as not filled yet."""
VERSION = "2"
"""Part of the fingerprint: raise it when a reader below keeps something else than before."""


@dataclass(frozen=True)
class Table:
    """One table to fetch: ``read`` returns the frame to keep, ``rows`` is about how many rows are sent."""

    id: str
    title: str
    year: int
    read: Callable[[str, Control], pd.DataFrame]
    rows: int = 342

    @property
    def name(self) -> str:
        """What the user sees: CBS's title and number."""
        return f"{self.title} ({self.id})"

    @property
    def fingerprint(self) -> str:
        """Of what is asked for: a copy with another fingerprint is fetched anew."""
        asked = (FOLDER / "kwb.csv").read_text(encoding="utf-8") if self.read is read_kwb else ""
        return hashlib.sha256(f"{VERSION}|{self.read.__name__}|{asked}".encode()).hexdigest()[:16]


def read_kwb(table: str, control: Control) -> pd.DataFrame:
    """Fetch one year of key figures: a row a municipality, columns as in maps/kwb.csv."""
    from regional.cbs.client import fetch

    return municipalities(table, fetch(table, column_map("kwb"), MUNICIPALITIES, control))


def read_kwb_v4(table: str, control: Control, columns: Collection[str] = ()) -> pd.DataFrame:
    """Fetch the same from CBS's newer service; of ``columns`` alone where they are named."""
    from regional.cbs.v4 import fetch

    code, *others = column_map("kwb")
    wanted = [column for column in others if not columns or column.name in columns]
    found = fetch(table, [code, *wanted], MUNICIPALITIES, control)
    return found if columns else municipalities(table, found)


def read_division(table: str, control: Control) -> pd.DataFrame:
    """Fetch which municipality lies where: code, corop, corop_name, province, province_name.

    The table has some twenty pairs ``Code_n``, ``Naam_n+1`` whose numbers move: the value tells which is which.
    """
    import pandas as pd

    from regional.cbs.client import fetch

    raw = fetch(table, None, "", control)
    columns = {"code": _text(raw, "RegioS", table)}
    for kind, prefix in (("corop", "CR"), ("province", "PV")):
        key = _coded(raw, prefix, table)
        columns |= {kind: raw[key], f"{kind}_name": raw[_name_after(key, raw, table)]}
    return municipalities(table, pd.DataFrame(columns))


def read_establishments(table: str, control: Control) -> pd.DataFrame:
    """Fetch establishments of the newest years: a row a municipality and year, columns the eight groups.

    Dissolved municipalities have null in every section and are left out; a group with a section that is not
    published is NaN. The table's dimension tells which edition of the SBI it has.
    """
    from regional.cbs.client import fetch, part

    branch = _branch(part(table, "DataProperties", control), table)
    periods = sorted(str(row["Key"]).strip() for row in part(table, "Perioden", control) if row.get("Key"))
    years = [period for period in periods if re.fullmatch(r"\d{4}JJ00", period)][-SECTOR_YEARS:]
    titles = {str(row.get("Key")).strip(): str(row.get("Title")) for row in part(table, branch, control)}
    wanted = " or ".join(f"Perioden eq '{year}'" for year in years)
    columns = tuple(Column(name, (stem,), needed=True) for name, stem in (
        ("code", "RegioS"), ("branch", branch), ("period", "Perioden"), ("count", "Vestigingen")))  # fmt: skip
    raw = fetch(table, columns, f"substring(RegioS,0,2) eq 'GM' and ({wanted})", control)
    raw = raw.assign(section=raw["branch"].map(titles).str.extract(r"^([A-V])\s", expand=False))
    raw = raw.dropna(subset=["section"]).assign(year=raw["period"].str[:4].astype(int))
    wide = raw.groupby(["code", "year", "section"])["count"].first().unstack()
    return municipalities(table, _grouped(wide, SECTOR_GROUPS[branch.removeprefix(BRANCH)]), ["code", "year"])


def _branch(properties: Iterable[Mapping[str, Any]], table: str) -> str:
    """Return the dimension of the branches."""
    from regional.cbs.connection import CbsError

    for key in (str(row.get("Key") or "").strip() for row in properties):
        if key.removeprefix(BRANCH) in SECTOR_GROUPS:
            return key
    raise CbsError(Message.of("Table {table} of CBS no longer holds {columns}.", table=table, columns=BRANCH))


TABLES: tuple[Table, ...] = (
    Table("86358NED", "Kerncijfers wijken en buurten 2026", 2026, read_kwb),
    Table("86165NED", "Kerncijfers wijken en buurten 2025", 2025, read_kwb),
    Table("85984NED", "Kerncijfers wijken en buurten 2024", 2024, read_kwb),
    Table("85618NED", "Kerncijfers wijken en buurten 2023", 2023, read_kwb),
    Table("85318NED", "Kerncijfers wijken en buurten 2022", 2022, read_kwb),
    Table("86247NED", "Gebieden in Nederland 2026", 2026, read_division),
    Table("86059NED", "Gebieden in Nederland 2025", 2025, read_division),
    Table("85755NED", "Gebieden in Nederland 2024", 2024, read_division),
    Table("81575NED", "Vestigingen van bedrijven; bedrijfstak, gemeente", 0, read_establishments, 483 * 20 * 3),
)
"""Newest first within a kind: what is fetched where CBS's catalogue does not answer."""


@dataclass(frozen=True)
class Series:
    """Tables of one kind: ``title`` is what theirs begins with (a year follows), ``newest`` how many are fetched.

    Key figures: five years, since income follows the population by three, and the trend wants a year before.
    """

    title: str
    read: Callable[[str, Control], pd.DataFrame]
    newest: int


SERIES = (
    Series("Kerncijfers wijken en buurten", read_kwb, 5),
    Series("Gebieden in Nederland", read_division, 3),
    Series("Vestigingen van bedrijven; bedrijfstak", read_establishments, 2),
)


def known(identifier: str, title: str) -> Table | None:
    """Return the table that CBS calls so; None for one that is not of our kinds."""
    for table in TABLES:
        if table.id == identifier:
            return table
    plain = " ".join(title.split())
    for series in SERIES:
        tail = plain.removeprefix(series.title) if plain.startswith(series.title) else None
        if tail is None or not re.fullmatch(r"\w{4,12}", identifier):
            continue
        if series.read is read_establishments and re.fullmatch(r"( \(SBI \d{4}\))?, gemeente(n)?", tail):
            return Table(identifier, plain, 0, series.read, 483 * 20 * 3)
        if year := re.fullmatch(r" (20\d\d)", tail):
            return Table(identifier, plain, int(year[1]), series.read)
    return None


def newest(listed: Iterable[Mapping[str, Any]], without: Collection[str] = ()) -> tuple[Table, ...]:
    """Return the tables to fetch, newest first within a kind: those that the catalogue lists, and of a year that it
    does not list the one in TABLES, unless it is one of ``without``.

    Of two tables of one year the one that changed last counts.
    """
    rows = sorted(listed, key=lambda row: str(row.get("Modified") or ""))
    there = [table for row in rows if (table := known(str(row.get("Identifier")).strip(), str(row.get("Title"))))]
    of_year = {(table.read, table.year or table.id): table for table in TABLES if table.id not in without}
    of_year |= {(table.read, table.year or table.id): table for table in there}
    return tuple(
        table
        for series in SERIES
        for table in sorted((t for t in of_year.values() if t.read is series.read), key=lambda t: -t.year)[
            : series.newest
        ]
    )


def municipalities(table: str, frame: pd.DataFrame, unique: Iterable[str] = ("code",)) -> pd.DataFrame:
    """Return the rows of municipalities, sorted; an answer that cannot be the whole country is refused.

    CBS may ignore a filter, so the codes are looked at here too.
    """
    from regional.cbs.connection import CbsError

    keys = list(unique)
    frame = frame[frame["code"].str.fullmatch(MUNICIPALITY, na=False)].sort_values(keys).reset_index(drop=True)
    if frame["code"].nunique() < FEWEST or frame.duplicated(keys).any():
        raise CbsError(Message.of("Table {table} of CBS does not hold each municipality once.", table=table))
    return frame


def _grouped(wide: pd.DataFrame, groups: Mapping[str, str]) -> pd.DataFrame:
    """Sum sections to groups; NaN where one of a group's sections is not published or not in the table."""
    import pandas as pd

    sums = {group: wide.reindex(columns=list(sections)).sum(axis=1, skipna=False) for group, sections in groups.items()}
    return pd.DataFrame(sums).dropna(how="all").reset_index()


def _text(raw: pd.DataFrame, key: str, table: str) -> pd.Series[str]:
    from regional.cbs.connection import CbsError

    if key not in raw or not hasattr(raw[key], "str"):
        raise CbsError(Message.of("Table {table} of CBS no longer holds {columns}.", table=table, columns=key))
    return raw[key]


def _coded(raw: pd.DataFrame, prefix: str, table: str) -> str:
    """Return the column whose values are all codes of one kind, such as CR01."""
    from regional.cbs.connection import CbsError

    for key in raw.columns:
        values = raw[key].dropna()
        if key.startswith("Code_") and len(values) and values.astype("str").str.fullmatch(rf"{prefix}\d{{2}}").all():
            return str(key)
    raise CbsError(Message.of("Table {table} of CBS no longer holds {columns}.", table=table, columns=f"{prefix}…"))


def _name_after(key: str, raw: pd.DataFrame, table: str) -> str:
    """Return the column of the names that belong to a column of codes: the next number."""
    name = f"Naam_{int(key.rsplit('_', 1)[1]) + 1}"
    _text(raw, name, table)
    return name
