"""Overal verwijderen: the partner is nowhere any more, not even in the bytes of the file or an older backup."""

import datetime as dt
import json
import shutil
import sqlite3
import threading
import zipfile
from io import BytesIO

import psycopg
import pytest

from regional.texts import texts
from regional.workspace import (
    Action,
    Conversation,
    Erased,
    Goal,
    Letter,
    Missing,
    OwnAnswer,
    OwnFigureSet,
    PublicationRecord,
    Question,
    RegionChoice,
    RegionNote,
    Review,
    Scenario,
    Step,
    Understood,
    WorkspaceError,
)
from regional.workspace.erasure import erased, name_hash
from regional.workspace.records import FormDraft
from regional.workspace.workspace import open_workspace

ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Needs no second database: what it tests is the same code on both."""

NAME, OLD_NAME, OTHER = "Bakkerij Zonnewende", "Broodhuis Zonnewende", "Studio Zuid"
SECRET = "Zonnewende"
DAY = dt.date(2026, 11, 23)


def fill(ws):
    """Keep a partner in every place where one can be, and return its id."""
    ws.versions.keep([{"naam": OLD_NAME, "plaats": "Kerkrade"}, {"naam": OTHER, "plaats": "Urk"}], f"Met {OLD_NAME}")
    row, other = ws.versions.rows()
    ws.versions.keep([row.changed(naam=NAME, bedrag="12"), other], "", based_on=1)
    i, elsewhere = row.partner_id, other.partner_id
    ws.questions.add(Question(partner_id=i, question="where", answer=f"{NAME} werkt overal"))
    ws.questions.add(Question(partner_id=elsewhere, question="who", answer=f"U moet {NAME.lower()} leren kennen"))
    ws.conversations.add(Conversation(partner_id=i, day=DAY, notes=f"Gesprek met {NAME}"))
    ws.conversations.add(Conversation(partner_id=elsewhere, day=DAY, notes=f"Kent {OLD_NAME} ook", next_step=NAME))
    ws.actions.add(Action(title=f"Bel {NAME}", partner_id=i, evidence="mail"), by="Sam")
    ws.goals.add(Goal(title="Meer", explanation=f"zoals bij {NAME.upper()}."))
    ws.region_notes.add(RegionNote(region="CR39", text="Armoede", source=NAME))
    ws.steps.add(Step(step="publiek-1", evidence=f"zie {NAME}"))
    ws.own_figures.add(OwnFigureSet(source=NAME))
    ws.letters.add(Letter(language="nl", text=f"Beste {NAME},"))
    ws.own_answers.add(OwnAnswer(question="who", answer=f"Vooral {NAME}"))
    people = {
        "rows": [{"naam": NAME, "bedrag": 12}, {"naam": OTHER}],
        "by": {i: 1, elsewhere: 2},
        "note": f"Met {NAME}",
    }
    ws.scenarios.add(Scenario(name="Stel dat", content={"add": [i, elsewhere], **people}))
    ws.reviews.add(Review(year=2026, day=DAY, frozen={"partners": [{"partner_id": i, "x": 1}], **people}))
    ws.publications.add(PublicationRecord(token_hash="ab", title="Raad", created_on=DAY, annex=people))
    return i


def in_all_files(folder, *words):
    """Return which words stand in which files."""
    return [(path.name, word) for path in folder.iterdir() for word in words if word.encode() in path.read_bytes()]


def text_of(backup):
    """Return everything in a backup as one text."""
    with zipfile.ZipFile(BytesIO(backup)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def test_an_erased_partner_is_in_no_record_version_or_frozen_figure(ws):
    partner_id = fill(ws)
    done = ws.erase(partner_id)
    assert (done.versions, done.records, done.is_clean) == (2, 14, True)
    left = text_of(ws.backup())
    assert SECRET.casefold() not in left.casefold()
    assert left.count(partner_id) == 2, "only the tombstones, one for each name, hold the id"
    assert not ws.everything_about(partner_id)


def test_what_is_about_others_stays(ws):
    ws.erase(fill(ws))
    assert [row.name for row in ws.versions.rows()] == [OTHER]
    assert [row.name for row in ws.versions.rows(1)] == [OTHER]
    assert ws.versions.load().frame["name"].tolist() == [OTHER]
    assert [q.answer for q in ws.questions.list()] == ["U moet […] leren kennen"]
    assert [c.notes for c in ws.conversations.list()] == ["Kent […] ook"]
    (action,) = ws.actions.list()
    assert (action.title, action.partner_id, action.evidence, action.revision) == ("Bel […]", None, "mail", 2)
    other = ws.versions.rows()[0].partner_id
    content = {"rows": [{"naam": OTHER}], "by": {other: 2}, "note": "Met […]"}
    assert ws.scenarios.list()[0].content == {"add": [other], **content}
    assert ws.reviews.list()[0].frozen == {"partners": [], **content}
    assert ws.publications.list()[0].annex == content


def test_an_erased_name_is_not_in_the_bytes_of_the_file(tmp_path, empty_sqlite, opened):
    path = tmp_path / "kept" / "workspace.db"
    ws = opened(f"sqlite:///{path.as_posix()}")
    partner_id = fill(ws)
    assert in_all_files(path.parent, SECRET), "the test must be able to fail"
    with sqlite3.connect(path) as other_program:  # one that deletes without overwriting
        other_program.execute("PRAGMA secure_delete=OFF")
        other_program.execute("INSERT INTO facts VALUES ('een', ?)", [f"{SECRET} " * 500])
        other_program.execute("DELETE FROM facts WHERE key = 'een'")
    other_program.close()
    ws.erase(partner_id)
    assert in_all_files(path.parent, SECRET, SECRET.lower(), SECRET.upper()) == []
    ws.close()
    assert in_all_files(path.parent, SECRET, SECRET.lower(), SECRET.upper()) == []


def test_a_name_is_not_in_the_log_of_the_file_after_a_crash_and_a_start(tmp_path, opened, monkeypatch):
    """A crash between the erasure and its cleaning: what lies there then is opened again."""
    path, crashed = tmp_path / "kept" / "workspace.db", tmp_path / "crashed"
    ws = opened(f"sqlite:///{path.as_posix()}")
    partner_id = fill(ws)

    def crash(database):
        shutil.copytree(path.parent, crashed)
        return False

    monkeypatch.setattr("regional.workspace.erasure.clean_up", crash)
    ws.erase(partner_id)
    monkeypatch.undo()
    assert in_all_files(crashed, SECRET), "the test must be able to fail"
    opened(f"sqlite:///{(crashed / path.name).as_posix()}").close()
    assert in_all_files(crashed, SECRET, SECRET.lower(), SECRET.upper()) == []


def in_tables(server, word):
    """Return the files of tables on PostgreSQL's disk that hold a word; its log is not among them."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    files = [path for path in (server.data / "base").rglob("*") if path.is_file()]
    return [path.name for path in files if word.encode() in path.read_bytes()]


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_an_erased_name_is_not_in_the_tables_of_postgres(ws, server):
    partner_id = fill(ws)
    assert in_tables(server, SECRET), "the test must be able to fail"
    ws.erase(partner_id)
    assert in_tables(server, SECRET) == []


