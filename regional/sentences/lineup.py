"""The line-up in words: what it is, and what recognising ourselves says. Never more than the mirror says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.group import group_sentence
from regional.sentences.states import STRENGTH
from regional.texts import N_

if TYPE_CHECKING:
    from regional.bubble.lineup import Lineup
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

_CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
_SAID = {
    (True, True): N_("You recognise us, and there is something to see: this is almost certainly no coincidence."),
    (True, False): N_(
        "You recognise us. That does not make the difference sure: you know your partners, and who guesses blindly is "
        "right once in eight times (on a phone once in four)."
    ),
    (False, True): N_(
        "It does not catch the eye. Who counts does see something that is almost certainly no coincidence."
    ),
    (False, False): N_(
        "You could not tell, and that says something: chance makes pictures just as different. So what is different "
        "with us may be chance."
    ),
}


def lineup_question(found: Lineup, t: Texts) -> str:
    """Return what is to be seen and what is asked."""
    return t(
        "One of these pictures is our museum, with {n} partners. The others are drawn blindly: just as many partners, "
        "divided as the region is. Which one are we?", n=t.number(found.n),
    )  # fmt: skip


def lineup_answer(found: Lineup, guessed: int | None, result: DimensionResult, t: Texts) -> list[str]:
    """Return what the guess says, and what the mirror says of the difference that matters most.

    Parameters
    ----------
    guessed : place of the picture that was pointed out; None where the reader could not tell.
    result : the theme that the line-up was made of.
    """
    recognised = guessed is not None and found.is_ours(guessed)
    clear = any(group.status in _CLEAR for group in found.groups)
    return [t(_SAID[recognised, clear]), group_sentence(result, most_different(found), t)]


def most_different(found: Lineup) -> Group:
    """Return the group whose difference is surest, then largest."""
    return min(found.groups, key=lambda group: (STRENGTH.index(group.status), -abs(group.gap or 0.0)))
