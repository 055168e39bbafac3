import pytest
from charts_making import make_group, make_result

from regional.charts import location_chart, overview_rows
from regional.mirror.result import PartnersSummary, Status


def partners(inside, elsewhere=0, abroad=0, unknown=0):
    return PartnersSummary(
        n=inside + elsewhere + abroad + unknown, in_region=inside, elsewhere=elsewhere, abroad=abroad,
        unknown_place=unknown, amount={"in": 0.0, "out": 0.0, "unknown": 0},
    )  # fmt: skip


def parts(chart):
    return [(t.base[0], t.x[0]) for t in chart.figure.data if t.type == "bar"]


def test_parts_follow_each_other(nl):
    assert parts(location_chart(partners(34, 15, 3, 8), nl)) == [(0, 34), (34, 15), (49, 3), (52, 8)]


def test_parts_of_nobody_are_not_drawn_but_told(nl):
    chart = location_chart(partners(3), nl)
    assert parts(chart) == [(0, 3)]
    assert "In het buitenland: 0" in chart.alt


def test_parts_differ_in_more_than_colour(nl):
    chart = location_chart(partners(34, 15, 3, 8), nl)
    shapes = next(t for t in chart.figure.data if t.name == "shapes").marker.symbol
    assert len(set(shapes)) == 4


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        (partners(34, 15, 3, 8), "34 van de 60 partners zitten in de regio"),
        (partners(1), "1 van 1 partner zit in de regio"),
        (partners(0, unknown=5), "Van geen enkele partner weten we de plaats"),
        (partners(0), "Nog geen partners"),
    ],
)
def test_title(summary, title, nl):
    assert location_chart(summary, nl).title == title


def test_table_has_numbers_and_shares(nl):
    table = location_chart(partners(30, 15, 5, 10), nl).table
    assert table.iloc[0].tolist() == ["In de regio", "30", "50\u00a0%"]


def test_overview_tells_the_strongest_state_and_whom(parkstad, nl):
    (row,) = overview_rows([parkstad], nl)
    assert row.status is Status.CLEARLY_LESS
    assert (row.label, row.symbol.glyph, row.groups) == ("Plaats", "▼", "Heerlen")
    assert row.words == "Duidelijk minder aanwezig dan in de regio"


def test_overview_names_no_group_where_nothing_stands_out(nl):
    result = make_result([make_group("a", 0.5, 0.5), make_group("b", 0.5, 0.5)])
    (row,) = overview_rows([result], nl)
    assert (row.groups, row.words) == ("", "Geen duidelijk verschil")
