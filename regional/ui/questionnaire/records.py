"""What was asked and answered, kept: in the questions, and in the list of partners itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from regional.partners.portfolio import Answer
from regional.partners.records import ANSWER_WORDS
from regional.questionnaire.answers import Answers, Given, read_answers
from regional.questionnaire.questions import BY_ID, QUESTIONS
from regional.texts import N_, Message, Texts
from regional.ui import access, components, storage, uploads
from regional.ui.view import View
from regional.workspace import records
from regional.workspace.errors import WorkspaceError
from regional.workspace.rows import PartnerRow

WORDS = {
    Answer.KNOWN: N_("known"),
    Answer.NOT_ASKED: N_("not asked"),
    Answer.ASKED: N_("asked"),
    Answer.NO_ANSWER: N_("no answer"),
    Answer.RATHER_NOT: N_("rather not say"),
    Answer.NOT_APPLICABLE: N_("not applicable"),
}
PATIENCE = dt.timedelta(weeks=3)
FILES = "answer_files"


def months_kept() -> int:
    """Return how long answers are kept, in months."""
    from regional.workspace.retention import KINDS

    return storage.workspace().retention()["questions"] if storage.has_workspace() else KINDS["questions"].months


def read_back(view: View) -> None:
    """Read forms that came back, show what would change, and keep it when told to."""
    t = view.t
    st.markdown("## " + t("4. Read the answers back in"))
    files = st.file_uploader(t("Answer forms that came back"), ["xlsx"], accept_multiple_files=True, key=FILES,
                             **uploads.limits(t) | access.locked(t))  # fmt: skip
    partners = {partner_id: name for name, partner_id in view.partner_ids.items()}
    read = {file.name: read_answers(file.getvalue(), partners) for file in files or ()}
    given = [one for answers in read.values() for one in answers.given]
    _told(read, t)
    if not given:
        return
    st.markdown("**" + t("This would be noted") + "**")
    components.table(_preview(given, partners, t))
    label = t.plural("Note {n} answer", "Note {n} answers", len(given))
    if access.button(label, t, key="keep_answers", type="primary"):
        _attempt(lambda: keep(view, given, dt.date.today()), Message.of("The answers are noted."))
        st.rerun()


def _told(read: Mapping[str, Answers], t: Texts) -> None:
    for name, answers in read.items():
        if answers.problem:
            st.error(components.escape_markdown(f"{name}: {t(answers.problem)}"))
    faults = [fault for answers in read.values() for fault in answers.faults]
    if faults:
        st.warning(t.plural("{n} answer cannot be read:", "{n} answers cannot be read:", len(faults)))
        rows = [
            (f.name, t(BY_ID[f.question].text) if f.question else "", f.value, t(f.what), t(f.remedy)) for f in faults
        ]
        columns = [t("Name"), t("Question"), t("Value"), t("What is the matter"), t("How to mend it")]
        components.table(pd.DataFrame(rows, columns=columns))


def _preview(given: Sequence[Given], partners: Mapping[str, str], t: Texts) -> pd.DataFrame:
    rows = [(partners[g.partner_id], t(BY_ID[g.question].text), g.cell or t(WORDS[g.state])) for g in given]
    return pd.DataFrame(rows, columns=[t("Name"), t("Question"), t("Answer")])


def keep(view: View, given: Sequence[Given], day: dt.date) -> None:
    """Keep answers in the list (one new version) and with the questions."""
    cells: dict[str, dict[str, str]] = {g.partner_id: {} for g in given}
    for answer in given:
        column = BY_ID[answer.question].column
        if column:
            cells[answer.partner_id][column] = answer.cell or ANSWER_WORDS[answer.state]
    _into_list(cells, view.t("Answers of partners"))
    for answer in given:
        _note(answer.partner_id, answer.question, partial(_answered, answer=answer, day=day))


def _answered(question: records.Question, answer: Given, day: dt.date) -> records.Question:
    answered_on = max(day, question.asked_on or day)
    return question.changed(state=answer.state, answer=answer.cell, answered_on=answered_on)


def sent(view: View, partner_ids: Sequence[str], questions: Sequence[str], day: dt.date) -> None:
    """Note that these questions were put to these partners; what is known stays known."""
    known = {row.partner_id: row for row in _rows()}
    cells = {}
    for partner_id in partner_ids:
        has = known[partner_id].cells if partner_id in known else {}
        columns = [BY_ID[i].column for i in questions if BY_ID[i].column and not has.get(BY_ID[i].column)]
        cells[partner_id] = dict.fromkeys(columns, ANSWER_WORDS[Answer.ASKED])
        for question in questions:
            _note(partner_id, question, partial(_asked, day=day))
    _into_list(cells, view.t("Letter sent"))


def _asked(question: records.Question, day: dt.date) -> records.Question:
    state = question.state if question.state is Answer.KNOWN else Answer.ASKED
    return question.changed(asked_on=day, answered_on=None, state=state)


def _rows() -> tuple[PartnerRow, ...]:
    return storage.workspace().versions.rows() if storage.newest() is not None else ()


def _into_list(cells: Mapping[str, Mapping[str, str]], why: str) -> None:
    """Write cells into the newest version; the example is not written into."""
    version = storage.newest()
    if version is None or not any(cells.values()):
        return
    versions = storage.workspace().versions
    rows = [row.changed(**cells.get(row.partner_id, {})) for row in versions.rows(version.number)]
    versions.keep(rows, why, based_on=version.number)


def _note(partner_id: str, question: str, change: Callable[[records.Question], records.Question]) -> None:
    repository = storage.workspace().questions
    before = repository.list(partner_id=partner_id, question=question)
    repository.save(change(before[0] if before else records.Question(partner_id=partner_id, question=question)))


def states(view: View) -> dict[str, dict[str, Answer]]:
    """Return name -> question id -> how far, of the active partners on screen that are no persons."""
    noted = {}
    if storage.has_workspace():
        noted = {(q.partner_id, q.question): q.state for q in storage.workspace().questions.list()}
    table = view.portfolio.states.assign(id=storage.row_ids(view.portfolio)).set_index("id")
    return {
        name: {
            q.id: Answer(str(table.at[i, q.id])) if q.column else noted.get((i, q.id), Answer.NOT_ASKED)
            for q in QUESTIONS
        }
        for name, i in view.partner_ids.items()
    }


def to_remind(view: View, today: dt.date) -> dict[str, str]:
    """Return partner id -> name of those asked more than three weeks ago without an answer."""
    if not storage.has_workspace():
        return {}
    names = {partner_id: name for name, partner_id in view.partner_ids.items()}
    asked = storage.workspace().questions.list(state=Answer.ASKED)
    late = {q.partner_id for q in asked if (q.reminded_on or q.asked_on or today) < today - PATIENCE}
    return {partner_id: name for partner_id, name in names.items() if partner_id in late}


def reminded(partner_ids: Sequence[str], day: dt.date) -> None:
    """Note that these partners were reminded."""
    for question in storage.workspace().questions.list(state=Answer.ASKED):
        if question.partner_id in partner_ids:
            storage.workspace().questions.save(question.changed(reminded_on=day))


def letter(language: str) -> str:
    """Return the letter as the museum edited it in this language, "" where it did not."""
    if not storage.has_workspace():
        return ""
    return next((one.text for one in storage.workspace().letters.list(language=language)), "")


def own_answer(question: str) -> str:
    """Return the museum's own answer to a question, "" where it gave none."""
    if not storage.has_workspace():
        return ""
    return next((one.answer for one in storage.workspace().own_answers.list(question=question)), "")


def _attempt(do: Callable[[], None], done: Message) -> None:
    try:
        do()
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        storage.flash(done)
