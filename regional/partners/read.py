"""Read a partner file: whatever it is, an ImportResult comes back, with every problem at once.

>>> result = read_partners("naam;plaats\\nDe Kring;Kerkrade\\n".encode())
>>> result.kept, result.problems
(1, ())
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from regional.files.problems import FileFault, Level, Problem
from regional.files.process import Told
from regional.files.sheets import Sheet, cell_text, read_sheets
from regional.partners.columns import plain
from regional.partners.frame import empty_portfolio, make_portfolio
from regional.partners.imported import ImportResult
from regional.partners.lists.findings import Findings, Problems
from regional.partners.lists.gathering import gather
from regional.partners.lists.passed_over import NoPartner
from regional.partners.lists.questions import ListQuestion
from regional.partners.lists.table import PartnerTable, find_table, make_table, no_names
from regional.partners.places import municipality_names
from regional.partners.portfolio import Portfolio
from regional.partners.row import ReadRow, read_row
from regional.partners.schema import NAME
from regional.partners.seat import Seat, Seats
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
    table = find_table(sheets, mapping)
    if not table.has_names:
        return _without_names(table, filename)
    found = Findings(table.heading_of, answers or {})
    partners = gather(table.lines, found, table.notes)
    for partner in partners:
        if found.answer("person", plain(partner.cells.get(NAME, ""))) == ORGANISATION:
            partner.cells.setdefault("rechtsvorm", ORGANISATION)
    rows = [(partner.number, partner.cells) for partner in partners]
    seats = Seats(places_answered or {})
    result, kept = _import(table, filename, seats, rows, found.problems, told, fictitious=fictitious)
    return replace(
        result,
        rows=len(table.lines) + len(table.others),
        passed_over=table.others,
        questions=(*_about_guesses(table), *found.questions, *_about_places(seats)),
        gathered=tuple(partner for partner in partners if partner.number in kept),
        signature=table.signature,
        columns=table.guesses,
        in_hand=table.in_hand,
    )


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
        return _without_names(table, name)
    filled = [(number, cells) for number, cells in table.rows if any(cells.values())]
    return _import(table, name, Seats(places_answered or {}), filled)[0]


def _written(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(cell_text(item) for item in value)
    return cell_text(value)


def _without_names(table: PartnerTable, name: str) -> ImportResult:
    is_filled = table.rows or table.mapping or table.unmapped
    problems = (no_names(table).problem, *table.problems, *_about_columns(table)) if is_filled else ()
    return ImportResult(empty_portfolio(name), problems, len(table.rows), table.dropped, table.unmapped,
                        mapping=table.mapping, signature=table.signature, columns=table.guesses,
                        in_hand=table.in_hand)  # fmt: skip


def _import(
    table: PartnerTable,
    name: str,
    seats: Seats,
    rows: Sequence[tuple[int, Mapping[str, str]]],
    problems: Problems | None = None,
    told: Told | None = None,
    *,
    fictitious: bool = False,
) -> tuple[ImportResult, frozenset[int]]:
    """Return the import of rows (number, cells by column), and the numbers of those that were kept."""
    kept: list[ReadRow] = []
    problems = problems or Problems()
    n = 0
    for n, (number, cells) in enumerate(rows, 1):
        partner = read_row(number, cells, table.heading_of, partial(_seat, seats, number))
        problems.add(*partner.problems)
        if not partner.is_refused:
            partner.problems.clear()
            kept.append(partner)
        if told is not None and (n % 200 == 0 or n == len(rows)):
            told(n / len(rows))
    portfolio = make_portfolio([row.partner for row in kept], name, fictitious=fictitious)
    problems.add(*_repeated(kept, table), *_passed_over(table), *_odd_names(kept, table))
    problems.add(*seats.problems(municipality_names(), table.heading_of.get("plaats", "plaats")))
    every = (*table.problems, *_about_columns(table), *_about_rows(kept, portfolio), *problems.in_rows())
    result = ImportResult(portfolio, every, n, table.dropped, table.unmapped, seats.ambiguous, table.mapping)
    return result, frozenset(p.number for p in kept)


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
    return [ListQuestion("place", place, Message.of(ask, place=place), (place,), tuple(seats.rows[place]), codes, "")
            for place, codes in seats.ambiguous.items()]  # fmt: skip


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
    if table.has_names and not table.rows:
        told.append(_info("no_rows", Message.of("There are no partners in this file yet."),
                          Message.of("Write one partner in each row below the headings.")))  # fmt: skip
    if table.passed_over:
        told.append(_info("sheets_passed_over",
                          Message.of("We read the sheet “{sheet}” and not {others}.", sheet=table.sheet,
                                     others=_listed(table.passed_over)),
                          Message.of("Is it another one? Move it to a file of its own.")))  # fmt: skip
    return told


def _about_rows(kept: Sequence[ReadRow], portfolio: Portfolio) -> list[Problem]:
    """Tell once what was done in many rows."""
    told = []
    proposals = int(portfolio.frame["kinds_proposed"].sum())
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


def _repeated(kept: Sequence[ReadRow], table: PartnerTable) -> list[Problem]:
    """Tell names that occur again; they are kept, for two branches may share a name."""
    told, first = [], dict[str, int]()
    for partner in kept:
        before = first.setdefault(plain(partner.fields["name"]), partner.number)
        if before != partner.number:
            what = Message.of("This name is also in row {row}.", row=before)
            remedy = Message.of("Is it one partner? Then remove one of the rows.")
            told.append(_in_row("name_repeated", what, remedy, partner.number, table, partner.fields["name"]))
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


def _odd_names(kept: Sequence[ReadRow], table: PartnerTable) -> list[Problem]:
    """Tell names that are rather a tick, an answer or a number: they are kept, for nobody but the museum knows."""
    what = Message.of("This is an odd name: it looks like an answer or the outcome of a formula.")
    remedy = Message.of("Is it right? Then do nothing. Otherwise write the name of the partner.")
    found = [(partner.number, str(partner.fields["name"])) for partner in kept]
    return [_in_row("odd_name", what, remedy, number, table, name) for number, name in found
            if plain(name) in ANSWERS or not any(sign.isalpha() for sign in name)]  # fmt: skip


def _in_row(code: str, what: Message, remedy: Message, row: int, table: PartnerTable, name: str) -> Problem:
    return Problem(code, Level.INFO, what, remedy, row, table.heading_of[NAME], name[:80])


def _info(code: str, what: Message, remedy: Message) -> Problem:
    return Problem(code, Level.INFO, what, remedy)


def _listed(names: Sequence[str]) -> Message | str:
    if len(names) < 2:
        return "".join(names)
    return Message.of("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
