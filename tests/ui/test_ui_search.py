"""The page Who are we looking for?: the profile, the call, and Stel dat."""

from tests.ui.test_ui_pages import opened, words

PAGE = "wie_zoeken_we"


def test_the_page_says_first_what_it_is_for():
    assert "nooit een reden om een samenwerking te stoppen" in words(opened(PAGE))


def test_the_sample_gives_a_profile_with_how_many_it_takes():
    told = words(opened(PAGE))
    assert "Een partner in Beekdaelen" in told
    assert "is er geen duidelijk verschil meer" in told


def test_a_group_that_the_museum_chooses_comes_first_and_is_in_the_call():
    test = opened(PAGE)
    test.multiselect(key="search_priorities").select("age:15-25").run()
    assert "**1. Een inhoudelijke partner die jongeren van 15 tot 25 jaar bereikt**" in words(test)
    assert "jongeren van 15 tot 25 jaar" in test.text_area[0].value


def test_what_is_too_little_known_is_asked_first():
    assert "Van 14 partners weten we nog niet" in words(opened(PAGE))


def test_a_possible_partner_added_changes_the_mirror():
    test = opened(PAGE)
    test.multiselect(key="suppose_added").select("Seniorenbond De Gouden Pantoffel").run()
    assert not test.exception
    told = words(test)
    assert "Beekdaelen\\: van 0" in told
    assert "### Nu" in told


def test_a_scenario_is_kept_and_becomes_actions():
    test = opened(PAGE)
    test.multiselect(key="suppose_added").select("Gameclub De Pixelmijn").run()
    test.text_input(key="suppose_name").input("Jong")
    next(b for b in test.button if b.label == "Bewaren").click()
    test.run()
    assert "#### Jong" in words(test)
    assert "Voer een eerste gesprek met Gameclub De Pixelmijn" in words(test)
    kept = test.session_state["workspace_of_this_window"]
    assert "Pixelmijn" not in str(kept.scenarios.list()[0].content)  # by id, so that erasure finds it
    test.button(key="scenario_actions_Jong").click().run()
    assert any("Pixelmijn" in action.title for action in kept.actions.list())
    test.button(key="scenario_away_Jong").click().run()
    assert not kept.scenarios.list()
    test.button(key="put_back").click().run()
    assert "#### Jong" in words(test)


def test_an_amount_moves_the_money():
    test = opened(PAGE, weight="money_in")
    test.multiselect(key="suppose_money").select("Gemeente Mergelrade").run()
    next(box for box in test.number_input if box.label.startswith("Gemeente Mergelrade")).set_value(0.0).run()
    assert not test.exception
    assert "Plaats, Kerkrade\\: van" in words(test)


def test_in_english_the_page_speaks_english():
    told = words(opened(PAGE, taal="en"))
    assert "A partner in Beekdaelen" in told
    assert "there is no clear difference any more" in told


def searched(**query):
    test = opened(PAGE, **query)
    next(b for b in test.button if b.label == "Zoek de beste combinatie").click().run()
    test.session_state["advice_job"].handle.result(60)
    return test.run()


def test_a_search_brings_a_set_with_why_and_how_sure():
    test = searched()
    assert not test.exception
    told = words(test)
    assert "Met deze 3 partners gaat de afstand tot de regio van" in told
    assert "Dit is zeker de beste combinatie" in told
    assert "beste combinaties" in told
    assert "De afstand is het kleinst met" in told


def test_an_answer_to_another_question_is_not_shown_as_this_one():
    test = searched()
    test.slider(key="advice_k").set_value(2).run()
    assert any("iets veranderd" in info.value for info in test.info)
    assert "Dit is zeker de beste combinatie" not in words(test)


def test_where_nothing_fits_the_page_says_what_to_give_up():
    test = opened(PAGE)
    test.multiselect(key="advice_municipality").select("GM0965").run()
    test.slider(key="advice_municipality_GM0965_3").set_value((2, 3)).run()
    next(b for b in test.button if b.label == "Zoek de beste combinatie").click().run()
    test.session_state["advice_job"].handle.result(60)
    told = words(test.run())
    assert "Geen enkele combinatie past bij deze wensen" in told
    assert "Verruim de grens voor Simpelveld met 2" in told


def test_possible_partners_may_come_in_a_file_of_their_own():
    test = opened(PAGE)
    data = b"naam;gemeente\nClub A;Beekdaelen\nClub B;Landgraaf\n"
    test.file_uploader(key="advice_file").upload("eigen.csv", data)
    test.run()
    assert any("2 mogelijke partners" in caption.value for caption in test.caption)
    assert test.multiselect(key="advice_must").options == ["Club A", "Club B"]


def test_possible_partners_of_a_file_are_there_after_another_page_until_they_are_taken_away():
    test = opened(PAGE)
    test.file_uploader(key="advice_file").upload("eigen.csv", b"naam;gemeente\nClub A;Beekdaelen\nClub B;\n").run()
    test.switch_page("pages/spiegel.py").run().switch_page(f"pages/{PAGE}.py").run()
    assert test.multiselect(key="advice_must").options == ["Club A", "Club B"]
    test.button(key="advice_file_away").click().run()
    assert "Club A" not in test.multiselect(key="advice_must").options
    test.button(key="put_back").click().run()
    assert test.multiselect(key="advice_must").options == ["Club A", "Club B"]


def test_a_partner_in_thought_that_is_taken_back_can_be_put_back():
    test = opened(PAGE)
    test.session_state["suppose_own"] = True
    test.run()
    next(b for b in test.button if b.label == "Voeg deze partner toe").click().run()
    told = words(test)
    test.button(key="suppose_drop_0").click().run()
    assert "### Nu" not in words(test)
    test.button(key="put_back").click().run()
    assert "### Nu" in words(test)
    assert "### Nu" in told


def test_a_set_can_be_looked_at_under_stel_dat():
    test = searched()
    test.button(key="advice_try").click().run()
    assert not test.exception
    assert len(test.multiselect(key="suppose_added").value) == 3
    assert "### Nu" in words(test)
