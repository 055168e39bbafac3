"""The region through the years, one small line a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.drawing import Drawing
from regional.charts.small_lines import SmallLines, small_lines
from regional.charts.tables import frame
from regional.charts.theme import palette
from regional.charts.words import dimension_label, in_sentence, points_text
from regional.dimensions import category_label
from regional.texts import N_

if TYPE_CHECKING:
    import pandas as pd

    from regional.texts import Texts

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
) -> Drawing | None:
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
    title = _title(trend, texts)
    facts = "; ".join(_facts(trend, texts))
    drawn = SmallLines(trend.years, list(labels.values()), list(trend.shares.values()), TALLEST)
    figure = small_lines(drawn, colours.region, lambda share: _share(share, texts), colours, texts)
    return Drawing(
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


def _share(share: float | None, texts: Texts) -> str:
    """One decimal: years differ by little, and their figures are counts."""
    return "–" if share is None else texts.percent(share, 1)


def _is_published(counts: pd.DataFrame, code: str) -> bool:
    return code in counts.index and bool(counts.loc[code].notna().all())


def _title(trend: _Trend, texts: Texts) -> str:
    changes = {i: s[-1] - s[0] for i, s in trend.shares.items()}
    most = max(changes, key=lambda i: abs(changes[i]))
    first = str(trend.years[0])
    if abs(changes[most]) < STEADY:
        return texts("Hardly changed since {year}", year=first)
    points = points_text(changes[most], texts, 1)
    text = N_("Changed most since {year}: {group}, {points}")
    return texts(text, year=first, group=in_sentence(trend.labels[most], trend.dimension), points=points)


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
