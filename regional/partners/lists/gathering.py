"""Rows of one partner (a year, a grant or an invoice each) become one, with amounts by year; credits are taken off.

What is not certain is used as is likeliest, and asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

from regional.files.cells import cell_text
from regional.partners.columns import plain
from regional.partners.lists.cells import AMOUNT, ReadLine, read_lines
from regional.partners.lists.findings import Findings
from regional.partners.lists.lines import Gathered, Line
from regional.partners.lists.words import COLUMNS
from regional.partners.values import answer_in
from regional.texts import N_, Message

APART, TOGETHER, NET, LEFT_OUT = "apart", "together", "net", "leave_out"
OWN_ID = re.compile(r"[0-9a-f]{32}")
"""An id that this product gave: it keeps two partners of one name apart."""
LONGEST = 300
"""Characters of a text that is put together."""


def gather(lines: Sequence[Line], findings: Findings, notes: str = "") -> list[Gathered]:
    """Return one row a partner; what is told and asked goes into ``findings``.

    ``lines``: rows of partners, totals and headings left out; ``notes``: what stands above and below the table.
    """
    read = read_lines(lines, findings, notes)
    below = [(row.name, row.line.number) for row in read if any(euros < 0 for _, euros in row.amounts)]
    groups = _groups(read, findings)[::-1]
    del read
    partners = [_partner(groups.pop(), findings) for _ in range(len(groups))]  # a long list is not held twice
    several = sum(len(partner.amounts) > 1 for partner in partners)
    if several:
        one = N_("Of {n} partner there are amounts of several years. We count the last whole year.")
        many = N_("Of {n} partners there are amounts of several years. We count the last whole year.")
        what = Message.counted(one, many, several)
        findings.tell("amounts_by_year", what, Message.of("Nothing else is needed."), AMOUNT)
    if below:
        findings.ask("credits", "", N_("Some amounts stand below zero. Are they taken off?"), below, (NET, LEFT_OUT))
    return partners


def _groups(read: Sequence[ReadLine], findings: Findings) -> list[list[ReadLine]]:
    """Return the rows of each partner: those of one name and one place, where nothing shows that they are two."""
    may_be_several = any(row.amounts or row.year or row.cells.get("project") for row in read)
    if findings.answer("rows_per_partner") == APART or not may_be_several:
        return [_distinct(group, findings) for group in _grouped(read, _whole)]
    places = dict[str, set[str]]()
    for row in read:
        places.setdefault(plain(row.name), set()).add(_place(row))
    groups = _grouped(read, lambda row: _key(row, places[plain(row.name)]))
    several = [group for group in groups if len({row.line.raw for row in group}) > 1]
    if several:
        _tell_of_rows(several, findings)
    return [_distinct(group, findings) for group in groups]


def _grouped(read: Sequence[ReadLine], key: Callable[[ReadLine], tuple[str, ...]]) -> list[list[ReadLine]]:
    groups: dict[tuple[str, ...], list[ReadLine]] = {}
    for row in read:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def _whole(row: ReadLine) -> tuple[str, ...]:
    return row.line.raw or (str(row.line.number),)


def _key(row: ReadLine, places: set[str]) -> tuple[str, ...]:
    """Return what rows of one partner share; without a place a row goes with the only place of its name."""
    where = places - {""}
    place = _place(row) or (next(iter(where)) if len(where) == 1 else "")
    own = row.cells.get("kenmerk", "")
    return plain(row.name) or f"#{row.line.number}", place, own if OWN_ID.fullmatch(own) else ""


def _place(row: ReadLine) -> str:
    return plain(row.cells.get("plaats", "") or row.cells.get("gemeente", ""))


def _tell_of_rows(several: Sequence[Sequence[ReadLine]], findings: Findings) -> None:
    some = [(row.name, row.line.number) for group in several for row in group]
    ask = N_("Are rows with the same name one partner?")
    findings.ask("rows_per_partner", "", ask, some, (TOGETHER, APART))
    what = Message.counted("{n} partner stands in more than one row. We took these rows together.",
                           "{n} partners stand in more than one row. We took these rows together.",
                           len(several))  # fmt: skip
    findings.tell("rows_gathered", what, Message.of("Are they different partners? Give each a name of its own."))


def _distinct(group: list[ReadLine], findings: Findings) -> list[ReadLine]:
    """Take out the rows that stand there twice, cell by cell; counted twice they would double an amount."""
    first: dict[tuple[str, ...], ReadLine] = {}
    for row in group:
        before = first.setdefault(_whole(row), row)
        if before is not row:
            what = Message.of("This row is the same as row {row}.", row=before.line.number)
            remedy = Message.of("Is it one partner? Then remove one of the rows.")
            findings.tell_row("row_repeated", what, remedy, row.line.number, row.name)
    return list(first.values())


def _partner(group: Sequence[ReadLine], findings: Findings) -> Gathered:
    """Make one partner of its rows: the first value of each cell, all kinds and groups, amounts added by year."""
    cells = group[0].cells
    for row in group[1:]:
        for column, cell in row.cells.items():
            cells[column] = _joined(column, cells.get(column, ""), cell)
    years = [row.year for row in group if row.year]
    if len(group) > 1 and years:
        cells.setdefault("sinds", f"{min(years)}-01-01")
    by_year, without = _added(group, findings)
    euros = by_year[newest_full_year(by_year)] if by_year else without
    if euros is not None:
        cells[AMOUNT] = cell_text(float(euros))
    has_years = any(column.startswith(f"{AMOUNT}_") for column in group[0].line.positions)
    if len(by_year) > 1 or (by_year and (without is not None or has_years)):
        cells |= {f"{AMOUNT}_{year}": cell_text(float(euro)) for year, euro in sorted(by_year.items())}
    return Gathered(group[0].line.number, cells, tuple(row.line.number for row in group), by_year)


def _added(group: Sequence[ReadLine], findings: Findings) -> tuple[dict[int, float], float | None]:
    """Return the amounts by year and the one without a year; what is below zero is a credit, taken off or left out."""
    sums: dict[int | None, float] = {}
    for row in group:
        for year, euros in row.amounts:
            if euros >= 0 or findings.answer("credits") != LEFT_OUT:
                sums[year] = sums.get(year, 0.0) + euros
    if any(euros < 0 for euros in sums.values()):
        what = Message.of("More came back from this partner than was paid. The amount was left empty.")
        remedy = Message.of("Fill in what it comes to in a year, if you know it.")
        findings.tell_row("credit", what, remedy, group[0].line.number, group[0].name, AMOUNT)
    kept = {year: round(euros, 6) for year, euros in sums.items() if euros >= 0}
    return {year: euros for year, euros in kept.items() if year is not None}, kept.get(None)


def newest_full_year(by_year: Mapping[int, float], today: dt.date | None = None) -> int:
    """Return the last year that is over; where none is, the last one."""
    over = [year for year in by_year if year < (today or dt.date.today()).year]
    return max(over or by_year)


def _joined(column: str, before: str, cell: str) -> str:
    """Return what two rows of one partner say together in a column."""
    if not before or not cell or before == cell:
        return before or cell
    if column in COLUMNS and answer_in(before) is None and answer_in(cell) is None:
        return "; ".join(dict.fromkeys([*before.split("; "), *cell.split("; ")]))
    if column == "project":
        return "; ".join(dict.fromkeys([*before.split("; "), cell]))[:LONGEST]
    return min(before, cell) if column == "sinds" else max(before, cell) if column == "tot" else before
