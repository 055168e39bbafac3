"""The picture of a theme: whole dots in the right number, shares where partners cannot be counted, words beside."""

import re
from xml.etree import ElementTree

import pytest
from charts_making import make_group as of_forty
from charts_making import make_result
from hypothesis import given
from hypothesis import strategies as some

from regional.charts import picture
from regional.charts.icon_array import icon_array, is_icons
from regional.charts.picture import Reference
from regional.charts.vector_icons import icons_svg
from regional.mirror.measures.apportion import apportion
from regional.mirror.result import Status
from regional.mirror.settings import Settings


def make_group(*told, **facts):
    """A group with the facts that the maker itself reckons out otherwise."""
    over = {name: facts.pop(name) for name in ("count", "partners", "proposed") if name in facts}
    return of_forty(*told, **facts).model_copy(update=over)


PEOPLE = {"kind": "fractions", "basis": "main_groups"}


def circles(svg, kind):
    return len(re.findall(rf'<circle [^>]*class="{kind}"', svg))


def row(array, group):
    return next(row for row in array.rows if row.id == group)


@given(some.lists(some.integers(0, 1000), min_size=1, max_size=12).filter(sum), some.integers(0, 100))
def test_whole_partners_are_given_out_all_and_nobody_is_off_by_one_or_more(counts, n):
    shares = [count / sum(counts) for count in counts]
    given_out = apportion(shares, n)
    assert sum(given_out) == n
    assert all(abs(dots - share * n) < 1 for dots, share in zip(given_out, shares, strict=True))


def test_largest_remainder_goes_first():
    assert apportion([0.341, 0.177, 0.145, 0.14, 0.108, 0.048, 0.041], 43) == [15, 7, 6, 6, 5, 2, 2]


def test_a_theme_has_as_many_dots_as_partners_on_both_sides(parkstad, nl):
    array = icon_array(parkstad, nl)
    assert sum(row.wanted for row in array.rows) == array.n == 40
    assert (row(array, "GM0917").wanted, row(array, "GM0917").present, row(array, "GM0917").missing) == (14, 4, 10)


def test_halves_are_rounded_to_whole_dots_and_told(nl):
    groups = [make_group("0-15", 0.5, 0.5, count=1.5, partners=2), make_group("15-25", 0.5, 0.5, count=1.5, partners=2)]
    result = make_result(groups, "age", n_known=3, **PEOPLE)
    assert sorted(row.present for row in icon_array(result, nl).rows) == [1, 2]
    assert "voor de helft" in picture(result, nl).sentence


def test_everyone_unknown_and_proposed_have_marks_of_their_own(nl):
    groups = [make_group("0-15", 0.5, 0.25, count=10, proposed=2.0), make_group("15-25", 0.5, 0.75, count=30)]
    result = make_result(groups, "age", answers={"everyone": 5}, n_unknown=7, **PEOPLE)
    array = icon_array(result, nl)
    assert (array.everyone, array.unknown, row(array, "0-15").proposed, row(array, "0-15").missing) == (5, 5, 2, 8)
    svg = picture(result, nl).svg
    assert "Voor iedereen" in svg
    assert "Voorstel, nog niet bevestigd" in svg
    assert len(re.findall(r'<circle [^>]*class="muted-line"', svg)) == 5  # of seven not known, two are proposed


def test_given_proposals_go_before_those_of_the_mirror(parkstad, nl):
    assert row(icon_array(parkstad, nl, proposed={"GM0917": 3}), "GM0917").proposed == 3


def test_whom_a_theme_leaves_out_stands_below_its_picture(nl):
    groups = [make_group("G+I", 0.5, 0.5, count=20)]
    assert (
        "Hier tellen alleen leveranciers mee." in picture(make_result(groups, "sector", subset="supplier"), nl).sentence
    )
    people = make_result(groups, "age", **PEOPLE, answers={"focused": 40, "not_asked_of": 32})
    assert "32 financiers en leveranciers: hier niet gevraagd." in picture(people, nl).sentence


