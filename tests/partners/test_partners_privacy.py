"""What is never kept: facts about persons, small groups, origin without an official result."""

import pytest
from partner_files import codes, csv_of, one, row, xlsx_of

from regional.partners.headings import is_about_persons
from regional.partners.proposals import looks_like_a_person
from regional.partners.read import read_partners
from regional.texts import texts

PERSONAL = ["fase", "visie_sluit_aan", "vooral_voor", "bereikt_ook"]


@pytest.mark.parametrize(
    "heading",
    [
        "contactpersoon", "Contact", "Naam contactpersoon", "e-mail", "E-mailadres", "email 2", "Mail", "telefoon",
        "Tel.", "Telefoonnummer (vast)", "mobiel", "06-nummer", "BSN", "burgerservicenummer", "geboortedatum",
        "Geboorteplaats", "contact person", "Phone number", "mobile", "Date of birth", "first name", "last name",
        "geslacht", "nationaliteit", "etniciteit", "geloof", "adres", "IBAN", "LinkedIn",
    ],
)  # fmt: skip
def test_columns_about_persons_are_dropped_and_told(heading):
    result = read_partners(csv_of(["naam", heading, "plaats"], ["De Kring", "geheim", "Heerlen"]))
    assert result.dropped_columns == (heading,)
    assert heading not in result.mapping
    assert not result.unmapped_columns
    assert codes(result) == ["persons_dropped"]


def test_the_dropped_columns_are_told_in_one_plain_sentence():
    result = read_partners(csv_of(["naam", "contactpersoon", "e-mail"], ["De Kring", "A", "b"]))
    t, problem = texts("nl"), result.problems[0]
    told = f"{t(problem.what)} {t(problem.remedy)}"
    assert told == "Niet ingelezen: contactpersoon en e-mail. De spiegel heeft die niet nodig."


@pytest.mark.parametrize(
    "cells",
    [
        ["anna@voorbeeld.example", "b.c@voorbeeld.example", ""],
        ["06-12345678", "0455 123 456", "+31 6 1234 5678"],
        ["(045) 512 34 56", "0031612345678", "06 12 34 56 78"],
        ["111222333", "123456782", "111222333"],
    ],
)
@pytest.mark.parametrize("heading", ["opmerking", "bedrag", "plaats", "x"])
def test_addresses_and_numbers_of_persons_are_dropped_whatever_the_heading(cells, heading):
    rows = [[f"Stichting {i}", cell] for i, cell in enumerate(cells)]
    result = read_partners(csv_of(["naam", heading], *rows))
    assert result.dropped_columns == (heading,)
    assert not any(cell and cell in repr(result) + result.portfolio.frame.to_csv() for cell in cells)


@pytest.mark.parametrize("cells", [["1250", "2019", "12.500"], ["01-02-2019", "03-04-2020", "01-01-2001"],
                                   ["100000000", "250000000", "0"]])  # fmt: skip
def test_amounts_and_dates_are_no_numbers_of_persons(cells):
    rows = [[f"Stichting {i}", cell] for i, cell in enumerate(cells)]
    assert not read_partners(csv_of(["naam", "iets"], *rows)).dropped_columns


def test_a_mapping_never_brings_in_a_column_about_persons():
    result = read_partners(csv_of(["naam", "e-mail"], ["De Kring", "x"]), mapping={"e-mail": "plaats"})
    assert result.dropped_columns == ("e-mail",)
    assert row(result)["place"] is None


def test_names_that_are_addresses_are_not_read_either():
    result = read_partners(csv_of(["naam"], ["a@voorbeeld.example"], ["b@voorbeeld.example"]))
    assert result.kept == 0
    assert result.dropped_columns == ("naam",)


def test_a_column_about_the_conversation_is_not_about_a_person():
    assert not is_about_persons("laatste contact")
    assert not is_about_persons("geboren_nl_herkomst_europa")


def shares(result, dimension):
    return {k: round(v, 2) for k, v in result.portfolio.shares[dimension].iloc[0].dropna().items()}


