"""A kill at any moment loses nothing that was kept, and leaves nothing half."""

import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from regional.workspace.workspace import open_workspace

ROOT = Path(__file__).parents[2]
KILLS = 50
WRITER = """
import datetime as dt, itertools, os, sys
from regional.workspace import Action, Conversation
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
