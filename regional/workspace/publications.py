"""Publications as they are kept: what was typed can go, what their figures told stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import delete, select, update

from regional.workspace.errors import Conflict
from regional.workspace.links import retire
from regional.workspace.records import UNLINKED, PublicationRecord
from regional.workspace.repository import Repository
from regional.workspace.seal import figures_alone

_NO_TITLE = "–"


class Publications(Repository[PublicationRecord]):
    """The publications of one museum.

    A publication that left is never forgotten: a file of it may be anywhere, for good, and each later one is held
    beside it.
    """

    def delete(self, record_id: str, revision: int | None = None) -> None:
        """Take away what was typed, the annex and the link of a publication; its figures stay.

        They are sums that were shown to anyone, without a name or a text. One that opens nothing goes as a whole.
        """
        with self._database.write() as connection:
            rows = connection.execute(select(self.table).where(self.table.c.id == record_id)).mappings().all()
            for row in map(dict, rows):
                if revision is not None and row["revision"] != revision:
                    raise Conflict(None, self._select(connection, {"id": record_id})[0])
                retire(connection, row["token_hash"], is_withdrawn=True)
                kept, here = without_words(row), self.table.c.id == record_id
                if kept is None:
                    connection.execute(delete(self.table).where(here))
                else:
                    connection.execute(update(self.table).where(here).values(kept))


def without_words(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return a row of the table with figures alone, closed for good; None where nothing of it opens."""
    payload = figures_alone(row["payload"])
    if not payload:
        return None
    closed = row["withdrawn_at"] or dt.datetime.now(dt.UTC)
    return {**row, "token_hash": UNLINKED + row["id"], "title": _NO_TITLE, "payload": payload, "annex": {},
            "withdrawn_at": closed, "revision": row["revision"] + 1}  # fmt: skip
