"""The embedded figures: right, honest about precision, and quick."""

import pytest

from regional.cbs.figures import Origin
from regional.cbs.snapshot import load_snapshot, places
from regional.dimensions import DIMENSIONS
from tests.cbs.conftest import PARKSTAD

FIGURES = load_snapshot()


def test_the_country_has_the_official_number_of_inhabitants():
    assert len(FIGURES.municipalities) == 342
    assert FIGURES.municipalities["inhabitants"].sum() == 17_942_942


def test_parkstad_and_kerkrade_have_theirs():
    inhabitants = FIGURES.municipalities["inhabitants"]
    assert inhabitants["GM0928"] == 45_311
    assert inhabitants[PARKSTAD].sum() == 256_180


def test_women_and_men_are_all_inhabitants_everywhere():
    assert (FIGURES.counts["sex"].sum(axis=1) == FIGURES.municipalities["inhabitants"]).all()


@pytest.mark.parametrize("dimension", ["age", "origin", "birth_origin", "education", "income"])
def test_percentages_were_made_to_add_up_to_the_inhabitants(dimension):
    off = FIGURES.counts[dimension].sum(axis=1) - FIGURES.municipalities["inhabitants"]
    assert off.abs().max() < 0.05


def test_categories_are_those_of_the_registry():
    for entry in DIMENSIONS:
        if entry.id in FIGURES.counts:
            assert set(FIGURES.counts[entry.id].columns) == {c.id for c in entry.categories}


def test_whole_percentages_are_known_to_half_a_point_and_counts_exactly():
    precision = {name: source.precision for name, source in FIGURES.provenance.items()}
    assert {name for name, p in precision.items() if p == 0.005} == {
        "age", "origin", "birth_origin", "household", "education", "income"}  # fmt: skip
    assert precision["sex"] == precision["sector"] == precision["location"] == 0.0


def test_only_the_figures_of_2021_are_approximate():
    approximate = {name: source.year for name, source in FIGURES.provenance.items() if source.approximate}
    assert approximate == {"education": 2021, "income": 2021}


def test_every_dimension_and_extra_says_where_it_is_from():
    assert set(FIGURES.counts) | {"location", "urbanity", "division"} == set(FIGURES.provenance)
    assert set(FIGURES.extras) <= set(FIGURES.municipalities.columns)
    assert all(source.origin is Origin.SNAPSHOT and source.table for source in FIGURES.provenance.values())


def test_coordinates_are_in_the_dutch_grid():
    frame = FIGURES.municipalities
    assert frame["x"].between(0, 300_000).all()
    assert frame["y"].between(300_000, 630_000).all()
    kerkrade = frame.loc["GM0928"]
    assert (kerkrade["x"], kerkrade["y"]) == (pytest.approx(202_000, abs=3_000), pytest.approx(319_500, abs=3_000))


def test_every_municipality_lies_in_a_known_corop_region_and_province():
    areas = FIGURES.areas
    assert (areas["kind"] == "corop").sum() == 40
    assert (areas["kind"] == "province").sum() == 12
    assert set(FIGURES.municipalities["corop"]) == set(areas.index[areas["kind"] == "corop"])
    assert set(FIGURES.municipalities["province"]) == set(areas.index[areas["kind"] == "province"])


def test_place_names_lead_to_municipalities_and_ambiguous_ones_to_several():
    frame = places()
    assert set(frame["code"]) <= set(FIGURES.municipalities.index)
    of = frame.groupby("name")["code"].nunique()
    assert (of > 1).sum() == 70
