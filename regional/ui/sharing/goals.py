"""The goals that go along with a publication: those of the action plan, to change for this occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from regional.publishing.publication import PublishedGoal
from regional.ui import storage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from regional.texts import Texts
    from regional.ui.drafts import HeldFields
    from regional.ui.view import View
    from regional.workspace import records

KEY, BASE = "share_goals", "share_goals_base"
"""Keys of the table, and of what it began with: the goals of the plan, and those that it was drawn with."""
COLUMNS = ("text", "so_far", "target", "year", "owner")
MOST_SIGNS = 300


def asked(view: View, told: Callable[[], Collection[str]], held: HeldFields) -> tuple[PublishedGoal, ...]:
    """Draw the goals as a small table to change, and return them; what differs from the plan is ``held``."""
    t = view.t
    st.markdown("#### " + t("Goals to include"))
    if KEY not in st.session_state:
        ours = _of_the_plan(view, told)
        begun = held.get(KEY, ours)
        if st.session_state.get(BASE, ())[:2] != (ours, begun):
            st.session_state[BASE] = (ours, begun, frame(begun))
    ours, _, base = st.session_state[BASE]
    line = st.column_config.TextColumn
    edited = st.data_editor(
        base, key=KEY, num_rows="dynamic", hide_index=True, width="stretch",
        column_config={
            "text": line(t("Goal"), max_chars=MOST_SIGNS, width="large"),
            "so_far": line(t("How far it is"), max_chars=MOST_SIGNS),
            "target": line(t("Target"), max_chars=MOST_SIGNS),
            "year": st.column_config.NumberColumn(t("Year"), min_value=1900, max_value=2200, step=1, format="%d"),
            "owner": line(t("Who looks after it (role)"), max_chars=MOST_SIGNS),
        },
    )  # fmt: skip
    typed = rows(edited)
    held.put(KEY, typed, ours)
    return tuple(_goal(row) for row in typed if _text(row, "text"))


def _of_the_plan(view: View, told: Callable[[], Collection[str]]) -> list[dict[str, Any]]:
    """Take up the goals of the plan, each with how far it is, and the agreements that belong to no goal or partner.

    What was agreed because of a finding goes along where the board sees that finding: else it tells what is hidden.
    """
    if not storage.has_workspace():
        return []
    t, space = view.t, storage.workspace()
    actions = space.actions.list()
    goals = [
        (goal.title, so_far(goal, actions, t), target(goal, t), goal.year, goal.owner) for goal in space.goals.list()
    ]
    loose = [action for action in actions if not action.goal_id and not action.partner_id]
    steps = told() if any(action.evidence for action in loose) else ()
    agreed = [
        (action.title, _done(action, t), "", action.due and action.due.year, action.owner)
        for action in loose
        if not action.evidence or action.title in steps
    ]
    return [{name: value for name, value in zip(COLUMNS, row, strict=True) if value is not None}
            for row in [*goals, *agreed]]  # fmt: skip


def so_far(goal: records.Goal, actions: Sequence[records.Action], t: Texts) -> str:
    """Say how far a goal is: its actions that are done, else what was noted of it."""
    ours = [action for action in actions if action.goal_id == goal.id]
    if not ours:
        return goal.now[:MOST_SIGNS]
    done = t.number(sum(action.done_on is not None for action in ours))
    return t.plural("{done} of {n} action done", "{done} of {n} actions done", len(ours), done=done)


def _done(action: records.Action, t: Texts) -> str:
    if action.done_on:
        return t("done on {date}", date=t.date(action.done_on))
    return t("to be done before {date}", date=t.date(action.due)) if action.due else t("still to be done")


def frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows of goals as the table to change."""
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    return found.astype(dict.fromkeys(COLUMNS, "str") | {"year": "Int64"})


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
    words = {name: _text(row, name) for name in COLUMNS if name != "year"}
    return PublishedGoal(**words, year=row.get("year"))


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name, "")).strip()[:MOST_SIGNS]
