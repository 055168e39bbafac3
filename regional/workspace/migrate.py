"""The schema version: checked at every start, brought up to date where it is older, refused where it is newer."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from regional.texts import Message
from regional.workspace.copies import copy_file, copy_tables, note_copy
from regional.workspace.database import Database
from regional.workspace.errors import WorkspaceError
from regional.workspace.tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

SCHEMA = "0005"
"""The revision that this app works with: the newest in migrations/versions."""
_ALONE = threading.Lock()
"""Alembic runs once a process at a time: its context is a module."""
FOLDER = Path(__file__).parent / "migrations"


def revisions() -> tuple[str, ...]:
    """Return all revisions that this app knows, oldest first."""
    return tuple(sorted(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py")))


def revision_of(connection: Connection) -> str:
    """Return the schema version of a database, "" where it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def check_known(revision: str) -> None:
    """Raise WorkspaceError for a schema version that this app does not know: it is newer."""
    if revision and revision not in revisions():
        raise WorkspaceError(
            Message.of("This was kept with a newer Partnerspiegel. Install the newest version to open it.")
        )


def migrate(database: Database) -> None:
    """Bring a database to this app's schema; of several processes that start at once, one does it.

    A copy of an older one is made first, and a migration is whole or not there at all. WorkspaceError where the schema
    is newer, or there is no room for the copy; the database is then left as it is.
    """
    with database.read() as connection:
        revision = revision_of(connection)
        there = set(inspect(connection).get_table_names())
    check_known(revision)
    if not revision and there & set(METADATA.tables):
        raise WorkspaceError(
            Message.of(
                "What you kept does not say with which version. "
                "Choose another place for it (PARTNERSPIEGEL_DB), and put back a backup there."
            )
        )
    if revision == SCHEMA:
        return
    if revision:
        copy_file(database, SCHEMA)
    with database.write() as connection:
        revision = revision_of(connection)  # another process may have been first
        if revision and not database.is_sqlite and revision != SCHEMA:
            copy_tables(connection, SCHEMA)
        upgrade(connection, SCHEMA)
        if revision and revision != SCHEMA and not database.is_memory:
            note_copy(connection)


def upgrade(connection: Connection, revision: str) -> None:
    """Bring the database of an open transaction to ``revision``; nothing happens where it is there already."""
    from alembic import command

    check_known(revision_of(connection))
    config = _config()
    config.attributes["connection"] = connection
    with _ALONE:
        command.upgrade(config, revision)


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    # Alembic fills in what follows a %-sign, which a folder may hold.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config
