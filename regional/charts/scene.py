"""What a map of the region shows, and where: the same for the screen and for paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from regional.cbs.divisions import code_in
from regional.charts.dots import place_point, without_partner
from regional.charts.labels import PHONE, Box, Name, Point, Room, Spot, short, stretch, unstretch

if TYPE_CHECKING:
    from regional.cbs.figures import Figures
    from regional.charts.dots import Dot
    from regional.geo.geometry import DrawnPlace, Geometry
    from regional.geo.regions import Region

_MARGIN = 0.35
"""Surroundings on each side, as a part of half the region's extent."""
_MOST = 0.12
"""Degrees of surroundings at most: around a province or the country there is little to see."""
_SMALLEST = 0.42
"""Degrees of longitude that a map shows at least, some 29 km."""
_WIDE = 0.85
"""Width of the map by its height."""
STAR, OPEN = 17.0, 10.0
"""Pixels across: the museum, and the mark of a municipality without a partner."""
MOST_INSIDE, MOST_AROUND, MANY = 14, 4, 40
"""Names in the region and around it at most; more municipalities than the last get no mark each."""
_STEPS = 7
"""Points of a shape in a row and in a column, where its name may stand."""


@dataclass(frozen=True)
class Scene:
    """What one map shows: the region among all municipalities, and on it the museum and its partners.

    ``dots`` are the partners by place (none: no partner list, and nothing is said of places without one);
    ``home`` is the municipality of the museum, "" not known.
    """

    figures: Figures
    region: Region
    geometry: Geometry
    dots: Sequence[Dot] = ()
    home: str = ""

    @property
    def star(self) -> str:
        """The municipality that gets the star, "" for none."""
        home = self.home or self.region.home
        return home if home in self.figures.municipalities.index else ""

    @property
    def lonely(self) -> list[str]:
        """The municipalities of the region in which no partner sits, by inhabitants."""
        if not self.dots:
            return []
        people = self.figures.municipalities["inhabitants"]
        return sorted(without_partner(self.dots, self.region.codes), key=lambda code: -int(people[code]))

    @property
    def is_shaded(self) -> bool:
        """Whether municipalities without a partner are paler, as they are too many for a mark each."""
        return len(self.lonely) > MANY

    @property
    def marked(self) -> list[str]:
        """The municipalities that get an open circle: without a partner, drawn, and without the museum's star."""
        drawn = self.geometry.places
        return [] if self.is_shaded else [code for code in self.lonely if code in drawn and code != self.star]

    @cached_property
    def owners(self) -> dict[str, str]:
        """The municipality of the figures to which each drawn one belongs: itself, or its successor."""
        division = self.figures.municipalities.index
        owners = {drawn: code_in(drawn, division) for drawn in self.geometry.places}
        return {drawn: code for drawn, code in owners.items() if code}

    @property
    def view(self) -> Box:
        """What the map shows: the region and some surroundings; the country where its shapes are not known."""
        places, region = self.geometry.places, set(self.region.codes)
        inside = [places[drawn] for drawn, code in self.owners.items() if code in region]
        return _view(inside or list(places.values()))


@dataclass(frozen=True)
class Marks:
    """Dots and star as they are drawn: those of one place beside each other; ``star`` None for none."""

    dots: list[Dot]
    star: Point | None = None


def marks(scene: Scene, view: Box) -> Marks:
    """Return where dots and star are drawn, the largest dots first; the star on a dot, or beside several."""
    degrees = (view[2] - view[0]) / PHONE
    at = place_point("", scene.star, scene.figures)[1] if scene.star else None
    by_place: dict[Point, list[Dot]] = {}
    for dot in scene.dots:
        by_place.setdefault((dot.lon, dot.lat), []).append(dot)
    moved, star = [], at
    for (lon, lat), group in by_place.items():
        beside = (lon, lat) == at and len(group) > 1
        places = [
            (lon + x * degrees, unstretch(stretch(lat) + y * degrees))
            for x, y in _cluster([dot.size for dot in group] + [STAR] * beside)
        ]
        moved += [replace(dot, lon=x, lat=y) for dot, (x, y) in zip(group, places, strict=False)]
        star = places[-1] if beside else star
    return Marks(sorted(moved, key=lambda dot: -dot.n), star)


