"""Our partners through the years, one small line a group, with the region's share beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.drawing import Drawing
from regional.charts.small_lines import SmallLines, small_lines
from regional.charts.tables import frame
from regional.charts.theme import palette
from regional.charts.words import dimension_label, share_text

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.change import ThemeChange
    from regional.texts import Texts

TALLEST = 0.1
"""Least height of the scale, as a share: one partner more shall not look like a cliff."""


def change_chart(change: ThemeChange, title: str, t: Texts, *, dark: bool = False) -> Drawing | None:
    """Return our partners' shares at each year's end beside the region's, or None with fewer than two such years.

    ``title`` is the message, worded by the caller.
    """
    ends = [end for end in change.year_ends if end.n]
    if len(ends) < 2:
        return None
    colours = palette(dark)
    labels = [t(label) for label in change.labels]
    years = [end.year for end in ends]
    shares = [[end.shares[k] for end in ends] for k in range(len(labels))]
    drawn = SmallLines(years, labels, shares, TALLEST, change.region_shares)
    figure = small_lines(drawn, colours.partners, lambda share: share_text(share, t), colours, t)
    facts = [
        f"{label}: {share_text(s[0], t)} ({years[0]}), {share_text(s[-1], t)} ({years[-1]}), "
        f"{t('the region {share}', share=share_text(q, t))}"
        for label, s, q in zip(labels, shares, change.region_shares, strict=True)
    ]
    return Drawing(
        figure,
        title,
        t("How to read this: the line is our partners at the end of each year, the dashes are the region now."),
        f"{dimension_label(change.dimension, t)}. {title}. {'; '.join(facts)}.",
        t("Source: your own partner file, and CBS for the region"),
        _table(change, labels, years, shares, t),
    )


def _table(
    change: ThemeChange, labels: Sequence[str], years: Sequence[int], shares: Sequence[Sequence[float | None]], t: Texts
) -> pd.DataFrame:
    columns = {t("Group"): list(labels), t("The region"): [share_text(q, t) for q in change.region_shares]}
    for n, year in enumerate(years):
        columns[str(year)] = [share_text(values[n], t) for values in shares]
    return frame(columns)
