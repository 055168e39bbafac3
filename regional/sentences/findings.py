"""What stands out: at most three findings, the same on every page, in the report and on the command line."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from regional.mirror.question import next_question
from regional.mirror.result import Status
from regional.sentences.comparison import differences
from regional.sentences.group import both_sides
from regional.sentences.people import answered, asked_of, is_by_main_groups, people_of
from regional.sentences.question import ask_sentence, question_sentence
from regional.sentences.words import PLACES, capital, group_name, named
from regional.texts import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regional.mirror.question import NextQuestion
    from regional.mirror.result import DimensionResult, Group, Mirror
    from regional.texts import Texts

MOST, MOST_GAPS = 3, 2
LESS = (Status.CLEARLY_LESS,)
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
OPEN = (Status.POSSIBLY_LESS, Status.IN_LINE, Status.POSSIBLY_MORE)
Kind = Literal["gap", "well", "ask", "talk"]


@dataclass(frozen=True)
class Finding:
    """One thing that stands out.

    ``kind``: a "gap" that is clear; what goes "well" and is proven; what to "ask"; something to "talk" about, which is
    a question and has no state's word or colour. ``groups`` are those that it is about, the most telling first;
    ``question`` is set for "ask".
    """

    kind: Kind
    dimension: str
    groups: tuple[Group, ...] = ()
    question: NextQuestion | None = None

    @property
    def proven(self) -> bool:
        """Whether it is almost certainly no coincidence."""
        return self.kind in ("gap", "well")


@dataclass(frozen=True)
class FindingWords:
    """A finding as it is told everywhere: whom it is about, one sentence, how sure, and what it stands on."""

    heading: str
    line: str
    sure: str
    basis: str


def findings(mirror: Mirror) -> tuple[Finding, ...]:
    """Return at most three findings, in the order in which they are shown.

    Clear gaps first, at most two, one a theme: by the bound nearest parity times the inhabitants concerned. Then one
    thing that goes well; then what to ask; then at most one talking point.
    """
    found, results = list(proven_findings(mirror)), _tested(mirror)
    told = {finding.dimension for finding in found if finding.kind == "gap"}
    for more in (_ask(mirror), _talk(results, told)):
        if more is not None and len(found) < MOST:
            found.append(more)
    return tuple(found)


def proven_findings(mirror: Mirror) -> tuple[Finding, ...]:
    """Return of the findings those that are almost certainly no coincidence: gaps, and what goes well."""
    results = _tested(mirror)
    gaps = _gaps(results)[:MOST_GAPS]
    well = _well(results, {finding.dimension for finding in gaps})
    return (*gaps, well) if well is not None else tuple(gaps)


def finding_about(mirror: Mirror, theme: str) -> Finding | None:
    """Return what stands out in one theme: as it is told elsewhere, else its own clear gap; None where nothing does."""
    told = [finding for finding in findings(mirror) if finding.dimension == theme and finding.kind != "ask"]
    return next(iter(told or _gaps([mirror.dimension(theme)])), None)


def _tested(mirror: Mirror) -> list[DimensionResult]:
    from regional.sentences.gaps import overview_results

    return [result for result in overview_results(mirror) if result.tested]


def finding_sentence(finding: Finding, mirror: Mirror, t: Texts) -> str:
    """Return a finding in words; every number is the mirror's."""
    if finding.kind == "ask" and finding.question is not None:
        return question_sentence(finding.question, mirror, t)
    result = mirror.dimension(finding.dimension)
    first = finding.groups[0]
    if finding.kind == "gap":
        only = result.model_copy(update={"groups": finding.groups})
        return f"{differences(only, t)} {both_sides(result, first, mirror.settings, t)}"
    if finding.kind == "well":
        sure = t("Surely at least half as strongly present as in the region: {groups}.",
                 groups=named(result, finding.groups, t))  # fmt: skip
        return f"{sure} {both_sides(result, first, mirror.settings, t)}"
    return _talked(result, first, t)


