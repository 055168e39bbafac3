"""The parts of the page on asking: whom, the letter, the four ways, and how far the asking is."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import partial

import pandas as pd
import streamlit as st

from regional.mirror.question import NextQuestion, next_question, partners_to_ask
from regional.partners.portfolio import Answer
from regional.questionnaire.letter import letter, with_answers
from regional.questionnaire.questions import MARKS, PARTS
from regional.sentences import question_sentence
from regional.texts import Message, Texts
from regional.ui import access, components, drafts, storage
from regional.ui.questionnaire import links, records
from regional.ui.questionnaire.words import WORDS
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.stored import LONG

WHOM, BEFORE = "ask_whom", "ask_before"
FIELDS = drafts.HeldFields("asking")
NOTHING = "–"
"""In place of “not asked”, which most of a table is at first."""
WEEKS = 4
"""Weeks that a partner gets to answer."""


def choose(view: View) -> dict[str, str]:
    """Let the visitor choose whom to ask; return partner id -> name."""
    t, ids, today = view.t, records.askable(view), dt.date.today()
    st.markdown("## " + t("Who to ask"))
    everyone = records.known(view)
    recent = {n: i for n, i in ids.items() if _is_recent(everyone[i].asked_on, today)}
    fresh = {name: partner_id for name, partner_id in ids.items() if name not in recent}
    with st.container(horizontal=True):
        first = _first(view, fresh)
        if first:
            st.button(t.plural("The one that helps most", "The {n} that help most", len(first)), key="ask_twelve",
                      on_click=_pick, args=(first,))  # fmt: skip
        st.button(t("Everyone"), key="ask_all", on_click=_pick, args=(list(fresh),))
    question = _next(view)
    if question is not None and question.partners:
        components.sentences([question_sentence(question, view.mirror(weight="count"), t)])
    components.sentences([t("Content partners come first. Suppliers, and partners that stopped, are not asked.")])
    if recent:
        components.sentences([t.plural(
            "{n} partner was asked less than two years ago and is left out.",
            "{n} partners were asked less than two years ago and are left out.", len(recent),
        )])  # fmt: skip
    names = FIELDS.draw(st.multiselect, t("Partners"), key=WHOM, start=[], options=list(ids),
                        placeholder=t("Choose partners"))  # fmt: skip
    again = [name for name in names if everyone[ids[name]].answered_on and name not in recent]
    if again:
        components.sentences([t("Asked before, so their form opens with what they said then: “is this still right?” "
                                "{names}", names=t.listed(again))])  # fmt: skip
    return {ids[name]: name for name in names}


def _is_recent(asked_on: dt.date | None, today: dt.date) -> bool:
    return asked_on is not None and today - asked_on < records.AGAIN


def _pick(names: list[str]) -> None:
    st.session_state[WHOM] = names


def choose_first(view: View) -> None:
    """Let the page open with those partners chosen whom the next question is for."""
    today, everyone = dt.date.today(), records.known(view)
    ids = {n: i for n, i in records.askable(view).items() if not _is_recent(everyone[i].asked_on, today)}
    _pick(_first(view, ids))


def _next(view: View) -> NextQuestion | None:
    return view.once("next_question", lambda: next_question(view.mirror(weight="count")))


def _first(view: View, ids: dict[str, str]) -> list[str]:
    """Return whom the next question is for."""
    settings = view.settings.model_copy(update={"weight": "count"})
    question = _next(view)
    rows = partners_to_ask(view.portfolio, view.profile, settings, question) if question else ()
    wanted = {storage.row_ids(view.portfolio)[row] for row in rows}
    return [name for name, partner_id in ids.items() if partner_id in wanted]


def write(view: View) -> str:
    """Draw the letter, to edit; kept as it was edited. Return it with the museum's own answers of now."""
    t = view.t
    st.markdown("## " + t("The letter"))
    before = FIELDS.draw(st.date_input, t("Please answer by"), key=BEFORE, format="DD-MM-YYYY",
                         start=dt.date.today() + dt.timedelta(weeks=WEEKS))  # fmt: skip
    museum = storage.workspace().museum()
    made = letter(museum.name, museum.vision, before or dt.date.today(), records.months_kept(), t)
    own = records.letter(t.language)
    shown = own or made
    # A key by content: the field begins anew when the proposal changes, and what is typed is kept at once.
    key = f"letter_{hashlib.sha256(shown.encode()).hexdigest()[:16]}"
    text = st.text_area(t("The letter"), shown, height=200, key=key, max_chars=LONG, **access.locked(t)) or ""
    st.caption(t("Your own answers come where “[our own answers]” stands, as they are now."))
    if text != shown and _kept(t, text):
        st.rerun()
    whole = with_answers(text, records.own_answers(), t)
    with st.container(horizontal=True):
        if own and access.button(t("Go back to our proposal"), t, key="forget_letter") and _kept(t, ""):
            storage.offer_back(partial(_keep_letter, t.language, own), Message.of("Our proposal is back."))
            st.rerun()
        st.download_button(t("Download the letter"), whole, "brief.txt", key="letter_download", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
    return whole


def _kept(t: Texts, text: str) -> bool:
    """Keep the letter; where that cannot be done say why, and leave it on screen."""
    try:
        _keep_letter(t.language, text)
    except WorkspaceError as error:
        st.error(t(error.message))
        return False
    return True


def _keep_letter(language: str, text: str) -> None:
    storage.keep_one(storage.workspace().letters, {"language": language}, text=text)


def note_sent(view: View, partners: dict[str, str]) -> None:
    """Note that these partners were asked today."""
    t = view.t
    label = t.plural("Note: sent to {n} partner today", "Note: sent to {n} partners today", len(partners))
    access.button(label, t, key="note_sent", on_click=partial(_note, view, list(partners)))


def _note(view: View, partner_ids: list[str]) -> None:
    """Note them, and let go of the choice: who was asked is left out from now on."""
    records.sent(view, partner_ids, list(PARTS), dt.date.today())
    _pick([])
    storage.flash(Message.counted("{n} partner is noted as asked.", "{n} partners are noted as asked.",
                                  len(partner_ids)))  # fmt: skip


def progress(view: View) -> None:
    """Per partner and question how far the asking is, and who may be reminded."""
    t, today = view.t, dt.date.today()
    st.markdown("## " + t("How far are we?"))
    late = records.to_remind(view, today)
    if late:
        told = t("Asked more than three weeks ago, and no answer yet. A friendly reminder may help:")
        components.sentences([f"{told} {t.listed(list(late.values()))}."])
        if access.button(t("Note: reminded today"), t, key="note_reminded"):
            records.reminded(list(late), today)
            st.rerun()
    links.standing(view)
    components.on_request(t("Partner by partner"), "asking_table", partial(_table, view))


def _table(view: View) -> None:
    t = view.t
    rows = [
        {t("Name"): name, **{MARKS[i]: NOTHING if state is Answer.NOT_ASKED else t(WORDS[state])
                             for i, state in by_part.items()}}
        for name, by_part in records.states(view).items()
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(f"{NOTHING} {t(WORDS[Answer.NOT_ASKED])}")
    components.bullets(f"{MARKS[i]}: {t(one.text)}" for i, one in PARTS.items())
