"""All that is kept of one partner: what the Partnerblad shows, and what a partner may see."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import Connection

from regional.workspace.database import Database
from regional.workspace.records import RECORDS, Action, Conversation, Invitation, Question, ResponseRecord
from regional.workspace.repository import Repository, all_of
from regional.workspace.rows import Change, PartnerRow, changes
from regional.workspace.scrub import one_form, typed_fields
from regional.workspace.stored import Record
from regional.workspace.versions import all_versions, states_of

_OWN = ("questions", "responses", "invitations", "conversations", "actions")


@dataclass(frozen=True)
class Round:
    """What one version changed about the partner; all cells of the first one count as changes."""

    version: int
    at: dt.datetime
    by: str
    why: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Mention:
    """A record elsewhere that names the partner: table, id, and the field it stands in."""

    table: str
    record_id: str
    field: str
    text: str


@dataclass(frozen=True)
class AboutPartner:
    """Everything of one partner. ``row`` is how it stands now, None where it is in no newest version.

    ``names``: all names it was kept under; ``history`` the newest first; ``mentions`` in texts and frozen figures.
    """

    partner_id: str
    names: tuple[str, ...]
    row: PartnerRow | None
    history: tuple[Round, ...]
    questions: tuple[Question, ...]
    responses: tuple[ResponseRecord, ...]
    invitations: tuple[Invitation, ...]
    conversations: tuple[Conversation, ...]
    actions: tuple[Action, ...]
    mentions: tuple[Mention, ...]

    def __bool__(self) -> bool:
        return bool(self.names or self.questions or self.responses or self.conversations or self.actions)


def everything_about(database: Database, partner_id: str) -> AboutPartner:
    """Return all that is kept of a partner; nothing (and False) for an id that is not there."""
    with database.read() as connection:
        history, row = _history(connection, partner_id)
        names = tuple(dict.fromkeys(c.after for r in history for c in r.changes if c.column == "naam" and c.after))
        mentions = _mentions(connection, partner_id, names)
    return AboutPartner(
        partner_id,
        names,
        row,
        history,
        Repository(database, Question).list(partner_id=partner_id),
        Repository(database, ResponseRecord).list(partner_id=partner_id),
        Repository(database, Invitation).list(partner_id=partner_id),
        Repository(database, Conversation).list(partner_id=partner_id),
        Repository(database, Action).list(partner_id=partner_id),
        mentions,
    )


def _history(connection: Connection, partner_id: str) -> tuple[tuple[Round, ...], PartnerRow | None]:
    versions, states = all_versions(connection), states_of(connection, partner_id)
    rounds, before = list[Round](), None
    for version in reversed(versions):
        now = states.get(version.number)
        found = tuple(changes(before, now)) if now else ()
        if found or (before and not now):
            rounds.append(Round(version.number, version.at, version.by, version.why, found))
        before = now
    return tuple(reversed(rounds)), before


def _mentions(connection: Connection, partner_id: str, names: tuple[str, ...]) -> tuple[Mention, ...]:
    wanted = [partner_id, *(one_form(name).casefold() for name in names)]
    return tuple(
        Mention(name, record.id, field, text)
        for name in RECORDS
        for record in all_of(connection, name)
        if not (name in _OWN and getattr(record, "partner_id", None) == partner_id)
        for field, text in _texts(record)
        if any(word in one_form(text).casefold() for word in wanted)
    )


def _texts(record: Record) -> list[tuple[str, str]]:
    values = record.model_dump(mode="json", include=set(typed_fields(type(record))))
    return [(f, v if isinstance(v, str) else json.dumps(v, ensure_ascii=False)) for f, v in values.items() if v]
