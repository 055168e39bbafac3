"""The plan knows from the data how far each step is."""

import datetime as dt

import pytest

from regional.partners.portfolio import Answer
from regional.plan.facts import PlanFacts, facts
from regional.plan.ical import CalendarEntry, calendar
from regional.plan.steps import PRINCIPLES, Stand, step
from regional.texts import texts
from tests.mirror.portfolios import portfolio

TODAY = dt.date(2026, 11, 23)
STEPS = [found for principle in PRINCIPLES for found in principle.steps]


def stand(step_id, rows=(), kept=None, answers=None):
    return step(step_id).measure(facts(portfolio(rows, answers), kept or PlanFacts(), TODAY)).stand


def test_there_are_five_principles_with_steps_of_their_own():
    assert len(PRINCIPLES) == 5
    assert len({found.id for found in STEPS}) == len(STEPS)


@pytest.mark.parametrize("found", STEPS, ids=lambda s: s.id)
def test_an_empty_museum_has_begun_nothing(found):
    assert stand(found.id) is Stand.NOT_YET


@pytest.mark.parametrize(
    ("known", "expected"), [(0, Stand.NOT_YET), (1, Stand.BEGUN), (7, Stand.BEGUN), (8, Stand.DONE)]
)
def test_a_step_about_all_partners_is_done_from_eighty_percent(known, expected):
    rows = [{"mainly_for": ("65+",)}] * known + [{}] * (10 - known)
    assert stand("reach", rows) is expected


def test_only_active_partners_count():
    rows = [{"how_found": "network"}, {"how_found": None, "status": "possible"}, {"status": "ended"}]
    assert stand("found", rows) is Stand.DONE


def test_a_proposed_kind_is_not_confirmed():
    assert stand("kinds", [{"kinds": (), "kinds_proposed": True}]) is Stand.NOT_YET
    assert stand("kinds", [{"kinds": ("funder",)}]) is Stand.DONE


def test_rather_not_say_is_asked_and_not_answered():
    rows = [{}]
    found = facts(portfolio(rows, {(0, "stage"): Answer.RATHER_NOT}), PlanFacts(), TODAY)
    assert (found.asked, found.answered) == ((1, 1), 0)


def test_the_example_is_not_our_own_list():
    from dataclasses import replace

    example = replace(portfolio([{}] * 3), fictitious=True)
    assert step("list").measure(facts(example, PlanFacts(), TODAY)).stand is Stand.NOT_YET


@pytest.mark.parametrize(
    ("step_id", "kept", "expected"),
    [
        ("vision", PlanFacts(vision=True), Stand.DONE),
        ("needs", PlanFacts(needs=1), Stand.DONE),
        ("talk", PlanFacts(talks=4), Stand.BEGUN),
        ("talk", PlanFacts(talks=5), Stand.DONE),
        ("owners", PlanFacts(goals=2, goals_owned=1), Stand.BEGUN),
        ("owners", PlanFacts(goals=2, goals_owned=2), Stand.DONE),
        ("actions", PlanFacts(actions=2, actions_done=2), Stand.DONE),
        ("actions", PlanFacts(actions=2, actions_done=1, actions_late=1), Stand.BEGUN),
        ("review", PlanFacts(last_review=2025), Stand.DONE),
        ("review", PlanFacts(last_review=2023), Stand.BEGUN),
        ("share", PlanFacts(publications=1), Stand.DONE),
    ],
)
def test_what_the_museum_keeps_counts(step_id, kept, expected):
    assert stand(step_id, [{}], kept) is expected


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("n", [0, 1, 2, 60])
def test_every_step_says_why_in_whole_words(language, n):
    t = texts(language)
    kept = PlanFacts(
        needs=n, talks=n, goals=n, goals_owned=n, actions=n, actions_late=n, last_review=2025, publications=n
    )
    for found in STEPS:
        said = t(found.measure(facts(portfolio([{}] * n), kept, TODAY)).why)
        assert said.endswith(".")
        assert "{" not in said
        assert not any(word in said for word in (" 1 partners", " 1 doelen", " 1 goals"))


def test_a_calendar_is_read_back_by_its_own_standard():
    from icalendar import Calendar

    made = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    nasty = "Gesprek; met, \\n“Fonds”\r\nBEGIN:VEVENT"
    file = calendar([CalendarEntry("talk-1", dt.date(2027, 1, 5), nasty, "x" * 200)], "Partnerspiegel", made)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event["uid"] == "talk-1@partnerspiegel"
    assert event.decoded("dtstart") == dt.date(2027, 1, 5)
    assert event.decoded("dtend") == dt.date(2027, 1, 6)
    assert event["description"] == "x" * 200
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
