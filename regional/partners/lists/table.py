"""From sheets to one table of understood columns: which sheet, which row holds the headings, what is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from regional.files.problems import FileFault, Problem
from regional.files.sheets import Sheet
from regional.partners.columns import holds_persons, plain
from regional.partners.headings import is_about_persons, understood
from regional.partners.lists.guesses import SHOWN, Guess, by_word, guesses, likely_heading, signature
from regional.partners.lists.lines import Line, without_addresses
from regional.partners.lists.looks import is_place
from regional.partners.lists.passed_over import PassedOver, sort_rows
from regional.partners.schema import NAME
from regional.texts import Message

SEARCHED = 60
"""Rows at the top of a sheet among which the headings are sought: titles and notes may stand above them."""
OF_NAMES = 2.0
"""Headings that one of names weighs as much as: "leverancier" is one, and a cell below "soort" too."""
Cells = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class PartnerTable:
    """What there is to read: ``lines``, the rows of partners, or ``rows``, of records that we made ourselves.

    ``rows``: number and cells by column name. ``mapping`` heading -> column name; ``dropped`` headings about persons;
    ``unmapped`` headings nobody understood.
    ``passed_over``: names of other sheets that hold a column of names. ``problems``: what was mended in the file.
    ``others``: rows that are none; ``guesses``: what each column was taken for;
    ``signature``: what this kind of file is known by; ``notes``: what stands above and below the table; ``in_hand``:
    the sheet without what is about persons.
    """

    sheet: str
    mapping: Mapping[str, str]
    dropped: tuple[str, ...]
    unmapped: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    passed_over: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: tuple[Line, ...] = ()
    others: tuple[PassedOver, ...] = ()
    guesses: tuple[Guess, ...] = ()
    signature: str = ""
    notes: str = ""
    in_hand: Sheet | None = None

    @property
    def heading_of(self) -> dict[str, str]:
        """Return column name -> heading as written."""
        return {column: heading for heading, column in self.mapping.items()}

    @property
    def n(self) -> int:
        """Number of rows."""
        return len(self.rows) + len(self.lines)

    @property
    def has_names(self) -> bool:
        """Tell whether there is a column of names."""
        return NAME in self.mapping.values()


def find_table(sheets: Sequence[Sheet], mapping: Mapping[str, str] | None = None) -> PartnerTable:
    """Return the table of the sheet with a column of names; a visible one, then the most columns, goes before.

    Where no sheet has names, the first sheet's table comes back without them (``has_names``).
    """
    tables = [_table(sheet, mapping or {}) for sheet in sheets]
    named = [table for table in tables if table.has_names]
    if not named:
        return tables[0]
    hidden = {sheet.name for sheet in sheets if sheet.is_hidden}
    best = max(named, key=lambda table: (table.sheet not in hidden, _sure_of_names(table), len(table.mapping)))
    # A lone "naam" among headings that nobody understood is an explanation rather than a list.
    lists = [table for table in named if (len(table.mapping) > 1 or not table.unmapped) and _sure_of_names(table)]
    others = tuple(table.sheet for table in lists if table is not best and table.lines)
    return replace(best, passed_over=others)


def _sure_of_names(table: PartnerTable) -> bool:
    return any(guess.column == NAME and guess.is_sure for guess in table.guesses)


def _table(sheet: Sheet, mapping: Mapping[str, str]) -> PartnerTable:
    """Return the table of a sheet, its columns guessed by their headings and their cells."""
    at = _heading_row(sheet.rows[:SEARCHED])
    first, lines = (sheet.rows[at][1], sheet.rows[at + 1 :]) if at >= 0 else ((), sheet.rows)
    above = [cell for _, cells in sheet.rows[: max(at, 0)] for cell in cells if cell]
    headings = _headings(_with_group(first, sheet.rows[at - 1][1] if at > 0 else ()), lines)
    columns = {i: [_cell(cells, i) for _, cells in lines] for i in headings}
    kind_of_file = signature(headings.values())
    answered = {h: mapping.get(f"{kind_of_file}:{h}", mapping.get(h, "")) for h in headings.values()}
    dropped = [i for i, h in headings.items() if is_about_persons(h) or holds_persons(columns[i])]
    kept = {i: h for i, h in headings.items() if i not in dropped}
    found = guesses(kept, columns, {h: column for h, column in answered.items() if column})
    positions = {guess.column: guess.position for guess in found if guess.column}
    if NAME in positions:  # beside the name of the organisation, a bare "naam" is that of a person
        dropped += [i for i, h in kept.items() if i not in positions.values() and plain(h) in ("naam", "name")]
    rows, others = sort_rows(lines, kept, positions)
    made = tuple(Line(number, cells, positions, kind) for number, cells, kind in rows)
    return PartnerTable(
        sheet.name, {guess.heading: guess.column for guess in found if guess.column},
        tuple(headings[i] for i in sorted(dropped)),
        tuple(h for i, h in kept.items() if i not in positions.values() and i not in dropped),
        (), problems=sheet.problems, lines=made,
        others=tuple(others), guesses=tuple(_with_values(guess, made) for guess in found), signature=kind_of_file,
        notes=" ".join([*above, *(passed.what for passed in others)]),
        in_hand=_in_hand(sheet, at, set(dropped)),
    )  # fmt: skip


def _with_values(guess: Guess, lines: Sequence[Line]) -> Guess:
    """Return a guess with the first different values of the partners, not of headings and totals between them."""
    values = dict.fromkeys(cell for line in lines if (cell := _cell(line.raw, guess.position)))
    return replace(guess, values=tuple(values)[:SHOWN])


def _in_hand(sheet: Sheet, at: int, dropped: Set[int]) -> Sheet:
    """Return a sheet to be read again: what is about persons is out of it, but for the headings."""
    rows = tuple(
        (number, tuple("" if i in dropped and row != at else without_addresses(cell) for i, cell in enumerate(cells)))
        for row, (number, cells) in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows, is_hidden=False)


def _heading_row(lines: Sequence[Cells]) -> int:
    """Return the position of the headings: the row in which most cells look like one, that of names above all.

    A word such as "partner" also occurs as a value, so that a single known word counts as a heading only in the first
    row that is as wide as a table, or where the sheet is one column wide. -1 where no row has headings.
    """
    filled = [[cell for cell in cells if cell] for _, cells in lines]
    width = max(map(len, filled))
    first = next(i for i, cells in enumerate(filled) if len(cells) > 1 or width == 1)
    best, most = -1, 0.0
    for i, cells in enumerate(filled):
        known = [likely_heading(cell) for cell in cells]
        has_name = any(NAME in by_word(cell) and likely >= 0.5 for cell, likely in zip(cells, known, strict=True))
        score = sum(known) - 0.4 * sum(likely < 0.3 for likely in known) + OF_NAMES * has_name
        is_one = sum(likely >= 0.4 for likely in known) > 1 or width == 1 or i == first
        if is_one and max(known, default=0.0) >= 0.4 and score > most:
            best, most = i, score
    return (
        best if best >= 0 else (-1 if _is_data(lines[first][1], [cells for _, cells in lines[first + 1 :]]) else first)
    )


def _is_data(cells: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row looks like those below it: an amount, a year, a code or a place in it, or names alone.

    A row without any heading that is known is a partner rather than a heading: a partner is never lost to a guess.
    """
    if not others:
        return False
    if sum(map(bool, cells)) == 1 and all(sum(map(bool, row)) <= 1 for row in others):
        return True
    below = {i: [cell for row in others if (cell := _cell(row, i))] for i in range(len(cells))}
    places = [i for i, cell in enumerate(cells) if cell and is_place(cell) and below[i]]
    return any(re.search(r"\d", cell) for cell in cells) or any(
        sum(map(is_place, below[i])) * 2 > len(below[i]) for i in places
    )


