"""Outlines as TopoJSON that Plotly draws from: every border written, sent and drawn once.

Plotly's geo subplot fetches one such file as its base map. Its object ``countries`` holds what a
Choropleth finds by ``locations`` (with ``locationmode`` "ISO-3": any id will do), ``rivers`` is the
layer of lines above it: here all borders, each once. Specification: TopoJSON 1.0.
"""

from __future__ import annotations

import json
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import geopandas as gpd

Ring = list[tuple[float, float]]
Polygons = list[list[Ring]]
"""Polygons as rings of (longitude, latitude): the outer one, then holes."""

AREAS, BORDERS = "countries", "rivers"
DECIMALS = 4
"""Of a degree: 7 to 11 metres."""


def write_topology(shapes: gpd.GeoSeries) -> bytes:
    """Return polygons (longitude and latitude, indexed by code, neighbours with the same corners) as TopoJSON.

    Outer rings run clockwise, as d3-geo wants them.
    """
    import shapely
    from topojson.core.topology import Topology

    shapes = shapes.set_precision(10.0**-DECIMALS, mode="valid_output").rename("geometry")
    made = Topology(shapes.to_frame(), prequantize=False, winding_order="CW_CCW").to_dict()
    inside = dict(zip(shapes.index, shapely.get_coordinates(shapes.representative_point()).tolist(), strict=True))
    geometries = [_area(g, inside[g["id"]]) for g in made["objects"]["data"]["geometries"]]
    arcs = [_steps(arc) for arc in made["arcs"]]
    lines = {"type": "MultiLineString", "arcs": [[n] for n in range(len(arcs))]}
    empty = {"type": "GeometryCollection", "geometries": []}
    objects = {
        AREAS: {"type": "GeometryCollection", "geometries": geometries},
        BORDERS: lines,
        **dict.fromkeys(("coastlines", "land", "ocean", "lakes", "subunits"), empty),
    }
    step = 10.0**-DECIMALS
    topology = {"type": "Topology", "transform": {"scale": [step, step], "translate": [0, 0]}}
    return json.dumps({**topology, "objects": objects, "arcs": arcs}, separators=(",", ":")).encode()


def _area(geometry: dict[str, Any], inside: list[float]) -> dict[str, Any]:
    """Return one area; ``ct`` is where Plotly's hover text points to."""
    properties = {"ct": [round(value, DECIMALS) for value in inside]}
    return {key: geometry[key] for key in ("type", "id", "arcs")} | {"properties": properties}


def _steps(arc: list[list[float]]) -> list[list[int]]:
    """Return an arc as whole steps from corner to corner."""
    corners = [[round(value * 10**DECIMALS) for value in point] for point in arc]
    moves = [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(corners)]
    return [corners[0], *moves]


def read_topology(content: bytes) -> dict[str, Polygons]:
    """Return each area of :func:`write_topology` by its code: its polygons.

    ValueError or KeyError where ``content`` is no such file.
    """
    topology = json.loads(content)
    arcs = _arcs(topology)
    return {
        str(area["id"]): [[_ring(ring, arcs) for ring in polygon] for polygon in _polygons(area)]
        for area in topology["objects"][AREAS]["geometries"]
    }


def read_borders(content: bytes) -> list[Ring]:
    """Return every border of :func:`write_topology` once, as a line."""
    return _arcs(json.loads(content))


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    (sx, sy), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [_corners(arc, (sx, sy), (x0, y0)) for arc in topology["arcs"]]


def _polygons(area: dict[str, Any]) -> list[list[list[int]]]:
    return area["arcs"] if area["type"] == "MultiPolygon" else [area["arcs"]]


def _corners(arc: list[list[int]], scale: tuple[float, float], start: tuple[float, float]) -> Ring:
    xs, ys = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    return [(round(x * scale[0] + start[0], 7), round(y * scale[1] + start[1], 7)) for x, y in zip(xs, ys, strict=True)]


def _ring(ids: list[int], arcs: list[Ring]) -> Ring:
    """Return the ring of these arcs; ~n is arc n backwards, and a joint is written once."""
    ring: Ring = []
    for n in ids:
        ring += (arcs[n] if n >= 0 else arcs[~n][::-1])[bool(ring) :]
    return ring
