"""The page Mirror: details and other ways of counting, on request; money says on whom it rests."""

import re

import pytest

from tests.ui.test_ui_pages import opened, words


def page(box, **query):
    test = opened("spiegel", **query)
    return open_sure(test, box)


def open_sure(test, box):
    """Open the tab that says what a theme stands on, and in it one box."""
    for key, value in ({"mirror_tab_nl": "Hoe zeker", "mirror_tab_en": "How sure", box: True}).items():
        test.session_state[key] = value
    return test.run()


@pytest.mark.parametrize("theme", ["location", "urbanity", "age", "sex", "education", "income", "sector"])
@pytest.mark.parametrize("weight", ["count", "money_out"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_theme_can_be_counted_otherwise(theme, weight, language):
    assert not page(f"ways_{theme}", thema=theme, weight=weight, taal=language).exception


def details_of(theme):
    """The details of all groups of a theme, which stand with the sources."""
    test = opened("bronnen_en_uitleg")
    test.session_state["sources_nl"] = "Elke maat voorgerekend"
    test.session_state["worked_theme"], test.session_state["worked_groups"] = theme, True
    return test.run()


def test_details_say_dissimilarity_beside_what_chance_makes():
    told = words(details_of("location"))
    assert "zou anders moeten zijn" in told
    assert "maakt toeval alleen al" in told


def test_the_mirror_names_no_measure_by_its_maker_and_shows_the_way_to_who_wants_to_know():
    test = page("ways_location", thema="location")
    told = words(test) + str([table.value.columns.tolist() for table in test.table])
    assert not re.search("Wilson|Goodman|Holm|bootstrap|HHI|Shannon|Hellinger", told)
    assert "Details, voor wie het wil weten" in [link.proto.label for link in test.get("page_link")]


def test_money_says_on_whom_it_rests():
    assert "draagt 20" in words(page("own_figures", thema="location", weight="money_out"))


def test_ways_that_differ_are_laid_side_by_side():
    test = page("ways_location", thema="location")
    assert "Hoe we tellen maakt verschil" in words(test)
    assert any("Alleen leveranciers" in table.value.to_string() for table in test.table)


@pytest.mark.parametrize(("theme", "method"), [("location", "Wilson"), ("age", "bootstrap")])
def test_an_interval_bears_the_name_of_its_method(theme, method):
    headings = [name for table in details_of(theme).table for name in table.value.columns]
    assert f"Interval ({method}, 95 %)" in [name.replace("\N{NO-BREAK SPACE}", " ") for name in headings]


@pytest.mark.parametrize("theme", ["location", "age", "sector"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_theme_can_be_followed_through_the_years(theme, language):
    assert not page(f"years_{theme}", thema=theme, taal=language).exception


def test_one_year_of_the_region_is_told_as_such():
    assert "één jaar bekend" in words(page("years_location", thema="location"))
