"""What is known of the partners, theme by theme, as SVG: for paper, where half a page would else stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from regional.charts.vector import WIDTH, svg_document, svg_rect, svg_stroke, svg_text
from regional.charts.words import dimension_label
from regional.sentences.people import answered
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult
    from regional.texts import Texts

_STEP, _BAR = 34.0, 10.0
READING = N_("How to read this: the whole bar is all partners that a theme is about, the filled part those we know.")


class KnownWords(NamedTuple):
    """What goes with the drawing, in the reader's language."""

    title: str
    alt: str
    reading: str


def known_svg(results: Sequence[DimensionResult], t: Texts) -> str:
    """Return a bar a theme: all partners that it is about, filled for those of whom the answer is known."""
    parts = []
    for at, result in enumerate(results):
        y, n = at * _STEP, answered(result) + result.n_unknown
        parts.append(svg_text(0, y + 12, dimension_label(result.id, t), bold=True))
        parts.append(svg_text(WIDTH, y + 12, known_of(result, t), "muted", 11, "end"))
        parts.append(f'<rect x="0.5" y="{y + 17:.1f}" width="{WIDTH - 1:g}" height="{_BAR:g}" fill="none" '
                     f'{svg_stroke("muted")}/>')  # fmt: skip
        if n:
            parts.append(svg_rect(0, y + 16.5, answered(result) / n * WIDTH, _BAR + 1, "partners"))
    return svg_document(parts, len(results) * _STEP)


def known_words(results: Sequence[DimensionResult], t: Texts) -> KnownWords:
    """Return title, alternative text and how to read the drawing of ``results`` (one or more)."""
    alt = "; ".join(f"{dimension_label(r.id, t)}: {known_of(r, t)}" for r in results) + "."
    return KnownWords(_title(results, t), alt, t(READING))


def _title(results: Sequence[DimensionResult], t: Texts) -> str:
    shares = [_share(result) for result in results]
    if min(shares) == 1:
        return t("We know every theme of all our partners")
    if max(shares) == 0:
        return t("We know no theme of our partners yet")
    if min(shares) == max(shares):
        return t("We know as much of every theme")
    most, least = (
        t.listed([dimension_label(r.id, t) for r, share in zip(results, shares, strict=True) if share == end])
        for end in (max(shares), min(shares))
    )
    return t("We know most about: {most}. Least about: {least}.", most=most, least=least)


def _share(result: DimensionResult) -> float:
    """Known of all; a theme that is about nobody is not missed."""
    n = answered(result) + result.n_unknown
    return answered(result) / n if n else 1.0


def known_of(result: DimensionResult, t: Texts) -> str:
    """Return of how many partners a theme is known, of all that it is about: "14 of 28"."""
    known = answered(result)
    return t("{known} of {all}", known=t.number(known), all=t.number(known + result.n_unknown))
