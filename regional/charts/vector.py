"""The mirror and reach charts as SVG, for paper and for a file that stands alone.

The same language of forms as on screen (regional.charts.mirror, .reach), narrow enough for half a page and a phone.
Every shape has a class (``region``, ``partners``, ``ink``, ``muted``, ``band``), for style sheets to turn dark.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from regional.charts.alt_text import drawn_groups, has_unknown, note_of, tells_states
from regional.charts.mirror import axis_reach, counted_shares, partners_head
from regional.charts.reach import (
    inhabitants_text,
    reach_alt,
    reach_label,
    reach_sentence,
    reach_short,
    reach_source,
    reach_table,
    reach_title,
)
from regional.charts.theme import palette
from regional.charts.words import group_label, share_text
from regional.dimensions import EVERYONE
from regional.mirror.result import Status
from regional.sentences.states import state_words

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.result import DimensionResult, Group, Mirror, ReachResult
    from regional.mirror.settings import Weight
    from regional.texts import Texts

WIDTH = 360.0
ROOM = 34.0
"""For a value beside the longest bar."""
FONT = "Source Sans 3, Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
BAR, BAND, LINE, HEAD = 12.0, 20.0, 15.0, 38.0
LABEL, BASE = 54, 32
"""Characters on one line: of a label, and of what a side counts."""
CIRCLES = 12
_COLOURS = palette()


def mirror_svg(result: DimensionResult, t: Texts, weight: Weight = "count") -> str:
    """Return one dimension, region left and partners right of one axis; the partners alone without regional figures."""
    groups = drawn_groups(result)
    both = any(group.region_share is not None for group in groups)
    axis = WIDTH / 2 if both else 0.0
    scale = ((WIDTH - axis) - ROOM) / axis_reach(groups)
    parts, y = _heads(result, t, weight, axis), HEAD + 4
    for group in groups:
        lines = textwrap.wrap(_clean(group_label(group, t)), LABEL) or [""]
        parts += [svg_text(0, y + 11 + LINE * at, line, bold=True) for at, line in enumerate(lines)]
        y += LINE * len(lines)
        if group.id == EVERYONE.id:
            parts.append(svg_text(0, y + 11, note_of(group, result, t)))
            y += LINE + 6
            continue
        if tells_states(result) and group.status not in (Status.IN_LINE, Status.NOT_COMPARABLE):
            parts += _state(group.status, y, t)
            y += LINE
        middle = y + BAND / 2 + 3
        parts += _pair(group, axis, middle, scale, t)
        y = middle + BAND / 2 + 13
    return svg_document(parts, y)


def reach_svg(reach: Sequence[ReachResult], t: Texts) -> str:
    """Return inhabitants per group as bars, and below each a circle for every partner that reaches them."""
    longest = max((r.inhabitants or 0.0 for r in reach), default=0.0) or 1.0
    parts, y = [_square(0, 3, "region"), svg_text(14, 12, t("Inhabitants"))], 44.0
    parts += [_circle(5, 26, main=True), svg_text(14, 30, t("partner mainly for this group"))]
    parts += [_circle(205, 26, main=False), svg_text(214, 30, t("also"))]
    for found in reach:
        lines = textwrap.wrap(_clean(reach_label(found, t)), LABEL) or [""]
        parts += [svg_text(0, y + 11 + LINE * at, line, bold=True) for at, line in enumerate(lines)]
        parts.append(svg_text(WIDTH, y + 11, inhabitants_text(found, t), "muted", anchor="end"))
        y += LINE * len(lines) + 3
        if found.inhabitants:
            parts.append(svg_rect(0, y, found.inhabitants / longest * WIDTH, 9, "region"))
            y += 12
        parts += _circles(found, y + 7, t)
        y += 26
    return svg_document(parts, y)


class ReachWords(NamedTuple):
    """What goes with the drawing of reach, in the reader's language; ``table`` holds every figure, as text."""

    title: str
    sentence: str
    alt: str
    source: str
    table: pd.DataFrame


def reach_words(mirror: Mirror, reach: Sequence[ReachResult], t: Texts) -> ReachWords:
    """Return the words of the reach chart on screen, for the groups given."""
    title = reach_title(reach, mirror.reach_known, t)
    return ReachWords(
        title,
        reach_sentence(t),
        reach_alt(reach, mirror, t),
        reach_source(reach, mirror, t, None),
        reach_table(reach, t),
    )


def _heads(result: DimensionResult, t: Texts, weight: Weight, axis: float) -> list[str]:
    parts = [_square(axis + 6, 3, "partners"), svg_text(axis + 19, 12, partners_head(weight, t), bold=True)]
    parts.append(svg_text(axis + 6, 26, counted_shares(result, t), "muted", 11))
    if not axis:
        return parts
    base = textwrap.wrap(_clean(t(result.base)), BASE)[:2]
    parts += [_square(axis - 16, 3, "region"), svg_text(axis - 20, 12, t("The region"), anchor="end", bold=True)]
    return parts + [svg_text(axis - 6, 26 + 12 * at, line, "muted", 11, "end") for at, line in enumerate(base)]


