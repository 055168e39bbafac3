"""Which column of a CBS table is which: by stem and topic group, whatever the number at its end."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "maps"


@dataclass(frozen=True)
class Column:
    """One wanted column.

    ``stems`` are CBS's keys without their number, as spelled over the years; "a+b" is the sum of two columns, a leading
    "*" stands for the letters of SBI sections. Where a stem repeats in a table, ``group`` (a regular expression on the
    titles of the topic groups above it, lower case) tells which is meant; where that does not tell, it is the one at
    place ``nth`` (from 0). ``measures`` are what v4 calls it: identifiers, or titles between quotes.
    """

    name: str
    stems: tuple[str, ...]
    group: str = ""
    nth: int = 0
    needed: bool = False
    measures: tuple[str, ...] = ()


@cache
def column_map(name: str) -> tuple[Column, ...]:
    """Return the columns listed in ``maps/<name>.csv``, that of the code first."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_column(row) for row in csv.DictReader(file))


def _column(row: Mapping[str, str]) -> Column:
    spellings, called = tuple(row["stems"].split("|")), tuple(filter(None, row["measures"].split("|")))
    return Column(row["name"], spellings, row["group"], int(row["nth"] or 0), row["needed"] == "yes", called)


def resolve(
    properties: Iterable[Mapping[str, Any]], columns: Sequence[Column]
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Find columns in the rows of DataProperties.

    Returns
    -------
    (our name -> the keys whose sum it is, the stems of needed columns that are not there)
    """
    rows = sorted(properties, key=lambda row: row.get("Position") or 0)
    above = {row.get("ID"): row for row in rows}
    keyed = [(str(row["Key"]).strip(), _path(row, above)) for row in rows if row.get("Key")]
    return _found(columns, lambda column: _sum(column.stems, lambda stem: _key(stem, column, keyed)))


def measures(
    codes: Sequence[Mapping[str, Any]], columns: Sequence[Column]
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Find columns in the rows of v4's MeasureCodes; without any, all that have an identifier count as there.

    Returns
    -------
    (our name -> the measures whose sum it is, the stems of needed columns that are not there)
    """
    titles = {_plain(row.get("Title")): str(row.get("Identifier") or "").strip() for row in codes}
    known = frozenset(str(row.get("Identifier") or "").strip() for row in codes) or frozenset(
        one for column in columns for one in column.measures
    )

    def one(called: str) -> str | None:
        if called.startswith("'"):
            return titles.get(_plain(called.strip("'")))
        return called if called in known else None

    return _found(columns, lambda column: _sum(column.measures, one))


def _found(
    columns: Sequence[Column], find: Callable[[Column], tuple[str, ...]]
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    found = {column.name: keys for column in columns if (keys := find(column))}
    return found, tuple(column.stems[0] for column in columns if column.needed and column.name not in found)


def _sum(spellings: Sequence[str], find: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return the keys of the first spelling of which every part is there."""
    for spelling in spellings:
        keys = [find(part) for part in spelling.split("+")]
        if all(keys):
            return tuple(key for key in keys if key)
    return ()


def _plain(title: object) -> str:
    return " ".join(str(title or "").lower().split())


def _key(stem: str, column: Column, keyed: Sequence[tuple[str, str]]) -> str | None:
    letters = "[A-V]*" if stem.startswith("*") else ""
    pattern = re.compile(rf"{letters}{re.escape(stem.lstrip('*'))}(_\d+)?", re.IGNORECASE)
    same = [(key, path) for key, path in keyed if pattern.fullmatch(key)]
    return _choose(column, same) if same else None


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
