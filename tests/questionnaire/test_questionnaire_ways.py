"""The questions go out in four ways from one set, and come back from each, whatever happened to them on the way."""

import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from regional.partners.portfolio import Answer
from regional.publishing.form_file import form_file
from regional.questionnaire.annex import QUESTIONS, annex_pdf
from regional.questionnaire.answers import read_all, read_file
from regional.questionnaire.letter import OURS, letter, with_answers
from regional.questionnaire.mail_merge import MailRow, mail_merge
from regional.questionnaire.page import QuestionForm, script
from regional.questionnaire.paper import paper_pdf
from regional.questionnaire.questions import GOOD_ANSWERS, MARKS, PARTS
from regional.questionnaire.reply import reply_text
from regional.questionnaire.response import Said, options_of, to_json
from regional.questionnaire.sheet import answer_sheet, zipped
from regional.texts import texts

OLD = Path(__file__).parent / "fixtures" / "old-form.xlsx"
DAY = dt.date(2026, 11, 26)
NL, EN = texts("nl"), texts("en")
ANSWERS = {
    "work_area": Said(("region",), "Leeuwarden; heel Friesland"),
    "mainly_for": Said(("women", "low_income"), "mantelzorgers"),
    "also_reaches": Said(("older",)),
    "needs": Said((), "Een plek om samen te zijn"),
    "stage": Said(("daily",)),
    "offers": Said(("shares", "hears")),
    "better": Said(("earlier", "paid")),
    "introduce": Said((), "Buurthuis De Ster"),
    "may_name": Said(("yes",)),
}


def one(received):
    (response,) = received.responses
    return response


def ticked(text, t, answers):
    """Fill a mail text in as a partner does: an x between the brackets, words behind the colon."""
    lines, part_id = [], ""
    for line in text.splitlines():
        mark = re.match(r"(\d[ab]?)\. ", line)
        part_id = next((i for i, m in MARKS.items() if mark and m == mark[1]), part_id)
        said = answers.get(part_id, Said())
        option = next((o for o in PARTS.get(part_id, PARTS["needs"]).options if line == f"[ ] {t(o.text)}"), None)
        if option and option.code in said.codes:
            line = line.replace("[ ]", "[x]")
        if line.startswith(f"{t('Answer')}:"):
            good = [t(o.text) for o in GOOD_ANSWERS if o.code in said.codes]
            line = f"{t('Answer')}: {'; '.join([*good, *([said.words] if said.words else [])])}"
        lines.append(line)
    return "\n".join(lines)


def filled(answers, t=NL, partner_id="a1", name="Stichting De Kring"):
    """Fill a sheet in with another program."""
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(partner_id, name, DAY, t)))
    sheet = book["Vragen"]
    keys = {sheet.cell(row, 4).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 4).value}
    for part_id, said in answers.items():
        words = {o.code: t(o.text) for o in options_of(PARTS[part_id])}
        boxes = [key for key in keys if key.startswith(f"{part_id}.") and not key.endswith("words")]
        for key, code in zip(boxes, said.codes, strict=False):
            sheet.cell(keys[key], 2, words[code])
        if said.words:
            sheet.cell(keys[f"{part_id}.words"], 2, said.words)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answer_file(said, **facts):
    kept = {"app": "partnerspiegel", "kind": "answers", "format": 1, "partner": "a1", "name": "Stichting De Kring",
            "made": "2026-11-26", "filled": "2026-11-30", "answers": to_json(said)}  # fmt: skip
    return json.dumps(kept | facts).encode()


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_a_reply_gives_back_what_was_ticked_and_written(t):
    found = one(read_file("mail", ticked(reply_text("a1", DAY, t), t, ANSWERS).encode()))
    assert (dict(found.said), found.unread, found.partner_id, found.made_on) == (ANSWERS, (), "a1", DAY)


QUOTES = {
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "twice": lambda text: "".join(f"> > {line}\n" for line in text.splitlines()),
    "outlook": lambda text: "\n\n".join(text.splitlines()).replace("\n", "\r\n"),
    "above": lambda text: f"Beste Sanne,\n\nHieronder onze antwoorden.\n\n{text}\n\nMet vriendelijke groet,\nDe Kring",
    "indented": lambda text: "".join(f"\u00a0\u00a0{line}\n" for line in text.splitlines()),
    "capital": lambda text: text.replace("[x]", "[ X ]"),
    "check": lambda text: text.replace("[x]", "[✓]"),
    "narrow": lambda text: "\n".join(re.sub(r"(.{36,}?) ", r"\1\n", line) if line[:1].isdigit() else line
                                     for line in text.splitlines()),
}  # fmt: skip


