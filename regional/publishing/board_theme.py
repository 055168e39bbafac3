"""What a publication holds, on demand: of each theme, of reach and of money a sentence, a chart of bars, a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from regional.publishing.publication import FEW

if TYPE_CHECKING:
    from regional.publishing.publication import Money, Publication, PublishedReach, PublishedRow, PublishedWish, Theme
    from regional.texts import Texts

NOTHING = "–"
_ROOM = 70
"""Per cent of a side that the longest bar takes; the rest is for its value."""


def theme_detail(theme: Theme, t: Texts) -> str:
    """Return a theme as HTML that opens on demand."""
    told = f"<p>{escape(theme.sentence.in_(t.language))}</p>" + _as_of(theme, t)
    inside = told + (_chart(theme.rows, t) + _table(theme.rows, t) + _source(theme, t) if theme.rows else "")
    return _details(theme.title.in_(t.language), theme.basis.in_(t.language), inside)


def reach_detail(publication: Publication, t: Texts) -> str:
    """Return which groups of inhabitants are reached by how many partners, as HTML that opens on demand."""
    head = [t("Group"), t("Inhabitants"), t("Partners that reach them")]
    rows = [_reached(reached, t) for reached in publication.reach]
    of = next((reached for reached in publication.reach if reached.as_of), None)
    return _details(t("Who is reached"), "", (_as_of(of, t) if of else "") + _html_table(head, rows))


def wish_detail(publication: Publication, t: Texts) -> str:
    """Return how many partners chose what can be better, as HTML that opens on demand."""
    rows = [[wish.label.in_(t.language), FEW if wish.partners is None else t.number(wish.partners)]
            for wish in publication.wishes]  # fmt: skip
    table = _html_table([t("Answer"), t("Partners")], rows)
    return _details(
        t("What can be better in our cooperation, partners say"), "", _as_of(publication.wishes[0], t) + table
    )


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
    longest = max(place.share for place in flow.places)
    drawn = "".join(
        f'<div class="ps-row"><div class="ps-label">{escape(place.label.in_(t.language))}</div><div class="ps-pair">'
        f"{_side('', 'partners', place.share, longest, NOTHING, t)}</div></div>"
        for place in flow.places
    )
    rows = [[place.label.in_(t.language), t.percent(place.share)] for place in flow.places]
    table = _html_table([t("Place"), t("Share of the money")], rows)
    return f'{told}<figure class="ps-one" aria-hidden="true">{drawn}</figure>{table}'


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
    partners = _hidden(reached, t) if reached.partners is None else t.number(reached.partners)
    return [reached.label.in_(t.language), inhabitants, partners]


def _details(title: str, quiet: str, inside: str) -> str:
    more = f' <span class="ps-quiet">{escape(quiet)}</span>' if quiet else ""
    return f"<details><summary>{escape(title)}{more}</summary>{inside}</details>"


def _chart(rows: Sequence[PublishedRow], t: Texts) -> str:
    """Region left, partners right of one axis; hidden from screen readers, as the table says the same."""
    shares = [share for row in rows for share in (row.region_share, row.share) if share]
    if not any(row.share is not None for row in rows) or not shares:
        return ""
    both, longest = any(row.region_share is not None for row in rows), max(shares)
    keys = [("region", t("The region"))] if both else []
    keys.append(("partners", t("Our partners")))
    legend = "".join(f'<span><span class="ps-key ps-{key}"></span>{escape(name)}</span>' for key, name in keys)
    one = "" if both else " ps-one"
    drawn = "".join(_bars(row, both, longest, t) for row in rows)
    return (
        f'<figure class="{one.strip()}" aria-hidden="true"><div class="ps-legend{one}">{legend}</div>{drawn}</figure>'
    )


def _bars(row: PublishedRow, both: bool, longest: float, t: Texts) -> str:
    left = _side("ps-left", "region", row.region_share, longest, NOTHING, t) if both else ""
    right = _side("", "partners", row.share, longest, _hidden(row, t), t)
    label = f'<div class="ps-label">{escape(row.label.in_(t.language))}</div>'
    return f'<div class="ps-row">{label}<div class="ps-pair">{left}{right}</div></div>'


def _side(place: str, kind: str, share: float | None, longest: float, otherwise: str, t: Texts) -> str:
    value = otherwise if share is None else t.percent(share)
    width = (share or 0.0) / longest * _ROOM
    bar = f'<span class="ps-bar ps-{kind}" style="width:{width:.1f}%"></span>' if share else ""
    return f'<div class="ps-side {place}">{bar}<span>{escape(value)}</span></div>'


def _hidden(row: PublishedRow | PublishedReach, t: Texts) -> str:
    """Say how a number is hidden; the first schemas only left it out of reach where it was fewer than five."""
    return {"few": FEW, "withheld": t("not shown")}.get(row.shown or "few", NOTHING)


def _table(rows: Sequence[PublishedRow], t: Texts) -> str:
    """Only columns in which something stands."""
    columns = [
        (t("Group"), [row.label.in_(t.language) for row in rows], True),
        (t("Number of partners"), [_count(row, t) for row in rows], any(row.count is not None for row in rows)),
        (t("Our partners"), [_share(row.share, row, t) for row in rows], any(row.share is not None for row in rows)),
        (t("The region"), [NOTHING if row.region_share is None else t.percent(row.region_share) for row in rows],
         any(row.region_share is not None for row in rows)),
        (t("What this says"), [row.state_words.in_(t.language) if row.state_words else NOTHING for row in rows],
         any(row.state_words for row in rows)),
    ]  # fmt: skip
    shown = [(head, cells) for head, cells, is_shown in columns if is_shown]
    return _html_table([head for head, _ in shown], list(zip(*(cells for _, cells in shown), strict=True)))


def _count(row: PublishedRow, t: Texts) -> str:
    return _hidden(row, t) if row.count is None else t.number(row.count)


def _share(share: float | None, row: PublishedRow, t: Texts) -> str:
    return _hidden(row, t) if share is None else t.percent(share)


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
