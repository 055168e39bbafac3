"""One look at a workspace asks once what changed; what did not is not read again, and what did always is."""

import pytest
from sqlalchemy import event

from regional.workspace import Action, Missing
from regional.workspace.memory import one_look

ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
ROWS = [{"naam": "Bakkerij Zonnewende", "plaats": "Kerkrade"}, {"naam": "Studio Zuid"}]


@pytest.fixture
def asked(ws):
    """The statements that the workspace was asked."""
    said = []
    event.listen(ws.database.engine, "before_execute", lambda _, statement, *__: said.append(statement))
    return said


def everything(ws):
    """Read every table that pages read, twice and in other ways."""
    found = [ws.actions.list(), ws.actions.list(title="Bel"), ws.questions.list(), ws.museum(), ws.retention()]
    version = ws.versions.newest()
    return [*found, version, ws.versions.list(), version and ws.versions.rows(version.number), ws.versions.rows()]


@ONE
def test_a_look_where_nothing_changed_is_one_statement(ws, asked):
    ws.versions.keep(ROWS, "Import")
    ws.actions.add(Action(title="Bel"))
    with one_look():
        first = everything(ws)
    asked.clear()
    with one_look():
        assert everything(ws) == first
    assert len(asked) == 1


@ONE
def test_a_table_that_changed_is_read_once_and_no_other(ws, asked):
    with one_look():
        everything(ws)
    ws.actions.add(Action(title="Bel"))
    asked.clear()
    with one_look():
        assert [action.title for action in everything(ws)[1]] == ["Bel"]
    assert len(asked) == 2


def test_what_another_editor_changed_is_seen_at_the_next_look(ws, opened, url):
    other = opened(url)
    with one_look():
        assert everything(ws)[0] == ()
        action = other.actions.add(Action(title="Bel"))
        other.versions.keep(ROWS, "Import")
    with one_look():
        assert ws.actions.list() == (action,)
        assert [row.name for row in ws.versions.rows()] == [row["naam"] for row in ROWS]
        other.actions.save(action.changed(owner="Noor"))
    with one_look():
        assert ws.actions.get(action.id).owner == "Noor"


@ONE
def test_what_one_changes_oneself_is_seen_at_once(ws):
    with one_look():
        assert ws.actions.list() == ()
        action = ws.actions.add(Action(title="Bel"))
        assert ws.actions.list() == (action,)
        ws.actions.delete(action.id)
        assert ws.actions.find(action.id) is None


@ONE
def test_a_list_finds_the_same_within_a_look_as_outside(ws):
    for title, owner, partner in (("Bel", "Noor", "p1"), ("bel", "", None), ("Schrijf", "Noor", None)):
        ws.actions.add(Action(title=title, owner=owner, partner_id=partner))
    for where in ({"owner": "Noor"}, {"title": "Bel"}, {"partner_id": None}, {"partner_id": "p1", "owner": "Noor"}):
        outside = ws.actions.list(**where)
        with one_look():
            assert ws.actions.list(**where) == outside != ()


@ONE
def test_nothing_of_an_erased_partner_stays_in_memory_here_or_with_another_editor(ws, opened, url):
    ws.versions.keep(ROWS, "Import")
    other = opened(url)
    for one in (ws, other):
        with one_look():
            everything(one)
    (gone,) = [row.partner_id for row in ws.versions.rows() if row.name == ROWS[0]["naam"]]
    ws.erase(gone)
    with one_look():
        other.museum()
    assert all("Zonnewende" not in repr(one.database.memory.__dict__) for one in (ws, other))


@ONE
def test_a_version_that_another_editor_let_go_of_during_a_look_is_missing_not_empty(ws, opened, url):
    first = ws.versions.keep(ROWS, "Import")
    ws.versions.keep(ROWS[:1], "Nog een")
    with one_look():
        ws.versions.list()
        opened(url).versions.discard(first.number)
        with pytest.raises(Missing):
            ws.versions.rows(first.number)
