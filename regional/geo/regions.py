"""A region as a short string that lives in a URL: ``CR39``, ``GM0917,GM0928``, ``GM0928~25km``.

A spec is a list, with commas, of codes (GM municipality, CR COROP region, PV province, NL the
country) and catchments: all municipalities whose centre point lies within N km of another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from regional.cbs.divisions import move
from regional.geo.naming import PARKSTAD, area_label, name_region
from regional.texts import Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import Figures

COUNTRY = "NL"
DEFAULT_SPEC = ",".join(PARKSTAD)
"""Parkstad Limburg, the region of the museum of the article."""
AROUND_KM = (10, 25, 50)
"""Circles that are offered; others are typed."""
MAX_KM = 400
"""Farther than any two centre points in the country lie apart."""
_CODE = re.compile(r"(GM\d{4}|CR\d{2}|PV\d{2}|NL)")
_CATCHMENT = re.compile(r"(GM\d{4})~(\d{1,3})(?:KM)?")


class RegionError(ValueError):
    """A spec that names no region; ``message`` says what is wrong and how to mend it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True)
class Region:
    """One chosen region.

    ``spec`` is canonical: equal choices have equal specs, and it parses to this same region.
    ``codes`` are its municipalities, sorted; ``home`` is where the museum stands ("" not known):
    the centre of a catchment, or Kerkrade for Parkstad. ``moved`` are municipalities of the spec that are no more,
    and whose successor was taken: to be told.
    """

    spec: str
    codes: tuple[str, ...]
    name: Message | str
    home: str = ""
    moved: tuple[Message, ...] = ()


def parse_region(spec: str, figures: Figures) -> Region:
    """Return the region that ``spec`` writes; case and white space do not matter.

    A municipality that ended is followed to its (largest) successor.

    Raises
    ------
    RegionError
        Nothing written, a code that is unknown, a distance that is not 1 to 400 km.
    """
    parts = [part for part in re.sub(r"\s+", "", spec).upper().split(",") if part]
    if not parts:
        raise RegionError(Message.of("No region is chosen. Choose at least one municipality."))
    moves = {part: found for part in parts if (found := move(part.partition("~")[0], figures.municipalities.index))}
    parts = [part.replace(moves[part].former.code, moves[part].code) if part in moves else part for part in parts]
    members = {part: _members(part, figures) for part in parts}
    canonical = _canonical(members, figures)
    codes = tuple(sorted(set().union(*members.values())))
    told = tuple(dict.fromkeys(found.told(figures.names) for found in moves.values()))
    return Region(",".join(canonical), codes, name_region(canonical, codes, figures), _home(canonical), told)


def spec_of(codes: Iterable[str], figures: Figures) -> str:
    """Return the shortest spec of exactly these municipalities: whole areas by their own code."""
    return ",".join(_compact(frozenset(codes), figures))


def toggle(spec: str, code: str, figures: Figures) -> str:
    """Return ``spec`` with municipality ``code`` added, or removed where it was in.

    A region keeps at least one municipality: removing the last one leaves it as it is.
    RegionError as :func:`parse_region`.
    """
    region = parse_region(spec, figures)
    added = parse_region(code, figures).codes
    if not set(added) <= set(region.codes):
        return parse_region(f"{region.spec},{code}", figures).spec
    parts = region.spec.split(",")
    if code in parts:
        # What stays may hold a catchment, which a list of codes would lose.
        rest = ",".join(part for part in parts if part != code)
        return parse_region(rest, figures).spec if rest else region.spec
    left = set(region.codes) - set(added)
    return spec_of(left, figures) if left else region.spec


def region_options(figures: Figures) -> list[tuple[str, Message | str]]:
    """Return (spec, label) for a select box: the default, the country, provinces, COROP regions, municipalities.

    Areas of one municipality, and COROP regions that are a whole province, are not repeated.
    """
    areas = figures.areas.sort_values(["kind", "name"], ascending=[False, True])
    specs = [DEFAULT_SPEC, COUNTRY, *areas.index]
    options: dict[str, Message | str] = {}
    for spec in specs:
        region = parse_region(str(spec), figures)
        if not (region.spec.startswith("GM") and spec != DEFAULT_SPEC):
            options.setdefault(region.spec, area_label(region.spec, region.name))
    towns = figures.municipalities["name"].sort_values()
    return [*options.items(), *((str(code), str(name)) for code, name in towns.items())]


def regions_around(code: str, figures: Figures) -> tuple[Region, ...]:
    """Return the areas that a museum in municipality ``code`` may be there for, the smallest first."""
    town = figures.municipalities.loc[code]
    circles = [f"{code}~{km}km" for km in AROUND_KM]
    bodies = [DEFAULT_SPEC] if code in PARKSTAD else []
    found = [
        parse_region(str(spec), figures) for spec in (code, *bodies, town["corop"], town["province"], *circles, COUNTRY)
    ]
    unique = {region.codes: region for region in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda region: (len(region.codes), region.spec)))


