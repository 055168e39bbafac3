"""Tables and downloads of the page Our partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from regional.files.problems import Level, Problem
from regional.partners.division import MOVED, REMEDY
from regional.partners.portfolio import Answer, Portfolio
from regional.partners.schema import QUESTIONS
from regional.texts import Texts
from regional.ui import components
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)


def read_sentence(result: ImportResult, t: Texts) -> None:
    """Tell in a sentence what was read, and in another what is about persons and was not."""
    said = found_sentence(result, t)
    if result.dropped_columns:
        said += " " + t("About persons, so not read: {columns}.", columns=", ".join(result.dropped_columns))
    components.sentences([said])


def refused(result: ImportResult, t: Texts) -> None:
    """Tell how many rows were not read; where nothing was read, why."""
    if result.refused:
        st.error(t.plural("{n} row was not read. The other rows are kept.",
                          "{n} rows were not read. The other rows are kept.", result.refused))  # fmt: skip
    if result.errors and not result.kept:
        components.table(problem_table(list(result.errors), t))


def noticed(result: ImportResult) -> list[Problem]:
    """Return all that was noticed while reading, what cost a row first."""
    return sorted(result.problems, key=lambda problem: LEVELS.index(problem.level))


def moved(view: View) -> None:
    """Say which places of the list belong to another municipality by the figures in use."""
    told = [view.t(problem.what) for problem in view.imported.problems if problem.code == MOVED]
    if told:
        st.info(components.escape_markdown(" ".join([*told, view.t(REMEDY)])), icon=":material/info:")


def found_sentence(result: ImportResult, t: Texts) -> str:
    """Return how many rows were read, what they came to and what was passed over, as one sentence."""
    others = len(result.passed_over)
    read = t.plural("We read {kept} of {n} row", "We read {kept} of {n} rows", result.rows,
                    kept=t.number(result.rows - others - result.refused))  # fmt: skip
    partners = t.plural("{n} partner", "{n} partners", result.kept)
    passed = t.plural("{n} is a heading, a total or a note", "{n} are headings, totals or notes", others)
    return f"{read}: {partners}; {passed}." if others else f"{read}: {partners}."


def problem_table(problems: list[Problem], t: Texts) -> pd.DataFrame:
    """Return the findings worded: where, what is there, what is the matter, how to mend it."""
    rows = [
        {
            t("Row"): "" if problem.row is None else str(problem.row),
            t("Column"): problem.column,
            t("Value"): problem.value,
            t("What is wrong"): t("Row not read: {why}", why=t(problem.what))
            if problem.level is Level.ERROR
            else t(problem.what),
            t("How to fix it"): t(problem.remedy),
        }
        for problem in problems
    ]
    return pd.DataFrame(rows)


def completeness_table(portfolio: Portfolio, t: Texts) -> pd.DataFrame:
    """Return per question how many active partners we know, did not ask, or who gave no answer."""
    active = (portfolio.frame["status"] == "active").to_numpy(dtype=bool)
    states = portfolio.states[active]
    rows = []
    for question, column in QUESTIONS.items():
        counts = states[question].value_counts()
        known = int(counts.get(Answer.KNOWN.value, 0))
        open_ = sum(int(counts.get(s.value, 0)) for s in (Answer.NOT_ASKED, Answer.ASKED))
        rows.append(
            {
                t("Question"): t(column.asked),
                t("Known"): t("{n} of {total}", n=t.number(known), total=t.number(len(states))),
                t("Not asked yet"): t.number(open_),
                t("No answer, rather not say, or not applicable"): t.number(len(states) - known - open_),
            }
        )
    return pd.DataFrame(rows)


def partner_list(view: View) -> None:
    """Show the list as it was understood; nothing that is only proposed stands in it."""
    t, frame = view.t, view.portfolio.frame
    st.dataframe(view.once("list", lambda: _listed(frame, view, t)), hide_index=True, height=420)


def _listed(frame: pd.DataFrame, view: View, t: Texts) -> pd.DataFrame:
    kinds = {"funder": t("Funder"), "content": t("Content partner"), "supplier": t("Supplier")}
    names = view.figures.names
    status = {"active": t("Active"), "possible": t("Possible partner"), "ended": t("Ended")}
    return pd.DataFrame(
        {
            t("Name"): frame["name"],
            t("Status"): frame["status"].map(status),
            t("Kind of partner"): [", ".join(kinds[k] for k in row) for row in frame["kinds"]],
            t("Place"): frame["place"].fillna(""),
            t("Municipality"): frame["municipality"].map(names).fillna("–"),
            t("Amount a year"): [_euro(amount, t) for amount in frame["amount"]],
            t("Partner since"): [_year(day) for day in frame["since"]],
        }
    )


def _euro(amount: float, t: Texts) -> str:
    return "–" if pd.isna(amount) else t.euro(amount)


def _year(day: Any) -> str:  # noqa: ANN401 - a timestamp or NaT
    return "–" if pd.isna(day) else str(day.year)
