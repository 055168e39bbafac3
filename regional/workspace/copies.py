"""The copy that is made before a migration: to go back to the version of before.

SQLite gets a file beside its own (``kept.db.before-0002``), PostgreSQL tables beside its own (``before_0002_actions``).
A copy holds what was kept then, so it goes at the next erasure, and after a month.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import Connection, inspect

from regional.workspace.database import PATIENCE, Database
from regional.workspace.repository import fact, set_fact

KEPT = dt.timedelta(days=30)
COPIED = "copied_at"
"""Fact: when the last copy was made."""


def copy_file(database: Database, revision: str) -> None:
    """Copy an SQLite file before it is brought to ``revision``; WorkspaceError where there is no room for it."""
    if database.path is not None:
        for older in _files(database):
            older.unlink(missing_ok=True)
        database.copy_to(database.path.with_name(f"{database.path.name}.before-{revision}"))


def copy_tables(connection: Connection, revision: str) -> None:
    """Copy the tables of PostgreSQL, within the transaction that migrates them."""
    _drop(connection)
    for name in inspect(connection).get_table_names():
        connection.exec_driver_sql(f'CREATE TABLE "before_{revision}_{name}" AS TABLE "{name}"')


def note_copy(connection: Connection) -> None:
    """Remember when the copy was made."""
    set_fact(connection, COPIED, dt.datetime.now(dt.UTC).isoformat())


def forget_copy(database: Database) -> None:
    """Remove the copy, where there is one."""
    if database.is_sqlite:
        for path in _files(database):
            path.unlink(missing_ok=True)
    with database.write() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE * 1000:.0f}ms'")
            _drop(connection)
        if fact(connection, COPIED):
            set_fact(connection, COPIED, "")


def forget_old_copy(database: Database, now: dt.datetime) -> None:
    """Remove the copy where the version after it has been in use for a month."""
    with database.read() as connection:
        made = fact(connection, COPIED)
    if made and now - dt.datetime.fromisoformat(made) > KEPT:
        forget_copy(database)


def _files(database: Database) -> list[Path]:
    path = database.path
    if path is None:
        return []
    return [file for file in path.parent.iterdir() if file.name.startswith(f"{path.name}.before-")]


def _drop(connection: Connection) -> None:
    for name in inspect(connection).get_table_names():
        if name.startswith("before_"):
            connection.exec_driver_sql(f'DROP TABLE "{name}"')
