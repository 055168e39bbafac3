"""The older service of CBS's open data (OData v3): :func:`fetch`, through the package ``cbsodata``.

What it hides, so that nothing above it knows of OData and :mod:`regional.cbs.v4` can answer in its place:

- ``cbsodata`` keeps host and scheme in module state. Each scheme has a private instance of it here
  whose state never changes after it was made, so threads and other users of the package are safe.
- It sends bare requests (no compression, no time-out, a new connection a page) and cannot be stopped:
  its ``Session`` is ours, in those private instances.
- ``typed=False`` asks for typed data, and ``get_data`` loses the codes: parts are fetched by name.
- Codes are padded, column keys move from year to year, stems repeat (:mod:`regional.cbs.columns`).
- Faults come as five kinds of exception: here they are all :class:`CbsError`.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import add
from typing import TYPE_CHECKING, Any

from regional.cbs.columns import Column, resolve
from regional.cbs.connection import FEED, CbsError, Control, Session, asking, base, series
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    Row = dict[str, Any]

ADDRESS = "https://opendata.cbs.nl"


def fetch(
    table: str, columns: Sequence[Column] | None = None, where: str = "", control: Control | None = None
) -> pd.DataFrame:
    """Return rows of a CBS table, codes and texts stripped, numbers as float64 with NaN for null.

    Parameters
    ----------
    table : identifier such as "85984NED".
    columns : what is wanted, found whatever its suffix and named by us; None for all, named as CBS does.
        A column that the table lacks is left out, unless it is needed.
    where : OData filter on dimensions; codes padded as CBS wants them.

    Raises
    ------
    CbsError
        Whatever went wrong, after the retries. Cancelled where the user stopped.
    """
    control = control or Control()
    keys: dict[str, tuple[str, ...]] | None = None
    if columns is not None:
        keys, lacking = resolve(part(table, "DataProperties", control), columns)
        if lacking:
            text = N_("Table {table} of CBS no longer holds {columns}.")
            raise CbsError(Message.of(text, table=table, columns=", ".join(lacking)))
    select = list(dict.fromkeys(key for parts in keys.values() for key in parts)) if keys else None
    return _frame(table, part(table, "TypedDataSet", control, select=select, where=where), keys)


def part(
    table: str, name: str, control: Control | None = None, select: list[str] | None = None, where: str = ""
) -> list[Row]:
    """Return one part of a table as CBS sends it: "TableInfos", "DataProperties", a dimension, a data set.

    Raises
    ------
    CbsError
        After the retries. Cancelled where the user stopped.
    """
    control = control or Control()
    return control.retry(lambda: _part(table, name, control, select, where))


def catalogue(titles: Sequence[str], control: Control) -> list[Row]:
    """Return what CBS's catalogue says of the tables whose title has one of these in it, and maybe of others.

    Raises
    ------
    CbsError
        After the retries. Cancelled where the user stopped.
    """
    where = " or ".join(f"substringof('{title}',Title)" for title in titles)
    try:
        return control.retry(lambda: _catalogue(where, control))
    except CbsError as error:
        if error.status != 400:
            raise
    return control.retry(lambda: _catalogue("", control))


def address(table: str = "") -> str:
    """Return where tables are asked for; CbsError where the setting CBS_URL is no address."""
    return f"{base(ADDRESS)}{FEED}{table}"


def _part(table: str, name: str, control: Control, select: list[str] | None, where: str) -> list[Row]:
    at = base(ADDRESS)
    scheme, host = at.split("://", 1)
    with asking(table, at, control):
        found = _library(scheme)._download_metadata(
            table, name, select=select, filters=where or None, catalog_url=host, timeout=control.timeout
        )
        return _rows(found)


def _catalogue(where: str, control: Control) -> list[Row]:
    at = base(ADDRESS)
    scheme, host = at.split("://", 1)
    with asking("Tables", at, control):
        found = _library(scheme).get_table_list(
            select=["Identifier", "Title", "Modified"], filters=where or None, catalog_url=host, timeout=control.timeout
        )
        return _rows(found)


def _rows(found: list[Row]) -> list[Row]:
    if not all(isinstance(row, dict) for row in found):
        raise TypeError("rows are no objects")
    return found


def _frame(table: str, rows: list[Row], keys: Mapping[str, tuple[str, ...]] | None) -> pd.DataFrame:
    """Return rows as a frame, columns renamed and summed; CbsError where there are none or a column did not come."""
    import pandas as pd

    names = keys if keys is not None else {key: (key,) for key in (rows[0] if rows else {})}
    if not rows or not all(key in rows[0] for parts in names.values() for key in parts):
        raise CbsError(Message.of("CBS sent no rows of table {table} that can be used.", table=table))
    return pd.DataFrame(
        {name: reduce(add, [series([row.get(key) for row in rows]) for key in parts]) for name, parts in names.items()}
    )


@cache
def _library(scheme: str) -> Any:  # noqa: ANN401 - the package has no types
    """Return our own instance of cbsodata for "http" or "https"."""
    spec = importlib.util.find_spec("cbsodata.cbsodata3")
    if spec is None or spec.loader is None:
        raise ImportError("cbsodata is not installed")
    library = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(library)
    library.Session = Session  # type: ignore[attr-defined]
    library.options.use_https = scheme == "https"
    library.options.requests = {}  # its own would override NO_PROXY
    return library
