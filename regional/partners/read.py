"""Read a partner file: whatever it is, an ImportResult comes back, with every problem at once.

>>> result = read_partners("naam;plaats\\nDe Kring;Kerkrade\\n".encode())
>>> result.kept, result.problems
(1, ())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from regional.files.problems import FileFault
from regional.files.process import Told
from regional.files.sheets import Sheet, cell_text, read_sheets
from regional.partners.columns import plain
from regional.partners.frame import Rows, empty_portfolio
from regional.partners.imported import ImportResult
from regional.partners.lists.findings import Findings, Problems
from regional.partners.lists.gathering import gather
from regional.partners.lists.lines import Gathered
from regional.partners.lists.table import PartnerTable, find_table, make_table, no_names
from regional.partners.places import municipality_names
from regional.partners.remarks import (
    KeptRow,
    about_columns,
    about_guesses,
    about_places,
    about_rows,
    odd_names,
    passed_over,
    repeated,
)
from regional.partners.row import read_row
from regional.partners.schema import NAME
from regional.partners.seat import Seat, Seats
from regional.partners.values import ORGANISATION


def read_partners(
    data: bytes,
    filename: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    told: Told | None = None,
    fictitious: bool = False,
) -> ImportResult:
    """Read a partner file (CSV or XLSX, told apart by content); never raises on what a user brings.

    Parameters
    ----------
    data : the bytes of the file.
    filename : shown on screen, nothing else.
    mapping : heading as written -> column name, for headings that the user explained; "signature:heading" goes before
        it, for one kind of file.
    places_answered : place as written -> municipality code, for names that occur in several municipalities.
    answers : "about:key" of another question of the result -> the option that the user chose; "person:name" ->
        ORGANISATION for who was told to be no person.
    told : hears how far the reading is, 0 to 1; what it raises ends the reading.
    fictitious : marks the embedded sample.

    Returns
    -------
    ImportResult; where the file cannot be read at all, an empty portfolio and one problem of level ERROR.
    """
    try:
        sheets = read_sheets(data, told)
    except FileFault as fault:
        return unread(fault, filename)
    return from_sheets(sheets, filename, mapping=mapping, places_answered=places_answered, answers=answers, told=told,
                       fictitious=fictitious)  # fmt: skip


def unread(fault: FileFault, filename: str = "") -> ImportResult:
    """Return what comes of a file that cannot be read."""
    return ImportResult(empty_portfolio(filename), (fault.problem,), 0)


def from_sheets(
    sheets: Sequence[Sheet],
    filename: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    told: Told | None = None,
    fictitious: bool = False,
) -> ImportResult:
    """Return the import of the sheets of a file; parameters as of :func:`read_partners`."""
    rows = Rows()
    result = rows_of(rows, sheets, mapping=mapping, places_answered=places_answered, answers=answers, told=told,
                     with_gathered=True)  # fmt: skip
    return result(rows.portfolio(filename, fictitious=fictitious))


Import = partial[ImportResult]
"""An import that lacks its portfolio only."""


def rows_of(
    made: Rows,
    sheets: Sequence[Sheet],
    *,
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    told: Told | None = None,
    with_gathered: bool = False,
) -> Import:
    """Put the partners of the sheets into ``made``, and return what else there is to tell of them.

    ``with_gathered``: what was read of each row is kept. Other parameters as of :func:`read_partners`.
    """
    table = find_table(sheets, mapping)
    if not table.has_names:
        return _without_names(table)
    found = Findings(table.heading_of, answers or {})
    n = len(table.lines) + len(table.others)
    lines, table = table.lines, replace(table, lines=table.lines[:1])
    del sheets  # a long list is not held in two forms
    partners = gather(lines, found, table.notes)[::-1]
    del lines
    for partner in partners:
        if found.answer("person", plain(partner.cells.get(NAME, ""))) == ORGANISATION:
            partner.cells.setdefault("rechtsvorm", ORGANISATION)
    gathered = partners[::-1] if with_gathered else []
    seats = Seats(places_answered or {})
    result, kept = _import(made, table, seats, _taken(partners), found.problems, told)
    return Import(
        result,
        rows=n,
        passed_over=table.others,
        questions=(*about_guesses(table), *found.questions, *about_places(seats)),
        gathered=tuple(partner for partner in gathered if partner.number in kept),
        signature=table.signature,
        columns=table.guesses,
        in_hand=table.in_hand,
    )


def _taken(partners: list[Gathered]) -> Iterator[tuple[float, int, Mapping[str, str]]]:
    """Give the share that is done, number and cells of each, from the last; what was given is let go of."""
    n = len(partners)
    while partners:
        partner = partners.pop()
        yield 1 - len(partners) / n, partner.number, partner.cells


def from_records(
    records: Iterable[Mapping[str, Any]],
    *,
    name: str = "",
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
) -> ImportResult:
    """Return the import of dictionaries (heading -> value), as if they stood in a sheet with the headings in row 1.

    Values may be text, numbers, dates, None, or a list or tuple of texts.
    """
    rows = list(records)
    headings = tuple(dict.fromkeys(str(heading) for row in rows for heading in row))
    lines = [(i, tuple(_written(row.get(h)) for h in headings)) for i, row in enumerate(rows, 2)]
    table = make_table("", headings, lines, mapping)
    if not table.has_names:
        return _without_names(table)(empty_portfolio(name))
    filled = [(1.0, number, cells) for number, cells in table.rows if any(cells.values())]
    made = Rows()
    result, _ = _import(made, table, Seats(places_answered or {}), filled)
    return result(made.portfolio(name))


def _written(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(cell_text(item) for item in value)
    return cell_text(value)


def _without_names(table: PartnerTable) -> Import:
    is_filled = table.n or table.mapping or table.unmapped
    problems = (no_names(table).problem, *table.problems, *about_columns(table)) if is_filled else ()
    return partial(ImportResult, problems=problems, rows=table.n, dropped_columns=table.dropped,
                   unmapped_columns=table.unmapped, mapping=table.mapping, signature=table.signature,
                   columns=table.guesses, in_hand=table.in_hand)  # fmt: skip


def _import(
    made: Rows,
    table: PartnerTable,
    seats: Seats,
    rows: Iterable[tuple[float, int, Mapping[str, str]]],
    problems: Problems | None = None,
    told: Told | None = None,
) -> tuple[Import, frozenset[int]]:
    """Put rows (share done, number, cells by column) into ``made``; return the import and the numbers that were kept.

    All that is made of a row is made at once, while what was found out of its name is at hand.
    """
    kept, headings = list[KeptRow](), table.heading_of
    problems = problems or Problems()
    n = 0
    for n, (done, number, cells) in enumerate(rows, 1):
        row = read_row(number, cells, headings, partial(_seat, seats, number))
        problems.add(*row.problems)
        if not row.is_refused:
            made.add(row.partner)
            kept.append(KeptRow(number, row.fields["name"], row.as_fractions))
        if told is not None and (n % 200 == 0 or done == 1):
            told(done)
    problems.add(*repeated(kept, table), *passed_over(table), *odd_names(kept, table))
    problems.add(*seats.problems(municipality_names(), headings.get("plaats", "plaats")))
    every = (*table.problems, *about_columns(table), *about_rows(kept, made.proposed), *problems.in_rows())
    result = partial(ImportResult, problems=every, rows=n, dropped_columns=table.dropped,
                     unmapped_columns=table.unmapped, ambiguous_places=seats.ambiguous,
                     mapping=table.mapping)  # fmt: skip
    return result, frozenset(one.number for one in kept)


def _seat(seats: Seats, number: int, cells: Mapping[str, str]) -> Seat:
    return seats.of(cells, number)
