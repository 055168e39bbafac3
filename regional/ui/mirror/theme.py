"""One theme on the page Mirror: its picture, its table, and how sure it is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from regional import sentences as say
from regional.charts.drawing import Drawing
from regional.charts.picture import picture
from regional.charts.words import dimension_label
from regional.dimensions import dimension
from regional.mirror.result import DimensionResult, Mirror, Status
from regional.sentences.people import answered
from regional.texts import Texts
from regional.ui import components
from regional.ui.mirror import change, details, own_benchmark
from regional.ui.overview import cards
from regional.ui.view import View

TAB = "mirror_tab"
_SAYING = (Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE)


def telling_first(mirror: Mirror) -> list[DimensionResult]:
    """Return all themes, those that say something first; within both in the order of the registry."""
    return sorted(mirror.dimensions, key=lambda result: not is_telling(result))


def is_telling(result: DimensionResult) -> bool:
    """Tell whether a theme says something: a group has a state, or our own side alone is described."""
    if any(group.status in _SAYING for group in result.groups):
        return True
    compares = any(group.region_share is not None for group in result.groups)
    shown = [group for group in result.groups if group.partner_share is not None and group.count]
    return bool(shown) and (not compares or bool(result.reading_of))


def name(result: DimensionResult, t: Texts) -> str:
    """Return a theme's name; greyed, with of how many partners it is known, where it says nothing yet."""
    label = dimension_label(result.id, t)
    if is_telling(result):
        return label
    return f":gray[{t.plural('{theme} ({n} known)', '{theme} ({n} known)', answered(result), theme=label)}]"


def draw(view: View, mirror: Mirror, result: DimensionResult) -> None:
    """Draw the theme: the picture, and behind tabs the table and how sure it is."""
    t = view.t
    composition = view.profile.compositions.get(result.id)
    provenance = composition.provenance if composition else None
    reference = own_benchmark.reference(result)
    supposed = view.mirror(proposals=True).dimension(result.id)
    proposed = {group.id: round(group.proposed) for group in supposed.groups}
    drawn = view.once(
        "picture",
        lambda: picture(result, t, settings=mirror.settings, provenance=provenance, reference=reference,
                        proposed=proposed),
        result.id, repr(reference),
    )  # fmt: skip
    st.markdown("## " + components.escape_markdown(drawn.title))
    seen = [*say.under_title(result, t, **_told(mirror)), *own_benchmark.sentence(result, t)]
    components.parts(
        t, TAB,
        (
            (t("Picture"), lambda: components.picture(drawn, seen)),
            (t("Table"), lambda: _table(view, mirror, result, drawn)),
            (t("How sure"), lambda: _sure(view, mirror, result)),
        ),
    )  # fmt: skip
    finding = say.finding_about(mirror, result.id)
    if finding is not None and finding.kind != "well":
        cards.ways(view, mirror, finding, "mirror")


def _table(view: View, mirror: Mirror, result: DimensionResult, drawn: Drawing) -> None:
    components.table(drawn.table)
    st.caption(components.escape_markdown(drawn.source))
    told = _told(mirror)
    components.bullets(say.group_sentence(result, group, view.t, **told) for group in result.groups)


def _sure(view: View, mirror: Mirror, result: DimensionResult) -> None:
    t, weight = view.t, mirror.settings.weight
    change_it = say.what_would_change(result, t, weight)
    st.caption(t(dimension(result.id).question))
    components.sentences([say.certainty_sentence(result, t, weight), *([change_it] if change_it else [])])
    change.panel(view, result)
    details.panel(view, result)
    components.on_request(t("Figures of our own"), "own_figures", lambda: own_benchmark.panel(t))


def _told(mirror: Mirror) -> dict[str, Any]:
    """Return the part of the selection that sentences speak of."""
    chosen = mirror.settings
    return {"weight": chosen.weight, "kind": chosen.kind, "shares_of": chosen.shares_of}
