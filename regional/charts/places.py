"""Where the partners sit: one bar of four parts, each with its own pattern, shape and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regional.charts.chart import Chart
from regional.charts.draw import Trace, draw, marks, words
from regional.charts.tables import frame
from regional.charts.theme import palette
from regional.charts.words import escape, share_text
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    from regional.charts.theme import Palette
    from regional.mirror.result import PartnersSummary
    from regional.texts import Texts

BAR = 34
LIST = 62
STEP = 26


@dataclass(frozen=True)
class _Part:
    n: int
    label: str
    symbol: str
    pattern: str
    is_filled: bool = False


def location_chart(partners: PartnersSummary, texts: Texts, *, dark: bool = False) -> Chart:
    """Return the partners inside the region, elsewhere in the country, abroad and of unknown place."""
    parts = _parts(partners, texts)
    colours = palette(dark)
    height = LIST + STEP * (len(parts) - 1) + 12
    total = max(sum(part.n for part in parts), 1)
    traces = [*_stack(parts, colours, texts), *_list(parts, colours, texts)]
    title = _title(partners, texts)
    facts = [f"{part.label}: {texts.number(part.n)}" for part in parts]
    return Chart(
        draw(traces, height, (0.0, float(total)), colours, texts, sides=(10, 10)),
        title,
        texts("How to read this: the whole bar is all your partners, each part says where they sit."),
        f"{title}. {'; '.join(facts)}.",
        texts("Source: your own partner file"),
        frame(
            {
                texts("Place"): [part.label for part in parts],
                texts("Our partners"): [texts.number(part.n) for part in parts],
                texts("Share"): [share_text(part.n / total, texts) for part in parts],
            }
        ),
    )


def _parts(partners: PartnersSummary, texts: Texts) -> list[_Part]:
    return [
        _Part(partners.in_region, texts("In the region"), "square", "", is_filled=True),
        _Part(partners.elsewhere, texts("Elsewhere in the Netherlands"), "square-x-open", "x"),
        _Part(partners.abroad, texts("Abroad"), "square-cross-open", "+"),
        _Part(partners.unknown_place, texts("Place unknown"), "square-open", ""),
    ]


def _title(partners: PartnersSummary, texts: Texts) -> str:
    if partners.n == 0:
        return texts("No partners yet")
    if partners.unknown_place == partners.n:
        return texts("Of none of the partners do we know the place")
    return texts.plural(
        "{inside} of {n} partner sits in the region",
        "{inside} of {n} partners sit in the region",
        partners.n,
        inside=texts.number(partners.in_region),
    )


def _stack(parts: Sequence[_Part], colours: Palette, texts: Texts) -> list[Trace]:
    traces, start = [], 0
    for part in parts:
        traces.append(_piece(part, start, colours, texts))
        start += part.n
    return [trace for trace in traces if trace["x"] != [0]]


def _piece(part: _Part, start: int, colours: Palette, texts: Texts) -> Trace:
    """Filled for the region; the others open, with a sparse pattern that repeats their shape."""
    marker: dict[str, Any] = {
        "color": colours.partners if part.is_filled else "rgba(0,0,0,0)",
        "line": {"width": 2, "color": colours.partners},
    }
    if part.pattern:
        shape = {"shape": part.pattern, "size": 14, "solidity": 0.12, "fgcolor": colours.partners}
        marker["pattern"] = {**shape, "bgcolor": "rgba(0,0,0,0)"}
    return {
        "type": "bar",
        "name": escape(part.label),
        "orientation": "h",
        "base": [start],
        "x": [part.n],
        "y": [22.0],
        "width": BAR,
        "marker": marker,
        "hovertext": [escape(f"{part.label}: {texts.number(part.n)}")],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _list(parts: Sequence[_Part], colours: Palette, texts: Texts) -> list[Trace]:
    spots, lines = [], []
    for n, part in enumerate(parts):
        y = LIST + n * STEP
        spots.append((0.0, y, ""))
        text = f"<b>{texts.number(part.n)}</b>{NBSP * 2}{escape(part.label)}"
        lines.append((0.0, y, f"{NBSP * 6}{text}"))
    return [
        marks("shapes", spots, [part.symbol for part in parts], colours.partners, 12),
        words("parts", lines, "middle right", colours.ink),
    ]
