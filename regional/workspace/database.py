"""One database behind transactions that are short, whole and, for writers, one at a time."""

from __future__ import annotations

import copy
import shutil
import threading
import time
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Update, bindparam, create_engine, event, insert, select, text, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from regional.journal import Event, note
from regional.texts import Message
from regional.workspace.errors import ReadOnly, WorkspaceError
from regional.workspace.memory import Memory
from regional.workspace.tables import METADATA

T = TypeVar("T")
MEMORY = "sqlite://"
WAIT = 15
"""Seconds to wait for another writer."""
PATIENCE = 2.0
"""Seconds that cleaning waits for who is still reading, and others for the cleaning."""
_LOCK = 5_077_348_265
"""Key of PostgreSQL's advisory lock: one writer at a time, as SQLite has by itself."""
_MODE = "workspace_mode"
"""Execution option of a connection: how SQLite begins a transaction, None for not at all."""
_LOCK_TIMEOUT = "SET lock_timeout = '{ms:.0f}ms'"
_CHANGED = "changed_tables"
"""What a connection remembers during a transaction that writes."""


class Database:
    """Where a workspace is kept. Safe to share between threads."""

    def __init__(self, url: str | URL) -> None:
        self.url = _normal(url)
        self.engine = _engine(self.url)
        self._may_write = True
        self.memory = Memory(self._changes)
        self.is_closed, self.is_cleaning = threading.Event(), threading.Event()
        # One connection serves all threads of a workspace in memory, so that they take turns.
        self._turns: AbstractContextManager[object] = threading.RLock() if self.is_memory else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        """Tell SQLite from PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def is_memory(self) -> bool:
        """Tell whether everything is gone when the process ends."""
        return self.is_sqlite and self.url.database in (None, "", ":memory:")

    @property
    def path(self) -> Path | None:
        """The file of an SQLite database, None where there is none."""
        return Path(self.url.database) if self.is_sqlite and not self.is_memory and self.url.database else None

    def for_reading(self) -> Database:
        """Return the same database, on the same connections, that is never written."""
        same = copy.copy(self)
        same._may_write = False
        return same

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the database; WorkspaceError where it cannot be read."""
        # SQLite shows one moment by itself.
        options: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self._turns, _told(Event.READ_FAILED), self.engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                yield connection

    def recall(self, tables: Collection[str], key: Hashable, of: Callable[[Connection], T]) -> T:
        """Return what ``of`` reads; from memory where this look found ``tables`` unchanged (see Memory)."""

        def read() -> T:
            with self.read() as connection:
                return of(connection)

        return self.memory.recall(tables, key, read)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept at the end, or none; writers wait for each other.

        WorkspaceError where nothing could be kept, ReadOnly where this was opened to look only.
        """
        self._check()
        try:
            with self._turns, _told(), self.engine.connect() as connection:
                connection = connection.execution_options(**{_MODE: "BEGIN IMMEDIATE"})
                with connection.begin():
                    if not self.is_sqlite:
                        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                    connection.info[_CHANGED] = set()
                    yield connection
                    _count_changes(connection, connection.info.pop(_CHANGED))
        finally:
            self.memory.look_again()

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        """Give a connection outside any transaction, for VACUUM and the like; ReadOnly as for :meth:`write`."""
        self._check()
        options: dict[str, Any] = {_MODE: None} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        with self._turns, self.engine.connect() as connection:
            yield connection.execution_options(**options)

    def use_wal(self) -> None:
        """Let readers and a writer of an SQLite file work at once; the file remembers it."""
        with _told(), self.bare() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    def copy_to(self, path: Path) -> None:
        """Write an SQLite database as it is now to another file, whole or not at all."""
        half = path.with_name(path.name + ".half")
        half.unlink(missing_ok=True)
        try:
            with _told(), self.bare() as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(half),))
            if self.path is not None:
                shutil.copymode(self.path, half)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)

    def clean(self) -> None:
        """Write the database anew, so that nothing of what was removed is left in its files.

        WorkspaceError where somebody else is still reading what was removed: a nightly dump, say. Nobody waits long
        for this. What PostgreSQL itself keeps (its log, the server's own backups) is beyond it.
        """
        with _told(), self.bare() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("VACUUM")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
                if busy:  # SQLite does not raise where a reader still needs the old pages
                    raise in_use()
            else:
                _clean_postgres(connection)

    def _changes(self) -> dict[str, int]:
        t = METADATA.tables["changes"]
        with self.read() as connection:
            return {str(name): int(number) for name, number in connection.execute(select(t.c.name, t.c.number))}

    def _check(self) -> None:
        if not self._may_write:
            raise ReadOnly

    def close(self) -> None:
        """Let go of all connections."""
        self.is_closed.set()
        self.engine.dispose()


def in_use() -> WorkspaceError:
    """Return what to tell where somebody else is in the way."""
    return WorkspaceError(_TOLD[Failure.BUSY])


def _clean_postgres(connection: Connection) -> None:
    """Write each table anew, once nobody can still see what was removed from it.

    Rows that an open transaction may still see are kept by VACUUM FULL, whatever it locks; so look for these first.
    Every writer has a number and every reader a lowest number that it cannot see yet: all have to be beyond ours.
    """
    mine = connection.exec_driver_sql("SELECT pg_current_xact_id()::xid::text").scalar()
    until = time.monotonic() + PATIENCE
    while connection.execute(_OLDER, {"mine": mine}).first():
        if time.monotonic() > until:
            raise in_use()
        time.sleep(PATIENCE / 20)
    connection.exec_driver_sql(_LOCK_TIMEOUT.format(ms=PATIENCE * 1000))
    try:
        for name in METADATA.tables:
            connection.exec_driver_sql(f'VACUUM FULL "{name}"')
    finally:
        connection.exec_driver_sql(_LOCK_TIMEOUT.format(ms=WAIT * 1000))


_OLDER = text("""
    SELECT 1 FROM (
        SELECT backend_xmin AS sees FROM pg_stat_activity
            WHERE pid <> pg_backend_pid() AND (datname = current_database() OR datname IS NULL)
        UNION ALL SELECT backend_xid FROM pg_stat_activity WHERE pid <> pg_backend_pid()
        UNION ALL SELECT transaction FROM pg_prepared_xacts
        UNION ALL SELECT xmin FROM pg_replication_slots
    ) AS others WHERE age(sees) > age(CAST(CAST(:mine AS text) AS xid))
""")


def _count_changes(connection: Connection, changed: set[str]) -> None:
    t = METADATA.tables["changes"]
    for name in sorted(changed - {t.name}):
        if not connection.execute(_one_more(), {"changed": name}).rowcount:
            connection.execute(insert(t).values(name=name, number=1))


@cache
def _one_more() -> Update:
    """Return the statement of every write, worded once: that takes longer than the database does."""
    t = METADATA.tables["changes"]
    return update(t).where(t.c.name == bindparam("changed")).values(number=t.c.number + 1)


def _note_change(connection: Connection, statement: Any, *_: object) -> None:  # noqa: ANN401 - any statement
    """Remember which tables a transaction changes."""
    if _CHANGED in connection.info and getattr(statement, "is_dml", False):
        connection.info[_CHANGED].add(statement.table.name)


class Failure(StrEnum):
    """Why a database did not do what it was asked."""

    BUSY = "busy"
    DAMAGED = "damaged"
    ODD = "odd"
    AWAY = "away"
    READ_ONLY = "read_only"
    FULL = "full"
    OTHER = "other"


_TOLD = {
    Failure.BUSY: Message.of("Somebody else is keeping something right now. Try again in a moment."),
    Failure.DAMAGED: Message.of("The file with what you kept is damaged. Put back a backup."),
    Failure.ODD: Message.of("Something of what you kept is damaged, so it cannot be read. Put back a backup."),
    Failure.AWAY: Message.of("We cannot reach what you kept. Is the disk or the database server there?"),
    Failure.READ_ONLY: Message.of(
        "We may read what you kept, but may not write there. Ask who looks after this computer."
    ),
    Failure.FULL: Message.of("The disk is full. Make room and try again; nothing was lost."),
    Failure.OTHER: Message.of("This could not be kept. Nothing was changed; try again."),
}


@contextmanager
def _told(event: Event = Event.WRITE_FAILED) -> Iterator[None]:
    """Turn what the database says into what a page can show."""
    try:
        yield
    except DBAPIError as error:
        why = _why(error)
        note(event, why=why)
        raise WorkspaceError(_TOLD[why]) from error
    except ValueError as error:  # a row that breaks a rule: only somebody outside the app can have written it
        note(event, why=Failure.ODD)
        raise WorkspaceError(_TOLD[Failure.ODD]) from error


def _why(error: DBAPIError) -> Failure:
    said = str(error.orig).casefold()
    if "locked" in said or "lock timeout" in said:
        return Failure.BUSY
    if "not a database" in said or "malformed" in said:
        return Failure.DAMAGED
    if "unable to open" in said or "connect" in said:
        return Failure.AWAY
    if "readonly" in said or "read-only" in said or "permission" in said:
        return Failure.READ_ONLY
    if "full" in said or "no space" in said:
        return Failure.FULL
    return Failure.OTHER


def _normal(url: str | URL) -> URL:
    """Return the URL with the driver that is installed: psycopg 3 for PostgreSQL."""
    wrong = WorkspaceError(Message.of("PARTNERSPIEGEL_DB is no address of an SQLite or PostgreSQL database."))
    try:
        made = make_url(url)
        name = made.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise wrong from error
    if name in ("postgresql", "postgres"):
        return made.set(drivername="postgresql+psycopg")
    if name != "sqlite":
        raise wrong
    return made.set(drivername="sqlite")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": WAIT}, hide_parameters=True)
        event.listen(engine, "connect", _wait_for_locks)
    elif url.database in (None, "", ":memory:"):
        engine = create_engine(MEMORY, poolclass=StaticPool, connect_args={"check_same_thread": False},
                               hide_parameters=True)  # fmt: skip
    else:
        engine = create_engine(url, connect_args={"timeout": WAIT}, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    event.listen(engine, "after_execute", _note_change)
    return engine


def _wait_for_locks(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    """Let nothing on PostgreSQL wait for a lock without end."""
    connection.execute(_LOCK_TIMEOUT.format(ms=WAIT * 1000))
    connection.commit()


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    """Set up one SQLite connection; the WAL mode belongs to the file and is set when it is opened first."""
    connection.isolation_level = None  # transactions are begun below, not by the driver
    connection.row_factory = _without_bytes
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _without_bytes(_cursor: object, row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row as it is; ValueError where it holds bytes: SQLite takes them in any column, and we keep none."""
    if bytes in map(type, row):
        raise ValueError
    return row


def _begin(connection: Connection) -> None:
    """Take SQLite's write lock at the start: a reader that turns writer half-way could not wait for it."""
    statement = connection.get_execution_options().get(_MODE, "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
