"""Which sign-ins have ended, for all processes of a museum: hashes only, forgotten once no cookie can be left."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, insert, select

from regional.workspace.database import Database
from regional.workspace.repository import table

PREFIX = "signed_out:"
_LONGEST = dt.timedelta(days=32)
"""Streamlit's cookie lasts 30 days, and it takes one for a day longer."""


class SignOutBook:
    """The sign-ins that have ended, among the facts of the workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def end(self, sign_in: str) -> None:
        """Write one down, for good; WorkspaceError where it cannot be kept."""
        now, f = dt.datetime.now(dt.UTC), table("facts")
        with self._database.write() as connection:
            for key, at in _all(connection).items():
                if key == PREFIX + sign_in or now - dt.datetime.fromisoformat(at) > _LONGEST:
                    connection.execute(delete(f).where(f.c.key == key))
            connection.execute(insert(f).values(key=PREFIX + sign_in, value=now.isoformat()))

    def ended(self) -> set[str]:
        """Return all of them; WorkspaceError where they cannot be read."""
        found = self._database.recall(("facts",), PREFIX, _all)
        return {key.removeprefix(PREFIX) for key in found}


def kept_sign_outs(connection: Connection) -> list[dict[str, str]]:
    """Return the rows to put back where all facts are replaced by those of a backup."""
    return [{"key": key, "value": value} for key, value in _all(connection).items()]


def _all(connection: Connection) -> dict[str, str]:
    f = table("facts")
    found = connection.execute(select(f.c.key, f.c.value).where(f.c.key.startswith(PREFIX, autoescape=True))).all()
    return {str(key): str(value) for key, value in found}
