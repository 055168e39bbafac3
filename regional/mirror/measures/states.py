"""From figures to a state: what may be said of a group, and no more (measures.md, "States")."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.evidence import Evidence
from regional.mirror.result import Reason, Status

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]
EDGE = 1e-9


@dataclass(frozen=True)
class Spoken:
    """A state for each group, and where too little is known the reason (else None); (K,) each."""

    status: Objects
    reason: Objects


def states(e: Evidence, p_adjusted: npt.ArrayLike) -> Spoken:
    """Return the state of each group.

    Parameters
    ----------
    e : Evidence
        Of one theme.
    p_adjusted : (K,)
        P-values adjusted over the family, the highest over the precision of the region's shares.

    Returns
    -------
    Spoken
        A group that is not tested cannot be compared. *Clearly* must hold at the far bound of the unknown; where more
        than 30 % is unknown nothing else is said.
    """
    p_adjusted = np.asarray(p_adjusted, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = e.share / e.q
    # A ratio of exactly 0.8 is not below it, whatever the last binary digit says.
    less, more = ratio < e.rules.low_ratio - EDGE, ratio > e.rules.high_ratio + EDGE
    seen = e.p < e.rules.alpha
    sure = seen & (p_adjusted < e.rules.alpha) & e.beyond(e.total, less)
    # np.full would make plain strings of the states.
    status, reason = np.empty(e.q.size, dtype=object), np.empty(e.q.size, dtype=object)
    status.fill(Status.IN_LINE)
    status[less & seen], status[more & seen] = Status.POSSIBLY_LESS, Status.POSSIBLY_MORE
    status[less & sure], status[more & sure] = Status.CLEARLY_LESS, Status.CLEARLY_MORE
    silent = {
        Reason.SMALL_GROUP: less & ~seen & ~e.is_open & _nothing_from_none(e, less & ~seen),
        Reason.UNKNOWN_ANSWERS: e.is_open & ~sure,
        Reason.FEW_PARTNERS: (e.effective < e.rules.min_known - EDGE) | np.isnan(e.share),
    }
    for why, where in silent.items():
        status[where], reason[where] = Status.TOO_LITTLE_DATA, why
    status[~e.tested], reason[~e.tested] = Status.NOT_COMPARABLE, None
    return Spoken(status, reason)


def _nothing_from_none(e: Evidence, asked: Bools) -> Bools:
    """Tell where even nobody at all in the group would be no sign of anything."""
    if not asked.any():
        return asked
    return ~(e.upper(e.p_at(np.zeros(e.q.size), e.q)) < e.rules.alpha)
