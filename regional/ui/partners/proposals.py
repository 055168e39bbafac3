"""What names make us think: confirmed or refused by rule, for many partners at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import partial

import streamlit as st

from regional.partners import schema
from regional.partners.by_rule import ProposalByRule, by_rule
from regional.partners.partner import ValueOrigin
from regional.texts import N_, Message, Texts
from regional.ui import access, components, storage
from regional.ui.partners import editor, hand, turns
from regional.ui.partners.words import value_in_words
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.rows import PartnerRow

FOUND = "proposals_by_rule"
"""Session key of the hash of a version and what its names make likely."""


def found() -> dict[str, ProposalByRule]:
    """Return what the names of the newest list make likely, made once for this visitor: ids are no other museum's."""
    version = storage.newest()
    if version is None:
        return {}
    content, kept = st.session_state.get(FOUND, ("", {}))
    if content != version.content:
        rows = storage.workspace().versions.rows(version.number)
        kept = {one.key: one for one in by_rule((row.partner_id, row.partner) for row in rows)}
        st.session_state[FOUND] = (version.content, kept)
    return dict(kept)


def ask(shown: Sequence[ProposalByRule], left: int, view: View) -> None:
    """Ask of each word that has its turn whether what we think of the names with it is right; ``left`` come later."""
    t = view.t
    st.markdown("### " + t("Right?"))
    st.caption(t("This is what names make us think. It counts once you say yes. What you refuse is not asked again."))
    with st.container(key="by_rule", gap="xsmall"):
        for one in shown:
            _question(one, view)
    if left:
        st.button(turns.later_label(left, t), key="rules_later", type="tertiary", on_click=turns.pass_over,
                  args=([one.key for one in shown],))  # fmt: skip


def _question(one: ProposalByRule, view: View) -> None:
    t, ids = view.t, list(one.names)
    what = {name: f"{t(_label(name))}: {value_in_words(name, value, view)}" for name, value in one.values.items()}
    partners, fields = ids, list(what)
    said, answers = st.columns([4, 3], vertical_alignment="center")
    with said:
        components.sentences([f"{_asked(one, t)} {'; '.join(what.values())}."])
    with answers.container(horizontal=True, horizontal_alignment="right"):
        with st.popover(t("Look at the names") if len(ids) > 1 else components.escape_markdown(one.names[ids[0]])):
            partners = st.multiselect(t("For these partners"), ids, ids, format_func=one.names.__getitem__,
                                      key=f"names:{one.key}", persist_state="session",
                                      placeholder=t("Choose partners"))  # fmt: skip
            fields = st.multiselect(t("This is right"), fields, fields, format_func=what.__getitem__,
                                    key=f"fields:{one.key}", persist_state="session",
                                    placeholder=t("Choose"))  # fmt: skip
        is_whole = len(partners) == len(ids) and len(fields) == len(what)
        yes = t.plural("Yes", "Yes, all {n}", len(ids)) if is_whole else t("Yes, these")
        access.button(yes, t, key=f"yes:{one.key}", type="primary", on_click=_confirm,
                      args=(one, partners, fields, t))  # fmt: skip
        access.button(t("No"), t, key=f"no:{one.key}", on_click=_confirm, args=(one, (), (), t))


def _asked(one: ProposalByRule, t: Texts) -> str:
    if len(one.words) > 1:
        words = [f"“{word}”" for word in one.words]
        if len(words) > SHOWN:
            words[SHOWN - 1 :] = [t("and {n} more", n=t.number(len(words) - SHOWN + 1))]
        return t("These names contain {words}. Is this right?", words=", ".join(words))
    if one.words:
        return t.plural("{n} name contains “{words}”. Is this right?", "{n} names contain “{words}”. Is this right?",
                        len(one.names), words=one.words[0])  # fmt: skip
    return t.plural("{n} name says it. Is this right?", "{n} names say it. Is this right?", len(one.names))


def _label(field: str) -> str:
    return next((column.asked for column in schema.COLUMNS if column.field == field and column.asked), LEGAL_FORM)


LEGAL_FORM = N_("Legal form")
SHOWN = 5
"""Words that one question shows."""
COLUMN_OF = {column.field: column.name for column in schema.COLUMNS}


def _confirm(one: ProposalByRule, partners: Collection[str], fields: Collection[str], t: Texts) -> None:
    """Note the values of ``fields`` for the partners that were chosen; all others are refused."""

    def origin(partner_id: str) -> ValueOrigin:
        said = one.said[partner_id]
        why = t("Confirmed: a name with “{words}”", words=said) if said else t("Confirmed: the name says it")
        return ValueOrigin(grade=schema.Grade.OWN_ESTIMATE, source=why, on=dt.date.today())

    def settled(row: PartnerRow) -> PartnerRow:
        is_open = one.fields.get(row.partner_id, [])
        said = [name for name in is_open if name in fields and row.partner_id in partners]
        refused = [name for name in is_open if name not in said]
        if said:
            row = row.answered({COLUMN_OF[name]: _cell(one.values[name]) for name in said}, origin(row.partner_id))
        return row.refusing(*refused) if refused else row

    is_yes = bool(partners and fields)
    keep(t("Proposals confirmed") if is_yes else t("Proposals refused"), settled, is_refusal=not is_yes)


def _cell(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _refuse(field: str, ids: Collection[str], t: Texts) -> None:
    keep(t("Proposals refused"), lambda row: row.refusing(field) if row.partner_id in ids else row, is_refusal=True)


def keep(why: str, change: editor.Change, *, is_refusal: bool = False) -> None:
    """Keep the newest list with every row changed so; what is refused is never asked again, so it can be put back."""
    version = storage.newest()
    if version is None:
        return
    versions, in_hand = storage.workspace().versions, hand.version()
    is_same = in_hand == version.number  # what is checked of a list that was just read in is no version of its own
    before = versions.rows(version.number)
    rows = [change(row) for row in before]
    try:
        kept = versions.keep(rows, version.why if is_same else why, based_on=version.number, instead_of=in_hand)
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        if is_same:
            hand.made(kept.number)
        editor.forget_draft()
        if is_refusal:
            storage.offer_back(partial(_put_back, before, version.why, kept.number), Message.of("The list is kept."))
        else:
            storage.flash(Message.of("The list is kept."))


def _put_back(before: Sequence[PartnerRow], why: str, number: int) -> None:
    """Keep the list as it was before an answer, in the place of the version that the answer made."""
    kept = storage.workspace().versions.keep(before, why, instead_of=number)
    if hand.version() == number:
        hand.made(kept.number)


def of_partner(view: View, row: PartnerRow) -> None:
    """Say on the sheet of a partner what its name makes us think, by which rule, and let each be refused."""
    t, found = view.t, row.partner.proposals()
    if not found:
        return
    st.markdown("**" + t("This we thought, by your name") + "**")
    for field, proposal in found.items():
        label, value = t(_label(field)), value_in_words(field, proposal.value, view)
        by = t("by the word “{words}”, rule {rule}", words=proposal.words, rule=proposal.rule)
        components.bullets([f"{label}: {value} ({by if proposal.words else t('rule {rule}', rule=proposal.rule)})"])
        access.button(t("That is not right: {label}", label=label), t, key=f"refuse:{field}", on_click=_refuse,
                      args=(field, [row.partner_id], t))  # fmt: skip
    st.caption(t("None of this counts, and what is refused is never proposed again."))
