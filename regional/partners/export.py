"""The list as a file that Excel opens and that reads back to the same partners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regional.files.tables import csv_file, workbook
from regional.partners.schema import NAME, all_columns

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Records = Sequence[Mapping[str, str]]


def to_csv(records: Records) -> bytes:
    """Return records (column -> cell, of to_records) as CSV for Dutch Excel."""
    columns = _columns(records)
    return csv_file([columns, *([record.get(column, "") for column in columns] for record in records)])


def to_xlsx(records: Records) -> bytes:
    """Return records as a workbook; every cell is text, never a formula or a link."""
    return workbook(lambda book: _fill(book, records))


def _fill(book: Workbook, records: Records) -> None:
    sheet = book.add_worksheet("Partners")
    heading = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"})
    text = book.add_format({"num_format": "@"})
    for place, column in enumerate(_columns(records)):
        sheet.write_string(0, place, column, heading)
        sheet.set_column(place, place, 32 if place == 0 else 16, text)
        for row, record in enumerate(records, start=1):
            sheet.write_string(row, place, record.get(column, ""), text)
    sheet.freeze_panes(1, 1)


def _columns(records: Records) -> list[str]:
    """Return the columns that hold something, in the order of the template; a name always."""
    used = {column for record in records for column in record}
    return [column for column in all_columns() if column in used or column == NAME]
