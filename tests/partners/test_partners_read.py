"""The whole way: all problems at once, good rows kept, the same result for the same content."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from partner_files import codes, csv_of, names, one, row, xlsx_of

from regional.dimensions import people_dimensions
from regional.files.problems import Level
from regional.mirror.selection import money_flows
from regional.partners import proposals
from regional.partners.arrays import Columns
from regional.partners.frame import empty_portfolio, make_portfolio
from regional.partners.partner import Partner
from regional.partners.read import from_records, read_partners
from regional.texts import texts

ROOT = Path(__file__).parents[2]
FAULTY = csv_of(
    ["naam", "plaats", "bedrag", "sinds", "soort"],
    ["De Kring", "Kerkrade", "100", "2019", "sponsor"],
    ["", "Heerlen", "100", "2019", "sponsor"],
    ["De Boog", "Heerln", "veel", "ooit", "vriend"],
    ["De Poort", "Heerlen", "-5", "2019", "sponsor"],
    ["De Brug", "Heerlen", "200", "2020", "leverancier"],
)


def test_good_rows_are_kept_when_others_fail():
    result = read_partners(FAULTY)
    assert (result.rows, result.kept) == (5, 4)
    assert names(result) == ["De Kring", "De Boog", "De Poort", "De Brug"]
    assert [(p.row, p.code) for p in result.errors] == [(3, "no_name")]


def test_all_problems_come_at_once_with_row_column_and_value():
    told = {(p.row, p.column, p.value, p.code) for p in read_partners(FAULTY).problems}
    assert told >= {
        (3, "naam", "", "no_name"), (4, "plaats", "Heerln", "place_unknown"), (4, "bedrag", "veel", "amount"),
        (4, "sinds", "ooit", "date"), (4, "soort", "vriend", "value"), (5, "bedrag", "De Poort", "credit"),
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_problem_is_worded_with_what_and_remedy(language):
    t = texts(language)
    for problem in read_partners(FAULTY).problems:
        assert t(problem.what)
        assert t(problem.remedy)
        assert "{" not in t(problem.what) + t(problem.remedy)


def test_a_row_with_errors_is_left_out_and_one_with_warnings_is_kept():
    result = read_partners(FAULTY)
    kept = {2, 4, 5, 6}
    assert {p.row for p in result.problems if p.level is Level.ERROR}.isdisjoint(kept)
    assert {p.row for p in result.problems if p.level is Level.WARNING} <= kept


def test_row_numbers_are_those_of_excel_under_a_title_and_with_empty_rows():
    data = xlsx_of(["Onze partners"], [], ["naam", "bedrag"], ["De Kring", "veel"], [], ["De Boog", "meer"])
    assert [p.row for p in read_partners(data).problems] == [4, 6]


def test_a_repeated_name_is_told_and_kept():
    result = read_partners(csv_of(["naam", "plaats"], ["De Kring", "Heerlen"], ["de kring", "Kerkrade"]))
    assert [(p.code, p.row, p.level) for p in result.problems] == [("name_repeated", 3, Level.INFO)]
    assert result.kept == 2


def test_a_repeated_row_is_told():
    result = read_partners(csv_of(["naam", "plaats"], ["De Kring", "Heerlen"], ["A", ""], ["De Kring", "Heerlen"]))
    assert [(p.code, p.row, dict(p.what.values)) for p in result.problems] == [("row_repeated", 4, {"row": 2})]
    assert result.kept == 2


@pytest.mark.parametrize("name", ["Totaal", "TOTAAL:", "Subtotaal"])
def test_a_total_is_no_partner(name):
    result = read_partners(csv_of(["naam", "bedrag"], ["De Kring", 5], [name, 5]))
    assert names(result) == ["De Kring"]
    assert codes(result) == ["total_row"]
    assert not result.errors


@pytest.mark.parametrize("name", ["", "n.v.t.", "---", "?"])
def test_a_row_without_a_real_name_is_refused(name):
    result = read_partners(csv_of(["naam", "plaats"], [name, "Heerlen"]))
    assert codes(result) == ["no_name"]
    assert result.kept == 0


@pytest.mark.parametrize(
    ("name", "kinds", "form"),
    [
        ("Provincie Zuiderpeel", ("funder",), "overheid"), ("Gemeente Mergelrade", ("funder",), "overheid"),
        ("Glimwormfonds", ("funder",), None), ("Drukkerij Inktvlo B.V.", ("supplier",), "bv"),
        ("Catering De Aardbei", ("supplier",), None), ("Universiteit van Krijtberg", ("content",), None),
        ("Stichting De Stoep", (), "stichting"), ("Bromtol N.V.", (), "nv"), ("Rabobank Regio", ("funder",), None),
        ("Vereniging De Fluit", (), "vereniging"), ("Voedselbank Zuid", ("content",), None), ("Vlam", (), None),
        ("Fondsenwerving Flits", ("supplier",), None), ("Werkstatt e.V.", (), "buitenlands"),
    ],
)  # fmt: skip
def test_kind_and_legal_form_are_proposed_from_the_name(name, kinds, form):
    found = row(one(naam=name))
    assert (found["kinds"], found["kinds_proposed"], proposals.kind(name)) == ((), bool(kinds), kinds)
    assert (found["legal_form"], found["legal_form_proposed"]) == (form, form is not None)


@pytest.mark.parametrize("cell", ["inhoudelijk", "n.v.t.", "geen antwoord"])
def test_nothing_is_proposed_over_an_answer(cell):
    assert not row(one(naam="Glimwormfonds", soort=cell))["kinds_proposed"]


def test_proposals_are_told_once():
    result = read_partners(csv_of(["naam"], ["Glimwormfonds"], ["Drukkerij A"], ["De Kring"]))
    assert codes(result) == ["kinds_proposed"]
    assert result.problems[0].what.n == 2


def test_the_digest_follows_the_content_alone():
    one_file = read_partners(csv_of(["naam", "plaats"], ["De Kring", "Heerlen"]), "a.csv")
    same = read_partners(xlsx_of(["Plaats", "Organisatie"], ["Heerlen", "De Kring"]), "b.xlsx")
    other = read_partners(csv_of(["naam", "plaats"], ["De Kring", "Kerkrade"]), "a.csv")
    assert one_file.portfolio.digest == same.portfolio.digest != other.portfolio.digest


def test_the_digest_is_the_same_in_every_process():
    script = "from regional.partners.sample import load_sample; print(load_sample().portfolio.digest)"
    runs = [
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT,
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(runs[0].strip()) == 64
    assert runs[0] == runs[1]


def test_records_are_read_as_a_sheet_is():
    records = [
        {"naam": "De Kring", "plaats": "Heerlen", "bedrag": 1250.5, "sinds": dt.date(2019, 9, 1), "soort": ["sponsor"]},
        {"name": "x", "naam": "De Boog", "bedrag": None, "sinds": pd.NaT, "vooral_voor": ("15-25", "65+")},
        {"naam": "", "bedrag": float("nan"), "plaats": "Heerlen"},
    ]
    result = from_records(records, name="test")
    assert (result.rows, result.kept, result.portfolio.name) == (3, 2, "test")
    assert row(result)["amount"] == 1250.5
    assert row(result)["since"] == pd.Timestamp("2019-09-01")
    assert row(result, 1)["mainly_for"] == ("15-25", "65+")
    assert result.errors[0].row == 4


def test_half_a_character_in_a_record_does_no_harm():
    assert from_records([{"naam": "De \ud800Kring"}]).kept == 1


def test_no_records_are_an_empty_portfolio():
    assert from_records([]).kept == 0


def test_an_empty_portfolio_has_every_column():
    empty, full = empty_portfolio(), one().portfolio
    assert list(empty.frame.columns) == list(full.frame.columns)
    assert list(empty.states.columns) == list(full.states.columns)
    assert (empty.frame.dtypes == full.frame.dtypes).all()
    assert len(empty) == 0


def test_shares_and_states_have_the_rows_of_the_frame():
    portfolio = read_partners(FAULTY).portfolio
    assert set(portfolio.shares) == {d.id for d in people_dimensions()}
    for table in (portfolio.states, *portfolio.shares.values()):
        assert table.index.equals(portfolio.frame.index)


def test_the_schema_refuses_what_this_room_must_not_let_out():
    for wrong in ({"amount": -1.0}, {"municipality": "Kerkrade"}, {"kinds": ("friend",)}, {"status": "?"}, {"x": 1}):
        with pytest.raises(ValueError):
            Partner(fields={"name": "De Kring", **wrong})


@pytest.mark.parametrize(
    ("kinds", "flow"),
    [(("funder",), "in"), (("supplier",), "out"), (("funder", "supplier"), None), (("content",), None), ((), None),
     (("funder", "content"), "in"), (("content", "supplier"), "out")],
)  # fmt: skip
def test_money_has_a_direction_where_the_kind_gives_one(kinds, flow):
    table = Columns(make_portfolio([Partner(fields={"name": "De Kring", "kinds": kinds})]).frame)
    assert money_flows(table).tolist() == [flow or ""]


def test_the_sample_alone_is_fictitious():
    assert not one().portfolio.fictitious
    assert read_partners(FAULTY, fictitious=True).portfolio.fictitious