def distance_km(figures: Figures, from_code: str) -> pd.Series[float]:
    """Return the distance in km from the centre point of ``from_code`` to every municipality's.

    Straight lines in EPSG:28992, indexed by code. KeyError for a code that is not there.
    """
    frame = figures.municipalities
    points = frame[["x", "y"]].astype(float)
    squares: pd.DataFrame = (points - points.loc[from_code]) ** 2
    return squares.sum(axis=1).pow(0.5).div(1000).rename("km")


def _members(part: str, figures: Figures) -> frozenset[str]:
    """Return the municipalities that one part of a spec stands for."""
    catchment = _CATCHMENT.fullmatch(part)
    if catchment:
        return _within(catchment[1], int(catchment[2]), figures)
    if "~" in part:
        raise RegionError(_bad_distance(part))
    if not _CODE.fullmatch(part):
        raise RegionError(_not_a_code(part))
    found = _by_area(figures).get(part) or ({part} & set(figures.municipalities.index))
    if not found:
        raise RegionError(_unknown(part))
    return frozenset(found)


def _within(centre: str, km: int, figures: Figures) -> frozenset[str]:
    if not 1 <= km <= MAX_KM:
        raise RegionError(_bad_distance(f"{centre}~{km}km"))
    _members(centre, figures)
    distance = distance_km(figures, centre)
    return frozenset(distance.index[distance <= km])


def _canonical(members: dict[str, frozenset[str]], figures: Figures) -> list[str]:
    """Return the parts that the same choice always has: compact codes first, then catchments."""
    plain = frozenset().union(*(m for part, m in members.items() if "~" not in part))
    catchments = {_tidy(part): m for part, m in members.items() if "~" in part}
    catchments = {part: m for part, m in catchments.items() if not m <= plain}
    needed = {part: m for part, m in catchments.items() if not _swallowed(part, catchments)}
    covered: frozenset[str] = frozenset().union(*needed.values())
    areas = _by_area(figures)
    shown = [p for p in _compact(plain, figures) if not areas.get(p, frozenset({p})) <= covered]
    return [*shown, *sorted(needed)]


def _swallowed(part: str, catchments: dict[str, frozenset[str]]) -> bool:
    """Tell whether another catchment holds this one; of two equal ones the first stays."""
    mine = catchments[part]
    return any(mine < m or (mine == m and other < part) for other, m in catchments.items() if other != part)


def _tidy(catchment: str) -> str:
    centre, km = catchment.split("~")
    return f"{centre}~{int(km.removesuffix('KM'))}km"


def _compact(codes: frozenset[str], figures: Figures) -> list[str]:
    """Return the fewest codes for ``codes``: the largest whole areas, then municipalities."""
    left, parts = codes, []
    for code, area in _by_area(figures).items():
        # An area of one municipality is that municipality, and says so.
        if len(area) > 1 and area <= left:
            parts.append(code)
            left -= area
    return [*parts, *sorted(left)]


def _by_area(figures: Figures) -> Mapping[str, frozenset[str]]:
    """Return the municipalities of each area: country, provinces, COROP regions, in that order."""
    frame = figures.municipalities
    return _grouped(*(tuple(column.tolist()) for column in (frame.index, frame["province"], frame["corop"])))


@lru_cache(maxsize=8)
def _grouped(
    codes: tuple[str, ...], provinces: tuple[str, ...], corops: tuple[str, ...]
) -> Mapping[str, frozenset[str]]:
    """Group once for each division of the country, not at every rerun."""
    areas = {COUNTRY: frozenset(codes)}
    for column in (provinces, corops):
        members: dict[str, set[str]] = {}
        for code, area in zip(codes, column, strict=True):
            members.setdefault(area, set()).add(code)
        areas |= {area: frozenset(members[area]) for area in sorted(members)}
    return areas


def _home(parts: list[str]) -> str:
    if ",".join(parts) == DEFAULT_SPEC:
        return "GM0928"
    catchments = [part for part in parts if "~" in part]
    return catchments[0].partition("~")[0] if len(catchments) == 1 else ""


def _not_a_code(part: str) -> Message:
    return Message.of("“{part}” is not a code of an area. Codes look like GM0928, CR39, PV31 or NL.", part=part[:20])


def _bad_distance(part: str) -> Message:
    return Message.of(
        "“{part}” is not a distance around a municipality. Write it like GM0928~25km, with 1 to {max} km.",
        part=part[:20],
        max=MAX_KM,
    )


def _unknown(code: str) -> Message:
    return Message.of(
        "There are no figures for {code}. It may be misspelt or no longer exist: choose it from the list.",
        code=code,
    )
