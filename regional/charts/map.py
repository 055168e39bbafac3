"""The map of the region: boundaries or circles, the same figure for both.

Drawn by Plotly's ``Choropleth`` as SVG, without WebGL and without any outside request: the base map
that Plotly would fetch is an empty one of our own (``MAP_CONFIG``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from regional.charts.chart import Chart
from regional.charts.labels import Box, label_traces, pale, stretch
from regional.charts.theme import CHART_CONFIG, base_layout
from regional.charts.words import escape
from regional.texts import Message

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from regional.cbs.figures import Figures
    from regional.charts.theme import Palette
    from regional.geo.geometry import DrawnPlace, Geometry
    from regional.geo.regions import Region
    from regional.texts import Texts

MAP_CONFIG: dict[str, Any] = {**CHART_CONFIG, "topojsonURL": "app/static/topojson/"}
"""Plotly's configuration for this figure; without it the map waits for a file from elsewhere."""
HEIGHT = 420
_NO_DRAG = "turntable"
"""A mode that flat maps do not know. Streamlit makes False into "pan" on a chart that can be clicked,
and then a finger that scrolls the page drags the map instead."""
_MARGIN = 0.7
"""Surroundings on each side, as a part of half the region's extent."""
_MOST = 0.12
"""Degrees of surroundings at most: around a province or the country there is little to see."""
_SMALLEST = 0.42
"""Degrees of longitude that a map shows at least, some 29 km."""
_WIDE = 0.85
"""Width of the map by its height."""


def region_map(
    figures: Figures,
    region: Region,
    geometry: Geometry,
    texts: Texts,
    palette: Palette,
    values: Mapping[str, float] | None = None,
) -> go.Figure:
    """Return the map: the region in its colour, its surroundings pale, clickable by municipality.

    ``values`` (code -> number, shares for instance) colour all municipalities by size instead, the
    region's by an outline. Every shape carries its code as ``customdata``: see :func:`clicked_code`.
    """
    import plotly.graph_objects as go

    # Boundaries of another year may lack a municipality of the region: show the country then.
    drawn = [geometry.places[c] for c in region.codes if c in geometry.places]
    view = _view(drawn or list(geometry.places.values()))
    traces = [
        _shapes(figures, region, geometry, texts, palette, values),
        *label_traces(figures, region, geometry, view, palette),
    ]
    layout = base_layout(palette, texts) | {"height": HEIGHT, "geo": _geo(view), "dragmode": _NO_DRAG}
    return go.Figure(traces, layout)


def map_chart(
    figures: Figures,
    region: Region,
    geometry: Geometry,
    texts: Texts,
    palette: Palette,
    values: Mapping[str, float] | None = None,
) -> Chart:
    """Return :func:`region_map` with its words and its table, as every chart has them."""
    return Chart(
        region_map(figures, region, geometry, texts, palette, values),
        map_title(region, texts),
        map_sentence(region, geometry, texts),
        map_alt(figures, region, geometry, texts),
        map_source(figures, geometry, texts),
        map_table(figures, region, texts),
    )


def clicked_code(event: object) -> str | None:
    """Return the municipality that was clicked, from what ``st.plotly_chart`` returns on selection.

    ``event`` may be a dict or Streamlit's attribute dictionary; None where nothing was clicked.
    """
    selection = event.get("selection") if isinstance(event, Mapping) else None
    points = (selection or {}).get("points") or []
    for point in points:
        code = point.get("location") or point.get("customdata")
        code = code[0] if isinstance(code, (list, tuple)) and code else code
        if isinstance(code, str) and code.startswith("GM"):
            return code
    return None


def map_title(region: Region, texts: Texts) -> str:
    """Return the title, which says what the map shows."""
    if len(region.codes) == 1:
        return _name(region, texts)
    return texts.plural(
        "{name}: {n} municipality", "{name}: {n} municipalities", len(region.codes), name=_name(region, texts)
    )


def map_sentence(region: Region, geometry: Geometry, texts: Texts) -> str:
    """Return how to read the map."""
    if geometry.kind == "boundaries":
        how = texts("The region is coloured. Click on a municipality to add it or take it out.")
    else:
        how = texts(
            "Each circle is a municipality: the larger the circle, the more inhabitants. "
            "The region is coloured. Click on a circle to add it or take it out."
        )
    star = texts("The star marks the municipality of the museum.") if region.home in region.codes else ""
    return f"{how} {star}".strip()


def map_source(figures: Figures, geometry: Geometry, texts: Texts) -> str:
    """Return where shapes and inhabitants come from, and of what date."""
    people = figures.provenance["location"]
    parts = [
        texts(geometry.source),
        texts("Inhabitants: CBS, {table}, {year}", table=people.table, year=str(people.year)),
    ]
    if geometry.retrieved:
        parts.append(texts("Boundaries retrieved on {date}", date=texts.date(geometry.retrieved)))
    return ". ".join(parts)


