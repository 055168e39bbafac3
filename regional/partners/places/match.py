"""The one place that a cell means, or the namesakes between which only its writer can choose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from regional.partners.places.areas import municipality_names, province_of, provinces
from regional.partners.places.countries import country_code, country_names
from regional.partners.places.gazetteer import OFFICIAL, WEAK, How, NamedPlace, abroad, here, postcodes
from regional.partners.places.spelling import (
    ABROAD,
    BRITISH,
    FIVE,
    POSTCODE,
    bare,
    fold,
    in_full,
    parts,
    turned,
    visible,
)
from regional.partners.portfolio import PlaceStatus

DISTRICTS = frozenset({
    "noord", "oost", "zuid", "west", "noordoost", "noordwest", "zuidoost", "zuidwest", "midden", "centrum", "centraal",
    "binnenstad", "stad", "city", "dorp", "haven", "buiten", "airport",
})  # fmt: skip
"""What stands behind the name of a town for a part of it."""
FAR = 300
"""Kilometres beyond which a namesake abroad is no likely partner."""
Spots = tuple[NamedPlace, ...]


@dataclass(frozen=True)
class Match:
    """What a place led to.

    ``code`` is the municipality, ``country`` an ISO code ("" where nothing is known). ``options`` are the codes to ask
    between, municipalities and countries, the likeliest first; then nothing is taken. ``how`` tells by what the place
    was recognised: a hamlet comes from one source only, and a municipality that ended has its largest part there.
    """

    status: PlaceStatus
    code: str | None = None
    country: str = ""
    options: tuple[str, ...] = ()
    how: How = How.NONE


NOWHERE = Match(PlaceStatus.UNKNOWN)


def is_municipality(code: str) -> bool:
    """Tell whether ``code`` is that of a municipality ("GM0928")."""
    return str(code).upper() in municipality_names()


@lru_cache(maxsize=8_192)
def match(
    place: str = "", *, postcode: str = "", province: str = "", country: str = "", municipality: str = ""
) -> Match:
    """Return where a partner sits, from the cells of its row as they are written.

    In this order: code, postcode, name of a municipality, other names, name of a place. Province, postcode and what
    stands in brackets or behind a comma decide between namesakes; what they do not decide is asked. A country that
    is not known never makes a place Dutch.
    """
    nation = country_code(country)
    if nation not in ("", "NL"):
        return Match(PlaceStatus.ABROAD, None, nation, how=How.COUNTRY)
    if country.strip() and not nation:
        return NOWHERE
    town, spot = _cell(municipality, is_town=True), _cell(place)
    if _is_area(place) and not (town.spots or postcode or province):
        return Match(PlaceStatus.UNKNOWN, options=tuple(s.code for s in spot.spots if s.how in OFFICIAL))
    spots, is_clash = _together(town.spots, spot.spots), False
    if nation == "NL":
        spots = tuple(s for s in spots if not s.is_abroad)
    if province:
        spots, is_clash = _hinted(spots, province)
    code = _postcode(postcode) or spot.postcode or town.postcode
    if code and not (len(town.spots) == 1 and not is_clash):
        spots, is_clash = _coded(spots, code, is_clash=is_clash)
    return _found(spots)


def _is_area(place: str) -> bool:
    """Tell whether a name is that of a province or the country, and of no municipality: "Zeeland" is a village too."""
    name = fold(place)
    is_area = (len(provinces().get(name, ())) == 1 and len(name) > 4) or country_code(name) == "NL"
    return is_area and not any(s.how is How.MUNICIPALITY for s in here().get(name, ()))


def _found(spots: Spots) -> Match:
    if not spots:
        return NOWHERE
    if len({s.code for s in spots}) > 1:
        order = sorted(spots, key=lambda s: -s.people * (5 if not s.is_abroad else 1 if s.km <= FAR else 0.1))
        return Match(PlaceStatus.UNKNOWN, options=tuple(dict.fromkeys(s.code for s in order)))
    only = spots[0]
    if only.is_abroad:
        return Match(PlaceStatus.ABROAD, None, only.code, how=only.how)
    return Match(PlaceStatus.MUNICIPALITY, only.code, "NL", how=only.how)


def _together(town: Spots, place: Spots) -> Spots:
    """The municipality's own column goes first; where it leaves a choice the place decides."""
    if len({s.code for s in town}) == 1 or not place:
        return town
    if not town:
        return place
    both = tuple(s for s in place if s.code in {t.code for t in town})
    return both or town


