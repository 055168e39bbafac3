"""Regions as short strings: grammar, names, catchments, toggling."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regional.cbs.snapshot import load_snapshot
from regional.geo.regions import (
    DEFAULT_SPEC,
    RegionError,
    distance_km,
    parse_region,
    region_options,
    spec_of,
    toggle,
)
from regional.texts import Message, texts

FIGURES = load_snapshot()
CODES = sorted(FIGURES.municipalities.index)
AREAS = sorted(FIGURES.areas.index)
NL, EN = texts("nl"), texts("en")

gm = st.sampled_from(CODES)
part = st.one_of(gm, st.sampled_from(AREAS), st.just("NL"), st.builds("{}~{}km".format, gm, st.integers(1, 400)))
specs = st.lists(part, min_size=1, max_size=6).map(",".join)
plain = st.lists(st.one_of(gm, st.sampled_from(AREAS)), min_size=1, max_size=6).map(",".join)
often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def worded(name: Message | str, t=NL) -> str:
    return t(name) if isinstance(name, Message) else name


@often
@given(specs)
def test_the_canonical_spec_parses_to_the_same_region(spec):
    region = parse_region(spec, FIGURES)
    assert parse_region(region.spec, FIGURES) == region


@often
@given(specs, st.randoms())
def test_order_case_and_white_space_do_not_matter(spec, random):
    parts = spec.split(",")
    random.shuffle(parts)
    messy = " , ".join(p.lower() for p in [*parts, parts[0]])
    assert parse_region(messy, FIGURES) == parse_region(spec, FIGURES)


@often
@given(specs)
def test_a_region_holds_the_municipalities_of_all_its_parts(spec):
    expected = set()
    for one in spec.split(","):
        expected |= set(parse_region(one, FIGURES).codes)
    assert parse_region(spec, FIGURES).codes == tuple(sorted(expected))


@often
@given(plain, gm)
def test_toggling_twice_changes_nothing(spec, code):
    before = parse_region(spec, FIGURES)
    if before.codes != (code,):
        assert toggle(toggle(spec, code, FIGURES), code, FIGURES) == before.spec


@often
@given(specs, gm)
def test_toggling_adds_or_removes_exactly_one_municipality(spec, code):
    before = set(parse_region(spec, FIGURES).codes)
    after = set(parse_region(toggle(spec, code, FIGURES), FIGURES).codes)
    assert after == (before ^ {code} or before)


@often
@given(st.sets(gm, min_size=1))
def test_the_shortest_spec_means_exactly_the_chosen_codes(codes):
    spec = spec_of(codes, FIGURES)
    assert set(parse_region(spec, FIGURES).codes) == codes
    assert len(spec) <= len(",".join(codes))


def test_a_catchment_survives_adding_and_removing_another_municipality():
    added = toggle("GM0928~25km", "GM0363", FIGURES)
    assert toggle(added, "GM0363", FIGURES) == "GM0928~25km"


def test_the_country_without_one_municipality_still_fits_in_an_address():
    spec = toggle("NL", "GM0928", FIGURES)
    assert len(parse_region(spec, FIGURES).codes) == 341
    assert len(spec) < 250


def test_the_default_region_is_parkstad():
    region = parse_region(DEFAULT_SPEC, FIGURES)
    assert (region.spec, region.name, region.home) == (DEFAULT_SPEC, "Parkstad Limburg", "GM0928")
    assert FIGURES.municipalities.loc[list(region.codes), "inhabitants"].sum() == 256_180


@pytest.mark.parametrize(
    ("spec", "dutch"),
    [
        ("NL", "Nederland"),
        ("PV31", "Provincie Limburg"),
        ("CR39", "Zuid-Limburg"),
        ("GM0928", "Kerkrade"),
        ("GM0928~25km", "Binnen 25 km van Kerkrade"),
        ("GM0928,GM0917", "Heerlen en Kerkrade"),
        ("GM0363,GM0917,GM0928", "Amsterdam, Heerlen en Kerkrade"),
        ("GM0014,GM0363,GM0917,GM0928,GM0882", "Amsterdam en 4 andere gemeenten"),
        ("PV31,GM0363", "Provincie Limburg en Amsterdam"),
        ("PV31,PV20,GM0363,GM0034", "Provincie Groningen en 3 andere gebieden"),
    ],
)
def test_every_kind_of_region_has_a_name(spec, dutch):
    assert worded(parse_region(spec, FIGURES).name) == dutch


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        ("", "Choose at least one"),
        (" , ", "Choose at least one"),
        ("Kerkrade", "Codes look like GM0928"),
        ("GM9999", "no figures for GM9999"),
        ("CR99", "no figures for CR99"),
        ("GM0928~0km", "1 to 400 km"),
        ("GM0928~401km", "1 to 400 km"),
        ("GM0928~far", "1 to 400 km"),
        ("CR39~5km", "1 to 400 km"),
    ],
)
def test_a_wrong_spec_tells_what_is_wrong_and_how_to_mend_it(spec, told):
    with pytest.raises(RegionError) as caught:
        parse_region(spec, FIGURES)
    assert told in EN(caught.value.message)
    assert NL(caught.value.message) != EN(caught.value.message)


@pytest.mark.parametrize(
    ("spec", "followed", "told"),
    [
        ("GM0951", "GM1954", "Nuth hoort sinds 1 januari 2019 bij Beekdaelen."),
        ("GM0951~10km", "GM1954~10km", "Nuth hoort sinds 1 januari 2019 bij Beekdaelen."),
        ("GM0928,GM0951,GM1954", "GM0928,GM1954", "Nuth hoort sinds 1 januari 2019 bij Beekdaelen."),
    ],
)
def test_a_municipality_that_ended_is_followed_and_told(spec, followed, told):
    region = parse_region(spec, FIGURES)
    assert region.spec == followed
    assert [worded(message) for message in region.moved] == [told]
    assert parse_region(followed, FIGURES).moved == ()


def test_a_planned_merger_is_followed_once_the_figures_no_longer_hold_it():
    later = replace(FIGURES, municipalities=FIGURES.municipalities.drop("GM1696"))
    region = parse_region("GM1696,GM0406", later)
    assert region.codes == ("GM0402", "GM0406")
    assert [worded(message) for message in region.moved] == ["Wijdemeren hoort sinds 1 januari 2027 bij Hilversum."]
    assert parse_region("GM1696", FIGURES).moved == ()


@pytest.mark.parametrize("home", ["GM0928", "GM0060", "GM0363"])
def test_a_catchment_is_what_geopandas_finds_within_the_distance(home):
    frame = FIGURES.municipalities
    points = gpd.GeoSeries(gpd.points_from_xy(frame["lon"], frame["lat"], crs=4326), frame.index).to_crs(28992)
    distance = points.distance(points[home]) / 1000
    assert abs(distance_km(FIGURES, home) - distance).max() < 0.01
    inside = tuple(sorted(distance.index[distance <= 25]))
    assert parse_region(f"{home}~25km", FIGURES).codes == inside


def test_the_choices_begin_with_the_default_and_the_country_and_hold_every_municipality():
    options = region_options(FIGURES)
    labels = [worded(label) for _, label in options]
    assert options[0] == (DEFAULT_SPEC, "Parkstad Limburg")
    assert labels[1] == "Nederland"
    assert set(FIGURES.municipalities.index) <= {spec for spec, _ in options}
    assert labels.index("Provincie Fryslân (Friesland)") < labels.index("COROP-gebied Noord-Friesland")
    assert labels.index("Provincie Limburg") < labels.index("COROP-gebied Zuid-Limburg")
    assert len(set(labels)) == len(labels) > 45


def test_every_choice_is_its_own_canonical_spec():
    assert all(parse_region(spec, FIGURES).spec == spec for spec, _ in region_options(FIGURES))
