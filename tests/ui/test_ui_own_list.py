"""The visitor's own list: a bare sheet gives every page something true to say, and faults are told."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from regional.geo.regions import DEFAULT_SPEC

ROOT = Path(__file__).parents[2]
BARE = (ROOT / "data" / "sample" / "kale-lijst.csv").read_bytes()
PAGES = ("overzicht", "spiegel", "onze_regio", "onze_partners", "bronnen_en_uitleg")


def with_list(data=BARE, name="lijst.csv"):
    test = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    test.switch_page("pages/onze_partners.py").run()
    test.file_uploader(key="partner_file").upload(name, data).run()
    return test


def at(test, step):
    """The page Our partners at one of its steps: "list", "check" or "see"."""
    test.session_state["list_step"] = step
    return test.run()


def said(test):
    elements = [*test.title, *test.markdown, *test.caption, *test.info, *test.error, *test.warning]
    tables = [table.value.to_string(max_colwidth=500) for table in [*test.table, *test.dataframe]]
    return "\n".join([*(str(element.value) for element in elements), *tables])


def test_a_bare_sheet_is_read_whole():
    assert "60 van 60 rijen" in said(with_list())


def test_columns_about_persons_are_told_and_gone():
    test = with_list()
    assert "contactpersoon" in said(test)
    frame = test.session_state["imported_partners"].portfolio.frame
    assert "@" not in frame.to_csv()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_of_the_bare_sheet(page):
    test = with_list()
    test.switch_page(f"pages/{page}.py").run()
    assert not test.exception
    assert "verzonnen museum" not in said(test)


def test_overview_of_a_bare_sheet_says_what_is_known_and_what_to_do_first():
    test = with_list()
    test.session_state["region"] = DEFAULT_SPEC
    test.switch_page("pages/overzicht.py").run()
    words = said(test)
    assert "60 partners, van wie" in words
    assert "Vraag het aan 12 partners" in words
    assert "Vraag 12 partners voor wie ze vooral werken" in words


def test_good_rows_stay_when_others_fail_and_the_faults_are_told():
    test = with_list(b"naam;plaats;bedrag\nEen;Kerkrade;100\n;Heerlen;200\nDrie;Heerlen;-5\n")
    words = said(test)
    result = test.session_state["imported_partners"]
    assert result.rows == 3
    assert result.kept < 3
    assert f"{result.kept} van 3 rijen" in words
    assert {problem.row for problem in result.errors} >= {3}


def test_a_file_that_is_no_list_is_told_and_nothing_breaks():
    test = with_list(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "foto.csv")
    assert not test.exception
    assert test.session_state["imported_partners"].errors


def test_an_ambiguous_place_is_asked_and_one_answer_settles_it():
    test = with_list(b"naam;plaats\nEen;Bergen\nTwee;Bergen\n")
    test.radio(key="asked:place:Bergen").set_value("GM0373")
    next(button for button in test.button if button.label == "Ja, dit klopt").click().run()
    frame = test.session_state["imported_partners"].portfolio.frame
    assert frame["municipality"].tolist() == ["GM0373", "GM0373"]


def test_a_slip_in_a_place_is_put_right_with_one_click_and_may_be_none_of_what_is_offered():
    test = with_list(b"naam;plaats\nEen;Leewarden\nTwee;Deventr\n")
    test.radio(key="asked:place:Deventr").set_value("-")
    next(button for button in test.button if button.label == "Ja, dit klopt").click().run()
    frame = test.session_state["imported_partners"].portfolio.frame
    assert frame["municipality"].fillna("").tolist() == ["GM0080", ""]
    assert not [radio for radio in test.radio if str(radio.key).startswith("asked:place")]


def test_the_example_can_be_looked_at_and_left():
    test = at(with_list(), "list")
    next(button for button in test.button if button.label == "Het voorbeeld bekijken").click().run()
    assert "verzonnen museum" in said(test)
    next(button for button in test.button if button.label == "Terug naar onze eigen lijst").click().run()
    assert "verzonnen museum" not in said(test)


def test_a_name_with_markup_is_shown_as_text():
    test = with_list(b"naam;plaats\n<b>Vet</b> *ster* [x](http://x.example);Kerkrade\n")
    assert not test.exception
    assert all("<b>Vet" not in str(element.value) for element in test.markdown)


def test_one_word_in_two_ways_of_writing_is_one_question_on_the_page():
    test = with_list(b"naam;plaats;doelgroep\nA;Ede;Molukkers\nB;Ede;molukkers\n")
    assert not test.exception
    assert [box.key for box in test.selectbox if str(box.key).startswith("asked:")] == ["asked:groups:molukkers"]
