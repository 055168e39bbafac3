"""Intervals by the bootstrap and tests of fit: exact where they can be, and the same by either road."""

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, chisquare, multinomial
from scipy.stats import bootstrap as scipy_bootstrap

from regional.mirror.measures.bootstrap import MAX_PARTNERS, mean_interval
from regional.mirror.measures.fit import chi_square_fit, goodness_of_fit

Q = [72, 7, 6, 6, 5, 4]
tables = st.integers(1, 5).flatmap(
    lambda k: st.tuples(
        st.lists(st.integers(0, 6), min_size=k, max_size=k), st.lists(st.integers(1, 50), min_size=k, max_size=k)
    )
)


def fractions(n, k=6, seed=1):
    return np.random.default_rng(seed).dirichlet(np.ones(k), n)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.01, 0.99))
def test_two_groups_are_the_exact_binomial_test(xn, q):
    x, n = xn
    assert goodness_of_fit([x, n - x], [q, 1 - q]).p == pytest.approx(binomtest(x, n, q).pvalue, rel=1e-4)


def test_enumeration_is_that_of_all_tables_one_by_one():
    x, q = (4, 1, 0, 2), np.array([0.4, 0.3, 0.2, 0.1])
    mass = multinomial(7, q).pmf([t for t in product(range(8), repeat=4) if sum(t) == 7])
    assert len(mass) == comb(10, 3)
    expected = mass[mass <= multinomial(7, q).pmf(x) * (1 + 1e-7)].sum()
    found = goodness_of_fit(x, q)
    assert found.p == pytest.approx(expected)
    assert (found.method, found.error) == ("exact", 0)


@settings(max_examples=30)
@given(tables)
def test_monte_carlo_is_within_its_error_of_the_exact_answer(xq):
    exact, drawn = goodness_of_fit(*xq), goodness_of_fit(*xq, max_tables=0)
    assert drawn.method == "monte_carlo"
    assert abs(drawn.p - exact.p) < 5 * np.sqrt(exact.p * (1 - exact.p) / 20_000) + 2 / 20_000


@given(tables, st.permutations(range(5)))
def test_the_order_of_the_groups_does_not_matter(xq, order):
    x, q = xq
    shuffled = [i for i in order if i < len(x)]
    other = goodness_of_fit([x[i] for i in shuffled], [q[i] for i in shuffled])
    assert other.p == pytest.approx(goodness_of_fit(x, q).p)


def test_a_group_of_0_in_the_region_that_nobody_is_in_changes_nothing():
    assert goodness_of_fit([3, 4, 0], [1, 1, 0]) == goodness_of_fit([3, 4], [1, 1])
    assert goodness_of_fit([3, 4, 1], [1, 1, 0]).p == 0


def test_nobody_and_one_group_fit_anything():
    assert goodness_of_fit([0, 0, 0], [1, 2, 3]).p == 1
    assert goodness_of_fit([9], [1]).p == 1
    assert chi_square_fit([9], [1]).p == 1


def test_many_tables_are_drawn_the_same_each_time_and_their_error_told():
    found = goodness_of_fit([70, 9, 7, 6, 5, 3], Q)
    assert found == goodness_of_fit([70, 9, 7, 6, 5, 3], Q)
    assert found.method == "monte_carlo"
    assert 0 < found.error < 0.005


def test_ten_thousand_groups_and_a_million_partners_are_answered():
    assert goodness_of_fit(np.ones(10_000), np.ones(10_000), draws=100).p == 1
    assert goodness_of_fit([600_000, 400_000], [0.5, 0.5], draws=1_000).p == pytest.approx(1 / 1_001)


@given(st.lists(st.integers(20, 90), min_size=2, max_size=6))
def test_chi_square_is_that_of_scipy(x):
    expected = chisquare(x)
    found = chi_square_fit(x, np.ones(len(x)))
    assert (found.p, found.statistic) == pytest.approx((expected.pvalue, expected.statistic))


def test_chi_square_is_refused_where_fewer_than_5_are_expected():
    assert chi_square_fit([10, 40], [0.1, 0.9]).method == "chi_square"
    with pytest.raises(ValueError, match="5 expected"):
        chi_square_fit([10, 39], [0.1, 0.9])


