"""The map: small, same figure for both kinds, said in words, and clicked."""

from __future__ import annotations

import json

import pytest

from regional.charts.labels import PHONE, pale, stretch
from regional.charts.map import (
    MAP_CONFIG,
    clicked_code,
    map_alt,
    map_chart,
    map_sentence,
    map_source,
    map_title,
    region_map,
)
from regional.charts.theme import contrast, palette
from regional.geo.geometry import STATIC, Geometry, load_geometry
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.texts import texts

NL = texts("nl")
SPECS = [DEFAULT_SPEC, "GM0928", "CR39", "PV29", "NL", "GM0363~40km"]


@pytest.fixture(scope="module")
def circles() -> Geometry:
    return load_geometry("cartogram")


@pytest.fixture
def draw(figures, circles):
    def drawn(spec=DEFAULT_SPEC, dark=False, geometry=circles, **kwargs):
        return region_map(figures, parse_region(spec, figures), geometry, NL, palette(dark), **kwargs)

    return drawn


def test_only_codes_and_values_are_sent_where_the_browser_fetches_the_shapes(draw):
    figure = draw()
    assert figure.data[0].geojson.startswith("app/static/cartogram/")
    assert len(figure.to_json()) < 60_000


def test_the_region_has_its_colour_and_the_rest_is_pale(draw, figures):
    shapes = draw("CR39").data[0]
    region = parse_region("CR39", figures)
    assert {c for c, z in zip(shapes.locations, shapes.z, strict=True) if z == 1} == set(region.codes)
    assert shapes.colorscale[-1][1] == "#12436D"
    assert len(shapes.locations) == 342


def test_every_shape_says_name_and_inhabitants(draw):
    shapes = draw().data[0]
    told = dict(zip(shapes.customdata, shapes.hovertext, strict=True))
    assert "<b>Kerkrade</b><br>45.311 inwoners" in told["GM0928"]
    assert "weg te halen" in told["GM0928"]
    assert "toe te voegen" in told["GM0363"]


@pytest.mark.parametrize("spec", SPECS)
def test_the_whole_region_is_on_the_map(draw, circles, figures, spec):
    geo = draw(spec).layout.geo
    west, east = geo.lonaxis.range
    south, north = geo.lataxis.range
    for code in parse_region(spec, figures).codes:
        place = circles.places[code]
        assert west <= place.west < place.east <= east
        assert south <= place.south < place.north <= north


@pytest.mark.parametrize("spec", SPECS)
def test_names_lie_apart_and_inside_the_map(draw, spec):
    figure = draw(spec)
    scale = PHONE / (figure.layout.geo.lonaxis.range[1] - figure.layout.geo.lonaxis.range[0])
    spots = [
        (lon * scale, stretch(lat) * scale, text, position)
        for trace in figure.data[1:]
        for lon, lat, text, position in zip(trace.lon, trace.lat, trace.text, trace.textposition, strict=True)
    ]
    assert len(spots) >= 1
    for i, (x, y, text, position) in enumerate(spots):
        same = [s for s in spots[i + 1 :] if s[3] == position]
        for x2, y2, text2, _ in same:
            assert abs(y - y2) >= 13 or abs(x - x2) >= 3 * (len(text) + len(text2))


def test_the_home_municipality_is_named_and_starred_first(draw):
    assert draw().data[1].text[0] == "★ Kerkrade"


def test_all_seven_names_of_parkstad_fit(draw):
    assert len(draw().data[1].text) == 7


@pytest.mark.parametrize("dark", [False, True])
def test_region_stands_out_from_its_surroundings_and_names_can_be_read(dark):
    colours = palette(dark)
    assert contrast(colours.region, pale(colours)) >= 3
    assert contrast(colours.paper, colours.region) >= 4.5
    assert contrast(colours.ink, pale(colours)) >= 4.5
    assert contrast(colours.muted, pale(colours)) >= 3


def test_values_colour_all_municipalities_and_outline_the_region(draw, figures):
    values = {str(code): 0.1 for code in figures.municipalities.index} | {"GM0928": 0.4}
    shapes = draw(values=values).data[0]
    assert max(shapes.z) == 0.4
    width = dict(zip(shapes.locations, shapes.marker.line.width, strict=True))
    assert width["GM0928"] > width["GM0363"]


def test_a_municipality_without_a_value_stays_in_the_list(draw):
    shapes = draw(values={"GM0928": 0.4}).data[0]
    assert len(shapes.locations) == len(shapes.z) == 342


def test_a_region_that_the_boundaries_do_not_know_shows_the_country(draw, circles):
    places = {c: p for c, p in circles.places.items() if c != "GM0928"}
    other = Geometry(circles.kind, circles.shapes, places, circles.source, circles.year)
    figure = draw("GM0928", geometry=other)
    assert figure.layout.geo.lonaxis.range[0] < 4


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ({"selection": {"points": [{"location": "GM0917", "customdata": "GM0917"}]}}, "GM0917"),
        ({"selection": {"points": [{"customdata": ["GM0917"]}]}}, "GM0917"),
        ({"selection": {"points": [{"text": "a name"}, {"location": "GM0899"}]}}, "GM0899"),
        ({"selection": {"points": []}}, None),
        ({"selection": {"points": [{"location": "<b>"}]}}, None),
        ({}, None),
        (None, None),
    ],
)
def test_a_click_is_read_from_the_selection(event, code):
    assert clicked_code(event) == code


def test_the_title_says_what_the_map_shows(figures):
    assert map_title(parse_region(DEFAULT_SPEC, figures), NL) == "Parkstad Limburg: 7 gemeenten"
    assert map_title(parse_region("GM0928", figures), NL) == "Kerkrade"


def test_the_words_tell_what_the_map_tells(figures, circles):
    region = parse_region(DEFAULT_SPEC, figures)
    alt = map_alt(figures, region, circles, NL)
    assert "256.180 inwoners" in alt
    assert "Heerlen (87.461)" in alt
    assert "hoe groter de cirkel, hoe meer inwoners" in map_sentence(region, circles, NL)
    assert "ster" in map_sentence(region, circles, NL)
    assert "ster" not in map_sentence(parse_region("NL", figures), circles, NL)
    assert map_source(figures, circles, NL).endswith("Inwoners: CBS, 85984NED, 2024")


def test_plotly_finds_an_empty_base_map_of_our_own():
    folder = STATIC / MAP_CONFIG["topojsonURL"].removeprefix("app/static/")
    base = json.loads((folder / "world_110m.json").read_text(encoding="utf-8"))
    assert base["type"] == "Topology"
    assert base["arcs"] == []


def test_the_table_holds_every_municipality_of_the_region_by_size(figures, circles):
    chart = map_chart(figures, parse_region(DEFAULT_SPEC, figures), circles, NL, palette())
    assert list(chart.table.columns) == ["Gemeente", "Inwoners", "Aandeel van de regio"]
    assert list(chart.table.iloc[0]) == ["Heerlen", "87.461", "34,1\xa0%"]
    assert len(chart.table) == 7
