"""The whole mirror: the few sentences of the Overzicht, the first steps, the money."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from regional.mirror.question import FIRST, next_question, unknown_partners
from regional.sentences.gaps import is_anything_compared, overview_gaps
from regional.sentences.people import answered, is_by_main_groups
from regional.sentences.question import ask_sentence, question_sentence
from regional.sentences.words import named

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Mirror, PartnersSummary
    from regional.texts import Texts

STEPS = 4
TASKS = 3
"""Things to do in one month."""
LETTER, ANSWER, CELL = 5, 2, 1
"""Minutes: to send the questions out, to ask one partner by name, to fill in one cell. Rules of thumb."""


@dataclass(frozen=True)
class Task:
    """Something to do this month: what, about how many minutes it takes, and on which page (its name)."""

    words: str
    minutes: int
    page: str


def mirror_headline(mirror: Mirror, t: Texts) -> list[str]:
    """Return the Overzicht's sentences: where partners are, for whom they work, what differs."""
    n = mirror.partners.n
    if n == 0:
        return [
            t("There are no partners in this picture yet."),
            t("A list of names is enough to begin with."),
        ]
    return [
        _placed(mirror.partners, t),
        *_where(mirror.partners, t),
        *_without(mirror, t),
        _for_whom(mirror, t),
        _differences(mirror, t),
    ]


def basis_sentence(mirror: Mirror, t: Texts) -> str:
    """Return both sides in numbers: partners, and those among them in the region; and its inhabitants."""
    return t.plural(
        "{n} partner, {here} of them in the region. {region}: {inhabitants} inhabitants.",
        "{n} partners, {here} of them in the region. {region}: {inhabitants} inhabitants.",
        mirror.partners.n, here=t.number(mirror.partners.in_region), region=mirror.region.name,
        inhabitants=t.number(mirror.region.inhabitants),
    )  # fmt: skip


def first_steps(mirror: Mirror, t: Texts) -> list[str]:
    """Return what to fill in or to ask first, most useful first; at most four, none where all is known."""
    if mirror.partners.n == 0:
        return [t("Begin with a list of the names of your partners.")]
    steps = [
        _place_step(mirror, t),
        _question_step(mirror, t),
        _kind_step(mirror, t),
        _amount_step(mirror, t),
    ]
    return [step for step in steps if step][:STEPS]


def month_tasks(mirror: Mirror, t: Texts) -> list[Task]:
    """Return at most three things to do this month, the most useful first, each with the minutes it takes."""
    ours, questions = "onze_partners", "vragen_aan_partners"
    if mirror.partners.n == 0:
        return [Task(t("Begin with a list of the names of your partners."), 15, ours)]
    question = next_question(mirror)
    asked = question.partners if question is not None else 0
    ask = ask_sentence(question, mirror, t) if question is not None and asked else _question_step(mirror, t)
    steps = (
        (_place_step(mirror, t), CELL * mirror.partners.unknown_place, ours),
        (ask, LETTER + ANSWER * (asked or FIRST), questions if asked else ours),
        (_kind_step(mirror, t), CELL * _unknown(mirror, "kind"), ours),
        (_amount_step(mirror, t), CELL * _without_amount(mirror), ours),
    )
    return [Task(words, 5 * ceil(minutes / 5), page) for words, minutes, page in steps if words][:TASKS]


def amount_sentence(mirror: Mirror, t: Texts) -> str:
    """Return money in, money out and of how many partners the amount is unknown; flows are never added."""
    amount = mirror.partners.amount
    parts = [_flows(amount.in_, amount.out, t)]
    if amount.unknown:
        parts.append(
            t.plural(
                "For {n} partner the amount or the direction (receive or spend) is not known.",
                "For {n} partners the amount or the direction (receive or spend) is not known.",
                amount.unknown,
            )
        )
    return " ".join(parts)


def _flows(received: float, spent: float, t: Texts) -> str:
    if received > 0 and spent > 0:
        return t(
            "We receive {received} a year from partners and spend {spent} a year with partners.",
            received=t.euro(received), spent=t.euro(spent),
        )  # fmt: skip
    if received > 0:
        return t("We receive {received} a year from partners.", received=t.euro(received))
    if spent > 0:
        return t("We spend {spent} a year with partners.", spent=t.euro(spent))
    return t("No amounts are known yet.")


