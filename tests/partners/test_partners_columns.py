"""Headings in Dutch and English, spelt in many ways, mapped by the user, or not understood."""

import csv
from collections import Counter

import pytest
from partner_files import codes, csv_of, names, row

from regional.partners.columns import plain
from regional.partners.headings import WORDS, understood
from regional.partners.read import read_partners
from regional.partners.schema import COLUMNS, ONLY_READ, all_columns


@pytest.mark.parametrize("column", all_columns())
def test_every_column_is_understood_by_its_own_name(column):
    assert understood([column]) == {column: column}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("  Náám ", "naam"), ("Organisatie", "naam"), ("Bedrijf:", "naam"), ("Name", "naam"), ("Woonplaats", "plaats"),
        ("VESTIGINGSPLAATS", "plaats"), ("Bedrag (€)", "bedrag"), ("Hoe gevonden", "hoe_gevonden"),
        ("hoe-gevonden", "hoe_gevonden"), ("leeftijd 65 plus", "leeftijd_65_plus"), ("vrouwen %", "vrouwen"),
        ("laatste contact", "laatste_gesprek"),
    ],
)  # fmt: skip
def test_headings_are_compared_without_case_accents_and_marks(heading, column):
    assert understood([heading]) == {heading: column}


def test_no_heading_means_two_columns_and_each_is_a_column_that_there_is():
    with WORDS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    forms = [plain(row["heading"]) for row in rows] + [plain(column.name) for column in COLUMNS]
    assert [form for form, n in Counter(forms).items() if n > 1] == []
    assert {row["column"] for row in rows} <= {column.name for column in (*COLUMNS, *ONLY_READ)} | {"-"}


def test_unknown_columns_are_listed_and_the_amount_of_a_year_is_read():
    result = read_partners(csv_of(["naam", "Bedrag 2025", "vrolijkheid"], ["De Kring", 5, "ja"]))
    assert result.unmapped_columns == ("vrolijkheid",)
    assert row(result)["amount"] == 5


def test_a_user_maps_a_column_once():
    data = csv_of(["Wie dan", "Bedrag 2025"], ["De Kring", 5])
    result = read_partners(data, mapping={"Wie dan": "naam", "Bedrag 2025": "bedrag"})
    assert row(result)["amount"] == 5
    assert result.mapping == {"Wie dan": "naam", "Bedrag 2025": "bedrag"}
    assert not result.unmapped_columns


def test_the_users_answer_goes_before_our_own_reading():
    data = csv_of(["naam", "organisatie"], ["Jan", "De Kring"])
    assert names(read_partners(data, mapping={"organisatie": "naam"})) == ["De Kring"]


def test_an_answer_that_is_no_column_leaves_the_column_out():
    result = read_partners(csv_of(["naam", "bedrag"], ["De Kring", 5]), mapping={"bedrag": "-"})
    assert row(result)["amount"] is None
    assert result.unmapped_columns == ("bedrag",)


def test_of_two_equal_headings_the_first_is_read_and_the_other_told():
    result = read_partners(csv_of(["naam", "bedrag", "Bedrag"], ["De Kring", 5, 6]))
    assert row(result)["amount"] == 5
    assert result.unmapped_columns == ("Bedrag",)


def test_a_filled_column_without_a_heading_goes_by_its_letter():
    assert read_partners(csv_of(["naam", "", "plaats"], ["De Kring", "?!", "Heerlen"])).unmapped_columns == ("B",)


def test_the_mapping_tells_what_was_understood():
    result = read_partners(csv_of(["Organisatie", "Stad"], ["De Kring", "Heerlen"]))
    assert result.mapping == {"Organisatie": "naam", "Stad": "plaats"}
    assert codes(result) == []
