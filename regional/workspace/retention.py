"""How long each kind of data is kept, and what is due for erasure. Nothing is erased by itself: a person decides.

The defaults are a proposal that a privacy officer can agree to, not a rule of law; each can be changed
(``workspace.terms``).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regional.texts import N_
from regional.workspace.checking import checked
from regional.workspace.database import Database
from regional.workspace.records import (
    Action,
    Conversation,
    Invitation,
    PublicationRecord,
    Question,
    ResponseRecord,
    Review,
    Scenario,
    Term,
)
from regional.workspace.repository import Repository
from regional.workspace.seal import has_figures_alone
from regional.workspace.versions import Versions

DRAFT_LASTS = dt.timedelta(days=30)
"""So long what somebody typed and did not keep yet is held; no museum can set it."""


@dataclass(frozen=True)
class Kind:
    """One kind of data: what to call it, what its term counts from, and the months that it is kept by default."""

    label: str
    counted_from: str
    months: int


KINDS: dict[str, Kind] = {
    "ended_partners": Kind(N_("Partners that stopped"), N_("the day it ended"), 24),
    "questions": Kind(N_("Questions and answers"), N_("the answer, or else the question"), 24),
    "responses": Kind(N_("What partners sent back"), N_("the day it came in"), 24),
    "invitations": Kind(N_("Links of partners to the questions"), N_("the day it closed or was withdrawn"), 12),
    "conversations": Kind(N_("Conversations"), N_("the day of the conversation"), 36),
    "actions": Kind(N_("Actions that are done"), N_("the day it was done"), 24),
    "scenarios": Kind(N_("Scenarios"), N_("the last change"), 24),
    "publications": Kind(N_("Texts of publications"), N_("the day it expired or was withdrawn"), 12),
    "versions": Kind(N_("Older versions of the list of partners"), N_("the day it was kept"), 60),
    "reviews": Kind(N_("Yearly reviews"), N_("the day of the review"), 120),
}  # fmt: skip
"""Kind -> what it is; also the id of its Term."""


@dataclass(frozen=True)
class Due:
    """One thing that was kept for its term: a partner with ``erase``, a version with ``versions.discard``,
    the others from their repository.


    ``record_id`` is the partner's id for "ended_partners", the number for "versions"; ``title`` is to recognise it by.
    """

    kind: str
    record_id: str
    title: str
    since: dt.date
    due: dt.date


def terms(database: Database) -> dict[str, int]:
    """Return kind -> months, the museum's own where it set them."""
    own = {term.id: term.months for term in Repository(database, Term).list()}
    return {kind: own.get(kind, what.months) for kind, what in KINDS.items()}


def set_term(database: Database, kind: str, months: int, by: str = "") -> None:
    """Set the term of one kind; KeyError for no kind, Invalid for what is no number of months."""
    repository = Repository(database, Term)
    now = repository.find(kind)
    wanted = checked(Term, {"id": kind, "months": months, "revision": now.revision if now else 0})
    if kind not in KINDS:
        raise KeyError(kind)
    repository.save(wanted, by)


def due_for_erasure(database: Database, today: dt.date) -> tuple[Due, ...]:
    """Return what is past its term on ``today``, the longest due first."""
    return database.memory.recall(_READ, ("due", today), lambda: _due(database, today))


def _due(database: Database, today: dt.date) -> tuple[Due, ...]:
    months = terms(database)
    found = [
        Due(kind, record_id, title, since, due)
        for kind, list_ in _DATED.items()
        for record_id, title, since in list_(database)
        if (due := months_later(since, months[kind])) <= today
    ]
    return tuple(sorted(found, key=lambda due: (due.due, due.kind, due.record_id)))


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


Dated = Iterator[tuple[str, str, dt.date]]


def _ended(database: Database) -> Dated:
    """Yield partners that stopped (from their last day, else since the list says so) and those left out of the list."""
    kept = {version.number: version.at.date() for version in reversed(Versions(database).list())}
    now = {row.partner_id: row for row in Versions(database).rows()}
    for row in now.values():
        if row.cells.get("status") == "ended":
            until = row.cells.get("tot", "")
            yield row.partner_id, row.name, dt.date.fromisoformat(until) if until else kept[row.revision]
    for row in Versions(database).known_partners():
        if row.partner_id not in now:
            yield row.partner_id, row.name, next(day for number, day in kept.items() if number > row.revision)


def _questions(database: Database) -> Dated:
    for q in Repository(database, Question).list():
        since = q.answered_on or q.asked_on
        if since:
            yield q.id, q.question, since


def _responses(database: Database) -> Dated:
    return ((r.id, f"{r.received_on:%Y-%m-%d}", r.received_on) for r in Repository(database, ResponseRecord).list())


def _invitations(database: Database) -> Dated:
    for i in Repository(database, Invitation).list():
        over = min(filter(None, (i.withdrawn_at, i.expires_at)))
        yield i.id, f"{i.created_on:%Y-%m-%d}", over.date()


def _publications(database: Database) -> Dated:
    for p in Repository(database, PublicationRecord).list():
        if has_figures_alone(p.payload):  # what later ones are held beside stays
            continue
        since = p.withdrawn_at.date() if p.withdrawn_at else p.expires_on
        if since:
            yield p.id, p.title, since


def _older_versions(database: Database) -> Dated:
    for version in Versions(database).list()[1:]:
        yield str(version.number), version.why, version.at.date()


def _conversations(database: Database) -> Dated:
    return ((c.id, f"{c.day:%Y-%m-%d}", c.day) for c in Repository(database, Conversation).list())


def _actions(database: Database) -> Dated:
    return ((a.id, a.title, a.done_on) for a in Repository(database, Action).list() if a.done_on)


def _scenarios(database: Database) -> Dated:
    return ((s.id, s.name, s.changed_at.date()) for s in Repository(database, Scenario).list() if s.changed_at)


def _reviews(database: Database) -> Dated:
    return ((r.id, str(r.year), r.day) for r in Repository(database, Review).list())


_DATED: dict[str, Callable[[Database], Dated]] = {
    "ended_partners": _ended,
    "questions": _questions,
    "responses": _responses,
    "invitations": _invitations,
    "conversations": _conversations,
    "actions": _actions,
    "scenarios": _scenarios,
    "publications": _publications,
    "versions": _older_versions,
    "reviews": _reviews,
}
_READ = ("terms", "versions", "contents", "partner_rows", "questions", "responses", "invitations", "conversations",
         "actions", "scenarios", "publications", "reviews")  # fmt: skip
"""The tables that tell what is due."""
