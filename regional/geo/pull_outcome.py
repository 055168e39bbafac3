"""How a fetch ended, in words: the same lines on the command line and on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.texts import N_, Texts

if TYPE_CHECKING:
    from regional.cbs.pull import PullReport, TableReport
    from regional.geo.boundaries import BoundariesReport

FETCHED = N_("{table}: fetched, {rows} rows.")
SERVICES = {
    "v4": N_("{table}: fetched, {rows} rows, from CBS's newer service (OData v4)."),
    "v3+v4": N_("{table}: fetched, {rows} rows, in part from CBS's newer service (OData v4)."),
}
UNCHANGED = N_("{table}: unchanged at CBS, nothing fetched.")
STOPPED = N_("{table}: stopped. What was there stays.")


def table_lines(report: PullReport, t: Texts) -> list[str]:
    """Return one line a table: fetched, unchanged, stopped, withdrawn, or why it failed and what serves instead."""
    return [_table_line(table, t) for table in report.tables]


def boundaries_line(report: BoundariesReport, t: Texts) -> str:
    """Return how fetching the boundaries ended; where it failed, why, and that the map stays as it was."""
    name = t("Boundaries of {year}", year=str(report.year))
    if report.problem is not None:
        return t("{table}: {problem} The map stays as it was.", table=name, problem=t(report.problem))
    if report.cancelled:
        return t(STOPPED, table=name)
    fetched = t.plural(
        "{table}: fetched, {n} municipality.",
        "{table}: fetched, {n} municipalities.",
        report.municipalities,
        table=name,
    )
    return " ".join([fetched, *map(t, report.notes)])


def is_fine(tables: PullReport, boundaries: BoundariesReport) -> bool:
    """Tell whether nothing failed; what the user stopped did not fail."""
    return boundaries.problem is None and all(table.status != "failed" for table in tables.tables)


def _table_line(table: TableReport, t: Texts) -> str:
    if table.problem is not None:
        return f"{table.name}: {t(table.problem)}"
    if table.status == "fetched":
        return t(SERVICES.get(table.service, FETCHED), table=table.name, rows=t.number(table.rows))
    return t(UNCHANGED if table.status == "unchanged" else STOPPED, table=table.name)
