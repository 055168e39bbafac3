"""What the bubble says, in sentences: what is seen, and what may be done about it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from regional.bubble.relationships import LONG
from regional.bubble.similarity import Alike, Same, is_more
from regional.mirror.result import Status
from regional.texts import N_

if TYPE_CHECKING:
    from regional.bubble.bubble import Bubble
    from regional.bubble.distance import Near
    from regional.bubble.money import Flowing
    from regional.bubble.relationships import Ties
    from regional.bubble.unreached import UnreachedPlace
    from regional.mirror.result import AmountSummary, DimensionResult, ReachResult
    from regional.texts import Texts

KNOWN_ALREADY = ("network", "referred", "always_been")
"""Ways in which a partner comes from among those the museum knows already."""
WHOLE = 0.5
_TRAITS = {
    "place": N_("municipality"),
    "sector": N_("sector"),
    "size": N_("size"),
    "main_group": N_("main group"),
}
_FLOWS = {"money_in": N_("Money in"), "money_out": N_("Money out")}


def standing_out(seen: Bubble, t: Texts) -> list[str]:
    """Return what stands out, one line a thing; nothing of what is usual or not known."""
    circle = sum(g.count for g in seen.found.groups if g.id in KNOWN_ALREADY)
    here = next((g for g in seen.near.result.groups if g.id == "home"), None)
    lines = [found_title(seen.found, t)] if seen.found.n_known and circle >= WHOLE * seen.found.n_known else []
    if here and here.status is Status.CLEARLY_MORE:
        lines.append(t("Clearly more partners are based in our own municipality than chance explains"))
    if seen.ties.known and seen.ties.median_years >= LONG:
        lines.append(ties_title(seen.ties, t))
    if any(is_more(same) for same in seen.alike.traits):
        lines.append(alike_title(seen.alike, t))
    return lines + [money_title(flow, t) for flow in seen.money if flow.n > 1 and flow.largest >= WHOLE]


def found_title(found: DimensionResult, t: Texts) -> str:
    """Return in one line how partners were found."""
    if found.n_known == 0:
        return t("We do not know yet how our partners were found")
    known = round(sum(g.count for g in found.groups if g.id in KNOWN_ALREADY))
    share = t.percent(known / found.n_known)
    return t("{share} of our partners came from the circle we already knew", share=share)


def found_sentences(found: DimensionResult, t: Texts) -> list[str]:
    """Return what this rests on, and what other ways there are."""
    if found.n_known == 0:
        return [t("Fill in the column hoe_gevonden: a word a partner is enough.")]
    total = found.n_known + found.n_unknown
    lines = [
        t.plural(
            "We know of {known} of {n} partner how it was found.",
            "We know of {known} of {n} partners how they were found.", total, known=t.number(found.n_known),
        )
    ]  # fmt: skip
    called = round(sum(g.count for g in found.groups if g.id == "open_call"))
    if called:
        lines.append(t.plural("An open call brought {n} partner.", "An open call brought {n} partners.", called))
    else:
        lines.append(t("No partner came through an open call. It reaches organisations that do not know you yet."))
    return lines


def near_sentences(near: Near, home: str, t: Texts) -> list[str]:
    """Return how far partners sit and inhabitants live; ``home`` is the municipality's name."""
    lines = []
    if near.partners_median == 0:
        lines.append(
            t.plural(
                "The one partner whose place we know is based in {home} itself.",
                "At least half of the {n} partners whose place we know are based in {home} itself.",
                near.located, home=home,
            )
        )  # fmt: skip
    elif not math.isnan(near.partners_median):
        lines.append(
            t.plural(
                "The one partner whose place we know is based {km} km from {home}.",
                "Half of the {n} partners whose place we know are based within {km} km of {home}.",
                near.located, km=_km(near.partners_median, t), home=home,
            )
        )  # fmt: skip
    lines.append(t("Half of the inhabitants of the region live within {km} km.", km=_km(near.people_median, t)))
    lines.append(t("Distances are between the middles of municipalities; within the own municipality 0 km."))
    return lines


def ties_title(ties: Ties, t: Texts) -> str:
    """Return in one line how long the museum works with its partners."""
    if ties.known == 0:
        return t("We do not know yet since when we work together")
    return t(
        "Half of our partners have been with us for {years} or longer",
        years=_years(ties.median_years, t),
    )


def ties_sentences(ties: Ties, t: Texts) -> list[str]:
    """Return long and new relationships, and what the last years brought."""
    if ties.known == 0:
        return [t("Fill in the column sinds: a year is enough.")]
    lines = [
        t.plural(
            "Of {n} partner we know the start: {long} has been with us for ten years or longer, {new} for less than "
            "three years.",
            "Of {n} partners we know the start: {long} have been with us for ten years or longer, {new} for less than "
            "three years.",
            ties.known, long=t.number(ties.long), new=t.number(ties.new),
        )
    ]  # fmt: skip
    if len(ties.years) > 1:
        joined, left = (sum(getattr(year, what) for year in ties.years) for what in ("joined", "left"))
        first = str(ties.years[0].year)
        came = t.plural("Since {first} {n} partner came", "Since {first} {n} partners came", joined, first=first)
        lines.append(t("{came}; {left}.", came=came, left=t.plural("{n} left", "{n} left again", left)))
        quiet = _quiet(ties)
        if quiet > 1:
            lines.append(t("In the last {n} years nobody new came.", n=t.number(quiet)))
    if ties.start_unknown:
        lines.append(
            t.plural(
                "Of {n} partner we do not know the start; it is in none of these years.",
                "Of {n} partners we do not know the start; they are in none of these years.", ties.start_unknown,
            )
        )  # fmt: skip
    return lines


