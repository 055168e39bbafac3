"""Chance where partners weigh unequally, by every road; and what it refuses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from regional.mirror.measures.chance import binomial_band, binomial_p, normal_chance, towards, weighted_chance

WEIGHTS = np.array([410.0, 55, 30, 20, 10, 5, 5, 2])
Q = np.array([0.4, 0.25, 0.2, 0.15])


def exact(weights, q, share):
    """Return P(share <= seen) and P(share >= seen) of one group by adding up all ways to choose partners."""
    ways = (np.arange(2 ** len(weights))[:, None] >> np.arange(len(weights))) & 1
    mass = np.prod(np.where(ways, q, 1 - q), axis=1)
    shares = ways @ weights / weights.sum()
    return mass[shares <= share + 1e-12].sum(), mass[shares >= share - 1e-12].sum()


@pytest.mark.parametrize("share", [0.0, 5 / 537, 55 / 537, 410 / 537, 497 / 537])
@pytest.mark.parametrize("q", [0.05, 0.3, 0.7])
def test_monte_carlo_is_near_the_sum_over_all_ways(q, share):
    _, _, p = weighted_chance(WEIGHTS, [q], [share], 20_000, 1)
    expected = min(1.0, 2 * min(exact(WEIGHTS, q, share)))
    assert p[0] == pytest.approx(expected, abs=0.015)


@settings(max_examples=60)
@given(
    st.lists(st.floats(0.1, 1e6), min_size=1, max_size=30),
    st.floats(0.01, 0.99),
    st.floats(0, 1),
    st.sampled_from([1_000, 1_010, 1_999, 5_000]),
    st.integers(0, 100),
)
def test_p_is_below_five_percent_exactly_outside_the_drawn_band(weights, q, seen, draws, seed):
    low, high, p = weighted_chance(weights, [q], [seen], draws, seed)
    if abs(seen - low[0]) > 1e-9 and abs(seen - high[0]) > 1e-9:
        assert (p[0] < 0.05) == (seen < low[0] or seen > high[0])
    for edge in (low, high):
        assert weighted_chance(weights, [q], edge, draws, seed)[2][0] >= 0.05


@given(st.permutations(range(4)))
def test_the_order_of_the_groups_does_not_matter(order):
    seen, order = np.array([0.9, 0.05, 0.03, 0.02]), list(order)
    first = weighted_chance(WEIGHTS, Q, seen, 1_000, 7)
    second = weighted_chance(WEIGHTS, Q[order], seen[order], 1_000, 7)
    assert all((a[order] == b).all() for a, b in zip(first, second, strict=True))


def test_what_is_said_of_a_group_does_not_depend_on_how_the_others_are_divided():
    whole = weighted_chance(WEIGHTS, [0.4, 0.6], [0.1, 0.9], 1_000, 7)
    divided = weighted_chance(WEIGHTS, [0.4, 0.3, 0.3], [0.1, 0.4, 0.5], 1_000, 7)
    assert all(a[0] == b[0] for a, b in zip(whole, divided, strict=True))


def test_shares_moved_by_half_a_point_move_the_band():
    low, high, _ = weighted_chance(np.ones(200), [0.5, 0.505], [0.5, 0.5], 5_000, 7)
    assert low[0] < low[1] or high[0] < high[1]


def test_equal_weights_are_the_binomial_within_the_error_of_the_draws():
    for n, q in ((20, 0.1), (60, 0.3), (150, 0.05)):
        low, high, _ = weighted_chance(np.ones(n), [q], [q], 20_000, 3)
        exact_low, exact_high = binomial_band(n, q)
        assert abs(low[0] * n - exact_low) <= 1
        assert abs(high[0] * n - exact_high) <= 1


def test_normal_is_near_monte_carlo_at_two_thousand():
    weights = np.random.default_rng(5).lognormal(9, 1, 2_000)
    drawn, quick = weighted_chance(weights, Q, Q, 5_000, 1), normal_chance(weights, Q, Q)
    assert np.abs(drawn[0] - quick[0]).max() < 0.005
    assert np.abs(drawn[1] - quick[1]).max() < 0.005


@given(st.floats(1e-6, 1e6))
def test_currency_changes_nothing_by_either_road(factor):
    seen = [0.7, 0.2, 0.1, 0.0]
    for first, second in (
        (normal_chance(WEIGHTS, Q, seen), normal_chance(WEIGHTS * factor, Q, seen)),
        (weighted_chance(WEIGHTS, Q, seen, 1_000, 1), weighted_chance(WEIGHTS * factor, Q, seen, 1_000, 1)),
    ):
        assert all(np.allclose(a, b) for a, b in zip(first, second, strict=True))


@given(st.integers(0, 400), st.floats(0.001, 0.999), st.sampled_from([0.8, 0.95, 0.99]))
def test_the_band_holds_at_least_its_level_and_would_not_if_narrower(n, q, level):
    low, high = binomial_band(n, q, level)
    tail = (1 - level) / 2
    assert binom.cdf(low - 1, n, q) <= tail + 1e-9
    assert binom.sf(high, n, q) <= tail + 1e-9
    if n:
        assert binom.cdf(low, n, q) > tail - 1e-9
        assert binom.sf(high - 1, n, q) > tail - 1e-9


@given(st.floats(0, 100), st.floats(0, 100))
def test_rounding_a_sum_of_fractions_never_moves_it_away_from_chance(x, centre):
    found = float(towards(np.array(x), np.array(centre)))
    assert found == round(found)
    assert abs(found - x) < 1
    if x < centre:
        assert found >= x - 1e-9
    elif x > centre:
        assert found <= x + 1e-9


def test_nobody_known_is_nothing_remarkable():
    assert binomial_p(0, 0, 0.3) == 1
    assert binomial_band(0, 0.3) == (0, 0)


def test_a_group_of_0_or_of_all_leaves_chance_no_choice():
    assert binomial_band(40, [0.0, 1.0])[1].tolist() == [0, 40]
    low, high, p = weighted_chance(WEIGHTS, [0.0, 1.0], [0.0, 1.0], 1_000, 1)
    assert (low.tolist(), high.tolist(), p.tolist()) == ([0, 1], [0, 1], [1, 1])
    assert normal_chance(WEIGHTS, [0.0, 1.0], [0.0, 0.9])[2].tolist() == [1, 0]


def test_one_partner_is_all_or_nothing():
    low, high, p = weighted_chance([12.0], [0.3], [1.0], 5_000, 1)
    assert (low[0], high[0]) == (0, 1)
    assert p[0] == pytest.approx(0.6, abs=0.05)


def test_what_is_not_observed_has_a_band_and_no_p():
    for found in (
        weighted_chance(WEIGHTS, [0.3], [np.nan], 1_000, 1),
        normal_chance(WEIGHTS, [0.3], [np.nan]),
    ):
        assert not np.isnan([found[0][0], found[1][0]]).any()
        assert np.isnan(found[2][0])


def test_ten_thousand_groups_and_none():
    low, high, p = weighted_chance(WEIGHTS, np.full(10_000, 1e-4), np.zeros(10_000), 1_000, 1)
    assert p.shape == (10_000,)
    assert (low == 0).all()
    assert (high < 0.2).all()
    assert weighted_chance(WEIGHTS, [], [], 1_000, 1)[0].shape == (0,)


@pytest.mark.parametrize("bad", [[0.0, 0.0], [], [5, -1], [5, np.nan]])
def test_weights_that_cannot_be_are_refused(bad):
    with pytest.raises(ValueError, match="weights"):
        weighted_chance(bad, Q, Q, 1_000, 1)
    with pytest.raises(ValueError, match="weights"):
        normal_chance(bad, Q, Q)


def test_percentages_are_not_taken_for_shares():
    for chance in (
        lambda: weighted_chance(WEIGHTS, [40, 60], [0.4, 0.6], 1_000, 1),
        lambda: normal_chance(WEIGHTS, [40], [0]),
    ):
        with pytest.raises(ValueError, match="between 0 and 1"):
            chance()
