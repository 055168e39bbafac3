"""The area for which a partner works: municipalities, provinces, COROP regions, the country."""

from __future__ import annotations

import re
from functools import lru_cache

from regional.files.problems import CellFault
from regional.partners.places.areas import areas
from regional.partners.places.gazetteer import OFFICIAL, here
from regional.partners.places.match import match
from regional.partners.places.spelling import bare, fold
from regional.texts import Message

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")


def work_area(cell: str) -> tuple[str, ...]:
    """Return the codes of a work area: municipalities, provinces, COROP regions or the country; several allowed.

    A name of both a municipality and a province ("Utrecht") is the municipality; "provincie Utrecht" the province.

    Raises
    ------
    CellFault
        A part of it is no area that we know.
    """
    whole = _area_codes(cell)
    if whole:
        return whole
    parts = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
    codes = [_area_codes(part) for part in parts]
    unknown = [part for part, found in zip(parts, codes, strict=True) if not found]
    if unknown or not codes:
        raise CellFault("work_area", Message.of("We do not know this area."),
                    Message.of("Write municipalities, a province, a COROP region, or “landelijk”."))  # fmt: skip
    return tuple(dict.fromkeys(code for found in codes for code in found))


_BETWEEN = re.compile(r"[;/,&]|\s\+\s|\s(?:en|and)\s")


@lru_cache(maxsize=4_096)
def _area_codes(text: str) -> tuple[str, ...]:
    name = fold(text)
    if name in ("parkstad", "parkstad limburg", "regio parkstad"):
        return PARKSTAD
    is_municipality = any(spot.how in OFFICIAL for spot in here().get(fold(bare(text)), ()))
    if name in areas() and not (is_municipality and not name.startswith(("provincie", "corop"))):
        return (areas()[name],)
    code = match(municipality=text).code
    return (code,) if code else ()
