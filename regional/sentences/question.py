"""The next question in words: whom to ask, and what that is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.dimensions import dimension as entry
from regional.mirror.question import is_about_people, unknown_partners
from regional.sentences.words import uncapital

if TYPE_CHECKING:
    from regional.mirror.question import NextQuestion
    from regional.mirror.result import Mirror
    from regional.texts import Texts


def question_sentence(question: NextQuestion, mirror: Mirror, t: Texts) -> str:
    """Return whom to ask what next, and what it is expected to bring."""
    return " ".join(part for part in (ask_sentence(question, mirror, t), _worth(question, mirror, t)) if part)


def ask_sentence(question: NextQuestion, mirror: Mirror, t: Texts) -> str:
    """Return of how many partners to ask what, beside of how many it is not known: "Ask 9 partners ..."."""
    place, parts = [theme for theme in question.themes if not is_about_people(theme)], []
    if question.about_people:
        parts.append(_for_whom(question.about_people, unknown_partners(mirror), t))
    if place:
        unknown = max(mirror.dimension(theme).n_unknown for theme in place)
        parts.append(_where(question.of(*place), unknown, t))
    waiting = sum(some.asked for some in mirror.lacking)
    if waiting:
        parts.append(t.plural("{n} other was asked already: wait for its answer.",
                              "{n} others were asked already: wait for their answers.", waiting))  # fmt: skip
    return " ".join(parts)


def _for_whom(n: int, unknown: int, t: Texts) -> str:
    if unknown <= n:
        return t.plural("Ask {n} partner for whom it mainly works.", "Ask {n} partners whom they mainly work for.", n)
    return t.plural("Ask {n} partner for whom it mainly works; of {unknown} we do not know it.",
                    "Ask {n} partners whom they mainly work for; we do not know this about {unknown}.",
                    n, unknown=t.number(unknown))  # fmt: skip


def _where(n: int, unknown: int, t: Texts) -> str:
    if unknown <= n:
        return t.plural("Ask {n} partner where it works.", "Ask {n} partners where they work.", n)
    return t.plural("Ask {n} partner where it works; of {unknown} we do not know it.",
                    "Ask {n} partners where they work; we do not know this about {unknown}.",
                    n, unknown=t.number(unknown))  # fmt: skip


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
