"""Everything that is kept, as one file, and back again.

A zip with one JSON file per table and a manifest (schema version, moment, checksums): readable without this app, and
the same for SQLite and PostgreSQL. It holds names and notes: keep it as carefully as the workspace itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, MetaData, Table, delete, insert, select

from regional.texts import Message
from regional.workspace.copies import COPIED
from regional.workspace.database import MEMORY, Database
from regional.workspace.erasure import bury_again, clean_up, set_due
from regional.workspace.errors import WorkspaceError
from regional.workspace.links import put_back
from regional.workspace.migrate import SCHEMA, check_known, upgrade
from regional.workspace.publications import without_words
from regional.workspace.records import RECORDS
from regional.workspace.repository import all_of, fact, set_fact, table
from regional.workspace.rows import digest_of
from regional.workspace.sign_outs import kept_sign_outs
from regional.workspace.stored import HIGHEST, SALT
from regional.workspace.tables import METADATA
from regional.workspace.versions import all_versions, highest_number, rows_of

FORMAT = 1
MANIFEST = "manifest.json"
MAX_BYTES, MAX_UNPACKED = 100_000_000, 300_000_000
_OF_THIS_DATABASE = ("alembic_version", "changes", "drafts", "invitations")
"""Tables that no backup holds, nor replaces: a link that was withdrawn never comes back, and no draft leaves."""
Rows = list[dict[str, Any]]
Tables = dict[str, Rows]


@dataclass(frozen=True)
class Restored:
    """What was put back: when the backup was made, and how many versions and other records it held.

    ``is_clean`` as of an Erasure.
    """

    made_at: dt.datetime
    versions: int
    records: int
    is_clean: bool = True


def backup(database: Database) -> bytes:
    """Return everything that is kept as one file; WorkspaceError where it cannot be read."""
    with database.read() as connection:
        kept = {t.name: [dict(row) for row in connection.execute(select(t)).mappings()] for t in _tables()}
    files = {f"tables/{name}.json": _json(rows) for name, rows in kept.items()}
    manifest = {
        "app": "partnerspiegel",
        "format": FORMAT,
        "schema": SCHEMA,
        "made_at": dt.datetime.now(dt.UTC).isoformat(),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def restore_backup(database: Database, data: bytes) -> Restored:
    """Put a backup in the place of everything that is kept, in one transaction.

    Partners that were erased here since, or in the backup's workspace, are erased again. A backup of an older schema
    is brought up to date first.

    Raises
    ------
    WorkspaceError
        It is no backup, damaged, or made with a newer version; what was there stays.
    """
    manifest, tables = _read(data)
    tables = _brought_up_to_date(manifest["schema"], tables)
    made_at = dt.datetime.fromisoformat(manifest["made_at"])
    with database.write() as connection:
        _replace(connection, tables)
        bury_again(connection, made_at)
        set_due(connection)
    records = sum(len(tables.get(name, ())) for name in RECORDS)
    return Restored(made_at, len(tables["versions"]), records, clean_up(database))


def _tables() -> list[Table]:
    """Return the tables that a backup holds, those that others point to first."""
    return [t for t in METADATA.sorted_tables if t.name not in _OF_THIS_DATABASE]


def _json(rows: Rows) -> bytes:
    # Half a letter, which UTF-8 has not, is written as JSON itself escapes it: no content may keep a backup away.
    return json.dumps(rows, ensure_ascii=False, default=_plain, indent=1).encode("utf-8", "backslashreplace")


def _plain(value: object) -> str:
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    raise TypeError(type(value))


def _read(data: bytes) -> tuple[dict[str, Any], Tables]:
    """Return the manifest and the tables of a backup that is whole."""
    if len(data) > MAX_BYTES or not zipfile.is_zipfile(io.BytesIO(data)):
        raise _no_backup()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
                raise _no_backup()
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["app"] != "partnerspiegel":
                raise _no_backup()
            if manifest["format"] != FORMAT:
                check_known(f"format {manifest['format']}")
            check_known(manifest["schema"])
            dt.datetime.fromisoformat(manifest["made_at"]).astimezone(dt.UTC)
            files = {name: archive.read(name) for name in manifest["sha256"]}
        if any(hashlib.sha256(content).hexdigest() != manifest["sha256"][name] for name, content in files.items()):
            raise _damaged()
        tables = {name.removeprefix("tables/").removesuffix(".json"): _rows(f) for name, f in files.items()}
    except WorkspaceError:
        raise
    except Exception as error:  # what a made-up archive can bring about has too many names: zlib, struct, recursion
        raise _damaged() from error
    return manifest, tables


def _rows(data: bytes) -> Any:  # noqa: ANN401 - whatever the file holds
    def refuse(name: str) -> float:
        raise ValueError(name)

    return json.loads(data, parse_constant=refuse)  # NaN is JSON in Python only, and nothing in a database


def _brought_up_to_date(schema: str, tables: Tables) -> Tables:
    """Return the tables as this app's schema has them, each record checked; a database in memory does the work."""
    scratch = Database(MEMORY)
    try:
        with scratch.write() as connection:
            upgrade(connection, schema)
            _fill(connection, tables)
            upgrade(connection, SCHEMA)
            _check(connection)
            return {t.name: [dict(row) for row in connection.execute(select(t)).mappings()] for t in _tables()}
    except Exception as error:  # the database in memory can only fail by what was put into it
        raise _damaged() from error
    finally:
        scratch.close()


