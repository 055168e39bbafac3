"""A kill at any moment loses nothing that was kept, and leaves nothing half."""

import datetime as dt
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from regional.publishing.store import WorkspaceStore
from regional.workspace import migrate
from regional.workspace.erasure import erased
from regional.workspace.workspace import open_workspace
from tests.servers.postgres import postgres

ROOT = Path(__file__).parents[2]
KILLS = 50
WRITER = """
import datetime as dt, itertools, os, sys
from regional.workspace import Action, Conversation
from regional.publishing.store import WorkspaceStore
from regional.workspace import migrate
from regional.workspace.erasure import erased
from regional.workspace.workspace import open_workspace
ws = open_workspace(sys.argv[1])
def told(*what):
    os.write(1, (" ".join(map(str, what)) + "\\n").encode())
for n in itertools.count():
    name = f"{sys.argv[2]}-{n}"
    action = ws.actions.add(Action(title=name))
    told("action", action.id, 1)
    told("action", action.id, ws.actions.save(action.changed(evidence="x" * 5_000)).revision)
    rows = [{"naam": f"Partner {i} van {name}", "plaats": "Kerkrade"} for i in range(20)]
    version = ws.versions.keep(rows, name)
    told("version", version.number, version.content)
    partner = ws.versions.rows()[0].partner_id
    talk = ws.conversations.add(Conversation(partner_id=partner, day=dt.date(2026, 1, 1)))
    told("talk", talk.id, partner)
    if n % 5 == 4:
        ws.erase(partner)
        told("erased", partner)
    if n % 7 == 6:
        ws.restore_backup(ws.backup())
        told("restored")
"""


def killed_writer(url, number, draw):
    """Let a process write, kill it after some writes, and return what it said was kept."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, url, str(number)], cwd=ROOT, stdout=subprocess.PIPE)
    said = [process.stdout.readline() for _ in range(draw.randint(1, 40))]
    process.send_signal(signal.SIGKILL)
    said += process.stdout.read().splitlines(keepends=True)
    assert process.wait() == -signal.SIGKILL
    # The last line may be cut by the kill itself.
    return [line.decode().split() for line in said if line.endswith(b"\n")]


def test_fifty_kills_in_the_middle_of_a_write_lose_nothing(tmp_path):
    url, path = f"sqlite:///{tmp_path.as_posix()}/w.db", tmp_path / "w.db"
    draw = random.Random(20261124)
    actions, talks, versions, erased = {}, {}, {}, set()
    for number in range(KILLS):
        for what, *rest in killed_writer(url, number, draw):
            if what == "action":
                actions[rest[0]] = int(rest[1])
            elif what == "talk":
                talks[rest[0]] = rest[1]
            elif what == "version":
                versions[int(rest[0])] = rest[1]
            elif what == "erased":
                erased.add(rest[0])
        check(url, path, actions, talks, versions, erased)
    assert len(actions) > KILLS
    assert erased


def check(url, path, actions, talks, versions, erased):
    ws = open_workspace(url)
    kept = {action.id: action.revision for action in ws.actions.list()}
    assert {i: kept.get(i) for i, revision in actions.items() if kept.get(i, 0) < revision} == {}
    there = {version.number: version for version in ws.versions.list()}
    assert set(versions) <= set(there)
    for version in list(there.values())[:3]:
        rows = ws.versions.rows(version.number)
        assert len(rows) == version.partners == len(ws.versions.load(version.number)) in (19, 20)
    talked = {talk.id: talk.partner_id for talk in ws.conversations.list()}
    assert not erased & set(talked.values())
    known = {row.partner_id for row in ws.versions.known_partners()}
    assert not erased & known
    assert {i for i, partner in talks.items() if partner in known} <= set(talked)
    ws.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


ACTS = """
import datetime as dt, os, sys, time
from pathlib import Path
from regional.publishing.links import new_link
from regional.publishing.schema import from_json
from regional.publishing.store import WorkspaceStore, expires
from regional.workspace.workspace import open_workspace
ws, what = open_workspace(sys.argv[1]), sys.argv[2]
shared = from_json(Path("tests/publishing/fixtures/publication-1.json").read_text().strip())
def told(*said):
    os.write(1, (" ".join(map(str, said)) + "\\n").encode())
def erase(row):
    ws.erase(row.partner_id)
    told("erased", row.partner_id)
def publish(store=WorkspaceStore(ws), day=dt.date(2026, 12, 15)):
    record = store.freeze(shared, day)
    told("frozen", record.id)
    told("linked", new_link(store, record.id, expires(day)))
    told("anew", new_link(store, record.id, expires(day)))
