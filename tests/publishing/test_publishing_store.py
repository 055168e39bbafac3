"""Publications and links as the workspace keeps them: opened by token alone, closed for good, counted exactly."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from regional.publishing.links import hashed, new_link
from regional.publishing.publication import from_json
from regional.publishing.schema import digest
from regional.publishing.store import Shared, WorkspaceStore, expires, has_link, is_open, read
from regional.workspace.errors import Missing
from regional.workspace.workspace import Workspace, open_workspace

FOLDER = Path(__file__).parent / "fixtures"
SHARED = sorted((FOLDER / "shared").glob("*.json"))
PUBLICATION = from_json((FOLDER / "publication-1.json").read_text(encoding="utf-8").strip())
DAY = dt.date(2026, 12, 15)
BEFORE = dt.datetime(2026, 12, 15, 23, 59, tzinfo=dt.UTC)
AFTER = dt.datetime(2026, 12, 16, tzinfo=dt.UTC)


@pytest.fixture
def workspace():
    return Workspace.in_memory()


@pytest.fixture
def store(workspace):
    return WorkspaceStore(workspace)


def linked(store):
    return new_link(store, store.freeze(PUBLICATION, DAY).id, expires(DAY))


def test_a_token_opens_what_was_frozen(store):
    assert store.open(linked(store), BEFORE).publication == PUBLICATION


def test_a_link_opens_until_its_last_day_is_over(store):
    token = linked(store)
    assert store.open(token, BEFORE)
    assert store.open(token, AFTER) is None


def test_a_withdrawn_link_opens_no_more_and_gets_no_new_one(store):
    token = linked(store)
    store.withdraw(hashed(token))
    assert store.open(token, BEFORE) is None
    with pytest.raises(Missing):
        new_link(store, store.records()[0].id, expires(DAY))


def test_withdrawing_twice_keeps_the_first_moment(store):
    token = linked(store)
    store.withdraw(hashed(token))
    first = store.records()[0].withdrawn_at
    store.withdraw(hashed(token))
    assert store.records()[0].withdrawn_at == first


def test_a_new_link_closes_the_old_one(store):
    old = linked(store)
    new = new_link(store, store.records()[0].id, expires(DAY))
    assert store.open(old, BEFORE) is None
    assert store.open(new, BEFORE)


def test_without_a_link_nothing_opens_it(store):
    record = store.freeze(PUBLICATION, DAY)
    assert not has_link(record)
    assert not is_open(record, BEFORE)
    assert store.open(record.token_hash, BEFORE) is None
    assert store.list() == ()


def test_the_token_itself_is_not_kept(workspace, store):
    token = linked(store)
    assert token.encode() not in workspace.backup()
    assert token not in str(store.records())


def test_visitors_at_the_same_moment_all_count(tmp_path):
    workspace = open_workspace(f"sqlite:///{tmp_path.as_posix()}/kept.db")
    store = WorkspaceStore(workspace)
    linked(store)
    (link,) = store.list()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.count_visits({link.token_hash: 2}), range(12)))
    assert store.records()[0].visits == 24
    workspace.close()


def test_opening_a_link_is_no_visit_by_itself(store):
    token = linked(store)
    store.open(token, BEFORE)
    assert store.records()[0].visits == 0


def test_what_was_altered_is_not_opened(workspace, store):
    token = linked(store)
    record = store.records()[0]
    altered = json.loads(json.dumps(record.payload).replace("Toelichting", "Uitleg"))
    workspace.publications.save(record.changed(payload=altered))
    assert store.open(token, BEFORE) is None


def test_what_is_new_since_the_earlier_one_is_frozen_along(store):
    data = json.loads(PUBLICATION.to_json())
    data["themes"][0]["rows"][0] |= {"state": "other", "state_words": {"nl": "Anders", "en": "Other"}, "count": 1}
    earlier = type(PUBLICATION).model_validate(data)
    shared = read(store.freeze(PUBLICATION, DAY, earlier))
    assert shared.since == earlier.made
    assert [line.nl.endswith("Vorige keer: Anders.") for line in shared.news] == [True]


def test_a_publication_survives_a_backup(workspace, store):
    token = linked(store)
    other = Workspace.in_memory()
    other.restore_backup(workspace.backup())
    assert WorkspaceStore(other).open(token, BEFORE).publication == PUBLICATION


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
def test_every_form_ever_kept_still_opens(path):
    text = path.read_text(encoding="utf-8").strip()
    shared = Shared.model_validate_json(text)
    assert from_json(shared.publication.to_json())
    assert shared.model_dump_json(by_alias=True) == text


def test_every_released_form_has_a_fixture():
    assert SHARED


LABELS = ["Heerlen", "Parkstad Limburg", "Leeftijd", "0 tot 15 jaar", "partnerspiegel.publication/2", "shown"]


@pytest.mark.parametrize("name", LABELS)
def test_erasing_a_partner_called_like_something_in_a_publication_closes_no_link(name, workspace, store):
    workspace.versions.keep([{"naam": name}], "")
    token = linked(store)
    workspace.erase(workspace.versions.rows()[0].partner_id)
    assert store.open(token, BEFORE).publication == PUBLICATION


def test_a_name_in_the_title_of_a_link_goes_however_its_accents_are_written(workspace, store):
    workspace.versions.keep([{"naam": "Caf\u00e9 De Br\u00fcg"}], "")
    frame = PUBLICATION.frame.model_copy(update={"title": "Met Cafe\u0301 De Bru\u0308g"})
    named = PUBLICATION.model_copy(update={"frame": frame, "digest": ""})
    token = new_link(store, store.freeze(named.model_copy(update={"digest": digest(named)}), DAY).id, expires(DAY))
    workspace.erase(workspace.versions.rows()[0].partner_id)
    assert [kept.title for kept in workspace.publications.list()] == ["Met […]"]
    assert store.open(token, BEFORE).publication.frame.title == "Met […]"


def test_a_name_that_was_typed_around_the_figures_goes_and_the_link_stays_open(workspace, store):
    workspace.versions.keep([{"naam": "Drukkerij Bos"}], "")
    frame = PUBLICATION.frame.model_copy(update={"explanation": "Ook met drukkerij  bos."})
    named = PUBLICATION.model_copy(update={"frame": frame, "digest": ""})
    named = named.model_copy(update={"digest": digest(named)})
    token = new_link(store, store.freeze(named, DAY).id, expires(DAY))
    workspace.erase(workspace.versions.rows()[0].partner_id)
    opened = store.open(token, BEFORE).publication
    assert opened.frame.explanation == "Ook met […]."
    assert opened.themes == PUBLICATION.themes
    workspace.restore_backup(workspace.backup())
    assert store.open(token, BEFORE).publication == opened


def test_what_was_altered_is_not_made_right_by_an_erasure(workspace, store):
    workspace.versions.keep([{"naam": "Drukkerij Bos"}], "")
    token = linked(store)
    record = store.records()[0]
    payload = json.loads(json.dumps(record.payload))
    payload["publication"]["n"] += 1
    payload["publication"]["frame"]["explanation"] = "Drukkerij Bos"
    workspace.publications.save(record.changed(payload=payload))
    workspace.erase(workspace.versions.rows()[0].partner_id)
    assert store.open(token, BEFORE) is None


def test_an_older_backup_opens_no_retired_link_and_leaves_the_new_one(store, workspace):
    old = linked(store)
    backup = workspace.backup()
    new = new_link(store, store.records()[0].id, expires(DAY))
    workspace.restore_backup(backup)
    assert store.open(old, BEFORE) is None
    assert store.open(new, BEFORE)
    workspace.restore_backup(Workspace.in_memory().backup())
    workspace.restore_backup(backup)
    assert store.open(old, BEFORE) is None, "it stays so, also where the publication itself was gone in between"
    assert not has_link(store.records()[0])


def test_a_withdrawn_link_stays_so_through_any_row_of_backups(store, workspace):
    token = linked(store)
    backup = workspace.backup()
    store.withdraw(hashed(token))
    for _ in range(2):
        workspace.restore_backup(Workspace.in_memory().backup())
        workspace.restore_backup(backup)
        assert store.open(token, BEFORE) is None
        assert store.records()[0].withdrawn_at


def bare(store):
    [record] = store.records()
    return record, read(record).publication


def test_of_a_publication_whose_texts_are_erased_the_figures_stay_and_nothing_opens_it(store, workspace):
    token = linked(store)
    store.forget_words(store.records()[0])
    record, publication = bare(store)
    assert (publication.themes, publication.reach, publication.n) == (
        PUBLICATION.themes, PUBLICATION.reach, PUBLICATION.n)  # fmt: skip
    assert "Toelichting" not in json.dumps(record.payload)
    assert publication.frame.words().strip() == ""
    assert store.open(token, BEFORE) is None
    with pytest.raises(Missing):
        new_link(store, record.id, expires(DAY))
    assert workspace.due_for_erasure(dt.date(2100, 1, 1)) == ()


def test_a_backup_of_before_a_publication_keeps_what_it_told(store, workspace):
    backup = workspace.backup()
    token = linked(store)
    workspace.restore_backup(backup)
    assert bare(store)[1].themes == PUBLICATION.themes
    assert store.open(token, BEFORE) is None


def test_a_publication_that_was_altered_keeps_nothing(store, workspace):
    linked(store)
    record = store.records()[0]
    altered = json.loads(json.dumps(record.payload).replace("Toelichting", "Uitleg"))
    workspace.publications.save(record.changed(payload=altered))
    store.forget_words(store.records()[0])
    assert store.records() == ()
