"""What the report says: words, figures and tables from one Mirror, the same for paper and for the page.

Everything is data. What comes from outside (the museum's name, names of groups and partners) is never markup.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from regional import sentences as say
from regional.charts.alt_text import drawn_groups, mirror_alt
from regional.charts.drawing import Drawing
from regional.charts.finding import finding_picture
from regional.charts.known import known_bar, known_of
from regional.charts.map_words import lonely_sentence, map_alt, map_sentence, map_source, map_table, map_title
from regional.charts.overview import overview_rows
from regional.charts.picture import picture
from regional.charts.tables import mirror_table
from regional.charts.titles import mirror_title
from regional.charts.vector import reach_drawing
from regional.charts.vector_map import map_svg
from regional.charts.words import dimension_label, source_text
from regional.mirror.result import Status
from regional.report.parts import Report
from regional.search.profile import search_profile
from regional.search.words import wanted_sentences, wanted_title
from regional.sections.section import Section, SectionTable
from regional.sentences.measures import plain as method
from regional.sentences.words import capital
from regional.texts import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from regional.charts.scene import Scene
    from regional.mirror.result import DimensionResult, Mirror
    from regional.partners.portfolio import Portfolio
    from regional.sentences import Finding
    from regional.texts import Texts

MOST_DRAWN = 15
"""Groups of a drawing that fits on a page."""
GLANCE = "age"
"""Kind of groups of which at a glance is said who reaches them."""
SHOWN = (N_("Group"), N_("The region"), N_("Our partners"), N_("Number"), N_("Amount"))
"""Columns of a theme's table on paper; the workbook holds them all."""
SOUGHT, FIRST = 4, 4
"""Profiles and first steps told at a glance."""
SILENT = (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)
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
    speaking = [result for result in mirror.dimensions if says_something(result)]
    return Report(
        language=t.language,
        title=t("Our partners beside {region}", region=plain(mirror.region.name)),
        region=plain(mirror.region.name),
        museum=plain(museum),
        made=foot,
        basis=plain(say.basis_sentence(mirror, t)),
        example=t(EXAMPLE) if mirror.partners.fictitious else "",
        secret=t("Confidential: holds partners' names") if confidential is not None else "",
        internal=t(INTERNAL),
        for_us=t("For internal use"),
        page=t("Page"),
        overview=_overview(mirror, t),
        findings=[_finding(finding, mirror, t, foot) for finding in say.findings(mirror)],
        steps=Section(t("What to do first"), items=say.first_steps(mirror, t)[:FIRST]),
        where=_map(scene, t, foot) if scene else None,
        reach=_reach(mirror, t, foot, GLANCE),
        known=_known(mirror, t, foot),
        unknown=_unknown(mirror, t),
        sought=_sought(mirror, t),
        annex=t("Annex: the themes that say something"),
        themes=[
            *[_theme(result, mirror, t, foot) for result in speaking],
            *_reaches(mirror, t, foot),
        ],
        method=Section(t("How we work this out"), items=[f"{name}: {text}" for name, text in method(t)]),
        sources=Section(t("Sources"), table=source_table(speaking, t, foot)) if speaking else None,
        names=_names(confidential, t) if confidential is not None else None,
    )


def plain(text: str) -> str:
    """Return text from outside on one line, without control characters, and not endless."""
    return " ".join("".join(c if c.isprintable() or c == "\u00a0" else " " for c in text).split(" "))[:LONG].strip()


def says_something(result: DimensionResult) -> bool:
    """Tell whether a theme has anything to say: a group with a state, or partners enough where none is tested."""
    if result.tested:
        return any(group.status not in SILENT for group in result.groups)
    return result.n_known >= result.min_known and any(group.partner_share for group in result.groups)


def _overview(mirror: Mirror, t: Texts) -> Section:
    """Say above the findings what they are, or that there are none."""
    title = t("How are we doing?")
    if not mirror.partners.n:
        return Section(title, say.mirror_headline(mirror, t))
    if not say.findings(mirror):
        return Section(title, [t("No clear difference.")])
    return Section(title, [t("This is a reason to meet others, never a reason to end a partnership.")])


def _finding(finding: Finding, mirror: Mirror, t: Texts, foot: str) -> Section:
    """Return a finding as on the overview: whom it is about, its picture, one sentence, how sure, what it stands on."""
    told, drawn = say.finding_words(finding, mirror, t), finding_picture(finding, mirror, t)
    small = replace(drawn, title="", alt=plain_long(f"{drawn.alt}. {told.line}"))
    return Section(plain(told.heading), [plain_long(told.line), f"{told.sure}. {told.basis}"], drawing=small)


def theme_table(results: Sequence[DimensionResult], t: Texts) -> SectionTable:
    """Return a row for each theme: its strongest state, which groups it is about, of how many partners it is known."""
    known = [known_of(result, t) for result in results]
    rows = [
        [row.label, row.words, row.groups or "–", n] for row, n in zip(overview_rows(results, t), known, strict=True)
    ]
    head = [t("Theme"), t("What we see"), t("Which group"), t("Partners known")]
    return SectionTable(t("All themes"), head, rows)


def _drawing(result: DimensionResult, mirror: Mirror, t: Texts, foot: str) -> Drawing:
    title = f"{dimension_label(result.id, t)}: {plain(mirror_title(result, t))}"
    return _on_paper(picture(result, t, settings=mirror.settings), foot, title=title, alt=mirror_alt(result, t))


