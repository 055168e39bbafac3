"""What a chart of both sides says in words: order, states, hover, alt text, reading sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.states import state_symbol
from regional.charts.titles import mirror_title
from regional.charts.words import (
    dimension_label,
    escape,
    group_label,
    points_text,
    range_text,
    share_text,
)
from regional.dimensions import EVERYONE, dimension
from regional.mirror.result import Group, Status
from regional.sentences.states import state_words
from regional.texts import N_
from regional.texts.catalogue import NBSP

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


def tells_states(result: DimensionResult) -> bool:
    """Tell whether rows carry a state: not where all share one quiet state that the title tells."""
    quiet = (Status.IN_LINE, Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)
    found = {group.status for group in result.groups}
    return result.tested and not (len(found) == 1 and found <= set(quiet))


def note_of(group: Group, result: DimensionResult, texts: Texts) -> str:
    """Return the state of a row in shape and words; "" where nothing needs saying."""
    if group.id == EVERYONE.id:
        return escape(texts.plural("{n} partner, counted apart", "{n} partners, counted apart", group.partners))
    if group.status in (Status.IN_LINE, Status.NOT_COMPARABLE) or not tells_states(result):
        return ""
    glyph = f'<span style="font-size:16px">{state_symbol(group.status).glyph}</span>'
    return f"{glyph}{NBSP}{escape(state_words(group.status, texts))}"


def has_unknown(group: Group) -> bool:
    """Tell whether what is unknown could still move this group's share."""
    return group.bounds is not None and group.bounds[1] - group.bounds[0] > 1e-9


def mirror_alt(result: DimensionResult, texts: Texts) -> str:
    """Return both sides of every group as running text, with the figures."""
    name = dimension_label(result.id, texts)
    parts = [_alt_of(group, result, texts) for group in drawn_groups(result)]
    return f"{name}. {mirror_title(result, texts)}. {'; '.join(parts)}."


def hover_of(group: Group, texts: Texts) -> str:
    """Return everything known of one group, escaped, for the hover box."""
    lines_ = [f"<b>{escape(group_label(group, texts))}</b>", *map(escape, _facts(group, texts))]
    return "<br>".join(lines_)


def reading_sentence(result: DimensionResult, texts: Texts) -> str:
    """Return how to read the mirror chart, explaining only what is drawn, and who is not in it."""
    groups = result.groups
    first = texts("How to read this: the longer the bar, the larger the share of our partners.")
    if any(group.region_share is not None for group in groups):
        first = texts("How to read this: on the left the region, on the right our partners.")
    told = [first]
    if any(group.band for group in groups):
        told.append(_band_sentence(texts))
    if any(has_unknown(group) and group.partner_share is not None for group in groups):
        told.append(unknown_sentence(texts))
    return " ".join([*told, *_outside_sentence(result, texts)])


def unknown_sentence(texts: Texts) -> str:
    """Return what the dotted line is."""
    return texts("The dotted line shows how it may turn out once we know everything.")


def _band_sentence(texts: Texts) -> str:
    return texts(
        "The grey band is what chance gives, with the region as a small triangle: if the bar ends within it, "
        "the difference may be chance."
    )


def _outside_sentence(result: DimensionResult, texts: Texts) -> list[str]:
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
        return f"{group_label(group, texts)}: {note_of(group, result, texts)}"
    facts = _facts(group, texts)
    if result.tested and group.status is not Status.NOT_COMPARABLE:
        facts.append(state_words(group.status, texts).lower())
    return f"{group_label(group, texts)}: {', '.join(facts)}"
