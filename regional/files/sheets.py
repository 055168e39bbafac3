"""From the bytes of a file to rows of text, as Excel in the Netherlands and others write them.

CSV in any code page, separator and quotes, and XLSX; read in a process apart. Row numbers are those that Excel shows.
Whatever cannot be read raises :class:`FileFault`, which holds a problem worded for the user; what was mended on the
way is told with its sheet.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from regional.files.cells import cell_text
from regional.files.problems import FileFault, Level, Problem
from regional.files.process import Answer, Told, TooLargeError, UnreadableError, apart, apart_each
from regional.files.reader import MAX_ROWS
from regional.texts import N_, Message

__all__ = [
    "FileFault",
    "Sheet",
    "cell_text",
    "read_each",
    "read_sheets",
    "sheet_bytes",
    "sheets_in",
    "sheets_of",
    "too_large",
]

MAX_BYTES = 20_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_READER = "regional.files.reader"
_SHOWN = 20
"""Rows of one kind of note that are told one by one."""


@dataclass(frozen=True)
class Sheet:
    """Rows of text with the row number that Excel shows; empty rows are left out.

    ``problems`` is what was mended, or lost, on the way.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    is_hidden: bool = False
    problems: tuple[Problem, ...] = ()


def read_sheets(data: bytes, told: Told | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of a CSV (one) or XLSX file, told apart by their content, never by their name; visible first.

    ``told`` hears how far the reading is; what it raises ends it.

    Raises
    ------
    FileFault
        Empty, too large, protected by a password, an old .xls, or no spreadsheet at all.
    """
    return sheets_in(sheets_of(data, told))


def sheets_of(data: bytes, told: Told | None = None) -> bytes:
    """Return the sheets of a file as JSON, which :func:`sheets_in` reads; FileFault as :func:`read_sheets`."""
    fault = _fault(data)
    if fault:
        raise fault
    try:
        return apart(_READER, data, told)
    except TooLargeError as error:
        raise too_large() from error
    except UnreadableError as error:
        raise _not_a_sheet() from error


def read_each(many: Sequence[bytes]) -> list[tuple[Sheet, ...] | FileFault]:
    """Return of many files, each by itself, what :func:`read_sheets` returns or raises; much faster than one by one."""
    faults = [_fault(data) for data in many]
    good = [data for data, fault in zip(many, faults, strict=True) if fault is None]
    answers = iter(apart_each(_READER, good))
    return [fault or _sheets_or_fault(next(answers)) for fault in faults]


def _sheets_or_fault(answer: Answer) -> tuple[Sheet, ...] | FileFault:
    try:
        return _sheets(answer)
    except FileFault as fault:
        return fault


def _fault(data: bytes) -> FileFault | None:
    """Return why a file is not read at all, as far as its first look tells."""
    if len(data) > MAX_BYTES:
        return too_large()
    if not data.strip(b"\x00 \t\r\n"):
        return _empty()
    if data.startswith(_OLE):
        return _protected() if _ENCRYPTED in data else _old_excel()
    is_locked = data.startswith(b"PK\x03\x04") and (b"EncryptedPackage" in data or data[6] & 1)
    return _protected() if is_locked else None


def _sheets(answer: Answer) -> tuple[Sheet, ...]:
    if isinstance(answer, TooLargeError):
        raise too_large() from answer
    if isinstance(answer, UnreadableError):
        raise _not_a_sheet() from answer
    return sheets_in(answer)


def sheets_in(read: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of what :func:`sheets_of` gave; FileFault where all are empty."""
    sheets = tuple(
        Sheet(sheet["name"], tuple((number, tuple(cells)) for number, cells in sheet["rows"]), sheet["hidden"],
              _problems(sheet["notes"]))
        for sheet in json.loads(read) if sheet["rows"]
    )  # fmt: skip
    if not sheets:
        raise _empty()
    return sheets


def sheet_bytes(sheet: Sheet) -> bytes:
    """Return one sheet as :func:`sheets_of` gives it, without what was noted of its file."""
    read = [{"name": sheet.name, "hidden": sheet.is_hidden, "rows": sheet.rows, "notes": []}]
    return json.dumps(read, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


_AGAIN = N_("Is a word not right? Save the file again in Excel as “CSV UTF-8”.")
_NOTHING = N_("Nothing else is needed.")
_TOLD: dict[str, tuple[Level, str, str, str]] = {
    "code_page": (Level.INFO, N_("The letters of this file are those of a Mac or of DOS, and were read so."), "",
                  _AGAIN),
    "bad_bytes": (Level.WARNING, N_("{n} letter in this file was damaged, and read as well as we could."),
                  N_("{n} letters in this file were damaged, and read as well as we could."), _AGAIN),
    "letters_mended": (Level.INFO, N_("In {n} row letters were damaged before, such as Ã© for é. They are mended."),
                       N_("In {n} rows letters were damaged before, such as Ã© for é. They are mended."), _AGAIN),
    "letters_lost": (Level.WARNING, N_("{n} letter is lost in this file. It shows as �."),
                     N_("{n} letters are lost in this file. They show as �."), N_("Correct these words in your list.")),
    "control_characters": (Level.INFO, N_("{n} sign that cannot be shown was left out or mended."),
                           N_("{n} signs that cannot be shown were left out or mended."), _NOTHING),
    "entities": (Level.INFO, N_("In {n} row codes of a website, such as &amp;, were read as signs."),
                 N_("In {n} rows codes of a website, such as &amp;, were read as signs."), _NOTHING),
    "quote_unclosed": (Level.WARNING, N_("In this row a quotation mark opens and never closes. It was left out."), "",
                       N_("Check this row, and take the quotation mark out.")),
    "too_many_cells": (Level.WARNING, N_("This row has more cells than the others. What is too much was not read."), "",
                       N_("Does a cell hold the separator? Put the cell between quotation marks.")),
    "formulas_without_value": (Level.WARNING, N_("{n} row holds a formula of which the outcome is not in the file."),
                               N_("{n} rows hold formulas of which the outcome is not in the file."),
                               N_("Open the file in Excel, save it, and choose it again.")),
    "error_values": (Level.WARNING, N_("{n} row holds an error of Excel, such as #N/B. That cell was left empty."),
                     N_("{n} rows hold an error of Excel, such as #N/B. Those cells were left empty."),
                     N_("Mend the formula in Excel, or fill in the value.")),
}  # fmt: skip
"""Code of a note: level, what is told of one, of many ("" where each is told by itself), and the remedy."""


def _problems(notes: list[tuple[str, int, int]]) -> tuple[Problem, ...]:
    """Return what was noted, worded; of many rows of one kind the first ones."""
    told, seen = [], dict[str, int]()
    for code, n, row in notes:
        seen[code] = seen.get(code, 0) + 1
        if seen[code] > _SHOWN:
            continue
        level, one, many, remedy = _TOLD[code]
        what = Message.counted(one, many, n) if many else Message.of(one)
        told.append(Problem(code, level, what, Message.of(remedy), row or None))
    return tuple(told)


def _empty() -> FileFault:
    return FileFault(
        "empty_file",
        Message.of("This file is empty."),
        Message.of("Choose a file with at least one partner in it."),
    )


def too_large() -> FileFault:
    """Return the fault of a file of which more is asked than of a list of partners."""
    return FileFault(
        "too_large",
        Message.counted("This file is too large: at most {n} row and {megabytes} MB can be read.",
                        "This file is too large: at most {n} rows and {megabytes} MB can be read.", MAX_ROWS,
                        megabytes=MAX_BYTES // 1_000_000),
        Message.of("Keep only the sheet with your partners, and remove empty rows and columns around it."),
    )  # fmt: skip


def _protected() -> FileFault:
    return FileFault(
        "password",
        Message.of("This file is protected with a password."),
        Message.of("Take off the password in Excel (File, Info) and choose the file again."),
    )


def _old_excel() -> FileFault:
    return FileFault(
        "old_excel",
        Message.of("This is a file of an old Excel (.xls)."),
        Message.of("Open it in Excel, choose Save as, and choose Excel workbook (.xlsx)."),
    )


def _not_a_sheet() -> FileFault:
    return FileFault(
        "not_a_spreadsheet",
        Message.of("This is not a spreadsheet that we can read."),
        Message.of("Choose a file in CSV or XLSX. In Excel: Save as, Excel workbook (.xlsx)."),
    )
