"""The parts of the page In conversation."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from regional.dimensions import dimension
from regional.partners.partner import ValueOrigin
from regional.partners.schema import Grade
from regional.plan.ical import CalendarEntry, calendar
from regional.plan.talks import GUIDES, TALK_QUESTIONS, by_approach
from regional.texts import N_, Message, Texts
from regional.ui import access, components, drafts, forms, storage
from regional.ui.questionnaire import records
from regional.ui.view import View
from regional.workspace.records import Conversation, Museum

FITS = {"": N_("Not known"), "yes": N_("We agree here"), "partly": N_("We are still talking about this")}
PAID = {"": N_("Not known"), "yes": N_("Yes"), "partly": N_("Partly"), "no": N_("No")}
WITH, NOTE, PICKED = "talk_with", "talk_note", "talk_picked"
"""Session keys: the partner to talk with, whether the form is open, and whether a proposal opened it."""
FIELDS = drafts.HeldFields("talk")
MONTH = dt.timedelta(days=31)


def everybody(view: View) -> None:
    """List partners by how to go into a conversation with them: never a ranking."""
    t = view.t
    st.markdown(
        t(
            "Where a partner stands is what the partner says, or what was noted in a dated conversation. "
            "Nobody gets a grade."
        )
    )
    for approach, names in view.once("by_approach", lambda: by_approach(view.portfolio)).items():
        if names:
            guide = GUIDES[approach]
            st.markdown("### " + components.escape_markdown(t(guide.title)))
            components.sentences([f"{t(guide.when)} {t(guide.how)}", t.listed(names)])


def note(view: View) -> None:
    """The form for one conversation, and the history with that partner."""
    t, ids = view.t, view.partner_ids
    st.caption(storage.where_kept(t))
    if not ids:
        components.sentences([t("There are no partners yet. Upload a list on the page Our partners.")])
        return
    name = FIELDS.draw(st.selectbox, t("With"), key=WITH, options=list(ids))
    partner_id = ids[name or next(iter(ids))]
    forms.draw(_form(view, partner_id, "new"), t, kept=partial(_into_list, view))
    history(view, partner_id)


def unpick() -> None:
    """Show the proposals again."""
    st.session_state.pop(PICKED, None)


def form_key(partner_id: str, key: str = "new") -> str:
    """Return the key of the form for a conversation with a partner."""
    return f"talk_{partner_id}_{key}"


def history(view: View, partner_id: str) -> None:
    """All conversations with one partner, each to be changed or removed."""
    t, repository = view.t, storage.workspace().conversations
    talks = repository.list(partner_id=partner_id)
    if talks:
        st.markdown("### " + t("Earlier conversations"))
    for talk in reversed(talks):
        components.on_request(_headline(talk, t), f"talk_{talk.id}", partial(_change, view, talk))


def _change(view: View, talk: Conversation) -> None:
    forms.draw(_form(view, talk.partner_id, talk.id), view.t, talk, kept=partial(_into_list, view))
    if access.button(view.t("Remove this conversation"), view.t, key=f"remove_{talk.id}", icon=":material/delete:"):
        storage.remove(storage.workspace().conversations, talk)
        st.rerun()


def _into_list(view: View, talk: Conversation) -> None:
    """Let the list know where the partner stands now: what the last conversation says goes before what was there.

    The example is not written into.
    """
    unpick()
    repository = storage.workspace().conversations
    if storage.newest() is None or repository.list(partner_id=talk.partner_id)[-1].id != talk.id:
        return
    said = {"fase": talk.stage, "visie_sluit_aan": talk.fit, "laatste_gesprek": talk.day.isoformat()}
    versions = storage.workspace().versions
    row = next((row for row in versions.rows() if row.partner_id == talk.partner_id), None)
    if row is not None:
        why = view.t("Conversation of {date}", date=view.t.date(talk.day))
        cells = {column: value for column, value in said.items() if value}
        versions.save_row(row.answered(cells, ValueOrigin(grade=Grade.ASKED, source=why, on=talk.day)), why)


def _headline(talk: Conversation, t: Texts) -> str:
    stage = [t(dimension("stage").category(talk.stage).label)] if talk.stage else []
    return ", ".join([t.date(talk.day), *stage])


def _form(view: View, partner_id: str, key: str) -> forms.Form[Conversation]:
    t = view.t
    stages = {"": t("Not known")} | {c.id: t(c.label) for c in dimension("stage").categories}
    paid = {code: t(label) for code, label in PAID.items()}
    return forms.Form(
        key=form_key(partner_id, key),
        kind=Conversation,
        repository=storage.workspace().conversations,
        fixed={"partner_id": partner_id},
        done=Message.of("The conversation is kept."),
        fields=(
            forms.Field("day", t("Date"), "date"),
            forms.Field("stage", t("Where they stand, by their own account"), "choice", stages),
            forms.Field("fit", t("Our visions"), "choice", {c: t(v) for c, v in FITS.items()}),
            forms.Field("notes", t("What was said"), "text"),
            forms.Field("next_step", t("Next step"), "line"),
            forms.Field("next_on", t("On or before"), "date"),
            forms.Field("owner", t("Who does it (role)"), "line"),
            forms.Field("who_decides", t("Who decides in our cooperation?"), "text"),
            forms.Field("work_paid", t("Is all the work paid for?"), "choice", paid),
            forms.Field("brings_them", t("What does it bring them?"), "text"),
            forms.Field("brings_us", t("What does it bring us?"), "text"),
        ),
    )


def agenda(view: View) -> None:
    """What is to be done, by date, as a calendar file too; nothing where nothing has a date."""
    t = view.t
    entries = due(view)
    if not entries:
        return
    st.markdown("## " + t("Agenda"))
    today = dt.date.today()
    components.bullets([f"{t.date(e.day)}{_late(e, today, t)}: {e.title}" for e in entries])
    st.download_button(
        t("Add to your calendar"), lambda: calendar(entries, "Partnerspiegel", dt.datetime.now(dt.UTC)),
        "partnerspiegel.ics", "text/calendar", key="agenda_ics", on_click="ignore", icon=":material/event:",
    )  # fmt: skip


def due_soon(view: View) -> list[str]:
    """Return what is due within a month or late, worded; goals to look at again and data to erase included."""
    if not storage.has_workspace():
        return []
    t, today = view.t, dt.date.today()
    lines = [f"{t.date(e.day)}{_late(e, today, t)}: {e.title}" for e in due(view) if e.day <= today + MONTH]
    asked = len(records.to_remind(view, today))
    if asked:
        lines.append(t.plural("{n} partner may be reminded of the questions.",
                              "{n} partners may be reminded of the questions.", asked))  # fmt: skip
    old = len(storage.workspace().due_for_erasure(today))
    if old:
        lines.append(t.plural("{n} thing has been kept for its whole term.",
                              "{n} things have been kept for their whole term.", old))  # fmt: skip
    return lines


def due(view: View) -> list[CalendarEntry]:
    """Return next steps of conversations and open actions that have a date, by date."""
    space, t = storage.workspace(), view.t
    names = {partner_id: name for name, partner_id in view.partner_ids.items()}
    steps = [
        CalendarEntry(
            talk.id, talk.next_on, _who(talk.next_step or t("Next step"), names.get(talk.partner_id, ""), talk.owner)
        )
        for talk in space.conversations.list()
        if talk.next_on
    ]
    actions = [
        CalendarEntry(action.id, action.due, _who(action.title, names.get(action.partner_id or "", ""), action.owner))
        for action in space.actions.list()
        if action.due and not action.done_on
    ]
    goals = [
        CalendarEntry(goal.id, goal.due, _who(goal.title, "", goal.owner)) for goal in space.goals.list() if goal.due
    ]
    return sorted([*steps, *actions, *goals], key=lambda entry: (entry.day, entry.uid))


def _who(what: str, partner: str, owner: str) -> str:
    named = f"{what} – {partner}" if partner else what
    return f"{named} ({owner})" if owner else named


def _late(entry: CalendarEntry, today: dt.date, t: Texts) -> str:
    return f" ({t('too late')})" if entry.day < today else ""


def guide(view: View) -> None:
    """Questions for a conversation, to print."""
    t = view.t
    st.markdown(t("Start with what you yourself find difficult. Openness and learning from each other come first."))
    components.bullets([t(question) for question in TALK_QUESTIONS])


def vision(view: View) -> None:
    """The museum's own vision, and a letter to a possible partner that shows it."""
    t, space = view.t, storage.workspace()
    museum = space.museum()
    forms.draw(
        forms.Form(
            key="vision", kind=Museum, repository=space.museums, done=Message.of("The vision is kept."),
            fields=(forms.Field("name", t("Name of the museum")), forms.Field("vision", t("Our vision"), "text")),
        ),
        t, museum,
    )  # fmt: skip
    if museum.vision:
        letter = introduction(museum, t)
        st.markdown("### " + t("A letter to a possible partner"))
        _letter(letter, t)


