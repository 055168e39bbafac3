"""Measures of one or two compositions: check cases, independent oracles, and what may not change them."""

import numpy as np
import pytest
import skbio.diversity.alpha as skbio
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon
from segregation.singlegroup import Dissim

from regional.mirror.measures.dissimilarity import dissimilarity, noise_floor
from regional.mirror.measures.divergence import hellinger, jensen_shannon
from regional.mirror.measures.diversity import blau, effective_groups, hill, shannon, simpson

ONE = (shannon, hill, effective_groups, simpson, blau)
TWO = (dissimilarity, jensen_shannon, hellinger)
UNEVEN = [72, 7, 6, 6, 5, 4]
counts = st.lists(st.integers(0, 500), min_size=1, max_size=12).filter(any)
pairs = st.integers(1, 12).flatmap(
    lambda k: st.tuples(*[st.lists(st.integers(0, 500), min_size=k, max_size=k).filter(any)] * 2)
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (dissimilarity([100, 60, 40, 0], [0, 40, 60, 100]), 0.6),
        (dissimilarity([80, 80, 20, 20], [20, 20, 80, 80]), 0.6),
        (dissimilarity([100, 100, 0, 0], [0, 0, 100, 100]), 1),
        (dissimilarity([0.4, 0.3, 0.3], [0.2, 0.5, 0.3]), 0.2),
        (jensen_shannon([1, 0, 0], [0, 1, 0]), 1.0),
        (jensen_shannon([1, 0], [0.5, 0.5], base=np.e), 0.46450140402245893),
        (jensen_shannon([1, 0], [0.5, 0.5]), 0.5579230452841438),
        (hellinger([0.5, 0.5], [0.25, 0.75]), 0.184591913),
        (shannon([1, 2, 3, 4]), 1.279854226),
        (effective_groups([1, 2, 3, 4]), 3.596115467),
        (simpson([1, 0, 2, 5, 2]), 0.66),
        (blau([10, 10]), 0.5),
        (blau([3, 7]), 0.42),
    ],
)
def test_check_case_of_measures_md(found, expected):
    assert found == pytest.approx(expected, rel=1e-8)


def test_noise_floor_of_measures_md():
    floor = noise_floor(30, UNEVEN)
    assert floor.mean == pytest.approx(0.117, abs=5e-4)
    assert floor.high == pytest.approx(0.193, abs=5e-4)


@given(counts)
def test_scikit_bio_agrees(x):
    assert shannon(x) == pytest.approx(skbio.shannon(x), abs=1e-12)
    assert simpson(x) == pytest.approx(skbio.simpson(x), abs=1e-12)
    for order in (0, 0.5, 1, 2, 3):
        assert hill(x, order) == pytest.approx(skbio.hill(x, order=order))


@given(pairs)
def test_scipy_agrees_on_jensen_shannon(pq):
    p, q = pq
    oracle = jensenshannon(p, q, base=2)
    assert jensen_shannon(p, q) == pytest.approx(0 if np.isnan(oracle) else oracle, abs=1e-7)


@pytest.mark.parametrize("seed", range(20))
def test_pysal_segregation_agrees_on_dissimilarity(seed):
    import pandas as pd

    rng = np.random.default_rng(seed)
    partners, inhabitants = rng.integers(0, 60, 9), rng.integers(1, 90_000, 9)
    # PySAL lays one population beside the rest of the total: the total is both together.
    frame = pd.DataFrame({"partners": partners, "both": partners + inhabitants})
    assert dissimilarity(partners, inhabitants) == pytest.approx(Dissim(frame, "partners", "both").statistic)


@given(counts, st.permutations(range(12)), st.floats(1e-6, 1e6))
def test_order_and_scale_of_the_groups_change_no_diversity(x, order, factor):
    shuffled = [x[i] * factor for i in order if i < len(x)]
    for measure in ONE:
        assert measure(shuffled) == pytest.approx(measure(x), abs=1e-9)


