"""One form for every record: labels, messages beside the field, and what to do when somebody else was first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import pandas as pd
import streamlit as st

from regional.questionnaire.persons import persons_in
from regional.texts import N_, Message, Texts
from regional.ui import access, components, drafts, storage
from regional.workspace.checking import checked
from regional.workspace.errors import Conflict, Invalid, WorkspaceError
from regional.workspace.stored import Record

if TYPE_CHECKING:
    from regional.workspace.repository import Repository

R = TypeVar("R", bound=Record)
NO_PERSONS = N_("No names, health, faith or origin of persons.")


@dataclass(frozen=True)
class Field:
    """One field of a form.

    ``label`` is worded already. ``kind``: "line", "text" (several lines, with the reminder about persons), "choice"
    (``options``: code -> worded label), "date", "number", "year", or "list" (texts with commas between).
    """

    name: str
    label: str
    kind: Literal["line", "text", "choice", "date", "number", "year", "list"] = "line"
    options: Mapping[Any, str] = field(default_factory=dict)
    help: str | None = None


@dataclass(frozen=True)
class Form(Generic[R]):
    """What is asked, and where it is kept. ``fixed`` are values of the record that are not asked."""

    key: str
    kind: type[R]
    repository: Repository[R]
    fields: Sequence[Field]
    fixed: Mapping[str, Any] = field(default_factory=dict)
    done: Message = field(default_factory=lambda: Message.of("Kept."))


def draw(form: Form[R], t: Texts, start: R | None = None, kept: Callable[[R], None] | None = None) -> None:
    """Draw ``form``, filled with ``start``; what is submitted is checked and kept, and ``kept`` told of it.

    Faults stand beside their fields and nothing typed is lost. Where somebody else changed the record first, both are
    shown and the visitor chooses.
    """
    faults: dict[str, Message] = st.session_state.get(f"{form.key}_faults", {})
    if _conflict(form, t):
        return
    start, begun = _as_first_seen(form, start)
    values = {}
    for one in form.fields:
        values[one.name] = _widget(form, one, begun[one.name])
        if one.name in faults:
            st.error(t(faults[one.name]), icon=":material/error:")
    if any(one.kind == "text" for one in form.fields):
        st.caption(t(NO_PERSONS))
    if "" in faults:
        st.error(t(faults[""]))
    _ask_about_persons(form, t)
    typed = {} if values == _shown(form, start) else {name: _plain(value) for name, value in values.items()}
    drafts.hold(form.key, typed, form.fixed.get("partner_id"))
    with st.container(horizontal=True):
        is_sent = access.button(t("Keep"), t, key=f"{form.key}_keep", type="primary")
        if typed:
            _offer_to_throw_away(form, t)
    if is_sent:
        _submit(form, start, values, kept)


def _offer_to_throw_away(form: Form[R], t: Texts) -> None:
    with st.popover(t("Discard")):
        st.markdown(t("What you typed here is not saved yet. Discard it?"))
        st.button(t("Yes, discard it"), key=f"{form.key}_throw", on_click=clear, args=(form,))


def _as_first_seen(form: Form[R], start: R | None) -> tuple[R | None, dict[str, Any]]:
    """Return the record as it was when the visitor began to type, and what each field began with.

    What is saved later stands on that revision. A field begins with what was typed before and not kept, if anything.
    """
    seen = f"{form.key}_start"
    if seen not in st.session_state or widget_key(form.key, form.fields[0].name) not in st.session_state:
        held = drafts.held(form.key)
        typed = {one.name: _typed(one, held[one.name]) for one in form.fields if one.name in held}
        st.session_state[seen] = (start, _shown(form, start) | typed)
    first: tuple[R | None, dict[str, Any]] = st.session_state[seen]
    return first


def _shown(form: Form[R], start: R | None) -> dict[str, Any]:
    """Return what each field holds of ``start`` before anybody typed."""
    found = {one.name: getattr(start, one.name, None) for one in form.fields}
    for one in form.fields:
        value = found[one.name]
        if one.kind == "choice":
            found[one.name] = value if value in one.options else next(iter(one.options))
        elif one.kind == "list":
            found[one.name] = tuple(value or ())
        elif one.kind in ("line", "text"):
            found[one.name] = value or ""
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a widget holds
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed(one: Field, value: Any) -> Any:  # noqa: ANN401 - plain JSON
    if one.kind == "date" and value:
        return dt.date.fromisoformat(value)
    return tuple(value) if one.kind == "list" else value


def _widget(form: Form[R], one: Field, value: Any) -> Any:  # noqa: ANN401 - what a widget holds
    key = widget_key(form.key, one.name)
    if one.kind == "text":
        return st.text_area(one.label, value or "", key=key, help=one.help, height=80)
    if one.kind == "choice":
        options = list(one.options)
        index = options.index(value) if value in options else 0
        return st.selectbox(one.label, options, index, key=key, help=one.help, format_func=lambda c: one.options[c])
    if one.kind == "date":
        return st.date_input(one.label, value, key=key, help=one.help, format="DD-MM-YYYY",
                             min_value=dt.date(1950, 1, 1), max_value=dt.date(2100, 12, 31))  # fmt: skip
    if one.kind == "number":
        return st.number_input(one.label, value=value, key=key, help=one.help)
    if one.kind == "year":
        return st.number_input(one.label, 1900, 2200, value, 1, key=key, help=one.help)
    if one.kind == "list":
        typed = st.text_input(one.label, ", ".join(value or ()), key=key, help=one.help)
        return tuple(part.strip() for part in typed.split(",") if part.strip())
    return st.text_input(one.label, value or "", key=key, help=one.help)


def _ask_about_persons(form: Form[R], t: Texts) -> None:
    """Show what looks like something about a person, and ask whether it may be kept; nothing is taken out."""
    found: Sequence[str] = st.session_state.get(f"{form.key}_persons", ())
    if found:
        told = t("This looks like something about a person: {found}", found="; ".join(found))
        st.warning(components.escape_markdown(told))
        st.checkbox(t("I checked: this may be kept"), key=widget_key(form.key, "persons_agreed"))


def _persons(form: Form[R], base: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
    """Return what looks like something about a person in what was typed now."""
    typed = [values[one.name] for one in form.fields if one.kind in ("line", "text", "list")
             and values[one.name] != base.get(one.name)]  # fmt: skip
    texts = [text for value in typed for text in (value if isinstance(value, tuple) else (value,))]
    names = storage.organisation_names() if any(texts) else []
    return [found.words for text in texts if text for found in persons_in(text, names)]


def _submit(form: Form[R], start: R | None, values: Mapping[str, Any], kept: Callable[[R], None] | None) -> None:
    st.session_state.pop(f"{form.key}_faults", None)
    base = {name: getattr(start, name) for name in type(start).model_fields} if start is not None else {}
    shown = st.session_state.pop(f"{form.key}_persons", ())
    found = _persons(form, base, values)
    agreed = st.session_state.get(widget_key(form.key, "persons_agreed")) and set(found) <= set(shown)
    if found and not agreed:
        st.session_state[f"{form.key}_persons"] = found
        st.rerun()
    try:
        record = form.repository.save(checked(form.kind, {**base, **form.fixed, **values}))
    except Invalid as error:
        st.session_state[f"{form.key}_faults"] = error.fields
    except Conflict as error:
        st.session_state[f"{form.key}_conflict"] = error
    except WorkspaceError as error:
        st.session_state[f"{form.key}_faults"] = {"": error.message}
    else:
        if kept is not None:
            kept(record)
        clear(form)
        storage.flash(form.done)
    st.rerun()


def widget_key(form: str, name: str) -> str:
    """Return the key of a field's widget; it changes when the form begins anew, so that the browser forgets."""
    return f"{form}_{st.session_state.get(f'{form}_round', 0)}_{name}"


