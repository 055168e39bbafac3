"""Amounts as Dutch sheets write them, read by the column."""

import pytest

from regional.files.problems import CellFault
from regional.partners.amounts import amount_column, heading_scale


def column(*cells, heading="bedrag", **answers):
    how = amount_column(heading, cells, **answers)
    return [how.read(cell).euros for cell in cells]


@pytest.mark.parametrize(("cells", "euros"), [
    (["97.123", "0.567", "12.34", "145.2"], [97.123, 0.567, 12.34, 145.2]),
    (["1.250", "3.500"], [1250, 3500]), (["1,250", "3,500.00"], [1250, 3500]), (["1.250", "3.500,00"], [1250, 3500]),
    (["12,345000", "7"], [12.345, 7]), (["1.250.000", "1.5"], [1_250_000, 1.5]), (["0,5", "1.250"], [0.5, 1250]),
])  # fmt: skip
def test_a_column_has_one_reading_of_the_decimal_mark(cells, euros):
    assert column(*cells) == pytest.approx(euros)


def test_cells_that_contradict_each_other_are_unsure_and_an_answer_settles_them():
    cells = ["1.250,00", "12.34", "1.500"]
    assert not amount_column("bedrag", cells).is_sure
    assert amount_column("bedrag", cells, mark=".").read("1.500").euros == 1.5


@pytest.mark.parametrize(("cell", "euros"), [
    ("1.250,-", 1250), ("€ 1.250,=", 1250), ("€ 1.250,--", 1250), ("1.250,–", 1250), ("500.-", 500),
    ("ca. € 5.000", 5000),
    ("± 5000", 5000), ("max. 1.000", 1000), ("€ 5.000 p.j.", 5000), ("€2.500 per jaar", 2500), ("1.000/jr", 1000),
    ("7,5k", 7500), ("k€ 5", 5000), ("€5k", 5000), ("1,2 ton", 120_000), ("1,5 mln.", 1_500_000), ("3,5 M€", 3_500_000),
    ("2 miljoen", 2_000_000), ("5 duizend", 5000), ("10 mille", 10_000), ("1.000 excl. btw", 1000),
    ("€ 1.000,00 (excl. BTW)", 1000), ("12.500,00 incl. 21% btw", 12_500), ("1,25E+06", 1_250_000), ("25.000*", 25_000),
    ("1.000¹", 1000), ("€ 1.000 1)", 1000), ("(500)", -500), ("500-", -500), ("− 500", -500), ("€ -500", -500),
    ("500 CR", -500), ("2 500", 2500), ("1 250 000", 1_250_000), ("1'250", 1250), ("EUR 2.500,50", 2500.5),
    ("2500 euro", 2500), ("100 per maand", 1200), ("€ 100 p/m", 1200), ("2 x 500", 1000), ("500 + 250", 750),
    ("nihil", 0), ("geen", 0), ("€ 0,00", 0), ("in natura", None), ("p.m.", None), ("n.t.b.", None),
])  # fmt: skip
def test_every_dutch_way_of_writing_an_amount(cell, euros):
    assert column(cell) == [pytest.approx(euros) if euros is not None else None]


@pytest.mark.parametrize(("cell", "code"), [
    ("veel", "amount"), ("1.2.3", "amount"), ("1e400", "amount"), ("∞", "amount"), ("٣", "amount"), ("40%", "amount"),
    ("999999999999 mln", "amount"), ("$ 500", "currency"), ("500 gulden", "currency"), ("5.000 - 10.000",
    "amount_range"),
    ("5.000 tot 10.000", "amount_range"), ("tussen 5 en 10 duizend", "amount_range"),
])  # fmt: skip
def test_what_is_no_single_amount_in_euros_is_told(cell, code):
    with pytest.raises(CellFault) as told:
        column(cell)
    assert told.value.code == code


@pytest.mark.parametrize(("heading", "scale"), [
    ("Bedrag (x € 1.000)", 1e3), ("Bedrag (x 1.000)", 1e3), ("Bedrag × 1000", 1e3), ("Bedrag in k€", 1e3), ("K€", 1e3),
    ("in duizenden euro's", 1e3), ("Toegekend (dzd)", 1e3), ("bedrag (in €1000)", 1e3), ("Bedrag (€ 1.000)", 1e3),
    ("in mln euro", 1e6), ("Bedrag x € 1 mln", 1e6), ("Bedrag (x1.000.000)", 1e6), ("bedrag (in tonnen)", 1e5),
    ("Bedrag in euro", 1), ("Bedrag 2024", 1), ("Bijdrage > € 1.000", 1), ("Rubriek k", 1),
])  # fmt: skip
def test_the_scale_stands_in_the_heading(heading, scale):
    assert heading_scale(heading) == scale
    assert column("2,5", heading=heading) == [pytest.approx(2.5 * scale)]


def test_an_answer_goes_before_the_heading():
    assert column("250", heading="Bedrag (x € 1.000)", scale=1.0) == [250]


def test_a_ledger_that_writes_what_was_paid_with_a_minus_is_turned():
    assert column("-5.000", "-300", "-20,50") == [5000, 300, 20.5]
    assert column("5.000", "300", "-20,50") == [5000, 300, -20.5]


def test_the_year_and_in_kind_are_kept_apart():
    how = amount_column("bedrag", [])
    assert (how.read("1.000 (2024)").euros, how.read("1.000 (2024)").year) == (1000, 2024)
    assert how.read("2024: 1.000").year == 2024
    assert how.read("in natura").in_kind
    assert how.read("€ 500 in natura").euros == 500
