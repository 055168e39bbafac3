"""A backup is one file that brings everything back, on either database; one that is broken changes nothing."""

import datetime as dt
import hashlib
import io
import json
import zipfile

import pytest
from sqlalchemy import update
from test_workspace_records import EXAMPLES

from regional.texts import texts
from regional.workspace import Action, Missing, PublicationRecord, WorkspaceError
from regional.workspace.migrate import SCHEMA
from regional.workspace.repository import table
from regional.workspace.workspace import Workspace

ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Needs no second database: what it tests is the same code on both."""

LIST = [{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "Studio Zuid", "plaats": "Urk"}]


def fill(ws):
    ws.versions.keep(LIST, "Eerste", by="Sam")
    ws.versions.keep(LIST[:1], "Tweede", by="Noor", based_on=1)
    for name, record in EXAMPLES.items():
        getattr(ws, name).add(record, by="Sam")


def everything(ws):
    """Return all that a backup holds, as pages read it: the links of partners are of one database alone."""
    records = {name: getattr(ws, name).list() for name in EXAMPLES if name not in ("invitations", "drafts")}
    return records, ws.versions.list(), [ws.versions.rows(version.number) for version in ws.versions.list()]


def parts(backup):
    with zipfile.ZipFile(io.BytesIO(backup)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_table(backup, name, change):
    """Return a backup in which ``change`` was applied to the rows of a table, and the checksum mended."""
    files = parts(backup)
    rows = json.loads(files[f"tables/{name}.json"])
    change(rows)
    return resigned({**files, f"tables/{name}.json": json.dumps(rows).encode()})


def resigned(files, **changes):
    manifest = json.loads(files["manifest.json"]) | changes
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"}
    return zipped({**files, "manifest.json": json.dumps(manifest | {"sha256": sums} | changes).encode()})


def test_everything_comes_back_and_what_came_later_goes(ws):
    fill(ws)
    before, backup = everything(ws), ws.backup()
    ws.actions.add(Action(title="Later"))
    ws.versions.keep([{"naam": "Nieuw"}], "")
    restored = ws.restore_backup(backup)
    assert everything(ws) == before
    assert (restored.versions, restored.records) == (2, len(EXAMPLES) - 2)
    assert dt.datetime.now(dt.UTC) - restored.made_at < dt.timedelta(minutes=1)


def test_a_backup_moves_to_the_other_database_and_back(ws):
    fill(ws)
    session = Workspace.in_memory()
    session.restore_backup(ws.backup())
    assert everything(session) == everything(ws)
    ws.restore_backup(session.backup())
    assert everything(ws) == everything(session)


def test_links_of_partners_are_in_no_backup_and_none_makes_one_open_again(ws):
    fill(ws)
    backup = ws.backup()
    assert "tables/invitations.json" not in parts(backup)
    (link,) = ws.invitations.list()
    ws.invitations.delete(link.id)
    ws.restore_backup(backup)
    assert ws.invitations.list() == ()


@ONE
def test_work_goes_on_after_a_restore(ws):
    fill(ws)
    ws.restore_backup(ws.backup())
    action = ws.actions.list()[0]
    assert ws.actions.save(action.changed(owner="Noor")).revision == action.revision + 1
    assert ws.versions.keep([{"naam": "Nieuw"}], "").number == 3


def test_no_number_of_a_version_is_given_twice(ws):
    """Else an edit that began with a version that is gone would be merged into another of that number."""
    ws.versions.keep(LIST, "1")
    backup = ws.backup()
    ws.versions.keep(LIST[:1], "2")
    ws.restore_backup(backup)
    ws.restore_backup(backup)
    assert ws.versions.keep(LIST[1:], "3").number == 3
    with pytest.raises(Missing):
        ws.versions.keep(LIST, "", based_on=2)


def test_a_backup_can_be_read_without_this_app(ws):
    fill(ws)
    files = parts(ws.backup())
    (action,) = json.loads(files["tables/actions.json"])
    assert (action["title"], action["due"]) == ("Bel", "2026-11-23")
    manifest = json.loads(files["manifest.json"])
    assert (manifest["app"], manifest["schema"]) == ("partnerspiegel", SCHEMA)
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in manifest["sha256"].items())


def test_a_withdrawn_publication_stays_withdrawn(ws):
    publication = ws.publications.add(PublicationRecord(token_hash="ab", title="Raad", created_on=dt.date(2026, 1, 1)))
    backup = ws.backup()
    now = dt.datetime.now(dt.UTC)
    ws.publications.save(publication.changed(withdrawn_at=now))
    ws.restore_backup(backup)
    assert ws.publications.list()[0].withdrawn_at == now


def damaged(backup):
    """Yield (what, bytes) of backups that cannot be put back."""
    files = parts(backup)
    manifest = json.loads(files["manifest.json"])
    actions = "tables/actions.json"
    yield "nothing", b""
    yield "no zip", b"naam;plaats\r\n"
    yield "cut short", backup[: len(backup) // 2]
    yield "another zip", zipped({"a.txt": b"a"})
    yield "no manifest", zipped({name: data for name, data in files.items() if name != "manifest.json"})
    yield "a manifest of nothing", zipped({**files, "manifest.json": b"[]"})
    yield "another app", resigned(files, app="other")
    yield "no moment", resigned(files, made_at="ooit")
    yield "a table that is missing", zipped({name: data for name, data in files.items() if name != actions})
    yield "a table that was changed", zipped({**files, actions: files[actions].replace(b"Bel", b"Mail")})
    yield "a table that is no list", resigned({**files, actions: b'{"a": 1}'})
    yield (
        "no checksums of a table",
        resigned(files, sha256={k: v for k, v in manifest["sha256"].items() if k != actions}),
    )
    yield "a column too many", with_table(backup, "actions", lambda rows: rows[0].update({"naam": "x"}))
    yield "a column too few", with_table(backup, "actions", lambda rows: rows[0].pop("title"))
    yield "a value that is none", with_table(backup, "actions", lambda rows: rows[0].update({"due": "morgen"}))
    yield "a value no record takes", with_table(backup, "museum", lambda rows: rows[0].update({"low_ratio": 7}))
    yield "a record twice", with_table(backup, "actions", lambda rows: rows.append(rows[0]))
    yield "a row of nobody", with_table(backup, "partner_rows", lambda rows: rows.pop())
    other = {"fields": {"name": "Een ander"}}
    yield "a row that is another", with_table(backup, "partner_rows", lambda rows: rows[0].update(record=other))
    yield "a partner without a name", with_table(backup, "partner_rows", lambda rows: rows[0].update(record={}))
    yield "a version of no number", with_table(backup, "versions", lambda rows: rows[0].update(number=0))
    yield "a salt that is none", with_table(backup, "facts", lambda rows: rows.append({"key": "salt", "value": "zout"}))
    yield (
        "a highest version that is none",
        with_table(backup, "facts", lambda rows: rows.append({"key": "highest_version", "value": "veel"})),
    )
    for field, wrong in (("salt", "zout"), ("salt", ""), ("name_hash", "naam"), ("partner_id", "")):
        stone = {"id": "s", "partner_id": "p", "salt": "00" * 16, "name_hash": "", "erased_at": manifest["made_at"]}
        yield (
            f"a tombstone with a wrong {field}",
            with_table(backup, "tombstones", lambda rows, row=stone | {field: wrong}: rows.append(row)),
        )
    yield "no schema", resigned(files, schema=None)


def refusal(ws, data):
    """Return what a user is told instead of a restore, "" where it was put back."""
    try:
        ws.restore_backup(data)
    except WorkspaceError as error:
        return texts("nl")(error.message)
    return ""


@ONE
def test_a_broken_backup_is_refused_and_all_stays(ws):
    fill(ws)
    before = everything(ws)
    for what, data in damaged(ws.backup()):
        assert refusal(ws, data).startswith(("Dit is geen reservekopie", "Deze reservekopie is beschadigd")), what
        assert everything(ws) == before, what


@ONE
@pytest.mark.parametrize("change", [{"schema": "9999"}, {"format": 2}])
def test_a_newer_backup_is_refused_and_all_stays(ws, change):
    fill(ws)
    before = everything(ws)
    with pytest.raises(WorkspaceError) as told:
        ws.restore_backup(resigned(parts(ws.backup()), **change))
    assert texts("nl")(told.value.message).startswith("Dit is bewaard met een nieuwere Partnerspiegel")
    assert everything(ws) == before


def test_a_restore_that_fails_half_way_changes_nothing(ws, monkeypatch):
    fill(ws)
    before, backup = everything(ws), ws.backup()
    monkeypatch.setattr("regional.workspace.backup.bury_again", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ws.restore_backup(backup)
    assert everything(ws) == before


@ONE
def test_half_a_letter_that_was_kept_once_keeps_no_backup_from_being_made_and_is_read_without(ws):
    """JSON columns took it before it was taken out; a backup holds it as it is, and records read it mended."""
    ws.responses.add(EXAMPLES["responses"])
    t = table("responses")
    with ws.database.write() as connection:
        connection.execute(update(t).values(unread={"stage": ["a\ud800b\x00"], "\udfff": 1}))
    for _ in range(2):
        assert ws.responses.list()[0].unread == {"stage": ["ab"], "": 1}
        ws.restore_backup(ws.backup())
