"""What the page Mirror shows of the years, on request."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from regional.charts.change import change_chart
from regional.charts.trend import trend_chart
from regional.dimensions import dimension
from regional.mirror.change import change
from regional.mirror.result import DimensionResult
from regional.sentences import change as say
from regional.texts import N_
from regional.ui import components
from regional.ui.view import View

NO_TREND = ("origin", "birth_origin")
"""CBS changed these divisions across 2022 and 2023."""

ONE_YEAR = N_("Of the region the figures on screen hold one year. Newer ones can be fetched on the page Our region.")


def panel(view: View, result: DimensionResult) -> None:
    """Offer the years of one theme; drawn only when opened."""
    if result.tested:
        components.on_request(view.t("Through the years"), f"years_{result.id}", lambda: _years(view, result.id))


def _years(view: View, dimension_id: str) -> None:
    t = view.t
    given = (view.portfolio, view.profile, dimension(dimension_id), view.settings, dt.date.today())
    found = view.once("change", lambda: change(*given), dimension_id, given[-1])
    if found is None:
        components.sentences([t("We cannot look back yet: too few starting years are known")])
        return
    title = say.change_title(found, t)
    drawn = change_chart(found, title, t, dark=view.palette.dark)
    if drawn:
        components.drawing(drawn, t, f"change_{dimension_id}", level=4)
    else:
        st.markdown("#### " + components.escape_markdown(title))
    components.sentences(say.change_sentences(found, t))
    _region(view, dimension_id)


def _region(view: View, dimension_id: str) -> None:
    """The region's own change beside it, where figures of several years are at hand."""
    t, history = view.t, view.figures.history.get(dimension_id, {})
    drawn = None
    if dimension_id not in NO_TREND and len(history) > 1:
        drawn = trend_chart(history, view.region.codes, dimension_id, t, dark=view.palette.dark)
    if drawn:
        components.drawing(drawn, t, f"change_region_{dimension_id}", level=4)
    elif dimension_id not in NO_TREND:
        components.sentences([t(ONE_YEAR)])
