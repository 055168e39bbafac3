"""Shares of region and partners on one axis, as SVG: for money, percentages, and more than a hundred partners.

Sorted by the gap; what is uncertain is one light bar and no error bar, which readers take for what it is not
(Correll and Gleicher 2014).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.alt_text import drawn_groups, ordered_groups
from regional.charts.icon_array import CLEAR
from regional.charts.states import state_symbol
from regional.charts.vector import HEADING, WIDTH, svg_document, svg_fill, svg_heading, svg_rect, svg_stroke, svg_text
from regional.charts.words import group_label, share_text
from regional.dimensions import EVERYONE
from regional.sentences.states import state_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Weight
    from regional.texts import Texts

LEFT, AXIS = 6.0, 232.0
REGION_AT, OURS_AT = 300.0, WIDTH


def shares_svg(
    result: DimensionResult,
    t: Texts,
    weight: Weight = "count",
    only: Collection[str] = (),
    beside: Mapping[str, float] | None = None,
) -> str:
    """Return the groups on one axis from nothing to the largest share; ``beside`` is another make-up, a grey mark."""
    groups = [g for g in sorted_groups(result) if not only or g.id in only]
    parts, y = _rows(groups, t, weight, beside)
    apart = [g for g in drawn_groups(result) if g.id == EVERYONE.id and not only]
    for group in apart:
        counted = t.plural("{n} partner, counted apart", "{n} partners, counted apart", group.partners)
        parts += [svg_text(0, y + 11, group_label(group, t), bold=True), svg_text(0, y + 27, counted)]
        y += 40
    return svg_document(parts, y)


def groups_svg(groups: Sequence[Group], t: Texts, weight: Weight = "count") -> str:
    """Return the shares of these groups on one axis, in the order given."""
    return svg_document(*_rows(groups, t, weight))


def partners_head(weight: Weight, t: Texts) -> str:
    """Return what the partners' side counts: partners, or which money."""
    if weight == "count":
        return t("Our partners")
    return t("Money from partners") if weight == "money_in" else t("Money to partners")


def sorted_groups(result: DimensionResult) -> list[Group]:
    """Return the groups by their gap, what is missed first; in their own order where there is none."""
    groups = ordered_groups(result)
    if all(group.gap is None for group in groups):
        return groups
    return sorted(groups, key=lambda g: g.gap if g.gap is not None else 2.0)


def _rows(
    groups: Sequence[Group], t: Texts, weight: Weight = "count", beside: Mapping[str, float] | None = None
) -> tuple[list[str], float]:
    far = [v for g in groups for v in (g.region_share, g.partner_share, g.band and g.band[1]) if v]
    far += (beside or {}).values()
    scale = AXIS / max(far, default=1.0)
    parts, y = _legend(groups, beside, weight, t)
    for group in groups:
        drawn, y = _row(group, y, scale, t, (beside or {}).get(group.id))
        parts += drawn
    return parts, y


def _legend(
    groups: Sequence[Group], beside: Mapping[str, float] | None, weight: Weight, t: Texts
) -> tuple[list[str], float]:
    said = []
    if any(g.region_share is not None for g in groups):
        said.append((_region_mark(LEFT, 8), t("The region")))
    if any(g.partner_share is not None for g in groups):
        said.append((_ours_mark(LEFT, 8), partners_head(weight, t)))
    if any(g.band is not None for g in groups):
        said.append((svg_rect(LEFT - 5, 3, 11, 10, "band"), t("Here chance alone may put us")))
    if beside:
        said.append((_beside_mark(LEFT, 8), t("Our own figures, to compare")))
    parts = []
    for at, (mark, words) in enumerate(said):
        parts.append(
            f'<g transform="translate(0 {18 * at})">{mark}{svg_text(16, 12, words, size=HEADING, bold=at < 2)}</g>'
        )
    return parts, 18.0 * len(said) + 10


def _row(group: Group, y: float, scale: float, t: Texts, beside: float | None) -> tuple[list[str], float]:
    note = state_words(group.status, t) if group.status in CLEAR else ""
    parts, y = svg_heading(group_label(group, t), f"{state_symbol(group.status).glyph} {note}" if note else "", y)
    middle = y + 10
    if group.band is not None:
        low, high = group.band
        parts.append(svg_rect(LEFT + low * scale, middle - 8, (high - low) * scale, 16, "band"))
    parts.append(_line(LEFT, LEFT + AXIS, middle, "muted", 0.6))
    region, ours = group.region_share, group.partner_share
    if region is not None and ours is not None:
        parts.append(_line(LEFT + region * scale, LEFT + ours * scale, middle, "partners", 2.0))
    if beside is not None:
        parts.append(_beside_mark(LEFT + beside * scale, middle))
    if region is not None:
        parts.append(_region_mark(LEFT + region * scale, middle))
        parts.append(
            svg_text(REGION_AT, middle + 4, share_text(region, t), "region", anchor="end", size=HEADING, bold=True)
        )
    if ours is not None:
        parts.append(_ours_mark(LEFT + ours * scale, middle))
        parts.append(svg_text(OURS_AT, middle + 4, share_text(ours, t), size=HEADING, anchor="end", bold=True))
    return parts, middle + 18


def _line(x: float, x2: float, y: float, kind: str, width: float) -> str:
    place = f'x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y:.1f}"'
    return f'<line {place} {svg_stroke(kind)} stroke-width="{width:g}"/>'


def _region_mark(x: float, y: float) -> str:
    return svg_rect(x - 1.8, y - 8, 3.6, 16, "region")


def _ours_mark(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" {svg_fill("partners")}/>'


def _beside_mark(x: float, y: float) -> str:
    place = f"{x:.1f},{y - 5:.1f} {x + 5:.1f},{y:.1f} {x:.1f},{y + 5:.1f} {x - 5:.1f},{y:.1f}"
    return f'<polygon points="{place}" {svg_fill("muted")}/>'
