"""An advice in words: the set, why, how sure, what else, and what to give up where nothing fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from regional.dimensions import REACH_GROUPS, category_label, dimension
from regional.sentences.words import uncapital
from regional.texts import N_

if TYPE_CHECKING:
    from regional.search.model import Advice, Alternative, Relaxation, Why
    from regional.texts import Texts

CLOSE = 0.0005
"""Distances (fractions of 1) that differ less look the same on screen."""
NAMED = 3
_RELAX = {
    "must_have": N_("Let go of “must be in it” for {key}."),
    "must_not": N_("Let go of “must not be in it” for {key}."),
    "kind": N_("Shift the bound on {key} by {by}."),
    "municipality": N_("Shift the bound on {key} by {by}."),
    "sector": N_("Shift the bound on {key} by {by}."),
    "budget": N_("Raise the budget by {by}."),
    "k": N_("Ask for {by} partners fewer, or add possible partners."),
}


def advice_title(advice: Advice, t: Texts) -> str:
    """Return in one line how far the distance to the region closes."""
    if not advice.chosen or advice.objective is None:
        return t("No set fits these wishes")
    return t.plural(
        "With {n} partner the distance to the region goes from {before} to {after}",
        "With these {n} partners the distance to the region goes from {before} to {after}",
        len(advice.chosen),
        before=t.percent(advice.before, 1),
        after=t.percent(advice.objective, 1),
    )


def proof_sentence(advice: Advice, t: Texts) -> str:
    """Return how sure it is that no set is better: proven, or by how much a better one could exist at most."""
    if advice.objective is None:
        return ""
    if advice.optimal:
        return t("This is certainly the best set: no other does better on these figures.")
    stopped = t("You stopped the search.") if advice.stopped else t("The time was up.")
    if advice.bound is None:
        return f"{stopped} {t('This is the best set found so far; how much better it could be, we do not know.')}"
    better = max(advice.objective - advice.bound, 0.0)
    return t("{stopped} This is the best set found so far; at most {points} percentage points better is possible.",
             stopped=stopped, points=t.number(better * 100, 1))  # fmt: skip


def sure_sentence(advice: Advice, t: Texts) -> str:
    """Return how far the distance could still move, were all that is unknown of the chosen known."""
    if advice.case_best is None or advice.case_worst is None:
        return ""
    if advice.case_worst - advice.case_best < CLOSE:
        return t("All that counts here is known of these partners.")
    return t(
        "Not everything is known of these partners. Once it is, the distance may turn out between {low} and {high}: "
        "ask them first.",
        low=t.percent(advice.case_best, 1),
        high=t.percent(advice.case_worst, 1),
    )


def known_sentence(advice: Advice, t: Texts) -> str:
    """Return of how many partners each theme is known: the distance is over these alone, and weighs them so."""
    if not advice.dimensions:
        return ""
    themes = [
        f"{uncapital(t(dimension(change.dimension).label))} {t.number(change.known)}" for change in advice.dimensions
    ]
    return t(
        "The distance is over the partners of whom it is known, and a theme counts for as much as is known of it: "
        "{themes}.",
        themes=t.listed(themes),
    )


def apart_sentence(advice: Advice, t: Texts) -> str:
    """Return which possible partners were set apart, because nothing is known of them that counts; "" for none."""
    if not advice.set_apart:
        return ""
    names, more = list(advice.set_apart[:NAMED]), len(advice.set_apart) - NAMED
    if more > 0:
        names.append(t("{n} more", n=t.number(more)))
    return t(
        "Not looked at: {names}. Nothing is known of them that counts here. Fill in where they are based and for "
        "whom they work.",
        names=t.listed(names),
    )


def why_sentence(why: Why, worth: float | None, groups: Mapping[tuple[str, str], str], t: Texts) -> str:
    """Return why one partner is in the set. ``worth`` is its marginal value, ``groups`` names groups (place names)."""
    helped = [_group(*pair, groups, t) for pair in why.helps[:NAMED]]
    parts = [t("{name}: adds to {groups}.", name=why.name, groups=_listed(helped, t)) if helped else f"{why.name}."]
    parts.append(t("In {n} of the {sets} best sets.", n=t.number(why.in_sets), sets=t.number(why.sets)))
    if worth is not None and worth >= CLOSE:
        parts.append(
            t("Without this partner the best is {points} percentage points worse.", points=t.number(worth * 100, 1))
        )
    if why.same:
        parts.append(t("{names} would do exactly the same.", names=t.listed(list(why.same))))
    if why.unknown:
        parts.append(
            t("Not known yet: {what}.", what=t.listed([uncapital(t(dimension(d).label)) for d in why.unknown]))
        )
    return " ".join(parts)


def alternative_sentence(other: Alternative, advice: Advice, t: Texts) -> str:
    """Return another set as what it swaps, and how much worse it is."""
    gone = [name for name in advice.chosen if name not in other.chosen]
    come = [name for name in other.chosen if name not in advice.chosen]
    worse = other.objective - (advice.objective or 0.0)
    swap = t("{come} instead of {gone}", come=t.listed(come), gone=t.listed(gone))
    if abs(worse) < CLOSE:
        return t("{swap}: as good.", swap=swap)
    return t("{swap}: {points} percentage points worse.", swap=swap, points=t.number(worse * 100, 1))


def relax_sentence(relax: Relaxation, names: Mapping[str, str], t: Texts) -> str:
    """Return which wish to relax, and by how much. ``names`` words a key (code of a municipality, kind, sector)."""
    by = t.euro(relax.by) if relax.kind == "budget" else t.number(relax.by)
    return t(_RELAX[relax.kind], key=names.get(relax.key, relax.key), by=by)


def _group(of: str, group: str, groups: Mapping[tuple[str, str], str], t: Texts) -> str:
    if (of, group) in groups:
        return groups[of, group]
    if of == "reach":
        return uncapital(t(next((c.label for _, c in REACH_GROUPS if c.id == group), group)))
    return uncapital(t(category_label(of, group)))


def _listed(names: list[str], t: Texts) -> str:
    return "; ".join(names) if any("," in name for name in names) else t.listed(names)
