"""The empty partner file: as CSV, and as XLSX with drop-downs and a sheet that explains. Both read back in.

``python -m regional.partners.template FOLDER`` writes both.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from regional.files.tables import csv_file, workbook
from regional.partners.schema import (
    BY_NAME,
    COLUMNS,
    ONLY_READ,
    PartnerColumn,
    Type,
    all_columns,
    explanation,
    words_of,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "partnerbestand"
ROWS = 500
"""Rows with drop-downs."""
INTRODUCTION = (
    "Vul op het blad Partners één partner per rij in. Alleen de naam is nodig. Een lege cel betekent: niet gevraagd.",
    "In elke kolom mag ook staan: geen antwoord, wil niet zeggen, of n.v.t. (niet van toepassing).",
    "Zet hier geen namen, e-mailadressen of telefoonnummers van personen in. De spiegel leest en bewaart die niet.",
    "Meer waarden in één cel? Zet er een puntkomma tussen, bijvoorbeeld: Financier; Leverancier.",
)


def template_csv() -> bytes:
    """Return the headings as CSV for Dutch Excel: semicolons, UTF-8 with BOM, CRLF."""
    return csv_file([all_columns()])


def template_xlsx() -> bytes:
    """Return the workbook: the sheet to fill in, with drop-downs, and a sheet that explains every column."""
    return workbook(_fill)


def _fill(book: Workbook) -> None:
    # A fixed date: the same template is the same file.
    book.set_properties({"title": "Partnerbestand", "created": dt.datetime(2026, 1, 1)})
    _sheet_to_fill(book, book.add_worksheet("Partners"))
    _sheet_that_explains(book, book.add_worksheet("Uitleg"))


def choices() -> dict[str, list[str]]:
    """Return column -> the words of its drop-down, in Dutch; every one of them is understood."""
    return {column.name: list(words_of(column.name).values()) for column in COLUMNS if column.words}


def _sheet_to_fill(book: Workbook, sheet: Worksheet) -> None:
    heading = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "valign": "top"})
    text = book.add_format({"num_format": "@"})
    columns = all_columns()
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column, heading)
        # Text keeps "15-25" from becoming a date; money and percentages stay numbers.
        known = BY_NAME.get(column)
        is_number = known is None or known.type in (Type.EURO, Type.NUMBER)
        width = max(known.width if known else 12, len(column) + 2)
        sheet.set_column(position, position, width, None if is_number else text)
    sheet.freeze_panes(1, 1)
    for column, words in choices().items():
        _drop_down(book, sheet, columns.index(column), column, words)


def _drop_down(book: Workbook, sheet: Worksheet, position: int, column: str, words: list[str]) -> None:
    """Offer ``words``; others are let through, for several values and "geen antwoord" are fine."""
    lists = book.get_worksheet_by_name("Lijsten") or book.add_worksheet("Lijsten")
    lists.hide()
    at = list(choices()).index(column)
    lists.write_column(0, at, words)
    letter = chr(65 + at)
    sheet.data_validation(1, position, ROWS, position, {
        "validate": "list", "source": f"=Lijsten!${letter}$1:${letter}${len(words)}", "error_type": "information",
        "show_error": False,
    })  # fmt: skip


def _sheet_that_explains(book: Workbook, sheet: Worksheet) -> None:
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 40, wrap)
    sheet.set_column(1, 1, 90, wrap)
    row = 0
    for line in INTRODUCTION:
        sheet.merge_range(row, 0, row, 1, line, wrap)
        row += 1
    for column in all_columns():
        sheet.write_string(row + 1, 0, column, bold)
        sheet.write_string(row + 1, 1, explanation(column), wrap)
        row += 1


def columns_explained() -> str:
    """Return the columns as a table in Markdown, as ``docs/partner-file.md`` has it."""
    return _as_table("Wat u invult", COLUMNS)


def only_read_explained() -> str:
    """Return the columns that help to read a list and are not kept, as a table in Markdown."""
    return _as_table("Waarvoor wij die lezen", ONLY_READ)


def _as_table(about: str, columns: Iterable[PartnerColumn]) -> str:
    lines = [f"| `{column.name}` | {column.explanation} |" for column in columns]
    return "\n".join([f"| Kolom | {about} |", "|---|---|", *lines])


def write_templates(folder: Path) -> tuple[Path, Path]:
    """Write both forms into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = (folder / f"{NAME}.csv", folder / f"{NAME}.xlsx")
    for path, make in zip(written, (template_csv, template_xlsx), strict=True):
        path.write_bytes(make())
    return written


if __name__ == "__main__":
    write_templates(Path(sys.argv[1]))
