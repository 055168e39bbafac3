"""The report: one Mirror as PDF, as one HTML file, as a workbook and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.report.page import report_html
from regional.report.pdf import report_pdf
from regional.report.tables import report_csv, report_xlsx

if TYPE_CHECKING:
    from regional.charts.scene import Scene
    from regional.mirror.result import Mirror
    from regional.partners.portfolio import Portfolio
    from regional.report.logo import Logo
    from regional.texts import Texts

__all__ = ["SUFFIXES", "report_csv", "report_file", "report_html", "report_pdf", "report_xlsx"]

SUFFIXES = (".pdf", ".html", ".xlsx", ".csv")


def report_file(
    suffix: str,
    mirror: Mirror,
    t: Texts,
    logo: Logo | None = None,
    museum: str = "",
    names: Portfolio | None = None,
    scene: Scene | None = None,
) -> bytes:
    """Return the report in the form of ``suffix`` (one of SUFFIXES).

    ``names`` adds the confidential annex, ``scene`` the map (PDF and HTML).
    """
    if suffix == ".csv":
        return report_csv(mirror, t)
    if suffix == ".xlsx":
        return report_xlsx(mirror, t, museum=museum, confidential=names)
    if suffix == ".html":
        return report_html(mirror, t, logo=logo, museum=museum, confidential=names, scene=scene).encode()
    return report_pdf(mirror, t, logo=logo, museum=museum, confidential=names, scene=scene)
