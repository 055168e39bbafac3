"""Our bubble: do we choose within the circle that we know already?"""

import streamlit as st

from regional.ui import components
from regional.ui.bubble import exercise, panels
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Do we choose within our own bubble?"))
    exercise.guess(view)
    home = panels.home_choice(view)
    seen = panels.make_bubble(view, home)
    for heading, draw in (
        (t("How did we find each other?"), panels.found),
        (t("How near?"), panels.near),
        (t("How long?"), panels.ties),
        (t("How alike?"), panels.alike),
        (t("On whom does the money rest?"), panels.money),
        (t("Whom do we hardly reach?"), panels.unreached),
    ):
        st.markdown("## " + heading)
        draw(view, seen)
    exercise.checklist(view)


show(render)
