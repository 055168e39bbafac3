"""At parity the mirror keeps quiet; where there is a gap it speaks: a small simulation through ``judge``."""

import doctest

import numpy as np
import pytest

import regional.mirror
from regional.dimensions import DIMENSIONS
from regional.mirror import measures
from regional.mirror.compose import Composed
from regional.mirror.judge import Judgement, judge
from regional.mirror.result import Status
from regional.mirror.settings import Settings

LOCATION = next(dimension for dimension in DIMENSIONS if dimension.id == "location")
CLEARLY = {Status.CLEARLY_LESS, Status.CLEARLY_MORE}


def judged(y: np.ndarray, weights: np.ndarray, q: np.ndarray, seed: int = 1) -> Judgement:
    return judge(Composed(y, weights, np.ones(len(y), dtype=bool)), q, 0.0, LOCATION, Settings(seed=seed, draws=1000))


@pytest.mark.parametrize("n", [20, 60])
@pytest.mark.parametrize("k", [2, 5, 8])
def test_at_parity_single_labels_are_seldom_clearly_different(k, n):
    rng, q = np.random.default_rng(k * n), np.full(k, 1 / k)
    said = [judged(rng.multinomial(1, q, size=n).astype(float), np.ones(n), q) for _ in range(150)]
    assert np.mean([bool(CLEARLY & set(one.status)) for one in said]) < 0.06


@pytest.mark.parametrize("n", [20, 200])
def test_by_money_with_one_dominant_partner_nothing_is_said(n):
    rng, q = np.random.default_rng(n), np.full(4, 0.25)
    money = np.array([n - 1.0, *np.ones(n - 1)])
    said = judged(rng.multinomial(1, q, size=n).astype(float), money, q)
    assert said.effective_n < 10
    assert set(said.status) == {Status.TOO_LITTLE_DATA}


def test_equal_amounts_of_ten_partners_are_enough_to_compare():
    y = np.array([[1.0, 0.0]] * 10)
    assert judged(y, np.full(10, 0.1), np.array([0.5, 0.5])).status[0] is Status.CLEARLY_MORE


def test_a_large_gap_is_found_at_a_hundred_partners():
    rng, q, truth = np.random.default_rng(3), np.array([0.2, 0.4, 0.4]), np.array([0.06, 0.47, 0.47])
    said = [judged(rng.multinomial(1, truth, size=100).astype(float), np.ones(100), q) for _ in range(200)]
    assert np.mean([one.status[0] is Status.CLEARLY_LESS for one in said]) >= 0.85


def test_the_upper_limit_of_a_drawn_p_lies_above_it_and_closes_in_with_more_draws():
    few, many = (float(measures.monte_carlo_upper(0.04, draws)) for draws in (999, 99_999))
    assert 0.04 < many < few < 0.07
    assert np.isnan(measures.monte_carlo_upper(np.nan, 999))


@pytest.mark.parametrize("name", measures.__all__)
def test_every_measure_can_be_had_from_the_package(name):
    assert getattr(regional.mirror, name) is getattr(measures, name)


def test_the_examples_of_the_package_are_true():
    found = doctest.testmod(regional.mirror)
    assert found.attempted > 0
    assert found.failed == 0
