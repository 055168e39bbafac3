"""The page Questions to partners: the museum first, asked in four ways, looked at, kept, reminded."""

import datetime as dt
import io
import json
import re
import zipfile

import pytest

from regional.partners.portfolio import Answer
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said, to_json
from regional.ui.questionnaire.own import DRAFT
from regional.workspace.records import Museum, OwnAnswer, Question
from tests.ui.test_ui_own_list import said, with_list
from tests.ui.test_ui_pages import opened
from tests.ui.test_ui_sharing import drawn_for_the_board
from tests.ui.test_ui_talks import space

LIST = b"naam;plaats;vooral_voor;soort\nStichting De Kring;Kerkrade;65+;inhoudelijk\nAtelier Bos;Heerlen;;\n"


def page(data=LIST, *, ready=True):
    test = with_list(data)
    if ready:
        space(test).museums.save(space(test).museum().changed(vision="Voor iedereen"))
        for part_id, one in DRAFT.items():
            space(test).own_answers.add(OwnAnswer(question=part_id, answer=one.words, codes=one.codes))
    test.switch_page("pages/vragen_aan_partners.py").run()
    return test


def asked(data=LIST):
    test = page(data)
    test.button(key="ask_all").click().run()
    test.button(key="note_sent").click().run()
    return test


def id_of(test, name):
    return next(row.partner_id for row in space(test).versions.rows() if name in row.name)


def answer_file(test, answers, **facts):
    kept = {
        "app": "partnerspiegel",
        "kind": "answers",
        "format": 1,
        "partner": id_of(test, "Kring"),
        "name": "",
        "made": str(dt.date.today()),
        "filled": str(dt.date.today()),
        "answers": to_json(answers),
    }
    return json.dumps(kept | facts).encode()


def came_back(test, answers, **facts):
    test.file_uploader(key="answer_files").upload("antwoord.json", answer_file(test, answers, **facts)).run()
    test.button(key="read_answers").click().run()
    return test


def rows(test):
    return {row.name: row.cells for row in space(test).versions.rows()}


def waiting(test):
    return space(test).responses.list(state="waiting")


def test_the_museum_answers_first():
    test = page(ready=False)
    assert not test.tabs
    assert not [button for button in test.button if button.key == "ask_all"]
    assert "eigen zes antwoorden" in said(test)


def test_a_draft_is_offered_and_is_the_museums_own_to_change():
    test = page(ready=False)
    test.button(key="own_draft").click().run()
    assert space(test).museum().vision
    assert {one.question for one in space(test).own_answers.list()} == set(PARTS) - {"may_name"}
    assert [button for button in test.button if button.key == "ask_all"]


def test_what_the_museum_types_is_kept():
    test = page(ready=False)
    test.text_input(key="own_needs_words").set_value("Stilte").run()
    test.selectbox(key="own_stage").set_value("policy").run()
    kept = {one.question: Said(one.codes, one.answer) for one in space(test).own_answers.list()}
    assert kept == {"needs": Said((), "Stilte"), "stage": Said(("policy",))}


def test_the_name_below_the_letter_is_asked_until_there_is_one():
    test = page()
    test.text_input(key="own_name").set_value("Museum Zuid").run()
    assert space(test).museum().name == "Museum Zuid"
    assert "Museum Zuid" in next(area.value for area in test.text_area if area.label == "De brief")
    assert not [field for field in test.text_input if field.key == "own_name"]


def test_the_twelve_are_those_of_the_next_question_and_no_suppliers():
    test = opened("vragen_aan_partners")
    test.button(key="own_draft").click().run()
    assert test.button(key="ask_twelve").label == "De 12 die het meest helpen"
    test.button(key="ask_twelve").click().run()
    assert len(test.multiselect(key="ask_whom").value) == 12
    test = page(b"naam;soort;status\nA;inhoudelijk;\nB;leverancier;\nC;inhoudelijk;gestopt\nD;leverancier; \nE;;\n")
    assert test.multiselect(key="ask_whom").options == ["A", "E"]
    assert test.button(key="ask_twelve").label == "De 2 die het meest helpen"


def test_what_was_sent_is_noted_and_what_is_known_stays_known():
    test = asked()
    assert rows(test)["Atelier Bos"]["vooral_voor"] == "gevraagd"
    assert rows(test)["Stichting De Kring"]["vooral_voor"] == "65+"
    assert len(space(test).questions.list(state=Answer.ASKED)) == 2 * len(PARTS)


