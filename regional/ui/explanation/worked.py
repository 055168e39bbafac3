"""Every measure with an example, worked out step by step from the mirror on screen, drawn when asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from regional.sentences.measures import SECTIONS, Case, Measure
from regional.sentences.words import capital, dimension_name
from regional.texts import N_
from regional.ui import components
from regional.ui.mirror import details
from regional.ui.view import View


def examples(view: View) -> None:
    """Draw the choice of theme and group, and the measures to open."""
    t = view.t
    st.markdown("## " + t("Every measure, worked out"))
    components.sentences([t(INTRODUCTION)])
    case = _choose(view)
    if case is None:
        return
    if case.result.tested:
        components.on_request(t("All groups of this theme"), "worked_groups",
                              partial(details.groups, view, case.result))  # fmt: skip
    st.caption(t(SYMBOLS))
    for title, measures in SECTIONS:
        st.markdown("### " + t(title))
        for measure in measures:
            components.on_request(t(measure.title), f"worked_{measure.id}", partial(_draw, measure, case, view))


INTRODUCTION = N_(
    "Choose a theme and a group. Open a measure to see what it is for and how it comes about, with your own figures. "
    "We compute with all decimals and round only what we show."
)
SYMBOLS = N_(
    "In the formulas: x partners in the group, n known partners, p = x/n their share, q the region's share, u unknown, "
    "N = n + u, K groups, g one of them, P a p-value, r₁ and r₂ the limits of the ratio, α the limit of P."
)


def _choose(view: View) -> Case | None:
    """Return the case that the visitor picks; None where the mirror has no theme at all."""
    from regional.dimensions import dimension

    t, mirror = view.t, view.mirror()
    themes = {result.id: result for result in mirror.dimensions if result.tested and result.groups}
    themes = themes or {result.id: result for result in mirror.dimensions[:1] if result.groups}
    if not themes:
        return None
    left, right = st.columns(2)
    theme = left.selectbox(t("Theme"), list(themes), format_func=lambda code: t(dimension(code).label),
                           key="worked_theme", persist_state="session")  # fmt: skip
    result = themes[theme]
    groups = {group.id: group for group in result.groups}
    largest = max(groups, key=lambda code: abs(groups[code].gap or 0.0))
    chosen = right.selectbox(
        t("Group"), list(groups), index=list(groups).index(largest), key=f"worked_group_{theme}",
        persist_state="session",
        format_func=lambda code: capital(t(groups[code].label)),
    )  # fmt: skip
    return Case(view.portfolio, view.profile, mirror, result, groups[chosen])


def _draw(measure: Measure, case: Case, view: View) -> None:
    t = view.t
    st.markdown(components.escape_markdown(t(measure.purpose)))
    for formula in measure.formulas:
        st.latex(formula)
    missing = measure.missing(case)
    if missing:
        st.markdown(components.escape_markdown(t(missing)))
    else:
        names = {"group": capital(case.name(t)), "theme": dimension_name(case.result, t), "all": t("All partners")}
        st.markdown(f"**{components.escape_markdown(names[measure.about])}**")
        of = (case.mirror.digest, case.result.id, case.group.id, measure.id)
        components.bullets(view.once("steps", lambda: measure.steps(case, t), *of))
    if measure.reference:
        st.caption(t("From: {reference}", reference=components.escape_markdown(measure.reference)))
