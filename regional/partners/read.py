"""Read a partner file: whatever it is, an ImportResult comes back, with every problem at once.

>>> result = read_partners("naam;plaats\\nDe Kring;Kerkrade\\n".encode())
>>> result.kept, result.problems
(1, ())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from regional.files.problems import FileFault, Level, Problem
from regional.files.process import Told
from regional.files.sheets import Sheet, cell_text, read_sheets
from regional.partners.columns import plain
from regional.partners.frame import Rows, empty_portfolio
from regional.partners.imported import ImportResult
from regional.partners.lists.findings import Findings, Problems
from regional.partners.lists.gathering import gather
from regional.partners.lists.lines import Gathered
from regional.partners.lists.passed_over import NoPartner
from regional.partners.lists.questions import ListQuestion
from regional.partners.lists.table import PartnerTable, find_table, make_table, no_names
from regional.partners.places import municipality_names
from regional.partners.row import read_row
from regional.partners.schema import NAME
from regional.partners.seat import NONE_OF_THESE, Seat, Seats
from regional.partners.values import ORGANISATION
from regional.texts import N_, Message

ANSWERS = ("true", "false", "waar", "onwaar", "ja", "nee", "yes", "no", "nan", "null", "none")
"""What a spreadsheet writes for a tick or where a formula went wrong; hardly the name of a partner."""


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
        questions=(*_about_guesses(table), *found.questions, *_about_places(seats)),
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
    problems = (no_names(table).problem, *table.problems, *_about_columns(table)) if is_filled else ()
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
    kept, headings = list[_Kept](), table.heading_of
    problems = problems or Problems()
    n = 0
    for n, (done, number, cells) in enumerate(rows, 1):
        row = read_row(number, cells, headings, partial(_seat, seats, number))
        problems.add(*row.problems)
        if not row.is_refused:
            made.add(row.partner)
            kept.append(_Kept(number, row.fields["name"], row.as_fractions))
        if told is not None and (n % 200 == 0 or done == 1):
            told(done)
    problems.add(*_repeated(kept, table), *_passed_over(table), *_odd_names(kept, table))
    problems.add(*seats.problems(municipality_names(), headings.get("plaats", "plaats")))
    every = (*table.problems, *_about_columns(table), *_about_rows(kept, made.proposed), *problems.in_rows())
    result = partial(ImportResult, problems=every, rows=n, dropped_columns=table.dropped,
                     unmapped_columns=table.unmapped, ambiguous_places=seats.ambiguous,
                     mapping=table.mapping)  # fmt: skip
    return result, frozenset(one.number for one in kept)


class _Kept(NamedTuple):
    """A row that became a partner."""

    number: int
    name: str
    as_fractions: bool


def _seat(seats: Seats, number: int, cells: Mapping[str, str]) -> Seat:
    return seats.of(cells, number)


def _about_guesses(table: PartnerTable) -> list[ListQuestion]:
    """Ask what a column is where word and cells leave a doubt."""
    return [
        ListQuestion("column", guess.heading, Message.of("Which column is “{heading}”?", heading=guess.heading),
        guess.values,
                 (), tuple(dict.fromkeys([guess.column, *guess.others, "-"])), guess.column)
        for guess in table.guesses if not guess.is_sure
    ]  # fmt: skip


def _about_places(seats: Seats) -> list[ListQuestion]:
    ask = N_("Which place is “{place}”?")
    asked = [(place, codes, "") for place, codes in seats.ambiguous.items()]
    asked += [(place, (*codes, NONE_OF_THESE), codes[0]) for place, codes in seats.misspelt.items()]
    return [
        ListQuestion("place", place, Message.of(ask, place=place), (place,), tuple(seats.rows[place]), codes, first)
        for place, codes, first in asked
    ]


def _about_columns(table: PartnerTable) -> list[Problem]:
    """Tell what was not read: columns about persons, columns nobody understood, other sheets."""
    told = []
    if table.dropped:
        told.append(_info("persons_dropped",
                          Message.of("Not read: {columns}.", columns=_listed(table.dropped)),
                          Message.of("The mirror does not need them.")))  # fmt: skip
    if table.unmapped:
        told.append(_info("columns_unknown",
                          Message.of("We do not know these columns: {columns}.", columns=_listed(table.unmapped)),
                          Message.of("They are left out. Nothing else is needed.")))  # fmt: skip
    if table.has_names and not table.n:
        told.append(_info("no_rows", Message.of("There are no partners in this file yet."),
                          Message.of("Write one partner in each row below the headings.")))  # fmt: skip
    if table.passed_over:
        told.append(_info("sheets_passed_over",
                          Message.of("We read the sheet “{sheet}” and not {others}.", sheet=table.sheet,
                                     others=_listed(table.passed_over)),
                          Message.of("Is it another one? Move it to a file of its own.")))  # fmt: skip
    return told


def _about_rows(kept: Sequence[_Kept], proposals: int) -> list[Problem]:
    """Tell once what was done in many rows."""
    told = []
    if proposals:
        told.append(_info("kinds_proposed",
                          Message.counted("The name of {n} partner makes us think of a kind of partner.",
                                          "The names of {n} partners make us think of a kind of partner.", proposals),
                          Message.of("It counts once you confirm it, or fill in the column “soort”.")))  # fmt: skip
    fractions = sum(p.as_fractions for p in kept)
    if fractions:
        told.append(_info("read_as_fractions",
                          Message.counted("In {n} row we read percentages such as 0,4 as 40 %.",
                                          "In {n} rows we read percentages such as 0,4 as 40 %.", fractions),
                          Message.of("Do you mean less than one percent? Then write the sign: 0,4 %.")))  # fmt: skip
    return told


def _repeated(kept: Sequence[_Kept], table: PartnerTable) -> list[Problem]:
    """Tell names that occur again; they are kept, for two branches may share a name."""
    told, first = [], dict[str, int]()
    for number, name, _ in kept:
        before = first.setdefault(plain(name), number)
        if before != number:
            what = Message.of("This name is also in row {row}.", row=before)
            remedy = Message.of("Is it one partner? Then remove one of the rows.")
            told.append(_in_row("name_repeated", what, remedy, number, table, name))
    return told


_WHY = {
    NoPartner.HEADINGS: ("headings_again", N_("These are the headings again, and no partner.")),
    NoPartner.SECTION: ("section_row", N_("This is a heading between the rows, and no partner.")),
    NoPartner.TOTAL: ("total_row", N_("This row looks like a total and was not read as a partner.")),
    NoPartner.NOTE: ("note_row", N_("This is a note, and no partner.")),
    NoPartner.COUNT: ("count_row", N_("This row counts the others, and is no partner.")),
}


def _passed_over(table: PartnerTable) -> list[Problem]:
    remedy = Message.of("Is it a partner? Then write its name in full, and its place beside it.")
    return [_in_row(_WHY[row.why][0], Message.of(_WHY[row.why][1]), remedy, row.row, table, row.what)
            for row in table.others]  # fmt: skip


def _odd_names(kept: Sequence[_Kept], table: PartnerTable) -> list[Problem]:
    """Tell names that are rather a tick, an answer or a number: they are kept, for nobody but the museum knows."""
    what = Message.of("This is an odd name: it looks like an answer or the outcome of a formula.")
    remedy = Message.of("Is it right? Then do nothing. Otherwise write the name of the partner.")
    return [_in_row("odd_name", what, remedy, number, table, name) for number, name, _ in kept
            if plain(name) in ANSWERS or not any(sign.isalpha() for sign in name)]  # fmt: skip


def _in_row(code: str, what: Message, remedy: Message, row: int, table: PartnerTable, name: str) -> Problem:
    return Problem(code, Level.INFO, what, remedy, row, table.heading_of[NAME], name[:80])


def _info(code: str, what: Message, remedy: Message) -> Problem:
    return Problem(code, Level.INFO, what, remedy)


def _listed(names: Sequence[str]) -> Message | str:
    if len(names) < 2:
        return "".join(names)
    return Message.of("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
