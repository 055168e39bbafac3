"""A portfolio becomes records and a portfolio again, without anything lost or made up."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from partner_files import csv_of, xlsx_of

from regional.dimensions import REACH_GROUPS, dimension, people_dimensions
from regional.partners.composition import STEP
from regional.partners.places import match
from regional.partners.portfolio import PlaceStatus
from regional.partners.read import from_records, read_partners
from regional.partners.records import to_records
from regional.partners.sample import FOLDER
from regional.partners.schema import all_columns
from regional.partners.template import choices

ANSWERS = ["geen antwoord", "wil niet zeggen", "n.v.t.", "gevraagd", "onbekend"]
NAMES = ["Stichting De Proef", "Gemeente Heerlen", "Provincie Limburg", "Rabobank B.V.", "Fonds 21", "Jan Jansen",
         "Mondriaan Fonds", "De Kring", "Drukkerij Smeets"]  # fmt: skip
PLACES = ["Kerkrade", "Heerlen", "Beek", "Bergen", "Hasselt", "Aken", "Nergenshuizen", "GM0928", "Den Haag", "Parijs"]
PERCENTAGES = st.one_of(st.sampled_from(["0", "5", "12,5", "32,5", "33,4", "50", "100"]), st.integers(0, 100).map(str))
BY_COLUMN = {
    "naam": st.one_of(st.sampled_from(NAMES), st.text("abcdefgh XYZ&'", min_size=1, max_size=400).filter(str.strip)),
    "plaats": st.one_of(st.sampled_from(PLACES), st.text(max_size=130)),
    "gemeente": st.sampled_from(PLACES),
    "land": st.sampled_from(["Nederland", "Duitsland", "Oostenrijk", "NL", "BE", "Atlantis"]),
    "werkgebied": st.sampled_from(["landelijk", "Parkstad", "Limburg", "Heerlen; Kerkrade", "Utrecht", "nergens"]),
    "sector": st.sampled_from(["R", "90.01", "zorg", "G+I", "bouw", "?"]),
    "bedrag": st.one_of(
        st.sampled_from(["1.250,50", "12k", "0,125", "123456782", "125.125", "1,5 mln", "-5", "0", "999999999999"]),
        st.integers(0, 10**11).map(lambda cents: f"{cents / 100:.2f}".replace(".", ",")),
        st.decimals(0, 1e6, allow_nan=False, places=6).map(str),
    ),
    "sinds": st.sampled_from(["2019", "03-2019", "31-12-2020", "1600", "2100-12-31", "ooit"]),
    "tot": st.sampled_from(["2018", "2024", "02-2024", "1-1-2024"]),
    "omvang": st.sampled_from(["1", "2-9", "12", "250+", "groot"]),
    "samenstelling_aantal": st.sampled_from(["24", "25", "1.200", "123456782", "veel"]),
    "samenstelling_bron": st.sampled_from(["CBS Barometer culturele diversiteit", "eigen telling 2024", "jaarverslag"]),
    "project": st.text(max_size=310),
    "laatste_gesprek": st.sampled_from(["2024-05-01", "2023"]),
    "peildatum": st.sampled_from(["2024-05-01", "2023"]),
    **{c.column: PERCENTAGES for d in people_dimensions() for c in d.categories},
}  # fmt: skip
CELLS = {
    column: st.one_of(
        BY_COLUMN[column] if column in BY_COLUMN else st.sampled_from(choices()[column]),
        st.sampled_from(["", *ANSWERS]),
    )
    for column in all_columns()
} | {"naam": BY_COLUMN["naam"]}
ROW = st.fixed_dictionaries({"naam": CELLS["naam"]}, optional={c: s for c, s in CELLS.items() if c != "naam"})


def read_again(portfolio, **how):
    return from_records(to_records(portfolio, **how)).portfolio


@given(st.lists(ROW, max_size=4), st.booleans())
def test_any_portfolio_comes_back_the_same(rows, readable):
    portfolio = from_records(rows).portfolio
    assert read_again(portfolio, readable=readable).digest == portfolio.digest


@pytest.mark.parametrize("readable", [False, True])
@pytest.mark.parametrize("file", ["partners.csv", "kale-lijst.csv"])
def test_the_sample_comes_back_the_same(file, readable):
    portfolio = read_partners((FOLDER / file).read_bytes()).portfolio
    assert read_again(portfolio, readable=readable).digest == portfolio.digest


def test_every_word_of_the_registry_comes_back():
    rows = [{"naam": f"De Kring {i}", "vooral_voor": c.id, "samenstelling_van": "team"}
            for i, (_, c) in enumerate(REACH_GROUPS)]  # fmt: skip
    for column, dimension_id in (("sector", "sector"), ("omvang", "size"), ("hoe_gevonden", "how_found"),
                                 ("fase", "stage"), ("soort", "kind")):  # fmt: skip
        rows += [{"naam": f"De {column} {c.id}", column: c.id} for c in dimension(dimension_id).categories]
    portfolio = from_records(rows).portfolio
    for readable in (False, True):
        assert read_again(portfolio, readable=readable).digest == portfolio.digest


def test_all_percentages_of_some_groups_come_back():
    columns = [c.column for c in dimension("age").categories]
    rows = []
    draw = random.Random(4)
    for _ in range(300):
        given_columns = draw.sample(columns, draw.randint(1, len(columns)))
        values = [draw.randint(0, 2 * STEP) for _ in given_columns]
        scale = min(1.0, 101 / (sum(values) or 1))
        rows.append({"naam": "De Kring", "samenstelling_van": "team", "samenstelling_aantal": "100"}
                    | {c: f"{v * scale:.1f}" for c, v in zip(given_columns, values, strict=True)})  # fmt: skip
    portfolio = from_records(rows).portfolio
    assert portfolio.shares["age"].notna().to_numpy().any()
    assert read_again(portfolio).digest == portfolio.digest


def test_percentages_that_may_not_be_used_stay_an_answer_without_their_figures():
    portfolio = from_records([{"naam": "De Kring", "vrouwen": "60", "samenstelling_aantal": "12"}]).portfolio
    (record,) = to_records(portfolio)
    assert record["vrouwen"] == "gegeven, niet gebruikt"
    assert "mannen" not in record
    assert read_again(portfolio).digest == portfolio.digest


def test_a_kind_that_was_read_from_the_name_is_not_written_as_if_confirmed():
    (record,) = to_records(from_records([{"naam": "Provincie Limburg"}]).portfolio)
    assert set(record) == {"naam", "status"}


def test_an_empty_kind_is_not_proposed_again():
    portfolio = from_records([{"naam": "Provincie Limburg", "soort": "onbekend"}]).portfolio
    assert read_again(portfolio).digest == portfolio.digest
    assert not read_again(portfolio).frame["kinds_proposed"].any()


def test_a_place_that_columns_disagree_on_stays_open():
    assert match("Beek").options
    portfolio = from_records([{"naam": "De Kring", "gemeente": "Bergen", "plaats": "Kerkrade"}]).portfolio
    assert portfolio.frame["place_status"].tolist() == [PlaceStatus.UNKNOWN]
    assert read_again(portfolio).digest == portfolio.digest


def test_readable_records_hold_the_words_of_the_template():
    rows = [{"naam": "De Kring", "soort": "funder", "status": "ended", "sinds": "2019", "fit": "yes", "bedrag": 1250}]
    (record,) = to_records(from_records(rows).portfolio, readable=True)
    assert record["soort"] == "Financier"
    assert record["status"] == "gestopt"
    assert record["sinds"] == "01-01-2019"
    assert record["visie_sluit_aan"] == "hier vinden we elkaar"
    assert record["bedrag"] == "1250"


def test_a_file_of_readable_records_imports_to_the_same():
    portfolio = read_partners((FOLDER / "partners.csv").read_bytes()).portfolio
    records = to_records(portfolio, readable=True)
    lines = [[f'"{record.get(c, "")}"' for c in all_columns()] for record in records]
    assert read_partners(csv_of(all_columns(), *lines)).portfolio.digest == portfolio.digest
    cells = [[record.get(c, "") for c in all_columns()] for record in records]
    assert read_partners(xlsx_of(all_columns(), *cells)).portfolio.digest == portfolio.digest
