"""The letter "Six questions about our cooperation": respectful, voluntary, our own answers first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regional.questionnaire.questions import BY_ID

if TYPE_CHECKING:
    from regional.texts import Texts


def letter(
    museum: str, chosen: Sequence[str], ours: Mapping[str, str], before: dt.date, kept_months: int, t: Texts
) -> str:
    """Return the letter as plain text, to edit and to send by the museum's own mail.

    Parameters
    ----------
    museum : the museum's name, "" where not filled in.
    chosen : ids of the questions asked.
    ours : question id -> the museum's own answer, "" where it gave none.
    before : the day by which an answer would be welcome.
    kept_months : how long answers are kept.
    """
    questions = [BY_ID[question_id] for question_id in chosen]
    return "\n\n".join(
        [
            _title(len(questions), t),
            t("Dear partner,"),
            t(
                "We want to be there for everybody in our region. So we look at ourselves first: with whom do we "
                "work, and whom do we miss? We would like to look at that together with you."
            ),
            t("This is what we would like to ask. It is about your organisation, not about persons."),
            "\n".join(f"{i}. {t(question.text)}" for i, question in enumerate(questions, 1)),
            *_own_answers(chosen, ours, t),
            t(
                "Answering is voluntary and has no consequences for our cooperation. “We do not know” and “we would "
                "rather not say” are good answers. Please name no persons."
            ),
            _promise(kept_months, t),
            t(
                "The answer form goes with this letter. We would be glad to have it back before {date}. If you would "
                "rather talk: please do, we are happy to come by.", date=t.date(before),
            ),
            t("Kind regards,"),
            museum or t("(name of the museum)"),
        ]
    )  # fmt: skip


def _title(n: int, t: Texts) -> str:
    if n == len(BY_ID):
        return t("Six questions about our cooperation")
    return t.plural("{n} question about our cooperation", "{n} questions about our cooperation", n)


def _own_answers(chosen: Sequence[str], ours: Mapping[str, str], t: Texts) -> list[str]:
    answers = [f"- {t(BY_ID[i].text)} {ours[i]}" for i in chosen if ours.get(i)]
    return [t("We begin with our own answers:"), "\n".join(answers)] if answers else []


def _promise(kept_months: int, t: Texts) -> str:
    kept = t.plural("{n} month", "{n} months", kept_months)
    return t(
        "Your answers are seen by those who work on this at our museum. The board sees totals only, never your "
        "answers. You may always see, change or erase what we keep about you. We keep it for {kept} at most.",
        kept=kept,
    )
