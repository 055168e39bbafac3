"""The best figures on this machine (:func:`load_figures`), and newer ones when asked (:func:`pull`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from regional.cbs import cache
from regional.cbs.figures import Figures, Origin
from regional.cbs.snapshot import load_snapshot
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd
    from filelock import FileLock

    from regional.cbs.connection import Control
    from regional.cbs.newest import TableAnswer
    from regional.cbs.tables import Table

    Progress = Callable[[str, float], None]

Status = Literal["fetched", "unchanged", "failed", "cancelled", "withdrawn"]
WORKERS = 4
"""Tables fetched side by side: CBS asks for fair use."""
PATIENCE = 300.0
"""Seconds to wait for another process that is fetching the same table."""
_FETCHED_HERE: set[tuple[str, str]] = set()
"""(table, time of retrieval) of what this process fetched: its figures are live, not from the cache."""


@dataclass(frozen=True)
class TableReport:
    """How one table ended.

    ``problem`` says what happened and what serves instead; ``rows`` are those kept on this machine and
    ``retrieved`` the day they were fetched (0 and None where the embedded figures serve). ``service`` is the way of
    CBS by which they came: "v3", "v4" or "v3+v4". ``withdrawn``: CBS has no such table any more, which is told once.
    """

    id: str
    name: str
    status: Status
    rows: int = 0
    retrieved: dt.date | None = None
    problem: Message | None = None
    service: str = ""
    gone: bool = False


@dataclass(frozen=True)
class PullReport:
    """How a pull ended, table by table."""

    tables: tuple[TableReport, ...]

    @property
    def ok(self) -> bool:
        """Tell whether every table is now as CBS has it; one that CBS withdrew is."""
        return all(table.status in ("fetched", "unchanged", "withdrawn") for table in self.tables)

    @property
    def only_told(self) -> PullReport:
        """The tables of which something is to be told."""
        return PullReport(tuple(table for table in self.tables if table.problem is not None))


def load_figures() -> Figures:
    """Return the best figures on this machine, table by table; never a network request.

    Read once for each state of the cache folder. Damaged files are passed over: the snapshot serves.
    """
    return _figures(cache.state())


def pull(
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    tables: Sequence[Table] | None = None,
    timeout: tuple[float, float] = (5.0, 30.0),
    attempts: int = 3,
    wait: float = 1.0,
) -> PullReport:
    """Fetch every table that changed at CBS; never raises for what CBS or the disk does.

    Which tables there are is asked of CBS's catalogue; those known here are fetched where it does not answer.

    What is in use stays in use until a table is complete.

    Parameters
    ----------
    progress : called from the fetching threads with a table's name and the fraction that is done (0..1).
    cancelled : asked before every page and while waiting; True stops the pull.
    tables : which; those of the catalogue by default.
    timeout : seconds to connect, and between two bytes.
    attempts, wait : tries of each request, and seconds before the second one (doubling after).
    """
    from concurrent.futures import ThreadPoolExecutor
    from functools import partial

    from regional.cbs.connection import Cancelled, Control

    control = Control(cancelled or _never, timeout=timeout, attempts=attempts, wait=wait)
    listed: frozenset[str] = frozenset()
    if tables is None:
        try:
            tables, listed = _wanted(control)
        except Cancelled:
            return PullReport(tuple(_report(table, "cancelled", _kept(table)) for table in _known_here()))
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="cbs") as threads:
        reports = list(threads.map(partial(_pull_one, control=control, progress=progress or _silent), tables))
    answered = any(report.status in ("fetched", "unchanged") for report in reports)
    return PullReport(tuple(_withdrawn(r) if answered and r.gone and r.id not in listed else r for r in reports))


def _known_here() -> tuple[Table, ...]:
    from regional.cbs.tables import newest

    return newest((), cache.withdrawn())


def _wanted(control: Control) -> tuple[tuple[Table, ...], frozenset[str]]:
    """Return what to fetch, and which of it the catalogue lists (nothing where it does not answer)."""
    from regional.cbs.client import catalogue
    from regional.cbs.connection import CbsError
    from regional.cbs.tables import SERIES, newest

    try:
        rows = catalogue([series.title for series in SERIES], control)
    except CbsError:
        return _known_here(), frozenset()
    return newest(rows, cache.withdrawn()), frozenset(str(row.get("Identifier") or "").strip() for row in rows)


def _withdrawn(report: TableReport) -> TableReport:
    """Turn a table that neither service nor the catalogue knows any more, while others came, into what is told once."""
    import contextlib
    from dataclasses import replace

    with contextlib.suppress(OSError):  # told again next time
        cache.mark_withdrawn(report.id)
    return replace(report, status="withdrawn")


def _pull_one(table: Table, control: Control, progress: Progress) -> TableReport:
    from regional.cbs.connection import Cancelled, CbsError

    progress(table.name, 0.0)
    try:
        report = _update(table, control, progress)
    except Cancelled:
        report = _report(table, "cancelled", _kept(table))
    except CbsError as error:
        report = _failed(table, error.message, gone=error.gone)
    except OSError as error:
        text = N_("It cannot be kept on this machine: {reason}.")
        report = _failed(table, Message.of(text, reason=error.strerror or type(error).__name__))
    progress(table.name, 1.0)
    return report


def _report(table: Table, status: Status, entry: cache.Entry | None, problem: Message | None = None) -> TableReport:
    rows, retrieved = (entry.rows, entry.retrieved.date()) if entry else (0, None)
    service = entry.service if entry else ""
    return TableReport(table.id, table.name, status, rows, retrieved, problem, service)


def _failed(table: Table, what: Message, *, gone: bool = False) -> TableReport:
    entry = _kept(table)
    text = N_("{what} The copy fetched earlier stays in use.") if entry else (
        N_("{what} The figures that come with the app stay in use."))  # fmt: skip
    from dataclasses import replace

    return replace(_report(table, "failed", entry, Message.of(text, what=what)), gone=gone)


def _copy(table: Table) -> tuple[cache.Entry, pd.DataFrame] | None:
    """Return the copy that serves; None where the embedded figures do."""
    copy = cache.read(table.id)
    return copy if copy and copy[0].columns == table.fingerprint else None


def _kept(table: Table) -> cache.Entry | None:
    copy = _copy(table)
    return copy[0] if copy else None


def _update(table: Table, control: Control, progress: Progress) -> TableReport:
    """Fetch a table unless the copy here is what CBS has; one process at a time."""
    from dataclasses import replace

    from regional.cbs.newest import ask

    pages, shown = 1 + table.rows // 10_000, 0.0

    def begin() -> None:
        nonlocal shown
        shown = max(shown, 0.1)
        progress(table.name, shown)

    def on_page(number: int) -> None:
        nonlocal shown
        if shown:  # rows, no longer the question whether there are newer ones
            shown = max(shown, min(0.1 + 0.85 * number / pages, 0.95))
            progress(table.name, shown)

    lock = cache.lock(table.id)
    _acquire(lock, control)
    try:
        copy = _copy(table)
        answer = ask(table, copy, replace(control, on_page=on_page), begin)
        if answer is None:
            return _report(table, "unchanged", copy[0] if copy else None)
        control.check()
        return _report(table, "fetched", _keep(table, answer))
    finally:
        lock.release()


def _keep(table: Table, answer: TableAnswer) -> cache.Entry:
    entry = cache.Entry(
        table=table.id,
        title=answer.title,
        period=answer.period,
        modified=answer.modified,
        address=answer.address,
        rows=len(answer.frame),
        retrieved=dt.datetime.now(dt.UTC),
        columns=table.fingerprint,
        service=answer.service,
        modified_v4=answer.modified_v4,
    )
    _FETCHED_HERE.add((entry.table, entry.retrieved.isoformat()))
    return cache.keep(entry, answer.frame)


def _acquire(lock: FileLock, control: Control) -> None:
    """Wait for another process that fetches the same table, as long as the user does."""
    import time

    from filelock import Timeout

    from regional.cbs.connection import CbsError

    until = time.monotonic() + PATIENCE
    while True:
        control.check()
        try:
            lock.acquire(timeout=0.2)
        except Timeout as error:
            if time.monotonic() > until:
                raise CbsError(Message.of("Another program has been fetching this table for too long.")) from error
        else:
            return


@lru_cache(maxsize=4)
def _figures(_state: cache.State) -> Figures:
    from regional.cbs.assemble import KeptTable, assemble
    from regional.cbs.tables import known

    found = []
    for identifier in cache.kept() if _state[1] else ():
        copy = cache.read(identifier)
        table = known(identifier, copy[0].title) if copy else None
        if copy and table and copy[0].columns == table.fingerprint:
            here = (identifier, copy[0].retrieved.isoformat()) in _FETCHED_HERE
            found.append(KeptTable(table, *copy, Origin.LIVE if here else Origin.CACHE))
    return assemble(load_snapshot(), found)


def _never() -> bool:
    return False


def _silent(_name: str, _fraction: float) -> None:
    """Report to nobody."""
