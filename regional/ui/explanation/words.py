"""The words of the page Sources and explanation, with examples computed from what is on screen."""

from __future__ import annotations

import streamlit as st

from regional.dimensions import dimension
from regional.mirror.result import DimensionResult, Group
from regional.partners.composition import FEWEST, STEP
from regional.publishing.safe import LEAST
from regional.sentences.measures import plain, states
from regional.sentences.states import state_words
from regional.texts import N_, Texts
from regional.ui import components
from regional.ui.view import View

KERKRADE = "GM0928"
GERMANS = N_("In Kerkrade, origin in Europe is largely its German neighbours.")
PRIVACY = (
    N_("Columns about persons (contact, e-mail, telephone, date of birth) are dropped before anything is kept."),
    N_(
        "Your list and notes stay with your museum: on this computer, or, where nothing is kept, in this browser "
        "session. Nothing is sent to CBS, PDOK or anyone else."
    ),
    N_(
        "Shares about people count only where they are about {people} people or more, and are rounded to {points} "
        "percentage points."
    ),
    N_("A partner that is one person gets no shares, stage or fit: that would be about a person."),
    N_(
        "What the board sees holds no names. A group of fewer than {least} partners is “<{least}”, and money is shown "
        "by place only, where {least} or more partners give and nobody can work out what the largest one gives."
    ),
    N_("We never derive anyone's origin. Origin counts only from an official result that a partner already has."),
)
LIMITS = (
    N_("CBS counts nobody who lives in Germany or Belgium, although they may be close neighbours of the museum."),
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
    for name, words in plain(t):
        st.markdown(f"**{name}.** {words}")
    example = _example(view)
    if example:
        st.markdown("### " + t("An example, from your own mirror"))
        components.sentences([_worked(*example, t)])
    st.markdown("### " + t("The words we use"))
    for status, words in states(view.settings, t).items():
        st.markdown(f"- **{components.state(status, t)}**: {components.escape_markdown(words)}")


def privacy(t: Texts) -> None:
    """Say what is kept and what is not."""
    st.markdown("## " + t("Privacy"))
    _points([t(line, people=FEWEST, points=100 // STEP, least=LEAST) for line in PRIVACY])


def limits(view: View) -> None:
    """Say what these figures cannot tell."""
    t = view.t
    st.markdown("## " + t("What these figures cannot tell"))
    here = (GERMANS,) if KERKRADE in view.region.codes else ()
    _points([t(line) for line in (*LIMITS, *here)])


def _points(lines: list[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))


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
        state=state_words(group.status, t),
    )


WORKED = N_(
    "{theme}, {group}: {q} of the region and {p} of the {n} partners that we know. The difference is {gap} percentage "
    "points, the ratio {ratio}. By chance the share would lie between {low} and {high}. So: {state}."
)
