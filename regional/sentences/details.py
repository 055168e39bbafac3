"""The details of a theme and its other ways of counting, for readers who are no statisticians."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.measures.evidence import MAX_EXACT
from regional.sentences.words import group_name, named, share_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.answers import SideBySide
    from regional.mirror.detail_result import Details, GroupDetails
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

WAY_NAMES = {
    "count": N_("Number of partners"),
    "money_in": N_("Money in"),
    "money_in_without": N_("Money in, without the main funder"),
    "money_out": N_("Money out"),
    "funder": N_("Funders only"),
    "content": N_("Content partners only"),
    "supplier": N_("Suppliers only"),
}
MANY_NEEDED = 3
"""From so many times the partners there are, a number needed says only that it cannot be done by adding."""

ONE_SIDE = 0.025
"""A share of zero that is less likely lies outside a band of 95 %."""


def details_sentences(details: Details, t: Texts) -> list[str]:
    """Return what the theme as a whole comes to; empty where nothing was compared."""
    lines = [_distance(details, t), _fit(details, t), _diversity(details, t), _pairs(details, t),
             _divergence(details, t)]  # fmt: skip
    return [line for line in lines if line]


def _distance(details: Details, t: Texts) -> str:
    if details.dissimilarity is None or details.noise_mean is None or details.noise_high is None:
        return ""
    return t.plural(
        "{d} would have to be different to be just like the region (dissimilarity). With {n} partner known chance "
        "alone makes {mean} on average, and up to {high} often enough.",
        "{d} would have to be different to be just like the region (dissimilarity). With {n} partners known chance "
        "alone makes {mean} on average, and up to {high} often enough.",
        details.n, d=share_words(details.dissimilarity, t), mean=share_words(details.noise_mean, t),
        high=share_words(details.noise_high, t),
    )  # fmt: skip


def _fit(details: Details, t: Texts) -> str:
    if details.fit_p is None or details.fit_error is None:
        return ""
    said = t(
        "Drawn blindly from the region, partners would be divided this unusually, or more so, in {p} of cases.",
        p=share_words(details.fit_p, t),
    )
    if details.fit_method == "monte_carlo":
        return said + " " + t("Computed by drawing lots; give or take {error}.", error=t.percent(details.fit_error, 1))
    return said


def _diversity(details: Details, t: Texts) -> str:
    if details.region_groups is None or details.partner_groups is None:
        return ""
    return t(
        "The region is as mixed as {region} equally large groups, our partners as {partners}. More is not better: the "
        "region is the measure.",
        region=t.number(details.region_groups, 1), partners=t.number(details.partner_groups, 1),
    )  # fmt: skip


def _pairs(details: Details, t: Texts) -> str:
    """Blau's index; of single labels alone, for a pair of partners that each are several things says nothing."""
    if details.fit_p is None or details.region_blau is None or details.partner_blau is None:
        return ""
    return t(
        "Pick two at random: among our partners they are of different groups in {partners} of cases, in the region in "
        "{region} (Blau).",
        partners=share_words(details.partner_blau, t), region=share_words(details.region_blau, t),
    )  # fmt: skip


def normal_sentence(result: DimensionResult, t: Texts) -> str:
    """Return that chance was computed by the normal approximation; "" where it was not (equal weights are exact)."""
    unequal = result.effective_n < result.n_known * (1 - 1e-9)
    if not result.tested or result.n_known <= MAX_EXACT or not unequal:
        return ""
    return t("With more than 2,000 partners the normal approximation takes the place of drawing lots.")


def _divergence(details: Details, t: Texts) -> str:
    if details.jensen_shannon is None or details.hellinger is None:
        return ""
    return t(
        "Other distances, from 0 (the same) to 1 (nothing in common): Jensen-Shannon {js}, Hellinger {h}.",
        js=t.number(details.jensen_shannon, 2), h=t.number(details.hellinger, 2),
    )  # fmt: skip


def needed_sentence(result: DimensionResult, group: Group, found: GroupDetails, t: Texts) -> str:
    """Return how many more partners of a group it takes; "" where that does not apply."""
    name = group_name(result, group, t)
    if not found.reachable:
        return t("{group}: no number of partners brings it level with the region.", group=name)
    if found.needed is None:
        return ""
    if found.needed == 0:
        return t("{group}: no more are needed to be level with the region.", group=name)
    if found.needed > MANY_NEEDED * max(result.n_known, 1):
        return t("{group}: so many more would be needed that adding alone will not do it.", group=name)
    level = t.plural(
        "{n} more partner brings it level with the region",
        "{n} more partners bring it level with the region",
        found.needed,
    )
    if not found.needed_low:
        return t("{group}: {level}.", group=name, level=level)
    return t("{group}: {level}; {low} is enough to be no longer “less”.", group=name, level=level,
             low=t.number(found.needed_low))  # fmt: skip


def zero_sentence(result: DimensionResult, group: Group, found: GroupDetails, t: Texts) -> str:
    """Return how surprising it is that no partner is of a group: "With 25 partners, none ... says little".

    Remarkable is what the chance band leaves out, so that the sentence and the chart never contradict each other.
    """
    if found.surprise_of_zero is None or group.count > 0 or group.region_share is None:
        return ""
    values = {"group": group_name(result, group, t), "share": share_words(group.region_share, t),
              "p": share_words(found.surprise_of_zero, t)}  # fmt: skip
    is_remarkable = group.band[0] > 0 if group.band else found.surprise_of_zero < ONE_SIDE
    if not is_remarkable:
        return t.plural(
            "With {n} partner known, nobody from a group of {share} ({group}) says little: by chance that happens in "
            "{p} of cases.",
            "With {n} partners known, nobody from a group of {share} ({group}) says little: by chance that happens in "
            "{p} of cases.", result.n_known, **values,
        )  # fmt: skip
    return t.plural(
        "With {n} partner known, nobody from a group of {share} ({group}) is remarkable: by chance that happens in "
        "{p} of cases.",
        "With {n} partners known, nobody from a group of {share} ({group}) is remarkable: by chance that happens in "
        "{p} of cases.", result.n_known, **values,
    )  # fmt: skip


def answers_sentences(side: SideBySide, t: Texts) -> list[str]:
    """Return whether other ways of counting give another answer."""
    if side.saying == 0:
        return [t("In no way of counting enough is known yet.")]
    if side.saying == 1:
        return [t("There is only one way of counting of which enough is known.")]
    if not side.differing:
        return [t("In every way of counting of which enough is known, what we see stays the same.")]
    result = side.answers[0].result
    groups = [group for group in result.groups if group.id in side.differing]
    return [t("How we count makes a difference for: {groups}.", groups=named(result, groups, t))]


def way_name(way: str, t: Texts) -> str:
    """Return what a way of counting is called."""
    return t(WAY_NAMES[way])
