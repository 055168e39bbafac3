"""The circles: all there, none over another, true to numbers and near their place."""

from __future__ import annotations

import itertools
import json

import geopandas as gpd
import numpy as np
import pytest

from regional.geo.cartogram import make_cartogram
from regional.geo.geometry import CARTOGRAM, STATIC


@pytest.fixture(scope="module")
def committed() -> dict:
    return json.loads((STATIC / CARTOGRAM).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def circles(committed, figures) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame.from_features(committed["features"], crs=4326)
    frame.index = [f["id"] for f in committed["features"]]
    return frame.to_crs(3857).join(figures.municipalities[["inhabitants"]])


def test_the_committed_circles_are_what_the_figures_give(committed, figures):
    made = make_cartogram(figures)
    assert [f["id"] for f in made["features"]] == [f["id"] for f in committed["features"]]
    for ours, theirs in zip(made["features"], committed["features"], strict=True):
        a, b = (np.array(f["geometry"]["coordinates"][0]) for f in (ours, theirs))
        assert np.abs(a - b).max() < 0.0005, ours["id"]


def test_every_municipality_has_its_circle(circles, figures):
    assert sorted(circles.index) == sorted(figures.municipalities.index)


def test_no_two_circles_overlap(circles):
    pairs = circles.sindex.query(circles.geometry, predicate="intersects").T
    assert [p for p in pairs if p[0] != p[1]] == []


def test_area_on_the_map_is_in_proportion_to_inhabitants(circles):
    per_person = circles.area / circles["inhabitants"]
    big = circles["inhabitants"] > 10_000  # a small circle feels the rounding to 10 metres
    assert per_person[big].max() / per_person[big].min() < 1.03


def test_circles_are_round_on_the_map(circles):
    west, south, east, north = circles.bounds.to_numpy().T
    assert np.abs((east - west) / (north - south) - 1).max() < 0.05


def test_circles_stay_near_their_place(circles, figures):
    frame = figures.municipalities
    true = gpd.GeoSeries(gpd.points_from_xy(frame["lon"], frame["lat"], crs=4326), frame.index).to_crs(28992)
    moved = circles.to_crs(28992).centroid.distance(true.loc[circles.index]) / 1000
    assert moved.median() < 12
    assert moved.max() < 45


def test_west_stays_west_of_east_between_far_places(circles, figures):
    x = circles.centroid.x
    places = {"GM0928": "Kerkrade", "GM0363": "Amsterdam", "GM0014": "Groningen", "GM0664": "Goes"}
    for a, b in itertools.combinations(places, 2):
        lon = figures.municipalities["lon"]
        assert (x[a] < x[b]) == (lon[a] < lon[b])


def test_rings_turn_clockwise_as_plotly_wants_them(circles):
    assert not any(shape.exterior.is_ccw for shape in circles.geometry)
