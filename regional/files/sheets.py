"""From the bytes of a file to rows of text, as Excel in the Netherlands writes them.

CSV (UTF-8 with or without BOM, UTF-16, Windows-1252; semicolon, comma or tab) and XLSX. Row numbers are those
that Excel shows. Whatever cannot be read raises :class:`FileFault`, which holds a problem worded for the user.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import dataclass

from regional.files.problems import FileFault
from regional.files.workbook import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    TooLargeError,
    UnreadableError,
    cell_text,
    clean,
    read_workbook,
)
from regional.texts import Message

__all__ = ["FileFault", "Sheet", "cell_text", "read_sheets"]

MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
DELIMITERS = (";", ",", "\t")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,8})["']""")


@dataclass(frozen=True)
class Sheet:
    """Rows of text with the row number that Excel shows; empty rows are left out."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a CSV (one) or XLSX file, told apart by their content, never by their name.

    Raises
    ------
    FileFault
        Empty, too large, protected by a password, an old .xls, or no spreadsheet at all.
    """
    if len(data) > MAX_BYTES:
        raise _too_large()
    if not data.strip(b"\x00 \t\r\n"):
        raise _empty()
    if data.startswith(_OLE):
        raise _protected() if _ENCRYPTED in data else _old_excel()
    sheets = _xlsx(data) if data.startswith(b"PK\x03\x04") else (_csv(data),)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise _empty()
    return filled


def _csv(data: bytes) -> Sheet:
    text = _decode(data)
    first, _, rest = text.partition("\n")
    separator = re.fullmatch(r'"?sep=(.)"?\s*', first, re.IGNORECASE)
    # Excel does not show its own "sep=" line, so row 1 is the line after it.
    body, delimiter = (rest, separator[1]) if separator else (text, _sniff(text))
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter), 1):
            _check_size(len(rows), len(cells))
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(clean(cell) for cell in cells)))
    except csv.Error as fault:
        raise _not_a_sheet() from fault
    return Sheet("", tuple(rows))


def _decode(data: bytes) -> str:
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text) or text.lstrip().lower().startswith(("%pdf", "<!doctype", "<html", "<?xml", "{\\rtf")):
            raise _not_a_sheet()
        return text
    raise _not_a_sheet()


def _sniff(text: str) -> str:
    """Return the delimiter that cuts the first lines into most columns, the semicolon where none does."""
    lines = text.splitlines()[:30]
    return max(DELIMITERS, key=lambda mark: sum(_outside_quotes(line).count(mark) > 0 for line in lines) * 1_000
               + max((_outside_quotes(line).count(mark) for line in lines), default=0))  # fmt: skip


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _xlsx(data: bytes) -> tuple[Sheet, ...]:
    _check_archive(data)
    try:
        return tuple(Sheet(name, tuple((n, tuple(cells)) for n, cells in rows)) for name, rows in read_workbook(data))
    except TooLargeError as fault:
        raise _too_large() from fault
    except UnreadableError as fault:
        raise _not_a_sheet() from fault


def _check_archive(data: bytes) -> None:
    """Refuse what is no workbook, and what would grow beyond measure when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "EncryptedPackage" in archive.namelist() or any(entry.flag_bits & 1 for entry in entries):
                raise _protected()
            if "xl/workbook.xml" not in archive.namelist():
                raise _not_a_sheet()
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise _too_large()
            # A workbook may keep its sheets anywhere.
            extents = [_extent(archive.read(entry)) for entry in entries if not entry.filename.startswith("xl/media/")]
            if sum(extents) > MAX_CELLS:
                raise _too_large()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError) as fault:
        raise _not_a_sheet() from fault
    except Exception as fault:
        # zlib.error, lzma.LZMAError, struct.error: a damaged archive has many names.
        if isinstance(fault, FileFault):
            raise
        raise _not_a_sheet() from fault


def _extent(xml: bytes) -> int:
    """Return the cells that a reader would lay out, by the addresses: one in the far corner needs all before it."""
    rows = columns = 0
    for letters, digits in _CELL.findall(xml):
        rows = max(rows, int(digits))
        columns = max(columns, _column_number(letters))
    return rows * max(columns, 1)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_size(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise _too_large()


def _empty() -> FileFault:
    return FileFault(
        "empty_file",
        Message.of("This file is empty."),
        Message.of("Choose a file with at least one partner in it."),
    )


def _too_large() -> FileFault:
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
