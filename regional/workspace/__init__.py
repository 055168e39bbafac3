"""What a museum keeps: one database, SQLite on its own machine or PostgreSQL through one URL.

Start at :func:`regional.workspace.workspace.open_workspace`; this package itself imports no database.
"""

from regional.workspace.checking import beside_fields, checked
from regional.workspace.errors import Conflict, Erased, Invalid, Missing, WorkspaceError
from regional.workspace.records import (
    Action,
    Conversation,
    FormDraft,
    Goal,
    Invitation,
    Letter,
    Museum,
    OwnAnswer,
    OwnFigureSet,
    PageBack,
    PublicationRecord,
    Question,
    RegionChoice,
    RegionNote,
    ResponseRecord,
    Review,
    Scenario,
    Step,
    Term,
    Understood,
)
from regional.workspace.stored import Record

__all__ = [
    "Action",
    "Conflict",
    "Conversation",
    "Erased",
    "FormDraft",
    "Goal",
    "Invalid",
    "Invitation",
    "Letter",
    "Missing",
    "Museum",
    "OwnAnswer",
    "OwnFigureSet",
    "PageBack",
    "PublicationRecord",
    "Question",
    "Record",
    "RegionChoice",
    "RegionNote",
    "ResponseRecord",
    "Review",
    "Scenario",
    "Step",
    "Term",
    "Understood",
    "WorkspaceError",
    "beside_fields",
    "checked",
]
