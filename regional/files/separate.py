"""From text to rows of cells: which separator and which quotes, and what to do where they do not come out.

Row numbers are those that Excel shows. Nothing is swallowed: a quote that is opened and never closed costs no row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SEPARATORS = (";", ",", "\t", "|", "^", "~", "¦", "§")
QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("„", "”"), ("„", "“"), ("”", "”"), ("‘", "’"), ("«", "»"))
SAMPLE = 60
"""Lines by which the separator and the quotes are chosen."""
LONGEST_CELL = 40
"""Lines that one cell may go over."""
_BLANK = " \t\"'" + "".join(SEPARATORS)
Row = tuple[int, list[str]]


@dataclass
class Separated:
    """Rows with the row number of Excel; in which rows a quote was not closed, or there were too many cells."""

    rows: list[Row] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    too_wide: list[int] = field(default_factory=list)


def separate(text: str) -> Separated:
    """Return the rows of a text; a line "sep=;" at the top is none."""
    lines = re.split(r"\r\n|\r|\n", text)
    separator = re.fullmatch(r"""["']?sep= *([^ ]|\\t)["']?[;,\t]*\s*""", lines[0].strip(" "), re.IGNORECASE)
    if separator:
        lines = lines[1:]
    sample = [line for line in lines[: SAMPLE * 4] if line.strip(_BLANK)][:SAMPLE]
    if separator and not any(separator[1].replace("\\t", "\t") in line for line in sample):
        separator = None  # it says what is not so
    if not separator and _is_folded(sample):
        lines = [_unfolded_line(line) for line in lines]
        sample = [_unfolded_line(line) for line in sample]
    mark = separator[1].replace("\\t", "\t") if separator else _separator(sample)
    quotes = _quotes(sample, mark)
    return _Reader(mark, *quotes, _width(sample, mark, quotes)).read(lines)


def unfold(rows: Sequence[Row]) -> list[Row]:
    """Return rows that all stand in the first column ("naam;plaats;bedrag") as the cells they once were.

    A comma in an amount may have put its decimals in the next column.
    """
    texts = [",".join(cell for cell in cells if cell) for _, cells in rows]
    lone = sum(bool(cells) and sum(map(bool, cells[1:])) < 2 for _, cells in rows)
    if not texts or lone < 0.8 * len(texts) or sum(map(bool, rows[0][1])) != 1:
        return list(rows)
    if not any(mark in texts[0] for mark in SEPARATORS if mark != ","):
        return list(rows)
    mark = _separator(texts[:SAMPLE])
    inside = [mark in text for text in texts]
    if mark == "," or not inside[0] or sum(inside) < 0.8 * len(texts):
        return list(rows)
    again = separate("sep=" + mark + "\n" + "\n".join(text.replace("\n", " ") for text in texts))
    numbers = [number for number, _ in rows]
    return [(numbers[at - 1], cells) for at, cells in again.rows]


def _is_folded(sample: Sequence[str]) -> bool:
    """Tell whether every line is one quoted cell with separators inside, as Excel saves what it did not take apart."""
    whole = [line for line in sample if re.fullmatch(r'\s*"(?:[^"]|"")*"[;,\t]*\s*', line)]
    if not sample or len(whole) < max(0.9 * len(sample), 1):
        return False
    inner = [_unfolded_line(line) for line in whole]
    mark = _separator(inner)
    return mark in inner[0] and sum(mark in line for line in inner) > 0.8 * len(inner)


def _unfolded_line(line: str) -> str:
    found = re.fullmatch(r'\s*"((?:[^"]|"")*)"[;,\t]*\s*', line)
    return found[1].replace('""', '"') if found else line


def _separator(sample: Sequence[str]) -> str:
    """Return the mark that cuts most lines into the same number of cells; the semicolon where none does."""
    return max(SEPARATORS, key=lambda mark: (_evenness(sample, mark), -SEPARATORS.index(mark)))


def _evenness(sample: Sequence[str], mark: str) -> float:
    widths = Counter(len(split(line, mark, '"', '"').cells) for line in sample)
    widths.pop(1, None)
    if not widths:
        return 0.0
    width, n = max(widths.items(), key=lambda item: (item[1] * (1 + 0.02 * min(item[0], 20)), item[0]))
    others = sum(widths.values()) - n
    return (n + 0.3 * others) / len(sample) * (1 + 0.02 * min(width, 20))


def _quotes(sample: Sequence[str], mark: str) -> tuple[str, str]:
    """Return the quotes around cells: any pair that opens and closes most cells that it opens ("'s-Hertogenbosch")."""
    cells = [cell.strip() for line in sample for cell in line.split(mark)]
    best, most = ('"', '"'), 0
    for opening, closing in QUOTES:
        opened = [cell for cell in cells if cell.startswith(opening) and len(cell) > 1]
        closed = sum(cell.endswith(closing) for cell in opened)
        if closed > most and closed >= 0.7 * len(opened) and (opening == '"' or closed > 1):
            best, most = (opening, closing), closed
    return best


def _width(sample: Sequence[str], mark: str, quotes: tuple[str, str]) -> int:
    """Return how many cells most lines have; a decimal comma that is no separator cuts none."""
    found = _commonest(sample, mark, quotes)
    if mark != "," or not sample:
        return found
    first = len(split(sample[0], mark, *quotes).cells)
    with_decimals = [_DECIMALS.sub(r"\1.\2", line) for line in sample]
    return first if first < found and _commonest(with_decimals, mark, quotes) == first else found


_DECIMALS = re.compile(r"(\d),(\d\d)(?=,|$)")


def _commonest(lines: Sequence[str], mark: str, quotes: tuple[str, str]) -> int:
    widths = Counter(len(found.cells) for line in lines if (found := split(line, mark, *quotes)).is_whole)
    return max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))[0]