def fill_in(form: str, **values: object) -> None:
    """Let the form with this key open filled in with ``values``, for the visitor to change or to keep."""
    for name, value in values.items():
        st.session_state[widget_key(form, name)] = value


def clear(form: Form[R]) -> None:
    """Begin the form anew, for the next record: what was typed is kept by now, or thrown away."""
    drafts.drop(form.key)
    st.session_state.pop(f"{form.key}_faults", None)
    st.session_state[f"{form.key}_round"] = st.session_state.get(f"{form.key}_round", 0) + 1


def _conflict(form: Form[R], t: Texts) -> bool:
    """Show both values and let the visitor choose; return whether there is something to choose."""
    conflict: Conflict | None = st.session_state.get(f"{form.key}_conflict")
    if conflict is None:
        return False
    st.warning(t(conflict.message), icon=":material/group:")
    components.table(_both(form, conflict, t))
    mine, theirs = st.columns(2)
    if access.button(t("Keep mine"), t, box=mine, key=f"{form.key}_mine", type="primary"):
        _keep_mine(form, conflict)
    if theirs.button(t("Keep theirs"), key=f"{form.key}_theirs"):
        _settled(form)
    return True


def _keep_mine(form: Form[R], conflict: Conflict) -> None:
    mine, theirs = conflict.mine, conflict.theirs
    if isinstance(mine, form.kind):
        successor = mine.take_over(theirs) if isinstance(theirs, Record) else mine.changed(revision=0)
        try:
            form.repository.save(successor)
        except Conflict as again:
            st.session_state[f"{form.key}_conflict"] = again
            st.rerun()
    _settled(form)


def _settled(form: Form[R]) -> None:
    st.session_state.pop(f"{form.key}_conflict", None)
    clear(form)
    st.rerun()


def _both(form: Form[R], conflict: Conflict, t: Texts) -> pd.DataFrame:
    def shown(record: object, name: str) -> str:
        value = getattr(record, name, None)
        if value in (None, ""):
            return "–"
        if isinstance(value, dt.date):
            return t.date(value)
        return str(
            next((one.options[value] for one in form.fields if one.name == name and value in one.options), value)
        )

    pairs = [(one.label, shown(conflict.mine, one.name), shown(conflict.theirs, one.name)) for one in form.fields]
    return pd.DataFrame([p for p in pairs if p[1] != p[2]], columns=[t("What"), t("Yours"), t("Theirs")])
