"""Boundaries: pulled in pages, through faults, kept whole, published once."""

from __future__ import annotations

import asyncio
import copy
import json
from functools import partial

import geopandas as gpd
import pytest
import shapely
from httpx import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from regional.geo import boundaries
from regional.geo.boundaries import pull_boundaries
from regional.geo.geometry import load_geometry
from regional.geo.topology import read_topology
from regional.texts import texts
from regional.web.boundaries import boundaries_route
from tests.servers.pdok import pdok_server

FAULTS = ["500", "html", "reset", "truncated", "hang", "no_features"]


@pytest.fixture
def pdok(features, monkeypatch):
    with pdok_server(features, page_size=max(5, len(features) // 4)) as server:
        monkeypatch.setenv("PDOK_URL", server.url)
        yield server


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.setenv("PARTNERSPIEGEL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "boundaries"


@pytest.fixture
def pull(codes):
    return partial(pull_boundaries, expected=codes, year=2025, wait=0.01, timeout=(1, 0.3))


@pytest.fixture
def load(folders):
    return load_geometry


@pytest.fixture
def shapes(folders, load):
    def read() -> gpd.GeoDataFrame:
        areas = load().areas
        polygons = [shapely.MultiPolygon([(shell, holes) for shell, *holes in parts]) for parts in areas.values()]
        return gpd.GeoDataFrame(geometry=polygons, index=list(areas), crs=4326)

    return read


def test_all_pages_are_followed_and_all_municipalities_kept(pdok, pull, shapes, codes):
    report = pull()
    assert (report.ok, report.municipalities) == (True, len(codes))
    assert set(shapes().index) == codes
    assert len(pdok.requests) > 1
    assert pdok.requests[0].startswith("/mirror/ogc/v1/collections/gemeente_gegeneraliseerd/items?")


def test_what_is_published_is_valid_small_and_turns_clockwise(pdok, pull, shapes):
    assert pull().size < 250_000
    frame = shapes()
    assert frame.is_valid.all()
    rings = frame.geometry.explode().exterior
    assert not shapely.is_ccw(rings.to_numpy()).any()


def test_simplified_shapes_lie_where_the_municipalities_lie(pdok, pull, shapes, features):
    pull()
    true = gpd.GeoDataFrame.from_features(features, crs=4326).set_index("statcode").to_crs(28992)
    ours = shapes().to_crs(28992).loc[true.index]
    assert (ours.area / true.area).between(0.9, 1.1).all()
    assert ours.intersection(true).area.div(true.area).min() > 0.9


def test_every_label_point_lies_in_its_own_shape(pdok, pull, shapes, load):
    pull()
    places = load().places
    assert all(
        shape.buffer(0.001).covers(shapely.Point(places[c].lon, places[c].lat))
        for c, shape in shapes().geometry.items()
    )


def test_progress_is_told_page_by_page(pdok, pull, codes):
    told = []
    pull(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(codes), len(codes))
    assert len(told) == len(pdok.requests)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_passing_fault_is_tried_again(pdok, pull, fault):
    pdok.faults = [fault, fault]
    assert pull().ok


@pytest.mark.parametrize("fault", [*FAULTS, "404", "endless"])
def test_a_lasting_fault_is_told_and_leaves_our_own_outlines(pdok, pull, load, fault):
    pdok.faults, pdok.always = [fault], True
    report = pull()
    assert not report.ok
    assert "PDOK" in texts("nl")(report.problem)
    assert load().kind == "outlines"


def test_a_refusal_is_not_tried_again(pdok, pull):
    pdok.faults, pdok.always = ["404"], True
    pull()
    assert len(pdok.requests) == len(set(pdok.requests))


def test_a_lasting_fault_leaves_the_last_good_copy(pdok, pull, load):
    pull()
    before = load()
    pdok.faults, pdok.always = ["html"], True
    assert not pull().ok
    assert load() == before


def test_a_missing_municipality_is_told_by_its_code(pdok, pull, load):
    gone = pdok.features.pop()["properties"]["statcode"]
    report = pull()
    assert gone in texts("nl")(report.problem)
    assert "ontbreekt 1 gemeente" in texts("nl")(report.problem)
    assert load().kind == "outlines"


def test_shapes_without_geometry_count_as_missing(pdok, pull):
    pdok.features[3] = {**pdok.features[3], "geometry": None}
    assert not pull().ok


def test_metres_instead_of_degrees_are_refused(pdok, pull, features):
    frame = gpd.GeoDataFrame.from_features(features, crs=4326).to_crs(28992)
    pdok.features = json.loads(frame.to_json())["features"]
    assert "lengte- en breedtegraden" in texts("nl")(pull().problem)


def test_a_shape_that_crosses_itself_is_mended(pdok, pull, shapes):
    feature = copy.deepcopy(pdok.features[0])
    lon, lat = 6.0, 52.0
    bow = [[lon, lat], [lon + 0.1, lat + 0.1], [lon + 0.1, lat], [lon, lat + 0.1], [lon, lat]]
    feature["geometry"] = {"type": "Polygon", "coordinates": [bow]}
    pdok.features[0] = feature
    assert pull().ok
    assert shapes().is_valid.all()


def test_cancelling_stops_before_the_next_page(pdok, pull, load):
    report = pull(cancelled=lambda: len(pdok.requests) >= 1)
    assert (report.ok, report.cancelled, len(pdok.requests)) == (False, True, 1)
    assert load().kind == "outlines"


def test_a_folder_that_cannot_be_written_is_told(pdok, pull, folders, tmp_path):
    folders.parent.write_text("a file where the folder should be", encoding="utf-8")
    report = pull()
    assert not report.ok
    assert "bewaard" in texts("nl")(report.problem)


@pytest.mark.parametrize("spoil", ["shapes", "sidecar", "half", "empty", "gone", "list"])
def test_a_damaged_cache_gives_our_own_outlines(pdok, pull, load, folders, spoil):
    pull()
    shapes_file, sidecar = next(folders.glob("[0-9a-f]*.json")), folders / "current.json"
    whole = sidecar.read_text(encoding="utf-8")
    if spoil == "shapes":
        shapes_file.write_bytes(shapes_file.read_bytes()[:-20])
    elif spoil == "gone":
        shapes_file.unlink()
    else:
        sidecar.write_text({"sidecar": "{}", "half": whole[:90], "empty": "", "list": "[1]"}[spoil], encoding="utf-8")
    assert load().kind == "outlines"


def test_a_pull_mends_a_damaged_cache(pdok, pull, load, folders):
    pull()
    (folders / "current.json").write_text("{", encoding="utf-8")
    assert load().kind == "outlines"
    pull()
    assert load().kind == "boundaries"


def test_the_browser_fetches_an_address_that_changes_with_the_content(pdok, pull, load):
    pull()
    first = load().folder
    assert first.startswith("kaart/")
    pdok.features[0], kept = pdok.features[1] | {"properties": pdok.features[0]["properties"]}, pdok.features[0]
    pull()
    assert load().folder != first
    pdok.features[0] = kept
    pull()
    assert load().folder == first


def asked(*paths: str) -> list[Response]:
    """Ask a server that stands below /base."""

    async def ask() -> list[Response]:
        app = ASGITransport(Starlette(routes=[boundaries_route("/base/")]))
        async with AsyncClient(transport=app, base_url="http://here") as client:
            return [await client.get(f"/base/{path}/world_50m.json") for path in paths]

    return asyncio.run(ask())


def test_the_server_gives_out_the_boundaries_to_be_kept_for_good_and_nothing_else(pdok, pull, load):
    pull()
    there, *others = asked(load().folder.rstrip("/"), "kaart/current", f"kaart/{'0' * 64}", "kaart/..%2F..%2Fx")
    assert (there.status_code, there.content) == (200, load().topology)
    assert "immutable" in there.headers["cache-control"]
    assert [answer.status_code for answer in others] == [404, 404, 404]


def test_the_footnote_names_source_year_and_licence(pdok, pull, load):
    pull()
    geometry = load()
    assert texts("nl")(geometry.source) == "Grenzen: CBS/Kadaster via PDOK, 2025 (CC BY 4.0)"
    assert geometry.retrieved is not None
    assert geometry.address.startswith(pdok.url)


def test_our_own_outlines_can_be_chosen_although_boundaries_are_there(pdok, pull, load):
    pull()
    assert load("outlines").kind == "outlines"


def test_loading_asks_nothing_of_the_network(pdok, pull, load):
    load()
    pull()
    asked = len(pdok.requests)
    load()
    assert len(pdok.requests) == asked


def test_large_shapes_are_made_coarser_until_they_fit(monkeypatch, features, codes):
    frame, _ = boundaries._checked(features, codes)
    fine = boundaries._small(frame)
    monkeypatch.setattr(boundaries, "MAX_BYTES", len(fine) - 1)
    coarse = boundaries._small(frame)
    assert set(read_topology(coarse)) == codes
    assert len(coarse) <= len(fine)


def test_a_thousand_a_page_refused_a_hundred_are_asked(pdok, pull):
    pdok.most = 100
    assert pull().ok
    assert "limit=1000" in pdok.requests[0]
    assert "limit=100" in pdok.requests[1]


@pytest.mark.parametrize("fault", FAULTS)
def test_where_features_fail_for_good_the_second_way_serves_and_is_told(pdok, pull, load, codes, fault):
    pdok.ogc_fault = fault
    report = pull()
    assert (report.ok, report.municipalities) == (True, len(codes))
    assert "WFS" in texts("nl")(report.notes[0])
    assert "srsName=EPSG:4326" in load().address


def test_latitude_before_longitude_is_turned(pdok, pull, shapes):
    pdok.ogc_fault, pdok.turned = "404", True
    assert pull().ok
    assert shapes().total_bounds[0] < 8


def test_where_a_year_is_lacking_the_year_before_serves_and_is_told(pdok, pull, load):
    pdok.years = {2026}
    report = pull(year=2027)
    assert (report.ok, report.year, load().year) == (True, 2026, 2026)
    assert "nog geen grenzen van 2027" in texts("nl")(report.notes[0])


def test_a_year_that_is_down_is_not_taken_for_lacking(pdok, pull):
    pdok.faults, pdok.always = ["500"], True
    assert not pull(year=2027).ok
    assert not any("2026" in address for address in pdok.requests)


def test_a_municipality_that_we_have_no_figures_for_is_told(pdok, pull):
    strange = copy.deepcopy(pdok.features[0])
    strange["properties"]["statcode"] = "GM9999"
    pdok.features.append(strange)
    report = pull()
    assert report.ok
    assert "GM9999" in texts("nl")(report.notes[0])


def test_all_missing_municipalities_are_told_by_name(pdok, pull, figures):
    gone = [pdok.features.pop()["properties"]["statcode"] for _ in range(5)]
    told = texts("nl")(pull().problem)
    assert all(f"{figures.municipalities.at[code, 'name']} {code}" in told for code in gone)