@dataclass(frozen=True)
class Split:
    """Cells of a record; ``is_open``: a quoted cell did not end; ``is_odd``: text stands behind a closing quote."""

    cells: list[str]
    is_open: bool = False
    is_odd: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether every quote came out."""
        return not (self.is_open or self.is_odd)


def split(record: str, mark: str, opening: str, closing: str) -> Split:
    """Cut one record at the marks outside quotes; a doubled quote inside quotes is one."""
    if opening not in record:
        return Split(record.split(mark))
    cells, at, is_odd, blank = [], 0, False, " " if mark == "\t" else " \t"
    while True:
        start = at
        while record[start : start + 1] in tuple(blank):
            start += 1
        if not record.startswith(opening, start):
            end = record.find(mark, at)
            cells.append(record[at : end if end >= 0 else len(record)])
        else:
            close = _closing(record, start + 1, mark, opening, closing)
            if close < 0:
                return Split([*cells, record[start + 1 :]], is_open=True)
            end = record.find(mark, close + 1)
            rest = record[close + 1 : end if end >= 0 else len(record)]
            is_odd = is_odd or bool(rest.strip())
            cells.append(record[start + 1 : close].replace(closing * 2, closing) + rest)
        if end < 0:
            return Split(cells, is_odd=is_odd)
        at = end + 1


def _closing(record: str, at: int, mark: str, opening: str, closing: str) -> int:
    """Return where a quoted cell ends, -1 where it does not; doubled, or behind a backslash, a quote does not end it.

    A closing quote that looks unlike the opening one may be an apostrophe: it ends a cell only before a mark.
    """
    while True:
        found = record.find(closing, at)
        if found < 0:
            return -1
        if record[found + 1 : found + 2] == closing and opening == closing:
            at = found + 2
        elif (record[found - 1 : found] == "\\" and record.find(closing, found + 1) > 0) or (
            opening != closing and record[found + 1 :].lstrip(" ")[:1] not in ("", mark, "\n")
        ):
            at = found + 1
        else:
            return found


@dataclass
class _Reader:
    """Reads lines into rows of about ``width`` cells."""

    mark: str
    opening: str
    closing: str
    width: int

    def read(self, lines: Sequence[str]) -> Separated:
        found = Separated()
        for number, cells, is_unclosed in self._records(lines):
            if is_unclosed:
                found.unclosed.append(number)
            if len(cells) > self.width > 1 and any(cell.strip() for cell in cells[self.width :]):
                cells = _with_decimals(cells, self.width) if self.mark == "," else cells
                if len(cells) > self.width:
                    found.too_wide.append(number)
            if any(cell and not cell.isspace() for cell in cells):
                found.rows.append((number, cells))
        return found

    def _records(self, lines: Sequence[str]) -> Iterator[tuple[int, list[str], bool]]:
        at, number = 0, 0
        while at < len(lines):
            number += 1
            first = self._split(lines[at])
            if first.is_whole:
                yield number, first.cells, False
                at += 1
                continue
            longer = self._over_lines(lines, at) if first.is_open else None
            if longer:
                cells, taken = longer
                yield number, cells, False
                at += taken
                continue
            raw = lines[at].split(self.mark)
            is_better = first.is_open or (len(first.cells) != self.width and len(raw) == self.width)
            stripped = [cell.strip().strip(self.opening + self.closing) for cell in raw]
            yield number, stripped if is_better else first.cells, is_better
            at += 1

    def _split(self, record: str) -> Split:
        return split(record, self.mark, self.opening, self.closing)

    def _over_lines(self, lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
        """Return a record whose quoted cell goes on over the next lines, and how many; None where it never ends.

        A line in between that is a row by itself shows that the quote was forgotten.
        """
        record = lines[at]
        for taken in range(2, min(LONGEST_CELL, len(lines) - at) + 1):
            line = lines[at + taken - 1]
            record += "\n" + line
            found = self._split(record)
            if found.is_whole:
                return (found.cells, taken) if len(found.cells) <= max(self.width, 1) else None
            is_a_row = self.width > 1 and line.count(self.mark) == self.width - 1 and self._split(line).is_whole
            if found.is_odd or is_a_row:
                return None
        return None


def _with_decimals(cells: list[str], width: int) -> list[str]:
    """Put together the amounts that a decimal comma cut in two ("1.250" and "00"), where that gives the right width."""
    pairs = [
        at for at, (cell, rest) in enumerate(pairwise(cells))
        if re.fullmatch(r"[-−(]?\s*(?:€|EUR)?\s*[\d.]+", cell.strip()) and re.fullmatch(r"\d{2}\)?", rest.strip())
    ]  # fmt: skip
    if len(pairs) != len(cells) - width:
        return cells
    joined = list(cells)
    for at in reversed(pairs):
        joined[at : at + 2] = [f"{joined[at].strip()},{joined[at + 1].strip()}"]
    return joined
