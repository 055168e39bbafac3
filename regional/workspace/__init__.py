"""What a museum keeps: one database, SQLite on its own machine or PostgreSQL through one URL.

Start at :func:`regional.workspace.workspace.open_workspace`; this package itself imports no database.
"""

from regional.workspace.checking import beside_fields, checked
from regional.workspace.errors import Conflict, Erased, Invalid, Missing, WorkspaceError
from regional.workspace.records import (
    Action,
    Benchmark,
    Conversation,
    Goal,
    Museum,
    Publication,
    Question,
    Record,
    RegionChoice,
    RegionNote,
    Review,
    Scenario,
    Step,
    Term,
    Understood,
)

__all__ = [
    "Action",
    "Benchmark",
    "Conflict",
    "Conversation",
    "Erased",
    "Goal",
    "Invalid",
    "Missing",
    "Museum",
    "Publication",
    "Question",
    "Record",
    "RegionChoice",
    "RegionNote",
    "Review",
    "Scenario",
    "Step",
    "Term",
    "Understood",
    "WorkspaceError",
    "beside_fields",
    "checked",
]
