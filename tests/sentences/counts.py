"""One moment, one number: what is counted of the same partners on different pages may not differ."""

import datetime as dt
import re
from collections.abc import Iterator

from regional.cbs.figures import RegionProfile
from regional.charts.known import known_of, question_dots
from regional.mirror.question import next_question, partners_to_ask, unknown_partners
from regional.mirror.result import Mirror
from regional.partners.portfolio import Portfolio
from regional.plan.facts import PlanFacts, facts
from regional.publishing.schema import Publication
from regional.report.content import report_content, says_something, theme_table
from regional.search.profile import search_profile
from regional.search.words import ask_sentence as search_ask
from regional.sentences import (
    finding_basis,
    finding_heading,
    finding_line,
    findings,
    mirror_headline,
    month_tasks,
    overview_results,
)  # fmt: skip
from regional.sentences.bubble import found_sentences
from regional.sentences.people import answered, is_by_main_groups
from regional.texts import Texts


def contradicting_counts(
    portfolio: Portfolio, region: RegionProfile, mirror: Mirror, published: Publication, t: Texts
) -> Iterator[str]:
    """Yield what is counted otherwise in one place than in another; nothing where all agree."""
    yield from _asked(portfolio, region, mirror, t)
    yield from _known(portfolio, mirror, t)
    yield from _published(mirror, published)


def _asked(portfolio: Portfolio, region: RegionProfile, mirror: Mirror, t: Texts) -> Iterator[str]:
    question, people = next_question(mirror), [r for r in mirror.dimensions if is_by_main_groups(r) and r.headline]
    unknown = unknown_partners(mirror)
    for result in people:
        lacked = sum(c.partners for c in mirror.lacking if result.id in c.themes)
        if lacked != result.n_unknown:
            yield f"{lacked} lack {result.id}, of which {result.n_unknown} are unknown"
    if question is None:
        return
    rows = partners_to_ask(portfolio, region, mirror.settings, question)
    frame = portfolio.frame.iloc[list(rows)]
    if len(rows) != question.partners or len(set(rows)) != len(rows):
        yield f"{question.partners} to ask, and {len(rows)} are chosen"
    if frame["is_person"].any() or ("supplier",) in set(frame["kinds"]) or (frame["status"] != "active").any():
        yield "a person, a supplier or who stopped is asked"
    for finding in (found for found in findings(mirror) if found.question is not None):
        heading, line = finding_heading(finding, mirror, t), finding_line(finding, mirror, t)
        dots = question_dots(question, mirror, t)
        if _whole(finding_basis(finding, mirror, t))[0] != _number(dots.table.iloc[0, 1]):
            yield f"“{finding_basis(finding, mirror, t)}” beside {dots.table.iloc[0, 1]} dots"
        if _whole(heading) != [question.partners]:
            yield f"“{heading}” of {question.partners}"
        known, *others = [_number(n) for n in dots.table.iloc[:, 1]]
        n = question.about_people
        if n and (sum(others) != unknown or known != answered(people[0]) or (len(others) > 1 and others[0] != n)):
            yield f"dots {known}, {others}: {n} of {unknown} to ask"
        if n and _whole(line)[: 1 + (n < unknown)] != ([n] if n == unknown else [n, unknown]):
            yield f"“{line}” where {n} of {unknown} are asked"
        if sum(others) not in _whole(line):
            yield f"“{line}” beside dots of {others}"
        tasks = [task.words for task in month_tasks(mirror, t)]
        if line not in tasks:
            yield f"“{line}” and {tasks}"


def _known(portfolio: Portfolio, mirror: Mirror, t: Texts) -> Iterator[str]:
    of, partners = {r.id: r for r in mirror.dimensions}, mirror.partners
    theme = next(r for r in mirror.dimensions if is_by_main_groups(r))
    headline = " ".join(mirror_headline(mirror, t))
    if (
        partners.n
        and answered(theme)
        and not {answered(theme), unknown_partners(mirror)} - {0} <= set(_whole(headline))
    ):
        yield f"“{headline}”: {answered(theme)} known and {unknown_partners(mirror)} not"
    if (partners.in_region, partners.unknown_place) != (of["location"].n_known, of["location"].n_unknown):
        yield f"{partners} beside {of['location'].n_known} in places"
    plan = facts(portfolio, PlanFacts(), dt.date(2026, 11, 26))
    told = {
        "plan, places": (plan.placed, (partners.n - partners.unknown_place, partners.n)),
        "plan, kinds": (plan.kinds_confirmed, (of["kind"].n_known, partners.n)),
        "plan, for whom": (plan.reach_known, (answered(theme), answered(theme) + unknown_partners(mirror))),
        "plan, how found": (plan.found_known, _of(of["how_found"])),
        "plan, stage": (plan.stage_known, _of(of["stage"])),
    }
    yield from (f"{name}: {one} and {other}" for name, (one, other) in told.items() if tuple(one) != other)
    said = " ".join(found_sentences(of["how_found"], t))
    if of["how_found"].n_known and not set(_of(of["how_found"])) <= set(_whole(said)):
        yield f"“{said}” of {_of(of['how_found'])}"
    rows = theme_table(overview_results(mirror), t).rows
    for result, row in zip(overview_results(mirror), rows, strict=True):
        if row[-1] != known_of(result, t):
            yield f"the report's table says {row[-1]} of {result.id}, the bar {known_of(result, t)}"
    unsaid = " ".join(report_content(mirror, t).unknown.lines)
    for result in (r for r in overview_results(mirror) if partners.n and not says_something(r)):
        if known_of(result, t) not in unsaid:
            yield f"“{unsaid}” without {known_of(result, t)} of {result.id}"
    for ask in search_profile(mirror).ask_first:
        if ask.unknown != (unknown_partners(mirror) if ask.dimension == "reach" else of[ask.dimension].n_unknown):
            yield f"“{search_ask(ask, t)}”"


def _published(mirror: Mirror, published: Publication) -> Iterator[str]:
    for theme in published.themes:
        groups = {group.id: group for group in mirror.dimension(theme.id).groups}
        for row in theme.rows:
            if row.count is not None and row.id in groups:
                group = groups[row.id]
                if row.count != (group.partners if is_by_main_groups(mirror.dimension(theme.id)) else group.count):
                    yield f"the publication counts {row.count} for {theme.id} {row.id}, the mirror {group.count}"
    reached = {(r.dimension, r.id): r.main + r.also for r in mirror.reach}
    for cell in published.reach:
        if cell.partners is not None and cell.partners != reached[cell.dimension, cell.id]:
            yield f"the publication says {cell.partners} reach {cell.id}"
    if published.n != mirror.partners.n:
        yield f"{published.n} partners published of {mirror.partners.n}"


def _of(result: object) -> tuple[int, int]:
    return result.n_known, result.n_known + result.n_unknown  # type: ignore[attr-defined]


def _whole(text: str) -> list[int]:
    """Return the whole numbers of a sentence, also where one is a word."""
    return [_number(n) for n in re.findall(r"\d[\d.,]*", re.sub(r"\b([Éé]én|[Oo]ne)\b", "1", text))]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", str(text)))
