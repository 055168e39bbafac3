"""The empty partner file: as CSV, and as XLSX with drop-downs and a sheet that explains. Both read back in.

``python -m regional.partners.template FOLDER`` writes both.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from regional.dimensions import EVERYONE, REACH_GROUPS, dimension
from regional.partners.columns import COLUMNS, all_columns, share_columns
from regional.partners.explained import EXPLAINED, INTRODUCTION, SHARES_EXPLAINED
from regional.texts import texts

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "partnerbestand"
ROWS = 500
"""Rows with drop-downs."""
_WIDE = {"naam": 32, "werkgebied": 22, "vooral_voor": 24, "bereikt_ook": 24, "samenstelling_bron": 28}


def template_csv() -> bytes:
    """Return the headings as CSV for Dutch Excel: semicolons, UTF-8 with BOM, CRLF."""
    return (";".join(all_columns()) + "\r\n").encode("utf-8-sig")


def template_xlsx() -> bytes:
    """Return the workbook: the sheet to fill in, with drop-downs, and a sheet that explains every column."""
    import datetime as dt

    import xlsxwriter

    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        # A fixed date: the same template is the same file.
        book.set_properties({"title": "Partnerbestand", "created": dt.datetime(2026, 1, 1)})
        _sheet_to_fill(book, book.add_worksheet("Partners"))
        _sheet_that_explains(book, book.add_worksheet("Uitleg"))
    return buffer.getvalue()


def choices() -> dict[str, list[str]]:
    """Return column -> the words of its drop-down, in Dutch; every one of them is understood."""
    t = texts("nl")

    def labels(dimension_id: str) -> list[str]:
        return [t(category.label) for category in dimension(dimension_id).categories]

    return {
        "soort": labels("kind"),
        "status": ["actief", "mogelijk", "gestopt"],
        "sector": labels("sector"),
        "omvang": labels("size"),
        "rechtsvorm": ["stichting", "vereniging", "bv", "nv", "vof", "eenmanszaak", "coöperatie", "overheid"],
        "hoe_gevonden": labels("how_found"),
        "vooral_voor": [t(EVERYONE.label), *(t(category.label) for _, category in REACH_GROUPS)],
        "bereikt_ook": [t(category.label) for _, category in REACH_GROUPS],
        "samenstelling_van": ["publiek", "team"],
        "fase": labels("stage"),
        "visie_sluit_aan": ["hier vinden we elkaar", "hier praten we nog over"],
    }


def _sheet_to_fill(book: Workbook, sheet: Worksheet) -> None:
    heading = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "valign": "top"})
    text = book.add_format({"num_format": "@"})
    columns = all_columns()
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column, heading)
        # Text keeps "15-25" from becoming a date; money and percentages stay numbers.
        is_number = column in ("bedrag", "samenstelling_aantal") or column in share_columns()
        sheet.set_column(position, position, _WIDE.get(column, max(12, len(column) + 2)), None if is_number else text)
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


def explanation(column: str) -> str:
    """Return in plain Dutch what goes into a column."""
    if column in COLUMNS:
        return EXPLAINED[column]
    dimension_id, category_id = share_columns()[column]
    label = texts("nl")(dimension(dimension_id).category(category_id).label)
    return f"{label}: {SHARES_EXPLAINED}"


def write_templates(folder: Path) -> tuple[Path, Path]:
    """Write both forms into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = (folder / f"{NAME}.csv", folder / f"{NAME}.xlsx")
    for path, make in zip(written, (template_csv, template_xlsx), strict=True):
        path.write_bytes(make())
    return written


if __name__ == "__main__":
    write_templates(Path(sys.argv[1]))
