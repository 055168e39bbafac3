"""Small pieces that every sentence is made of: shares, names of groups, who "we" speak of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.dimensions import dimension as entry
from regional.mirror.result import Status
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Kind, SharesOf, Weight
    from regional.texts import Texts

PLACES = ("location", "urbanity", "distance")
"""Dimensions that look only at partners inside the region."""
NAMED = 3
"""Groups named in one sentence; more are counted."""

_PARTNERS: dict[Kind, str] = {
    "all": N_("our partners"),
    "funder": N_("our funders"),
    "content": N_("our content partners"),
    "supplier": N_("our suppliers"),
}
_PARTNERS_HERE: dict[Kind, str] = {
    "all": N_("our partners in the region"),
    "funder": N_("our funders in the region"),
    "content": N_("our content partners in the region"),
    "supplier": N_("our suppliers in the region"),
}
_PEOPLE: dict[SharesOf, str] = {
    "audience": N_("the people {partners} work for"),
    "team": N_("the people who work at {partners}"),
}
_MONEY = {"money_in": N_("the money we receive"), "money_out": N_("the money we spend")}
_MONEY_HERE = {
    "money_in": N_("the money we receive from partners in the region"),
    "money_out": N_("the money we spend with partners in the region"),
}


LEAST_SHARE = 0.01
"""A share that is less, or as near to the whole, is not written as a number of its own."""


def share_words(share: float, t: Texts) -> str:
    """Return a share (fraction of 1) as a whole percentage that never rounds something away.

    A small share is "less than 1 %", one close to the whole "more than 99 %".
    """
    if 0 < share < LEAST_SHARE:
        return t("less than {share}", share=t.percent(LEAST_SHARE))
    if 1 - LEAST_SHARE < share < 1:
        return t("more than {share}", share=t.percent(1 - LEAST_SHARE))
    return t.percent(share)


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Return ``text`` as it stands inside a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def group_name(dimension: DimensionResult, group: Group, t: Texts) -> str:
    """Return the reader's name of a group inside a sentence; the name of a place keeps its capital."""
    name = t(group.label) if group.label else group.id
    return name if dimension.id == "location" else uncapital(name)


def by_name(groups: Sequence[Group]) -> Sequence[Group]:
    """Return the groups that are named one by one; the others are counted."""
    return groups if len(groups) <= NAMED else groups[: NAMED - 1]


def named(dimension: DimensionResult, groups: Sequence[Group], t: Texts) -> str:
    """Return "a, b and c", or "a, b and 5 others" above three groups.

    Names that hold a comma of their own (CBS's education groups) are parted by semicolons.
    """
    told = by_name(groups)
    names = [group_name(dimension, group, t) for group in told]
    if len(told) < len(groups):
        names.append(t.plural("{n} other", "{n} others", len(groups) - len(told)))
    return "; ".join(names) if any("," in name for name in names) else t.listed(names)


def dimension_name(dimension: DimensionResult, t: Texts) -> str:
    """Return the reader's name of a dimension; the id where the registry has none."""
    try:
        return t(entry(dimension.id).label)
    except KeyError:
        return dimension.id


def partners_name(dimension: DimensionResult, kind: Kind, t: Texts) -> str:
    """Return whom a dimension looks at: "our partners in the region", "our suppliers"."""
    if dimension.id in PLACES:
        return t(_PARTNERS_HERE[_kind(dimension, kind)])
    return t(_PARTNERS[_kind(dimension, kind)])


def people_name(dimension: DimensionResult, kind: Kind, shares_of: SharesOf, t: Texts) -> str:
    """Return the people that partners gave shares of: "the people our partners work for"."""
    return t(_PEOPLE[shares_of], partners=partners_name(dimension, kind, t))


def money_name(dimension: DimensionResult, weight: Weight, t: Texts) -> str:
    """Return the money that is shared out: "the money we receive"."""
    texts = _MONEY_HERE if dimension.id in PLACES else _MONEY
    return t(texts[weight])


def is_compared(dimension: DimensionResult) -> bool:
    """Tell whether a dimension is laid beside the region at all, also where too little is known."""
    return dimension.tested or any(g.status is not Status.NOT_COMPARABLE for g in dimension.groups)


def _kind(dimension: DimensionResult, kind: Kind) -> Kind:
    """Return the kind looked at: sectors look at suppliers unless another kind was chosen."""
    subset: Kind | None = next((k for k in _PARTNERS if k == dimension.subset), None)
    return subset or kind
