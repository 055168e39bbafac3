"""Who are we looking for? From gaps to wanted profiles, the best next partners, and what they would change."""

import streamlit as st

from regional.ui import components
from regional.ui.router import show
from regional.ui.search import profile, request, scenario
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Who are we looking for?"))
    profile.purpose(view)
    profile.profile(view)
    request.best(view)
    st.markdown("## " + t("What if?"))
    scenario.suppose(view)


show(render)
