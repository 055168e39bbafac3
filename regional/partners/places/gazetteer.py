"""Every name of a place that we know, and what bears it (data/SOURCES.md, Place names)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from regional.partners.places.spelling import fold
from regional.partners.places.tables import rows


class How(StrEnum):
    """By what a place was recognised, from the surest to the least sure."""

    CODE = "code"
    POSTCODE = "postcode"
    MUNICIPALITY = "municipality"
    PLACE = "place"
    LANGUAGE = "language"
    """The Frisian, Dutch or popular name of a place that has another official one."""
    SPELLING = "spelling"
    """An older spelling, an abbreviation, a short form."""
    FORMER = "former"
    """A municipality that ended; of several successors all are given."""
    VILLAGE = "village"
    DISTRICT = "district"
    HAMLET = "hamlet"
    ABROAD = "abroad"
    COUNTRY = "country"
    NONE = "none"


OFFICIAL = (How.MUNICIPALITY, How.PLACE)
WEAK = (How.DISTRICT, How.VILLAGE, How.HAMLET, How.FORMER)
"""What gives way to an official name elsewhere that is a municipality's own."""
UNKNOWN_SIZE = 1_000.0
"""Inhabitants of a place of which the number is not known, for the order of a question."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """One bearer of a name: a municipality (``code`` GM....) or a place in another country (``code`` ISO)."""

    code: str
    how: How
    people: float = UNKNOWN_SIZE
    km: float = 0.0
    """Of a place abroad, the distance to the nearest Dutch place; a large number where it is far."""

    @property
    def is_abroad(self) -> bool:
        """Tell whether it lies in another country."""
        return not self.code.startswith("GM")


Index = Mapping[str, tuple[NamedPlace, ...]]
_SUFFIX = re.compile(r"\s+(?:\([^)]*\)|gem\.? .*|c\.?\s?a\.?|Gn|Gld|NB|NH|ZH|Fr|L|Ov|Ut|Dr|Zld?)$")
"""The addition to an official name that tells namesakes apart: "Haren Gn", "Bergen (NH)", "Beek gem Montferland"."""


def without_suffix(name: str) -> str:
    """Return an official name without what tells it apart from a namesake."""
    return _SUFFIX.sub("", name)


@cache
def here() -> Index:
    """Return folded name -> the Dutch bearers of it, the surest first."""
    found = dict[str, dict[str, NamedPlace]]()
    for name, spot in sorted(_dutch(), key=lambda pair: list(How).index(pair[1].how)):
        bearers = found.setdefault(fold(name), {})
        known = bearers.get(spot.code)
        if known is None or spot.people > known.people:
            bearers[spot.code] = spot if known is None else NamedPlace(spot.code, known.how, spot.people)
    return {name: tuple(bearers.values()) for name, bearers in found.items()}


def _dutch() -> Iterator[tuple[str, NamedPlace]]:
    for code, name, _, people in rows("municipalities"):
        for form in {name, re.sub(r"\s*\(.*\)", "", name)}:
            yield form, NamedPlace(code, How.MUNICIPALITY, float(people))
    for name, code, people in rows("places"):
        for form in {name, without_suffix(name)}:
            yield form, NamedPlace(code, How.PLACE, people if people == people else UNKNOWN_SIZE)
    yield from _other_names()


def _other_names() -> Iterator[tuple[str, NamedPlace]]:
    for name, kind, code, others in rows("place_names"):
        yield name, NamedPlace(code, How(kind), UNKNOWN_SIZE if kind in (How.LANGUAGE, How.SPELLING) else 0.0)
        if kind == How.FORMER:
            for other in others.split():
                yield name, NamedPlace(other, How.FORMER, 0.0)


@cache
def abroad() -> Index:
    """Return folded name -> the bearers of it in other countries, the largest first."""
    found = dict[str, dict[str, NamedPlace]]()
    for name, others, country, people, km in sorted(rows("abroad"), key=lambda row: (row[3] != row[3], -row[3])):
        spot = NamedPlace(country, How.ABROAD, people if people == people else 0.0, km if km == km else 999.0)
        for form in (name, *filter(None, others.split("|"))):
            found.setdefault(fold(form), {}).setdefault(country, spot)
    for name, country in _zone_cities():
        if name not in found:
            found[name] = {country: NamedPlace(country, How.ABROAD, UNKNOWN_SIZE, 999.0)}
    return {name: tuple(bearers.values()) for name, bearers in found.items()}


def _zone_cities() -> Iterator[tuple[str, str]]:
    """Give the cities after which time zones are named, in four languages: Parijs, Wenen, Kopenhagen."""
    from babel import Locale
    from babel.core import get_global

    from regional.partners.places.countries import LANGUAGES

    territories = get_global("zone_territories")
    for language in LANGUAGES:
        for zone, names in Locale(language).time_zones.items():
            country = territories.get(zone, "")
            if country.isalpha() and country not in ("NL", "ZZ", "") and names.get("city"):
                yield fold(names["city"]), country


@cache
def postcodes() -> Mapping[str, str]:
    """Return a Dutch postcode's four digits -> municipality.

    A postcode that is not listed is its neighbours' where all with the same three digits first lie in one.
    """
    found = {str(digits): code for digits, code in rows("postcodes")}
    around = dict[str, set[str]]()
    for digits, code in found.items():
        around.setdefault(digits[:3], set()).add(code)
    alone = {f"{three}{last}": codes for three, codes in around.items() if len(codes) == 1 for last in range(10)}
    return {digits: next(iter(codes)) for digits, codes in alone.items()} | found
