"""The rows of a list before and after they are brought together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_EMAIL = re.compile(r"\s*[(<]?(?:mailto:)?[^@\s(<]+@[^@\s]+\.[^@\s)>]{2,}[)>]?", re.IGNORECASE)


def without_addresses(cell: str) -> str:
    """Take an e-mail address out of a cell that holds more: it may be a person's."""
    return _EMAIL.sub("", cell).strip() if "@" in cell else cell


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list: its number, all that stands in it, where each column is, and the kind told above it."""

    number: int
    raw: tuple[str, ...]
    positions: Mapping[str, int]
    kind: str = ""

    def cell(self, column: str) -> str:
        """Return the cell of a column, without an e-mail address."""
        at = self.positions.get(column, len(self.raw))
        return without_addresses(self.raw[at]) if at < len(self.raw) else ""

    @property
    def cells(self) -> dict[str, str]:
        """The cells by column, made anew: a long list is not held twice."""
        raw, n = self.raw, len(self.raw)
        return {column: (without_addresses(raw[at]) if "@" in raw[at] else raw[at]) if at < n else ""
                for column, at in self.positions.items()}  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """One partner: cells by column in one form, euros by year, and the rows that it was made from."""

    number: int
    cells: dict[str, str]
    rows: tuple[int, ...]
    amounts: dict[int, float] = field(default_factory=dict)
