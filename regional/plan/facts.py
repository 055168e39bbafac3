"""What the plan looks at: counts from the partner file and from what the museum keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.partners.portfolio import Answer

if TYPE_CHECKING:
    import pandas as pd

    from regional.partners.portfolio import Portfolio


@dataclass(frozen=True)
class PlanFacts:
    """Counts of what the museum keeps beside the partner file; all zero while it keeps nothing.

    ``talks`` are conversations held in the last twelve months; ``last_review`` the year of the last review, 0 never.
    """

    vision: bool = False
    needs: int = 0
    talks: int = 0
    goals: int = 0
    goals_owned: int = 0
    actions: int = 0
    actions_done: int = 0
    actions_late: int = 0
    last_review: int = 0
    publications: int = 0
    last_publication: dt.date | None = None
    found_checked: int = 0


@dataclass(frozen=True)
class Facts:
    """Everything that tells how far a step is; counts of active partners unless said otherwise."""

    partners: int
    fictitious: bool
    placed: int
    kinds_confirmed: int
    reach_known: int
    asked: int
    answered: int
    stage_known: int
    fit_known: int
    found_known: int
    kept: PlanFacts
    today: dt.date


ASKED = {
    state.value for state in (Answer.ASKED, Answer.KNOWN, Answer.NO_ANSWER, Answer.RATHER_NOT, Answer.NOT_APPLICABLE)
}
SURVEYED = ("mainly_for", "also_reaches", "stage")
"""The questions of the letter that have a column of their own in the partner file."""


def facts(portfolio: Portfolio, kept: PlanFacts, today: dt.date) -> Facts:
    """Return the facts of the active partners of ``portfolio``, as of ``today``."""
    active = (portfolio.frame["status"] == "active").to_numpy(dtype=bool)
    frame, states = portfolio.frame[active], portfolio.states[active]
    return Facts(
        partners=len(frame),
        fictitious=portfolio.fictitious,
        placed=_known(states["place"]),
        kinds_confirmed=int(frame["kinds"].map(bool).sum()),
        reach_known=_known(states["mainly_for"]),
        asked=int(states[list(SURVEYED)].isin(ASKED).any(axis=1).sum()),
        answered=int((states[list(SURVEYED)] == Answer.KNOWN.value).any(axis=1).sum()),
        stage_known=_known(states["stage"]),
        fit_known=_known(states["fit"]),
        found_known=_known(states["how_found"]),
        kept=kept,
        today=today,
    )


def _known(states: pd.Series[str]) -> int:
    return int((states == Answer.KNOWN.value).sum())
