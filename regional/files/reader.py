"""From the bytes of a CSV or XLSX to rows of text; runs in the process apart (:mod:`regional.files.process`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from regional.files.cells import clean, is_error
from regional.files.decode import NoTextError, decode, mend
from regional.files.process import TooLargeError, UnreadableError
from regional.files.separate import Row, separate, unfold

MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_TEXT = 40_000_000
"""Characters in all cells together."""
Notes = list[tuple[str, int, int]]
"""What was noted: a code, how often, and the first row, 0 for none."""


def work(data: bytes, told: Callable[[float], object]) -> bytes:
    """Return the sheets of a file as JSON: name, hidden or not, rows with their number in Excel, and what was noted."""
    told(0.0)
    if data.startswith(b"PK\x03\x04"):
        from regional.files.workbook import workbook_sheets

        sheets = [{"name": name, "hidden": hidden, **_sheet(unfold(list(rows)), notes)}
                  for name, hidden, rows, notes in workbook_sheets(data)]  # fmt: skip
    else:
        sheets = [{"name": "", "hidden": False, **_csv(data)}]
    told(1.0)
    return json.dumps(sheets, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _csv(data: bytes) -> dict[str, Any]:
    try:
        decoded = decode(data)
    except NoTextError as fault:
        raise UnreadableError from fault
    lines = decoded.text.splitlines()
    if sum(bool(line.strip(" ;,\t|\"'")) for line in lines) > MAX_ROWS + 1:
        raise TooLargeError
    del lines
    found = separate(decoded.text)
    notes: Notes = [(note.code, note.n, 0) for note in decoded.notes]
    notes += [("quote_unclosed", 1, row) for row in found.unclosed]
    notes += [("too_many_cells", 1, row) for row in found.too_wide]
    return _sheet(found.rows, notes, are_mended=True)


def _sheet(rows: Iterable[Row], notes: Notes, *, are_mended: bool = False) -> dict[str, Any]:
    """Return filled rows and notes (code, how often, first row, example), within the limits."""
    kept: list[Row] = []
    characters, errors, mended = 0, list[int](), Counter[str]()
    for number, cells in rows:
        texts = [clean(cell) for cell in cells]
        if not are_mended:
            texts = [_mended(text, mended) if not text.isascii() or "_x00" in text else text for text in texts]
        if any(map(is_error, texts)):
            errors.append(number)
            texts = ["" if is_error(text) else text for text in texts]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        characters += sum(map(len, texts))
        if len(kept) > MAX_ROWS or len(texts) > MAX_COLUMNS or characters > MAX_TEXT:
            raise TooLargeError
        kept.append((number, texts))
    notes += [(code, n, 0) for code, n in mended.items()]
    notes += [("error_values", len(errors), errors[0])] if errors else []
    return {"rows": kept, "notes": notes}


def _mended(text: str, notes: Counter[str]) -> str:
    try:
        text, found = mend(text)
    except NoTextError:
        return ""
    notes.update({note.code: note.n for note in found})
    return clean(text)
