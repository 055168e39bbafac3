"""What a link opens, for a visitor without an account: one frozen publication, or the same polite page for all else."""

from __future__ import annotations

import datetime as dt
import ipaddress
import time
from typing import TYPE_CHECKING

import streamlit as st

from regional.publishing.board import board_html, board_style
from regional.publishing.links import Limiter, hashed
from regional.publishing.store import WorkspaceStore
from regional.texts import N_, Texts
from regional.ui import storage
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from regional.publishing.store import Shared

LINK = "link"
"""The parameter of the address that holds the token."""
LOOK_AGAIN = 5.0
"""Seconds after which an open page asks again whether it may be seen: withdrawal shows within 10."""
OPENED = "opened_link"
"""Session key: hash of the token that this visitor opened, so that one visit counts once and is not slowed."""
AWAY = N_("This page cannot be opened just now")
CLOSED = N_("This page cannot be opened")
WHY = N_(
    "The link may have expired or been withdrawn, or part of the address is missing. "
    "Ask the person who sent it to you for a new one."
)
_QUIET = """
<style>
[data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stSidebar"] { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 1rem; padding-bottom: 2rem; }
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] { gap: 0.25rem; }
@media print { [data-testid="stButtonGroup"] { display: none; } }
</style>
"""
_NO_INDEX = """
<script>
for (const [name, content] of [["robots", "noindex, nofollow"], ["referrer", "no-referrer"]]) {
  if (!document.head.querySelector(`meta[name="${name}"]`)) {
    document.head.append(Object.assign(document.createElement("meta"), {name, content}));
  }
}
</script>
"""


def page(t: Texts) -> None:
    """Draw the page for the token of the address."""
    st.html(_QUIET)
    st.html(_NO_INDEX, unsafe_allow_javascript=True)
    token = st.query_params.get(LINK, "")
    try:
        shared = _opened(token)
    except WorkspaceError:  # the database is away: for every link alike
        _later(t)
        return
    if shared is None:
        _closed(t)
        return
    draw(shared, t)
    _look_again(token)


def draw(shared: Shared, t: Texts) -> None:
    """Draw a publication as the board sees it; also the preview."""
    st.html(f"<style>{board_style()}</style>")
    st.html(board_html(shared, t, "dark" if st.context.theme.type == "dark" else "light"))


def _opened(token: str) -> Shared | None:
    """Return what the token opens; attempts are slowed per address, but never those of who was let in before."""
    museum = storage.for_links()
    if not token or museum is None:
        return None
    store, now = WorkspaceStore(museum), dt.datetime.now(dt.UTC)
    if st.session_state.get(OPENED) == hashed(token):
        return store.open(token, now, visit=False)
    client = client_address()
    if not _limiter().allow(client):
        _try_again()
        return None
    shared = store.open(token, now)
    if shared is not None:
        _limiter().give_back(client)
        st.session_state[OPENED] = hashed(token)
    return shared


def _closed(t: Texts) -> None:
    st.title(t(CLOSED))
    st.markdown(t(WHY))


def _later(t: Texts) -> None:
    st.title(t(AWAY))
    st.markdown(t("There is nothing wrong with your link. This page tries again by itself."))
    _try_again()


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(token: str) -> None:
    """Ask whether the page may still be seen; where not, draw it anew, and so close it.

    What is on screen stays while the database is away: nobody can have withdrawn it then.
    """
    try:
        museum = storage.for_links()
        may_be_seen = museum and WorkspaceStore(museum).open(token, dt.datetime.now(dt.UTC), visit=False)
    except WorkspaceError:
        return
    if not may_be_seen:
        st.rerun()


@st.fragment(run_every=LOOK_AGAIN)
def _try_again() -> None:
    """Let who was slowed in by itself when it is their turn."""
    if _TURN not in st.session_state:
        st.session_state[_TURN] = True
        return
    del st.session_state[_TURN]
    st.rerun()


_TURN = "slowed"


@st.cache_resource(show_spinner=False)
def _limiter() -> Limiter:
    return Limiter(time.monotonic)


def client_address() -> str:
    """Return whose attempts are counted together: an IPv4 address, or a network of IPv6 (/64, one household).

    Behind a proxy on this computer it is the last address of X-Forwarded-For: the one that the proxy itself added.
    """
    seen = st.context.ip_address
    if seen is None:
        seen = st.context.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    return network(seen)


def network(address: str) -> str:
    """Return the IPv4 address, or the /64 network of an IPv6 address; "" for what is neither."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
