"""What the mirror chart shows, once more as one mark a group: the gap in points, and the ratio."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.alt_text import has_unknown, hover_of, mirror_alt, note_of, ordered_groups, unknown_sentence
from regional.charts.chart import Chart
from regional.charts.draw import SMALL, ChartRow, Trace, bars, draw, lines, marks, strokes, words
from regional.charts.mirror import group_rows
from regional.charts.states import state_symbol
from regional.charts.tables import mirror_table
from regional.charts.theme import Palette, palette
from regional.charts.titles import mirror_title
from regional.charts.words import escape, group_label, points_text, ratio_text, source_text, wrapped
from regional.mirror.settings import Settings
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    from regional.cbs.figures import Provenance
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

BAND = 26
VALUE = 18
"""Height of a value, which stands below its mark: above are the words, beside it the lines."""
HEAD = 44
WIDEST_RATIO = 20.0
"""Ratios are drawn up to 20 and down to 1/20; what lies further (also 0) stands at the edge."""


@dataclass(frozen=True)
class _Scale:
    """Where a share of a group lands on the axis, and how its value is written."""

    place: Callable[[float, float], float]
    """(partner share, region share) -> position in axis units, before any cutting."""
    value: Callable[[Group], str]
    middle: float


@dataclass(frozen=True)
class _GapView:
    groups: Sequence[Group]
    rows: Sequence[ChartRow]
    scale: _Scale
    reach: float
    palette: Palette
    texts: Texts

    def is_beyond(self, group: Group, share: float) -> bool:
        """Tell whether ``share`` of ``group`` lies past the chart's edge."""
        return abs(self.scale.place(share, group.region_share or 0.0)) > self.reach + 1e-9

    def at(self, group: Group, share: float) -> float:
        """Return where ``share`` of ``group`` is drawn: cut at the chart's edge."""
        place = self.scale.place(share, group.region_share or 0.0)
        return max(-self.reach, min(self.reach, place))


def gap_chart(
    result: DimensionResult,
    texts: Texts,
    *,
    settings: Settings | None = None,
    dark: bool = False,
    provenance: Provenance | None = None,
) -> Chart:
    """Return the gaps (partners' share minus the region's) in points, with what chance gives.

    Groups without a gap are left out. Parameters as for ``mirror_chart``.
    """
    scale = _Scale(lambda share, region: share - region, lambda g: points_text(g.gap, texts), 0.0)
    groups = [g for g in ordered_groups(result) if g.gap is not None]
    view = _view(result, groups, scale, palette(dark), texts)
    heads = (texts("less than in the region"), texts("more than in the region"))
    sentence = texts(
        "How to read this: the line in the middle is the region. On its left we have fewer partners than "
        "the region would suggest, on its right more. Within the grey band the difference may be chance."
    )
    figure, height = _figure(view, result, heads, [(0.0, 1.0)])
    return _chart(draw(figure, height, _range(view), view.palette, texts), result, groups, sentence,
                  settings, provenance, texts)  # fmt: skip


def ratio_chart(
    result: DimensionResult,
    texts: Texts,
    *,
    settings: Settings | None = None,
    dark: bool = False,
    provenance: Provenance | None = None,
) -> Chart:
    """Return the ratios (partners' share divided by the region's) on a log axis, 1 in the middle.

    The thresholds of ``settings`` are drawn as lines. Groups without a ratio are left out.
    """
    limits = settings or Settings.model_validate({})
    scale = _Scale(_log_ratio, lambda g: ratio_text(g.ratio, texts), 0.0)
    groups = [g for g in ordered_groups(result) if g.ratio is not None]
    view = _view(result, groups, scale, palette(dark), texts)
    low, high = (_limit(v, texts) for v in (limits.low_ratio, limits.high_ratio))
    heads = (texts("less than {n} ×", n=low), texts("more than {n} ×", n=high))
    guides = [(math.log10(limits.low_ratio), 0.5), (0.0, 1.0), (math.log10(limits.high_ratio), 0.5)]
    figure, height = _figure(view, result, heads, guides)
    sentence = texts(
        "How to read this: in the middle the share of partners is as large as in the region (1 ×). "
        "Between the thin lines, from {low} to {high} ×, we call nothing a difference.",
        low=low, high=high,
    )  # fmt: skip
    # Positions are logs already; plotly wants them as plain values on a log axis.
    for trace in figure:
        _to_log(trace)
    drawn = draw(figure, height, _range(view), view.palette, texts, log=True)
    return _chart(drawn, result, groups, sentence, limits, provenance, texts)


def _limit(value: float, texts: Texts) -> str:
    """A threshold with as many decimals as it has, at most two: 0,8 and 1,25 and 2."""
    decimals = next((d for d in (0, 1) if abs(round(value, d) - value) < 1e-9), 2)
    return texts.number(value, decimals)


def _log_ratio(share: float, region: float) -> float:
    if region <= 0 or share <= 0:
        return -math.inf if region > 0 else math.inf
    return math.log10(share / region)


def _to_log(trace: Trace) -> None:
    if trace["type"] == "bar":
        ends = [10 ** (b + w) for b, w in zip(trace["base"], trace["x"], strict=True)]
        trace["base"] = [10**b for b in trace["base"]]
        trace["x"] = [end - base for end, base in zip(ends, trace["base"], strict=True)]
    else:
        trace["x"] = [None if x is None else 10**x for x in trace["x"]]


