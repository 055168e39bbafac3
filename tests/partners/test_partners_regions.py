"""Regions by what people type: names in any spelling, other languages, places, distances."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional.cbs.snapshot import load_snapshot
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.partners.places.regions import MOST, find_regions

FIGURES = load_snapshot()


@pytest.mark.parametrize(
    ("typed", "spec"),
    [
        ("Leeuwarden", "GM0080"),
        ("  leeuwarden. ", "GM0080"),
        ("Ljouwert", "GM0080"),
        ("Friesland", "PV21"),
        ("Fryslan", "PV21"),
        ("Fryslân", "PV21"),
        ("provincie Friesland", "PV21"),
        ("Parkstad", DEFAULT_SPEC),
        ("regio Parkstad", DEFAULT_SPEC),
        ("Zuid-Limburg", "CR39"),
        ("zuid limburg", "CR39"),
        ("Achterhoek", "CR14"),
        ("'t Gooi", "CR24"),
        ("Brabant", "PV30"),
        ("The Hague", "GM0518"),
        ("Den Bosch", "GM0796"),
        ("Hoensbroek", "GM0917"),
        ("Súdwest", "GM1900"),
        ("6411", "GM0917"),
        ("CR39", "CR39"),
        ("gm0928~25KM", "GM0928~25km"),
        ("Nederland", "NL"),
        ("Heerlen, Kerkrade en Landgraaf", "GM0882,GM0917,GM0928"),
        ("alles binnen 25 km van Heerlen", "GM0917~25km"),
        ("alle gemeenten in een straal van 25 kilometer rond Den Haag", "GM0518~25km"),
        ("within 25 km of Groningen", "GM0014~25km"),
        ("Kerkrade 15km", "GM0928~15km"),
    ],
)
def test_a_name_finds_its_region(typed, spec):
    found = find_regions(typed, FIGURES)
    assert (found.specs[0], found.is_sure) == (spec, True)


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("Utrecht", {"PV26", "GM0344"}),
        ("Haren", {"GM0828", "GM0014"}),
        ("Leeuwaarden", {"GM0080"}),
        ("25 km rond Bergen", {"GM0373~25km", "GM0893~25km"}),
    ],
)
def test_what_is_not_sure_is_offered_and_not_taken(typed, among):
    found = find_regions(typed, FIGURES)
    assert not found.is_sure
    assert among <= set(found.specs)


@pytest.mark.parametrize(
    "typed", ["", "x", "xyzzy", "binnen 999 km van Heerlen", "0 km van Heerlen", "25 km", "~", "GM9999"]
)
def test_what_means_nothing_finds_nothing(typed):
    assert find_regions(typed, FIGURES).specs == ()


def test_a_place_is_told_apart_from_its_municipality():
    assert find_regions("Loosdrecht", FIGURES).place == "Loosdrecht"
    assert find_regions("Wijdemeren", FIGURES).place == ""


def test_every_municipality_and_area_is_found_by_its_official_name():
    names = {**FIGURES.names, **FIGURES.areas["name"].to_dict()}
    lost = [name for code, name in names.items() if not _finds(name, str(code))]
    assert not lost


def _finds(name, code):
    specs = find_regions(name, FIGURES).specs
    return code in specs or parse_region(code, FIGURES).spec in specs


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_whatever_is_typed_gives_regions_that_exist(typed):
    found = find_regions(typed, FIGURES)
    assert len(found.specs) <= MOST
    assert all(parse_region(spec, FIGURES).spec == spec for spec in found.specs)
