"""What :func:`regional.mirror.details.details` gives: frozen models; what does not apply is None, with the reason."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from regional.dimensions.frozen import FrozenModel

Pair = tuple[float, float]
Reason = Literal[
    "not_compared", "nobody_known", "group_not_given", "by_number", "by_money", "fractions", "labels", "unreachable",
    "too_few_partners",
]  # fmt: skip
"""Why a measure is None.

``not_compared``: two different kinds of thing; ``nobody_known``; ``group_not_given``: no partner gave this group, or
one of the theme's groups; ``by_number``, ``by_money``, ``fractions``, ``labels``: the measure is not for that;
``unreachable``: no number will do; ``too_few_partners``: no difference would show.
"""


class GroupDetails(FrozenModel):
    """One group. Shares and gaps as fractions of 1; ``absent`` tells why a measure is None.

    ``wilson`` to ``goodman`` for single labels by number; ``interval`` for shares that partners give, and for money.
    ``needed`` and ``needed_low`` are further partners of the group for parity and for the ratio below which it is
    "less"; None also where no number will do (``reachable`` False).
    """

    id: str
    label: str
    wilson: Pair | None = None
    jeffreys: Pair | None = None
    clopper_pearson: Pair | None = None
    goodman: Pair | None = None
    interval: Pair | None = None
    needed: int | None = None
    needed_low: int | None = None
    reachable: bool = True
    detectable_less: float | None = None
    detectable_more: float | None = None
    surprise_of_zero: float | None = None
    absent: dict[str, Reason] = Field(default_factory=dict)


class MoneyDetails(FrozenModel):
    """How concentrated one flow is, over all its partners, whatever is known of the theme.

    ``n`` partners with an amount, ``unknown`` without one or without a direction; ``total`` in euros a year;
    ``hhi`` a fraction, ``hhi_points`` the same times 10,000; ``effective_partners`` is 1/HHI, which is n_eff;
    ``top3`` and ``main`` (the largest) are fractions of the total.
    """

    n: int
    unknown: int
    total: float
    hhi: float
    hhi_points: float
    effective_partners: float
    top3: float
    main: float


class Details(FrozenModel):
    """One dimension; ``absent`` tells why a measure is None.

    ``dissimilarity`` stands beside its ``noise_mean`` and ``noise_high`` (95th percentile) at ``n``; not for money.
    ``fit_*`` for single labels by number. ``effective_n`` is on how many equal partners the theme stands.
    ``interval_method``: how the intervals of the groups were made, where they are not those of single labels.
    """

    dimension: str
    n: int
    effective_n: float
    dissimilarity: float | None = None
    noise_mean: float | None = None
    noise_high: float | None = None
    jensen_shannon: float | None = None
    hellinger: float | None = None
    region_groups: float | None = None
    partner_groups: float | None = None
    region_blau: float | None = None
    partner_blau: float | None = None
    fit_p: float | None = None
    fit_method: Literal["exact", "monte_carlo", "chi_square"] | None = None
    fit_error: float | None = None
    interval_method: Literal["bootstrap", "normal"] | None = None
    money: MoneyDetails | None = None
    groups: tuple[GroupDetails, ...]
    absent: dict[str, Reason] = Field(default_factory=dict)
