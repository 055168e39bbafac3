"""Our partners: read in a list, see what is in it and what is not, settle what is unclear."""

import streamlit as st

from regional.ui import components, partner_import, partner_tables
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Our partners"))
    partner_import.upload(view)
    if components.is_own():
        st.markdown("## " + t("What we read"))
        partner_tables.import_report(view)
    st.markdown("## " + t("What we know of our partners"))
    st.markdown(t("Empty is fine. This shows what would make the mirror sharper."))
    components.table(partner_tables.completeness_table(view.portfolio, t))
    st.markdown("## " + t("The list"))
    partner_tables.partner_list(view)


show(render)
