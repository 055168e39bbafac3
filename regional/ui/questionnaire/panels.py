"""The parts of the page Ask: whom and what, the letter, the form, the answers, and how far the asking is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Literal

import pandas as pd
import streamlit as st

from regional.mirror.question import next_question, partners_to_ask
from regional.questionnaire.form import answer_form, one_each
from regional.questionnaire.letter import letter
from regional.questionnaire.questions import BY_ID, QUESTIONS
from regional.sentences import question_sentence
from regional.texts import Message, Texts
from regional.ui import access, components, storage
from regional.ui.questionnaire import records
from regional.ui.view import View
from regional.workspace.errors import Invalid, WorkspaceError
from regional.workspace.stored import LONG

WHOM, WHAT, BEFORE = "ask_whom", "ask_what", "ask_before"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WEEKS = 4
"""Weeks that a partner gets to answer."""


def choose(view: View) -> tuple[dict[str, str], list[str]]:
    """Let the visitor choose partners and questions; return partner id -> name, and question ids."""
    t, ids = view.t, view.partner_ids
    st.markdown("## " + t("1. Whom, and what"))
    with st.container(horizontal=True):
        st.button(t("The 12 that help most"), key="ask_twelve", on_click=_pick, args=(_first(view, ids),))
        st.button(t("Everybody"), key="ask_all", on_click=_pick, args=(list(ids),))
    question = next_question(view.mirror(weight="count"))
    if question is not None and question.partners:
        components.sentences([question_sentence(question, view.mirror(weight="count"), t)])
    names = st.multiselect(t("Partners"), list(ids), key=WHOM, placeholder=t("Choose partners"))
    questions = st.multiselect(t("Questions"), [q.id for q in QUESTIONS], [q.id for q in QUESTIONS], key=WHAT,
                               format_func=lambda i: t(BY_ID[i].text), placeholder=t("Choose questions"))  # fmt: skip
    return {ids[name]: name for name in names}, questions


def _pick(names: list[str]) -> None:
    st.session_state[WHOM] = names


def _first(view: View, ids: dict[str, str]) -> list[str]:
    settings = view.settings.model_copy(update={"weight": "count"})
    question = next_question(view.mirror(weight="count"))
    rows = partners_to_ask(view.portfolio, view.profile, settings, question) if question else ()
    wanted = {storage.row_ids(view.portfolio)[row] for row in rows}
    return [name for name, partner_id in ids.items() if partner_id in wanted]


def write(view: View, questions: list[str]) -> None:
    """Our own answers, and the letter made of them: to edit, and kept as it was edited."""
    t = view.t
    st.markdown("## " + t("2. The letter"))
    st.markdown(t("First say yourself what you ask of others. What you fill in here comes into the letter."))
    ours = {i: _own_answer(view, i) for i in questions}
    before = st.date_input(t("Answer welcome before"), dt.date.today() + dt.timedelta(weeks=WEEKS), key=BEFORE,
                           format="DD-MM-YYYY")  # fmt: skip
    museum = storage.workspace().museum().name if storage.has_workspace() else ""
    made = letter(museum, questions, ours, before or dt.date.today(), records.months_kept(), t)
    own = records.letter(t.language)
    shown = own or made
    # A key by content: the field begins anew when the proposal changes, and what is typed is kept at once.
    key = f"letter_{hashlib.sha256(shown.encode()).hexdigest()[:16]}"
    text = st.text_area(t("The letter"), shown, height=420, key=key, max_chars=LONG, **access.locked(t))
    if text != shown and _kept("letters", {"language": t.language}, t, text=text):
        st.rerun()
    with st.container(horizontal=True):
        if (
            own
            and access.button(t("Begin again from our proposal"), t, key="forget_letter")
            and _kept("letters", {"language": t.language}, t, text="")
        ):
            st.rerun()
        st.download_button(t("Download the letter"), text, "brief.txt", key="letter_download", on_click="ignore",
                           icon=":material/download:")  # fmt: skip


def _own_answer(view: View, question_id: str) -> str:
    t, kept = view.t, records.own_answer(question_id)
    typed = st.text_input(t(BY_ID[question_id].text), kept, key=f"own_{question_id}", max_chars=LONG,
                          **access.locked(t))  # fmt: skip
    if typed != kept:
        _kept("own_answers", {"question": question_id}, t, answer=typed)
    return typed or ""


def _kept(where: Literal["letters", "own_answers"], one: Mapping[str, str], t: Texts, **typed: str) -> bool:
    """Keep what was typed; where that cannot be done say why, and leave it on screen."""
    try:
        storage.keep_one(getattr(storage.workspace(), where), one, **typed)
    except Invalid as error:
        st.error(t(next(iter(error.fields.values()))))
    except WorkspaceError as error:
        st.error(t(error.message))
    else:
        return True
    return False


def send(view: View, partners: dict[str, str], questions: list[str]) -> None:
    """The answer forms as files, and a note that they were sent."""
    t = view.t
    st.markdown("## " + t("3. The answer form"))
    if not partners or not questions:
        components.sentences([t("Choose partners and questions first.")])
        return
    st.markdown(t("You send the letter and the form with your own mail: nothing is sent from here."))
    with st.container(horizontal=True):
        st.download_button(
            t("One form for each"), lambda: one_each(partners, questions, t), "antwoordformulieren.zip",
            "application/zip", key="forms_zip", on_click="ignore", icon=":material/folder_zip:",
        )  # fmt: skip
        st.download_button(t("One form for all, to fill in yourself"), lambda: answer_form(partners, questions, t),
                           "antwoordformulier.xlsx", SHEET, key="form_all", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
    label = t.plural("Note: sent to {n} partner today", "Note: sent to {n} partners today", len(partners))
    if access.button(label, t, key="note_sent"):
        records.sent(view, list(partners), questions, dt.date.today())
        storage.flash(Message.counted("{n} partner is noted as asked.", "{n} partners are noted as asked.",
                                      len(partners)))  # fmt: skip
        st.rerun()


def progress(view: View) -> None:
    """Per partner and question how far the asking is, and who may be reminded."""
    t, today = view.t, dt.date.today()
    st.markdown("## " + t("5. How far are we?"))
    late = records.to_remind(view, today)
    if late:
        components.sentences([t("Asked more than three weeks ago, and no answer yet. A friendly reminder may help:")])
        components.bullets(late.values())
        if access.button(t("Note: reminded today"), t, key="note_reminded"):
            records.reminded(list(late), today)
            st.rerun()
    components.on_request(t("Partner by partner"), "asking_table", lambda: st.dataframe(_table(view), hide_index=True))


def _table(view: View) -> pd.DataFrame:
    t = view.t
    states = records.states(view)
    return pd.DataFrame(
        {t("Name"): name, **{t(BY_ID[i].text): t(records.WORDS[state]) for i, state in by_question.items()}}
        for name, by_question in states.items()
    )
