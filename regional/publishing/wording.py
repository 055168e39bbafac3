"""Every word of a publication, in both languages, from what is shown and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict

from regional.charts.icon_array import icon_array
from regional.dimensions import dimension as entry
from regional.mirror.result import DimensionResult, Mirror, Status
from regional.publishing.history import History
from regional.publishing.money import PLACES, Flow, SafeFlow
from regional.publishing.partition import Ids
from regional.publishing.safe import TOGETHER, SafeGroup, SafeReach, SafeTheme, rounded
from regional.publishing.schema import (
    Both,
    Money,
    PublishedFinding,
    PublishedMark,
    PublishedPlace,
    PublishedReach,
    PublishedRow,
    Theme,
)
from regional.sentences import Finding, dimension_sentence, finding_words, state_words
from regional.sentences.words import by_name
from regional.texts import LANGUAGES, N_, Texts, texts


def both(worded: Callable[[Texts], str]) -> Both:
    """Return a text worded in both languages."""
    return Both(**{language: worded(texts(language)) for language in LANGUAGES})


def as_shown(theme: SafeTheme, result: DimensionResult) -> DimensionResult:
    """Return a theme of a mirror as a reader of the publication has it: its shown groups, shares and states alone."""
    shown = {group.id: group for group in theme.groups if group.shown == "shown"}
    proven = {"at_least_half": None} if not theme.is_whole or TOGETHER in shown else {}
    groups = tuple(
        g.model_copy(
            update={
                "partner_share": _share(shown[g.id], theme),
                "status": shown[g.id].state or Status.NOT_COMPARABLE,
                "reason": g.reason if shown[g.id].state is Status.TOO_LITTLE_DATA else None,
                **proven,
            }
        )
        for g in result.groups
        if g.id in shown
    )
    hidden = {"unknown": {}, "outside": {}, "tests": 0}
    return result.model_copy(update={"groups": groups, "n_known": theme.n_known, **hidden})


def _share(group: SafeGroup, theme: SafeTheme) -> float | None:
    """Return a share as precisely as what is shown tells it, so that "less than 1 %" is not "none"."""
    return group.share if group.count is None or not theme.n_known else group.count / theme.n_known


def basis(theme: SafeTheme | None, n: int) -> Both:
    """Say how many of ``n`` partners are behind a theme; too few where there is none, or it shows nothing."""
    if theme is None or not theme.groups:
        return both(lambda t: t("Of our {n} partners, too few have answered to show this.", n=t.number(n)))
    known = theme.at_least
    if theme.n_known is None:
        return both(lambda t: t("based on at least {known} of {n} partners", known=t.number(known), n=t.number(n)))
    return both(lambda t: t("based on {known} of {n} partners", known=t.number(known), n=t.number(n)))


def worded_theme(
    theme: SafeTheme, result: DimensionResult, mirror: Mirror, history: History, held: Mapping[str, Ids]
) -> Theme:
    """Word a theme; ``held`` are the municipalities in each group of place."""
    sentence = history.sentence(theme) if theme.as_of else None
    return Theme(
        id=theme.id,
        title=both(lambda t: t(entry(theme.id).label)),
        sentence=sentence or both(lambda t: _sentence(theme, result, mirror, t)),
        basis=basis(theme, mirror.partners.n),
        n_known=theme.n_known,
        rows=tuple(_row(group, result, held) for group in theme.groups),
        source=theme.source,
        year=theme.year,
        as_of=theme.as_of,
    )


def worded_finding(finding: Finding, public: Mirror, theme: SafeTheme, result: DimensionResult) -> PublishedFinding:
    """Word a finding of ``public``, a mirror of what is shown; ``result`` is its theme, of which all groups count."""
    told = {language: asdict(finding_words(finding, public, texts(language))) for language in LANGUAGES}
    wanted = {row.id: row.wanted for row in icon_array(result, texts("en")).rows}
    marks = (
        PublishedMark(id=g.id, wanted=wanted.get(g.id), band=g.band and (round(g.band[0], 3), round(g.band[1], 3)))
        for g in by_name(finding.groups)
    )
    return PublishedFinding(
        theme=theme.id,
        **{name: Both(**{language: words[name] for language, words in told.items()}) for name in told["nl"]},
        marks=tuple(marks),
    )


def worded_reach(reach: SafeReach) -> PublishedReach:
    """Word a group of inhabitants."""
    return PublishedReach(**{**reach.model_dump(), "label": both(lambda t: t(reach.label))})


_FROM_REGION: dict[Flow, str] = {
    "in": N_("Of the money we receive, {share} comes from partners in the region."),
    "out": N_("Of the money we spend with partners, {share} goes to partners in the region."),
}

_NO_PLACES: dict[Flow, str] = {
    "in": N_("We do not show where it comes from: the amount of one partner could then be worked out."),
    "out": N_("We do not show where it goes: the amount of one partner could then be worked out."),
}


_BASIS: dict[Flow, str] = {
    "in": N_("About {total} a year, from the {n} funders whose amount we know."),
    "out": N_("About {total} a year, to the {n} suppliers whose amount we know."),
}


def worded_flow(flow: SafeFlow) -> Money:
    """Word a flow of money."""
    return Money(
        id=flow.id,
        sentence=both(lambda t: _money_sentence(flow, t)),
        basis=both(lambda t: _money_basis(flow, t)),
        n_known=flow.contributors,
        total=flow.total,
        places=tuple(PublishedPlace(id=p.id, label=_place(p.id), share=p.share) for p in flow.places),
        as_of=flow.as_of,
    )


def _place(place: str) -> Both:
    return both(lambda t: t(PLACES[place]))


def _money_sentence(flow: SafeFlow, t: Texts) -> str:
    if flow.total is None:
        return t("There are too few partners to show this, or one of them counts for too much.")
    if not flow.places:
        return t(_NO_PLACES[flow.id])
    shares = {place.id: place.share for place in flow.places}
    if "region" not in shares:
        return t("Small groups are not shown apart.")
    return t(_FROM_REGION[flow.id], share=t.percent(shares["region"]))


def _money_basis(flow: SafeFlow, t: Texts) -> str:
    if flow.total is None or flow.contributors is None:
        return ""
    return t(_BASIS[flow.id], total=t.euro(flow.total), n=t.number(flow.contributors))


def _row(group: SafeGroup, result: DimensionResult, held: Mapping[str, Ids]) -> PublishedRow:
    state = group.state
    return PublishedRow(
        id=group.id,
        label=both(lambda t: _label(group, result, held, t)),
        shown=group.shown,
        region_share=None if group.region_share is None else rounded(group.region_share),
        count=group.count,
        share=group.share,
        state=None if state is None else state.value,
        state_words=None if state is None else both(lambda t: state_words(state, t)),
        members=group.members,
    )


MOST_NAMES = 8
"""Groups that a row names that are added together in it."""


def _label(group: SafeGroup, result: DimensionResult, held: Mapping[str, Ids], t: Texts) -> str:
    """Name a group; of those that are added together, all, where they are few."""
    inside = set(group.members)
    names = [t(g.label) for g in result.groups if inside and held.get(g.id, Ids([g.id])) <= inside]
    if group.id != TOGETHER or not 1 < len(names) <= MOST_NAMES:
        return t(group.label)
    return t("{groups}, together", groups=t.listed(names))


def _sentence(theme: SafeTheme, result: DimensionResult, mirror: Mirror, t: Texts) -> str:
    """Word the theme from the groups and the shares that are shown, and nothing else."""
    if not theme.groups:
        return t(NOT_ANSWERED if theme.partner_given else NOT_BESIDE)
    if len(theme.groups) == len(result.groups) == 1:
        return t("There is only one group here, so there is nothing to compare.")
    if result.basis == "main_groups":
        return t("How many partners mainly work for each group. A partner that names two counts for both.")
    if theme.as_of or not _can_be_worded(theme, result):
        return t("Small groups are not shown apart.")
    return dimension_sentence(
        as_shown(theme, result), t, kind=mirror.settings.kind, shares_of=mirror.settings.shares_of
    )


NOT_ANSWERED = N_("Too few partners have answered to show this.")
NOT_BESIDE = N_("Too little is known to show this, or with what is shown elsewhere it would tell of a few partners.")


def _can_be_worded(theme: SafeTheme, result: DimensionResult) -> bool:
    """Tell whether what is shown says all that a sentence would: each state, and of a theme without states all."""
    apart = [group for group in theme.groups if group.shown == "shown" and group.id != TOGETHER]
    if not result.tested:
        return theme.is_whole and len(apart) == len(theme.groups)
    compared = {group.id for group in result.groups if group.status is not Status.NOT_COMPARABLE}
    return theme.n_known is not None and len(apart) > 1 and all(g.state or g.id not in compared for g in apart)
