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

    Topology = dict[str, Any]

AREAS, BORDERS = "countries", "rivers"
DECIMALS = 4
"""Of a degree: 7 to 11 metres."""


def write_topology(shapes: gpd.GeoSeries) -> bytes:
    """Return polygons (longitude and latitude, indexed by code, neighbours with the same corners) as TopoJSON.

    Outer rings run clockwise, as d3-geo wants them.
    """
    import topojson

    frame = shapes.set_precision(10.0**-DECIMALS, mode="valid_output").rename("geometry").to_frame()
    made = topojson.Topology(frame, prequantize=False, winding_order="CW_CCW").to_dict()
    geometries = [_area(g) for g in made["objects"]["data"]["geometries"]]
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


def _area(geometry: dict[str, Any]) -> dict[str, Any]:
    return {key: geometry[key] for key in ("type", "id", "arcs")}


def _steps(arc: list[list[float]]) -> list[list[int]]:
    """Return an arc as whole steps from corner to corner."""
    corners = [[round(value * 10**DECIMALS) for value in point] for point in arc]
    moves = [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(corners)]
    return [corners[0], *moves]


def read_topology(content: bytes) -> dict[str, list[list[list[tuple[float, float]]]]]:
    """Return each area of :func:`write_topology` by its code: polygons of rings of (longitude, latitude).

    ValueError or KeyError where ``content`` is no such file.
    """
    topology = json.loads(content)
    (sx, sy), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_corners(arc, (sx, sy), (x0, y0)) for arc in topology["arcs"]]
    return {
        str(area["id"]): [[_ring(ring, arcs) for ring in polygon] for polygon in _polygons(area)]
        for area in topology["objects"][AREAS]["geometries"]
    }


def _polygons(area: dict[str, Any]) -> list[list[list[int]]]:
    return area["arcs"] if area["type"] == "MultiPolygon" else [area["arcs"]]


def _corners(arc: list[list[int]], scale: tuple[float, float], start: tuple[float, float]) -> list[tuple[float, float]]:
    xs, ys = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    return [(round(x * scale[0] + start[0], 7), round(y * scale[1] + start[1], 7)) for x, y in zip(xs, ys, strict=True)]


def _ring(ids: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return the ring of these arcs; ~n is arc n backwards, and a joint is written once."""
    ring: list[tuple[float, float]] = []
    for n in ids:
        ring += (arcs[n] if n >= 0 else arcs[~n][::-1])[bool(ring) :]
    return ring
