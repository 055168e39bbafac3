"""Which states may be shown: those that are the same whatever the groups are that are not shown."""

from __future__ import annotations

import numpy as np

from regional.mirror.result import DimensionResult, Status
from regional.publishing.safe import TOGETHER, SafeTheme


def certain_states(theme: SafeTheme, result: DimensionResult, others: int) -> SafeTheme:
    """Return ``theme`` with the states of ``result`` that follow from what is shown.

    Whether a difference is clear depends on all groups that are tested together. It is worked out twice: as if the
    groups that are not shown were not there, and as if each of them, and each of the ``others`` groups of themes that
    are tested along, made it as hard as it can be. What is said both times is said whatever they are.

    Shares that partners give show the states of a theme that is shown as a whole.
    """
    if not result.tested or theme.as_of is not None:
        return theme
    if theme.kind == "fractions":
        states = {group.id: group.status for group in result.groups} if theme.is_whole else {}
    elif theme.kind == "label" and theme.n_known is not None and not theme.partner_given:
        states = _states(theme, result, others)
    else:
        return theme
    groups = tuple(
        group.model_copy(update={"state": states[group.id]})
        if group.id in states and states[group.id] is not Status.NOT_COMPARABLE
        else group
        for group in theme.groups
    )
    return theme.model_copy(update={"groups": groups})


def _states(theme: SafeTheme, result: DimensionResult, others: int) -> dict[str, Status]:
    """Return the states by group; a group of which it is not certain has none."""
    from regional.mirror.measures.evidence import LabelEvidence
    from regional.mirror.measures.family import Bounded, step_down
    from regional.mirror.measures.states import states

    counts = {group.id: group.count for group in theme.groups if group.count is not None and group.id != TOGETHER}
    k, n = len(result.groups), theme.n_known or 0
    is_shown = np.array([group.id in counts for group in result.groups])
    tested = np.array([group.status is not Status.NOT_COMPARABLE for group in result.groups])
    evidence = LabelEvidence(
        q=np.array([group.region_share or 0.0 for group in result.groups]),
        precision=result.precision,
        total=np.array([float(counts.get(group.id, 0)) for group in result.groups]),
        n=np.full(k, float(n)),
        unknown=np.full(k, float(result.n_unknown)),
        tested=tested,
    )
    judged = evidence.judged
    easy = np.where(is_shown & judged, evidence.hardest, np.nan)
    hard = np.where(judged, np.where(is_shown, evidence.hardest, 1.0), np.nan)
    besides = [Bounded(np.ones(others))] if others else []
    low = states(evidence, step_down([evidence.theme(easy)])[0]).status
    high = states(evidence, step_down([evidence.theme(hard), *besides])[0]).status
    return {
        group.id: group.status
        for i, group in enumerate(result.groups)
        if is_shown[i] and low[i] is high[i] is group.status
    }
