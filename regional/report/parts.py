"""What a report is made of: words, drawings and tables, the same for paper and for the page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """A drawing with the words that go with it; ``svg`` is a whole SVG document."""

    svg: str
    title: str
    alt: str
    reading: str
    source: str


@dataclass(frozen=True)
class ReportTable:
    """A table of text: its caption, headings and rows, and the line below it."""

    caption: str
    head: list[str]
    rows: list[list[str]]
    source: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs, and where it has them a list, a figure and a table."""

    title: str
    lines: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    figure: Figure | None = None
    table: ReportTable | None = None


@dataclass(frozen=True)
class Report:
    """Everything in the report. ``secret`` is "" or what every page is marked with.

    ``findings`` are those of the overview; ``themes`` and what goes with them only where they say something.
    ``internal`` says for whom it is, at the start; ``for_us`` says so below every page.
    """

    language: str
    title: str
    region: str
    museum: str
    made: str
    basis: str
    example: str
    secret: str
    internal: str
    for_us: str
    page: str
    overview: Section
    findings: list[Section]
    steps: Section
    where: Section | None
    reach: Section
    known: Figure | None
    unknown: Section
    sought: Section
    annex: str
    themes: list[Section]
    method: Section
    sources: Section | None
    names: Section | None
