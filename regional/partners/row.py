"""One row of a partner file: from cells by column to a checked partner, and what is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from regional.files.problems import CellFault, CellProblem, Level
from regional.partners import proposals, values
from regional.partners.columns import plain
from regional.partners.composition import OwnShares, compose
from regional.partners.partner import IS_PERSON, OF_ORGANISATIONS, Partner, is_person, not_applicable
from regional.partners.portfolio import Answer
from regional.partners.schema import COLUMNS, READ, PartnerColumn
from regional.partners.seat import Seat
from regional.partners.values import ORGANISATION, answer_in
from regional.texts import Message

SHOWN = 80
"""Characters of a cell that a problem quotes."""
PROPOSED = {column.name: column.field for column in COLUMNS if column.field in ("legal_form", *proposals.COUNTED)}
"""Column -> field of what a name may make likely."""
QUESTION_OF = {column.field: column.question for column in COLUMNS if column.question}


@dataclass
class ReadRow:
    """One row as it is read: fields, shares, answers and refusals of a :class:`Partner`, and what is told."""

    number: int
    headings: Mapping[str, str]
    fields: dict[str, Any] = field(default_factory=dict)
    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    states: dict[str, Answer] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    as_fractions: bool = False
    refused: tuple[str, ...] = ()

    @property
    def partner(self) -> Partner:
        """The partner that was read; pydantic.ValidationError would be a fault of this room, never of the file."""
        given = {field for field, value in self.fields.items() if value is not None} | {*self.shares, "place"}
        answers = {q: a for q, a in self.states.items() if a is not Answer.KNOWN or q not in given}
        return Partner(fields=self.fields, shares=self.shares, answers=answers, refused=self.refused)

    @property
    def is_refused(self) -> bool:
        """Tell whether the row is left out."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def tell(self, level: Level, column: str, cell: str, fault: CellFault) -> None:
        """Note a problem of this row, under the heading that the user knows."""
        heading = self.headings.get(column, column)
        self.problems.append(CellProblem(level, fault, self.number, heading, cell[:SHOWN]))


def read_row(
    number: int,
    cells: Mapping[str, str],
    headings: Mapping[str, str],
    seat_of: Callable[[Mapping[str, str]], Seat],
) -> ReadRow:
    """Return a partner from ``cells`` (column name -> text).

    ``number`` is the row in Excel, ``headings`` column name -> heading as written, ``seat_of`` finds the place.
    """
    partner = ReadRow(number, headings)
    _name(partner, cells)
    for column, how in READ.items():
        if cell := cells.get(column):
            _simple(partner, how, cell)
    _period(partner, cells)
    _place(partner, seat_of(cells))
    partner.refused = tuple(_refused(partner, cells))
    composition = compose(cells, *(partner.fields.get(f) for f in ("shares_of", "shares_n", "shares_source")))
    if is_person(partner.fields, partner.refused):
        _leave_blank(partner, composition)
    else:
        _shares(partner, composition)
    return partner


def _name(partner: ReadRow, cells: Mapping[str, str]) -> None:
    name = cells.get("naam", "")
    if not name or answer_in(name) is not None or not any(c.isalnum() for c in name):
        partner.tell(Level.ERROR, "naam", name, _no_name())
    partner.fields["name"] = values.text(name)


def _no_name() -> CellFault:
    return CellFault("no_name", Message.of("This row has no name."), Message.of("Fill in the name of the partner."))


def _simple(partner: ReadRow, column: PartnerColumn, cell: str) -> None:
    if column.name == "rechtsvorm" and plain(cell) == ORGANISATION:
        return
    answer = answer_in(cell)
    if answer is not None:
        if column.question and answer is not Answer.NOT_ASKED:
            partner.states[column.question] = answer
        return
    value = _parsed(column.name, cell)
    if isinstance(value, CellFault):
        partner.tell(Level.ERROR if value.refuses else Level.WARNING, column.name, cell, value)
        return
    partner.fields[column.field] = value
    if column.question:
        partner.states[column.question] = Answer.KNOWN


@lru_cache(maxsize=8_192)
def _parsed(column: str, cell: str) -> Any:  # noqa: ANN401 - what a parser returns, or its Fault
    """Return the value of a cell, or its Fault; the same few words fill most of a column."""
    try:
        parse = READ[column].parse
        return parse(cell) if parse else cell
    except CellFault as fault:
        return fault.with_traceback(None)  # which holds on to whatever was read meanwhile


def _period(partner: ReadRow, cells: Mapping[str, str]) -> None:
    since, until = partner.fields.get("since"), partner.fields.get("until")
    if since and until and until < since:
        del partner.fields["until"]
        partner.tell(Level.WARNING, "tot", cells.get("tot", ""), CellFault(
            "ends_before_it_begins", Message.of("The end lies before the beginning."),
            Message.of("Check both dates."),
        ))  # fmt: skip


def _place(partner: ReadRow, seat: Seat) -> None:
    partner.fields |= {
        "place": seat.place or None,
        "place_status": seat.status,
        "municipality": seat.code,
        "country": seat.country or None,
    }
    if seat.answer is not None:
        partner.states["place"] = seat.answer
    for column, cell, fault in seat.faults:
        partner.tell(Level.WARNING, column, cell, fault)


def _refused(partner: ReadRow, cells: Mapping[str, str]) -> Iterable[str]:
    """Return the fields of which nothing is to be proposed: something stands there that is no value ("onbekend")."""
    for column, name in PROPOSED.items():
        if cells.get(column) and name not in partner.fields and QUESTION_OF.get(name) not in partner.states:
            yield IS_PERSON if plain(cells[column]) == ORGANISATION and name == "legal_form" else name


def _leave_blank(partner: ReadRow, composition: OwnShares) -> None:
    """Keep nothing of a natural person's shares, stage, fit and reach; the questions do not apply."""
    fields = partner.fields
    found = [column for column, name in OF_ORGANISATIONS.items() if name in fields]
    found += ["samenstelling_van"] if composition.states or composition.faults else []
    for name in OF_ORGANISATIONS.values():
        fields.pop(name, None)
    partner.problems = [p for p in partner.problems if p.column not in _headings(partner, OF_ORGANISATIONS)]
    partner.states = {q: answer for q, answer in partner.states.items() if q not in not_applicable()}
    if found:
        partner.tell(Level.INFO, found[0], "", CellFault(
            "is_a_person",
            Message.of("This is taken to be a person: it counts by its place, and we note nothing more."),
            Message.of("Is it an organisation? Fill in rechtsvorm."),
        ))  # fmt: skip


def _headings(partner: ReadRow, columns: Mapping[str, str]) -> set[str]:
    return {partner.headings.get(column, column) for column in columns}


def _shares(partner: ReadRow, composition: OwnShares) -> None:
    partner.shares = composition.shares
    partner.states |= composition.states
    partner.as_fractions = composition.as_fractions
    for column, cell, fault in composition.faults:
        level = Level.INFO if fault.code in ("origin_not_official", "too_few_people") else Level.WARNING
        partner.tell(level, column, cell, fault)
