"""Which groups of inhabitants partners reach: numbers beside each other, never a ratio or a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.draw import LINE, ONE_SIDE, SMALL, ChartRow, Trace, bars, coloured, draw, stack_rows, words
from regional.charts.drawing import Drawing
from regional.charts.tables import frame
from regional.charts.theme import Palette, palette
from regional.charts.words import dated, escape, provenance_text, wrapped
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import Provenance
    from regional.mirror.result import Mirror, ReachResult
    from regional.texts import Texts

BAR = 16
HEAD = 52
SHOWN = 10
"""Partners drawn one by one; the words beside them give the number."""
NOBODY, MAIN, ALSO = "–", "●", "○"


@dataclass(frozen=True)
class _ReachView:
    reach: Sequence[ReachResult]
    rows: Sequence[ChartRow]
    palette: Palette
    texts: Texts


def reach_chart(
    mirror: Mirror,
    texts: Texts,
    *,
    dimensions: Sequence[str] | None = None,
    dark: bool = False,
    provenance: Provenance | None = None,
) -> Drawing:
    """Return inhabitants per group and the partners that reach it.

    Parameters
    ----------
    dimensions : ids of the dimensions to show, "" for the groups without a regional figure; None
        for all.
    provenance : of the regional figures, for the source line; without it the tables of the
        mirror's own dimensions are named.
    """
    chosen = [r for r in mirror.reach if dimensions is None or r.dimension in dimensions]
    colours = palette(dark)
    counts = [wrapped(reach_label(r, texts))[1] for r in chosen]
    marks = [BAR + LINE + 6 if r.inhabitants else LINE for r in chosen]
    rows, height = stack_rows(counts, [True] * len(chosen), HEAD, marks)
    view = _ReachView(chosen, rows, colours, texts)
    longest = max((r.inhabitants or 0.0 for r in chosen), default=0.0) or 1.0
    traces = [*_inhabitants(view), *_partners(view), *_heads(view)]
    return Drawing(
        draw(traces, height, (0.0, longest * 1.02), colours, texts, sides=ONE_SIDE),
        reach_title(chosen, mirror.reach_known, texts),
        reach_sentence(texts),
        reach_alt(chosen, mirror, texts),
        reach_source(chosen, mirror, texts, provenance),
        reach_table(chosen, texts),
    )


def reach_title(reach: Sequence[ReachResult], known: int, texts: Texts) -> str:
    """Return how many groups nobody reaches, or one partner alone; nothing known is told first."""
    if known == 0:
        return texts("We do not know yet whom our partners reach")
    nobody = sum(r.main + r.also == 0 for r in reach)
    single = sum(r.main + r.also == 1 for r in reach)
    if nobody:
        return texts.plural(
            "{n} group is named by none of our partners",
            "{n} groups are named by none of our partners",
            nobody,
        )
    if single:
        return texts.plural(
            "{n} group is reached by only one partner",
            "{n} groups are reached by only one partner each",
            single,
        )
    return texts("Every group is reached by more than one partner")


def reached_text(result: ReachResult, texts: Texts) -> str:
    """Return who reaches a group: nobody, one partner, or how many, main and also."""
    total = result.main + result.also
    if total == 0:
        return texts("named by none of our partners")
    reached = texts.plural("reached by {n} partner", "reached by {n} partners", total)
    return f"{reached} ({_split(result, texts)})"


def inhabitants_text(result: ReachResult, texts: Texts) -> str:
    """Return the size of a group, or that no regional figure exists."""
    if result.inhabitants is None:
        return texts("No regional figure")
    n = round(result.inhabitants)
    if result.dimension == "household":
        return texts.plural("{n} household", "{n} households", n)
    return texts.plural("{n} inhabitant", "{n} inhabitants", n)


def reach_short(result: ReachResult, texts: Texts) -> str:
    """The same beside the shapes, short enough for a phone."""
    total = result.main + result.also
    if total == 0:
        return texts("no partner names them")
    partners = texts.plural("{n} partner", "{n} partners", total)
    return f"{partners}: {_split(result, texts)}" if result.main and result.also else partners


def _split(result: ReachResult, texts: Texts) -> str:
    parts = [
        texts("{n} mainly", n=texts.number(result.main)) if result.main else "",
        texts("{n} also", n=texts.number(result.also)) if result.also else "",
    ]
    return ", ".join(part for part in parts if part)


def reach_label(result: ReachResult, texts: Texts) -> str:
    """Return the name of a group of inhabitants."""
    return texts(result.label) if result.label else result.id


def _inhabitants(view: _ReachView) -> list[Trace]:
    p, t = view.palette, view.texts
    pairs = list(zip(view.reach, view.rows, strict=True))
    spans = [(0.0, r.inhabitants or 0.0, row.mark - LINE / 2 - 3) for r, row in pairs if r.inhabitants]
    hover = [escape(f"{reach_label(r, t)}: {inhabitants_text(r, t)}") for r, _ in pairs if r.inhabitants]
    labels = [(0.0, row.label, f"<b>{wrapped(reach_label(r, t))[0]}</b>") for r, row in pairs]
    sizes = [(0.0, row.note, escape(inhabitants_text(r, t))) for r, row in pairs]
    return [
        bars("region", spans, p.region, BAR, hover),
        words("labels", labels, "middle right", p.ink),
        words("sizes", sizes, "middle right", p.muted, SMALL),
    ]


def _partners(view: _ReachView) -> list[Trace]:
    p, t = view.palette, view.texts
    spots = []
    for result, row in zip(view.reach, view.rows, strict=True):
        shape = coloured(f'<span style="font-size:16px">{_glyphs(result)}</span>', p.partners)
        y = row.mark + BAR / 2 + 3 if result.inhabitants else row.mark
        spots.append((0.0, y, f"{shape}{NBSP * 2}{escape(reach_short(result, t))}"))
    return [words("partners", spots, "middle right", p.ink, SMALL)]


def _glyphs(result: ReachResult) -> str:
    """One shape a partner: filled for its main group, open for also; a dash for nobody."""
    shapes = MAIN * result.main + ALSO * result.also
    if not shapes:
        return NOBODY
    return shapes if len(shapes) <= SHOWN else shapes[: SHOWN - 1] + "…"


def _heads(view: _ReachView) -> list[Trace]:
    p, t = view.palette, view.texts
    region = f"{coloured('■', p.region)}{NBSP}{escape(t('Inhabitants'))}"
    main = f"{coloured(MAIN, p.partners)}{NBSP}{escape(t('partner mainly for this group'))}"
    also = f"{coloured(ALSO, p.partners)}{NBSP}{escape(t('also'))}"
    first, second = region, f"{main}{NBSP * 3}{also}"
    return [words("heads", [(0.0, 10.0, first), (0.0, 30.0, second)], "middle right", p.ink, SMALL)]


def reach_sentence(texts: Texts) -> str:
    """Say how the picture of reach is read."""
    return texts(
        "How to read this: the bar is the number of inhabitants, each circle below it one partner "
        "that names this group. Partners for everyone are not among them: whom they reach, we do not "
        "know."
    )


def reach_alt(reach: Sequence[ReachResult], mirror: Mirror, texts: Texts) -> str:
    """Say the whole picture of reach in words."""
    rows = [f"{reach_label(r, texts)}: {inhabitants_text(r, texts)}, {reached_text(r, texts)}" for r in reach]
    return f"{reach_title(reach, mirror.reach_known, texts)}. {'; '.join(rows)}."


def reach_source(reach: Sequence[ReachResult], mirror: Mirror, texts: Texts, provenance: Provenance | None) -> str:
    """Return where the inhabitants come from, or what is known of the partners."""
    if provenance is not None:
        return provenance_text(provenance, texts)
    shown = {r.dimension for r in reach if r.inhabitants is not None}
    behind = [d for d in mirror.dimensions if d.id in shown and d.source]
    if not behind:
        return texts("Source: your own partner file")
    tables = sorted({f"{d.source}, {d.year}" if d.year else d.source for d in behind})
    line = texts("Source: {source}", source=f"CBS, {'; '.join(tables)}")
    return dated(line, max((d.retrieved for d in behind if d.retrieved), default=None), texts)


def reach_table(reach: Sequence[ReachResult], texts: Texts) -> pd.DataFrame:
    """Return the figures of the picture as a table, one row a group."""
    t = texts
    per = [t.number(r.per_partner) if r.per_partner is not None else "–" for r in reach]
    return frame(
        {
            t("Group"): [reach_label(r, t) for r in reach],
            t("Inhabitants"): [
                t("No regional figure") if r.inhabitants is None else t.number(r.inhabitants) for r in reach
            ],
            t("Partners, mainly"): [t.number(r.main) for r in reach],
            t("Partners, also"): [t.number(r.also) for r in reach],
            t("Inhabitants per partner"): per,
        }
    )
