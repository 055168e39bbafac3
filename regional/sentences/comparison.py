"""One dimension: its headline and its short title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.partners import PartnerView
from regional.sentences.states import STRENGTH, state_words
from regional.sentences.words import (
    PLACES,
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
    from regional.mirror.result import DimensionResult
    from regional.mirror.settings import Kind, SharesOf, Weight
    from regional.texts import Texts

_TOLD = (
    (Status.CLEARLY_LESS, Status.CLEARLY_MORE),
    (Status.POSSIBLY_LESS, Status.POSSIBLY_MORE),
)
_LISTS = {
    Status.CLEARLY_LESS: N_("Clearly less present than in the region: {groups}."),
    Status.CLEARLY_MORE: N_("Clearly more present than in the region: {groups}."),
    Status.POSSIBLY_LESS: N_("Less, but that may be chance: {groups}."),
    Status.POSSIBLY_MORE: N_("More, but that may be chance: {groups}."),
}


def dimension_title(dimension: DimensionResult, t: Texts) -> str:
    """Return name and strongest state, short, without a full stop: "Age: no clear difference"."""
    name = dimension_name(dimension, t)
    if dimension.n_known == 0:
        return t("{dimension}: we do not know this yet", dimension=name)
    if not is_compared(dimension):
        return name
    state = min((group.status for group in dimension.groups), key=STRENGTH.index, default=Status.NOT_COMPARABLE)
    return f"{name}: {uncapital(state_words(state, t))}"


def dimension_sentence(
    dimension: DimensionResult,
    t: Texts,
    weight: Weight = "count",
    *,
    kind: Kind = "all",
    shares_of: SharesOf = "audience",
) -> str:
    """Return the headline of a dimension: clear differences, else possible ones, else what can be said."""
    view = PartnerView(weight, kind, shares_of)
    if dimension.n_known == 0:
        return _nothing_known(dimension, view, t)
    if dimension.id in PLACES and len(dimension.groups) == 1:
        return _one_group(dimension, t)
    if not is_compared(dimension):
        return _most(dimension, view, t)
    for states in _TOLD:
        told = [_listed(dimension, state, t) for state in states]
        if any(told):
            return " ".join(filter(None, told))
    return _no_difference(dimension, t)


def _listed(dimension: DimensionResult, status: Status, t: Texts) -> str:
    groups = [group for group in dimension.groups if group.status is status]
    return t(_LISTS[status], groups=named(dimension, groups, t)) if groups else ""


def _no_difference(dimension: DimensionResult, t: Texts) -> str:
    silent = [group for group in dimension.groups if group.status is Status.TOO_LITTLE_DATA]
    compared = [group for group in dimension.groups if group.status is Status.IN_LINE]
    if not compared:
        return t("Too little known so far to compare.") if silent else t("This cannot be compared with the region.")
    if not silent:
        return t("No clear difference.")
    rest = named(dimension, silent, t)
    return t("No clear difference. Too little is known so far about: {groups}.", groups=rest)


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