@given(pairs, st.permutations(range(12)), st.floats(1e-6, 1e6))
def test_order_and_scale_of_the_groups_change_no_distance(pq, order, factor):
    p, q = pq
    shuffled = ([side[i] * factor for i in order if i < len(side)] for side in (p, q))
    first, second = shuffled
    for measure in TWO:
        assert measure(first, second) == pytest.approx(measure(p, q), abs=1e-7)


@given(pairs, st.floats(0.05, 0.95))
def test_splitting_a_group_alike_on_both_sides_changes_no_distance(pq, part):
    p, q = (np.asarray(side, float) for side in pq)
    split = ([side[0] * part, side[0] * (1 - part), *side[1:]] for side in (p, q))
    first, second = split
    for measure in TWO:
        assert measure(first, second) == pytest.approx(measure(p, q), abs=1e-7)


@given(pairs)
def test_a_distance_lies_between_0_and_1_and_knows_no_direction(pq):
    p, q = pq
    for measure in TWO:
        assert -1e-12 <= measure(p, q) <= 1 + 1e-12
        assert measure(p, q) == pytest.approx(measure(q, p), abs=1e-12)
        assert measure(p, p) == pytest.approx(0, abs=1e-7)


@given(counts, st.floats(0, 50))
def test_hills_number_lies_between_1_and_the_number_of_groups(x, order):
    assert 1 - 1e-9 <= hill(x, order) <= np.count_nonzero(x) + 1e-9


def test_hills_number_of_a_very_high_order_sees_the_largest_group_alone():
    assert hill([1, 2, 3, 4], np.inf) == 2.5
    assert hill([1, 2, 3, 4], 5_000) == pytest.approx(2.5, rel=1e-3)


def test_the_exact_mean_of_the_noise_is_that_of_the_draws():
    q = np.array(UNEVEN) / 100
    draws = np.random.default_rng(1).multinomial(30, q, size=40_000) / 30
    assert noise_floor(30, q).mean == pytest.approx(np.abs(draws - q).sum(axis=1).mean() / 2, abs=5e-4)


def test_the_noise_floor_falls_with_more_partners_and_is_the_same_each_time():
    assert noise_floor(200, UNEVEN).mean < noise_floor(40, UNEVEN).mean
    assert noise_floor(40, UNEVEN) == noise_floor(40, UNEVEN)


@pytest.mark.parametrize("measure", ONE)
def test_nothing_has_no_diversity_and_one_group_the_least(measure):
    assert np.isnan(measure([0, 0]))
    assert np.isnan(measure([]))
    assert measure([7]) == pytest.approx(measure([7, 0, 0]))
    assert measure([7]) in (0.0, 1.0)


@pytest.mark.parametrize("measure", TWO)
def test_nothing_is_at_no_distance(measure):
    assert np.isnan(measure([0, 0], [1, 2]))
    assert np.isnan(measure([1, 2], [0, 0]))


@pytest.mark.parametrize("bad", [[1, -1], [1, np.nan], [1, np.inf], [[1, 2]]])
def test_what_is_no_composition_is_refused(bad):
    for measure in ONE:
        with pytest.raises(ValueError, match="counts:"):
            measure(bad)
    for measure in TWO:
        with pytest.raises(ValueError, match="q:"):
            measure([1, 1], bad)
    with pytest.raises(ValueError, match="q:"):
        noise_floor(10, bad)


def test_compositions_over_different_groups_are_refused():
    for measure in TWO:
        with pytest.raises(ValueError, match="p has 2 groups and q 3"):
            measure([1, 2], [1, 2, 3])


def test_amounts_as_large_as_numbers_go_do_not_overflow():
    assert simpson([1e308, 1e308]) == 0.5


def test_no_partner_has_no_noise_and_one_group_none():
    assert np.isnan(noise_floor(0, UNEVEN).mean)
    assert noise_floor(40, [1.0, 0.0]).high == 0
    with pytest.raises(ValueError, match="n is at least 0"):
        noise_floor(-1, UNEVEN)


def test_ten_thousand_groups():
    x, q = np.arange(10_000), np.ones(10_000)
    assert effective_groups(q) == pytest.approx(10_000)
    assert all(0 < measure(x, q) < 1 for measure in TWO)
    assert 0.9 < noise_floor(100, q, draws=200).mean < 1
