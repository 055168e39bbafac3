"""What comes after asking: a page back for who answered, and a mutual annex at the agreement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from regional.publishing.names import named_in
from regional.questionnaire.annex import annex_pdf
from regional.questionnaire.letter import mail_address, page_back_text
from regional.questionnaire.mail_merge import MailRow, mail_merge
from regional.questionnaire.sheet import file_name
from regional.texts import Message, Texts
from regional.ui import access, components, forms, storage
from regional.ui.questionnaire import records
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import Action, PageBack
from regional.workspace.retention import months_later

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_MAIL = 1_800
"""Characters of an address that every mail program opens."""
NOT_THESE = ("supplier", "funder")
"""Never asked at the agreement: who delivers, and who subsidises."""


def page_back(view: View) -> None:
    """What was learnt and what will be done, for those who answered: written, shown, frozen while it is shown."""
    t = view.t
    names = [one.name for one in records.known(view).values() if one.answered_on]
    if not names:
        return
    st.markdown("## " + t("A page in return"))
    told = t.plural("{n} partner answered. Those who answer hear what came of it.",
                    "{n} partners answered. Those who answer hear what came of it.", len(names))  # fmt: skip
    components.sentences([told])
    repository = storage.workspace().page_back
    back = repository.find("page_back") or PageBack()
    if not back.is_shown:
        fields = (
            forms.Field("learnt", t("What we learnt"), "text"),
            forms.Field("doing", t("What we will do"), "text"),
        )
        forms.draw(forms.Form(key="page_back", kind=PageBack, repository=repository, fields=fields), t, back)
        components.sentences([t("Name no partner here: all who answered read it.")])
    if not back.learnt and not back.doing:
        return
    text = page_back_text(storage.workspace().museum().name, back.learnt, back.doing, t)
    if back.is_shown:
        st.code(text, language=None, wrap_lines=True)
        components.sentences([t("Who answered behind a link reads this there too, while that link opens.")])
    with st.container(horizontal=True):
        label = t("Take it back to change it") if back.is_shown else t("Freeze it and show it behind the links")
        access.button(label, t, key="page_back_shown", on_click=partial(_show, back, storage.organisation_names()))
        st.download_button(t("Download"), text, "wat-wij-leerden.txt", key="page_back_text", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
        st.download_button(t("One sheet for a mail merge"), partial(_merge, names, text, t), "samenvoegen-terug.xlsx",
                           XLSX, key="page_back_merge", on_click="ignore", icon=":material/download:")  # fmt: skip
        mail = mail_address(t("What we learnt from your answers"), text)
        if len(mail) <= LONGEST_MAIL:
            st.link_button(t("Open a new mail"), mail, icon=":material/mail:", key="page_back_mail")


def _merge(names: list[str], text: str, t: Texts) -> bytes:
    return mail_merge([MailRow(name, "", text) for name in names], t)


def _show(back: PageBack, names: Sequence[str]) -> None:
    """Freeze and show, or take back; a page that names a partner is not shown to the others."""
    found = named_in(f"{back.learnt}\n{back.doing}", names)
    if found and not back.is_shown:
        storage.flash(Message.of("This names a partner: {names}. Take the name out first.", names=", ".join(found)))
        return
    try:
        storage.workspace().page_back.save(back.changed(is_shown=not back.is_shown))
    except WorkspaceError as error:
        storage.flash(error.message)


def annex(view: View) -> None:
    """A page for the agreement with one partner, and a reminder a year on."""
    t = view.t
    frame = view.portfolio.frame
    kinds = dict(zip(storage.row_ids(view.portfolio), frame["kinds"], strict=True))
    may = {name: i for name, i in records.askable(view).items() if not set(kinds[i]) & set(NOT_THESE)}
    if not may:
        return
    components.on_request(t("With the agreement: two questions for both sides"), "annex", partial(_annex, view, may))


def _annex(view: View, may: dict[str, str]) -> None:
    t, today = view.t, dt.date.today()
    components.sentences([
        t("One page to go with an agreement. It is voluntary, and without consequences for an amount or a renewal."),
        t("It is not for tenders, suppliers, or who subsidises you: they are not in this list."),
    ])  # fmt: skip
    name = st.selectbox(t("With"), list(may), key="annex_with", persist_state="session")
    if not name:
        return
    museum = storage.workspace().museum().name
    with st.container(horizontal=True):
        st.download_button(t("Download the page"), lambda: annex_pdf(museum, name, today, t),
                           f"samen-gelijkwaardig-{file_name(name)}.pdf", "application/pdf", key="annex_pdf",
                           on_click="ignore", icon=":material/download:")  # fmt: skip
        access.button(t("Remind us in a year"), t, key="annex_remind", icon=":material/event:",
                      on_click=partial(_remind, may[name], t("Read each other's answers again"), today))  # fmt: skip


def _remind(partner_id: str, title: str, today: dt.date) -> None:
    try:
        storage.workspace().actions.add(Action(title=title, due=months_later(today, 12), partner_id=partner_id))
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        storage.flash(Message.of("It stands in the agenda, a year from now."))