@pytest.mark.parametrize("how", QUOTES)
def test_whatever_a_mail_program_makes_of_a_reply_it_is_read(how):
    found = one(read_file("mail", QUOTES[how](ticked(reply_text("a1", DAY, NL), NL, ANSWERS)).encode()))
    assert (dict(found.said), found.unread) == (ANSWERS, ())


def test_a_reply_in_own_words_by_number_is_read():
    text = "1. Leeuwarden; heel Friesland\n2. vrouwen\n3: rust\n4a) het is ons dagelijks werk\n5 - het is goed zo"
    said = one(read_file("mail", text.encode())).said
    assert said["work_area"].words == "Leeuwarden; heel Friesland"
    assert said["mainly_for"].codes == ("women",)
    assert said["needs"].words == "rust"
    assert said["stage"].codes == ("daily",)
    assert said["better"].codes == ("fine",)


def test_an_untouched_form_answers_nothing():
    for data in (reply_text("a1", DAY, NL).encode(), answer_sheet("a1", "X", DAY, NL)):
        assert one(read_file("leeg", data)).said == {}


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_a_sheet_gives_back_what_was_chosen(t):
    found = one(read_file("antwoord.xlsx", filled(ANSWERS, t)))
    assert (dict(found.said), found.unread, found.name) == (ANSWERS, (), "Stichting De Kring")


def test_every_word_that_a_sheet_offers_is_understood():
    codes = {part: [option.code for option in options_of(asked)] for part, asked in PARTS.items() if asked.options}
    for nth in range(max(map(len, codes.values()))):  # the nth word of every question, on one sheet
        said = {part: Said((of[nth],)) for part, of in codes.items() if nth < len(of)}
        found = one(read_file("a.xlsx", filled(said)))
        assert {part: found.said[part].codes for part in said} == {part: word.codes for part, word in said.items()}
        assert found.unread == ()


def test_a_sheet_asks_one_below_the_other_with_drop_downs_and_no_formulas():
    sheet = openpyxl.load_workbook(io.BytesIO(answer_sheet("a1", "=2+2", DAY, NL)))["Vragen"]
    starts = [row[0].row for row in sheet.iter_rows(max_col=1) if re.match(r"\d[ab]?\. ", str(row[0].value))]
    assert len(starts) == len(PARTS)
    assert starts == sorted(starts)
    assert len(sheet.data_validations.dataValidation) >= len(PARTS)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_a_file_of_the_form_is_read_with_its_days():
    found = one(read_file("a.json", answer_file(ANSWERS)))
    assert (dict(found.said), found.made_on, found.given_on) == (ANSWERS, DAY, dt.date(2026, 11, 30))


def test_what_a_file_should_not_hold_is_told_and_drops_nothing_else():
    said = {"stage": {"codes": ["supergoed", "daily"]}, "needs": {"words": "x" * 10_000}, "nonsense": {"codes": ["a"]},
            "mainly_for": {"codes": ["women", "men", "older", "young"]}, "better": "geen lijst"}  # fmt: skip
    found = one(read_file("a.json", answer_file({}, answers=said)))
    assert {i: s.codes for i, s in found.said.items()} == {"stage": ("daily",), "mainly_for": ("older", "women", "men")}
    assert [f.part for f in found.unread] == ["stage", "needs", "mainly_for"]
    assert all(NL(f.what) and NL(f.remedy) for f in found.unread)


def test_a_form_of_earlier_years_is_still_read():
    first, second = read_file("oud.xlsx", OLD.read_bytes()).responses
    assert (first.partner_id, first.name) == ("a1", "Stichting De Kring")
    assert first.said["work_area"].words == "Leeuwarden; Blubberdam"
    assert first.said["mainly_for"].words == "65 jaar of ouder"
    assert first.said["stage"].codes == ("exploring",)
    assert first.said["learn"].words == "Hoe u luistert"
    assert first.said["introduce"].words == "Buurthuis De Ster"
    assert second.said == {"offers": Said(("shares",)), "mainly_for": Said(("rather_not",))}


def test_an_archive_of_all_kinds_is_opened():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("1.json", answer_file(ANSWERS))
        archive.writestr("map/2.txt", ticked(reply_text("b2", DAY, NL), NL, ANSWERS))
        archive.writestr("3.xlsx", filled(ANSWERS, partner_id="c3"))
        archive.writestr("foto.jpg", b"\xff\xd8\xff\xe0")
    found = read_all([("alles.zip", out.getvalue())])
    assert [r.partner_id for one_file in found for r in one_file.responses] == ["a1", "b2", "c3"]
    assert [one_file.name for one_file in found if one_file.problem] == ["foto.jpg"]


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_nothing_that_comes_back_breaks_anything(data):
    found = read_file("x", data)
    assert found.problem or all(one_file.said is not None for one_file in found.responses)