def test_forms_made_after_the_page_hold_the_name_and_the_answers_of_the_museum(monkeypatch):
    made = {}
    monkeypatch.setattr("streamlit.download_button", lambda _label, data, *_a, key="", **_k: made.update({key: data}))
    test = page()
    test.text_input(key="own_name").set_value("Museum Zuid").run()
    test.button(key="ask_all").click().run()
    with zipfile.ZipFile(io.BytesIO(made["forms_zip"]())) as forms:
        told = forms.read(forms.namelist()[0]).decode()
    assert "Museum Zuid stelt" in told
    assert "Voor iedereen" in told


def test_who_was_asked_is_left_out_for_two_years():
    test = asked()
    assert test.multiselect(key="ask_whom").value == []
    test.button(key="ask_all").click().run()
    assert test.multiselect(key="ask_whom").value == []
    for question in space(test).questions.list():
        space(test).questions.save(question.changed(asked_on=dt.date.today() - dt.timedelta(days=731)))
    test.run().button(key="ask_all").click().run()
    assert len(test.multiselect(key="ask_whom").value) == 2


def test_answers_wait_beside_what_was_known_until_the_editor_says_so():
    test = came_back(asked(), {"stage": Said(("daily",)), "introduce": Said((), "De Bieb")})
    assert len(waiting(test)) == 1
    assert rows(test)["Stichting De Kring"]["fase"] == "gevraagd"
    assert "het is ons dagelijks werk" in said(test)
    test.button(key="keep_all").click().run()
    assert rows(test)["Stichting De Kring"]["fase"] == "daily"
    (name,) = space(test).questions.list(question="introduce", state=Answer.KNOWN)
    assert name.answer == "De Bieb"
    assert not waiting(test)


def test_rather_not_say_reaches_the_mirror_as_such():
    test = came_back(asked(), {"also_reaches": Said(("rather_not",))})
    test.button(key="keep_all").click().run()
    states = space(test).versions.load().states
    assert states["also_reaches"].tolist() == [Answer.RATHER_NOT.value, Answer.ASKED.value]


def test_a_pasted_reply_is_read():
    test = asked()
    test.text_area(key="pasted_reply").set_value(f"1. Heerlen\n2. vrouwen\nKenmerk: {id_of(test, 'Kring')}").run()
    test.button(key="read_answers").click().run()
    test.button(key="keep_all").click().run()
    assert rows(test)["Stichting De Kring"]["vooral_voor"] == "women"
    assert rows(test)["Stichting De Kring"]["werkgebied"] == "GM0917"


@pytest.mark.parametrize("reference", ["", "\n\nKenmerk: 0123456789abcdef0123456789abcdef"])
def test_of_a_reply_of_nobody_we_know_it_is_asked_whose_it_is_and_nothing_is_lost(reference):
    test = asked()
    text = "2. vrouwen\n\nGroeten,\nStichting De Kring" + reference
    test.text_area(key="pasted_reply").set_value(text).run()
    test.button(key="read_answers").click().run()
    assert test.text_area(key="pasted_reply").value == text
    assert test.selectbox(key="pasted_by").value == "Stichting De Kring"
    assert not waiting(test)
    test.button(key="read_answers").click().run()
    assert [one.partner_id for one in waiting(test)] == [id_of(test, "Kring")]


def test_what_is_only_proposed_is_kept_by_who_saw_it_and_not_with_all_the_others():
    test = came_back(asked(), {"work_area": Said((), "ergens in Blubberdam")})
    (one,) = waiting(test)
    assert not [button for button in test.button if button.key == "keep_all"]
    test.multiselect(key=f"map_{one.id}_work_area_0").set_value(["GM0917"]).run()
    test.button(key=f"keep_{one.id}").click().run()
    assert rows(test)["Stichting De Kring"]["werkgebied"] == "GM0917"


def test_what_is_heard_on_the_telephone_waits_too():
    test = page()
    test.button(key="ask_all").click().run()
    partner_id = id_of(test, "Kring")
    test.selectbox(key=f"phone_{partner_id}_stage").set_value("policy").run()
    test.button(key="phone_done").click().run()
    (one,) = waiting(test)
    assert (one.way, one.partner_id, one.said["stage"]["codes"]) == ("phone", partner_id, ["policy"])


def test_own_words_are_mapped_by_the_museum_and_one_unknown_place_drops_nothing():
    given = {"work_area": Said((), "Heerlen; Blubberdam"), "also_reaches": Said((), "kabouters")}
    test = came_back(asked(), given)
    (one,) = waiting(test)
    assert "Blubberdam" in said(test)
    test.multiselect(key=f"map_{one.id}_also_reaches_0").set_value(["women"]).run()
    test.button(key=f"keep_{one.id}").click().run()
    assert rows(test)["Stichting De Kring"]["werkgebied"] == "GM0917"
    assert rows(test)["Stichting De Kring"]["bereikt_ook"] == "women"
    (kept,) = space(test).questions.list(question="work_area", state=Answer.KNOWN)
    assert "Blubberdam" in kept.answer