def given(people=100, of="publiek", source="publieksonderzoek", **cells):
    return one(samenstelling_van=of, samenstelling_aantal=people, samenstelling_bron=source, **cells)


@pytest.mark.parametrize("people", ["25", "1.200", "ca. 60"])
def test_shares_count_from_25_people_up(people):
    result = given(people, vrouwen="60", mannen="40")
    assert shares(result, "sex") == {"women": 0.6, "men": 0.4}
    assert result.portfolio.states["sex"].iloc[0] == "known"


def test_shares_of_fewer_than_25_people_are_not_kept():
    result = given(24, vrouwen="62")
    assert shares(result, "sex") == {}
    assert result.portfolio.states["sex"].iloc[0] == "known"  # an answer, but not a usable one
    assert codes(result) == ["too_few_people"]
    assert "62" not in result.portfolio.shares["sex"].to_csv() + repr(result.problems)


@pytest.mark.parametrize(("people", "of", "code"), [("", "publiek", "people_unknown"), ("40", "", "shares_of_unknown")])
def test_shares_without_their_base_are_not_used(people, of, code):
    result = given(people, of, vrouwen="60")
    assert codes(result) == [code]
    assert shares(result, "sex") == {}


@pytest.mark.parametrize(
    ("women", "share"), [("62", 0.6), ("63", 0.65), ("61,9 %", 0.6), ("0", 0), ("100%", 1), ("2,4", 0)]
)
def test_shares_are_rounded_to_five_points(women, share):
    assert shares(given(vrouwen=women), "sex")["women"] == share


def test_a_whole_stays_a_whole_after_rounding():
    result = given(opleiding_basis_vmbo_mbo1="33", opleiding_havo_vwo_mbo24="33", opleiding_hbo_wo="34")
    assert sum(shares(result, "education").values()) == pytest.approx(1)


def test_exactly_one_missing_category_is_the_rest():
    assert shares(given(vrouwen="60"), "sex") == {"women": 0.6, "men": 0.4}
    four = given(leeftijd_0_15="10", leeftijd_15_25="20", leeftijd_25_45="30", leeftijd_45_65="30")
    assert shares(four, "age")["65+"] == 0.1


def test_some_categories_may_be_missing():
    result = given(leeftijd_15_25="40", leeftijd_25_45="35")
    assert shares(result, "age") == {"15-25": 0.4, "25-45": 0.35}
    assert not result.problems


@pytest.mark.parametrize(("women", "men", "code"), [("70", "40", "sum_over_100"), ("30", "40", "sum_under_100")])
def test_a_sum_that_cannot_be_is_told_with_its_row_and_column(women, men, code):
    result = given(vrouwen=women, mannen=men)
    assert [(p.code, p.row, p.column) for p in result.problems] == [(code, 2, "vrouwen")]
    assert shares(result, "sex") == {}
    assert result.kept == 1


def test_a_sum_of_101_is_rounding():
    assert not given(leeftijd_0_15="34", leeftijd_15_25="34", leeftijd_25_45="33").problems


@pytest.mark.parametrize("cell", ["140", "-5", "veel", "1000 %"])
def test_what_is_no_percentage_is_told(cell):
    assert codes(given(vrouwen=cell)) == ["percentage"]


def test_fractions_are_read_as_percentages_and_that_is_told():
    result = given(vrouwen="0,6", mannen="0,4")
    assert shares(result, "sex") == {"women": 0.6, "men": 0.4}
    assert codes(result) == ["read_as_fractions"]


def test_percentages_formatted_by_excel_are_read():
    data = xlsx_of(["naam", "vrouwen", "mannen", "samenstelling_van", "samenstelling_aantal"],
                   ["Stichting De Proef", 0.6, 0.4, "publiek", 100])  # fmt: skip
    assert shares(read_partners(data), "sex") == {"women": 0.6, "men": 0.4}


@pytest.mark.parametrize("cell", ["0,5 %", "1"])
def test_a_small_percentage_stays_small(cell):
    assert shares(given(vrouwen=cell), "sex")["women"] == 0