def finding_heading(finding: Finding, mirror: Mirror, t: Texts) -> str:
    """Return whom or which place a finding is about, never its state."""
    if finding.kind == "ask" and finding.question is not None:
        n = finding.question.partners
        return t.plural("Ask {n} partner", "Ask {n} partners", n)
    result = mirror.dimension(finding.dimension)
    if is_by_main_groups(result):
        names = [people_of(result, group, t) for group in finding.groups]
        return capital("; ".join(names) if any("," in name for name in names) else t.listed(names))
    return capital(named(result, finding.groups, t))


def finding_line(finding: Finding, mirror: Mirror, t: Texts) -> str:
    """Return a finding in one sentence with its number, for under its heading and picture."""
    if finding.kind == "ask" and finding.question is not None:
        return ask_sentence(finding.question, mirror, t)
    return both_sides(mirror.dimension(finding.dimension), finding.groups[0], mirror.settings, t)


def certainty_words(finding: Finding, t: Texts) -> str:
    """Return how sure a finding is, in a few words."""
    return t(_CERTAINTY[finding.kind])


def finding_basis(finding: Finding, mirror: Mirror, t: Texts) -> str:
    """Return of how many partners a finding is known, and what of them it looks at."""
    result = mirror.dimension(finding.question.theme if finding.question else finding.dimension)
    looks_at = _looks_at(result)
    all_ = asked_of(result) if looks_at == "main_groups" else mirror.partners.n
    return t(_BASIS[looks_at], known=t.number(answered(result)), all=t.number(all_))


def finding_words(finding: Finding, mirror: Mirror, t: Texts) -> FindingWords:
    """Return what every page, file and command says of a finding."""
    return FindingWords(
        finding_heading(finding, mirror, t), finding_line(finding, mirror, t), certainty_words(finding, t),
        finding_basis(finding, mirror, t),
    )  # fmt: skip


def next_step(finding: Finding, mirror: Mirror, t: Texts) -> str:
    """Return the first thing to do about a finding; "" where nothing need be done. A deed, and never a quota."""
    if finding.kind in ("well", "talk"):
        return "" if finding.kind == "well" else t("Talk about it: does your museum recognise this?")
    if finding.kind == "ask":
        return t("Write to these partners: it takes them two minutes.")
    less = [group for group in finding.groups if group.status is Status.CLEARLY_LESS]
    if not less:
        return ""
    result = mirror.dimension(finding.dimension)
    if result.id in PLACES:
        return t("Get to know three organisations in {place}.", place=group_name(result, less[0], t))
    return t("Get to know three organisations for {people}.", people=people_of(result, less[0], t))


def findings_json(mirror: Mirror, t: Texts) -> list[dict[str, Any]]:
    """Return the findings as ``python -m regional reflect --json`` gives them."""
    return [
        {
            "dimension": finding.dimension,
            "proven": finding.proven,
            "groups": [
                {"id": g.id, "status": g.status.value, "region_share": g.region_share, "partner_share": g.partner_share}
                for g in finding.groups
            ],
            **asdict(finding_words(finding, mirror, t)),
            "sentence": finding_sentence(finding, mirror, t),
        }
        for finding in findings(mirror)
    ]


_CERTAINTY: dict[Kind, str] = {
    "gap": N_("Almost certainly no coincidence"),
    "well": N_("Almost certainly at least half as many as in the region"),
    "ask": N_("Not yet known"),
    "talk": N_("Something to talk about"),
}
_BASIS = {
    "place": N_("{known} of {all} partners: this is about the address, or the one municipality that they work in."),
    "supplier": N_("{known} of {all} partners: this is about suppliers alone."),
    "main_groups": N_(
        "{known} of the {all} partners whom we ask this: this is about for whom they mainly work, not about who comes."
    ),
    "shares": N_("{known} of {all} partners: this is about the percentages that they gave."),
    "": N_("{known} of {all} partners."),
}


def _looks_at(result: DimensionResult) -> str:
    if result.id in PLACES:
        return "place"
    return result.basis or (result.subset if result.subset in _BASIS else "")


