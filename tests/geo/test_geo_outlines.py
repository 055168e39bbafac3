"""The outlines of our own computing: a Netherlands that everybody knows, without gaps, small."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from regional.cbs.snapshot import places
from regional.geo.geometry import STATIC, load_geometry
from regional.geo.topology import read_topology, write_topology

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "boundaries" / "gemeenten_2026.geojson"
FILE = STATIC / "outlines" / "world_110m.json"


def as_shapes(content: bytes) -> gpd.GeoSeries:
    areas = read_topology(content)
    shapes = [shapely.MultiPolygon([(shell, holes) for shell, *holes in parts]) for parts in areas.values()]
    return gpd.GeoSeries(shapes, index=list(areas), crs=4326)


@pytest.fixture(scope="module")
def outlines() -> gpd.GeoSeries:
    return as_shapes(FILE.read_bytes())


def computed_squares(monkeypatch) -> tuple[gpd.GeoSeries, gpd.GeoSeries]:
    """Four squares of our own, and what the script makes of a place in each and their areas."""
    sys.path.insert(0, str(ROOT / "data"))
    script = importlib.import_module("build_outlines")
    monkeypatch.setattr(script, "NEAREST", 8)
    monkeypatch.setattr(script, "BOX", (100_000, 400_000, 140_000, 440_000))
    corners = [(110_000, 410_000), (120_000, 410_000), (110_000, 420_000), (120_000, 420_000)]
    real = gpd.GeoSeries([shapely.box(x, y, x + 10_000, y + 10_000) for x, y in corners], list("ABCD"), crs=28992)
    middle = shapely.get_coordinates(real.centroid)
    owner = np.tile(np.arange(4), 2)
    facts = script.Facts(
        list("ABCD"), np.vstack([middle + 800, middle]), owner, middle, real.area.to_numpy(), real.union_all()
    )
    grid = script.make_grid(facts)
    return script.vectorise(script.smooth(script.assign(facts, grid)), facts), real


@pytest.fixture(scope="module")
def overlap(outlines):
    """Intersection over union with the real municipalities where they lie beside the checkout, else of squares."""
    if REAL.exists():
        ours, real = outlines.to_crs(28992), gpd.read_file(REAL).set_index("statcode").geometry.to_crs(28992)
        real = real.make_valid(method="structure", keep_collapsed=False).loc[ours.index]
    else:
        with pytest.MonkeyPatch.context() as monkeypatch:
            ours, real = computed_squares(monkeypatch)
    shared = ours.intersection(real).area
    return shared / (ours.area + real.area - shared)


def test_each_outline_lies_where_the_municipality_lies(overlap):
    assert overlap.median() >= 0.67
    assert overlap.quantile(0.1) >= 0.50
    assert overlap.min() >= 0.25


def test_the_script_finds_squares_from_a_place_and_an_area(monkeypatch):
    ours, real = computed_squares(monkeypatch)
    shared = ours.intersection(real).area
    assert (shared / (ours.area + real.area - shared)).min() > 0.8


def test_neighbours_share_their_borders_without_gaps(outlines):
    assert len(outlines) == 342
    assert outlines.is_valid.all()
    assert outlines.is_valid_coverage()
    country = outlines.union_all()
    assert not any(len(part.interiors) for part in shapely.get_parts(country))


def test_every_border_is_written_once_in_a_small_file():
    content = FILE.read_bytes()
    assert len(content) < 250_000
    arcs = json.loads(content)["arcs"]
    ends = [tuple(map(tuple, np.cumsum(arc, axis=0).tolist())) for arc in arcs]
    assert len({min(arc, arc[::-1]) for arc in ends}) == len(arcs)


def test_islands_stand_alone_where_they_are(outlines):
    for code, lon, lat in [
        ("GM0448", 4.8, 53.08),
        ("GM0093", 5.3, 53.4),
        ("GM0060", 5.78, 53.45),
        ("GM0088", 6.2, 53.48),
    ]:
        assert outlines[code].distance(shapely.Point(lon, lat)) < 0.05
        assert not outlines.drop(code).touches(outlines[code]).any()


def test_places_lie_in_their_own_municipality(outlines):
    frame = places()
    points = gpd.GeoSeries(gpd.points_from_xy(frame["lon"], frame["lat"]), crs=4326)
    assert outlines[frame["code"]].reset_index(drop=True).covers(points).mean() > 0.95


def test_outlines_say_that_they_are_approximate():
    from regional.texts import texts

    assert "bij benadering" in texts("nl")(load_geometry("outlines").source)


def test_what_is_written_is_read_again():
    squares = gpd.GeoSeries({"A": shapely.box(4, 51, 5, 52), "B": shapely.box(5, 51, 6, 52)}, crs=4326)
    again = as_shapes(write_topology(squares))
    assert again.geom_equals(squares).all()