def _view(result: DimensionResult, groups: Sequence[Group], scale: _Scale, colours: Palette, texts: Texts) -> _GapView:
    rows, _ = _rows(result, groups, texts)
    ends = [scale.place(s, g.region_share or 0.0) for g in groups for s in _core(g)]
    cap = math.log10(WIDEST_RATIO) if scale.place is _log_ratio else 1.0
    reach = max((abs(e) for e in ends if math.isfinite(e)), default=0.0)
    if any(not math.isfinite(e) for e in ends):
        reach = max(reach * 1.1, 1.0)
    return _GapView(groups, rows, scale, min(max(reach, 0.05), cap), colours, texts)


def _rows(result: DimensionResult, groups: Sequence[Group], texts: Texts) -> tuple[list[ChartRow], float]:
    rows, height = group_rows(result, groups, texts, HEAD, BAND + VALUE)
    return [ChartRow(r.label, r.note, r.mark - VALUE / 2) for r in rows], height


def _core(group: Group) -> list[float]:
    """The shares that the axis must hold: the partners' own and the band's ends."""
    return [v for v in (group.partner_share, *(group.band or ())) if v is not None]


def _range(view: _GapView) -> tuple[float, float]:
    return -view.reach, view.reach


def _figure(
    view: _GapView, result: DimensionResult, heads: tuple[str, str], guides: Sequence[tuple[float, float]]
) -> tuple[list[Trace], float]:
    height = _rows(result, view.groups, view.texts)[1]
    traces = [*_band_traces(view), _guides(view, guides), *_bounds(view), *_points(view)]
    return [*traces, *_labels(view, result), *_head_traces(view, heads)], height


def _band_traces(view: _GapView) -> list[Trace]:
    spans = [
        (view.at(g, g.band[0]), view.at(g, g.band[1]), r.mark)
        for g, r in zip(view.groups, view.rows, strict=True)
        if g.band is not None
    ]
    ends = [((x, y - BAND / 2), (x, y + BAND / 2)) for a, b, y in spans for x in (a, b)]
    return [
        bars("band", spans, view.palette.band, BAND),
        strokes("band ends", ends, view.palette.muted, 1),
    ]


def _guides(view: _GapView, guides: Sequence[tuple[float, float]]) -> Trace:
    ends = [
        ((x, r.mark - BAND * tall / 2 - 3), (x, r.mark + BAND * tall / 2 + 3)) for r in view.rows for x, tall in guides
    ]
    return strokes("guides", ends, view.palette.ink, 1)


def _bounds(view: _GapView) -> list[Trace]:
    """The dotted line of what is unknown; an arrow head where it is cut at the chart's edge."""
    spans, cut = [], []
    for group, row in zip(view.groups, view.rows, strict=True):
        if group.bounds is None or not has_unknown(group):
            continue
        low, high = (view.at(group, bound) for bound in group.bounds)
        spans.append((low, high, row.mark))
        cut += [(view.at(group, bound), row.mark, "") for bound in group.bounds if view.is_beyond(group, bound)]
    heads = ["triangle-left" if x < 0 else "triangle-right" for x, _, _ in cut]
    colour = view.palette.partners
    return [
        lines("bounds", spans, colour, 2, "2px,3px"),
        marks("bounds cut", cut, heads, colour, 7),
    ]


def _points(view: _GapView) -> list[Trace]:
    """The marks, and their values above them, where no line of the row passes."""
    pairs = list(zip(view.groups, view.rows, strict=True))
    spots = [(view.at(g, g.partner_share or 0.0), r.mark, "") for g, r in pairs]
    symbols = [state_symbol(g.status).marker for g, _ in pairs]
    values = [
        (x, y + BAND / 2 + VALUE / 2, escape(view.scale.value(g)))
        for (x, y, _), (g, _r) in zip(spots, pairs, strict=True)
    ]
    hover = [hover_of(g, view.texts) for g, _ in pairs]
    return [
        marks("gaps", spots, symbols, view.palette.partners, 14, hover),
        words("values", values, "middle center", view.palette.ink, SMALL),
    ]


def _labels(view: _GapView, result: DimensionResult) -> list[Trace]:
    ink, x = view.palette.ink, 0.0
    labels, notes = [], []
    for group, row in zip(view.groups, view.rows, strict=True):
        labels.append((x, row.label, f"<b>{wrapped(group_label(group, view.texts))[0]}</b>"))
        notes.append((x, row.note, note_of(group, result, view.texts)))
    return [
        words("labels", labels, "middle center", ink),
        words("states", [n for n in notes if n[2]], "middle center", ink, SMALL),
    ]


def _head_traces(view: _GapView, heads: tuple[str, str]) -> list[Trace]:
    left, right = (wrapped(head, 24)[0] for head in heads)
    muted = view.palette.muted
    return [
        words("less", [(0.0, 14.0, f"◀{NBSP}{left}{NBSP * 2}")], "middle left", muted, SMALL),
        words("more", [(0.0, 14.0, f"{NBSP * 2}{right}{NBSP}▶")], "middle right", muted, SMALL),
    ]


def _chart(
    figure: object,
    result: DimensionResult,
    groups: Sequence[Group],
    sentence: str,
    settings: Settings | None,
    provenance: Provenance | None,
    texts: Texts,
) -> Chart:
    weight = settings.weight if settings else "count"
    return Chart(
        figure,
        mirror_title(result, texts),
        f"{sentence} {unknown_sentence(texts)}" if any(map(has_unknown, groups)) else sentence,
        mirror_alt(result, texts),
        source_text(result, texts, provenance),
        mirror_table(result, groups, weight, texts),
    )
