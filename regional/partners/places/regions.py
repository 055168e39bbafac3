"""The region that somebody means by what they type: a name in any spelling or language, a place, or a circle."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from regional.cbs.divisions import code_in
from regional.geo.regions import COUNTRY, DEFAULT_SPEC, MAX_KM, RegionError, parse_region
from regional.partners.places.areas import areas, provinces
from regional.partners.places.gazetteer import How, here, postcodes
from regional.partners.places.spelling import bare, fold, visible

if TYPE_CHECKING:
    from regional.cbs.figures import Figures

MOST = 8
"""Regions to choose between at most."""
_CIRCLE = re.compile(r"(?i)(?<![\w,.])(\d+)\s*(?:km|kilometers?|kilometres?)\b")
_AROUND = {"alle", "alles", "all", "everything", "gemeenten", "municipalities", "in", "een", "a", "straal", "radius",
           "binnen", "within", "van", "of", "rond", "rondom", "om", "around", "from", "omtrek"}  # fmt: skip
"""Words around the name in "alles binnen 25 km van Heerlen"."""
_BODIES = {
    "parkstad": DEFAULT_SPEC, "parkstad limburg": DEFAULT_SPEC, "the netherlands": COUNTRY, "holland": COUNTRY,
    "gooi": "CR24", "het gooi": "CR24", "'t gooi": "CR24", "gooi en vechtstreek": "CR24", "vechtstreek": "CR24",
    "rijnmond": "CR29", "bollenstreek": "CR25", "zeeuws-vlaanderen": "CR31", "south limburg": "CR39",
    "west-brabant": "CR33", "midden-brabant": "CR34", "noordoost-brabant": "CR35", "zuidoost-brabant": "CR36",
}  # fmt: skip
"""What regions are called besides their official name."""
_KIND = re.compile(r"(?i)^(?:de |the )?(?:regio|streek|region|corop(?:-gebied)?)\s+")
_SHORTEST = 3
_PLACE_SHORTEST = 5
"""Letters from which on the beginning of a name is looked for, and of a place within a municipality."""


@dataclass(frozen=True)
class FoundRegions:
    """The specs that a text may mean, the likeliest first; ``is_sure`` where the first one is taken as meant.

    ``place`` is the name as typed where it is that of a place within the municipality found, or of one that ended.
    """

    specs: tuple[str, ...] = ()
    is_sure: bool = False
    place: str = ""


def find_regions(text: str, figures: Figures) -> FoundRegions:
    """Return what a typed text may mean: a spec, a name, several with commas, or kilometres around a name."""
    typed = visible(text)
    spec = _spec(typed, figures)
    if spec:
        return FoundRegions((spec,), is_sure=True)
    circle = _CIRCLE.search(typed)
    if circle:
        return _circle(typed, circle, figures)
    found = _named(typed, figures)
    if not found.specs and re.search(r",|\ben\b|\band\b", typed):
        return _several([part for part in re.split(r",|\ben\b|\band\b", typed) if part.strip()], figures)
    return found


def _spec(text: str, figures: Figures) -> str:
    try:
        return parse_region(text, figures).spec
    except RegionError:
        return ""


def _circle(typed: str, circle: re.Match[str], figures: Figures) -> FoundRegions:
    """Return the circles around what the rest of the text names; none where it is no place or too far."""
    rest = f"{typed[: circle.start()]} {typed[circle.end() :]}".split()
    kept = [word for word in rest if fold(word) not in _AROUND] or rest
    found, km = _named(" ".join(kept), figures), int(circle[1])
    towns = [spec for spec in found.specs if re.fullmatch(r"GM\d{4}", spec)]
    if not 1 <= km <= MAX_KM or not towns:
        return FoundRegions()
    specs = [spec for town in towns if (spec := _spec(f"{town}~{km}km", figures))]
    return FoundRegions(tuple(specs), is_sure=len(specs) == 1 and (found.is_sure or len(towns) < len(found.specs)))


def _several(names: list[str], figures: Figures) -> FoundRegions:
    """Return the region of several names together; nothing where one of them is not sure."""
    found = [_named(name, figures) for name in names]
    if len(names) < 2 or not all(one.is_sure for one in found):
        return FoundRegions()
    return FoundRegions((parse_region(",".join(one.specs[0] for one in found), figures).spec,), is_sure=True)


def _named(text: str, figures: Figures) -> FoundRegions:
    """Return what bears exactly this name, else what begins with it or has it as a word, else what is spelt alike."""
    frame = figures.municipalities
    names = _names(tuple(map(str, frame.index)), tuple(map(str, frame["name"])))
    typed = visible(text).strip(" .,;?!")
    if typed in postcodes():
        return FoundRegions((code_in(postcodes()[typed], frame.index) or "",), is_sure=True, place=typed)
    for form in dict.fromkeys(map(fold, (typed, bare(typed), _KIND.sub("", typed)))):
        if form in names:
            specs, is_place = names[form]
            return FoundRegions(specs[:MOST], len(specs) == 1, typed if is_place else "")
    form = fold(typed)
    if len(form) < _SHORTEST:
        return FoundRegions()
    official = [name for name, (_, is_place) in names.items() if not is_place]
    order = sorted(
        (n for n in official if f" {form}" in f" {n}"), key=lambda name: (not name.startswith(form), len(name))
    )
    if not order and len(form) >= _PLACE_SHORTEST:
        order = sorted((name for name in names if name.startswith(form)), key=len)
    alike = [] if order else difflib.get_close_matches(form, official, n=MOST, cutoff=0.8)
    specs = tuple(dict.fromkeys(spec for name in [*order, *alike] for spec in names[name][0]))
    return FoundRegions(specs[:MOST], is_sure=len(specs) == 1 and not alike)


@lru_cache(maxsize=4)
def _names(codes: tuple[str, ...], towns: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """Return folded name -> (specs, whether only a place bears it): areas first, then municipalities and places."""
    found: dict[str, dict[str, None]] = {}

    def add(name: str, specs: Iterable[str]) -> None:
        found.setdefault(fold(name), {}).update(dict.fromkeys(specs))

    for name, spec in {**_BODIES, **areas()}.items():
        add(name, [spec])
    for name, spec in zip(towns, codes, strict=True):
        for form in {name, re.sub(r"\s*\([^)]*\)", "", name)}:
            add(form, [spec])
    for name, meant in provinces().items():
        if len(name) > _SHORTEST:
            add(name, meant)
    official = set(found)
    held = set(codes)
    for name, spots in here().items():
        for form in (name,) if name not in official else ():
            best = [spot for spot in spots if spot.how in (How.PLACE, How.LANGUAGE, How.SPELLING)] or spots
            add(form, [code for spot in best if (code := code_in(spot.code, held))])
    return {name: (tuple(specs), name not in official) for name, specs in found.items() if specs}
