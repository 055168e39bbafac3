"""In conversation: with whom and how, what was said, what was agreed, and our own vision to show."""

import streamlit as st

from regional.ui import components
from regional.ui.router import show
from regional.ui.talks import panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("In conversation"))
    left, right = st.columns([3, 2], gap="large")
    with left:
        panels.with_whom(view)
        panels.note(view)
    with right:
        panels.agenda(view)
        panels.introductions(view)
        components.on_request(view.t("Conversation guide"), "guide", lambda: panels.guide(view))
    panels.vision(view)


show(render)
