"""From sheets to one table of understood columns: which sheet, which row holds the headings, what is not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regional.files.problems import FileFault, Problem
from regional.files.sheets import Sheet
from regional.partners.columns import holds_persons, is_about_persons, plain, proposed, understood
from regional.texts import Message

SEARCHED = 25
"""Rows at the top of a sheet among which the headings are sought: titles and notes may stand above them."""
NAME = "naam"
Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class PartnerTable:
    """What there is to read: per row its number in Excel and its cells by column name.

    ``mapping`` heading -> column name; ``dropped`` headings about persons; ``unmapped`` headings nobody understood.
    ``passed_over``: names of other sheets that hold a column of names. ``problems``: what was mended in the file.
    """

    sheet: str
    mapping: Mapping[str, str]
    dropped: tuple[str, ...]
    unmapped: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    passed_over: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def heading_of(self) -> dict[str, str]:
        """Return column name -> heading as written."""
        return {column: heading for heading, column in self.mapping.items()}

    @property
    def has_names(self) -> bool:
        """Tell whether there is a column of names."""
        return NAME in self.mapping.values()


def find_table(sheets: Sequence[Sheet], mapping: Mapping[str, str] | None = None) -> PartnerTable:
    """Return the table of the sheet with a column of names; a visible one, then the most columns, goes before.

    Where no sheet has names, the first sheet's table comes back without them (``has_names``).
    """
    tables = [_table(sheet, mapping) for sheet in sheets]
    named = [table for table in tables if table.has_names]
    if not named:
        return tables[0]
    hidden = {sheet.name for sheet in sheets if sheet.is_hidden}
    best = max(named, key=lambda table: (table.sheet not in hidden, len(table.mapping)))
    # A lone "naam" among headings that nobody understood is an explanation rather than a list.
    lists = [table for table in named if len(table.mapping) > 1 or not table.unmapped]
    others = tuple(table.sheet for table in lists if table is not best and table.rows)
    return PartnerTable(best.sheet, best.mapping, best.dropped, best.unmapped, best.rows, others)


def _table(sheet: Sheet, mapping: Mapping[str, str] | None) -> PartnerTable:
    at = _heading_row(sheet.rows[:SEARCHED], mapping)
    table = make_table(sheet.name, sheet.rows[at][1], sheet.rows[at + 1 :], mapping)
    return replace(table, problems=sheet.problems)


def make_table(
    sheet: str, first: Sequence[str], lines: Sequence[Line], mapping: Mapping[str, str] | None
) -> PartnerTable:
    """Return the table of a row of headings and the lines below it."""
    headings = _headings(first, lines)
    columns = {i: [_cell(cells, i) for _, cells in lines] for i in headings}
    dropped = [i for i, h in headings.items() if is_about_persons(h) or holds_persons(columns[i])]
    kept = [i for i in headings if i not in dropped]
    found = understood([headings[i] for i in kept], mapping)
    positions = _positions(kept, headings, found)
    unmapped = tuple(headings[i] for i in kept if i not in positions.values() and headings[i])
    rows = tuple((number, {c: _cell(cells, i) for c, i in positions.items()}) for number, cells in lines)
    return PartnerTable(sheet, found, tuple(headings[i] for i in dropped), unmapped, rows)


def _heading_row(lines: Sequence[Line], mapping: Mapping[str, str] | None) -> int:
    """Return the position of the headings: the row with most understood headings, a column of names before all.

    A word such as "partner" also occurs as a value, so that a single understood word counts as a heading only in
    the first row that is as wide as a table, or where the sheet is one column wide.
    """
    filled = [[cell for cell in cells if cell] for _, cells in lines]
    width = max(map(len, filled))
    first = next(i for i, cells in enumerate(filled) if len(cells) > 1 or width == 1)
    best, best_score = first, (False, 0)
    for i, cells in enumerate(filled):
        found = understood(cells, mapping)
        score = (NAME in found.values(), len(found))
        if (len(found) > 1 or width == 1 or i == first) and score > best_score:
            best, best_score = i, score
    return best


def _headings(first: Sequence[str], lines: Sequence[Line]) -> dict[int, str]:
    """Return position -> heading; a filled column without a heading goes by its letter in Excel."""
    width = max([len(first), *(len(cells) for _, cells in lines)])
    headings = {i: _cell(first, i) for i in range(width)}
    return {i: h or _letter(i) for i, h in headings.items() if h or any(_cell(cells, i) for _, cells in lines)}


def _letter(position: int) -> str:
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _positions(kept: Iterable[int], headings: Mapping[int, str], found: Mapping[str, str]) -> dict[str, int]:
    """Return column name -> position; of two equal headings the first is read."""
    positions: dict[str, int] = {}
    for i in kept:
        if headings[i] in found:
            positions.setdefault(found[headings[i]], i)
    return positions


def _cell(cells: Sequence[str], position: int) -> str:
    return cells[position] if position < len(cells) else ""


def no_names(table: PartnerTable) -> FileFault:
    """Return the fault of a table without names, with the heading that may be theirs."""
    what = Message.of("There is no column with the names of your partners.")
    guess = _likely_names(table)
    if not guess:
        return FileFault("no_names", what, Message.of("Write “naam” above the column with the names of your partners."))
    remedy = Message.of("Is “{heading}” the column with the names? Then choose it, or call it “naam”.", heading=guess)
    return FileFault("no_names", what, remedy)


def _likely_names(table: PartnerTable) -> str:
    """Return the heading that resembles "naam" most, else the first that nobody understood and is not a number."""
    near = [h for h in table.unmapped if proposed(h) == NAME or NAME in plain(h) or "name" in plain(h)]
    others = [h for h in table.unmapped if not h.replace(".", "").isdecimal()]
    return next(iter([*near, *others]), "")
