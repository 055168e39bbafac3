from pathlib import Path

import pytest

from regional.charts.theme import CHART_CONFIG, base_layout, contrast, palette
from regional.texts import texts

ROOT = Path(__file__).parents[2]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_light_uses_the_two_colours_of_the_design():
    assert (palette().region, palette().partners) == ("#12436D", "#F46A25")


@pytest.mark.parametrize("dark", [False, True])
def test_graphics_keep_three_to_one(dark):
    p = palette(dark)
    assert contrast(p.region, p.paper) >= 3
    assert contrast(p.partners, p.paper) >= 3
    assert contrast(p.muted, p.band) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_text_keeps_four_and_a_half_to_one(dark):
    p = palette(dark)
    assert contrast(p.ink, p.paper) >= 4.5
    assert contrast(p.muted, p.paper) >= 4.5
    assert contrast(p.ink, p.band) >= 4.5


def test_numbers_are_written_as_the_reader_writes_them():
    assert base_layout(palette(), texts("nl"))["separators"] == ",."
    assert base_layout(palette(), texts("en"))["separators"] == ".,"


def test_backgrounds_are_transparent():
    layout = base_layout(palette(dark=True), texts("nl"))
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"


def test_layouts_do_not_share_state():
    base_layout(palette(), texts("nl"))["margin"]["l"] = 99
    assert base_layout(palette(), texts("nl"))["margin"]["l"] == 8


def test_no_mode_bar():
    assert CHART_CONFIG["displayModeBar"] is False
    assert CHART_CONFIG["responsive"] is True


@pytest.mark.parametrize("sheet", ["publishing/board.css", "report/report.css"])
def test_what_leaves_the_museum_has_the_colours_of_the_app(sheet):
    rules = (ROOT / "regional" / sheet).read_text(encoding="utf-8")
    for dark in (False, True):
        for kind in ("region", "partners", "ink", "muted", "band"):
            assert f"{kind}: {getattr(palette(dark=dark), kind)};" in rules, (kind, dark)
