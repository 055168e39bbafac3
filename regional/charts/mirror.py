"""The signature chart: the region to the left, the partners to the right of one axis.

Each row holds its label, its state in words and shape, and the pair of bars. On the partners' side
the chance band lies behind the bar with a bracket along its foot; the dotted line above the bar is
what the share could be were everything known; the small mark on the bracket is the region's share,
the mirror image of the bar on the left.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from regional.charts.alt_text import drawn_groups, has_unknown, hover_of, mirror_alt, note_of, reading_sentence
from regional.charts.chart import Chart
from regional.charts.draw import (
    BOTH_SIDES,
    NOTE,
    ONE_SIDE,
    SMALL,
    ChartRow,
    Span,
    Trace,
    bars,
    coloured,
    draw,
    lines,
    marks,
    stack_rows,
    strokes,
    words,
)
from regional.charts.tables import mirror_table
from regional.charts.theme import Palette, palette
from regional.charts.titles import mirror_title
from regional.charts.words import escape, group_label, share_text, source_text, wrapped
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import Provenance
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Settings, Weight
    from regional.texts import Texts

BAR = 18
BAND = 32
HEAD = 56
THIRD = 26
"""Height of the third bar with the air around it."""


HALF = 20
"""Characters of small text that fit on one side of the axis on a phone."""


@dataclass(frozen=True)
class Reference:
    """Another make-up of the same dimension: its name with date, and the share of each group, fractions of 1."""

    name: str
    shares: Mapping[str, float]


@dataclass(frozen=True)
class Side:
    """What a chart of groups is drawn with."""

    groups: Sequence[Group]
    rows: Sequence[ChartRow]
    reach: float
    palette: Palette
    texts: Texts


def mirror_chart(
    result: DimensionResult,
    texts: Texts,
    *,
    settings: Settings | None = None,
    dark: bool = False,
    provenance: Provenance | None = None,
    reference: Reference | None = None,
) -> Chart:
    """Return the chart of one dimension, both sides of one axis.

    Without a regional figure only the partners' side is drawn (a composition chart).

    Parameters
    ----------
    result : one dimension of a Mirror.
    settings : of that Mirror; only the weight is read, for the heading of the partners' side.
    provenance : of the regional figures; gives the source line its date of retrieval.
    reference : another make-up to lay beside, as a third bar under our partners'.
    """
    weight: Weight = settings.weight if settings else "count"
    colours, groups = palette(dark), drawn_groups(result)
    third = THIRD if reference else 0
    head = HEAD + 16 * (wrapped(texts(result.base), HALF)[1] - 1) + third
    rows, height = group_rows(result, groups, texts, top=head, mark_height=BAND + third)
    rows = [replace(row, mark=row.mark - third / 2) for row in rows]
    side = Side(
        groups, rows, max(axis_reach(groups), *(reference.shares.values() if reference else ()), 0.0), colours, texts
    )
    is_mirror = any(group.region_share is not None for group in groups)
    traces = [*_partner_traces(side), *(_region_traces(side) if is_mirror else [])]
    traces += [*_label_traces(side, result, 0 if is_mirror else None), _axis(side)]
    traces += _heads(side, result, weight, is_mirror)
    traces += _reference_traces(side, reference, head) if reference else []
    low = -side.reach if is_mirror else 0.0
    return Chart(
        draw(traces, height, (low, side.reach), colours, texts, sides=BOTH_SIDES if is_mirror else ONE_SIDE),
        mirror_title(result, texts),
        " ".join([reading_sentence(result, texts), *_told(reference, texts)]),
        " ".join([mirror_alt(result, texts), *_facts(reference, groups, texts)]),
        "; ".join([source_text(result, texts, provenance), *([reference.name] if reference else [])]),
        _table(result, groups, weight, reference, texts),
    )


def _told(reference: Reference | None, texts: Texts) -> list[str]:
    return [texts("The thin grey bar is {name}; it is not tested.", name=reference.name)] if reference else []


def _facts(reference: Reference | None, groups: Sequence[Group], texts: Texts) -> list[str]:
    if reference is None:
        return []
    said = [f"{group_label(g, texts)} {share_text(reference.shares.get(g.id), texts)}" for g in groups]
    return [f"{reference.name}: {', '.join(said)}."]


def _table(
    result: DimensionResult, groups: Sequence[Group], weight: Weight, reference: Reference | None, texts: Texts
) -> pd.DataFrame:
    table = mirror_table(result, groups, weight, texts)
    if reference:
        table[reference.name] = [share_text(reference.shares.get(group.id), texts) for group in groups]
    return table


def _reference_traces(side: Side, reference: Reference, head: float) -> list[Trace]:
    """The third bar, thin and grey, below that of our partners; named at the top."""
    p = side.palette
    known = [
        (reference.shares[g.id], r) for g, r in zip(side.groups, side.rows, strict=True) if g.id in reference.shares
    ]
    spans = [(0.0, share, row.mark + BAND / 2 + THIRD / 2 + 3) for share, row in known]
    values = [(share, y, NBSP + share_text(share, side.texts)) for _, share, y in spans]
    title = f"{coloured('■', p.muted)}{NBSP}{escape(textwrap.shorten(reference.name, HALF + 8, placeholder='…'))}"
    return [
        bars("reference", spans, p.muted, 8),
        words("reference values", values, "middle right", p.muted, SMALL),
        words("reference head", [(0.0, head - THIRD / 2 - 6, NBSP * 2 + title)], "middle right", p.muted, SMALL),
    ]


def group_rows(
    result: DimensionResult, groups: Sequence[Group], texts: Texts, top: float, mark_height: float
) -> tuple[list[ChartRow], float]:
    """Return a row for each group, high enough for its label and its state."""
    counts = [wrapped(group_label(group, texts))[1] for group in groups]
    notes = [bool(note_of(group, result, texts)) for group in groups]
    return stack_rows(counts, notes, top, [mark_height] * len(groups))


def axis_reach(groups: Sequence[Group]) -> float:
    """Length of either side: bars and bands fit; the unknown may run on a little, and is cut there.

    Were it to fit as well, a mostly unknown partner file would squash every bar.
    """
    core = [v for g in groups for v in (g.region_share, g.partner_share, g.band and g.band[1]) if v]
    far = max(core, default=0.25)
    bound = max((g.bounds[1] for g in groups if g.bounds), default=0.0)
    return max(far, min(bound, far * 1.4))


def _partner_traces(side: Side) -> list[Trace]:
    p, pairs = side.palette, list(zip(side.groups, side.rows, strict=True))
    known = [(g, r) for g, r in pairs if g.partner_share is not None]
    banded = [(g.band, r.mark) for g, r in pairs if g.band is not None]
    hover = [hover_of(g, side.texts) for g, _ in known]
    shares = [(0.0, g.partner_share or 0.0, r.mark) for g, r in known]
    values = [(x, y, NBSP + share_text(x, side.texts)) for _, x, y in shares]
    return [
        bars("band", [(low, high, y) for (low, high), y in banded], p.band, BAND),
        bars("partners", shares, p.partners, BAR, hover),
        _bracket([(low, high, y + BAND / 2) for (low, high), y in banded], p),
        *_bounds_traces(side),
        words("partner values", values, "middle right", p.ink),
    ]


def _bracket(spans: Sequence[Span], colours: Palette) -> Trace:
    """A line along the foot of the band, with upright ends that stay clear of the value."""
    ends = [((a, y), (b, y)) for a, b, y in spans]
    ends += [((x, y), (x, y - 6)) for a, b, y in spans for x in (a, b)]
    return strokes("band bracket", ends, colours.muted)


def _bounds_traces(side: Side) -> list[Trace]:
    """The dotted line above the bar; an arrow head where it is cut at the chart's edge."""
    spans, cut = [], []
    for group, row in zip(side.groups, side.rows, strict=True):
        if group.bounds is None or not has_unknown(group) or group.partner_share is None:
            continue
        low, high = group.bounds
        y = row.mark - BAND / 2 + 3
        spans.append((low, min(high, side.reach), y))
        if high > side.reach:
            cut.append((side.reach, y, ""))
    arrow = marks("bounds cut", cut, ["triangle-right"] * len(cut), side.palette.partners, 8)
    return [lines("bounds", spans, side.palette.partners, 2, "2px,3px"), arrow]


