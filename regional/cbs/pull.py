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
    from filelock import FileLock

    from regional.cbs.client import Control
    from regional.cbs.tables import Table

    Progress = Callable[[str, float], None]

Status = Literal["fetched", "unchanged", "failed", "cancelled"]
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
    ``retrieved`` the day they were fetched (0 and None where the embedded figures serve).
    """

    id: str
    name: str
    status: Status
    rows: int = 0
    retrieved: dt.date | None = None
    problem: Message | None = None


@dataclass(frozen=True)
class PullReport:
    """How a pull ended, table by table."""

    tables: tuple[TableReport, ...]

    @property
    def ok(self) -> bool:
        """Tell whether every table is now as CBS has it."""
        return all(table.status in ("fetched", "unchanged") for table in self.tables)


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

    What is in use stays in use until a table is complete.

    Parameters
    ----------
    progress : called from the fetching threads with a table's name and the fraction that is done (0..1).
    cancelled : asked before every page and while waiting; True stops the pull.
    tables : which; all by default.
    timeout : seconds to connect, and between two bytes.
    attempts, wait : tries of each request, and seconds before the second one (doubling after).
    """
    from concurrent.futures import ThreadPoolExecutor
    from functools import partial

    from regional.cbs.client import Control
    from regional.cbs.tables import TABLES

    control = Control(cancelled or _never, timeout=timeout, attempts=attempts, wait=wait)
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="cbs") as threads:
        reports = threads.map(partial(_pull_one, control=control, progress=progress or _silent), tables or TABLES)
        return PullReport(tuple(reports))


def _pull_one(table: Table, control: Control, progress: Progress) -> TableReport:
    from regional.cbs.client import Cancelled, CbsError

    progress(table.name, 0.0)
    try:
        report = _update(table, control, progress)
    except Cancelled:
        report = _report(table, "cancelled", _kept(table))
    except CbsError as error:
        report = _failed(table, error.message)
    except OSError as error:
        text = N_("It cannot be kept on this machine: {reason}.")
        report = _failed(table, Message.of(text, reason=error.strerror or type(error).__name__))
    progress(table.name, 1.0)
    return report


def _report(table: Table, status: Status, entry: cache.Entry | None, problem: Message | None = None) -> TableReport:
    rows, retrieved = (entry.rows, entry.retrieved.date()) if entry else (0, None)
    return TableReport(table.id, table.name, status, rows, retrieved, problem)


def _failed(table: Table, what: Message) -> TableReport:
    entry = _kept(table)
    text = N_("{what} The copy fetched earlier stays in use.") if entry else (
        N_("{what} The figures that come with the app stay in use."))  # fmt: skip
    return _report(table, "failed", entry, Message.of(text, what=what))


def _kept(table: Table) -> cache.Entry | None:
    """Return the sidecar of the copy that serves; None where the embedded figures do."""
    copy = cache.read(table.id)
    return copy[0] if copy and copy[0].columns == table.fingerprint else None


def _update(table: Table, control: Control, progress: Progress) -> TableReport:
    """Fetch a table unless the copy here is what CBS has; one process at a time."""
    from regional.cbs.client import part

    lock = cache.lock(table.id)
    _acquire(lock, control)
    try:
        infos = part(table.id, "TableInfos", control)
        modified = str(infos[0].get("Modified") or "") if infos else ""
        kept = _kept(table)
        if kept and modified and kept.modified == modified:
            return _report(table, "unchanged", kept)
        progress(table.name, 0.1)
        return _report(table, "fetched", _fetch(table, infos[0] if infos else {}, control, progress))
    finally:
        lock.release()


def _fetch(table: Table, info: dict[str, object], control: Control, progress: Progress) -> cache.Entry:
    from dataclasses import replace

    from regional.cbs.client import address

    pages = 1 + table.rows // 10_000

    def on_page(number: int) -> None:
        progress(table.name, min(0.1 + 0.85 * number / pages, 0.95))

    frame = table.read(table.id, replace(control, on_page=on_page))
    control.check()
    entry = cache.Entry(
        table=table.id,
        title=str(info.get("Title") or table.title),
        period=str(info.get("Period") or ""),
        modified=str(info.get("Modified") or ""),
        address=address(table.id),
        rows=len(frame),
        retrieved=dt.datetime.now(dt.UTC),
        columns=table.fingerprint,
    )
    _FETCHED_HERE.add((entry.table, entry.retrieved.isoformat()))
    return cache.keep(entry, frame)


def _acquire(lock: FileLock, control: Control) -> None:
    """Wait for another process that fetches the same table, as long as the user does."""
    import time

    from filelock import Timeout

    from regional.cbs.client import CbsError

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
    from regional.cbs.tables import TABLES

    found = []
    for table in TABLES:
        copy = cache.read(table.id) if _state[1] else None
        if copy and copy[0].columns == table.fingerprint:
            here = (table.id, copy[0].retrieved.isoformat()) in _FETCHED_HERE
            found.append(KeptTable(table, *copy, Origin.LIVE if here else Origin.CACHE))
    return assemble(load_snapshot(), found)


def _never() -> bool:
    return False


def _silent(_name: str, _fraction: float) -> None:
    """Report to nobody."""