@pytest.mark.parametrize("test", [goodness_of_fit, chi_square_fit])
@pytest.mark.parametrize("bad", [[1.5, 2], [-1, 3], [np.nan, 2], [1, 2, 3]])
def test_what_is_no_table_is_refused(test, bad):
    with pytest.raises(ValueError):
        test(bad, [1, 1])


def test_the_bootstrap_is_that_of_scipy():
    y = fractions(60, 3)
    found = mean_interval(y, draws=20_000)
    for g in range(3):
        oracle = scipy_bootstrap((y[:, g],), np.mean, n_resamples=20_000, method="percentile", rng=2)
        assert (found.low[g], found.high[g]) == pytest.approx(tuple(oracle.confidence_interval), abs=0.003)


def test_weights_count_in_the_mean_and_in_the_interval():
    y, w = fractions(40, 2), np.array([500.0, *np.ones(39)])
    found = mean_interval(y, w, draws=20_000)
    oracle = scipy_bootstrap(
        (np.arange(40),), lambda i: y[i, 0] @ w[i] / w[i].sum(), n_resamples=5_000, method="percentile", rng=2
    )
    assert found.mean == pytest.approx(np.average(y, axis=0, weights=w))
    assert (found.low[0], found.high[0]) == pytest.approx(tuple(oracle.confidence_interval), abs=0.01)


def test_above_2000_partners_the_interval_is_normal_and_says_so():
    y, w = fractions(MAX_PARTNERS + 1, 3), np.random.default_rng(2).uniform(1, 4, MAX_PARTNERS + 1)
    normal, drawn = mean_interval(y, w), mean_interval(y[:-1], w[:-1])
    assert (normal.method, drawn.method) == ("normal", "bootstrap")
    assert np.abs(normal.low - drawn.low).max() < 0.001
    assert np.abs(normal.high - drawn.high).max() < 0.001


@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_an_interval_holds_its_mean_and_lies_between_the_partners(seed, n):
    y = fractions(n, 4, seed)
    found = mean_interval(y, draws=500)
    assert (y.min(axis=0) - 1e-9 <= found.low).all()
    assert (found.low <= found.mean + 1e-9).all()
    assert (found.mean <= found.high + 1e-9).all()
    assert (found.high <= y.max(axis=0) + 1e-9).all()


def test_scaling_the_weights_changes_nothing_and_the_seed_fixes_all():
    y, w = fractions(30), np.arange(1.0, 31.0)
    first, second = mean_interval(y, w), mean_interval(y, w * 1_000)
    assert first.low == pytest.approx(second.low)
    assert (first.high == mean_interval(y, w).high).all()


def test_a_group_rests_on_those_who_gave_it():
    y = np.array([[0.2, np.nan], [0.4, np.nan], [0.6, 0.3]])
    found = mean_interval(y)
    assert found.mean == pytest.approx([0.4, 0.3])
    assert (found.low[1], found.high[1]) == (0.3, 0.3)
    assert found.low[0] < 0.4 < found.high[0]


def test_nobody_known_and_no_weight_have_no_interval():
    for y, w in (([[np.nan]], [1]), ([[0.5]], [0]), (np.zeros((0, 1)), [])):
        found = mean_interval(y, w)
        assert np.isnan([found.mean, found.low, found.high]).all()


def test_one_partner_is_its_own_interval():
    found = mean_interval([[0.25, 0.75]])
    assert found.low.tolist() == found.high.tolist() == [0.25, 0.75]


@pytest.mark.parametrize(
    ("y", "w"),
    [
        ([[1.2]], [1]),
        ([[-0.1]], [1]),
        ([[0.5]], [-1]),
        ([[0.5]], [np.nan]),
        ([[0.5]], [1, 2]),
        (np.ones((2, 2, 2)), [1]),
    ],
)
def test_what_is_no_fraction_or_weight_is_refused(y, w):
    with pytest.raises(ValueError):
        mean_interval(y, w)


def test_a_level_in_percent_is_refused():
    with pytest.raises(ValueError, match="level"):
        mean_interval([0.5], level=95)