def _region_traces(side: Side) -> list[Trace]:
    p, pairs = side.palette, list(zip(side.groups, side.rows, strict=True))
    known = [(g, r) for g, r in pairs if g.region_share is not None]
    hover = [hover_of(g, side.texts) for g, _ in known]
    shares = [(0.0, -(g.region_share or 0.0), r.mark) for g, r in known]
    values = [(x, y, share_text(-x, side.texts) + NBSP) for _, x, y in shares]
    mirrored = [(g.region_share or 0.0, r.mark + BAND / 2, "") for g, r in known if g.band is not None]
    return [
        bars("region", shares, p.region, BAR, hover),
        marks("region mirrored", mirrored, ["triangle-up"] * len(mirrored), p.region, 9),
        words("region values", values, "middle left", p.ink),
    ]


def _label_traces(side: Side, result: DimensionResult, centre: float | None) -> list[Trace]:
    """Labels and states above the bars, centred on the axis or (None) starting at the left."""
    x, position = (centre, "middle center") if centre is not None else (0.0, "middle right")
    labels, notes = [], []
    for group, row in zip(side.groups, side.rows, strict=True):
        labels.append((x, row.label, f"<b>{wrapped(group_label(group, side.texts))[0]}</b>"))
        notes.append((x, row.note, note_of(group, result, side.texts)))
    p = side.palette
    return [
        words("labels", labels, position, p.ink),
        words("states", [n for n in notes if n[2]], position, p.ink, SMALL),
    ]


