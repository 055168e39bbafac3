"""The report as PDF/UA-1: the words go to typst as JSON, so that nothing in them is markup."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from regional.report.content import report_content

if TYPE_CHECKING:
    from regional.mirror.result import Mirror
    from regional.partners.portfolio import Portfolio
    from regional.report.logo import Logo
    from regional.report.parts import Report
    from regional.texts import Texts

HERE = Path(__file__).parent
TEMPLATE, FONTS = HERE / "report.typ", HERE / "fonts"


def report_pdf(
    mirror: Mirror,
    t: Texts,
    *,
    logo: Logo | None = None,
    museum: str = "",
    confidential: Portfolio | None = None,
    made: dt.date | None = None,
) -> bytes:
    """Return the report on A4: two pages at a glance and an annex, tagged, with its fonts.

    Parameters
    ----------
    logo : a checked picture (read_logo).
    museum : the museum's name; may hold anything.
    confidential : the partners, for an annex with their names; every page is then marked. None: no name is in it.
    made : the date on it; today where None.
    """
    return typeset(report_content(mirror, t, museum=museum, confidential=confidential, made=made), logo)


def typeset(report: Report, logo: Logo | None = None) -> bytes:
    """Return a report as PDF/UA-1."""
    import typst

    data = {**asdict(report), "logo": list(logo.data) if logo else [], "logo_kind": logo.kind if logo else ""}
    return bytes(
        typst.compile(
            TEMPLATE,
            root=HERE,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(data)},
            pdf_standards=["ua-1"],
        )
    )
