"""Chance: published bands, one model for band and p-value, the same answer by every road."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from regional.mirror.measures.chance import binomial_band, binomial_p, normal_chance, towards, weighted_chance
from regional.mirror.measures.multiple import holm

SHARES = np.array([0.72, 0.07, 0.06, 0.06, 0.05, 0.04])


@pytest.mark.parametrize(("n", "q", "low", "high"), [(40, 0.1, 1, 8), (100, 0.1, 5, 16), (40, 0.2, 3, 13)])
def test_band_of_measures_md(n, q, low, high):
    assert binomial_band(n, q) == (low, high)


@given(st.integers(1, 300), st.floats(0.001, 0.999))
def test_p_is_below_five_percent_exactly_outside_the_band(n, q):
    counts = np.arange(n + 1)
    low, high = binomial_band(n, q)
    assert ((binomial_p(counts, n, q) < 0.05) == ((counts < low) | (counts > high))).all()


@given(st.integers(1, 200), st.floats(0, 1), st.data())
def test_p_is_a_probability(n, q, data):
    x = data.draw(st.floats(0, n))
    assert 0 <= binomial_p(x, n, q) <= 1


def test_none_of_25_in_a_group_of_8_percent_says_little():
    assert binomial_p(0, 25, 0.08) > 0.05


def test_sums_of_fractions_are_rounded_towards_chance():
    assert towards(np.array([3.2, 5.8, 4.0]), np.array([4.5, 4.5, 4.5])).tolist() == [4.0, 5.0, 4.0]


def test_equal_weights_give_the_binomial_answer():
    x = np.array([25, 7, 4, 2, 1, 1])
    low, high, p = weighted_chance(np.ones(40), SHARES, x / 40, 20_000, 1)
    exact_low, exact_high = binomial_band(40, SHARES)
    assert np.abs(low * 40 - exact_low).max() <= 1
    assert np.abs(high * 40 - exact_high).max() <= 1
    assert np.abs(p - binomial_p(x, 40, SHARES)).max() < 0.02


def test_scaling_all_amounts_changes_nothing():
    weights = np.array([410.0, 55, 30, 20, 10, 5, 5, 2])
    first = weighted_chance(weights, SHARES, SHARES, 5_000, 7)
    second = weighted_chance(weights * 1000, SHARES, SHARES, 5_000, 7)
    assert all(np.allclose(a, b) for a, b in zip(first, second, strict=True))


def test_the_order_of_partners_does_not_matter():
    weights = np.array([410.0, 55, 30, 20, 10, 5, 5, 2])
    first = weighted_chance(weights, SHARES, SHARES, 5_000, 7)
    second = weighted_chance(weights[::-1], SHARES, SHARES, 5_000, 7)
    assert all((a == b).all() for a, b in zip(first, second, strict=True))


def test_a_dominant_funder_widens_the_band():
    even = weighted_chance(np.ones(20), SHARES, SHARES, 5_000, 3)
    dominated = weighted_chance(np.array([100.0, *np.ones(19)]), SHARES, SHARES, 5_000, 3)
    assert dominated[1][0] - dominated[0][0] > even[1][0] - even[0][0]


def test_the_normal_approximation_is_near_monte_carlo_for_many_partners():
    weights = np.random.default_rng(5).uniform(1, 3, 1_500)
    observed = SHARES + np.array([-0.02, 0.02, 0, 0, 0, 0])
    exact = weighted_chance(weights, SHARES, observed, 20_000, 1)
    quick = normal_chance(weights, SHARES, observed)
    for drawn, approximate, tolerance in zip(exact, quick, (0.003, 0.003, 0.06), strict=True):
        assert np.abs(drawn - approximate).max() < tolerance


@given(st.lists(st.floats(0, 1), min_size=3, max_size=12))
def test_holm_is_as_it_is_defined(p):
    assert np.allclose(holm(p), [max(min(1, q * sum(r >= q for r in p)) for q in p if q <= of) for of in p])


def test_holm_is_that_of_statsmodels():
    p = [0.04, 0.001, 0.04, 0.5, 0.012, 0.0, 1.0]
    assert np.allclose(holm(p), multipletests(p, method="holm")[1])


def test_two_groups_are_one_test():
    assert holm([0.03, 0.03]).tolist() == [0.03, 0.03]


def test_a_group_without_a_p_is_no_test():
    adjusted = holm([0.01, np.nan, 0.02])
    assert adjusted[0] == pytest.approx(0.02)
    assert np.isnan(adjusted[1])
