"""Which column of a CBS table is which: by stem and topic group, whatever the number at its end."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "maps"


@dataclass(frozen=True)
class Column:
    """One wanted column.

    ``stems`` are CBS's keys without their number, as spelled over the years. Where a stem repeats in a table,
    ``group`` (a regular expression on the titles of the topic groups above it, lower case) tells which is
    meant; where that does not tell, it is the one at place ``nth`` (from 0).
    """

    name: str
    stems: tuple[str, ...]
    group: str = ""
    nth: int = 0
    needed: bool = False


@cache
def column_map(name: str) -> tuple[Column, ...]:
    """Return the columns listed in ``maps/<name>.csv``."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Column(
                row["name"], tuple(row["stems"].split("|")), row["group"], int(row["nth"] or 0), row["needed"] == "yes"
            )
            for row in csv.DictReader(file)
        )


def resolve(
    properties: Iterable[Mapping[str, Any]], columns: Sequence[Column]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Find columns in the rows of DataProperties.

    Returns
    -------
    (our name -> key, the stems of needed columns that are not there)
    """
    rows = sorted(properties, key=lambda row: row.get("Position") or 0)
    above = {row.get("ID"): row for row in rows}
    keyed = [(str(row["Key"]).strip(), _path(row, above)) for row in rows if row.get("Key")]
    found = {column.name: key for column in columns if (key := _find(column, keyed))}
    lacking = tuple(column.stems[0] for column in columns if column.needed and column.name not in found)
    return found, lacking


def _find(column: Column, keyed: Sequence[tuple[str, str]]) -> str | None:
    for stem in column.stems:
        same = [(key, path) for key, path in keyed if re.fullmatch(rf"{re.escape(stem)}(_\d+)?", key)]
        if same:
            return _choose(column, same)
    return None


def _choose(column: Column, same: Sequence[tuple[str, str]]) -> str | None:
    in_group = [key for key, path in same if re.search(column.group, path)]
    if len(in_group) == 1:
        return in_group[0]
    return same[column.nth][0] if column.nth < len(same) else None


def _path(row: Mapping[str, Any], above: Mapping[Any, Mapping[str, Any]]) -> str:
    """Return the titles of the groups above a column, outermost first, lower case."""
    titles: list[str] = []
    parent = above.get(row.get("ParentID"))
    while parent is not None and len(titles) < 10:
        titles.insert(0, str(parent.get("Title") or ""))
        parent = above.get(parent.get("ParentID"))
    return " / ".join(titles).lower()
