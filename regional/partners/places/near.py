"""Names that are spelt nearly like one that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from regional.partners.places.areas import municipality_names
from regional.partners.places.gazetteer import without_suffix
from regional.partners.places.spelling import bare, fold
from regional.partners.places.tables import rows


def near(place: str) -> tuple[str, ...]:
    """Return up to three names of municipalities and places that are spelt nearly like ``place``."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(bare(place))[:60], _written(), scorer=fuzz.ratio, limit=3, score_cutoff=75,
                            processor=None)  # fmt: skip
    return tuple(dict.fromkeys(key for _, _, key in found))


@cache
def _written() -> Mapping[str, str]:
    """Return name as written -> folded name, of every municipality and place."""
    places = (name for name, *_ in rows("places"))
    return {name: fold(without_suffix(name)) for name in (*municipality_names().values(), *places)}
