"""The workspace opens: new, old, at the same time, and says so where it cannot."""

import datetime as dt
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from regional.texts import texts
from regional.workspace import Action, OwnFigureSet, WorkspaceError, migrate
from regional.workspace.copies import forget_old_copy
from regional.workspace.database import Database
from regional.workspace.tables import METADATA
from regional.workspace.workspace import Workspace, default_url, open_workspace
from tests.workspace.test_workspace_backup import with_table

SCHEMAS = Path(__file__).parent / "schemas"
START = "from regional.workspace.workspace import open_workspace as o; import sys; w = o(sys.argv[1]); w.actions.list()"


def sqlite_url(path):
    return f"sqlite:///{path.as_posix()}"


def said(told):
    return texts("nl")(told.value.message)


def test_this_apps_schema_is_the_newest_revision_and_the_only_head():
    from alembic.script import ScriptDirectory

    assert migrate.revisions()[-1] == migrate.SCHEMA
    assert ScriptDirectory(str(migrate.FOLDER)).get_heads() == [migrate.SCHEMA]


def test_the_tables_are_what_the_migrations_make(ws):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with ws.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def dumped(path, name):
    """Make an SQLite file of a dump of schemas/."""
    old = sqlite3.connect(path)
    old.executescript((SCHEMAS / f"{name}.sql").read_text(encoding="utf-8"))
    old.close()
    return sqlite_url(path)


@pytest.mark.parametrize("revision", migrate.revisions())
def test_a_workspace_of_every_released_schema_opens_with_all_that_was_in_it(revision, tmp_path, opened):
    """schemas/<revision>.sql is what sqlite3 dumps of a workspace that this revision filled."""
    ws = opened(dumped(tmp_path / "old.db", revision))
    with ws.database.read() as connection:
        assert migrate.revision_of(connection) == migrate.SCHEMA
    check_filled(ws)


@pytest.mark.parametrize("revision", migrate.revisions())
def test_a_backup_of_every_released_schema_is_put_back(revision, ws):
    ws.restore_backup((SCHEMAS / f"{revision}.zip").read_bytes())
    check_filled(ws)


def test_no_cell_of_a_partner_is_lost_when_it_becomes_a_record(ws):
    with zipfile.ZipFile(SCHEMAS / "0003.zip") as archive:
        kept = {row["digest"]: row for row in json.loads(archive.read("tables/partner_rows.json"))}
        contents = json.loads(archive.read("tables/contents.json"))
        versions = json.loads(archive.read("tables/versions.json"))
    ws.restore_backup((SCHEMAS / "0003.zip").read_bytes())
    for version in versions:
        places = sorted((c for c in contents if c["content"] == version["content"]), key=lambda c: c["position"])
        then = [(kept[place["row"]]["partner_id"], kept[place["row"]]["cells"]) for place in places]
        assert [(row.partner_id, dict(row.cells)) for row in ws.versions.rows(version["number"])] == then


def check_filled(ws):
    """Assert what every fixture holds: one record of each kind, two versions, one erased partner."""
    for name in ("museums", "region_choices", "region_notes", "understood", "questions", "conversations", "actions",
                 "goals", "steps", "reviews", "scenarios", "publications", "terms"):  # fmt: skip
        assert len(getattr(ws, name).list()) == 1, name
    assert ws.museum().name == "Museum De Verzonnen Schacht"
    assert [version.partners for version in ws.versions.list()] == [2, 1]
    assert ws.versions.load().frame["name"].tolist() == ["De Kring", "Studio Zuid"]
    assert ws.questions.list()[0].partner_id == ws.versions.rows()[0].partner_id


