"""Reading in a list: the file, what is kept of it at once, and back to the example."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.access import Deed
from regional.texts import Texts
from regional.ui import access, storage, uploads
from regional.ui.partners import hand, reading, reimport
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.reimport import recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from regional.partners.imported import ImportResult
    from regional.partners.partner import Partner

FILE = "partner_file"
STEP = "list_step"
"""Session key of the step of the page that the visitor is at."""
LIST, CHECK, SEE = "list", "check", "see"


def upload(view: View) -> None:
    """Draw the drop zone, the template, and the way to the example and back."""
    t = view.t
    st.markdown(
        t(
            "Drop in the list you already have, as Excel or CSV. All it needs is a column of names. "
            "Columns about persons are neither read nor kept."
        )
    )
    st.file_uploader(t("Your list of partners (CSV or XLSX)"), type=["csv", "xlsx", "txt"], key=FILE, on_change=_read,
                     **uploads.limits(t) | access.locked(t))  # fmt: skip
    with st.container(horizontal=True):
        _templates(t)
        if storage.newest() is not None:
            st.button(t("Look at the example"), on_click=_example, args=(True,))
        elif st.session_state.get(storage.EXAMPLE):
            st.button(t("Back to our own list"), on_click=_example, args=(False,))


def come_back() -> None:
    """After a reload: read the list in hand again, where it leaves anything open."""
    if storage.READ not in st.session_state and reading.JOB not in st.session_state:
        _read_in_hand(_took_up)


def read_again() -> None:
    """Read the list in hand with the answers given so far."""
    _read_in_hand(_take)


def _read_in_hand(take: reading.Take) -> None:
    from regional.partners.apart import read_sheets_apart

    sheets, name = hand.in_hand()
    if sheets:
        _begin(len(sheets), partial(read_sheets_apart, sheets, name, **hand.how()), take)


def _took_up(result: ImportResult) -> None:
    """Show what was in hand before the reload."""
    if hand.version() and not result.questions:
        hand.forget()
        return
    st.session_state[storage.READ] = replace(result, in_hand=None)
    st.session_state.setdefault(STEP, CHECK)
    if not hand.version():
        st.session_state[reimport.PENDING] = result


def _read() -> None:
    """Read the file that was just dropped in. The file itself is not kept."""
    from regional.partners.apart import read_apart

    file = st.session_state.get(FILE)
    reading.leave()
    if file is None or not access.allowed(Deed.EDIT):
        return
    hand.forget()
    data = file.getvalue()
    _begin(len(data), partial(read_apart, data, file.name, **hand.how()), _take)


def _begin(size: int, read: Callable[..., ImportResult], take: reading.Take) -> None:
    """Read what is short at once, and what is long beside the page."""
    if size >= reading.LONG:
        reading.start(lambda told: read(told=told), take)
    else:
        take(read())


def _take(result: ImportResult) -> None:
    """Show what was read, hold it as long as it is asked about, and keep it."""
    if not access.allowed(Deed.EDIT):  # a role may be taken away while a long list is read
        return
    hand.hold(result)
    st.session_state[storage.READ] = result = replace(result, in_hand=None)
    if result.columns:
        st.session_state[STEP] = CHECK
    reimport.forget()
    if result.kept:
        _keep(result)


def _keep(result: ImportResult) -> None:
    """Keep the first list at once, and the same list again after an answer; over another list only when told to.

    So too where somebody erased a partner while the list was in hand.
    """
    before, versions = hand.version(), storage.workspace().versions
    if versions.newest() is not None and (not before or _brings_back(result.portfolio.partners)):
        st.session_state[reimport.PENDING] = result
        return
    try:
        version = storage.keep_list(result.portfolio, result.portfolio.name, instead_of=before)
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        hand.made(version.number)


def _brings_back(partners: Sequence[Partner]) -> bool:
    """Tell whether a list holds, among who is new, somebody that was erased."""
    return bool(reimport.erased_before(partners, recognise(partners, storage.workspace().versions.rows())))


def _templates(t: Texts) -> None:
    from regional.partners.template import template_csv, template_xlsx

    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    st.download_button(
        t("Empty list for Excel"), template_xlsx, "partnerbestand.xlsx", sheet, on_click="ignore",
        icon=":material/download:",
    )  # fmt: skip
    st.download_button(
        t("Empty list as CSV"), template_csv, "partnerbestand.csv", "text/csv", on_click="ignore",
        icon=":material/download:",
    )  # fmt: skip


def _example(shown: bool) -> None:
    st.session_state[storage.EXAMPLE] = shown
