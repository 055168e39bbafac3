"""Pages that come back: their words stay, and no page takes longer than its length asks."""

import pytest

from regional.publishing.board import published_in
from regional.questionnaire.page_text import html_text

ODD = ["<a ", "<!", "</", "<?", "<", "<!--", "<blockquote>", '<a b=">', "<a b='>\"", "<style>", "&#9", "<p>"]


@pytest.mark.parametrize("piece", ODD)
def test_a_long_page_of_odd_beginnings_is_read_by_its_length(piece):
    """Each took minutes at this size, or far more, when it was read again from every beginning."""
    html_text(piece * 20_000)
    assert published_in((piece * 20_000).encode()) is None


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Een &eacute;n <b>twee</b></p>drie", "\nEen én twee\ndrie"),
        ("<!--[if mso]><xml>x</xml><![endif]-->a<![if !x]>b<![endif]>", "ab"),
        ("<style><!-- p > a {} <p>weg --></style>Hier", "Hier"),
        ("<a title=\"1 > 0\" href='x'>link</a> 3 < 4 & 5", "link 3 < 4 & 5"),
        ("<blockquote>oud<br>meer</blockquote>nieuw", "\n> oud\n> meer\nnieuw"),
        ("&#99999999999999999999;x", "\ufffdx"),
    ],
)
def test_the_words_of_a_page_stay(page, words):
    assert html_text(page) == words
