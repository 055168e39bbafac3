"""What leaves the museum from the page Sharing: the link, and the file, each frozen first."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from regional.access import Deed, Mode, may
from regional.publishing.board import board_file
from regional.publishing.links import VALID_AFTER_MEETING, new_link
from regional.publishing.publication import Publication, warnings
from regional.publishing.store import Shared, WorkspaceStore, expires, read
from regional.texts import N_, Message
from regional.ui import access, storage
from regional.ui.router import BOARD
from regional.ui.sharing.panels import may_have_been_seen, mirror_to_share
from regional.web.pages import LINK
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from regional.ui.view import View
    from regional.workspace.records import PublicationRecord

NEW_LINK = "share_new_link"
"""Session key of the address of a link that was just made; it cannot be shown again."""
FROZEN = "share_frozen"
"""Session key of what was just frozen: the link or the file of it is what one needs next."""
_LONGEST_OPEN = dt.timedelta(days=366)
OFF = N_(
    "A link cannot be made here: nothing is kept, so it would have nothing to open. Start the app for your museum "
    "(see the README), or download files below."
)
NO_SERVER = N_(
    "You work on your own computer, so there is no link to give: for that the app must run on a server where your "
    "museum signs in. Send the board a file. What you freeze here is kept, to compare with next time."
)


def link(view: View, publication: Publication, earlier: Publication | None, agreed: bool) -> None:
    """Ask until when, and make the link; where there can be none, say why, and freeze without."""
    t = view.t
    may_publish = access.allowed(Deed.PUBLISH)
    st.markdown("### " + (t("Make a link") if may_publish else t("Freeze it")))
    if not may_publish:
        st.info(t(_why_no_link()), icon=":material/link_off:")
        if not storage.is_kept() or not access.allowed(Deed.EDIT):
            return
    until = _until(view, publication) if may_publish else dt.date.today()
    label = t("Freeze it and make a link") if may_publish else t("Freeze it and keep it")
    if access.button(label, t, type="primary", key="share_make", disabled=not agreed) and agreed:
        _make(publication, until, earlier)


def _why_no_link() -> Message:
    if access.current().mode is Mode.LOCAL:
        return Message.of(NO_SERVER)
    if not storage.is_kept():
        return Message.of(OFF)
    return may(access.current(), Deed.PUBLISH).reason or Message.of(OFF)


def agreed(view: View) -> bool:
    """Warn where it stands on little, before a link and a file; a tick counts for one publication."""
    told = view.once("share_warnings", lambda: warnings(mirror_to_share(view)))
    for message in told:
        st.warning(view.t(message), icon=":material/warning:")
    shared = len(WorkspaceStore(storage.workspace()).records()) if storage.is_kept() else 0
    return not told or st.checkbox(view.t("Yes, share it anyway"), key=f"share_agreed_{shared}")


def _until(view: View, publication: Publication) -> dt.date:
    today = dt.date.today()
    last = max(publication.frame.meeting or today, today) + VALID_AFTER_MEETING
    most = max(today + _LONGEST_OPEN, last)
    chosen = st.date_input(
        view.t("The link opens until"), last, today, most, key=f"share_until_{last}", format="DD-MM-YYYY",
        persist_state="session",
        help=view.t("Two weeks after the meeting, unless you choose another day."),
    )  # fmt: skip
    # Limits in a widget are the browser's only.
    return min(max(chosen, today), most) if isinstance(chosen, dt.date) else last


def _make(publication: Publication, until: dt.date, earlier: Publication | None) -> None:
    store = WorkspaceStore(storage.workspace())
    record = store.freeze(publication, until, earlier)
    st.session_state[FROZEN] = record.id
    if access.allowed(Deed.PUBLISH):
        give_link(store, record)
    st.rerun()


def give_link(store: WorkspaceStore, record: PublicationRecord) -> None:
    """Make a (new) link to a kept publication and show it, once."""
    access.require(Deed.PUBLISH)
    try:
        token = new_link(store, record.id, expires(record.expires_on))
    except WorkspaceError as error:
        st.session_state[storage.FLASH] = error.message
    else:
        st.session_state[NEW_LINK], st.session_state[FROZEN] = address(token), record.id
    st.rerun()


def next_step(view: View) -> bool:
    """Give what one needs after freezing, until the visitor has it: the link, once, and the same as a file.

    Returns whether there is anything to have.
    """
    t, made = view.t, st.session_state.get(NEW_LINK)
    frozen = [r for r in may_have_been_seen() if r.id == st.session_state[FROZEN]] if _is_frozen() else []
    shared = read(frozen[0]) if frozen else None
    if shared is None:
        return False
    with st.container(border=True, key="share_next"):
        st.success(t("It is frozen and kept. This is what you send:"), icon=":material/check_circle:")
        if made:
            st.markdown(t("The link. Copy it now: it cannot be shown again."))
            st.code(made, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            as_file(view, shared, "share_frozen_file")
            st.button(t("I have it"), key="share_copied", on_click=_has_it)
    return True


def _is_frozen() -> bool:
    return FROZEN in st.session_state


def _has_it() -> None:
    for key in (NEW_LINK, FROZEN):
        st.session_state.pop(key, None)


def address(token: str) -> str:
    """Return the address of a link on the server that the visitor is on."""
    return f"{access.site()}{BOARD}?{LINK}={token}"


def new_file(view: View, shared: Shared, earlier: Publication | None, *, disabled: bool) -> None:
    """Offer what was not frozen yet as a file: who takes it freezes it, so that what comes next is held beside it."""
    t = view.t
    st.markdown("### " + t("Or send a file"))
    if not storage.is_kept():
        st.caption(t("Nothing is kept here. What you share later is not held beside this file, so share only one."))
    elif not access.allowed(Deed.EDIT):
        st.caption(t("An editor can send it as a file: it is then frozen and kept."))
        return
    else:
        st.caption(t("Whoever takes the file freezes it: it is kept, and what you share later is held beside it."))
    keep = partial(_keep, shared.publication, earlier)
    as_file(view, shared, "share_file", disabled=disabled, on_click=keep if storage.is_kept() else "ignore")


def _keep(publication: Publication, earlier: Publication | None) -> None:
    """Freeze what leaves as a file, once."""
    access.require(Deed.EDIT)
    store = WorkspaceStore(storage.workspace())
    kept = {shared.publication.digest for record in store.records() if (shared := read(record))}
    if publication.digest not in kept:
        store.freeze(publication, dt.date.today(), earlier)


def as_file(
    view: View,
    shared: Shared,
    key: str,
    *,
    disabled: bool = False,
    on_click: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """Offer a publication as one file that opens in any browser."""
    st.download_button(
        view.t("As a web page in one file"), partial(board_file, shared, view.t),
        f"partnerspiegel-{shared.publication.made:%Y-%m-%d}.html", "text/html", key=key, on_click=on_click,
        icon=":material/language:", disabled=disabled,
    )  # fmt: skip
