"""Tables as files that Excel opens: no cell is ever taken for a formula or a link."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; wide signs too, where Excel is Japanese or Chinese."""
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True,
            "nan_inf_to_errors": False}  # fmt: skip


def csv_file(rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """Return rows as CSV for Dutch Excel: ``;``, decimal comma, UTF-8 with BOM, CRLF.

    A text that would be taken for a formula gets an apostrophe before it, which is taken off again when it is read.
    """
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def workbook(fill: Callable[[Workbook], object]) -> bytes:
    """Return the workbook that ``fill`` wrote into; a text in it stays a text."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        fill(book)
    return out.getvalue()


def _written(cell: str | float | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return str(cell).replace(".", ",")
