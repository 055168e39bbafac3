"""Names on the map: those that fit on a phone, none over another, readable on any colour."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from regional.charts.words import escape

if TYPE_CHECKING:
    from regional.cbs.figures import Figures
    from regional.charts.theme import Palette
    from regional.geo.geometry import DrawnPlace, Geometry
    from regional.geo.regions import Region

Box = tuple[float, float, float, float]
"""West, south, east, north: longitude, and latitude as :func:`stretch` gives it."""

PHONE = 312
"""Pixels of map width for which names are chosen: what fits there fits everywhere."""
SIZE = 13
LETTER = 0.58
"""Mean width of a semi-bold letter, in ems."""
EDGE = 4
"""Pixels between a name and the edge of the map, or the edge cuts it."""
MOST_INSIDE, MOST_AROUND = 14, 4
_POSITIONS = {
    "middle center": (0.0, 0.0),
    "top center": (0.0, 0.75),
    "bottom center": (0.0, -0.75),
    "middle left": (-0.5, 0.0),
    "middle right": (0.5, 0.0),
}
"""Plotly's name of a position, and the shift of the name's middle (in widths, in line heights)."""


class Spot(NamedTuple):
    """One name on the map: where (degrees), the text, and Plotly's textposition."""

    place: DrawnPlace
    text: str
    position: str


def label_traces(
    figures: Figures, region: Region, geometry: Geometry, view: Box, palette: Palette
) -> list[dict[str, Any]]:
    """Return the names as traces: the region's (home first, then by size), and a few around it."""
    by_size = figures.municipalities["inhabitants"].sort_values(ascending=False).index.tolist()
    chosen = set(region.codes)
    inside = sorted((c for c in by_size if c in chosen), key=lambda c: c != region.home)
    around = [c for c in by_size if c not in chosen]
    taken: list[Box] = []
    names = {str(c): _short(str(n)) for c, n in figures.municipalities["name"].items()}
    names |= {region.home: f"★ {names[region.home]}"} if region.home in names else {}
    placed = [
        _placed(codes, names, geometry, view, taken, most)
        for codes, most in ((inside, MOST_INSIDE), (around, MOST_AROUND))
    ]
    return [
        _words(placed[0], palette.paper, palette.region, 600),
        _words(placed[1], palette.ink, pale(palette), 400),
    ]


def pale(palette: Palette) -> str:
    """Return the colour of municipalities outside the region."""
    return "#323D4A" if palette.dark else "#DDE3E9"


def stretch(lat: float) -> float:
    """Return a latitude's distance from the equator on a Mercator map, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _short(name: str) -> str:
    """Return a name without its province: on the map there is no doubt which Beek is meant."""
    return re.sub(r" \([^)]*\)$", "", name)


def _placed(
    codes: Iterable[str], names: dict[str, str], geometry: Geometry, view: Box, taken: list[Box], most: int
) -> list[Spot]:
    spots: list[Spot] = []
    for code in codes:
        place = geometry.places.get(code)
        if place is None or len(spots) == most:
            continue
        position = _free_position(place, names[code], view, taken)
        if position:
            spots.append(Spot(place, escape(names[code]), position))
    return spots


def _free_position(place: DrawnPlace, name: str, view: Box, taken: list[Box]) -> str:
    """Return the first position where ``name`` is on the map and free, "" for none; notes it as taken."""
    scale = PHONE / (view[2] - view[0])
    width, height = len(name) * SIZE * LETTER, SIZE * 1.25
    x, y = (place.lon - view[0]) * scale, (stretch(place.lat) - view[1]) * scale
    for position, (dx, dy) in _POSITIONS.items():
        cx, cy = x + dx * width, y + dy * height
        box = (cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)
        if _on_map(box, (view[3] - view[1]) * scale) and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return position
    return ""


def _on_map(box: Box, height: float) -> bool:
    return min(box[0], box[1], PHONE - box[2], height - box[3]) >= EDGE


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _words(spots: Sequence[Spot], colour: str, halo: str, weight: int) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [s.place.lon for s in spots],
        "lat": [s.place.lat for s in spots],
        "text": [s.text for s in spots],
        "textposition": [s.position for s in spots],
        "textfont": {"size": SIZE, "color": colour, "weight": weight, "shadow": _halo(halo)},
        "hoverinfo": "skip",
    }


def _halo(colour: str) -> str:
    """Return a text shadow that outlines letters: names may reach over the edge of their shape."""
    steps = (-2, -1, 0, 1, 2)
    around = [(x, y) for x in steps for y in steps if 0 < x * x + y * y < 8]
    return ", ".join(f"{x}px {y}px 0 {colour}" for x, y in around)
