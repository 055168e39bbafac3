"""What is wrong with a file, a row or a cell: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
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

    def __init__(
        self, code: str, what: Message, remedy: Message | Callable[[], Message], *, refuses: bool = False
    ) -> None:
        super().__init__(code)
        self.code, self.what, self.refuses = code, what, refuses
        self._remedy = remedy

    @property
    def remedy(self) -> Message:
        """How to mend it; words that are spelt nearly so are looked for once somebody reads this."""
        if not isinstance(self._remedy, Message):
            self._remedy = self._remedy()
        return self._remedy


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A fault of one cell, in its row and column: worded only where it is shown."""

    level: Level
    fault: CellFault
    row: int
    column: str
    value: str

    @property
    def code(self) -> str:
        """The stable code of its fault."""
        return self.fault.code

    def worded(self) -> Problem:
        """Return it as it is told."""
        return Problem(self.code, self.level, self.fault.what, self.fault.remedy, self.row, self.column, self.value)
