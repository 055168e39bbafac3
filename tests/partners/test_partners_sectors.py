"""Sectors by number, name and letter, of the SBI of 2008 and of 2025."""

import pytest
from partner_files import csv_of

from regional.files.problems import CellFault
from regional.partners.read import read_partners
from regional.partners.values import sector


@pytest.mark.parametrize(("cell", "group"), [
    ("90.01", "R-U"), ("SBI 2025: 90.20.1", "R-U"), ("R90.01", "R-U"), ("61.10 Telecommunicatie", "H+J"),
    ("SBI 64", "K-L"), ("68.20.3", "K-L"), ("82", "M-N"), ("8411", "O-Q"), ("96.09 - Overige diensten", "R-U"),
    ("R - Cultuur, sport en recreatie", "R-U"), ("S Kunst, sport en recreatie", "R-U"),
    ("R Gezondheidszorg en maatschappelijke dienstverlening", "O-Q"), ("K Telecommunicatie", "H+J"),
    ("K Financiële dienstverlening", "K-L"), ("L: Financiële activiteiten en verzekeringen", "K-L"),
    ("Uitgeverijen", "H+J"), ("P Openbaar bestuur en defensie", "O-Q"), ("Q Onderwijs", "O-Q"), ("P Onderwijs", "O-Q"),
    ("O Administratieve en ondersteunende diensten", "M-N"), ("G", "G+I"), ("B-F", "B-F"),
])  # fmt: skip
def test_numbers_and_names_of_both_editions_lie_in_the_same_groups(cell, group):
    assert sector(cell) == group


@pytest.mark.parametrize("cell", ["W", "Ruimtevaart", "R2D2", "0", "J Xyz"])
def test_what_is_no_sector_is_told(cell):
    with pytest.raises(CellFault):
        sector(cell)


def read(heading, *cells, **answers):
    rows = [[f"Partner {n}", "Heerlen", cell] for n, cell in enumerate(cells)]
    result = read_partners(csv_of(["naam", "plaats", heading], *rows), **answers)
    asked = [q for q in result.questions if q.about == "sbi"]
    return result.portfolio.frame["sector"].tolist(), asked


def test_bare_letters_from_j_on_are_asked_once_a_file_and_the_older_edition_is_used_meanwhile():
    found, asked = read("sector", "R", "A", "M", "R", "90.01")
    assert found == ["R-U", "A", "M-N", "R-U", "R-U"]
    assert [(q.values, q.rows, q.options, q.first) for q in asked] == [
        (("R", "M"), (2, 4, 5), ("2008", "2025"), "2008")
    ]


def test_the_answer_settles_all_letters_and_is_not_asked_again():
    found, asked = read("sector", "R", "m", "A", "cultuur", answers={"sbi:sector": "2025"})
    assert found == ["O-Q", "K-L", "A", "R-U"]
    assert asked == []


@pytest.mark.parametrize(("heading", "expected"), [("SBI 2025", "O-Q"), ("SBI 2008", "R-U"), ("sbi2025", "O-Q")])
def test_the_heading_may_tell_the_edition(heading, expected):
    assert read(heading, "R") == ([expected], [])


def test_a_letter_that_the_older_edition_lacks_tells_it():
    assert read("sector", "R", "V") == (["O-Q", "R-U"], [])


def test_letters_that_mean_the_same_and_names_ask_nothing():
    assert read("sector", "A", "G", "onderwijs", "62")[1] == []
