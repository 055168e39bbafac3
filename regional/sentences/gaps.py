"""The gaps that chance does not explain, over everything that the Overzicht shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group, Mirror

_CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)


def overview_gaps(mirror: Mirror) -> list[tuple[DimensionResult, Group]]:
    """Return the gaps left after Holm's correction over every group that the Overzicht shows.

    Shown are the headline dimensions of the mirror; each group brings its own p. A gap is listed only
    where its state is already a "clearly" within its dimension, so that screen and list agree. Groups
    less present come first (whom do we miss?), then by size of the gap.
    """
    from regional.mirror.measures.multiple import holm

    shown = _shown(mirror)
    adjusted = holm([float("nan") if group.p is None else group.p for _, group in shown])
    # A group without a p compares as not below alpha: NaN < alpha is False.
    gaps = [
        pair for pair, p in zip(shown, adjusted, strict=True) if p < mirror.settings.alpha and pair[1].status in _CLEAR
    ]
    return sorted(gaps, key=_order)


def overview_results(mirror: Mirror) -> list[DimensionResult]:
    """Return the headline dimensions as the Overzicht may show them: a "clearly" that is clear only within its
    own dimension, and not over everything on the page, becomes a "possibly".
    """
    clear = {(result.id, group.id) for result, group in overview_gaps(mirror)}
    return [
        result.model_copy(update={"groups": tuple(_softened(result, group, clear) for group in result.groups)})
        for result in mirror.dimensions
        if result.headline
    ]


def _softened(result: DimensionResult, group: Group, clear: set[tuple[str, str]]) -> Group:
    softer = {Status.CLEARLY_LESS: Status.POSSIBLY_LESS, Status.CLEARLY_MORE: Status.POSSIBLY_MORE}
    if (result.id, group.id) in clear or group.status not in softer:
        return group
    return group.model_copy(update={"status": softer[group.status]})


def is_anything_compared(mirror: Mirror) -> bool:
    """Tell whether the Overzicht shows any group of which more can be said than "too little known"."""
    silent = (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)
    return any(group.status not in silent for _, group in _shown(mirror))


def _shown(mirror: Mirror) -> list[tuple[DimensionResult, Group]]:
    return [
        (dimension, group)
        for dimension in mirror.dimensions
        if dimension.role == "mirror" and dimension.headline and dimension.tested
        for group in dimension.groups
    ]


def _order(pair: tuple[DimensionResult, Group]) -> tuple[bool, float]:
    group = pair[1]
    return group.status is Status.CLEARLY_MORE, -abs(group.gap or 0.0)
