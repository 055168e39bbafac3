"""The signature picture as SVG: row by row, what the region would have above, what is below."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from regional.charts.states import state_symbol
from regional.charts.vector import HEADING, LINE, svg_document, svg_fill, svg_heading, svg_stroke, svg_text

if TYPE_CHECKING:
    from regional.charts.icon_array import DotRow, IconArray
    from regional.texts import Texts

STEP, RADIUS, TEN = 13.0, 4.6, 5.0
"""From dot to dot, half a dot, and the air after ten of them."""
IN_LINE = 24
"""Dots that stand on one line; where a group has more, twenty stand on each."""
WRAPPED = 20
EDGE = 1.0


def icons_svg(array: IconArray, t: Texts, only: Collection[str] = ()) -> str:
    """Return all rows, or those of the groups in ``only``."""
    rows = [row for row in array.rows if (row.id in only if only else array.n or row.proposed)]
    most = max((n for row in rows for n in (row.wanted or 0, row.present + row.proposed, row.beside or 0)), default=0)
    per_line = IN_LINE if most <= IN_LINE else WRAPPED
    parts, y = _legend(array, rows, t)
    for row in rows:
        # One group alone is named, and its state told, where the picture stands.
        drawn, y = _row(replace(row, label="", note="") if len(rows) == 1 == len(only) else row, y, per_line, t)
        parts += drawn
    if not only:
        apart = (
            (array.everyone, t("For everyone"), "partners"),
            (array.none_named, t("For no group of this theme"), "partners"),
            (array.unknown, t("Not known yet"), "unknown"),
        )
        for n, label, kind in apart:
            if n:
                drawn, y = _apart(n, label, kind, y, t)
                parts += drawn
    return svg_document(parts, y)


def dots_svg(label: str, kinds: Sequence[tuple[str, str, int]], t: Texts) -> str:
    """Return one heap of partners in kinds: the words, the look of a dot, and how many."""
    parts: list[str] = []
    for at, (words, kind, n) in enumerate(kinds):
        y = 8.0 + 18 * at
        parts += [
            *_dot(RADIUS + EDGE, y, kind),
            svg_text(16, y + 4, f"{words}: {t.number(n)}", size=HEADING, bold=True),
        ]
    heading, y = svg_heading(label, "", 18.0 * len(kinds) + 10)
    total = sum(n for _, _, n in kinds)
    if total > WRAPPED * 5:
        return svg_document([*parts, *heading], y)
    per_line = IN_LINE if total <= IN_LINE else WRAPPED
    drawn, y = _dots([(kind, n) for _, kind, n in kinds], None, y + 9, per_line, t)
    return svg_document([*parts, *heading, *drawn], y + 4)


def _legend(array: IconArray, rows: Sequence[DotRow], t: Texts) -> tuple[list[str], float]:
    """Say at once what each kind of dot is; only what is drawn."""
    n = array.n
    said = []
    if array.is_compared:
        said.append(("region", t("If we were like the region")))
    if n or array.everyone or array.none_named:
        whole = n + array.everyone + array.none_named
        said.append(("partners", t.plural("As it is: {n} partner", "As it is: our {n} partners", whole)))
    if any(row.proposed for row in rows):
        said.append(("proposed", t("Proposed, not confirmed yet")))
    if any(row.missing for row in rows):
        said.append(("missing", t("Empty place: fewer than in the region")))
    if any(row.beside is not None for row in rows):
        said.append(("muted", t("Our own figures, to compare")))
    parts: list[str] = []
    for at, (kind, words) in enumerate(said):
        y = 8 + 18 * at
        parts += [
            *_dot(RADIUS + EDGE, y, kind),
            svg_text(16, y + 4, words, size=HEADING, bold=kind in ("region", "partners")),
        ]
    return parts, 18.0 * len(said) + 10


def _row(row: DotRow, y: float, per_line: int, t: Texts) -> tuple[list[str], float]:
    parts: list[str] = []
    if row.label:
        parts, y = svg_heading(row.label, f"{state_symbol(row.state).glyph} {row.note}" if row.note else "", y)
    y += 9
    top = y - RADIUS - 2
    if row.wanted is not None:
        drawn, y = _dots([("region", row.wanted)], row.wanted, y, per_line, t)
        parts += drawn
    here = [("partners", row.present), ("proposed", row.proposed), ("missing", row.missing)]
    drawn, foot = _dots(here, row.present, y, per_line, t)
    parts += drawn
    if row.wanted is not None:
        parts += _mark(row, top, y, per_line)
    y = foot
    if row.beside is not None:
        drawn, y = _dots([("muted", row.beside)], row.beside, y, per_line, t)
        parts += drawn
    return parts, y + 7


def _dots(
    kinds: Sequence[tuple[str, int]], number: int | None, y: float, per_line: int, t: Texts
) -> tuple[list[str], float]:
    """Return dots line by line with their number behind the last, and where the next line is."""
    parts, at = [], 0
    for kind, n in kinds:
        for _ in range(n):
            parts += _dot(_x(at % per_line), y + STEP * (at // per_line), kind)
            at += 1
    last = max(at - 1, 0)
    x = _x(last % per_line) + RADIUS + 8 if at else EDGE
    if number is not None:
        parts.append(svg_text(x, y + 4 + STEP * (last // per_line), t.number(number), size=HEADING, bold=True))
    return parts, y + STEP * (last // per_line + 1) + 1


def _mark(row: DotRow, top: float, y: float, per_line: int) -> list[str]:
    """A line where the region's number would be: through both lines, or among our dots where they are wrapped."""
    wanted = row.wanted or 0
    line, at = divmod(max(wanted - 1, 0), per_line)
    x = _x(at) + STEP / 2 if wanted else EDGE
    if at % 10 == 9:
        x += TEN / 2
    middle = y + STEP * line
    start = top if line == 0 else middle - RADIUS - 2
    end = f'y2="{middle + RADIUS + 2:.1f}"'
    return [f'<line x1="{x:.1f}" y1="{start:.1f}" x2="{x:.1f}" {end} {svg_stroke("region")} stroke-width="1.6"/>']


