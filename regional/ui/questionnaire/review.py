"""Under "te bekijken": what came back, beside what was known; kept when the editor says so, all good ones at once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from regional.dimensions import EVERYONE, REACH_GROUPS
from regional.partners.places import municipality_names
from regional.questionnaire.answers import Received, read_all, read_file
from regional.questionnaire.persons import persons_in
from regional.questionnaire.questions import LONGEST, MARKS, part
from regional.questionnaire.response import Response, to_json, worded
from regional.questionnaire.review import CASE_WORDS, GOOD_CASES, ResponseCase, meaning, named_in, recognised
from regional.texts import Message, Texts
from regional.ui import access, components, drafts, storage, uploads
from regional.ui.questionnaire import records
from regional.ui.questionnaire.records import Waiting
from regional.ui.view import View
from regional.workspace.errors import WorkspaceError

FILES, PASTED, TOLD = "answer_files", "pasted_reply", "received_told"
WHOSE = "pasted_by"
"""Of whom a pasted reply is; asked where it says of nobody that we know."""
FIELDS = drafts.HeldFields("review")
KINDS = ["xlsx", "xls", "ods", "json", "txt", "eml", "html", "zip", "csv"]
ANCHOR = "answers"
Found = Mapping[str, Sequence[str]]
"""Part -> words in its answer that look like something about a person."""
SHOWN = 25
"""Responses drawn one by one; the others can be kept all at once, or come when these are done."""


def point_to(view: View) -> None:
    """Say above everything else that answers wait: who comes for those need not look for them."""
    waiting = records.waiting_for(view)
    if waiting:
        told = view.t.plural("{n} response waits.", "{n} responses wait.", len(waiting))
        st.markdown(f"**{components.escape_markdown(told)}** [{view.t('Look at it')}](#{ANCHOR})")


def review(view: View) -> None:
    """Take in what came back, and show what waits."""
    t = view.t
    st.header(t("To review"), anchor=ANCHOR)
    _take_in(view)
    _told(st.session_state.get(TOLD, []), t)
    waiting = records.waiting_for(view)
    if not waiting:
        components.sentences([t("There is nothing to review.")])
        return
    names = _names(view)
    persons = {one.record.id: _persons(one.response, names) for one in waiting}
    good = [one for one in waiting
            if one.case in GOOD_CASES and not persons[one.record.id] and not _is_open(one, view)]  # fmt: skip
    components.sentences([t.plural("{n} response waits.", "{n} responses wait.", len(waiting))])
    if good:
        label = t.plural("Keep {n} good response", "Keep all {n} good responses", len(good))
        access.button(label, t, key="keep_all", type="primary", on_click=partial(_keep, view, good, {}))
    shown = waiting[:SHOWN]
    everyone, in_list = records.known(view), records.in_list(view, {one.record.partner_id for one in shown})
    for one in shown:
        partner_id = one.record.partner_id
        before = in_list.get(partner_id, {}) | {i: worded(i, s, t) for i, s in everyone[partner_id].said.items()}
        label = f"{one.response.name}: {t(CASE_WORDS[one.case])}" + (" ⚠" if persons[one.record.id] else "")
        with st.expander(components.escape_markdown(label), expanded=len(waiting) == 1):
            _one(view, one, persons[one.record.id], before, names)
    if len(waiting) > SHOWN:
        components.sentences([t.plural("{n} more waits.", "{n} more wait.", len(waiting) - SHOWN)])


def _names(view: View) -> list[str]:
    """Return names of organisations: in them nothing is about a person."""
    frame = view.portfolio.frame
    return [str(name) for name, person in zip(frame["name"], frame["is_person"], strict=True) if not person]


def _take_in(view: View) -> None:
    t = view.t
    files = st.file_uploader(t("Files you got back"), KINDS, accept_multiple_files=True, key=FILES,
                             **uploads.limits(t) | access.locked(t))  # fmt: skip
    pasted = FIELDS.draw(st.text_area, t("Or paste a whole reply"), key=PASTED, start="", height=120,
                         max_chars=50_000, **access.locked(t))  # fmt: skip
    if pasted and WHOSE in st.session_state:
        st.warning(t("This reply does not tell of which partner it is. Say of whom, and read it again."))
        names = sorted(view.partner_ids, key=str.casefold)
        st.selectbox(t("Of whom is this reply?"), names, index=None, key=WHOSE, placeholder=t("Choose"),
                     **access.locked(t))  # fmt: skip
    if files or pasted:
        access.button(t("Read"), t, key="read_answers", type="primary", on_click=partial(_read, view))


def _read(view: View) -> None:
    files = [(file.name, file.getvalue()) for file in st.session_state.get(FILES) or ()]
    pasted = str(st.session_state.get(PASTED) or "")
    received = list(read_all(files))
    if pasted.strip():
        one = _of_whom(view, read_file(view.t("pasted"), pasted.encode("utf-8-sig")))
        if any(records.is_of_nobody(view, response) for response in one.responses):
            by = named_in(pasted, records.known(view))
            st.session_state[WHOSE] = next((name for name, i in view.partner_ids.items() if i == by), None)
            return
        received.append(one)
    try:
        told = records.receive(view, [r for one in received for r in one.responses], dt.date.today())
    except WorkspaceError as error:
        storage.flash(error.message)
        return
    st.session_state[TOLD] = [received, told]
    FIELDS.forget(PASTED)
    st.session_state.pop(WHOSE, None)


def _of_whom(view: View, received: Received) -> Received:
    """Return a pasted reply as that of the partner that was chosen, where it says of nobody that we know."""
    name = st.session_state.get(WHOSE)
    partner_id = view.partner_ids.get(str(name), "")
    return replace(received, responses=tuple(
        replace(one, partner_id=partner_id, name=str(name)) if partner_id and records.is_of_nobody(view, one) else one
        for one in (recognised(each, records.known(view)) for each in received.responses)))  # fmt: skip


def _told(kept: Sequence[object], t: Texts) -> None:
    """Say what was read: how many of each kind, and what could not be read."""
    if not kept:
        return
    received: Sequence[Received] = kept[0]  # type: ignore[assignment]
    told: Sequence[tuple[Response, ResponseCase]] = kept[1]  # type: ignore[assignment]
    for one in received:
        if one.problem:
            st.error(components.escape_markdown(f"{one.name}: {t(one.problem)}"))
    counts = Counter(case for _, case in told)
    components.bullets(_counted(case, counts[case], t) for case in ResponseCase if counts[case])
    for case in (ResponseCase.FOREIGN, ResponseCase.ERASED):
        names = [r.name or r.partner_id or t("without a reference") for r, c in told if c is case][:20]
        if names:
            st.warning(components.escape_markdown(f"{t(CASE_WORDS[case])} ({t.listed(names)})"))
    faults = [(r.name, f) for r, _ in told for f in r.unread]
    if faults:
        st.warning(t.plural("{n} answer cannot be read:", "{n} answers cannot be read:", len(faults)))
        rows = [(name, t(part(f.part).text), f.value, t(f.what), t(f.remedy)) for name, f in faults[:100]]
        columns = [t("Name"), t("Question"), t("Value"), t("What is wrong"), t("How to fix it")]
        components.table(pd.DataFrame(rows, columns=columns))


def _counted(case: ResponseCase, n: int, t: Texts) -> str:
    what = t(CASE_WORDS[case])
    return t.plural("{n} response: {what}", "{n} responses: {what}", n, what=what[:1].lower() + what[1:])


def _persons(response: Response, names: Sequence[str]) -> Found:
    found = {i: tuple(one.words for one in persons_in(said.words, names)) for i, said in response.said.items()}
    return {part_id: words for part_id, words in found.items() if words}


def _one(view: View, one: Waiting, persons: Found, before: Mapping[str, str], names: Sequence[str]) -> None:
    """Draw one response beside what was known ``before`` (part -> words), with what is still to be decided."""
    t, record = view.t, one.record
    if record.is_wiped:
        st.warning(t("This partner took back what it gave. Keeping this empties it here too."))
    rows = [(f"{MARKS.get(i, '')} {t(part(i).text)}", before.get(i, ""), worded(i, said, t))
            for i, said in one.response.said.items()]  # fmt: skip
    components.table(pd.DataFrame(rows, columns=[t("Question"), t("What we knew"), t("What came back")]))
    for part_id, values in record.unread.items():
        told = t("Not understood in “{question}”: {values}", question=t(part(part_id).text),
                 values="; ".join(map(str, values)) if isinstance(values, list) else str(values))  # fmt: skip
        st.warning(components.escape_markdown(told))
    chosen = _mapped(view, one)
    cleared = _cleared(one, persons, names, t) if persons else one
    with st.container(horizontal=True):
        access.button(t("Keep"), t, key=f"keep_{record.id}", type="primary",
                      on_click=partial(_keep, view, [cleared], chosen)) if cleared else None  # fmt: skip
        access.button(t("Do not keep"), t, key=f"aside_{record.id}", on_click=partial(_aside, [one]))


def _is_open(one: Waiting, view: View) -> bool:
    """Tell whether own words are still to be mapped: what is proposed there counts when somebody has seen it."""
    region = records.region_codes(view)
    return any(meaning(part_id, said, region).open for part_id, said in one.response.said.items())


def _mapped(view: View, one: Waiting) -> dict[str, Mapping[str, Sequence[str]]]:
    """Let the museum say which groups or places own words mean; the likeliest is filled in already."""
    t, found = view.t, dict[str, Sequence[str]]()
    groups = {category.id: t(category.label) for category in (EVERYONE, *(c for _, c in REACH_GROUPS))}
    for part_id, said in one.response.said.items():
        is_area = part(part_id).column == "werkgebied"
        labels = municipality_names() if is_area else groups
        for number, (words, may) in enumerate(meaning(part_id, said, records.region_codes(view)).open):
            bare = components.escape_markdown(words)
            picked = FIELDS.draw(
                st.multiselect,
                t("Which places are “{words}”? None is fine too.", words=bare) if is_area
                else t("Which groups are “{words}”? None is fine too.", words=bare),
                start=list(may[:1]), key=f"map_{one.record.id}_{part_id}_{number}",
                options=sorted(labels, key=labels.__getitem__) if is_area else list(labels),
                format_func=labels.__getitem__, placeholder=t("Choose"), **access.locked(t),
            )  # fmt: skip
            found[part_id] = [*found.get(part_id, ()), *picked]
    return {one.record.id: found}


def _cleared(one: Waiting, persons: Found, names: Sequence[str], t: Texts) -> Waiting | None:
    """Show what looks like something about a person, to take out; None until that is done, or it may be kept."""
    found = "; ".join(words for each in persons.values() for words in each)
    st.warning(components.escape_markdown(t("This looks like something about a person: {found}", found=found)))
    said = dict(one.response.said)
    for part_id in persons:
        title = t("What we keep of “{question}”", question=t(part(part_id).text))
        typed = FIELDS.draw(st.text_area, title, key=_words_key(one, part_id), start=said[part_id].words,
                            max_chars=LONGEST, height=80, **access.locked(t))  # fmt: skip
        said[part_id] = replace(said[part_id], words=(typed or "").strip())
    said = {part_id: answer for part_id, answer in said.items() if answer}
    response = replace(one.response, said=said)
    if _persons(response, names):
        access.button(t("Leave that out"), t, key=f"clear_{one.record.id}",
                      on_click=partial(_leave_out, one, persons))  # fmt: skip
        if not st.checkbox(t("I checked: this may be kept"), key=f"persons_{one.record.id}", **access.locked(t)):
            return None
    return replace(one, response=response, record=one.record.changed(said=to_json(said)))


def _words_key(one: Waiting, part_id: str) -> str:
    return f"words_{one.record.id}_{part_id}"


def _leave_out(one: Waiting, persons: Found) -> None:
    """Put dots where something about a person stood; nothing is kept yet."""
    for part_id, each in persons.items():
        words = one.response.said[part_id].words
        for found in sorted(each, key=len, reverse=True):
            words = words.replace(found, "…")
        st.session_state[_words_key(one, part_id)] = words


def _keep(view: View, waiting: Sequence[Waiting], chosen: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    _attempt(waiting, lambda: records.keep(view, waiting, chosen, dt.date.today()),
             Message.counted("{n} response is kept.", "{n} responses are kept.", len(waiting)))  # fmt: skip


def _aside(waiting: Sequence[Waiting]) -> None:
    _attempt(waiting, lambda: records.set_aside(waiting), Message.of("It is not kept."),
             partial(records.wait_again, waiting))  # fmt: skip


def _attempt(
    waiting: Sequence[Waiting], do: Callable[[], None], done: Message, put_back: Callable[[], None] | None = None
) -> None:
    try:
        do()
    except WorkspaceError as error:
        storage.flash(error.message)
    else:
        for one in waiting[:1]:  # with all the others at once goes nothing in which a person is
            FIELDS.forget(_words_key(one, ""))
        st.session_state.pop(TOLD, None)
        if put_back is None:
            storage.flash(done)
        else:
            storage.offer_back(put_back, done)
