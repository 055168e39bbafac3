"""Money in a publication: by place, in whole percentages, and never so that one partner's amount can be worked out."""

from __future__ import annotations

import datetime as dt
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from regional.mirror.result import MoneyGroup
from regional.publishing.board import board_html
from regional.publishing.money import PLACES, TO, P, is_safe, safe_flow, together
from regional.publishing.publication import Frame, publish
from regional.publishing.store import Shared
from regional.publishing.suppression import LEAST
from regional.texts import texts
from tests.publishing.test_publishing_suppression import mirror, result

WHERE = ("region", "elsewhere", "abroad", "unknown")


def group(amounts, name="region"):
    largest, second = [*sorted(amounts, reverse=True), 0.0, 0.0][:2]
    return MoneyGroup(id=name, contributors=len(amounts), amount=sum(amounts), largest=largest, second=second)


def by_money(amounts, weight="money_in"):
    """A mirror of these amounts: {place: [euros]}."""
    groups = tuple(group(amounts.get(place, []), place) for place in WHERE)
    n = sum(map(len, amounts.values()))
    return mirror(result("size", (n,)), weight=weight).model_copy(update={"money": groups})


def flow(**amounts):
    return safe_flow(by_money(amounts))


def shares(found):
    return {place.id: place.share for place in found.places}


def test_safe_places_are_shown_apart():
    found = flow(region=[20.0e3] * 6, elsewhere=[10.0e3] * 8)
    assert (found.contributors, found.total) == (14, 200_000)
    assert shares(found) == {"region": 0.6, "elsewhere": 0.4}


def test_four_contributors_are_not_shown_apart():
    found = flow(region=[20.0e3] * 20, elsewhere=[10.0e3] * 4, abroad=[10.0e3] * 1, unknown=[50.0e3] * 5)
    assert shares(found) == {"region": 0.57, "unknown": 0.36, "other": 0.07}


def test_one_large_contributor_is_not_shown_apart():
    found = flow(region=[500.0e3, 20e3, 10e3, 10e3, 10e3], elsewhere=[100e3, 90e3, 80e3, 10e3, 10e3])
    assert (found.contributors, found.total, found.places) == (10, 840_000, ())


def test_of_one_place_alone_its_share_is_everything():
    assert shares(flow(region=[10.0e3] * 5)) == {"region": 1.0}


@pytest.mark.parametrize("amounts", [[10e3] * 4, [900e3, 10e3, 10e3, 10e3, 10e3], [500e3, 500e3, 1e3, 1e3, 1e3]])
def test_a_sum_that_gives_one_away_is_not_shown(amounts):
    found = flow(region=amounts)
    assert (found.contributors, found.total, found.places) == (None, None, ())


def test_nothing_known_is_nothing():
    assert flow() is None


def test_a_mirror_by_number_has_no_flow():
    with pytest.raises(KeyError):
        safe_flow(mirror(result("size", (9,))))


def test_every_place_has_a_name():
    assert set(WHERE) < set(PLACES)


@pytest.mark.parametrize(("others", "is_enough"), [([5e3, 5e3, 5.0e3], True), ([5e3, 5e3, 4.9e3], False)])
def test_the_rule_at_its_limit(others, is_enough):
    assert is_safe(group([100e3, 40e3, *others])) == is_enough


AMOUNTS = st.lists(st.floats(1.0, 2e6), max_size=9)
LISTS = st.fixed_dictionaries({**dict.fromkeys(WHERE, AMOUNTS), "region": st.lists(st.floats(1e3, 2e5), min_size=5)})


@given(AMOUNTS, AMOUNTS)
def test_two_safe_groups_are_safe_together(one, other):
    a, b = group(one), group(other)
    if is_safe(a) and is_safe(b):
        assert is_safe(together([a, b]))


