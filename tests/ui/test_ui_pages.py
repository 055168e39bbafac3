"""Each page through AppTest: it opens on its own, and says true things about what it shows."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from regional.ui.region.members import ticked_codes
from regional.ui.router import MENU

ROOT = Path(__file__).parents[2]
PAGES = tuple(name for name, *_ in MENU)


def opened(page="overzicht", **query):
    test = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    for key, value in query.items():
        test.query_params[key] = value
    if page != "overzicht":
        test.switch_page(f"pages/{page}.py")
    return test.run()


def words(test):
    return "\n".join(str(element.value) for element in [*test.title, *test.markdown, *test.caption, *test.info])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "fiction", "source"), [("nl", "verzonnen museum", "Bron: CBS"),
                                                             ("en", "does not exist", "Source: CBS")])  # fmt: skip
def test_page_opens_whole_names_its_source_and_says_that_the_sample_is_fictitious(page, language, fiction, source):
    test = opened(page, taal=language)
    assert not test.exception
    assert test.title
    assert any(fiction in info.value for info in test.info)
    assert any(source in caption.value for caption in test.caption)


def test_default_region_is_parkstad():
    assert "Parkstad Limburg\\: 256.180 inwoners" in words(opened())


def test_region_of_the_address_is_shown():
    assert "45.311 inwoners" in words(opened(region="GM0928"))


def test_an_unknown_region_in_the_address_is_told_and_the_default_shown():
    test = opened(region="GM9999")
    assert any("GM9999" in warning.value for warning in test.warning)
    assert "256.180 inwoners" in words(test)


def test_an_unknown_code_in_the_address_falls_back_to_the_default():
    assert opened(weight="nonsense").selectbox(key="weight_pick").value == "count"


def test_language_of_the_address_is_spoken():
    assert opened(taal="en").title[0].value == "Whom do we work with, and who lives around us?"


def test_english_numbers_are_written_the_english_way():
    assert "256,180 inhabitants" in words(opened(taal="en"))


def test_choosing_a_kind_changes_the_number_of_partners():
    everyone = opened()
    assert "62 partners, van wie" in words(everyone)
    assert "18 partners, van wie" in words(everyone.selectbox(key="kind_pick").set_value("supplier").run())


@pytest.mark.parametrize("theme", ["location", "age", "sector", "kind", "reach"])
def test_every_chart_of_the_mirror_has_an_alt_text_and_a_heading(theme):
    test = opened("spiegel", thema=theme)
    names = [chart.proto.alt for chart in test.get("plotly_chart")]
    names += re.findall(r'role="img" aria-label="([^"]*)"', words(test))
    assert names
    assert all(names)
    assert not test.exception


def test_themes_that_say_something_come_first_and_silent_ones_say_how_little_is_known():
    themes = opened("spiegel").button_group[0].options
    assert themes[0] == "Plaats"
    assert ":gray[Inkomen (14 bekend)]" in themes
    assert themes.index("Sector") < themes.index(":gray[Inkomen (14 bekend)]")


def test_money_is_mirrored_with_funders_alone():
    test = opened("spiegel", weight="money_in")
    assert not test.exception
    assert test.selectbox(key="weight_pick").value == "money_in"


def typed(test, text, box="region_pick_page"):
    """Type what is not in the list, as a browser does."""
    test.selectbox(key=box).options.append(text)
    return test.selectbox(key=box).set_value(text).run()


def test_what_is_typed_in_either_box_becomes_the_region():
    test = typed(opened("onze_regio"), "Fryslan", "region_pick")
    assert test.session_state["region"] == "PV21"
    assert typed(test, "alles binnen 10 km van Loosdrecht").session_state["region"] == "GM1696~10km"
    assert not test.exception


def test_namesakes_are_asked_and_what_is_not_found_is_told():
    test = typed(opened("onze_regio"), "Haren")
    assert {"Oss", "Groningen"} <= {button.label for button in test.button}
    next(button for button in test.button if button.label == "Oss").click().run()
    assert test.session_state["region"] == "GM0828"
    typed(test, "xyzzy")
    assert any("“xyzzy”" in warning.value for warning in test.warning)
    assert test.session_state["region"] == "GM0828"


def test_ticks_in_the_table_are_the_region():
    rows, ticked = ("GM0928", "GM0917", "GM0363"), ("GM0928", "GM0917")
    edited = {0: {"in": False}, "2": {"in": True}, 1: {}}
    assert ticked_codes(rows, ticked, edited) == ["GM0917", "GM0363"]
    assert ticked_codes(rows, ticked, {}) == list(ticked)
