"""Our region: choose it, see who lives there, fetch newer figures."""

import streamlit as st

from regional.charts.map import (
    MAP_CONFIG,
    clicked_code,
    map_alt,
    map_sentence,
    map_source,
    map_table,
    map_title,
    region_map,
)
from regional.charts.profile import profile_chart
from regional.charts.trend import trend_chart
from regional.dimensions import DIMENSIONS, dimension
from regional.geo.geometry import load_geometry
from regional.geo.regions import toggle
from regional.ui import choices, components
from regional.ui.region import choice, refresh
from regional.ui.router import show
from regional.ui.view import View, current_spec, load_figures, set_region

MAP = "region_map"


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Our region"))
    components.sentences([choice.summary(view)])
    left, right = st.columns([3, 2], gap="large")
    with left:
        _map(view)
    with right:
        st.markdown("## " + t("Choose the region"))
        choice.choose(view)
    st.markdown("## " + t("Who lives and works here"))
    _profile(view)
    choice.needs(view)
    components.on_request(t("Our museum"), "museum_settings", lambda: choice.museum(view))
    refresh.panel(view)


def _map(view: View) -> None:
    t = view.t
    geometry = load_geometry()
    st.markdown("## " + components.escape_markdown(map_title(view.region, t)))
    figure = region_map(view.figures, view.region, geometry, t, view.palette)
    st.plotly_chart(figure, theme=None, key=MAP, config=MAP_CONFIG, alt=map_alt(view.figures, view.region, geometry, t),
                    on_select=_clicked, selection_mode="points")  # fmt: skip
    st.markdown(components.escape_markdown(map_sentence(view.region, geometry, t)))
    st.caption(components.escape_markdown(map_source(view.figures, geometry, t)))
    components.on_request(
        t("As a table"), "map_table", lambda: components.table(map_table(view.figures, view.region, t))
    )


def _clicked() -> None:
    """Add or remove the municipality that was clicked on the map."""
    code = clicked_code(st.session_state.get(MAP))
    if code:
        set_region(toggle(current_spec(), code, load_figures()))


def _profile(view: View) -> None:
    t = view.t
    names = [d.id for d in DIMENSIONS if d.id in view.profile.compositions and d.id not in ("location",)]
    theme = choices.bound("over", names) or "age"
    choices.visible("over", theme, "age", st.pills, t("Theme"), options=names, required=True,
                    format_func=lambda code: t(dimension(code).label))  # fmt: skip
    drawn = profile_chart(view.profile, view.country, theme, t, dark=view.palette.dark)
    components.chart(drawn, t, f"profile_{theme}")
    history = view.figures.history.get(theme, {})
    if len(history) > 1:
        components.chart(trend_chart(history, view.region.codes, theme, t, dark=view.palette.dark), t, f"trend_{theme}")


show(render)
