"""The map on paper: what the one on screen shows, as vectors."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from regional.cbs.snapshot import load_snapshot
from regional.charts.dots import Dot
from regional.charts.scene import Scene, placed_names
from regional.charts.vector_map import map_svg
from regional.geo.geometry import load_geometry
from regional.geo.regions import DEFAULT_SPEC, parse_region

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def scene():
    def made(spec, *dots):
        figures = load_snapshot()
        return Scene(figures, parse_region(spec, figures), load_geometry("outlines"), dots, "GM0928")

    return made


def kinds(drawing, tag):
    return [shape.get("class", "") for shape in ElementTree.fromstring(drawing).iter(f"{SVG}{tag}")]


def test_region_surroundings_borders_dots_and_star_are_there_once(scene):
    drawn = map_svg(
        scene(DEFAULT_SPEC, Dot("GM0928", "Kerkrade", 6.06, 50.87, 2), Dot("GM0917", "Heerlen", 5.98, 50.88, 1))
    )
    assert {"pale", "region", "border-line"} <= set(kinds(drawn, "path"))
    assert kinds(drawn, "path").count("border-line") == 1
    assert kinds(drawn, "circle") == ["region paper-line"] * 5 + ["partners paper-line"] * 2
    assert len(kinds(drawn, "polygon")) == 1


@pytest.mark.parametrize("spec", [DEFAULT_SPEC, "PV29", "NL"])
def test_nothing_is_drawn_outside_the_sheet_and_it_stays_small(scene, spec):
    drawn = map_svg(scene(spec))
    width, height = (float(n) for n in re.search(r'viewBox="0 0 (\S+) (\S+)"', drawn).groups())
    for path in re.findall(r' d="([^"]+)"', drawn):
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path)]
        assert min(numbers[::2]) >= 0
        assert max(numbers[::2]) <= width
        assert min(numbers[1::2]) >= 0
        assert max(numbers[1::2]) <= height + 0.05
    assert len(drawn) < 250_000


def test_the_names_are_those_on_screen(scene):
    shown = scene("PV21")
    words = [text.text for text in ElementTree.fromstring(map_svg(shown)).iter(f"{SVG}text")]
    assert words == [spot.name.text for spots in placed_names(shown, shown.view) for spot in spots]
