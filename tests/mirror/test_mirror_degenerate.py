"""Degenerate input: a defined answer or a clear refusal, at the level of ``judge``."""

import numpy as np
import pytest

from regional.mirror.result import Status
from regional.mirror.settings import Settings
from tests.mirror.judging import Said
from tests.mirror.judging import judged as judged_with


def judged(y: np.ndarray, weights: np.ndarray, q: np.ndarray) -> Said:
    return judged_with(y, weights, q, Settings(draws=1000))


def labels(groups: list[int], k: int) -> np.ndarray:
    return np.eye(k)[groups]


def test_one_partner_is_too_little():
    assert set(judged(labels([0], 2), np.ones(1), np.array([0.5, 0.5])).status) == {Status.TOO_LITTLE_DATA}


def test_one_group_has_nothing_to_compare():
    assert judged(np.ones((20, 1)), np.ones(20), np.ones(1)).status[0] is Status.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("y", "weights"), [(np.full((20, 2), np.nan), np.ones(20)), (labels([0] * 20, 2), np.zeros(20))]
)
def test_all_unknown_or_without_weight_gives_no_share_and_too_little_data(y, weights):
    said = judged(y, weights, np.array([0.5, 0.5]))
    assert np.isnan(said.share).all()
    assert set(said.status) == {Status.TOO_LITTLE_DATA}


def test_a_group_of_nobody_in_the_region_cannot_be_compared():
    said = judged(labels([0] * 15 + [1] * 5, 2), np.ones(20), np.array([1.0, 0.0]))
    assert said.status[1] is Status.NOT_COMPARABLE
    assert np.isnan(said.ratio[1])


def test_a_negative_amount_is_refused():
    with pytest.raises(ValueError, match="negative"):
        judged(labels([0, 1] * 10, 2), np.array([-1.0] + [1.0] * 19), np.array([0.5, 0.5]))


def test_a_thousand_groups_have_each_a_state():
    k = 1_000
    said = judged(labels(list(range(60)), k), np.ones(60), np.full(k, 1 / k))
    assert said.status.shape == (k,)
    assert Status.CLEARLY_LESS not in set(said.status)


@pytest.mark.parametrize("weights", [np.ones(60), np.linspace(1.0, 3.0, 60)])
def test_the_order_of_groups_and_the_unit_of_weights_decide_nothing(weights):
    rng, q = np.random.default_rng(5), np.array([0.5, 0.3, 0.15, 0.05])
    y, order = rng.multinomial(1, [0.8, 0.1, 0.05, 0.05], size=60).astype(float), np.array([2, 0, 3, 1])
    said, turned, scaled = judged(y, weights, q), judged(y[:, order], weights, q[order]), judged(y, weights * 1000, q)
    assert list(said.status[order]) == list(turned.status)
    assert list(said.status) == list(scaled.status)
    assert Status.CLEARLY_MORE in said.status


def test_each_state_is_a_status_and_no_plain_string():
    one = judged(np.ones((20, 1)), np.ones(20), np.ones(1))
    two = judged(labels([0] * 20, 2), np.ones(20), np.array([0.5, 0.5]))
    assert all(isinstance(status, Status) for said in (one, two) for status in said.status)
