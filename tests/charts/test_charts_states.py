import pytest

from regional.charts import state_symbol, strongest
from regional.mirror.result import Status
from regional.sentences.states import state_words

DUTCH = {
    Status.CLEARLY_LESS: "Duidelijk minder aanwezig dan in de regio",
    Status.POSSIBLY_LESS: "Minder, maar dat kan toeval zijn",
    Status.IN_LINE: "Geen duidelijk verschil",
    Status.POSSIBLY_MORE: "Meer, maar dat kan toeval zijn",
    Status.CLEARLY_MORE: "Duidelijk meer aanwezig dan in de regio",
    Status.TOO_LITTLE_DATA: "Nog te weinig bekend",
    Status.NOT_COMPARABLE: "Niet te vergelijken",
}


@pytest.mark.parametrize("status", Status)
def test_every_state_has_the_words_of_the_design(status, nl):
    assert state_words(status, nl) == DUTCH[status]


def test_no_two_states_share_a_shape():
    symbols = [state_symbol(status) for status in Status]
    assert len({s.glyph for s in symbols}) == len({s.marker for s in symbols}) == len(Status)


def test_less_points_down_and_more_points_up():
    assert state_symbol(Status.CLEARLY_LESS).marker == "triangle-down"
    assert state_symbol(Status.POSSIBLY_MORE).marker == "triangle-up-open"


def test_what_is_clear_outranks_what_is_possible():
    assert strongest([Status.IN_LINE, Status.POSSIBLY_LESS, Status.CLEARLY_MORE]) is Status.CLEARLY_MORE


def test_what_is_known_outranks_what_is_not():
    assert strongest([Status.TOO_LITTLE_DATA, Status.IN_LINE]) is Status.IN_LINE


def test_nothing_to_rank_is_not_comparable():
    assert strongest([]) is Status.NOT_COMPARABLE