@pytest.mark.parametrize("way", ["database", "backup"])
@pytest.mark.parametrize(("then", "now"), [("yes", "yes"), ("partly", "partly"), ("no", "partly")])
def test_whether_visions_met_is_carried_over_with_its_date_and_a_no_is_still_being_talked_about(
    way, then, now, tmp_path, url, opened
):
    if way == "database":
        old = dumped(tmp_path / "old.db", "0002")
        with closing(sqlite3.connect(tmp_path / "old.db")) as written:
            written.execute("UPDATE conversations SET fit = ?", (then,))
            written.commit()
        ws = opened(old)
    else:
        ws = opened(url)
        backup = (SCHEMAS / "0002.zip").read_bytes()
        ws.restore_backup(with_table(backup, "conversations", lambda rows: rows[0].update(fit=then)))
    (talk,) = ws.conversations.list()
    assert (talk.fit, talk.day) == (now, dt.date(2026, 11, 23))


@pytest.mark.parametrize("way", ["database", "backup"])
def test_texts_that_stood_among_the_steps_have_tables_of_their_own(way, tmp_path, url, opened):
    """0001-texts holds own figures, letters, own answers and ticked rules as the first schema kept them."""
    if way == "database":
        ws = opened(dumped(tmp_path / "old.db", "0001-texts"))
    else:
        ws = opened(url)
        ws.restore_backup((SCHEMAS / "0001-texts.zip").read_bytes())
    (figures,) = ws.own_figures.list()
    assert (figures.use, figures.source, figures.date) == ("added", "Stadt Herzogenrath", "2025")
    assert figures.counts == {"age": {"0-15": 1200, "15-25": 900},
                              "location": {"Herzogenrath": 46500, "Übach-Palenberg": 24300}}  # fmt: skip
    letters = {letter.language: letter.text for letter in ws.letters.list()}
    assert letters == {"nl": "Beste partner,\n\nWij willen er zijn voor iedereen."}
    answers = {own.question: own.answer for own in ws.own_answers.list()}
    assert answers == {"where": "In Parkstad, vooral in Kerkrade", "who": "Iedereen; scholen het meest"}
    assert {step.step: bool(step.done_on) for step in ws.steps.list()} == {
        "publiek-1": True, "rule:0": True, "rule:2": True,
    }  # fmt: skip


def test_a_set_of_own_figures_as_large_as_may_be_fits(ws):
    places = {f"Een plaats met een lange naam in de buurt {n}".ljust(80, "x"): 10_000_000.0 + n for n in range(200)}
    kept = ws.own_figures.save(OwnFigureSet(source="x" * 80, date="2025", counts={"location": places}))
    assert ws.own_figures.get("own_figures").counts == kept.counts == {"location": places}


def test_the_database_of_before_a_migration_is_kept_beside_it(tmp_path, opened):
    path = tmp_path / "oud [1].db"
    url = dumped(path, "0001")
    before = list(sqlite3.connect(path).iterdump())
    ws = opened(url)
    copy = tmp_path / f"oud [1].db.before-{migrate.SCHEMA}"
    assert list(sqlite3.connect(copy).iterdump()) == before
    assert copy.stat().st_mode == path.stat().st_mode
    ws.erase(ws.versions.rows()[0].partner_id)
    assert not copy.exists(), "an erasure takes along what it would still be found in"


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_on_postgres_it_is_kept_in_tables_beside_it(url, opened, newer_app):
    ws = opened(url)
    partner = ws.versions.keep([{"naam": "De Kring"}], "")
    ws.actions.add(Action(title="Bel", owner="Sam"))
    with newer_app():
        newer = opened(url)
        assert beside(newer, "SELECT owner FROM before_9999_actions") == ["Sam"]
        newer.erase(newer.versions.rows(partner.number)[0].partner_id)
        assert beside(newer, "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'before%'") == []


def beside(ws, statement):
    with ws.database.read() as connection:
        return connection.exec_driver_sql(statement.replace("%", "%%")).scalars().all()


def test_a_copy_is_removed_after_a_month(tmp_path, opened):
    ws = opened(dumped(tmp_path / "old.db", "0001"))
    now = dt.datetime.now(dt.UTC)
    forget_old_copy(ws.database, now + dt.timedelta(days=29))
    assert len(list(tmp_path.glob("old.db.before*"))) == 1
    forget_old_copy(ws.database, now + dt.timedelta(days=31))
    assert list(tmp_path.glob("old.db.before*")) == []


