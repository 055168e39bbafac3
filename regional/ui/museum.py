"""The museum's own workspace, opened once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from regional.workspace.workspace import Workspace


@st.cache_resource(show_spinner=False)
def kept() -> Workspace:
    """Return the museum's workspace; WorkspaceError where it cannot be reached."""
    from regional.workspace.workspace import open_workspace

    return open_workspace()
