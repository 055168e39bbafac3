"""Figures of one's own on the page Mirror: taken in, told on every page, taken away."""

from tests.mirror.test_mirror_benchmark import GOOD
from tests.ui.test_ui_details import open_sure
from tests.ui.test_ui_own_list import said
from tests.ui.test_ui_pages import opened


def page(use="added", data=GOOD):
    test = opened("spiegel", thema="age")
    open_sure(test, "own_figures").radio(key="benchmark_use").set_value(use).run()
    test.file_uploader(key="benchmark_file").upload("eigen.csv", data.encode()).run()
    return test


def test_an_enlarged_region_is_told_on_every_page():
    test = page()
    assert any("Stadt Herzogenrath" in info.value for info in test.info)
    test.switch_page("pages/overzicht.py").run()
    assert any("Stadt Herzogenrath" in info.value for info in test.info)
    assert "302.180 inwoners" in said(test)


def test_a_third_bar_leaves_the_region_as_it_is():
    test = page("beside")
    assert not test.exception
    assert not any("Stadt Herzogenrath" in info.value for info in test.info)
    test.session_state["mirror_tab_nl"] = "Beeld"
    assert "In het grijs Stadt Herzogenrath, 2024" in said(test.run()).replace("\\", "")


def test_taken_away_it_is_gone_and_can_be_put_back():
    test = page()
    test.button(key="benchmark_away").click().run()
    assert not any("Stadt Herzogenrath" in info.value for info in test.info)
    test.button(key="put_back").click().run()
    assert any("Stadt Herzogenrath" in info.value for info in test.info)


def test_a_wrong_file_is_told_and_what_was_there_stays():
    test = page()
    test.file_uploader(key="benchmark_file").upload("fout.csv", b"thema;groep;aantal\nlengte;kort;5\n").run()
    assert test.error
    assert any("Stadt Herzogenrath" in info.value for info in test.info)


def test_as_many_rows_as_are_allowed_can_be_kept():
    rows = "".join(f"plaats;Een plaats met een lange naam over de grens {n};{n};;\n" for n in range(199))
    test = page(data=f"thema;groep;aantal;bron;datum\nplaats;Aken;250000;Stadt Aachen;2025\n{rows}")
    assert not test.exception
    assert not test.error
    assert any("Stadt Aachen" in info.value for info in test.info)
