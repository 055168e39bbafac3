"""Overview: what we know, what stands out, whom nobody reaches, what to do first."""

import pandas as pd
import streamlit as st

from regional import sentences as say
from regional.charts.overview import overview_rows
from regional.partners.completeness import first_to_fill
from regional.ui import components
from regional.ui.router import show
from regional.ui.sharing import report_download
from regional.ui.talks import panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t, mirror = view.t, view.mirror()
    components.head(view, t("With whom do we work, and who lives around us?"))
    st.markdown(
        t(
            "Partnerspiegel lays your partners beside figures about your region. You see whom you may be missing "
            "and with whom you can start a conversation. Nobody gets a mark. A list of names is enough to begin."
        )
    )
    _figures(view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown("## " + t("What stands out"))
        _findings(view)
        st.markdown("## " + t("Who is reached"))
        _reach(view)
    with right:
        st.markdown("## " + t("What we know"))
        components.sentences(say.mirror_headline(mirror, t))
        st.markdown("## " + t("What to do first"))
        components.bullets(say.first_steps(mirror, t))
        components.on_request(t("With which partners to begin"), "begin_with", lambda: _begin(view))
        st.page_link("pages/onze_partners.py", label=t("Go to Our partners"), icon=":material/arrow_forward:")
        _due(view)
    components.on_request(t("The report as PDF"), "report", lambda: report_download.panel(view))


def _figures(view: View) -> None:
    """Four figures that need no explanation."""
    t, partners = view.t, view.mirror().partners
    told = (
        (t("Active partners"), t.number(partners.n)),
        (t("In the region"), t.number(partners.in_region)),
        (t("Inhabitants of the region"), t.number(view.profile.inhabitants)),
        (t("Known for whom they work"), t("{n} of {total}", n=view.mirror().reach_known, total=partners.n)),
    )
    for column, (label, value) in zip(st.columns(len(told)), told, strict=True):
        column.metric(label, value)


def _findings(view: View) -> None:
    """At most three things, each with how sure it is and one next step; then all themes in a table."""
    t, mirror = view.t, view.mirror()
    found = say.findings(mirror)
    if not found:
        components.sentences([t("No clear difference.")])
    for finding in found:
        step = say.next_step(finding, mirror, t)
        st.markdown(f"**{components.escape_markdown(say.certainty_words(finding, t))}**")
        components.sentences([say.finding_sentence(finding, mirror, t), *([step] if step else [])])
    rows = overview_rows(say.overview_results(mirror), t)
    components.table(
        pd.DataFrame([{t("Theme"): r.label, t("What we see"): f"{r.symbol.glyph} {r.words}"} for r in rows])
    )


def _due(view: View) -> None:
    """What is due within a month, or was."""
    t, soon = view.t, panels.due_soon(view)
    if soon:
        st.markdown("## " + t("What is due"))
        components.bullets(soon)
        st.page_link("pages/plan_van_aanpak.py", label=t("Go to the action plan"), icon=":material/arrow_forward:")


def _begin(view: View) -> None:
    """Name the partners to fill in first, for the question that most helps the mirror."""
    t, names = view.t, view.portfolio.frame["name"]
    column = next((found for found in first_to_fill(view.portfolio) if found.question == "mainly_for"), None)
    if column is None:
        components.sentences([t("For every partner we know for whom it mainly works.")])
    else:
        components.sentences([t("Fill in for whom they mainly work (column {column}):", column=column.column)])
        components.bullets([str(names[row]) for row in column.rows])


def _reach(view: View) -> None:
    t, mirror = view.t, view.mirror()
    counted = [r for r in mirror.reach if r.inhabitants is not None and r.dimension == "age"]
    components.bullets([say.reach_sentence(r, t, mirror.reach_known) for r in counted])


show(render)
