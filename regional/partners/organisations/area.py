"""The area that an organisation serves, where its name says so: "Gemeente Utrecht", "Bibliotheek Emmen"."""

from __future__ import annotations

import re
from functools import lru_cache

from regional.partners.organisations.rules import Recognised, folded

SERVING = frozenset({
    "municipality", "province", "library", "welfare_community", "elderly", "youth", "disability", "refugee_newcomer",
    "language_literacy", "poverty_relief", "sport", "festival_event", "media", "care_health", "business_network",
    "tourism_marketing", "lhbtiq", "women",
})  # fmt: skip
"""Types that are there for the place in their name; a museum, a school or a hotel is there for whoever comes."""
_BEFORE = re.compile(
    r"^(?:stichting|stg|afdeling|afd|regio|locatie|gemeente|provincie|te|in|van|voor|centrum|district|e\.?o\.?)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:de|het|'t)\s", re.IGNORECASE)
"""What makes a word a name of the organisation's own ("Buurthuis De Brug"), where no municipality is called so."""
_SAINT = re.compile(r"(?:st|sint|heilige?)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:eo|e o|en omgeving|en omstreken|e\.o\.)$", re.IGNORECASE)


@lru_cache(maxsize=8_192)
def area_served(name: str, found: Recognised) -> tuple[tuple[str, ...], str]:
    """Return the codes (GM, PV) of the area in a name, and its words; ((), "") where none is beyond doubt."""
    text = folded(name)
    if found.type not in SERVING or found.words not in text or not (rest := _rest(text, found.words)):
        return (), ""
    codes = _codes(rest, found.type)
    return (codes, rest) if codes else ((), "")


def _rest(text: str, words: str) -> str:
    """Return what stands behind the word of the organisation, without "afdeling" and "e.o."."""
    rest = _BEHIND.sub("", text.partition(words)[2].strip(" -,"))
    while (shorter := _BEFORE.sub("", rest)) != rest:
        rest = shorter
    return rest.strip(" -,")


def _codes(rest: str, type_: str) -> tuple[str, ...]:
    """Return the one area of a name; nothing for a name of two, or of a town and a province."""
    from regional.files.problems import CellFault
    from regional.partners.places import match
    from regional.partners.places.areas import areas, municipality_names, province_of
    from regional.partners.places.gazetteer import WEAK
    from regional.partners.places.spelling import fold
    from regional.partners.places.workarea import work_area

    province = areas().get(f"provincie {fold(rest)}") or areas().get(fold(rest))
    if type_ == "province":
        return (province,) if province and province.startswith("PV") else ()
    try:
        codes = work_area(rest)
    except CellFault:
        return ()
    if _SAINT.match(rest) and match(rest).how in WEAK:  # a hamlet or a part of a town is called after the saint too
        return ()
    is_town = len(codes) == 1 and codes[0] in province_of()
    if type_ == "municipality":
        return codes if is_town else ()
    if _ARTICLE.match(rest) and not (is_town and rest.casefold() == municipality_names()[codes[0]].casefold()):
        return ()
    if is_town and province and province.startswith("PV"):
        is_municipality = municipality_names()[codes[0]].casefold().startswith(rest.casefold())
        return () if is_municipality else (province,)
    return codes if len(codes) == 1 and codes[0][:2] in ("GM", "PV") else ()