def _axis(side: Side) -> Trace:
    ends = [((0.0, r.mark - BAND / 2), (0.0, r.mark + BAND / 2)) for r in side.rows]
    return strokes("axis", ends, side.palette.ink, 1)


def _heads(side: Side, result: DimensionResult, weight: Weight, is_mirror: bool) -> list[Trace]:
    """Name both sides right above the axis, with what each counts."""
    p, t = side.palette, side.texts
    partners = f"{coloured('■', p.partners)}{NBSP}<b>{escape(partners_head(weight, t))}</b>"
    known = counted_shares(result, t)
    right = [(0.0, 10.0, NBSP * 2 + partners)], [(0.0, 10.0 + NOTE, NBSP * 2 + escape(known))]
    traces = [
        words("partners head", right[0], "middle right", p.ink),
        words("partners counted", right[1], "middle right", p.muted, SMALL),
    ]
    if not is_mirror:
        return traces
    region = f"<b>{escape(t('The region'))}</b>{NBSP}{coloured('■', p.region)}"
    base, count = wrapped(t(result.base), HALF)
    base = base.replace("<br>", f"{NBSP * 2}<br>")
    below = 10.0 + NOTE + (count - 1) * 8
    return [
        *traces,
        words("region head", [(0.0, 10.0, region + NBSP * 2)], "middle left", p.ink),
        words("region counted", [(0.0, below, base + NBSP * 2)], "middle left", p.muted, SMALL),
    ]


def counted_shares(result: DimensionResult, texts: Texts) -> str:
    """The denominator: partners inside the region where only those are compared, else the known."""
    known = texts.number(result.n_known)
    if result.outside:
        return texts("{n} in the region", n=known)
    return texts("{known} of {all} known", known=known, all=texts.number(result.n_known + result.n_unknown))


def partners_head(weight: Weight, texts: Texts) -> str:
    """Return what the partners' side counts: partners, or which money."""
    if weight == "money_in":
        return texts("Money from partners")
    if weight == "money_out":
        return texts("Money to partners")
    return texts("Our partners")
