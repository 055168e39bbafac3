"""At parity the mirror keeps quiet; where there is a gap it speaks: a small simulation through ``judge``.

The limits are those of ``bench/bench_parity.py``, which draws far more, with room for two standard errors of the rate
as it is drawn here; seeds are fixed, so that the outcome is too.
"""

import doctest

import numpy as np
import pytest

import regional.mirror
from bench.bench_parity import amounts, parts, region, shared_draws
from regional.dimensions import DIMENSIONS
from regional.mirror import measures
from regional.mirror.membership import Composed
from regional.mirror.result import Status
from regional.mirror.settings import Settings
from regional.mirror.testing import Judgement, judge

LOCATION = next(dimension for dimension in DIMENSIONS if dimension.id == "location")
CLEARLY = {Status.CLEARLY_LESS, Status.CLEARLY_MORE}
POSSIBLY = {Status.POSSIBLY_LESS, Status.POSSIBLY_MORE}
REGIONS = [region("even", 2), region("one large", 5), region("steps", 8)]


def judged(y: np.ndarray, weights: np.ndarray, q: np.ndarray, seed: int = 1) -> Judgement:
    return judge(Composed(y, weights, np.ones(len(y), dtype=bool)), q, 0.0, LOCATION, Settings(seed=seed, draws=1000))


def at_parity(kind: str, n: int, q: np.ndarray) -> list[Judgement]:
    """Judge 300 portfolios at parity; by money thirty divisions over the groups for each row of amounts."""
    rng, said = np.random.default_rng(n * q.size), []
    with shared_draws():
        for block in range(10):
            weights = amounts(rng, kind, n)
            said += [judged(parts(rng, kind, n, q), weights, q, block) for _ in range(30)]
    return said


def error(rate: float, times: int) -> float:
    """Return two standard errors of a rate: what the number of portfolios leaves to chance."""
    return 2.0 * float(np.sqrt(rate * (1.0 - rate) / times))


@pytest.mark.parametrize("kind", ["label", "fractions", "fractions, sharp", "money", "money, a quarter"])
@pytest.mark.parametrize("n", [20, 100])
def test_at_parity_little_is_said(kind, n):
    said = [set(one.status) for q in REGIONS for one in at_parity(kind, n, q)]
    assert np.mean([bool(CLEARLY & states) for states in said]) < 0.05 + error(0.05, len(said))
    assert np.mean([bool(POSSIBLY & states) for states in said]) < 0.30 + error(0.30, len(said))


@pytest.mark.parametrize("k", [2, 5, 8])
def test_a_ratio_of_three_tenths_is_found_at_a_hundred_partners(k):
    rng, rest = np.random.default_rng(k), np.ones(k - 1) / (k - 1)
    q, truth = np.array([0.2, *0.8 * rest]), np.array([0.06, *0.94 * rest])
    said = [judged(parts(rng, "label", 100, truth), np.ones(100), q) for _ in range(400)]
    assert np.mean([one.status[0] is Status.CLEARLY_LESS for one in said]) >= 0.90 - error(0.90, len(said))


@pytest.mark.parametrize("kind", ["money", "money, a quarter"])
def test_shared_draws_change_nothing_of_what_judge_says(kind):
    rng, q = np.random.default_rng(5), region("steps", 4)
    for seed in range(3):
        weights, several = amounts(rng, kind, 80), [parts(rng, kind, 80, q) for _ in range(3)]
        with shared_draws():
            shared = [judged(y, weights, q, seed) for y in several]
        for y, one in zip(several, shared, strict=True):
            alone = judged(y, weights, q, seed)
            assert alone.status.tolist() == one.status.tolist()
            np.testing.assert_array_equal([alone.p, *alone.band.T], [one.p, *one.band.T])


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
