"""Overview: what stands out, what can be done about it, how much we know, and what to do this month."""

import streamlit as st

from regional import sentences as say
from regional.charts.known import known_bar
from regional.sentences.overview import TASKS
from regional.ui import components, storage
from regional.ui.overview import cards, welcome
from regional.ui.region import home
from regional.ui.router import show
from regional.ui.talks import panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t, mirror = view.t, view.mirror()
    components.head(view, t("Whom do we work with, and who lives around us?"))
    if welcome.is_open(view):
        st.markdown(
            t(
                "Partnerspiegel sets your partners beside figures about your region. You see whom you "
                "may be missing and whom you could talk to. Nobody gets a grade. A list of names is "
                "enough to start."
            )
        )
        welcome.steps(view)
        return
    welcome.check(view)
    has_findings = False
    if home.is_open():
        home.ask(view)
    else:
        has_findings = cards.draw(view, mirror)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if has_findings:
            st.caption(t("This is a reason to meet others, never a reason to end a partnership."))
        if view.portfolio.fictitious and storage.newest() is None:
            welcome.begin(view)
    left, right = st.columns(2, gap="large")
    with left:
        _known(view)
    with right:
        _month(view)
    _vision(view)


def _known(view: View) -> None:
    """How much is known as one bar, under the figures that need no explanation."""
    t, mirror = view.t, view.mirror(weight="count", proposals=True)
    drawn, basis = view.once(
        "known", lambda: (known_bar(say.overview_results(mirror), t), say.basis_sentence(mirror, t))
    )
    st.markdown("### " + t("How much do we know about our partners?"))
    st.caption(components.escape_markdown(basis))
    if drawn:
        components.svg(drawn)


def _month(view: View) -> None:
    """Three things: what is due first, then what helps most, with the minutes that it takes."""
    t, soon = view.t, panels.due_soon(view)
    st.markdown("### " + t("This month"))
    if soon:
        components.bullets(soon[:TASKS])
    if len(soon) > TASKS:
        more = t.plural("{n} more in the agenda", "{n} more in the agenda", len(soon) - TASKS)
        st.page_link("pages/in_gesprek.py", label=more, icon=":material/event:")
    for task in view.once("month", lambda: say.month_tasks(view.mirror(weight="count"), t))[
        : TASKS - len(soon[:TASKS])
    ]:
        label = t("{task} ({n} minutes)", task=task.words.rstrip("."), n=t.number(task.minutes))
        st.page_link(f"pages/{task.page}.py", label=components.escape_markdown(label), icon=":material/arrow_forward:")
    st.page_link("pages/delen.py", label=t("Share this, or make the report"), icon=":material/share:")


def _vision(view: View) -> None:
    """What the museum itself stands for, in its own words."""
    vision = storage.workspace().museum().vision if storage.has_workspace() else ""
    if vision:
        st.markdown("### " + view.t("What we stand for"))
        components.sentences([vision])


show(render)
