"""The map: small, marks and names apart, said in words, and clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from regional.cbs.profile import profile
from regional.charts.dots import Dot, partner_dots
from regional.charts.labels import PHONE, border, pale, shade, stretch, text_box
from regional.charts.map import clicked_code, map_chart, map_config, region_map
from regional.charts.map_words import lonely_sentence, map_alt, map_sentence, map_source, map_title
from regional.charts.scene import MANY, OPEN, STAR, Scene, marks, placed_names
from regional.charts.theme import contrast, palette
from regional.geo.geometry import Geometry, load_geometry
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.mirror.reflect import reflect
from regional.partners.sample import load_sample
from regional.texts import texts
from tests.mirror.portfolios import portfolio

NL = texts("nl")
SPECS = [DEFAULT_SPEC, "GM0928", "CR39", "PV29", "NL", "GM0363~40km"]


@pytest.fixture(scope="module")
def outlines() -> Geometry:
    return load_geometry("outlines")


@pytest.fixture(scope="module")
def scene(figures, outlines):
    def made(spec=DEFAULT_SPEC, geometry=outlines, dots=(), home=""):
        return Scene(figures, parse_region(spec, figures), geometry, dots, home)

    return made


@pytest.fixture
def draw(scene):
    def drawn(spec=DEFAULT_SPEC, dark=False, **kwargs):
        return region_map(scene(spec, **kwargs), NL, palette(dark))

    return drawn


def some_dots(figures, spec, every=2):
    """Three partners at the middle of every second municipality, and one beside them."""
    frame = figures.municipalities
    codes = parse_region(spec, figures).codes[::every]
    points = [(code, *frame.loc[code, ["lon", "lat"]].astype(float)) for code in codes]
    return tuple(Dot(c, str(frame.at[c, "name"]), lon, lat, 3) for c, lon, lat in points)


def test_only_codes_and_values_are_sent_where_the_browser_fetches_the_shapes(draw, outlines):
    figure = draw()
    assert map_config(outlines)["topojsonURL"] == "app/static/outlines/"
    assert "geojson" not in figure.data[0].to_plotly_json()
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
def test_the_whole_region_is_on_the_map(draw, outlines, figures, spec):
    geo = draw(spec).layout.geo
    west, east = geo.lonaxis.range
    south, north = geo.lataxis.range
    for code in parse_region(spec, figures).codes:
        place = outlines.places[code]
        assert west <= place.west < place.east <= east
        assert south <= place.south < place.north <= north


def boxes(scene):
    """The pixels of all marks and of all names on a phone."""
    view = scene.view
    scale = PHONE / (view[2] - view[0])

    def pixels(lon, lat):
        return (lon - view[0]) * scale, (stretch(lat) - view[1]) * scale

    def mark(lon, lat, size):
        x, y = pixels(lon, lat)
        return x - size / 2, y - size / 2, x + size / 2, y + size / 2

    drawn, places = marks(scene, view), scene.geometry.places
    shown = [mark(d.lon, d.lat, d.size) for d in drawn.dots]
    shown += [mark(places[c].lon, places[c].lat, OPEN) for c in scene.marked]
    shown += [mark(*drawn.star, STAR)] if drawn.star else []
    spots = [spot for group in placed_names(scene, view) for spot in group]
    return shown, [text_box(pixels(s.lon, s.lat), s.name.text, s.position, s.gap) for s in spots]


def upon(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("with_dots", [False, True])
@pytest.mark.parametrize("spec", SPECS)
def test_no_name_lies_upon_another_or_upon_a_mark_or_over_the_edge(scene, figures, spec, with_dots):
    drawn = scene(spec, dots=some_dots(figures, spec) if with_dots else (), home="GM0928")
    shown, names = boxes(drawn)
    assert names or with_dots
    for at, name in enumerate(names):
        assert 0 <= name[0] < name[2] <= PHONE
        assert not any(upon(name, other) for other in [*names[at + 1 :], *shown])


def test_the_museum_is_a_star_with_its_name(draw):
    star = next(t for t in draw().data if t.type == "scattergeo" and t.marker.symbol == "star")
    assert list(star.customdata) == ["GM0928"]
    assert "Kerkrade" in draw().data[-2].text[0]


def test_all_seven_names_of_parkstad_fit(draw):
    assert len(draw().data[-2].text) == 7


def test_partners_are_dots_at_their_places_as_large_as_their_number(figures):
    sample = load_sample().portfolio
    dots = partner_dots(sample, figures)
    seated = sample.frame[(sample.frame["status"] == "active") & (sample.frame["place_status"] == "municipality")]
    assert sum(dot.n for dot in dots) == len(seated)
    assert [dot.n for dot in dots] == sorted((dot.n for dot in dots), reverse=True)
    assert Dot("GM0928", "x", 6, 51, 4).size == 2 * Dot("GM0928", "x", 6, 51, 1).size


def test_a_dot_stands_in_the_municipality_that_counts_in_the_mirror(figures):
    region = profile(figures, ("GM0917", "GM0928"), "Twee")
    rows = [
        {"municipality": "GM0917", "work_area": ("GM0928",)},
        {"work_area": ("GM0928",)},
        {"municipality": "GM0917"},
    ]
    partners = portfolio(rows)
    drawn = {dot.code: dot.n for dot in partner_dots(partners, figures)}
    counted = {group.id: group.count for group in reflect(partners, region).dimension("location").groups if group.count}
    assert drawn == counted == {"GM0928": 2, "GM0917": 1}


def test_by_kind_each_kind_has_a_shape_of_its_own_beside_the_others(figures, draw, scene):
    dots = partner_dots(load_sample().portfolio, figures, by_kind=True)
    assert {dot.kind for dot in dots} >= {"funder", "content", "supplier"}
    shown = next(t for t in draw(dots=dots).data[1:] if t.marker.color == palette().partners)
    assert set(shown.marker.symbol) == {"circle", "square", "diamond"}
    drawn = [(d.code, d.place, d.lon, d.lat) for d in marks(scene(dots=dots), (5.7, 50, 6.2, 51)).dots]
    assert len({(code, place) for code, place, *_ in drawn}) < len(set(drawn)) == len(drawn)


def test_municipalities_without_a_partner_are_marked_and_named(draw, scene, figures):
    dots = some_dots(figures, DEFAULT_SPEC)
    empty = parse_region(DEFAULT_SPEC, figures).codes[1::2]
    shown = next(t for t in draw(dots=dots).data if t.type == "scattergeo" and t.marker.symbol == "circle")
    assert set(shown.customdata) == set(empty) - {"GM0928"}  # the star
    told = lonely_sentence(scene(dots=dots), NL)[0]
    assert all(str(figures.municipalities.at[code, "name"]) in told for code in empty)
    assert lonely_sentence(scene(), NL) == []


def test_too_many_without_a_partner_are_paler_and_it_is_said(draw, scene, figures):
    dots = some_dots(figures, "NL", every=5)
    shapes = draw("NL", dots=dots).data[0]
    paler = {c for c, z in zip(shapes.locations, shapes.z, strict=True) if z == 0.5}
    assert len(paler) == 342 - len(dots) > MANY
    assert "lichter" in map_sentence(scene("NL", dots=dots), NL)


@pytest.mark.parametrize("spec", ["PV21", "PV26"])
def test_a_line_leads_to_a_name_that_stands_apart_and_crosses_no_other_name(scene, spec):
    drawn = scene(spec, dots=(Dot("GM0363", "Amsterdam", 4.9, 52.37, 1),), home="GM0928")
    view = drawn.view
    spots = [spot for group in placed_names(drawn, view) for spot in group]
    led = [spot for spot in spots if spot.line]
    assert led
    scale = PHONE / (view[2] - view[0])

    def pixels(lon, lat):
        return (lon - view[0]) * scale, (stretch(lat) - view[1]) * scale

    lines = {s.name.text: shapely.LineString([pixels(s.name.lon, s.name.lat), pixels(s.lon, s.lat)]) for s in led}
    for spot in spots:
        box = shapely.box(*text_box(pixels(spot.lon, spot.lat), spot.name.text, spot.position, spot.gap))
        assert not any(line.intersects(box) for text, line in lines.items() if text != spot.name.text)


@pytest.mark.parametrize("dark", [False, True])
def test_region_stands_out_from_its_surroundings_and_names_can_be_read(dark):
    colours = palette(dark)
    assert contrast(colours.region, pale(colours)) >= 3
    assert contrast(colours.paper, colours.region) >= 4.5
    assert contrast(colours.ink, pale(colours)) >= 4.5
    assert contrast(border(colours), colours.region) > 1.8
    assert min(contrast(shade(colours), c) for c in (colours.region, pale(colours), border(colours))) > 1.5
    assert contrast(colours.partners, colours.paper) >= 2.5


def test_a_region_that_the_boundaries_do_not_know_shows_the_country(draw, outlines):
    places = {c: p for c, p in outlines.places.items() if c != "GM0928"}
    figure = draw("GM0928", geometry=replace(outlines, places=places))
    assert figure.layout.geo.lonaxis.range[0] < 4


def test_what_ended_since_the_outlines_is_drawn_and_clicked_as_its_successor(figures, outlines):
    merged = replace(figures, municipalities=figures.municipalities.drop(index="GM1696"))
    scene = Scene(merged, parse_region("GM0402", merged), outlines, home="GM0402")
    shapes = region_map(scene, NL, palette()).data[0]
    at = list(shapes.locations).index("GM1696")
    assert (shapes.customdata[at], shapes.z[at]) == ("GM0402", 1)
    assert "Hilversum" in shapes.hovertext[at]
    assert scene.view[0] < outlines.places["GM1696"].west


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


def test_the_words_tell_what_the_map_tells(scene):
    alt = map_alt(scene(), NL)
    assert "256.180 inwoners" in alt
    assert "Heerlen (87.461)" in alt
    assert "ster" in map_sentence(scene(), NL)
    assert "ster" not in map_sentence(scene("NL"), NL)
    assert "bij benadering" in map_source(scene(), NL)
    assert map_source(scene(), NL).endswith("Inwoners: CBS, 85984NED, 2024")


def test_the_table_holds_every_municipality_of_the_region_by_size(scene, figures):
    chart = map_chart(scene(dots=some_dots(figures, DEFAULT_SPEC)), NL, palette())
    assert list(chart.table.columns) == ["Gemeente", "Inwoners", "Aandeel van de regio", "Onze partners"]
    assert list(chart.table.iloc[0])[:3] == ["Heerlen", "87.461", "34,1\xa0%"]
    assert len(chart.table) == 7