def test_no_room_for_the_copy_leaves_the_database_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    url = dumped(path, "0001")
    before = path.read_bytes()
    (tmp_path / f"old.db.before-{migrate.SCHEMA}.half").mkdir()
    with pytest.raises(WorkspaceError):
        open_workspace(url)
    kept = sqlite3.connect(path)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    kept.close()
    assert len(before) == path.stat().st_size


@pytest.fixture
def newer_app(tmp_path):
    """Play a next release, with one revision more, in a folder with a difficult name."""

    @contextmanager
    def installed(more=""):
        folder = tmp_path / "100% of it; C:" / "migrations"
        shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "9999_next.py").write_text(
            f'from alembic import op\nrevision = "9999"\ndown_revision = "{migrate.SCHEMA}"\n\n\ndef upgrade():\n'
            f"    op.execute(\"UPDATE actions SET owner = 'next release'\")\n    {more}\n",
            encoding="utf-8",
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrate, "FOLDER", folder)
            patch.setattr(migrate, "SCHEMA", "9999")
            patch.setattr("regional.workspace.backup.SCHEMA", "9999")
            yield

    return installed


def test_an_older_workspace_is_brought_up_to_date_and_a_newer_one_refused(url, opened, newer_app):
    opened(url).actions.add(Action(title="Bel"))
    with newer_app():
        assert opened(url).actions.list()[0].owner == "next release"
    with pytest.raises(WorkspaceError) as told:
        open_workspace(url)
    assert said(told) == (
        "Dit is bewaard met een nieuwere Partnerspiegel. Installeer de nieuwste versie om het te openen."
    )
    database = Database(url)
    with database.read() as connection:
        assert migrate.revision_of(connection) == "9999"
    database.close()


def test_a_migration_that_fails_leaves_the_workspace_as_it_was(url, opened, newer_app):
    opened(url).actions.add(Action(title="Bel"))
    with newer_app("op.drop_table('actions'); raise ZeroDivisionError"), pytest.raises(ZeroDivisionError):
        open_workspace(url)
    assert [(action.title, action.owner) for action in opened(url).actions.list()] == [("Bel", "")]


def test_a_backup_of_an_older_release_is_brought_up_to_date(ws, newer_app, opened, tmp_path):
    ws.actions.add(Action(title="Bel"))
    older = ws.backup()
    with newer_app():
        newer = opened(sqlite_url(tmp_path / "newer.db"))
        newer.restore_backup(older)
        assert newer.actions.list()[0].owner == "next release"
        of_newer = newer.backup()
    with pytest.raises(WorkspaceError) as told:
        ws.restore_backup(of_newer)
    assert said(told).startswith("Dit is bewaard met een nieuwere Partnerspiegel")
    assert [(action.title, action.owner) for action in ws.actions.list()] == [("Bel", "")]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_processes_that_start_at_once_make_one_workspace(kind, tmp_path, request, opened):
    server = request.getfixturevalue("server") if kind == "postgres" else None
    url = server.url(server.create()) if server else sqlite_url(tmp_path / "new" / "w.db")
    root = Path(__file__).parents[2]
    started = [subprocess.Popen([sys.executable, "-W", "error", "-c", START, url], cwd=root, stderr=subprocess.PIPE)
               for _ in range(2)]  # fmt: skip
    for process in started:
        errors = process.communicate(timeout=60)[1].decode()
        assert process.returncode == 0, errors
    with opened(url).database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [migrate.SCHEMA]


def test_an_address_as_hosting_companies_write_it_will_do(url, opened):
    assert opened(url.replace("postgresql://", "postgres://")).actions.list() == ()


def test_the_environment_names_the_database(tmp_path, monkeypatch):
    monkeypatch.setenv("PARTNERSPIEGEL_DB", sqlite_url(tmp_path / "eigen map" / "é.db"))
    ws = open_workspace()
    assert ws.is_kept
    assert (tmp_path / "eigen map" / "é.db").exists()
    ws.close()


