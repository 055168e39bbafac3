"""What links open is read from memory where nothing changed, and visits are counted without anybody waiting."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import event

from regional.publishing.links import hashed, new_link
from regional.publishing.publication import from_json
from regional.publishing.reader import Reader
from regional.publishing.store import WorkspaceStore, expires
from regional.publishing.visits import Visits
from regional.texts import Message
from regional.workspace.errors import WorkspaceError
from regional.workspace.workspace import open_workspace

FIXTURE = Path(__file__).parent / "fixtures/publication-1.json"
PUBLICATION = from_json(FIXTURE.read_text(encoding="utf-8").strip())
LATER = dt.date.today() + dt.timedelta(days=30)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def workspace(tmp_path):
    made = open_workspace(f"sqlite:///{tmp_path.as_posix()}/kept.db")
    yield made
    made.close()


@pytest.fixture
def store(workspace):
    return WorkspaceStore(workspace)


@pytest.fixture
def reader(store):
    return Reader(lambda: store, Clock())


def linked(store, until=LATER):
    return new_link(store, store.freeze(PUBLICATION, until).id, expires(until))


def shown(reader, token):
    reader.refresh()
    opened = reader.opened(token)
    return reader.shared(opened) if opened else None


@pytest.fixture
def asked(workspace):
    """The statements that reach the database."""
    seen = []
    event.listen(workspace.database.engine, "after_cursor_execute", lambda *args: seen.append(args[2]))
    return seen


def test_a_publication_is_read_once_however_many_look_at_it(reader, store, asked):
    token = linked(store)
    asked.clear()
    assert {shown(reader, token).publication.digest for _ in range(5)} == {PUBLICATION.digest}
    assert len([statement for statement in asked if "payload" in statement]) == 1


def test_a_guess_a_mistype_and_a_closed_link_ask_the_database_the_same(reader, store, asked):
    withdrawn, expired = linked(store), linked(store, dt.date.today() - dt.timedelta(days=2))
    store.withdraw(hashed(withdrawn))
    seen = []
    for token in (withdrawn, expired, "A" * 43, "", "\ud800", linked(store)[:-1]):
        asked.clear()
        assert shown(reader, token) is None
        seen.append(tuple(asked))
    assert len(set(seen)) == 1
    assert not [statement for statement in seen[0] if "payload" in statement]


def test_what_changed_is_read_anew(reader, workspace, store):
    token = linked(store)
    assert shown(reader, token)
    record = store.records()[0]
    workspace.publications.save(record.changed(payload={"altered": True}))
    assert shown(reader, token) is None
    workspace.publications.save(store.records()[0].changed(payload=record.payload))
    assert shown(reader, token).publication == PUBLICATION


def test_what_changed_without_telling_is_read_anew_within_a_minute(store, workspace):
    clock = Clock()
    reader, token = Reader(lambda: store, clock), linked(store)
    assert shown(reader, token)
    table = workspace.publications.table
    with workspace.database.write() as connection:
        connection.execute(table.update().values(payload={"altered": True}))
    assert shown(reader, token)
    clock.now = 61
    assert shown(reader, token) is None


def test_a_withdrawn_link_closes_and_one_that_expires_does_too(reader, store):
    token = linked(store)
    assert shown(reader, token)
    store.withdraw(hashed(token))
    assert shown(reader, token) is None


def test_where_no_links_are_served_nothing_opens():
    assert shown(Reader(lambda: None), "A" * 43) is None


def test_a_publication_that_is_gone_opens_nothing(reader, store, workspace):
    token = linked(store)
    reader.refresh()
    opened = reader.opened(token)
    with workspace.database.write() as connection:
        connection.execute(workspace.publications.table.delete())
    assert reader.shared(opened) is None


def test_with_a_busy_writer_a_link_opens_at_once_and_the_visit_is_counted_later(reader, store, tmp_path):
    token = linked(store)
    visits = Visits(lambda: store, again=0.01)
    writer = sqlite3.connect(tmp_path / "kept.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        visits.add(hashed(token))
        assert shown(reader, token).publication == PUBLICATION
        assert store.list()[0].visits == 0
    finally:
        writer.execute("ROLLBACK")
        writer.close()
    visits.settle(20)
    assert store.list()[0].visits == 1


class Full:
    """A database on a disk that has no room for a while."""

    def __init__(self, refusals):
        self.refusals, self.counted = refusals, {}

    def count_visits(self, counted):
        if self.refusals:
            self.refusals -= 1
            raise WorkspaceError(Message.of("The disk is full. Make room and try again; nothing was lost."))
        for token_hash, times in counted.items():
            self.counted[token_hash] = self.counted.get(token_hash, 0) + times


def test_no_visit_is_lost_while_the_disk_is_full():
    disk = Full(refusals=3)
    visits = Visits(lambda: disk, again=0.01)
    threads = [threading.Thread(target=visits.add, args=(name,)) for name in "aab" * 8]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    visits.settle(20)
    assert disk.counted == {"a": 16, "b": 8}