def _letter(letter: str, t: Texts) -> None:
    st.code(letter, language=None, wrap_lines=True)
    st.download_button(t("Download"), letter, "brief.txt", key="letter_txt", on_click="ignore")


def introduction(museum: Museum, t: Texts) -> str:
    """Return a letter that shows the museum's vision to an organisation it does not know yet."""
    return "\n\n".join(
        [
            t("Dear reader,"),
            t(
                "We are {museum}. We want to be there for everybody in our region, and we do not know everybody yet. "
                "That is why we write to you.", museum=museum.name or t("a museum in your region"),
            ),
            t("This is what we stand for:"),
            museum.vision,
            t(
                "We would like to meet: at your place or at ours, without obligation. We are curious for whom you "
                "work, what you would like from a museum, and what we can learn from each other."
            ),
            t("Kind regards,"),
            museum.name,
        ]
    ).rstrip()  # fmt: skip


def introductions(view: View) -> None:
    """Who can introduce us: what partners answered to the last of the six questions."""
    t = view.t
    names = {partner_id: name for name, partner_id in view.partner_ids.items()}
    told = [
        t("{partner}: {answer}", partner=names[question.partner_id], answer=question.answer)
        for question in storage.workspace().questions.list(question="introduce")
        if question.answer and question.partner_id in names
    ]
    if told:
        st.markdown("## " + t("Who can introduce us?"))
        components.bullets(told)
