import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.cbs.figures import Origin, Provenance
from regional.charts import escape
from regional.charts.words import (
    in_sentence,
    points_text,
    provenance_text,
    ratio_text,
    share_text,
    wrapped,
)
from regional.texts import texts


def test_a_name_with_tags_is_drawn_as_it_is():
    assert escape('<a href="x">A</a> & <b>B') == '&lt;a href="x"&gt;A&lt;/a&gt; &amp; &lt;b&gt;B'


def test_dollars_do_not_start_a_formula():
    assert "$" not in escape("$x$")


def test_line_breaks_do_not_reach_the_figure():
    assert escape("a\nb\tc") == "a b c"


@given(st.text())
def test_no_tag_survives(text):
    assert "<" not in escape(text)
    assert "<" not in wrapped(text)[0].replace("<br>", "")


def test_a_long_label_is_wrapped_and_counted():
    text, lines = wrapped("Agglomeratie Leiden en Bollenstreek en omstreken")
    assert lines == 2
    assert text.count("<br>") == 1


@pytest.mark.parametrize(
    ("share", "dutch"),
    [
        (0.125, "12\u00a0%"),
        (0.004, "<1\u00a0%"),
        (0.995, ">99\u00a0%"),
        (0.0, "0\u00a0%"),
        (1.0, "100\u00a0%"),
        (None, "–"),
    ],
)
def test_shares_are_whole_and_nothing_is_rounded_to_none_or_all(share, dutch, nl):
    assert share_text(share, nl) == dutch


@pytest.mark.parametrize(
    ("gap", "dutch", "english"),
    [
        (0.01, "+1 punt", "+1 point"),
        (-0.01, "−1 punt", "−1 point"),
        (0.07, "+7 punten", "+7 points"),
        (0.0, "0 punten", "0 points"),
        (None, "–", "–"),
    ],
)
def test_points_agree_with_their_number(gap, dutch, english):
    assert points_text(gap, texts("nl")) == dutch
    assert points_text(gap, texts("en")) == english


def test_ratios_have_the_readers_decimal_sign(nl, en):
    assert ratio_text(0.42, nl) == "0,4\u00a0×"
    assert ratio_text(0.42, en) == "0.4\u00a0×"
    assert ratio_text(0.0, nl) == "0\u00a0×"


def test_a_label_inside_a_sentence_starts_small_unless_it_is_a_name():
    assert in_sentence("Vrouwen", "sex") == "vrouwen"
    assert in_sentence("Heerlen", "location") == "Heerlen"
    assert in_sentence("LGBTIQ+ people", "") == "LGBTIQ+ people"


def test_the_source_tells_table_year_precision_and_date(nl):
    figures = Provenance(
        "85039NED", "KWB", 2021, Origin.SNAPSHOT, 0.005, approximate=True, retrieved=dt.date(2026, 3, 3)
    )
    assert provenance_text(figures, nl) == (
        "Bron: CBS, 85039NED, 2021 (op 0,5 procentpunt nauwkeurig, bij benadering). Opgehaald op 3 maart 2026"
    )
