"""Who came and who left, a line a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.draw import ChartRow, Trace, bars, draw, strokes, words
from regional.charts.drawing import Drawing
from regional.charts.tables import frame
from regional.charts.theme import Palette, palette
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.texts import Texts

LINE, BAR, HEAD = 30, 16, 30


@dataclass(frozen=True)
class YearCount:
    """Partners at a year's end, and who came and left in it."""

    year: int
    active: int
    joined: int
    left: int


def renewal_chart(years: Sequence[YearCount], title: str, t: Texts, *, dark: bool = False) -> Drawing | None:
    """Return newcomers to the right and leavers to the left of one axis, the latest year at the bottom.

    None where there are fewer than two years. ``title`` is the message, worded by the caller.
    """
    if len(years) < 2:
        return None
    colours = palette(dark)
    rows = [ChartRow(0, 0, HEAD + (i + 0.5) * LINE) for i in range(len(years))]
    widest = max(*(max(y.joined, y.left) for y in years), 3)
    height = HEAD + LINE * len(years) + 6
    reach = (-widest * 1.3, widest * 1.3)
    figure = draw(_traces(years, rows, colours, height, t), height, reach, colours, t, sides=(56, 24))
    return Drawing(
        figure,
        title,
        t("How to read this: per year to the right the partners that came, to the left those that left."),
        f"{title}. {'; '.join(_fact(y, t) for y in years)}.",
        t("Source: your own partner file"),
        _table(years, t),
    )


def _traces(
    years: Sequence[YearCount], rows: Sequence[ChartRow], colours: Palette, height: float, t: Texts
) -> list[Trace]:
    hover = [_fact(y, t) for y in years]
    came = [(0.0, float(y.joined), row.mark) for y, row in zip(years, rows, strict=True)]
    gone = [(-float(y.left), 0.0, row.mark) for y, row in zip(years, rows, strict=True)]
    came_text = [(x, y, f"{NBSP}{t.number(x)}") for _, x, y in came if x]
    left_text = [(x, y, f"{t.number(-x)}{NBSP}") for x, _, y in gone if x]
    far = max(*(max(y.joined, y.left) for y in years), 3) * 1.3
    return [
        bars("came", came, colours.partners, BAR, hover),
        bars("left", gone, colours.muted, BAR, hover),
        strokes("axis", [((0.0, HEAD - 6.0), (0.0, height))], colours.ink, 1),
        words("years", [(-far, r.mark, str(y.year)) for y, r in zip(years, rows, strict=True)], "middle left",
              colours.muted),
        words("number that came", came_text, "middle right", colours.ink),
        words("number that left", left_text, "middle left", colours.ink),
        words("heads", [(far / 2, 10.0, f"<b>{t('came')}</b>"), (-far / 2, 10.0, f"<b>{t('left')}</b>")],
              "middle center", colours.ink),
    ]  # fmt: skip


def _fact(year: YearCount, t: Texts) -> str:
    return t("{year}: {joined} came, {left} left, {active} at its end", year=str(year.year),
             joined=t.number(year.joined), left=t.number(year.left), active=t.number(year.active))  # fmt: skip


def _table(years: Sequence[YearCount], t: Texts) -> pd.DataFrame:
    return frame(
        {
            t("Year"): [str(y.year) for y in years],
            t("Came"): [t.number(y.joined) for y in years],
            t("Left"): [t.number(y.left) for y in years],
            t("Partners at its end"): [t.number(y.active) for y in years],
        }
    )