def test_a_person_is_shown_and_asked_about_before_anything_is_kept():
    test = came_back(asked(), {"introduce": Said((), "mw. Jansen 06-12345678")})
    (one,) = waiting(test)
    assert "mw. Jansen" in said(test)
    assert not [button for button in test.button if button.key in ("keep_all", f"keep_{one.id}")]
    test.checkbox(key=f"persons_{one.id}").check().run()
    test.button(key=f"keep_{one.id}").click().run()
    assert space(test).questions.list(question="introduce", state=Answer.KNOWN)


def test_what_is_about_a_person_is_left_out_and_the_rest_of_the_answer_is_kept():
    words = "Een vaste plek met koffie. Bel mw. Jansen, 06-12345678"
    test = came_back(asked(), {"needs": Said((), words), "stage": Said(("daily",))})
    (one,) = waiting(test)
    test.button(key=f"clear_{one.id}").click().run()
    test.button(key=f"keep_{one.id}").click().run()
    (kept,) = space(test).questions.list(question="needs", state=Answer.KNOWN)
    assert kept.answer.startswith("Een vaste plek met koffie")
    assert rows(test)["Stichting De Kring"]["fase"] == "daily"
    assert not [left for left in ("Jansen", "12345678") if left in str(space(test).responses.list()) + kept.answer]


def test_an_answer_in_which_a_person_stays_is_not_kept_unless_the_museum_says_so():
    test = came_back(asked(), {"needs": Said((), "Bel 06-12345678 of 045 123 45 67")})
    (one,) = waiting(test)
    test.text_area(key=f"words_{one.id}_needs").set_value("Bel 06-12345678").run()
    assert not [button for button in test.button if button.key == f"keep_{one.id}"]
    test.text_area(key=f"words_{one.id}_needs").set_value("").run()
    test.button(key=f"keep_{one.id}").click().run()
    assert not space(test).questions.list(question="needs", state=Answer.KNOWN)


def test_the_name_of_an_organisation_is_no_person():
    test = came_back(asked(), {"introduce": Said((), "Moskeevereniging El Fath")})
    assert [button for button in test.button if button.key == "keep_all"]


def test_what_a_partner_wrote_is_shown_as_text_alone():
    evil = "![x](https://elsewhere.example/x.png) $x$ :red[y]"
    test = came_back(asked(), {"also_reaches": Said((), evil), "needs": Said((), f"{evil} 06-12345678")})
    shown = [one.value for one in (*test.markdown, *test.warning)]
    shown += [one.label for one in (*test.multiselect, *test.text_area, *test.expander, *test.button)]
    assert any("elsewhere" in text for text in shown)
    assert [text for text in shown if "![x](" in text or ":red[" in text] == []


def test_the_same_again_does_not_wait_twice():
    test = came_back(came_back(asked(), {"stage": Said(("daily",))}), {"stage": Said(("daily",))})
    assert len(waiting(test)) == 1
    assert "hetzelfde als we al hebben" in said(test)


def test_answers_of_strangers_and_of_partners_that_were_erased_are_refused():
    test = asked()
    gone = id_of(test, "Atelier")
    space(test).erase(gone)
    came_back(test, {"stage": Said(("daily",))}, partner=gone)
    assert "deze partner is gewist" in said(test)
    came_back(test, {"stage": Said(("daily",))}, partner="0123", name="Vreemde Stichting")
    assert "Vreemde Stichting" in said(test)
    assert not waiting(test)


def test_what_was_not_asked_or_is_older_is_not_kept_with_the_others():
    test = came_back(page(), {"stage": Said(("daily",))})
    assert "hebben we niets gevraagd" in "".join(box.label for box in test.expander)
    assert not [button for button in test.button if button.key == "keep_all"]


def test_what_is_not_kept_changes_nothing_and_is_gone():
    test = came_back(asked(), {"stage": Said(("daily",)), "needs": Said((), "Een rustige plek")})
    (one,) = waiting(test)
    test.button(key=f"aside_{one.id}").click().run()
    assert rows(test)["Stichting De Kring"]["fase"] == "gevraagd"
    assert not waiting(test)
    assert "rustige plek" not in str(space(test).responses.list())
    test.button(key="put_back").click().run()
    assert "rustige plek" in str(waiting(test))


def test_who_can_introduce_us_is_told_on_the_page_in_conversation():
    test = came_back(asked(), {"introduce": Said((), "De Bieb")})
    test.button(key="keep_all").click().run()
    test.switch_page("pages/in_gesprek.py").run()
    assert "De Bieb" in said(test)


