"""The answer form: a workbook with a box an answer, drop-downs where there is a list, for one partner or for all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regional.questionnaire.questions import ANSWER_WORDS, BY_ID, PartnerQuestion
from regional.texts import N_

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from regional.texts import Texts

SHEET, HELP, LISTS = "Antwoorden", "Uitleg", "Lijsten"
ID = "kenmerk"
FIRST = 2
"""Row (from 0) of the first partner: above it the hidden row of keys and the questions themselves."""
GUIDE = (
    N_("Fill in one row: that of your organisation. Each question has one or more boxes; one is enough."),
    N_("Choose from the list where there is one. Do you not know, or would you rather not say? Choose that."),
    N_("Please name no persons, and nothing about health, faith or origin of persons."),
    N_("Leave the first row and the first column as they are: by them we know whose answers these are."),
)


def answer_form(partners: Mapping[str, str], chosen: Sequence[str], t: Texts) -> bytes:
    """Return the form for these partners as XLSX.

    Parameters
    ----------
    partners : partner id -> name.
    chosen : ids of the questions asked.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(SHEET)
        _guide(book, t)
        lists = book.add_worksheet(LISTS)
        lists.hide()
        _keys(book, sheet, partners)
        column = 2
        for number, question in enumerate(BY_ID[i] for i in chosen):
            _question(book, sheet, question, column, t)
            _drop_downs(sheet, lists, question, number, column, len(partners))
            column += question.boxes
        sheet.freeze_panes(FIRST, 2)
    return out.getvalue()


def one_each(partners: Mapping[str, str], chosen: Sequence[str], t: Texts) -> bytes:
    """Return a ZIP with a form for each partner, named by number and name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (partner_id, name) in enumerate(partners.items(), 1):
            archive.writestr(f"{number:03d}-{_file_name(name)}.xlsx", answer_form({partner_id: name}, chosen, t))
    return out.getvalue()


def _file_name(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in name)
    return " ".join(kept.split())[:60] or "partner"


def key_of(question: PartnerQuestion, box: int) -> str:
    """Return the key of one box, in the hidden first row."""
    return f"{question.id}.{box + 1}"


def words_of(question: PartnerQuestion) -> list[str]:
    """Return the words of a question's drop-down, all understood by the partner file; none for own words."""
    from regional.partners.template import choices

    return choices().get(question.column, [])


def _keys(book: Workbook, sheet: Worksheet, partners: Mapping[str, str]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_row(1, 64)
    sheet.write_string(0, 0, ID)
    sheet.write_string(0, 1, "naam")
    sheet.write_string(1, 1, "Organisatie / organisation", bold)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 36)
    for row, (partner_id, name) in enumerate(partners.items(), FIRST):
        sheet.write_string(row, 0, partner_id)
        sheet.write_string(row, 1, name)


def _question(book: Workbook, sheet: Worksheet, question: PartnerQuestion, column: int, t: Texts) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6E9ED"})
    text = book.add_format({"num_format": "@", "text_wrap": True})
    last = column + question.boxes - 1
    if question.boxes > 1:
        sheet.merge_range(1, column, 1, last, t(question.text), head)
    else:
        sheet.write_string(1, column, t(question.text), head)
    sheet.set_column(column, last, 24 if question.boxes > 1 else 44, text)
    for box in range(question.boxes):
        sheet.write_string(0, column + box, key_of(question, box))


def _drop_downs(
    sheet: Worksheet, lists: Worksheet, question: PartnerQuestion, number: int, column: int, partners: int
) -> None:
    """Offer the words, and the good answers below them; what is typed beside the list is let through and checked."""
    words = [*words_of(question), *ANSWER_WORDS]
    lists.write_column(0, number, words)
    letter = chr(65 + number)
    sheet.data_validation(FIRST, column, FIRST + max(partners, 1) - 1, column + question.boxes - 1, {
        "validate": "list", "source": f"={LISTS}!${letter}$1:${letter}${len(words)}", "show_error": False,
        "error_type": "information",
    })  # fmt: skip


def _guide(book: Workbook, t: Texts) -> None:
    sheet = book.add_worksheet(HELP)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100, wrap)
    for row, line in enumerate(GUIDE):
        sheet.write_string(row, 0, t(line), wrap)
