"""How many more partners of one group it takes, judged exactly as the mirror judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.result import Status

if TYPE_CHECKING:
    from regional.mirror.membership import Composed
    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.selection import Floats
    from regional.mirror.settings import Settings

LESS = (Status.CLEARLY_LESS, Status.POSSIBLY_LESS)


def to_in_line(result: DimensionResult, group_id: str, settings: Settings) -> int | None:
    """Return the smallest number of added partners, all in this group, with which it is no longer "less".

    Each number is tried in turn through the states of the mirror. Partners that give shares are taken to work for
    this group alone.

    Returns
    -------
    int, 0 where the group is not "less" now; None where no number will do, or the mirror is by money.
    """
    if settings.weight != "count":
        return None
    if result.group(group_id).status not in LESS:
        return 0
    # At the ratio's threshold it is no longer "less" whatever chance says, so no more need be tried.
    most = to_parity(result, result.group(group_id), level=settings.low_ratio)
    tried = range(1, (most or 0) + 1)
    return next((k for k in tried if state_with(result, group_id, k, settings) not in LESS), most)


def to_parity(result: DimensionResult, group: Group, level: float = 1) -> int | None:
    """Return how many added partners bring a group to ``level`` times the region's share; None where none will."""
    from regional.mirror.measures import needed

    if group.region_share is None or group.n == 0:
        return None
    # A sum of fractions may miss the whole by a rounding error.
    return needed(min(round(group.count, 9), group.n), group.n, group.region_share, level)


def state_with(result: DimensionResult, group_id: str, k: int, settings: Settings) -> Status:
    """Return the state of a group were ``k`` partners in it added; by number only."""
    from regional.dimensions import dimension
    from regional.mirror.testing import judge

    q = np.array([np.nan if group.region_share is None else group.region_share for group in result.groups])
    at = [group.id for group in result.groups].index(group_id)
    judged = judge(_composed(result, at, k), q, result.precision, dimension(result.id), settings)
    return Status(judged.status[at])


def _composed(result: DimensionResult, at: int, k: int) -> Composed:
    """Return arrays with the shares, numbers and unknowns of ``result`` and ``k`` partners more in group ``at``."""
    from regional.mirror.membership import Composed

    known = _labels(result) if result.kind == "label" else _shares(result)
    added = np.zeros((k, len(result.groups)))
    added[:, at] = 1.0
    unknown = np.full((result.n_unknown, len(result.groups)), np.nan)
    y = np.vstack([known, added, unknown])
    return Composed(y, np.ones(len(y)), np.ones(len(y), dtype=bool))


def _labels(result: DimensionResult) -> Floats:
    counts = [round(group.count) for group in result.groups]
    return np.asarray(np.repeat(np.eye(len(counts)), counts, axis=0), dtype=float)


def _shares(result: DimensionResult) -> Floats:
    """Return (n_known, K): as many partners as gave a group, each with its mean; chance looks at no more."""
    y = np.full((result.n_known, len(result.groups)), np.nan)
    for at, group in enumerate(result.groups):
        y[: group.n, at] = group.partner_share or 0.0
    return y
