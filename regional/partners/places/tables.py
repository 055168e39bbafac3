"""The tables of places and areas as plain rows.

The library that opens their files takes more memory than a long list of partners: a process that reads one is given
the rows by the process that starts it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Rows = Sequence[Sequence[Any]]
COLUMNS = {
    "municipalities": ("code", "name", "province", "inhabitants"), "areas": ("code", "kind", "name"),
    "places": ("name", "code", "population"), "place_names": ("name", "kind", "code", "others"),
    "abroad": ("name", "others", "country", "population", "km"), "postcodes": ("postcode", "code"),
}  # fmt: skip
"""Table -> its columns here (data/SOURCES.md)."""
_given: dict[str, Rows] = {}


def rows(table: str) -> Rows:
    """Return a table's rows, its columns in the order of ``COLUMNS``; numbers that are not known are NaN."""
    return _given[table] if table in _given else _rows(table)


def every() -> dict[str, Rows]:
    """Return all tables, to give to another process."""
    return {table: rows(table) for table in COLUMNS}


def give(tables: Mapping[str, Rows]) -> None:
    """Take the tables from here instead of from their files."""
    _given.update(tables)


def _rows(table: str) -> Rows:
    frame, columns = _frame(table), COLUMNS[table]
    indexed = frame if "code" in frame else frame.rename_axis("code").reset_index()
    return list(zip(*(indexed[column].tolist() for column in columns), strict=True))


def _frame(table: str) -> pd.DataFrame:
    import pandas as pd

    from regional.cbs.snapshot import FOLDER, load_snapshot

    if table in ("municipalities", "areas"):
        return getattr(load_snapshot(), table)  # type: ignore[no-any-return]
    return pd.read_parquet(FOLDER / f"{table}.parquet")
