"""The link of one partner to its questions: made, opened, typed in, sent, wiped, withdrawn.

A token is 256 random bits, of which only a hash is kept (:mod:`regional.publishing.links`). What is typed and not sent
is sealed with a key that the token alone gives: nobody at the museum reads it, nor does who gets hold of the database.
What is sent waits to be looked at, as what came back in another way does.
"""

from __future__ import annotations

import base64
import datetime as dt
import hmac
import json
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Update, bindparam, delete, exists, insert, select, update

from regional.publishing.links import hashed
from regional.questionnaire.page import QuestionForm
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said, from_json, to_json, worded
from regional.workspace.links import retire
from regional.workspace.records import Invitation, ResponseRecord
from regional.workspace.repository import columns_of, table

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from regional.texts import Texts
    from regional.workspace.workspace import Workspace

WEEKS = 6
"""How long a link opens unless chosen otherwise."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """What stands in a form behind a link: the answers, and whether it is these that were sent."""

    said: Mapping[str, Said]
    is_sent: bool = False


@dataclass(frozen=True)
class OpenedForm:
    """A link that opens: its invitation, the name of its partner, and what stands in the form, None for nothing yet."""

    invitation: Invitation
    name: str
    draft: Draft | None = None


class Invitations:
    """The links of one workspace to its questions. Safe to share between threads.

    Every method that takes a token answers None or False alike for one that is mistyped, guessed, expired or withdrawn,
    or whose partner is in the list no more; WorkspaceError where the database is away.
    """

    def __init__(self, workspace: Workspace, now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)) -> None:
        self._workspace, self._now = workspace, now
        self._database = workspace.database

    def make(self, partner_ids: Iterable[str], language: str = "nl", weeks: int = WEEKS) -> dict[str, str]:
        """Keep a new link for each partner; return partner id -> token (43 characters), which can be shown only now.

        An earlier link of the same partner closes, with what was typed there and not sent.
        """
        now = self._now()
        until = dt.datetime.combine(now.date() + dt.timedelta(weeks=weeks) + _DAY, dt.time(), dt.UTC)
        made = {partner_id: secrets.token_urlsafe(32) for partner_id in partner_ids}
        new = [
            Invitation.model_validate({
                "partner_id": partner_id, "token_hash": hashed(token), "questions": tuple(PARTS), "language": language,
                "created_on": now.date(), "expires_at": until,
            })
            for partner_id, token in made.items()
        ]  # fmt: skip
        self.withdraw(made)
        self._workspace.invitations.save_all(new)
        return made

    def list(self) -> Sequence[Invitation]:
        """Return all links, newest last."""
        return self._workspace.invitations.list()

    def withdraw(self, partner_ids: Iterable[str]) -> None:
        """Close the open links of partners for good, with what was typed there and not sent."""
        i, now = table("invitations"), self._now()
        here = i.c.partner_id.in_(list(partner_ids)) & i.c.withdrawn_at.is_(None)
        with self._database.write() as connection:
            for token_hash in connection.execute(select(i.c.token_hash).where(here)).scalars().all():
                retire(connection, token_hash, is_withdrawn=True)
            values = {"withdrawn_at": now, "draft": "", "revision": i.c.revision + 1}
            connection.execute(update(i).where(here).values(**values))

    def forget_drafts(self) -> None:
        """Take away what was typed and not sent behind links that open no more."""
        i = table("invitations")
        over = (i.c.expires_at <= self._now()) & (i.c.draft != "")
        with self._database.read() as connection:
            is_there = connection.execute(select(i.c.id).where(over)).first()
        if is_there:
            with self._database.write() as connection:
                connection.execute(update(i).where(over).values(draft=""))

    def open(self, token: str) -> OpenedForm | None:
        """Return what a token opens. Only reads: who opens a link may be a program that looks at mail."""
        with self._database.read() as connection:
            found = self._invitation(connection, token)
        if found is None:
            return None
        name = next((row.name for row in self._workspace.versions.rows() if row.partner_id == found.partner_id), "")
        return OpenedForm(found, name, _unsealed(found, token)) if name else None

    def form(self, opened: OpenedForm, places: Sequence[str], t: Texts) -> QuestionForm:
        """Return the form behind an open link; one that was never typed in opens with what was answered before."""
        museum = self._workspace.museum()
        own = self._workspace.own_answers.list()
        ours = {one.question: worded(one.question, Said(one.codes, one.answer), t) for one in own
                if one.question in PARTS}  # fmt: skip
        draft = opened.draft or Draft(self._before(opened.invitation.partner_id))
        return QuestionForm(
            opened.invitation.partner_id, opened.name, museum.name, opened.invitation.created_on, museum.vision, ours,
            self._workspace.retention()["questions"], (opened.invitation.expires_at - _DAY).date(),
            [part for part in opened.invitation.questions if part in PARTS], draft.said, draft.is_sent,
            was_sent=opened.invitation.sent_at is not None, is_begun=bool(opened.draft and opened.draft.said),
            places=tuple(places), back=self._back() if opened.invitation.sent_at else None,
        )  # fmt: skip

    def _back(self) -> tuple[str, str] | None:
        """Return what was learnt and will be done, where the museum shows it."""
        back = self._workspace.page_back.find("page_back")
        return (back.learnt, back.doing) if back and back.is_shown else None

    def _before(self, partner_id: str) -> dict[str, Said]:
        """Return what a partner answered in earlier years: "is this still right?"."""
        kept = self._workspace.questions.list(partner_id=partner_id)
        return {q.question: Said(q.codes, q.answer) for q in kept if q.answered_on and q.question in PARTS}

    def keep_draft(self, token: str, answers: object) -> bool:
        """Keep what was typed (part -> codes and words), for who has the token alone; tell whether the link opens."""
        with self._database.write() as connection:
            found = self._invitation(connection, token)
            if found is None:
                return False
            said, _ = from_json(answers, found.questions)
            self._seal(connection, found, token, Draft(said))
        return True

    def send(self, token: str, answers: object) -> bool:
        """Let answers wait to be looked at; tell whether the link opens.

        Until somebody looked, they take the place of what was sent through this link before.
        """
        with self._database.write() as connection:
            found = self._invitation(connection, token)
            if found is None:
                return False
            said, faults = from_json(answers, found.questions)
            unread: dict[str, list[str]] = {}
            for fault in faults:
                unread.setdefault(fault.part, []).append(fault.value)
            self._receive(connection, found, to_json(said), unread)
            self._seal(connection, found, token, Draft(said, is_sent=True), sent_at=self._now())
        return True

    def wipe(self, token: str) -> bool:
        """Take away all that came through a link; tell whether it opens.

        What the museum kept meanwhile is not ours to change unseen: that waits as taken back.
        """
        with self._database.write() as connection:
            found = self._invitation(connection, token)
            if found is None:
                return False
            self._receive(connection, found, {}, {})
            self._seal(connection, found, token, Draft({}), sent_at=None)
        return True

    def _invitation(self, connection: Connection, token: str) -> Invitation | None:
        wanted = hashed(token)
        row = connection.execute(_by_hash(), {"wanted": wanted}).mappings().first()
        found = Invitation.model_validate(dict(row)) if row else None
        same = hmac.compare_digest(found.token_hash if found else "0" * 64, wanted)
        if found is None or not same or found.withdrawn_at or self._now() >= found.expires_at:
            return None
        return found

    def _receive(
        self, connection: Connection, found: Invitation, said: dict[str, Any], unread: Mapping[str, Any]
    ) -> None:
        r = table("responses")
        rows = connection.execute(_sent_before(), {"partner": found.partner_id}).mappings().all()
        records = [one for one in (ResponseRecord.model_validate(dict(row)) for row in rows)
                   if one.id.startswith(f"{found.id}:")]  # fmt: skip
        if records and (records[-1].said, records[-1].state) == (said, "waiting"):
            return
        # What nobody looked at, or was not kept, is the partner's to take away.
        gone = [one.id for one in records if one.state != "kept"]
        if gone:
            connection.execute(delete(r).where(r.c.id.in_(gone)))
        kept = [one for one in records if one.state == "kept"]
        is_wiped = bool({part for one in kept for part in one.said} - said.keys())
        if (kept and kept[-1].said == said) or not (said or is_wiped):
            return
        number = int(records[-1].id.rpartition(":")[2]) + 1 if records else 1
        today = self._now().date()
        new = ResponseRecord(
            id=f"{found.id}:{number:04d}", revision=1, changed_at=self._now(), partner_id=found.partner_id, way="link",
            received_on=today, made_on=found.created_on, given_on=today, is_wiped=is_wiped, said=said,
            unread=dict(unread),
        )  # fmt: skip
        connection.execute(insert(r), columns_of(new))

    def _seal(self, connection: Connection, found: Invitation, token: str, draft: Draft, **values: object) -> None:
        sealed = _sealed(found.id, token, {"said": to_json(draft.said), "is_sent": draft.is_sent})
        given = {"draft": sealed, **values}
        connection.execute(_change(frozenset(given)), {"here": found.id, **given})


# Worded once, and not anew for each partner: that takes longer than the database does.
@cache
def _by_hash() -> Select[Any]:
    """Return how a link is found by its hash, unless it was retired or its partner was erased."""
    i, r, stones = table("invitations"), table("retired_links"), table("tombstones")
    is_closed = exists().where(r.c.token_hash == i.c.token_hash) | exists().where(stones.c.partner_id == i.c.partner_id)
    return select(i).where((i.c.token_hash == bindparam("wanted")) & ~is_closed)


@cache
def _sent_before() -> Select[Any]:
    r = table("responses")
    return select(r).where((r.c.partner_id == bindparam("partner")) & (r.c.way == "link")).order_by(r.c.id)


@cache
def _change(columns: Collection[str]) -> Update:
    i = table("invitations")
    return update(i).where(i.c.id == bindparam("here")).values({name: bindparam(name) for name in sorted(columns)})


def _key(token: str) -> bytes:
    """Return the key of what is typed behind a link: the hash that is kept does not lead to it."""
    return hmac.digest(token.encode("utf-8", "surrogatepass"), b"draft", "sha256")


def _sealed(record_id: str, token: str, content: object) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b64encode(nonce + AESGCM(_key(token)).encrypt(nonce, data, record_id.encode())).decode()


def _unsealed(found: Invitation, token: str) -> Draft | None:
    """Return what is sealed in an invitation; None for nothing, and for what somebody else put there."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not found.draft:
        return None
    try:
        raw = base64.b64decode(found.draft)
        kept = json.loads(AESGCM(_key(token)).decrypt(raw[:12], raw[12:], found.id.encode()))
    except (InvalidTag, ValueError):
        return None
    return Draft(from_json(kept["said"], found.questions)[0], kept["is_sent"])
