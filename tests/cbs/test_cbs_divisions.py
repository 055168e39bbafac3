"""Municipalities of one year on those of another: codes follow, counts are summed, nothing is averaged."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from regional.cbs.divisions import bring, code_in, former_municipalities, move, successors
from regional.cbs.snapshot import load_snapshot
from regional.texts import texts

NOW = load_snapshot().municipalities
LATER = NOW.index.drop("GM1696")
NAMES = NOW["name"].to_dict()


def test_every_municipality_that_ended_leads_to_ones_that_exist():
    ended = [former for former in former_municipalities().values() if not former.planned]
    assert len(ended) > 470
    assert all(set(former.successors) <= set(NOW.index) for former in ended)
    assert not {former.code for former in ended} & set(NOW.index)


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("GM0928", dt.date(2026, 1, 1), ("GM0928",)),
        ("GM0501", dt.date(2022, 12, 31), ("GM0501",)),
        ("GM0501", dt.date(2023, 1, 1), ("GM1992",)),
        ("GM0788", dt.date(2021, 1, 1), ("GM0824", "GM0865", "GM0757", "GM0855")),
        ("GM1696", dt.date(2026, 12, 31), ("GM1696",)),
        ("GM1696", dt.date(2027, 1, 1), ("GM0402",)),
        ("GM0330", dt.date(2026, 1, 1), ("GM1696",)),
        ("GM0330", dt.date(2027, 1, 1), ("GM0402",)),
    ],
)
def test_successors_on_a_day_also_through_several_steps(code, day, expected):
    assert successors(code, day) == expected


def test_a_planned_merger_counts_once_the_figures_show_it():
    assert code_in("GM1696", NOW.index) == "GM1696"
    assert code_in("GM1696", LATER) == "GM0402"
    assert code_in("GM0330", LATER) == "GM0402"
    assert move("GM1696", NOW.index) is None
    assert code_in("GM9999", NOW.index) is None


def test_a_move_is_told_with_its_day_in_the_readers_language():
    moved = move("GM1696", LATER)
    assert texts("nl")(moved.told(NAMES, "Loosdrecht")) == "Loosdrecht hoort sinds 1 januari 2027 bij Hilversum."
    assert texts("en")(move("GM0788", NOW.index).told(NAMES)) == (
        "Haaren belongs to Oisterwijk since 1 January 2021, and for a smaller part to Vught, Boxtel, Tilburg."
    )


def test_counts_of_what_ended_are_summed_into_its_successor():
    counts = load_snapshot().counts["age"]
    brought = bring(counts, LATER)
    assert list(brought.index) == list(LATER)
    pd.testing.assert_series_equal(
        brought.loc["GM0402"], counts.loc["GM0402"] + counts.loc["GM1696"], check_names=False
    )
    assert brought.sum().sum() == pytest.approx(counts.sum().sum())


def test_a_sum_with_a_part_that_is_not_published_is_not_known():
    counts = load_snapshot().counts["age"].copy()
    counts.loc["GM1696", "65+"] = np.nan
    brought = bring(counts, LATER)
    assert brought.loc["GM0402"].isna().tolist() == [False, False, False, False, True]


def test_what_gained_part_of_a_divided_municipality_is_not_known():
    counts = pd.DataFrame({"n": 1.0}, index=[*NOW.index, "GM0788"])
    brought = bring(counts, NOW.index)["n"]
    assert set(brought.index[brought.isna()]) == {"GM0824", "GM0865", "GM0757", "GM0855"}


def test_a_municipality_that_the_older_year_did_not_have_is_not_known_rather_than_zero():
    assert bring(pd.DataFrame({"n": [1.0]}, index=["GM0928"]), NOW.index)["n"].count() == 1