def test_a_file_that_is_no_form_is_told():
    test = page()
    test.file_uploader(key="answer_files").upload("lijst.csv", b"naam\nX\n").run()
    test.button(key="read_answers").click().run()
    assert any("geen antwoorden" in error.value for error in test.error)


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
    test.switch_page("pages/vragen_aan_partners.py").run()
    assert next(area for area in test.text_area if area.key.startswith("letter_")).value == "Onze eigen brief"


def test_the_old_address_opens_the_page_of_now():
    test = with_list(LIST)
    test.query_params["taal"] = "nl"  # a choice in the address is no hindrance
    test.switch_page("pages/navraag.py").run()
    assert test.title[0].value == "Vragen aan onze partners"
    assert isinstance(space(test).museum(), Museum)


def kept_need():
    test = came_back(asked(), {"needs": Said((), "Een plek om te zitten")})
    test.button(key="keep_all").click().run()
    return test


def test_what_a_partner_needs_stands_under_what_is_going_on_with_its_source():
    test = kept_need()
    test.session_state["need_answers"] = True
    test.switch_page("pages/onze_regio.py").run()
    assert "Een plek om te zitten" in said(test)
    next(button for button in test.button if str(button.key).startswith("need_from_")).click().run()
    (note,) = space(test).region_notes.list()
    assert note.text == "Een plek om te zitten"
    assert note.source.startswith("Stichting De Kring, ")
    assert not [button for button in test.button if str(button.key).startswith("need_from_")]


def test_a_page_back_is_written_frozen_while_shown_and_offered_to_take_along():
    test = kept_need()
    next(area for area in test.text_area if str(area.key).endswith("_learnt")).set_value("Atelier Bos wil zitten")
    test.button(key="page_back_keep").click().run()
    test.button(key="page_back_shown").click().run()
    assert not space(test).page_back.list()[0].is_shown, "it names a partner"
    next(area for area in test.text_area if str(area.key).endswith("_learnt")).set_value("U wilt zitten")
    test.button(key="page_back_keep").click().run()
    test.button(key="page_back_shown").click().run()
    (back,) = space(test).page_back.list()
    assert (back.learnt, back.is_shown) == ("U wilt zitten", True)
    assert not [area for area in test.text_area if str(area.key).endswith("_learnt")]
    assert "U wilt zitten" in test.code[-1].value


def test_the_annex_is_for_no_supplier_and_no_funder_and_reminds_a_year_on():
    test = page(b"naam;soort\nA;inhoudelijk\nB;leverancier\nC;financier\nD;financier, inhoudelijk\n")
    test.session_state["annex"] = True
    test.run()
    assert test.selectbox(key="annex_with").options == ["A"]
    test.button(key="annex_remind").click().run()
    (action,) = space(test).actions.list()
    assert (action.partner_id, action.due.year) == (id_of(test, "A"), dt.date.today().year + 1)


def test_without_a_server_the_page_says_that_the_other_ways_work():
    test = page()
    test.button(key="ask_all").click().run()
    assert "Voor een link is een server nodig" in said(test)


def test_what_can_be_better_goes_to_the_board_from_five_answers():
    data = "naam;soort\n" + "".join(f"Partner {n};inhoudelijk\n" for n in range(6))
    test = page(data.encode())
    for number, row in enumerate(space(test).versions.rows()):
        code = "talk" if number == 5 else "earlier"
        space(test).questions.add(Question(partner_id=row.partner_id, question="better", codes=(code,),
                                           state=Answer.KNOWN, answered_on=dt.date.today()))  # fmt: skip
    test.switch_page("pages/delen.py").run()
    shown = drawn_for_the_board(test)
    assert re.search(r"eerder meedoen.{0,80}\b5\b", shown, re.DOTALL)
    assert not re.search(r"hier liever over.{0,40}\b1\b", shown, re.DOTALL)


def test_answers_that_were_kept_for_their_term_are_erased_in_one_click_and_others_stay():
    test = kept_need()
    long_ago = dt.date.today() - dt.timedelta(days=800)
    old = [q for q in space(test).questions.list() if q.question in ("needs", "stage", "better")][:3]
    for question in old:
        space(test).questions.save(question.changed(asked_on=long_ago, answered_on=None))
    test.switch_page("pages/onze_partners.py")
    test.session_state["list_step"], test.session_state["upkeep"] = "see", True
    test.run()
    test.multiselect(key="due_kept_questions").set_value([old[0].id]).run()
    test.checkbox(key="due_sure").check().run()
    test.button(key="erase_due").click().run()
    left = {q.id for q in space(test).questions.list()}
    assert (old[0].id in left, old[1].id in left, old[2].id in left) == (True, False, False)
    assert len(left) == 2 * len(PARTS) - 2
