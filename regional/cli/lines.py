"""What was read and what is wrong with it, on a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.texts import Texts

if TYPE_CHECKING:
    from regional.files.problems import Problem
    from regional.partners.imported import ImportResult


def read_line(result: ImportResult, t: Texts) -> str:
    """Return how many rows were read, as a sentence."""
    return t.plural("We read {kept} of {n} row.", "We read {kept} of {n} rows.", result.rows,
                    kept=t.number(result.kept))  # fmt: skip


def problem_line(problem: Problem, t: Texts) -> str:
    """Return one problem on one line: where, what, how to mend it."""
    where = [t("row {row}", row=problem.row)] if problem.row is not None else []
    where += [problem.column] if problem.column else []
    where += [f"“{problem.value}”"] if problem.value else []
    place = f"{', '.join(where)}: " if where else ""
    return f"[{problem.level.value}] {place}{t(problem.what)} {t(problem.remedy)}".rstrip()
