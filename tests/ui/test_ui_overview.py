"""The page Overview: findings as cards that open the next page filled in, what is known, and the way in."""

import datetime as dt

import pytest

from regional.ui.overview import welcome
from regional.workspace.records import Action, Museum
from tests.ui.test_ui_own_list import said, with_list
from tests.ui.test_ui_pages import opened, words
from tests.ui.test_ui_talks import space


def press(test, key):
    return test.button(key=key).click().run()


def test_a_card_is_headed_by_its_place_and_says_one_sentence_and_how_sure():
    told = words(opened())
    assert "### Beekdaelen" in told
    assert "In Beekdaelen woont 14\u00a0% van de inwoners" in told
    assert "Bijna zeker geen toeval" in told
    assert "nooit een reden om met een partner te stoppen" in told
    assert "### Duidelijk" not in told


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("page", "key"), [("overzicht", "card_0_agree"), ("spiegel", "mirror_agree")])
def test_one_click_makes_a_finding_an_action_that_opens_for_who_and_when(page, key, language):
    test = press(opened(page, taal=language), key)
    assert not test.exception
    (action,) = test.session_state["workspace_of_this_window"].actions.list()
    assert "Beekdaelen" in action.title
    assert "14" in action.evidence
    assert action.title in [field.value for field in test.text_input]
    test.switch_page(f"pages/{page}.py").run()
    press(test, key)
    assert len(test.session_state["workspace_of_this_window"].actions.list()) == 1


def test_asking_opens_with_the_partners_chosen():
    test = press(opened(), "card_1_ask")
    assert test.title[0].value == "Vragen aan onze partners"
    assert len(test.session_state["ask_whom"]) == 12


def test_looking_opens_with_the_place_chosen():
    test = press(opened(), "card_0_look")
    assert test.multiselect(key="search_priorities").value == ["location:GM1954"]


def test_this_month_holds_three_things_at_most_with_their_minutes():
    links = [link.proto.label for link in opened().get("page_link")]
    timed = [label for label in links if "minuten" in label]
    assert 1 <= len(timed) <= 3
    assert any("Vraag 12 partners" in label and "30 minuten" in label for label in timed)


def test_whom_to_ask_adds_up_with_the_picture_beside_it():
    told = words(opened())
    assert "### Vraag het aan 12 partners" in told
    assert "Vraag 12 partners voor wie ze vooral werken; van 17 weten we het niet." in told
    assert "Eerst te vragen: 12" in told
    assert "Ook nog niet bekend: 5" in told


def test_the_first_step_asks_a_guess_and_there_is_a_way_back():
    test = press(opened(), "welcome_begin")
    assert "Voor wie bent u er?" in words(test)
    assert test.button_group(key="guess_own_municipality").value in (None, [])
    assert "### Beekdaelen" not in words(test)
    assert "### Beekdaelen" in words(press(test, "welcome_back"))


def test_after_the_list_the_guess_stands_beside_the_answer_until_it_is_right():
    test = with_list(b"naam;plaats\nA;Kerkrade\nB;Kerkrade\nC;Heerlen\nD;Maastricht\n")
    test.session_state[welcome.WELCOME], test.session_state[welcome.KEPT_GUESS] = True, 9
    test.switch_page("pages/overzicht.py").run()
    assert "U schatte 9 van elke 10 in Kerkrade. Het zijn er 5 van elke 10: 2 van 4." in said(test).replace("\\", "")
    assert "U schatte" not in said(press(test, "welcome_right"))


def test_who_guessed_nothing_is_told_nothing_of_a_guess():
    test = with_list(b"naam;plaats\nA;Kerkrade\n")
    test.session_state[welcome.WELCOME] = True
    test.switch_page("pages/overzicht.py").run()
    assert "Klopt dit?" in said(test)
    assert "U schatte" not in said(test)


def test_what_the_museum_stands_for_is_to_be_seen():
    test = with_list(b"naam\nA\n")
    test.session_state["workspace_of_this_window"].museums.save(Museum(vision="Iedereen hoort erbij"))
    test.switch_page("pages/overzicht.py").run()
    assert "Iedereen hoort erbij" in words(test)


def test_three_things_are_to_be_done_this_month_however_much_is_due():
    test = opened("in_gesprek")
    for at in range(5):
        space(test).actions.add(Action(title=f"Bel {at}", due=dt.date.today() + dt.timedelta(days=at)))
    told = words(test.switch_page("pages/overzicht.py").run())
    assert [f"Bel {at}" in told for at in range(5)] == [True] * 3 + [False] * 2
    links = [link.proto.label for link in test.get("page_link")]
    assert "Nog 2 in de agenda" in links
    assert not any("minuten" in label for label in links)
