"""One database behind transactions that are short, whole and, for writers, one at a time."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from regional.texts import Message
from regional.workspace.errors import ReadOnly, WorkspaceError
from regional.workspace.tables import Base

MEMORY = "sqlite://"
WAIT = 15
"""Seconds to wait for another writer."""
_LOCK = 5_077_348_265
"""Key of PostgreSQL's advisory lock: one writer at a time, as SQLite has by itself."""
_MODE = "workspace_mode"
"""Execution option of a connection: how SQLite begins a transaction, None for not at all."""


class Database:
    """Where a workspace is kept. Safe to share between threads."""

    def __init__(self, url: str | URL) -> None:
        self.url = _normal(url)
        self.engine = _engine(self.url)
        self._may_write = True
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
        with self._turns, _told(), self.engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept at the end, or none; writers wait for each other.

        WorkspaceError where nothing could be kept, ReadOnly where this was opened to look only.
        """
        self._check()
        with self._turns, _told(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_MODE: "BEGIN IMMEDIATE"})
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection

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

    def clean(self) -> None:
        """Write the database anew, so that nothing of what was removed is left in its files.

        WorkspaceError where somebody else is reading or writing for too long. What PostgreSQL itself keeps (its log,
        the server's own backups) is beyond this.
        """
        with _told(), self.bare() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("VACUUM")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
                if busy:  # SQLite does not raise where a reader still needs the old pages
                    raise WorkspaceError(
                        Message.of("Somebody else is keeping something right now. Try again in a moment.")
                    )
            else:
                names = ", ".join(f'"{name}"' for name in Base.metadata.tables)
                connection.exec_driver_sql(f"VACUUM FULL {names}")

    def _check(self) -> None:
        if not self._may_write:
            raise ReadOnly

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the database says into what a page can show."""
    try:
        yield
    except DBAPIError as error:
        raise WorkspaceError(_message(error)) from error


def _message(error: DBAPIError) -> Message:
    said = str(error.orig).casefold()
    if "locked" in said or "lock timeout" in said:
        return Message.of("Somebody else is keeping something right now. Try again in a moment.")
    if "not a database" in said or "malformed" in said:
        return Message.of("The file with what you kept is damaged. Put back a backup.")
    if "unable to open" in said or "connect" in said:
        return Message.of("We cannot reach what you kept. Is the disk or the database server there?")
    if "readonly" in said or "read-only" in said or "permission" in said:
        return Message.of("We may read what you kept, but may not write there. Ask who looks after this computer.")
    if "full" in said or "no space" in said:
        return Message.of("The disk is full. Make room and try again; nothing was lost.")
    return Message.of("This could not be kept. Nothing was changed; try again.")


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
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": WAIT}, hide_parameters=True)
    in_memory = url.database in (None, "", ":memory:")
    if in_memory:
        engine = create_engine(MEMORY, poolclass=StaticPool, connect_args={"check_same_thread": False},
                               hide_parameters=True)  # fmt: skip
    else:
        engine = create_engine(url, connect_args={"timeout": WAIT}, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    """Set up one SQLite connection; the WAL mode belongs to the file and is set when it is opened first."""
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take SQLite's write lock at the start: a reader that turns writer half-way could not wait for it."""
    statement = connection.get_execution_options().get(_MODE, "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
