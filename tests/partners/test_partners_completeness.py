"""What is known and what is not, and with whom to begin."""

from partner_files import csv_of

from regional.partners.completeness import completeness, first_to_fill
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


def of(question):
    return next(c for c in completeness(read_partners(LIST).portfolio) if c.question == question)


def test_the_kinds_of_unknown_are_counted_apart():
    stage = of("stage")
    assert (stage.known, stage.no_answer, stage.rather_not_say, stage.not_applicable, stage.asked) == (1, 1, 1, 1, 1)
    assert stage.unknown == 3


def test_only_active_partners_count():
    assert of("place").total == 5


def test_a_place_that_was_not_understood_is_not_known():
    assert (of("place").known, of("place").not_asked) == (3, 2)


def test_an_answer_that_may_not_be_used_stands_apart():
    sex = of("sex")
    assert (sex.known, sex.not_usable, sex.no_answer, sex.not_asked) == (1, 1, 1, 2)


def test_a_proposed_kind_is_known_and_counted_as_proposed():
    assert (of("kinds").known, of("kinds").proposed) == (5, 1)


def test_the_counts_add_up_for_every_question_of_the_sample():
    portfolio = load_sample().portfolio
    active = (portfolio.frame["status"] == "active").sum()
    found = completeness(portfolio)
    assert [c.question for c in found] == list(portfolio.states.columns)
    assert {c.total for c in found} == {active}


def test_the_column_with_most_open_partners_comes_first():
    found = first_to_fill(read_partners(LIST).portfolio)
    counts = [f.n_open for f in found]
    assert counts == sorted(counts, reverse=True)
    assert {f.column for f in found} >= {"werkgebied", "vooral_voor", "plaats"}


def test_partners_come_by_amount_with_the_kinds_in_turn():
    portfolio = read_partners(LIST).portfolio
    column = next(f for f in first_to_fill(portfolio) if f.column == "werkgebied")
    ordered = portfolio.frame["name"].iloc[list(column.rows)].tolist()
    assert ordered == ["De Boog", "De Brug", "De Poort", "De Kring", "Drukkerij Vlieg"]


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
