"""What is kept: versions of the list, all about one partner, terms, and the backup."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from regional.access import Deed
from regional.partners import schema
from regional.partners.export import to_csv, to_xlsx
from regional.partners.schema import Grade
from regional.texts import N_, Message, Texts
from regional.ui import access, components, drafts, storage, uploads
from regional.ui.partners import editor, hand, proposals, reimport
from regional.ui.questionnaire import words
from regional.ui.talks.panels import FITS
from regional.ui.view import View, forget_drawn
from regional.workspace.errors import WorkspaceError
from regional.workspace.retention import KINDS, Due
from regional.workspace.rows import PartnerRow
from regional.workspace.versions import Version

T = TypeVar("T")
LISTED = 20
"""Things of one kind that are listed; more are counted."""
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(view: View) -> None:
    """Offer the list on screen as files that read back to the same."""
    from regional.partners.records import to_records

    t, portfolio = view.t, view.portfolio
    if not access.allowed(Deed.EXPORT_NAMES):
        return
    with st.container(horizontal=True):
        st.download_button(t("The list for Excel"), lambda: to_xlsx(to_records(portfolio, readable=True)),
                           "partnerbestand.xlsx", SHEET, key="export_xlsx", on_click="ignore",
                           icon=":material/download:")  # fmt: skip
        st.download_button(t("The list as CSV"), lambda: to_csv(to_records(portfolio, readable=True)),
                           "partnerbestand.csv", "text/csv", key="export_csv", on_click="ignore",
                           icon=":material/download:")  # fmt: skip


def versions(view: View) -> None:
    """List the versions, lay two beside each other, bring one back."""
    t = view.t
    if not storage.has_workspace():
        return
    found = {version.number: version for version in storage.workspace().versions.list()}
    if found:
        components.on_request(t("Versions ({n})", n=t.number(len(found))), "versions", lambda: _versions(found, t))


def _versions(found: Mapping[int, Version], t: Texts) -> None:
    components.table(
        pd.DataFrame(
            {
                t("When"): _when(v, t),
                t("What"): v.why,
                t("Partners"): t.number(v.partners),
            }
            for v in found.values()
        )
    )
    if len(found) < 2:
        return
    numbers = list(found)
    left, right = st.columns(2)
    called = {number: _when(version, t) for number, version in found.items()}
    before = left.selectbox(t("From version"), numbers, 1, key="compare_before", persist_state="session",
                            format_func=called.__getitem__)  # fmt: skip
    after = right.selectbox(t("To version"), numbers, 0, key="compare_after", persist_state="session",
                            format_func=called.__getitem__)  # fmt: skip
    reimport.show(storage.workspace().versions.compare(before, after), t)
    access.button(t("Bring the list of {when} back", when=called[before]), t, key="restore_version", on_click=_restore,
                  args=(before, called[before], t))  # fmt: skip


def _when(version: Version, t: Texts) -> str:
    """Return how a version is called: by the moment at which it was kept."""
    at = version.at.astimezone()
    return f"{t.date(at.date())}, {at:%H:%M}"


def _restore(number: int, when: str, t: Texts) -> None:
    done = Message.of("The list of {when} is back, as a new version. Nothing is lost.", when=when)
    why = t("The list of {when} brought back", when=when)
    _attempt(lambda: storage.workspace().versions.restore(number, why), lambda _: done)
    _forget()


def sheet(view: View) -> None:
    """The Partnerblad: everything that is noted of one partner, to print or to hand over; and its erasure."""
    t, ids = view.t, view.partner_ids
    if storage.newest() is None or not ids:
        components.sentences([t("Upload a list of your own first.")])
        return
    name = st.selectbox(t("Partner"), list(ids), key="sheet_of", persist_state="session")
    _sheet(view, name or next(iter(ids)), ids)
    st.markdown("#### " + t("Erase everywhere"))
    st.markdown(t("This takes the partner out of every version, note and plan, and out of a backup that is put back. "
                  "It cannot be undone."))  # fmt: skip
    sure = st.checkbox(t("Yes, erase everything about this partner"), key="erase_sure")
    access.button(t("Erase everywhere"), t, action=Deed.ERASE, key="erase", disabled=not sure, on_click=_erase,
                  icon=":material/delete_forever:", args=(ids[name or next(iter(ids))],))  # fmt: skip


def _sheet(view: View, name: str, ids: Mapping[str, str]) -> None:
    t, about = view.t, storage.workspace().everything_about(ids[name])
    st.markdown("#### " + components.escape_markdown(name))
    if about.row:
        components.table(_noted(about.row, t))
        proposals.of_partner(view, about.row)
    for heading, lines in (
        (t("Questions"), [words.asked(q, t) for q in about.questions]),
        (t("Answers that wait to be looked at"), [line for r in about.responses for line in words.waiting(r, t)]),
        (t("Links to the questions"), [t("made on {date}", date=t.date(i.created_on)) for i in about.invitations]),
        (t("Conversations"), [f"{t.date(c.day)}: {c.notes or c.next_step}" for c in about.conversations]),
        (t("Our visions"), [f"{t.date(c.day)}: {t(FITS[c.fit])}" for c in about.conversations if c.fit]),
        (t("Actions"), [a.title for a in about.actions]),
        (t("Named elsewhere"), [m.text[:300] for m in about.mentions]),
        (t("Changes"), [f"{t.date(r.at.date())}: {r.why} ({len(r.changes)})" for r in about.history]),
    ):
        if lines:
            st.markdown(f"**{components.escape_markdown(heading)}**")
            components.bullets(lines)
    st.caption(t("Print this page from your browser to hand it over."))


GRADES = {
    Grade.REGISTER: N_("our own list"), Grade.MEASURED: N_("measured"), Grade.ASKED: N_("asked of the partner"),
    Grade.OWN_ESTIMATE: N_("our own estimate"), Grade.PROPOSED: N_("proposed"),
}  # fmt: skip
"""Grade -> how it is said of a value."""


def _noted(row: PartnerRow, t: Texts) -> pd.DataFrame:
    """Return all that is noted of a partner: what, how well it is known, where it comes from, and since when."""
    noted = []
    for column, cell in row.cells.items():
        origin = row.partner.origin(schema.field_of(column))
        day = t.date(origin.on) if origin.on else "–"
        noted.append((column, cell, t(GRADES[origin.grade]), origin.source or "–", day))
    return pd.DataFrame(
        noted, columns=[t("Column"), t("What is noted"), t("How we know it"), t("Source"), t("Since when noted")]
    )


def _erase(partner_id: str) -> None:
    _attempt(lambda: storage.workspace().erase(partner_id), lambda done: _told(done.is_clean, ERASED))
    forget_drawn()
    drafts.forget()
    hand.forget()
    for key in ("erase_sure", storage.REMOVED):
        st.session_state.pop(key, None)
    _forget()


ERASED = Message.of("Everything about this partner is erased.")
LEFT = Message.of(
    "What was erased shows nowhere any more. Remains of it are still in the file of the database, because somebody is "
    "reading there now, for a backup perhaps. They are cleaned up as soon as that is over."
)


def _told(is_clean: bool, done: Message) -> Message:
    return done if is_clean else LEFT


def upkeep(view: View) -> None:
    """Backup, putting it back, and what has been kept long enough."""
    t = view.t
    st.caption(storage.where_kept(t))
    if storage.has_workspace() and not storage.workspace().is_clean():
        st.warning(t(LEFT), icon=":material/cleaning_services:")
    if access.allowed(Deed.BACKUP):
        st.download_button(t("Download a backup"), _backup, "partnerspiegel-reservekopie.zip", "application/zip",
                           key="backup", on_click="ignore", icon=":material/archive:")  # fmt: skip
    file = st.file_uploader(t("Put a backup back"), type=["zip"], key="backup_file",
                            **uploads.limits(t) | access.locked(t, Deed.RESTORE))  # fmt: skip
    if file is not None:
        st.markdown(t("This takes the place of everything that is kept now. What was erased stays erased."))
        access.button(
            t("Put it back"),
            t,
            action=Deed.RESTORE,
            key="restore_backup",
            on_click=_put_back,
            args=(file.getvalue(),),
        )
    _long_kept(t)
    components.table(
        pd.DataFrame(
            [(t(KINDS[kind].label), t.plural("{n} month", "{n} months", months)) for kind, months in _terms().items()],
            columns=[t("What"), t("Kept for")],
        )
    )
    _set_term(t)


def _long_kept(t: Texts) -> None:
    """Offer to erase what was kept for its term, a kind at a time; what there is a reason for stays."""
    due = storage.workspace().due_for_erasure(dt.date.today()) if storage.has_workspace() else ()
    if not due:
        components.sentences([t("Nothing has been kept longer than its term.")])
        return
    st.markdown("**" + t("Kept long enough: erase, or keep for a reason") + "**")
    counts = Counter(one.kind for one in due)
    kind = st.selectbox(t("What"), list(counts), key="due_kind", persist_state="session",
                        format_func=lambda k: f"{t(KINDS[k].label)} ({t.number(counts[k])})")  # fmt: skip
    mine = {one.record_id: one for one in due if one.kind == kind}
    components.bullets([t("{kind}: {what}, since {date}", kind=t(KINDS[kind].label), what=one.title,
                          date=t.date(one.since)) for one in list(mine.values())[:LISTED]])  # fmt: skip
    if len(mine) > LISTED:
        components.sentences([t.plural("{n} more.", "{n} more.", len(mine) - LISTED)])
    called = {record_id: f"{one.title}, {t.date(one.since)}" for record_id, one in mine.items()}
    kept = st.multiselect(t("Keep these, for a reason"), list(mine), key=f"due_kept_{kind}", placeholder=t("Choose"),
                          persist_state="session", format_func=lambda record_id: called[record_id],
                          **access.locked(t))  # fmt: skip
    gone = [one for record_id, one in mine.items() if record_id not in kept]
    sure = st.checkbox(t.plural("Yes, erase {n} of these", "Yes, erase {n} of these", len(gone)), key="due_sure")
    access.button(t("Erase what was kept long enough"), t, action=Deed.ERASE, key="erase_due", on_click=_erase_due,
                  disabled=not (sure and gone), icon=":material/delete_forever:", args=(gone,))  # fmt: skip


def _erase_due(due: Sequence[Due]) -> None:
    done = Message.counted("{n} is erased.", "{n} are erased.", len(due))
    _attempt(lambda: storage.workspace().erase_due(due), lambda _: _told(storage.workspace().is_clean(), done))
    forget_drawn()
    for key in ("due_sure", storage.REMOVED):
        st.session_state.pop(key, None)
    _forget()


def _backup() -> bytes:
    return storage.workspace().backup()


def _set_term(t: Texts) -> None:
    """Let the museum choose its own term for one kind of data."""
    kind = st.selectbox(t("Change the term of"), list(KINDS), key="term_kind", format_func=lambda k: t(KINDS[k].label),
                        persist_state="session")  # fmt: skip
    options = {"help": t("Counted from: {what}.", what=t(KINDS[kind].counted_from)), **access.locked(t)}
    months = st.number_input(t("Months"), 1, 600, _terms()[kind], key=f"term_months_{kind}", **options)
    if months != _terms()[kind]:
        done = Message.of("The term is changed.")
        _attempt(lambda: storage.workspace().set_retention(kind, int(months)), lambda _: done)
        st.rerun()


def _terms() -> dict[str, int]:
    return storage.workspace().retention() if storage.has_workspace() else {k: v.months for k, v in KINDS.items()}


def _put_back(data: bytes) -> None:
    back = Message.of("The backup is back.")
    _attempt(lambda: storage.workspace().restore_backup(data), lambda done: _told(done.is_clean, back))
    _forget()


def _forget() -> None:
    """Let go of what this window still holds of the list as it was, names that were erased included."""
    for key in (storage.READ, reimport.PENDING, reimport.COMPARED, proposals.FOUND):
        st.session_state.pop(key, None)
    editor.forget_draft()


def _attempt(do: Callable[[], T], done: Callable[[T], Message]) -> None:
    """Run what a button does and flash how it went; nothing is changed where it fails."""
    try:
        result = do()
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        storage.flash(done(result))
