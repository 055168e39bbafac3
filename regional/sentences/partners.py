"""The partners' half of a sentence: number, money in, money out, or the people of partners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.sentences.people import answered, group_clause, is_by_main_groups
from regional.sentences.words import money_name, partners_name, people_name, share_words

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Kind, SharesOf, Weight
    from regional.texts import Texts


@dataclass(frozen=True)
class PartnerView:
    """What a sentence must know of the selection behind a mirror."""

    weight: Weight = "count"
    kind: Kind = "all"
    shares_of: SharesOf = "audience"


def partner_clause(dimension: DimensionResult, group: Group, view: PartnerView, t: Texts) -> str:
    """Return what our side says of a group, as a clause that follows the region's."""
    share = group.partner_share
    if is_by_main_groups(dimension) and view.weight == "count" and answered(dimension):
        return group_clause(dimension, group, t)
    if share is None and group.n and dimension.basis == "shares":
        return t.plural("{n} partner gave this percentage", "{n} partners gave this percentage", group.n)
    if share is None or group.n == 0:
        return t("we do not know this for our partners yet")
    if dimension.kind == "fractions":
        return _people_clause(dimension, group, share, view, t)
    if group.n == 1:
        return _single_clause(share, t)
    if view.weight != "count":
        return _money_clause(dimension, share, view.weight, t)
    return _count_clause(dimension, share, view.kind, t)


def _people_clause(dimension: DimensionResult, group: Group, share: float, view: PartnerView, t: Texts) -> str:
    words = share_words(share, t)
    if group.n == 1:
        return t("at the only partner for which we know this, it is {share}", share=words)
    people = people_name(dimension, view.kind, view.shares_of, t)
    if view.weight == "count":
        return t("among {people} it is {share}", people=people, share=words)
    money = money_name(dimension, view.weight, t)
    return t("among {people} it is {share}, weighted by {money}", people=people, share=words, money=money)


def _single_clause(share: float, t: Texts) -> str:
    if share > 0:
        return t("the only partner for which we know this belongs to this group")
    return t("the only partner for which we know this does not belong to this group")


def _count_clause(dimension: DimensionResult, share: float, kind: Kind, t: Texts) -> str:
    partners = partners_name(dimension, kind, t)
    if dimension.id == "location":
        if share == 0:
            return t("none of {partners} are based there", partners=partners)
        return t("{share} of {partners} are based there", partners=partners, share=share_words(share, t))
    if share == 0:
        return t("none of {partners} belong to this group", partners=partners)
    return t("among {partners} it is {share}", partners=partners, share=share_words(share, t))


def _money_clause(dimension: DimensionResult, share: float, weight: Weight, t: Texts) -> str:
    money, words = money_name(dimension, weight, t), share_words(share, t)
    if dimension.id != "location":
        if share == 0:
            return t("of {money}, it is nothing", money=money)
        return t("of {money}, it is {share}", money=money, share=words)
    if weight == "money_in":
        return t("{share} of {money} comes from there", money=money, share=words)
    return t("{share} of {money} goes there", money=money, share=words)