def _with_group(first: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """Return headings of which a bare year, or nothing, gets what stands above it ("Bedrag" above 2024 and 2025)."""
    if sum(map(bool, above)) < 1 or not any(re.fullmatch(r"(?:19|20)\d\d", cell) for cell in first):
        return tuple(first)
    group, named = "", []
    for i, cell in enumerate(first):
        group = _cell(above, i) or group
        is_bare = re.fullmatch(r"(?:19|20)\d\d", cell) and len(group) < 40
        named.append(f"{group} {cell}".strip() if is_bare else cell)
    return tuple(named)


def make_table(
    sheet: str, first: Sequence[str], lines: Sequence[Cells], mapping: Mapping[str, str] | None
) -> PartnerTable:
    """Return the table of a row of headings that are our own and the rows below it: nothing in it is guessed."""
    headings = _headings(first, lines)
    columns = {i: [_cell(cells, i) for _, cells in lines] for i in headings}
    dropped = [i for i, h in headings.items() if is_about_persons(h) or holds_persons(columns[i])]
    kept = [i for i in headings if i not in dropped]
    found = understood([headings[i] for i in kept], mapping)
    positions = _positions(kept, headings, found)
    unmapped = tuple(headings[i] for i in kept if i not in positions.values() and headings[i])
    rows = tuple((number, {c: _cell(cells, i) for c, i in positions.items()}) for number, cells in lines)
    return PartnerTable(sheet, found, tuple(headings[i] for i in dropped), unmapped, rows)


def _headings(first: Sequence[str], lines: Sequence[Cells]) -> dict[int, str]:
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
    """Return the heading that holds "naam", else the first that nobody understood and is not a number."""
    near = [h for h in table.unmapped if NAME in plain(h) or "name" in plain(h)]
    others = [h for h in table.unmapped if not h.replace(".", "").isdecimal()]
    return next(iter([*near, *others]), "")
