"""What stands out, as cards: whom it is about, a small picture, one sentence, how sure, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from regional import sentences as say
from regional.charts.finding import finding_picture
from regional.mirror.result import Mirror
from regional.sentences import Finding, FindingWords
from regional.ui import access, choices, components
from regional.ui.plan import panels as plan
from regional.ui.questionnaire import panels as questions
from regional.ui.search import profile
from regional.ui.view import View

Way = tuple[str, str, Callable[[], None], str]
"""Words of a button, what it is, what it does, and the page that it opens."""


def draw(view: View, mirror: Mirror) -> bool:
    """Draw at most three findings beside each other, one line where there are none, and tell which it was."""
    t = view.t
    found = view.once("cards", lambda: [(one, say.finding_words(one, mirror, t)) for one in say.findings(mirror)])
    if not found:
        components.sentences([t("No clear difference.")])
        return False
    for at, (column, card) in enumerate(zip(st.columns(max(len(found), 2), gap="medium"), found, strict=False)):
        with column.container(border=True):
            _card(view, mirror, *card, at)
    return True


def _card(view: View, mirror: Mirror, finding: Finding, told: FindingWords, at: int) -> None:
    t = view.t
    st.markdown("### " + components.escape_markdown(told.heading))
    groups = tuple(group.id for group in finding.groups)
    drawn = view.once("card", lambda: finding_picture(finding, mirror, t), finding.dimension, groups)
    components.svg(drawn, small=True)
    components.sentences([told.line])
    st.caption(components.escape_markdown(told.sure))
    ways(view, mirror, finding, f"card_{at}")


def ways(view: View, mirror: Mirror, finding: Finding, key: str) -> None:
    """Draw what can be done about a finding: the nearest as a main button, the others as small ones."""
    first, *others = _ways(view, mirror, finding)
    _button(view, first, key, is_first=True)
    with st.container(horizontal=True, gap="small", key=f"small_ways_{key}"):
        for way in others:
            _button(view, way, key)


def _ways(view: View, mirror: Mirror, finding: Finding) -> list[Way]:
    """Return what can be done about a finding, the nearest first; an agreement is made, other pages open filled in."""
    t = view.t
    groups = [f"{finding.dimension}:{group.id}" for group in finding.groups]

    ways: dict[str, Way] = {
        "agree": (t("Make this an action"), "agree", lambda: plan.agree(mirror, finding, t), "plan_van_aanpak"),
        "ask": (t("Ask these partners"), "ask", lambda: questions.choose_first(view), "vragen_aan_partners"),
        "look": (t("Who are we looking for?"), "look", lambda: profile.look_for(groups), "wie_zoeken_we"),
    }
    first = {"gap": "look", "ask": "ask"}.get(finding.kind, "agree")
    return [ways[first], *(way for name, way in ways.items() if name != first)]


def _button(view: View, way: Way, key: str, *, is_first: bool = False) -> None:
    words, name, do, page = way
    # To agree keeps something; the others only open a page filled in.
    button: Callable[..., bool] = partial(access.button, t=view.t) if name == "agree" else st.button
    if button(words, key=f"{key}_{name}", type="primary" if is_first else "tertiary"):
        do()
        choices.go_to(f"pages/{page}.py")
