"""The rows of a list before and after they are brought together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list: its number, its cells by column, all that stood in it, and the kind told above it."""

    number: int
    cells: Mapping[str, str]
    raw: tuple[str, ...] = ()
    kind: str = ""


@dataclass(slots=True)
class Gathered:
    """One partner: cells by column in one form, euros by year, and the rows that it was made from."""

    number: int
    cells: dict[str, str]
    rows: tuple[int, ...]
    amounts: dict[int, float] = field(default_factory=dict)
