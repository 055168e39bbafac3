"""The page Our bubble: what it says of the sample, and the guess that stays in the window."""

from tests.ui.test_ui_pages import opened, words


def at_part(test, name):
    """Open one part of the page."""
    test.session_state["bubble_nl"] = name
    return test.run()


def test_the_sample_is_near_long_and_rests_on_one_funder():
    told = words(opened("onze_bubbel"))
    assert "van onze partners kwam uit de kring die we al kenden" in told
    assert "De helft van onze partners werkt 10 jaar of langer" in told
    assert "één partner draagt 59" in told


def test_where_the_museum_stands_is_the_visitors_to_say():
    test = at_part(opened("onze_bubbel", thuis="GM0363"), "Hoe dichtbij?")
    assert "van Amsterdam" in words(test)


def test_the_difference_is_shown_only_after_the_guess():
    test = opened("onze_bubbel")
    test.session_state["guess"] = True
    test.run()
    assert "verst naast" not in words(test)
    test.button(key="guess_show_age").click().run()
    assert "verst naast" in words(test)


def test_nothing_guessed_is_nothing_to_compare():
    test = opened("onze_bubbel")
    test.session_state["guess"] = True
    test.run()
    for slider in test.slider:
        slider.set_value(0)
    test.run()
    assert test.button(key="guess_show_age").disabled


def test_ticks_are_counted():
    test = at_part(opened("onze_bubbel"), "Voor de volgende")
    test.checkbox[0].check().run()
    assert any(caption.value.startswith("1 van 8") for caption in test.caption)
