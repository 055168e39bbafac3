"""Our partners through the years, one small line a group, with the region's share beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.chart import Chart
from regional.charts.draw import ChartRow, Trace, draw, lines, marks, stack_rows, words
from regional.charts.tables import frame
from regional.charts.theme import Palette, palette
from regional.charts.words import dimension_label, escape, share_text, wrapped
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.change import ThemeChange
    from regional.texts import Texts

HEAD, LINE_HEIGHT = 46, 44
TALLEST = 0.1
"""Least height of the scale, as a share: one partner more shall not look like a cliff."""


def change_chart(change: ThemeChange, title: str, t: Texts, *, dark: bool = False) -> Chart | None:
    """Return our partners' shares at each year's end beside the region's, or None with fewer than two such years.

    ``title`` is the message, worded by the caller.
    """
    ends = [end for end in change.year_ends if end.n]
    if len(ends) < 2:
        return None
    colours = palette(dark)
    labels = [t(label) for label in change.labels]
    heights = [wrapped(label)[1] for label in labels]
    rows, height = stack_rows(heights, [False] * len(labels), HEAD, [LINE_HEIGHT] * len(labels))
    years = [end.year for end in ends]
    shares = [[end.shares[k] for end in ends] for k in range(len(labels))]
    traces = _traces(change, labels, years, shares, rows, colours, t)
    figure = draw(traces, height, (float(years[0]), float(years[-1])), colours, t, sides=(52, 52))
    facts = [
        f"{label}: {share_text(s[0], t)} ({years[0]}), {share_text(s[-1], t)} ({years[-1]}), "
        f"{t('the region {share}', share=share_text(q, t))}"
        for label, s, q in zip(labels, shares, change.region_shares, strict=True)
    ]
    return Chart(
        figure,
        title,
        t("How to read this: the line is our partners at the end of each year, the dashes are the region now."),
        f"{dimension_label(change.dimension, t)}. {title}. {'; '.join(facts)}.",
        t("Source: your own partner file, and CBS for the region"),
        _table(change, labels, years, shares, t),
    )


def _traces(
    change: ThemeChange, labels: Sequence[str], years: Sequence[int], shares: Sequence[Sequence[float | None]],
    rows: Sequence[ChartRow], colours: Palette, t: Texts,
) -> list[Trace]:  # fmt: skip
    unit = (LINE_HEIGHT - 12) / max(_spread(change, shares), TALLEST)
    first, last = float(years[0]), float(years[-1])
    traces, ends, begins, spans = [], [], [], []
    for label, values, q, row in zip(labels, shares, change.region_shares, rows, strict=True):
        known = [value for value in values if value is not None]
        middle = (max([*known, q]) + min([*known, q])) / 2
        heights = [None if value is None else row.mark - (value - middle) * unit for value in values]
        spans.append((first, last, row.mark - (q - middle) * unit))
        traces.append(_line(label, years, heights, values, colours, t))
        if heights[0] is not None:
            begins.append((first, heights[0], share_text(values[0], t) + NBSP * 2))
        if heights[-1] is not None:
            ends.append((last, heights[-1], NBSP * 2 + share_text(values[-1], t)))
    centre = (first + last) / 2
    named = [(centre, row.label, f"<b>{wrapped(label)[0]}</b>") for label, row in zip(labels, rows, strict=True)]
    heads = [(first, 10.0, str(years[0])), (last, 10.0, str(years[-1]))]
    return [
        lines("the region", spans, colours.region, 2, "dash"),
        *traces,
        marks("ends", [*begins, *ends], ["circle"] * (len(begins) + len(ends)), colours.partners, 6),
        words("first values", begins, "middle left", colours.muted),
        words("last values", ends, "middle right", colours.ink),
        words("labels", named, "middle center", colours.ink),
        words("years", heads, "middle center", colours.muted),
    ]


def _spread(change: ThemeChange, shares: Sequence[Sequence[float | None]]) -> float:
    spans = [[*(v for v in s if v is not None), q] for s, q in zip(shares, change.region_shares, strict=True)]
    return max(max(span) - min(span) for span in spans)


def _line(
    label: str, years: Sequence[int], heights: Sequence[float | None], values: Sequence[float | None],
    colours: Palette, t: Texts,
) -> Trace:  # fmt: skip
    return {
        "type": "scatter",
        "name": escape(label),
        "mode": "lines",
        "x": list(years),
        "y": list(heights),
        "line": {"color": colours.partners, "width": 2.5},
        "hovertext": [f"{year}: {share_text(value, t)}" for year, value in zip(years, values, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _table(
    change: ThemeChange, labels: Sequence[str], years: Sequence[int], shares: Sequence[Sequence[float | None]], t: Texts
) -> pd.DataFrame:
    columns = {t("Group"): list(labels), t("The region"): [share_text(q, t) for q in change.region_shares]}
    for n, year in enumerate(years):
        columns[str(year)] = [share_text(values[n], t) for values in shares]
    return frame(columns)
