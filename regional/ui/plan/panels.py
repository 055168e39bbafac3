"""The parts of the page Action plan: steps, goals, actions and the yearly review."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import streamlit as st

from regional import sentences as say
from regional.dimensions import dimension
from regional.mirror.result import Mirror
from regional.plan.facts import Facts, PlanFacts, facts
from regional.plan.steps import PRINCIPLES, PlanStep, Stand
from regional.sentences import Finding
from regional.texts import N_, Message, Texts
from regional.ui import access, components, forms, storage
from regional.ui.view import View
from regional.workspace import records
from regional.workspace.workspace import Workspace

STANDS = {
    Stand.DONE: (":material/check_circle:", N_("done")),
    Stand.BEGUN: (":material/timelapse:", N_("begun")),
    Stand.NOT_YET: (":material/radio_button_unchecked:", N_("not yet")),
}
UNITS = {"": N_("Not measured in a number"), "share": N_("Per cent"), "partners": N_("Partners"), "euro": N_("Euros")}
YEAR = dt.timedelta(days=365)
FIRST = 3
"""Steps to begin with."""
TITLE = 300
"""Characters of a title at most."""
PAGES = Path(__file__).parents[3] / "pages"


def kept_facts(space: Workspace, today: dt.date) -> PlanFacts:
    """Count what the museum keeps, as of ``today``."""
    goals, actions, reviews = space.goals.list(), space.actions.list(), space.reviews.list()
    shared = [publication.created_on for publication in space.publications.list()]
    return PlanFacts(
        vision=bool(space.museum().vision),
        needs=len(space.region_notes.list()),
        talks=sum(today - YEAR <= talk.day <= today for talk in space.conversations.list()),
        goals=len(goals),
        goals_owned=sum(bool(goal.owner) for goal in goals),
        actions=len(actions),
        actions_done=sum(action.done_on is not None for action in actions),
        actions_late=sum(bool(a.due and a.due < today and not a.done_on) for a in actions),
        last_review=max((review.year for review in reviews), default=0),
        publications=len(shared),
        last_publication=max(shared, default=None),
    )


def next_steps(view: View) -> None:
    """Say how far the plan is, and the first steps that are not done yet, each with where to do it."""
    t, known = view.t, _known(view)
    stands = [(step, step.measure(known).stand) for principle in PRINCIPLES for step in principle.steps]
    ticked = {tick.step for tick in storage.workspace().steps.list() if tick.done_on}
    left = [step for step, stand in stands if stand is not Stand.DONE and step.id not in ticked]
    components.sentences([
        t("What do we do, who does it, and when? {done} of {n} steps are done.", done=t.number(len(stands) - len(left)),
          n=t.number(len(stands))),
    ])  # fmt: skip
    for step in left[:FIRST]:
        label = components.escape_markdown(t(step.text))
        if step.page == "plan_van_aanpak" or not (PAGES / f"{step.page}.py").exists():
            st.markdown(f"- {label}")
        else:
            st.page_link(f"pages/{step.page}.py", label=label, icon=":material/arrow_forward:")


def _known(view: View) -> Facts:
    today = dt.date.today()
    kept = kept_facts(storage.workspace(), today)
    return view.once("plan_facts", lambda: facts(view.portfolio, kept, today), kept, today)


def steps(view: View) -> None:
    """The five principles, each step with how far it is by the data and a tick by hand."""
    t, known = view.t, _known(view)
    ticks = {tick.step: tick for tick in storage.workspace().steps.list()}
    st.caption(t(OWN_WORDS))
    for number, principle in enumerate(PRINCIPLES, start=1):
        st.markdown(f"### {number}. {components.escape_markdown(t(principle.text))}")
        for step in principle.steps:
            _step(view, step, known, ticks.get(step.id))


OWN_WORDS = N_(
    "The five principles are those of the Code Diversiteit & Inclusie, the code of the Dutch cultural sector, in our "
    "own words. The steps are ours."
)


def _step(view: View, step: PlanStep, known: Facts, tick: records.Step | None) -> None:
    t, progress = view.t, step.measure(known)
    icon, word = STANDS[progress.stand]
    by_hand = t("; ticked by hand") if tick and tick.done_on else ""
    label = f"{t(step.text)} ({t(word)}{by_hand})"
    with st.expander(label, key=f"step_{step.id}", icon=icon, on_change="rerun") as box:
        if box.open:
            components.sentences([t(progress.why)])
            if step.page != "plan_van_aanpak" and (PAGES / f"{step.page}.py").exists():
                st.page_link(f"pages/{step.page}.py", label=t("Go there"), icon=":material/arrow_forward:")
            _tick(view, step, tick)


def _tick(view: View, step: PlanStep, tick: records.Step | None) -> None:
    t = view.t
    forms.draw(
        forms.Form(
            key=f"tick_{step.id}", kind=records.Step, repository=storage.workspace().steps, fixed={"step": step.id},
            fields=(
                forms.Field("done_on", t("Done on"), "date"),
                forms.Field("evidence", t("How can one tell?"), "text"),
            ),
        ),
        t, tick,
    )  # fmt: skip


def goals(view: View) -> None:
    """Goals for what is missed: kept ones to change, a new one to set, with the gaps of the mirror at hand."""
    t, repository = view.t, storage.workspace().goals
    gaps = [say.group_sentence(result, group, t, weight=view.settings.weight)
            for result, group in say.overview_gaps(view.mirror())]  # fmt: skip
    if gaps:
        components.sentences([t("What is clear now:")])
        components.bullets(gaps)
    for goal in repository.list():
        told = t("{goal} ({year})", goal=goal.title, year=str(goal.year)) if goal.year else goal.title
        components.on_request(told, f"goal_{goal.id}", partial(_change_goal, view, goal))
    components.on_request(t("Set a goal"), "goal_new", lambda: forms.draw(_goal_form(view, "new"), t))


def _change_goal(view: View, goal: records.Goal) -> None:
    forms.draw(_goal_form(view, goal.id), view.t, goal)
    _remove(goal, view.t, f"remove_goal_{goal.id}")


def _goal_form(view: View, key: str) -> forms.Form[records.Goal]:
    t = view.t
    units = {code: t(label) for code, label in UNITS.items()}
    themes = {"": t("None of these")} | {r.id: t(dimension(r.id).label) for r in view.mirror().dimensions}
    notes: dict[str | None, str] = {None: t("None of these")}
    notes |= {note.id: note.text[:80] for note in storage.workspace().region_notes.list()}
    return forms.Form(
        key=f"goal_{key}",
        kind=records.Goal,
        repository=storage.workspace().goals,
        done=Message.of("The goal is kept."),
        fields=(
            forms.Field("title", t("Goal")),
            forms.Field("dimension", t("About which theme of the mirror"), "choice", themes),
            forms.Field("need_id", t("About what matters in the region"), "choice", notes),
            forms.Field("now", t("Now"), "text"),
            forms.Field("wanted", t("Wanted"), "text"),
            forms.Field("needed", t("What it takes"), "text"),
            forms.Field("target", t("Target"), "number"),
            forms.Field("unit", t("Counted in"), "choice", units),
            forms.Field("year", t("Year of the target"), "year"),
            forms.Field("owner", t("Who looks after it (role)")),
            forms.Field("due", t("Look again on"), "date"),
            forms.Field("explanation", t("Explanation"), "text"),
        ),
    )


def actions(view: View) -> None:
    """Actions: what, who, when, done."""
    t, repository = view.t, storage.workspace().actions
    _from_findings(view)
    for action in repository.list():
        components.on_request(_action_line(action, t), f"action_{action.id}", partial(_change_action, view, action))
    components.on_request(t("Agree on an action"), "action_new", lambda: forms.draw(_action_form(view, "new"), t))
    st.caption(storage.where_kept(t))


def agree(mirror: Mirror, finding: Finding, t: Texts) -> None:
    """Put what a finding asks for in the plan, and let it open there; what is in the plan already is not put twice."""
    kept = storage.workspace().actions
    title = _asked(mirror, finding, t)
    action = _planned().get(title) or kept.add(
        records.Action(title=title, evidence=say.finding_line(finding, mirror, t))
    )
    st.session_state[f"action_{action.id}"] = True
    storage.flash(Message.of("It is in the plan. Fill in who does it, and when."))


def _asked(mirror: Mirror, finding: Finding, t: Texts) -> str:
    """Return what a finding asks for, as the title of an action."""
    return (say.next_step(finding, mirror, t) or say.finding_heading(finding, mirror, t))[:TITLE]


def _planned() -> dict[str, records.Action]:
    """Return the actions that are not done, by title."""
    return {action.title: action for action in storage.workspace().actions.list() if not action.done_on}


def _from_findings(view: View) -> None:
    """Offer what stands out in the mirror and is not in the plan yet, each to be put in it by one click."""
    t, mirror, planned = view.t, view.mirror(), _planned()
    found = view.once("asked_for", lambda: [(one, _asked(mirror, one, t), say.finding_line(one, mirror, t))
                                            for one in say.findings(mirror)])  # fmt: skip
    for at, (finding, asked, line) in enumerate(found):
        if finding.kind == "well" or asked in planned:
            continue
        with st.container(border=True):
            components.sentences([line])
            access.button(t("Make this an action"), t, key=f"plan_agree_{at}", icon=":material/add_task:",
                          on_click=partial(agree, mirror, finding, t))  # fmt: skip


def _action_line(action: records.Action, t: Texts) -> str:
    done = [t("done")] if action.done_on else [t.date(action.due)] if action.due else []
    return ", ".join([action.title, *([action.owner] if action.owner else []), *done])


def _change_action(view: View, action: records.Action) -> None:
    forms.draw(_action_form(view, action.id), view.t, action)
    _remove(action, view.t, f"remove_action_{action.id}")


def _action_form(view: View, key: str) -> forms.Form[records.Action]:
    t, space = view.t, storage.workspace()
    choice = {"": t("None of these")} | {p.id: t(p.text) for p in PRINCIPLES}
    of_goal: dict[str | None, str] = {None: t("None of these")} | {goal.id: goal.title for goal in space.goals.list()}
    partners: dict[str | None, str] = {None: t("None of these")}
    partners |= {partner_id: name for name, partner_id in view.partner_ids.items()}
    return forms.Form(
        key=f"action_{key}",
        kind=records.Action,
        repository=space.actions,
        done=Message.of("The action is kept."),
        fields=(
            forms.Field("title", t("What will be done")),
            forms.Field("owner", t("Who does it (role)")),
            forms.Field("due", t("On or before"), "date"),
            forms.Field("done_on", t("Done on"), "date"),
            forms.Field("principle", t("Principle"), "choice", choice),
            forms.Field("goal_id", t("Goal"), "choice", of_goal),
            forms.Field("partner_id", t("Partner"), "choice", partners),
            forms.Field("evidence", t("How can one tell?"), "text"),
        ),
    )


def _remove(record: records.Goal | records.Action, t: Texts, key: str) -> None:
    if access.button(t("Remove"), t, key=key, icon=":material/delete:"):
        space = storage.workspace()
        if isinstance(record, records.Goal):
            storage.remove(space.goals, record)
        else:
            storage.remove(space.actions, record)
        st.rerun()
