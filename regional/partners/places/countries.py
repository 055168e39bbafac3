"""Countries as people write them: in Dutch, English, German and French, by ISO code of two or three letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from regional.partners.places.spelling import fold

LANGUAGES = ("nl", "en", "de", "fr")
OTHER = {
    "holland": "NL", "the netherlands": "NL", "koninkryk der nederlanden": "NL", "nederlan": "NL", "nederl": "NL",
    "vk": "GB", "v k": "GB", "el": "GR", "surinam": "SR",
    "uk": "GB", "engeland": "GB", "england": "GB", "schotland": "GB", "scotland": "GB", "wales": "GB",
    "noord ierland": "GB", "groot brittannie": "GB", "great britain": "GB", "angleterre": "GB",
    "vs": "US", "usa": "US", "amerika": "US", "america": "US", "verenigde staten van amerika": "US", "etats unis": "US",
    "united states of america": "US", "u s a": "US", "u k": "GB", "n l": "NL", "ned": "NL", "nederlands": "NL",
    "dld": "DE", "belg": "BE",
    "vlaanderen": "BE", "wallonie": "BE", "flanders": "BE", "brd": "DE",
    "bondsrepubliek duitsland": "DE", "czech republic": "CZ", "tsjechische republiek": "CZ", "turkey": "TR",
    "zuid korea": "KR", "noord macedonie": "MK", "macedonie": "MK", "rusland": "RU", "ivoorkust": "CI", "birma": "MM",
    "burma": "MM", "congo": "CD", "swaziland": "SZ", "bosnie": "BA", "palestina": "PS", "nederlandse antillen": "CW",
    "bonaire": "BQ", "saba": "BQ", "sint eustatius": "BQ", "vaticaan": "VA", "emiraten": "AE", "vae": "AE", "uae": "AE",
}  # fmt: skip
"""Further names that Babel does not have."""
CAR = {"d": "DE", "b": "BE", "f": "FR", "l": "LU", "a": "AT", "e": "ES", "i": "IT", "s": "SE", "p": "PT"}
"""The letter on a car, which people write behind a town."""


@cache
def _countries() -> Mapping[str, str]:
    """Return folded name or code -> ISO code of two letters."""
    from babel import Locale
    from babel.core import get_global

    found = dict[str, str]()
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if re.fullmatch(r"[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
                found.setdefault(fold(name), code)
                found.setdefault(fold(re.sub(r"\s*\(.*\)", "", name)), code)
                found.setdefault(code.casefold(), code)
    for long, codes in get_global("territory_aliases").items():
        if re.fullmatch(r"[A-Z]{3}", long) and len(codes) == 1:
            found.setdefault(long.casefold(), codes[0])
    return found | {fold(name): code for name, code in OTHER.items()}


@cache
def country_names() -> Mapping[str, str]:
    """Return folded name -> ISO code, of names that are written out (not the codes)."""
    return {name: code for name, code in _countries().items() if len(name) > 3}


def country_code(text: str) -> str:
    """Return the ISO code of a country, "" where it is not known; the letter on a car is understood too.

    >>> country_code("Duitsland"), country_code("BEL"), country_code("Pays-Bas"), country_code("d"), country_code("x")
    ('DE', 'BE', 'NL', 'DE', '')
    """
    return _countries().get(fold(text)) or CAR.get(fold(text), "")


def country_name(code: str, language: str = "nl") -> str:
    """Return the name of a country in a language, the code itself where it is none."""
    from babel import Locale

    return str(Locale(language).territories.get(code, code))


def near_countries(text: str) -> tuple[str, ...]:
    """Return up to three names of countries, in Dutch, that are spelt nearly like ``text``."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(text)[:60], list(country_names()), scorer=fuzz.ratio, limit=3, score_cutoff=75)
    return tuple(dict.fromkeys(country_name(country_names()[name]) for name, _, _ in found))
