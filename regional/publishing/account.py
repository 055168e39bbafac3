"""What a publication leaves out, adds together or rounds, and why: for its editor alone, never part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regional.mirror.result import DimensionResult, Mirror, Status
from regional.publishing.partition import Ids
from regional.publishing.region import groups_of
from regional.publishing.safe import LEAST, TOGETHER
from regional.publishing.schema import Money, Publication, PublishedFinding, Theme
from regional.sentences import finding_words, findings, next_step
from regional.texts import Texts


def account(mirror: Mirror, publication: Publication, t: Texts) -> list[str]:
    """Return a line for each thing of ``mirror`` that ``publication``, which was made of it, does not show as it is.

    It names small groups as they are: it is for who may see the mirror itself.
    """
    if not publication.themes:
        return [t("Fewer than five partners: no figures by group are shown.")]
    results = {result.id: result for result in mirror.dimensions}
    held = groups_of(mirror)
    lines = [line for theme in publication.themes for line in _of_theme(theme, results[theme.id], held, t)]
    lines += [*_of_reach(publication, t), *(line for flow in publication.money for line in _of_money(flow, t))]
    return [*lines, *_of_findings(mirror, publication, t)]


def _of_findings(mirror: Mirror, publication: Publication, t: Texts) -> Iterator[str]:
    """Tell which findings of the overview the board does not see, and which it sees in their place."""
    ours = [finding_words(finding, mirror, t).heading for finding in findings(mirror)]
    shown = [f.heading.in_(t.language) for f in publication.findings if isinstance(f, PublishedFinding)]
    gone, more = [h for h in ours if h not in shown], [h for h in shown if h not in ours]
    if gone:
        yield t("On the overview and not here, as it rests on what partners told, on groups that are not shown, or is "
                "still to be asked: {findings}.", findings="; ".join(gone))  # fmt: skip
    if more:
        yield t("Here and not on the overview, where others went first: {findings}.", findings="; ".join(more))


def steps_told(mirror: Mirror, publication: Publication, t: Texts) -> frozenset[str]:
    """Return what the findings that the board sees ask for: an agreement on another finding tells what is hidden."""
    shown = {f.heading.in_(t.language) for f in publication.findings if isinstance(f, PublishedFinding)}
    seen = (finding for finding in findings(mirror) if finding_words(finding, mirror, t).heading in shown)
    return frozenset(next_step(finding, mirror, t) for finding in seen)


def _of_theme(theme: Theme, result: DimensionResult, held: dict[str, Ids], t: Texts) -> Iterator[str]:
    name = theme.title.in_(t.language)
    if theme.as_of:
        yield _repeated(name, t.date(theme.as_of), t)
        return
    if not theme.rows:
        yield t("{theme}: left out. {why}", theme=name, why=theme.sentence.in_(t.language))
        return
    cells = held if theme.id == "location" else {}
    for row in theme.rows:
        if row.id == TOGETHER:
            inside = [g for g in result.groups if cells.get(g.id, Ids([g.id])) <= set(row.members)]
            yield from _together(name, [(t(g.label), round(g.count)) for g in inside], t)
    labels = {row.id: row.label.in_(t.language) for row in theme.rows}
    yield from _hidden(name, [(labels[row.id], row.shown) for row in theme.rows], t, with_total=True)
    judged = {g.id for g in result.groups if g.status is not Status.NOT_COMPARABLE} if result.tested else set()
    silent = [labels[row.id] for row in theme.rows if row.id in judged and row.shown == "shown" and row.state is None]
    if silent:
        yield t("{theme}: no judgement, as it could tell of groups that are not shown: {groups}.", theme=name,
                groups=t.listed(silent))  # fmt: skip


def _together(name: str, groups: list[tuple[str, int]], t: Texts) -> Iterator[str]:
    small = [label for label, count in groups if 0 < count < LEAST]
    others = [label for label, count in groups if not 0 < count < LEAST]
    if small:
        yield t("{theme}: added together, as each has fewer than five partners: {groups}.", theme=name,
                groups=t.listed(small))  # fmt: skip
    if others:
        yield t("{theme}: added together as well, so that no small number can be worked out: {groups}.", theme=name,
                groups=t.listed(others))  # fmt: skip


def _hidden(name: str, cells: Iterable[tuple[str, str | None]], t: Texts, *, with_total: bool) -> Iterator[str]:
    found = list(cells)
    few = t.listed([label for label, shown in found if shown == "few"])
    if few and with_total:
        yield t("{theme}: “<5” stands for fewer than five, so there is no total and no share: {groups}.", theme=name,
                groups=few)  # fmt: skip
    elif few:
        yield t("{theme}: “<5” stands for fewer than five: {groups}.", theme=name, groups=few)
    withheld = t.listed([label for label, shown in found if shown == "withheld"])
    if withheld:
        yield t("{theme}: not shown, as a small number could be worked out, perhaps with what was shared before: "
                "{groups}.", theme=name, groups=withheld)  # fmt: skip


def _of_reach(publication: Publication, t: Texts) -> Iterator[str]:
    name = t("Who is reached")
    for day in sorted({cell.as_of for cell in publication.reach if cell.as_of}):
        labels = [cell.label.in_(t.language) for cell in publication.reach if cell.as_of == day]
        about = name if len(labels) == len(publication.reach) else f"{name} ({t.listed(labels)})"
        yield _repeated(about, t.date(day), t)
    cells = [(cell.label.in_(t.language), cell.shown) for cell in publication.reach if not cell.as_of]
    yield from _hidden(name, cells, t, with_total=False)


def _of_money(flow: Money, t: Texts) -> Iterator[str]:
    name = t("Money in") if flow.id == "in" else t("Money out")
    if flow.as_of:
        yield _repeated(name, t.date(flow.as_of), t)
    elif flow.total is None:
        yield t("{theme}: left out. {why}", theme=name, why=flow.sentence.in_(t.language))
    elif not flow.places:
        yield t("{theme}: the sum alone, in round figures. {why}", theme=name, why=flow.sentence.in_(t.language))
    elif any(place.id == TOGETHER for place in flow.places):
        yield t("{theme}: places are added together, as the amount of one partner could be worked out.", theme=name)


def _repeated(name: str, date: str, t: Texts) -> str:
    return t("{theme}: the figures of {date} again. Too little changed, or new ones would tell of a few partners.",
             theme=name, date=date)  # fmt: skip
