"""Trend: who was there at a year's end, whom a year brought, and what may be said of them."""

import numpy as np
import pytest

from regional.mirror.measures.chance import binomial_band, binomial_p
from regional.mirror.measures.trend import active_at_year_ends, joined_in, joiners, since_unknown
from regional.mirror.result import Status

SINCE = np.array(["2019-01-01", "2021-06-15", "2022-12-31", "NaT", "2023-01-01"], dtype="datetime64[D]")
UNTIL = np.array(["2021-12-31", "NaT", "NaT", "NaT", "2023-05-01"], dtype="datetime64[D]")


def labels(*counts):
    return np.repeat(np.eye(len(counts)), counts, axis=0)


def everyone(y):
    return np.ones(len(y), dtype=bool)


def test_partners_at_each_years_end():
    found = active_at_year_ends(SINCE, UNTIL, [2018, 2019, 2021, 2022, 2023])
    assert found.sum(axis=1).tolist() == [0, 1, 2, 2, 2]


def test_who_leaves_on_the_last_day_was_there_at_the_years_end():
    assert active_at_year_ends(SINCE, UNTIL, [2021])[0].tolist() == [True, True, False, False, False]


def test_who_came_and_left_within_a_year_is_at_no_years_end_but_did_join():
    assert not active_at_year_ends(SINCE, UNTIL, [2022, 2023])[:, 4].any()
    assert joined_in(SINCE, 2023).tolist() == [False, False, False, False, True]


def test_an_unknown_start_is_in_no_year_and_told_apart():
    assert not active_at_year_ends(SINCE, UNTIL, range(2000, 2030))[:, 3].any()
    assert not any(joined_in(SINCE, year)[3] for year in range(2000, 2030))
    assert since_unknown(SINCE).tolist() == [False, False, False, True, False]


def test_every_known_partner_joined_in_exactly_one_year():
    joined = np.sum([joined_in(SINCE, year) for year in range(2019, 2024)], axis=0)
    assert (joined == ~since_unknown(SINCE)).all()


def test_dates_as_pandas_gives_them():
    import pandas as pd

    frame = pd.DataFrame({"since": pd.to_datetime(["2020-03-01", None]), "until": pd.to_datetime([None, None])})
    found = active_at_year_ends(frame["since"], frame["until"], [2020])
    assert found.tolist() == [[True, False]]


def test_no_partner_has_no_trend():
    nobody = np.array([], dtype="datetime64[D]")
    assert active_at_year_ends(nobody, nobody, [2020, 2021]).shape == (2, 0)
    assert joined_in([], 2020).shape == (0,)


@pytest.mark.parametrize(
    ("since", "until"), [(SINCE, UNTIL[:3]), (SINCE[:1], SINCE[:1] - np.timedelta64(1, "D")), ([2020.0], [2021.0])]
)
def test_dates_that_cannot_be_are_refused(since, until):
    with pytest.raises(ValueError):
        active_at_year_ends(since, until, [2020])


def test_joiners_are_judged_by_the_model_of_the_mirror():
    y, q = labels(26, 12, 2), np.array([0.5, 0.3, 0.2])
    found = joiners(y, everyone(y), q)
    assert found.p == pytest.approx(binomial_p([26, 12, 2], 40, q))
    assert found.band == pytest.approx(np.column_stack(binomial_band(40, q)) / 40)
    assert found.status.tolist() == [Status.IN_LINE, Status.IN_LINE, Status.CLEARLY_LESS]


def test_only_the_joiners_count():
    y = labels(30, 30)
    joined = np.arange(60) >= 30
    found = joiners(y, joined, [0.5, 0.5])
    assert found.share.tolist() == [0, 1]
    assert found.n.tolist() == [30, 30]


def test_few_joiners_are_too_little_data():
    y = labels(9, 0)
    assert set(joiners(y, everyone(y), [0.5, 0.5]).status) == {Status.TOO_LITTLE_DATA}


def test_unknown_joiners_soften_and_silence():
    y = np.vstack([labels(30, 0), np.full((8, 2), np.nan)])
    assert joiners(y, everyone(y), [0.6, 0.4]).status[1] is Status.CLEARLY_LESS
    assert joiners(y, everyone(y), [0.75, 0.25]).status[1] is Status.POSSIBLY_LESS
    many = np.vstack([y, y[30:]])
    assert set(joiners(many, everyone(many), [0.6, 0.4]).status) == {Status.TOO_LITTLE_DATA}


def test_a_year_without_joiners_says_nothing():
    y = labels(5, 5)
    found = joiners(y, ~everyone(y), [0.5, 0.5])
    assert np.isnan(found.share).all()
    assert np.isnan(found.p).all()
    assert set(found.status) == {Status.TOO_LITTLE_DATA}


def test_joiners_of_whom_nothing_is_known_say_nothing():
    y = np.full((20, 2), np.nan)
    assert set(joiners(y, everyone(y), [0.5, 0.5]).status) == {Status.TOO_LITTLE_DATA}


def test_shapes_and_shares_that_do_not_fit_are_refused():
    for y, q in ((labels(3, 3), [0.2, 0.3, 0.5]), (labels(3, 3)[0], [0.5, 0.5]), (labels(3, 3), [50, 50])):
        with pytest.raises(ValueError):
            joiners(y, everyone(y), q)


def test_a_million_partners():
    since = np.datetime64("2000-01-01") + np.arange(1_000_000) % 9_000
    never = np.full(1_000_000, np.datetime64("NaT", "D"))
    assert active_at_year_ends(since, never, [2000, 2024])[-1].sum() == 1_000_000
