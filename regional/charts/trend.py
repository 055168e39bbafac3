"""The region through the years, one small line a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.chart import Chart
from regional.charts.draw import ChartRow, Trace, draw, marks, stack_rows, words
from regional.charts.tables import frame
from regional.charts.theme import palette
from regional.charts.words import dimension_label, escape, in_sentence, points_text, wrapped
from regional.dimensions import category_label
from regional.texts import N_
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.charts.theme import Palette
    from regional.texts import Texts

HEAD = 28
LINE_HEIGHT = 40
TALLEST = 0.02
"""Least height of the scale, as a share: a change of a tenth of a point shall not look like a cliff."""
STEADY = 0.005


@dataclass(frozen=True)
class _Trend:
    years: Sequence[int]
    shares: Mapping[str, Sequence[float]]
    labels: Mapping[str, str]
    dimension: str


def yearly_shares(history: Mapping[int, pd.DataFrame], codes: Sequence[str]) -> pd.DataFrame:
    """Return shares by year (rows, ascending) and category (columns) of the municipalities ``codes``.

    Only municipalities with a figure in every year count, so that a figure not published never
    looks like a fall. Empty where fewer than two years, or no such municipality, exist.
    """
    import pandas as pd

    years = sorted(history)
    kept = [c for c in codes if all(_is_published(history[year], c) for year in years)]
    if len(years) < 2 or not kept:
        return pd.DataFrame()
    counts = pd.DataFrame({year: history[year].loc[kept].sum() for year in years}).T
    counts = counts[counts.sum(axis=1) > 0]
    return counts.div(counts.sum(axis=1), axis=0) if len(counts) > 1 else pd.DataFrame()


def trend_chart(
    history: Mapping[int, pd.DataFrame],
    codes: Sequence[str],
    dimension_id: str,
    texts: Texts,
    *,
    dark: bool = False,
    table: str = "",
) -> Chart | None:
    """Return the region's shares by year, or None where there are fewer than two years.

    Parameters
    ----------
    history : year -> municipalities x categories, ``Figures.history[dimension_id]``.
    codes : municipalities of the region.
    table : CBS table id for the source line.
    """
    shares = yearly_shares(history, codes)
    if shares.empty:
        return None
    labels = {str(i): texts(category_label(dimension_id, str(i))) for i in shares.columns}
    trend = _Trend([int(y) for y in shares.index], {i: shares[i].tolist() for i in labels}, labels, dimension_id)
    colours = palette(dark)
    lines = [wrapped(label)[1] for label in labels.values()]
    rows, height = stack_rows(lines, [False] * len(lines), HEAD, [LINE_HEIGHT] * len(lines))
    title = _title(trend, texts)
    facts = "; ".join(_facts(trend, texts))
    figure = draw(_traces(trend, rows, colours, texts), height, _x_range(trend), colours, texts, sides=(52, 52))
    return Chart(
        figure,
        title,
        texts(
            "How to read this: each line runs from {first} to {last}; all lines have the same scale.",
            first=str(trend.years[0]),
            last=str(trend.years[-1]),
        ),
        f"{dimension_label(dimension_id, texts)}. {title}. {facts}.",
        texts("Source: {source}", source=f"CBS, {table}" if table else "CBS"),
        _table(trend, texts),
    )


def _share(share: float, texts: Texts) -> str:
    """One decimal: years differ by little, and their figures are counts."""
    return texts.percent(share, 1)


def _is_published(counts: pd.DataFrame, code: str) -> bool:
    return code in counts.index and bool(counts.loc[code].notna().all())


def _x_range(trend: _Trend) -> tuple[float, float]:
    return float(trend.years[0]), float(trend.years[-1])


def _title(trend: _Trend, texts: Texts) -> str:
    changes = {i: s[-1] - s[0] for i, s in trend.shares.items()}
    most = max(changes, key=lambda i: abs(changes[i]))
    first = str(trend.years[0])
    if abs(changes[most]) < STEADY:
        return texts("Hardly changed since {year}", year=first)
    points = points_text(changes[most], texts, 1)
    text = N_("Changed most since {year}: {group}, {points}")
    return texts(text, year=first, group=in_sentence(trend.labels[most], trend.dimension), points=points)


def _traces(trend: _Trend, rows: Sequence[ChartRow], colours: Palette, texts: Texts) -> list[Trace]:
    spread = max(max(s) - min(s) for s in trend.shares.values())
    unit = (LINE_HEIGHT - 12) / max(spread, TALLEST)
    traces = [_line(trend, i, row, unit, colours, texts) for i, row in zip(trend.labels, rows, strict=True)]
    return [*traces, *_ends(trend, traces, colours, texts), *_words(trend, rows, colours)]


def _line(trend: _Trend, category: str, row: ChartRow, unit: float, colours: Palette, texts: Texts) -> Trace:
    shares = trend.shares[category]
    middle = (max(shares) + min(shares)) / 2
    hover = [f"{year}: {_share(s, texts)}" for year, s in zip(trend.years, shares, strict=True)]
    return {
        "type": "scatter",
        "name": escape(trend.labels[category]),
        "mode": "lines",
        "x": list(trend.years),
        "y": [row.mark - (share - middle) * unit for share in shares],
        "line": {"color": colours.region, "width": 2.5},
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _ends(trend: _Trend, lines: Sequence[Trace], colours: Palette, texts: Texts) -> list[Trace]:
    firsts, lasts = [], []
    for (_, shares), line in zip(trend.shares.items(), lines, strict=True):
        firsts.append((line["x"][0], line["y"][0], _share(shares[0], texts) + NBSP * 2))
        lasts.append((line["x"][-1], line["y"][-1], NBSP * 2 + _share(shares[-1], texts)))
    return [
        marks("ends", [*firsts, *lasts], ["circle"] * 2 * len(firsts), colours.region, 6),
        words("first values", firsts, "middle left", colours.muted),
        words("last values", lasts, "middle right", colours.ink),
    ]


def _words(trend: _Trend, rows: Sequence[ChartRow], colours: Palette) -> list[Trace]:
    first, last = trend.years[0], trend.years[-1]
    middle = (first + last) / 2
    labels = [
        (middle, row.label, f"<b>{wrapped(label)[0]}</b>")
        for label, row in zip(trend.labels.values(), rows, strict=True)
    ]
    years = [(float(year), 10.0, str(year)) for year in (first, last)]
    return [
        words("labels", labels, "middle center", colours.ink),
        words("years", years, "middle center", colours.muted),
    ]


def _facts(trend: _Trend, texts: Texts) -> list[str]:
    first, last = trend.years[0], trend.years[-1]
    return [
        f"{trend.labels[i]}: {_share(s[0], texts)} ({first}), {_share(s[-1], texts)} ({last})"
        for i, s in trend.shares.items()
    ]


def _table(trend: _Trend, texts: Texts) -> pd.DataFrame:
    columns = {texts("Group"): list(trend.labels.values())}
    for n, year in enumerate(trend.years):
        columns[str(year)] = [_share(shares[n], texts) for shares in trend.shares.values()]
    columns[texts("Change")] = [points_text(s[-1] - s[0], texts, 1) for s in trend.shares.values()]
    return frame(columns)