def map_alt(figures: Figures, region: Region, geometry: Geometry, texts: Texts) -> str:
    """Return the map in words: what kind, which region, how many people, the largest places."""
    inhabitants = figures.municipalities.loc[list(region.codes), "inhabitants"].sort_values(ascending=False)
    names = figures.municipalities["name"]
    largest = [f"{names[str(c)]} ({texts.number(n)})" for c, n in inhabitants.head(5).items()]
    if geometry.kind == "boundaries":
        kind = texts("Map of municipal boundaries.")
    else:
        kind = texts("Map with a circle for each municipality.")
    total = texts("{n} inhabitants in all.", n=texts.number(int(inhabitants.sum())))
    by_size = texts("Largest municipalities: {list}.", list=texts.listed(largest))
    return f"{kind} {map_title(region, texts)}. {total} {by_size}"


def map_table(figures: Figures, region: Region, texts: Texts) -> pd.DataFrame:
    """Return the region's municipalities by size, as text: name, inhabitants, share of the region."""
    import pandas as pd

    chosen = figures.municipalities.loc[list(region.codes)].sort_values("inhabitants", ascending=False)
    people = chosen["inhabitants"].tolist()
    total = sum(people)
    return pd.DataFrame(
        {
            texts("Municipality"): chosen["name"].tolist(),
            texts("Inhabitants"): [texts.number(n) for n in people],
            texts("Share of the region"): [texts.percent(n / total, 1) for n in people],
        }
    )


def _name(region: Region, texts: Texts) -> str:
    return texts(region.name) if isinstance(region.name, Message) else region.name


def _shapes(
    figures: Figures,
    region: Region,
    geometry: Geometry,
    texts: Texts,
    palette: Palette,
    values: Mapping[str, float] | None,
) -> dict[str, Any]:
    codes = [code for code in figures.municipalities.index.tolist() if code in geometry.places]
    inside = set(region.codes)
    z = [float(c in inside) for c in codes] if values is None else [values.get(c) for c in codes]
    still = {"marker": {"opacity": 1}}
    return {
        "type": "choropleth",
        "geojson": geometry.shapes,
        "featureidkey": "id",
        "locations": codes,
        "z": z,
        **({"zmin": 0, "zmax": 1} if values is None else {}),
        "customdata": codes,
        "colorscale": [[0, pale(palette)], [1, palette.region]],
        "showscale": False,
        "marker": {"line": _outline(codes, inside, palette, values is not None)},
        "hovertext": _hover(figures, codes, inside, texts),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": still,
        "unselected": still,
    }


def _outline(codes: list[str], inside: set[str], palette: Palette, outlined: bool) -> dict[str, Any]:
    edge = palette.ink if outlined else palette.paper
    return {
        "color": [edge if c in inside else palette.muted for c in codes],
        "width": [2 if outlined and c in inside else 0.7 for c in codes],
    }


def _hover(figures: Figures, codes: list[str], inside: set[str], texts: Texts) -> list[str]:
    frame = figures.municipalities.loc[codes]
    act = {True: texts("Click to take it out"), False: texts("Click to add it")}
    told = _told(tuple(frame["name"].tolist()), tuple(frame["inhabitants"].tolist()), texts)
    return [f"{text}<br>{act[code in inside]}" for code, text in zip(codes, told, strict=True)]


@lru_cache(maxsize=8)
def _told(names: tuple[str, ...], inhabitants: tuple[int, ...], texts: Texts) -> list[str]:
    """Word name and inhabitants once for all figures and languages: it takes 10 ms."""
    people = [texts.plural("{n} inhabitant", "{n} inhabitants", int(n)) for n in inhabitants]
    return [f"<b>{escape(name)}</b><br>{n}" for name, n in zip(names, people, strict=True)]


def _view(places: list[DrawnPlace]) -> Box:
    """Return what the map shows: the region and some surroundings, in the proportions of the figure."""
    west = min(p.west for p in places)
    east = max(p.east for p in places)
    south, north = stretch(min(p.south for p in places)), stretch(max(p.north for p in places))
    half = max((east - west) / 2, (north - south) * _WIDE / 2, _SMALLEST / 2 / (1 + _MARGIN))
    half += min(_MARGIN * half, _MOST)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half, y - half / _WIDE, x + half, y + half / _WIDE


def _latitude(stretched: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(stretched))) - math.pi / 2)


def _geo(view: Box) -> dict[str, Any]:
    west, south, east, north = view
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [_latitude(south), _latitude(north)]},
        "bgcolor": "rgba(0,0,0,0)",
        **dict.fromkeys(("showcoastlines", "showland", "showframe", "showcountries", "showlakes"), False),
    }
