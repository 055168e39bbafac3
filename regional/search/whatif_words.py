"""What a Stel dat changes, in sentences; and what would have to be done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.dimensions import dimension
from regional.sentences import state_words
from regional.sentences.visible import visible_sentence
from regional.sentences.words import capital, share_words, uncapital

if TYPE_CHECKING:
    from regional.search.whatif import Comparison, GroupChange, Supposition
    from regional.texts import Texts


def headline(compared: Comparison, t: Texts) -> str:
    """Return in one line how many groups change state."""
    states = [c for c in compared.changes if c.state_before is not c.state_after]
    if states:
        return t.plural("Then {n} group stands differently", "Then {n} groups stand differently", len(states))
    if compared.changes or compared.reached:
        return t("Then shares shift, but no group stands differently")
    return t("Then nothing changes in the mirror")


def change_sentences(compared: Comparison, t: Texts) -> list[str]:
    """Return a sentence per group that changes: states first, then shares, then who is reached."""
    ordered = sorted(compared.changes, key=lambda c: (c.state_before is c.state_after, -_shift(c)))
    told = [_change(change, t) + _visible(compared, change, t) for change in ordered]
    return told + [_reached(*found, t) for found in compared.reached]


def actions(scenario: Supposition, t: Texts) -> list[str]:
    """Return what to do to come to a scenario: conversations to have, never partners to end."""
    joining = [*scenario.added, *(one.get("naam", "") for one in scenario.own)]
    talks = [t("Have a first conversation with {name}: do content and vision fit?", name=name) for name in joining]
    money = [
        t("Talk with {name} about an amount of {amount} a year.", name=name, amount=t.euro(amount))
        for name, amount in scenario.amounts.items()
    ]
    return [*talks, *money]


def _change(change: GroupChange, t: Texts) -> str:
    name = t(change.label)
    group = name if change.dimension == "location" else uncapital(name)
    shares = t(
        "{dimension}, {group}: from {before} to {after}",
        dimension=t(dimension(change.dimension).label),
        group=group,
        before=_share(change.before, t),
        after=_share(change.after, t),
    )
    region = " " + t("(region {region})", region=share_words(change.region, t)) if change.region is not None else ""
    if change.state_before is change.state_after:
        return f"{shares}{region}."
    return t(
        "{shares}{region}. Was: {was}. Becomes: {becomes}.",
        shares=shares,
        region=region,
        was=uncapital(state_words(change.state_before, t)),
        becomes=uncapital(state_words(change.state_after, t)),
    )


def _visible(compared: Comparison, change: GroupChange, t: Texts) -> str:
    """Return what would be clear, behind a new state that is not."""
    if change.state_before is change.state_after:
        return ""
    result = compared.after.dimension(change.dimension)
    said = visible_sentence(result, result.group(change.group), t)
    return f" {said}" if said else ""


def _share(share: float | None, t: Texts) -> str:
    return t("not known") if share is None else share_words(share, t)


def _reached(_group: str, label: str, before: int, after: int, t: Texts) -> str:
    return t.plural(
        "{group}: reached by {n} partner, was {before}.",
        "{group}: reached by {n} partners, was {before}.",
        after,
        group=capital(t(label)),
        before=t.number(before),
    )


def _shift(change: GroupChange) -> float:
    return abs((change.after or 0.0) - (change.before or 0.0))
