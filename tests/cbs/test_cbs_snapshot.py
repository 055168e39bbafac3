"""The embedded figures: right, honest about precision, and quick."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional.cbs.figures import Origin
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot, places, rounding
from regional.dimensions import DIMENSIONS
from regional.dimensions import dimension as dimension_of
from regional.geo.regions import parse_region, region_options
from tests.cbs.conftest import PARKSTAD

FIGURES = load_snapshot()
_SPEC = importlib.util.spec_from_file_location(
    "build_snapshot", Path(__file__).parents[2] / "data" / "build_snapshot.py"
)
build_snapshot = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(build_snapshot)


def test_the_country_has_the_official_number_of_inhabitants():
    assert len(FIGURES.municipalities) == 342
    assert FIGURES.municipalities["inhabitants"].sum() == 17_942_942


def test_parkstad_and_kerkrade_have_theirs():
    inhabitants = FIGURES.municipalities["inhabitants"]
    assert inhabitants["GM0928"] == 45_311
    assert inhabitants[PARKSTAD].sum() == 256_180


def test_women_and_men_are_all_inhabitants_everywhere():
    assert (FIGURES.counts["sex"].sum(axis=1) == FIGURES.municipalities["inhabitants"]).all()


@pytest.mark.parametrize("dimension", ["age", "birth_origin", "income"])
def test_percentages_were_made_to_add_up_to_the_inhabitants(dimension):
    off = FIGURES.counts[dimension].sum(axis=1) - FIGURES.municipalities["inhabitants"]
    assert off.abs().max() < 0.05


def test_education_counts_people_of_15_to_75_and_not_all_inhabitants():
    people = FIGURES.counts["education"].sum(axis=1)
    age = FIGURES.counts["age"]
    from_15_to_65 = age[["15-25", "25-45", "45-65"]].sum(axis=1)
    assert (people > from_15_to_65).all()
    assert (people < from_15_to_65 + age["65+"]).all()


@pytest.mark.parametrize(
    ("year", "parkstad", "country"),
    [
        (2022, [188_906, 40_536, 26_197], [12_938_881, 1_470_180, 3_087_607]),
        (2023, [187_962, 41_128, 27_276], [12_978_154, 1_617_454, 3_215_683]),
        (2024, [186_631, 41_293, 28_256], [12_941_748, 1_677_093, 3_324_101]),
        (2025, [185_203, 41_460, 29_399], [12_902_189, 1_712_005, 3_429_833]),
    ],
)
def test_origin_is_exact_to_the_person_in_every_year(year, parkstad, country):
    counts = FIGURES.history["origin"][year]
    assert counts.loc[PARKSTAD].sum().tolist() == parkstad
    assert counts.sum().tolist() == country
    inhabitants = FIGURES.history["inhabitants"][year]["inhabitants"]
    pd.testing.assert_series_equal(counts.sum(axis=1), inhabitants.fillna(0.0), check_names=False)


def test_the_newest_origin_is_the_one_on_screen():
    pd.testing.assert_frame_equal(FIGURES.counts["origin"], FIGURES.history["origin"][2025], check_dtype=False)
    assert FIGURES.provenance["origin"].precision == 0.0
    assert profile(FIGURES, PARKSTAD, "Parkstad").compositions["origin"].provenance.precision == 0.0


SOURCES_OF_ALL = Path(__file__).parents[3] / "shared" / "figures"


@pytest.mark.skipif(not SOURCES_OF_ALL.exists(), reason="the figures as gathered are not here")
def test_every_municipality_and_area_is_its_source_to_the_person():
    origin = pd.read_csv(SOURCES_OF_ALL / "origin_85458NED.csv").query("year == 2025").set_index("code")
    people = pd.read_csv(SOURCES_OF_ALL / "gemeenten.csv").set_index("code")
    every = FIGURES.municipalities.index
    of = {
        "origin": origin.loc[every, ["origin_netherlands", "origin_europe", "origin_outside_europe"]],
        "sex": people.loc[every, ["vrouwen", "mannen"]],
    }
    assert FIGURES.municipalities["inhabitants"].tolist() == people.loc[every, "inwoners"].tolist()
    for theme, source in of.items():
        assert FIGURES.counts[theme].to_numpy().tolist() == source.to_numpy().tolist()
    areas = [spec for spec, _ in region_options(FIGURES) if not spec.startswith("GM")]
    assert len(areas) >= 50
    for spec in areas:
        codes = list(parse_region(spec, FIGURES).codes)
        region = profile(FIGURES, codes, spec)
        for theme, source in of.items():
            assert list(region.compositions[theme].counts.values()) == source.loc[codes].sum().tolist(), (spec, theme)


CELLS = pd.read_csv(Path(__file__).parent / "source_rows.csv", index_col="code")
"""Forty municipalities chosen at random, as CBS published them (KWB 2024 and 2021; 85458NED 2024 and 2025)."""
AGES = [f"leeftijd_{part}_pct" for part in ("0_15", "15_25", "25_45", "45_65", "65_plus")]
SOURCES = {
    "sex": ["vrouwen", "mannen"],
    "age": AGES,
    "household": ["hh_eenpersoons_pct", "hh_zonder_kinderen_pct", "hh_met_kinderen_pct"],
    "sector": ["sbi_a", "sbi_b_f", "sbi_g_i", "sbi_h_j", "sbi_k_l", "sbi_m_n", "sbi_o_q", "sbi_r_u"],
    "origin": ["origin_netherlands_2025", "origin_europe_2025", "origin_outside_europe_2025"],
    "income": ["inkomen_laagste40_pct_2021", "", "inkomen_hoogste20_pct_2021"],
}


@pytest.mark.parametrize(("code", "nth"), [(code, i) for i, code in enumerate(CELLS.index)])
def test_a_random_cell_is_what_its_source_says(code, nth):
    row, dimension = CELLS.loc[code], list(SOURCES)[nth % len(SOURCES)]
    categories = [category.id for category in dimension_of(dimension).categories]
    at = nth % len(categories)
    found, source = FIGURES.counts[dimension].loc[code, categories[at]], SOURCES[dimension]
    if dimension in ("sex", "sector", "origin"):
        assert found == row[source[at]]
    elif dimension == "income":
        low, high = row[source[0]], row[source[2]]
        assert found == pytest.approx([low, 100 - low - high, high][at] * row["inwoners"] / 100, abs=0.01)
    else:
        base = row["inwoners" if dimension == "age" else "huishoudens"]
        share = row[source[at]] + (100 - row[source].sum()) / len(source)
        assert found == pytest.approx(share * base / 100, abs=0.01)
        assert abs(found / base - row[source[at]] / 100) <= 0.005 + 1e-6


@pytest.mark.parametrize("code", CELLS.index)
def test_origin_with_country_of_birth_agrees_with_everything_that_was_published(code):
    row, found = CELLS.loc[code], FIGURES.counts["birth_origin"].loc[code]
    exact = [row["origin_netherlands_2024"], row["nl_outside_2024"], row["abroad_outside_2024"]]
    assert found[["nl_nl", "nl_outside", "abroad_outside"]].tolist() == exact
    assert found["nl_europe"] + found["abroad_europe"] == pytest.approx(row["origin_europe_2024"])
    for category, column in (("nl_europe", "geb_nl"), ("abroad_europe", "geb_buitenland")):
        published = row[f"{column}_herkomst_europa_pct"] / 100
        assert abs(found[category] / row["inhabitants_2024"] - published) <= 0.005 + 1e-6
    assert found["abroad_europe"] + found["abroad_outside"] <= row["born_abroad_2024"] + 1e-6


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=8).filter(lambda counts: sum(counts) > 0))
@settings(max_examples=60)
def test_the_half_width_holds_whatever_the_true_counts_are(counts):
    true = pd.DataFrame([counts], index=["GM0001"], dtype=float)
    base = true.sum(axis=1)
    made, off = build_snapshot.spread((true.div(base, axis=0) * 100 + 1e-9).round(), base)
    assert made.sum(axis=1).iloc[0] == pytest.approx(base.iloc[0])
    assert (made - true).abs().max(axis=1).iloc[0] <= off.iloc[0] + 1e-6 * base.iloc[0]


@given(st.lists(st.lists(st.integers(0, 400), min_size=4, max_size=4).filter(any), min_size=1, max_size=5))
@settings(max_examples=60)
def test_the_half_width_of_counts_rounded_to_five_holds_for_every_region(rows):
    true = pd.DataFrame(rows, dtype=float) + 30
    published = (true / 5).round() * 5
    off = rounding(published).sum() / published.sum().sum()
    shares, real = published.sum() / published.sum().sum(), true.sum() / true.sum().sum()
    assert (shares - real).abs().max() <= off * 1.15  # the base is rounded as well, which is of second order


def test_shares_of_a_region_are_known_to_what_its_municipalities_are():
    age = profile(FIGURES, PARKSTAD, "Parkstad").compositions["age"]
    base = FIGURES.municipalities.loc[PARKSTAD, "inhabitants"]
    assert age.provenance.precision == pytest.approx(FIGURES.margins["age"][PARKSTAD].sum() / base.sum())
    assert 0.005 <= age.provenance.precision <= 0.007


def test_a_count_is_shown_no_finer_than_it_is_known():
    found = profile(FIGURES, ["GM0928"], "Kerkrade").compositions
    assert found["sex"].number("women") == 22_617
    assert found["age"].number("65+") % 500 == 0


def test_categories_are_those_of_the_registry():
    for entry in DIMENSIONS:
        if entry.id in FIGURES.counts:
            assert set(FIGURES.counts[entry.id].columns) == {c.id for c in entry.categories}


def test_the_country_is_known_to_what_was_published_of_it():
    precision = {name: source.precision for name, source in FIGURES.provenance.items()}
    assert precision["sex"] == precision["origin"] == precision["location"] == 0.0
    assert 0 < precision["birth_origin"] < precision["household"] <= 0.005 <= precision["age"] < 0.006
    assert 0 < precision["sector"] < 0.002


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
