"""What is exported reads back to the same partners, and is no formula anywhere."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.files.tables import FORMULA
from regional.partners.export import to_csv, to_xlsx
from regional.partners.read import from_records, read_partners
from regional.partners.records import to_records
from regional.partners.sample import load_bare_list, load_sample

NASTY = ["=1+1", "+31 45 567", "-naam", "@som(A1)", "'t Huis", "a;b", 'zeg "ja"', "=cmd|' /C calc'!A0", "naïef ẞ 漢"]


@pytest.mark.parametrize("make", [to_csv, to_xlsx])
@pytest.mark.parametrize("load", [load_sample, load_bare_list])
@pytest.mark.parametrize("readable", [True, False])
def test_a_list_reads_back_to_the_same(make, load, readable):
    portfolio = load().portfolio
    again = read_partners(make(to_records(portfolio, readable=readable))).portfolio
    assert to_records(again) == to_records(portfolio)


@pytest.mark.parametrize("make", [to_csv, to_xlsx])
def test_names_that_look_like_formulas_come_back_as_they_were(make):
    portfolio = from_records([{"naam": name, "plaats": "Kerkrade"} for name in NASTY]).portfolio
    assert read_partners(make(to_records(portfolio))).portfolio.frame["name"].tolist() == NASTY


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8))
def test_no_cell_of_the_csv_begins_like_a_formula(names):
    lines = to_csv([{"naam": name} for name in names]).decode("utf-8-sig").split("\r\n")
    assert not any(cell.startswith(FORMULA) for cell in lines[1:])


def test_excel_sees_text_and_no_formula():
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([{"naam": name} for name in NASTY])))
    cells = [cell for row in book["Partners"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_an_empty_list_has_its_heading():
    assert to_csv([]) == b"\xef\xbb\xbfnaam\r\n"