def _on_paper(drawn: Drawing, foot: str, **changes: str) -> Drawing:
    """Return a drawing with words that are told whole, as there is no table behind it, and the date of the report."""
    told = replace(drawn, **changes)  # type: ignore[arg-type]
    return replace(told, alt=plain_long(told.alt), source=f"{told.source}. {foot}.")


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
    found = found[[name for name in map(t, SHOWN) if name in found]]
    table = _table(t("Figures by group"), found, f"{source_text(result, t)}. {foot}.")
    is_drawn = bool(result.n_known) and 0 < len(result.groups) <= MOST_DRAWN
    drawing = _drawing(result, mirror, t, foot) if is_drawn else None
    if len(result.groups) > MOST_DRAWN:
        lines.append(t("There are too many groups to draw. The table holds them all."))
    return Section(dimension_label(result.id, t), [line for line in lines if line], drawing=drawing, table=table)


def _map(scene: Scene, t: Texts, foot: str) -> Section:
    """Return the region on the map, and where partners are; municipalities without one by name."""
    alone, read = lonely_sentence(scene, t), map_sentence(scene, t, on_paper=True)
    fits = len(scene.region.codes) <= MOST_DRAWN
    reading = " ".join([read, *alone]) if fits else read
    title, source = plain(map_title(scene.region, t)), map_source(scene, t)
    drawn = Drawing(map_svg(scene), title, reading, map_alt(scene, t), source, map_table(scene, t))
    return Section(t("The region on the map"), [] if fits else alone or [read], drawing=_on_paper(drawn, foot))


def _reach(mirror: Mirror, t: Texts, foot: str, only: str, *, with_table: bool = False) -> Section:
    shown = [found for found in mirror.reach if found.dimension == only]
    if not shown:
        return Section(t("Who is reached"), [t("We do not know yet whom our partners reach") + "."])
    drawn = _on_paper(reach_drawing(mirror, shown, t), foot)
    if not mirror.reach_known:
        return Section(t("Who is reached"), [drawn.title + "."])
    table = _table(t("Figures by group"), drawn.table, drawn.source) if with_table else None
    return Section(t("Who is reached"), drawing=drawn, table=table)


def _reaches(mirror: Mirror, t: Texts, foot: str) -> list[Section]:
    """Return a section for each other kind of group of which partners reach any, so that each drawing fits."""
    kinds = dict.fromkeys(r.dimension for r in mirror.reach if r.main + r.also and r.dimension != GLANCE)
    sections = [(dimension_label(kind, t), _reach(mirror, t, foot, kind, with_table=True)) for kind in kinds]
    return [
        replace(s, title=f"{s.title}: {label[:1].lower()}{label[1:]}" if label else s.title) for label, s in sections
    ]


def _table(caption: str, found: pd.DataFrame, source: str) -> SectionTable:
    rows = [[plain(str(cell)) for cell in row] for row in found.to_numpy().tolist()]
    return SectionTable(caption, [str(name) for name in found.columns], rows, source)


def _known(mirror: Mirror, t: Texts, foot: str) -> Drawing | None:
    drawn = known_bar(say.overview_results(mirror), t)
    if drawn is None:
        return None
    shares = "; ".join(f"{who} {share}" for who, share in drawn.table.to_numpy().tolist())
    return _on_paper(drawn, foot, alt=f"{drawn.alt}: {shares}.")


def _unknown(mirror: Mirror, t: Texts) -> Section:
    """Name in one line the themes of which too little is known."""
    if not mirror.partners.n:
        return Section(t("What we do not know yet"), [t("There are no partners here yet.")])
    silent = [
        t("{theme} (known of {known} partners)", theme=dimension_label(r.id, t), known=known_of(r, t))
        for r in say.overview_results(mirror)
        if not says_something(r)
    ]
    told = t("Too little is known so far to say something of: {themes}.", themes=t.listed(silent))
    return Section(
        t("What we do not know yet"), [told if silent else t("Of every theme enough is known to say something.")]
    )


def _sought(mirror: Mirror, t: Texts) -> Section:
    found = search_profile(mirror).wanted[:SOUGHT]
    items = [f"{capital(wanted_title(w, t))}. {' '.join(wanted_sentences(w, mirror.partners.n, t)[:2])}" for w in found]
    lines = [] if items else [t("On these figures we are not looking for anyone in particular.")]
    lines.append(t("Look at content and fit first. These figures are for direction only."))
    return Section(t("Who are we looking for?"), lines, [plain_long(item) for item in items])


def source_table(results: Sequence[DimensionResult], t: Texts, foot: str) -> SectionTable:
    """Return where the figures of each theme are from."""
    head = [t("Theme"), t("CBS table"), t("Year"), t("Retrieved"), t("What it counts")]
    rows = [
        [
            dimension_label(r.id, t),
            r.source or t("Your own partner file"),
            str(r.year or "–"),
            _retrieved(r, t),
            t(r.base) if r.base else "–",
        ]
        for r in results
    ]
    return SectionTable(t("Source of each theme"), head, rows, f"CBS, CC BY 4.0. {foot}.")


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
                   table=SectionTable(t("Active partners"), [t("Name"), t("Place")], rows))  # fmt: skip
