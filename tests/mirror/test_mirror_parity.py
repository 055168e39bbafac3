"""At parity the mirror keeps quiet; where there is a gap it speaks: a small simulation of whole museums.

The limits are those of ``bench/bench_mirror.py`` and ``bench/bench_parity.py``, which draw far more, with room for two
standard errors of the rate as it is drawn here; seeds are fixed, so that the outcome is too.
"""

import doctest
from dataclasses import replace

import numpy as np
import pytest

import regional.mirror
from regional.mirror import measures
from regional.mirror.result import Status
from regional.mirror.settings import Settings
from tests.mirror.judging import Said
from tests.mirror.judging import judged as judged_with
from tests.mirror.simulated import (
    MAKERS,
    false_alarms,
    half_different,
    lacking,
    nearest,
    own_pairs,
    parity,
    power,
    specialists,
)


def judged(y: np.ndarray, weights: np.ndarray, q: np.ndarray) -> Said:
    return judged_with(y, weights, q, Settings(draws=1000))


@pytest.mark.parametrize(
    "family",
    [
        parity(40),
        [replace(m, p=half_different(m.q)) if m.q.size > 2 else m for m in parity(60)],
        parity(60, MAKERS["pairs by size"], ["age"]),
        parity(60, specialists, ["age", "education"]),
        parity(20, names=["location"], money=True),
    ],
    ids=["five themes", "half of the groups different", "pairs by size", "percentages", "money"],
)
def test_what_is_at_parity_is_hardly_ever_called_clear(family):
    rate, error = false_alarms(family, 150)
    assert rate - 2 * error < 0.05


@pytest.mark.parametrize(
    ("family", "group", "least"),
    [
        (lacking(60, "location", 0.177), nearest("location", 0.177), 0.56),
        (lacking(60, "age", 0.094, specialists), nearest("age", 0.094), 0.50),
        (lacking(34, "age", 0.263, own_pairs), nearest("age", 0.263), 0.55),
    ],
    ids=["single labels", "percentages", "halves"],
)
def test_a_lack_is_seen(family, group, least):
    rate, error = power(family, group, 150)
    assert rate + 2 * error >= least


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
