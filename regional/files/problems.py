"""What is wrong with a file, a row or a cell: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from regional.texts import Message


class Level(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The row is left out."""
    WARNING = "warning"
    """The row is kept, this value is left empty."""
    INFO = "info"
    """Something was done that the user should know."""


@dataclass(frozen=True)
class Problem:
    """One finding in a partner file: where, what, how to mend it.

    ``row`` is the row number as Excel shows it (headings are row 1), None for the whole file.
    ``code`` is stable and for programs; ``what`` and ``remedy`` are worded in the reader's language.
    """

    code: str
    level: Level
    what: Message
    remedy: Message
    row: int | None = None
    column: str = ""
    value: str = ""


class FileFault(Exception):
    """The file as a whole cannot be read; ``problem`` says why and how to mend it."""

    def __init__(self, code: str, what: Message, remedy: Message) -> None:
        super().__init__(code)
        self.problem = Problem(code, Level.ERROR, what, remedy)


class CellFault(ValueError):
    """A cell that cannot be read: a stable code, what is wrong, how to mend it.

    ``refuses`` says that the row cannot stand without it; else the value is left empty.
    """

    def __init__(self, code: str, what: Message, remedy: Message, *, refuses: bool = False) -> None:
        super().__init__(code)
        self.code, self.what, self.remedy, self.refuses = code, what, remedy, refuses
