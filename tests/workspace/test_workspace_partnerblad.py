"""All that is kept of one partner is found, and what was kept for its term is told."""

import datetime as dt

import pytest

from regional.texts import texts
from regional.workspace import (
    Action,
    Conversation,
    Invalid,
    Invitation,
    PublicationRecord,
    Question,
    ResponseRecord,
    Review,
    Scenario,
)
from regional.workspace.repository import table
from regional.workspace.retention import KINDS, months_later

ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Needs no second database: what it tests is the same code on both."""

LIST = [{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "Studio Zuid", "plaats": "Urk"}]


@pytest.fixture
def kring(ws):
    """A partner that was renamed, with something in every place."""
    ws.versions.keep(LIST, "Eerste lijst", by="Sam")
    kring, zuid = ws.versions.rows()
    ws.versions.keep([kring, zuid.changed(bedrag="1")], "Alleen Studio Zuid", based_on=1)
    ws.versions.keep([kring.changed(naam="De Cirkel", bedrag="5"), zuid], "Nieuwe naam", by="Noor", based_on=2)
    i = kring.partner_id
    ws.questions.add(Question(partner_id=i, question="where"))
    ws.questions.add(Question(partner_id=zuid.partner_id, question="who", answer="Ken u de kring?"))
    ws.conversations.add(Conversation(partner_id=i, day=dt.date(2026, 3, 1), notes="Over De Kring"))
    ws.actions.add(Action(title="Bellen", partner_id=i))
    ws.scenarios.add(Scenario(name="Stel dat", content={"add": [i]}))
    return i


def test_the_partnerblad_holds_all_that_is_kept_of_a_partner(ws, kring):
    about = ws.everything_about(kring)
    assert about.names == ("De Cirkel", "De Kring")
    assert (about.row.name, about.row.cells["bedrag"]) == ("De Cirkel", "5")
    assert [(r.version, r.why, r.by) for r in about.history] == [
        (3, "Nieuwe naam", "Noor"), (1, "Eerste lijst", "Sam"),
    ]  # fmt: skip
    assert [(c.column, c.before, c.after) for c in about.history[0].changes] == [
        ("naam", "De Kring", "De Cirkel"), ("bedrag", "", "5"),
    ]  # fmt: skip
    assert (len(about.questions), len(about.conversations), len(about.actions)) == (1, 1, 1)
    assert {(m.table, m.field) for m in about.mentions} == {("questions", "answer"), ("scenarios", "content")}


@ONE
def test_a_partner_that_left_the_list_is_still_told_about(ws, kring):
    ws.versions.keep([row for row in ws.versions.rows() if row.partner_id != kring], "Zonder", based_on=3)
    about = ws.everything_about(kring)
    assert about.row is None
    assert [(r.version, r.changes) for r in about.history[:1]] == [(4, ())]
    assert about


@ONE
def test_of_nobody_nothing_is_kept(ws, kring):
    about = ws.everything_about("nergens")
    assert not about
    assert (about.history, about.mentions) == ((), ())


def test_every_kind_of_data_is_due_on_the_day_its_term_ends_and_not_before(ws):
    ws.versions.keep([{"naam": "Gestopt", "status": "gestopt", "tot": "2020"}, {"naam": "Actief", "tot": "2020"}], "1")
    ws.versions.keep([row.changed(bedrag="1") for row in ws.versions.rows()], "2")
    day = dt.date(2024, 2, 29)
    ws.questions.add(Question(partner_id="p", question="where", asked_on=dt.date(2020, 1, 1), answered_on=day))
    ws.questions.add(Question(partner_id="p", question="who"))
    ws.responses.add(ResponseRecord(partner_id="p", way="reply", received_on=day))
    closed = dt.datetime(2024, 2, 29, tzinfo=dt.UTC)
    ws.invitations.add(Invitation(partner_id="p", token_hash="c", created_on=day, expires_at=closed))
    ws.conversations.add(Conversation(partner_id="p", day=day))
    ws.actions.add(Action(title="Klaar", done_on=day))
    ws.actions.add(Action(title="Nog niet"))
    ws.publications.add(PublicationRecord(token_hash="a", title="Verlopen", created_on=day, expires_on=day))
    ws.publications.add(PublicationRecord(token_hash="b", title="Altijd", created_on=day))
    ws.reviews.add(Review(year=2023, day=day))
    ws.scenarios.add(Scenario(name="Stel dat"))
    found = ws.due_for_erasure(dt.date(2100, 1, 1))
    assert [due.due for due in found] == sorted(due.due for due in found)
    dues = {due.kind: due for due in found}
    assert "Actief" not in [due.title for due in found]
    assert set(dues) == set(KINDS)
    assert dues["ended_partners"].since == dt.date(2020, 12, 31)
    assert dues["questions"].due == dt.date(2026, 2, 28)
    assert dues["conversations"].due == dt.date(2027, 2, 28)
    assert (dues["versions"].record_id, dues["actions"].title) == ("1", "Klaar")
    talk = dues["conversations"]
    assert talk in ws.due_for_erasure(talk.due)
    assert talk not in ws.due_for_erasure(talk.due - dt.timedelta(days=1))


def kept_on(ws, number, day):
    """Let a version be of another day."""
    with ws.database.write() as connection:
        at = dt.datetime.combine(day, dt.time(12), dt.UTC)
        connection.execute(table("versions").update().where(table("versions").c.number == number).values(at=at))


@ONE
def test_partners_count_as_stopped_since_the_list_says_so(ws):
    ended = {**LIST[0], "status": "gestopt"}
    for number, rows in enumerate((LIST, [ended, LIST[1]], [ended, {"naam": "Nieuw"}], [ended]), 1):
        ws.versions.keep(rows, "")
        kept_on(ws, number, dt.date(2020 + number, 1, 1))
    dues = [d for d in ws.due_for_erasure(dt.date(2100, 1, 1)) if d.kind == "ended_partners"]
    assert {due.title: due.since.year for due in dues} == {"De Kring": 2022, "Studio Zuid": 2023, "Nieuw": 2024}


@ONE
def test_what_is_due_can_be_removed_and_is_due_no_more(ws, kring):
    later = dt.date(2100, 1, 1)
    ws.erase_due(ws.due_for_erasure(later))
    assert ws.due_for_erasure(later) == ()
    assert [version.number for version in ws.versions.list()] == [3]


@ONE
def test_a_museum_sets_its_own_terms(ws):
    assert ws.retention()["conversations"] == 36
    ws.set_retention("conversations", 12, by="Noor")
    ws.set_retention("conversations", 6)
    assert ws.retention()["conversations"] == 6
    ws.conversations.add(Conversation(partner_id="p", day=dt.date(2026, 1, 31)))
    assert [due.due for due in ws.due_for_erasure(dt.date(2026, 7, 31))] == [dt.date(2026, 7, 31)]
    with pytest.raises(Invalid) as told:
        ws.set_retention("conversations", 0)
    assert texts("nl")(told.value.fields["months"]) == "Dit moet 1 of meer zijn."
    with pytest.raises(KeyError):
        ws.set_retention("sokken", 3)


@pytest.mark.parametrize(("day", "months", "later"), [
    ("2024-01-31", 1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-05-31", 600, "2074-05-31"),
])  # fmt: skip
def test_months_are_counted_to_the_same_day(day, months, later):
    assert months_later(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(later)
