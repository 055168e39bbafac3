"""The tables, made from what is kept in them: one table a class of records.py and stored.py, one column a field.

A change there needs a migration (see migrations/) and a new fixture in tests.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

from regional.workspace.records import RECORDS
from regional.workspace.stored import BOOKKEEPING, Stored

SHORT = 64
"""Longest text of a column with a length; longer ones have none."""
WORD = 16
"""Longest word of a fixed list."""


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store as UTC."""
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Read as UTC; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; constraints have names, so that a migration can change them."""
_TYPES: dict[type, type[TypeEngine[Any]]] = {
    bool: Boolean, int: Integer, float: Double, dt.datetime: Moment, dt.date: Date, dict: JSON, tuple: JSON,
}  # fmt: skip


def _table(kind: type[Stored]) -> Table:
    return Table(
        kind.table,
        METADATA,
        *(_column(kind, name) for name in kind.model_fields),
        *([UniqueConstraint(*kind.unique)] if kind.unique else []),
        *(Index(f"ix_{kind.table}_{name}", name) for name in kind.indexed),
    )


def _column(kind: type[Stored], name: str) -> Column[Any]:
    field = kind.model_fields[name]
    parts = get_args(field.annotation) if get_origin(field.annotation) in (UnionType, Union) else (field.annotation,)
    (of,) = (part for part in parts if part is not NoneType)
    of, *rules = get_args(of) if get_origin(of) is Annotated else (of,)
    return Column(
        name,
        _type(of, [*field.metadata, *rules]),
        *([ForeignKey(kind.refers[name])] if name in kind.refers else []),
        primary_key=name in kind.primary,
        autoincrement=False,
        # A record has no moment before it is kept; its row has.
        nullable=NoneType in parts and name != "changed_at",
    )


def _type(of: Any, rules: list[Any]) -> TypeEngine[Any]:  # noqa: ANN401 - an annotation and its metadata
    base = get_origin(of) or of
    if base is Literal or (isinstance(base, type) and issubclass(base, StrEnum)):
        return String(WORD)
    if base in _TYPES:
        return _TYPES[base]()
    longest = min((rule.max_length for rule in rules if getattr(rule, "max_length", None)), default=SHORT + 1)
    return String(longest) if longest <= SHORT else Text()


KINDS: dict[str, type[Stored]] = {kind.table: kind for kind in (*RECORDS.values(), *BOOKKEEPING)}
"""Table -> what its rows are."""
for _kind in KINDS.values():
    _table(_kind)
