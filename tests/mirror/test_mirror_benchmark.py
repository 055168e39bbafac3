"""A yardstick of one's own: read with its source, added to the region or laid beside it, never mixed up unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.benchmark import beside, compared, read_benchmark, template, with_added
from regional.mirror.reflect import reflect
from regional.mirror.result import DimensionResult, Group
from regional.mirror.settings import Settings
from regional.texts import texts
from tests.mirror.portfolios import portfolio

HEERLEN, KERKRADE = "GM0917", "GM0928"
REGION = profile(load_snapshot(), [HEERLEN, KERKRADE], "twee")
HEAD = "thema;groep;aantal;bron;datum\n"
GOOD = HEAD + "leeftijd;0 tot 15 jaar;6.000;Stadt Herzogenrath;2024\nage;15-25;4500;;\nplaats;Herzogenrath;46000;;\n"
NL = texts("nl")


def read(text):
    return read_benchmark(text.encode())


def good():
    return read(GOOD).benchmark


def test_themes_and_groups_are_understood_by_id_and_in_words():
    assert good().counts["age"] == {"0-15": 6000, "15-25": 4500}
    assert good().name == "Stadt Herzogenrath, 2024"


def test_counts_are_added_and_the_source_is_named_wherever_the_regions_is():
    larger = with_added(REGION, good())
    old, new = REGION.compositions["age"], larger.compositions["age"]
    assert new.counts["0-15"] == old.counts["0-15"] + 6000
    assert new.counts["65+"] == old.counts["65+"]
    assert "Stadt Herzogenrath, 2024" in new.provenance.table
    assert larger.inhabitants == REGION.inhabitants + 46_000
    assert larger.digest != REGION.digest


def test_a_partner_abroad_counts_in_the_place_that_was_added():
    rows = [{"municipality": KERKRADE}] * 6 + [{"place": "Herzogenrath", "place_status": "abroad", "country": "DE"}] * 6
    mirror = reflect(portfolio(rows), with_added(REGION, good()), Settings())
    place = mirror.dimension("location")
    assert place.n_known == 12
    assert place.group("own:herzogenrath").partner_share == pytest.approx(0.5)
    assert (mirror.partners.in_region, mirror.partners.abroad) == (12, 0)


def test_without_it_that_partner_stands_apart():
    rows = [{"place": "Herzogenrath", "place_status": "abroad", "country": "DE"}] * 6
    assert reflect(portfolio(rows), REGION, Settings()).dimension("location").outside["abroad"] == 6


@pytest.mark.parametrize(
    ("text", "row", "value"),
    [
        (HEAD + "lengte;kort;5;x;2024\n", 2, "lengte"),
        (HEAD + "leeftijd;oud;5;x;2024\n", 2, "oud"),
        (HEAD + "leeftijd;65+;-5;x;2024\n", 2, "-5"),
        (HEAD + "leeftijd;65+;veel;x;2024\n", 2, "veel"),
        (HEAD + "leeftijd;65+;5;x;2024\nage;65+;6;;\n", 3, "65+"),
        (HEAD + "leeftijd;65+;5;;2024\n", None, ""),
        (HEAD + "leeftijd;65+;5;x;\n", None, ""),
        ("naam;plaats\nA;B\n", None, ""),
        ("", None, ""),
    ],
)
def test_what_is_wrong_is_told_with_row_and_value_and_nothing_is_used(text, row, value):
    found = read(text)
    assert found.benchmark is None
    assert (found.faults[0].row, found.faults[0].value) == (row, value)
    assert NL(found.faults[0].what)
    assert NL(found.faults[0].remedy)


@given(st.binary(max_size=300))
def test_any_file_is_answered(data):
    found = read_benchmark(data)
    assert bool(found.benchmark) != bool(found.faults)


def test_the_example_is_read_but_for_its_name():
    assert read_benchmark(template()).benchmark is not None


def aged(shares, n=400, region=None):
    """Return age as the mirror holds it: ``n`` partners of these shares beside a region."""
    region = region or dict.fromkeys(shares, 1 / len(shares))
    groups = tuple(
        Group(id=g, label=g, region_share=region[g], partner_share=share, count=share * n, n=n)
        for g, share in shares.items()
    )
    return DimensionResult(id="age", role="mirror", kind="label", base="inhabitants", source="x", year=2025,
                           precision=0.0, n_known=n, n_unknown=0, total=n, effective_n=n, groups=groups)  # fmt: skip


FIVE = ("0-15", "15-25", "25-45", "45-65", "65+")


@pytest.mark.parametrize(
    ("young", "word"),
    [((0.6, 0.4), "meer op Stadt"), ((0.1, 0.9), "meer op de regio"), ((0.35, 0.65), "niet te zeggen")],
)
def test_which_of_both_is_nearer_is_said_where_it_can_be(young, word):
    region = {"0-15": 0.1, "15-25": 0.9}
    n = 400 if word != "niet te zeggen" else 20
    assert word in compared(good(), aged(dict(zip(region, young, strict=True)), n, region), NL)


def test_all_sides_are_laid_over_the_groups_that_are_given():
    level = aged(dict.fromkeys(FIVE, 0.2))
    same = read(HEAD + "leeftijd;0-15;50;X;2025\nleeftijd;15-25;50;;\n").benchmark
    assert "niet te zeggen" in compared(same, level, NL)
    assert beside(same, level) == pytest.approx({"0-15": 0.2, "15-25": 0.2})


def test_another_theme_says_nothing():
    other = aged(dict.fromkeys(FIVE, 0.2)).model_copy(update={"id": "sex"})
    assert compared(good(), other, NL) == ""
