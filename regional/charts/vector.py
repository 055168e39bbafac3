"""The mirror and reach charts as SVG, for paper and for a file that stands alone.

The same language of forms as on screen (regional.charts.mirror, .reach), narrow enough for half a page and a phone.
Every shape has a class (``region``, ``partners``, ``ink``, ``muted``, ``band``), for style sheets to turn dark.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from regional.charts.drawing import Drawing
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

if TYPE_CHECKING:
    from regional.mirror.result import Mirror, ReachResult
    from regional.texts import Texts

WIDTH = 360.0
ROOM = 34.0
"""For a value beside the longest bar."""
FONT = "Source Sans 3, Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
BAR, BAND, LINE, HEAD = 12.0, 20.0, 15.0, 38.0
LABEL, HEADING = 50, 13
"""Characters on one line: of a label, and of what a side counts."""
CIRCLES = 12
_COLOURS = palette()


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


def reach_drawing(mirror: Mirror, reach: Sequence[ReachResult], t: Texts) -> Drawing:
    """Return the drawing of the groups given, with the words of the reach chart on screen."""
    return Drawing(
        reach_svg(reach, t),
        reach_title(reach, mirror.reach_known, t),
        reach_sentence(t),
        reach_alt(reach, mirror, t),
        reach_source(reach, mirror, t, None),
        reach_table(reach, t),
    )


def _circles(found: ReachResult, y: float, t: Texts) -> list[str]:
    kinds = ([True] * found.main + [False] * found.also)[:CIRCLES]
    parts = [_circle(5 + 11 * at, y, main=main) for at, main in enumerate(kinds)]
    return [*parts, svg_text(6 + 11 * len(kinds) if kinds else 0, y + 4, reach_short(found, t), size=11)]


def svg_document(parts: Sequence[str], height: float, width: float = WIDTH) -> str:
    """Return the drawing of these parts as one SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:.1f}" '
        f'font-family="{FONT}">{"".join(parts)}</svg>'
    )


def svg_text(
    x: float, y: float, words: str, kind: str = "ink", size: float = 12, anchor: str = "start", *, bold: bool = False
) -> str:
    """Return words at a point; ``anchor`` as in SVG."""
    weight = ' font-weight="600"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f"<text {place} {svg_fill(kind)}{weight}>{escape(_clean(words))}</text>"


def svg_heading(label: str, note: str, y: float) -> tuple[list[str], float]:
    """Return a row's label from ``y`` on, with a note beside or below it, and where that ends."""
    is_beside = len(label) + len(note) + 2 <= LABEL
    lines = textwrap.wrap(_clean(label), LABEL) or [""]
    parts = [svg_text(0, y + 11 + LINE * at, line, size=HEADING, bold=True) for at, line in enumerate(lines)]
    y += LINE * len(lines)
    if note and is_beside:
        parts.append(svg_text(WIDTH, y - 4, note, size=HEADING, anchor="end"))
    elif note:
        parts.append(svg_text(0, y + 11, note, size=HEADING))
        y += LINE
    return parts, y


def svg_rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" {svg_fill(kind)}/>'


def _square(x: float, y: float, kind: str) -> str:
    return svg_rect(x, y, 9, 9, kind)


def _line(x: float, y: float, x2: float, y2: float, kind: str, *, dashed: bool = False) -> str:
    look = ' stroke-width="1.8" stroke-dasharray="1.8 2.6"' if dashed else ' stroke-width="1"'
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {svg_stroke(kind)}{look}/>'


def _circle(x: float, y: float, *, main: bool) -> str:
    paint = svg_fill("partners") if main else f'fill="none" {svg_stroke("partners")} stroke-width="1.5"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {paint}/>'


def svg_fill(kind: str) -> str:
    """Return the class and colour of an area, for light and dark."""
    return f'class="{kind}" fill="{getattr(_COLOURS, kind)}"'


def svg_stroke(kind: str) -> str:
    """Return the class and colour of a line, for light and dark."""
    return f'class="{kind}-line" stroke="{getattr(_COLOURS, kind)}"'


def _clean(text: str) -> str:
    """Return ``text`` without what XML cannot hold (control characters, lone surrogates)."""
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)
