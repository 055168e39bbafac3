"""What a map of the region shows, and where: the same for the screen and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from regional.charts.dots import place_point, without_partner
from regional.charts.labels import PHONE, Box, Name, Room, Spot, short, stretch

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
    def open_size(self) -> float:
        """Pixels across of the marks of municipalities without a partner: small where they are many."""
        return OPEN if len(self.lonely) <= MANY else OPEN / 2

    @property
    def view(self) -> Box:
        """What the map shows: the region and some surroundings; the country where its shapes are not known."""
        places = self.geometry.places
        return _view([places[c] for c in self.region.codes if c in places] or list(places.values()))


def star_point(scene: Scene) -> tuple[float, float]:
    """Return where the museum is drawn: at the main place of its municipality."""
    return place_point("", scene.star, scene.figures)[1]


def apart(dots: Sequence[Dot], view: Box) -> list[Dot]:
    """Return the dots, those of several kinds at one place moved beside each other."""
    step = (view[2] - view[0]) / PHONE
    by_place: dict[tuple[str, str], list[Dot]] = {}
    for dot in dots:
        by_place.setdefault((dot.code, dot.place), []).append(dot)
    moved = []
    for group in by_place.values():
        x = -sum(dot.size for dot in group) / 2
        for dot in group:
            moved.append(replace(dot, lon=dot.lon + (x + dot.size / 2) * step))
            x += dot.size
    return sorted(moved, key=lambda dot: -dot.n)


def placed_names(scene: Scene, view: Box) -> tuple[list[Spot], list[Spot]]:
    """Return the names that find room, of the region and around it; none upon another or upon a mark."""
    room, places, star = Room(view), scene.geometry.places, scene.star
    names = {str(c): short(str(n)) for c, n in scene.figures.municipalities["name"].items()}
    by_size = scene.figures.municipalities["inhabitants"].sort_values(ascending=False).index.tolist()
    lonely = [code for code in scene.lonely if code in places]
    for dot in apart(scene.dots, view):
        room.mark(dot.lon, dot.lat, dot.size)
    for code in lonely:
        room.mark(places[code].lon, places[code].lat, scene.open_size)
    if star:
        room.mark(*star_point(scene), STAR)
    chosen, special = set(scene.region.codes), {*lonely, star}
    first = [Name(*star_point(scene), names[star], STAR)] if star in chosen else []
    first += [Name(places[c].lon, places[c].lat, names[c], scene.open_size) for c in lonely if c != star]
    rest = [
        Name(places[c].lon, places[c].lat, names[c])
        for c in by_size
        if c in chosen and c in places and c not in special
    ]
    outside = [Name(places[c].lon, places[c].lat, names[c]) for c in by_size if c not in chosen and c in places]
    return room.place([*first, *rest], max(MOST_INSIDE, min(len(first), MANY))), room.place(outside, MOST_AROUND)


def _view(places: list[DrawnPlace]) -> Box:
    """Return what the map shows: the region and some surroundings, in the proportions of the figure."""
    west = min(p.west for p in places)
    east = max(p.east for p in places)
    south, north = stretch(min(p.south for p in places)), stretch(max(p.north for p in places))
    half = max((east - west) / 2, (north - south) * _WIDE / 2, _SMALLEST / 2 / (1 + _MARGIN))
    half += min(_MARGIN * half, _MOST)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half, y - half / _WIDE, x + half, y + half / _WIDE
