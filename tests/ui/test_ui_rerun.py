"""One rerun asks once who is there and what is kept, on every page."""

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from streamlit.testing.v1 import AppTest

from regional.access import Access, Mode
from regional.ui import access, museum
from regional.workspace import Action
from regional.workspace.workspace import open_workspace
from tests.ui.test_ui_pages import PAGES, ROOT


@pytest.fixture
def counted(monkeypatch):
    """What was asked: who is there, and each statement to the database; the visitor is an editor."""
    asked = {"access": 0, "sql": []}

    def mode(*_):
        asked["access"] += 1
        return Access(Mode.SIGNED_IN, role="editor", email="ed@museum.example")

    def note(_connection, statement, *_):
        asked["sql"].append(str(statement))

    monkeypatch.setattr(access, "mode", mode)
    event.listen(Engine, "before_execute", note)
    museum.kept.clear()
    yield asked
    event.remove(Engine, "before_execute", note)
    museum.kept.clear()


@pytest.fixture
def test_app():
    return AppTest.from_file(ROOT / "app.py", default_timeout=30)


def rerun(test, asked):
    asked["access"], asked["sql"] = 0, []
    assert not test.run().exception
    return test


def test_a_rerun_asks_once_who_is_there_and_once_whether_anything_changed(counted, test_app):
    for page in PAGES:
        rerun(test_app.switch_page(f"pages/{page}.py"), counted)
        rerun(test_app, counted)
        assert (page, counted["access"], len(counted["sql"])) == (page, 1, 1)


def test_where_one_table_changed_that_table_alone_is_read_and_the_change_is_seen(counted, test_app):
    test = rerun(test_app.switch_page("pages/plan_van_aanpak.py"), counted)
    other = open_workspace()
    other.actions.add(Action(title="Bel de bibliotheek"))
    other.close()
    rerun(test, counted)
    assert len(counted["sql"]) == 2
    assert "actions" in counted["sql"][1]
    assert "Bel de bibliotheek" in repr(test.main)