ORIGIN = {"herkomst_nederland": "60", "herkomst_europa": "25", "herkomst_buiten_europa": "15"}


@pytest.mark.parametrize(
    "source", ["CBS Barometer Culturele Diversiteit 2024", "cbs barometer", "Barometer Culturele Diversiteit"]
)
def test_origin_is_kept_from_an_official_result(source):
    assert shares(given(source=source, **ORIGIN), "origin")["netherlands"] == 0.6


@pytest.mark.parametrize("source", ["", "eigen enquête", "HR", "CBS", "CBS StatLine", "stemmingsbarometer"])
@pytest.mark.parametrize("column", ["herkomst_europa", "geboren_nl_herkomst_europa"])
def test_origin_from_anything_else_is_not_kept_and_told(source, column):
    result = given(source=source, **{column: "37"})
    assert codes(result) == ["origin_not_official"]
    kept = result.portfolio
    assert "37" not in repr(result.problems) + kept.frame.to_csv() + kept.shares["origin"].to_csv()
    assert kept.shares["birth_origin"].isna().all(axis=None)
    assert result.portfolio.states["origin"].iloc[0] == "not_asked"


@pytest.mark.parametrize(
    "cells",
    [{"naam": "Piet van der Proef"}, {"naam": "Atelier Zon", "rechtsvorm": "eenmanszaak"},
     {"naam": "Atelier Zon", "rechtsvorm": "zzp"}, {"naam": "Atelier Zon", "omvang": "1"}],
)  # fmt: skip
def test_of_a_person_shares_stage_fit_and_reach_are_left_blank_and_that_is_told(cells):
    result = one(**cells, fase="verkent", visie_sluit_aan="ja", vooral_voor="vrouwen", bereikt_ook="65+", vrouwen="60",
                 samenstelling_van="team", samenstelling_aantal="40", samenstelling_bron="x")  # fmt: skip
    found = row(result)
    assert found["is_person"]
    assert [found[f] for f in ("stage", "fit", "mainly_for", "also_reaches")] == [None, None, (), ()]
    assert (found["shares_of"], found["shares_n"], found["shares_source"]) == (None, None, None)
    assert shares(result, "sex") == {}
    assert codes(result) == ["is_a_person"]
    assert result.portfolio.states["stage"].iloc[0] == "not_applicable"


def test_nothing_is_told_of_a_person_where_nothing_was_given():
    result = one(naam="Piet van der Proef", plaats="Heerlen")
    assert row(result)["is_person"]
    assert not result.problems


@pytest.mark.parametrize("cells", [{"rechtsvorm": "stichting"}, {"omvang": "50-249"}])
def test_a_legal_form_or_a_large_size_makes_it_an_organisation(cells):
    result = one(naam="Piet van der Proef", fase="verkent", **cells)
    assert not row(result)["is_person"]
    assert row(result)["stage"] == "exploring"


@pytest.mark.parametrize(
    "name",
    ["Jan Jansen", "J. de Vries", "Fatima el Amrani", "Élise O'Brien", "Nguyễn Thị Minh", "mevr. Jansen", "Mo Özdemir",
     "Anne-Marie 't Hart", "Jan De Vries", "Anna Nieuwenhuis", "JAN JANSEN", "Vries, Jan de", "Jansen, J."],
)  # fmt: skip
def test_names_of_persons_are_seen_alike_whatever_their_language(name):
    assert looks_like_a_person(name)


@pytest.mark.parametrize(
    "name",
    ["Stichting Jan Jansen", "Jansen B.V.", "Taalhuis De Losse Letter", "Gemeente Heerlen", "Drukkerij Jansen",
     "De Boog", "Studio Vlieg", "Festival Nacht", "Jansen & Zonen", "Heemkundevereniging Oud Nuth", "Zangschool Oost"],
)  # fmt: skip
def test_names_of_organisations_are_no_persons(name):
    assert not looks_like_a_person(name)
