"""Checking what was read: one table of columns, and the questions that a list leaves open, answered with one click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from regional.dimensions import EVERYONE, REACH_GROUPS, dimension
from regional.partners.lists.questions import OPTION_WORDS, ListQuestion
from regional.ui import access, components, storage
from regional.ui.partners import hand, upload
from regional.ui.partners.words import value_in_words
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

AT_ONCE = 5
"""Questions that stand on the page at once; the others come when these are answered."""
LATER = "list_later"
"""Session key of the questions that were passed over: they come after the others."""
NOTHING = "-"
MOST_BUTTONS = 5
"""Options beside each other; more stand in a box that unfolds."""


def open_questions(read: ImportResult) -> list[ListQuestion]:
    """Return what is asked in words, what was passed over last; what a column is stands in the table of columns."""
    later = st.session_state.get(LATER, set())
    asked = [question for question in read.questions if question.about != "column"]
    return sorted(asked, key=lambda question: _key(question) in later)


def comes_first(read: ImportResult) -> bool:
    """Tell whether anything is asked about the list that was not passed over: that goes before what names suggest."""
    later = st.session_state.get(LATER, set())
    return any(_key(question) not in later for question in open_questions(read))


def check(view: View) -> None:
    """Draw the columns with three values each, and beside them at most five questions."""
    read: ImportResult = st.session_state[storage.READ]
    if not read.questions:
        components.on_request(view.t("Your columns"), "list_columns", lambda: columns(read, view))
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("### " + view.t("Your columns"))
        columns(read, view)
    with right:
        _questions(read, view)


def columns(read: ImportResult, view: View) -> None:
    """Draw what each column was taken for; a choice is remembered for this kind of file."""
    t = view.t
    heading, values, taken = t("Heading"), t("Three values"), t("We read this as")
    shown = pd.DataFrame(
        [(guess.heading, guess.column or NOTHING, ", ".join(guess.values)) for guess in read.columns],
        columns=[heading, taken, values],
    )
    options = [NOTHING, *dict.fromkeys([*_columns(), *shown[taken]])]
    st.data_editor(
        shown, key=f"columns_{read.signature}_{hash(tuple(shown[taken]))}", hide_index=True, on_change=_column,
        args=(read, f"columns_{read.signature}_{hash(tuple(shown[taken]))}", taken),
        disabled=True if access.locked(t) else [heading, values], alt=t("Your columns, and what we read them as"),
        column_config={
            heading: st.column_config.TextColumn(heading, width=130),
            values: st.column_config.TextColumn(values, width=200),
            taken: st.column_config.SelectboxColumn(
                taken, options=options, required=True, width=120,
                format_func=lambda column: t("Leave out") if column == NOTHING else str(column),
            ),
        },
    )  # fmt: skip
    if read.dropped_columns:
        left_out = ", ".join(read.dropped_columns)
        st.caption(components.escape_markdown(t("About persons, so not read: {columns}.", columns=left_out)))


def _columns() -> tuple[str, ...]:
    from regional.partners.schema import ONLY_READ, all_columns

    return (*all_columns(), *(column.name for column in ONLY_READ))


def _column(read: ImportResult, key: str, taken: str) -> None:
    """Remember what a column is for this kind of file, and read the list again."""
    for row, cells in st.session_state[key].get("edited_rows", {}).items():
        if taken in cells:
            _remember_column(read, read.columns[int(row)].heading, cells[taken])
    upload.read_again()


def _remember_column(read: ImportResult, heading: str, column: str) -> None:
    storage.remember("heading", f"{read.signature}:{heading}", column or NOTHING)


def _questions(read: ImportResult, view: View) -> None:
    t, asked = view.t, open_questions(read)
    shown, doubtful = asked[:AT_ONCE], [guess for guess in read.columns if not guess.is_sure]
    st.markdown("### " + t("Is this right?"))
    with st.form("list_questions", border=False):
        if doubtful:
            names = ", ".join(f"{guess.heading}: {guess.column or t('Leave out')}" for guess in doubtful)
            components.sentences([t("We are not sure of these columns: {columns}.", columns=names)])
        for question in shown:
            _question(question, view)
        access.button(t("Yes, this is right"), t, press=st.form_submit_button, key="list_right", type="primary",
                      on_click=_answer, args=(read, shown))  # fmt: skip
    if len(asked) > len(shown):
        left = len(asked) - len(shown)
        st.caption(t.plural("{n} more question follows.", "{n} more questions follow.", left))


def _key(question: ListQuestion) -> str:
    return f"{question.about}:{question.key}"


def _question(question: ListQuestion, view: View) -> None:
    """Ask one thing for all rows that have it, the likeliest answer chosen already."""
    t, options = view.t, _options(question)
    n = t.plural("{n} row", "{n} rows", len(question.rows))
    label = components.escape_markdown(f"{t(question.ask)} ({n})")
    index = options.index(question.first) if question.first in options else None
    told = "" if question.about in ("place", "groups", "kinds") else t("In the list: {values}", values=", ".join(
        question.values))  # fmt: skip

    def word(option: str) -> str:
        return _word(question.about, option, view)

    if len(options) > MOST_BUTTONS:
        st.selectbox(label, options, index=index, key=f"asked:{_key(question)}", format_func=word,
                     placeholder=t("Choose"), help=told or None, **access.locked(t))  # fmt: skip
    else:
        st.radio(label, options, index=index, key=f"asked:{_key(question)}", format_func=word, horizontal=True,
                 help=told or None, **access.locked(t))  # fmt: skip


def _options(question: ListQuestion) -> list[str]:
    if question.about == "kinds":
        kinds = [category.id for category in dimension("kind").categories]
        return list(dict.fromkeys([*question.options, *kinds, NOTHING]))
    if question.about == "groups":
        return [*(question.options or _groups()), NOTHING]
    return list(question.options)


def _groups() -> Sequence[str]:
    return [EVERYONE.id, *(category.id for _, category in REACH_GROUPS)]


def _word(about: str, option: str, view: View) -> str:
    t = view.t
    if about in OPTION_WORDS:
        return t(OPTION_WORDS[about][option]) if option in OPTION_WORDS[about] else option
    if option == NOTHING:
        return t("None of these")
    if about == "place":
        from regional.partners.places.countries import country_name

        return view.figures.names.get(option) or country_name(option, t.language)
    return value_in_words("kinds" if about == "kinds" else "mainly_for", option.split(), view)


def _answer(read: ImportResult, shown: Sequence[ListQuestion]) -> None:
    """Note the answers that were chosen, and read the list once with all of them; what was passed over comes later."""
    answers = {question: st.session_state.get(f"asked:{_key(question)}") for question in shown}
    for guess in read.columns:
        if not guess.is_sure:
            _remember_column(read, guess.heading, guess.column)
    for question, chosen in answers.items():
        if chosen and question.about == "place":
            storage.remember("place", question.key, chosen)
    hand.answer({_key(q): chosen for q, chosen in answers.items() if chosen and q.about != "place"})
    st.session_state.setdefault(LATER, set()).update(_key(q) for q, chosen in answers.items() if not chosen)
    upload.read_again()