def alike_title(alike: Alike, t: Texts) -> str:
    """Return in one line in what partners resemble each other more than chance makes them."""
    more = [t(_TRAITS[same.trait]) for same in alike.traits if is_more(same)]
    if more:
        return t("Our partners resemble each other more than chance explains in: {traits}", traits=t.listed(more))
    if all(same.share is None for same in alike.traits):
        return t("We know too little to say how alike our partners are")
    return t("Our partners do not resemble each other more than chance explains")


def alike_sentences(alike: Alike, t: Texts) -> list[str]:
    """Return a sentence a trait, and one on whole profiles."""
    return [_same(same, t) for same in alike.traits] + [_twins(alike, t)]


def _same(same: Same, t: Texts) -> str:
    name = t(_TRAITS[same.trait])
    if same.share is None:
        known = t.plural("we know it of {n} partner", "we know it of {n} partners", same.n)
        return t("Same {trait}: {known}; that says too little.", trait=name, known=known)
    share = t.percent(same.share)
    if same.band is None or same.chance is None:
        return t("Same {trait}: {share} of all pairs of partners. The region has no figure for it.",
                 trait=name, share=share)  # fmt: skip
    return t(
        "Same {trait}: {share} of all pairs of partners. Drawn blindly from the region it would be {chance}, "
        "and by chance {low} to {high}.",
        trait=name, share=share, chance=t.percent(same.chance),
        low=t.percent(same.band[0]), high=t.percent(same.band[1]),
    )  # fmt: skip


def _twins(alike: Alike, t: Texts) -> str:
    if alike.twins is None or alike.mixed is None or alike.mixed_band is None:
        return t("Of too few partners we know three of these things: we cannot say whether whole profiles coincide.")
    told = t(
        "Alike in everything we know of both: {share} of pairs; were the same answers dealt out anew: "
        "{low} to {high}.",
        share=t.percent(alike.twins, 1), low=t.percent(alike.mixed_band[0], 1), high=t.percent(alike.mixed_band[1], 1),
    )  # fmt: skip
    if alike.compared < alike.of:
        return told + " " + t("Computed on a blind selection of {n} partners.", n=t.number(alike.compared))
    return told


def money_title(flow: Flowing, t: Texts) -> str:
    """Return in one line on whom a flow of money rests."""
    if flow.largest >= WHOLE and flow.n > 1:
        return t("{flow}: one partner carries {share}", flow=t(_FLOWS[flow.flow]), share=t.percent(flow.largest))
    return t("{flow}: the largest partner carries {share}", flow=t(_FLOWS[flow.flow]), share=t.percent(flow.largest))


def money_sentences(flow: Flowing, t: Texts) -> list[str]:
    """Return the concentration of one flow."""
    lines = [
        t.plural(
            "{total} a year, from {n} funder whose amount we know.",
            "{total} a year, from {n} funders whose amounts we know.", flow.n, total=t.euro(flow.total),
        )
        if flow.flow == "money_in"
        else t.plural(
            "{total} a year, to {n} supplier whose amount we know.",
            "{total} a year, to {n} suppliers whose amounts we know.", flow.n, total=t.euro(flow.total),
        )
    ]  # fmt: skip
    if flow.n > 3:
        lines.append(t("The three largest together: {share}.", share=t.percent(flow.top3)))
    if flow.n > 1:
        lines.append(
            t("It is as if {n} equal partners carried it.", n=t.number(flow.effective, 1))
        )  # fmt: skip
    if flow.unknown:
        lines.append(
            t.plural("The amount is unknown for {n} partner.", "The amount is unknown for {n} partners.", flow.unknown)
        )
    return lines


def undirected_sentences(amount: AmountSummary, t: Texts) -> list[str]:
    """Return which money is in neither flow, as nobody said yet which way it goes; nothing where there is none."""
    if not amount.undirected:
        return []
    return [
        t.plural(
            "{n} partner with {total} does not count: we do not know yet whether that money comes in or goes out.",
            "{n} partners with {total} do not count: we do not know yet whether that money comes in or goes out.",
            amount.undirected, total=t.euro(amount.unplaced),
        )
    ]  # fmt: skip


def few_places_sentence(known: int, total: int, t: Texts) -> str:
    """Return that too few places are known to tell where nobody is."""
    return t("Of too few partners we know the place ({known} of {n}). So we do not say yet where nobody is.",
             known=t.number(known), n=t.number(total))  # fmt: skip


def place_sentence(place: UnreachedPlace, t: Texts) -> str:
    """Return who lives in a municipality and that nobody, or one partner, is there."""
    people = t.plural("{n} inhabitant", "{n} inhabitants", place.inhabitants)
    if place.partners == 0:
        return t("{place} ({people}): no partner is based there or works there.", place=place.name, people=people)
    if place.seated:
        return t("{place} ({people}): one partner is based there.", place=place.name, people=people)
    return t("{place} ({people}): one partner works there, none is based there.", place=place.name, people=people)


def what_to_do(group: ReachResult | None, t: Texts) -> str:
    """Return a first step towards a group, or (None) towards a municipality."""
    if group is None:
        return t("Ask the library, the school or the community centre there whom you should get to know.")
    if group.main + group.also == 0:
        return t("First ask your partners whom they reach: perhaps somebody does. If not: look for one that does.")
    return t("One partner is a narrow bridge: ask it who else you should get to know.")


def _km(km: float, t: Texts) -> str:
    return t.number(km, 0 if km >= 10 or km == 0 else 1)


def _years(years: float, t: Texts) -> str:
    return t.plural("{n} year", "{n} years", int(years))


def _quiet(ties: Ties) -> int:
    """Return how many of the last years, up to now, brought nobody."""
    quiet = 0
    for year in reversed(ties.years):
        if year.joined:
            break
        quiet += 1
    return quiet
