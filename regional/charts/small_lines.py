"""Years as one small line a group, all on the same scale; beside it, in dashes, what it is held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.draw import ChartRow, Trace, draw, lines, marks, stack_rows, words
from regional.charts.words import escape, wrapped
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from regional.charts.theme import Palette
    from regional.texts import Texts

HEAD, HEIGHT, AIR = 28, 44, 12


@dataclass(frozen=True)
class SmallLines:
    """``values`` are shares by group and year, None where not known; ``beside`` one share a group, or nothing.

    ``least`` is the least height of the scale, as a share: a small change shall not look like a cliff.
    """

    years: Sequence[int]
    labels: Sequence[str]
    values: Sequence[Sequence[float | None]]
    least: float
    beside: Sequence[float] = ()

    def known(self, at: int) -> list[float]:
        """Return every share that is drawn of one group."""
        return [*(value for value in self.values[at] if value is not None), *self.beside[at : at + 1]]

    @property
    def unit(self) -> float:
        """Pixels of a share of 1."""
        spread = max(max(known) - min(known) for at in range(len(self.labels)) if (known := self.known(at)))
        return (HEIGHT - AIR) / max(spread, self.least)


def small_lines(
    drawn: SmallLines, colour: str, said: Callable[[float | None], str], colours: Palette, t: Texts
) -> go.Figure:
    """Return the figure; ``said`` words a share."""
    heights = [wrapped(label)[1] for label in drawn.labels]
    rows, height = stack_rows(heights, [False] * len(heights), HEAD, [HEIGHT] * len(heights))
    first, last = float(drawn.years[0]), float(drawn.years[-1])
    traces, begins, ends, spans = [], [], [], []
    for at, row in enumerate(rows):
        line, values = _line(drawn, at, row, colour, said), drawn.values[at]
        traces.append(line)
        if drawn.beside:
            y = _height(drawn, at, drawn.beside[at], row)
            spans.append((first, last, y))
        if values[0] is not None:
            begins.append((first, line["y"][0], said(values[0]) + NBSP * 2))
        if values[-1] is not None:
            ends.append((last, line["y"][-1], NBSP * 2 + said(values[-1])))
    named = [((first + last) / 2, row.label, f"<b>{wrapped(label)[0]}</b>")
             for label, row in zip(drawn.labels, rows, strict=True)]  # fmt: skip
    shown = [
        *([lines("the region", spans, colours.region, 2, "dash")] if spans else []),
        *traces,
        marks("ends", [*begins, *ends], ["circle"] * (len(begins) + len(ends)), colour, 6),
        words("first values", begins, "middle left", colours.muted),
        words("last values", ends, "middle right", colours.ink),
        words("labels", named, "middle center", colours.ink),
        words("years", [(year, 10.0, f"{year:.0f}") for year in (first, last)], "middle center", colours.muted),
    ]
    return draw(shown, height, (first, last), colours, t, sides=(52, 52))


def _height(drawn: SmallLines, at: int, share: float, row: ChartRow) -> float:
    known = drawn.known(at)
    return row.mark - (share - (max(known) + min(known)) / 2) * drawn.unit


def _line(drawn: SmallLines, at: int, row: ChartRow, colour: str, said: Callable[[float | None], str]) -> Trace:
    values = drawn.values[at]
    return {
        "type": "scatter",
        "name": escape(drawn.labels[at]),
        "mode": "lines",
        "x": list(drawn.years),
        "y": [None if value is None else _height(drawn, at, value, row) for value in values],
        "line": {"color": colour, "width": 2.5},
        "hovertext": [f"{year}: {said(value)}" for year, value in zip(drawn.years, values, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
