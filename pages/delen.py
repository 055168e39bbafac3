"""Sharing: freeze the mirror as a publication, see it as the board will, and make a link or a file."""

import streamlit as st

from regional.ui import components, report_download, shared_list, sharing
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Sharing"))
    st.markdown(t("Freeze the mirror of today, add your explanation, and give the board a link. It sees no names."))
    frame = sharing.typed(view)
    publication = sharing.published(view, frame) if frame else None
    if publication:
        earlier = sharing.compared_with(view)
        shared = sharing.as_shared(publication, earlier)
        sharing.preview(view, shared)
        agreed = sharing.agreed(view)
        sharing.link(view, publication, earlier, agreed)
    sharing.new_link_shown(view)
    if publication:
        st.markdown("## " + t("Or send a file"))
        sharing.as_file(view, shared, "share_file", disabled=not agreed)
    shared_list.panel(view)
    report_download.panel(view)


show(render)
