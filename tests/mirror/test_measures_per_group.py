"""Measures per group: ratios, intervals, concentration; check cases, oracles, edges."""

import numpy as np
import pytest
import skbio.diversity.alpha as skbio
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint

from regional.mirror.measures.chance import binomial_p
from regional.mirror.measures.concentration import POINTS, effective_n, effective_partners, herfindahl, top_share
from regional.mirror.measures.intervals import clopper_pearson, goodman, jeffreys, wilson
from regional.mirror.measures.ratios import gap, participation_to_prevalence

INTERVALS = (wilson, clopper_pearson, jeffreys)
money = st.lists(st.floats(0, 1e9), min_size=1, max_size=40).filter(any)
seen = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("interval", "low", "high"),
    [
        (wilson, 0.0806576626, 0.4160174323),
        (clopper_pearson, 0.0573339971, 0.4366140030),
        (jeffreys, 0.0715200525, 0.4082257625),
    ],
)
def test_4_of_20_of_measures_md(interval, low, high):
    assert interval(4, 20) == pytest.approx((low, high), abs=1e-10)


def test_goodman_1965():
    low, high = goodman([91, 49, 37, 43])
    assert low == pytest.approx([0.33420248, 0.16085875, 0.11455134, 0.13746901], abs=1e-8)
    assert high == pytest.approx([0.49783321, 0.2998874, 0.24011208, 0.27023577], abs=1e-8)


def test_ratios_of_the_grantee_report():
    found = participation_to_prevalence([0.12, 0.11, 0.62], [0.13, 0.06, 0.51])
    assert found.round(2).tolist() == [0.92, 1.83, 1.22]


def test_hhi_of_measures_md():
    assert herfindahl([10, 9, 12, 15, 12, 11, 15, 16]) * POINTS == pytest.approx(1296)


@given(seen, st.sampled_from([0.8, 0.95, 0.99]))
def test_statsmodels_agrees(xn, level):
    x, n = xn
    methods = ((wilson, "wilson"), (clopper_pearson, "beta"), (jeffreys, "jeffreys"))
    for interval, method in methods:
        if interval is jeffreys and x in (0, n):
            continue  # its end is set to the edge, see the next test
        expected = proportion_confint(x, n, alpha=1 - level, method=method)
        assert interval(x, n, level) == pytest.approx(expected, abs=1e-9)


@given(seen)
def test_an_interval_holds_the_share_and_reaches_the_edge(xn):
    x, n = xn
    for interval in INTERVALS:
        low, high = interval(x, n)
        assert 0 <= low <= x / n <= high <= 1
        assert (low == 0) == (x == 0)
        assert (high == 1) == (x == n)


@given(seen, st.floats(0.01, 0.99))
def test_clopper_pearson_holds_what_the_test_does_not_refuse(xn, q):
    x, n = xn
    low, high = clopper_pearson(x, n)
    p = binomial_p(x, n, q)
    if abs(p - 0.05) > 1e-6:
        assert (low < q < high) == (p > 0.05)


@given(st.lists(st.integers(0, 200), min_size=2, max_size=9).filter(any))
def test_statsmodels_agrees_on_goodman(x):
    assert np.column_stack(goodman(x)) == pytest.approx(multinomial_proportions_confint(x), abs=1e-9)


@given(money)
def test_scikit_bio_agrees_on_concentration(w):
    assert herfindahl(w) == pytest.approx(skbio.simpson_d(w))
    assert effective_partners(w) == pytest.approx(skbio.inv_simpson(w))
    assert top_share(w, 1) == pytest.approx(skbio.berger_parker_d(w))


@given(money, st.floats(1e-3, 1e3), st.randoms())
def test_order_and_currency_change_no_concentration(w, factor, random):
    other = [amount * factor for amount in w]
    random.shuffle(other)
    for measure in (effective_n, herfindahl, effective_partners, top_share):
        assert measure(other) == pytest.approx(measure(w))


@given(money)
def test_the_two_roads_to_an_effective_number_meet(w):
    assert effective_n(w) == pytest.approx(effective_partners(w))
    assert 1 - 1e-9 <= effective_n(w) <= len(w) + 1e-9


def test_top_three_of_a_dominated_list():
    assert top_share([80, 10, 5, 3, 2]) == pytest.approx(0.95)
    assert top_share([80, 10]) == 1
    with pytest.raises(ValueError, match="at least 1"):
        top_share([1, 2], 0)


def test_nothing_is_not_concentrated():
    assert effective_n([]) == effective_n([0, 0]) == 0
    assert np.isnan([herfindahl([0]), effective_partners([]), top_share([0, 0])]).all()


@pytest.mark.parametrize("bad", [[5, -1], [5, np.nan], [np.inf]])
def test_negative_and_unknown_amounts_are_refused(bad):
    for measure in (effective_n, herfindahl, effective_partners, top_share, goodman):
        with pytest.raises(ValueError):
            measure(bad)


def test_amounts_as_large_as_numbers_go_do_not_overflow():
    assert effective_n([1e200, 1e200]) == pytest.approx(2)


@given(st.floats(0, 1), st.floats(1e-9, 1))
def test_gap_and_ratio_agree_on_the_side(p, q):
    assert (gap(p, q) < 0) == (p < q)
    if abs(p - q) > 1e-12:
        assert (participation_to_prevalence(p, q) < 1) == (p < q)


def test_a_group_of_0_in_the_region_has_a_gap_and_no_ratio():
    assert gap(0.1, 0.0) == 0.1
    assert np.isnan(participation_to_prevalence([0.1, 0.0, np.nan], [0.0, 0.0, 0.2])).all()


@pytest.mark.parametrize("measure", [gap, participation_to_prevalence])
def test_percentages_are_not_taken_for_fractions(measure):
    with pytest.raises(ValueError, match="between 0 and 1"):
        measure(12, 0.13)


@pytest.mark.parametrize("interval", INTERVALS)
def test_an_interval_without_partners_is_everything(interval):
    assert interval(0, 0) == (0, 1)


@pytest.mark.parametrize("interval", INTERVALS)
@pytest.mark.parametrize(("x", "n"), [(5, 4), (-1, 4), (np.nan, 4), (1, np.inf)])
def test_what_cannot_be_is_refused(interval, x, n):
    with pytest.raises(ValueError, match="between 0 and n"):
        interval(x, n)
    with pytest.raises(ValueError, match="level"):
        interval(1, 2, 95)


def test_goodman_of_one_group_of_none_and_of_ten_thousand():
    assert goodman([0, 0])[1].tolist() == [1, 1]
    assert goodman([7])[1].tolist() == [1]
    low, high = goodman(np.ones(10_000))
    assert ((low < 1e-4) & (high > 1e-4)).all()
