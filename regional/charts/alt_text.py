"""What a chart of both sides says in words: order, states, hover, alt text, reading sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.titles import mirror_title
from regional.charts.words import (
    dimension_label,
    group_label,
    points_text,
    range_text,
    share_text,
)
from regional.dimensions import EVERYONE, dimension
from regional.mirror.result import Group, Status
from regional.sentences.states import state_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult
    from regional.texts import Texts


def ordered_groups(result: DimensionResult) -> list[Group]:
    """Return the groups in the dimension's own order, or the largest of the region first."""
    try:
        ordered = dimension(result.id).ordered
    except KeyError:
        ordered = True
    if ordered:
        return list(result.groups)
    return sorted(result.groups, key=lambda g: (-(g.region_share or 0), -(g.partner_share or 0)))


def drawn_groups(result: DimensionResult) -> list[Group]:
    """Return the groups to draw; partners for everyone stand apart in a row of their own, without a share."""
    everyone = result.answers.get("everyone", 0)
    if not everyone or result.basis != "main_groups":
        return ordered_groups(result)
    apart = Group(
        id=EVERYONE.id, label=FOR_EVERYONE, region_share=None, partner_share=None, count=everyone, n=everyone,
        partners=everyone,
    )  # fmt: skip
    return [*ordered_groups(result), apart]


FOR_EVERYONE = N_("For everyone")


def has_unknown(group: Group) -> bool:
    """Tell whether what is unknown could still move this group's share."""
    return group.bounds is not None and group.bounds[1] - group.bounds[0] > 1e-9


def mirror_alt(result: DimensionResult, texts: Texts) -> str:
    """Return both sides of every group as running text, with the figures."""
    name = dimension_label(result.id, texts)
    parts = [_alt_of(group, result, texts) for group in drawn_groups(result)]
    return f"{name}. {mirror_title(result, texts)}. {'; '.join(parts)}."


def outside_sentence(result: DimensionResult, texts: Texts) -> list[str]:
    """Return how many partners are not in the picture, as they sit outside the region; none where nobody does."""
    n = sum(result.outside.values())
    if n == 0:
        return []
    return [
        texts.plural(
            "{n} partner outside the region is not counted here.",
            "{n} partners outside the region are not counted here.",
            n,
        )
    ]


def _facts(group: Group, texts: Texts) -> list[str]:
    facts = []
    if group.region_share is not None:
        facts.append(texts("region {share}", share=share_text(group.region_share, texts)))
    facts.append(texts("partners {share}", share=share_text(group.partner_share, texts)))
    if group.gap is not None:
        facts.append(texts("difference {points}", points=points_text(group.gap, texts)))
    if group.band is not None:
        facts.append(texts("by chance {range}", range=range_text(group.band, texts)))
    if has_unknown(group):
        facts.append(texts("with the unknown {range}", range=range_text(group.bounds, texts)))
    return facts


def _alt_of(group: Group, result: DimensionResult, texts: Texts) -> str:
    if group.id == EVERYONE.id:
        counted = texts.plural("{n} partner, counted apart", "{n} partners, counted apart", group.partners)
        return f"{group_label(group, texts)}: {counted}"
    facts = _facts(group, texts)
    if result.tested and group.status is not Status.NOT_COMPARABLE:
        facts.append(state_words(group.status, texts).lower())
    return f"{group_label(group, texts)}: {', '.join(facts)}"
