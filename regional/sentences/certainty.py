"""What a picture stands on, and what would make it surer."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from regional.mirror.question import missing_answers
from regional.mirror.result import Status
from regional.sentences.people import answered, grades_sentence, not_asked_sentence
from regional.sentences.words import PLACES, group_name, is_compared
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Weight
    from regional.texts import Texts

_COARSE = 40
"""Partners up to which only large differences can be seen (measures.md, "Chance")."""

_UNKNOWN = {
    "not_asked": N_("{n} times not asked"),
    "asked": N_("{n} times asked, no answer yet"),
    "no_answer": N_("{n} times no answer"),
    "rather_not_say": N_('{n} times "rather not say"'),
    "not_usable": N_("{n} times an answer that we cannot use"),
}


def certainty_sentence(dimension: DimensionResult, t: Texts, weight: Weight = "count") -> str:
    """Return on how many partners a dimension stands, why the others are missing, and how coarse it is."""
    total = max(dimension.n_known, answered(dimension)) + dimension.n_unknown
    outside = _outside(dimension, t)
    parts = [
        "" if total == 0 and outside else _stands_on(dimension.n_known, total, t),
        _unknowns(dimension, t),
        _not_applicable(dimension.not_applicable, t),
        not_asked_sentence(dimension, t),
        grades_sentence(dimension, t),
        outside,
        _money(dimension, weight, t),
        _coarse(dimension, t),
    ]
    return " ".join(part for part in parts if part)


def what_would_change(
    dimension: DimensionResult, t: Texts, weight: Weight = "count", group: Group | None = None
) -> str:
    """Return what would make this surer, or with how many partners it would look otherwise; "" for nothing.

    With a ``group`` that is clearly less present: how many partners more, all in that group, bring
    its share up to the region's (labels counted by number only).
    """
    needed = _needed(dimension, group, weight, t)
    if needed or not is_compared(dimension):
        return needed
    missing = missing_answers(dimension)
    if missing and weight == "count":
        return _answers(dimension, missing, t)
    if weight != "count" and 0 < dimension.effective_n < dimension.min_known <= dimension.n_known:
        return t("Look without the main funder, or by number of partners: that can say more.")
    if dimension.n_unknown:
        return t.plural(
            "We do not know this yet for {n} partner. The answer can change this picture.",
            "We do not know this yet for {n} partners. Their answers can change this picture.",
            dimension.n_unknown,
        )
    return t("With more partners this picture becomes more certain.")


def _stands_on(known: int, total: int, t: Texts) -> str:
    if total == 0:
        return t("There are no partners here yet.")
    if known == 0:
        return t.plural("We do not know this yet for {n} partner.", "We do not know this yet for {n} partners.", total)
    if known == total:
        return t.plural(
            "This picture rests on our only partner here.", "This picture rests on all {n} partners.", total
        )
    return t.plural(
        "This picture is based on {known} of {n} partner.",
        "This picture is based on {known} of {n} partners.",
        total,
        known=t.number(known),
    )


def _unknowns(dimension: DimensionResult, t: Texts) -> str:
    if dimension.n_known + dimension.n_unknown == 0:
        return ""
    told = [t(_UNKNOWN[kind], n=t.number(n)) for kind, n in dimension.unknown.items() if n and kind in _UNKNOWN]
    return t("Not known: {kinds}.", kinds=t.listed(told)) if told else ""


def _not_applicable(n: int, t: Texts) -> str:
    if n == 0:
        return ""
    return t.plural("For {n} partner this does not apply.", "For {n} partners this does not apply.", n)


def _outside(dimension: DimensionResult, t: Texts) -> str:
    n = sum(dimension.outside.values())
    if dimension.id not in PLACES or n == 0:
        return ""
    return t.plural(
        "{n} partner outside the region is not counted here.",
        "{n} partners outside the region are not counted here.",
        n,
    )


def _money(dimension: DimensionResult, weight: Weight, t: Texts) -> str:
    n = round(dimension.effective_n)
    if weight == "count" or dimension.n_known < 2 or n >= dimension.n_known or n < 1:
        return ""
    return t.plural(
        "The amounts differ, so this counts as {n} partner.",
        "The amounts differ, so this counts as about {n} partners with equal amounts.",
        n,
    )


def _coarse(dimension: DimensionResult, t: Texts) -> str:
    if not is_compared(dimension) or not 0 < dimension.n_known <= _COARSE:
        return ""
    return t("With so few partners only large differences can be seen.")


def _answers(dimension: DimensionResult, missing: int, t: Texts) -> str:
    if missing <= dimension.n_unknown:
        return t.plural(
            "Once we know this for {n} more partner, we can compare.",
            "Once we know this for {n} more partners, we can compare.",
            missing,
        )
    return t(
        "We compare from {least} partners. Here there are {n}.",
        least=t.number(dimension.min_known),
        n=t.number(dimension.n_known + dimension.n_unknown),
    )


def _needed(dimension: DimensionResult, group: Group | None, weight: Weight, t: Texts) -> str:
    if group is None or group.status is not Status.CLEARLY_LESS:
        return ""
    k = _partners_needed(group) if weight == "count" and dimension.kind == "label" else 0
    if not 0 < k <= group.n:  # more than twice the partners is no step that anyone takes
        return ""
    if dimension.id == "location":
        name = group_name(dimension, group, t)
        return t.plural(
            "With {n} more partner in {group}, the share there is at least as large as in the region.",
            "With {n} more partners, all in {group}, the share there is at least as large as in the region.",
            k,
            group=name,
        )
    return t.plural(
        "With {n} more partner in this group, its share is at least as large as in the region.",
        "With {n} more partners, all in this group, its share is at least as large as in the region.",
        k,
    )


def _partners_needed(group: Group) -> int:
    """Return k = ceil((q n - x) / (1 - q)) in exact arithmetic; 0 where q is 0, 1 or unknown."""
    q = Fraction(group.region_share or 0.0).limit_denominator(10**9)
    if not 0 < q < 1:
        return 0
    return ceil((q * group.n - Fraction(group.count).limit_denominator(10**6)) / (1 - q))
