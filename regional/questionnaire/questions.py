"""The six questions, about the organisation and never about persons."""

from __future__ import annotations

from dataclasses import dataclass

from regional.texts import N_


@dataclass(frozen=True)
class PartnerQuestion:
    """One question: a stable id (kept with the answers), its words, and the column of the partner file it fills.

    ``column`` is "" for the two that are answered in the partner's own words; ``boxes`` is how many boxes the answer
    form has for it.
    """

    id: str
    text: str
    column: str = ""
    boxes: int = 1


QUESTIONS = (
    PartnerQuestion("work_area", N_("In which municipalities are you active?"), "werkgebied", 3),
    PartnerQuestion("mainly_for", N_("For whom do you mainly work?"), "vooral_voor", 2),
    PartnerQuestion("also_reaches", N_("Whom else do you reach?"), "bereikt_ook", 4),
    PartnerQuestion("stage", N_("Where do you stand on diversity, equality and inclusion?"), "fase"),
    PartnerQuestion("learn", N_("What can we learn from each other?")),
    PartnerQuestion("introduce", N_("Which organisation should we get to know?")),
)
BY_ID = {question.id: question for question in QUESTIONS}
ANSWER_WORDS = ("weten we niet", "zeggen we liever niet", "niet van toepassing")
"""Good answers to every question, as the form offers them in Dutch."""
ANSWER_WORDS_EN = ("we do not know", "we would rather not say", "not applicable")
