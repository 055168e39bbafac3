"""Our bubble: do we choose within the circle that we know already?"""

import streamlit as st

from regional.ui import bubble_exercise, bubbles, components
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Do we choose within our own bubble?"))
    bubble_exercise.guess(view)
    home = bubbles.home_choice(view)
    seen = bubbles.make_bubble(view, home)
    for heading, draw in (
        (t("How did we find each other?"), bubbles.found),
        (t("How near?"), bubbles.near),
        (t("How long?"), bubbles.ties),
        (t("How alike?"), bubbles.alike),
        (t("On whom does the money rest?"), bubbles.money),
        (t("Whom do we hardly reach?"), bubbles.unreached),
    ):
        st.markdown("## " + heading)
        draw(view, seen)
    bubble_exercise.checklist(view)


show(render)
