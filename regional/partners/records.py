"""From a portfolio back to records: the exact counterpart of :func:`regional.partners.read.from_records`.

``from_records(to_records(portfolio)).portfolio`` has the digest of ``portfolio`` (the embedded sample apart, whose
digest also says that it is invented). Cells hold ids, which outlive a change of words; with ``readable`` they hold
the words of the template, for a file that a person opens.

Amounts have at most 15 decimals.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from regional.dimensions import dimension, people_dimensions
from regional.partners import proposals
from regional.partners.composition import MOST, NOT_USED
from regional.partners.partner import IS_PERSON, Partner, as_row
from regional.partners.places import match, municipality_names, work_area
from regional.partners.places.countries import country_name
from regional.partners.portfolio import Answer, PlaceStatus, Portfolio
from regional.partners.row import PROPOSED
from regional.partners.schema import QUESTIONS, READ, words_of
from regional.partners.seat import UNSETTLED
from regional.partners.values import ORGANISATION

Cells = dict[str, str]
ANSWER_WORDS = {
    Answer.NOT_ASKED: "", Answer.ASKED: "gevraagd", Answer.NO_ANSWER: "geen antwoord",
    Answer.RATHER_NOT: "wil niet zeggen", Answer.NOT_APPLICABLE: "n.v.t.",
}  # fmt: skip
UNKNOWN = "onbekend"
"""In place of a kind or legal form that would else be proposed from the name."""


def to_records(portfolio: Portfolio, *, readable: bool = False) -> list[Cells]:
    """Return one record (column of the partner file -> cell, empty ones left out) per partner, in order."""
    frame = portfolio.frame.astype(object).where(portfolio.frame.notna(), None)
    rows: Any = frame.to_dict("records")
    states: Any = portfolio.states.to_dict("records")
    shares: Any = {i: table.to_dict("records") for i, table in portfolio.shares.items()}
    refused = [partner.refused for partner in portfolio.partners] or [()] * len(rows)
    return [
        _record(row, state, {i: table[at] for i, table in shares.items()}, readable, refused[at])
        for at, (row, state) in enumerate(zip(rows, states, strict=True))
    ]


def cells_of(partner: Partner, *, readable: bool = False) -> Cells:
    """Return one partner as a record, as to_records does."""
    row, shares, answers = as_row(partner)
    every = {dimension.id: shares.get(dimension.id, {}) for dimension in people_dimensions()}
    states = {i: str(answers.get(i, Answer.NOT_ASKED)) for i in (*QUESTIONS, *every)}
    return _record(row, states, every, readable, partner.refused)


def _record(
    row: Mapping[str, Any],
    states: Mapping[str, str],
    shares: Mapping[str, Mapping[str, float]],
    readable: bool,
    refused: Sequence[str],
) -> Cells:
    cells = {"naam": row["name"], **_place(row, states)}
    for column, how in READ.items():
        value = row[how.field]
        if value is None or value == ():
            cells[column] = ANSWER_WORDS[Answer(states[how.question])] if how.question else ""
        else:
            cells[column] = _written(column, value, readable)
    cells |= _proposed(row, cells, refused)
    if not row["is_person"]:
        for dimension_id, given in shares.items():
            cells |= _composition(dimension_id, given, Answer(states[dimension_id]))
    return {column: cell for column, cell in cells.items() if cell}


def _proposed(row: Mapping[str, Any], cells: Cells, refused: Sequence[str]) -> Cells:
    """Return kind and legal form: empty where they were read from the name, "onbekend" where they must not be."""
    found = {}
    for column, name, propose in (("soort", "kinds", proposals.kind), ("rechtsvorm", "legal_form", _form)):
        if row[f"{name}_proposed"]:
            found[column] = ""
        elif not cells[column] and propose(row["name"]):
            found[column] = UNKNOWN
    found |= {column: UNKNOWN for column, field in PROPOSED.items() if field in refused and not cells[column]}
    if IS_PERSON in refused and found.get("rechtsvorm", cells["rechtsvorm"]) in ("", UNKNOWN):
        found["rechtsvorm"] = ORGANISATION
    return found


def _form(name: str) -> object:
    return proposals.legal_form(name)


def _place(row: Mapping[str, Any], states: Mapping[str, str]) -> Cells:
    place, status = row["place"] or "", row["place_status"]
    land = _land(row["country"])
    if status == PlaceStatus.MUNICIPALITY:
        return {"plaats": place, "gemeente": row["municipality"]}
    if status == PlaceStatus.ABROAD:
        return {"plaats": place, "land": land}
    if not place:
        return {"plaats": ANSWER_WORDS[Answer(states["place"])], "land": land}
    # Columns that contradict each other left this place open, which by itself is clear.
    is_clear = match(place).status is not PlaceStatus.UNKNOWN
    return {"plaats": place, "land": land, "gemeente": UNSETTLED if is_clear else ""}


def _land(code: str | None) -> str:
    return country_name(code) if code else ""


def _written(column: str, value: Any, readable: bool) -> str:  # noqa: ANN401 - what the parser of the column returns
    if isinstance(value, tuple):
        return "; ".join(_word(column, item, readable) for item in value)
    if isinstance(value, (dt.date, dt.datetime)):
        return f"{value:%d-%m-%Y}" if readable else f"{value:%Y-%m-%d}"
    if isinstance(value, (int, float)):
        return _number(value)
    return _word(column, value, readable)


def _word(column: str, value: str, readable: bool) -> str:
    if not readable:
        return value
    if column == "werkgebied":
        return _area(value)
    return words_of(column).get(value, value)


@cache
def _area(code: str) -> str:
    """Return the name of a municipality, where that name alone leads back to it."""
    name = municipality_names().get(code, code)
    return name if name != code and work_area(name) == (code,) else code


def _number(value: float) -> str:
    """Return a number as the reader takes it: decimal comma, and never three decimals, which are thousands there."""
    text = f"{Decimal(repr(float(value))):.15f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    if not decimals:
        # Nine figures may pass for a citizen number.
        return whole if len(whole) < 9 else f"{whole},00"
    return f"{whole},{decimals}{'0' if len(decimals) == 3 else ''}"


def _composition(dimension_id: str, given: Mapping[str, float], state: Answer) -> Cells:
    """Return the percentages of one dimension, or the one word that stands for them."""
    categories = dimension(dimension_id).categories
    columns = {c.id: c.column for c in categories if c.column}
    known = {i: share for i, share in given.items() if not math.isnan(share)}
    if not known:
        word = NOT_USED if state is Answer.KNOWN else ANSWER_WORDS[state]
        return {next(iter(columns.values())): word}
    missing = [i for i in columns if i not in known]
    cells = {columns[i]: _number(value) for i, value in _percentages(known, whole=not missing).items()}
    if len(missing) == 1:
        # Left empty, the rest of the hundred would be filled in.
        cells[columns[missing[0]]] = ANSWER_WORDS[Answer.NO_ANSWER]
    return cells


def _percentages(known: Mapping[str, float], *, whole: bool) -> dict[str, float]:
    """Return percentages that round to these shares, and whose sum is none that the reader refuses.

    Some groups rounded up may come to more than 100; the least that is rounded to the same then stands for each.
    """
    values = {i: round(share * 100, 6) for i, share in known.items()}
    if whole or sum(values.values()) <= MOST:
        return values
    return {i: max(0.0, value - 2.5) for i, value in values.items()}