def test_what_a_reader_held_back_is_cleaned_at_the_next_start(tmp_path, opened, monkeypatch):
    path = tmp_path / "kept" / "workspace.db"
    monkeypatch.setattr("regional.workspace.database.WAIT", 0.05)
    url = f"sqlite:///{path.as_posix()}"
    ws, reader = opened(url), opened(url)
    partner_id = fill(ws)
    with reader.database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM actions").all()
        assert not ws.erase(partner_id).is_clean
        assert not ws.everything_about(partner_id)
    ws.close()
    reader.close()
    opened(url).close()
    assert in_all_files(path.parent, SECRET) == []


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
@pytest.mark.parametrize("dump", [
    "SELECT count(*) FROM actions",  # holds a lock, as pg_dump does on every table
    "SELECT 1",  # holds none of ours, but still sees what was removed
])  # fmt: skip
def test_on_postgres_an_erasure_does_not_wait_for_a_dump_and_is_cleaned_after_it(dump, ws, url, server, monkeypatch):
    monkeypatch.setattr("regional.workspace.database.PATIENCE", 0.2)
    monkeypatch.setattr("regional.workspace.erasure.RETRY", 0.05)
    partner_id = fill(ws)
    with psycopg.connect(url) as reader:
        reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        reader.execute(dump)
        assert not ws.erase(partner_id).is_clean
        assert not ws.is_clean()
        assert not ws.everything_about(partner_id)
        assert ws.actions.add(Action(title="Nobody waits")).revision == 1
        assert in_tables(server, SECRET), "the reader may still see it"
    ended = threading.Event()
    while not ws.is_clean():
        ended.wait(0.05)
    assert in_tables(server, SECRET) == []