def test_a_partner_file_and_another_json_are_no_answers():
    from regional.partners.template import template_xlsx

    for data in (template_xlsx(), b'{"app": "iets"}', b"{" * 5_000, answer_file(ANSWERS, format=2), b"PK\x03\x04kapot"):
        assert read_all([("x", data)])[0].problem


@pytest.mark.parametrize("code", [option.code for option in GOOD_ANSWERS])
@pytest.mark.parametrize("part_id", PARTS)
def test_every_question_takes_every_good_answer(part_id, code):
    said = {part_id: Said((code,))}
    for data in (answer_file(said), ticked(reply_text("a1", DAY, NL), NL, said).encode()):
        found = one(read_file("x", data))
        assert found.said == said
        assert found.said[part_id].state is not Answer.KNOWN


FORM = QuestionForm("a1", "De <b>Kring</b> & co", "Museum De Schacht", DAY, "Voor iedereen", {"work_area": "Parkstad"})


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_the_paper_is_one_page_with_every_question_and_option(t):
    pdf = PdfReader(io.BytesIO(paper_pdf(FORM, t)))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().split())
    plain = text.replace("\u00ad", "").replace(" ", "").replace("-", "")
    for asked in PARTS.values():
        for words in (asked.text, *(option.text for option in asked.options)):
            assert t(words).replace(" ", "").replace("-", "") in plain, words


def test_the_paper_holds_a_long_name_on_one_page():
    form = QuestionForm(
        "a" * 60, "Stichting " + "zeer lange naam " * 15, "Museum " + "met ook een lange naam " * 6, DAY
    )
    assert len(PdfReader(io.BytesIO(paper_pdf(form, NL))).pages) == 1


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_the_form_is_one_small_file_that_needs_nothing_and_names_nobody_else(t):
    page = form_file(FORM, t).decode()
    assert len(page.encode()) < 100_000
    assert "De &lt;b&gt;Kring&lt;/b&gt; &amp; co" in page
    assert "<b>Kring" not in page
    assert not [mark for mark in ("src=", "@import", "url(", "http:", "https:", "<link") if mark in page]
    assert page.count("<fieldset") == len(PARTS)
    assert page.count("<legend") == len(PARTS)
    assert "Voor iedereen" in page
    assert "Parkstad" in page
    assert "{" not in re.sub(r"<(style|script)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)


def test_the_form_cannot_be_broken_out_of():
    form = QuestionForm(
        "a1", "</script><script>alert(1)</script>", "M", DAY, said={"needs": Said((), "</textarea><img>")}
    )
    page = form_file(form, NL).decode()
    assert "<script>alert" not in page
    assert "<img>" not in page
    assert "innerHTML" not in script()


def test_mail_merge_is_one_sheet_with_a_row_each_and_no_formulas():
    sheet = openpyxl.load_workbook(io.BytesIO(mail_merge([MailRow("=A", "a1", "Beste")], NL))).active
    assert [cell.value for cell in sheet[2]][:3:2] == ["=A", "a1"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_files_have_safe_names():
    names = zipfile.ZipFile(io.BytesIO(zipped({"a": "A/B: *", "b": "../../x"}, "txt", lambda i, n: b""))).namelist()
    assert names == ["001-A B.txt", "002-x.txt"]


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_the_letter_says_what_it_must_and_carries_our_answers_of_now(t):
    text = letter("Museum Zuid", "Onze visie", dt.date(2027, 1, 5), 24, t)
    whole = with_answers(text, {"needs": Said((), "Stilte")}, t)
    assert t(OURS) not in whole
    for words in ("Museum Zuid", "Onze visie", "Stilte", t.date(dt.date(2027, 1, 5)), "24"):
        assert words in whole
    assert "{" not in whole


def test_answers_given_after_the_letter_was_edited_are_not_left_out():
    assert "Stilte" in with_answers("Onze eigen brief", {"needs": Said((), "Stilte")}, NL)


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_the_annex_is_one_page_with_two_questions_for_both_sides(t):
    name = "Stichting " + "zeer lange naam " * 12
    pdf = PdfReader(io.BytesIO(annex_pdf("Museum Zuid", name, DAY, t)))
    assert len(pdf.pages) == 1
    text = " ".join(pdf.pages[0].extract_text().replace("-\n", "").split())
    assert text.count("Museum Zuid") >= 2
    for question in QUESTIONS:
        assert t(question) in text
