"""A publication: suppressed figures and sentences in both languages, frozen for good.

It holds no partner, no mirror and nothing to compute with: what is in it may be seen by whoever has the link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

from regional.dimensions import dimension as entry
from regional.mirror.result import DimensionResult, Mirror, Status
from regional.publishing.differencing import steady, steady_flow
from regional.publishing.history import History
from regional.publishing.money import PLACES, Flow, SafeFlow, safe_flow
from regional.publishing.names import named_in
from regional.publishing.partition import Ids
from regional.publishing.region import class_of, groups_of
from regional.publishing.safe import LEAST, TOGETHER, Safe, SafeGroup, SafeReach, SafeTheme
from regional.publishing.schema import (
    FIRST,
    PURPOSES,
    SCHEMA,
    SECOND,
    THIRD,
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
from regional.publishing.suppression import suppress
from regional.sentences import dimension_sentence, finding_sentence, proven_findings, state_words
from regional.texts import LANGUAGES, N_, Message, Texts, texts

__all__ = [
    "FEW",
    "FIRST",
    "PURPOSES",
    "SCHEMA",
    "SECOND",
    "THIRD",
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
    since: Sequence[dt.date | None] = (),
) -> Publication:
    """Freeze ``mirror`` with what the director wrote.

    ``money`` are mirrors of the same partners by money in and money out; only what
    :mod:`regional.publishing.money` lets through goes along. ``earlier`` are all publications that left the museum,
    of whatever region: with them this one is one release (:mod:`regional.publishing.partition`,
    :mod:`regional.publishing.differencing`). ``since`` tells of each partner when it came, as far as that is known.

    Raises
    ------
    NamedError
        Where ``frame`` holds one of ``names``, the partners of the museum.
    """
    found = named_in(frame.words(), names)
    if found:
        raise NamedError(found)
    results = {r.id: r for r in mirror.dimensions}
    seen = tuple(publication for publication in earlier if publication.fictitious == mirror.partners.fictitious)
    held, codes = groups_of(mirror), tuple(sorted(mirror.region.codes))
    history = History(seen, mirror.partners.n, tuple(since), codes, mirror.region.name, class_of(mirror))
    safe = steady(suppress(mirror, history, held), history)
    flows = [steady_flow(flow, made, history) for m in money if (flow := safe_flow(m))]
    draft = Publication(
        frame=frame,
        made=made,
        region=mirror.region.name,
        n=safe.n,
        basis=_basis(_rests_on(safe), safe.n),
        themes=tuple(_theme(theme, results[theme.id], mirror, history, held) for theme in safe.themes),
        reach=tuple(_reached(reach) for reach in safe.reach),
        money=tuple(map(_money, flows)),
        fictitious=mirror.partners.fictitious,
        findings=tuple(_findings(mirror, safe)),
        codes=codes,
    )
    return draft.model_copy(update={"digest": digest(draft)})


def _findings(mirror: Mirror, safe: Safe) -> Iterator[Both]:
    """Word the findings that follow from what is shown: never what partners told, a question or a talking point."""
    results = {result.id: result for result in mirror.dimensions}
    seen = [
        _as_shown(theme, results[theme.id])
        for theme in safe.themes
        if not theme.partner_given and theme.n_known is not None and theme.as_of is None
    ]
    public = mirror.model_copy(update={"dimensions": tuple(seen), "reach": (), "lacking": ()})
    for finding in proven_findings(public):
        yield both(partial(finding_sentence, finding, public))


def _as_shown(theme: SafeTheme, result: DimensionResult) -> DimensionResult:
    """Return a theme of a mirror as a reader of the publication has it: its shown groups, shares and states alone."""
    shown = {group.id: group for group in theme.groups if group.shown == "shown"}
    proven = {"at_least_half": None} if not theme.is_whole or TOGETHER in shown else {}
    groups = tuple(
        g.model_copy(
            update={
                "partner_share": shown[g.id].share,
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


RULES = N_("The rules for what may be shown changed since {date}, so the two are not compared.")
REGION = N_("On {date} it was about another region, so the two are not compared.")


def compare(earlier: Publication, later: Publication) -> list[Both]:
    """Return what is new since ``earlier``: the groups whose state in words changed, shown both times.

    Only where their number, or how many are known, changed as well, and the region's figures did not: a change of
    rules, of region or of figures is no change of partners.
    """
    for is_other, text in ((earlier.schema_ != later.schema_, RULES), (_region(earlier) != _region(later), REGION)):
        if is_other:
            return [both(lambda t, text=text: t(text, date=t.date(earlier.made)))]  # type: ignore[misc]
    before = {(theme.id, row.id): (theme, row) for theme in earlier.themes for row in theme.rows}
    told = []
    for theme in later.themes:
        for row in theme.rows:
            was, old = before.get((theme.id, row.id), (None, None))
            if was is None or old is None or not (old.state_words and row.state_words) or old.state == row.state:
                continue
            is_new = (was.n_known, old.count, old.share) != (theme.n_known, row.count, row.share)
            if is_new and (was.year, old.region_share) == (theme.year, row.region_share):
                told.append(_change(theme, row, old.state_words, row.state_words))
    return told


def _region(publication: Publication) -> tuple[object, ...]:
    return publication.codes or (publication.region,)


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


def _theme(
    theme: SafeTheme, result: DimensionResult, mirror: Mirror, history: History, held: Mapping[str, Ids]
) -> Theme:
    sentence = history.sentence(theme) if theme.as_of else None
    return Theme(
        id=theme.id,
        title=both(lambda t: t(entry(theme.id).label)),
        sentence=sentence or both(lambda t: _sentence(theme, result, mirror, t)),
        basis=_basis(theme, mirror.partners.n),
        n_known=theme.n_known,
        rows=tuple(_row(group, result, held) for group in theme.groups),
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


def _row(group: SafeGroup, result: DimensionResult, held: Mapping[str, Ids]) -> PublishedRow:
    state = group.state
    return PublishedRow(
        id=group.id,
        label=both(lambda t: _label(group, result, held, t)),
        shown=group.shown,
        region_share=None if group.region_share is None else round(group.region_share, 2),
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
        _as_shown(theme, result), t, kind=mirror.settings.kind, shares_of=mirror.settings.shares_of
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
