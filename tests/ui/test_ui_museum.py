"""What the museum says of itself and its region is kept and used everywhere."""

from regional.workspace.records import Museum, RegionChoice, Understood
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_bubble import at_part
from tests.ui.test_ui_own_list import at, with_list
from tests.ui.test_ui_pages import opened, words
from tests.ui.test_ui_talks import field, space, submit


def with_workspace(page, *records):
    test = opened(page)
    own = Workspace.in_memory()
    for record in records:
        {Museum: own.museums, RegionChoice: own.region_choices, Understood: own.understood}[type(record)].save(record)
    test.session_state["workspace_of_this_window"] = own
    return test.run()


def test_what_is_going_on_is_kept_with_its_region():
    test = opened("onze_regio")
    test.session_state["need_new"] = True
    test.run()
    field(test, "text_area", "0_text").set_value("Weinig bussen in de avond")
    field(test, "text_input", "0_neighbourhoods").set_value("Rolduc, Bleijerheide")
    submit(test, "need_")
    (note,) = space(test).region_notes.list()
    assert note.neighbourhoods == ("Rolduc", "Bleijerheide")
    assert any("Weinig bussen" in box.label for box in test.expander)


def test_the_region_of_the_museum_is_where_it_begins():
    test = with_workspace("overzicht", RegionChoice(spec="GM0928", is_default=True))
    assert "45.311 inwoners" in words(test)


def test_the_region_of_the_address_goes_before_it():
    test = with_workspace("overzicht", RegionChoice(spec="GM0928", is_default=True))
    test.query_params["region"] = "GM0917"
    test.session_state["region"] = "GM0917"
    assert "45.311 inwoners" not in words(test.run())


def test_the_museums_own_thresholds_decide():
    strict = with_workspace("spiegel", Museum(min_known=1000))
    assert any("Plaats (43 bekend)" in name for name in strict.button_group[0].options)


def test_the_bubble_is_around_the_museum():
    test = with_workspace("onze_bubbel", Museum(municipality="GM0363"))
    assert "van Amsterdam" in words(at_part(test, "Hoe dichtbij?"))


def test_the_museum_is_kept_with_its_place():
    test = opened("onze_regio")
    test.session_state["museum_settings"] = True
    test.run()
    field(test, "selectbox", "0_municipality").set_value("GM0928")
    submit(test, "museum")
    assert space(test).museum().municipality == "GM0928"


def test_an_answer_about_a_place_settles_the_next_list_too():
    test = with_list(b"naam;plaats\nEen;Bergen\n")
    test.radio(key="asked:place:Bergen").set_value("GM0373")
    next(button for button in test.button if button.label == "Ja, dit klopt").click().run()
    at(test, "list").file_uploader(key="partner_file").upload("twee.csv", b"naam;plaats\nTwee;Bergen\n").run()
    assert not test.session_state["imported_partners"].ambiguous_places
