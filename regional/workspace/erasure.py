"""Overal verwijderen: one partner out of everything that is kept, and out of backups that are put back later.

What stays is a tombstone: the partner's random id, and a salted, slow hash of its names. The hash recognises the
partner in an older backup; nobody can read a name from it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import secrets
import threading
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from regional.journal import Event, note
from regional.partners.columns import plain
from regional.partners.partner import Partner
from regional.workspace.copies import forget_copy
from regional.workspace.database import Database
from regional.workspace.errors import Missing, WorkspaceError
from regional.workspace.links import retire
from regional.workspace.records import RECORDS, FormDraft
from regional.workspace.repository import all_of, fact, set_fact, table
from regional.workspace.rows import PartnerRow
from regional.workspace.scrub import Scrub, scrubber, typed_fields, without, without_form
from regional.workspace.seal import sealed_anew
from regional.workspace.stored import SALT, Record, new_id
from regional.workspace.versions import drop_unused, rows_of, store

CLEAN, DONE = "clean_up", "done"
RETRY = 60.0
"""Seconds between two tries to clean up."""
_LINKED = ("questions", "conversations", "responses", "invitations", "drafts")
"""Tables whose records are about one partner and go with it."""


@dataclass(frozen=True)
class Erasure:
    """What an erasure came to: how many versions and records changed or went.

    ``is_clean`` is False where the database could not be written anew, for somebody else was still reading what was
    removed; it is tried again every minute, and at the next start.
    """

    versions: int
    records: int
    is_clean: bool


def erase(database: Database, partner_id: str) -> Erasure:
    """Erase one partner everywhere; Missing where nothing is kept of it.

    Raises
    ------
    WorkspaceError
        It could not be done; nothing was changed then.
    """
    with database.write() as connection:
        names = names_of(connection, {partner_id})
        if not names and not _is_linked(connection, partner_id):
            raise Missing
        versions, records = remove(connection, {partner_id})
        _bury(connection, partner_id, names)
        set_due(connection)
    return Erasure(versions, records, clean_up(database))


def clean_up(database: Database) -> bool:
    """Write the database anew where an erasure left that to do; tell whether nothing is left to do.

    Where somebody is still reading what was removed, it is tried again every minute by this process, and at the next
    start.
    """
    if _cleaned(database):
        return True
    if not database.is_cleaning.is_set():
        database.is_cleaning.set()
        threading.Thread(target=_clean_later, args=(database,), daemon=True).start()
    return False


def is_clean(database: Database) -> bool:
    """Tell whether nothing is left to clean up."""
    return database.recall(("facts",), CLEAN, lambda connection: fact(connection, CLEAN)) in ("", DONE)


def _clean_later(database: Database) -> None:
    while not database.is_closed.wait(RETRY) and not _cleaned(database):
        pass
    database.is_cleaning.clear()


def _cleaned(database: Database) -> bool:
    f = table("facts")
    try:
        with database.read() as connection:
            due = fact(connection, CLEAN)
        if due in ("", DONE):
            return True
        database.clean()
        forget_copy(database)
        with database.write() as connection:
            # What was erased in the meantime is for who erased it.
            here = (f.c.key == CLEAN) & (f.c.value == due)
            connection.execute(update(f).where(here).values(value=DONE))
    except WorkspaceError:
        note(Event.CLEAN_UP_WAITS)
        return False
    return True


def set_due(connection: Connection) -> None:
    """Note that what a transaction removes has to be taken out of the bytes of the database too."""
    set_fact(connection, CLEAN, f"due:{new_id()}")


def remove(connection: Connection, ids: Collection[str]) -> tuple[int, int]:
    """Take partners out of versions and records; return how many of each changed or went."""
    names = names_of(connection, ids)
    others = {plain(name) for name in _other_names(connection, ids)}
    own = {name for name in names if plain(name) not in others}
    short = {form for form in map(without_form, own) if form and plain(form) not in others}
    scrub = scrubber(own | short)
    versions = _from_versions(connection, ids, scrub)
    gone = 0
    i = table("invitations")
    for token_hash in connection.execute(select(i.c.token_hash).where(i.c.partner_id.in_(ids))).scalars().all():
        retire(connection, token_hash, is_withdrawn=True)
    for name in _LINKED:
        t = table(name)
        gone += connection.execute(delete(t).where(t.c.partner_id.in_(ids))).rowcount
    return versions, gone + sum(_from_records(connection, name, ids, own, scrub) for name in RECORDS)


def names_of(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return every name under which partners were ever kept."""
    r = table("partner_rows")
    kept = connection.execute(select(r.c.record).where(r.c.partner_id.in_(ids))).scalars()
    return set(map(_name, kept))


def _other_names(connection: Connection, ids: Collection[str]) -> set[str]:
    r = table("partner_rows")
    kept = connection.execute(select(r.c.record).where(r.c.partner_id.not_in(ids))).scalars()
    return set(map(_name, kept))


def _name(record: object) -> str:
    """Return the name in what is kept of a partner; pydantic.ValidationError where there is none."""
    return Partner.model_validate(record).name


def _is_linked(connection: Connection, partner_id: str) -> bool:
    tables = [table(name) for name in (*_LINKED, "actions")]
    return any(connection.execute(select(t.c.id).where(t.c.partner_id == partner_id)).first() for t in tables)


