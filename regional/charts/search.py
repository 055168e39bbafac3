"""How the distance to the region closes with every partner more, beside what blind choice would leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.draw import ChartRow, Trace, bars, draw, marks, words
from regional.charts.drawing import Drawing
from regional.charts.tables import frame
from regional.charts.theme import Palette, palette
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.search.model import CurvePoint
    from regional.texts import Texts

LINE, BAR, HEAD = 30, 16, 10
FLOOR = "line-ns-open"


def curve_chart(before: float, curve: Sequence[CurvePoint], title: str, t: Texts, *, dark: bool = False) -> Drawing:
    """Return a bar per number of new partners, none at the top, and a mark for blind choice (the chance floor).

    ``before`` and the objectives are fractions of 1: 0 is just like the region. ``title`` is worded by the caller.
    """
    colours = palette(dark)
    rows = [ChartRow(0, 0, HEAD + (i + 0.5) * LINE) for i in range(len(curve) + 1)]
    values = [before, *(point.objective for point in curve)]
    widest = max(*values, *(point.floor or 0.0 for point in curve), 0.01)
    figure = draw(
        _traces(values, curve, rows, colours, t), HEAD + LINE * len(rows) + 6, (0.0, widest * 1.15), colours, t,
        sides=(44, 48),
    )  # fmt: skip
    return Drawing(
        figure,
        title,
        t(
            "How to read this: from top to bottom ever more new partners; the bar is the distance to the region that "
            "is left. The mark is the distance that chance alone leaves, were all partners drawn blindly from the "
            "region: nearer than that is not needed."
        ),
        f"{title}. {'; '.join(_fact(k, v, t) for k, v in enumerate(values))}.",
        t("Source: your own partner file"),
        _table(values, curve, t),
    )


def _traces(
    values: Sequence[float], curve: Sequence[CurvePoint], rows: Sequence[ChartRow], colours: Palette, t: Texts
) -> list[Trace]:
    spans = [(0.0, value, row.mark) for value, row in zip(values, rows, strict=True)]
    floors = [(p.floor, row.mark, "") for p, row in zip(curve, rows[1:], strict=True) if p.floor is not None]
    # Where the mark stands on the end of the bar, the figure makes way.
    ends = [max(value, *(x for x, y, _ in floors if y == row.mark), 0.0) if _near(value, floors, row) else value
            for value, row in zip(values, rows, strict=True)]  # fmt: skip
    return [
        bars("left", spans, colours.partners, BAR, [_fact(k, v, t) for k, v in enumerate(values)]),
        marks("blind choice", floors, [FLOOR] * len(floors), colours.ink, 18),
        words("number", [(0.0, r.mark, f"{k}{NBSP}{NBSP}") for k, r in enumerate(rows)], "middle left", colours.ink),
        words(
            "distance",
            [(e, r.mark, f"{NBSP}{NBSP}{t.percent(v, 1)}") for e, v, r in zip(ends, values, rows, strict=True)],
            "middle right", colours.ink,
        ),
    ]  # fmt: skip


def _near(value: float, floors: Sequence[tuple[float, float, str]], row: ChartRow) -> bool:
    return any(y == row.mark and x >= value for x, y, _ in floors)


def _fact(k: int, value: float, t: Texts) -> str:
    return t.plural(
        "with {n} new partner {left} is left", "with {n} new partners {left} is left", k, left=t.percent(value, 1)
    )


def _table(values: Sequence[float], curve: Sequence[CurvePoint], t: Texts) -> pd.DataFrame:
    floors = [None, *(point.floor for point in curve)]
    return frame(
        {
            t("New partners"): [t.number(k) for k in range(len(values))],
            t("Distance to the region"): [t.percent(v, 1) for v in values],
            t("By chance alone"): ["–" if f is None else t.percent(f, 1) for f in floors],
        }
    )