def _check(connection: Connection) -> None:
    """Raise where a row is none that this app could have kept, tombstones and salts included."""
    for name in METADATA.tables:
        all_of(connection, name)
    for version in all_versions(connection):
        rows = rows_of(connection, version.content)
        if digest_of([row.digest for row in rows]) != version.content:
            raise _damaged()


def _fill(connection: Connection, tables: Tables) -> None:
    """Write the tables as they were at the schema that the database has now; KeyError where one is missing."""
    then = MetaData()
    then.reflect(connection)
    for t in then.sorted_tables:
        if t.name not in _OF_THIS_DATABASE and (rows := tables[t.name]):
            connection.execute(insert(t), [_typed(t, row) for row in rows])


def _typed(t: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with its dates as dates; KeyError for a column that the table has not."""
    return {name: _value(t.c[name].type.python_type, value) for name, value in row.items()}


def _value(kind: type, value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return None
    if kind is dt.datetime:
        return dt.datetime.fromisoformat(value).astimezone(dt.UTC)
    return dt.date.fromisoformat(value) if kind is dt.date else value


def _told_since(connection: Connection, publications: Rows) -> Rows:
    """Return the figures of publications that a backup does not have: they left, and cannot be taken back."""
    there = {row["id"] for row in publications}
    now = [dict(row) for row in connection.execute(select(table("publications"))).mappings()]
    return [bare for row in now if row["id"] not in there and (bare := without_words(row))]


def _replace(connection: Connection, tables: Tables) -> None:
    """Put the tables in the place of what is there; tombstones of both sides, and links as they are now, stay."""
    stones = {row["id"]: dict(row) for row in connection.execute(select(table("tombstones"))).mappings()}
    facts = {row["key"]: row["value"] for row in tables["facts"]}
    salt = fact(connection, SALT) or facts.get(SALT, "")
    publications, retired = put_back(connection, tables["publications"], tables["retired_links"])
    publications += _told_since(connection, publications)
    highest = max(highest_number(connection), int(facts.get(HIGHEST, 0)))
    copied = fact(connection, COPIED)
    merged = tables | {
        "tombstones": list(({row["id"]: row for row in tables["tombstones"]} | stones).values()),
        "publications": publications,
        "retired_links": retired,
        "facts": kept_sign_outs(connection),
    }
    for t in reversed(_tables()):
        connection.execute(delete(t))
    for t in _tables():
        if merged[t.name]:
            connection.execute(insert(t), merged[t.name])
    set_fact(connection, HIGHEST, str(max(highest, highest_number(connection))))
    for key, value in ((SALT, salt), (COPIED, copied)):
        if value:
            set_fact(connection, key, value)


def _no_backup() -> WorkspaceError:
    return WorkspaceError(Message.of("This is not a backup of Partnerspiegel. Choose the file that you saved."))


def _damaged() -> WorkspaceError:
    return WorkspaceError(Message.of("This backup is damaged. Nothing was changed. Choose another one."))
