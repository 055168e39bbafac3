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
    """Return the state of a group were ``k`` partners in it added, judged by itself; by number only."""
    from regional.dimensions import dimension
    from regional.mirror.testing import judge, weigh

    q = np.array([np.nan if group.region_share is None else group.region_share for group in result.groups])
    at = [group.id for group in result.groups].index(group_id)
    weighed = weigh(_composed(result, at, k), q, result.precision, dimension(result.id), settings)
    [judged] = judge([weighed])
    return Status(judged.group(at)["status"])


def _composed(result: DimensionResult, at: int, k: int) -> Composed:
    """Return arrays with the shares, numbers and unknowns of ``result`` and ``k`` partners more in group ``at``."""
    from regional.mirror.membership import Composed

    known = _labels(result) if result.kind == "label" else _parts(result, at)
    added = np.zeros((k, len(result.groups)))
    added[:, at] = 1.0
    unknown = np.full((result.n_unknown, len(result.groups)), np.nan)
    y = np.vstack([known, added, unknown])
    return Composed(y, np.ones(len(y)), np.ones(len(y), dtype=bool))


def _labels(result: DimensionResult) -> Floats:
    counts = [round(group.count) for group in result.groups]
    return np.asarray(np.repeat(np.eye(len(counts)), counts, axis=0), dtype=float)


def _parts(result: DimensionResult, at: int) -> Floats:
    """Return (n_known, K) with as many wholes and halves in group ``at`` as there are; what is left is elsewhere."""
    group = result.groups[at]
    halves = round(2 * (group.partners - group.count)) if result.basis == "main_groups" else 0
    part = np.full(result.n_known, 0.0 if result.basis == "main_groups" else group.count / max(result.n_known, 1))
    if result.basis == "main_groups":
        part[: group.partners - halves], part[group.partners - halves : group.partners] = 1.0, 0.5
    y = np.zeros((result.n_known, len(result.groups)))
    # Whether the theme has halves at all decides how it is judged.
    is_mixed = any(abs(g.partners - g.count) > 1e-9 for g in result.groups)
    others = [i for i in range(len(result.groups)) if i != at][: 2 if is_mixed else 1]
    y[:, others] = (1.0 - part)[:, None] / len(others)
    y[:, at] = part
    return y