def test_without_it_the_file_is_in_the_users_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("PARTNERSPIEGEL_DB")
    for variable in ("HOME", "XDG_DATA_HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert Path(Database(default_url()).url.database).is_relative_to(tmp_path)
    ws = open_workspace()
    assert [path.name for path in tmp_path.rglob("*.db")] == ["partnerspiegel.db"]
    ws.close()


def test_the_file_is_durable_and_checked(tmp_path, opened):
    ws = opened(sqlite_url(tmp_path / "w.db"))
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 15_000}
    with ws.database.read() as connection:
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_a_reader_sees_one_moment_and_is_not_in_the_way_of_a_writer(url, opened):
    one, other = opened(url), opened(url)
    with one.database.read() as connection:
        before = connection.execute(text("SELECT count(*) FROM actions")).scalar()
        other.actions.add(Action(title="Bel"))
        assert connection.execute(text("SELECT count(*) FROM actions")).scalar() == before
    assert len(one.actions.list()) == 1


def test_a_writer_that_waits_too_long_is_told(tmp_path, opened, monkeypatch):
    monkeypatch.setattr("regional.workspace.database.WAIT", 0.05)
    url = sqlite_url(tmp_path / "w.db")
    one, other = opened(url), opened(url)
    with one.database.write(), pytest.raises(WorkspaceError) as told:
        other.actions.add(Action(title="Bel"))
    assert said(told).startswith("Iemand anders is net iets aan het bewaren")


def test_a_full_disk_is_told_and_nothing_is_half(tmp_path, opened):
    ws = opened(sqlite_url(tmp_path / "w.db"))
    with ws.database.bare() as connection:  # a limit of SQLite's own says just what a full disk does
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(WorkspaceError) as told:
        ws.versions.keep([{"naam": f"Partner {n} {'x' * 200}"} for n in range(300)], "")
    assert said(told) == "De schijf is vol. Maak ruimte en probeer het nog eens; er is niets verloren gegaan."
    assert ws.versions.list() == ws.versions.known_partners() == ()


def test_a_file_that_may_only_be_read_is_told(tmp_path, opened):
    ws = opened(sqlite_url(tmp_path / "w.db"))
    ws.actions.add(Action(title="Bel"))
    with ws.database.bare() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceError) as told:
        ws.actions.add(Action(title="Mail"))
    assert said(told).startswith("Wij mogen lezen wat u bewaarde, maar er niet")
    assert [action.title for action in ws.actions.list()] == ["Bel"]


def test_a_damaged_file_is_told(tmp_path):
    path = tmp_path / "w.db"
    path.write_bytes(b"Dit is geen database. " * 100)
    with pytest.raises(WorkspaceError) as told:
        open_workspace(sqlite_url(path))
    assert said(told).startswith("Het bestand met wat u bewaarde is beschadigd")
    assert path.read_bytes().startswith(b"Dit is geen database")


@pytest.mark.parametrize("url", ["nergens", "mysql://x/y", "http://x"])
def test_an_address_of_no_database_is_told(url, monkeypatch):
    monkeypatch.setenv("PARTNERSPIEGEL_DB", url)
    with pytest.raises(WorkspaceError) as told:
        open_workspace()
    assert said(told).startswith("PARTNERSPIEGEL_DB is geen adres")


@pytest.mark.parametrize("url", [
    "postgresql://museum:geheim@127.0.0.1:9/museum", "sqlite:////dev/null/map/w.db",
])  # fmt: skip
def test_a_database_that_is_away_is_told_without_its_password(url):
    with pytest.raises(WorkspaceError) as told:
        open_workspace(url)
    assert said(told).startswith("Wij kunnen niet bij wat u bewaarde")
    assert "geheim" not in str(told.value)


def test_many_sessions_start_at_once():
    with ThreadPoolExecutor(8) as pool:
        sessions = list(pool.map(lambda _: Workspace.in_memory(), range(16)))
    for number, session in enumerate(sessions):
        session.actions.add(Action(title=str(number)))
    assert [session.actions.list()[0].title for session in sessions] == [str(n) for n in range(16)]


def test_a_session_in_memory_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ws = Workspace.in_memory()
    ws.actions.add(Action(title="Bel"))
    ws.close()
    assert list(tmp_path.iterdir()) == []
