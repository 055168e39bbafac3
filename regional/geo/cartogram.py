"""A map without boundaries: every municipality a circle, its area the number of inhabitants.

Dorling's circles ("Area cartograms: their use and creation", 1996): each circle is pulled to its true
place and to its neighbours, and pushed off the circles that it overlaps. All lengths are in the
plane of the Web Mercator projection, in which the map is drawn: there circles are round, and equal
areas are equal numbers of people.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from regional.cbs.figures import Figures

    Floats = NDArray[np.float64]

COVER = 0.62
"""Share of the space around all points that the circles fill: less looks empty, more distorts."""
STEPS = 600
DECIMALS = 4
GAP = 150.0
"""Paper between two circles at least, in metres of the projection."""
_EARTH = 6_378_137.0
_ROUND = 32
_TOUCH = 0.05
"""Metres of overlap that do not count while pushing; the gap is far wider."""


def make_cartogram(figures: Figures) -> dict[str, Any]:
    """Return all municipalities as circles: a GeoJSON FeatureCollection, in longitude and latitude.

    Each feature has ``id`` (code) and the properties ``lon``, ``lat`` (centre) and ``radius``
    (metres in Web Mercator). The same figures give the same circles.
    """
    import numpy as np

    frame = figures.municipalities.sort_index()
    start = _to_plane(frame[["lon", "lat"]].to_numpy(float))
    radius = _radii(start, frame["inhabitants"].to_numpy(float))
    centre = _place(start, radius)
    lonlat = np.round(_to_degrees(centre), DECIMALS)
    features = [_feature(str(code), *row) for code, *row in zip(frame.index, centre, radius, lonlat, strict=True)]
    return {"type": "FeatureCollection", "features": features}


def write_cartogram(figures: Figures, path: Path) -> None:
    """Write :func:`make_cartogram` to ``path``, small and with one feature a line."""
    collection = make_cartogram(figures)
    lines = ",\n".join(json.dumps(f, separators=(",", ":")) for f in collection["features"])
    path.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", encoding="utf-8")


def _radii(points: Floats, inhabitants: Floats) -> Floats:
    """Return radii that make all circles together fill ``COVER`` of the points' convex hull."""
    import numpy as np
    from scipy.spatial import ConvexHull

    hull = float(ConvexHull(points).volume)  # in two dimensions, "volume" is the area
    return cast("Floats", np.sqrt(inhabitants / inhabitants.sum() * COVER * hull / np.pi))


def _place(start: Floats, radius: Floats) -> Floats:
    """Return the centres: pulled and pushed for most steps, at the end only pushed apart."""
    first, second = _neighbours(start)
    centre = start.copy()
    for step in range(STEPS):
        strength = max(0.0, 1 - step / (0.7 * STEPS))
        pull = 0.05 * (start - centre) + 0.3 * _closing(centre, radius, first, second)
        centre = centre + strength * pull + _pushing(centre, radius)
    for _ in range(20 * STEPS):
        push = _pushing(centre, radius)
        if not push.any():
            break
        centre = centre + push
    return centre


def _neighbours(points: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs of neighbours: no third point inside the circle between two (Gabriel graph)."""
    import numpy as np
    from scipy.spatial import Delaunay, cKDTree

    triangles = Delaunay(points).simplices
    pairs = np.unique(np.sort(triangles[:, [[0, 1], [1, 2], [0, 2]]].reshape(-1, 2), axis=1), axis=0)
    middle = points[pairs].mean(axis=1)
    half = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1) / 2
    nearest, _ = cKDTree(points).query(middle)
    near = pairs[(nearest >= half - 1e-6) & (half < 15_000)]
    return near[:, 0], near[:, 1]


def _closing(centre: Floats, radius: Floats, first: NDArray[np.int64], second: NDArray[np.int64]) -> Floats:
    """Return the steps that bring neighbours with a gap between them closer, half each."""
    import numpy as np

    offset = centre[second] - centre[first]
    distance = np.linalg.norm(offset, axis=1)
    gap = np.maximum(0, distance - radius[first] - radius[second] - GAP)
    step = offset * (gap / distance / 2)[:, None]
    total = np.zeros_like(centre)
    np.add.at(total, first, step)
    np.add.at(total, second, -step)
    degree = np.bincount(np.concatenate([first, second]), minlength=len(centre))
    return total / np.maximum(degree, 1)[:, None]


def _pushing(centre: Floats, radius: Floats) -> Floats:
    """Return the steps that move overlapping circles apart; the smaller one moves more."""
    import numpy as np
    from scipy.spatial import cKDTree

    pairs = cKDTree(centre).query_pairs(float(2 * radius.max() + GAP), output_type="ndarray")
    first, second = np.sort(pairs, axis=1).T
    offset = centre[second] - centre[first]
    distance = np.maximum(np.linalg.norm(offset, axis=1), 1.0)
    overlap = np.maximum(0, radius[first] + radius[second] + GAP - distance)
    unit = offset / distance[:, None]
    weight = radius[second] ** 2 / (radius[first] ** 2 + radius[second] ** 2)
    total = np.zeros_like(centre)
    # A little less than the whole overlap, or crowded circles swing to and fro for ever.
    np.add.at(total, first, -unit * (0.5 * overlap * weight)[:, None])
    np.add.at(total, second, unit * (0.5 * overlap * (1 - weight))[:, None])
    return np.where(np.abs(total) > _TOUCH, total, 0)


def _feature(code: str, centre: Floats, radius: float, lonlat: Floats) -> dict[str, Any]:
    import numpy as np

    # Clockwise, as Plotly's geometry (d3-geo) wants the outside of a polygon.
    angle = -np.linspace(0, 2 * np.pi, _ROUND + 1)
    ring = centre + radius * np.column_stack([np.cos(angle), np.sin(angle)])
    coordinates = np.round(_to_degrees(ring), DECIMALS).tolist()
    properties = {"lon": float(lonlat[0]), "lat": float(lonlat[1]), "radius": round(float(radius))}
    geometry = {"type": "Polygon", "coordinates": [coordinates]}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def _to_plane(degrees: Floats) -> Floats:
    """Return metres in Web Mercator (EPSG:3857) for longitude and latitude; n x 2."""
    import numpy as np

    lon, lat = np.radians(degrees).T
    return _EARTH * np.column_stack([lon, np.log(np.tan(np.pi / 4 + lat / 2))])


def _to_degrees(plane: Floats) -> Floats:
    import numpy as np

    x, y = (plane / _EARTH).T
    return cast("Floats", np.degrees(np.column_stack([x, 2 * np.arctan(np.exp(y)) - np.pi / 2])))
