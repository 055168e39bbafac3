"""One row of a partner file: from cells by column to a checked partner, and what is told about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from regional.files.problems import CellFault, CellProblem, Level
from regional.partners import proposals, values
from regional.partners.composition import OwnShares, compose
from regional.partners.portfolio import Answer
from regional.partners.schema import COLUMNS, READ, PartnerColumn
from regional.partners.seat import Seat
from regional.partners.values import answer_in
from regional.texts import Message

SHOWN = 80
"""Characters of a cell that a problem quotes."""


@dataclass
class Partner:
    """One row as it is read: fields of :class:`regional.partners.frame.Row`, shares, answers, what is told."""

    number: int
    headings: Mapping[str, str]
    fields: dict[str, Any] = field(default_factory=dict)
    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    states: dict[str, Answer] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    as_fractions: bool = False

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
) -> Partner:
    """Return a partner from ``cells`` (column name -> text).

    ``number`` is the row in Excel, ``headings`` column name -> heading as written, ``seat_of`` finds the place.
    """
    partner = Partner(number, headings)
    _name(partner, cells)
    for column, how in READ.items():
        _simple(partner, how, cells.get(column, ""))
    _period(partner, cells)
    _place(partner, seat_of(cells))
    _propose(partner, cells)
    composition = compose(cells, *(partner.fields.get(f) for f in ("shares_of", "shares_n", "shares_source")))
    if partner.fields["is_person"]:
        _leave_blank(partner, composition)
    else:
        _shares(partner, composition)
    return partner


def _name(partner: Partner, cells: Mapping[str, str]) -> None:
    name = cells.get("naam", "")
    if not name or answer_in(name) is not None or not any(c.isalnum() for c in name):
        partner.tell(Level.ERROR, "naam", name, _no_name())
    partner.fields["name"] = values.text(name)


def _no_name() -> CellFault:
    return CellFault("no_name", Message.of("This row has no name."), Message.of("Fill in the name of the partner."))


def _simple(partner: Partner, column: PartnerColumn, cell: str) -> None:
    if not cell:
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


def _period(partner: Partner, cells: Mapping[str, str]) -> None:
    since, until = partner.fields.get("since"), partner.fields.get("until")
    if since and until and until < since:
        del partner.fields["until"]
        partner.tell(Level.WARNING, "tot", cells.get("tot", ""), CellFault(
            "ends_before_it_begins", Message.of("The end lies before the beginning."),
            Message.of("Check both dates."),
        ))  # fmt: skip


def _place(partner: Partner, seat: Seat) -> None:
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


def _propose(partner: Partner, cells: Mapping[str, str]) -> None:
    """Fill kind and legal form from the name where the file says nothing of them, and mark them as proposed."""
    fields, name = partner.fields, partner.fields["name"]
    fields["kinds_proposed"] = fields["legal_form_proposed"] = False
    if not cells.get("soort") and (kind := proposals.kind(name)):
        fields |= {"kinds": kind, "kinds_proposed": True}
        partner.states["kinds"] = Answer.KNOWN
    if not cells.get("rechtsvorm") and (form := proposals.legal_form(name)):
        fields |= {"legal_form": form, "legal_form_proposed": True}
    fields["is_person"] = _is_person(fields.get("legal_form"), fields.get("size"), name)


def _is_person(form: str | None, size: str | None, name: str) -> bool:
    """A sole trader; and, where the legal form is not known, who works alone or bears a person's name."""
    if form is not None:
        return bool(form == values.SOLE_TRADER)
    return size == "1" or (size in (None, "2-9") and proposals.looks_like_a_person(name))


OF_ORGANISATIONS = {column.name: column.field for column in COLUMNS if column.of_organisations}
"""Column -> field of what is left blank for a person."""


def _leave_blank(partner: Partner, composition: OwnShares) -> None:
    """Keep nothing of a natural person's shares, stage, fit and reach; the questions do not apply."""
    fields = partner.fields
    found = [column for column, name in OF_ORGANISATIONS.items() if name in fields]
    found += ["samenstelling_van"] if composition.states or composition.faults else []
    for name in OF_ORGANISATIONS.values():
        fields.pop(name, None)
    partner.problems = [p for p in partner.problems if p.column not in _headings(partner, OF_ORGANISATIONS)]
    asked = (column.question for column in COLUMNS if column.of_organisations and column.question)
    partner.states |= dict.fromkeys((*asked, *_people()), Answer.NOT_APPLICABLE)
    if found:
        partner.tell(Level.INFO, found[0], "", CellFault(
            "is_a_person",
            Message.of("This is taken to be a person: it counts by its place, and we note nothing more."),
            Message.of("Is it an organisation? Fill in rechtsvorm."),
        ))  # fmt: skip


def _headings(partner: Partner, columns: Mapping[str, str]) -> set[str]:
    return {partner.headings.get(column, column) for column in columns}


def _people() -> tuple[str, ...]:
    from regional.dimensions import people_dimensions

    return tuple(dimension.id for dimension in people_dimensions())


def _shares(partner: Partner, composition: OwnShares) -> None:
    partner.shares = composition.shares
    partner.states |= composition.states
    partner.as_fractions = composition.as_fractions
    for column, cell, fault in composition.faults:
        level = Level.INFO if fault.code in ("origin_not_official", "too_few_people") else Level.WARNING
        partner.tell(level, column, cell, fault)
