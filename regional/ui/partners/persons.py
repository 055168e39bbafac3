"""Who is taken for a person: listed, with what follows, and told to be an organisation for many at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import streamlit as st

from regional.partners.partner import why_person
from regional.partners.values import ORGANISATION
from regional.texts import N_, Texts
from regional.ui import access, components, storage
from regional.ui.partners import proposals, upload
from regional.ui.view import View
from regional.workspace.rows import PartnerRow

WHY = {
    "name": N_("a person's name"), "size": N_("works alone"), "legal_form": N_("legal form of one person"),
}  # fmt: skip
LISTED = 5
"""Persons that stand in the sentence; all of them stand in what unfolds."""


def listed(view: View) -> None:
    """List who is taken for a person, say what follows, and let many be told to be organisations at once."""
    version, t = storage.newest(), view.t
    found = _persons(storage.workspace().versions.rows(version.number)) if version else {}
    if not found:
        return
    names = [f"{row.name} ({t(WHY[why])})" for row, why in found.values()]
    if len(names) > LISTED:
        names[LISTED:] = [t("and {n} more", n=t.number(len(names) - LISTED))]
    said, unfolds = st.columns([3, 1], vertical_alignment="center")
    with said:
        components.sentences([
            t.plural("We take {n} partner for a person: {names}. It counts by its place, and we note nothing more.",
                     "We take {n} partners for persons: {names}. They count by their place, and we note nothing more.",
                     len(found), names=", ".join(names)),
        ])  # fmt: skip
    with unfolds.popover(t("Is it an organisation?")):
        chosen = st.multiselect(t("Which of these are organisations?"), list(found), key="organisations",
                                persist_state="session",
                                format_func=lambda i: found[i][0].name, placeholder=t("Choose partners"),
                                **access.locked(t))  # fmt: skip
        access.button(t("These are organisations"), t, key="are_organisations", disabled=not chosen,
                      on_click=_organisations, args=(chosen, t))  # fmt: skip
        access.button(t.plural("This is an organisation", "All {n} are organisations", len(found)), t,
                      key="all_organisations", on_click=_organisations, args=(list(found), t))  # fmt: skip


def _persons(rows: Iterable[PartnerRow]) -> dict[str, tuple[PartnerRow, str]]:
    """Return id -> row and reason of who is taken for a person."""
    return {row.partner_id: (row, why) for row in rows if (why := why_person(row.partner.fields, row.partner.refused))}


def _organisations(ids: Collection[str], t: Texts) -> None:
    proposals.keep(t("Told to be organisations"),
                   lambda row: row.changed(rechtsvorm=ORGANISATION) if row.partner_id in ids else row)  # fmt: skip
    upload.read_again()
