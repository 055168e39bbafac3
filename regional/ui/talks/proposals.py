"""With whom to talk now: at most four partners, each with why and a question to open with; a click opens the form."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from regional.sentences.talks import ProposedTalk, proposed_talks
from regional.ui import components, forms, storage
from regional.ui.talks import panels
from regional.ui.view import View

NOT_AGAIN = dt.timedelta(days=182)
"""After a conversation with a partner, others come first."""


def draw(view: View) -> None:
    """Draw the proposed talks as cards, two beside each other; once one is picked, its form comes in their place."""
    t, today = view.t, dt.date.today()
    if st.session_state.get(panels.PICKED):
        st.button(t("Other partners"), key="other_partners", icon=":material/arrow_back:", on_click=panels.unpick)
        return
    components.sentences(
        [t("Start with one conversation. There is a reason to talk to each of these partners. Nobody gets a grade.")]
    )
    spoken = {talk.partner_id for talk in storage.workspace().conversations.list() if talk.day > today - NOT_AGAIN}
    ids, names = storage.row_ids(view.portfolio), {i: name for name, i in view.partner_ids.items()}
    skip = frozenset(row for row, partner_id in enumerate(ids) if partner_id in spoken)
    found = view.once("talks", lambda: _talks(view, skip), skip)
    if not found:
        components.sentences([t("There is nobody to talk to yet. Upload a list on the page Our partners.")])
    for first in range(0, len(found), 2):
        for column, talk in zip(st.columns(2, gap="medium"), found[first : first + 2], strict=False):
            with column.container(border=True):
                _card(view, talk, ids[talk.row], names[ids[talk.row]])


def _talks(view: View, skip: frozenset[int]) -> list[ProposedTalk]:
    return proposed_talks(view.portfolio, view.profile, view.mirror(weight="count"), view.t, skip)


def _card(view: View, talk: ProposedTalk, partner_id: str, name: str) -> None:
    t = view.t
    st.markdown("### " + components.escape_markdown(name))
    components.sentences([talk.why])
    st.caption(components.escape_markdown(t("To open with: {question}", question=talk.opening)))
    st.button(t("Note down the conversation"), key=f"now_{partner_id}", icon=":material/edit_note:",
              on_click=partial(_open, partner_id, name, talk.opening))  # fmt: skip


def _open(partner_id: str, name: str, opening: str) -> None:
    """Let the form for this partner open with today's date and the question that was asked."""
    st.session_state[panels.NOTE] = st.session_state[panels.PICKED] = True
    st.session_state[panels.WITH] = name
    forms.fill_in(panels.form_key(partner_id), day=dt.date.today(), notes=f"{opening}\n")
