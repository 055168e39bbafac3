"""A publication: suppressed figures and sentences in both languages, frozen for good.

It holds no partner, no mirror and nothing to compute with: what is in it may be seen by whoever has the link.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from regional.dimensions import dimension as entry
from regional.mirror.result import DimensionResult, Mirror
from regional.publishing.differencing import steady, steady_flow
from regional.publishing.money import PLACES, Flow, SafeFlow, safe_flow
from regional.publishing.schema import (
    FIRST,
    PURPOSES,
    SCHEMA,
    SECOND,
    Both,
    ChangedError,
    Frame,
    Money,
    Point,
    Publication,
    PublishedGoal,
    PublishedPlace,
    PublishedReach,
    PublishedRow,
    Purpose,
    Theme,
    digest,
    from_json,
)
from regional.publishing.suppression import LEAST, OTHER, Safe, SafeReach, SafeTheme, suppress
from regional.sentences import dimension_sentence, finding_sentence, findings, state_words
from regional.texts import LANGUAGES, N_, Message, Texts, texts

__all__ = [
    "FEW",
    "FIRST",
    "PURPOSES",
    "SCHEMA",
    "SECOND",
    "Both",
    "ChangedError",
    "Frame",
    "Money",
    "NamedError",
    "Point",
    "Publication",
    "PublishedGoal",
    "PublishedPlace",
    "PublishedReach",
    "PublishedRow",
    "Purpose",
    "Theme",
    "both",
    "compare",
    "from_json",
    "named_in",
    "publish",
    "warnings",
]
FEW = f"<{LEAST}"


class NamedError(ValueError):
    """A typed text names a partner; ``names`` are those found."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("a text names a partner")
        self.names = tuple(names)


def publish(
    mirror: Mirror,
    frame: Frame,
    made: dt.date,
    names: Collection[str] = (),
    money: Sequence[Mirror] = (),
    earlier: Sequence[Publication] = (),
) -> Publication:
    """Freeze ``mirror`` with what the director wrote.

    ``money`` are mirrors of the same partners by money in and money out; only what
    :mod:`regional.publishing.money` lets through goes along. ``earlier`` are the museum's publications that may have
    been seen: this one may not differ from them by a single partner (:mod:`regional.publishing.differencing`).

    Raises
    ------
    NamedError
        Where ``frame`` holds one of ``names``, the partners of the museum.
    """
    found = named_in(frame.words(), names)
    if found:
        raise NamedError(found)
    results = {r.id: r for r in mirror.dimensions}
    seen = [publication for publication in earlier if publication.fictitious == mirror.partners.fictitious]
    safe = steady(suppress(mirror), seen)
    flows = [steady_flow(flow, mirror.region.name, made, seen) for m in money if (flow := safe_flow(m))]
    draft = Publication(
        frame=frame,
        made=made,
        region=mirror.region.name,
        n=safe.n,
        basis=_basis(_rests_on(safe), safe.n),
        themes=tuple(_theme(theme, results[theme.id], safe.n, mirror) for theme in safe.themes),
        reach=tuple(_reached(reach) for reach in safe.reach),
        money=tuple(map(_money, flows)),
        fictitious=mirror.partners.fictitious,
        findings=tuple(_findings(mirror, safe)),
    )
    return draft.model_copy(update={"digest": digest(draft)})


def _findings(mirror: Mirror, safe: Safe) -> Iterator[Both]:
    """Word the findings of which every figure is shown: never what partners told, a question or a talking point."""
    shown = {theme.id: {g.id: g for g in theme.groups} for theme in safe.themes if not theme.partner_given}
    for finding in findings(mirror):
        rows = [(group, shown.get(finding.dimension, {}).get(group.id)) for group in finding.groups]
        if finding.proven and all(row and row.count == group.count and row.shown == "shown" for group, row in rows):
            yield both(partial(finding_sentence, finding, mirror))


def warnings(mirror: Mirror) -> list[Message]:
    """Return what to think of before sharing; empty where half of the partners or more are behind every theme."""
    safe = suppress(mirror)
    if not safe.themes:
        return [Message.of(N_("No figures by group can be shown from this. Share it all the same?"))]
    theme = _rests_on(safe)
    known = theme.at_least if theme else 0
    if 2 * known >= safe.n:
        return []
    text = N_("This picture rests on {known} of {n} partners. Share it all the same?")
    return [Message.of(text, known=known, n=safe.n)]


def compare(earlier: Publication, later: Publication) -> list[Both]:
    """Return what is new since ``earlier``: the groups whose state in words changed, shown both times."""
    before = {(theme.id, row.id): row for theme in earlier.themes for row in theme.rows}
    told = []
    for theme in later.themes:
        for row in theme.rows:
            old = before.get((theme.id, row.id))
            if old and old.state_words and row.state_words and old.state != row.state:
                told.append(_change(theme, row, old.state_words, row.state_words))
    return told


