"""Our region: choose it, see who lives there, fetch newer figures."""

import streamlit as st

from regional.charts.map import clicked_code, map_config, region_map
from regional.charts.map_words import lonely_sentence, map_alt, map_sentence, map_source, map_table, map_title
from regional.charts.profile import profile_chart
from regional.charts.scene import Scene
from regional.charts.trend import trend_chart
from regional.dimensions import DIMENSIONS, dimension
from regional.geo.regions import toggle
from regional.ui import choices, components
from regional.ui.region import choice, refresh
from regional.ui.region.map import map_scene
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
    left, right = st.columns([3, 2], gap="large")
    with left:
        choice.needs(view)
        components.on_request(t("Our museum"), "museum_settings", lambda: choice.museum(view))
    with right:
        refresh.panel(view)


def _map(view: View) -> None:
    t = view.t
    shown, scene = _scene(view)
    st.markdown("## " + components.escape_markdown(map_title(view.region, t)))
    content = (shown, scene.home, scene.geometry.kind, scene.geometry.year, scene.geometry.folder)
    figure = view.once("map", lambda: region_map(scene, t, view.palette), *content)
    alt = view.once("map_alt", lambda: map_alt(scene, t), *content)
    st.plotly_chart(figure, theme=None, key=MAP, config=map_config(scene.geometry), alt=alt,
                    on_select=_clicked, selection_mode="points")  # fmt: skip
    components.sentences([map_sentence(scene, t), *lonely_sentence(scene, t)])
    st.caption(components.escape_markdown(map_source(scene, t)))
    components.on_request(t("As a table"), "map_table", lambda: components.table(map_table(scene, t)))


def _scene(view: View) -> tuple[str, Scene]:
    """Return the choice and the map's content, after asking whether partners are to be told apart by kind."""
    t = view.t
    shown = choices.bound("dots", ["kind"]) or ""
    choices.visible("dots", shown, "", st.segmented_control, t("Partners on the map"), options=["", "kind"],
                    required=True, format_func=lambda code: t("By kind") if code else t("All together"))  # fmt: skip
    return shown, map_scene(view, by_kind=shown == "kind")


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
    dark = view.palette.dark
    drawn = view.once("profile", lambda: profile_chart(view.profile, view.country, theme, t, dark=dark), theme)
    components.chart(drawn, t, f"profile_{theme}")
    history = view.figures.history.get(theme, {})
    if len(history) > 1:
        trend = view.once("trend", lambda: trend_chart(history, view.region.codes, theme, t, dark=dark), theme)
        components.chart(trend, t, f"trend_{theme}")


show(render)
