"""What is told and asked of a list once it is read: its columns, its places, and rows that look odd."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regional.files.problems import Level, Problem
from regional.partners.columns import plain
from regional.partners.lists.passed_over import NoPartner
from regional.partners.lists.questions import ListQuestion
from regional.partners.lists.table import PartnerTable
from regional.partners.schema import NAME
from regional.partners.seat import NONE_OF_THESE, Seats
from regional.texts import N_, Message

ANSWERS = ("true", "false", "waar", "onwaar", "ja", "nee", "yes", "no", "nan", "null", "none")
"""What a spreadsheet writes for a tick or where a formula went wrong; hardly the name of a partner."""


class KeptRow(NamedTuple):
    """A row that became a partner."""

    number: int
    name: str
    as_fractions: bool


def about_guesses(table: PartnerTable) -> list[ListQuestion]:
    """Ask what a column is where word and cells leave a doubt."""
    return [
        ListQuestion("column", guess.heading, Message.of("Which column is “{heading}”?", heading=guess.heading),
        guess.values,
                 (), tuple(dict.fromkeys([guess.column, *guess.others, "-"])), guess.column)
        for guess in table.guesses if not guess.is_sure
    ]  # fmt: skip


def about_places(seats: Seats) -> list[ListQuestion]:
    """Ask which of several places a name means, and whether one that is spelt nearly so is meant."""
    ask = N_("Which place is “{place}”?")
    asked = [(place, codes, "") for place, codes in seats.ambiguous.items()]
    asked += [(place, (*codes, NONE_OF_THESE), codes[0]) for place, codes in seats.misspelt.items()]
    return [
        ListQuestion("place", place, Message.of(ask, place=place), (place,), tuple(seats.rows[place]), codes, first)
        for place, codes, first in asked
    ]


def about_columns(table: PartnerTable) -> list[Problem]:
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


def about_rows(kept: Sequence[KeptRow], proposals: int) -> list[Problem]:
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


def repeated(kept: Sequence[KeptRow], table: PartnerTable) -> list[Problem]:
    """Tell names that occur again; they are kept, for two branches may share a name."""
    told, first = [], dict[str, int]()
    for number, name, _ in kept:
        before = first.setdefault(plain(name), number)
        if before != number:
            what = Message.of("This name is also in row {row}.", row=before)
            remedy = Message.of("Is it one partner? Then remove one of the rows.")
            told.append(_in_row("name_repeated", what, remedy, number, table, name))
    return told


WHY = {
    NoPartner.HEADINGS: ("headings_again", N_("These are the headings again, and no partner.")),
    NoPartner.SECTION: ("section_row", N_("This is a heading between the rows, and no partner.")),
    NoPartner.TOTAL: ("total_row", N_("This row looks like a total and was not read as a partner.")),
    NoPartner.NOTE: ("note_row", N_("This is a note, and no partner.")),
    NoPartner.COUNT: ("count_row", N_("This row counts the others, and is no partner.")),
}


def passed_over(table: PartnerTable) -> list[Problem]:
    """Tell the rows that are no partners."""
    remedy = Message.of("Is it a partner? Then write its name in full, and its place beside it.")
    return [_in_row(WHY[row.why][0], Message.of(WHY[row.why][1]), remedy, row.row, table, row.what)
            for row in table.others]  # fmt: skip


def odd_names(kept: Sequence[KeptRow], table: PartnerTable) -> list[Problem]:
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
