"""Partners on the map: a dot at each place, as large as the number of partners there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from regional.mirror.membership import municipality_of
from regional.partners.places.spelling import fold

if TYPE_CHECKING:
    from regional.cbs.figures import Figures
    from regional.partners.portfolio import Portfolio

KINDS = ("funder", "content", "supplier")
SYMBOLS: Mapping[str, str] = {"": "circle", "funder": "circle", "content": "square", "supplier": "diamond"}
"""Shape of a dot by kind of partner; "" all kinds together."""
SMALLEST, LARGEST = 8.0, 26.0
"""Pixels across: of one partner, and at most."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Dot:
    """``n`` partners at one place of municipality ``code``; ``kind`` "" for all kinds together."""

    code: str
    place: str
    lon: float
    lat: float
    n: int
    kind: str = ""

    @property
    def size(self) -> float:
        """Pixels across: the area grows with the number."""
        return min(LARGEST, SMALLEST * math.sqrt(self.n))


def partner_dots(portfolio: Portfolio, figures: Figures, *, by_kind: bool = False) -> tuple[Dot, ...]:
    """Return the active partners whose municipality is known, gathered by place, the largest dot first.

    The municipality is the one that counts in the mirror. A place that we do not know the point of counts at the main
    place of its municipality. With ``by_kind`` a partner counts once for each of its kinds, and in a dot without kind
    where none is known.
    """
    active = portfolio.frame[portfolio.frame["status"] == "active"]
    counted: Counter[tuple[str, str, Point, str]] = Counter()
    for place, code, kinds in zip(active["place"], municipality_of(active), active["kinds"], strict=True):
        if code in figures.municipalities.index:
            name, point = place_point(str(place), str(code), figures)
            counted.update((str(code), name, point, kind) for kind in (kinds or ("",) if by_kind else ("",)))
    dots = [Dot(code, name, *point, n, kind) for (code, name, point, kind), n in counted.items()]
    return tuple(sorted(dots, key=lambda dot: (-dot.n, dot.code, dot.place, dot.kind)))


def place_point(place: str, code: str, figures: Figures) -> tuple[str, Point]:
    """Return the name and point (longitude, latitude) of a place as written, else of the municipality's main place."""
    known = _points().get(code, {})
    found = known.get(fold(place))
    if found:
        return found[0], found[1]
    name = str(figures.municipalities.at[code, "name"])
    main = known.get(fold(name)) or known.get("")
    if main:
        return name, main[1]
    lon, lat = figures.municipalities.loc[code, ["lon", "lat"]].to_numpy(float)
    return name, (float(lon), float(lat))


@lru_cache(maxsize=1)
def _points() -> dict[str, dict[str, tuple[str, Point]]]:
    """Return by municipality and folded name each official place; under "" the largest one."""
    from regional.cbs.snapshot import places

    frame = places().sort_values("population", ascending=False, na_position="last")
    points: dict[str, dict[str, tuple[str, Point]]] = {}
    columns = (frame[name].tolist() for name in ("name", "code", "lon", "lat"))
    for name, code, lon, lat in zip(*columns, strict=True):
        there = points.setdefault(code, {})
        there.setdefault("", (name, (lon, lat)))
        there.setdefault(fold(name), (name, (lon, lat)))
    return points


def without_partner(dots: Sequence[Dot], codes: Sequence[str]) -> list[str]:
    """Return the municipalities of the region in which no partner sits."""
    seats = {dot.code for dot in dots}
    return [code for code in codes if code not in seats]
