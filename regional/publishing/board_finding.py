"""A finding of a publication as a card: whom it is about, its picture, one sentence, how sure, what it stands on.

The picture is drawn of the rows that the publication shows, and of nothing else.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from regional.charts.icon_array import CLEAR, MOST, DotRow, IconArray
from regional.charts.vector_icons import icons_svg
from regional.charts.vector_shares import groups_svg
from regional.mirror.result import Group, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regional.publishing.schema import Money, Publication, PublishedFinding, PublishedMark, PublishedRow, Theme
    from regional.texts import Texts


def finding_card(finding: PublishedFinding, publication: Publication, t: Texts) -> str:
    """Return a finding as HTML."""
    language = t.language
    theme = next((theme for theme in publication.themes if theme.id == finding.theme), None)
    drawn = svg_image(finding_svg(finding, theme, t), beside_region(theme.title.in_(language), t)) if theme else ""
    quiet = f"{finding.sure.in_(language)}. {finding.basis.in_(language)}"
    return (
        f"<article><h3>{escape(finding.heading.in_(language))}</h3>{drawn}"
        f'<p>{escape(finding.line.in_(language))}</p><p class="ps-quiet">{escape(quiet)}</p></article>'
    )


def beside_region(theme: str, t: Texts) -> str:
    """Return the short name of the picture of a theme."""
    return t("{theme}: our partners beside the region", theme=theme)


def svg_image(svg: str, alt: str) -> str:
    """Return a picture with its short name; inside a page its shapes need no address of what they are."""
    svg = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    return f'<div class="ps-picture" role="img" aria-label="{escape(alt)}">{svg}</div>'


def finding_svg(finding: PublishedFinding, theme: Theme, t: Texts) -> str:
    """Return the picture of a finding: dots where its partners can be counted, else shares on one axis."""
    rows = {row.id: row for row in theme.rows if row.count is not None}
    marked = [(rows[mark.id], mark) for mark in finding.marks if mark.id in rows]
    if not theme.n_known or theme.n_known > MOST:
        return groups_svg([_group(row, mark, t) for row, mark in marked], t)
    dots = tuple(_dots(row, mark, t) for row, mark in marked)
    return icons_svg(IconArray(dots, theme.n_known), t, [row.id for row in dots])


def theme_svg(rows: Sequence[PublishedRow], t: Texts) -> str:
    """Return all groups of a theme as shares on one axis, what is missed first; "" where a share is not shown."""
    groups = [_group(row, None, t) for row in rows]
    if not groups or any(group.partner_share is None for group in groups):
        return ""
    return groups_svg(sorted(groups, key=lambda group: group.gap if group.gap is not None else 2.0), t)


def money_svg(flow: Money, t: Texts) -> str:
    """Return which part of a flow of money each place has."""
    groups = [
        Group(id=p.id, label=p.label.in_(t.language), region_share=None, partner_share=p.share, count=0, n=0)
        for p in flow.places
    ]
    return groups_svg(groups, t, "money_in" if flow.id == "in" else "money_out")


def _dots(row: PublishedRow, mark: PublishedMark, t: Texts) -> DotRow:
    state = _state(row)
    note = row.state_words.in_(t.language) if row.state_words and state in CLEAR else ""
    return DotRow(row.id, row.label.in_(t.language), row.count or 0, mark.wanted, state=state, note=note)


def _group(row: PublishedRow, mark: PublishedMark | None, t: Texts) -> Group:
    gap = None if row.share is None or row.region_share is None else row.share - row.region_share
    return Group(
        id=row.id,
        label=row.label.in_(t.language),
        region_share=row.region_share,
        partner_share=row.share,
        count=row.count or 0,
        n=0,
        gap=gap,
        band=mark.band if mark else None,
        status=_state(row),
    )


def _state(row: PublishedRow) -> Status:
    return Status(row.state) if row.state else Status.NOT_COMPARABLE
