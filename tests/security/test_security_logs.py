"""What the server writes to its log, and what it shows when the database fails: no secret, no name, no link."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from sqlalchemy import text

from regional.partners.records import to_records
from regional.publishing.links import new_link
from regional.publishing.store import WorkspaceStore, expires
from regional.workspace import WorkspaceError
from regional.workspace.database import Database
from regional.workspace.workspace import open_workspace
from tests.e2e.conftest import chromium, page, signs_in, watch, window  # noqa: F401 - fixtures
from tests.e2e.deployed import EDITOR, deploy, sign_in
from tests.e2e.harness import settle, visit
from tests.e2e.test_e2e_board import PUBLICATION
from tests.publishing.random_lists import held, random_list

ROOT = Path(__file__).parents[2]
PASSWORD = "Zeer-Geheim-9431"
SECRETS = ["only for tests", "only-for-tests"]
"""Cookie secret and client secret of tests/e2e/deployed.py."""
SAYS = re.compile(r"^\s*print\(|\blogging\b|\bgetLogger\b|sys\.std(out|err)", re.MULTILINE)


def log_of(folder):
    told = (folder / "server.log").read_bytes()
    assert b"You can now view your Streamlit app" in told, "this is not the log"
    return told


def test_nothing_of_a_visit_is_in_the_log(page, tmp_path, signs_in):  # noqa: F811
    url = f"sqlite:///{tmp_path.as_posix()}/kept.db"
    workspace, seen = open_workspace(url), random_list(7)
    workspace.versions.keep(to_records(seen.portfolio), "lijst.csv")
    store, until = WorkspaceStore(workspace), dt.date.today() + dt.timedelta(days=9)
    token = new_link(store, store.freeze(PUBLICATION, until).id, expires(until))
    with deploy(tmp_path, signs_in, url) as app:
        visit(page, f"{app}/voor_de_vergadering?link={token}")
        visit(page, f"{app}/voor_de_vergadering?link={token[:-1]}")
        sign_in(page, f"{app}/onze_partners", EDITOR)
        evil = tmp_path / "kapot.csv"
        evil.write_bytes(seen.data.replace(b"Heerlen", b"Nergens-aan-Zee")[:-40])
        page.get_by_text("1. Uw lijst").click()
        settle(page)
        page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(evil)
        settle(page)
        visit(page, f"{app}/delen")
        told = log_of(tmp_path)
    workspace.close()
    assert held(told, [*seen.names, *seen.persons, token, token[:-1], EDITOR, *SECRETS]) == []


def test_a_database_out_of_reach_tells_nobody_its_password(page, tmp_path, signs_in):  # noqa: F811
    url = f"postgresql://museum:{PASSWORD}@127.0.0.1:9/partnerspiegel"
    with deploy(tmp_path, signs_in, url) as app:
        visit(page, f"{app}/voor_de_vergadering?link={'A' * 43}")
        shown = page.locator("body").inner_text()
        assert "gaat nu niet open" in shown
        told = log_of(tmp_path)
    assert held(told + shown.encode(), [PASSWORD, "A" * 43, *SECRETS]) == []


def test_a_statement_that_fails_does_not_tell_what_was_in_it(tmp_path):
    database = Database(f"sqlite:///{tmp_path.as_posix()}/x.db")
    with pytest.raises(WorkspaceError) as refused, database.write() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "De Kring"})
    chain, error = "", refused.value
    while error is not None:
        chain += f"{error!r} {error}"
        error = error.__cause__ or error.__context__
    assert "nowhere" in chain
    assert "De Kring" not in chain


def test_an_address_of_a_database_never_shows_its_password():
    database = Database(f"postgresql://museum:{PASSWORD}@127.0.0.1:9/partnerspiegel")
    assert "127.0.0.1" in f"{database.url} {database.engine!r}"
    assert PASSWORD not in f"{database.url} {database.url!r} {database.engine!r}"
    with pytest.raises(WorkspaceError) as refused, database.read():
        pass
    error = refused.value
    while error is not None:
        assert PASSWORD not in f"{error!r} {error}"
        error = error.__cause__ or error.__context__


def test_only_the_command_line_writes_to_the_terminal():
    """A line in a log must be thought about here first."""
    files = [path for folder in ("regional", "pages") for path in (ROOT / folder).rglob("*.py")]
    found = {path.relative_to(ROOT).as_posix() for path in files if SAYS.search(path.read_text(encoding="utf-8"))}
    found = {path for path in found if not path.startswith("regional/cli/")}
    assert found <= {"regional/__main__.py", "regional/files/process.py", "regional/journal.py"}
