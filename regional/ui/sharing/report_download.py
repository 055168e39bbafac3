"""The report, made when it is asked for: PDF, one HTML file, workbook, CSV; with names for who may have them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.access import Deed
from regional.report import report_file
from regional.report.content import INTERNAL
from regional.report.logo import MOST_BYTES, Logo, LogoError, read_logo
from regional.texts import N_, Message, Texts
from regional.ui import access, components, drafts, storage, uploads
from regional.ui.region.map import map_scene

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio
    from regional.ui.view import View

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = ".csv"
FIELDS = drafts.HeldFields("report")
LOGO, LOGO_KEPT = "report_logo", "report_logo_kept"
"""Keys of the upload, and of the logo and its name, which this window keeps for the next report."""
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
    museum = FIELDS.draw(left.text_input, t("Name of the museum, on the report"), key="report_museum", start=ours,
                         max_chars=120)  # fmt: skip
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
    told = t("For PDF, web page and Excel; the CSV holds figures only.")
    if not st.toggle(label, key="report_names", help=told, persist_state="session"):
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
    st.file_uploader(t("Logo (PNG, JPEG or SVG)"), type=["png", "jpg", "jpeg", "svg"], key=LOGO, on_change=_read_logo,
                     **uploads.limits(t) | {"max_upload_size": MOST_BYTES // 1_000_000})  # fmt: skip
    kept: tuple[str, Logo | Message] | None = st.session_state.get(LOGO_KEPT)
    if kept is None:
        return None
    name, logo = kept
    if isinstance(logo, Message):
        st.warning(components.escape_markdown(t(logo)), icon=":material/image_not_supported:")
        return None
    if st.session_state.get(LOGO) is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(components.escape_markdown(t("On the report: {name}", name=name)))
            st.button(t("Take it away"), key="report_logo_away", on_click=_take_logo_away)
    return logo


def _read_logo() -> None:
    file = st.session_state.get(LOGO)
    if file is None:
        st.session_state.pop(LOGO_KEPT, None)
        return
    try:
        st.session_state[LOGO_KEPT] = (file.name, read_logo(file.getvalue()))
    except LogoError as error:
        st.session_state[LOGO_KEPT] = (file.name, error.message)


def _take_logo_away() -> None:
    kept = st.session_state.pop(LOGO_KEPT)
    storage.offer_back(partial(st.session_state.__setitem__, LOGO_KEPT, kept))
