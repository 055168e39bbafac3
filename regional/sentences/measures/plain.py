"""How the mirror is worked out, in plain words, by the thresholds of this mirror: for the screen and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.settings import Settings
    from regional.texts import Texts

PLAIN = (
    (
        N_("Two sides"),
        N_(
            "On one side the partners of the museum, on the other the figures of CBS about the region. Nobody gets a "
            "mark: the figures are for direction."
        ),
    ),
    (N_("Difference"), N_("The share of our partners minus the share in the region, in percentage points.")),
    (N_("Ratio"), N_("The share of our partners divided by the share in the region. 1 is the same share.")),
    (
        N_("Chance band"),
        N_(
            "Suppose we drew every partner blindly from the region. In 95 of 100 such draws the share would fall "
            "within the band. What lies inside it may be chance."
        ),
    ),
    (
        N_("Several groups at once"),
        N_(
            "Whoever looks at many groups always finds something. So a difference counts as clear only after a "
            "correction over all groups of all themes that can be judged together."
        ),
    ),
    (
        N_("For whom partners work"),
        N_(
            "A theme about people looks at partners that work mainly for one or two of its groups: wholly for the one, "
            "half for each of the two. Who is there for everyone is counted apart: that says nothing of who comes. "
            "Of suppliers this is not asked. Percentages of their own are another kind of answer, and never mixed in."
        ),
    ),
    (
        N_("Surely at least half"),
        N_(
            "That there is no clear difference does not say that all is well. Where even at half the region's share "
            "so many partners would be a rare coincidence, a group is surely at least half as strongly present."
        ),
    ),
    (
        N_("What we do not know"),
        N_(
            "Shares are over the partners that we know. The line shows what the share could still become if all "
            "unknown partners were to fall on one side."
        ),
    ),
)
STATES = {
    Status.CLEARLY_LESS: N_(
        "The partners' share is less than {low} times the region's, and that is almost certainly no coincidence."
    ),
    Status.POSSIBLY_LESS: N_("The share is that much smaller, but with this many partners chance may do that."),
    Status.IN_LINE: N_("Nothing that stands out. That is not the same as equal."),
    Status.POSSIBLY_MORE: N_("The share is more than {high} times the region's, but chance may do that."),
    Status.CLEARLY_MORE: N_("The share is that much larger, and that is almost certainly no coincidence."),
    Status.TOO_LITTLE_DATA: N_(
        "Fewer than {known} partners are known (by money: fewer than {known} with equal amounts would say as much): go "
        "on. Or more than {unknown} is unknown, and the rest could change it: ask. Or the group is so small that even "
        "no partner at all would say nothing: live with it."
    ),
    Status.NOT_COMPARABLE: N_("The two sides are different kinds of thing, or there is no figure for the region."),
}


def plain(t: Texts) -> list[tuple[str, str]]:
    """Return (name, explanation) of what every reader should know of the figures."""
    return [(t(name), t(words)) for name, words in PLAIN]


def states(settings: Settings, t: Texts) -> dict[Status, str]:
    """Return what each state means by the thresholds that it was judged by."""
    limits = {
        "low": _ratio(settings.low_ratio, t),
        "high": _ratio(settings.high_ratio, t),
        "known": t.number(settings.min_known),
        "unknown": t.percent(settings.max_unknown),
    }
    return {status: t(words, **limits) for status, words in STATES.items()}


def _ratio(value: float, t: Texts) -> str:
    return t.number(value, 2).rstrip("0").rstrip(",.")
