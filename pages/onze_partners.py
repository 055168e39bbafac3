"""Our partners: read in a list, see what is in it and what is not, settle what is unclear."""

import streamlit as st

from regional.ui import archive, components, keeping, partner_editor, partner_import, partner_tables, reimport
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Our partners"))
    partner_import.upload(view)
    if keeping.READ in st.session_state:
        st.markdown("## " + t("What we read"))
        partner_tables.import_report(st.session_state[keeping.READ], t)
    reimport.pending(view)
    st.markdown("## " + t("What we know of our partners"))
    st.markdown(t("Empty is fine. This shows what would make the mirror sharper."))
    components.table(partner_tables.completeness_table(view.portfolio, t))
    st.markdown("## " + t("The list"))
    if view.portfolio.fictitious:
        partner_tables.partner_list(view)
        components.on_request(t("Begin a list of our own by typing"), "type_list", lambda: partner_editor.edit(view))
    else:
        partner_editor.confirm(view)
        partner_editor.edit(view)
    archive.export(view)
    archive.versions(view)
    components.on_request(t("Partner sheet: all that is noted of one partner"), "sheet", lambda: archive.sheet(view))
    components.on_request(t("Backup, and how long we keep what"), "upkeep", lambda: archive.upkeep(view))


show(render)
