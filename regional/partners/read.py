"""Read a partner file: whatever it is, an ImportResult comes back, with every problem at once.

>>> result = read_partners("naam;plaats\\nDe Kring;Kerkrade\\n".encode())
>>> result.kept, result.problems
(1, ())
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from regional.files.problems import FileFault, Level, Problem
from regional.files.sheets import cell_text, read_sheets
from regional.partners.columns import plain, proposed
from regional.partners.frame import empty_portfolio, make_portfolio
from regional.partners.places import municipality_names
from regional.partners.portfolio import ImportResult
from regional.partners.row import Partner, read_row
from regional.partners.seat import Seats
from regional.partners.table import NAME, PartnerTable, find_table, make_table, no_names
from regional.texts import Message

TOTALS = ("totaal", "total", "subtotaal", "som", "eindtotaal")
"""Names of rows that add up the others; read as partners they would count all money twice."""


def read_partners(
    data: bytes,
    filename: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
    fictitious: bool = False,
) -> ImportResult:
    """Read a partner file (CSV or XLSX, told apart by content); never raises on what a user brings.

    Parameters
    ----------
    data : the bytes of the file.
    filename : shown on screen, nothing else.
    mapping : heading as written -> column name, for headings that the user explained.
    places_answered : place as written -> municipality code, for names that occur in several municipalities.
    fictitious : marks the embedded sample.

    Returns
    -------
    ImportResult; where the file cannot be read at all, an empty portfolio and one problem of level ERROR.
    """
    try:
        table = find_table(read_sheets(data), mapping)
    except FileFault as fault:
        return ImportResult(empty_portfolio(filename), (fault.problem,), 0)
    return _import(table, filename, places_answered or {}, fictitious=fictitious)


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
    return _import(make_table("", headings, lines, mapping), name, places_answered or {})


def _written(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return "; ".join(cell_text(item) for item in value)
    return cell_text(value)


def _import(table: PartnerTable, name: str, answered: Mapping[str, str], *, fictitious: bool = False) -> ImportResult:
    about_columns = _about_columns(table)
    if not table.has_names:
        is_filled = table.rows or table.mapping or table.unmapped
        problems = (no_names(table).problem, *table.problems, *about_columns) if is_filled else ()
        return ImportResult(empty_portfolio(name), problems, len(table.rows), table.dropped, table.unmapped,
                            mapping=table.mapping)  # fmt: skip
    seats = Seats(answered)
    lines = [(number, cells) for number, cells in table.rows if any(cells.values())]
    totals = [(number, cells[NAME]) for number, cells in lines if plain(cells[NAME]) in TOTALS]
    read = [_partner(table, seats, number, cells) for number, cells in lines if plain(cells[NAME]) not in TOTALS]
    kept = [partner for partner in read if not partner.is_refused]
    portfolio = make_portfolio(
        [p.fields for p in kept], [p.shares for p in kept], [p.states for p in kept], name, fictitious=fictitious
    )
    in_rows = sorted(
        [*(q for p in read for q in p.problems), *_repeated(kept, dict(lines), table), *_totals(totals, table),
         *seats.problems(municipality_names(), table.heading_of.get("plaats", "plaats"))],
        key=lambda problem: problem.row or 0,
    )  # fmt: skip
    problems = (*table.problems, *about_columns, *_about_rows(kept), *in_rows)
    return ImportResult(portfolio, problems, len(read), table.dropped, table.unmapped, seats.ambiguous, table.mapping)


def _partner(table: PartnerTable, seats: Seats, number: int, cells: Mapping[str, str]) -> Partner:
    return read_row(number, cells, table.heading_of, lambda row: seats.of(row, number))


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
                          _column_remedy(table)))  # fmt: skip
    if table.has_names and not table.rows:
        told.append(_info("no_rows", Message.of("There are no partners in this file yet."),
                          Message.of("Write one partner in each row below the headings.")))  # fmt: skip
    if table.passed_over:
        told.append(_info("sheets_passed_over",
                          Message.of("We read the sheet “{sheet}” and not {others}.", sheet=table.sheet,
                                     others=_listed(table.passed_over)),
                          Message.of("Is it another one? Move it to a file of its own.")))  # fmt: skip
    return told


def _column_remedy(table: PartnerTable) -> Message:
    taken = set(table.mapping.values())
    near = [(heading, proposed(heading)) for heading in table.unmapped]
    pairs = ", ".join(f"{heading} → {column}" for heading, column in near if column and column not in taken)
    if pairs:
        return Message.of("Perhaps: {pairs}. Choose the column, or change the heading.", pairs=pairs)
    return Message.of("They are left out. Nothing else is needed.")


def _about_rows(kept: Sequence[Partner]) -> list[Problem]:
    """Tell once what was done in many rows."""
    told = []
    proposals = sum(bool(p.fields.get("kinds_proposed")) for p in kept)
    if proposals:
        told.append(_info("kinds_proposed",
                          Message.counted("For {n} partner we read the kind of partner from the name.",
                                          "For {n} partners we read the kind of partner from the name.", proposals),
                          Message.of("Check this, and fill in the column “soort”.")))  # fmt: skip
    fractions = sum(p.as_fractions for p in kept)
    if fractions:
        told.append(_info("read_as_fractions",
                          Message.counted("In {n} row we read percentages such as 0,4 as 40 %.",
                                          "In {n} rows we read percentages such as 0,4 as 40 %.", fractions),
                          Message.of("Do you mean less than one percent? Then write the sign: 0,4 %.")))  # fmt: skip
    return told


def _repeated(kept: Sequence[Partner], cells: Mapping[int, Mapping[str, str]], table: PartnerTable) -> list[Problem]:
    """Tell names and whole rows that occur again; they are kept, for two branches may share a name."""
    told, first = [], dict[str, Partner]()
    rows = dict[tuple[str, ...], int]()
    for partner in kept:
        name = plain(partner.fields["name"])
        same_row = rows.setdefault(tuple(cells[partner.number].values()), partner.number)
        same_name = first.setdefault(name, partner).number
        if same_row != partner.number:
            what, code = Message.of("This row is the same as row {row}.", row=same_row), "row_repeated"
        elif same_name != partner.number:
            what, code = Message.of("This name is also in row {row}.", row=same_name), "name_repeated"
        else:
            continue
        remedy = Message.of("Is it one partner? Then remove one of the rows.")
        told.append(_in_row(code, what, remedy, partner.number, table, partner.fields["name"]))
    return told


def _totals(found: Sequence[tuple[int, str]], table: PartnerTable) -> list[Problem]:
    what = Message.of("This row looks like a total and was not read as a partner.")
    remedy = Message.of("Is it a partner? Then write its name in full.")
    return [_in_row("total_row", what, remedy, number, table, name) for number, name in found]


def _in_row(code: str, what: Message, remedy: Message, row: int, table: PartnerTable, name: str) -> Problem:
    return Problem(code, Level.INFO, what, remedy, row, table.heading_of[NAME], name[:80])


def _info(code: str, what: Message, remedy: Message) -> Problem:
    return Problem(code, Level.INFO, what, remedy)


def _listed(names: Sequence[str]) -> Message | str:
    if len(names) < 2:
        return "".join(names)
    return Message.of("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
