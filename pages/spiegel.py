"""Mirror: one theme at a time, region left, partners right."""

from dataclasses import replace
from typing import Any

import streamlit as st

from regional import sentences as say
from regional.charts.gaps import gap_chart, ratio_chart
from regional.charts.mirror import mirror_chart
from regional.charts.reach import reach_chart
from regional.dimensions import dimension
from regional.mirror.result import DimensionResult, Mirror, Status
from regional.ui import choices, components
from regional.ui.mirror import change, details, own_benchmark
from regional.ui.router import show
from regional.ui.view import View

REACH = "reach"


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("Mirror"))
    mirror = view.mirror()
    theme = _theme(view, mirror)
    if theme == REACH:
        _reach(view, mirror)
    else:
        _dimension(view, mirror, mirror.dimension(theme))


def _theme(view: View, mirror: Mirror) -> str:
    """Return the theme to show: a registry id, or the reach of all partners."""
    t = view.t
    names = {result.id: t(dimension(result.id).label) for result in mirror.dimensions}
    names[REACH] = t("Who is reached")
    first = mirror.dimensions[0].id
    theme = choices.bound("thema", list(names)) or first
    choices.visible("thema", theme, first, st.pills, t("Theme"), options=list(names), required=True,
                    format_func=lambda code: names[code])  # fmt: skip
    return theme


def _dimension(view: View, mirror: Mirror, result: DimensionResult) -> None:
    t, entry = view.t, dimension(result.id)
    composition = view.profile.compositions.get(result.id)
    provenance = composition.provenance if composition else None
    look = {"settings": mirror.settings, "dark": view.palette.dark, "provenance": provenance}
    st.caption(t(entry.question))
    reference = own_benchmark.reference(result)
    drawn = view.once("mirror", lambda: mirror_chart(result, t, **look, reference=reference), result.id, reference)
    components.chart(drawn, t, f"mirror_{result.id}", level=2)
    components.sentences([*_seen(result, mirror, view), *own_benchmark.sentence(result, t)])
    st.markdown("### " + t("What this stands on"))
    components.sentences([say.certainty_sentence(result, t, mirror.settings.weight), *_change(result, mirror, view)])
    if result.tested:
        gaps = view.once("gaps", lambda: gap_chart(result, t, **look), result.id)
        gaps = replace(gaps, title=t("The differences in percentage points"))
        components.chart(gaps, t, f"gap_{result.id}")
        components.on_request(t("Group by group, in words"), f"words_{result.id}", lambda: _words(view, mirror, result))
        components.on_request(
            t("As a ratio"), f"ratio_{result.id}",
            lambda: components.chart(ratio_chart(result, t, **look), t, f"ratio_{result.id}_chart"),
        )  # fmt: skip
    change.panel(view, result)
    details.panel(view, result)
    components.on_request(t("Figures of our own"), "own_figures", lambda: own_benchmark.panel(t))


def _told(mirror: Mirror) -> dict[str, Any]:
    """Return the part of the selection that sentences speak of."""
    chosen = mirror.settings
    return {"weight": chosen.weight, "kind": chosen.kind, "shares_of": chosen.shares_of}


def _seen(result: DimensionResult, mirror: Mirror, view: View) -> list[str]:
    """Return what the theme says as a whole, and both sides of each clear difference."""
    clear = [g for g in result.groups if g.status in (Status.CLEARLY_LESS, Status.CLEARLY_MORE)]
    told = _told(mirror)
    return [
        say.dimension_sentence(result, view.t, **told),
        *(say.group_sentence(result, group, view.t, **told) for group in clear),
    ]


def _change(result: DimensionResult, mirror: Mirror, view: View) -> list[str]:
    sentence = say.what_would_change(result, view.t, mirror.settings.weight)
    return [sentence] if sentence else []


def _words(view: View, mirror: Mirror, result: DimensionResult) -> None:
    components.sentences(say.group_sentence(result, group, view.t, **_told(mirror)) for group in result.groups)


def _reach(view: View, mirror: Mirror) -> None:
    provenance = view.profile.compositions["age"].provenance
    drawn = view.once("reach", lambda: reach_chart(mirror, view.t, dark=view.palette.dark, provenance=provenance))
    components.chart(drawn, view.t, "reach", level=2)


show(render)
