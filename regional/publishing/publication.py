"""A publication: suppressed figures and sentences in both languages, frozen for good.

It holds no partner, no mirror and nothing to compute with: what is in it may be seen by whoever has the link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from regional.dimensions import dimension
from regional.mirror.result import Mirror
from regional.publishing.differencing import steady
from regional.publishing.flows import held_flow
from regional.publishing.history import History
from regional.publishing.names import named_in
from regional.publishing.region import class_of, groups_of
from regional.publishing.safe import LEAST, Safe, SafeTheme
from regional.publishing.schema import (
    FIRST,
    FOURTH,
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
    PublishedFinding,
    PublishedGoal,
    PublishedMark,
    PublishedPlace,
    PublishedReach,
    PublishedRow,
    PublishedWish,
    Purpose,
    Theme,
    digest,
    from_json,
)
from regional.publishing.suppression import suppress
from regional.publishing.wishes import wished
from regional.publishing.wording import as_shown, basis, worded_finding, worded_flow, worded_reach, worded_theme
from regional.sentences import proven_findings
from regional.texts import N_, Message

__all__ = [
    "FEW",
    "FIRST",
    "FOURTH",
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
    "PublishedFinding",
    "PublishedGoal",
    "PublishedMark",
    "PublishedPlace",
    "PublishedReach",
    "PublishedRow",
    "PublishedWish",
    "Purpose",
    "Theme",
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
    wishes: tuple[Mapping[str, int], int] = ({}, 0),
) -> Publication:
    """Freeze ``mirror`` with what the director wrote.

    ``money`` are mirrors of the same partners by money in and money out; only what
    :mod:`regional.publishing.flows` lets through goes along. ``earlier`` are all publications that left the museum,
    of whatever region: with them this one is one release (:mod:`regional.publishing.partition`,
    :mod:`regional.publishing.differencing`). ``since`` tells of each partner when it came, as far as that is known.
    ``wishes`` is how often each answer to what can be better was chosen, and by how many partners in all.

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
    history = History(seen, mirror.partners.n, tuple(since), codes, mirror.region.name, class_of(mirror), made)
    safe = steady(suppress(mirror, history, held), history)
    flows = [flow for m in money if (flow := held_flow(m, made, safe, history))]
    draft = Publication(
        frame=frame,
        made=made,
        region=mirror.region.name,
        n=safe.n,
        basis=basis(_rests_on(safe), safe.n),
        themes=tuple(worded_theme(theme, results[theme.id], mirror, history, held) for theme in safe.themes),
        reach=tuple(worded_reach(reach) for reach in safe.reach),
        money=tuple(map(worded_flow, flows)),
        fictitious=mirror.partners.fictitious,
        findings=tuple(_findings(mirror, safe)),
        codes=codes,
        wishes=wished(*wishes, history),
    )
    return draft.model_copy(update={"digest": digest(draft)})


def _findings(mirror: Mirror, safe: Safe) -> Iterator[PublishedFinding]:
    """Word the findings that follow from what is shown: never what partners told, a question or a talking point.

    They are sought in what is shown alone: which of all findings are left out would tell of what is not shown.
    """
    results = {result.id: result for result in mirror.dimensions}
    shown = {theme.id: theme for theme in safe.themes}
    seen = [
        as_shown(theme, results[theme.id])
        for theme in safe.themes
        if not theme.partner_given and theme.n_known is not None and theme.as_of is None
    ]
    public = mirror.model_copy(update={"dimensions": tuple(seen), "reach": (), "lacking": ()})
    for finding in proven_findings(public):
        yield worded_finding(finding, public, shown[finding.dimension], results[finding.dimension])


def warnings(mirror: Mirror) -> list[Message]:
    """Return what to think of before sharing; empty where half of the partners or more are behind every theme."""
    safe = suppress(mirror)
    if not safe.themes:
        return [Message.of(N_("No figures by group can be shown from this. Share it anyway?"))]
    theme = _rests_on(safe)
    if theme is None or 2 * theme.at_least >= safe.n:
        return []
    text = N_("{theme}: this is based on {known} of {n} partners. Share it anyway?")
    return [Message.of(text, theme=Message.of(dimension(theme.id).label), known=theme.at_least, n=safe.n)]


def _rests_on(safe: Safe) -> SafeTheme | None:
    """Return the theme with the fewest partners behind it, of those about what partners told that are shown."""
    shown = [theme for theme in safe.themes if theme.partner_given and theme.groups]
    return min(shown, key=lambda theme: theme.at_least, default=None)
