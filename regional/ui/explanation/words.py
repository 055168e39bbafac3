"""The words of the page Sources and explanation, with examples computed from what is on screen."""

from __future__ import annotations

import streamlit as st

from regional.charts.states import state_label
from regional.dimensions import dimension
from regional.mirror.result import DimensionResult, Group, Status
from regional.texts import N_, Texts
from regional.ui import components
from regional.ui.view import View

STATES = {
    Status.CLEARLY_LESS: N_(
        "The partners' share is less than 0.8 times the region's, and that is almost certainly no coincidence."
    ),
    Status.POSSIBLY_LESS: N_("The share is that much smaller, but with this many partners chance may do that."),
    Status.IN_LINE: N_("Nothing that stands out. That is not the same as equal."),
    Status.POSSIBLY_MORE: N_("The share is more than 1.25 times the region's, but chance may do that."),
    Status.CLEARLY_MORE: N_("The share is that much larger, and that is almost certainly no coincidence."),
    Status.TOO_LITTLE_DATA: N_(
        "Fewer than 10 partners are known (by money: fewer than 10 with equal amounts would say as much): go on. Or "
        "more than 30 % is unknown, and the rest could change it: ask. Or the group is so small that even no partner "
        "at all would say nothing: live with it."
    ),
    Status.NOT_COMPARABLE: N_("The two sides are different kinds of thing, or there is no figure for the region."),
}
MEASURES = (
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
PRIVACY = (
    N_("Columns about persons (contact, e-mail, telephone, date of birth) are dropped before anything is kept."),
    N_(
        "Your list and notes stay with your museum: on this computer, or, where nothing is kept, in this browser "
        "session. Nothing is sent to CBS, PDOK or anyone else."
    ),
    N_(
        "Shares about people count only where they are about 25 people or more, and are rounded to 5 percentage points."
    ),
    N_("A partner that is one person gets no shares, stage or fit: that would be about a person."),
    N_(
        "What the board sees holds no names. A group of fewer than five partners is “<5”, and money is shown by place "
        "only, where five or more partners give and nobody can work out what the largest one gives."
    ),
    N_("We never derive anyone's origin. Origin counts only from an official result that a partner already has."),
)
LIMITS = (
    N_("CBS counts nobody who lives in Germany or Belgium, although they may be close neighbours of the museum."),
    N_("In Kerkrade, origin in Europe is largely its German neighbours."),
    N_("A partner's address is not always where it works. Fill in the work area where you know it."),
    N_(
        "The figures about ages, origin and households that come with the app are whole percentages: known to half a "
        "percentage point. Those about education and income are of 2021 and approximate. Newer figures are counts."
    ),
    N_("No figure says whether a partnership is a good one. That takes a conversation."),
)


def measures(view: View) -> None:
    """Explain what is computed, with an example from the mirror on screen."""
    t = view.t
    st.markdown("## " + t("How to read the mirror"))
    for name, words in MEASURES:
        st.markdown(f"**{t(name)}.** {t(words)}")
    example = _example(view)
    if example:
        st.markdown("### " + t("An example, from your own mirror"))
        components.sentences([_worked(*example, t)])
    st.markdown("### " + t("The words we use"))
    for status, words in STATES.items():
        st.markdown(f"- **{components.state(status, t)}**: {components.escape_markdown(t(words))}")


def privacy(t: Texts) -> None:
    """Say what is kept and what is not."""
    st.markdown("## " + t("Privacy"))
    _points(PRIVACY, t)


def limits(t: Texts) -> None:
    """Say what these figures cannot tell."""
    st.markdown("## " + t("What these figures cannot tell"))
    _points(LIMITS, t)


def _points(lines: tuple[str, ...], t: Texts) -> None:
    st.markdown("\n".join(f"- {t(line)}" for line in lines))


def _example(view: View) -> tuple[DimensionResult, Group] | None:
    """Return the largest group of the first dimension that is tested."""
    for result in view.mirror().dimensions:
        if result.tested:
            return result, max(result.groups, key=lambda group: group.region_share or 0)
    return None


def _worked(result: DimensionResult, group: Group, t: Texts) -> str:
    low, high = group.band or (0.0, 0.0)
    return t(
        WORKED,
        theme=t(dimension(result.id).label),
        group=t(group.label),
        q=t.percent(group.region_share or 0, 1),
        p=t.percent(group.partner_share or 0, 1),
        n=t.number(group.n),
        gap=t.points(group.gap or 0, 1),
        ratio=t.number(group.ratio or 0, 2),
        low=t.percent(low, 1),
        high=t.percent(high, 1),
        state=state_label(group.status, t),
    )


WORKED = N_(
    "{theme}, {group}: {q} of the region and {p} of the {n} partners that we know. The difference is {gap} percentage "
    "points, the ratio {ratio}. By chance the share would lie between {low} and {high}. So: {state}."
)
