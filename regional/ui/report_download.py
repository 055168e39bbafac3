"""The report, made when it is asked for: PDF, one HTML file, workbook, CSV."""

from __future__ import annotations

import functools

import streamlit as st

from regional.cli_report import made
from regional.sharing.report.logo import MOST_BYTES, Logo, LogoError, read_logo
from regional.texts import N_
from regional.ui import components
from regional.ui.view import View

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = (
    (".pdf", N_("The report as PDF"), "application/pdf", "picture_as_pdf"),
    (".html", N_("The report as a web page"), "text/html", "language"),
    (".xlsx", N_("All tables for Excel"), SHEET, "table"),
    (".csv", N_("All tables as CSV"), "text/csv", "csv"),
)


def panel(view: View) -> None:
    """Say what the report is, take a name and a logo, and offer its four forms; no partner's name is in any."""
    t = view.t
    st.markdown("## " + t("The report for the meeting"))
    st.markdown(t("Two pages at a glance and an annex. It holds no partner's name."))
    left, right = st.columns(2)
    museum = left.text_input(t("Name of the museum, on the report"), key="report_museum", max_chars=120)
    with right:
        logo = _logo(view)
    mirror = view.mirror()
    with st.container(horizontal=True):
        for suffix, label, mime, icon in FORMS:
            st.download_button(
                t(label), functools.partial(made, suffix, mirror, t, logo, museum), f"partnerspiegel{suffix}", mime,
                key=f"report{suffix}", on_click="ignore", icon=f":material/{icon}:",
            )  # fmt: skip


def _logo(view: View) -> Logo | None:
    """Return the uploaded logo; None, and why, where it is no picture."""
    t = view.t
    file = st.file_uploader(t("Logo (PNG, JPEG or SVG)"), type=["png", "jpg", "jpeg", "svg"], key="report_logo",
                            max_upload_size=MOST_BYTES // 1_000_000)  # fmt: skip
    if file is None:
        return None
    try:
        return read_logo(file.getvalue())
    except LogoError as error:
        st.warning(components.escape_markdown(t(error.message)), icon=":material/image_not_supported:")
        return None
