"""What a section is: words, a drawing and a table under one heading, the same for screen, web page, paper and sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regional.charts.drawing import Drawing


@dataclass(frozen=True)
class SectionTable:
    """A table of text: its caption, headings and rows, and the line below it."""

    caption: str
    head: list[str]
    rows: list[list[str]]
    source: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs, and where it has them a list, a drawing, a table, and sections within it.

    ``is_beside``: the sections within it stand beside each other where there is room.
    """

    title: str
    lines: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    drawing: Drawing | None = None
    table: SectionTable | None = None
    more: tuple[Section, ...] = ()
    is_beside: bool = False
