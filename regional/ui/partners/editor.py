"""Editing the list in the table; each round is a version."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from regional.files.problems import Level
from regional.partners import schema
from regional.texts import Message, Texts
from regional.ui import access, components, storage
from regional.ui.view import View
from regional.workspace.errors import Conflict, Invalid, WorkspaceError
from regional.workspace.rows import PARTNER_ID, Given, PartnerRow, Side

EDITOR, DRAFT, BASE, FAULTS, CLASH = "list_editor", "list_draft", "list_base", "list_faults", "list_clash"
COLUMNS = tuple(column.name for column in schema.COLUMNS if column.in_editor)
ONE_OF = tuple(c.name for c in schema.COLUMNS if c.in_editor and c.words and c.type is schema.Type.CODE)
"""Columns with one word from a list; the others may hold several, or anything."""
Change = Callable[[PartnerRow], PartnerRow]


def edit(view: View) -> None:
    """Draw the list as a table to type in, and keep what was typed as a new version."""
    t = view.t
    if _clash(t):
        return
    st.caption(t("Type in the table; several words in one cell with a semicolon. New partners go below."))
    st.caption(storage.where_kept(t))
    edited = _table()
    _told(st.session_state.get(FAULTS, {}), edited, t)
    keep, undo = st.columns(2)
    if access.button(t("Keep the changes"), t, box=keep, key="keep_edits", type="primary"):
        _keep(edited, t)
    if undo.button(t("Undo what I typed"), key="undo_edits"):
        forget_draft()
        st.rerun()


def _table() -> pd.DataFrame:
    """Return what stands in the editor; it starts from the draft when the page is come back to."""
    version = storage.newest()
    if EDITOR not in st.session_state:
        kept: tuple[int, pd.DataFrame] | None = st.session_state.get(DRAFT)
        start = kept[1] if kept else readable(version.number if version else None)
        st.session_state[BASE] = (kept[0] if kept else version.number if version else 0, start)
    number, start = _without_erased(*st.session_state[BASE])
    edited: pd.DataFrame = st.data_editor(
        start, num_rows="dynamic", hide_index=True, key=EDITOR, column_config=_columns(start), placeholder=""
    )
    st.session_state[DRAFT] = (number, edited)
    return edited


def _without_erased(number: int, start: pd.DataFrame) -> tuple[int, pd.DataFrame]:
    """Return what the editor starts from without partners that were erased since, by whomever; what is typed stays."""
    gone = storage.workspace().erased(start[PARTNER_ID]) if storage.has_workspace() else set()
    if gone:
        typed = _typed(start, st.session_state.pop(EDITOR, {}))
        start = typed[~typed[PARTNER_ID].isin(gone)].reset_index(drop=True)
        st.session_state[BASE] = (number, start)
    return number, start


def _typed(start: pd.DataFrame, editor: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table with what was typed in it, as the editor gives it back."""
    typed = start.copy()
    for row, cells in editor.get("edited_rows", {}).items():
        for column, value in cells.items():
            typed.loc[int(row), column] = value
    added = pd.DataFrame(editor.get("added_rows", []), columns=typed.columns)
    kept = typed.drop(index=[int(row) for row in editor.get("deleted_rows", [])])
    return pd.concat([kept, added], ignore_index=True).fillna("").astype("str")


def readable(number: int | None) -> pd.DataFrame:
    """Return version ``number`` as words, a row a partner, with its id; an empty table where there is none."""
    from regional.partners.records import to_records

    columns = [PARTNER_ID, *COLUMNS]
    if number is None:
        return pd.DataFrame(columns=columns, dtype="str")
    versions = storage.workspace().versions
    records = to_records(versions.load(number), readable=True)
    ids = [row.partner_id for row in versions.rows(number)]
    rows = [{PARTNER_ID: i, **record} for i, record in zip(ids, records, strict=True)]
    return pd.DataFrame(rows, columns=columns, dtype="str").fillna("")


def _columns(start: pd.DataFrame) -> dict[str, Any]:
    """Return drop-downs for columns of one word, with what stands there already among the words."""
    from regional.partners.records import ANSWER_WORDS

    config: dict[str, Any] = {column: st.column_config.TextColumn(column) for column in COLUMNS}
    for column in ONE_OF:
        options = dict.fromkeys(["", *schema.words_of(column).values(), *ANSWER_WORDS.values(), *start[column]])
        config[column] = st.column_config.SelectboxColumn(column, options=list(options))
    config["naam"] = st.column_config.TextColumn("naam", required=True, pinned=True)
    return {**config, PARTNER_ID: None}


