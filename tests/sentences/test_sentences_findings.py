"""Findings: at most three, the same everywhere; and the next question."""

import json

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.cli.main import as_json
from regional.mirror.question import next_question, partners_to_ask, unknown_partners
from regional.mirror.reflect import reflect
from regional.mirror.result import Status
from regional.mirror.settings import Settings
from regional.partners.portfolio import Answer
from regional.sentences import (
    dimension_sentence,
    finding_basis,
    finding_sentence,
    findings,
    first_steps,
    question_sentence,
)
from regional.texts import texts
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
NL = texts("nl")


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def content(n, **facts):
    return [{"kinds": ("content",), **facts}] * n


def told(rows, region, **settings):
    mirror = reflect(portfolio(rows), region, Settings(**settings))
    return mirror, findings(mirror)


def test_clear_groups_of_a_theme_are_one_finding_and_what_is_missed_goes_first(region):
    rows = content(60, municipality="GM0928", mainly_for=("0-15",))
    mirror, found = told(rows, region)
    assert [f.kind for f in found[:2]] == ["gap", "gap"]
    assert len({f.dimension for f in found}) == len(found)
    place = next(f for f in found if f.dimension == "location")
    assert {g.status for g in place.groups} == {Status.CLEARLY_LESS, Status.CLEARLY_MORE}
    assert "Duidelijk minder aanwezig dan in de regio" in finding_sentence(place, mirror, NL)
    people = next(f for f in found if f.dimension == "age")
    assert {g.status for g in people.groups} == {Status.CLEARLY_LESS}
    assert "minder partners die vooral voor" in finding_sentence(people, mirror, NL)


def test_many_for_one_group_of_people_is_no_finding(region):
    rows = content(30, mainly_for=("lowest_40",)) + content(10, mainly_for=("middle_40",))
    mirror, found = told(rows, region)
    assert mirror.dimension("income").group("lowest_40").status is Status.CLEARLY_MORE
    assert "income" not in {f.dimension for f in found if f.kind == "gap"}


def test_what_goes_well_is_proven(region):
    shares = region.compositions["location"].shares
    mirror, found = told([{"municipality": c} for c in PARKSTAD for _ in range(round(100 * shares[c]))], region)
    [well] = [f for f in found if f.kind == "well"]
    assert all(group.at_least_half for group in well.groups)
    assert finding_sentence(well, mirror, NL).startswith("Zeker minstens half zo sterk aanwezig als in de regio")


def test_a_talking_point_is_a_question_without_a_state(region):
    counts = {"GM0917": 18, "GM0928": 3, "GM0882": 6, "GM1954": 6, "GM0899": 4, "GM0986": 2, "GM0965": 1}
    mirror, found = told([{"municipality": code} for code, n in counts.items() for _ in range(n)], region)
    [talk] = [f for f in found if f.kind == "talk"]
    assert not talk.proven
    words = finding_sentence(talk, mirror, NL)
    assert words.startswith("Herkent u dit? Kerkrade: 10 punten minder.")
    assert "ook zonder voorkeur gewoon" in words
    assert "duidelijk" not in words.lower()


def test_an_ordinary_gap_is_no_talking_point(region):
    counts = {"GM0917": 13, "GM0928": 7, "GM0882": 6, "GM1954": 6, "GM0899": 4, "GM0986": 2, "GM0965": 2}
    _, found = told([{"municipality": code} for code, n in counts.items() for _ in range(n)], region)
    assert not [f for f in found if f.kind == "talk"]


def test_never_more_than_three(region):
    rows = content(60, municipality="GM0928", mainly_for=("0-15",)) + content(30)
    assert len(told(rows, region)[1]) <= 3


def test_the_command_tells_the_same_findings_as_the_screen(region):
    rows = content(60, municipality="GM0928", mainly_for=("0-15",))
    mirror, found = told(rows, region)
    given = json.loads(as_json(mirror, NL))["findings"]
    assert [f["dimension"] for f in given] == [f.dimension for f in found]
    assert [f["sentence"] for f in given] == [finding_sentence(f, mirror, NL) for f in found]
    assert given[0]["groups"][0].keys() == {"id", "status", "region_share", "partner_share"}


def test_whom_to_ask_lack_what_is_asked_and_are_content_partners(region):
    rows = content(20, mainly_for=("65+",)) + content(15) + [{"kinds": ("supplier",)}] * 9
    partners = portfolio(rows)
    mirror = reflect(partners, region)
    question = next_question(mirror)
    assert question is not None
    assert not question.in_sight
    assert question.partners == question.missing == 5
    positions = partners_to_ask(partners, region, mirror.settings, question)
    assert len(positions) == 5
    assert all(20 <= row < 35 for row in positions)
    assert question_sentence(question, mirror, NL) in first_steps(mirror, NL)
    [ask] = [finding for finding in findings(mirror) if finding.kind == "ask"]
    assert finding_basis(ask, mirror, NL).startswith("20 van de 35 partners aan wie we dit vragen:")


def test_where_no_answer_is_in_sight_the_nearest_theme_is_named(region):
    mirror = reflect(portfolio(content(3, mainly_for=("65+",)) + content(2)), region)
    question = next_question(mirror)
    assert question is not None
    assert not question.in_sight
    assert "Nog geen antwoord in zicht." in question_sentence(question, mirror, NL)


def test_nobody_is_asked_where_nothing_is_lacking(region):
    assert next_question(reflect(portfolio([{"kinds": ("supplier",)}] * 5), region)) is None


def test_where_money_rests_on_few_the_theme_leads_with_that(region):
    amounts = [900.0, 50.0, *[10.0] * 12]
    rows = [{"kinds": ("funder",), "amount": a, "municipality": PARKSTAD[i % 7]} for i, a in enumerate(amounts)]
    location = reflect(portfolio(rows), region, Settings(weight="money_in")).dimension("location")
    words = dimension_sentence(location, NL, "money_in").replace("\u00a0", " ")
    assert words == (
        "De grootste partner heeft 84 % van dit geld, de drie grootste hebben 90 %. Dat telt als 1,4 gelijke partners: "
        "te weinig om te vergelijken. Zonder de grootste zou het als 7,8 tellen."
    )


def test_who_was_asked_already_is_not_asked_again_and_still_unknown(region):
    rows = [row | {"municipality": "GM0917"} for row in content(20, mainly_for=("65+",)) + content(15)]
    mirror = reflect(portfolio(rows, {(row, "mainly_for"): Answer.ASKED for row in range(20, 33)}), region)
    question = next_question(mirror)
    assert question is not None
    assert question.partners == 2
    assert unknown_partners(mirror) == 15
    everyone = {(row, "mainly_for"): Answer.NO_ANSWER for row in range(20, 35)}
    assert next_question(reflect(portfolio(rows, everyone), region)) is None
