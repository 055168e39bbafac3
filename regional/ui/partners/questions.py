"""The questions that a list leaves open: one row each, the likeliest answer chosen already, all kept with one click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from regional.dimensions import EVERYONE, REACH_GROUPS, dimension
from regional.partners.lists.questions import OPTION_WORDS, ListQuestion
from regional.ui import access, components, storage
from regional.ui.partners import hand, turns, upload
from regional.ui.partners.words import value_in_words
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

NOTHING = "-"
MOST_BUTTONS = 4
"""Options beside each other; more stand in a box that unfolds."""


def open_questions() -> dict[str, ListQuestion]:
    """Return what the list in hand leaves open, by what each is known by."""
    read: ImportResult | None = st.session_state.get(storage.READ)
    return {key_of(question): question for question in read.questions} if read else {}


def key_of(question: ListQuestion) -> str:
    """Return what a question and its answer are known by."""
    return f"{question.about}:{question.key}"


def ask(shown: Sequence[ListQuestion], left: int, view: View) -> None:
    """Ask the questions that have their turn; ``left`` come later."""
    t, read = view.t, st.session_state[storage.READ]
    st.markdown("### " + t("Is this right?"))
    with st.form("list_questions", border=False):
        with st.container(gap="xsmall"):
            for question in shown:
                _question(question, view)
        with st.container(horizontal=True):
            access.button(t("Yes, this is right"), t, press=st.form_submit_button, key="list_right", type="primary",
                          on_click=_answer, args=(read, shown))  # fmt: skip
            if left:
                st.form_submit_button(turns.later_label(left, t), key="questions_later", type="tertiary",
                                      on_click=turns.pass_over, args=([key_of(one) for one in shown],))  # fmt: skip


def _question(question: ListQuestion, view: View) -> None:
    """Ask one thing for all rows that have it, the likeliest answer chosen already."""
    t, options = view.t, _options(question)
    values = ", ".join(question.values)
    n = t.plural("{n} row", "{n} rows", len(question.rows)) if question.rows else values
    label = components.escape_markdown(f"{t(question.ask)} ({n})")
    index = options.index(question.first) if question.first in options else None
    told = "" if question.about in ("place", "groups", "kinds") else t("In the list: {values}", values=values)

    def word(option: str) -> str:
        return _word(question.about, option, view)

    if len(options) > MOST_BUTTONS:
        st.selectbox(label, options, index=index, key=f"asked:{key_of(question)}", format_func=word,
                     placeholder=t("Choose"), help=told or None, **access.locked(t))  # fmt: skip
    else:
        st.radio(label, options, index=index, key=f"asked:{key_of(question)}", format_func=word, horizontal=True,
                 width="stretch", help=told or None, **access.locked(t))  # fmt: skip


def _options(question: ListQuestion) -> list[str]:
    if question.about == "kinds":
        kinds = [category.id for category in dimension("kind").categories]
        return list(dict.fromkeys([*question.options, *kinds, NOTHING]))
    if question.about == "groups":
        return [*(question.options or _groups()), NOTHING]
    return [option for option in question.options if option]


def _groups() -> Sequence[str]:
    return [EVERYONE.id, *(category.id for _, category in REACH_GROUPS)]


def _word(about: str, option: str, view: View) -> str:
    t = view.t
    if about in OPTION_WORDS:
        return t(OPTION_WORDS[about][option]) if option in OPTION_WORDS[about] else option
    if about == "column":
        return t("Leave out") if option == NOTHING else option
    if option == NOTHING:
        return t("None of these")
    if about == "place":
        from regional.partners.places.countries import country_name

        return view.figures.names.get(option) or country_name(option, t.language)
    return value_in_words("kinds" if about == "kinds" else "mainly_for", option.split(), view)


def remember_column(read: ImportResult, heading: str, column: str) -> None:
    """Remember what a column is for this kind of file."""
    storage.remember("heading", f"{read.signature}:{heading}", column or NOTHING)


def _answer(read: ImportResult, shown: Sequence[ListQuestion]) -> None:
    """Note the answers that were chosen, and read the list once with all of them; what was passed over comes later."""
    answers = {question: st.session_state.get(f"asked:{key_of(question)}") for question in shown}
    for question, chosen in answers.items():
        if chosen and question.about == "place":
            storage.remember("place", question.key, chosen)
        elif chosen and question.about == "column":
            remember_column(read, question.key, chosen)
    hand.answer({key_of(q): chosen for q, chosen in answers.items() if chosen and q.about not in ("place", "column")})
    turns.pass_over([key_of(q) for q, chosen in answers.items() if not chosen])
    upload.read_again()
