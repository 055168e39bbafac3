"""What was typed and not kept yet: there on every page, and after a reload or a restart where the museum keeps things.

A draft is its writer's alone, in no backup, goes with the partner that it is about, and after thirty days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import streamlit as st

from regional.access import Deed
from regional.questionnaire.persons import persons_in
from regional.ui import access, storage
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import FormDraft
from regional.workspace.retention import DRAFT_LASTS

HELD = "drafts"


@dataclass(frozen=True)
class HeldFields:
    """The fields of one piece of work: what was typed or chosen in them is there again, as drafts are.

    Their keys name no partner: an erasure looks for partners in what was chosen.
    """

    work: str
    partner_id: str | None = None

    def draw(self, widget: Callable[..., Any], label: str, *, key: str, start: Any = None, **options: Any) -> Any:  # noqa: ANN401
        """Draw one field as it was left, ``start`` where nothing was typed, and return what stands in it.

        What does not fit any more, such as a partner that is no longer on offer, is left out.
        """
        kind = getattr(widget, "__name__", "")
        if kind in ("selectbox", "radio") and "index" not in options:
            start = next(iter(options["options"]), None) if start is None else start
        typed = st.session_state[key] if key in st.session_state else self.get(key, start)
        if kind == "date_input" and isinstance(typed, str):
            typed = dt.date.fromisoformat(typed)
        fitting = _fitting(typed, start, **options)
        if key not in st.session_state or st.session_state[key] != fitting:
            st.session_state[key] = fitting
        value = widget(label, key=key, **options)
        self.put(key, value, start)
        return value

    def get(self, key: str, start: Any = None) -> Any:  # noqa: ANN401 - what a field holds
        """Return what is held of ``key``, ``start`` where nothing is."""
        value = held(self.work).get(key, start)
        return tuple(value) if isinstance(start, tuple) else value

    def put(self, key: str, value: Any, start: Any = None) -> None:  # noqa: ANN401
        """Hold ``value``; what is as it began needs no holding."""
        others = {name: one for name, one in held(self.work).items() if name != key}
        hold(self.work, others if value == start else {**others, key: _plain(value)}, self.partner_id)

    def forget(self, begins: str) -> None:
        """Let go of the fields whose keys begin so: what stood in them is kept by now."""
        hold(self.work, {key: value for key, value in held(self.work).items() if not key.startswith(begins)})
        for key in [key for key in st.session_state if str(key).startswith(begins)]:
            del st.session_state[key]


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _fitting(
    value: Any,  # noqa: ANN401
    start: Any,  # noqa: ANN401
    /,
    options: Sequence[Any] | None = None,
    min_value: Any = None,  # noqa: ANN401
    max_value: Any = None,  # noqa: ANN401
    **_: object,
) -> Any:  # noqa: ANN401
    """Return what of ``value`` is still on offer."""
    if options is not None:
        if isinstance(value, list):
            return [one for one in value if one in options]
        return value if value in options else start
    if isinstance(value, tuple):
        return tuple(_fitting(one, None, None, min_value, max_value) for one in value)
    if value is not None and min_value is not None:
        value = max(value, min_value)
    if value is not None and max_value is not None:
        value = min(value, max_value)
    return value


def held(form: str) -> dict[str, Any]:
    """Return what this visitor typed in ``form`` and did not keep yet, as plain JSON; empty where nothing."""
    drafts = _drafts()
    if form not in drafts:
        found = _stored(form)
        drafts[form] = dict(found.typed) if found else {}
    return dict(drafts[form])


def hold(form: str, typed: Mapping[str, Any], partner_id: str | None = None) -> None:
    """Hold what stands in ``form`` now, plain JSON; nothing is written where it did not change.

    Where it cannot be written down, or looks like something about a person that nobody was asked about yet, it is
    held as long as the window is open.
    """
    if typed == held(form):
        return
    _drafts()[form] = dict(typed)
    if not (storage.is_kept() and access.allowed(Deed.EDIT)) or _tells_of_persons(typed):
        return
    with suppress(WorkspaceError):
        _write(form, typed, partner_id)


def drop(form: str) -> None:
    """Let go of a draft: it was kept, or thrown away."""
    hold(form, {})


def forget() -> None:
    """Let go of what the window holds of drafts, after an erasure: it is read anew from what is kept."""
    st.session_state.pop(HELD, None)


def _drafts() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = st.session_state.setdefault(HELD, {})
    return found


def _tells_of_persons(typed: Mapping[str, Any]) -> bool:
    texts = [text for value in typed.values() for text in (value if isinstance(value, list) else [value])
             if isinstance(text, str) and text]  # fmt: skip
    names = storage.organisation_names() if texts else []
    return any(persons_in(text, names) for text in texts)


def _writer() -> str:
    return access.current().email or ""


def _stored(form: str) -> FormDraft | None:
    if not storage.is_kept():
        return None
    return next(iter(storage.workspace().drafts.list(writer=_writer(), form=form)), None)


def _write(form: str, typed: Mapping[str, Any], partner_id: str | None) -> None:
    repository, before, now = storage.workspace().drafts, _stored(form), dt.datetime.now(dt.UTC)
    for old in repository.list():
        if old.changed_at and now - old.changed_at > DRAFT_LASTS:
            repository.delete(old.id)
    if typed:
        draft = before or FormDraft(writer=_writer(), form=form, partner_id=partner_id)
        repository.save(draft.changed(typed=dict(typed)))
    elif before:
        repository.delete(before.id)
