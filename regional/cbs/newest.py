"""What CBS has of one table: from its older service, from the newer one where that fails, or from both.

Key figures can come by either. The newer one is asked where the older fails, is gone, or says that a column is empty:
it may have it. The day on which a table changed is compared within one service only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from regional.cbs import client, v4
from regional.cbs.columns import column_map
from regional.cbs.connection import CbsError, Control
from regional.cbs.tables import FILLED, Table, read_kwb, read_kwb_v4
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.cache import Entry


@dataclass(frozen=True)
class TableAnswer:
    """A table as CBS has it; ``modified`` by v3's own words and ``modified_v4`` by v4's, empty where not asked."""

    frame: pd.DataFrame
    title: str
    period: str
    address: str
    service: str
    modified: str = ""
    modified_v4: str = ""


def ask(
    table: Table, kept: tuple[Entry, pd.DataFrame] | None, control: Control, begin: Callable[[], None]
) -> TableAnswer | None:
    """Return what CBS has of ``table``; None where ``kept`` is that already.

    ``begin`` is called when the rows themselves are fetched.

    Raises
    ------
    CbsError
        After the retries, of both services where both can have it. Cancelled where the user stopped.
    """
    client.address()  # a setting that is no address is not mended by another service
    try:
        return _by_v3(table, kept, control, begin)
    except CbsError as error:
        if table.read is not read_kwb:
            raise
        first = error
    try:
        return _by_v4(table, kept, control, begin)
    except CbsError as second:
        raise _both(first, second) from second


def _by_v3(
    table: Table, kept: tuple[Entry, pd.DataFrame] | None, control: Control, begin: Callable[[], None]
) -> TableAnswer | None:
    rows = client.part(table.id, "TableInfos", control)
    info = rows[0] if rows else {}
    modified = str(info.get("Modified") or "")
    if kept is not None and modified and kept[0].modified == modified and not _more_by_v4(table, *kept, control):
        return None
    begin()
    frame = table.read(table.id, control)
    title, period = str(info.get("Title") or table.title), str(info.get("Period") or "")
    answer = TableAnswer(frame, title, period, client.address(table.id), "v3", modified)
    return _completed(answer, table, control) if table.read is read_kwb else answer


def _more_by_v4(table: Table, entry: Entry, frame: pd.DataFrame, control: Control) -> bool:
    """Tell whether v4 changed since it was asked for columns that v3 has not filled."""
    if table.read is not read_kwb or not (_empty(frame) or entry.service == "v3+v4"):
        return False
    return _date_by_v4(table, control) not in ("", entry.modified_v4)


def _by_v4(
    table: Table, kept: tuple[Entry, pd.DataFrame] | None, control: Control, begin: Callable[[], None]
) -> TableAnswer | None:
    info = v4.properties(table.id, control)
    modified = str(info.get("Modified") or "")
    if kept is not None and modified and kept[0].modified_v4 == modified:
        return None
    begin()
    title, period = str(info.get("Title") or table.title), str(info.get("TemporalCoverage") or "")
    return TableAnswer(read_kwb_v4(table.id, control), title, period, v4.address(table.id), "v4", modified_v4=modified)


def _empty(frame: pd.DataFrame) -> list[str]:
    """Return the columns that are not filled, which the newer service may have."""
    names = [column.name for column in column_map("kwb")[1:] if column.measures]
    return [name for name in names if name not in frame or frame[name].notna().mean() < FILLED]


def _completed(answer: TableAnswer, table: Table, control: Control) -> TableAnswer:
    """Fill the columns that v3 has not, from v4 where that has more of them; without it all stays as v3 says."""
    columns = _empty(answer.frame)
    date = _date_by_v4(table, control) if columns else ""
    if not date:
        return answer
    try:
        found = read_kwb_v4(table.id, replace(control, attempts=1), columns).set_index("code")
    except CbsError:
        return answer
    more: dict[str, Any] = {}
    for name in columns:
        column = answer.frame["code"].map(found[name]) if name in found else None
        had = answer.frame[name].notna().sum() if name in answer.frame else 0
        if column is not None and column.notna().sum() > had:
            more[name] = column
    return replace(answer, frame=answer.frame.assign(**more), service="v3+v4" if more else "v3", modified_v4=date)


def _date_by_v4(table: Table, control: Control) -> str:
    """Return the day on which v4's table changed; empty where it does not answer, which costs nothing here."""
    try:
        return str(v4.properties(table.id, replace(control, attempts=1)).get("Modified") or "")
    except CbsError:
        return ""


def _both(first: CbsError, second: CbsError) -> CbsError:
    """Say what both services said; once where that is the same."""
    status = first.status if first.gone and second.gone else 0
    if first.message == second.message:
        return CbsError(first.message, status=status)
    text = N_("{what} CBS's newer service: {also}")
    return CbsError(Message.of(text, what=first.message, also=second.message), status=status)