def test_what_is_not_compared_has_no_dots_of_the_region(nl):
    result = make_result([make_group("network", None, 0.5, count=20)], "how_found", tested=False)
    svg = picture(result, nl).svg
    assert circles(svg, "region") == 0
    assert circles(svg, "partners") == 20 + 1  # and the one of the legend


def test_only_a_clear_state_stands_in_the_picture(parkstad, nl):
    svg = picture(parkstad, nl).svg
    assert "▼ Duidelijk minder aanwezig" in svg
    assert "Geen duidelijk verschil" not in svg


def test_a_small_picture_draws_the_groups_it_is_about(parkstad, nl):
    two = picture(parkstad, nl, only=("GM0917", "GM0882")).svg
    assert "Heerlen" in two
    assert "Kerkrade" not in two
    one = picture(parkstad, nl, only=("GM0917",)).svg
    assert circles(one, "region") == 14 + 1
    assert "Heerlen" not in one  # its name stands above the picture


@pytest.mark.parametrize(
    ("weight", "more"),
    [("money_in", {}), ("count", {"n_known": 101}), ("count", {"basis": "shares", "kind": "fractions"})],
)
def test_money_percentages_and_more_than_a_hundred_partners_are_shares_on_one_axis(parkstad, nl, weight, more):
    result = parkstad.model_copy(update=more)
    assert not is_icons(result, weight)
    drawn = picture(result, nl, settings=Settings.model_validate({"weight": weight}))
    labels = [name for name in re.findall(r">([^<]+)</text>", drawn.svg) if name in {"Heerlen", "Kerkrade"}]
    assert labels == ["Heerlen", "Kerkrade"]  # what is missed first
    assert "toeval" in drawn.svg


def test_as_many_as_stand_on_a_line_are_wrapped_in_rows_of_ten_and_ten(nl):
    result = make_result([make_group("a", 0.9, 0.5, count=50), make_group("b", 0.1, 0.5, count=50)], n_known=100)
    svg = picture(result, nl).svg
    assert circles(svg, "partners") == 101
    assert max(float(x) for x in re.findall(r'cx="([\d.]+)"', svg)) < 320


def test_names_from_outside_stay_text_and_the_picture_is_whole_xml(nl):
    evil = make_group("x", 0.5, 0.1, Status.CLEARLY_LESS, label='<script>alert(1)</script> & "A\x01$x$"')
    for settings in (None, Settings.model_validate({"weight": "money_out"})):
        root = ElementTree.fromstring(
            picture(make_result([evil, make_group("y", 0.5, 0.9)]), nl, settings=settings).svg
        )
        assert "<script>alert(1)</script> & " in " ".join(root.itertext())


def test_the_name_is_short_and_the_table_holds_the_figures(parkstad, nl, en):
    drawn = picture(parkstad, nl)
    assert drawn.alt == "Plaats: onze partners naast de regio"
    assert list(drawn.table["Groep"])[:2] == ["Heerlen", "Simpelveld"]
    assert picture(parkstad, en).table.columns[0] == "Group"


def test_another_make_up_is_a_grey_line_and_not_tested(parkstad, nl):
    drawn = picture(parkstad, nl, reference=Reference("Bezoekers, 2025", {"GM0917": 0.7, "GM0928": 0.3}))
    assert circles(drawn.svg, "muted") == 40 + 1
    assert "Bezoekers, 2025" in drawn.source
    assert drawn.table["Bezoekers, 2025"].iloc[0] == "70\u00a0%"


def test_nothing_known_is_open_circles_alone(nl):
    result = make_result([make_group("women", 0.5, None), make_group("men", 0.5, None)], "sex", n_known=0, n_unknown=6)
    svg = icons_svg(icon_array(result, nl), nl)
    assert circles(svg, "partners") == 0
    assert "Nog niet bekend" in svg
