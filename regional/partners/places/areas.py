"""Areas larger than a place: municipalities, provinces, COROP regions, the country, by name and by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from regional.partners.places.spelling import fold
from regional.partners.places.tables import rows

_SHORT = {
    "PV20": "g, gn, gr, gro, gron, grun", "PV21": "f, fr, frl, fry, frysl, friesland", "PV22": "d, dr, dre, drt",
    "PV23": "o, ov, ovs, over, overyss", "PV24": "fl, fle, flv", "PV25": "g, gd, ge, gel, gld, geld, guelders",
    "PV26": "u, ut, utr", "PV27": "n, nh, n h, nho, noord holl, n holl, n holland, north holland",
    "PV28": "z, zh, z h, zho, zuid holl, z holl, z holland, south holland", "PV29": "z, ze, zl, zld, zeel, zealand",
    "PV30": "n, nb, n b, nbr, n br, br, brab, brabant, n brabant, north brabant", "PV31": "l, li, lb, lbg, lim, limb",
}  # fmt: skip
"""What people write behind a place for its province, folded."""


@cache
def provinces() -> Mapping[str, frozenset[str]]:
    """Return folded name or abbreviation -> the provinces that it may mean ("G" is Groningen or Gelderland)."""
    found = dict[str, set[str]]()
    for code, name in ((code, name) for code, kind, name in rows("areas") if kind == "province"):
        for word in (fold(name), *_SHORT[code].split(", ")):
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


@cache
def province_of() -> Mapping[str, str]:
    """Return municipality code -> province code."""
    return {code: province for code, _, province, _ in rows("municipalities")}


@cache
def municipality_names() -> Mapping[str, str]:
    """Return municipality code -> name."""
    return {code: name for code, name, *_ in rows("municipalities")}


@cache
def areas() -> Mapping[str, str]:
    """Return folded name -> code of provinces, COROP regions and the country."""
    found = dict.fromkeys(("nederland", "landelyk", "heel nederland", "national", "nationwide", "nl"), "NL")
    for code, kind, name in sorted(rows("areas"), key=lambda row: row[1], reverse=True):
        form = fold(name)
        for word in (code.casefold(), f"{'provincie' if kind == 'province' else 'corop'} {form}", form):
            found.setdefault(word, code)
    return found | {"friesland": "PV21", "provincie friesland": "PV21"}
