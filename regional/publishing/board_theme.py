"""What a publication holds, on demand: of each theme, of reach and of money a sentence, a picture, a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.publishing.board_finding import beside_region, money_svg, svg_image, theme_svg
from regional.publishing.publication import FEW, PublishedReach, PublishedRow, PublishedWish

if TYPE_CHECKING:
    import datetime as dt

    from regional.publishing.publication import Money, Publication, Theme
    from regional.texts import Texts

NOTHING = "–"


def theme_detail(theme: Theme, t: Texts) -> str:
    """Return a theme as HTML that opens on demand."""
    told = f"<p>{escape(theme.sentence.in_(t.language))}</p>" + _as_of(theme, t)
    title, svg = theme.title.in_(t.language), theme_svg(theme.rows, t)
    drawn = svg_image(svg, beside_region(title, t)) if svg else ""
    seen = [row for row in theme.rows if row.shown == "shown"]
    inside = f"{told}{drawn}{_table(seen, t)}{_not_shown(theme.rows, t)}{_source(theme, t)}"
    return _details(title, theme.basis.in_(t.language), inside)


def silent_themes(themes: Sequence[Theme], t: Texts) -> str:
    """Return the themes of which nothing is shown: one line for each reason, as HTML."""
    reasons: dict[str, list[str]] = {}
    for theme in themes:
        if not theme.rows:
            reasons.setdefault(theme.sentence.in_(t.language), []).append(theme.title.in_(t.language))
    return _lines(f"{t.listed(names)}: {why[:1].lower()}{why[1:]}" for why, names in reasons.items())


def reach_detail(publication: Publication, t: Texts) -> str:
    """Return which groups of inhabitants are reached by how many partners, as HTML that opens on demand."""
    head = [t("Group"), t("Inhabitants"), t("Partners that reach them")]
    by_day: dict[dt.date | None, list[PublishedReach]] = {}
    for reached in publication.reach:
        by_day.setdefault(reached.as_of, []).append(reached)
    tables = []
    for cells in by_day.values():
        rows = [_reached(reached, t) for reached in cells if reached.partners is not None]
        tables.append(_as_of(cells[0], t) + (_html_table(head, rows) if rows else ""))
    return _details(t("Who is reached"), "", "".join(tables) + _not_shown(publication.reach, t))


def wish_detail(publication: Publication, t: Texts) -> str:
    """Return how many partners chose what can be better, as HTML that opens on demand."""
    rows = [[wish.label.in_(t.language), t.number(wish.partners)]
            for wish in publication.wishes if wish.partners is not None]  # fmt: skip
    table = _html_table([t("Answer"), t("Partners")], rows) if rows else ""
    inside = _as_of(publication.wishes[0], t) + table + _not_shown(publication.wishes, t)
    return _details(t("What can be better in our cooperation, partners say"), "", inside)


def money_detail(publication: Publication, t: Texts) -> str:
    """Return where money comes from and where it goes, each flow by itself, as HTML that opens on demand."""
    flows = "".join(_flow(flow, t) for flow in publication.money)
    about = t(
        "Money in and money out are never added. Nobody can work out the amount of one partner closely from this."
    )
    source = t("Source: the list of our partners.")
    inside = f'{flows}<p class="ps-quiet">{escape(about)}</p><p class="ps-quiet">{escape(source)}</p>'
    return _details(t("Where does the money come from, and where does it go?"), "", inside)


def _flow(flow: Money, t: Texts) -> str:
    title, basis = t("Money in") if flow.id == "in" else t("Money out"), flow.basis.in_(t.language)
    told = f"<h3>{escape(title)}</h3>" + (f'<p class="ps-quiet">{escape(basis)}</p>' if basis else "")
    told += f"<p>{escape(flow.sentence.in_(t.language))}</p>" + _as_of(flow, t)
    if not flow.places:
        return told
    rows = [[place.label.in_(t.language), t.percent(place.share)] for place in flow.places]
    drawn = svg_image(money_svg(flow, t), t("{theme}: share by place", theme=title))
    return told + drawn + _html_table([t("Place"), t("Share of the money")], rows)


def _as_of(shown: Theme | Money | PublishedReach | PublishedWish, t: Texts) -> str:
    """Say of repeated figures of when they are."""
    if shown.as_of is None:
        return ""
    date = t.date(shown.as_of)
    if shown.id in ("in", "out"):
        words = t(
            "Figures of {date}. Figures on money are renewed once a year, unless many partners change.", date=date
        )
    else:
        words = t("Figures of {date}. Too little changed to show new ones: they could tell of one partner.", date=date)
    return f'<p class="ps-quiet">{escape(words)}</p>'


def _reached(reached: PublishedReach, t: Texts) -> list[str]:
    inhabitants = NOTHING if reached.inhabitants is None else t.number(round(reached.inhabitants))
    return [reached.label.in_(t.language), inhabitants, t.number(reached.partners or 0)]


def _details(title: str, quiet: str, inside: str) -> str:
    more = f' <span class="ps-quiet">{escape(quiet)}</span>' if quiet else ""
    return f"<details><summary>{escape(title)}{more}</summary>{inside}</details>"


def _not_shown(cells: Sequence[PublishedRow | PublishedReach | PublishedWish], t: Texts) -> str:
    """Name the groups without a number in one line for each reason; the first schemas only leave it out of reach."""
    few: list[str] = []
    withheld: list[str] = []
    for cell in cells:
        is_withheld = not isinstance(cell, PublishedWish) and cell.shown == "withheld"
        count = cell.count if isinstance(cell, PublishedRow) else cell.partners
        if count is None and (not isinstance(cell, PublishedRow) or cell.shown != "shown"):
            (withheld if is_withheld else few).append(cell.label.in_(t.language))
    told = [
        (few, t("{few}, so fewer than five or nobody: {groups}.", few=FEW, groups=_named(few, t))),
        (withheld, t("Not shown, to protect others: {groups}.", groups=_named(withheld, t))),
    ]
    return _lines(words for groups, words in told if groups)


def _named(labels: Sequence[str], t: Texts) -> str:
    return "; ".join(labels) if any("," in label for label in labels) else t.listed(list(labels))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f'<p class="ps-quiet">{escape(line)}</p>' for line in lines)


def _table(rows: Sequence[PublishedRow], t: Texts) -> str:
    """Only columns in which something stands."""
    columns = [
        (t("Group"), [row.label.in_(t.language) for row in rows], True),
        (t("Number of partners"), [_count(row, t) for row in rows], any(row.count is not None for row in rows)),
        (t("Our partners"), [_share(row.share, t) for row in rows], any(row.share is not None for row in rows)),
        (t("The region"), [_share(row.region_share, t) for row in rows],
         any(row.region_share is not None for row in rows)),
        (t("What this says"), [_said(row, t) or NOTHING for row in rows], any(_said(row, t) for row in rows)),
    ]  # fmt: skip
    shown = [(head, cells) for head, cells, is_shown in columns if is_shown and rows]
    if not shown:
        return ""
    return _html_table([head for head, _ in shown], list(zip(*(cells for _, cells in shown), strict=True)))


def _said(row: PublishedRow, t: Texts) -> str:
    """Return the state of a group in words; that too little is known is no news, row after row."""
    return row.state_words.in_(t.language) if row.state_words and row.state != Status.TOO_LITTLE_DATA else ""


def _count(row: PublishedRow, t: Texts) -> str:
    return NOTHING if row.count is None else t.number(row.count)


def _share(share: float | None, t: Texts) -> str:
    return NOTHING if share is None else t.percent(share)


def _html_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


def _source(theme: Theme, t: Texts) -> str:
    if not theme.source:
        return f'<p class="ps-quiet">{escape(t("Source: the list of our partners."))}</p>'
    words = t("Source: the list of our partners; CBS, table {table}, {year}.", table=theme.source, year=str(theme.year))
    return f'<p class="ps-quiet">{escape(words)}</p>'
