"""Columns found by stem and topic group, whatever the number at their end."""

import pytest

from regional.cbs.columns import Column, column_map, measures, resolve
from regional.dimensions import dimension
from tests.servers.cbs_tables import kwb

TABLE = kwb(2024)


def properties(table=TABLE):
    return table.properties.astype(object).where(table.properties.notna(), None).to_dict("records")


def resolved(table=TABLE):
    return resolve(properties(table), column_map("kwb"))


def test_all_columns_of_key_figures_are_found():
    found, lacking = resolved()
    assert set(found) == {column.name for column in column_map("kwb")}
    assert lacking == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("inhabitants", "AantalInwoners_5"),
        ("origin:netherlands", "Nederland_17"),
        ("origin:europe", "EuropaExclusiefNederland_18"),
        ("origin:outside_europe", "BuitenEuropa_19"),
        ("born_here:europe", "EuropaExclusiefNederland_21"),
        ("born_here:outside_europe", "BuitenEuropa_22"),
        ("born_abroad:europe", "EuropaExclusiefNederland_23"),
        ("born_abroad:outside_europe", "BuitenEuropa_24"),
        ("income_highest_20_pct", "k_20PersonenMetHoogsteInkomen_80"),
        ("disability_benefits", "PersonenPerSoortUitkeringAO_88"),
        ("sector:R-U", "RUCultuurRecreatieOverigeDiensten_103"),
        ("urbanity", "MateVanStedelijkheid_120"),
    ],
)
def test_keys_of_2024_are_those_that_cbs_has(name, key):
    assert resolved()[0][name] == (key,)


def test_moved_numbers_make_no_difference():
    moved = resolved(kwb(2024, shift=7))[0]
    assert moved["inhabitants"] == ("AantalInwoners_12",)
    assert moved["born_here:europe"] == ("EuropaExclusiefNederland_28",)


def test_groups_decide_where_columns_changed_places():
    rows = properties()
    order = {row["ID"]: row["Position"] for row in rows}
    for row in rows:
        row["Position"] = -order[row["ID"]]
    assert resolve(rows, column_map("kwb"))[0] == resolved()[0]


def test_order_decides_where_groups_say_nothing():
    rows = [{**row, "ParentID": None} for row in properties()]
    assert resolve(rows, column_map("kwb"))[0] == resolved()[0]


def test_a_stem_is_not_found_inside_another():
    rows = [{"ID": 1, "Key": "NederlandOverig_3", "Position": 1}, {"ID": 2, "Key": "Nederland_4", "Position": 2}]
    assert resolve(rows, [Column("x", ("Nederland",))])[0] == {"x": ("Nederland_4",)}


def test_older_spellings_are_tried_after_newer_ones():
    rows = [{"ID": 1, "Key": "OpleidingsniveauLaag_64", "Position": 1}]
    assert resolve(rows, [Column("low", ("BasisonderwijsVmboMbo1", "OpleidingsniveauLaag"))])[0] == {
        "low": ("OpleidingsniveauLaag_64",)
    }


def test_a_column_that_is_gone_is_left_out_and_a_needed_one_told():
    found, lacking = resolved(TABLE.dropping("AantalInwoners_5", "HboWo_69"))
    assert lacking == ("AantalInwoners",)
    assert "education:hbo_wo" not in found


def test_the_map_names_the_categories_of_the_registry():
    names = {column.name for column in column_map("kwb")}
    for dimension_id in ("sex", "age", "origin", "household", "education", "sector"):
        assert {f"{dimension_id}:{category.id}" for category in dimension(dimension_id).categories} <= names


def test_a_column_may_be_the_sum_of_two_as_in_2026():
    found = resolved(kwb(2026))[0]
    assert found["age:65+"] == ("k_65JaarTot80Jaar_12", "k_80JaarOfOuder_13")
    assert (found["households"], found["household:single"]) == (
        ("HuishoudensTotaal_30",),
        ("Eenpersoonshuishoudens_31",),
    )


def test_half_of_a_sum_is_not_the_whole():
    assert "age:65+" not in resolved(kwb(2026).dropping("k_80JaarOfOuder_13"))[0]


def test_keys_of_2021_have_other_names_and_no_origin():
    found = resolved(kwb(2021))[0]
    assert found["education:hbo_wo"] == ("OpleidingsniveauHoog_66",)
    assert found["urbanity"] == ("MateVanStedelijkheid_116",)
    assert not [name for name in found if name.startswith(("origin", "born"))]


def test_letters_of_another_edition_of_the_sbi_make_no_difference():
    rows = [{"ID": 1, "Key": "HKVervoerInformatieEnCommunicatie_99", "Position": 1}]
    assert resolve(rows, column_map("kwb"))[0] == {"sector:H+J": ("HKVervoerInformatieEnCommunicatie_99",)}


def test_measures_of_the_newer_service_are_found_by_identifier_or_by_title():
    codes = [{"Identifier": "T001036", "Title": "Aantal inwoners"}, {"Identifier": "90001", "Title": "65 tot 80 jaar "},
             {"Identifier": "90002", "Title": "80 jaar of ouder"}]  # fmt: skip
    found, lacking = measures(codes, column_map("kwb")[1:])
    assert found == {"inhabitants": ("T001036",), "age:65+": ("90001", "90002")}
    assert lacking == ("Gemeentenaam",)
