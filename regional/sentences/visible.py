"""What could be seen: the count that would be clear, and from how many partners a lack would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.words import PLACES

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

_OPEN = (Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE)
FAR = 20
"""So many times the partners there are, a number that would be needed is told as out of reach."""


def visible_sentence(result: DimensionResult, group: Group, t: Texts) -> str:
    """Return from which count on a group would be clear at this many partners; "" where it is, or nothing is tested.

    "Could be chance" is never the last word: it stands beside what would be no chance.
    """
    if group.status not in _OPEN or group.n == 0 or not result.tested or not result.tests:
        return ""
    return " ".join(part for part in (_clear_at(group, t), _from(result, group, t)) if part)


def half_sentence(group: Group, t: Texts) -> str:
    """Return that a group is surely there; "" where that is not proven."""
    return t("Surely at least half as strongly present as in the region.") if group.at_least_half else ""


def _clear_at(group: Group, t: Texts) -> str:
    if group.clear_at is None:
        return t.plural(
            "With {n} partner no count at all would be clear here.",
            "With {n} partners no count at all would be clear here.", group.n,
        )  # fmt: skip
    values = {"count": t.number(group.clear_at, 1 if group.clear_at % 1 else 0)}
    if (group.partner_share or 0.0) <= (group.region_share or 0.0):
        if group.clear_at < 1:
            return t("With {n} partners it would be clear only if there were none.", n=t.number(group.n))
        return t("With {n} partners it would be clear only at {count} or fewer.", n=t.number(group.n), **values)
    return t("With {n} partners it would be clear only at {count} or more.", n=t.number(group.n), **values)


def _from(result: DimensionResult, group: Group, t: Texts) -> str:
    needed = group.partners_to_see
    if needed is None or needed <= group.n or group.at_least_half:
        return ""
    if needed > FAR * group.n:
        return t("Half as many as in the region would show only with far more partners.")
    if result.id in PLACES:
        return t("Half as many as in the region would show from {n} partners in the region.", n=t.number(needed))
    return t("Half as many as in the region would show from {n} partners.", n=t.number(needed))
