"""What was asked of one partner and what it said, in words that it may read itself."""

from __future__ import annotations

from regional.partners.portfolio import Answer
from regional.questionnaire.questions import PARTS, RETIRED, part
from regional.questionnaire.response import Said, from_json, worded
from regional.texts import N_, Texts
from regional.workspace import records

WORDS = {
    Answer.KNOWN: N_("known"),
    Answer.NOT_ASKED: N_("not asked"),
    Answer.ASKED: N_("asked"),
    Answer.NO_ANSWER: N_("no answer"),
    Answer.RATHER_NOT: N_("rather not say"),
    Answer.NOT_APPLICABLE: N_("not applicable"),
}


def asked(question: records.Question, t: Texts) -> str:
    """Return one question to a partner and its answer as the partner may read them: words, and the day."""
    if question.question not in (*PARTS, *RETIRED):
        return question.answer
    title = t(part(question.question).text)
    said = worded(question.question, Said(question.codes, question.answer), t) or t(WORDS[question.state])
    day = question.answered_on or question.asked_on
    return f"{title} {said} ({t.date(day)})" if day else f"{title} {said}"


def waiting(record: records.ResponseRecord, t: Texts) -> list[str]:
    """Return what somebody sent that nobody looked at yet, a line a question."""
    said, _ = from_json(record.said, (*PARTS, *RETIRED)) if record.state == "waiting" else ({}, ())
    return [f"{t(part(i).text)} {worded(i, one, t)} ({t.date(record.received_on)})" for i, one in said.items()]
