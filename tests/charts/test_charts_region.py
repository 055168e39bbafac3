import datetime as dt

import pandas as pd
import pytest
from charts_making import names, trace

from regional.cbs.figures import Composition, Origin, Provenance, RegionProfile
from regional.charts import profile_chart, trend_chart, yearly_shares

KWB = Provenance("85984NED", "KWB", 2024, Origin.LIVE, retrieved=dt.date(2026, 3, 3))


def profile(name, counts, dimension="sex", labels=None):
    composition = Composition(dimension, counts, KWB, labels=labels or {})
    return RegionProfile(("GM0928",), name, 100, {dimension: composition}, {}, {}, "")


REGION = profile("Parkstad", {"women": 60.0, "men": 40.0})
COUNTRY = profile("Nederland", {"women": 50.0, "men": 50.0})


def test_both_sides_are_drawn_as_shares(nl):
    chart = profile_chart(REGION, COUNTRY, "sex", nl)
    assert list(trace(chart, "region").x) == [0.6, 0.4]
    assert list(trace(chart, "country").x) == [0.5, 0.5]


def test_title_tells_the_widest_difference(nl):
    title = profile_chart(REGION, COUNTRY, "sex", nl).title
    assert title == "Grootste verschil met heel Nederland: vrouwen, +10 punten"


def test_alike_is_called_alike(nl):
    assert profile_chart(COUNTRY, COUNTRY, "sex", nl).title == "Ongeveer zoals heel Nederland"


def test_alt_and_table_hold_the_figures(nl):
    chart = profile_chart(REGION, COUNTRY, "sex", nl)
    assert "Vrouwen: Parkstad 60\u00a0%, Nederland 50\u00a0%" in chart.alt
    assert chart.table.iloc[1].tolist() == ["Mannen", "40\u00a0%", "50\u00a0%", "−10 punten"]


def test_source_has_the_date(nl):
    assert profile_chart(REGION, COUNTRY, "sex", nl).source == ("Bron: CBS, 85984NED, 2024. Opgehaald op 3 maart 2026")


def test_places_stand_alone_with_their_own_names(nl):
    here = profile("Parkstad", {"GM1": 10.0, "GM2": 30.0}, "location", {"GM1": "Kerkrade", "GM2": "<b>Heerlen"})
    there = profile("Nederland", {"PV1": 10.0}, "location")
    chart = profile_chart(here, there, "location", nl)
    assert chart.title == "Het grootst: <b>Heerlen (75\u00a0%)"
    assert "country" not in names(chart)
    assert trace(chart, "labels").text[0] == "<b>&lt;b&gt;Heerlen</b>"


def test_no_figures_published_is_told(nl):
    empty = profile("Parkstad", {"women": 0.0, "men": 0.0})
    assert profile_chart(empty, COUNTRY, "sex", nl).title == "Geen cijfers gepubliceerd"


def test_an_unknown_dimension_is_refused(nl):
    with pytest.raises(KeyError):
        profile_chart(REGION, COUNTRY, "age", nl)


def year(women, men, other=(1.0, 1.0)):
    return pd.DataFrame({"women": [women, other[0]], "men": [men, other[1]]}, index=["GM1", "GM2"])


HISTORY = {2024: year(60.0, 40.0), 2023: year(50.0, 50.0)}


def test_a_trend_sums_the_region_and_sorts_the_years():
    shares = yearly_shares(HISTORY, ["GM1"])
    assert shares.index.tolist() == [2023, 2024]
    assert shares["women"].tolist() == [0.5, 0.6]


def test_a_municipality_not_published_in_one_year_is_left_out_of_all():
    history = {2023: year(50.0, 50.0, (float("nan"), 5.0)), 2024: year(60.0, 40.0, (90.0, 5.0))}
    assert yearly_shares(history, ["GM1", "GM2"])["women"].tolist() == [0.5, 0.6]


@pytest.mark.parametrize("history", [{}, {2024: year(1.0, 1.0)}])
def test_one_year_is_no_trend(history, nl):
    assert trend_chart(history, ["GM1"], "sex", nl) is None


def test_an_unknown_municipality_is_no_trend(nl):
    assert trend_chart(HISTORY, ["GM9"], "sex", nl) is None


def test_trend_tells_what_changed_most(nl):
    chart = trend_chart(HISTORY, ["GM1"], "sex", nl, table="85984NED")
    assert chart.title == "Sinds 2023 het meest veranderd: vrouwen, +10,0 punten"
    assert "Vrouwen: 50,0\u00a0% (2023), 60,0\u00a0% (2024)" in chart.alt
    assert chart.table.columns.tolist() == ["Groep", "2023", "2024", "Verandering"]
    assert chart.source == "Bron: CBS, 85984NED"


def test_a_rise_is_drawn_upwards(nl):
    line = trace(trend_chart(HISTORY, ["GM1"], "sex", nl), "Vrouwen")
    assert list(line.x) == [2023, 2024]
    assert line.y[0] > line.y[1]  # pixels from the top


def test_a_steady_region_is_called_so(nl):
    chart = trend_chart({2023: year(5.0, 5.0), 2024: year(6.0, 6.0)}, ["GM1"], "sex", nl)
    assert chart.title == "Sinds 2023 nauwelijks veranderd"
