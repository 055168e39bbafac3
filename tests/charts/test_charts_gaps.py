import math

import pytest
from charts_making import make_group, make_result, trace

from regional.charts import gap_chart, ratio_chart
from regional.mirror.result import Status
from regional.mirror.settings import Settings

ORDER = ["GM0917", "GM0965", "GM0928", "GM0882"]


def test_marks_stand_at_the_gaps(parkstad, nl):
    marks = trace(gap_chart(parkstad, nl), "gaps")
    assert list(marks.x) == pytest.approx([parkstad.group(i).gap for i in ORDER])


def test_the_shape_tells_the_state(parkstad, nl):
    marks = trace(gap_chart(parkstad, nl), "gaps")
    assert list(marks.marker.symbol) == ["triangle-down", "circle-open", "triangle-up", "circle"]


def test_the_gap_band_is_what_chance_gives_around_the_region(parkstad, nl):
    band, heerlen = trace(gap_chart(parkstad, nl), "band"), parkstad.group("GM0917")
    low, high = band.base[0], band.base[0] + band.x[0]
    assert (low, high) == pytest.approx((heerlen.band[0] - 0.34, heerlen.band[1] - 0.34))


def test_the_axis_is_even_on_both_sides(parkstad, nl):
    low, high = gap_chart(parkstad, nl).figure.layout.xaxis.range
    assert low == -high


def test_values_are_in_points(parkstad, nl):
    assert trace(gap_chart(parkstad, nl), "values").text[0] == "−24 punten"


def test_ratios_are_drawn_on_a_log_axis(parkstad, nl):
    chart = ratio_chart(parkstad, nl)
    assert chart.figure.layout.xaxis.type == "log"
    marks = trace(chart, "gaps")
    assert marks.x[0] == pytest.approx(parkstad.group("GM0917").ratio)
    assert marks.x[2] == pytest.approx(parkstad.group("GM0928").ratio)


def test_one_is_in_the_middle(parkstad, nl):
    low, high = ratio_chart(parkstad, nl).figure.layout.xaxis.range
    assert low == -high


def test_a_ratio_of_zero_stands_at_the_edge_and_says_so(parkstad, nl):
    chart = ratio_chart(parkstad, nl)
    low, _ = chart.figure.layout.xaxis.range
    assert trace(chart, "gaps").x[1] == pytest.approx(10**low)
    assert trace(chart, "values").text[1] == "0\u00a0×"


def test_a_band_from_zero_starts_at_the_edge(nl):
    groups = [make_group("a", 0.05, 0.02, band=(0.0, 0.15)), make_group("b", 0.95, 0.98)]
    chart = ratio_chart(make_result(groups), nl)
    low, _ = chart.figure.layout.xaxis.range
    assert 10**low in [pytest.approx(v) for v in trace(chart, "band").base]


def test_huge_ratios_do_not_squash_the_rest(nl):
    groups = [make_group("a", 0.001, 0.9), make_group("b", 0.999, 0.1)]
    _, high = ratio_chart(make_result(groups), nl).figure.layout.xaxis.range
    assert high == pytest.approx(math.log10(20))


def test_the_thresholds_are_those_of_the_settings(parkstad, nl):
    strict = Settings.model_validate({"low_ratio": 0.5, "high_ratio": 2.0})
    chart = ratio_chart(parkstad, nl, settings=strict)
    assert {0.5, 1.0, 2.0} == {round(x, 6) for x in trace(chart, "guides").x if x is not None}
    assert "van 0,5 tot 2 ×" in chart.sentence


def test_thresholds_are_told_in_words(parkstad, nl):
    chart = ratio_chart(parkstad, nl)
    assert "minder dan 0,8 ×" in trace(chart, "less").text[0]
    assert "meer dan 1,25 ×" in trace(chart, "more").text[0]
    assert "van 0,8 tot 1,25 ×" in chart.sentence


@pytest.mark.parametrize("chart", [gap_chart, ratio_chart])
def test_groups_without_a_gap_or_ratio_are_left_out(chart, nl):
    groups = [make_group("a", 0.5, 0.5), make_group("b", 0.5, None, Status.TOO_LITTLE_DATA)]
    assert len(chart(make_result(groups), nl).table) == 1


@pytest.mark.parametrize("chart", [gap_chart, ratio_chart])
def test_nothing_known_is_an_empty_chart_that_says_so(chart, nl):
    groups = [make_group(i, 0.5, None, Status.TOO_LITTLE_DATA) for i in "ab"]
    drawn = chart(make_result(groups, n_known=0), nl)
    assert drawn.title == "Hierover weten we nog niets van onze partners"
    assert drawn.table.empty


@pytest.mark.parametrize("chart", [gap_chart, ratio_chart])
def test_a_group_of_nobody_in_the_region_does_not_break(chart, nl):
    groups = [make_group("a", 0.0, 0.2), make_group("b", 1.0, 0.8)]
    assert chart(make_result(groups), nl).figure.data


def test_bounds_past_the_edge_are_cut_with_an_arrow(nl):
    groups = [make_group("a", 0.5, 0.5, bounds=(0.45, 0.99)), make_group("b", 0.5, 0.5, bounds=None)]
    chart = gap_chart(make_result(groups), nl)
    cut = trace(chart, "bounds cut")
    assert list(cut.x) == [chart.figure.layout.xaxis.range[1]]
    assert list(cut.marker.symbol) == ["triangle-right"]


def test_the_dotted_line_is_explained_where_there_is_one(parkstad, nl):
    assert "stippellijn" in gap_chart(parkstad, nl).sentence
    known = [make_group(i, 0.5, 0.5, bounds=None) for i in "ab"]
    assert "stippellijn" not in gap_chart(make_result(known), nl).sentence
