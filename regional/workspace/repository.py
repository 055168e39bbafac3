"""One repository for every kind of record: list, get, add, save, delete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from regional.workspace.database import Database
from regional.workspace.errors import Conflict, Erased, Missing
from regional.workspace.memory import is_looking
from regional.workspace.stored import Record
from regional.workspace.tables import KINDS, METADATA

R = TypeVar("R", bound=Record)
_ORDER = {"conversations": ("day",), "reviews": ("year", "day"), "publications": ("created_on",)}
"""What a list is sorted by, before the order of adding."""


class Repository(Generic[R]):
    """The records of one kind in one database."""

    def __init__(self, database: Database, kind: type[R]) -> None:
        self.kind = kind
        self._database = database
        self.table = table(kind.table)

    def list(self, **where: object) -> tuple[R, ...]:
        """Return the records whose fields equal ``where``, in the order of adding (talks and years by date)."""
        if not is_looking():
            with self._database.read() as connection:
                return self._select(connection, where)
        # One look reads a table whole, and once.
        found = self._database.recall((self.table.name,), self.table.name, lambda c: self._select(c, {}))
        return tuple(r for r in found if all(getattr(r, name) == value for name, value in where.items()))

    def find(self, record_id: str) -> R | None:
        """Return the record with this id, None where there is none."""
        return next(iter(self.list(id=record_id)), None)

    def get(self, record_id: str) -> R:
        """Return the record with this id; Missing where there is none."""
        found = self.find(record_id)
        if found is None:
            raise Missing
        return found

    def add(self, record: R, by: str = "") -> R:
        """Keep a new record and return it as kept.

        Raises
        ------
        Conflict
            Its id, or what makes it the only one (partner and question, heading), is there already.
        Erased
            Its partner was erased.
        """
        kept = self._next(record.model_copy(update={"revision": 0}), by)
        with self._database.write() as connection:
            _refuse_erased(connection, record)
            same = self._same(connection, record)
            if same is not None:
                raise Conflict(record, same)
            connection.execute(insert(self.table).values(**columns_of(kept)))
        return kept

    def save(self, record: R, by: str = "") -> R:
        """Keep a changed record and return it as kept; one of revision 0 is added.

        Raises
        ------
        Conflict
            Somebody saved or removed it since it was read; ``theirs`` is what is there now, None where removed.
        Erased
            Its partner was erased.
        """
        if record.revision == 0:
            return self.add(record, by)
        kept = self._next(record, by)
        t = self.table
        with self._database.write() as connection:
            _refuse_erased(connection, record)
            at_revision = (t.c.id == record.id) & (t.c.revision == record.revision)
            done = connection.execute(update(t).where(at_revision).values(**columns_of(kept)))
            if not done.rowcount:
                raise Conflict(record, next(iter(self._select(connection, {"id": record.id})), None))
        return kept

    def save_all(self, records: Iterable[R], by: str = "") -> tuple[R, ...]:
        """Keep many records, all or none, as :meth:`save` does each; the errors are the same."""
        found = tuple(records)
        kept = tuple(self._next(record, by) for record in found)
        t = self.table
        with self._database.write() as connection:
            gone = set(connection.execute(select(table("tombstones").c.partner_id)).scalars())
            if gone & {getattr(record, "partner_id", None) for record in found}:
                raise Erased
            new = [columns_of(one) for record, one in zip(found, kept, strict=True) if record.revision == 0]
            if new:
                connection.execute(insert(t), new)
            # Worded once for all of them: that costs more than the database takes.
            here = (t.c.id == bindparam("here_id")) & (t.c.revision == bindparam("here_revision"))
            change = update(t).where(here).values({name: bindparam(name) for name in self.kind.model_fields})
            for record, one in zip(found, kept, strict=True):
                if not record.revision:
                    continue
                at = {"here_id": record.id, "here_revision": record.revision}
                if not connection.execute(change, columns_of(one) | at).rowcount:
                    raise Conflict(record, next(iter(self._select(connection, {"id": record.id})), None))
        return kept

    def delete(self, record_id: str, revision: int | None = None) -> None:
        """Remove a record; with ``revision`` only where nobody saved it since. Nothing happens where it is gone.

        Conflict where it was saved in the meantime; ``mine`` is None.
        """
        with self._database.write() as connection:
            theirs = next(iter(self._select(connection, {"id": record_id})), None)
            if theirs is not None and revision is not None and theirs.revision != revision:
                raise Conflict(None, theirs)
            connection.execute(delete(self.table).where(self.table.c.id == record_id))

    def _select(self, connection: Connection, where: dict[str, Any]) -> tuple[R, ...]:
        t = self.table
        wanted = [t.c[name].is_(None) if value is None else t.c[name] == value for name, value in where.items()]
        order = [t.c[name] for name in (*_ORDER.get(self.kind.table, ()), "id")]
        rows = connection.execute(select(t).where(*wanted).order_by(*order)).mappings()
        return tuple(self.kind.model_validate(dict(row)) for row in rows)

    def _same(self, connection: Connection, record: R) -> R | None:
        """Return the record that stands in the way of adding this one."""
        for names in filter(None, (self.kind.primary, self.kind.unique)):
            found = self._select(connection, {name: getattr(record, name) for name in names})
            if found:
                return found[0]
        return None

    @staticmethod
    def _next(record: R, by: str) -> R:
        kept = {"revision": record.revision + 1, "changed_at": dt.datetime.now(dt.UTC)}
        # What it holds was checked when it was made: of thousands, checking it again is what takes longest.
        return record.changed(**kept, changed_by=by) if by else record.model_copy(update=kept)


def table(name: str) -> Table:
    """Return the table called ``name``."""
    return METADATA.tables[name]


def all_of(connection: Connection, name: str) -> tuple[Any, ...]:
    """Return all rows of table ``name``, each checked, within an open transaction."""
    kind, t = KINDS[name], table(name)
    rows = connection.execute(select(t).order_by(*(t.c[key] for key in kind.primary))).mappings()
    return tuple(kind.model_validate(dict(row)) for row in rows)


def columns_of(record: Record) -> dict[str, Any]:
    """Return the columns of a record; what goes into a JSON column is plain JSON."""
    plain = record.model_dump(mode="json")
    return {
        name: plain[name] if isinstance(plain[name], (list, dict)) else getattr(record, name)
        for name in type(record).model_fields
    }


def _refuse_erased(connection: Connection, record: Record) -> None:
    partner_id = getattr(record, "partner_id", None)
    if partner_id and is_erased(connection, partner_id):
        raise Erased


def is_erased(connection: Connection, partner_id: str) -> bool:
    """Tell whether the partner with this id was erased everywhere."""
    stones = table("tombstones")
    return connection.execute(select(stones.c.id).where(stones.c.partner_id == partner_id)).first() is not None


def fact(connection: Connection, key: str) -> str:
    """Return a fact about the workspace, "" where there is none."""
    f = table("facts")
    return str(connection.execute(select(f.c.value).where(f.c.key == key)).scalar() or "")


def set_fact(connection: Connection, key: str, value: str) -> None:
    """Set a fact about the workspace."""
    f = table("facts")
    connection.execute(delete(f).where(f.c.key == key))
    connection.execute(insert(f).values(key=key, value=value))
