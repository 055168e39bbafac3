"""The answer form goes out and comes back, whichever program filled it in; the letter says what it must."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.partners.portfolio import Answer
from regional.questionnaire.answers import read_answers
from regional.questionnaire.form import FIRST, answer_form, one_each, words_of
from regional.questionnaire.letter import letter
from regional.questionnaire.questions import QUESTIONS
from regional.texts import texts

PARTNERS = {"a1": "Stichting De Kring", "b2": "=Drukkerij; Bos"}
ALL = [question.id for question in QUESTIONS]
NL, EN = texts("nl"), texts("en")


def filled(answers, data=None):
    """Fill boxes with openpyxl: {(partner id, key): text}."""
    book = openpyxl.load_workbook(io.BytesIO(data or answer_form(PARTNERS, ALL, NL)))
    sheet = book["Antwoorden"]
    keys = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, 1).value: row for row in range(FIRST + 1, sheet.max_row + 1)}
    for (partner_id, key), text in answers.items():
        sheet.cell(rows[partner_id], keys[key], text)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_question(answers, partner_id="a1"):
    return {one.question: one for one in answers.given if one.partner_id == partner_id}


def test_an_empty_form_says_nothing():
    found = read_answers(answer_form(PARTNERS, ALL, NL), PARTNERS)
    assert (found.given, found.faults, found.silent, found.problem) == ((), (), 2 * len(ALL), None)


def test_answers_come_back_as_they_were_chosen():
    data = filled({("a1", "mainly_for.1"): "65 jaar of ouder", ("a1", "also_reaches.1"): "Vrouwen",
                   ("a1", "also_reaches.3"): "Mannen", ("a1", "learn.1"): "Hoe u luistert"})  # fmt: skip
    found = by_question(read_answers(data, PARTNERS))
    assert found["mainly_for"].cell == "65 jaar of ouder"
    assert found["also_reaches"].cell == "Vrouwen; Mannen"
    assert found["learn"].state is Answer.KNOWN


@pytest.mark.parametrize("question", [q for q in QUESTIONS if words_of(q)], ids=lambda q: q.id)
def test_every_word_that_the_form_offers_is_understood(question):
    for word in words_of(question):
        found = read_answers(filled({("a1", f"{question.id}.1"): word}), PARTNERS)
        assert not found.faults, (word, found.faults)
        assert by_question(found)[question.id].state is Answer.KNOWN


@pytest.mark.parametrize(
    ("word", "state"),
    [("weten we niet", Answer.NO_ANSWER), ("Zeggen we liever niet", Answer.RATHER_NOT),
     ("not applicable", Answer.NOT_APPLICABLE)],
)  # fmt: skip
def test_not_knowing_and_not_saying_are_answers(word, state):
    assert by_question(read_answers(filled({("a1", "stage.1"): word}), PARTNERS))["stage"].state is state


def test_an_answer_that_is_not_understood_is_told_with_whose_and_what():
    found = read_answers(filled({("a1", "stage.1"): "supergoed"}), PARTNERS)
    (fault,) = found.faults
    assert (fault.name, fault.question, fault.value) == ("Stichting De Kring", "stage", "supergoed")
    assert NL(fault.what)
    assert NL(fault.remedy)
    assert not found.given


def test_whoever_is_not_known_is_told_and_nothing_is_guessed():
    found = read_answers(filled({("b2", "learn.1"): "Iets"}), {"a1": "Stichting De Kring"})
    assert not found.given
    assert found.faults[0].name == "=Drukkerij; Bos"


def test_names_are_no_formulas():
    sheet = openpyxl.load_workbook(io.BytesIO(answer_form(PARTNERS, ALL, NL)))["Antwoorden"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_the_form_offers_its_words_as_drop_downs():
    sheet = openpyxl.load_workbook(io.BytesIO(answer_form(PARTNERS, ALL, NL)))["Antwoorden"]
    assert len(sheet.data_validations.dataValidation) == len(ALL)


@given(st.binary(max_size=200))
def test_any_other_file_is_told_and_nothing_breaks(data):
    assert read_answers(data, PARTNERS).problem


def test_a_partner_file_is_no_answer_form():
    from regional.partners.template import template_xlsx

    assert read_answers(template_xlsx(), PARTNERS).problem


def test_a_form_for_each_has_a_file_for_each():
    names = zipfile.ZipFile(io.BytesIO(one_each({"a": "A/B: *", "b": "../../x"}, ALL, NL))).namelist()
    assert names == ["001-A B.xlsx", "002-x.xlsx"]


@pytest.mark.parametrize("t", [NL, EN])
@pytest.mark.parametrize("n", range(1, 7))
def test_the_letter_holds_what_it_must(t, n):
    ours = {"learn": "Hoe wij werven"}
    told = letter("Museum Zuid", ALL[:n], ours, dt.date(2027, 1, 5), 24, t)
    assert told.count("?") >= n
    assert "Museum Zuid" in told
    assert t.date(dt.date(2027, 1, 5)) in told
    assert "24" in told
    assert ("Hoe wij werven" in told) == (n >= 5)
    assert "{" not in told


def test_the_dutch_letter_is_called_by_its_name():
    assert letter("", ALL, {}, dt.date(2027, 1, 5), 24, NL).startswith("Zes vragen over onze samenwerking")
