"""What the plan looks at: counts from the partner file and from what the museum keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from regional.mirror.people import asked_about_people
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


class KnownOf(NamedTuple):
    """How many partners, and of how many whom it is about."""

    n: int
    of: int


@dataclass(frozen=True)
class Facts:
    """Everything that tells how far a step is; counts of active partners unless said otherwise.

    For whom they work is asked of content partners, and where a partner stands of organisations: it is those that
    count, as in the mirror.
    """

    partners: int
    fictitious: bool
    placed: KnownOf
    kinds_confirmed: KnownOf
    reach_known: KnownOf
    asked: KnownOf
    answered: int
    stage_known: KnownOf
    found_known: KnownOf
    kept: PlanFacts
    today: dt.date


ASKED = {
    state.value for state in (Answer.ASKED, Answer.KNOWN, Answer.NO_ANSWER, Answer.RATHER_NOT, Answer.NOT_APPLICABLE)
}
SURVEYED = ("mainly_for", "also_reaches", "stage")
"""The questions of the letter that have a column of their own in the partner file."""


def facts(portfolio: Portfolio, kept: PlanFacts, today: dt.date) -> Facts:
    """Return the facts of the active partners of ``portfolio``, as of ``today``."""
    rows = np.flatnonzero(portfolio.columns["status"] == "active")
    frame, states = portfolio.frame.iloc[rows], portfolio.states.iloc[rows]
    content = states[asked_about_people(portfolio, rows)]
    return Facts(
        partners=len(frame),
        fictitious=portfolio.fictitious,
        placed=_known(states["place"]),
        kinds_confirmed=KnownOf(int(frame["kinds"].map(bool).sum()), len(frame)),
        reach_known=_known(content["mainly_for"]),
        asked=KnownOf(int(content[list(SURVEYED)].isin(ASKED).any(axis=1).sum()), len(content)),
        answered=int((states[list(SURVEYED)] == Answer.KNOWN.value).any(axis=1).sum()),
        stage_known=_known(states["stage"]),
        found_known=_known(states["how_found"]),
        kept=kept,
        today=today,
    )


def _known(states: pd.Series[str]) -> KnownOf:
    """Count of whom it is known; those to whom a question does not apply stand apart."""
    return KnownOf(int((states == Answer.KNOWN.value).sum()), int((states != Answer.NOT_APPLICABLE.value).sum()))
