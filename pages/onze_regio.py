"""Our region: choose it, see who lives there, fetch newer figures."""

import streamlit as st

from regional.charts.drawing import Drawing
from regional.charts.map import clicked_code, map_chart, map_config
from regional.charts.map_words import lonely_sentence
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

MAP, FIRST = "region_map", "age"


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Our region"))
    shown = choices.bound("dots", ["kind"]) or ""
    scene = map_scene(view, by_kind=shown == "kind")
    asked = t("Which area does your museum serve? You choose it, and your partners are set beside it.")
    components.sentences([f"{choice.summary(view)} {asked}"])
    components.bullets(_standing_out(view, scene))
    left, right = st.columns([3, 2], gap="large")
    with left:
        _map(view, scene, shown)
    with right:
        st.markdown("## " + t("Choose the region"))
        choice.choose(view)
        _dots(view, shown)
    st.markdown("## " + t("Who lives and works here"))
    _profile(view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        choice.needs(view)
        components.on_request(t("Our museum"), "museum_settings", lambda: choice.museum(view))
    with right:
        refresh.panel(view)


def _dots(view: View, shown: str) -> None:
    t = view.t
    choices.visible("dots", shown, "", st.segmented_control, t("Partners on the map"), options=["", "kind"],
                    required=True, format_func=lambda code: t("By kind") if code else t("All together"))  # fmt: skip


def _standing_out(view: View, scene: Scene) -> list[str]:
    """Return where no partner sits, and in what the region differs most from the country."""
    drawn = _profile_of(view, FIRST) if FIRST in view.profile.compositions else None
    return [*lonely_sentence(scene, view.t), *([f"{drawn.title}."] if drawn else [])]


def _map(view: View, scene: Scene, shown: str) -> None:
    t = view.t
    content = (shown, scene.home, scene.geometry.kind, scene.geometry.year, scene.geometry.folder)
    drawn = view.once("map", lambda: map_chart(scene, t, view.palette), *content)
    components.drawing(drawn, t, MAP, level=2, config=map_config(scene.geometry), on_select=_clicked,
                       selection_mode="points")  # fmt: skip


def _clicked() -> None:
    """Add or remove the municipality that was clicked on the map."""
    code = clicked_code(st.session_state.get(f"{MAP}_chart"))
    if code:
        set_region(toggle(current_spec(), code, load_figures()))


def _profile(view: View) -> None:
    t = view.t
    names = [d.id for d in DIMENSIONS if d.id in view.profile.compositions and d.id not in ("location",)]
    theme = choices.bound("over", names) or FIRST
    choices.visible("over", theme, FIRST, st.pills, t("Theme"), options=names, required=True,
                    format_func=lambda code: t(dimension(code).label))  # fmt: skip
    components.drawing(_profile_of(view, theme), t, f"profile_{theme}")
    history = view.figures.history.get(theme, {})
    if len(history) > 1:
        trend = view.once(
            "trend", lambda: trend_chart(history, view.region.codes, theme, t, dark=view.palette.dark), theme
        )
        components.drawing(trend, t, f"trend_{theme}")


def _profile_of(view: View, theme: str) -> Drawing:
    dark = view.palette.dark
    return view.once("profile", lambda: profile_chart(view.profile, view.country, theme, view.t, dark=dark), theme)


show(render)
