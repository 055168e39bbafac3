"""The list as a file that Excel opens and that reads back to the same partners."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from regional.partners.schema import NAME, all_columns

Records = Sequence[Mapping[str, str]]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; wide signs too, where Excel is Japanese or Chinese."""


def to_csv(records: Records) -> bytes:
    """Return records (column -> cell, of to_records) as CSV for Dutch Excel: ``;``, UTF-8 with BOM, CRLF.

    A cell that would be taken for a formula gets an apostrophe before it, which is taken off again when it is read.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns = _columns(records)
    writer.writerow(columns)
    writer.writerows([_harmless(record.get(column, "")) for column in columns] for record in records)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(records: Records) -> bytes:
    """Return records as a workbook; every cell is text, never a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Partners")
        heading = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"})
        text = book.add_format({"num_format": "@"})
        for place, column in enumerate(_columns(records)):
            sheet.write_string(0, place, column, heading)
            sheet.set_column(place, place, 32 if place == 0 else 16, text)
            for row, record in enumerate(records, start=1):
                sheet.write_string(row, place, record.get(column, ""), text)
        sheet.freeze_panes(1, 1)
    return out.getvalue()


def _columns(records: Records) -> list[str]:
    """Return the columns that hold something, in the order of the template; a name always."""
    used = {column for record in records for column in record}
    return [column for column in all_columns() if column in used or column == NAME]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
