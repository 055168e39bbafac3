"""The parts of the page Our region that choose and describe it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from regional.geo.regions import parse_region, spec_of
from regional.texts import N_
from regional.ui.view import View, load_figures, set_region

NEEDS = "region_needs"
MEMBERS, CENTRE, RADIUS = "members_pick", "centre_pick", "radius_pick"


def summary(view: View) -> str:
    """Return in one sentence what region this is."""
    profile, total = view.profile, view.country.inhabitants
    return view.t.plural(
        "{name}: {inhabitants} inhabitants in {n} municipality, {share} of the Netherlands.",
        "{name}: {inhabitants} inhabitants in {n} municipalities, {share} of the Netherlands.",
        len(profile.codes),
        name=view.region_name,
        inhabitants=view.t.number(profile.inhabitants),
        share=view.t.percent(profile.inhabitants / total, 1),
    )


def choose(view: View) -> None:
    """Offer the ways to choose besides the list of areas: one by one, or a circle around the museum."""
    t = view.t
    names = view.figures.municipalities["name"].sort_values()
    one_by_one, circle = st.tabs([t("Municipalities one by one"), t("All within some distance")])
    with one_by_one:
        st.session_state[MEMBERS] = list(view.region.codes)
        st.multiselect(
            t("Municipalities in the region"), names.index.tolist(), key=MEMBERS, format_func=lambda c: str(names[c]),
            placeholder=t("Choose municipalities"), on_change=_members_changed,
        )  # fmt: skip
        st.caption(t("You can also click a municipality on the map to add or remove it."))
    with circle:
        home = view.region.home or view.region.codes[0]
        left, right = st.columns(2)
        codes = names.index.tolist()
        left.selectbox(t("Around"), codes, index=codes.index(home), key=CENTRE, format_func=lambda c: str(names[c]))
        right.number_input(t("Kilometres"), 1, 100, 20, key=RADIUS)
        st.button(t("Use this circle"), on_click=_circle)
        st.caption(t("A municipality counts when its centre lies within the circle."))


def _members_changed() -> None:
    codes = st.session_state[MEMBERS]
    if codes:
        set_region(spec_of(codes, load_figures()))


def _circle() -> None:
    spec = f"{st.session_state[CENTRE]}~{st.session_state[RADIUS]}km"
    set_region(parse_region(spec, load_figures()).spec)


NO_PERSONS = N_("No names, health, faith or origin of persons.")


def needs(view: View) -> None:
    """Let the museum write down, in its own words, what is going on in the region."""
    t = view.t
    st.markdown("## " + t("What is going on here?"))
    st.markdown(t("Figures do not tell what people need. Write down what you hear, from whom, and where."))
    editor, columns = f"{NEEDS}_editor", [t("What is going on"), t("Who says so"), t("Neighbourhoods")]
    # The editor forgets its edits when the page is left: what was typed becomes its next starting point.
    if editor not in st.session_state:
        st.session_state[NEEDS] = st.session_state.get(f"{NEEDS}_draft") or [["", "", ""]]
    start = pd.DataFrame(st.session_state[NEEDS], columns=columns)
    edited = st.data_editor(start, num_rows="dynamic", hide_index=True, key=editor)
    st.session_state[f"{NEEDS}_draft"] = edited.fillna("").to_numpy().tolist()
    st.caption(t(NO_PERSONS) + " " + t("Kept until you close this window."))