def _cluster(sizes: list[float]) -> list[Point]:
    """Return the middles of marks of these pixels across, two in a row, around a point."""
    if len(sizes) == 1:
        return [(0.0, 0.0)]
    rows = [sizes[at : at + 2] for at in range(0, len(sizes), 2)]
    top = sum(max(row) for row in rows) / 2
    spots = []
    for row in rows:
        x = -sum(row) / 2
        for size in row:
            spots.append((x + size / 2, top - max(row) / 2))
            x += size
        top -= max(row)
    return spots


def placed_names(scene: Scene, view: Box) -> tuple[list[Spot], list[Spot]]:
    """Return the names that find room, of the region and around it; none upon another or upon a mark."""
    room, places, drawn = Room(view), scene.geometry.places, marks(scene, view)
    for dot in drawn.dots:
        room.mark(dot.lon, dot.lat, dot.size)
    for code in scene.marked:
        room.mark(places[code].lon, places[code].lat, OPEN)
    if drawn.star:
        room.mark(*drawn.star, STAR)
    inside, outside = _wanted(scene, drawn)
    most = max(MOST_INSIDE, min(len(scene.marked), MANY))
    first = room.place(inside[:1], 1)
    return [*first, *room.place(inside[1:], most - len(first))], room.place(outside, MOST_AROUND)


def _wanted(scene: Scene, drawn: Marks) -> tuple[list[Name], list[Name]]:
    """Return the names that ask for room, most wanted first: museum, without a partner, with, others by size."""
    places, region = scene.geometry.places, set(scene.region.codes)
    towns = scene.figures.municipalities
    by_size = towns["inhabitants"].sort_values(ascending=False).index
    names = {str(code): short(str(towns.at[code, "name"])) for code in by_size if code in places}
    chosen = [code for code in names if code in region]
    at = _own_marks(scene, drawn)
    order = {code: place for place, code in enumerate(at)}
    few = len(chosen) <= MANY
    wanted = []
    for code in sorted(chosen, key=lambda code: order.get(code, len(order))):
        lon, lat, mark = at.get(code, (places[code].lon, places[code].lat, 0.0))
        within = () if mark or not few else points_inside(scene.geometry, code)
        wanted.append(Name(lon, lat, names[code], mark, within, few or code == scene.star))
    outside = [Name(places[c].lon, places[c].lat, name) for c, name in names.items() if c not in region]
    return wanted, outside


def _own_marks(scene: Scene, drawn: Marks) -> dict[str, tuple[float, float, float]]:
    """Return the mark that a municipality's name goes beside (where, pixels across): star, open circle, largest dot."""
    places = scene.geometry.places
    dots = {dot.code: (dot.lon, dot.lat, dot.size) for dot in reversed(drawn.dots)}
    own = {}
    if drawn.star:
        under = [dot.size + 3 for dot in drawn.dots if (dot.lon, dot.lat) == drawn.star]
        own[scene.star] = (*drawn.star, max([STAR, *under]))
    own |= {code: (places[code].lon, places[code].lat, OPEN) for code in scene.marked}
    return own | {code: at for code, at in dots.items() if code not in own}


def points_inside(geometry: Geometry, code: str) -> tuple[Point, ...]:
    """Return points of a municipality's largest part, the nearest to where it is drawn first."""
    import numpy as np
    import shapely

    part = max((shapely.Polygon(shell, holes) for shell, *holes in geometry.areas[code]), key=lambda p: p.area)
    west, south, east, north = part.bounds
    steps = np.linspace(0, 1, _STEPS + 2)[1:-1]
    x, y = (axis.ravel() for axis in np.meshgrid(west + (east - west) * steps, south + (north - south) * steps))
    held = shapely.contains_xy(part, x, y)
    middle = geometry.places[code]
    found = zip(x[held].tolist(), y[held].tolist(), strict=True)
    return tuple(sorted(found, key=lambda at: math.hypot((at[0] - middle.lon) * 0.6, at[1] - middle.lat)))


def _view(places: list[DrawnPlace]) -> Box:
    """Return what the map shows: the region and some surroundings, in the proportions of the figure."""
    west = min(p.west for p in places)
    east = max(p.east for p in places)
    south, north = stretch(min(p.south for p in places)), stretch(max(p.north for p in places))
    half = max((east - west) / 2, (north - south) * _WIDE / 2, _SMALLEST / 2 / (1 + _MARGIN))
    half += min(_MARGIN * half, _MOST)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half, y - half / _WIDE, x + half, y + half / _WIDE
