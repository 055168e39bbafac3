"""What was typed and not kept yet: there on every page, and after a reload or a restart where the museum keeps things.

A draft is its writer's alone, in no backup, goes with the partner that it is about, and after thirty days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import streamlit as st

from regional.access import Deed
from regional.questionnaire.persons import persons_in
from regional.ui import access, storage
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import FormDraft
from regional.workspace.retention import DRAFT_LASTS

HELD = "drafts"


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
