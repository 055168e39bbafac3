"""Publications and their links in a museum's workspace.

One record is one publication and its link. Without a link (frozen for files alone, or not yet linked) its
``token_hash`` is a placeholder that is the hash of no token.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import select

from regional.publishing.comparison import compare
from regional.publishing.links import Link, Opened, open_link
from regional.publishing.publication import Both, ChangedError, Publication, from_json
from regional.workspace.errors import Missing
from regional.workspace.links import retire
from regional.workspace.records import UNLINKED, PublicationRecord
from regional.workspace.stored import new_id

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from regional.workspace.workspace import Workspace

SCHEMA: Literal["partnerspiegel.shared/1"] = "partnerspiegel.shared/1"
_DAY = dt.timedelta(days=1)


class Shared(BaseModel):
    """What a link shows: a publication, and what was new in it since the one of ``since`` when it was frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["partnerspiegel.shared/1"] = Field(SCHEMA, alias="schema")
    publication: Publication
    since: dt.date | None = None
    news: tuple[Both, ...] = ()


class WorkspaceStore:
    """The publications of one workspace; a PublicationStore (see regional.publishing.links)."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def freeze(
        self, publication: Publication, expires_on: dt.date, earlier: Publication | None = None
    ) -> PublicationRecord:
        """Keep a publication for good, without a link as yet, and return its record.

        Parameters
        ----------
        expires_on : the last day (UTC) on which a link will open it.
        earlier : what it is compared with; the differences are frozen along.
        """
        news = tuple(compare(earlier, publication)) if earlier else ()
        shared = Shared(publication=publication, since=earlier.made if earlier else None, news=news)
        record_id = new_id()
        return self._workspace.publications.add(
            PublicationRecord(
                id=record_id,
                token_hash=UNLINKED + record_id,
                title=publication.frame.title,
                payload=json.loads(shared.model_dump_json(by_alias=True)),
                created_on=publication.made,
                expires_on=expires_on,
            )
        )

    def forget_words(self, record: PublicationRecord) -> None:
        """Take away what was typed around a publication, and its link; Conflict where it changed in between."""
        self._workspace.publications.delete(record.id, record.revision)

    def records(self) -> Sequence[PublicationRecord]:
        """Return all publications, newest first."""
        return tuple(reversed(self._workspace.publications.list()))

    def add(self, link: Link) -> None:
        """Give a publication this link; an earlier one of it opens no more. Missing where it is not (or withdrawn)."""
        p = self._workspace.publications.table
        here = (p.c.id == link.publication_id) & p.c.withdrawn_at.is_(None)
        values = {"token_hash": link.token_hash, "expires_on": _last_day(link.expires), "revision": p.c.revision + 1}
        with self._workspace.database.write() as connection:
            earlier = connection.execute(select(p.c.token_hash).where(here)).scalar_one_or_none()
            if earlier is None:
                raise Missing
            connection.execute(p.update().where(here).values(**values))
            retire(connection, earlier, is_withdrawn=False)

    def by_hash(self, token_hash: str) -> Link | None:
        """Return the link with this hash, None where there is none.

        Only the link is read, never what it opens: a refusal takes as long for every token.
        """
        return next(iter(self._links(self._workspace.publications.table.c.token_hash == token_hash)), None)

    def list(self) -> Sequence[Link]:
        """Return all links, newest last; what they open is not read."""
        return self._links(self._workspace.publications.table.c.token_hash.not_like(f"{UNLINKED}%"))

    def _links(self, where: ColumnElement[bool]) -> Sequence[Link]:
        p = self._workspace.publications.table
        wanted = select(p.c.token_hash, p.c.id, p.c.expires_on, p.c.withdrawn_at, p.c.visits, p.c.revision).where(where)
        with self._workspace.database.read() as connection:
            found = connection.execute(wanted.order_by(p.c.created_on, p.c.id)).all()
        return tuple(
            Link(r.token_hash, r.id, expires(r.expires_on), r.withdrawn_at is not None, r.visits, r.revision)
            for r in found
        )

    def withdraw(self, token_hash: str) -> None:
        """Close a link for good; nothing happens where there is none, or where it was closed before."""
        p = self._workspace.publications.table
        here = (p.c.token_hash == token_hash) & p.c.withdrawn_at.is_(None)
        values = {"withdrawn_at": dt.datetime.now(dt.UTC), "revision": p.c.revision + 1}
        with self._workspace.database.write() as connection:
            if connection.execute(p.update().where(here).values(**values)).rowcount:
                retire(connection, token_hash, is_withdrawn=True)

    def count_visits(self, counted: Mapping[str, int]) -> None:
        """Add visits (hash -> how many), in one step; WorkspaceError where they cannot be kept now."""
        table = self._workspace.publications.table
        with self._workspace.database.write() as connection:
            for token_hash, times in counted.items():
                here = table.c.token_hash == token_hash
                connection.execute(table.update().where(here).values(visits=table.c.visits + times))

    def open(self, token: str, now: dt.datetime) -> Shared | None:
        """Return what ``token`` opens; None alike where nothing may be seen, or what is kept was altered."""
        opened = open_link(self, token, now)
        return self.shared(opened) if opened else None

    def shared(self, opened: Opened) -> Shared | None:
        """Return what a link that opens shows; None where it is gone, or what is kept was altered."""
        try:
            return read(self._workspace.publications.get(opened.publication_id))
        except Missing:
            return None


def read(record: PublicationRecord) -> Shared | None:
    """Return what a record holds; None where it is no publication, or no longer what was published."""
    try:
        shared = Shared.model_validate_json(json.dumps(record.payload))
        from_json(shared.publication.to_json())
    except (ValidationError, ChangedError):
        return None
    return shared


def has_link(record: PublicationRecord) -> bool:
    """Tell whether a link was ever made for a publication."""
    return not record.token_hash.startswith(UNLINKED)


def is_open(record: PublicationRecord, now: dt.datetime) -> bool:
    """Tell whether the link of a publication opens it now."""
    link = _link(record)
    return has_link(record) and not link.withdrawn and now < link.expires


def expires(last_day: dt.date | None) -> dt.datetime:
    """Return the moment (UTC) at which the last day is over; the end of time where there is none."""
    if last_day is None:
        return dt.datetime.max.replace(tzinfo=dt.UTC)
    return dt.datetime.combine(last_day + _DAY, dt.time(), dt.UTC)


def _last_day(moment: dt.datetime) -> dt.date:
    return (moment.astimezone(dt.UTC) - dt.timedelta(microseconds=1)).date()


def _link(record: PublicationRecord) -> Link:
    withdrawn = record.withdrawn_at is not None
    return Link(record.token_hash, record.id, expires(record.expires_on), withdrawn, record.visits)
