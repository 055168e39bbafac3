"""The words for a state, and what a state lets us say of one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import Group
    from regional.texts import Texts

_WORDS = {
    Status.CLEARLY_LESS: N_("Clearly less present than in the region"),
    Status.POSSIBLY_LESS: N_("Less, but that may be chance"),
    Status.IN_LINE: N_("No clear difference"),
    Status.POSSIBLY_MORE: N_("More, but that may be chance"),
    Status.CLEARLY_MORE: N_("Clearly more present than in the region"),
    Status.TOO_LITTLE_DATA: N_("Too little known so far"),
    Status.NOT_COMPARABLE: N_("Cannot be compared"),
}
_VERDICTS = {
    Status.CLEARLY_LESS: N_("That is clearly less than in the region, and almost certainly no coincidence."),
    Status.POSSIBLY_LESS: N_("That is less, but it may be chance."),
    Status.IN_LINE: N_("We see no clear difference."),
    Status.POSSIBLY_MORE: N_("That is more, but it may be chance."),
    Status.CLEARLY_MORE: N_("That is clearly more than in the region, and almost certainly no coincidence."),
}
_PEOPLE_VERDICTS = {
    Status.CLEARLY_LESS: N_("That is clearly fewer than there are in the region, and almost certainly no coincidence."),
    Status.POSSIBLY_LESS: N_("That is fewer, but it may be chance."),
    Status.POSSIBLY_MORE: N_("That is more partners, but it may be chance."),
    Status.CLEARLY_MORE: N_("That is clearly more than there are in the region, and almost certainly no coincidence."),
}
_SOFTENED = {
    Status.POSSIBLY_LESS: N_("That is less, but it may be chance or lie in what we do not know yet."),
    Status.POSSIBLY_MORE: N_("That is more, but it may be chance or lie in what we do not know yet."),
}
STRENGTH = (
    Status.CLEARLY_LESS,
    Status.CLEARLY_MORE,
    Status.POSSIBLY_LESS,
    Status.POSSIBLY_MORE,
    Status.IN_LINE,
    Status.TOO_LITTLE_DATA,
    Status.NOT_COMPARABLE,
)
"""States from what most deserves a reader's eye to what says least."""


def state_words(status: Status, t: Texts) -> str:
    """Return the words for a state, exactly those of the whole app."""
    return t(_WORDS[status])


def verdict(group: Group, t: Texts, *, alpha: float, of_partners: bool = False) -> str:
    """Return what a tested state says of a group; "" for the states that compare nothing.

    ``alpha``: the limit of p that it was judged by. ``of_partners``: it is about partners that mainly work for a
    group, and not about people.

    A group of which p is small over the whole family but that is only "possibly" so was softened because of the
    unknowns or the precision of the region's figure (measures.md, "States"); then the sentence says so.
    """
    is_softened = group.p_adjusted is not None and group.p_adjusted < alpha
    text = _SOFTENED.get(group.status) if is_softened else None
    if of_partners:
        text = text or _PEOPLE_VERDICTS.get(group.status)
    return t(text or _VERDICTS.get(group.status, ""))