def _apart(n: int, label: str, kind: str, y: float, t: Texts) -> tuple[list[str], float]:
    parts, y = svg_heading(label, "", y)
    y -= LINE
    if n > WRAPPED * 5:
        parts.append(svg_text(0, y + 28, t.plural("{n} partner", "{n} partners", n)))
        return parts, y + 40
    drawn, y = _dots([(kind, n)], n, y + LINE + 9, IN_LINE if n <= IN_LINE else WRAPPED, t)
    return [*parts, *drawn], y + 7


def _x(at: int) -> float:
    return EDGE + RADIUS + STEP * at + TEN * (at // 10)


def _dot(x: float, y: float, kind: str) -> list[str]:
    place = f'cx="{x:.1f}" cy="{y:.1f}"'
    if kind == "missing":
        look = f'{svg_stroke("partners")} stroke-width="1.1" stroke-dasharray="1.9 1.5"'
        return [f'<circle {place} r="{RADIUS - 0.5:g}" fill="none" {look}/>']
    if kind == "ask":
        return [f'<circle {place} r="{RADIUS - 0.9:g}" fill="none" {svg_stroke("partners")} stroke-width="1.8"/>']
    if kind == "unknown":
        return [f'<circle {place} r="{RADIUS - 0.7:g}" fill="none" {svg_stroke("muted")} stroke-width="1.2"/>']
    if kind == "proposed":
        half, look = RADIUS - 0.5, f'{svg_stroke("partners")} stroke-width="1.1"'
        strokes = [
            f'<line x1="{x - w:.1f}" y1="{y + h:.1f}" x2="{x + h:.1f}" y2="{y - w:.1f}" {look}/>'
            for w, h in ((half * 0.95, 0.0), (half * 0.6, half * 0.6), (0.0, half * 0.95))
        ]
        return [f'<circle {place} r="{half:g}" fill="none" {look}/>', *strokes]
    return [f'<circle {place} r="{RADIUS:g}" {svg_fill(kind)}/>']
