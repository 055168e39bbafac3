"""The drawing kit: rows of known height, bars, lines and words, one figure.

The vertical axis counts pixels from the top. A chart so keeps its proportions from a phone of 320
pixels to a wide screen: only the horizontal axis stretches, and no label needs a margin at the side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regional.charts.theme import Palette, base_layout

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from regional.texts import Texts

Trace = dict[str, Any]
Spot = tuple[float, float, str]
"""x (data), y (pixels from the top), text (escaped)."""
Span = tuple[float, float, float]
"""From x, to x (data), y (pixels from the top)."""

LINE = 20
NOTE = 20
GAP = 24
FOOT = 14
SMALL = 13
BOTH_SIDES = (48, 48)
"""Margins left and right, in which a value at a bar's end still fits."""
ONE_SIDE = (10, 52)


@dataclass(frozen=True)
class ChartRow:
    """Heights of one row, in pixels from the top: label, note below it, and the marks."""

    label: float
    note: float
    mark: float


def stack_rows(
    lines: Sequence[int], notes: Sequence[bool], top: float, mark_heights: Sequence[float]
) -> tuple[list[ChartRow], float]:
    """Return the rows below each other, and the height they take up with ``top``.

    ``lines`` is the number of lines of each label, ``notes`` whether a note stands below it,
    ``mark_heights`` what is left free for the marks.
    """
    rows, y = [], float(top)
    for count, note, mark_height in zip(lines, notes, mark_heights, strict=True):
        label = y + count * LINE / 2
        y += count * LINE
        rows.append(ChartRow(label, y + NOTE / 2, y + note * NOTE + 4 + mark_height / 2))
        y += note * NOTE + 4 + mark_height + GAP
    return rows, y - GAP + FOOT if rows else y


def bars(
    name: str, spans: Sequence[Span], colour: str, width: float, hover: Sequence[str] = (), **marker: object
) -> Trace:
    """Return horizontal bars from x to x; ``hover`` holds one escaped text a bar."""
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [start for start, _, _ in spans],
        "x": [end - start for start, end, _ in spans],
        "y": [y for _, _, y in spans],
        "width": width,
        "marker": {"color": colour, "line": {"width": 0}, **marker},
        "cliponaxis": False,
        **_hover(hover),
    }


def lines(name: str, spans: Sequence[Span], colour: str, width: float = 1.5, dash: str = "solid") -> Trace:
    """Return horizontal lines from x to x, one trace for all."""
    return strokes(name, [((a, y), (b, y)) for a, b, y in spans], colour, width, dash)


def strokes(
    name: str,
    ends: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    colour: str,
    width: float = 1.5,
    dash: str = "solid",
) -> Trace:
    """Return straight strokes between points (x, y), one trace for all."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines",
        "x": [v for a, b in ends for v in (a[0], b[0], None)],
        "y": [v for a, b in ends for v in (a[1], b[1], None)],
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def marks(
    name: str,
    spots: Sequence[Spot],
    symbols: Sequence[str],
    colour: str,
    size: float = 12,
    hover: Sequence[str] = (),
) -> Trace:
    """Return markers, one symbol each."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "x": [x for x, _, _ in spots],
        "y": [y for _, y, _ in spots],
        "marker": {
            "symbol": list(symbols),
            "color": colour,
            "size": size,
            "line": {"width": 2, "color": colour},
        },
        "cliponaxis": False,
        **_hover(hover),
    }


def words(name: str, spots: Sequence[Spot], position: str, colour: str, size: float = 15) -> Trace:
    """Return texts at spots; ``position`` as Plotly's textposition."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "text",
        "x": [x for x, _, _ in spots],
        "y": [y for _, y, _ in spots],
        "text": [text for _, _, text in spots],
        "textposition": position,
        "textfont": {"color": colour, "size": size},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def draw(
    traces: Sequence[Trace],
    height: float,
    x_range: tuple[float, float],
    palette: Palette,
    texts: Texts,
    *,
    log: bool = False,
    sides: tuple[int, int] = BOTH_SIDES,
) -> go.Figure:
    """Return the figure: ``height`` pixels of drawing, x from and to (in tens when ``log``)."""
    import plotly.graph_objects as go

    layout = base_layout(palette, texts)
    margin = {"l": sides[0], "r": sides[1], "t": 4, "b": 4}
    still = {"fixedrange": True, "visible": False, "zeroline": False, "showgrid": False}
    layout |= {
        "height": height + 8,
        "margin": margin,
        "barmode": "overlay",
        "hovermode": "closest",
        "xaxis": {**still, "range": list(x_range), "type": "log" if log else "linear"},
        "yaxis": {**still, "range": [height, 0]},
    }
    shown = [t for t in traces if t["y"]]
    marks_ = [t for t in shown if t.get("mode") != "text"]
    return go.Figure([*marks_, *_one_trace([t for t in shown if t.get("mode") == "text"])], layout)


def coloured(text: str, colour: str) -> str:
    """Return escaped ``text`` in a colour, for a place where Plotly reads tags."""
    return f'<span style="color:{colour}">{text}</span>'


def _one_trace(texts: Sequence[Trace]) -> list[Trace]:
    """All words as one trace, on top of everything: Plotly takes its time per trace, not per point.

    ``meta`` keeps the place of each of them: name -> [first, last + 1].
    """
    if not texts:
        return []
    merged: Trace = {**texts[0], "name": "words", "meta": {}, "textposition": []}
    merged |= {"x": [], "y": [], "text": [], "textfont": {"color": [], "size": []}}
    for trace in texts:
        start, n = len(merged["y"]), len(trace["y"])
        merged["meta"][trace["name"]] = [start, start + n]
        merged["textposition"] += [trace["textposition"]] * n
        for key in ("x", "y", "text"):
            merged[key] += trace[key]
        for key, values in merged["textfont"].items():
            values += [trace["textfont"][key]] * n
    return [merged]


def _hover(hover: Sequence[str]) -> Trace:
    if not hover:
        return {"hoverinfo": "skip"}
    return {"hovertext": list(hover), "hovertemplate": "%{hovertext}<extra></extra>"}
