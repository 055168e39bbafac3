"""The report, made when it is asked for: PDF, one HTML file, workbook, CSV; with names for who may have them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from regional.access import Deed
from regional.report import report_file
from regional.report.content import INTERNAL
from regional.report.logo import MOST_BYTES, Logo, LogoError, read_logo
from regional.texts import N_, Message, Texts
from regional.ui import access, components, storage, uploads
from regional.ui.region.map import map_scene

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio
    from regional.ui.view import View

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = ".csv"
FORMS = (
    (".pdf", N_("The report as PDF"), "application/pdf", "picture_as_pdf"),
    (".html", N_("The report as a web page"), "text/html", "language"),
    (".xlsx", N_("All tables for Excel"), SHEET, "table"),
    (CSV, N_("All tables as CSV"), "text/csv", "csv"),
)


def panel(view: View) -> None:
    """Say what the report is, take a name and a logo, and offer its four forms; names only where an editor asks."""
    t = view.t
    st.markdown("## " + t("The report, for internal use"))
    st.markdown(t("Two pages at a glance and an annex. It holds no partner's name, unless you ask for them."))
    st.caption(t(INTERNAL))
    left, right = st.columns(2)
    ours = storage.workspace().museum().name[:120] if storage.has_workspace() else ""
    museum = left.text_input(t("Name of the museum, on the report"), ours, key="report_museum", max_chars=120)
    with right:
        logo = _logo(view)
    mirror, names, scene = view.mirror(), _names(view), map_scene(view)
    with st.container(horizontal=True):
        for suffix, label, mime, icon in FORMS:
            make, called = (
                functools.partial(report_file, suffix, mirror, t, logo, museum, scene=scene),
                t("partnerspiegel-internal"),
            )
            if names is not None and suffix != CSV:
                refused = access.asked_later(Deed.EXPORT_NAMES)
                make = functools.partial(_confidential, refused, make, names, t)
                called = t("partnerspiegel-internal-confidential")
            st.download_button(t(label), make, f"{called}{suffix}", mime, key=f"report{suffix}", on_click="ignore",
                               icon=f":material/{icon}:")  # fmt: skip


def _names(view: View) -> Portfolio | None:
    """Return the partners for a confidential annex, where an editor asks for it; None for everybody else."""
    t = view.t
    if not access.allowed(Deed.EXPORT_NAMES):
        return None
    label = t("With a confidential annex: the names of our partners")
    if not st.toggle(label, key="report_names", help=t("For PDF, web page and Excel; the CSV holds figures only.")):
        return None
    st.warning(t("These files name your partners. Give them only to those who may know with whom you work."),
               icon=":material/lock:")  # fmt: skip
    return view.portfolio


def _confidential(
    refused: Callable[[], Message | None], make: Callable[..., bytes], names: Portfolio, t: Texts
) -> bytes:
    """Make a file with names; asked again at the download, before there are any bytes.

    Raises
    ------
    PermissionError
        Where the visitor may not have names any more.
    """
    reason = refused()
    if reason is not None:
        raise PermissionError(t(reason))
    return make(names=names)


def _logo(view: View) -> Logo | None:
    """Return the uploaded logo; None, and why, where it is no picture."""
    t = view.t
    file = st.file_uploader(t("Logo (PNG, JPEG or SVG)"), type=["png", "jpg", "jpeg", "svg"], key="report_logo",
                            **uploads.limits(t) | {"max_upload_size": MOST_BYTES // 1_000_000})  # fmt: skip
    if file is None:
        return None
    try:
        return read_logo(file.getvalue())
    except LogoError as error:
        st.warning(components.escape_markdown(t(error.message)), icon=":material/image_not_supported:")
        return None
