"""Dates as Dutch sheets write them."""

import datetime as dt

import pytest

from regional.files.problems import CellFault
from regional.partners.dates import DateColumn, date_column, years_in

FORMS = {
    "1-sep-19": "2019-09-01", "sep-19": "2019-09-01", "1-sep-25": "2025-09-01", "mrt-98": "1998-03-01",
    "2019": "2019-01-01",
    "'19": "2019-01-01", "’98": "1998-01-01", "43709": "2019-09-01", "43709,000000": "2019-09-01",
    "2019/2020": "2019-01-01",
    "2019/20": "2019-01-01", "sinds 2004": "2004-01-01", "Sedert 2004.": "2004-01-01", "2019 (eenmalig)": "2019-01-01",
    "najaar 2019": "2019-01-01", "Q3 2019": "2019-07-01", "3e kwartaal 2019": "2019-07-01", "20190901": "2019-09-01",
    "2019-09-01T00:00:00": "2019-09-01", "1 september 2019": "2019-09-01", "zo 1 sept. 2019": "2019-09-01",
    "1/9/19": "2019-09-01", "1.9.2019": "2019-09-01", "ca. 2019?": "2019-01-01", "vanaf 2019": "2019-01-01",
    "2019-heden": "2019-01-01", "2019, 2021 en 2023": "2019-01-01", "mei '19": "2019-05-01", "09-2019": "2019-09-01",
    "201909": "2019-09-01", "2019-09": "2019-09-01", "Jan 5, 2020": "2020-01-05", "1e januari 2020": "2020-01-01",
    "schooljaar 2019-2020": "2019-01-01", "2019*": "2019-01-01", "31-12-2019 10:30": "2019-12-31",
}  # fmt: skip


@pytest.mark.parametrize(("cell", "day"), FORMS.items())
def test_every_form_of_a_date(cell, day):
    assert DateColumn().day(cell) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(("cell", "end"), [
    ("2019", "2019-12-31"), ("sep-19", "2019-09-30"), ("2019-02", "2019-02-28"), ("2019/2020", "2020-12-31"),
    ("Q1 2020", "2020-03-31"), ("1-9-2019", "2019-09-01"), ("2018-2021", "2021-12-31"),
])  # fmt: skip
def test_an_end_is_the_last_day(cell, end):
    assert DateColumn().day(cell, end=True) == dt.date.fromisoformat(end)


@pytest.mark.parametrize(("cell", "first", "last"), [
    ("2019 t/m 2021", "2019-01-01", "2021-12-31"), ("2019-2023", "2019-01-01", "2023-12-31"),
    ("01-09-2019 - 31-12-2022", "2019-09-01", "2022-12-31"), ("maart 2018 - april 2020", "2018-03-01", "2020-04-30"),
])  # fmt: skip
def test_a_span_tells_the_end_too(cell, first, last):
    assert DateColumn().read(cell) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("cell", ["2019/2020", "2019-heden", "2019, 2021", "2019 (eenmalig)", "sinds 2019"])
def test_no_end_is_made_up(cell):
    assert DateColumn().read(cell)[1] is None


@pytest.mark.parametrize(
    "cell", ["ooit", "al jaren", "jaren 90", "0", "12", "19-sep", "2019-13-45", "1400", "99999", "31-2-2020"]
)
def test_what_is_no_date_is_told(cell):
    with pytest.raises(CellFault):
        DateColumn().day(cell)


def test_the_month_stands_first_where_the_figures_allow_nothing_else():
    cells = ["9/13/2019", "1/2/2020"]
    assert date_column(cells).day(cells[1]) == dt.date(2020, 1, 2)
    assert date_column(["13/9/2019", "1/2/2020"]).day("1/2/2020") == dt.date(2020, 2, 1)


def test_years_in_a_heading_or_a_cell():
    assert years_in("Bedrag 2024 en 2025") == (2024, 2025)
    assert years_in("nr 120245") == ()
