"""With whom to talk, and how: the rules of the article "Het belang van diverse partnerschappen" (Sanders, 2023).

Unclear: talk. Not a theme yet: show what we do. With experience: learn. Differing: talk, with openness.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from regional.texts import N_

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio

OUR_STAGE = "exploring"
"""The museum's own stage until it says otherwise."""
STAGES = ("not_discussed", "not_yet", "exploring", "policy", "daily", "shares")
"""Where a partner may stand; no order, and no steps."""
TO_LEARN_FROM = ("policy", "daily", "shares")
"""Where there is something to learn for who only talks about it yet."""


class Approach(StrEnum):
    """How to go into a conversation."""

    ASK = "ask"
    SHOW = "show"
    LEARN = "learn"
    DIFFER = "differ"
    TOGETHER = "together"


@dataclass(frozen=True)
class Guide:
    """One approach in words: what it is called, when it fits, how to begin."""

    title: str
    when: str
    how: str


GUIDES = {
    Approach.ASK: Guide(
        N_("Ask: we do not know where they stand"),
        N_("We have not talked about it, or we do not know whether our visions meet."),
        N_("Say first why you ask and what you struggle with yourself. Then ask where they stand."),
    ),
    Approach.SHOW: Guide(
        N_("Show what we do"),
        N_("Not now, they say."),
        N_("Do not press. Show what you do yourself and what it brings, and invite them to come and see."),
    ),
    Approach.LEARN: Guide(
        N_("Learn from them"),
        N_("They have agreements, or it is their daily work, or they gladly share what they know."),
        N_("Ask what worked and what did not, and whether you may come and look. Offer something in return."),
    ),
    Approach.DIFFER: Guide(
        N_("Talk, with openness: here we are still talking"),
        N_("Our visions do not meet everywhere yet."),
        N_("Ask first how they came to it. Look for what you do share. Differing is no reason to stop by itself."),
    ),
    Approach.TOGETHER: Guide(
        N_("Go on together"),
        N_("Here we meet."),
        N_("Agree on one thing to do together this year, and on who decides and who pays."),
    ),
}
TALK_QUESTIONS = (
    N_("For whom do you work, and whom do you not reach yet?"),
    N_("What do diversity, equality and inclusion mean in your daily work?"),
    N_("Who decides in our cooperation, and does that feel equal?"),
    N_("Is all the work in our cooperation paid for, theirs and ours?"),
    N_("What does the cooperation bring you, and what does it bring us?"),
    N_("What can we learn from each other?"),
    N_("Which organisation should we get to know, and would you introduce us?"),
    N_("When shall we look back on what we agreed?"),
)


def approach(stage: str | None, fit: str | None, ours: str = OUR_STAGE) -> Approach:
    """Return how to go into a conversation with a partner of this stage and fit.

    Parameters
    ----------
    stage : one of STAGES by the partner's own account, None where not known.
    fit : "yes" where two visions meet, "partly" (in earlier years also "no") where they still talk, None not known.
    ours : the museum's own stage.
    """
    if fit in ("no", "partly"):
        return Approach.DIFFER
    if stage is None or stage == "not_discussed":
        return Approach.ASK
    if stage == "not_yet":
        return Approach.SHOW
    if stage in TO_LEARN_FROM and ours not in TO_LEARN_FROM:
        return Approach.LEARN
    return Approach.TOGETHER if fit == "yes" else Approach.ASK


def by_approach(
    portfolio: Portfolio, ours: str = OUR_STAGE, status: Iterable[str] = ("active",)
) -> dict[Approach, list[str]]:
    """Return the names of the partners by approach, in the order of the file; persons are left out.

    Stage and fit of a natural person are not kept, so there is nothing to prepare a talk with.
    """
    frame = portfolio.frame
    frame = frame[frame["status"].isin(list(status)) & ~frame["is_person"].astype(bool)]
    found: dict[Approach, list[str]] = {one: [] for one in Approach}
    for name, stage, fit in zip(frame["name"], _or_none(frame["stage"]), _or_none(frame["fit"]), strict=True):
        found[approach(stage, fit, ours)].append(str(name))
    return found


def _or_none(values: Iterable[object]) -> list[str | None]:
    return [value if isinstance(value, str) else None for value in values]
