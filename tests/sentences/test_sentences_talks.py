"""With whom to talk first: for a reason, never a person, never whom one spoke with, at most four."""

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.sentences.talks import proposed_talks
from regional.texts import texts
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
REGION = profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")
SAMPLE = load_sample().portfolio
NL = texts("nl")


def proposed(partners, skip=()):
    return proposed_talks(partners, REGION, reflect(partners, REGION, Settings()), NL, skip)


def test_who_works_where_nobody_sits_comes_first_and_can_introduce_us():
    first = proposed(SAMPLE)[0]
    assert SAMPLE.frame["name"].iloc[first.row] == "Zinkwitfonds Parkstad"
    assert "Beekdaelen" in first.why
    assert "voorstellen" in first.opening


def test_each_partner_is_proposed_once_and_four_at_most():
    rows = [talk.row for talk in proposed(SAMPLE)]
    assert len(rows) == len(set(rows)) == 4


def test_whom_one_spoke_with_makes_room_for_another():
    first = proposed(SAMPLE)[0].row
    assert first not in {talk.row for talk in proposed(SAMPLE, {first})}


@pytest.mark.parametrize("spared", [{"is_person": True}, {"status": "ended"}, {"status": "possible"}])
def test_a_person_or_who_is_no_partner_now_is_not_proposed(spared):
    partners = portfolio([{"fit": "partly", **spared}, {"fit": "partly"}])
    assert [talk.row for talk in proposed(partners)] == [1]


def test_where_nothing_is_known_the_partners_that_the_next_question_is_for_are_proposed():
    partners = portfolio([{"kinds": ("content",), "municipality": "GM0928"}] * 12)
    assert {talk.why for talk in proposed(partners)} == {"We weten nog niet voor wie zij werken."}


def test_without_partners_nobody_is_proposed():
    assert proposed(portfolio([])) == []


def test_whom_to_learn_from_is_told_by_what_that_partner_itself_says():
    partners = portfolio([{"stage": "policy"}, {"stage": "daily"}])
    assert {talk.why for talk in proposed(partners)} == {
        "Over diversiteit en gelijkwaardigheid, naar eigen zeggen: “heeft afspraken of beleid”.",
        "Over diversiteit en gelijkwaardigheid, naar eigen zeggen: “is ons dagelijks werk”.",
    }
