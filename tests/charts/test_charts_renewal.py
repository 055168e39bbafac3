"""Who came and who left: every figure drawn is in the words and the table."""

from charts_making import trace

from regional.charts.renewal import YearCount, renewal_chart
from regional.texts import texts

YEARS = [YearCount(2024, 10, 3, 0), YearCount(2025, 9, 1, 2), YearCount(2026, 9, 0, 0)]


def test_newcomers_go_right_and_leavers_left():
    chart = renewal_chart(YEARS, "Titel", texts("nl"))
    assert list(trace(chart, "came").x) == [3, 1, 0]
    assert list(trace(chart, "left").base) == [0, -2, 0]
    assert [text.strip() for text in trace(chart, "number that came").text] == ["3", "1"]


def test_words_and_table_tell_the_same():
    chart = renewal_chart(YEARS, "Titel", texts("nl"))
    assert "2025: 1 erbij, 2 weg, 9 aan het eind" in chart.alt
    assert chart.table.iloc[1].tolist() == ["2025", "1", "2", "9"]


def test_one_year_is_no_movement():
    assert renewal_chart(YEARS[:1], "Titel", texts("nl")) is None