def _gaps(results: Sequence[DimensionResult]) -> list[Finding]:
    found = []
    for result in results:
        clear = sorted((g for g in result.groups if _counts(result, g)), key=lambda g: -_weight(result, g))
        if clear:
            found.append((_weight(result, clear[0]), Finding("gap", result.id, tuple(clear))))
    # What is missed goes before what there is much of.
    return [
        finding
        for _, finding in sorted(found, key=lambda pair: (not _is_missed(pair[1]), -pair[0]))
    ]  # fmt: skip


def _counts(result: DimensionResult, group: Group) -> bool:
    """Of people only what is missed can be a finding: that many work for the young says little of others."""
    return group.status in (LESS if is_by_main_groups(result) else CLEAR)


def _is_missed(finding: Finding) -> bool:
    return any(group.status is Status.CLEARLY_LESS for group in finding.groups)


def _weight(result: DimensionResult, group: Group) -> float:
    """Return how many inhabitants the bound that is nearest to parity leaves out, or has too many."""
    q = group.region_share or 0.0
    low, high = group.bounds or (group.partner_share or 0.0, group.partner_share or 0.0)
    away = q - high if group.status is Status.CLEARLY_LESS else low - q
    return max(away, 0.0) * (result.region_total or 1.0)


def _well(results: Sequence[DimensionResult], told: set[str]) -> Finding | None:
    """Return the theme, of those without a gap, with most inhabitants in a group that is surely there."""
    found = [(r, [g for g in r.groups if g.at_least_half]) for r in results if r.id not in told]
    ranked = [
        (-max(g.region_share or 0.0 for g in groups) * (r.region_total or 0.0), r.id, groups)
        for r, groups in found if groups
    ]  # fmt: skip
    if not ranked:
        return None
    _, theme, groups = min(ranked, key=lambda one: one[:2])
    return Finding("well", theme, tuple(sorted(groups, key=lambda g: -(g.region_share or 0.0))))


def _ask(mirror: Mirror) -> Finding | None:
    question = next_question(mirror)
    if question is None or not question.partners:
        return None
    return Finding("ask", question.themes[0], question=question)


def _talk(results: Sequence[DimensionResult], told: set[str]) -> Finding | None:
    """Return the gap that most exceeds what is usual without any preference; None where none does."""
    from regional.mirror.measures import usual_gap

    best: tuple[tuple[bool, float], Finding] | None = None
    for result in results:
        usual = usual_gap(result.n_known, tuple(g.region_share or 0.0 for g in result.groups))
        for group in result.groups:
            gap = group.gap or 0.0
            # Of people only what is missed; of places what is missed goes first.
            is_told = gap < 0 or not is_by_main_groups(result)
            if result.id in told or group.status not in OPEN or not is_told or abs(gap) <= usual:
                continue
            rank = gap < 0, abs(gap) / usual
            if best is None or rank > best[0]:
                best = rank, Finding("talk", result.id, (group,))
    return best[1] if best else None


def _talked(result: DimensionResult, group: Group, t: Texts) -> str:
    from regional.mirror.measures import usual_gap

    usual = usual_gap(result.n_known, tuple(g.region_share or 0.0 for g in result.groups))
    points = round(abs(group.gap or 0.0) * 100)
    name = people_of(result, group, t) if is_by_main_groups(result) else group_name(result, group, t)
    name = f"{name[:1].upper()}{name[1:]}"
    if (group.gap or 0.0) < 0:
        gap = t.plural("{group}: {n} point fewer.", "{group}: {n} points fewer.", points, group=name)
    else:
        gap = t.plural("{group}: {n} point more.", "{group}: {n} points more.", points, group=name)
    return " ".join([
        t("Do you recognise this?"),
        gap,
        t.plural(
            "With {partners} partners {n} point is usual, also without any preference.",
            "With {partners} partners {n} points are usual, also without any preference.",
            max(1, round(usual * 100)), partners=t.number(result.n_known),
        ),
    ])  # fmt: skip
