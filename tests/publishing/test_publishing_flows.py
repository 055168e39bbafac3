"""Money beside what left before: whoever subtracts one sum from the next learns what no contributor gives."""

import datetime as dt
import json

import pytest

from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.publishing.publication import Frame, publish
from tests.mirror.portfolios import portfolio
from tests.publishing.money_attack import Giver, money_leaks
from tests.publishing.successive import PARKSTAD, region

DAYS = (dt.date(2026, 3, 2), dt.date(2027, 6, 1))
FIRST, BOTH, SECOND = frozenset([0]), frozenset([0, 1]), frozenset([1])


def givers(amounts, editions, place="GM0917"):
    return [Giver("in", float(amount), place, editions) for amount in amounts]


def published(every):
    """The publications of two editions, beside twelve partners that give nothing."""
    made = []
    for edition, day in enumerate(DAYS):
        rows = [{"municipality": g.municipality, "kinds": ("funder",), "amount": g.amount} for g in every
                if edition in g.editions]  # fmt: skip
        ours = portfolio([*rows, *[{"municipality": "GM0928", "kinds": ("content",)}] * 12])
        mirrors = [reflect(ours, region(PARKSTAD), s) for s in (Settings(), Settings(weight="money_in"))]
        made.append(publish(mirrors[0], Frame(title="x"), day, money=mirrors[1:], earlier=made))
    return made


def told(publications):
    return [(edition, json.loads(p.to_json())) for edition, p in enumerate(publications)]


OLD = [*givers([20e3] * 8, BOTH), *givers([10e3] * 8, BOTH, "GM0363")]


def test_of_five_that_came_the_largest_is_not_the_difference_of_two_sums():
    every = [*OLD, *givers([90e3, 500, 500, 500, 500], SECOND)]
    first, second = published(every)
    assert first.money[0].total == 240_000
    assert second.money[0].total == 300_000
    assert money_leaks(told([first, second]), every) == []


def test_what_five_and_more_of_a_kind_bring_is_told_to_the_thousand():
    every = [*OLD, *givers([20e3] * 8, SECOND)]
    first, second = published(every)
    assert (first.money[0].total, second.money[0].total) == (240_000, 400_000)
    assert money_leaks(told([first, second]), every) == []


def test_places_are_not_divided_anew_beside_an_earlier_division():
    every = [*OLD, *givers([20e3] * 7, SECOND), *givers([20e3], SECOND, "GM0363")]
    first, second = published(every)
    assert first.money[0].places
    assert second.money[0].places == ()
    assert money_leaks(told([first, second]), every) == []


def test_the_same_flow_of_another_year_is_its_sum_alone_as_one_that_changed_would_be():
    first, second = published(OLD)
    changed = published([*OLD[1:], *givers([20e3], FIRST), *givers([20.4e3], SECOND)])[1]
    assert first.money[0].places
    assert second.money == changed.money
    assert second.money[0].places == ()


def test_the_attack_finds_a_newcomer_in_two_exact_sums_and_in_two_divisions():
    every = [*OLD, *givers([90e3, 500, 500, 500, 500], SECOND)]
    editions = told(published(every))
    editions[1][1]["money"][0] |= {"total": 332_000, "places": editions[0][1]["money"][0]["places"]}
    editions[1][1]["money"][0]["places"] = [{"id": "region", "share": 0.76}, {"id": "elsewhere", "share": 0.24}]
    assert [round(amount) for _, amount, _, _ in money_leaks(editions, every)] == [90_000]


@pytest.mark.parametrize(("funders", "known"), [(4, None), (9, 9)])
def test_money_tells_of_no_more_funders_than_the_kinds_of_partners_do(funders, known):
    """Four funders are "<5"; with one newcomer five contributors would tell that they were four."""
    every = [*givers([10e3] * funders, BOTH), *givers([10e3] * (1 if known is None else 0), SECOND)]
    first, second = published(every)
    assert first.money[0].n_known == known
    assert second.money[0].n_known == known
