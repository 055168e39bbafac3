"""Names that are spelt nearly like one that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from regional.partners.places.areas import municipality_names
from regional.partners.places.gazetteer import without_suffix
from regional.partners.places.spelling import bare, fold
from regional.partners.places.tables import rows

ALIKE, SLIP = 75, 85
"""How alike, of 100, names are that may be meant, and names that differ by a slip of the pen."""


def near(place: str) -> dict[str, float]:
    """Return up to three names of municipalities and places that are spelt nearly like ``place``, the nearest first.

    Each with how alike it is, of 100: from ``ALIKE`` on.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(fold(bare(place))[:60], _written(), scorer=fuzz.ratio, limit=3, score_cutoff=ALIKE,
                            processor=None)  # fmt: skip
    return {name: score for _, score, name in found}


@cache
def _written() -> Mapping[str, str]:
    """Return name as written -> folded name, of every municipality and place."""
    places = (name for name, *_ in rows("places"))
    return {name: fold(without_suffix(name)) for name in (*municipality_names().values(), *places)}
