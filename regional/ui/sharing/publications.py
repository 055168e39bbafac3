"""What was shared before: until when, how often opened; look at it, compare, withdraw, or make a new link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.access import Deed
from regional.publishing.board import board_file
from regional.publishing.comparison import compare
from regional.publishing.store import Shared, WorkspaceStore, expires, has_link, is_open, read
from regional.texts import Message, Texts
from regional.ui import access, board, components, storage
from regional.ui.sharing import panels, release
from regional.workspace.seal import has_figures_alone

if TYPE_CHECKING:
    from regional.ui.view import View
    from regional.workspace.records import PublicationRecord


def panel(view: View) -> None:
    """Draw the list of publications, newest first; nothing where nothing was shared."""
    if not storage.is_kept():
        return
    t, store = view.t, WorkspaceStore(storage.workspace())
    every = store.records()
    records = [record for record in every if not has_figures_alone(record.payload)]
    if every:
        st.markdown("## " + t("Shared before"))
    for at, record in enumerate(records):
        earlier = records[at + 1 :]
        label = f"{panels.called(view, record)}: {standing(record, t)}"
        components.on_request(label, f"shared_{record.id}", partial(_one, view, store, record, earlier))
    if len(records) < len(every):
        st.caption(t("Of {n} earlier publications only the figures are kept: what you share is held beside them.",
                     n=t.number(len(every) - len(records))))  # fmt: skip


def standing(record: PublicationRecord, t: Texts) -> str:
    """Say whether a link opens a publication, and how often it was opened."""
    visits = t.plural("opened {n} time", "opened {n} times", record.visits)
    if record.withdrawn_at is not None:
        return t("withdrawn on {date}; {visits}", date=t.date(record.withdrawn_at.date()), visits=visits)
    if not has_link(record):
        return t("no link")
    last = t.date(record.expires_on) if record.expires_on else ""
    if not is_open(record, dt.datetime.now(dt.UTC)):
        return t("expired on {date}; {visits}", date=last, visits=visits)
    return t("open until {date}; {visits}", date=last, visits=visits)


def _one(view: View, store: WorkspaceStore, record: PublicationRecord, earlier: Sequence[PublicationRecord]) -> None:
    t, shared = view.t, read(record)
    if shared is None:
        st.warning(t("This is no longer what was shared, so its link opens nothing. Share it anew."))
        return
    with st.container(horizontal=True):
        release.as_file(view, shared, f"file_{record.id}")
        _link(view, store, record)
        _forget_words(view, store, record)
    _compare(view, shared, record, earlier)
    components.on_request(t("Look at it"), f"look_{record.id}", lambda: board.preview(board_file(shared, t), t))


def _link(view: View, store: WorkspaceStore, record: PublicationRecord) -> None:
    t = view.t
    if record.withdrawn_at is not None:
        return
    now = dt.datetime.now(dt.UTC)
    anew = t("Make a new link; the old one closes") if has_link(record) else t("Make a link")
    if now < expires(record.expires_on) and access.button(anew, t, action=Deed.PUBLISH, key=f"relink_{record.id}",
                                                          icon=":material/link:"):  # fmt: skip
        release.give_link(store, record)
    if is_open(record, now):
        with st.popover(t("Withdraw"), icon=":material/link_off:"):
            st.markdown(t("The link closes for good, within ten seconds also for who has it open."))
            pressed = access.button(t("Withdraw it"), t, action=Deed.WITHDRAW, key=f"withdraw_{record.id}",
                                    type="primary")  # fmt: skip
            if pressed:
                store.withdraw(record.token_hash)
                st.session_state.pop(release.NEW_LINK, None)
                storage.flash(Message.of("The link is withdrawn."))
                st.rerun()


def _forget_words(view: View, store: WorkspaceStore, record: PublicationRecord) -> None:
    """Offer to take away what was typed, once nothing opens it any more."""
    t = view.t
    if is_open(record, dt.datetime.now(dt.UTC)):
        return
    with st.popover(t("Erase the texts"), icon=":material/delete:"):
        st.markdown(t("What you typed goes, and no link opens it. The figures stay, without a name or a text: a file "
                      "may still be somewhere, and what you share later is held beside it."))  # fmt: skip
        if access.button(t("Erase the texts"), t, action=Deed.ERASE, key=f"forget_{record.id}", type="primary"):
            store.forget_words(record)
            storage.flash(Message.of("The texts are erased; the figures are kept."))
            st.rerun()


def _compare(view: View, shared: Shared, record: PublicationRecord, earlier: Sequence[PublicationRecord]) -> None:
    t = view.t
    kept = {other.id: (other, found) for other in earlier if (found := read(other))}
    if not kept:
        return
    chosen = st.selectbox(t("Compare with"), ["", *kept], key=f"compare_{record.id}", persist_state="session",
                          format_func=lambda i: panels.called(view, kept[i][0]) if i else t("Choose one"))  # fmt: skip
    if not chosen:
        return
    news = compare(kept[chosen][1].publication, shared.publication)
    components.bullets([line.in_(t.language) for line in news] or [t("The same picture as last time.")])
