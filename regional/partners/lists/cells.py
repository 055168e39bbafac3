"""The cells of a list in one form: amounts and dates by the column, kinds and groups as ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from regional.files.problems import CellFault
from regional.partners.amounts import AmountColumn, amount_column, heading_scale
from regional.partners.dates import DateColumn, date_column, years_in
from regional.partners.lists.findings import Findings
from regional.partners.lists.lines import Line
from regional.partners.lists.sectors import COLUMN as SECTOR
from regional.partners.lists.sectors import sector_cell, sector_edition
from regional.partners.lists.words import COLUMNS, WordReader
from regional.partners.values import answer_in
from regional.texts import N_, Message

AMOUNT = "bedrag"
"""Columns of amounts begin so: "bedrag", "bedrag_2024"."""
DATES = ("sinds", "tot")
_T = TypeVar("_T")


@dataclass(slots=True)
class ReadLine:
    """One row with its cells in one form; amounts as (year or None, euros), and the year that the row is about."""

    line: Line
    cells: dict[str, str]
    amounts: list[tuple[int | None, float]] = field(default_factory=list)
    year: int | None = None

    @property
    def name(self) -> str:
        """The name as written."""
        return self.cells.get("naam", "")


def read_lines(lines: Sequence[Line], findings: Findings, notes: str) -> list[ReadLine]:
    """Return the rows with their cells read; ``notes``: what stands around the table, which may tell the scale."""
    columns = list(lines[0].positions) if lines else []
    whole = [c for c in columns if c.startswith(AMOUNT) or c in DATES or c == SECTOR]
    cells = {column: [(line.cell(column), line.number) for line in lines] for column in whole}
    amounts = {c: _amount_column(c, cells[c], findings, notes) for c in columns if c.startswith(AMOUNT)}
    dates = {c: date_column([cell for cell, _ in cells[c]]) for c in columns if c in DATES}
    reader = _CellReader(findings, amounts, dates, sector_edition(cells.get(SECTOR, []), findings))
    read = [reader.read(line) for line in lines]
    reader.words.ask()
    return read


@dataclass
class _CellReader:
    findings: Findings
    amounts: Mapping[str, AmountColumn]
    dates: Mapping[str, DateColumn]
    edition: str

    def __post_init__(self) -> None:
        self.words = WordReader(self.findings)

    def read(self, line: Line) -> ReadLine:
        row = ReadLine(line, line.cells)
        row.year = _year(row.cells.pop("jaar", ""))
        for column, how in self.amounts.items():
            self._amount(row, column, how)
        for column, when in self.dates.items():
            self._date(row, column, when)
        if line.kind and not row.cells.get("soort"):
            row.cells["soort"] = line.kind
        if row.cells.get(SECTOR):
            row.cells[SECTOR] = sector_cell(row.cells[SECTOR], self.edition)
        for column in COLUMNS:
            if row.cells.get(column):
                row.cells[column] = self.words.read(line.number, column, row.cells[column])
        row.cells = {column: cell for column, cell in row.cells.items() if cell}
        return row

    def _amount(self, row: ReadLine, column: str, how: AmountColumn) -> None:
        cell = row.cells.pop(column, "")
        if cell and answer_in(cell) is not None:
            row.cells.setdefault(AMOUNT, cell)
            return
        found = self._parsed(row, column, how.read, cell)
        if found is not None and found.euros is not None:
            of_column = re.search(r"\d{4}", column)
            row.amounts.append((found.year or (int(of_column[0]) if of_column else row.year), found.euros))

    def _date(self, row: ReadLine, column: str, when: DateColumn) -> None:
        cell = row.cells.pop(column, "")
        if cell and answer_in(cell) is not None:
            row.cells[column] = cell
            return
        found = self._parsed(row, column, when.read, cell)
        if found is None:
            return
        first, last = found
        if column == "tot":
            last = last or when.day(cell, end=True)
        else:
            row.cells["sinds"] = first.isoformat()
        if last and (column == "tot" or not row.line.cell("tot")):
            row.cells["tot"] = last.isoformat()

    def _parsed(self, row: ReadLine, column: str, read: Callable[[str], _T], cell: str) -> _T | None:
        if not cell:
            return None
        try:
            return read(cell)
        except CellFault as fault:
            self.findings.tell_cell(row.line.number, column, cell, fault)
            return None


def _year(cell: str) -> int | None:
    years = years_in(cell)
    if not years and cell:
        try:
            years = (date_column([cell]).day(cell).year,)
        except CellFault:
            return None
    return years[0] if years else None


def _amount_column(column: str, cells: Sequence[tuple[str, int]], findings: Findings, notes: str) -> AmountColumn:
    """Return how a column of amounts is read; a doubt about the decimal mark, the scale or the sign is told."""
    heading = findings.heading(column)
    group = _over_years(heading, findings)
    mark = findings.answer("decimal_mark", heading)
    told = findings.answer("scale", group) or findings.answer("scale", heading)
    scale = float(told) if re.fullmatch(r"1(?:0+)?", told) else None
    how = amount_column(heading, [cell for cell, _ in cells], mark=mark if mark in (",", ".") else "", scale=scale)
    if scale is None and how.scale == 1 and notes:
        how = replace(how, scale=heading_scale(notes))
    if not how.is_sure:
        odd = [(cell, number) for cell, number in cells if re.search(r"\d[.,]\d", cell)]
        marks = (how.mark, "." if how.mark == "," else ",")
        findings.ask("decimal_mark", heading, N_("Which is the decimal mark in “{heading}”?"), odd, marks)
    if how.scale != 1:
        _tell_of_scale(column, group, how.scale, [pair for pair in cells if pair[0]], findings)
    if how.sign < 0:
        what = N_("All amounts in “{heading}” stand below zero. We read them without the minus.")
        findings.tell("amounts_turned", Message.of(what, heading=heading), Message.of("Nothing else is needed."),
                      column)  # fmt: skip
    return how


def _over_years(heading: str, findings: Findings) -> str:
    """Return a heading without its year where others differ from it in nothing else: what holds of one holds of all."""
    forms = [_YEAR.sub("…", other) for column, other in findings.headings.items() if column.startswith(AMOUNT)]
    form = _YEAR.sub("…", heading)
    return form if forms.count(form) > 1 else heading


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _tell_of_scale(column: str, group: str, scale: float, cells: Sequence[tuple[str, int]], findings: Findings) -> None:
    heading, times = findings.heading(column), f"{scale:.0f}"
    if not any((question.about, question.key) == ("scale", group) for question in findings.questions):
        ask = N_("Are the amounts in “{heading}” in thousands or millions?")
        findings.ask("scale", group, ask, cells, (times, "1"))
    findings.tell("amounts_scaled",
                  Message.of("The amounts in “{heading}” were taken times {scale}.", heading=heading, scale=times),
                  Message.of("Is that wrong? Take the scale out of the heading."), column)  # fmt: skip