def _from_versions(connection: Connection, ids: Collection[str], scrub: Scrub) -> int:
    v = table("versions")
    changed = 0
    for number, content, why in connection.execute(select(v.c.number, v.c.content, v.c.why)).all():
        rows = rows_of(connection, content)
        kept = [_scrubbed(row, scrub) for row in rows if row.partner_id not in ids]
        values = {"content": store(connection, kept), "why": scrub(why)}
        if values != {"content": content, "why": why}:
            changed += 1
            connection.execute(update(v).where(v.c.number == number).values(**values))
    drop_unused(connection)
    return changed


def _scrubbed(row: PartnerRow, scrub: Scrub) -> PartnerRow:
    return replace(row, partner=row.partner.scrubbed(scrub))


def _from_records(connection: Connection, name: str, ids: Collection[str], names: Collection[str], scrub: Scrub) -> int:
    t, changed = table(name), 0
    for record in all_of(connection, name):
        values = _cleared(record, ids, names, scrub)
        if values:
            changed += 1
        if values and isinstance(record, FormDraft):  # a table without one cell is another table, and no draft lasts
            connection.execute(delete(t).where(t.c.id == record.id))
        elif values:
            values["revision"] = record.revision + 1
            connection.execute(update(t).where(t.c.id == record.id).values(**values))
    return changed


def _cleared(record: Record, ids: Collection[str], names: Collection[str], scrub: Scrub) -> dict[str, Any]:
    """Return the fields that change: texts without the names, JSON without the partners, links cut."""
    typed = typed_fields(type(record))
    before = record.model_dump(mode="json", include=set(typed))
    after = {name: without(before[name], prose, ids, names, scrub) for name, prose in typed.items()}
    if "payload" in after:
        after["payload"] = sealed_anew(before["payload"], after["payload"])
    changed = {name: value for name, value in after.items() if value != before[name]}
    if getattr(record, "partner_id", None) in ids:
        changed["partner_id"] = None
    return changed


def _bury(connection: Connection, partner_id: str, names: Collection[str]) -> None:
    salt = salt_of(connection)
    others = {plain(name) for name in _other_names(connection, {partner_id})}
    # A name that another partner bears too would take that one along.
    hashes = {name_hash(name, salt) for name in names if plain(name) not in others} or {""}
    now = dt.datetime.now(dt.UTC)
    rows = [{"id": new_id(), "partner_id": partner_id, "salt": salt, "name_hash": h, "erased_at": now} for h in hashes]
    connection.execute(insert(table("tombstones")), rows)


def bury_again(connection: Connection, made_at: dt.datetime) -> None:
    """Apply the tombstones to what was put back from a backup made at ``made_at``.

    By id always; by name only where the backup is older than the erasure: later it may have come back on purpose.
    """
    r, s = table("partner_rows"), table("tombstones")
    stones = connection.execute(select(s)).mappings().all()
    ids = {stone["partner_id"] for stone in stones}
    older = [stone for stone in stones if stone["name_hash"] and made_at < stone["erased_at"]]
    if older:
        there = connection.execute(select(r.c.partner_id, r.c.record)).all()
        buried = {(stone["salt"], stone["name_hash"]) for stone in older}
        found = _buried({plain(_name(record)) for _, record in there}, buried)
        ids |= {partner_id for partner_id, record in there if plain(_name(record)) in found}
    if ids:
        remove(connection, ids)


def erased(database: Database) -> set[str]:
    """Return the ids of all partners that were erased."""
    stones = table("tombstones")
    return database.recall((stones.name,), stones.name, lambda c: set(c.execute(select(stones.c.partner_id)).scalars()))


def were_erased(database: Database, names: Iterable[str]) -> set[str]:
    """Return which of these names belong to partners that were erased: to ask before one is added again."""
    s = table("tombstones")
    with database.read() as connection:
        stones = connection.execute(select(s.c.salt, s.c.name_hash).where(s.c.name_hash != "")).all()
        buried = {(salt, hashed) for salt, hashed in stones if _is_salt(salt)}
    return _buried(set(names), buried)


def _buried(names: Collection[str], buried: Collection[tuple[str, str]]) -> set[str]:
    """Return which names are among salts and hashes; on all cores at once, as each hash is slow on purpose."""
    salts = {salt for salt, _ in buried}
    if not salts:
        return set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda name: any((salt, name_hash(name, salt)) in buried for salt in salts), names)
        return {name for name, is_buried in zip(names, found, strict=True) if is_buried}


def _is_salt(salt: str) -> bool:
    """Tell that a salt is one; ValueError where it is not."""
    return bool(bytes.fromhex(salt))


def name_hash(name: str, salt: str) -> str:
    """Return the hash of a name, whatever its case and accents; slow, so that names cannot be tried by the million."""
    return hashlib.scrypt(plain(name).encode(), salt=bytes.fromhex(salt), n=2**11, r=8, p=1, dklen=32).hex()


def salt_of(connection: Connection) -> str:
    """Return the salt of this workspace, made when it is needed first."""
    salt = fact(connection, SALT) or secrets.token_hex(16)
    set_fact(connection, SALT, salt)
    return salt
