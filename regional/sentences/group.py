"""One group of one dimension in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.mirror.settings import Settings
from regional.sentences.partners import PartnerView, partner_clause
from regional.sentences.people import is_by_main_groups
from regional.sentences.region import region_clause
from regional.sentences.states import verdict
from regional.sentences.visible import half_sentence, visible_sentence
from regional.sentences.words import PLACES, capital, group_name, money_name, share_words

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Kind, SharesOf, Weight
    from regional.texts import Texts


def group_sentence(
    dimension: DimensionResult,
    group: Group,
    t: Texts,
    weight: Weight = "count",
    *,
    kind: Kind = "all",
    shares_of: SharesOf = "audience",
) -> str:
    """Return both sides of one group and what may be said of the difference.

    >>> from regional.texts import texts
    >>> group_sentence(mirror.dimension("location"), group, texts("nl"))  # doctest: +SKIP
    '34 % van de inwoners woont in Heerlen; 12 % van onze partners in de regio zit er. ...'
    """
    view = PartnerView(weight, kind, shares_of)
    if group.region_share is None or dimension.kind == "multi":
        return _described(dimension, group, view, t)
    both = _both(dimension, group, view, t)
    seen = visible_sentence(dimension, group, t) if weight == "count" else ""
    parts = (both, _working(group, t), _closing(dimension, group, view, t), half_sentence(group, t), seen)
    return " ".join(part for part in parts if part)


def figures_sentence(
    dimension: DimensionResult, group: Group, t: Texts, weight: Weight = "count", *, kind: Kind = "all",
    shares_of: SharesOf = "audience",
) -> str:  # fmt: skip
    """Return both sides of one group under a title that says what the difference is, and what would be clear."""
    seen = visible_sentence(dimension, group, t) if weight == "count" else ""
    both = _both(dimension, group, PartnerView(weight, kind, shares_of), t)
    return " ".join(part for part in (both, _working(group, t), seen) if part)


def both_sides(dimension: DimensionResult, group: Group, settings: Settings, t: Texts) -> str:
    """Return the region's figure and ours of one group, without a word on the difference."""
    return _both(dimension, group, PartnerView(settings.weight, settings.kind, settings.shares_of), t)


def _both(dimension: DimensionResult, group: Group, view: PartnerView, t: Texts) -> str:
    region = region_clause(dimension, group, group.region_share or 0.0, t)
    return f"{region}; {partner_clause(dimension, group, view, t)}."


def _working(group: Group, t: Texts) -> str:
    """An address says where an office is; who works in a place and sits elsewhere is there too."""
    if not group.works_here:
        return ""
    return t.plural(
        "{n} partner works there but is based elsewhere.",
        "{n} partners work there but are based elsewhere.",
        group.works_here,
    )


def _closing(dimension: DimensionResult, group: Group, view: PartnerView, t: Texts) -> str:
    if group.n == 0:
        return ""
    if group.status is Status.TOO_LITTLE_DATA:
        return _too_little(dimension, group, view, t)
    if group.status is Status.NOT_COMPARABLE:
        return "" if dimension.tested or dimension.reading_of else _not_compared(dimension, t)
    return verdict(group, t, alpha=dimension.alpha, of_partners=is_by_main_groups(dimension))


def _too_little(dimension: DimensionResult, group: Group, view: PartnerView, t: Texts) -> str:
    """Say why nothing can be said yet, and so what is to be done: go on, ask, or live with it."""
    if group.n < dimension.min_known:
        return t.plural(
            "{n} partner is too few to compare.",
            "{n} partners are too few to compare.",
            group.n,
        )
    if view.weight != "count" and dimension.effective_n < dimension.min_known:
        return t("Too much of the money is at a few partners to compare.")
    if dimension.unknown_share > dimension.max_unknown:
        return t("There are too many partners for which we do not know this yet, so we do not compare.")
    if group.count == 0 and group.region_share and view.weight == "count":
        share = share_words(group.region_share, t)
        return t.plural(
            "With {n} partner, having none in a group of {share} says little yet.",
            "With {n} partners, having none in a group of {share} says little yet.",
            group.n,
            share=share,
        )
    return t("This group is so small that with so few partners even nobody at all would say nothing.")


def _not_compared(dimension: DimensionResult, t: Texts) -> str:
    if dimension.id in PLACES and len(dimension.groups) == 1:
        return t("There is only one group here, so there is nothing to compare.")
    return t("We do not compare this.")


def _described(dimension: DimensionResult, group: Group, view: PartnerView, t: Texts) -> str:
    """Describe our own side, where the region has no figure of the same kind."""
    name = capital(group_name(dimension, group, t))
    if dimension.id == "household" and dimension.n_known:
        return t.plural("{group}: mainly for them {n} partner.", "{group}: mainly for them {n} partners.",
                        group.partners, group=name)  # fmt: skip
    if group.partner_share is None or group.n == 0:
        return t("{group}: we do not know this for our partners yet.", group=name)
    share = share_words(group.partner_share, t)
    if dimension.kind == "fractions":
        return t("{group}: {share}. The region has no figure for this.", group=name, share=share)
    if view.weight != "count":
        return t(
            "{group}: {share} of {money}.",
            group=name,
            share=share,
            money=money_name(dimension, view.weight, t),
        )
    return t.plural(
        "{group}: {count} of the {n} partner for which we know this.",
        "{group}: {count} of the {n} partners for which we know this.",
        group.n,
        group=name,
        count=t.number(group.count),
    )
