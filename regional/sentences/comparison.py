"""One dimension: its headline and its short title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.dimensions import dimension as entry
from regional.mirror.result import Reason, Status
from regional.sentences.group import figures_sentence
from regional.sentences.partners import PartnerView
from regional.sentences.people import certain, counts_sentence, is_by_main_groups, people_of
from regional.sentences.states import STRENGTH, state_words
from regional.sentences.visible import visible_sentence
from regional.sentences.words import (
    PLACES,
    capital,
    dimension_name,
    group_name,
    is_compared,
    money_name,
    named,
    people_name,
    share_words,
    uncapital,
)
from regional.texts import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regional.mirror.result import Concentration, DimensionResult, Group
    from regional.mirror.settings import Kind, SharesOf, Weight
    from regional.texts import Texts

TOLD = 3
"""Groups of which the figures are told where nothing is clear."""
_LISTS = {
    Status.CLEARLY_LESS: N_("Clearly less present than in the region: {groups}."),
    Status.CLEARLY_MORE: N_("Clearly more present than in the region: {groups}."),
    Status.POSSIBLY_LESS: N_("Less, but that may be chance: {groups}."),
    Status.POSSIBLY_MORE: N_("More, but that may be chance: {groups}."),
}
_PEOPLE_LISTS = {
    Status.CLEARLY_LESS: N_("Clearly fewer partners that mainly work for {groups}, almost certainly no coincidence."),
    Status.CLEARLY_MORE: N_("Clearly more partners that mainly work for {groups}."),
    Status.POSSIBLY_LESS: N_("Fewer partners that mainly work for {groups}, but that may be chance."),
    Status.POSSIBLY_MORE: N_("More partners that mainly work for {groups}, but that may be chance."),
}


def dimension_title(dimension: DimensionResult, t: Texts) -> str:
    """Return name and strongest state, short, without a full stop: "Age: no clear difference"."""
    name = dimension_name(dimension, t)
    if is_by_main_groups(dimension) and dimension.answers.get("everyone"):
        return f"{name}: {uncapital(people_title(dimension, t))}"
    if dimension.n_known == 0:
        return t("{dimension}: we do not know this yet", dimension=name)
    if not is_compared(dimension):
        return name
    state = min((group.status for group in dimension.groups), key=STRENGTH.index, default=Status.NOT_COMPARABLE)
    return f"{name}: {uncapital(state_words(state, t))}"


def people_title(dimension: DimensionResult, t: Texts) -> str:
    """Return in one line what a theme of main groups shows: of partners and not of people."""
    if dimension.n_known == 0:
        return t("Only partners for everyone") if dimension.answers.get("everyone") else t(NOBODY_KNOWN)
    if dimension.n_known < dimension.min_known:
        return t.plural(
            "Too little known so far: {n} partner mainly for {certain}",
            "Too little known so far: {n} partners mainly for {certain}",
            dimension.n_known, certain=certain(dimension, t),
        )  # fmt: skip
    told = next(filter(None, (_listed(dimension, state, t) for state in _LISTS)), "")
    if told:
        return told.rstrip(".")
    state = min((group.status for group in dimension.groups), key=STRENGTH.index, default=Status.NOT_COMPARABLE)
    return state_words(state, t)


NOBODY_KNOWN = N_("We know nothing about this yet for our partners")


def dimension_sentence(
    dimension: DimensionResult,
    t: Texts,
    weight: Weight = "count",
    *,
    kind: Kind = "all",
    shares_of: SharesOf = "audience",
) -> str:
    """Return the headline of a dimension: what differs clearly and possibly, else what can be said."""
    view = PartnerView(weight, kind, shares_of)
    if is_by_main_groups(dimension) and weight == "count":
        return " ".join(part for part in (counts_sentence(dimension, t), _differences(dimension, t)) if part)
    if dimension.n_known == 0:
        return _nothing_known(dimension, view, t)
    if dimension.concentration is not None and dimension.concentration.effective < dimension.min_known:
        return _concentrated(dimension.concentration, dimension.n_known, t)
    if dimension.id in PLACES and len(dimension.groups) == 1:
        return _one_group(dimension, t)
    if not is_compared(dimension):
        return _most(dimension, view, t)
    return _differences(dimension, t)


def under_title(
    dimension: DimensionResult,
    t: Texts,
    weight: Weight = "count",
    *,
    kind: Kind = "all",
    shares_of: SharesOf = "audience",
) -> list[str]:
    """Return what a picture says under a title that names the groups that differ: their figures, not their state again.

    Where some are clear the title names those; what may be chance is told after it.
    """
    by_state = {state: [group for group in dimension.groups if group.status is state] for state in _LISTS}
    clear = [*by_state[Status.CLEARLY_LESS], *by_state[Status.CLEARLY_MORE]]
    maybe = [*by_state[Status.POSSIBLY_LESS], *by_state[Status.POSSIBLY_MORE]]
    if not (clear or maybe) or not is_compared(dimension):
        return [dimension_sentence(dimension, t, weight, kind=kind, shares_of=shares_of)]
    figures = [
        figures_sentence(dimension, group, t, weight, kind=kind, shares_of=shares_of) for group in clear or maybe[:TOLD]
    ]
    counts = [counts_sentence(dimension, t)] if is_by_main_groups(dimension) and weight == "count" else []
    if not clear:
        return [*counts, *figures]
    others = [_listed(dimension, state, t) for state in (Status.POSSIBLY_LESS, Status.POSSIBLY_MORE)]
    sure = t("Almost certainly no coincidence")
    return [*counts, *figures, " ".join([f"{sure}.", *filter(None, others)])]


def _differences(dimension: DimensionResult, t: Texts) -> str:
    """Return every difference, clear and possible; where there is none, what could have been seen."""
    if dimension.n_known < dimension.min_known and is_by_main_groups(dimension):
        return ""
    return differences(dimension, t) or _no_difference(dimension, t)


def _concentrated(money: Concentration, n: int, t: Texts) -> str:
    """Return on how few partners the money rests: then that is what there is to say."""
    if n == 1:
        return t("All of this money is of one partner: there is nothing to compare.")
    said = t(
        "The largest partner has {main} of this money, the three largest have {top3}.",
        main=share_words(money.main, t), top3=share_words(money.top3, t),
    )  # fmt: skip
    few = t("That counts as {n} equal partners: too few to compare.", n=t.number(money.effective, 1))
    without = t("Without the largest it would count as {n}.", n=t.number(money.without_main, 1))
    return f"{said} {few} {without}"


def differences(dimension: DimensionResult, t: Texts) -> str:
    """Return which groups differ, clearly and possibly; "" for none."""
    return " ".join(filter(None, (_listed(dimension, state, t) for state in _LISTS)))


def _listed(dimension: DimensionResult, status: Status, t: Texts) -> str:
    groups = [group for group in dimension.groups if group.status is status]
    if not groups:
        return ""
    if is_by_main_groups(dimension):
        return t(_PEOPLE_LISTS[status], groups=t.listed([people_of(dimension, group, t) for group in groups]))
    return t(_LISTS[status], groups=named(dimension, groups, t))


def _no_difference(dimension: DimensionResult, t: Texts) -> str:
    silent = [group for group in dimension.groups if group.status is Status.TOO_LITTLE_DATA]
    compared = [group for group in dimension.groups if group.status is Status.IN_LINE]
    if not compared:
        return _silence(silent, t)
    said = [t("No clear difference."), _visible(dimension, compared, t)]
    sure = [group for group in compared if group.at_least_half]
    if sure:
        said.append(t("Surely at least half as strongly present as in the region: {groups}.",
                      groups=named(dimension, sure, t)))  # fmt: skip
    for reason, text in _SILENT.items():
        groups = [group for group in silent if group.reason is reason]
        if groups:
            said.append(t(text, groups=named(dimension, groups, t)))
    return " ".join(filter(None, said))


def _visible(dimension: DimensionResult, groups: Sequence[Group], t: Texts) -> str:
    """Return what would have been clear of the group that differs most below the region."""
    below = [group for group in groups if (group.gap or 0.0) < 0 and group.clear_at is not None]
    if not below:
        return ""
    group = min(below, key=lambda g: g.gap or 0.0)
    return f"{capital(group_name(dimension, group, t))}: {uncapital(visible_sentence(dimension, group, t))}"


_SILENT = {
    Reason.SMALL_GROUP: N_("So small that even nobody would say nothing: {groups}."),
    Reason.UNKNOWN_ANSWERS: N_("Too many answers are missing about: {groups}."),
    Reason.FEW_PARTNERS: N_("Too few partners are known for: {groups}."),
    None: N_("Too little is known so far about: {groups}."),
}


def _silence(silent: Sequence[Group], t: Texts) -> str:
    reasons = {group.reason for group in silent}
    if not silent:
        return t("This cannot be compared with the region.")
    if reasons == {Reason.UNKNOWN_ANSWERS}:
        return t("Too many answers are missing to compare with the region. Ask first.")
    if reasons == {Reason.SMALL_GROUP}:
        return t("With so few partners these groups are so small that even nobody would say nothing.")
    return t("Too little known so far to compare.")


def _nothing_known(dimension: DimensionResult, view: PartnerView, t: Texts) -> str:
    if dimension.n_unknown:
        if dimension.kind == "fractions":
            people = people_name(dimension, view.kind, view.shares_of, t)
            return t("We know nothing about this yet for {people}.", people=people)
        return t("We do not know this yet for any partner.")
    if sum(dimension.outside.values()):
        return t("None of our partners are based in the region.")
    return t("There are no partners here yet to compare.")


def _one_group(dimension: DimensionResult, t: Texts) -> str:
    if dimension.id == "urbanity":
        return t("All municipalities in this region are equally urban, so there is nothing to compare.")
    inside = t.plural("{n} partner is based in the region", "{n} partners are based in the region", dimension.n_known)
    outside = t.plural("{n} is based outside it", "{n} are based outside it", sum(dimension.outside.values()))
    return t("{inside}, {outside}. There is nothing to compare.", inside=inside, outside=outside)


def _most(dimension: DimensionResult, view: PartnerView, t: Texts) -> str:
    if dimension.reading_of:
        return _read(dimension, t)
    if dimension.kind == "multi" and dimension.groups and all(g.partner_share is None for g in dimension.groups):
        return _counted(dimension, t)
    known = [group for group in dimension.groups if group.partner_share]
    if not known:
        return t("None of these groups occur among our partners.")
    largest = max(known, key=lambda group: group.partner_share or 0.0)
    whole = t.plural(
        "the only partner for which we know this", "the {n} partners for which we know this", dimension.n_known
    )
    if view.weight != "count":
        whole = money_name(dimension, view.weight, t)
    if dimension.kind == "fractions":
        whole = people_name(dimension, view.kind, view.shares_of, t)
    share = share_words(largest.partner_share or 0.0, t)
    name = group_name(dimension, largest, t)
    return t("Most often: {group} ({share} of {whole}).", group=name, share=share, whole=whole)


def _read(dimension: DimensionResult, t: Texts) -> str:
    """Another way of reading a theme that is judged already says what is there, and no state of its own."""
    largest = max(dimension.groups, key=lambda group: group.partner_share or 0.0)
    return t(
        "{group}: {share} of our partners here, {region} of the inhabitants. This is another way of reading: {theme}.",
        group=capital(group_name(dimension, largest, t)), share=share_words(largest.partner_share or 0.0, t),
        region=share_words(largest.region_share or 0.0, t), theme=uncapital(t(entry(dimension.reading_of).label)),
    )  # fmt: skip


def _counted(dimension: DimensionResult, t: Texts) -> str:
    """Households are not people: only how many partners have them as their main group."""
    told = [group for group in dimension.groups if group.partners]
    if not told:
        return t("No partner names one of these as its main group.")
    parts = [
        t.plural("{n} partner mainly for {group}", "{n} partners mainly for {group}", group.partners,
                 group=group_name(dimension, group, t))
        for group in told
    ]  # fmt: skip
    return t("As far as we know: {parts}.", parts=t.listed(parts))
