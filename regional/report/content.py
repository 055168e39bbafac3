"""What the report says: words, figures and tables from one Mirror, the same for paper and for the page.

Everything is data. What comes from outside (the museum's name, names of groups and partners) is never markup.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from regional import sentences as say
from regional.charts.alt_text import drawn_groups, mirror_alt
from regional.charts.map_words import lonely_sentence, map_alt, map_sentence, map_source, map_table, map_title
from regional.charts.overview import overview_rows
from regional.charts.picture import picture
from regional.charts.states import strongest
from regional.charts.tables import mirror_table
from regional.charts.titles import mirror_title
from regional.charts.vector import reach_svg, reach_words
from regional.charts.vector_known import known_of, known_svg, known_words
from regional.charts.vector_map import map_svg
from regional.charts.words import dimension_label, source_text
from regional.mirror.result import Status
from regional.report.parts import Figure, Report, ReportTable, Section
from regional.search.profile import search_profile
from regional.search.words import ask_sentence, wanted_sentences, wanted_title
from regional.sentences.measures import plain as method
from regional.sentences.people import answered
from regional.sentences.words import capital
from regional.texts import N_

if TYPE_CHECKING:
    import pandas as pd

    from regional.charts.scene import Scene
    from regional.mirror.result import DimensionResult, Mirror
    from regional.partners.portfolio import Portfolio
    from regional.texts import Texts

DRAWN, GROUPS = 2, 8
"""Themes drawn at a glance, and the groups that such a drawing holds at most."""
MOST_DRAWN = 15
"""Groups of a drawing that fits on a page."""
SOUGHT, FIRST = 4, 4
"""Profiles and first steps told at a glance."""
LONG = 300
"""Characters of a name that are kept."""
EXAMPLE = N_("This is an example: the partners of a museum that does not exist. The figures about the region are real.")
INTERNAL = N_(
    "For internal use: groups of fewer than five partners are shown as they are. "
    "For others, share a frozen publication."
)


def report_content(
    mirror: Mirror,
    t: Texts,
    *,
    museum: str = "",
    confidential: Portfolio | None = None,
    scene: Scene | None = None,
    made: dt.date | None = None,
) -> Report:
    """Return what the report of ``mirror`` says, made on ``made`` (today where None); with the map of ``scene``.

    Without ``confidential`` no partner's name can be in it: a Mirror holds none.
    """
    day = t.date(made or dt.date.today())
    foot = t("Report made on {date}", date=day)
    return Report(
        language=t.language,
        title=t("Our partners beside {region}", region=plain(mirror.region.name)),
        region=plain(mirror.region.name),
        museum=plain(museum),
        made=foot,
        basis=_basis(mirror, t),
        example=t(EXAMPLE) if mirror.partners.fictitious else "",
        secret=t("Confidential: holds partners' names") if confidential is not None else "",
        internal=t(INTERNAL),
        for_us=t("For internal use"),
        page=t("Page"),
        states=_states(mirror, t),
        steps=Section(t("What to do first"), items=say.first_steps(mirror, t)[:FIRST]),
        drawn=[_figure(result, mirror, t, foot) for result in _at_a_glance(mirror)],
        reach=_reach(mirror, t, foot, only="age"),
        known=_known(mirror, t, foot),
        unknown=_unknown(mirror, t),
        sought=_sought(mirror, t),
        annex=t("Annex: all themes"),
        themes=[
            *([_map(scene, t, foot)] if scene else []),
            *[_theme(result, mirror, t, foot) for result in mirror.dimensions],
            *_reaches(mirror, t, foot),
        ],
        method=Section(t("How we work this out"), items=[f"{name}: {text}" for name, text in method(t)]),
        sources=Section(t("Sources"), table=_sources(mirror, t, foot)),
        names=_names(confidential, t) if confidential is not None else None,
    )


def plain(text: str) -> str:
    """Return text from outside on one line, without control characters, and not endless."""
    return " ".join("".join(c if c.isprintable() or c == "\u00a0" else " " for c in text).split(" "))[:LONG].strip()


def _basis(mirror: Mirror, t: Texts) -> str:
    known = [answered(result) for result in mirror.dimensions if result.headline]
    n = t.number(mirror.partners.n)
    if not any(known):
        return t("Nothing is known yet of our partners to lay beside the region.")
    low, high = min(known), max(known)
    if low == high:
        return capital(t("based on {known} of {n} partners", known=t.number(low), n=n)) + "."
    return t("Based on {low} to {high} of {n} partners: it differs by theme.",
             low=t.number(low), high=t.number(high), n=n)  # fmt: skip


def _states(mirror: Mirror, t: Texts) -> Section:
    results = say.overview_results(mirror)
    known = [known_of(result, t) for result in results]
    rows = [
        [row.label, row.words, row.groups or "–", n] for row, n in zip(overview_rows(results, t), known, strict=True)
    ]
    head = [t("Theme"), t("What we see"), t("Which group"), t("Partners known")]
    stands_out = [say.finding_sentence(finding, mirror, t) for finding in say.findings(mirror)]
    return Section(
        t("How are we doing?"),
        say.mirror_headline(mirror, t),
        [plain_long(line) for line in stands_out],
        table=ReportTable(t("All themes"), head, rows),
    )


def _at_a_glance(mirror: Mirror) -> list[DimensionResult]:
    """Return the themes to draw first: compared, of a size that fits, the strongest state first."""
    order = [Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE]
    fit = [
        (order.index(state), at, result)
        for at, result in enumerate(say.overview_results(mirror))
        if 1 < len(result.groups) <= GROUPS and (state := strongest(g.status for g in result.groups)) in order
    ]
    return [result for _, _, result in sorted(fit, key=lambda found: found[:2])][:DRAWN]


def _figure(result: DimensionResult, mirror: Mirror, t: Texts, foot: str) -> Figure:
    title = f"{dimension_label(result.id, t)}: {plain(mirror_title(result, t))}"
    drawn = picture(result, t, settings=mirror.settings)
    return Figure(drawn.svg, title, plain_long(mirror_alt(result, t)), drawn.sentence, f"{drawn.source}. {foot}.")


def plain_long(text: str) -> str:
    """Return an alternative text without control characters."""
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)


def _theme(result: DimensionResult, mirror: Mirror, t: Texts, foot: str) -> Section:
    chosen = mirror.settings
    told = {"weight": chosen.weight, "kind": chosen.kind, "shares_of": chosen.shares_of}
    lines = [
        say.dimension_sentence(result, t, **told),  # type: ignore[arg-type]
        say.certainty_sentence(result, t, chosen.weight),
        say.what_would_change(result, t, chosen.weight),
    ]
    found = mirror_table(result, drawn_groups(result), chosen.weight, t)
    table = _table(t("Figures by group"), found, f"{source_text(result, t)}. {foot}.")
    is_drawn = bool(result.n_known) and 0 < len(result.groups) <= MOST_DRAWN
    figure = _figure(result, mirror, t, foot) if is_drawn else None
    if len(result.groups) > MOST_DRAWN:
        lines.append(t("There are too many groups to draw. The table holds them all."))
    return Section(dimension_label(result.id, t), [line for line in lines if line], figure=figure, table=table)


def _map(scene: Scene, t: Texts, foot: str) -> Section:
    """Return the region on the map, and where partners are; municipalities without one by name."""
    source = f"{map_source(scene, t)}. {foot}."
    alone, read = lonely_sentence(scene, t), map_sentence(scene, t, on_paper=True)
    fits = len(scene.region.codes) <= MOST_DRAWN
    reading = " ".join([read, *alone]) if fits else read
    figure = Figure(map_svg(scene), plain(map_title(scene.region, t)), plain_long(map_alt(scene, t)), reading, source)
    table = _table(t("Municipalities of the region"), map_table(scene, t), "")
    return Section(t("The region on the map"), [] if fits else alone or [read], figure=figure, table=table)


def _reach(mirror: Mirror, t: Texts, foot: str, only: str | None = None, *, with_table: bool = False) -> Section:
    shown = [found for found in mirror.reach if only is None or found.dimension == only]
    if not shown:
        return Section(t("Who is reached"), [t("We do not know yet whom our partners reach") + "."])
    words = reach_words(mirror, shown, t)
    if not mirror.reach_known:
        return Section(t("Who is reached"), [words.title + "."])
    figure = Figure(reach_svg(shown, t), words.title, plain_long(words.alt), words.sentence, f"{words.source}. {foot}.")
    table = _table(t("Figures by group"), words.table, f"{words.source}. {foot}.") if with_table else None
    return Section(t("Who is reached"), figure=figure, table=table)


def _reaches(mirror: Mirror, t: Texts, foot: str) -> list[Section]:
    """Return a section for each kind of group, so that each drawing fits on a page."""
    kinds = list(dict.fromkeys(found.dimension for found in mirror.reach))
    if not (mirror.reach_known and kinds):
        return [_reach(mirror, t, foot)]
    sections = [(dimension_label(kind, t), _reach(mirror, t, foot, kind, with_table=True)) for kind in kinds]
    return [
        replace(s, title=f"{s.title}: {label[:1].lower()}{label[1:]}" if label else s.title) for label, s in sections
    ]


def _table(caption: str, found: pd.DataFrame, source: str) -> ReportTable:
    rows = [[plain(str(cell)) for cell in row] for row in found.to_numpy().tolist()]
    return ReportTable(caption, [str(name) for name in found.columns], rows, source)


def _known(mirror: Mirror, t: Texts, foot: str) -> Figure | None:
    results = say.overview_results(mirror)
    if not mirror.partners.n or not results:
        return None
    words = known_words(results, t)
    source = f"{t('Source: your own partner file')}. {foot}."
    return Figure(known_svg(results, t), words.title, plain_long(words.alt), words.reading, source)


def _unknown(mirror: Mirror, t: Texts) -> Section:
    asks = [capital(ask_sentence(ask, t)) for ask in search_profile(mirror).ask_first]
    lines = [] if asks else [t("Of every theme enough is known to say something.")]
    if not mirror.partners.n:
        lines = [t("There are no partners here yet.")]
    return Section(t("What we do not know yet"), lines, asks)


def _sought(mirror: Mirror, t: Texts) -> Section:
    found = search_profile(mirror).wanted[:SOUGHT]
    items = [f"{capital(wanted_title(w, t))}. {' '.join(wanted_sentences(w, mirror.partners.n, t)[:2])}" for w in found]
    lines = [] if items else [t("On these figures we are not looking for anyone in particular.")]
    lines.append(t("Look at content and fit first. These figures are for direction only."))
    return Section(t("Who are we looking for?"), lines, [plain_long(item) for item in items])


def _sources(mirror: Mirror, t: Texts, foot: str) -> ReportTable:
    head = [t("Theme"), t("CBS table"), t("Year"), t("Retrieved"), t("What it counts")]
    rows = [
        [
            dimension_label(r.id, t),
            r.source or t("Your own partner file"),
            str(r.year or "–"),
            _retrieved(r, t),
            t(r.base) if r.base else "–",
        ]
        for r in mirror.dimensions
    ]
    return ReportTable(t("Source of each theme"), head, rows, f"CBS, CC BY 4.0. {foot}.")


def _retrieved(result: DimensionResult, t: Texts) -> str:
    if not result.source:
        return "–"
    return t.date(result.retrieved) if result.retrieved else t("came with the app")


def _names(portfolio: Portfolio, t: Texts) -> Section:
    """Name the active partners with their place, in alphabetical order."""
    frame = portfolio.frame
    active = frame[frame["status"] == "active"]
    cells_ = zip(active["name"], active["place"].fillna("–"), strict=True)
    rows = sorted([plain(str(name)), plain(str(place)) or "–"] for name, place in cells_)
    told = [t("Share this annex only with those who may know with whom we work.")]
    return Section(t("Confidential annex: our partners"), told,
                   table=ReportTable(t("Active partners"), [t("Name"), t("Place")], rows))  # fmt: skip
