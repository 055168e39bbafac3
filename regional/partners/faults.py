"""What is wrong with one cell."""

from __future__ import annotations

from regional.texts import Message


class Fault(ValueError):
    """A cell that cannot be read: a stable code, what is wrong, how to mend it.

    ``refuses`` says that the row cannot stand without it; else the value is left empty.
    """

    def __init__(self, code: str, what: Message, remedy: Message, *, refuses: bool = False) -> None:
        super().__init__(code)
        self.code, self.what, self.remedy, self.refuses = code, what, remedy, refuses