@dataclass(frozen=True)
class _Postcode:
    """A Dutch postcode: its municipality, and whether its letters make it sure that it is one."""

    code: str
    is_full: bool


def _postcode(text: str) -> _Postcode | None:
    found = [_Postcode(postcodes()[digits], bool(letters)) for digits, letters in POSTCODE.findall(text)
             if digits in postcodes()]  # fmt: skip
    return max(found, key=lambda postcode: postcode.is_full, default=None)


def _coded(spots: Spots, postcode: _Postcode, *, is_clash: bool) -> tuple[Spots, bool]:
    """Let a postcode decide. One with letters that says another town is asked, four digits alone give way."""
    inside = tuple(s for s in spots if s.code == postcode.code)
    if inside:
        return inside[:1], False
    if not spots or postcode.is_full:
        return (NamedPlace(postcode.code, How.POSTCODE), *spots), bool(spots)
    return spots, is_clash


@dataclass(frozen=True)
class _Cell:
    """What one cell may mean."""

    spots: Spots = ()
    postcode: _Postcode | None = None


@lru_cache(maxsize=8_192)
def _cell(text: str, *, is_town: bool = False) -> _Cell:
    """Read one cell. ``is_town``: it stands in the column of municipalities, so their names go before all others."""
    text = visible(text)
    if text.upper() in municipality_names():
        return _Cell((NamedPlace(text.upper(), How.CODE),))
    sign = ABROAD.match(text)
    rest = text[sign.end() :] if sign else text
    postcode = None if sign or rest.isdecimal() else _postcode(rest)
    hint = sign[1] if sign else "GB" if BRITISH.search(rest) else ""
    is_five = not hint and bool(FIVE.search(rest))
    rest = BRITISH.sub("", FIVE.sub("", rest)) if hint or is_five else POSTCODE.sub(" ", rest) if postcode else rest
    rest = re.sub(r"^\s*\d{4}\b", "", rest) if sign else rest
    spots = _read(turned(" ".join(rest.split()).strip(" ,;-")), is_town=is_town)
    if is_five:  # no Dutch postcode; where nothing else tells the country, that of our neighbours
        spots = tuple(s for s in spots if s.is_abroad) or _hinted(spots, "DE")[0]
    elif hint:
        spots, _ = _hinted(spots, hint)
    return _Cell(spots, postcode)


def _read(text: str, *, is_town: bool) -> Spots:
    """Return what a name means: as a whole, or as a name with what somebody added to it."""
    whole = _named(text, is_town=is_town)
    if whole:
        return whole
    pieces = [(piece, _named(piece, is_town=is_town)) for piece in parts(text)]
    known = [(piece, spots) for piece, spots in pieces if spots and fold(piece) not in country_names()]
    if not known:
        nations = {country_names().get(fold(piece)) for piece, _ in pieces} - {None, "NL"}
        return tuple(NamedPlace(str(nation), How.COUNTRY) for nation in nations)
    base, spots = next((pair for pair in known if _is_official(pair[1])), known[0])
    for piece, _ in pieces:
        if piece != base:
            spots, is_clash = _hinted(spots, piece)
            if is_clash and is_town:  # "Beek (gem. Berg en Dal)" is not the municipality Beek
                return _read(text, is_town=False)
    return spots


def _province(text: str) -> str:
    """Return a province as its names are compared: without "provincie" and what stands in brackets."""
    return re.sub(r"^prov(?:incie|inse|ince)? ", "", fold(re.sub(r"\(.*?\)", " ", text) if text[:1] != "(" else text))


def _is_official(spots: Spots) -> bool:
    return any(spot.how in OFFICIAL for spot in spots)


def _hinted(spots: Spots, hint: str) -> tuple[Spots, bool]:
    """Let a province, a country or a municipality decide; also tell whether it fits none of them.

    What is none of the three is passed over; an abbreviation that means several is what fits.
    """
    near = re.match(r"(?i)(?:na)?bij\s+|b\.\s*", hint)
    regions = provinces().get(_province(hint), frozenset())
    nation = "" if near else country_code(hint)
    named = () if regions else _named(hint[near.end() :] if near else hint, is_town=False)
    if near:  # a namesake lies in the province of what it is near to, where not in its municipality
        regions = frozenset(province_of()[s.code] for s in named if not s.is_abroad)
        inside = any(s.code in {n.code for n in named} for s in spots)
        named = named if inside else ()
    codes = {spot.code for spot in named}
    fits = tuple(s for s in spots if s.code in codes or s.code == nation
                 or (not s.is_abroad and (nation == "NL" or province_of()[s.code] in regions)))  # fmt: skip
    if fits:
        return fits, False
    if nation and nation != "NL":
        return (NamedPlace(nation, How.COUNTRY),), False
    if regions and spots:
        return spots, True
    return ((*spots, *named), True) if _is_official(named) else (spots, False)


