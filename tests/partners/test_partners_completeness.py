"""With whom to begin."""

from partner_files import csv_of

from regional.partners.completeness import first_to_fill
from regional.partners.portfolio import Answer
from regional.partners.read import read_partners
from regional.partners.sample import load_sample

LIST = csv_of(
    ["naam", "soort", "status", "plaats", "bedrag", "fase", "vrouwen", "samenstelling_van", "samenstelling_aantal"],
    ["De Kring", "financier", "", "Heerlen", "500", "verkent", "60", "publiek", "100"],
    ["De Boog", "financier", "", "Heerlen", "900", "geen antwoord", "60", "publiek", "10"],
    ["De Poort", "leverancier", "", "", "5000", "wil niet zeggen", "", "", ""],
    ["De Brug", "inhoudelijk", "", "Nergenshuizen", "", "n.v.t.", "geen antwoord", "", ""],
    ["Drukkerij Vlieg", "", "", "Heerlen", "", "gevraagd", "", "", ""],
    ["De Sluis", "financier", "gestopt", "", "", "", "", "", ""],
)


def test_the_column_with_most_open_partners_comes_first():
    found = first_to_fill(read_partners(LIST).portfolio)
    counts = [f.n_open for f in found]
    assert counts == sorted(counts, reverse=True)
    assert {f.column for f in found} >= {"werkgebied", "vooral_voor", "plaats"}


def test_partners_come_by_amount_with_the_kinds_in_turn():
    portfolio = read_partners(LIST).portfolio
    column = next(f for f in first_to_fill(portfolio) if f.column == "werkgebied")
    ordered = portfolio.frame["name"].iloc[list(column.rows)].tolist()
    assert ordered == ["De Boog", "De Brug", "De Poort", "Drukkerij Vlieg", "De Kring"]


def test_no_more_partners_are_named_than_asked_for():
    found = first_to_fill(load_sample().portfolio, limit=12)
    assert max(len(f.rows) for f in found) == 12
    assert all(len(f.rows) == min(12, f.n_open) for f in found)


def test_a_content_partner_needs_no_amount():
    portfolio = read_partners(LIST).portfolio
    column = next(f for f in first_to_fill(portfolio) if f.column == "bedrag")
    assert portfolio.frame["name"].iloc[list(column.rows)].tolist() == ["Drukkerij Vlieg"]


def test_what_was_refused_or_does_not_apply_is_not_to_be_filled_in():
    data = csv_of(["naam", "vooral_voor"], ["De Kring", "n.v.t."], ["De Boog", "geen antwoord"], ["De Poort", ""])
    portfolio = read_partners(data).portfolio
    column = next(f for f in first_to_fill(portfolio) if f.column == "vooral_voor")
    assert column.rows == (2,)
    assert portfolio.states["mainly_for"].iloc[0] == Answer.NOT_APPLICABLE.value


def test_a_full_list_asks_for_nothing():
    cells = {"naam": "Stichting De Proef", "soort": "financier", "plaats": "Heerlen", "vooral_voor": "65+",
             "bereikt_ook": "65+", "werkgebied": "Heerlen", "hoe_gevonden": "netwerk", "bedrag": "5", "sinds": "2020",
             "sector": "R", "omvang": "12"}  # fmt: skip
    assert first_to_fill(read_partners(csv_of(list(cells), list(cells.values()))).portfolio) == []
