"""Names on the map: those that fit on a phone, none over another or over a mark, readable on any colour."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from regional.charts.words import escape

if TYPE_CHECKING:
    from regional.charts.theme import Palette

Box = tuple[float, float, float, float]
"""West, south, east, north: longitude, and latitude as :func:`stretch` gives it."""

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


class Name(NamedTuple):
    """A name that asks for room: where (degrees), the text, and the pixels across of the mark that it belongs to."""

    lon: float
    lat: float
    text: str
    mark: float = 0.0


class Spot(NamedTuple):
    """One name on the map, and Plotly's textposition."""

    name: Name
    position: str


class Room:
    """What is free on a map of ``PHONE`` pixels wide that shows ``view``; marks are there first, then name by name."""

    def __init__(self, view: Box) -> None:
        self._view = view
        self._scale = PHONE / (view[2] - view[0])
        self._taken: list[Box] = []

    def mark(self, lon: float, lat: float, size: float) -> None:
        """Keep the room of a mark of ``size`` pixels across."""
        x, y = self._pixels(lon, lat)
        self._taken.append((x - size / 2 - 1, y - size / 2 - 1, x + size / 2 + 1, y + size / 2 + 1))

    def place(self, names: Iterable[Name], most: int) -> list[Spot]:
        """Return the first ``most`` names that are on the map and free, each at its first free position."""
        spots: list[Spot] = []
        for name in names:
            position = self._free(name) if len(spots) < most else ""
            if position:
                spots.append(Spot(name, position))
        return spots

    def _pixels(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self._view[0]) * self._scale, (stretch(lat) - self._view[1]) * self._scale

    def _free(self, name: Name) -> str:
        """Return the first free position and take it, "" for none."""
        height = (self._view[3] - self._view[1]) * self._scale
        for position in _BESIDE if name.mark else _AROUND:
            box = text_box(self._pixels(name.lon, name.lat), name, position)
            if _on_map(box, height) and not any(_overlap(box, other) for other in self._taken):
                self._taken.append(box)
                return position
        return ""


def text_box(at: tuple[float, float], name: Name, position: str) -> Box:
    """Return the pixels (upwards) that Plotly gives to a text at this position beside its mark."""
    vertical, horizontal = position.split()
    width, height = len(name.text) * SIZE * LETTER, SIZE * 1.25
    off = name.mark / 2 / 0.8 + 1 if name.mark else 0.0
    x = at[0] + {"left": -off - width / 2, "center": 0.0, "right": off + width / 2}[horizontal]
    y = at[1] + {"top": off + height * 0.6, "middle": 0.0, "bottom": -off - height * 0.6}[vertical]
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def words(spots: Sequence[Spot], colour: str, halo: str, weight: int) -> dict[str, Any]:
    """Return names as one trace; an unseen mark of the right size keeps each off its own."""
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [s.name.lon for s in spots],
        "lat": [s.name.lat for s in spots],
        "text": [escape(s.name.text) for s in spots],
        "textposition": [s.position for s in spots],
        "marker": {"size": [s.name.mark for s in spots], "opacity": 0},
        "textfont": {"size": SIZE, "color": colour, "weight": weight, "shadow": _halo(halo)},
        "hoverinfo": "skip",
        **still({}),
    }


def still(marker: dict[str, Any]) -> dict[str, Any]:
    """Return what keeps a trace as it is while another is clicked."""
    look = {"marker": {"opacity": 1, **marker}} if marker else {"marker": {"opacity": 0}}
    return {"selected": look, "unselected": look}


def pale(palette: Palette) -> str:
    """Return the colour of municipalities outside the region."""
    return "#323D4A" if palette.dark else "#DDE3E9"


def stretch(lat: float) -> float:
    """Return a latitude's distance from the equator on a Mercator map, in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def short(name: str) -> str:
    """Return a name without its province: on the map there is no doubt which Beek is meant."""
    return re.sub(r" \([^)]*\)$", "", name)


def _on_map(box: Box, height: float) -> bool:
    return min(box[0], box[1], PHONE - box[2], height - box[3]) >= EDGE


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _halo(colour: str) -> str:
    """Return a text shadow that outlines letters: names may reach over the edge of their shape."""
    steps = (-2, -1, 0, 1, 2)
    around = [(x, y) for x in steps for y in steps if 0 < x * x + y * y < 8]
    return ", ".join(f"{x}px {y}px 0 {colour}" for x, y in around)