def named_in(text: str, names: Collection[str]) -> list[str]:
    """Return which of ``names`` (3 characters or more) stand in ``text`` as whole words, whatever their case."""
    folded = " ".join(text.casefold().split())
    wanted = [(name, " ".join(name.casefold().split())) for name in names]
    return [name for name, n in wanted if len(n) > 2 and re.search(rf"(?<!\w){re.escape(n)}(?!\w)", folded)]


def both(worded: Callable[[Texts], str]) -> Both:
    """Return a text worded in both languages."""
    return Both(**{language: worded(texts(language)) for language in LANGUAGES})


def _rests_on(safe: Safe) -> SafeTheme | None:
    """Return the theme with the fewest partners behind it, of those about what partners told that are shown."""
    shown = [theme for theme in safe.themes if theme.partner_given and theme.groups]
    return min(shown, key=lambda theme: theme.at_least, default=None)


def _basis(theme: SafeTheme | None, n: int) -> Both:
    if theme is None or not theme.groups:
        return both(lambda t: t("Of our {n} partners, too few have answered to show this.", n=t.number(n)))
    known = theme.at_least
    if theme.n_known is None:
        return both(lambda t: t("based on at least {known} of {n} partners", known=t.number(known), n=t.number(n)))
    return both(lambda t: t("based on {known} of {n} partners", known=t.number(known), n=t.number(n)))


def _theme(theme: SafeTheme, result: DimensionResult, n: int, mirror: Mirror) -> Theme:
    return Theme(
        id=theme.id,
        title=both(lambda t: t(entry(theme.id).label)),
        sentence=both(lambda t: _sentence(theme, result, mirror, t)),
        basis=_basis(theme, n),
        n_known=theme.n_known,
        rows=tuple(_row(theme, i) for i in range(len(theme.groups))),
        source=theme.source,
        year=theme.year,
        as_of=theme.as_of,
    )


def _reached(reach: SafeReach) -> PublishedReach:
    return PublishedReach(**{**reach.model_dump(), "label": both(lambda t: t(reach.label))})


_FROM_REGION: dict[Flow, str] = {
    "in": N_("Of the money we receive, {share} comes from partners in the region."),
    "out": N_("Of the money we spend with partners, {share} goes to partners in the region."),
}

_NO_PLACES: dict[Flow, str] = {
    "in": N_("We do not show where it comes from: the amount of one partner could then be worked out."),
    "out": N_("We do not show where it goes: the amount of one partner could then be worked out."),
}


def _money(flow: SafeFlow) -> Money:
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
    return t(
        "About {total} a year, with the {n} partners whose amount we know.",
        total=t.euro(flow.total),
        n=t.number(flow.contributors),
    )


def _row(theme: SafeTheme, position: int) -> PublishedRow:
    group = theme.groups[position]
    state = group.state
    return PublishedRow(
        id=group.id,
        label=both(lambda t: t(group.label)),
        shown=group.shown,
        region_share=None if group.region_share is None else round(group.region_share, 2),
        count=group.count,
        share=group.share,
        state=None if state is None else state.value,
        state_words=None if state is None else both(lambda t: state_words(state, t)),
    )


def _sentence(theme: SafeTheme, result: DimensionResult, mirror: Mirror, t: Texts) -> str:
    """Word the theme from the groups and the shares that are shown, and nothing else."""
    if not theme.groups:
        return t("Too few partners have answered to show this.")
    if len(theme.groups) == len(result.groups) == 1:
        return t("There is only one group here, so there is nothing to compare.")
    if result.basis == "main_groups":
        return t("How many partners mainly work for each group. A partner that names two counts for both.")
    shares = {group.id: group.share for group in theme.groups if group.shown == "shown"}
    groups = tuple(g.model_copy(update={"partner_share": shares[g.id]}) for g in result.groups if g.id in shares)
    is_told = theme.is_whole and all(group.label != OTHER for group in theme.groups)
    if not is_told and (not result.tested or len(groups) < 2):
        return t("Small groups are not shown apart.")
    hidden = {"unknown": {}, "outside": {}, "tests": 0}
    seen = result.model_copy(update={"groups": groups, "n_known": theme.n_known, **hidden})
    return dimension_sentence(seen, t, kind=mirror.settings.kind, shares_of=mirror.settings.shares_of)


def _change(theme: Theme, row: PublishedRow, old: Both, new: Both) -> Both:
    def worded(t: Texts) -> str:
        language = t.language
        return t(
            "{theme}, {group}: {new}. Last time: {old}.",
            theme=theme.title.in_(language),
            group=row.label.in_(language),
            new=new.in_(language),
            old=old.in_(language),
        )

    return both(worded)
