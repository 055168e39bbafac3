"""From a place as somebody wrote it to a municipality: code, municipality name, alias, place name, in that order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.portfolio import PlaceStatus
from regional.partners.values import COUNTRIES
from regional.texts import Message

ALIASES = {
    "den haag": "GM0518", "the hague": "GM0518", "s gravenhage": "GM0518", "den bosch": "GM0796",
    "s hertogenbosch": "GM0796", "hertogenbosch": "GM0796", "gravenhage": "GM0518", "a dam": "GM0363",
    "r dam": "GM0599", "mestreech": "GM0935", "kirchroa": "GM0928",
}  # fmt: skip
PROVINCES = {
    "gr": "PV20", "fr": "PV21", "frl": "PV21", "dr": "PV22", "o": "PV23", "ov": "PV23", "fl": "PV24", "gld": "PV25",
    "gd": "PV25", "ut": "PV26", "u": "PV26", "nh": "PV27", "zh": "PV28", "z": "PV29", "zld": "PV29", "nb": "PV30",
    "l": "PV31", "lb": "PV31", "limb": "PV31",
}  # fmt: skip
"""What stands between brackets behind a place name that occurs more than once."""
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
ABROAD = {
    "aachen": "DE", "aken": "DE", "herzogenrath": "DE", "wurselen": "DE", "ubach palenberg": "DE", "heinsberg": "DE",
    "monchengladbach": "DE", "dusseldorf": "DE", "duisburg": "DE", "koln": "DE", "keulen": "DE", "kleve": "DE",
    "gronau": "DE", "nordhorn": "DE", "emden": "DE", "berlin": "DE", "berlijn": "DE",
    "luik": "BE", "liege": "BE", "hasselt": "BE", "genk": "BE", "maaseik": "BE", "tongeren": "BE", "lanaken": "BE",
    "antwerpen": "BE", "gent": "BE", "brussel": "BE", "bruxelles": "BE", "brussels": "BE", "turnhout": "BE",
    "eupen": "BE", "leuven": "BE", "london": "GB", "londen": "GB", "parijs": "FR", "paris": "FR",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a place name led to: a municipality, abroad, or nothing.

    ``candidates``: municipality codes, best first, where the name occurs in several, or also abroad; ``code`` is then
    the proposal, None where no municipality bears the name. ``country``: ISO code, "" where nothing is known.
    """

    status: PlaceStatus
    code: str | None = None
    country: str = ""
    candidates: tuple[str, ...] = ()


NOWHERE = Found(PlaceStatus.UNKNOWN)


@lru_cache(maxsize=4_096)
def find(place: str) -> Found:
    """Return where ``place`` is: by code, municipality name, alias or place name, in that order, else abroad."""
    text = re.sub(r"^\d{4}\s?[A-Za-z]{2}\b[,\s]*", "", place.strip())
    if text.upper() in municipality_names():
        return _in(text.upper())
    whole, bare, province = plain(text), plain(_bare(text)), _province(text)
    country = _country(text)
    if country:
        return Found(PlaceStatus.ABROAD, country=country)
    codes = (ALIASES[bare],) if bare in ALIASES else _names().get(whole) or _names().get(bare) or ()
    if bare in ABROAD and not codes and not province:
        # "Hasselt" is a town in Belgium and a small place in Overijssel: the town, with the place on offer.
        return Found(PlaceStatus.ABROAD, None, ABROAD[bare], _places().get(bare, ()))
    spots = tuple(dict.fromkeys((*codes, *(_places().get(whole) or _places().get(bare) or ()))))
    there = _of_province(spots, province)
    if len(there) == 1:
        return _in(there[0])
    if len(codes) == 1 and (codes[0] in there or not there):
        return _in(codes[0], () if whole != bare and whole in _names() else spots)
    return Found(PlaceStatus.UNKNOWN, candidates=there or spots) if spots else NOWHERE


def is_municipality(code: str) -> bool:
    """Tell whether ``code`` is that of a municipality ("GM0928")."""
    return str(code).upper() in municipality_names()


def _in(code: str, candidates: tuple[str, ...] = ()) -> Found:
    return Found(PlaceStatus.MUNICIPALITY, code, "NL", candidates)


def _province(text: str) -> str:
    """Return the code of the province behind a name: "Bergen (L)", "Hengelo Gld", "Beek, Limburg"; "" without one."""
    match = re.search(r"[(,\s]\s*([A-Za-z-]+)\.?\)?\s*$", text)
    word = plain(match[1]) if match else ""
    area = areas().get(word, "") if "," in text or "(" in text else ""
    return PROVINCES.get(word, "") or (area if area.startswith("PV") else "")


