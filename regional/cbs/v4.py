"""The newer service of CBS's open data (OData v4), behind the same function as the older one: :func:`fetch`.

It sends one cell a row: codes unpadded, missing cells absent, pages by ``@odata.nextLink``. Measures have other names
than v3's columns: their identifiers stand in ``maps/kwb.csv``, or their titles, which MeasureCodes tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import requests

from regional.cbs.columns import Column, measures
from regional.cbs.connection import V4, CbsError, Control, Session, asking, base, series
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    Row = dict[str, Any]

ADDRESS = "https://datasets.cbs.nl"
NAME = "Gemeentenaam"
"""A text, which a table may give as the title of its code alone."""


def fetch(table: str, columns: Sequence[Column], where: str, control: Control) -> pd.DataFrame:
    """Return rows of a CBS table as :func:`regional.cbs.client.fetch` does: a row a code, a column a measure.

    The first column is the code; a measure that the table lacks is left out, unless it is needed.

    Raises
    ------
    CbsError
        Whatever went wrong, after the retries. Cancelled where the user stopped.
    """
    code, *wanted = columns
    dimension = code.stems[0]
    found, lacking = measures(_codes(table, control), wanted)
    lacking = tuple(stem for stem in lacking if stem != NAME)
    if lacking:
        text = N_("Table {table} of CBS no longer holds {columns}.")
        raise CbsError(Message.of(text, table=table, columns=", ".join(lacking)))
    ids = sorted({one for parts in found.values() for one in parts})
    if not ids:
        return _frame(dimension, [], {}, code.name)
    listed = ",".join(f"'{one}'" for one in ids)
    rows = _pages(table, "Observations", control, {
        "$filter": f"{where} and Measure in ({listed})", "$select": f"{dimension},Measure,Value,StringValue"
    })  # fmt: skip
    frame = _frame(dimension, rows, found, code.name)
    for column in wanted:
        if column.stems[0] == NAME and column.name not in frame:
            frame[column.name] = frame[code.name].map(_titles(table, dimension, where, control))
    if any(column.needed and column.name not in frame for column in wanted):
        raise CbsError(Message.of("CBS sent no rows of table {table} that can be used.", table=table))
    return frame


def properties(table: str, control: Control) -> Row:
    """Return what CBS says of a table: Title, Modified, TemporalCoverage, ...; CbsError after the retries."""
    found = control.retry(lambda: _asked(table, address(table) + "/Properties", {}, control))
    listed = found.get("value")
    return listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else found


def address(table: str = "") -> str:
    """Return where tables are asked for; CbsError where the setting CBS_URL is no address."""
    return f"{base(ADDRESS)}{V4}{table}"


def _codes(table: str, control: Control) -> list[Row]:
    """Return the measures of a table; none where it does not list them."""
    try:
        return _pages(table, "MeasureCodes", control, {"$select": "Identifier,Title"})
    except CbsError as error:
        if not error.gone:
            raise
    properties(table, control)  # gone where the table is, not only its list
    return []


def _titles(table: str, dimension: str, where: str, control: Control) -> dict[str, str]:
    query = {"$filter": where.replace(dimension, "Identifier"), "$select": "Identifier,Title"}
    rows = _pages(table, f"{dimension}Codes", control, query)
    return {str(row.get("Identifier")).strip(): str(row.get("Title")).strip() for row in rows}


def _pages(table: str, part: str, control: Control, query: dict[str, str]) -> list[Row]:
    return control.retry(lambda: _all_pages(table, part, control, query))


def _all_pages(table: str, part: str, control: Control, query: dict[str, str]) -> list[Row]:
    rows: list[Row] = []
    url, asked = f"{address(table)}/{part}", query
    with asking(table, base(ADDRESS), control):
        while url:
            page = _json(url, asked, control)
            rows += [row for row in page["value"] if isinstance(row, dict)]
            link = page.get("@odata.nextLink")
            url, asked = (urljoin(url, str(link)) if link else ""), {}
    return rows


def _asked(table: str, url: str, query: dict[str, str], control: Control) -> Row:
    with asking(table, base(ADDRESS), control):
        return _json(url, query, control)


def _json(url: str, query: dict[str, str], control: Control) -> Row:
    request = requests.Request("GET", url, params=query).prepare()
    answer = Session().send(request, timeout=control.timeout)
    answer.raise_for_status()
    found = answer.json()
    if not isinstance(found, dict):
        raise TypeError("the answer is no object")
    return found


def _frame(dimension: str, rows: list[Row], found: dict[str, tuple[str, ...]], code: str) -> pd.DataFrame:
    """Turn one cell a row into one place a row; a measure without any cell is no column."""
    import pandas as pd

    cells: dict[str, dict[str, Any]] = {}
    for row in rows:
        value = row.get("Value") if row.get("Value") is not None else row.get("StringValue")
        cells.setdefault(str(row.get("Measure") or "").strip(), {})[str(row.get(dimension) or "").strip()] = value
    places = sorted({place for of in cells.values() for place in of})
    columns = {
        name: reduce(add, [_values(cells[one], places) for one in parts])
        for name, parts in found.items()
        if all(one in cells for one in parts)
    }
    return pd.DataFrame({code: places, **columns})


def _values(cells: dict[str, Any], places: Sequence[str]) -> pd.Series[Any]:
    """Return a measure's cells as numbers, whatever they were sent as; as texts where they are none."""
    import pandas as pd

    found = series([cells.get(place) for place in places])
    numbers = pd.to_numeric(found, errors="coerce")
    return numbers.astype(float) if numbers.notna().sum() == found.notna().sum() else found
