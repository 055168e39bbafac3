"""Our partners: read in a list, see what is in it and what is not, settle what is unclear."""

import streamlit as st

from regional.ui import components, storage
from regional.ui.partners import archive, editor, proposals, reimport, tables, upload
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Our partners"))
    upload.upload(view)
    if storage.READ in st.session_state:
        st.markdown("## " + t("What we read"))
        tables.import_report(st.session_state[storage.READ], t)
    reimport.pending(view)
    tables.moved(view)
    st.markdown("## " + t("What we know of our partners"))
    st.markdown(t("Empty is fine. This shows what would make the mirror sharper."))
    components.table(view.once("completeness", lambda: tables.completeness_table(view.portfolio, t)))
    st.markdown("## " + t("The list"))
    if view.portfolio.fictitious:
        tables.partner_list(view)
        components.on_request(t("Begin a list of our own by typing"), "type_list", lambda: editor.edit(view))
    else:
        proposals.questions(view)
        proposals.persons(view)
        editor.edit(view)
    archive.export(view)
    archive.versions(view)
    components.on_request(t("Partner sheet: all that is noted of one partner"), "sheet", lambda: archive.sheet(view))
    components.on_request(t("Backup, and how long we keep what"), "upkeep", lambda: archive.upkeep(view))


show(render)
