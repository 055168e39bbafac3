"""At the agreement: a mutual annex of two questions, one page, that both sides fill in by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from regional.texts import N_

if TYPE_CHECKING:
    from regional.texts import Texts

TEMPLATE = Path(__file__).with_name("annex.typ")
QUESTIONS = (
    N_("For whom are you there, and where?"),
    N_("What do you need to work with us as equals?"),
)


def annex_pdf(museum: str, partner: str, day: dt.date, t: Texts) -> bytes:
    """Return the annex of one agreement as a PDF of one page, tagged (PDF/UA-1)."""
    from regional.typesetting.pdf import typeset

    return typeset(
        TEMPLATE,
        {
            "title": t("Working together as equals"), "language": t.language, "museum": museum, "partner": partner,
            "intro": t("We both answer the same two questions, and read each other's answers together. A year from now "
                       "we do so again."),
            "terms": t("This is voluntary. It has no consequences for any amount, for whether the agreement is "
                       "renewed, or for anything else in it. Please name no persons."),
            "questions": [f"{number}. {t(question)}" for number, question in enumerate(QUESTIONS, 1)],
            "sides": [museum or t("(name of the museum)"), partner],
            "day_word": t("Date"), "again": t("We speak of it again in:"), "made": t.date(day),
        },
    )  # fmt: skip
