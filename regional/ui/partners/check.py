"""Checking what was read, on one screen: what was found, and a few of the things that it leaves open at once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from regional.ui import access, components, storage
from regional.ui.partners import persons, proposals, questions, reimport, tables, turns, upload
from regional.ui.region import home
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

ABOUT, COLUMNS, NOTICED = "list_about", "columns", "noticed"
"""Key of what is unfolded about the list, and what may be."""


def check(view: View) -> None:
    """Draw the region where it is not chosen yet, what was read, what has its turn, and who is taken for a person."""
    read: ImportResult | None = st.session_state.get(storage.READ)
    if storage.newest() is None and read is None:
        components.sentences([view.t("Upload a list of your own first.")])
    home.ask(view)
    if read is not None:
        _read(read, view)
    _ask(view)
    if reimport.is_pending():  # what names suggest, and who is a person, is of the list as it was
        reimport.pending(view)
    else:
        persons.listed(view)


def left() -> list[str]:
    """Return the keys of all that is left to check: what the list leaves open goes before what names suggest."""
    suggested = () if reimport.is_pending() else proposals.found()
    return turns.in_turn([*questions.open_questions(), *suggested])


def _ask(view: View) -> None:
    """Ask what has its turn, of one sort at once."""
    of_list, keys = questions.open_questions(), left()
    shown = turns.first_of(keys)
    if shown and shown[0] in of_list:
        now = list(itertools.takewhile(of_list.__contains__, shown))
        questions.ask([of_list[key] for key in now], len(keys) - len(now), view)
    elif shown:
        now, suggested = list(itertools.takewhile(lambda key: key not in of_list, shown)), proposals.found()
        proposals.ask([suggested[key] for key in now], len(keys) - len(now), view)


def _read(read: ImportResult, view: View) -> None:
    """Say in a sentence what was read, and unfold its columns or what was noticed on request."""
    t, n = view.t, len(tables.noticed(read))
    left_out = sum(not guess.column for guess in read.columns)
    words = {COLUMNS: t.plural("{n} column read", "{n} columns read", len(read.columns) - left_out)}
    if left_out:
        words[COLUMNS] += ", " + t("{n} left out", n=t.number(left_out))
    if n:
        words[NOTICED] = t.plural("What we noticed: {n} thing", "What we noticed: {n} things", n)
    with st.container(horizontal=True, vertical_alignment="center"):
        tables.read_sentence(read, t)
        opened = None
        if read.columns:
            opened = st.pills(t("About this list"), list(words), default=None if read.kept else COLUMNS, key=ABOUT,
                              format_func=words.__getitem__, label_visibility="collapsed", wrap=True)  # fmt: skip
    tables.refused(read, t)
    if opened == COLUMNS:
        columns(read, view)
    elif opened == NOTICED:
        components.table(tables.problem_table(tables.noticed(read), t))


def columns(read: ImportResult, view: View) -> None:
    """Draw what each column was taken for; a choice is remembered for this kind of file."""
    t = view.t
    heading, values, taken = t("Heading"), t("Three values"), t("We read this as")
    shown = pd.DataFrame(
        [(guess.heading, guess.column or questions.NOTHING, ", ".join(guess.values)) for guess in read.columns],
        columns=[heading, taken, values],
    )
    options = [questions.NOTHING, *dict.fromkeys([*_columns(), *shown[taken]])]
    st.data_editor(
        shown, key=f"columns_{read.signature}_{hash(tuple(shown[taken]))}", hide_index=True, on_change=_column,
        args=(read, f"columns_{read.signature}_{hash(tuple(shown[taken]))}", taken),
        disabled=True if access.locked(t) else [heading, values], alt=t("Your columns, and what we read them as"),
        column_config={
            heading: st.column_config.TextColumn(heading, width="medium"),
            values: st.column_config.TextColumn(values, width="large"),
            taken: st.column_config.SelectboxColumn(
                taken, options=options, required=True, width="medium",
                format_func=lambda column: t("Leave out") if column == questions.NOTHING else str(column),
            ),
        },
    )  # fmt: skip


def _columns() -> tuple[str, ...]:
    from regional.partners.schema import ONLY_READ, all_columns

    return (*all_columns(), *(column.name for column in ONLY_READ))


def _column(read: ImportResult, key: str, taken: str) -> None:
    """Remember what a column is for this kind of file, and read the list again."""
    for row, cells in st.session_state[key].get("edited_rows", {}).items():
        if taken in cells:
            questions.remember_column(read, read.columns[int(row)].heading, cells[taken])
    upload.read_again()
