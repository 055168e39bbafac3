"""A disk that is really full, or may only be read: told, nothing half, and all goes well again once there is room."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = """
import datetime as dt, json, shutil, sys
from pathlib import Path
from regional.publishing.links import new_link
from regional.publishing.schema import from_json
from regional.publishing.store import WorkspaceStore, expires
from regional.workspace import Action, WorkspaceError
from regional.workspace.migrate import SCHEMA
from regional.workspace.workspace import open_workspace
disk, fixtures = Path(sys.argv[1]), Path(sys.argv[2])
path, filler = disk / "kept.db", disk / "filler"
url, day = f"sqlite:///{path}", dt.date(2026, 12, 15)
shared = from_json((fixtures / "publishing/fixtures/publication-1.json").read_text().strip())
def attempt(do):
    try:
        return "", do()
    except WorkspaceError as error:
        return error.message.text, None
def fill():
    with open(filler, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 512): pass
        except OSError: pass
def publish(ws):
    store = WorkspaceStore(ws)
    return new_link(store, store.freeze(shared, day).id, expires(day))
def start():
    ws = open_workspace(url)
    ws.versions.keep([{"naam": f"Bakkerij Zonnewende {n}", "plaats": "Kerkrade"} for n in range(40)], "Eerste")
    for n in range(20): ws.actions.add(Action(title=f"Bel Bakkerij Zonnewende {n}", evidence="x" * 2000))
    publish(ws)
    return ws
def everything(ws):
    return ws.actions.list(), ws.versions.list(), ws.versions.rows(), ws.publications.list(), ws.steps.list()
"""
FULL = """
ws = start()
backup, partner = ws.backup(), ws.versions.rows()[0].partner_id
ws.close(); ws = open_workspace(url)
before = everything(ws)
acts = {"erase": lambda: ws.erase(partner), "restore": lambda: ws.restore_backup(backup),
        "publish": lambda: publish(ws),
        "keep": lambda: ws.versions.keep([{"naam": f"Nieuw {n}"} for n in range(400)], "")}
fill()
said, done = attempt(acts[what])
if said:
    assert said == "The disk is full. Make room and try again; nothing was lost.", said
    assert everything(ws) == before or what == "publish"  # frozen, and no link as yet
elif what == "erase":
    assert not ws.everything_about(partner)
    assert done.is_clean or not ws.is_clean()
filler.unlink()
again, _ = attempt(acts[what]) if said else ("", done)
assert not again, again
ws.close(); ws = open_workspace(url)
assert ws.is_clean()
if what == "erase":
    assert b"Zonnewende 0" not in b"".join(file.read_bytes() for file in disk.iterdir())
print(what, "full" if said else "fitted")
"""
MIGRATE = """
import sqlite3
old = sqlite3.connect(path)
old.executescript((fixtures / "workspace/schemas/0001-texts.sql").read_text())
before = list(old.iterdump())
old.close()
fill()
said, _ = attempt(lambda: open_workspace(url))
assert said == "The disk is full. Make room and try again; nothing was lost.", said
assert list(sqlite3.connect(path).iterdump()) == before
assert sorted(file.name for file in disk.iterdir() if file.suffix == ".half") == []
filler.unlink()
ws = open_workspace(url)
assert len(ws.letters.list()) == 1
assert list(sqlite3.connect(path.with_name(f"kept.db.before-{SCHEMA}")).iterdump()) == before
print("migrate full")
"""
READ_ONLY = """
import os, subprocess
start().close()
subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
said, _ = attempt(lambda: open_workspace(url))
told = ("We may read what you kept, but may not write there. Ask who looks after this computer.",
        "We cannot reach what you kept. Is the disk or the database server there?")
assert said in told, said
subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
assert len(open_workspace(url).actions.list()) == 20
print("read-only")
"""


def on_a_small_disk(folder: Path, script: str, kilobytes: int) -> str:
    """Run a script whose database lies on a disk of its own, and return what it printed."""
    code = folder / "script.py"
    code.write_text(TOOLS + script, encoding="utf-8")
    disk = folder / "disk"
    disk.mkdir()
    mount = 'mount -t tmpfs -o size="$3"k tmpfs "$1" && exec "$4" "$5" "$1" "$2"'
    command = ["unshare", "-rm", "sh", "-c", mount, "sh", disk, ROOT / "tests", kilobytes, sys.executable, code]
    done = subprocess.run([*map(str, command)], cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
                          capture_output=True, text=True, timeout=120, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("what", ["erase", "restore", "publish", "keep"])
def test_a_full_disk_is_told_and_leaves_nothing_half(what, tmp_path):
    on_a_small_disk(tmp_path, f"what = {what!r}\n{FULL}", 1_500)


def test_a_migration_on_a_full_disk_leaves_the_old_database(tmp_path):
    assert on_a_small_disk(tmp_path, MIGRATE, 1_500) == "migrate full\n"


def test_a_disk_that_may_only_be_read_is_told(tmp_path):
    assert on_a_small_disk(tmp_path, READ_ONLY, 1_500) == "read-only\n"
