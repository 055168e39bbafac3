"""Our partners in three steps: read in a list, check what was read, see what is in it and what is not."""

import streamlit as st

from regional.ui import components, storage
from regional.ui.partners import archive, check, editor, reading, steps, tables, upload
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("Our partners"))
    upload.come_back()
    at = steps.bar(view)
    reading.panel(view.t)
    tables.moved(view)
    if at == upload.LIST:
        upload.upload(view)
        if storage.READ in st.session_state:
            tables.read_sentence(st.session_state[storage.READ], view.t)
            tables.refused(st.session_state[storage.READ], view.t)
    elif at == upload.CHECK:
        check.check(view)
    else:
        _see(view)


def _see(view: View) -> None:
    t = view.t
    st.markdown("## " + t("What we know about our partners"))
    st.markdown(t("Blanks are fine. This shows what would make the mirror sharper."))
    components.table(view.once("completeness", lambda: tables.completeness_table(view.portfolio, t)))
    st.markdown("## " + t("The list"))
    if view.portfolio.fictitious:
        tables.partner_list(view)
        components.on_request(t("Begin a list of our own by typing"), "type_list", lambda: editor.edit(view))
    else:
        editor.edit(view)
    archive.export(view)
    archive.versions(view)
    components.on_request(t("Partner sheet: all that is noted of one partner"), "sheet", lambda: archive.sheet(view))
    components.on_request(t("Backup, and how long we keep what"), "upkeep", lambda: archive.upkeep(view))


show(render)
