"""Who are we looking for? From gaps to wanted profiles, the best next partners, and what they would change."""

import streamlit as st

from regional.ui import asking_advice, components, searching, supposing
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Who are we looking for?"))
    searching.purpose(view)
    searching.profile(view)
    asking_advice.best(view)
    st.markdown("## " + t("What if?"))
    supposing.suppose(view)


show(render)
