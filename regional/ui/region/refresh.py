"""Newer figures on request: nothing is fetched unasked, and what is on screen stays until all is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.texts import Texts
from regional.ui import access, components
from regional.ui.region import pull_job
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.ui.region.pull_job import PullJob


def panel(view: View) -> None:
    """Draw where the figures are from, the button that fetches, and the fetch under way."""
    t = view.t
    st.markdown("## " + t("Newer figures"))
    components.sentences([view.sources_line()])
    access.button(t("Fetch newer figures and boundaries"), t, on_click=pull_job.start, args=(partial(_work, t=t),))
    st.caption(t("This asks CBS and PDOK for public figures. Nothing about your partners leaves this computer."))
    pull_job.panel(t)


def _work(job: PullJob, t: Texts) -> list[str]:
    """Fetch the tables and the boundaries; return per table how it ended, in words."""
    from regional.cbs.pull import pull
    from regional.geo.boundaries import pull_boundaries
    from regional.geo.pull_outcome import boundaries_line, table_lines

    tables = pull(progress=job.report, cancelled=job.stop.is_set)
    name = t("Boundaries of municipalities")
    boundaries = pull_boundaries(
        progress=lambda done, total: job.report(name, done / total if total else 0.0), cancelled=job.stop.is_set
    )
    return [*table_lines(tables, t), boundaries_line(boundaries, t)]
