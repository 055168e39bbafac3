"""How much is known of the partners: one bar by who says so, and one theme in dots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.drawing import Drawing
from regional.charts.tables import frame
from regional.charts.vector import WIDTH, svg_document, svg_fill, svg_rect, svg_stroke, svg_text
from regional.charts.vector_icons import dots_svg
from regional.charts.words import dimension_label, share_text
from regional.mirror.question import unknown_partners
from regional.sentences.people import answered
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.question import NextQuestion
    from regional.mirror.result import DimensionResult, Mirror
    from regional.texts import Texts

GRADES = {
    "list": N_("From your list"),
    "measured": N_("Measured by partners"),
    "asked": N_("Asked of partners"),
    "own_estimate": N_("Our own estimate"),
    "proposed": N_("Proposed, not confirmed yet"),
    "unknown": N_("Not known yet"),
}
"""Who says so, the surest first. What comes from the list itself is a fact about an organisation, such as its place."""
_BAR, _STEP = 16.0, 18.0


def known_by_grade(results: Sequence[DimensionResult]) -> dict[str, int]:
    """Return of how many answers, over all themes given, who says so; "proposed" and "unknown" for the rest."""
    counted: Counter[str] = Counter()
    for result in results:
        proposed = min(round(sum(group.proposed for group in result.groups)), result.n_unknown)
        counted["proposed"] += proposed
        counted["unknown"] += result.n_unknown - proposed
        if result.grades:
            counted.update({grade: n for grade, n in result.grades.items() if grade in GRADES})
        else:
            counted["list"] += answered(result) + sum(result.outside.values())
    return {grade: counted[grade] for grade in GRADES if counted[grade]}


def known_bar(results: Sequence[DimensionResult], t: Texts) -> Drawing | None:
    """Return one bar: all that we would like to know of our partners, by who says so; None without partners."""
    grades = known_by_grade(results)
    total = sum(grades.values())
    if not total:
        return None
    parts, x, y = [], 0.0, _BAR + 16
    for grade, n in grades.items():
        width = n / total * WIDTH
        parts += _piece(grade, x, 0.0, width, _BAR)
        parts += [*_piece(grade, 0.0, y - 10, 11, 11), svg_text(18, y, t(GRADES[grade]), size=13)]
        parts.append(svg_text(WIDTH, y, share_text(n / total, t), size=13, anchor="end", bold=True))
        x, y = x + width, y + _STEP
    known = 1 - (grades.get("unknown", 0) + grades.get("proposed", 0)) / total
    names = t.listed([dimension_label(result.id, t) for result in results])
    shares = {
        t("Who says so"): [t(GRADES[g]) for g in grades],
        t("Part"): [share_text(n / total, t) for n in grades.values()],
    }
    return Drawing(
        svg_document(parts, y - 6),
        t("We know {share} of what this mirror asks", share=share_text(known, t)),
        t("The whole bar is what we would like to know of our partners: {themes}.", themes=names),
        t("How much we know, by who says so"),
        t("Source: your own partner file"),
        frame(shares),
    )


def question_dots(question: NextQuestion, mirror: Mirror, t: Texts) -> Drawing:
    """Return the partners that something is asked of: of whom we know it, whom to ask first, and the others."""
    label, ask, unknown = t("Whom they mainly work for"), question.about_people, unknown_partners(mirror)
    result = mirror.dimension(question.theme)
    if not ask:
        label, ask, unknown = dimension_label(result.id, t), question.partners, result.n_unknown
    known = answered(result)
    kinds = [(t("We know this"), "partners", known)]
    if ask < unknown:
        kinds += [(t("To ask first"), "ask", ask), (t("Also not known yet"), "unknown", unknown - ask)]
    else:
        kinds.append((t("Not known yet"), "unknown", unknown))
    title = t("{theme}: {known} of {all} known", theme=label, known=t.number(known), all=t.number(known + unknown))
    return Drawing(
        dots_svg(label, kinds, t),
        title,
        t("Each dot is one partner."),
        t("{theme}: of whom we know it", theme=label),
        t("Source: your own partner file"),
        frame({t("What"): [words for words, _, _ in kinds], t("Number"): [t.number(n) for _, _, n in kinds]}),
    )


def known_of(result: DimensionResult, t: Texts) -> str:
    """Return of how many partners a theme is known, of all that it is about: "14 of 28"."""
    known = answered(result)
    return t("{known} of {all}", known=t.number(known), all=t.number(known + result.n_unknown))


def _piece(grade: str, x: float, y: float, width: float, height: float) -> list[str]:
    """One part of the bar: solid where somebody says so, paler where we do, hatched proposed, hollow unknown."""
    place = f'x="{x + 0.5:.1f}" y="{y + 0.5:.1f}" width="{max(width - 1, 0.5):.1f}" height="{height - 1:.1f}"'
    if grade == "unknown":
        return [f'<rect {place} fill="none" {svg_stroke("muted")}/>']
    if grade == "proposed":
        lines = [
            f'<line x1="{at:.1f}" y1="{y + height - 1:.1f}" '
            f'x2="{min(at + height, x + width - 1):.1f}" y2="{y + 1:.1f}" '
            f"{svg_stroke('partners')}/>"
            for at in (x + 1 + 6 * step for step in range(int(width // 6)))
        ]
        return [f'<rect {place} fill="none" {svg_stroke("partners")}/>', *lines]
    if grade == "own_estimate":
        return [f'<rect {place} {svg_fill("partners")} fill-opacity="0.45"/>',
                f'<rect {place} fill="none" {svg_stroke("partners")}/>']  # fmt: skip
    return [svg_rect(x, y, width - 0.5, height, "muted" if grade == "list" else "partners")]
