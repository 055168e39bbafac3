"""Values of the partner file as the reader knows them."""

from __future__ import annotations

from collections.abc import Sequence

from regional.dimensions import EVERYONE, REACH_GROUPS, dimension
from regional.geo.naming import name_region
from regional.partners import schema
from regional.ui.view import View


def value_in_words(field: str, value: str | Sequence[str], view: View) -> str:
    """Return a value of a field as the reader knows it."""
    return view.t.listed([_word(field, code, view) for code in ([value] if isinstance(value, str) else value)])


def _area(code: str, view: View) -> str:
    figures = view.figures
    if code in figures.names or (code != "NL" and code not in figures.areas.index):
        return figures.names.get(code, code)
    return view.t(name_region((code,), (), figures))


def _word(field: str, code: str, view: View) -> str:
    if field == "work_area":
        return _area(code, view)
    if field == "legal_form":
        return schema.words_of("rechtsvorm").get(code, code)
    among = {"kinds": "kind", "sector": "sector"}
    categories = dimension(among[field]).categories if field in among else [EVERYONE, *(c for _, c in REACH_GROUPS)]
    return next((view.t(category.label) for category in categories if category.id == code), code)
