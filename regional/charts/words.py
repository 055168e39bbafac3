"""Small pieces of text that every chart needs: escaped names, shares, sources."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from html import escape as _html_escape
from typing import TYPE_CHECKING

from regional.dimensions import dimension
from regional.sentences.words import LEAST_SHARE
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import datetime as dt

    from regional.cbs.figures import Provenance
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Weight
    from regional.texts import Texts

WRAP = 34
"""Characters of a bold label that fit beside each other on a phone 320 pixels wide."""


def escape(text: str) -> str:
    """Return ``text`` so that Plotly draws it as it is.

    Plotly reads tags (``<b>``, ``<a href>``), entities and, with MathJax present, ``$…$``; names of
    partners and places come from outside and may hold any of these.
    """
    one_line = re.sub(r"[ \t\r\n\f\v]+", " ", text)  # spaces that do not break stay
    return _html_escape(one_line, quote=False).replace("$", "&#36;")


def wrapped(text: str, width: int = WRAP) -> tuple[str, int]:
    """Return ``text`` escaped and broken into lines for Plotly, and the number of lines."""
    lines = textwrap.wrap(text, width) or [""]
    return "<br>".join(escape(line) for line in lines), len(lines)


def group_label(group: Group, texts: Texts) -> str:
    """Return the reader's name of a group; its id where it has no label."""
    return texts(group.label) if group.label else group.id


def in_sentence(label: str, dimension_id: str) -> str:
    """Return a label as it stands inside a sentence: small first letter, unless a name or letters."""
    is_word = len(label) > 1 and label[1].islower()
    return label[0].lower() + label[1:] if is_word and dimension_id != "location" else label


def dimension_label(dimension_id: str, texts: Texts) -> str:
    """Return the reader's name of a dimension; the id where the registry has none."""
    try:
        return texts(dimension(dimension_id).label)
    except KeyError:
        return dimension_id


@lru_cache(maxsize=4096)
def share_text(share: float | None, texts: Texts) -> str:
    """Return a share as a whole percentage, a dash for None.

    What sentences call "less than 1 %" and "more than 99 %" (``share_words``) is <1 % and >99 % here: a label is short.
    """
    if share is None:
        return "–"
    if 0 < share < LEAST_SHARE:
        return f"<{texts.percent(LEAST_SHARE)}"
    if 1 - LEAST_SHARE < share < 1:
        return f">{texts.percent(1 - LEAST_SHARE)}"
    return texts.percent(share)


def range_text(interval: tuple[float, float] | None, texts: Texts) -> str:
    """Return an interval of shares: ``2 % tot 28 %``; a dash for None."""
    if interval is None:
        return "–"
    low, high = (share_text(v, texts) for v in interval)
    return texts("{low} to {high}", low=low, high=high)


@lru_cache(maxsize=4096)
def points_text(gap: float | None, texts: Texts, decimals: int = 0) -> str:
    """Return a difference of shares in points: ``−7 punten``; a dash for None."""
    if gap is None:
        return "–"
    number = 1 if round(abs(gap) * 100, decimals) == 1 else 2
    return texts.plural("{points} point", "{points} points", number, points=texts.points(gap, decimals))


@lru_cache(maxsize=4096)
def ratio_text(ratio: float | None, texts: Texts) -> str:
    """Return a ratio of shares: ``0,4 ×``; a dash for None."""
    if ratio is None:
        return "–"
    return f"{texts.number(ratio, 1 if 0 < ratio < 10 else 0)}{NBSP}×"


def count_text(group: Group, result: DimensionResult, weight: Weight, texts: Texts) -> str:
    """Return a group's count: euros, partners, or a sum of fractions with one decimal."""
    if weight != "count":
        return texts.euro(group.count)
    return texts.number(group.count, 1 if result.kind == "fractions" else 0)


def source_text(result: DimensionResult, texts: Texts, provenance: Provenance | None = None) -> str:
    """Return the source line below a chart of both sides (or of the partners alone)."""
    if not result.source:
        return texts("Source: your own partner file")
    if provenance is not None:
        return provenance_text(provenance, texts)
    line = _source(result.source, result.year, result.precision, result.approximate, texts)
    return dated(line, result.retrieved, texts)


def provenance_text(provenance: Provenance, texts: Texts) -> str:
    """Return the source line of regional figures: table, year, precision and date."""
    p = provenance
    line = dated(_source(p.table, p.year, p.precision, p.approximate, texts), p.retrieved, texts)
    services = {"v3": "OData v3", "v4": "OData v4", "v3+v4": "OData v3, v4"}
    return f"{line} ({services[p.service]})" if p.retrieved and p.service in services else line


def dated(line: str, retrieved: dt.date | None, texts: Texts) -> str:
    """Return a source line with the day on which its figures were fetched, where they were."""
    return line if retrieved is None else f"{line}. {texts('Retrieved on {date}', date=texts.date(retrieved))}"


def _source(table: str, year: int | None, precision: float, approximate: bool, texts: Texts) -> str:
    notes = _notes(precision, approximate, texts)
    parts = ["CBS", table, *([str(year)] if year else [])]
    return texts("Source: {source}", source=", ".join(parts)) + (f" ({', '.join(notes)})" if notes else "")


def _notes(precision: float, approximate: bool, texts: Texts) -> list[str]:
    notes = []
    if precision > 0:
        figure = texts.number(precision * 100, 1)
        notes.append(texts("known to within {figure} percentage point", figure=figure))
    if approximate:
        notes.append(texts("approximate"))
    return notes
