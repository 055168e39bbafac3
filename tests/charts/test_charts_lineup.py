"""The pictures of the line-up differ in nothing but their dots."""

import re

import pytest

from regional.bubble.lineup import line_up
from regional.charts.lineup import letter, lineup_table, small_pictures
from regional.texts import texts
from tests.bubble.test_bubble_lineup import theme

NL = texts("nl")


def drawn(counts):
    result = theme(counts, [0.5, 0.3, 0.2])
    found = line_up(result, 1)
    return found, small_pictures(found, result, NL), lineup_table(found, result, NL)


@pytest.mark.parametrize("counts", [[20, 10, 3], [0, 0, 30]])
def test_each_partner_is_one_dot(counts):
    found, pictures, _ = drawn(counts)
    assert [svg.count("<circle") for svg in pictures] == [found.n] * 8


def test_above_a_hundred_partners_there_are_bars():
    _, pictures, _ = drawn([80, 30, 12])
    assert all(svg.count("<rect") == 3 and "<circle" not in svg for svg in pictures)


def test_nothing_beside_the_dots_tells_ours_apart():
    _, pictures, _ = drawn([0, 0, 30])
    rest = {re.sub("<circle[^>]*>", "", svg) for svg in pictures}
    assert len(rest) == 1


def test_the_table_holds_the_dots_of_every_picture_by_its_letter():
    found, _, table = drawn([20, 10, 3])
    assert table.iloc[:, 0].tolist() == [letter(at) for at in range(8)] == list("ABCDEFGH")
    assert [tuple(map(int, row)) for row in table.iloc[:, 1:].to_numpy()] == list(found.pictures)
