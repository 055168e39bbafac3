"""What can go wrong in a workspace, each with a text that a page can show."""

from __future__ import annotations

from collections.abc import Mapping

from regional.texts import Message


class WorkspaceError(Exception):
    """Something could not be kept or read; ``message`` says what, and what to do, in the reader's language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class ReadOnly(WorkspaceError):
    """This workspace was opened to look only."""

    def __init__(self) -> None:
        super().__init__(Message.of("You can look at everything here, but not change or share it."))


class Missing(WorkspaceError):
    """What was asked for is not there (any more)."""

    def __init__(self) -> None:
        super().__init__(Message.of("This is no longer there. Somebody else may have removed it."))


class Erased(WorkspaceError):
    """The partner was erased everywhere; nothing about it can be kept under its old id."""

    def __init__(self) -> None:
        super().__init__(
            Message.of("This partner was erased everywhere. Add it again as a new partner if you need to.")
        )


class Invalid(WorkspaceError):
    """Values that cannot be kept; ``fields`` holds for each field what to show beside it ("" for the whole)."""

    def __init__(self, fields: Mapping[str, Message]) -> None:
        super().__init__(Message.of("Something is not filled in right yet. See the note beside the field."))
        self.fields = dict(fields)


class Conflict(WorkspaceError):
    """Somebody else changed the same thing in the meantime; nothing was kept.

    ``mine`` is what was to be kept, ``theirs`` what stands there now (None where it was removed): one record each,
    or one tuple of partner rows each, in the same order. To keep mine after all: save it again with the revision
    of theirs (``take_over``), or keep the rows again based on ``newest``.
    """

    def __init__(self, mine: object, theirs: object, newest: int | None = None) -> None:
        super().__init__(Message.of("Somebody else changed this while you were at it. Choose which one to keep."))
        self.mine = mine
        self.theirs = theirs
        self.newest = newest
