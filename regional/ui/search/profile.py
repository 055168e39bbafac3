"""The search profile on the page Who are we looking for?: what it is for, the profiles, and the open call."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st

from regional.dimensions import dimension
from regional.search import words
from regional.search.open_call import call_pdf
from regional.search.profile import SearchProfile, Wanted, choosable, search_profile
from regional.sentences.words import capital
from regional.texts import N_
from regional.typesetting import LACKING, printable
from regional.ui import components, drafts, storage
from regional.ui.view import View

PRIORITIES = "search_priorities"
FIELDS = drafts.HeldFields("profile")
PURPOSE = N_(
    "This page gives direction. Content comes first: what does a partner do, and are you a good "
    "match? It is about organisations, and never a reason to end a partnership."
)
NOT_FOR = N_(
    "It is not for choosing people. No partner ranks higher for where it stands on diversity and "
    "inclusion: you talk to those who are not there yet."
)


def look_for(groups: Sequence[str]) -> None:
    """Let the page open with these groups (``theme:group``) as those that matter most."""
    st.session_state[PRIORITIES] = list(groups)


def purpose(view: View) -> None:
    """Say what the page is for, and what not."""
    components.sentences([view.t(PURPOSE)])


def found(view: View) -> SearchProfile:
    """Ask what matters most, and return the profile with it."""
    first, needs = _priorities(view), needs_of(view)
    return view.once("search", lambda: search_profile(view.mirror(weight="count"), first, needs), tuple(first), needs)


def profile(view: View, found: SearchProfile) -> None:
    """The wanted profiles in words, and what to ask before searching."""
    t = view.t
    st.markdown("## " + components.escape_markdown(words.profile_headline(found, t)))
    for at, wanted in enumerate(found.wanted, 1):
        _wanted(at, wanted, found, view)
    if found.left_out:
        n = found.left_out
        st.caption(t.plural("{n} smaller profile is left out.", "{n} smaller profiles are left out.", n))
    st.caption(t(NOT_FOR))
    _ask_first(found, view)


def _ask_first(found: SearchProfile, view: View) -> None:
    t = view.t
    if found.ask_first:
        st.markdown("### " + t("Ask this first"))
        components.bullets(words.ask_sentences(found.ask_first, t))
        st.page_link(
            "pages/vragen_aan_partners.py", label=t("To the page Questions to partners"), icon=":material/mail:"
        )


def needs_of(view: View) -> str:
    """Return what the museum wrote under "What matters here?" for this region, "" where nothing."""
    if not storage.has_workspace():
        return ""
    notes = storage.workspace().region_notes.list(region=view.region.spec)
    return " ".join(note.text.strip() for note in notes)


def _priorities(view: View) -> list[str]:
    """Let the museum choose groups that matter to it."""
    t = view.t
    names = view.once("priorities", lambda: _choosable(view))
    chosen: list[str] = FIELDS.draw(
        st.multiselect, t("Groups and places that matter most to us"), key=PRIORITIES, start=[], options=list(names),
        format_func=lambda group: names[group], placeholder=t("Choose groups or places"),
        help=t("What you choose comes first. What you wrote on the page Our region counts too."),
    )  # fmt: skip
    return chosen


def _choosable(view: View) -> dict[str, str]:
    t = view.t
    return {
        group: f"{t(dimension(of).label)}: {t(label)}" if of else t(label)
        for group, of, label in choosable(view.mirror(weight="count"))
    }


def _wanted(at: int, wanted: Wanted, found: SearchProfile, view: View) -> None:
    t = view.t
    title = capital(words.wanted_title(wanted, t))
    st.markdown(f"**{at}. {components.escape_markdown(title)}**")
    components.sentences([" ".join(words.wanted_sentences(wanted, found.partners, t))])


def call(found: SearchProfile, view: View) -> None:
    """The open call, to change, copy, download or print."""
    t = view.t
    museum = storage.workspace().museum().name if storage.has_workspace() else ""
    text = words.open_call(found, t, museum)
    # A new profile brings a new text: the key follows the content, so that an old edit does not hide it.
    key = f"call_{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    edited: str = FIELDS.draw(st.text_area, t("Text of the call; change it as you like"), key=key, start=text,
                              height=320)  # fmt: skip
    with st.container(horizontal=True):
        st.download_button(
            t("Download as text"), edited, f"{t('open-call')}.txt", "text/plain", on_click="ignore",
            icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            t("Download as PDF"), partial(call_pdf, edited, t.language), f"{t('open-call')}.pdf", "application/pdf",
            on_click="ignore", icon=":material/picture_as_pdf:",
        )  # fmt: skip
    lacking = printable(edited)[1]
    if lacking:
        st.caption(t.plural("In the PDF, {n} sign cannot be printed; {sign} stands in its place.",
                            "In the PDF, {n} signs cannot be printed; {sign} stands in their place.",
                            lacking, sign=LACKING))  # fmt: skip
    components.on_request(t("To copy"), "call_copy", lambda: st.code(edited, language=None, wrap_lines=True))
