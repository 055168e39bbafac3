"""Odd values, odd files and odd terminals: told in words, never a traceback."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import JSON

from regional.cbs.cache import Entry
from regional.cli.main import main
from regional.cli.terminal import be_understood
from regional.geo.geometry import Sidecar
from regional.partners.read import read_partners
from regional.publishing.schema import from_json
from regional.publishing.store import WorkspaceStore
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import Goal
from regional.workspace.repository import Repository
from regional.workspace.tables import METADATA
from regional.workspace.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[2]
PUBLICATION = ROOT / "tests/publishing/fixtures/publication-1.json"
SAMPLE = str(ROOT / "data/sample/partners.csv")


@pytest.mark.parametrize("seconds", ["nan", "inf", "-inf", "-1", "0", "1e999", "soon", ""])
def test_an_odd_number_of_seconds_is_wrong_use(seconds, capsys):
    with pytest.raises(SystemExit) as refused:
        main(["advise", SAMPLE, "--region", "GM0917", "-k", "1", "--seconds", seconds])
    assert refused.value.code == 2
    assert "--seconds" in capsys.readouterr().err


def test_a_terminal_that_knows_ascii_only_still_reads(tmp_path):
    file = tmp_path / "lijst.csv"
    file.write_text("naam;bedrag;plaats\nBakkerij ’t Hœkje 陳;veel €;Nergens-aan-Zée\n", encoding="utf-8-sig")
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "regional", "check", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60)
    assert done.stderr == b""
    assert b'"veel EUR "' in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252"])
def test_json_on_such_a_terminal_loses_nothing(encoding, monkeypatch):
    names, screen = ["Súdwest-Fryslân", "’t Hœkje 陳 🎪 €"], io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, encoding=encoding))
    be_understood(["reflect", "--json"])
    print(json.dumps(names, ensure_ascii=False), flush=True)
    assert json.loads(screen.getvalue().decode(encoding)) == names


@pytest.mark.parametrize("sidecar", [Entry, Sidecar])
@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[]", "3", "null", '"x"'])
def test_a_sidecar_that_is_none_is_refused_as_one_that_is_not_there(sidecar, text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        sidecar.from_json(text)


@pytest.fixture
def damaged(tmp_path):
    """A museum's database, and what to do to it from outside the app."""
    path = tmp_path / "kept.db"
    workspace = open_workspace(f"sqlite:///{path.as_posix()}")
    workspace.goals.add(Goal(title="Meer jongeren"))
    workspace.close()

    def damage(*statements):
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return f"sqlite:///{path.as_posix()}"

    return damage


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_database_without_a_version_is_told_and_left_as_it_is(damaged, statement):
    url = damaged(statement)
    with pytest.raises(WorkspaceError, match="does not say with which version"):
        open_workspace(url)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("SELECT title FROM goals").fetchall() == [("Meer jongeren",)]


@pytest.mark.parametrize("change", ["title = ''", "due = 'someday'", "revision = 'x'", "year = 'MMXX'"])
def test_a_row_that_breaks_a_rule_is_told(damaged, change):
    workspace = open_workspace(damaged(f"UPDATE goals SET {change}"))
    with pytest.raises(WorkspaceError, match="is damaged"):
        workspace.goals.list()
    workspace.close()


LOOKS = {
    "records": lambda ws: [kept.list() for kept in vars(ws).values() if isinstance(kept, Repository)],
    "versions": lambda ws: ws.versions.list(),
    "partners": lambda ws: ws.versions.rows(),
    "known partners": lambda ws: ws.versions.known_partners(),
    "about one": lambda ws: ws.everything_about("p" * 32),
    "terms": lambda ws: ws.due_for_erasure(dt.date(2026, 12, 1)),
    "erased": lambda ws: ws.were_erased(["De Kring"]),
    "ended sign-ins": lambda ws: ws.sign_outs.ended(),
    "links": lambda ws: WorkspaceStore(ws).list(),
    "backup": lambda ws: ws.backup(),
    "erasing": lambda ws: ws.erase("p" * 32),
}
IN = ("goals", "partner_rows", "versions", "contents", "publications", "tombstones", "facts", "changes")
CELLS = [(t.name, c.name, value) for t in METADATA.sorted_tables if t.name in IN for c in t.c
         for value in ((b"\xff\x00", *(("{}", "[[1]]", "null") if isinstance(c.type, JSON) else ("x",))))]  # fmt: skip


@pytest.fixture(scope="module")
def filled():
    """A workspace with a row in each of those tables, as bytes."""
    workspace = Workspace.in_memory()
    rows = [{"naam": name, "plaats": "Heerlen", "partner_id": x * 32} for name, x in (("De Kring", "p"), ("Weg", "q"))]
    workspace.versions.keep(rows, "Eerste")
    workspace.goals.add(Goal(title="Meer jongeren"))
    store = WorkspaceStore(workspace)
    store.freeze(from_json(PUBLICATION.read_text(encoding="utf-8").strip()), dt.date(2027, 1, 1))
    workspace.erase("q" * 32)
    return raw(workspace).serialize()


def raw(workspace):
    return workspace.database.engine.raw_connection().dbapi_connection


@pytest.fixture(scope="module")
def scratch():
    return Workspace.in_memory()


@pytest.mark.parametrize(("table", "column", "value"), CELLS)
def test_whatever_stands_in_a_column_is_told_and_never_a_traceback(filled, scratch, table, column, value):
    raw(scratch).deserialize(filled)
    with contextlib.suppress(sqlite3.Error):
        raw(scratch).execute(f'UPDATE "{table}" SET "{column}" = ?', [value])
    for look in LOOKS.values():
        with contextlib.suppress(WorkspaceError):
            look(scratch)


def told(text):
    found = read_partners(text.encode("utf-8-sig"), "lijst.csv")
    return {(problem.code, problem.row) for problem in found.problems}, len(found.portfolio)


@pytest.mark.parametrize("amount", ["999999999999 mln", "1e400", "inf", "nan", "9" * 400])
def test_an_amount_without_measure_is_told_and_the_row_stays(amount):
    assert told(f"naam;bedrag\nDe Kring;{amount}\n") == ({("amount", 2)}, 1)


@pytest.mark.parametrize("name", ["TRUE", "WAAR", "Onwaar", "ja", "NaN", "3,5", "2024"])
def test_a_name_that_is_rather_a_tick_or_a_number_is_told_and_kept(name):
    problems, kept = told(f"naam;plaats\n{name};Heerlen\nDe Kring;Heerlen\n")
    assert ("odd_name", 2) in problems
    assert kept == 2
