"""On paper: the questions on one A4, as PDF, to fill in by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from regional.questionnaire.page import QuestionForm
from regional.questionnaire.privacy import notice
from regional.questionnaire.questions import GOOD_ANSWERS, MARKS, PARTS, QuestionPart
from regional.questionnaire.reply_lines import REFERENCE

if TYPE_CHECKING:
    from regional.texts import Texts

TEMPLATE = Path(__file__).with_name("paper.typ")
COLUMNS = 3
LINES = 2
"""Most lines to write on: all has to go on one page."""


def paper_pdf(form: QuestionForm, t: Texts) -> bytes:
    """Return the questions for one partner as a PDF of one page, tagged (PDF/UA-1)."""
    from regional.typesetting.pdf import typeset

    museum = form.museum or t("(name of the museum)")
    good = ", ".join(t(option.text) for option in GOOD_ANSWERS)
    return typeset(
        TEMPLATE,
        {
            "title": t("Six questions about our cooperation"), "museum": form.museum, "language": t.language,
            "intro": t("{museum} asks {name} six questions. It takes about two minutes.", museum=museum,
                       name=form.name),
            "questions": [_question(PARTS[part_id], t) for part_id in form.parts],
            "good": t("Good answers to every question are also: {answers}.", answers=good),
            "notice": notice(form.museum, form.months, t),
            "reference_word": t(REFERENCE), "reference": form.partner_id, "made": t.date(form.made_on),
        },
    )  # fmt: skip


def _question(asked: QuestionPart, t: Texts) -> dict[str, Any]:
    return {
        "text": f"{MARKS[asked.id]}. {t(asked.text)}",
        "help": t(asked.help) if asked.help else "",
        "options": [t(option.text) for option in asked.options],
        "columns": min(COLUMNS, max(1, len(asked.options))),
        "words": t(asked.words) if asked.words else "",
        "lines": min(asked.lines, LINES),
    }