def _country(text: str) -> str:
    """Return the country behind a name: "Hasselt (B)", "Aken, Duitsland"; "" without one, or in the Netherlands."""
    match = re.search(r"[(,]\s*([^(),]{1,30})\)?\s*$", text)
    word = plain(match[1]) if match else ""
    country = "" if word in PROVINCES else COUNTRIES.get(word, "")
    return "" if country == "NL" else country


def _of_province(codes: tuple[str, ...], province: str) -> tuple[str, ...]:
    """Return the municipalities that lie in a province; all of them where none is named."""
    from regional.cbs.snapshot import load_snapshot

    if not province or not codes:
        return codes
    provinces = load_snapshot().municipalities["province"]
    return tuple(code for code in codes if provinces[code] == province)


@cache
def areas() -> Mapping[str, str]:
    """Return plain name -> code of provinces, COROP regions and the country, for the work area."""
    from regional.cbs.snapshot import load_snapshot

    found = dict.fromkeys(("nederland", "landelijk", "heel nederland", "national", "nationwide", "nl"), "NL")
    for code, row in load_snapshot().areas.sort_values("kind", ascending=False).iterrows():
        form = plain(str(row["name"]))
        for name in (str(code).casefold(), f"{'provincie' if row['kind'] == 'province' else 'corop'} {form}", form):
            found.setdefault(name, str(code))
    return found | {"friesland": "PV21", "provincie friesland": "PV21"}


def work_area(cell: str) -> tuple[str, ...]:
    """Return the codes of a work area: municipalities, provinces, COROP regions or the country; several allowed.

    A name of both a municipality and a province ("Utrecht") is the municipality; "provincie Utrecht" the province.

    Raises
    ------
    Fault
        A part of it is no area that we know.
    """
    whole = _area_codes(cell)
    if whole:
        return whole
    parts = [part.strip() for part in re.split(r"[;/,&]|\s\+\s|\s(?:en|and)\s", cell) if part.strip()]
    codes = [_area_codes(part) for part in parts]
    unknown = [part for part, found in zip(parts, codes, strict=True) if not found]
    if unknown or not codes:
        raise CellFault("work_area", Message.of("We do not know this area."),
                    Message.of("Write municipalities, a province, a COROP region, or “landelijk”."))  # fmt: skip
    return tuple(dict.fromkeys(code for found in codes for code in found))


def _area_codes(text: str) -> tuple[str, ...]:
    name = plain(text)
    if name in ("parkstad", "parkstad limburg", "regio parkstad"):
        return PARKSTAD
    is_municipality = plain(_bare(text)) in _names() and not name.startswith(("provincie", "corop"))
    if name in areas() and not is_municipality:
        return (areas()[name],)
    code = find(text).code
    return (code,) if code else ()


def near(place: str) -> tuple[str, ...]:
    """Return up to three names that are spelt nearly like ``place``."""
    from rapidfuzz import fuzz, process

    found = process.extract(plain(_bare(place))[:60], _written(), scorer=fuzz.ratio, limit=3, score_cutoff=75,
                            processor=None)  # fmt: skip
    return tuple(dict.fromkeys(key for _, _, key in found))


@cache
def _written() -> Mapping[str, str]:
    """Return name as written -> plain name, of every municipality and place."""
    from regional.cbs.snapshot import places

    return {name: plain(_bare(name)) for name in (*municipality_names().values(), *places()["name"])}


def _bare(text: str) -> str:
    """Leave out what stands around a name: "Kerkrade (L)", "Gemeente Heerlen", "Beek, Limburg", "Hengelo Gld"."""
    text = re.sub(r"\s*\([^)]{1,30}\)\s*$", "", text)
    text = re.sub(r"(?i)^(gemeente|gem\.)\s+|\s+(gld|nh|zh|nb|lb|ov|dr|gr|fr)\.?$|,\s*[A-Za-z\- ]+$", "", text)
    return text or "-"


@cache
def municipality_names() -> Mapping[str, str]:
    """Return municipality code -> name."""
    from regional.cbs.snapshot import load_snapshot

    return {str(code): str(name) for code, name in load_snapshot().municipalities["name"].items()}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Return plain municipality name, with and without its suffix -> codes."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in municipality_names().items():
        for form in {plain(name), plain(re.sub(r"\s*\(.*\)", "", name))}:
            found[form] = (*found.get(form, ()), code)
    return found


@cache
def _places() -> Mapping[str, tuple[str, ...]]:
    """Return plain place name, with and without its suffix -> codes of the municipalities that hold it."""
    from regional.cbs.snapshot import places

    found: dict[str, tuple[str, ...]] = {}
    for place, code in places()[["name", "code"]].itertuples(index=False):
        for name in {plain(place), plain(_bare(place))}:
            if code not in found.get(name, ()):
                found[name] = (*found.get(name, ()), code)
    return found
