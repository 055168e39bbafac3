"""The small pictures of the line-up: each the same in everything but where its dots are."""

from __future__ import annotations

import textwrap
from string import ascii_uppercase
from typing import TYPE_CHECKING

from regional.charts.alt_text import ordered_groups
from regional.charts.icon_array import MOST
from regional.charts.vector import svg_document, svg_fill, svg_rect, svg_text
from regional.charts.words import group_label

if TYPE_CHECKING:
    import pandas as pd

    from regional.bubble.lineup import Lineup
    from regional.mirror.result import DimensionResult
    from regional.texts import Texts

WIDTH, LETTERS, LINE = 172.0, 26, 14.0
STEP, RADIUS, TEN, PER_LINE = 10.2, 3.9, 5.0, 15
LABEL = 12


def letter(at: int) -> str:
    """Return the name of the picture at a place."""
    return ascii_uppercase[at]


def small_pictures(found: Lineup, result: DimensionResult, t: Texts) -> list[str]:
    """Return each picture as SVG: dots up to a hundred partners, bars above; all of one height, none with a number."""
    order, labels = _order(found, result, t)
    lines = [textwrap.wrap(label, LETTERS) or [""] for label in labels]
    most = [max(dots[at] for dots in found.pictures) for at in order]
    longest = max(most, default=0) or 1
    drawn = []
    for dots in found.pictures:
        parts, y = [], 0.0
        for at, words, room in zip(order, lines, most, strict=True):
            parts += [svg_text(0, y + 11 + LINE * i, line, size=LABEL) for i, line in enumerate(words)]
            y += LINE * len(words) + 7
            if found.n > MOST:
                parts.append(svg_rect(0, y - 4, dots[at] / longest * WIDTH, 9, "partners"))
                y += 13
            else:
                parts += [_dot(i, y) for i in range(dots[at])]
                y += STEP * (max(room - 1, 0) // PER_LINE + 1) + 2
        drawn.append(svg_document(parts, y, WIDTH))
    return drawn


def lineup_table(found: Lineup, result: DimensionResult, t: Texts) -> pd.DataFrame:
    """Return the partners of each picture by group, one row a picture."""
    import pandas as pd

    order, labels = _order(found, result, t)
    return pd.DataFrame(
        {t("Picture"): letter(place), **{label: t.number(dots[at]) for at, label in zip(order, labels, strict=True)}}
        for place, dots in enumerate(found.pictures)
    )


def _order(found: Lineup, result: DimensionResult, t: Texts) -> tuple[list[int], list[str]]:
    """Return which group comes where, as on the mirror, and the reader's names of them."""
    places = {group.id: at for at, group in enumerate(found.groups)}
    groups = [group for group in ordered_groups(result) if group.id in places]
    return [places[group.id] for group in groups], [group_label(group, t) for group in groups]


def _dot(at: int, y: float) -> str:
    x = RADIUS + STEP * (at % PER_LINE) + TEN * (at % PER_LINE // 10)
    return f'<circle cx="{x:.1f}" cy="{y + STEP * (at // PER_LINE):.1f}" r="{RADIUS:g}" {svg_fill("partners")}/>'
