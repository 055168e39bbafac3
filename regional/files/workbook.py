"""The sheets of an XLSX; runs in the process apart (:mod:`regional.files.process`): it may be made to harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from regional.files.cells import cell_text
from regional.files.process import TooLargeError, UnreadableError
from regional.files.separate import Row

MAX_CELLS = 2_000_000
"""Cells that a reader lays out: all before the one furthest from the corner."""
MAX_UNPACKED = 100_000_000
MAX_MERGED = 50_000
"""Cells that are merged: a list has hardly any, and each takes more memory than a row."""
CHUNK, OVERLAP = 1_000_000, 2_000
_CELL = re.compile(rb"""<c\b[^>]*?\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,8})["']""")
_NO_VALUE = re.compile(
    rb"""<c\b[^>]*?\br\s*=\s*["'][A-Za-z]{1,3}(\d{1,8})["'][^>]*>\s*"""
    rb"""<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"""
)
_MERGED = re.compile(rb"mergeCell\s")
Notes = list[tuple[str, int, int]]


def workbook_sheets(data: bytes) -> Iterator[tuple[str, bool, Iterator[Row], Notes]]:
    """Yield name, whether hidden, rows and notes of every sheet, visible ones first.

    A cell that was merged over several rows counts in each of them. Formulas that no program worked out are noted.

    Raises
    ------
    TooLargeError, UnreadableError
    """
    empty = _check(data)
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    for about in sorted(found, key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible):
        sheet = workbook.get_sheet_by_name(about.name)
        notes: Notes = [("formulas_without_value", len(empty), empty[0])] if empty else []
        empty = []
        yield about.name, about.visible != SheetVisibleEnum.Visible, _rows(sheet), notes


def _rows(sheet) -> Iterator[Row]:  # type: ignore[no-untyped-def] # noqa: ANN001
    """Yield the rows of a sheet of calamine, in which a merged cell stands in every row that it goes over."""
    over: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top:
            over.setdefault(top, []).append((left, min(bottom, top + 1_000)))
    going: dict[int, tuple[int, str]] = {}
    for at, cells in enumerate(sheet.iter_rows()):
        texts = [cell_text(cell) for cell in cells]
        for column, (last, text) in going.items():
            if at <= last and column < len(texts):
                texts[column] = texts[column] or text
        for column, last in over.get(at, ()):
            going[column] = (last, texts[column] if column < len(texts) else "")
        if any(texts):
            yield at + 1, texts


def _check(data: bytes) -> list[int]:
    """Refuse what is no workbook, and what grows beyond measure; return the rows of formulas without a value."""
    empty: list[int] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if "xl/workbook.xml" not in archive.namelist():
            raise UnreadableError
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise TooLargeError
        cells = merged = 0
        for entry in entries:  # a workbook may keep its sheets anywhere
            if not entry.filename.startswith("xl/media/"):
                extent, rows, joined = _scan(archive, entry)
                cells += extent
                empty += rows
                merged += joined
        if cells > MAX_CELLS or merged > MAX_MERGED:
            raise TooLargeError
    return sorted(set(empty))


def _scan(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[int, list[int], int]:
    """Return the cells that a reader would lay out, the rows of formulas without a value, and how many are merged."""
    rows = columns = merged = 0
    empty: list[int] = []
    with archive.open(entry) as file:
        rest = b""
        while piece := file.read(CHUNK):
            text = rest + piece
            for letters, digits in _CELL.findall(text):
                rows, columns = max(rows, int(digits)), max(columns, _column_number(letters))
            empty += [int(digits) for digits in _NO_VALUE.findall(text)]
            merged += len(_MERGED.findall(piece))
            rest = text[-OVERLAP:]
    return rows * max(columns, 1), empty, merged


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
