"""A second publication of nearly the same list is laid beside the first, also where that was withdrawn."""

import datetime as dt
from pathlib import Path

import pytest

from regional.publishing.links import hashed, new_link
from regional.publishing.schema import digest, from_json
from regional.publishing.store import WorkspaceStore, expires
from regional.ui import storage
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_pages import opened
from tests.ui.test_ui_sharing import drawn_for_the_board

SAMPLE = Path(__file__).parents[1] / "publishing" / "fixtures" / "publication-2.json"
LATER = dt.date.today() + dt.timedelta(days=30)
REPEATED = "Er veranderde te weinig om nieuwe te laten zien"


@pytest.fixture
def kept(monkeypatch):
    workspace = Workspace.in_memory()
    monkeypatch.setattr(storage, "is_kept", lambda: True)
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    return workspace


@pytest.fixture
def token(kept):
    """A link to a publication of the sample from when one partner more was exploring."""
    now = from_json(SAMPLE.read_text(encoding="utf-8").strip())
    [stage] = [theme for theme in now.themes if theme.id == "stage"]
    rows = [r.model_copy(update={"count": r.count + 1}) if r.id == "exploring" else r for r in stage.rows]
    other = stage.model_copy(update={"rows": tuple(rows)})
    then = now.model_copy(update={"themes": tuple(other if t.id == "stage" else t for t in now.themes)})
    store = WorkspaceStore(kept)
    record = store.freeze(then.model_copy(update={"digest": digest(then)}), LATER)
    return new_link(store, record.id, expires(LATER))


def test_what_one_partner_answered_is_not_seen_the_next_time(token):
    assert REPEATED in drawn_for_the_board(opened("delen"))


def test_what_was_withdrawn_unopened_counts_too(kept, token):
    """A file of it may have been sent: what left is held beside whatever leaves next."""
    WorkspaceStore(kept).withdraw(hashed(token))
    assert REPEATED in drawn_for_the_board(opened("delen"))


def test_what_was_withdrawn_after_it_was_opened_counts(kept, token):
    store = WorkspaceStore(kept)
    store.count_visits({hashed(token): 1})
    store.withdraw(hashed(token))
    assert REPEATED in drawn_for_the_board(opened("delen"))
