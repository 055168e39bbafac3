"""States: the table of measures.md, row by row, and what softens a "clearly"."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.mirror.measures.bounds import bounds
from regional.mirror.measures.evidence import evidence
from regional.mirror.measures.states import states
from regional.mirror.measures.verdict import verdicts
from regional.mirror.result import Reason, Status


def known(x, n, q, unknown=0, **more):
    """Return the evidence of two groups: ``x`` of ``n`` known partners in the first."""
    y = np.vstack([np.repeat([[1.0, 0.0], [0.0, 1.0]], [x, n - x], axis=0), np.full((unknown, 2), np.nan)])
    return evidence(y, np.ones(n + unknown), [q, 1 - q], **more)


def state(x, n, q, unknown=0, adjusted=None, **more):
    e = known(x, n, q, unknown, **more)
    return states(e, e.hardest if adjusted is None else [adjusted, adjusted]).status[0]


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        (Status.CLEARLY_LESS, (5, 100, 0.2)),
        (Status.CLEARLY_MORE, (40, 100, 0.2)),
        (Status.POSSIBLY_LESS, (5, 100, 0.2, 0, 0.1)),
        (Status.POSSIBLY_MORE, (40, 100, 0.2, 0, 0.1)),
        (Status.IN_LINE, (3, 25, 0.2)),
        (Status.IN_LINE, (180, 1_000, 0.2)),
        (Status.IN_LINE, (24, 100, 0.2)),
        (Status.TOO_LITTLE_DATA, (0, 9, 0.5)),
        (Status.TOO_LITTLE_DATA, (5, 100, 0.2, 45)),
        (Status.TOO_LITTLE_DATA, (0, 25, 0.08)),
        (Status.NOT_COMPARABLE, (5, 100, 0.0)),
        (Status.TOO_LITTLE_DATA, (0, 0, 0.2)),
    ],
)
def test_row_of_the_table(expected, arguments):
    assert state(*arguments) is expected


def test_the_edges_of_the_rule_are_not_beyond_it():
    assert state(1_600, 10_000, 0.2) is Status.IN_LINE
    assert state(2_500, 10_000, 0.2) is Status.IN_LINE
    assert state(0, 70, 0.5, unknown=30) is Status.CLEARLY_LESS
    assert state(0, 10, 0.5) is Status.CLEARLY_LESS


def test_unknowns_that_could_cross_the_threshold_make_clearly_possibly():
    assert state(5, 100, 0.2, unknown=15) is Status.POSSIBLY_LESS
    assert state(30, 100, 0.2, unknown=21) is Status.POSSIBLY_MORE


def test_where_much_is_unknown_only_what_holds_however_the_rest_falls_is_said():
    assert state(60, 100, 0.2, unknown=80) is Status.CLEARLY_MORE
    assert state(30, 100, 0.2, unknown=80) is Status.TOO_LITTLE_DATA
    assert states(known(30, 100, 0.2, 80), [0.001, 0.001]).reason[0] is Reason.UNKNOWN_ANSWERS


def test_a_clearly_that_fails_at_another_region_share_becomes_possibly():
    assert state(20, 150, 0.21) is Status.CLEARLY_LESS
    assert state(20, 150, 0.21, precision=0.03) is Status.POSSIBLY_LESS


def test_the_state_is_the_same_alone_and_among_themes_that_cannot_be_judged():
    e, too_few = known(5, 100, 0.2), known(2, 8, 0.2)
    assert verdicts([e])[0].spoken.status.tolist() == verdicts([e, too_few])[0].spoken.status.tolist()


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
