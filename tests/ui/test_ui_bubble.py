"""The page Our bubble: what it says of the sample, and the guess that stays in the window."""

import re

from tests.ui.test_ui_pages import opened, words


def at_part(test, name):
    """Open one part of the page."""
    test.session_state["bubble_nl"] = name
    return test.run()


def test_the_sample_is_near_long_and_rests_on_one_funder():
    told = words(opened("onze_bubbel").button(key="lineup_nobody").click().run())
    assert "van onze partners kwam uit de kring die we al kenden" in told
    assert "De helft van onze partners werkt 10 jaar of langer" in told
    assert "één partner draagt 59" in told


def test_what_stands_out_comes_after_the_guess_as_it_gives_away_which_picture_is_ours():
    test = opened("onze_bubbel")
    told = words(test)
    assert "Raad eerst welk plaatje van ons is" in told
    assert not any(name in told for name in ("eigen gemeente", "uit de kring die we al kenden"))
    assert "uit de kring die we al kenden" in words(at_part(test, "Hoe gevonden?"))


def test_where_the_museum_stands_is_the_visitors_to_say():
    test = at_part(opened("onze_bubbel", thuis="GM0363"), "Hoe dichtbij?")
    assert "van Amsterdam" in words(test)


def test_the_difference_is_shown_only_after_the_guess():
    test = at_part(opened("onze_bubbel"), "Samen doen")
    test.session_state["guess"] = True
    test.run()
    assert "verst naast" not in words(test)
    test.button(key="guess_show_age").click().run()
    assert "verst naast" in words(test)


def test_nothing_guessed_is_nothing_to_compare():
    test = at_part(opened("onze_bubbel"), "Samen doen")
    test.session_state["guess"] = True
    test.run()
    for slider in test.slider:
        slider.set_value(0)
    test.run()
    assert test.button(key="guess_show_age").disabled


def shown(test):
    """What stands on the page in words and names of pictures, without the dots."""
    return re.sub("<svg.*?</svg>", "", words(test), flags=re.DOTALL)


def test_our_museum_is_told_apart_only_after_a_guess():
    test = opened("onze_bubbel")
    assert "Welk plaatje zijn wij?" in shown(test)
    assert "ons museum**" not in shown(test)
    names = re.findall('aria-label="([^"]*)"', words(test))
    assert names == [f"Plaatje {one}" for one in "ABCDEFGH"]
    test.button(key="lineup_nobody").click().run()
    assert shown(test).count("ons museum**") == 1
    assert "Beekdaelen" in shown(test)
    assert "bijna zeker geen toeval" in shown(test)


def test_the_same_picture_is_ours_in_each_language_and_a_guess_can_be_made_from_the_table():
    told = []
    for language in ("nl", "en"):
        test = opened("onze_bubbel", taal=language)
        test.session_state["lineup_table"] = True
        test.run().button(key="lineup_row_0").click().run()
        told.append(next(re.findall(r"\*\*([A-H]): ", element.value) for element in test.markdown
                         if re.match(r"\*\*[A-H]: ", element.value)))  # fmt: skip
    assert told[0] == told[1] != []


def test_a_region_of_one_municipality_has_no_line_up():
    assert "lineup_nobody" not in {button.key for button in opened("onze_bubbel", region="GM0928").button}


def test_ticks_are_counted():
    test = at_part(opened("onze_bubbel"), "Samen doen")
    test.checkbox[0].check().run()
    assert any(caption.value.startswith("1 van 8") for caption in test.caption)


def test_the_session_is_offered_on_paper():
    test = at_part(opened("onze_bubbel"), "Samen doen")
    assert [one.proto.label for one in test.get("download_button")] == ["Download de sessie (pdf, twee pagina's)"]
