"""On paper that is a sheet: the questions one below the other as XLSX, with drop-downs, and read back from it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from regional.files.tables import workbook
from regional.questionnaire.questions import MARKS, PARTS, QuestionPart
from regional.questionnaire.reply_lines import MADE, REFERENCE
from regional.questionnaire.response import Response, Said, Unread, options_of, understood
from regional.texts import N_

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from regional.files.sheets import Sheet
    from regional.texts import Texts

SHEET, LISTS = "Vragen", "Lijsten"
MANY = 4
"""Boxes of a part in which any number may be chosen."""
KEY, ANSWER_COLUMN = 3, 1
"""Columns (from 0) of the hidden keys, and of the answers."""
GUIDE = (
    N_("Choose an answer from the list behind each question. You may leave out what you like."),
    N_("Please name no persons, and nothing about health, faith or origin of persons."),
    N_("Save the file and send it back. Leave the hidden column as it is: by it we know what belongs where."),
)


def answer_sheet(partner_id: str, name: str, made_on: dt.date, t: Texts, parts: Sequence[str] = tuple(PARTS)) -> bytes:
    """Return the questions for one partner as XLSX, one below the other."""
    return workbook(lambda book: _fill(book, partner_id, name, made_on, t, parts))


def _fill(book: Workbook, partner_id: str, name: str, made_on: dt.date, t: Texts, parts: Sequence[str]) -> None:
    sheet = _sheet(book, t)
    lists = book.add_worksheet(LISTS)
    lists.hide()
    row = _head(book, sheet, (("naam", t("Organisation"), name),), t)
    for number, part_id in enumerate(parts):
        row = _part(book, sheet, lists, PARTS[part_id], number, row, t)
    for key, label, value in (("kenmerk", t(REFERENCE), partner_id), ("gemaakt", t(MADE), f"{made_on:%Y-%m-%d}")):
        sheet.write_string(row, 0, label)
        sheet.write_string(row, ANSWER_COLUMN, value)
        sheet.write_string(row, KEY, key)
        row += 1


def zipped(partners: Mapping[str, str], suffix: str, make: Callable[[str, str], bytes]) -> bytes:
    """Return a ZIP with what ``make`` makes of each partner's id and name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (partner_id, name) in enumerate(partners.items(), 1):
            archive.writestr(f"{number:03d}-{file_name(name)}.{suffix}", make(partner_id, name))
    return out.getvalue()


def file_name(name: str) -> str:
    """Return a partner's name as part of the name of a file."""
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in name)
    return " ".join(kept.split())[:60] or "partner"


def _sheet(book: Workbook, t: Texts) -> Worksheet:
    sheet = book.add_worksheet(SHEET)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    answer = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "bottom": 1})
    sheet.set_column(0, 0, 62, wrap)
    sheet.set_column(ANSWER_COLUMN, ANSWER_COLUMN, 48, answer)
    sheet.set_column(KEY, KEY, None, None, {"hidden": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, 80, ANSWER_COLUMN)
    return sheet


def _head(book: Workbook, sheet: Worksheet, facts: Sequence[tuple[str, str, str]], t: Texts) -> int:
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, t("Six questions about our cooperation"), title)
    row = 1
    for line in GUIDE:
        sheet.write_string(row, 0, t(line))
        row += 1
    for key, label, value in facts:
        sheet.write_string(row, 0, label)
        sheet.write_string(row, ANSWER_COLUMN, value)
        sheet.write_string(row, KEY, key)
        row += 1
    return row + 1


def _part(
    book: Workbook, sheet: Worksheet, lists: Worksheet, asked: QuestionPart, number: int, row: int, t: Texts
) -> int:
    """Write one part, and return the row below it."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6E9ED"})
    sheet.write_string(row, 0, f"{MARKS[asked.id]}. {t(asked.text)}", bold)
    sheet.write_string(row, ANSWER_COLUMN, t(asked.help), bold)
    words = [t(option.text) for option in options_of(asked)]
    lists.write_column(0, number, words)
    letter = chr(65 + number)
    source = f"={LISTS}!${letter}$1:${letter}${len(words)}"
    for label, key in _boxes(asked, t):
        row += 1
        sheet.write_string(row, 0, label)
        sheet.write_string(row, KEY, f"{asked.id}.{key}")
        # What is typed beside the list is let through, and checked when it comes back.
        rules = {"validate": "list", "source": source, "show_error": False, "error_type": "information"}
        if key != "words" or not asked.options:
            sheet.data_validation(row, ANSWER_COLUMN, row, ANSWER_COLUMN, rules)
    return row + 2


def _boxes(asked: QuestionPart, t: Texts) -> Iterator[tuple[str, str]]:
    if asked.options:
        for box in range(1, (asked.most or MANY) + 1):
            yield t("Choose"), str(box)
    if asked.words:
        yield t(asked.words), "words"


def read_sheet(sheets: Sequence[Sheet]) -> Response | None:
    """Return what a sheet that came back answers; None where it is none of ours."""
    sheet = next((one for one in sheets if one.name == SHEET), sheets[0] if sheets else None)
    cells: dict[str, str] = {}
    for _, row in sheet.rows if sheet else ():
        key = row[KEY] if len(row) > KEY else ""
        if key:
            cells[key] = row[ANSWER_COLUMN]
    if "kenmerk" not in cells:
        return None
    said, unread = dict[str, Said](), list[Unread]()
    for part_id in PARTS:
        pieces = [cell for key, cell in cells.items() if key.split(".")[0] == part_id and cell]
        one, told = understood(part_id, pieces)
        unread += told
        if one:
            said[part_id] = one
    made = cells.get("gemaakt", "")
    return Response(cells["kenmerk"], said, "paper", cells.get("naam", ""), _day(made), None, tuple(unread))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
