"""All that is kept of one partner: what the Partnerblad shows, and what a partner may see."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.workspace.records import RECORDS, Action, Conversation, Question, Record
from regional.workspace.repository import all_of
from regional.workspace.rows import Change, PartnerRow, difference
from regional.workspace.scrub import CODES
from regional.workspace.versions import all_versions, states_of

if TYPE_CHECKING:
    from regional.workspace.workspace import Workspace

_OWN = ("questions", "conversations", "actions")


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
    conversations: tuple[Conversation, ...]
    actions: tuple[Action, ...]
    mentions: tuple[Mention, ...]

    def __bool__(self) -> bool:
        return bool(self.names or self.questions or self.conversations or self.actions)


def everything_about(workspace: Workspace, partner_id: str) -> AboutPartner:
    """Return all that is kept of a partner; nothing (and False) for an id that is not there."""
    history, row = _history(workspace, partner_id)
    names = tuple(dict.fromkeys(n for r in history for c in r.changes if c.column == "naam" for n in (c.after,) if n))
    return AboutPartner(
        partner_id,
        names,
        row,
        history,
        workspace.questions.list(partner_id=partner_id),
        workspace.conversations.list(partner_id=partner_id),
        workspace.actions.list(partner_id=partner_id),
        _mentions(workspace, partner_id, names),
    )


def _history(workspace: Workspace, partner_id: str) -> tuple[tuple[Round, ...], PartnerRow | None]:
    with workspace.database.read() as connection:
        versions, states = all_versions(connection), states_of(connection, partner_id)
    rounds, before = list[Round](), None
    for version in reversed(versions):
        now = states.get(version.number)
        changes = difference([before or PartnerRow(partner_id, {})], [now]).changed if now else ()
        if changes or (before and not now):
            rounds.append(Round(version.number, version.at, version.by, version.why, changes))
        before = now
    return tuple(reversed(rounds)), before


def _mentions(workspace: Workspace, partner_id: str, names: tuple[str, ...]) -> tuple[Mention, ...]:
    wanted = [partner_id, *(name.casefold() for name in names)]
    with workspace.database.read() as connection:
        records = [(name, record) for name in RECORDS for record in all_of(connection, name)]
    return tuple(
        Mention(name, record.id, field, text)
        for name, record in records
        if not (name in _OWN and getattr(record, "partner_id", None) == partner_id)
        for field, text in _texts(record)
        if any(word in text.casefold() for word in wanted)
    )


def _texts(record: Record) -> list[tuple[str, str]]:
    values = record.model_dump(mode="json", exclude=set(CODES))
    return [(f, v if isinstance(v, str) else json.dumps(v, ensure_ascii=False)) for f, v in values.items() if v]
