"""The page In conversation: what is typed is kept, faults stand beside the field, nobody overwrites another."""

import datetime as dt

from regional.ui.forms import widget_key
from regional.workspace.records import Action
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_pages import opened, words

PARTNER = "Gemeente Mergelrade"


OPEN = ("talk_note", "talk_vision", "talk_everybody")


def page():
    """The page with its parts open."""
    return with_open(opened("in_gesprek"))


def with_open(test):
    """Open the parts of the page that are closed at first."""
    for name in OPEN:
        test.session_state[name] = True
    return test.run()


def space(test) -> Workspace:
    return test.session_state["workspace_of_this_window"]


def field(test, kind, name):
    """The one field of the form for a new conversation, or of the vision."""
    return next(w for w in test.get(kind) if str(w.key).endswith(f"_{name}"))


def submit(test, form="talk_"):
    button = next(b for b in test.button if form in str(b.key) or form in str(getattr(b, "form_id", "")))
    return button.click().run()


def noted():
    test = page()
    field(test, "date_input", "0_day").set_value(dt.date(2026, 11, 2))
    field(test, "selectbox", "0_stage").set_value("policy")
    field(test, "text_area", "0_notes").set_value("We gaan samen kijken.")
    field(test, "text_input", "0_next_step").set_value("Koffie")
    field(test, "date_input", "0_next_on").set_value(dt.date(2027, 1, 5))
    return submit(test)


def test_who_is_not_ranked_but_grouped_by_how_to_begin():
    assert "### Laten zien wat we doen" in words(page())


def test_the_page_begins_with_whom_to_talk_and_why_and_a_click_opens_the_form_filled_in():
    test = opened("in_gesprek")
    told = words(test)
    assert "Zinkwitfonds Parkstad" in told
    assert "Werkt in Beekdaelen" in told
    assert not test.date_input
    cards = [button for button in test.button if str(button.key).startswith("now_")]
    assert 1 < len(cards) <= 4
    cards[0].click().run()
    assert test.selectbox(key="talk_with").value == "Zinkwitfonds Parkstad"
    assert field(test, "date_input", "0_day").value == dt.date.today()
    assert "wilt u ons voorstellen?" in field(test, "text_area", "0_notes").value
    submit(test)
    (talk,) = space(test).conversations.list()
    assert talk.day == dt.date.today()
    assert "Zinkwitfonds Parkstad" not in [m.value.removeprefix("### ") for m in test.markdown]


def test_a_conversation_is_kept_with_its_next_step_in_the_agenda():
    test = noted()
    (talk,) = space(test).conversations.list()
    assert (talk.stage, talk.notes) == ("policy", "We gaan samen kijken.")
    assert "5 januari 2027: Koffie – Gemeente Mergelrade" in words(test).replace("\\", "")


def test_a_conversation_that_was_removed_can_be_put_back():
    test = noted()
    (talk,) = space(test).conversations.list()
    test.session_state[f"talk_{talk.id}"] = True
    test.run().button(key=f"remove_{talk.id}").click().run()
    assert not space(test).conversations.list()
    test.button(key="put_back").click().run()
    assert [one.notes for one in space(test).conversations.list()] == ["We gaan samen kijken."]


def test_the_form_is_empty_for_the_next_conversation():
    assert field(noted(), "text_area", "1_notes").value == ""


def test_a_conversation_without_a_date_is_told_beside_the_field_and_nothing_typed_is_lost():
    test = page()
    field(test, "text_area", "0_notes").set_value("Lang verhaal")
    submit(test)
    assert any("Dit is geen datum" in error.value or "Vul dit in" in error.value for error in test.error)
    assert field(test, "text_area", "0_notes").value == "Lang verhaal"
    assert not space(test).conversations.list()


def test_two_who_write_the_vision_at_once_see_both_and_choose():
    test = page()
    museums = space(test).museums
    field(test, "text_area", "0_vision").set_value("Van mij")
    museums.save(space(test).museum().changed(vision="Van een ander"))
    submit(test, "vision")
    assert any("ander" in warning.value for warning in test.warning)
    test.button(key="vision_mine").click().run()
    assert space(test).museum().vision == "Van mij"


def test_taking_theirs_leaves_what_stood_there():
    test = page()
    field(test, "text_area", "0_vision").set_value("Van mij")
    space(test).museums.save(space(test).museum().changed(vision="Van een ander"))
    submit(test, "vision")
    test.button(key="vision_theirs").click().run()
    assert space(test).museum().vision == "Van een ander"


def test_each_visitor_without_a_kept_workspace_is_alone_and_told_so():
    first, second = noted(), page()
    assert not space(second).conversations.list()
    assert any("tot u dit venster sluit" in caption.value for caption in first.caption)


def test_keys_of_fields_begin_anew():
    assert widget_key("some_form", "day") == "some_form_0_day"


def own_list():
    from tests.ui.test_ui_list import LIST
    from tests.ui.test_ui_own_list import with_list

    test = with_list(LIST)
    return with_open(test.switch_page("pages/in_gesprek.py").run())


def talked(test, day, stage):
    box = next(w for w in test.date_input if str(w.key).endswith("_day"))
    box.set_value(day)
    next(w for w in test.selectbox if str(w.key).endswith("_stage")).set_value(stage)
    return submit(test)


def test_the_list_knows_where_a_partner_stands_after_a_conversation():
    test = talked(own_list(), dt.date(2026, 11, 2), "policy")
    cells = space(test).versions.rows()[0].cells
    assert (cells["fase"], cells["laatste_gesprek"]) == ("policy", "2026-11-02")


def test_an_older_conversation_noted_later_does_not_go_before_the_last():
    test = talked(own_list(), dt.date(2026, 11, 2), "policy")
    talked(test, dt.date(2025, 1, 1), "not_yet")
    assert space(test).versions.rows()[0].cells["fase"] == "policy"


def test_what_is_due_stands_on_the_overview():
    test = page()
    space(test).actions.add(Action(title="Bel de bieb", due=dt.date.today() - dt.timedelta(days=2)))
    test.switch_page("pages/overzicht.py").run()
    assert "(te laat): Bel de bieb" in words(test).replace("\\", "")


def test_an_overview_with_nothing_due_says_nothing_of_it():
    assert "Wat er moet gebeuren" not in words(opened("overzicht"))


def test_what_looks_like_a_person_is_asked_about_before_a_conversation_is_kept():
    test = page()
    field(test, "date_input", "0_day").set_value(dt.date(2026, 11, 2))
    field(test, "text_area", "0_notes").set_value("Gesproken met mw. Jansen, 06-12345678")
    submit(test)
    assert not space(test).conversations.list()
    assert any("Jansen" in warning.value for warning in test.warning)
    assert "mw. Jansen" in field(test, "text_area", "0_notes").value
    field(test, "checkbox", "persons_agreed").set_value(True)
    submit(test)
    assert len(space(test).conversations.list()) == 1
