"""Names on the map: those that fit on a phone, none over another or over a mark, readable on any colour."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from regional.charts.words import escape

if TYPE_CHECKING:
    from regional.charts.theme import Palette

Box = tuple[float, float, float, float]
"""West, south, east, north: longitude, and latitude as :func:`stretch` gives it."""

Point = tuple[float, float]
Line = tuple[Point, Point]

PHONE = 312
"""Pixels of map width for which names are chosen: what fits there fits everywhere."""
SIZE = 13
LETTER = 0.58
"""Mean width of a semi-bold letter, in ems."""
EDGE = 4
"""Pixels between a name and the edge of the map, or the edge cuts it."""
_AROUND = ("middle center", "top center", "bottom center", "middle left", "middle right")
_BESIDE = (
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
)
"""Plotly's names of positions, in the order tried: of a name of its own, and of one beside a mark."""
LINE_GAP = 2.0
"""Pixels of the unseen mark at the end of a line."""
_REACHES, _TURNS = (20, 28, 36, 46, 58, 72, 88), 24
"""Pixels from a place to a name at the end of a line, and directions tried."""


class Name(NamedTuple):
    """A name that asks for room: where (degrees), the text, and the pixels across of the mark that it belongs to.

    ``inside`` are other points of its shape where it may stand; ``far``: from farther away, by a line.
    """

    lon: float
    lat: float
    text: str
    mark: float = 0.0
    inside: Sequence[Point] = ()
    far: bool = False


class Spot(NamedTuple):
    """One name on the map: where it is held (degrees), Plotly's textposition, and whether a line leads to its place."""

    name: Name
    position: str
    lon: float
    lat: float
    gap: float
    line: bool = False


class Room:
    """What is free on a map of ``PHONE`` pixels wide that shows ``view``; marks are there first, then name by name."""

    def __init__(self, view: Box) -> None:
        self._view = view
        self._scale = PHONE / (view[2] - view[0])
        self._height = (view[3] - view[1]) * self._scale
        self._taken: list[Box] = []
        self._lines: list[Line] = []

    def mark(self, lon: float, lat: float, size: float) -> None:
        """Keep the room of a mark of ``size`` pixels across."""
        x, y = self._pixels(lon, lat)
        self._taken.append((x - size / 2 - 1, y - size / 2 - 1, x + size / 2 + 1, y + size / 2 + 1))

    def place(self, names: Sequence[Name], most: int) -> list[Spot]:
        """Return the first ``most`` names that are on the map and free, those by a line after all others."""
        spots: list[Spot] = []
        left: list[Name] = []
        for look, asking in ((self._beside, names), (self._by_line, left)):
            for name in asking:
                spot = look(name) if len(spots) < most else None
                if spot:
                    spots.append(spot)
                elif asking is names:
                    left.append(name)
        return spots

    def _pixels(self, lon: float, lat: float) -> Point:
        return (lon - self._view[0]) * self._scale, (stretch(lat) - self._view[1]) * self._scale

    def _beside(self, name: Name) -> Spot | None:
        """Take the first free position at the name's own place, then elsewhere in its shape."""
        tries = [((name.lon, name.lat), p, name.mark) for p in (_BESIDE if name.mark else _AROUND)]
        tries += [(point, _AROUND[0], 0.0) for point in name.inside]
        for at, position, gap in tries:
            box = text_box(self._pixels(*at), name.text, position, gap)
            if self._is_free(box):
                self._taken.append(box)
                return Spot(name, position, *at, gap)
        return None

    def _by_line(self, name: Name) -> Spot | None:
        """Take the nearest free place around, from where a line leads to the name's own without crossing anything."""
        if not name.far:
            return None
        x, y = self._pixels(name.lon, name.lat)
        for reach, turn in product(_REACHES, range(_TURNS)):
            angle = 2 * math.pi * turn / _TURNS
            end = (x + reach * math.cos(angle), y + reach * math.sin(angle))
            position = "middle right" if math.cos(angle) >= 0 else "middle left"
            box, line = text_box(end, name.text, position, LINE_GAP), ((x, y), end)
            if self._is_free(box) and not self._is_crossed(line, name.mark):
                self._taken.append(box)
                self._lines.append(line)
                return Spot(name, position, *self._degrees(*end), LINE_GAP, line=True)
        return None

    def _degrees(self, x: float, y: float) -> Point:
        return x / self._scale + self._view[0], unstretch(y / self._scale + self._view[1])

    def _is_free(self, box: Box) -> bool:
        return (
            min(box[0], box[1], PHONE - box[2], self._height - box[3]) >= EDGE
            and not any(_overlap(box, other) for other in self._taken)
            and not any(_meets(line, box) for line in self._lines)
        )

    def _is_crossed(self, line: Line, mark: float) -> bool:
        """Tell whether a line runs over a name, over a mark other than its own, or over another line."""
        own = line[0]
        others = [box for box in self._taken if not (box[0] <= own[0] <= box[2] and box[1] <= own[1] <= box[3])]
        return any(_meets(line, box) for box in others) or any(_cross(line, other) for other in self._lines)


