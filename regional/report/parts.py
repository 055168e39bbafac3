"""What a report is made of: sections, the same for paper and for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regional.charts.drawing import Drawing
    from regional.sections.section import Section


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
    known: Drawing | None
    unknown: Section
    sought: Section
    annex: str
    themes: list[Section]
    method: Section
    sources: Section | None
    names: Section | None
