"""What is only proposed stands beside what is known: "zo zou het zijn"."""

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.portfolio import Answer
from tests.mirror.portfolios import portfolio

SCHOOL = {"name": "Basisschool De Regenboog", "kinds": ("content",)}
LIBRARY = {"name": "Bibliotheek Heerlen", "kinds": ("content",)}


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), ("GM0917", "GM0928"), "Heerlen en Kerkrade")


def both(rows, region, answers=None):
    partners = portfolio(rows, answers)
    return reflect(partners, region), reflect(partners, region, Settings(proposals=True))


def unproposed(mirror):
    return [result.with_proposed([0.0] * len(result.groups)) for result in mirror.dimensions]


def test_a_proposal_is_counted_apart_and_changes_nothing_else(region):
    known, would_be = both([SCHOOL, {"mainly_for": ("65+",), "kinds": ("content",)}, LIBRARY], region)
    age, location = would_be.dimension("age"), would_be.dimension("location")
    assert (age.group("0-15").proposed, age.group("0-15").count, age.group("65+").proposed) == (1.0, 0.0, 0.0)
    assert {group.id: group.proposed for group in location.groups}[region.location_of["GM0917"]] == 1.0
    assert unproposed(would_be) == list(known.dimensions)
    assert would_be.partners == known.partners


def test_nothing_is_proposed_unless_it_is_asked_for(region):
    known, _ = both([SCHOOL, LIBRARY], region)
    assert not any(group.proposed for result in known.dimensions for group in result.groups)


@pytest.mark.parametrize(
    ("row", "answers"),
    [
        ({**SCHOOL, "mainly_for": ("65+",)}, None),
        ({**SCHOOL, "is_person": True}, None),
        (SCHOOL, {(0, "mainly_for"): Answer.RATHER_NOT}),
    ],
    ids=["known", "a person", "rather not say"],
)
def test_what_is_answered_or_a_person_is_left_alone(region, row, answers):
    _, would_be = both([row], region, answers)
    assert would_be.dimension("age").group("0-15").proposed == 0
