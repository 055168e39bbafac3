"""The report as PDF/UA-1."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from regional.report.content import report_content
from regional.texts import texts
from regional.typesetting import LACKING, printable, typeset

if TYPE_CHECKING:
    from regional.charts.scene import Scene
    from regional.mirror.result import Mirror
    from regional.partners.portfolio import Portfolio
    from regional.report.logo import Logo
    from regional.report.parts import Report
    from regional.texts import Texts

TEMPLATE = Path(__file__).with_name("report.typ")


def report_pdf(
    mirror: Mirror,
    t: Texts,
    *,
    logo: Logo | None = None,
    museum: str = "",
    confidential: Portfolio | None = None,
    scene: Scene | None = None,
    made: dt.date | None = None,
) -> bytes:
    """Return the report on A4: two pages at a glance and an annex, tagged, with its fonts.

    Parameters
    ----------
    logo : a checked picture (read_logo).
    museum : the museum's name; may hold anything.
    confidential : the partners, for an annex with their names; every page is then marked. None: no name is in it.
    scene : the map of the region and of where partners are; None: there is no map in it.
    made : the date on it; today where None.
    """
    return pdf_of(report_content(mirror, t, museum=museum, confidential=confidential, scene=scene, made=made), logo)


def _for_paper(fields: list[tuple[str, object]]) -> dict[str, object]:
    """Return the fields of a part without the table behind a drawing: paper has tables of its own."""
    return {name: value for name, value in fields if not isinstance(value, pd.DataFrame)}


def pdf_of(report: Report, logo: Logo | None = None) -> bytes:
    """Return a report as PDF/UA-1; where signs had to be replaced, it says so at its end."""
    data, lacking = printable(asdict(report, dict_factory=_for_paper))
    t = texts(report.language)
    told = t.plural("{n} sign could not be printed; {sign} stands in its place.",
                    "{n} signs could not be printed; {sign} stands in their place.", lacking, sign=LACKING)  # fmt: skip
    drawn = {"logo": list(logo.data) if logo else [], "logo_kind": logo.kind if logo else ""}
    return typeset(TEMPLATE, {**data, **drawn, "lacking": told if lacking else ""})
