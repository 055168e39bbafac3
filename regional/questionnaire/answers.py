"""The answers read back in: whatever comes back, every answer is checked and told before anything is kept."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from regional.partners.columns import plain
from regional.partners.portfolio import Answer
from regional.questionnaire.form import FIRST, ID, SHEET
from regional.questionnaire.questions import ANSWER_WORDS, ANSWER_WORDS_EN, BY_ID, PartnerQuestion
from regional.texts import Message

STATES = dict(
    zip(
        (*ANSWER_WORDS, *ANSWER_WORDS_EN),
        (Answer.NO_ANSWER, Answer.RATHER_NOT, Answer.NOT_APPLICABLE) * 2,
        strict=True,
    )
)
LONGEST = 1_900
"""Characters; cells are cut off a little above it."""


@dataclass(frozen=True)
class Given:
    """One answer; ``cell`` goes into the partner file or the notes, "" where ``state`` says why there is none."""

    partner_id: str
    question: str
    state: Answer
    cell: str = ""


@dataclass(frozen=True)
class AnswerFault:
    """An answer that cannot be kept: whose, to what, what it was and how to mend it."""

    name: str
    question: str
    value: str
    what: Message
    remedy: Message


@dataclass(frozen=True)
class Answers:
    """What a form holds. ``silent`` counts boxes left empty: those stay as they were."""

    given: tuple[Given, ...] = ()
    faults: tuple[AnswerFault, ...] = ()
    silent: int = 0
    problem: Message | None = field(default=None)


def read_answers(data: bytes, partners: Mapping[str, str]) -> Answers:
    """Read a form that came back, whichever program filled it in.

    Parameters
    ----------
    data : the bytes of the XLSX.
    partners : partner id -> name, of those who may answer.

    Returns
    -------
    Answers; ``problem`` where the file is no answer form. Nothing is raised on what comes back.
    """
    rows = _rows(data)
    if rows is None or len(rows) <= FIRST or ID not in rows[0]:
        return Answers(problem=Message.of("This is no answer form of ours. Choose the XLSX file that came back."))
    keys, given, faults, silent = rows[0], list[Given](), list[AnswerFault](), 0
    for row in rows[FIRST:]:
        # A row ends at its last filled cell: what stands right of that was left empty.
        cells = dict(zip_longest(keys, row[: len(keys)], fillvalue=""))
        partner_id, name = cells.get(ID, ""), cells.get("naam", "")
        if partner_id not in partners:
            if any(cells.values()):
                faults.append(_stranger(name or partner_id))
            continue
        for question, boxes in _boxes(cells):
            if not boxes:
                silent += 1
                continue
            found = _answer(partner_id, partners[partner_id], question, boxes)
            (given if isinstance(found, Given) else faults).append(found)  # type: ignore[arg-type]
    return Answers(tuple(given), tuple(faults), silent)


def _rows(data: bytes) -> list[list[str]] | None:
    from regional.files.problems import FileFault
    from regional.files.sheets import read_sheets

    try:
        sheets = read_sheets(io.BytesIO(data).getvalue())
    except FileFault:
        return None
    sheet = next((sheet for sheet in sheets if sheet.name == SHEET), None)
    if sheet is None or not sheet.rows or sheet.rows[0][0] != 1:
        return None
    numbered = dict(sheet.rows)
    last = max(numbered)
    return [list(numbered.get(number, ())) for number in range(1, last + 1)]


def _boxes(cells: Mapping[str, str]) -> list[tuple[PartnerQuestion, list[str]]]:
    found: dict[str, list[str]] = {}
    for key, cell in cells.items():
        question_id = key.partition(".")[0]
        if question_id in BY_ID:
            found.setdefault(question_id, []).extend([cell] if cell else [])
    return [(BY_ID[question_id], boxes) for question_id, boxes in found.items()]


def _answer(partner_id: str, name: str, question: PartnerQuestion, boxes: Sequence[str]) -> Given | AnswerFault:
    state = next((STATES[plain(box)] for box in boxes if plain(box) in STATES), None)
    real = list(dict.fromkeys(box for box in boxes if plain(box) not in STATES))
    if not real:
        return Given(partner_id, question.id, state or Answer.NO_ANSWER)
    text = "; ".join(real)
    if not question.column:
        return _own_words(partner_id, name, question, text)
    fault = _checked(name, question, text)
    return fault or Given(partner_id, question.id, Answer.KNOWN, text)


def _own_words(partner_id: str, name: str, question: PartnerQuestion, text: str) -> Given | AnswerFault:
    if len(text) > LONGEST:
        what = Message.of("This is too long: at most {n} characters.", n=LONGEST)
        return AnswerFault(
            name, question.id, text[:80] + "…", what, Message.of("Shorten it in the form and read it in again.")
        )
    return Given(partner_id, question.id, Answer.KNOWN, text)


def _checked(name: str, question: PartnerQuestion, text: str) -> AnswerFault | None:
    """Read the cell as the partner file would."""
    from regional.partners.read import from_records

    result = from_records([{"naam": name, question.column: text}])
    about = [p for p in result.problems if p.column == question.column]
    if not about:
        return None
    return AnswerFault(name, question.id, text, about[0].what, about[0].remedy)


def _stranger(name: str) -> AnswerFault:
    return AnswerFault(name, "", "", Message.of("We do not know whose answers these are."),
                 Message.of("Send the form again from this page, or fill the answers in by hand."))  # fmt: skip
