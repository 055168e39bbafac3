"""The goals that go along with a publication: those of the action plan, to change for this occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from regional.publishing.publication import PublishedGoal
from regional.ui import storage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from regional.texts import Texts
    from regional.ui.view import View
    from regional.workspace import records

KEY, BASE, KEPT = "share_goals", "share_goals_base", "goals"
COLUMNS = ("text", "target", "year", "owner")
MOST_SIGNS = 300


def asked(view: View, draft: dict[str, Any]) -> tuple[PublishedGoal, ...]:
    """Draw the goals as a small table to change, and return them; ``draft`` keeps them while the page is away."""
    t = view.t
    st.markdown("#### " + t("Goals that go along"))
    if KEY not in st.session_state:
        st.session_state[BASE] = draft[KEPT] if KEPT in draft else _of_the_plan(view)
    line = st.column_config.TextColumn
    edited = st.data_editor(
        st.session_state[BASE], key=KEY, num_rows="dynamic", hide_index=True, width="stretch",
        column_config={
            "text": line(t("Goal"), max_chars=MOST_SIGNS, width="large"),
            "target": line(t("Target"), max_chars=MOST_SIGNS),
            "year": st.column_config.NumberColumn(t("Year"), min_value=1900, max_value=2200, step=1, format="%d"),
            "owner": line(t("Who looks after it (role)"), max_chars=MOST_SIGNS),
        },
    )  # fmt: skip
    draft[KEPT] = edited
    return tuple(_goal(row) for row in edited.to_dict("records") if _text(row, "text"))


def _of_the_plan(view: View) -> pd.DataFrame:
    kept = storage.workspace().goals.list() if storage.has_workspace() else ()
    rows = [(goal.title, target(goal, view.t), goal.year, goal.owner) for goal in kept]
    return frame([dict(zip(COLUMNS, row, strict=True)) for row in rows])


def frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows of goals as the table to change."""
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    return found.astype({"text": "str", "target": "str", "year": "Int64", "owner": "str"})


def rows(goals: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the table as plain JSON, without what is empty."""
    return [
        {
            str(name): value if isinstance(value, str) else int(value)
            for name, value in row.items()
            if not pd.isna(value)
        }
        for row in goals.to_dict("records")
    ]


def target(goal: records.Goal, t: Texts) -> str:
    """Return the target of a goal in words: the number in its unit, else what is wanted."""
    if goal.target is None:
        return goal.wanted[:MOST_SIGNS]
    if goal.unit == "share":
        return t.percent(goal.target / 100)
    if goal.unit == "euro":
        return t.euro(goal.target)
    if goal.unit == "partners":
        return t.plural("{n} partner", "{n} partners", round(goal.target))
    return t.number(goal.target)


def _goal(row: Mapping[str, Any]) -> PublishedGoal:
    year = row.get("year")
    return PublishedGoal(
        text=_text(row, "text"),
        target=_text(row, "target"),
        owner=_text(row, "owner"),
        year=None if year is None or pd.isna(year) else int(year),
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if value is None or pd.isna(value) else str(value).strip()[:MOST_SIGNS]
