"""From the bytes of a file to rows of text, as Excel in the Netherlands writes them.

CSV (UTF-8 with or without BOM, UTF-16, Windows-1252; semicolon, comma or tab) and XLSX. Row numbers are those
that Excel shows. Whatever cannot be read raises :class:`FileFault`, which holds a problem worded for the user.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from regional.partners.portfolio import Level, Problem
from regional.texts import Message

MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_CELLS = 5_000_000
MAX_CELL = 2_000
"""Longer cells are cut: no value of a partner file is that long."""
DELIMITERS = (";", ",", "\t")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CELL = re.compile(rb"""\br=["']([A-Za-z]{0,3})(\d{1,8})["']""")


@dataclass(frozen=True)
class Sheet:
    """Rows of text with the row number that Excel shows; empty rows are left out."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class FileFault(Exception):
    """The file as a whole cannot be read; ``problem`` says why and how to mend it."""

    def __init__(self, code: str, what: Message, remedy: Message) -> None:
        super().__init__(code)
        self.problem = Problem(code, Level.ERROR, what, remedy)


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
                rows.append((number, tuple(_clean(cell) for cell in cells)))
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
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(
            _sheet(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        )
    except (CalamineError, ValueError, OSError, OverflowError) as fault:
        raise _not_a_sheet() from fault
    except BaseException as fault:
        # A panic inside the Rust reader comes as a BaseException of no importable type.
        if type(fault).__name__ == "PanicException":
            raise _not_a_sheet() from fault
        raise


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
            for entry in entries:
                if not entry.filename.startswith("xl/media/"):  # a workbook may keep its sheets anywhere
                    _check_extent(archive.read(entry))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError) as fault:
        raise _not_a_sheet() from fault
    except Exception as fault:
        # zlib.error, lzma.LZMAError, struct.error: a damaged archive has many names.
        if isinstance(fault, FileFault):
            raise
        raise _not_a_sheet() from fault


def _check_extent(xml: bytes) -> None:
    """One cell in the far corner makes a reader lay out every cell before it: refuse by the addresses."""
    rows = columns = 0
    for letters, digits in _CELL.findall(xml):
        rows = max(rows, int(digits))
        columns = max(columns, _column_number(letters))
    if rows * max(columns, 1) > MAX_CELLS:
        raise _too_large()


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _sheet(name: str, table: Sequence[Sequence[object]]) -> Sheet:
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in enumerate(table, 1):
        texts = tuple(cell_text(cell) for cell in cells)
        if any(texts):
            _check_size(len(rows), len(texts))
            rows.append((number, texts))
    return Sheet(name, tuple(rows))


def _check_size(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise _too_large()


def _clean(cell: str) -> str:
    """Take off needless white space, and the apostrophe that keeps a spreadsheet from seeing a formula."""
    text = " ".join(cell[:MAX_CELL].split())
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


def cell_text(cell: object) -> str:
    """Write a typed cell as a Dutch user would: a date in ISO form, a number with a decimal comma, nothing as ""."""
    return _clean(_SURROGATES.sub("�", _text(cell)))


def _text(cell: object) -> str:
    if cell is None or cell != cell:  # NaN and NaT differ from themselves
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _number(cell)
    return str(cell)


def _number(value: float) -> str:
    # Three decimals would read as thousands further on ("12,345"), so decimals are written out to six.
    return str(int(value)) if value.is_integer() else f"{value:.6f}".replace(".", ",")


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