def _placed(partners: PartnersSummary, t: Texts) -> str:
    known = partners.n - partners.unknown_place
    if known == 0:
        return t.plural(
            "We do not know yet where our only partner is based.",
            "We do not know yet where our {n} partners are based.",
            partners.n,
        )
    if known == partners.n:
        return t.plural(
            "We know where our only partner is based.",
            "We know where all {n} partners are based.",
            partners.n,
        )
    return t.plural(
        "We know where {n} of our {total} partners is based.",
        "We know where {n} of our {total} partners are based.",
        known,
        total=t.number(partners.n),
    )


def _where(partners: PartnersSummary, t: Texts) -> list[str]:
    """Say where partners are; places with nobody are left out, the region never is."""
    if partners.n == partners.unknown_place:
        return []
    parts = [t("{n} in the region", n=t.number(partners.in_region))]
    if partners.elsewhere:
        parts.append(t("{n} elsewhere in the Netherlands", n=t.number(partners.elsewhere)))
    if partners.abroad:
        parts.append(t("{n} abroad", n=t.number(partners.abroad)))
    if partners.unknown_place:
        parts.append(t("{n} unknown", n=t.number(partners.unknown_place)))
    return [t("Where partners are: {places}.", places=t.listed(parts))]


def _without(mirror: Mirror, t: Texts) -> list[str]:
    """Name the places of the region where nobody sits or works, once enough is known to miss anyone."""
    places = next((r for r in mirror.dimensions if r.id == "location"), None)
    if places is None or mirror.settings.weight != "count" or places.n_known < mirror.settings.min_known:
        return []
    empty = [group for group in places.groups if group.count == 0 and not group.works_here]
    if not empty:
        return []
    return [t("No partner is based or works in: {places}.", places=named(places, empty, t))]


def _for_whom(mirror: Mirror, t: Texts) -> str:
    """Say of how many of those that are asked it is known; the same number as in each theme about people."""
    known = max((answered(result) for result in mirror.dimensions if is_by_main_groups(result)), default=0)
    if known == 0:
        return t("We do not know yet whom they work for.")
    unknown = unknown_partners(mirror)
    said = t.plural("Of {n} partner we know for whom it mainly works", "Of {n} partners we know for whom they mainly "
                    "work", known)  # fmt: skip
    return f"{said}." if not unknown else t("{said}; of {n} not yet.", said=said, n=t.number(unknown))


def _differences(mirror: Mirror, t: Texts) -> str:
    gaps = overview_gaps(mirror)
    if gaps:
        return t.plural(
            "There is {n} difference that is almost certainly no coincidence.",
            "There are {n} differences that are almost certainly no coincidence.",
            len(gaps),
        )
    if is_anything_compared(mirror):
        return t("No clear difference.")
    return t("Too little is known so far to compare with the region.")


def _place_step(mirror: Mirror, t: Texts) -> str:
    n = mirror.partners.unknown_place
    if n == 0:
        return ""
    return t.plural("Fill in the place of {n} partner.", "Fill in the place of {n} partners.", n)


def _question_step(mirror: Mirror, t: Texts) -> str:
    """The next question; where no theme can be asked for, the groups that partners reach."""
    question = next_question(mirror)
    if question is not None and question.partners:
        return question_sentence(question, mirror, t)
    unknown = mirror.partners.n - mirror.reach_known
    if unknown <= 0 or mirror.reach_known or any(map(is_by_main_groups, mirror.dimensions)):
        return ""
    if unknown <= FIRST:
        return t.plural(
            "Fill in whom {n} partner mainly works for.",
            "Fill in whom {n} partners mainly work for.",
            unknown,
        )
    return t("Fill in whom your partners mainly work for. Begin with {n} of them.", n=t.number(FIRST))


def _kind_step(mirror: Mirror, t: Texts) -> str:
    n = _unknown(mirror, "kind")
    if n == 0:
        return ""
    return t.plural(
        "Say what {n} partner is: funder, content partner or supplier.",
        "Say what {n} partners are: funder, content partner or supplier.",
        n,
    )


def _amount_step(mirror: Mirror, t: Texts) -> str:
    n = _without_amount(mirror)
    if n == 0:
        return ""
    return t.plural("Fill in the amount of {n} partner.", "Fill in the amount of {n} partners.", n)


def _without_amount(mirror: Mirror) -> int:
    """Who has an amount and no direction is asked for its kind, not for the amount again."""
    return mirror.partners.amount.unknown - mirror.partners.amount.undirected


def _unknown(mirror: Mirror, dimension_id: str) -> int:
    found: list[DimensionResult] = [d for d in mirror.dimensions if d.id == dimension_id]
    return found[0].n_unknown if found else 0