def members(found, amounts):
    """Return per cell that is shown who is in it, as positions in the list of all contributors."""
    places = [place for place in WHERE for _ in amounts[place]]
    apart = {place.id for place in found.places}
    cells = {p.id: [i for i, place in enumerate(places) if place == p.id] for p in found.places if p.id != "other"}
    return cells | {"other": [i for i, place in enumerate(places) if place not in apart]}


def highest(found, cells, n, target, known):
    """Return the most that ``target`` can be for a contributor that knows its own amount (a linear program).

    The last variable is the whole; everything published is a rule on it. Nobody's amount is below zero.
    """
    rules, limits, whole = [], [], np.append(np.ones(n), -1.0)
    for place in found.places:
        inside = np.append(np.isin(np.arange(n), cells[place.id]), 0.0)
        for sign in (1, -1):  # share - 0.005 <= cell / whole <= share + 0.005
            rules.append(sign * inside - np.append(np.zeros(n), sign * place.share + 0.005 + 1e-9))
            limits.append(0.0)
    bounds = [(0.0, None)] * n + [(found.total - TO / 2, found.total + TO / 2)]
    for who, amount in known.items():
        bounds[who] = (amount, amount)
    answer = linprog(-np.eye(n + 1)[target], np.array(rules) if rules else None, limits or None,
                     whole[None, :], [0.0], bounds=bounds)  # fmt: skip
    assert answer.success, answer.message
    return -answer.fun


def pairs(found, cells, amounts):
    """The two largest contributors of each cell and of all, each attacked by the other."""
    for inside in [*cells.values(), range(len(amounts))]:
        yield from itertools.permutations(sorted(inside, key=lambda i: -amounts[i])[:2], 2)


@hypothesis_settings(max_examples=60, deadline=None)
@given(LISTS)
def test_no_contributor_can_work_out_another(amounts):
    found = flow(**amounts)
    if found is None or found.total is None:
        return
    every = list(itertools.chain.from_iterable(amounts[place] for place in WHERE))
    cells = members(found, amounts)
    for target, attacker in pairs(found, cells, every):
        top = highest(found, cells, len(every), target, {attacker: every[attacker]})
        assert top >= (1 + P) * every[target] * (1 - 1e-9)


def test_the_attack_finds_a_sum_that_is_not_guarded():
    every = [900e3, 50e3, 1e3, 1e3, 1e3]
    unsafe = flow(region=[10.0e3] * 5).model_copy(update={"total": 953_000})
    assert highest(unsafe, {"region": range(5)}, 5, 0, {1: every[1]}) < (1 + P) * every[0]


@given(LISTS)
def test_what_is_shown_is_safe_and_whole(amounts):
    found = flow(**amounts)
    if found is None or found.total is None:
        return
    assert found.contributors >= LEAST
    if found.places:
        assert abs(sum(shares(found).values()) - 1) <= 0.005 * len(found.places) + 1e-9
        for inside in members(found, amounts).values():
            every = list(itertools.chain.from_iterable(amounts[place] for place in WHERE))
            assert not inside or is_safe(group([every[i] for i in inside]))


def drawn(*money):
    publication = publish(mirror(result("size", (20, 9))), Frame(title="x"), dt.date(2026, 11, 24), money=money)
    return board_html(Shared(publication=publication), texts("nl")).replace("\u00a0", " ")


def test_the_board_sees_each_flow_by_itself():
    coming = by_money({"region": [20.0e3] * 6, "elsewhere": [10.0e3] * 8})
    page = drawn(coming, by_money({"region": [900e3, 10e3, 10e3, 10e3, 10e3]}, "money_out"))
    assert "Waar komt het geld vandaan en waar gaat het heen?" in page
    assert "Ongeveer € 200.000 per jaar, van de 14 financiers van wie we het bedrag weten." in page
    assert '<th scope="row">In de regio</th><td>60 %</td>' in page
    assert "Er zijn te weinig partners om dit te laten zien, of één partner telt te zwaar mee." in page
    assert "940" not in page


def test_without_amounts_the_board_is_not_bothered_with_money():
    assert "Geld" not in drawn(by_money({}))
