"""Read an XLSX in a process of its own: a workbook made to harm takes that process down, and never the dashboard.

Run as a script (``python -I workbook.py``): a workbook on standard input, its sheets as JSON on standard output.
It imports nothing of the rest, so that it starts quickly.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_CELLS = 5_000_000
MAX_CELL = 2_000
"""Longer cells are cut: no value of a partner file is that long."""
MAX_TEXT = 100_000_000
"""Characters in all cells together."""
MEMORY, SECONDS = 1_500_000_000, 30
"""What the process may use; ``SECONDS`` of work."""
PATIENCE = 120.0
"""Seconds by the clock: on a busy machine work takes longer."""
TOO_LARGE, UNREADABLE = 3, 4
Rows = list[tuple[int, list[str]]]
_SURROGATES = re.compile("[\ud800-\udfff]")
_AT_ONCE = threading.Semaphore(2)


class TooLargeError(Exception):
    """The workbook asks for more than a list of partners ever does."""


class UnreadableError(Exception):
    """It is no workbook, or a damaged one."""


def read_workbook(data: bytes) -> list[tuple[str, Rows]]:
    """Return name and filled rows, with the row number that Excel shows, of every sheet of an XLSX.

    Raises
    ------
    TooLargeError, UnreadableError
    """
    command = [sys.executable, "-I", str(Path(__file__))]
    with _AT_ONCE:
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired as late:
            raise TooLargeError from late
    if done.returncode == UNREADABLE:
        raise UnreadableError
    if done.returncode:  # our own answer, or ended by a limit
        raise TooLargeError
    return [(name, [(number, cells) for number, cells in rows]) for name, rows in json.loads(done.stdout)]


def cell_text(cell: object) -> str:
    """Write a typed cell as a Dutch user would: a date in ISO form, a number with a decimal comma, nothing as ""."""
    return clean(_SURROGATES.sub("�", _text(cell)))


def clean(cell: str) -> str:
    """Take off needless white space, and the apostrophe that keeps a spreadsheet from seeing a formula."""
    text = " ".join(cell[:MAX_CELL].split())
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") else text


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


def _main() -> int:
    """Read from standard input, write to standard output; any fault of the reader is one of the file."""
    _limit()
    try:
        sheets = _sheets(sys.stdin.buffer.read())
    except (TooLargeError, MemoryError):
        return TOO_LARGE
    except BaseException:  # a panic of the Rust reader is no Exception
        return UNREADABLE
    sys.stdout.write(json.dumps(sheets))
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows; there one works alone, on one's own computer
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(data: bytes) -> list[tuple[str, Rows]]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found, cells, characters = [], 0, 0
    for name in workbook.sheet_names:
        table = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        cells += len(table) * len(table[0]) if table else 0
        if cells > MAX_CELLS:
            raise TooLargeError
        rows = _rows(table)
        characters += sum(len(text) for _, texts in rows for text in texts)
        if characters > MAX_TEXT:
            raise TooLargeError
        found.append((name, rows))
    return found


def _rows(table: Sequence[Sequence[object]]) -> Rows:
    rows: Rows = []
    for number, cells in enumerate(table, 1):
        texts = [cell_text(cell) for cell in cells]
        if any(texts):
            if len(rows) > MAX_ROWS or len(texts) > MAX_COLUMNS:
                raise TooLargeError
            rows.append((number, texts))
    return rows


if __name__ == "__main__":
    sys.exit(_main())
