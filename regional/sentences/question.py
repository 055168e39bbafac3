"""The next question in words: whom to ask, and what that is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.dimensions import LabelKind
from regional.dimensions import dimension as entry
from regional.sentences.words import uncapital

if TYPE_CHECKING:
    from regional.mirror.question import NextQuestion
    from regional.mirror.result import Mirror
    from regional.texts import Texts


def question_sentence(question: NextQuestion, mirror: Mirror, t: Texts) -> str:
    """Return whom to ask what next, and what it is expected to bring."""
    return " ".join(part for part in (ask_sentence(question, t), _worth(question, mirror, t)) if part)


def ask_sentence(question: NextQuestion, t: Texts) -> str:
    """Return of how many partners to ask what: "Ask 9 partners for whom they mainly work."."""
    people = sum(n for n, themes in question.asks if any(map(_is_people, themes)))
    place = sum(n for n, themes in question.asks if not all(map(_is_people, themes)))
    parts = []
    if people:
        parts.append(
            t.plural("Ask {n} partner for whom it mainly works.", "Ask {n} partners for whom they mainly work.", people)
        )
    if place:
        parts.append(t.plural("Ask {n} partner where it works.", "Ask {n} partners where they work.", place))
    return " ".join(parts)


def _is_people(theme: str) -> bool:
    return entry(theme).kind is LabelKind.FRACTIONS


def _worth(question: NextQuestion, mirror: Mirror, t: Texts) -> str:
    if question.in_sight:
        n = max(1, round(question.settles))
        return t.plural(
            "As it looks now, that settles {n} group more.", "As it looks now, that settles about {n} groups more.", n
        )  # fmt: skip
    theme = uncapital(t(entry(question.nearest).label)) if question.nearest else ""
    nothing = t("No answer is in sight yet.")
    if not theme or not question.missing:
        return nothing
    known = mirror.dimension(question.nearest).n_known
    return nothing + " " + t.plural(
        "Nearest is {theme}: {known} known, {n} answer more is needed.",
        "Nearest is {theme}: {known} known, {n} answers more are needed.",
        question.missing, theme=theme, known=t.number(known),
    )  # fmt: skip
