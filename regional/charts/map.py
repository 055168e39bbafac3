"""The map of the region: its municipalities, the museum as a star, partners as dots at their places.

Drawn by Plotly's ``Choropleth`` as SVG, without WebGL and without any outside request: the base map
that Plotly fetches is a file of our own with all outlines (``map_config``), sent once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from regional.charts.dots import SYMBOLS
from regional.charts.drawing import Drawing
from regional.charts.labels import border, lines, pale, shade, still, unstretch, words
from regional.charts.map_words import KIND_WORDS, map_alt, map_sentence, map_source, map_table, map_title
from regional.charts.scene import OPEN, STAR, Scene, marks, placed_names
from regional.charts.theme import CHART_CONFIG, base_layout
from regional.charts.words import escape

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from regional.cbs.figures import Figures
    from regional.charts.labels import Box
    from regional.charts.theme import Palette
    from regional.geo.geometry import Geometry
    from regional.texts import Texts

HEIGHT = 460
_NO_DRAG = "turntable"
"""A mode that flat maps do not know. Streamlit makes False into "pan" on a chart that can be clicked,
and then a finger that scrolls the page drags the map instead."""


def map_config(geometry: Geometry) -> dict[str, Any]:
    """Return Plotly's configuration for this figure; without it the map waits for a file from elsewhere."""
    return {**CHART_CONFIG, "topojsonURL": geometry.folder}


def region_map(scene: Scene, texts: Texts, palette: Palette) -> go.Figure:
    """Return the map: the region in its colour, its surroundings pale, clickable by municipality.

    Every shape and mark carries its municipality as ``customdata``: see :func:`clicked_code`.
    """
    import plotly.graph_objects as go

    view = scene.view
    inside, around = placed_names(scene, view)
    traces = [
        _shapes(scene, texts, palette),
        *(lines(inside, colour, width) for colour, width in ((palette.paper, 3.5), (palette.ink, 1.2))),
        *_marks(scene, view, texts, palette),
        words(inside, palette.paper, palette.region, 600),
        words(around, palette.ink, pale(palette), 400),
    ]
    geo = _geo(view) | _borders(scene.geometry, palette)
    layout = base_layout(palette, texts) | {"height": HEIGHT, "geo": geo, "dragmode": _NO_DRAG}
    layout["margin"] = {"l": 0, "r": 0, "t": 0, "b": 0}
    return go.Figure([trace for trace in traces if trace.get("locations") or trace.get("lon")], layout)


def map_chart(scene: Scene, texts: Texts, palette: Palette) -> Drawing:
    """Return :func:`region_map` with its words and its table, as every chart has them."""
    return Drawing(
        region_map(scene, texts, palette),
        map_title(scene.region, texts),
        map_sentence(scene, texts),
        map_alt(scene, texts),
        map_source(scene, texts),
        map_table(scene, texts),
    )


def clicked_code(event: object) -> str | None:
    """Return the municipality that was clicked, from what ``st.plotly_chart`` returns on selection.

    ``event`` may be a dict or Streamlit's attribute dictionary; None where nothing was clicked.
    """
    selection = event.get("selection") if isinstance(event, Mapping) else None
    points = (selection or {}).get("points") or []
    for point in points:
        code = point.get("customdata") or point.get("location")
        code = code[0] if isinstance(code, (list, tuple)) and code else code
        if isinstance(code, str) and code.startswith("GM"):
            return code
    return None


def _shapes(scene: Scene, texts: Texts, palette: Palette) -> dict[str, Any]:
    inside = set(scene.region.codes)
    shaded = set(scene.lonely) if scene.is_shaded else set()
    codes = list(scene.owners.values())
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": list(scene.owners),
        "z": [0.5 if code in shaded else float(code in inside) for code in codes],
        "zmin": 0,
        "zmax": 1,
        "customdata": codes,
        "colorscale": [[0, pale(palette)], [0.5, shade(palette)], [1, palette.region]],
        "showscale": False,
        "marker": {"line": {"width": 0}},
        "hovertext": _hover(scene.figures, codes, inside, texts),
        "hovertemplate": "%{hovertext}<extra></extra>",
        **still({"opacity": 1}),
    }


def _borders(geometry: Geometry, palette: Palette) -> dict[str, Any]:
    """Return the layer of lines of the base map: every border once, above the shapes."""
    return {"resolution": geometry.resolution, "showrivers": True, "rivercolor": border(palette), "riverwidth": 0.7}


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


def _marks(scene: Scene, view: Box, texts: Texts, palette: Palette) -> list[dict[str, Any]]:
    """Return the open circles, the dots and the star, the star on top."""
    lonely = [(scene.geometry.places[c].lon, scene.geometry.places[c].lat, c) for c in scene.marked]
    names = scene.figures.municipalities["name"]
    none = [f"<b>{escape(str(names[c]))}</b><br>{texts('no partner yet')}" for _, _, c in lonely]
    open_mark = {
        "symbol": "circle",
        "size": OPEN,
        "color": palette.region,
        "line": {"width": 2, "color": palette.paper},
    }
    drawn = marks(scene, view)
    dots = drawn.dots
    edge = {"width": 1.5, "color": palette.paper}
    dot_mark = {
        "symbol": [SYMBOLS[d.kind] for d in dots],
        "size": [d.size for d in dots],
        "color": palette.partners,
        "line": edge,
    }
    said = [
        f"<b>{escape(d.place)}</b><br>{texts.plural('{n} partner', '{n} partners', d.n)}"
        + (f"<br>{texts(KIND_WORDS[d.kind])}" if d.kind else "")
        for d in dots
    ]
    star = [(*drawn.star, scene.star)] if drawn.star else []
    star_mark = {"symbol": "star", "size": STAR, "color": palette.ink, "line": edge}
    return [
        _mark_trace(lonely, open_mark, none),
        _mark_trace([(d.lon, d.lat, d.code) for d in dots], dot_mark, said),
        _mark_trace(star, star_mark, [f"<b>{escape(str(names[c]))}</b><br>{texts('the museum')}" for *_, c in star]),
    ]


def _mark_trace(spots: Sequence[tuple[float, float, str]], marker: dict[str, Any], hover: list[str]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [lon for lon, _, _ in spots],
        "lat": [lat for _, lat, _ in spots],
        "customdata": [code for *_, code in spots],
        "marker": {"opacity": 1, **marker},
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        **still({"opacity": 1}),
    }


def _geo(view: Box) -> dict[str, Any]:
    west, south, east, north = view
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [unstretch(south), unstretch(north)]},
        "bgcolor": "rgba(0,0,0,0)",
        **dict.fromkeys(("showcoastlines", "showland", "showframe", "showcountries", "showlakes"), False),
    }
