"""The page Action plan: steps know how far they are, goals and actions are kept, a frozen year stays as it was."""

import datetime as dt

from regional.workspace.records import Action, Conversation, Goal, Museum
from tests.ui.test_ui_pages import opened, words
from tests.ui.test_ui_talks import field, space, submit


def page(part="Vijf principes", **open_boxes):
    """The page with one of its parts open."""
    test = opened("plan_van_aanpak")
    test.session_state["plan_nl"] = part
    for name in open_boxes:
        test.session_state[name] = True
    return test.run()


def label(test, start):
    return next(box.label for box in test.expander if box.label.startswith(start))


def test_steps_know_how_far_they_are_by_the_data():
    test = page()
    assert label(test, "Weten waar onze partners zitten").endswith("(gedaan)")
    assert label(test, "Onze eigen lijst").endswith("(nog niet)")


def test_what_is_kept_moves_the_plan():
    test = page()
    space(test).museums.save(Museum(vision="Wij zijn er voor iedereen"))
    space(test).conversations.add(Conversation(partner_id="a", day=dt.date.today()))
    test.run()
    assert label(test, "Onze eigen visie").endswith("(gedaan)")
    assert label(test, "In gesprek gaan").endswith("(begonnen)")


def test_the_page_begins_with_what_to_do_next_and_draws_no_empty_agenda():
    test = opened("plan_van_aanpak")
    assert "Van de 15 stappen zijn er 3 gedaan" in words(test)
    assert [link.proto.label for link in test.get("page_link")][:1] == ["Onze eigen lijst van partners inlezen"]
    assert "Agenda" not in words(test)


def test_what_stands_out_is_put_in_the_plan_by_one_click_and_offered_no_more():
    test = page("Acties")
    offered = [button.key for button in test.button if str(button.key).startswith("plan_agree_")]
    assert "plan_agree_0" in offered
    test.button(key="plan_agree_0").click().run()
    (action,) = space(test).actions.list()
    assert "Beekdaelen" in action.title
    assert action.title in [text.value for text in test.text_input]
    left = [button.key for button in test.button if str(button.key).startswith("plan_agree_")]
    assert left == [key for key in offered if key != "plan_agree_0"]


def test_a_step_can_be_ticked_by_hand_with_evidence():
    test = page(step_share=True)
    field(test, "date_input", "0_done_on").set_value(dt.date(2026, 10, 1))
    field(test, "text_area", "0_evidence").set_value("Besproken in de raad")
    submit(test, "tick_share")
    (tick,) = space(test).steps.list()
    assert (tick.step, tick.evidence) == ("share", "Besproken in de raad")
    assert label(test, "De spiegel delen").endswith("met de hand aangevinkt)")


def test_a_goal_is_kept():
    test = page("Doelen", goal_new=True)
    field(test, "text_input", "0_title").set_value("Drie partners voor jongeren")
    field(test, "number_input", "0_year").set_value(2028)
    submit(test, "goal_new")
    (goal,) = space(test).goals.list()
    assert (goal.title, goal.year) == ("Drie partners voor jongeren", 2028)
    assert label(test, "Drie partners").endswith("(2028)")


def test_a_goal_without_words_is_told_beside_the_field():
    test = submit(page("Doelen", goal_new=True), "goal_new")
    assert any("Vul dit in" in error.value for error in test.error)
    assert not space(test).goals.list()


def test_an_action_stands_in_the_agenda_until_it_is_done():
    test = page("Acties")
    action = space(test).actions.add(Action(title="Oproep plaatsen", due=dt.date(2027, 2, 1)))
    assert "1 februari 2027: Oproep plaatsen" in words(test.run()).replace("\\", "")
    space(test).actions.save(action.changed(done_on=dt.date(2027, 1, 1)))
    assert "1 februari 2027: Oproep plaatsen" not in words(test.run()).replace("\\", "")


def test_what_is_removed_is_gone_and_can_be_put_back():
    test = page("Doelen")
    goal = space(test).goals.add(Goal(title="Weg ermee"))
    test.session_state[f"goal_{goal.id}"] = True
    test.run().button(key=f"remove_goal_{goal.id}").click().run()
    assert not space(test).goals.list()
    test.button(key="put_back").click().run()
    assert [one.title for one in space(test).goals.list()] == ["Weg ermee"]
    assert "put_back" not in {button.key for button in test.button}


def test_what_was_removed_does_not_come_back_after_another_editor_erased_a_partner():
    test = page("Doelen")
    kept = space(test)
    goal = kept.goals.add(Goal(title="Meer met De Kring"))
    test.session_state[f"goal_{goal.id}"] = True
    test.run().button(key=f"remove_goal_{goal.id}").click().run()
    kept.versions.keep([{"naam": "De Kring", "plaats": "Heerlen"}], "lijst")
    kept.erase(kept.versions.rows()[0].partner_id)
    test.button(key="put_back").click().run()
    assert not space(test).goals.list()
    assert any("overal verwijderd" in toast.value for toast in test.toast)


def test_a_frozen_year_keeps_the_mirror_of_that_day():
    test = page("Terugkijken op het jaar", review_new=True)
    field(test, "number_input", "0_year").set_value(2025)
    submit(test, "review")
    (review,) = space(test).reviews.list()
    assert review.frozen["mirror"]["partners"]["n"] == 62
    test.session_state[f"review_{review.id}"] = True
    assert "62 partners" in words(test.run()).replace("\\", "")
