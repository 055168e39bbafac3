"""The museum's own workspace, opened once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.ui.memo import by_key

if TYPE_CHECKING:
    from regional.workspace.workspace import Workspace


@by_key(1)
def kept() -> Workspace:
    """Return the museum's workspace; WorkspaceError where it cannot be reached."""
    from regional.workspace.workspace import open_workspace

    return open_workspace()