def text_box(at: Point, text: str, position: str, mark: float) -> Box:
    """Return the pixels (upwards) that Plotly gives to a text at this position beside a mark of so many pixels."""
    vertical, horizontal = position.split()
    width, height = len(text) * SIZE * LETTER, SIZE * 1.25
    off = mark / 2 / 0.8 + 1 if mark else 0.0
    x = at[0] + {"left": -off - width / 2, "center": 0.0, "right": off + width / 2}[horizontal]
    y = at[1] + {"top": off + height * 0.6, "middle": 0.0, "bottom": -off - height * 0.6}[vertical]
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def words(spots: Sequence[Spot], colour: str, halo: str, weight: int) -> dict[str, Any]:
    """Return names as one trace; an unseen mark of the right size keeps each off its own."""
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [s.lon for s in spots],
        "lat": [s.lat for s in spots],
        "text": [escape(s.name.text) for s in spots],
        "textposition": [s.position for s in spots],
        "marker": {"size": [s.gap for s in spots], "opacity": 0},
        "textfont": {"size": SIZE, "color": colour, "weight": weight, "shadow": _halo(halo)},
        "hoverinfo": "skip",
        **still({}),
    }


def lines(spots: Sequence[Spot], colour: str, width: float) -> dict[str, Any]:
    """Return the lines from names to their places as one trace."""
    led = [spot for spot in spots if spot.line]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [lon for s in led for lon in (s.name.lon, s.lon, None)],
        "lat": [lat for s in led for lat in (s.name.lat, s.lat, None)],
        "line": {"color": colour, "width": width},
        "hoverinfo": "skip",
    }


def still(marker: dict[str, Any]) -> dict[str, Any]:
    """Return what keeps a trace as it is while another is clicked."""
    look = {"marker": {"opacity": 1, **marker}} if marker else {"marker": {"opacity": 0}}
    return {"selected": look, "unselected": look}


def pale(palette: Palette) -> str:
    """Return the colour of municipalities outside the region."""
    return "#323D4A" if palette.dark else "#DDE3E9"


def border(palette: Palette) -> str:
    """Return the colour of borders, to be seen on the region and on its surroundings."""
    return "#6F7D8B" if palette.dark else "#93A0AD"


def shade(palette: Palette) -> str:
    """Return the colour of municipalities of the region without a partner, where they are too many for marks."""
    return "#3F5D7B" if palette.dark else "#44719E"


def stretch(lat: float) -> float:
    """Return a latitude's distance from the equator on a Mercator map, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def unstretch(stretched: float) -> float:
    """Return the latitude of :func:`stretch`."""
    return math.degrees(2 * math.atan(math.exp(math.radians(stretched))) - math.pi / 2)


def short(name: str) -> str:
    """Return a name without its province: on the map there is no doubt which Beek is meant."""
    return re.sub(r" \([^)]*\)$", "", name)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _meets(line: Line, box: Box) -> bool:
    """Tell whether a line touches a box (Liang and Barsky's clipping)."""
    (x, y), (end_x, end_y) = line
    start, stop = 0.0, 1.0
    for way, room in (
        (x - end_x, x - box[0]),
        (end_x - x, box[2] - x),
        (y - end_y, y - box[1]),
        (end_y - y, box[3] - y),
    ):
        if way == 0 and room < 0:
            return False
        if way < 0:
            start = max(start, room / way)
        elif way > 0:
            stop = min(stop, room / way)
    return start <= stop


def _cross(a: Line, b: Line) -> bool:
    return _turn(a, b[0]) * _turn(a, b[1]) < 0 and _turn(b, a[0]) * _turn(b, a[1]) < 0


def _turn(line: Line, point: Point) -> float:
    """Return on which side of a line a point lies: positive to the left."""
    (x, y), (end_x, end_y) = line
    return (end_x - x) * (point[1] - y) - (end_y - y) * (point[0] - x)


def _halo(colour: str) -> str:
    """Return a text shadow that outlines letters: names may reach over the edge of their shape."""
    steps = (-2, -1, 0, 1, 2)
    around = [(x, y) for x in steps for y in steps if 0 < x * x + y * y < 8]
    return ", ".join(f"{x}px {y}px 0 {colour}" for x, y in around)
