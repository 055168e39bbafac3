"""Areas larger than a place: municipalities, provinces, COROP regions, the country, by name and by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from regional.partners.places.spelling import fold

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
    from regional.cbs.snapshot import load_snapshot

    found = dict[str, set[str]]()
    areas = load_snapshot().areas
    for code, name in areas.loc[areas["kind"] == "province", "name"].items():
        for word in (fold(name), *_SHORT[str(code)].split(", ")):
            found.setdefault(word, set()).add(str(code))
    return {word: frozenset(codes) for word, codes in found.items()}


@cache
def province_of() -> Mapping[str, str]:
    """Return municipality code -> province code."""
    from regional.cbs.snapshot import load_snapshot

    towns = load_snapshot().municipalities
    return dict(zip(map(str, towns.index), map(str, towns["province"]), strict=True))


@cache
def municipality_names() -> Mapping[str, str]:
    """Return municipality code -> name."""
    from regional.cbs.snapshot import load_snapshot

    return {str(code): str(name) for code, name in load_snapshot().municipalities["name"].items()}


@cache
def areas() -> Mapping[str, str]:
    """Return folded name -> code of provinces, COROP regions and the country."""
    from regional.cbs.snapshot import load_snapshot

    found = dict.fromkeys(("nederland", "landelyk", "heel nederland", "national", "nationwide", "nl"), "NL")
    for code, row in load_snapshot().areas.sort_values("kind", ascending=False).iterrows():
        form = fold(str(row["name"]))
        for name in (str(code).casefold(), f"{'provincie' if row['kind'] == 'province' else 'corop'} {form}", form):
            found.setdefault(name, str(code))
    return found | {"friesland": "PV21", "provincie friesland": "PV21"}
