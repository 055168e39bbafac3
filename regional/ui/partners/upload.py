"""Reading in a list: the file, the headings and places that need an answer, and back to the example."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from regional.access import Deed
from regional.texts import N_, Texts
from regional.ui import access, storage, uploads
from regional.ui.markdown import escape_markdown
from regional.ui.partners import reading, reimport
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

FILE = "partner_file"
KEPT_FILE = "kept_file"
"""Session key: the file on hand that is kept already."""
ANSWERS = "list_answers"
"""Session key: id of the file on hand -> "about:key" of a question about it -> the option that was chosen."""
IGNORE = "-"
OPTIONS = {
    "sbi": {"2008": N_("SBI 2008"), "2025": N_("SBI 2025")},
    "decimal_mark": {",": N_("A comma: 1.250,50"), ".": N_("A point: 1,250.50")},
    "scale": {"1": N_("As they stand"), "1000": N_("In thousands"), "1000000": N_("In millions")},
    "credits": {"net": N_("Yes, take them off"), "leave_out": N_("No, leave them out")},
    "rows_per_partner": {"together": N_("Yes, one partner"), "apart": N_("No, different partners")},
}
"""What a question about the whole list or a column is about -> option -> its words."""


def upload(view: View) -> None:
    """Draw the drop zone, the template, and the questions that the file on hand leaves open."""
    t = view.t
    st.markdown(
        t(
            "Drop in the list that you already have, as Excel or CSV. Only a column with names is needed. "
            "Columns about persons are not read and not kept."
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
    reading.panel(t, _take)
    if st.session_state.get(FILE) is not None and storage.READ in st.session_state:
        _list_questions(view.t)
        _headings(view)
        _places(view)


def _read() -> None:
    """Read the file on hand with the answers given so far. The file itself is not kept."""
    from regional.partners.apart import read_apart

    file = st.session_state.get(FILE)
    reading.leave()
    if file is None or not access.allowed(Deed.EDIT):
        return
    read = partial(read_apart, file.getvalue(), file.name, mapping=storage.remembered("heading"),
                   places_answered=storage.remembered("place"),
                   answers=st.session_state.get(ANSWERS, {}).get(file.file_id, {}))  # fmt: skip
    if file.size >= reading.LONG:
        reading.start(str(file.file_id), lambda told: read(told=told))
    else:
        _take(read(), str(file.file_id))


def _take(result: ImportResult, file_id: str) -> None:
    """Show what was read, and keep it."""
    if not access.allowed(Deed.EDIT):  # a role may be taken away while a long list is read
        return
    st.session_state[storage.READ] = result
    reimport.forget()
    if result.kept:
        _keep(result, file_id)


def _keep(result: ImportResult, file_id: str) -> None:
    """Keep the first list at once, and the same file again after an answer; over another list only when told to."""
    version = storage.workspace().versions.newest()
    if version is not None and st.session_state.get(KEPT_FILE) != file_id:
        st.session_state[reimport.PENDING] = result
        return
    try:
        storage.keep_list(result.portfolio, result.portfolio.name)
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        st.session_state[KEPT_FILE] = file_id


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


def _list_questions(t: Texts) -> None:
    """Ask once for the whole file how it is to be read; the first option is what was done meanwhile."""
    read: ImportResult = st.session_state[storage.READ]
    for asked in (question for question in read.questions if question.about in OPTIONS):
        key = f"{asked.about}:{asked.key}"
        st.radio(escape_markdown(t(asked.ask)), list(asked.options), key=f"asked:{key}", horizontal=True,
                 on_change=_chosen, args=(key,), format_func=partial(_option, asked.about, t),
                 help=t("In the list: {values}", values=", ".join(asked.values)), **access.locked(t))  # fmt: skip


def _option(about: str, t: Texts, option: str) -> str:
    words = OPTIONS[about]
    return t(words[option]) if option in words else option


def _chosen(key: str) -> None:
    """Note one answer about the file on hand, and read it again with it."""
    file = st.session_state[FILE]
    answers = st.session_state.setdefault(ANSWERS, {}).setdefault(file.file_id, {})
    answers[key] = st.session_state[f"asked:{key}"]
    _read()


def _headings(view: View) -> None:
    """Ask what the headings mean that nobody understood."""
    from regional.partners.schema import all_columns

    t = view.t
    read: ImportResult = st.session_state[storage.READ]
    if not read.unmapped_columns:
        return
    st.markdown("### " + t("Which column is this?"))
    st.caption(t("These columns were not understood. Say what they are, or leave them out."))
    for heading in read.unmapped_columns:
        st.selectbox(
            escape_markdown(heading), [IGNORE, *all_columns()], key=f"heading:{heading}", on_change=_answer,
            args=("heading", heading),
            format_func=lambda column: t("Leave out") if column == IGNORE else column,
        )  # fmt: skip


def _places(view: View) -> None:
    """Ask which municipality or country is meant by a place name that occurs more than once."""
    from regional.partners.places.countries import country_name

    t, names = view.t, view.figures.municipalities["name"]
    read: ImportResult = st.session_state[storage.READ]
    if not read.ambiguous_places:
        return
    st.markdown("### " + t("Which place is this?"))
    st.caption(
        t("These names occur more than once, here or across the border. One answer settles all rows with that name.")
    )
    for place, codes in read.ambiguous_places.items():
        st.selectbox(
            escape_markdown(place), list(codes), key=f"place:{place}", on_change=_answer, args=("place", place),
            format_func=lambda code: names[code] if code in names else country_name(code, t.language), index=None,
            placeholder=t("Choose the place"),
        )  # fmt: skip


def _answer(kind: Literal["heading", "place"], asked: str) -> None:
    """Keep one answer, for this file and the next, and read the file again with it."""
    storage.remember(kind, asked, st.session_state[f"{kind}:{asked}"] or IGNORE)
    _read()


def _example(shown: bool) -> None:
    st.session_state[storage.EXAMPLE] = shown
