"""The parts of the page Our region that choose and describe it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from regional.texts import N_, Message
from regional.ui import access, components, finder, forms, storage
from regional.ui.region import members
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import Museum, Question, RegionNote


def summary(view: View) -> str:
    """Return in one sentence what region this is."""
    profile, total = view.profile, view.country.inhabitants
    return view.t.plural(
        "{name}: {inhabitants} inhabitants in {n} municipality, {share} of the Netherlands.",
        "{name}: {inhabitants} inhabitants in {n} municipalities, {share} of the Netherlands.",
        len(profile.codes),
        name=view.region_name,
        inhabitants=view.t.number(profile.inhabitants),
        share=view.t.percent(profile.inhabitants / total, 1),
    )


def choose(view: View) -> None:
    """Offer the box that finds a region, and the table that adds and takes away municipalities one by one."""
    t = view.t
    finder.box(view.region, view.figures, t, "region_pick_page")
    st.markdown(t("Municipalities one by one"))
    members.table(view)
    st.caption(t("Tick a municipality to add it, or click it on the map. The region comes first, then by distance."))


def _by_name(view: View) -> dict[str, str]:
    """Return code -> name of every municipality, by name."""
    return dict(sorted(view.figures.names.items(), key=lambda item: item[1]))


def needs(view: View) -> None:
    """Let the museum write down, in its own words, what is going on in the region."""
    t, repository = view.t, storage.workspace().region_notes
    st.markdown("## " + t("What matters here?"))
    st.markdown(t("Figures do not say what people need. Write down what you hear, from whom, and where."))
    st.caption(storage.where_kept(t))
    for note in repository.list(region=view.region.spec):
        components.on_request(_note_line(note), f"need_{note.id}", partial(_change_note, view, note))
    _answers(view)
    components.on_request(t("Add a note"), "need_new", lambda: forms.draw(_note_form(view, "new"), t))


def _answers(view: View) -> None:
    """Show what partners answered to the third question, with who said it and when; one tap takes it over."""
    t = view.t
    names = {partner_id: name for name, partner_id in view.partner_ids.items()}
    space = storage.workspace()
    noted = {(note.text, note.source) for note in space.region_notes.list(region=view.region.spec)}
    told = [
        (q, t("{partner}, {date}", partner=names[q.partner_id], date=t.date(q.answered_on)))
        for q in space.questions.list(question="needs")
        if q.answer and q.answered_on and q.partner_id in names
    ]
    new = [(q, source) for q, source in told if (q.answer, source) not in noted]
    if new:
        label = f"{t('What partners answered')} ({t.number(len(new))})"
        components.on_request(label, "need_answers", lambda: _list(new, view))


def _list(new: Sequence[tuple[Question, str]], view: View) -> None:
    t = view.t
    for q, source in new:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(components.escape_markdown(f"“{q.answer}” ({source})"))
            access.button(t("Take this over"), t, key=f"need_from_{q.id}", on_click=_take_over,
                          args=(view.region.spec, q.answer, source))  # fmt: skip


def _take_over(region: str, text: str, source: str) -> None:
    try:
        storage.workspace().region_notes.add(RegionNote(region=region, text=text, source=source))
    except WorkspaceError as error:
        storage.flash(error.message)


def _note_line(note: RegionNote) -> str:
    where = f" ({', '.join(note.neighbourhoods)})" if note.neighbourhoods else ""
    return f"{note.text}{where}"


def _change_note(view: View, note: RegionNote) -> None:
    forms.draw(_note_form(view, note.id), view.t, note)
    if access.button(view.t("Remove"), view.t, key=f"remove_need_{note.id}", icon=":material/delete:"):
        storage.remove(storage.workspace().region_notes, note)
        st.rerun()


def _note_form(view: View, key: str) -> forms.Form[RegionNote]:
    t = view.t
    return forms.Form(
        key=f"need_{view.region.spec}_{key}",
        kind=RegionNote,
        repository=storage.workspace().region_notes,
        fixed={"region": view.region.spec},
        fields=(
            forms.Field("text", t("What matters"), "text"),
            forms.Field("source", t("Who says so")),
            forms.Field("neighbourhoods", t("Neighbourhoods"), "list", help=t("Several with a comma.")),
        ),
    )


def museum(view: View) -> None:
    """The museum itself: name, place, the region it begins with, and its thresholds."""
    t, space = view.t, storage.workspace()
    places = {"": t("Not known"), **_by_name(view)}
    forms.draw(
        forms.Form(
            key="museum", kind=Museum, repository=space.museums, done=Message.of("Our museum is kept."),
            fields=(
                forms.Field("name", t("Name of the museum")),
                forms.Field("municipality", t("Our museum is in"), "choice", places),
                forms.Field("low_ratio", t("“Less” below this ratio"), "number", help=t(THRESHOLD)),
                forms.Field("high_ratio", t("“More” above this ratio"), "number", help=t(THRESHOLD)),
                forms.Field("min_known", t("Fewest known partners to say anything"), "number", help=t(THRESHOLD)),
            ),
        ),
        t, space.museum(),
    )  # fmt: skip
    if view.region.spec != storage.default_region():
        access.button(t("Begin with this region from now on"), t, key="default_region", on_click=_begin_here,
                  args=(view.region.spec, view.region_name))  # fmt: skip


THRESHOLD = N_("Leave this as it is unless you have a reason: every museum that uses the same can be compared.")


def _begin_here(spec: str, name: str) -> None:
    storage.begin_with_region(spec, name)
    storage.flash(Message.of("From now on we begin with this region."))
