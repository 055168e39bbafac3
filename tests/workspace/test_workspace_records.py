"""What is typed is there again, exactly; who comes second is told, and nothing is half."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.partners.portfolio import Answer
from regional.publishing.store import WorkspaceStore
from regional.texts import texts
from regional.workspace import (
    Action,
    Conflict,
    Conversation,
    FormDraft,
    Goal,
    Invalid,
    Invitation,
    Letter,
    Missing,
    Museum,
    OwnAnswer,
    OwnFigureSet,
    PageBack,
    PublicationRecord,
    Question,
    RegionChoice,
    RegionNote,
    ResponseRecord,
    Review,
    Scenario,
    Step,
    Term,
    Understood,
    checked,
)
from regional.workspace.records import RECORDS
from regional.workspace.workspace import Workspace

DAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 21, 5, 7, 123456, tzinfo=dt.timezone(dt.timedelta(hours=1)))
EXAMPLES = {
    "museums": Museum(name="Museum De Schacht", municipality="GM0928", vision="Voor iedereen.\nOok ’s avonds ☀️",
                      low_ratio=0.75, high_ratio=1.5, alpha=0.1, min_known=5, max_unknown=0.5),
    "region_choices": RegionChoice(spec="GM0928~25km", name="Rond Kerkrade", is_default=True),
    "region_notes": RegionNote(region="CR39", text="Jongeren trekken weg", source="GGD", neighbourhoods=("A", "Bé")),
    "understood": Understood(kind="heading", written="Wie?", means="naam"),
    "questions": Question(partner_id="p1", question="where", state=Answer.KNOWN, asked_on=DAY, reminded_on=DAY,
                          answered_on=DAY, answer="In heel Limburg", codes=("country",)),
    "conversations": Conversation(partner_id="p1", day=DAY, stage="exploring", fit="partly", notes="a" * 10_000,
                                  who_decides="samen", work_paid="no", brings_us="x", brings_them="y",
                                  next_step="bellen", next_on=DAY, owner="Noor"),
    "actions": Action(title="Bel", owner="Sam", due=DAY, done_on=DAY, principle="publiek", goal_id="g", partner_id="p",
                      evidence="mail"),
    "goals": Goal(title="Meer jongeren", dimension="age", group="15-25", need_id="n", now="1", wanted="2", needed="3",
                  target=0.1 + 0.2, unit="share", year=2028, owner="Noor", due=DAY, explanation="daarom"),
    "steps": Step(step="publiek-1", done_on=DAY, evidence="verslag"),
    "reviews": Review(year=2026, day=DAY, summary="goed", frozen={"gap": -0.1, "lijst": [1, None, {"é": "\u2019"}]}),
    "scenarios": Scenario(name="Stel dat", content={"add": ["p1"], "share": 1e-12}),
    "publications": PublicationRecord(token_hash="ab" * 32, title="Voor de raad", payload={"a": []}, annex={"b": {}},
                                created_on=DAY, expires_on=DAY, withdrawn_at=NOW, visits=3),
    "own_figures": OwnFigureSet(use="beside", source="eigen", date="2024", counts={"age": {"0-15": 0.2}}),
    "letters": Letter(language="nl", text="Beste partner,\n\nWij vragen u iets."),
    "own_answers": OwnAnswer(question="where", answer="In Parkstad", codes=("region",)),
    "responses": ResponseRecord(partner_id="p1", way="link", state="kept", received_on=DAY, made_on=DAY, given_on=DAY,
                                said={"needs": {"codes": [], "words": "Een plek"}}, unread={"stage": ["supergoed"]}),
    "invitations": Invitation(partner_id="p1", token_hash="cd" * 32, questions=("needs",), created_on=DAY,
                              expires_at=NOW, withdrawn_at=NOW, sent_at=NOW, draft="gAAAA"),
    "page_back": PageBack(learnt="Dat wij weinig luisteren", doing="Wij komen langs", is_shown=True),
    "drafts": FormDraft(writer="noor@museum.example", form="talk_p1_new", partner_id="p1", typed={"notes": "Half"}),
    "terms": Term(id="actions", months=7),
}  # fmt: skip


def test_there_is_an_example_of_every_kind_of_record():
    assert {type(record) for record in EXAMPLES.values()} == set(RECORDS.values())


def test_what_is_kept_comes_back_the_same(ws):
    for name, example in EXAMPLES.items():
        kept = getattr(ws, name).add(example, by="Sam")
        assert getattr(ws, name).list() == (kept,)
        filled = {"revision": 1, "changed_by": "Sam", "changed_at": kept.changed_at}
        assert kept == example.model_copy(update=filled)
        assert abs(dt.datetime.now(dt.UTC) - kept.changed_at) < dt.timedelta(minutes=1)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(TEXTS, TEXTS)
def test_any_text_can_be_typed(title, evidence):
    if title.strip():
        action = MEMORY.actions.add(checked(Action, {"title": title, "evidence": evidence}))
        assert MEMORY.actions.get(action.id) == action
    else:
        with pytest.raises(Invalid, match="not filled in"):
            checked(Action, {"title": title})


MEMORY = Workspace.in_memory()


def test_a_text_that_postgres_cannot_hold_is_kept_without_that_character(ws):
    kept = ws.actions.add(checked(Action, {"title": "a\x00bc", "evidence": "\x00"}))
    assert ws.actions.get(kept.id).title == "abc"
    frozen = ws.scenarios.add(Scenario(name="a", content={"b": "\x00c"}))
    assert ws.scenarios.get(frozen.id) == frozen


def test_a_saved_record_has_the_next_revision_and_who_changed_it(ws):
    action = ws.actions.add(Action(title="Bel"), by="Sam")
    saved = ws.actions.save(action.changed(owner="Noor"), by="Noor")
    assert (saved.revision, saved.changed_by, saved.owner) == (2, "Noor", "Noor")
    assert ws.actions.get(action.id) == saved


def test_a_record_that_is_new_may_be_saved_too(ws):
    assert ws.museums.save(ws.museum().changed(name="De Schacht")).revision == 1
    assert ws.museum().name == "De Schacht"


def test_the_later_of_two_editors_is_told_and_sees_both(url, opened):
    one, other = opened(url), opened(url)
    action = one.actions.add(Action(title="Bel"))
    one.actions.save(action.changed(title="Bel de bibliotheek"), by="Sam")
    with pytest.raises(Conflict) as told:
        other.actions.save(action.changed(title="Mail"), by="Noor")
    assert told.value.mine.title == "Mail"
    assert told.value.theirs.title == "Bel de bibliotheek"
    assert told.value.theirs.changed_by == "Sam"
    assert other.actions.get(action.id).title == "Bel de bibliotheek"
    assert other.actions.save(told.value.mine.take_over(told.value.theirs), by="Noor").title == "Mail"
    assert one.actions.get(action.id).title == "Mail"


def test_who_saves_what_another_removed_is_told(ws):
    action = ws.actions.add(Action(title="Bel"))
    ws.actions.delete(action.id)
    with pytest.raises(Conflict) as told:
        ws.actions.save(action.changed(title="Mail"))
    assert told.value.theirs is None


def test_who_removes_what_another_changed_is_told(ws):
    action = ws.actions.add(Action(title="Bel"))
    changed = ws.actions.save(action.changed(title="Mail"))
    with pytest.raises(Conflict) as told:
        ws.actions.delete(action.id, revision=action.revision)
    assert told.value.theirs == changed
    ws.actions.delete(action.id, revision=changed.revision)
    assert ws.actions.find(action.id) is None


def test_of_many_who_save_at_once_exactly_one_wins(ws):
    action = ws.actions.add(Action(title="Bel"))

    def save(number):
        try:
            ws.actions.save(action.changed(title=f"van {number}"))
        except Conflict:
            return None
        return f"van {number}"

    with ThreadPoolExecutor(8) as pool:
        won = [title for title in pool.map(save, range(8)) if title]
    assert len(won) == 1
    assert ws.actions.get(action.id).title == won[0]
    assert ws.actions.get(action.id).revision == 2


def test_many_who_add_at_once_all_stay(ws):
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda n: ws.actions.add(Action(title=f"actie {n}")), range(24)))
    assert {action.id for action in ws.actions.list()} == {action.id for action in added}


def test_one_partner_has_one_answer_to_a_question(ws):
    first = ws.questions.add(Question(partner_id="p", question="where"))
    with pytest.raises(Conflict) as told:
        ws.questions.add(Question(partner_id="p", question="where", state=Answer.ASKED))
    assert told.value.theirs == first
    ws.questions.add(Question(partner_id="p", question="who"))
    assert len(ws.questions.list(partner_id="p")) == 2
    assert ws.questions.list(partner_id="q") == ()


def test_lists_stand_in_the_order_of_adding_and_talks_by_date(ws):
    titles = [f"{n}" for n in (3, 1, 2)]
    for title in titles:
        ws.actions.add(Action(title=title))
    ws.actions.save(ws.actions.list()[0].changed(owner="Noor"))
    assert [action.title for action in ws.actions.list()] == titles
    for day in (3, 1, 2):
        ws.conversations.add(Conversation(partner_id="p", day=dt.date(2026, 1, day)))
    assert [talk.day.day for talk in ws.conversations.list()] == [1, 2, 3]


def test_what_is_not_there_is_said(ws):
    with pytest.raises(Missing) as told:
        ws.actions.get("nergens")
    assert texts("nl")(told.value.message).startswith("Dit is er niet meer")
    ws.actions.delete("nergens")


def test_a_visit_is_counted_without_being_in_an_editors_way(ws):
    publication = ws.publications.add(EXAMPLES["publications"])
    WorkspaceStore(ws).count_visits({publication.token_hash: 2})
    assert ws.publications.get(publication.id).visits == 5
    assert ws.publications.save(publication.changed(title="Voor het bestuur", visits=5)).title == "Voor het bestuur"


def test_a_visitor_alone_has_the_same_workspace_for_the_session():
    alone, another = Workspace.in_memory(), Workspace.in_memory()
    assert not alone.is_kept
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: alone.actions.add(Action(title=str(n))), range(20)))
    assert len(alone.actions.list()) == 20
    assert another.actions.list() == ()


@pytest.mark.parametrize(("kind", "values", "field", "starts"), [
    (Action, {}, "title", "Vul dit in"),
    (Action, {"title": "  "}, "title", "Vul dit in"),
    (Action, {"title": "x" * 301}, "title", "Dit is te lang: gebruik hoogstens 300"),
    (Action, {"title": "a", "due": "morgen"}, "due", "Dit is geen datum"),
    (Goal, {"title": "a", "year": "straks"}, "year", "Dit is geen getal"),
    (Goal, {"title": "a", "year": 1200}, "year", "Dit moet 1900 of meer zijn"),
    (Goal, {"title": "a", "year": 2201}, "year", "Dit moet 2200 of minder zijn"),
    (Goal, {"title": "a", "target": float("nan")}, "target", "Dit is geen getal"),
    (Museum, {"low_ratio": 1}, "low_ratio", "Dit moet minder zijn dan"),
    (Museum, {"high_ratio": 1}, "high_ratio", "Dit moet meer zijn dan"),
    (Museum, {"municipality": "Kerkrade"}, "municipality", "Dit kunnen wij zo niet bewaren"),
    (Conversation, {"partner_id": "p", "day": DAY, "stage": "ver"}, "stage", "Kies er een uit de lijst"),
    (Question, {"partner_id": "p", "question": "q", "asked_on": DAY, "answered_on": dt.date(2026, 1, 1)}, "",
     "Het antwoord kan niet vóór de vraag komen"),
])  # fmt: skip
def test_what_cannot_be_kept_is_told_beside_its_field(kind, values, field, starts):
    with pytest.raises(Invalid) as told:
        checked(kind, values)
    assert list(told.value.fields) == [field]
    assert texts("nl")(told.value.fields[field]).startswith(starts)
    assert texts("en")(told.value.fields[field])
