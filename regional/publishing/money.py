"""Which money may leave the museum, and how precisely.

Each flow of money (in from funders, out to suppliers; never added) is divided once, by place: in the region, elsewhere
in the country, abroad, unknown. What is shown is a share of the known money in whole percentages, and that money
itself in thousands of euros. A place is shown where it is safe:

- at least 5 partners contribute to it, and
- the p%-rule holds, p = 15: whoever knows the second largest amount, and the sum to the cent, cannot bring the
  largest amount closer than 15 % above what it is (Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).

Places that are not safe are added together, with the next smallest until they are; where that is all of them only
the sum is shown, and nothing where the sum itself is not safe, or rounds to nothing. Each flow is one division of
one sum, by facts about organisations, so that no figure can be subtracted from another: safe cells add up to safe
sums. A second division of the same money (by sector, say) could be laid over the first and tell the amount of a
partner in which the two differ.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from regional.mirror.result import Mirror, MoneyGroup
from regional.publishing.safe import LEAST, OTHER
from regional.texts import N_

P = 0.15
"""How close to the truth, as a part of it, nobody may come from above."""
TO = 1_000
"""Euros that sums are rounded to."""
PLACES = {
    "region": N_("In the region"),
    "elsewhere": N_("Elsewhere in the Netherlands"),
    "abroad": N_("Abroad"),
    "unknown": N_("Place unknown"),
    "other": OTHER,
}
Flow = Literal["in", "out"]
FLOWS: dict[str, Flow] = {"money_in": "in", "money_out": "out"}


class SafePlace(BaseModel):
    """One place and its share of the known money, a fraction of 1 rounded to 0.01."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    share: float


class SafeFlow(BaseModel):
    """One flow of money as it may be seen.

    ``contributors`` and ``total`` (euros a year, rounded to 1,000) are None where nothing may be shown; ``places`` is
    empty where only the sum may; ``as_of`` is the date of figures that are repeated (regional.publishing.flows).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Flow
    contributors: int | None = None
    total: int | None = None
    places: tuple[SafePlace, ...] = ()
    as_of: dt.date | None = None


def safe_flow(mirror: Mirror) -> SafeFlow | None:
    """Return the flow of a mirror by money as anyone may see it; None where no amount is known.

    Raises
    ------
    KeyError
        Where ``mirror`` is by number.
    """
    flow = FLOWS[mirror.settings.weight]
    given = [group for group in mirror.money if group.contributors]
    if not given:
        return None
    whole = together(given)
    if not is_safe(whole) or whole.amount < TO:
        return SafeFlow(id=flow)
    cells = _merged(given)
    places = [SafePlace(id=cell.id, share=round(cell.amount / whole.amount, 2)) for cell in cells]
    return SafeFlow(
        id=flow,
        contributors=whole.contributors,
        total=rounded(whole.amount, TO),
        places=tuple(places) if len(places) > 1 or len(given) == 1 else (),
    )


def is_safe(group: MoneyGroup) -> bool:
    """Tell whether a sum may be shown: enough contributors, and the largest is guarded by what the others add.

    The second largest contributor subtracts its own amount; what the smaller ones add, sum - largest - second, is
    then all that hides the largest. It must be P times the largest or more.
    """
    hiding = group.amount - group.largest - group.second
    return group.contributors >= LEAST and hiding >= P * group.largest


def grain(total: float) -> int:
    """Return how far to round a sum, to 1, 2 or 5 times a power of ten, so that it tells of no contributor.

    Whoever subtracts an exact sum of before has the amount of a newcomer within a range as wide as the grain: 2 P of
    the largest amount that a safe sum can hold (sum / (1 + P)) or more, so P of it either way.
    """
    least = max(2 * P / (1 + P) * total, TO)
    power = 10 ** math.floor(math.log10(least))
    return int(next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least))


def rounded(amount: float, to: int) -> int:
    """Return an amount as a multiple of ``to``."""
    return round(amount / to) * to


def together(groups: Sequence[MoneyGroup]) -> MoneyGroup:
    """Return ``groups`` as one; those of one group keep its id."""
    largest, second = sorted((x for g in groups for x in (g.largest, g.second)), reverse=True)[:2]
    return MoneyGroup(
        id=groups[0].id if len(groups) == 1 else "other",
        contributors=sum(group.contributors for group in groups),
        amount=sum(group.amount for group in groups),
        largest=largest,
        second=second,
    )


def _merged(groups: Sequence[MoneyGroup]) -> list[MoneyGroup]:
    """Add what is not safe together, with the next smallest until it is; their sum is safe, so that this ends."""
    apart = [group for group in groups if is_safe(group)]
    rest = [group for group in groups if not is_safe(group)]
    while apart and rest and not is_safe(together(rest)):
        smallest = min(apart, key=lambda group: group.amount)
        apart.remove(smallest)
        rest.append(smallest)
    return [*apart, together(rest)] if rest else apart
