"""The ways to ask, all made from one set of questions: by reply, on paper, by telephone, by form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from regional.publishing.form_file import form_file
from regional.questionnaire.letter import mail_address
from regional.questionnaire.mail_merge import MailRow, mail_merge
from regional.questionnaire.page import QuestionForm
from regional.questionnaire.paper import paper_pdf
from regional.questionnaire.questions import PARTS
from regional.questionnaire.reply import reply_text
from regional.questionnaire.response import Response, Said, worded
from regional.questionnaire.sheet import answer_sheet, zipped
from regional.texts import Message, Texts
from regional.ui import access, components, drafts, storage
from regional.ui.questionnaire import fields, links, records
from regional.ui.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIELDS = drafts.HeldFields("phone")
LONGEST_MAIL = 1_800
"""Characters of an address that every mail program opens."""


def offer(view: View, partners: Mapping[str, str], letter: str) -> None:
    """Draw the ways for the partners that were chosen."""
    t = view.t
    st.markdown("## " + t("Four ways"))
    if not partners:
        components.sentences([t("Choose partners first.")])
        return
    st.markdown(t("You send it from your own e-mail: nothing is sent from here. Every way asks the same questions."))
    reply, paper, phone, form = st.tabs([t("By reply"), t("On paper"), t("By telephone"), t("By form")])
    with reply:
        _by_reply(partners, letter, t)
    with paper:
        _on_paper(view, partners)
    with phone:
        _by_telephone(view, partners)
    with form:
        _by_form(view, partners, letter)


def forms_of(view: View, partners: Mapping[str, str]) -> dict[str, QuestionForm]:
    """Return partner id -> what its form holds; where it answered before, it opens with that.

    To be made while the page is drawn: a file is made after that, when the museum's workspace is out of reach.
    """
    t, museum, months, today = view.t, storage.workspace().museum(), records.months_kept(), dt.date.today()
    ours = {i: worded(i, said, t) for i, said in records.own_answers().items() if i in PARTS}
    known = records.known(view)
    return {
        i: QuestionForm(i, name, museum.name, today, museum.vision, ours, months,
                        said=known[i].said if i in known else {})
        for i, name in partners.items()
    }  # fmt: skip


def mail_text(partner_id: str, letter: str, t: Texts) -> str:
    """Return the letter with the questions below it, to answer by reply."""
    return f"{letter}\n\n{reply_text(partner_id, dt.date.today(), t)}"


def _download(label: str, make: Callable[[], bytes], name: str, kind: str, key: str) -> None:
    st.download_button(label, make, name, kind, key=key, on_click="ignore", icon=":material/download:")


def _by_reply(partners: Mapping[str, str], letter: str, t: Texts) -> None:
    st.markdown(t("The letter with the questions below it as ordinary mail. The partner answers by reply; you paste "
                  "that reply below."))  # fmt: skip
    with st.container(horizontal=True):
        _download(t("Texts, one for each"),
                  lambda: zipped(partners, "txt", lambda i, _: mail_text(i, letter, t).encode("utf-8-sig")),
                  "mailteksten.zip", "application/zip", "mails_zip")  # fmt: skip
        _download(t("One sheet for a mail merge"),
                  lambda: mail_merge([MailRow(name, i, mail_text(i, letter, t)) for i, name in partners.items()], t),
                  "samenvoegen.xlsx", XLSX, "mails_xlsx")  # fmt: skip
    first, name = next(iter(partners.items()))
    body = letter if len(mail_address("", letter)) <= LONGEST_MAIL else ""
    st.link_button(t("Open a new mail"), mail_address(t("Six questions about our cooperation"), body),
                   icon=":material/mail:")  # fmt: skip
    components.on_request(t("To copy: {name}", name=name), "mail_text",
                          lambda: st.code(mail_text(first, letter, t), language=None, wrap_lines=True))  # fmt: skip


def _on_paper(view: View, partners: Mapping[str, str]) -> None:
    t, forms = view.t, forms_of(view, partners)
    st.markdown(t("One A4 to fill in by hand, or a sheet with lists to choose from."))
    with st.container(horizontal=True):
        _download(t("A4, one for each"),
                  lambda: zipped(partners, "pdf", lambda i, _: paper_pdf(forms[i], t)),
                  "vragen-a4.zip", "application/zip", "paper_zip")  # fmt: skip
        _download(t("Sheets, one for each"),
                  lambda: zipped(partners, "xlsx", lambda i, name: answer_sheet(i, name, dt.date.today(), t)),
                  "vragen-excel.zip", "application/zip", "sheets_zip")  # fmt: skip
    components.sentences([t("You type what comes back on paper in under “By telephone”.")])


def _by_telephone(view: View, partners: Mapping[str, str]) -> None:
    t, names = view.t, {name: partner_id for partner_id, name in partners.items()}
    name = FIELDS.draw(st.selectbox, t("With"), key="phone_whom", options=list(names))
    if not name:
        return
    partner_id = names[name]
    said, held = dict[str, Said](), _on_the_phone(partner_id)
    for part_id, asked in PARTS.items():
        one = fields.filled(asked, Said(), held, f"{held.work}_{part_id}", t)
        if one:
            said[part_id] = one
    st.caption(t("Names of persons, health, faith or origin do not belong here."))
    label = t("Add to what is to be reviewed")
    access.button(label, t, key="phone_done", type="primary", on_click=partial(_phoned, view, partner_id, name, said))


def _on_the_phone(partner_id: str) -> drafts.HeldFields:
    return drafts.HeldFields(f"phone_{partner_id}", partner_id)


def _phoned(view: View, partner_id: str, name: str, said: dict[str, Said]) -> None:
    today = dt.date.today()
    if not said:
        storage.flash(Message.of("Nothing is filled in yet."))
        return
    records.receive(view, [Response(partner_id, said, "phone", name, today, today)], today)
    held = _on_the_phone(partner_id)
    held.forget(f"{held.work}_")
    storage.flash(Message.of("The answers are below, to be reviewed."))


def _by_form(view: View, partners: Mapping[str, str], letter: str) -> None:
    t, forms = view.t, forms_of(view, partners)
    st.markdown("#### " + t("Behind a link"))
    links.offer(view, partners, letter)
    st.markdown("#### " + t("As a file"))
    st.markdown(t("One page that opens in every browser on a computer, without any connection. It gives a small file "
                  "and a text to send back."))  # fmt: skip
    _download(t("Forms, one for each"),
              lambda: zipped(partners, "html", lambda i, _: form_file(forms[i], t)),
              "formulieren.zip", "application/zip", "forms_zip")  # fmt: skip
