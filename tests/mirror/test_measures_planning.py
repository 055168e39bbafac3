"""What is still needed, what could be seen at all, and how surprising nobody is."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from regional.mirror.measures.chance import binomial_p
from regional.mirror.measures.detectable import smallest_gap, surprise_of_zero
from regional.mirror.measures.needed import needed

portfolios = st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
shares = st.fractions(0, 1, max_denominator=1_000)


def test_200_of_4000_in_a_group_of_ten_percent():
    assert needed(200, 4_000, 0.1) == 223
    assert needed(200, 4_000, 0.1, 0.8) == 131
    assert needed(200, 4_000, Fraction(1, 10), Fraction(4, 5)) == 131


@given(portfolios, shares, st.fractions(0, 2, max_denominator=100))
def test_so_many_are_enough_and_one_fewer_is_not(xn, q, level):
    x, n = xn
    k = needed(x, n, q, level)
    if k is None:
        assert level * q >= 1
        return
    assert x + k >= level * q * (n + k)
    if k:
        assert x + k - 1 < level * q * (n + k - 1)


@given(st.integers(1, 10**6), st.integers(1, 99))
def test_exact_parity_needs_nobody_whatever_the_last_binary_digit(groups, percent):
    assert needed(groups * percent, groups * 100, percent / 100) == 0


def test_a_group_that_is_everyone_cannot_be_reached_beside_others():
    assert needed(0, 10, 1) is None
    assert needed(2, 10, 0.6, 2) is None
    assert needed(10, 10, 1) == 0


def test_nobody_is_needed_without_partners_or_for_a_group_of_0():
    assert needed(0, 0, 0.3) == 0
    assert needed(0, 40, 0) == 0


def test_numbers_of_numpy_and_parts_of_partners_count():
    assert needed(np.float64(3.5), np.int64(20), np.float64(0.3)) == 4


@pytest.mark.parametrize(
    "arguments",
    [(-1, 5, 0.1), (6, 5, 0.1), (1, 5, 1.1), (1, 5, 10, 0.5), (1, 5, 0.1, -1), (1, 5, np.nan), (1, np.inf, 0.1)],
)
def test_what_cannot_be_is_refused(arguments):
    with pytest.raises(ValueError):
        needed(*arguments)


def clearly(n, q, alpha):
    x = np.arange(n + 1)
    sure = binomial_p(x, n, q) < alpha
    return x[sure & (x < 0.8 * n * q - 1e-9)], x[sure & (x > 1.25 * n * q + 1e-9)]


@given(st.integers(10, 300), st.floats(0.01, 0.9), st.integers(1, 12))
def test_the_smallest_gap_has_the_power_asked_for(n, q, groups):
    found = smallest_gap(n, [q], tests=groups)
    few, many = clearly(n, q, 0.05 / groups if groups > 2 else 0.05)
    assert np.isnan(found.less[0]) == (few.size == 0)
    assert np.isnan(found.more[0]) == (many.size == 0)
    if few.size:
        assert binom.pmf(few, n, q + found.less[0]).sum() == pytest.approx(0.8, abs=1e-6)
    if many.size:
        assert binom.pmf(many, n, q + found.more[0]).sum() == pytest.approx(0.8, abs=1e-6)


@given(st.integers(10, 400), st.floats(0.02, 0.98))
def test_what_is_found_lies_beyond_the_ratio(n, q):
    found = smallest_gap(n, [q])
    if not np.isnan(found.less[0]):
        assert -q <= found.less[0] < 0
    if not np.isnan(found.more[0]):
        assert 0 < found.more[0] <= 1 - q


def test_more_partners_show_smaller_gaps_and_more_groups_need_larger_ones():
    few, many = (smallest_gap(n, [0.2]).less[0] for n in (60, 240))
    assert few < many
    assert smallest_gap(100, [0.2], tests=8).less[0] < smallest_gap(100, [0.2], tests=2).less[0]


def test_two_groups_are_one_test():
    assert smallest_gap(60, [0.3, 0.7]).less[0] == smallest_gap(60, [0.3], tests=1).less[0]


def test_forty_partners_cannot_show_that_a_group_of_six_percent_is_missed():
    assert np.isnan(smallest_gap(40, [0.72, 0.07, 0.06, 0.06, 0.05, 0.04]).less[1:]).all()


def test_too_few_partners_and_a_group_of_0_show_nothing():
    assert np.isnan([smallest_gap(9, [0.5]).less, smallest_gap(9, [0.5]).more]).all()
    assert np.isnan(smallest_gap(0, [0.5]).more).all()
    assert np.isnan([smallest_gap(50, [0.0]).less, smallest_gap(50, [0.0]).more]).all()


def test_ten_thousand_groups_and_no_group():
    assert smallest_gap(100, np.full(10_000, 1e-4)).more.shape == (10_000,)
    assert smallest_gap(100, []).less.shape == (0,)


@pytest.mark.parametrize(("n", "q", "power"), [(-1, 0.1, 0.8), (10, 1.1, 0.8), (10, np.nan, 0.8), (10, 0.1, 80)])
def test_impossible_plans_are_refused(n, q, power):
    with pytest.raises(ValueError):
        smallest_gap(n, [q], power=power)


def test_none_of_25_from_a_group_of_8_percent_says_little():
    assert surprise_of_zero(25, 0.08) == pytest.approx(0.1244, abs=5e-5)


@given(st.integers(0, 500), st.floats(0, 1, allow_subnormal=False).filter(lambda q: q == 0 or q > 1e-12))
def test_surprise_of_zero_is_the_binomial_mass(n, q):
    assert surprise_of_zero(n, q) == pytest.approx(binom.pmf(0, n, q), rel=1e-9, abs=1e-300)


def test_surprise_of_what_cannot_be_is_refused():
    for n, q in ((-1, 0.1), (np.nan, 0.1), (5, -0.1), (5, np.nan)):
        with pytest.raises(ValueError):
            surprise_of_zero(n, q)