@lru_cache(maxsize=8_192)
def _named(text: str, *, is_town: bool) -> Spots:
    """Return the bearers of a name: as it is written, with a suffix, as a part of a town, or of two towns."""
    for form in (text, bare(text)):
        for name in (fold(form), *in_full(fold(form))):
            if spots := _bearers(name, is_town=is_town):
                return spots
    words = fold(bare(text)).split()
    return _with_suffix(words, is_town=is_town) or _part_of_town(words) or _behind_a_number(text) or _two(text)


def _bearers(name: str, *, is_town: bool) -> Spots:
    spots = here().get(name, ())
    if is_town:
        for how in (How.MUNICIPALITY, How.FORMER):
            if own := tuple(s for s in spots if s.how is how):
                return own
    official = tuple(s for s in spots if s.how not in WEAK)
    if any(s.how is How.MUNICIPALITY for s in official):
        spots = official
    elif official:
        spots = tuple(s for s in spots if s.how is not How.FORMER)
    nation = country_names().get(name, "NL")
    if nation != "NL" and not official:  # a hamlet is called "Amerika"
        spots = (*spots, NamedPlace(nation, How.COUNTRY))
    return (*spots, *_namesakes(abroad().get(name, ()), spots))


def _namesakes(foreign: Spots, spots: Spots) -> Spots:
    """Return the places abroad that a Dutch museum may well mean: not a far hamlet called like a Dutch town."""
    if not foreign:
        return ()
    largest = max((s.people for s in spots), default=0.0)
    return tuple(s for s in foreign if s.people >= largest / 10 and (s.km <= 100 or s.people >= largest))


def _with_suffix(words: list[str], *, is_town: bool) -> Spots:
    """Read "IJsselstein Ut", "Beek Limburg" and "Aken Duitsland"."""
    for cut in range(len(words) - 1, max(len(words) - 4, 0), -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        named = _bearers(head, is_town=is_town)
        nation = country_code(tail)
        is_inside = any(s.code == nation or (nation == "NL" and not s.is_abroad) for s in named)
        if named and (tail in provinces() or tail in country_names() or is_inside):
            spots, is_clash = _hinted(named, tail)
            if not is_clash:
                return spots
    return ()


def _part_of_town(words: list[str]) -> Spots:
    """Read "Rotterdam Zuid" and "Utrecht-Overvecht": a town and a part of it."""
    for cut in range(len(words) - 1, 0, -1):
        spots, rest = _bearers(" ".join(words[:cut]), is_town=False), " ".join(words[cut:])
        if not any(s.how in (*OFFICIAL, How.LANGUAGE, How.SPELLING) for s in spots):
            continue
        if rest in DISTRICTS:
            return spots
        inside = {s.code for s in here().get(rest, ())}
        if fits := tuple(s for s in spots if s.code in inside):
            return fits
    return ()


_STREET = re.compile(r"\D+\s\d+\s?[A-Za-z]?\s+(\D{2,})")
_TOGETHER = re.compile(r"\s*[/&+]\s*|\s+(?:en|and|und|et)\s+")


def _behind_a_number(text: str) -> Spots:
    """Read the town behind a street and a house number: "Markt 12a Heerlen"."""
    street = _STREET.fullmatch(text)
    return _bearers(fold(street[1]), is_town=False) if street else ()


def _two(text: str) -> Spots:
    """Read "Heerlen/Kerkrade": both are asked about, unless they lie in one municipality."""
    pieces = [piece for piece in _TOGETHER.split(text) if piece]
    if len(pieces) < 2:
        return ()
    spots = [_bearers(fold(piece), is_town=False) for piece in pieces]
    return _all(spots) if all(spots) else ()


def _all(spots: Iterable[Spots]) -> Spots:
    return tuple(dict.fromkeys(s for some in spots for s in some))
