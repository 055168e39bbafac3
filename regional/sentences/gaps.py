"""What the Overzicht shows of the mirror: the themes that count there, and their clear differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import FIRST, Status

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group, Mirror

_CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
_SOFTER = {Status.CLEARLY_LESS: Status.POSSIBLY_LESS, Status.CLEARLY_MORE: Status.POSSIBLY_MORE}


def overview_results(mirror: Mirror) -> list[DimensionResult]:
    """Return the headline themes, as they are judged: one family, so that a state is the same wherever it stands."""
    results = [result for result in mirror.dimensions if result.headline and not result.reading_of]
    return _softened(results, mirror.settings.alpha) if mirror.schema_ == FIRST else results


def overview_gaps(mirror: Mirror) -> list[tuple[DimensionResult, Group]]:
    """Return the clear differences of the headline themes: groups less present first, then by size of the gap."""
    gaps = [(r, g) for r in overview_results(mirror) if r.tested for g in r.groups if g.status in _CLEAR]
    return sorted(gaps, key=lambda pair: (pair[1].status is Status.CLEARLY_MORE, -abs(pair[1].gap or 0.0)))


def is_anything_compared(mirror: Mirror) -> bool:
    """Tell whether any group of a headline theme has a state that says more than "too little known"."""
    silent = (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)
    return any(group.status not in silent for result in overview_results(mirror) for group in result.groups)


def _softened(results: list[DimensionResult], alpha: float) -> list[DimensionResult]:
    """Mirrors of the first schema judged each theme by itself; the Overzicht corrected over all of them (Holm)."""
    from regional.mirror.measures.multiple import holm

    groups = [group for result in results if result.tested for group in result.groups]
    adjusted = iter(holm([float("nan") if group.p is None else group.p for group in groups]))

    def shown(group: Group) -> Group:
        is_clear = next(adjusted) < alpha
        softer = group.status if is_clear else _SOFTER.get(group.status, group.status)
        return group.model_copy(update={"status": softer})

    return [r.model_copy(update={"groups": tuple(map(shown, r.groups))}) if r.tested else r for r in results]
