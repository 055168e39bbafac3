"""The page Ask: chosen, sent, answered, reminded; the list and the mirror know it at once."""

import datetime as dt

from regional.partners.portfolio import Answer
from tests.questionnaire.test_questionnaire_form import filled
from tests.ui.test_ui_list import LIST
from tests.ui.test_ui_own_list import said, with_list
from tests.ui.test_ui_pages import opened
from tests.ui.test_ui_talks import space


def page():
    test = with_list(LIST)
    test.switch_page("pages/navraag.py").run()
    return test


def asked():
    test = page()
    test.button(key="ask_all").click().run()
    test.button(key="note_sent").click().run()
    return test


def came_back(test, answers, name="antwoord.xlsx"):
    from regional.questionnaire.form import answer_form
    from regional.texts import texts

    partners = {row.partner_id: row.name for row in space(test).versions.rows()}
    kring = next(i for i, name in partners.items() if "Kring" in name)
    form = answer_form(
        partners, ["work_area", "mainly_for", "also_reaches", "stage", "learn", "introduce"], texts("nl")
    )
    data = filled({(kring, key): text for key, text in answers.items()}, form)
    test.file_uploader(key="answer_files").upload(name, data).run()
    return test


def rows(test):
    return {row.name: row.cells for row in space(test).versions.rows()}


def test_the_twelve_are_those_of_whom_least_is_known():
    test = opened("navraag")
    test.button(key="ask_twelve").click().run()
    assert len(test.multiselect(key="ask_whom").value) == 12


def test_what_was_sent_is_noted_and_what_is_known_stays_known():
    test = asked()
    assert rows(test)["Drukkerij Bos"]["vooral_voor"] == "gevraagd"
    assert rows(test)["Stichting De Kring"]["vooral_voor"] == "65+"
    assert len(space(test).questions.list(state=Answer.ASKED)) == 12


def test_answers_are_shown_before_anything_is_kept():
    test = came_back(asked(), {"stage.1": "Verkent", "introduce.1": "De Bieb"})
    assert "Verkent" in said(test)
    assert "fase" not in rows(test)["Stichting De Kring"] or rows(test)["Stichting De Kring"]["fase"] == "gevraagd"
    test.button(key="keep_answers").click().run()
    assert rows(test)["Stichting De Kring"]["fase"] == "exploring"
    (name,) = space(test).questions.list(question="introduce", state=Answer.KNOWN)
    assert name.answer == "De Bieb"


def test_rather_not_say_reaches_the_mirror_as_such():
    test = came_back(asked(), {"also_reaches.1": "zeggen we liever niet"})
    test.button(key="keep_answers").click().run()
    states = space(test).versions.load().states
    assert states["also_reaches"].tolist() == [Answer.RATHER_NOT.value, Answer.ASKED.value]


def test_who_can_introduce_us_is_told_on_the_page_in_conversation():
    test = came_back(asked(), {"introduce.1": "De Bieb"})
    test.button(key="keep_answers").click().run()
    test.switch_page("pages/in_gesprek.py").run()
    assert "De Bieb" in said(test)


def test_a_wrong_answer_is_told_and_the_right_ones_can_be_kept():
    test = came_back(asked(), {"stage.1": "supergoed", "learn.1": "Luisteren"})
    assert "supergoed" in said(test)
    test.button(key="keep_answers").click().run()
    assert rows(test)["Stichting De Kring"]["fase"] == "gevraagd"
    assert [q.answer for q in space(test).questions.list(state=Answer.KNOWN)] == ["Luisteren"]


def test_a_file_that_is_no_form_is_told():
    test = page()
    test.file_uploader(key="answer_files").upload("lijst.xlsx", b"naam\nX\n").run()
    assert any("geen antwoordformulier" in error.value for error in test.error)


def test_whoever_keeps_silent_for_three_weeks_may_be_reminded_once():
    test = asked()
    questions = space(test).questions
    for question in questions.list():
        questions.save(question.changed(asked_on=dt.date.today() - dt.timedelta(days=30)))
    assert "vriendelijke herinnering" in said(test.run())
    test.button(key="note_reminded").click().run()
    assert "vriendelijke herinnering" not in said(test)


def test_the_letter_is_kept_as_it_was_edited():
    test = page()
    letter = next(area for area in test.text_area if area.key.startswith("letter_"))
    letter.set_value("Onze eigen brief").run()
    test.switch_page("pages/overzicht.py").run()
    test.switch_page("pages/navraag.py").run()
    assert next(area for area in test.text_area if area.key.startswith("letter_")).value == "Onze eigen brief"


def test_our_own_answers_come_first_in_the_letter():
    test = page()
    test.text_input(key="own_learn").set_value("Hoe wij werven").run()
    test.run()
    assert "Hoe wij werven" in next(area for area in test.text_area if area.key.startswith("letter_")).value