rows = ws.versions.rows()
backup = ws.backup()
told("begins")
for row in rows[:20]:
    if what == "erase": erase(row)
    elif what == "restore": told("restored", ws.restore_backup(backup).versions)
    else: publish()
"""
PARTNERS = [{"naam": f"Bakkerij Zonnewende {n}", "plaats": "Kerkrade"} for n in range(40)]
DAY = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)


def killed_in(what, url, draw):
    """Let a process erase, restore or publish, kill it at any moment of that, and return what it said was done."""
    process = subprocess.Popen([sys.executable, "-c", ACTS, url, what], cwd=ROOT, stdout=subprocess.PIPE)
    said = [process.stdout.readline() for _ in range(draw.randint(1, 4))]
    time.sleep(draw.random() * 0.05)  # somewhere inside the next one
    process.send_signal(signal.SIGKILL)
    said += process.stdout.read().splitlines(keepends=True)
    process.wait()
    return [line.decode().split() for line in said if line.endswith(b"\n")]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("what", ["erase", "restore", "publish"])
def test_a_kill_during_it_leaves_nothing_half(what, kind, tmp_path):
    draw, server = random.Random(20261126), None
    with ExitStack() as stack:
        for number in range(12):
            if kind == "sqlite":
                url = f"sqlite:///{(tmp_path / f'{number}' / 'w.db').as_posix()}"
            else:
                server = server or stack.enter_context(postgres())
                url = server.url(server.create())
            ws = open_workspace(url)
            ws.versions.keep(PARTNERS, "Zonnewende")
            ws.close()
            said = killed_in(what, url, draw)
            assert said
            ws = open_workspace(url)
            assert ws.is_clean(), "what the kill left is done at the next start"
            kept = [row.name for row in ws.versions.rows()]
            {"erase": check_erased, "restore": check_restored, "publish": check_published}[what](ws, said)
            ws.close()
            if what == "erase" and kind == "sqlite":
                check_bytes(tmp_path / f"{number}", kept)


def check_erased(ws, said):
    there = {row.partner_id for row in ws.versions.rows()}
    told = {line[1] for line in said if line[0] == "erased"}
    assert not told & there
    assert all(not ws.everything_about(partner) for partner in told)
    assert len(there) + len(erased(ws.database)) == len(PARTNERS)


def check_bytes(folder, kept):
    left = b"".join(file.read_bytes() for file in folder.iterdir())
    assert [one["naam"] for one in PARTNERS if f'"{one["naam"]}"'.encode() in left] == kept


def check_restored(ws, _said):
    assert [(version.number, version.partners) for version in ws.versions.list()] == [(1, len(PARTNERS))]
    assert len(ws.versions.load()) == len(PARTNERS)


def check_published(ws, said):
    store = WorkspaceStore(ws)
    records = {record.id for record in store.records()}
    assert {line[1] for line in said if line[0] == "frozen"} <= records
    pairs = [[line[1] for line in said[at : at + 2]] for at, line in enumerate(said) if line[0] == "linked"]
    for first, *anew in pairs:
        opened = [bool(store.open(token, DAY)) for token in (first, *anew)]
        assert sum(opened) <= 1
        if anew and said[-1][0] != "linked":
            assert opened == [False, True]


def test_a_kill_during_a_migration_leaves_the_old_database_and_its_copy(tmp_path):
    """A next release kills itself half-way, after it dropped a table; the present one finds all as it was."""
    url, path = f"sqlite:///{(tmp_path / 'w.db').as_posix()}", tmp_path / "w.db"
    ws = open_workspace(url)
    ws.versions.keep(PARTNERS, "Zonnewende")
    ws.close()
    before = list(sqlite3.connect(path).iterdump())
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_next.py").write_text(
        f'import os\nfrom alembic import op\nrevision = "9999"\ndown_revision = "{migrate.SCHEMA}"\n\n\n'
        'def upgrade():\n    op.drop_table("contents")\n    op.drop_table("steps")\n    os.kill(os.getpid(), 9)\n'
    )
    code = (
        "import sys, pathlib\nfrom regional.workspace import migrate, workspace\n"
        "migrate.FOLDER, migrate.SCHEMA = pathlib.Path(sys.argv[2]), '9999'\nworkspace.open_workspace(sys.argv[1])"
    )
    done = subprocess.run([sys.executable, "-c", code, url, folder], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert list(sqlite3.connect(path).iterdump()) == before
    assert list(sqlite3.connect(tmp_path / "w.db.before-9999").iterdump()) == before
    ws = open_workspace(url)
    assert len(ws.versions.load()) == len(PARTNERS)
    ws.close()