def _pair(group: Group, axis: float, y: float, scale: float, t: Texts) -> list[str]:
    """Band, both bars with their values, the region mirrored, the bounds and the axis."""
    parts = []
    if group.band is not None:
        parts += _band(axis + group.band[0] * scale, axis + group.band[1] * scale, y)
    if group.region_share is not None:
        length = group.region_share * scale
        parts.append(svg_rect(axis - length, y - BAR / 2, length, BAR, "region"))
        parts.append(svg_text(axis - length - 4, y + 4, share_text(group.region_share, t), anchor="end"))
        if group.band is not None:
            parts.append(_triangle(axis + length, y + BAND / 2 + 3, 6, "region", up=True))
    if group.partner_share is not None:
        length = group.partner_share * scale
        parts.append(svg_rect(axis, y - BAR / 2, length, BAR, "partners"))
        parts.append(svg_text(axis + length + 4, y + 4, share_text(group.partner_share, t)))
        parts += _bounds(group, axis, y - BAND / 2 + 1, scale)
    return [*parts, _line(axis, y - BAND / 2, axis, y + BAND / 2, "ink")]


def _band(low: float, high: float, y: float) -> list[str]:
    foot = y + BAND / 2
    ends = [_line(x, foot, x, foot - 4, "muted") for x in (low, high)]
    return [svg_rect(low, y - BAND / 2, high - low, BAND, "band"), _line(low, foot, high, foot, "muted"), *ends]


def _bounds(group: Group, axis: float, y: float, scale: float) -> list[str]:
    """What the share may still become, dotted; cut at the edge where it goes on."""
    if group.bounds is None or not has_unknown(group):
        return []
    low, high = (min(axis + bound * scale, WIDTH - 2) for bound in group.bounds)
    return [_line(low, y, high, y, "partners", dashed=True)]


def _state(status: Status, y: float, t: Texts) -> list[str]:
    """The state below its label, its shape before it: filled is clear, open possible."""
    less = status in (Status.CLEARLY_LESS, Status.POSSIBLY_LESS)
    more = status in (Status.CLEARLY_MORE, Status.POSSIBLY_MORE)
    if not (less or more):
        return [svg_text(0, y + 11, state_words(status, t), "muted", 11)]
    is_clear = status in (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
    shape = _triangle(5, y + (2.5 if more else 11), 8.5, "ink", up=more, filled=is_clear)
    return [shape, svg_text(14, y + 11, state_words(status, t), size=11)]


def _circles(found: ReachResult, y: float, t: Texts) -> list[str]:
    kinds = ([True] * found.main + [False] * found.also)[:CIRCLES]
    parts = [_circle(5 + 11 * at, y, main=main) for at, main in enumerate(kinds)]
    return [*parts, svg_text(6 + 11 * len(kinds) if kinds else 0, y + 4, reach_short(found, t), size=11)]


def svg_document(parts: Sequence[str], height: float) -> str:
    """Return the drawing of these parts as one SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:.1f}" '
        f'font-family="{FONT}">{"".join(parts)}</svg>'
    )


def svg_text(
    x: float, y: float, words: str, kind: str = "ink", size: float = 12, anchor: str = "start", *, bold: bool = False
) -> str:
    """Return words at a point; ``anchor`` as in SVG."""
    weight = ' font-weight="600"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f"<text {place} {_fill(kind)}{weight}>{escape(_clean(words))}</text>"


def svg_rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" {_fill(kind)}/>'


def _square(x: float, y: float, kind: str) -> str:
    return svg_rect(x, y, 9, 9, kind)


def _line(x: float, y: float, x2: float, y2: float, kind: str, *, dashed: bool = False) -> str:
    look = ' stroke-width="1.8" stroke-dasharray="1.8 2.6"' if dashed else ' stroke-width="1"'
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {svg_stroke(kind)}{look}/>'


def _triangle(x: float, y: float, size: float, kind: str, *, up: bool, filled: bool = True) -> str:
    """A triangle with its base (``up``: at the bottom) or its point at the bottom at y + size or y."""
    foot = y + size if up else y - size
    points = f"{x:.1f},{y:.1f} {x - size / 2:.1f},{foot:.1f} {x + size / 2:.1f},{foot:.1f}"
    paint = _fill(kind) if filled else f'fill="none" {svg_stroke(kind)} stroke-width="1.2"'
    return f'<polygon points="{points}" {paint}/>'


def _circle(x: float, y: float, *, main: bool) -> str:
    paint = _fill("partners") if main else f'fill="none" {svg_stroke("partners")} stroke-width="1.5"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {paint}/>'


def _fill(kind: str) -> str:
    return f'class="{kind}" fill="{getattr(_COLOURS, kind)}"'


def svg_stroke(kind: str) -> str:
    """Return the class and colour of a line, for light and dark."""
    return f'class="{kind}-line" stroke="{getattr(_COLOURS, kind)}"'


def _clean(text: str) -> str:
    """Return ``text`` without what XML cannot hold (control characters, lone surrogates)."""
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)
