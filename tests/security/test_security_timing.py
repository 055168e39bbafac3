"""Who tries a link learns nothing from what the server does: the same steps for every link that does not open."""

from __future__ import annotations

import datetime as dt
import hmac
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from regional.publishing import links
from regional.publishing.links import hashed, new_link
from regional.publishing.publication import from_json
from regional.publishing.store import WorkspaceStore, expires
from regional.workspace.workspace import open_workspace

ROOT = Path(__file__).parents[2]
PUBLICATION = from_json((ROOT / "tests/publishing/fixtures/publication-1.json").read_text(encoding="utf-8").strip())
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    workspace = open_workspace(f"sqlite:///{tmp_path_factory.mktemp('timing').as_posix()}/kept.db")
    yield WorkspaceStore(workspace)
    workspace.close()


@pytest.fixture(scope="module")
def tokens(store):
    """Tokens by why they do not open, and one that does."""

    def link(until):
        return new_link(store, store.freeze(PUBLICATION, until).id, expires(until))

    today = dt.date.today()
    good, withdrawn = link(today + dt.timedelta(days=30)), link(today + dt.timedelta(days=30))
    store.withdraw(hashed(withdrawn))
    return {"good": good, "expired": link(today - dt.timedelta(days=2)), "withdrawn": withdrawn,
            "mistyped": good[:-1] + ("A" if good[-1] != "A" else "B"), "guessed": "A" * 43, "short": "x"}  # fmt: skip


@contextmanager
def statements(store):
    """Note every statement and how many rows of how many columns it brought."""
    seen, engine = [], store._workspace.database.engine

    def note(connection, cursor, statement, *_):
        seen.append((statement, len(cursor.description or ())))

    event.listen(engine, "after_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "after_cursor_execute", note)


REFUSED = ["expired", "withdrawn", "mistyped", "guessed", "short"]


def test_every_refused_link_asks_the_database_the_same(store, tokens):
    asked = {}
    for why in REFUSED:
        with statements(store) as seen:
            assert store.open(tokens[why], NOW) is None
        asked[why] = seen
    assert len({str(seen) for seen in asked.values()}) == 1
    assert [statement.split()[0] for statement, _ in asked["guessed"]] == ["BEGIN", "SELECT"]


@pytest.mark.parametrize("why", REFUSED)
def test_what_a_link_would_open_is_not_even_fetched_for_who_is_refused(store, tokens, why):
    with statements(store) as seen:
        store.open(tokens[why], NOW)
    assert not [statement for statement, _ in seen if "payload" in statement]


def test_a_link_that_opens_does_more(store, tokens):
    """The notes above do hear what is fetched."""
    with statements(store) as seen:
        assert store.open(tokens["good"], NOW) is not None
    assert [statement for statement, _ in seen if "payload" in statement]


@pytest.mark.parametrize("why", ["good", *REFUSED])
def test_hashes_are_compared_in_equal_time_for_all(store, tokens, why, monkeypatch):
    compared, equal = [], hmac.compare_digest
    monkeypatch.setattr(links.hmac, "compare_digest", lambda a, b: compared.append((len(a), len(b))) or equal(a, b))
    store.open(tokens[why], NOW)
    assert compared == [(64, 64)]
