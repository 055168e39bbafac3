"""Where pages keep what a visitor types: the museum's workspace, or one for this window alone."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

import streamlit as st

from regional.texts import N_, Message, Texts

if TYPE_CHECKING:
    from regional.ui.view import View
    from regional.workspace.workspace import Workspace

ALONE = "workspace_of_this_window"
FLASH = "kept_message"
KEPT = N_("What you note here is kept on this computer.")
SESSION_ONLY = N_(
    "What you note here is kept until you close this window: this museum has no place to keep it yet. "
    "Download a backup on the page Our partners to go on later."
)


def workspace() -> Workspace:
    """Return the workspace of this visitor: the museum's where it is kept, else one that lives with the session."""
    if is_kept():
        return _kept()
    if ALONE not in st.session_state:
        from regional.workspace.workspace import Workspace

        st.session_state[ALONE] = Workspace.in_memory()
    found: Workspace = st.session_state[ALONE]
    return found


def is_kept() -> bool:
    """Tell whether this process was started for one museum on its own computer."""
    return "--local" in sys.argv[1:]


@st.cache_resource(show_spinner=False)
def _kept() -> Workspace:
    from regional.workspace.workspace import open_workspace

    return open_workspace()


def where_kept(t: Texts) -> str:
    """Say where what is typed stays."""
    return t(KEPT if workspace().is_kept else SESSION_ONLY)


def flash(message: Message) -> None:
    """Tell ``message`` once, after the rerun that a change brings."""
    st.session_state[FLASH] = message


def tell(t: Texts) -> None:
    """Show what was flashed."""
    message = st.session_state.pop(FLASH, None)
    if message is not None:
        st.toast(t(message), icon=":material/check:")


def partner_ids(view: View) -> dict[str, str]:
    """Return name -> id of the partners on screen that are no persons, in the order of the file."""
    frame = view.portfolio.frame
    names = frame["name"][~frame["is_person"].astype(bool)]
    return {str(name): hashlib.sha256(str(name).encode()).hexdigest()[:32] for name in names}
