"""On whom the money rests: concentration per flow, in and out never added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from regional.mirror.measures.concentration import effective_partners, herfindahl, top_share
from regional.mirror.selection import select

if TYPE_CHECKING:
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

Flow = Literal["money_in", "money_out"]


@dataclass(frozen=True)
class Flowing:
    """One flow: total (euros a year) of the ``n`` partners whose amount is known, ``unknown`` without it.

    ``largest`` and ``top3`` are fractions of the total; ``effective`` is 1/HHI, the number of equal partners that
    would be as concentrated.
    """

    flow: Flow
    n: int
    unknown: int
    total: float
    largest: float
    top3: float
    hhi: float
    effective: float


def flows(portfolio: Portfolio, settings: Settings) -> tuple[Flowing, ...]:
    """Return money in and money out, each where there is any."""
    weights: tuple[Flow, ...] = ("money_in", "money_out")
    found = (_flow(portfolio, settings, weight) for weight in weights)
    return tuple(flow for flow in found if flow is not None)


def _flow(portfolio: Portfolio, settings: Settings, weight: Flow) -> Flowing | None:
    selection = select(portfolio, settings.model_copy(update={"weight": weight}))
    w = selection.weights[selection.weights > 0]
    if not w.size:
        return None
    return Flowing(
        flow=weight,
        n=int(w.size),
        unknown=int(selection.weights.size - w.size),
        total=float(w.sum()),
        largest=top_share(w, 1),
        top3=top_share(w, 3),
        hhi=herfindahl(w),
        effective=effective_partners(w),
    )
