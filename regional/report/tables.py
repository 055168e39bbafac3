"""Every figure of the report as a workbook and as CSV: numbers as numbers, text never a formula or a link."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple
from typing import TYPE_CHECKING

from regional import sentences as say
from regional.charts.alt_text import ordered_groups
from regional.charts.words import dimension_label, group_label
from regional.files.tables import csv_file, workbook
from regional.report.content import report_content, source_table, theme_table
from regional.sentences.states import state_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter import Workbook

    from regional.mirror.result import Group, Mirror
    from regional.partners.portfolio import Portfolio
    from regional.report.parts import Report
    from regional.sections.section import SectionTable
    from regional.texts import Texts

Cell = str | float | int | None
MOST_CHARACTERS = 32_000
"""Excel holds 32,767 in a cell."""


def report_xlsx(
    mirror: Mirror, t: Texts, *, museum: str = "", confidential: Portfolio | None = None, made: dt.date | None = None
) -> bytes:
    """Return a workbook: themes, groups, reach and sources; partners only with ``confidential``."""
    report = report_content(mirror, t, museum=museum, confidential=confidential, made=made)
    return workbook(lambda book: _fill(book, report, mirror, t))


def _fill(book: Workbook, report: Report, mirror: Mirror, t: Texts) -> None:
    book.set_properties({"title": f"{report.title} ({report.for_us})", "author": report.museum})
    about = [
        [report.title],
        [report.museum],
        [report.basis],
        [report.internal],
        [report.example],
        [report.made],
        [report.secret],
    ]
    ours = [[report.for_us]]
    found = [list(astuple(say.finding_words(finding, mirror, t))) for finding in say.findings(mirror)]
    _sheet(book, t("Findings"), _finding_head(t), found, about)
    themes = theme_table(say.overview_results(mirror), t)
    _sheet(book, t("Themes"), themes.head, _rows(themes), ours)
    _sheet(book, t("Figures by group"), _group_head(t), _group_rows(mirror, t), ours)
    _sheet(book, t("Reach"), _reach_head(t), _reach_rows(mirror, t), ours)
    sources = source_table(mirror.dimensions, t, report.made)
    _sheet(book, t("Sources"), sources.head, _rows(sources), [*ours, [report.made]])
    if report.names is not None and report.names.table is not None:
        names = report.names.table
        _sheet(book, t("Partners"), names.head, _rows(names), [[report.secret], *ours])


def report_csv(mirror: Mirror, t: Texts) -> bytes:
    """Return all groups as CSV for Dutch Excel: ``;``, decimal comma in both languages, UTF-8 with BOM, CRLF.

    Every row says for whom it is: rows are copied without what stands above them.
    """
    head, ours = [*_group_head(t), t("For whom")], t("For internal use")
    return csv_file([head, *([*row, ours] for row in _group_rows(mirror, t))])


def _finding_head(t: Texts) -> list[str]:
    return [t("What stands out"), t("In one sentence"), t("How sure"), t("What it stands on")]


def _group_head(t: Texts) -> list[str]:
    return [
        t("Theme"), t("Group"), t("Share in the region (%)"), t("Share of partners (%)"), t("Count"),
        t("Difference (points)"), t("By chance, from (%)"), t("By chance, to (%)"), t("With the unknown, from (%)"),
        t("With the unknown, to (%)"), t("State"), t("Partners known"), t("Partners not known"), t("CBS table"),
        t("Year"),
    ]  # fmt: skip


def _group_rows(mirror: Mirror, t: Texts) -> list[list[Cell]]:
    """Return one row a group, states as the report tells them."""
    rows: list[list[Cell]] = []
    for result in mirror.dimensions:
        told: list[Cell] = [dimension_label(result.id, t)]
        ends: list[Cell] = [result.n_known, result.n_unknown, result.source, result.year]
        for group in ordered_groups(result):
            state = state_words(group.status, t) if result.tested else ""
            rows.append([*told, group_label(group, t), *_figures(group), state, *ends])
    return rows


def _figures(group: Group) -> list[Cell]:
    band, bounds = group.band or (None, None), group.bounds or (None, None)
    return [_hundred(group.region_share), _hundred(group.partner_share), round(group.count, 2), _hundred(group.gap),
            *map(_hundred, band), *map(_hundred, bounds)]  # fmt: skip


def _hundred(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)


def _reach_head(t: Texts) -> list[str]:
    return [t("Group"), t("Inhabitants"), t("Partners, mainly"), t("Partners, also"), t("Inhabitants per partner")]


def _reach_rows(mirror: Mirror, t: Texts) -> list[list[Cell]]:
    return [
        [t(r.label) if r.label else r.id, _whole(r.inhabitants), r.main, r.also, _whole(r.per_partner)]
        for r in mirror.reach
    ]


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _rows(table: SectionTable) -> list[list[Cell]]:
    return [list(row) for row in table.rows]


def _sheet(
    book: Workbook,
    name: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    above: Sequence[Sequence[str]] = (),
) -> None:
    """Write lines above, headings and rows; text as text, numbers as numbers, nothing for None."""
    sheet = book.add_worksheet(name[:31])
    bold = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF"})
    lines = [line for line in above if line[0]]
    for at, line in enumerate(lines):
        sheet.write_string(at, 0, line[0][:MOST_CHARACTERS])
    top = len(lines) + 1 if lines else 0
    for column, title in enumerate(head):
        sheet.write_string(top, column, title, bold)
        sheet.set_column(column, column, 34 if column < 2 else 18)
    for at, row in enumerate(rows, top + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(at, column, cell[:MOST_CHARACTERS])
            elif cell is not None:
                sheet.write_number(at, column, cell)
    sheet.freeze_panes(top + 1, 0)
