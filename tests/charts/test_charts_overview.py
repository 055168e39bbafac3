"""One line a theme for the yearly review: its strongest state."""

from charts_making import make_group, make_result

from regional.charts import overview_rows
from regional.mirror.result import Status


def test_overview_tells_the_strongest_state_and_whom(parkstad, nl):
    (row,) = overview_rows([parkstad], nl)
    assert row.status is Status.CLEARLY_LESS
    assert (row.label, row.symbol.glyph, row.groups) == ("Plaats", "▼", "Heerlen")
    assert row.words == "Duidelijk minder aanwezig dan in de regio"


def test_overview_names_no_group_where_nothing_stands_out(nl):
    result = make_result([make_group("a", 0.5, 0.5), make_group("b", 0.5, 0.5)])
    (row,) = overview_rows([result], nl)
    assert (row.groups, row.words) == ("", "Geen duidelijk verschil")
