"""What who manages the server reads: what failed, was ended, was refused or took long; never what anybody typed."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sqlite3
from types import SimpleNamespace

import pytest

from regional import journal
from regional.access.sign_outs import SignOuts
from regional.access.uploads import PLACE, Passes, UploadGuard
from regional.journal import MOST, Event, Word, note
from regional.ui.router import run
from regional.workspace import Action, WorkspaceError
from regional.workspace.workspace import Workspace, open_workspace

NAMES = ["De Rode Draad", "ed@museum.example", "Bakkerij ’t Hœkje"]


@pytest.fixture
def lines(monkeypatch):
    """The lines that are written from now on."""
    screen, factory, log = io.StringIO(), logging.getLogRecordFactory(), logging.getLogger("partnerspiegel")
    before = (log.handlers[:], log.propagate, log.level)
    monkeypatch.setattr(journal, "_JOURNAL", journal.Journal())
    journal.start(screen)
    yield lambda: [json.loads(line) for line in screen.getvalue().splitlines()]
    logging.setLogRecordFactory(factory)
    log.handlers[:], log.propagate = before[:2]
    log.setLevel(before[2])


def without_time(lines):
    return [{key: value for key, value in line.items() if key != "at"} for line in lines()]


def test_a_write_that_failed_is_noted_with_its_reason(lines, tmp_path):
    path = tmp_path / "kept.db"
    workspace = open_workspace(f"sqlite:///{path.as_posix()}")
    with workspace.database.write() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceError):
        workspace.actions.add(Action(title=NAMES[0], evidence=NAMES[2] * 500))
    workspace.close()
    assert without_time(lines) == [{"event": "write_failed", "why": "read_only"}]


def test_a_read_that_failed_is_noted_with_its_reason(lines, tmp_path):
    path = tmp_path / "kept.db"
    open_workspace(f"sqlite:///{path.as_posix()}").close()
    workspace = open_workspace(f"sqlite:///{path.as_posix()}")
    workspace.actions.add(Action(title=NAMES[0]))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE actions SET title = '', owner = ?", [NAMES[2]])
    connection.close()
    with pytest.raises(WorkspaceError):
        workspace.actions.list()
    workspace.close()
    assert without_time(lines) == [{"event": "read_failed", "why": "odd"}]


def test_a_sign_in_that_ended_is_noted_without_whose_it_was(lines):
    workspace = Workspace.in_memory()
    SignOuts(lambda: workspace.sign_outs).end({"sub": NAMES[1], "email": NAMES[1], "iat": 1})
    assert without_time(lines) == [{"event": "sign_in_ended", "is_written_down": True}]


def test_a_file_that_is_refused_is_noted(lines):
    async def send(_message):
        return None

    guard = UploadGuard(None, Passes(), dict)
    scope = {"type": "http", "path": f"{PLACE}{NAMES[0]}/x", "method": "PUT", "headers": []}
    asyncio.run(guard(scope, None, send))
    assert without_time(lines) == [{"event": "upload_refused", "status": 403}]


def test_a_slow_rerun_is_noted_with_its_page(lines, monkeypatch):
    monkeypatch.setattr("regional.ui.router.SLOW", -1.0)
    monkeypatch.setattr("regional.ui.router._run", lambda: None)
    monkeypatch.setattr("regional.ui.router.FREEZER", SimpleNamespace(after_run=lambda: None))
    run()
    (line,) = [line for line in lines() if line["event"] == "slow_rerun"]
    assert line["page"] == "start"
    assert line["seconds"] >= 0


@pytest.mark.parametrize("given", [NAMES[0], ["x"], {"naam": NAMES[0]}, ValueError(NAMES[1]), None, b"x"])
def test_nothing_but_numbers_and_our_own_words_is_written(lines, given):
    note(Event.WRITE_FAILED, why=given, number=3)
    assert without_time(lines) == [{"event": "write_failed", "number": 3}]


def test_a_word_that_is_none_of_ours_is_other(lines):
    note(Event.SLOW_RERUN, page=Word(NAMES[0], ["start"]), seconds=2)
    assert without_time(lines) == [{"event": "slow_rerun", "page": "other", "seconds": 2}]


def test_nobody_fills_the_disk_with_it(lines, monkeypatch):
    monkeypatch.setattr("regional.journal.time.monotonic", lambda: now)
    now = 0.0
    for _ in range(MOST + 40):
        note(Event.UPLOAD_REFUSED, status=403)
    assert len(lines()) == MOST
    now = 61.0
    note(Event.UPLOAD_REFUSED, status=403)
    assert lines()[-1]["left_out"] == 40


def test_an_error_in_any_log_tells_its_kind_and_its_place_and_not_what_it_says(lines):
    screen = io.StringIO()
    log, handler = logging.getLogger("a.library"), logging.StreamHandler(screen)
    log.addHandler(handler)
    try:
        try:
            raise KeyError(NAMES[0])
        except KeyError as error:
            raise ValueError(NAMES[2]) from error
    except ValueError as error:
        log.error("Uncaught app execution", exc_info=error)
        log.exception("again")
    log.removeHandler(handler)
    told = screen.getvalue()
    assert "KeyError" in told
    assert "ValueError" in told
    assert "test_security_journal.py" in told
    assert [name for name in NAMES if name in told.replace("NAMES", "")] == []
