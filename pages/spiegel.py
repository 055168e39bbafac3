"""Mirror: one theme at a time, in dots: as the region would have our partners, and as they are."""

import streamlit as st

from regional.charts.reach import reach_chart
from regional.mirror.result import Mirror
from regional.ui import choices, components
from regional.ui.mirror import theme
from regional.ui.router import show
from regional.ui.view import View

REACH = "reach"


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("Mirror"))
    mirror = view.mirror()
    chosen = _theme(view, mirror)
    if chosen == REACH:
        _reach(view, mirror)
    else:
        theme.draw(view, mirror, mirror.dimension(chosen))


def _theme(view: View, mirror: Mirror) -> str:
    """Return the theme to show: a registry id, or the reach of all partners. What says something comes first."""
    t, results = view.t, theme.telling_first(mirror)
    names = {result.id: theme.name(result, t) for result in results if theme.is_telling(result)}
    names[REACH] = t("Who is reached")
    names |= {result.id: theme.name(result, t) for result in results}
    first = results[0].id
    chosen = choices.bound("thema", list(names)) or first
    choices.visible("thema", chosen, first, st.pills, t("Theme"), options=list(names), required=True,
                    format_func=lambda code: names[code])  # fmt: skip
    return chosen


def _reach(view: View, mirror: Mirror) -> None:
    provenance = view.profile.compositions["age"].provenance
    drawn = view.once("reach", lambda: reach_chart(mirror, view.t, dark=view.palette.dark, provenance=provenance))
    components.drawing(drawn, view.t, "reach", level=2)


show(render)
