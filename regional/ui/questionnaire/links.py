"""By link: made for the partners that were chosen, shown once, withdrawn, made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from regional.access import Deed
from regional.publishing.invitations import WEEKS, Invitations
from regional.questionnaire.letter import mail_address, with_link
from regional.questionnaire.mail_merge import MailRow, mail_merge
from regional.questionnaire.sheet import zipped
from regional.texts import Message, Texts
from regional.ui import access, components, drafts, storage
from regional.ui.view import View
from regional.web.pages import LANGUAGE, LINK
from regional.web.questions import ADDRESS
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import Invitation

MADE = "links_made"
"""Session key: partner id -> (name, address) of links that were just made; they cannot be shown again."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN, LISTED = 5, 50
"""Links shown to copy; links listed with what can be done about them."""
FIELDS = drafts.HeldFields("links")
_DAY = dt.timedelta(days=1)


def offer(view: View, partners: Mapping[str, str], letter: str) -> None:
    """Offer a link for each partner; where there can be none, say so."""
    t = view.t
    if not access.serves_forms():
        components.sentences([t("A link needs a server where your museum signs in, at an address of its own. All other "
                                "ways work here too.")])  # fmt: skip
        return
    if storage.newest() is None:
        components.sentences([t("A link is for a partner on your own list. Upload your list first.")])
        return
    told = t(
        "Each partner gets a link of its own to the form. It asks for no account, keeps what is typed and opens again "
        "where the partner left off. Nobody here sees anything before the partner sends it."
    )
    components.sentences([told])
    weeks = FIELDS.draw(st.number_input, t("Weeks that a link opens"), key="link_weeks", start=WEEKS, min_value=1,
                        max_value=26, **access.locked(t))  # fmt: skip
    label = t.plural("Make a link for {n} partner", "Make a link for {n} partners", len(partners))
    access.button(label, t, action=Deed.PUBLISH, key="make_links", icon=":material/link:",
                  on_click=partial(_make, dict(partners), t.language, int(weeks)))  # fmt: skip
    _new(letter, t)


def standing(view: View) -> None:
    """List the newest link of each partner, to withdraw it or to make a new one."""
    if not access.serves_forms() or storage.newest() is None:
        return
    names = {partner_id: name for name, partner_id in view.partner_ids.items()}
    newest = {one.partner_id: one for one in Invitations(storage.workspace()).list() if one.partner_id in names}
    if newest:
        components.on_request(view.t("Links of partners"), "links_standing", partial(_list, view.t, names, newest))


def _list(t: Texts, names: Mapping[str, str], newest: Mapping[str, Invitation]) -> None:
    now = dt.datetime.now(dt.UTC)
    open_first = sorted(newest.values(), key=lambda one: (not _is_open(one, now), names[one.partner_id]))
    for one in open_first[:LISTED]:
        name = names[one.partner_id]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(components.escape_markdown(f"{name}: {_state(one, now, t)}"))
            if _is_open(one, now):
                _offer_to_withdraw(one.partner_id, t)
            anew = partial(_make, {one.partner_id: name}, t.language, WEEKS)
            access.button(t("New link"), t, action=Deed.PUBLISH, key=f"link_new_{one.partner_id}",
                          icon=":material/link:", on_click=anew)  # fmt: skip
    if len(newest) > LISTED:
        components.sentences([t.plural("{n} more.", "{n} more.", len(newest) - LISTED)])
    st.caption(t("A new link closes the old one. What was typed there and not sent goes with it."))


def _offer_to_withdraw(partner_id: str, t: Texts) -> None:
    """Ask first: a link that is withdrawn does not come back."""
    with st.popover(t("Withdraw"), icon=":material/link_off:", key=f"link_ask_{partner_id}"):
        st.markdown(t("The link closes for good. What was typed there and not sent goes with it."))
        access.button(t("Withdraw it"), t, action=Deed.WITHDRAW, key=f"link_off_{partner_id}",
                      on_click=partial(_withdraw, partner_id))  # fmt: skip


def _is_open(one: Invitation, now: dt.datetime) -> bool:
    return one.withdrawn_at is None and now < one.expires_at


def _state(one: Invitation, now: dt.datetime, t: Texts) -> str:
    """Say how a link stands. Whether it was opened or typed in is nobody's business but the partner's."""
    last = t.date((one.expires_at - _DAY).date())
    sent = " " + t("Sent on {date}.", date=t.date(one.sent_at.date())) if one.sent_at else ""
    if one.withdrawn_at is not None:
        return t("withdrawn on {date}.", date=t.date(one.withdrawn_at.date())) + sent
    return (t("open until {date}.", date=last) if _is_open(one, now) else t("closed since {date}.", date=last)) + sent


def _new(letter: str, t: Texts) -> None:
    """Show links that were just made, until the editor has them."""
    made: Mapping[str, tuple[str, str]] = st.session_state.get(MADE, {})
    if not made:
        return
    st.success(t.plural("{n} link is ready. Save it now: it cannot be shown again.",
                        "{n} links are ready. Save them now: they cannot be shown again.", len(made)))  # fmt: skip
    st.caption(t("Who has a link reads and changes what stands behind it. So send each to its partner alone."))

    def texts_() -> bytes:
        return zipped({i: name for i, (name, _) in made.items()}, "txt",
                      lambda i, _: with_link(letter, made[i][1], t).encode("utf-8-sig"))  # fmt: skip

    def sheet() -> bytes:
        return mail_merge([MailRow(name, i, with_link(letter, link, t), link) for i, (name, link) in made.items()], t)

    with st.container(horizontal=True):
        st.download_button(t("Letters with the link, one for each"), texts_, "brieven-met-link.zip", "application/zip",
                           key="link_letters", on_click="ignore", icon=":material/download:")  # fmt: skip
        st.download_button(t("One sheet for a mail merge, with the links"), sheet, "samenvoegen-met-link.xlsx", XLSX,
                           key="link_merge", on_click="ignore", icon=":material/download:")  # fmt: skip
        st.button(t("I have saved them"), key="links_saved", on_click=_forget)
    for partner_id, (name, link) in list(made.items())[:SHOWN]:
        st.markdown(components.escape_markdown(name))
        st.code(link, language=None, wrap_lines=True)
        subject = t("Six questions about our cooperation")
        st.link_button(t("Open a new mail"), mail_address(subject, t("You answer the questions here:") + f"\n{link}"),
                       icon=":material/mail:", key=f"link_mail_{partner_id}")  # fmt: skip


def _make(partners: Mapping[str, str], language: str, weeks: int) -> None:
    def do() -> None:
        made = Invitations(storage.workspace()).make(partners, language, weeks)
        # As texts_of reads it back: Dutch unless the address says otherwise.
        chosen = {} if language == "nl" else {LANGUAGE: language}
        addresses = {i: f"{access.site()}{ADDRESS.lstrip('/')}?{urlencode({LINK: token} | chosen)}" for i, token in
                     made.items()}  # fmt: skip
        st.session_state[MADE] = {**st.session_state.get(MADE, {}),
                                  **{i: (name, addresses[i]) for i, name in partners.items()}}  # fmt: skip

    _attempt(do, Message.counted("{n} link is made.", "{n} links are made.", len(partners)))


def _withdraw(partner_id: str) -> None:
    _attempt(lambda: Invitations(storage.workspace()).withdraw([partner_id]), Message.of("The link is withdrawn."))
    st.session_state.get(MADE, {}).pop(partner_id, None)


def _forget() -> None:
    st.session_state.pop(MADE, None)


def _attempt(do: Callable[[], None], done: Message) -> None:
    try:
        do()
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        storage.flash(done)
