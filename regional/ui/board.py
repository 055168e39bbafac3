"""What a link opens where only Streamlit's own addresses are reached; the ordinary way is :mod:`regional.web.board`.

A visitor without an account sees one frozen publication, or the same polite page for all else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from regional.publishing.board import Scheme, board_html, board_style
from regional.publishing.links import hashed
from regional.texts import Texts
from regional.ui import storage
from regional.web.desk import RECENT
from regional.web.pages import AWAY, AWAY_WHY, CLOSED, LINK, WHY
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from regional.publishing.store import Shared

LOOK_AGAIN = 5.0
"""Seconds after which an open page asks again whether it may be seen: withdrawal shows within 10."""
PHONE = 740
"""Pixels of the page that are seen at once before it is shared."""
OPENED = "opened_link"
"""Session key: hash of the token that this visitor opened, so that one visit counts once."""
TRIED = "tried_again"
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
    """Draw a publication as the board sees it, in the visitor's scheme."""
    scheme: Scheme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(f"<style>{board_style()}</style>")
    # Not st.html: that takes every shape out. What was typed is escaped where the page is made.
    st.markdown(board_html(shared, t, scheme), unsafe_allow_html=True)


def preview(page: str, t: Texts) -> None:
    """Draw the page that a link or file opens by itself, as high as the screen of a phone."""
    st.iframe(page, height=PHONE, alt=t("What the board will see"))


def _opened(token: str) -> Shared | None:
    """Return what the token opens; one visit counts once, however often it is drawn."""
    desk = storage.desk()
    desk.reader.refresh()
    opened = desk.reader.opened(token)
    shared = desk.reader.shared(opened) if opened else None
    if shared is not None and st.session_state.get(OPENED) != hashed(token):
        st.session_state[OPENED] = hashed(token)
        desk.visited(token)
    return shared


def _closed(t: Texts) -> None:
    st.title(t(CLOSED))
    st.markdown(t(WHY))


def _later(t: Texts) -> None:
    st.title(t(AWAY))
    st.markdown(t(AWAY_WHY))
    _try_again()


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(token: str) -> None:
    """Ask whether the page may still be seen; where not, draw it anew, and so close it.

    What is on screen stays while the database is away: nobody can have withdrawn it then.
    """
    reader = storage.desk().reader
    try:
        if reader.age > RECENT:
            reader.refresh()
    except WorkspaceError:
        return
    if reader.opened(token) is None:
        st.rerun()


@st.fragment(run_every=LOOK_AGAIN)
def _try_again() -> None:
    """Draw the page anew, by itself, from the second time on."""
    if st.session_state.pop(TRIED, False):
        st.rerun()
    st.session_state[TRIED] = True
