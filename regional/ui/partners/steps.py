"""The three steps of Our partners: the list, checking it, seeing it. The step stays when one leaves the page."""

from __future__ import annotations

import streamlit as st

from regional.texts import N_
from regional.ui import storage
from regional.ui.partners import check, hand, upload
from regional.ui.view import View

STEPS = {upload.LIST: N_("1. Your list"), upload.CHECK: N_("2. Check"), upload.SEE: N_("3. See")}
BAR = "list_steps"


def bar(view: View) -> str:
    """Draw the steps, with how much is left to check and the way on, and return the one to draw."""
    t, at, left = view.t, current(), len(check.left())

    def label(step: str) -> str:
        return t(STEPS[step]) + (f" ({t.number(left)})" if step == upload.CHECK and left else "")

    st.session_state[BAR] = at
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.segmented_control(t("Steps"), list(STEPS), key=BAR, format_func=label, required=True, on_change=_picked,
                             label_visibility="collapsed")  # fmt: skip
        if storage.newest() is not None:
            st.page_link("pages/overzicht.py", label=t("On to the Overview"), icon=":material/arrow_forward:")
    return at


def current() -> str:
    """Return the step that the visitor chose last; else where the list is."""
    chosen = st.session_state.get(upload.STEP)
    if chosen in STEPS:
        return str(chosen)
    return upload.LIST if storage.newest() is None else upload.SEE


def _picked() -> None:
    _go(st.session_state[BAR])


def _go(step: str) -> None:
    st.session_state[upload.STEP] = step
    read = st.session_state.get(storage.READ)
    if step == upload.SEE and hand.version() and not (read and read.questions):
        hand.forget()
