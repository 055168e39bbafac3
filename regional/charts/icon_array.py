"""The signature picture as numbers: each partner that is known as one dot, as the region would have them and as is.

Icon arrays of equal denominators are what people who are not at home in numbers read best (Garcia-Retamero and
Galesic 2009), with the dots grouped and not scattered (Price, Cameron and Butow 2007).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.alt_text import ordered_groups
from regional.charts.words import group_label
from regional.mirror.measures.apportion import apportion
from regional.mirror.result import Status
from regional.sentences.states import state_words

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Weight
    from regional.texts import Texts

MOST = 100
"""Partners that are drawn as dots; more are shares on one axis."""
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)


@dataclass(frozen=True)
class DotRow:
    """One group: dots as the region would have them (None: not compared), as they are, proposed, and beside.

    ``state`` is what may be said of the difference; ``note`` says it in words where it is clear.
    """

    id: str
    label: str
    present: int
    wanted: int | None = None
    proposed: int = 0
    beside: int | None = None
    state: Status = Status.NOT_COMPARABLE
    note: str = ""

    @property
    def missing(self) -> int:
        """How many places stay open, up to the region's number."""
        return max(0, (self.wanted or 0) - self.present - self.proposed)


@dataclass(frozen=True)
class IconArray:
    """All dots of one theme: ``n`` partners are known by group.

    ``everyone`` work for everybody, ``none_named`` are known to name no group, ``unknown`` are not known.
    """

    rows: tuple[DotRow, ...]
    n: int
    everyone: int = 0
    none_named: int = 0
    unknown: int = 0

    @property
    def is_compared(self) -> bool:
        """Whether the region stands beside it."""
        return any(row.wanted is not None for row in self.rows)


def is_icons(result: DimensionResult, weight: Weight = "count") -> bool:
    """Tell whether a theme is drawn in dots: of partners, at most 100; money and percentages are no partners."""
    is_counted = any(group.count for group in result.groups) or result.n_known == 0
    return weight == "count" and result.basis != "shares" and is_counted and result.n_known <= MOST


def icon_array(
    result: DimensionResult,
    t: Texts,
    *,
    proposed: Mapping[str, int] | None = None,
    beside: Mapping[str, float] | None = None,
) -> IconArray:
    """Return the dots of a theme: whole partners on both sides, by largest remainder.

    Parameters
    ----------
    proposed : partners more in each group, were every proposal confirmed; those of the mirror where not given.
    beside : shares (fractions of 1) of another make-up, drawn as a third line of dots.
    """
    groups, n = ordered_groups(result), result.n_known
    present = _present(groups, n, is_single=result.kind != "multi")
    known = [group for group in groups if group.region_share is not None]
    is_compared = any(group.partner_share is not None for group in known) and len(known) > 1
    wanted = dict(zip([g.id for g in known], apportion([g.region_share or 0.0 for g in known], n), strict=True))
    other = apportion([beside.get(g.id, 0.0) for g in groups], n) if beside else [None] * len(groups)
    more = proposed if proposed is not None else {g.id: round(g.proposed) for g in groups}
    rows = tuple(
        DotRow(
            g.id, group_label(g, t), here, wanted.get(g.id) if is_compared else None, more.get(g.id, 0), third,
            g.status, state_words(g.status, t) if g.status in CLEAR else "",
        )
        for g, here, third in zip(groups, present, other, strict=True)
    )  # fmt: skip
    apart = result.answers if result.basis == "main_groups" else {}
    unknown = max(0, result.n_unknown - sum(row.proposed for row in rows))
    return IconArray(rows, n, apart.get("everyone", 0), apart.get("none_named", 0), unknown)


def _present(groups: Sequence[Group], n: int, *, is_single: bool) -> list[int]:
    """A partner for two groups counts for a half in each: no half dots, so those are given out whole."""
    if is_single and n:
        return apportion([group.count / n for group in groups], n)
    return [group.partners or round(group.count) for group in groups]
