"""States: the table of measures.md, row by row, and what softens a "clearly"."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.mirror.measures.bounds import bounds
from regional.mirror.measures.states import soften, states
from regional.mirror.result import Status


def state(share, q, p=0.001, adjusted=None, *, n=100, unknown=0.0, low=0.05, between=None):
    between = between or (share, share)
    found = states([share], [q], [p], [p if adjusted is None else adjusted], n=[n], unknown_share=[unknown],
                   band_low=[low], bounds=[between])  # fmt: skip
    return found[0]


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (Status.CLEARLY_LESS, {"share": 0.05, "q": 0.2}),
        (Status.CLEARLY_MORE, {"share": 0.4, "q": 0.2}),
        (Status.POSSIBLY_LESS, {"share": 0.05, "q": 0.2, "p": 0.02, "adjusted": 0.1}),
        (Status.POSSIBLY_MORE, {"share": 0.4, "q": 0.2, "p": 0.02, "adjusted": 0.1}),
        (Status.IN_LINE, {"share": 0.05, "q": 0.2, "p": 0.3}),
        (Status.IN_LINE, {"share": 0.18, "q": 0.2}),
        (Status.IN_LINE, {"share": 0.24, "q": 0.2}),
        (Status.TOO_LITTLE_DATA, {"share": 0.05, "q": 0.2, "n": 9}),
        (Status.TOO_LITTLE_DATA, {"share": 0.05, "q": 0.2, "unknown": 0.31}),
        (Status.TOO_LITTLE_DATA, {"share": 0.0, "q": 0.08, "p": 0.2, "low": 0.0}),
        (Status.NOT_COMPARABLE, {"share": 0.05, "q": 0.0}),
        (Status.TOO_LITTLE_DATA, {"share": np.nan, "q": 0.2, "p": np.nan}),
    ],
)
def test_row_of_the_table(expected, arguments):
    assert state(**arguments) is expected


def test_the_edges_of_the_rule_are_not_beyond_it():
    assert state(0.16, 0.2) is Status.IN_LINE
    assert state(0.25, 0.2) is Status.IN_LINE
    assert state(0.05, 0.2, unknown=0.3) is Status.CLEARLY_LESS
    assert state(0.05, 0.2, n=10) is Status.CLEARLY_LESS


def test_unknowns_that_could_cross_the_threshold_make_clearly_possibly():
    assert state(0.05, 0.2, between=(0.04, 0.17)) is Status.POSSIBLY_LESS
    assert state(0.4, 0.2, between=(0.24, 0.5)) is Status.POSSIBLY_MORE


def test_a_clearly_that_fails_at_another_region_share_becomes_possibly():
    found = np.array([Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.IN_LINE, Status.CLEARLY_LESS], dtype=object)
    moved = np.array([Status.IN_LINE, Status.POSSIBLY_MORE, Status.CLEARLY_LESS, Status.CLEARLY_LESS], dtype=object)
    assert soften(found, moved).tolist() == [
        Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, Status.IN_LINE, Status.CLEARLY_LESS,
    ]  # fmt: skip


@given(st.lists(st.sampled_from([0, 1, 2, None]), min_size=1, max_size=40))
def test_bounds_hold_the_share_and_span_the_unknown(labels):
    y = np.full((len(labels), 3), np.nan)
    for row, label in enumerate(labels):
        if label is not None:
            y[row] = np.eye(3)[label]
    found = bounds(y, np.ones(len(labels)))
    known = ~np.isnan(y[:, 0])
    assert np.allclose(found[:, 1] - found[:, 0], (~known).sum() / len(labels))
    if known.any():
        share = y[known].mean(axis=0)
        assert (found[:, 0] <= share + 1e-12).all()
        assert (share <= found[:, 1] + 1e-12).all()


def test_what_a_partner_gave_in_part_limits_what_is_left():
    assert bounds([[0.6, np.nan, np.nan]], [1.0]).tolist() == [[0.6, 0.6], [0.0, 0.4], [0.0, 0.4]]


def test_without_weight_a_share_can_be_anything():
    assert bounds([[1.0, 0.0]], [0.0]).tolist() == [[0.0, 1.0], [0.0, 1.0]]
