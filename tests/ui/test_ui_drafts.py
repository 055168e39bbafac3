"""What is typed and not kept yet is there again: on another page, and after a restart."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from regional.access import Access, Mode
from regional.ui import access, museum
from regional.ui.partners import reading
from tests.ui.test_ui_pages import ROOT
from tests.ui.test_ui_talks import field, submit


@pytest.fixture
def visitor(monkeypatch):
    """Who is there, to be changed; each signs in, so that a museum keeps things."""
    who = {"email": "noor@museum.example"}
    monkeypatch.setattr(access, "mode", lambda *_: Access(Mode.SIGNED_IN, role="editor", **who))
    museum.kept.clear()
    yield who
    museum.kept.clear()


def opened(page):
    test = AppTest.from_file(ROOT / "app.py", default_timeout=30).switch_page(f"pages/{page}.py")
    test.session_state["talk_note"] = True
    return test.run()


def notes(test):
    return next(area for area in test.text_area if str(area.key).endswith("_notes")).value


@pytest.fixture
def typed(visitor):
    test = opened("in_gesprek")
    field(test, "text_area", "0_notes").set_value("Wij gaan samen kijken.").run()
    return test


def test_a_visit_to_another_page_loses_nothing(typed):
    assert notes(typed.switch_page("pages/spiegel.py").run().switch_page("pages/in_gesprek.py").run()) == (
        "Wij gaan samen kijken."
    )


def test_a_restart_loses_nothing_and_another_editor_does_not_see_it(typed, visitor):
    museum.kept.clear()
    assert notes(opened("in_gesprek")) == "Wij gaan samen kijken."
    visitor["email"] = "sam@museum.example"
    assert notes(opened("in_gesprek")) == ""


def test_what_is_kept_is_no_draft_any_more(typed):
    field(typed, "date_input", "0_day").set_value(dt.date(2026, 11, 2))
    submit(typed)
    assert museum.kept().drafts.list() == ()
    assert notes(opened("in_gesprek")) == ""


def was_read(test):
    """A long list is read beside the page."""
    if reading.JOB in test.session_state:
        assert test.session_state[reading.JOB].ended.wait(30)
    return test.run()


def test_what_is_thrown_away_is_gone(typed):
    next(button for button in typed.button if str(button.key).endswith("_throw")).click().run()
    assert museum.kept().drafts.list() == ()
    assert notes(typed) == ""


def test_the_text_for_the_board_is_there_after_a_restart(visitor):
    test = opened("delen")
    test.text_area(key="share_explanation").set_value("Wij begonnen laat.").run()
    museum.kept.clear()
    assert opened("delen").text_area(key="share_explanation").value == "Wij begonnen laat."


def test_what_looks_like_a_person_is_not_written_down_before_it_is_asked(typed):
    field(typed, "text_area", "0_notes").set_value("Bel mw. Jansen op 06-12345678.").run()
    assert [draft.typed["notes"] for draft in museum.kept().drafts.list()] == ["Wij gaan samen kijken."]
    assert notes(typed.switch_page("pages/spiegel.py").run().switch_page("pages/in_gesprek.py").run()) == (
        "Bel mw. Jansen op 06-12345678."
    )


@pytest.mark.parametrize("is_long", [False, True])
def test_what_a_list_leaves_open_is_asked_again_after_a_restart_without_what_was_of_persons(
    visitor, monkeypatch, is_long
):
    monkeypatch.setattr(reading, "LONG", 0 if is_long else reading.LONG)
    test = opened("onze_partners")
    data = b"naam;plaats;e-mail\nEen;Bergen;jan@een.example\nTwee;Bergen;\n"
    test.file_uploader(key="partner_file").upload("lijst.csv", data).run()
    was_read(test)
    museum.kept.clear()
    assert "jan@een" not in str(museum.kept().drafts.list())
    again = was_read(opened("onze_partners"))
    again.radio(key="asked:place:Bergen").set_value("GM0373")
    next(button for button in again.button if button.label == "Ja, dit klopt").click().run()
    was_read(again)
    assert [row.cells["gemeente"] for row in museum.kept().versions.rows()] == ["GM0373"] * 2
    assert len(museum.kept().versions.list()) == 1
