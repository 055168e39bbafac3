"""A list read in over an earlier one: who is who, what would change, and only then the change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TypeVar, cast

import pandas as pd
import streamlit as st

from regional.partners.imported import ImportResult
from regional.partners.partner import Partner
from regional.texts import N_, Message, Texts
from regional.ui import access, components, storage
from regional.ui.partners import hand
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.reimport import Gone, Likeness, alike, combine, recognise
from regional.workspace.rows import PartnerRow, VersionDiff

PENDING = "list_to_be_kept"
"""Session key of an ImportResult that waits for the visitor's yes."""
COMPARED = "list_compared"
"""Session key of what the waiting list was compared with."""
_Compared = tuple[
    Sequence[Partner], Sequence[PartnerRow], dict[int, str], Sequence[Likeness], Sequence[str]
]  # fmt: skip
T = TypeVar("T")
MANY = 15
ERASED = N_("Erased everywhere before: {names}. If you keep this list, you note them anew. Is that agreed?")
GONE = {
    "stay": N_("Leave them as they are"),
    "ended": N_("Mark them as ended"),
    "removed": N_("Take them off the list"),
}


ANOTHER = {
    "removed": N_("Yes, it takes the place of ours"),
    "stay": N_("No, these partners come beside ours"),
}
FEW = 8
"""From how many known partners, and beside how few of them, a list may be another: less than one in eight is in it."""


def is_pending() -> bool:
    """Tell whether a list waits for the visitor's yes."""
    return PENDING in st.session_state


def pending(view: View) -> None:
    """Ask what is unclear, show what would change, and keep it or leave it."""
    result: ImportResult | None = st.session_state.get(PENDING)
    if result is None:
        return
    t, versions = view.t, storage.workspace().versions
    newest = versions.newest()
    of = (result.portfolio.digest, newest.content if newest else "")
    partners, known, exact, likely, erased = _once("compared", of, partial(_compare, result))
    st.markdown("## " + t("What would change"))
    same = exact | _confirmed(likely, t)
    there = {*same.values(), *(like.partner_id for like in likely)}
    gone = _another(len(known), t) if is_another(known, there) else _gone(len(known) - len(set(same.values())), t)
    if gone is None:
        st.button(t("Leave it as it was"), key="leave_list", on_click=_leave)
        return
    rows, changes = _once("changes", (*of, tuple(same.items()), gone), lambda: _changes(partners, known, same, gone))
    show(changes, t)
    if not (changes or likely or erased):
        st.button(t("Leave it as it was"), key="leave_list", on_click=_leave)
        return
    if erased:
        st.warning(components.escape_markdown(t(ERASED, names=", ".join(erased))), icon=":material/person_off:")
    keep, leave = st.columns(2)
    access.button(t("Keep as the new list"), t, box=keep, key="keep_list", type="primary", on_click=_keep,
                args=(rows, result.portfolio.name))  # fmt: skip
    leave.button(t("Leave it as it was"), key="leave_list", on_click=_leave)


def _compare(result: ImportResult) -> _Compared:
    """Return the partners of a list, who is known, whom they are and may be, and which names were erased."""
    partners, known = result.portfolio.partners, storage.workspace().versions.rows()
    same = recognise(partners, known)
    return partners, known, same, alike(partners, known, same), erased_before(partners, same)


def erased_before(partners: Sequence[Partner], same: Mapping[int, str]) -> list[str]:
    """Return the names, of the partners that are new, of who was erased before."""
    new = [partner.name for position, partner in enumerate(partners) if position not in same]
    return sorted(storage.workspace().were_erased(new))


def _changes(
    partners: Sequence[Partner], known: Sequence[PartnerRow], same: Mapping[int, str], gone: Gone
) -> tuple[list[PartnerRow], VersionDiff]:
    rows = combine(partners, known, same, gone)
    return rows, storage.workspace().versions.preview(rows)


def _once(name: str, of: object, make: Callable[[], T]) -> T:
    """Return what was made of the same before, for this visitor alone: a long list is not compared at each click."""
    made = st.session_state.setdefault(COMPARED, {})
    if made.get(name, (None,))[0] != of:
        made[name] = (of, make())
    found: T = made[name][1]
    return found


def _confirmed(likely: Sequence[Likeness], t: Texts) -> dict[int, str]:
    """Ask for every pair that looks like one partner; nobody is merged without a tick."""
    if not likely:
        return {}
    st.markdown("### " + t("Is this the same partner?"))
    st.caption(t("The names look alike, or the place differs. Tick those that are one and the same."))
    ticked = {}
    for like in likely:
        label = t("{new} is {known}", new=like.name, known=like.known)
        if st.checkbox(components.escape_markdown(label), key=f"same_{like.position}_{like.partner_id}",
                       persist_state="session"):  # fmt: skip
            ticked[like.position] = like.partner_id
    return ticked


def is_another(known: Collection[PartnerRow], there: Collection[str]) -> bool:
    """Tell whether so few of the known partners are in the new list that it may be another one altogether."""
    return len(known) >= FEW and len(there) * FEW <= len(known)


def _another(n: int, t: Texts) -> Gone | None:
    """Ask whether this is another list, nothing chosen: it may replace ours, or come beside it."""
    label = t("Nearly none of our {n} partners are in this list. Is it another list?", n=t.number(n))
    choice = st.radio(label, list(ANOTHER), None, key="another_list", format_func=lambda code: t(ANOTHER[code]))
    return cast("Gone | None", choice)


def _gone(n: int, t: Texts) -> Gone:
    if n <= 0:
        return "stay"
    label = t.plural("{n} partner is not in the new list", "{n} partners are not in the new list", n)
    choice = st.radio(label, list(GONE), key="gone_partners", format_func=lambda code: t(GONE[code]),
                      persist_state="session")  # fmt: skip
    return cast(Gone, choice)


def show(diff: VersionDiff, t: Texts) -> None:
    """Say what changes: who comes, goes or ends, and which cells."""
    if not diff:
        components.sentences([t("Nothing changes.")])
    for rows, one, many in (
        (diff.added, N_("{n} partner comes in:"), N_("{n} partners come in:")),
        (diff.removed, N_("{n} partner goes off the list:"), N_("{n} partners go off the list:")),
        (diff.stopped, N_("{n} partner ends:"), N_("{n} partners end:")),
    ):
        if rows:
            components.sentences([t.plural(one, many, len(rows))])
            rest = [t("and {n} more", n=t.number(len(rows) - MANY))] if len(rows) > MANY else []
            components.bullets([*(row.name for row in rows[:MANY]), *rest])
    if diff.changed:
        components.sentences([t.plural("{n} cell changes:", "{n} cells change:", len(diff.changed))])
        components.table(changes_table(diff, t, MANY * 4))


def changes_table(diff: VersionDiff, t: Texts, most: int) -> pd.DataFrame:
    """Return the changed cells, at most ``most`` of them."""
    rows = [(c.name, c.column, c.before or "–", c.after or "–") for c in diff.changed[:most]]
    return pd.DataFrame(rows, columns=[t("Name"), t("Column"), t("Was"), t("Becomes")])


def _keep(rows: list[PartnerRow], name: str) -> None:
    try:
        hand.made(storage.workspace().versions.keep(rows, name).number)
    except WorkspaceError as error:
        storage.flash(error.message)
        return
    forget()
    storage.flash(Message.of("The new list is kept. The earlier one is still there, under Versions."))


def forget() -> None:
    """Let go of a list that waits, and of what it was compared with."""
    for key in (PENDING, COMPARED):
        st.session_state.pop(key, None)


def _leave() -> None:
    forget()
    hand.forget()
