"""Sharing: freeze the mirror as a publication, see it as the board will, and make a link or a file."""

import streamlit as st

from regional.ui import components
from regional.ui.router import show
from regional.ui.sharing import panels, publications, release, report_download
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Sharing"))
    st.markdown(
        t("Freeze today's mirror, add your explanation, and give the supervisory board a link. It sees no names.")
    )
    frame = panels.typed(view)
    publication = panels.published(view, frame) if frame else None
    if publication:
        earlier = panels.compared_with(view)
        shared = panels.as_shared(publication, earlier)
        st.markdown("## " + t("This is how the board will see it"))
        left, right = st.columns([4, 5], gap="large")
        with left:
            panels.preview(view, shared)
        with right:
            panels.left_out(view, publication)
            agreed = release.agreed(view)
            release.link(view, publication, earlier, agreed)
            if not release.next_step(view):
                release.new_file(view, shared, earlier, disabled=not agreed)
    publications.panel(view)
    report_download.panel(view)


show(render)