@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_on_postgres_nobody_waits_for_a_lock_without_end(ws, url, monkeypatch):
    monkeypatch.setattr("regional.workspace.database.WAIT", 0.2)
    other = open_workspace(url)
    with psycopg.connect(url) as reader:
        reader.execute("LOCK TABLE actions IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(WorkspaceError) as told:
            other.actions.list()
    other.close()
    assert texts("nl")(told.value.message).startswith("Iemand anders is net iets aan het bewaren")


def test_a_name_is_found_in_whichever_way_its_accents_are_written(ws):
    ws.versions.keep([{"naam": "Caf\u00e9 De Br\u00fcg", "plaats": "Urk"}, {"naam": "Cafe\u0301", "plaats": "Urk"}], "")
    ws.actions.add(
        Action(
            title="Bel Cafe\u0301 De Bru\u0308g, en Ca\u00adf\u00e9 De\u200b Br\u00fcg", evidence="Cafe\u0301 is open"
        )
    )
    for row in ws.versions.rows():
        ws.erase(row.partner_id)
    (action,) = ws.actions.list()
    assert (action.title, action.evidence) == ("Bel […], en […]", "[…] is open")


@ONE
def test_a_text_without_the_name_is_left_to_the_letter(ws):
    ws.versions.keep([{"naam": NAME}], "")
    kept = ws.actions.add(Action(title="Cafe\u0301 co\u00adoperatie"))
    ws.erase(ws.versions.rows()[0].partner_id)
    assert ws.actions.list() == (kept,)


@ONE
@pytest.mark.parametrize("name", ["Heerlen", "Parkstad Limburg", "Leeftijd", "mirror", "publiek-1"])
def test_codes_places_and_figures_are_left_alone_whatever_a_partner_is_called(name, ws):
    ws.versions.keep([{"naam": name, "plaats": "Heerlen"}], "")
    kept = [
        ws.region_choices.add(RegionChoice(spec="CR39", name=name)),
        ws.understood.add(Understood(kind="place", written=name, means="GM0917")),
        ws.own_figures.add(OwnFigureSet(source="Aken", counts={"location": {name: 5}})),
        ws.steps.add(Step(step=name)),
        ws.goals.add(Goal(title="Meer", dimension=name, group=name)),
        ws.reviews.add(Review(year=2026, day=DAY, frozen={"mirror": {"region": {"name": name}, "rows": [name]}})),
        ws.scenarios.add(Scenario(name="Stel", content={"own": [{"naam": "X", "plaats": name, "gemeente": name}]})),
    ]
    ws.erase(ws.versions.rows()[0].partner_id)
    there = [*ws.region_choices.list(), *ws.understood.list(), *ws.own_figures.list(), *ws.steps.list(),
             *ws.goals.list(), *ws.reviews.list(), *ws.scenarios.list()]  # fmt: skip
    assert there == kept


def test_a_backup_that_is_put_back_later_is_erased_again(ws):
    partner_id = fill(ws)
    before = ws.backup()
    assert SECRET in text_of(before)
    ws.erase(partner_id)
    ws.restore_backup(before)
    assert SECRET.casefold() not in text_of(ws.backup()).casefold()
    assert [row.name for row in ws.versions.rows()] == [OTHER]


@ONE
def test_an_older_backup_from_elsewhere_is_erased_by_name(ws, url, opened, tmp_path):
    elsewhere = opened(f"sqlite:///{(tmp_path / 'elders.db').as_posix()}")
    elsewhere.versions.keep([{"naam": NAME.upper(), "plaats": "Urk"}, {"naam": OTHER, "plaats": "Urk"}], "")
    older = elsewhere.backup()
    ws.erase(fill(ws))
    ws.restore_backup(older)
    assert [row.name for row in ws.versions.rows()] == [OTHER]


@ONE
def test_a_backup_that_knows_of_no_erasures_brings_nobody_back(ws):
    partner_id = fill(ws)
    before = ws.backup()
    with zipfile.ZipFile(BytesIO(before)) as archive:
        assert json.loads(archive.read("tables/tombstones.json")) == []
    ws.erase(partner_id)
    for time in ("first", "second"):  # the erasure itself outlives the backup too
        ws.versions.keep([{"naam": "Atelier Noord", "plaats": "Urk"}], f"What the {time} takes the place of")
        ws.restore_backup(before)
        assert [row.name for row in ws.versions.rows()] == [OTHER], "the backup was put back"
        assert SECRET not in text_of(ws.backup())
    assert partner_id in erased(ws.database)


@ONE
def test_who_came_back_on_purpose_is_in_newer_backups(ws):
    ws.erase(fill(ws))
    ws.versions.keep([{"naam": NAME, "plaats": "Kerkrade"}], "Weer partner")
    ws.restore_backup(ws.backup())
    assert [row.name for row in ws.versions.rows()] == [NAME]


def test_an_editor_with_an_older_copy_does_not_bring_it_back(ws):
    partner_id = fill(ws)
    rows, talk = ws.versions.rows(), ws.conversations.list(partner_id=partner_id)[0]
    ws.erase(partner_id)
    ws.versions.keep(
        [rows[0].changed(bedrag="99"), rows[1].changed(bedrag="5")], "", based_on=2, chosen={partner_id: "mine"}
    )
    assert [(row.name, row.cells["bedrag"]) for row in ws.versions.rows()] == [(OTHER, "5")]
    for save in (ws.conversations.save, ws.conversations.add):
        with pytest.raises(Erased) as told:
            save(talk.changed(notes="toch"))
    assert texts("nl")(told.value.message).startswith("Deze partner is overal verwijderd")


@ONE
def test_a_name_that_another_partner_bears_stays_with_the_other(ws):
    ws.versions.keep([{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "De Kring", "plaats": "Urk"}], "")
    one, _ = ws.versions.rows()
    ws.actions.add(Action(title="Bel De Kring"))
    before = ws.backup()
    ws.erase(one.partner_id)
    assert [(row.name, row.cells["plaats"]) for row in ws.versions.rows()] == [("De Kring", "Urk")]
    assert ws.actions.list()[0].title == "Bel De Kring"
    ws.restore_backup(before)
    assert [row.cells["plaats"] for row in ws.versions.rows()] == ["Urk"]


@ONE
@pytest.mark.parametrize(
    ("name", "typed", "left"),
    [
        ("Stichting De Rode Draad", "Bel de Rode Draad, en Stichting De Rode Draad", "Bel […], en […]"),
        ("Bakker Bos B.V.", "Met Bakker Bos gesproken", "Met […] gesproken"),
        ("St. Zonnewende", "Bel Zonnewende over de zonnewende", "Bel […] over de zonnewende"),
        ("Stichting Jongeren", "Jongeren komen graag", "Jongeren komen graag"),
        ("Stichting Heerlen", "Afspraak in Heerlen", "Afspraak in Heerlen"),
        ("Stichting Studio Zuid", "Bel Studio Zuid", "Bel Studio Zuid"),
    ],
)
def test_a_name_that_was_typed_without_its_legal_form_goes_too(name, typed, left, ws):
    ws.versions.keep([{"naam": name, "plaats": "Urk"}, {"naam": OTHER, "plaats": "Urk"}], "")
    ws.actions.add(Action(title=typed))
    ws.erase(next(row.partner_id for row in ws.versions.rows() if row.name == name))
    assert ws.actions.list()[0].title == left


@ONE
def test_an_ordinary_word_is_left_where_it_is_no_name(ws):
    ws.versions.keep([{"naam": "Fonds", "plaats": "Urk"}], "")
    ws.actions.add(Action(title="Fonds bellen over het fonds en de Fondsenwerving"))
    ws.erase(ws.versions.rows()[0].partner_id)
    assert ws.actions.list()[0].title == "[…] bellen over het fonds en de Fondsenwerving"


@ONE
def test_nobody_can_read_a_name_from_what_stays(ws):
    ws.erase(fill(ws))
    with zipfile.ZipFile(BytesIO(ws.backup())) as archive:
        stones = json.loads(archive.read("tables/tombstones.json"))
    salt = stones[0]["salt"]
    assert {stone["name_hash"] for stone in stones} == {name_hash(NAME, salt), name_hash(OLD_NAME, salt)}
    assert name_hash(NAME.upper(), salt) == name_hash(NAME, salt) != name_hash(NAME, "00" * 16)


@ONE
def test_a_new_list_can_be_asked_for_partners_that_were_erased(ws):
    assert ws.were_erased([NAME]) == set()
    ws.erase(fill(ws))
    assert ws.were_erased([NAME.upper(), OTHER, OLD_NAME, "Zonnewende"]) == {NAME.upper(), OLD_NAME}


def test_who_is_not_there_cannot_be_erased(ws):
    with pytest.raises(Missing):
        ws.erase("nergens")


def test_an_erasure_that_fails_changes_nothing(tmp_path, monkeypatch):
    ws = open_workspace(f"sqlite:///{(tmp_path / 'w.db').as_posix()}")
    partner_id = fill(ws)
    before = ws.everything_about(partner_id)
    monkeypatch.setattr("regional.workspace.erasure._bury", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ws.erase(partner_id)
    assert ws.everything_about(partner_id) == before
    ws.close()


@ONE
def test_a_draft_that_names_who_is_erased_goes_whole(ws):
    """Of a list in hand one cell less would be another list: what was a place became the name of a partner."""
    erased = fill(ws)
    for form, name in (("list", NAME), ("talk_0", OTHER)):
        ws.drafts.add(FormDraft(writer="sam@museum.example", form=form, typed={"rows": [[2, [name, "Urk", "100"]]]}))
    ws.erase(erased)
    assert [draft.form for draft in ws.drafts.list()] == ["talk_0"]