def _keep(edited: pd.DataFrame, t: Texts, chosen: Mapping[str, Side] | None = None) -> None:
    number = st.session_state[BASE][0]
    versions = storage.workspace().versions
    rows = merged_rows(edited, versions.rows(number) if number else ())
    st.session_state[FAULTS] = unread(rows)
    if st.session_state[FAULTS]:
        st.rerun()
    try:
        kept = versions.keep(rows, t("Edited in the table"), based_on=number or None, chosen=chosen)
    except Conflict as clash:
        st.session_state[CLASH] = (clash, edited)
    except Invalid as error:
        st.session_state[FAULTS] = error.fields
    except WorkspaceError as error:
        st.session_state[FAULTS] = {"": error.message}
    else:
        st.session_state.pop(storage.EXAMPLE, None)
        _kept(is_new=kept.number != number)
    st.rerun()


def _kept(*, is_new: bool) -> None:
    """Begin anew after a new version; else leave the table as it is: what was typed last may still be on its way."""
    if is_new:
        forget_draft()
        storage.flash(Message.of("The list is kept."))
    else:
        storage.flash(Message.of("There is nothing new to keep yet."))


def merged_rows(edited: pd.DataFrame, known: Sequence[PartnerRow]) -> list[Given]:
    """Return what was not touched as it is, and edited rows as records; columns that are not shown stay."""
    was = {row.partner_id: row for row in known}
    rows = list[Given]()
    for typed in edited.fillna("").astype(str).to_dict("records"):
        cells = {column: str(typed[column]).strip() for column in COLUMNS}
        if not any(cells.values()):
            continue
        row = was.get(str(typed[PARTNER_ID]))
        if row is not None and not _differs(cells, row):
            rows.append(row)
            continue
        before = row.cells if row else {}
        hidden = {c: v for c, v in before.items() if c not in COLUMNS and _still(c, cells, before)}
        own = {PARTNER_ID: str(typed[PARTNER_ID])} if typed[PARTNER_ID] else {}
        rows.append({**hidden, **{c: v for c, v in cells.items() if v or c == schema.NAME}, **own})
    return rows


def _differs(cells: Mapping[str, str], row: PartnerRow) -> bool:
    from regional.partners.records import cells_of

    shown = cells_of(row.partner, readable=True)
    return any(cell != shown.get(column, "") for column, cell in cells.items())


def unread(rows: Sequence[Given]) -> dict[str, Message]:
    """Return "row:column" -> what is the matter, for typed values that would be left empty.

    A place that is not settled is no fault: it is kept as written and told on this page.
    """
    from regional.partners.read import from_records

    typed = {at: row for at, row in enumerate(rows) if not isinstance(row, PartnerRow)}
    result = from_records([{c: v for c, v in row.items() if c != PARTNER_ID} for row in typed.values()])
    positions = list(typed)
    return {
        f"{positions[(problem.row or 2) - 2]}:{problem.column}": problem.what
        for problem in result.problems
        if problem.level is not Level.INFO and not problem.code.startswith("place")
    }


def _still(column: str, cells: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """The municipality and country go with the place that was typed."""
    return column not in ("gemeente", "land") or cells["plaats"] == before.get("plaats", "")


def _told(faults: Mapping[str, Message], edited: pd.DataFrame, t: Texts) -> None:
    """Tell what cannot be kept: which partner, which column, what is the matter."""
    names = edited["naam"].fillna("").tolist()
    for where, message in faults.items():
        row, _, column = where.partition(":")
        name = names[int(row)] if row.isdigit() and int(row) < len(names) else ""
        told = ", ".join(part for part in (name, column) if part)
        st.error(components.escape_markdown(f"{told}: {t(message)}" if told else t(message)))


def _clash(t: Texts) -> bool:
    """Show partners that somebody else changed too, and let the visitor choose."""
    if CLASH not in st.session_state:
        return False
    clash, edited = st.session_state[CLASH]
    ids = [(mine or theirs).partner_id for mine, theirs in zip(clash.mine, clash.theirs, strict=True)]
    if storage.workspace().erased(ids):  # nothing is left to choose
        st.session_state.pop(CLASH)
        return False
    st.warning(t(clash.message), icon=":material/group:")
    components.table(_both(clash, t))
    sides: tuple[tuple[Side, str], ...] = (("mine", t("Keep mine")), ("theirs", t("Keep theirs")))
    for column, (side, label) in zip(st.columns(2), sides, strict=True):
        if access.button(label, t, box=column, key=f"list_{side}"):
            st.session_state.pop(CLASH)
            _keep(edited, t, dict.fromkeys(ids, side))
    return True


def _both(clash: Conflict, t: Texts) -> pd.DataFrame:
    rows = []
    for mine, theirs in zip(clash.mine, clash.theirs, strict=True):  # type: ignore[call-overload]
        left, right = (dict(row.cells) if row else {} for row in (mine, theirs))
        for column in dict.fromkeys([*left, *right]):
            if left.get(column) != right.get(column):
                name = (mine or theirs).name
                rows.append((name, column, left.get(column, "–"), right.get(column, "–")))
    return pd.DataFrame(rows, columns=[t("Name"), t("Column"), t("Yours"), t("Theirs")])


def forget_draft() -> None:
    """Let go of what was typed and not kept; the table begins from the newest version."""
    for key in (EDITOR, DRAFT, BASE, FAULTS):
        st.session_state.pop(key, None)
