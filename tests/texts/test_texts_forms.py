"""Numbers, amounts, dates and lists in the reader's form."""

import datetime as dt

import pytest

from regional.texts import Message, texts

NL, EN = texts("nl"), texts("en")
NBSP = "\u00a0"


def test_numbers_have_the_separators_of_the_language():
    assert NL.number(1234.5, 1) == "1.234,5"
    assert EN.number(1234.5, 1) == "1,234.5"


def test_percentages_keep_the_sign_beside_the_number():
    assert NL.percent(12.345, 1) == f"1.234,5{NBSP}%"
    assert EN.percent(0.125, 1) == "12.5%"


@pytest.mark.parametrize(("gap", "points"), [(0.04, "+4"), (-0.04, "−4"), (0.001, "0"), (-0.001, "0"), (0, "0")])
def test_points_have_a_sign_unless_they_round_to_zero(gap, points):
    assert NL.points(gap) == points


def test_points_with_a_decimal():
    assert NL.points(-0.0375, 1) == "−3,8"


def test_a_percentage_stands_on_one_line_and_names_of_regions_are_plain_text():
    label = "Among the 20 % with the highest income in the country"
    assert f"20{NBSP}%" in NL(label)
    assert "20%" in EN(label)
    assert "3 km of Heerlen" in EN.plural("{n} km of {home}", "{n} km of {home}", 3, home="Heerlen")


def test_amounts_are_whole_euros():
    assert NL.euro(12500.4) == f"€{NBSP}12.500"
    assert EN.euro(12500.4) == "€12,500"


def test_dates_are_written_in_full():
    day = dt.date(2026, 11, 23)
    assert NL.date(day) == "23 november 2026"
    assert EN.date(day) == "23 November 2026"


@pytest.mark.parametrize(
    ("items", "dutch"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_lists_read_as_in_a_sentence(items, dutch):
    assert NL.listed(items) == dutch


def test_a_message_is_worded_with_the_messages_inside_it():
    inner = Message.counted("{n} other", "{n} others", 2)
    message = Message.of("{first} and {last}", first="Heerlen", last=inner)
    assert NL(message) == "Heerlen en 2 andere"
    assert EN(message) == "Heerlen and 2 others"


def test_braces_in_a_value_are_left_alone():
    assert EN("{first} and {last}", first="{x}", last="}") == "{x} and }"


def test_an_unknown_text_is_shown_as_it_is():
    assert NL("A text of nobody's") == "A text of nobody's"
