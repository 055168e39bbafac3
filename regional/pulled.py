"""How a fetch ended, in words: the same lines on the command line and on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.texts import N_, Texts

if TYPE_CHECKING:
    from regional.cbs.pull import PullReport
    from regional.geo.boundaries import BoundariesReport

ENDINGS = {
    "fetched": N_("{table}: fetched, {rows} rows."),
    "unchanged": N_("{table}: unchanged at CBS, nothing fetched."),
    "cancelled": N_("{table}: stopped. What was there stays."),
}


def table_lines(report: PullReport, t: Texts) -> list[str]:
    """Return one line a table: fetched, unchanged, stopped, or why it failed and what serves instead."""
    return [
        f"{table.name}: {t(table.problem)}"
        if table.problem
        else t(ENDINGS[table.status], table=table.name, rows=t.number(table.rows))
        for table in report.tables
    ]


def boundaries_line(report: BoundariesReport, t: Texts) -> str:
    """Return how fetching the boundaries ended."""
    name = t("Boundaries of municipalities")
    if report.cancelled:
        return t(ENDINGS["cancelled"], table=name)
    if report.problem:
        return f"{name}: {t(report.problem)}"
    return t(ENDINGS["fetched"], table=name, rows=t.number(report.municipalities))


def is_fine(tables: PullReport, boundaries: BoundariesReport) -> bool:
    """Tell whether nothing failed."""
    return tables.ok and boundaries.ok
