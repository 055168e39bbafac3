"""The report as one HTML file: nothing is fetched, nothing runs, it prints, and it reads on a phone."""

from __future__ import annotations

import datetime as dt
from html import escape as _html
from pathlib import Path
from typing import TYPE_CHECKING

from regional.report.content import plain_long, report_content

if TYPE_CHECKING:
    from regional.charts.drawing import Drawing
    from regional.charts.scene import Scene
    from regional.mirror.result import Mirror
    from regional.partners.portfolio import Portfolio
    from regional.report.logo import Logo
    from regional.report.parts import Report
    from regional.sections.section import Section, SectionTable
    from regional.texts import Texts

STYLE = Path(__file__).with_name("report.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def report_html(
    mirror: Mirror,
    t: Texts,
    *,
    logo: Logo | None = None,
    museum: str = "",
    confidential: Portfolio | None = None,
    scene: Scene | None = None,
    made: dt.date | None = None,
) -> str:
    """Return the report as one file of HTML, drawings and style within; the parameters are those of report_pdf."""
    report = report_content(mirror, t, museum=museum, confidential=confidential, scene=scene, made=made)
    cards = "".join(_section(finding, "h3") for finding in report.findings)
    glance = [_section(report.overview, above=f'<div class="cards">{cards}</div>'), _section(report.steps)]
    glance += [_drawing(report.known)] if report.known else []
    glance += [_section(part) for part in (report.where, report.unknown, report.sought, report.reach) if part]
    annex = [f"<h2>{_escape(report.annex)}</h2>"] if report.themes else []
    annex += [_section(theme, "h3") for theme in report.themes]
    rest = [part for part in (report.method, report.sources, report.names) if part]
    body = [
        _head(report, logo),
        *glance,
        *annex,
        *map(_section, rest),
        f"<footer>{_escape(report.made)} · {_escape(report.for_us)}</footer>",
    ]
    return (
        f'<!doctype html>\n<html lang="{report.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{_escape(report.title)} ({_escape(report.for_us)})</title>"
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _head(report: Report, logo: Logo | None) -> str:
    picture = f'<img class="logo" src="{logo.uri()}" alt="{_escape(report.museum or "Logo")}">' if logo else ""
    secret = f'<p class="secret">{_escape(report.secret)}</p>' if report.secret else ""
    example = f'<p class="example">{_escape(report.example)}</p>' if report.example else ""
    museum = f'<p class="quiet">{_escape(report.museum)}</p>' if report.museum else ""
    basis = f'<p class="quiet">{_escape(report.basis)}</p>'
    internal = f'<p class="quiet">{_escape(report.internal)}</p>'
    return f"<header>{picture}{secret}{museum}<h1>{_escape(report.title)}</h1>{basis}{internal}{example}</header>"


def _section(section: Section, level: str = "h2", above: str = "") -> str:
    lines = "".join(f"<p>{_escape(line)}</p>" for line in section.lines)
    items = "".join(f"<li>{_escape(item)}</li>" for item in section.items)
    drawing = _drawing(section.drawing) if section.drawing else ""
    table = _table(section.table) if section.table else ""
    told = f"{lines}<ul>{items}</ul>" if items else lines
    is_small = section.drawing is not None and not section.drawing.title
    shown = f"{drawing}{told}" if is_small else f"{told}{drawing}"
    return f"<section><{level}>{_escape(section.title)}</{level}>{above}{shown}{table}</section>"


def _drawing(drawn: Drawing) -> str:
    svg = drawn.svg.replace("<svg ", f'<svg role="img" aria-label="{_escape(drawn.alt)}" ', 1)
    words = f"<p>{_escape(drawn.sentence)}</p><p class='quiet'>{_escape(drawn.source)}</p>"
    if not drawn.title:
        return svg
    return f"<figure><figcaption>{_escape(drawn.title)}</figcaption>{svg}{words}</figure>"


def _table(table: SectionTable) -> str:
    head = "".join(f'<th scope="col">{_escape(cell)}</th>' for cell in table.head)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    source = f'<p class="quiet">{_escape(table.source)}</p>' if table.source else ""
    body = f"<caption>{_escape(table.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="wide" tabindex="0"><table>{body}</table></div>{source}'


def _cells(row: list[str]) -> str:
    first = f'<th scope="row">{_escape(row[0])}</th>' if row else ""
    return first + "".join(f"<td>{_escape(cell)}</td>" for cell in row[1:])


def _escape(text: str) -> str:
    return _html(plain_long(text))
