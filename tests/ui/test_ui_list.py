"""The museum's own list: read in over an earlier one, edited, confirmed, compared, brought back, erased."""

import threading

from regional.partners.read import read_partners
from regional.ui.partners.editor import DRAFT, EDITOR
from regional.workspace.records import Conversation, Question, ResponseRecord
from tests.ui.test_ui_own_list import at, said, with_list
from tests.ui.test_ui_talks import space

LIST = b"naam;plaats;vooral_voor\nStichting De Kring;Kerkrade;65 jaar of ouder\nDrukkerij Bos;Heerlen;\n"


def again(test, data, name="nieuw.csv"):
    at(test, "list").file_uploader(key="partner_file").upload(name, data).run()
    return test


def right(test):
    """Say that the answers on the page are right."""
    next(button for button in test.button if button.label == "Ja, dit klopt").click().run()
    return test


def names(test):
    return [row.name for row in space(test).versions.rows()]


def edited(test, **state):
    at(test, "see").session_state[EDITOR] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **state}
    return test.run()


def test_the_first_list_is_kept_at_once():
    assert names(with_list(LIST)) == ["Stichting De Kring", "Drukkerij Bos"]


def test_a_second_list_changes_nothing_before_the_yes():
    test = again(with_list(LIST), b"naam;plaats\nNieuwe Partner;Kerkrade\n")
    assert names(test) == ["Stichting De Kring", "Drukkerij Bos"]
    assert "1 partner komt erbij" in said(test)
    assert "2 partners staan niet in de nieuwe lijst" in test.radio(key="gone_partners").label
    test.button(key="keep_list").click().run()
    assert names(test) == ["Nieuwe Partner", "Stichting De Kring", "Drukkerij Bos"]


def test_of_another_list_altogether_it_is_asked_whether_it_takes_the_place_of_ours():
    ours = "naam\n" + "".join(f"Stichting {name}\n" for name in "ABCDEFGH")
    test = again(with_list(ours.encode()), b"naam;plaats\nKoor Cantate;Urk\nDrukkerij Bos;Urk\n")
    choice = test.radio(key="another_list")
    assert "Bijna geen van onze 8 partners" in choice.label
    assert choice.value is None
    assert "keep_list" not in {button.key for button in test.button}
    choice.set_value("removed").run()
    test.button(key="keep_list").click().run()
    assert names(test) == ["Koor Cantate", "Drukkerij Bos"]


def test_what_is_left_alone_stays():
    test = again(with_list(LIST), b"naam;plaats\nNieuwe Partner;Kerkrade\n")
    test.button(key="leave_list").click().run()
    assert names(test) == ["Stichting De Kring", "Drukkerij Bos"]
    assert "Wat zou er veranderen" not in said(test)


def test_another_spelling_is_asked_and_keeps_what_was_known():
    test = again(with_list(LIST), b"naam;plaats\nDe Kring Stichting;Kerkrade\nDrukkerij Bos;Heerlen\n")
    box = next(box for box in test.checkbox if "De Kring Stichting" in box.label)
    box.check().run()
    test.button(key="keep_list").click().run()
    assert names(test) == ["De Kring Stichting", "Drukkerij Bos"]
    assert space(test).versions.rows()[0].cells["vooral_voor"] == "65+"


def test_a_long_list_is_read_beside_the_page_and_can_be_stopped(monkeypatch):
    from regional.ui.partners import reading

    monkeypatch.setattr(reading, "LONG", 0)
    going_on = threading.Event()
    monkeypatch.setattr(
        "regional.partners.apart.read_apart", lambda *args, told, **more: _slowly(going_on, told, *args)
    )
    test = with_list(b"")
    again(test, b"naam\nEerste\n", "een.csv")
    stopped = test.session_state[reading.JOB]
    assert "Uw lijst wordt gelezen" in str(test.get("progress")[0].proto)
    test.button(key="stop_reading").click().run()
    going_on.set()
    assert stopped.ended.wait(30)
    assert stopped.result is None
    again(test, b"naam\nTweede\n", "twee.csv")
    if reading.JOB in test.session_state:  # else it was read before the page was drawn
        assert test.session_state[reading.JOB].ended.wait(30)
    test.run()
    assert names(test) == ["Tweede"]


def _slowly(going_on, told, data, filename):
    told(0.5)
    going_on.wait(30)
    told(0.6)
    return read_partners(data, filename)


def test_a_waiting_list_is_compared_once_whatever_is_clicked(monkeypatch):
    from regional.ui.partners import reimport

    compared = []
    monkeypatch.setattr(reimport, "alike", lambda *args, of=reimport.alike: compared.append(1) or of(*args))
    test = again(with_list(LIST), b"naam;plaats\nDe Kring Stichting;Kerkrade\nNieuwe Partner;Heerlen\n")
    test.run()
    test.radio(key="gone_partners").set_value("removed").run()
    assert compared == [1]
    test.button(key="keep_list").click().run()
    assert names(test) == ["De Kring Stichting", "Nieuwe Partner"]


def test_a_file_without_partners_leaves_the_list_as_it_was():
    test = again(with_list(LIST), b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "foto.csv")
    assert names(test) == ["Stichting De Kring", "Drukkerij Bos"]
    assert "geen rekenblad dat wij kunnen lezen" in said(test)


def test_what_is_typed_in_the_table_is_a_new_version():
    test = edited(with_list(LIST), edited_rows={1: {"bedrag": "1.500", "soort": "Leverancier"}},
                  added_rows=[{"naam": "Bibliotheek", "plaats": "Landgraaf"}])  # fmt: skip
    test.button(key="keep_edits").click().run()
    rows = {row.name: row.cells for row in space(test).versions.rows()}
    assert (rows["Drukkerij Bos"]["bedrag"], rows["Drukkerij Bos"]["soort"]) == ("1500", "supplier")
    assert rows["Stichting De Kring"]["vooral_voor"] == "65+"
    assert "Bibliotheek" in rows
    assert len(space(test).versions.list()) == 2


def test_a_wrong_cell_is_told_with_name_and_column_and_nothing_is_kept():
    test = edited(with_list(LIST), edited_rows={1: {"naam": ""}})
    test.button(key="keep_edits").click().run()
    assert len(space(test).versions.list()) == 1
    assert any("naam" in error.value for error in test.error)


def test_a_value_that_is_not_understood_is_told_and_never_dropped():
    test = edited(with_list(LIST), edited_rows={0: {"tot": "binnenkort"}, 1: {"bedrag": "75"}})
    test.button(key="keep_edits").click().run()
    assert any("Stichting De Kring, tot" in error.value.replace("\\", "") for error in test.error)
    assert len(space(test).versions.list()) == 1
    assert test.session_state[DRAFT][1].iloc[0]["tot"] == "binnenkort"


def test_keeping_without_a_change_leaves_the_table_alone():
    test = edited(with_list(LIST))
    test.button(key="keep_edits").click().run()
    assert len(space(test).versions.list()) == 1
    assert DRAFT in test.session_state


def test_what_was_typed_is_still_there_after_another_page():
    test = edited(with_list(LIST), edited_rows={1: {"bedrag": "75"}})
    test.switch_page("pages/overzicht.py").run()
    test.switch_page("pages/onze_partners.py").run()
    assert test.session_state[DRAFT][1].iloc[1]["bedrag"] == "75"


def test_two_who_edit_one_partner_choose():
    test = edited(with_list(LIST), edited_rows={1: {"bedrag": "10"}})
    versions = space(test).versions
    versions.save_row(versions.rows()[1].changed(bedrag="20"), "Een ander")
    test.button(key="keep_edits").click().run()
    assert any("ander" in warning.value for warning in test.warning)
    test.button(key="list_mine").click().run()
    assert versions.rows()[1].cells["bedrag"] == "10"


SCHOOLS = (
    b"naam;soort\nBasisschool De Brug;inhoudelijk\nBasisschool De Zon;inhoudelijk\nBasisschool De Maan;inhoudelijk\n"
)


def asked(test, start):
    return [button for button in test.button if str(button.key).startswith(start)]


def for_whom(test):
    return [row.cells.get("vooral_voor", "") for row in space(test).versions.rows()]


def test_what_names_make_likely_is_confirmed_for_all_of_a_word_at_once():
    test = with_list(SCHOOLS)
    assert for_whom(test) == ["", "", ""]
    assert "3 namen bevatten “Basisschool”" in said(test)
    asked(test, "yes:")[0].click().run()
    assert for_whom(test) == ["0-15"] * 3
    assert not asked(test, "yes:")


def test_what_is_taken_out_is_refused_and_never_asked_again():
    test = with_list(SCHOOLS)
    box = next(box for box in test.multiselect if "names:" in box.key)
    box.set_value(box.value[:1]).run()
    next(box for box in test.multiselect if "fields:" in box.key).set_value(["mainly_for"]).run()
    asked(test, "yes:")[0].click().run()
    assert for_whom(test) == ["0-15", "onbekend", "onbekend"]
    assert {row.cells["sector"] for row in space(test).versions.rows()} == {"onbekend"}
    assert not asked(test, "yes:")


def test_a_no_is_kept():
    test = with_list(SCHOOLS)
    asked(test, "no:")[0].click().run()
    assert for_whom(test) == ["onbekend"] * 3
    assert not asked(test, "yes:")


def test_a_no_by_mistake_can_be_put_back_and_is_one_version_all_the_same():
    test = with_list(SCHOOLS)
    asked(test, "no:")[0].click().run()
    test.button(key="put_back").click().run()
    assert for_whom(test) == ["", "", ""]
    assert asked(test, "yes:")
    assert len(space(test).versions.list()) == 1


def test_persons_are_listed_and_many_are_organisations_at_once():
    test = with_list(b"naam;plaats\nJan Jansen;Heerlen\nP. de Vries;Kerkrade\nDe Kring;Heerlen\n")
    assert "2 partners als personen" in said(test)
    assert "tellen mee bij plaats; verder noteren wij niets" in said(test)
    test.button(key="all_organisations").click().run()
    assert not space(test).versions.load().frame["is_person"].any()
    assert "verder noteren wij niets" not in said(test)


def test_the_sheet_says_what_a_name_made_us_think_and_takes_a_no():
    test = with_list(b"naam;soort\nBasisschool De Brug;inhoudelijk\n")
    test.session_state["sheet"] = True
    assert "Wij dachten dit, door uw naam" in said(at(test, "see"))
    test.button(key="refuse:mainly_for").click().run()
    assert space(test).versions.rows()[0].partner.refused == ("mainly_for",)
    assert "refuse:mainly_for" not in {button.key for button in test.button}


def test_the_edition_of_the_sbi_is_asked_once_a_file_and_loses_nothing_that_was_confirmed():
    test = with_list(b"naam;sector\nBasisschool De Brug;P\nDe Kring;K\n")
    assert [row.cells["sector"] for row in space(test).versions.rows()] == ["O-Q", "K-L"]
    question = next(radio for radio in test.radio if str(radio.key).startswith("asked:sbi"))
    question.set_value("2025")
    right(test)
    assert [row.cells["sector"] for row in space(test).versions.rows()] == ["O-Q", "H+J"]
    asked(test, "yes:")[0].click().run()
    assert for_whom(test) == ["0-15", ""]
    assert not [radio for radio in test.radio if str(radio.key).startswith("asked:")]


def test_an_older_version_is_brought_back_as_a_new_one():
    test = again(with_list(LIST), b"naam;plaats\nNieuwe Partner;Kerkrade\n")
    test.radio(key="gone_partners").set_value("removed").run()
    test.button(key="keep_list").click().run()
    assert names(test) == ["Nieuwe Partner"]
    test.session_state["versions"] = True
    at(test, "see").button(key="restore_version").click().run()
    assert names(test) == ["Stichting De Kring", "Drukkerij Bos"]
    assert len(space(test).versions.list()) == 3


def test_the_sheet_shows_all_of_one_partner_and_erasing_leaves_nothing():
    test = with_list(LIST)
    kring = space(test).versions.rows()[0].partner_id
    space(test).conversations.add(Conversation(partner_id=kring, day="2026-05-01", notes="Kennisgemaakt", fit="partly"))
    space(test).questions.add(Question(partner_id=kring, question="offers", codes=("shares",), state="known",
                                       answered_on="2026-05-02"))  # fmt: skip
    sent = {"needs": {"codes": [], "words": "Een rustige plek"}}
    space(test).responses.add(ResponseRecord(partner_id=kring, way="reply", received_on="2026-05-03", said=sent))
    test.session_state["sheet"] = True
    shown = said(at(test, "see"))
    assert "Kennisgemaakt" in shown
    assert "1 mei 2026: Hier praten we nog over" in shown.replace("\\", "")
    assert "wij delen graag wat wij weten" in shown
    assert "Een rustige plek" in shown
    test.checkbox(key="erase_sure").check().run()
    test.button(key="erase").click().run()
    assert names(test) == ["Drukkerij Bos"]
    assert not space(test).conversations.list()
    assert b"De Kring" not in space(test).backup()


def test_a_backup_brings_back_what_was_there():
    test = with_list(LIST)
    kept = space(test).backup()
    versions = space(test).versions
    versions.save_row(versions.rows()[1].changed(naam="Iets anders"), "x")
    test.session_state["upkeep"] = True
    at(test, "see").file_uploader(key="backup_file").upload("k.zip", kept).run()
    test.button(key="restore_backup").click().run()
    assert names(test) == ["Stichting De Kring", "Drukkerij Bos"]


def test_a_list_that_brings_back_who_was_erased_says_so_first():
    test = with_list(LIST)
    kept = space(test)
    kept.erase(kept.versions.rows()[0].partner_id)
    again(test, LIST)
    assert any("Stichting De Kring" in warning.value for warning in test.warning)
    assert names(test) == ["Drukkerij Bos"]


def test_an_answer_about_a_list_in_hand_brings_nobody_back_that_another_editor_erased():
    test = with_list(b"naam;plaats\nBasisschool De Brug;Bergen\nDe Kring;Heerlen\n")
    space(test).erase(space(test).versions.rows()[1].partner_id)
    test.radio(key="asked:place:Bergen").set_value("GM0373")
    right(test)
    assert names(test) == ["Basisschool De Brug"]
    assert any("De Kring" in warning.value for warning in test.warning)


def test_after_an_erasure_this_window_holds_no_draft_with_the_name():
    test = edited(with_list(LIST), edited_rows={1: {"bedrag": "75"}})
    test.session_state["sheet"] = True
    at(test, "see").checkbox(key="erase_sure").check().run()
    test.button(key="erase").click().run()
    assert "De Kring" not in str(test.session_state[DRAFT][1].to_dict())


def test_a_workspace_that_cannot_be_read_is_told_and_is_no_traceback(monkeypatch, visit_as):
    from regional.access import Mode
    from regional.texts import Message
    from regional.ui import storage
    from regional.workspace.errors import WorkspaceError
    from tests.ui.test_ui_pages import opened

    def broken():
        raise WorkspaceError(Message.of("The disk is full. Make room and try again; nothing was lost."))

    visit_as(Mode.LOCAL)
    monkeypatch.setattr(storage, "_kept", broken)
    test = opened()
    assert not test.exception
    assert "schijf is vol" in test.error[0].value


def test_the_museum_sets_its_own_terms():
    test = with_list(LIST)
    test.session_state["upkeep"] = True
    at(test, "see").selectbox(key="term_kind").set_value("conversations").run()
    test.number_input(key="term_months_conversations").set_value(12).run()
    assert space(test).retention()["conversations"] == 12


def test_a_partner_that_another_editor_erased_leaves_the_open_table_and_what_was_typed_stays():
    test = edited(with_list(LIST), edited_rows={1: {"bedrag": "75"}}, added_rows=[{"naam": "Bibliotheek"}])
    space(test).erase(space(test).versions.rows()[0].partner_id)
    test.run()
    assert "De Kring" not in str([frame.value for frame in test.dataframe])
    draft = test.session_state[DRAFT][1]
    assert draft[["naam", "bedrag"]].values.tolist() == [["Drukkerij Bos", "75"], ["Bibliotheek", ""]]
    test.switch_page("pages/overzicht.py").run()
    test.switch_page("pages/onze_partners.py").run()
    assert test.session_state[DRAFT][1]["naam"].tolist() == ["Drukkerij Bos", "Bibliotheek"]
    test.button(key="keep_edits").click().run()
    assert names(test) == ["Drukkerij Bos", "Bibliotheek"]


def test_it_is_told_where_bytes_of_what_was_erased_are_still_being_read(monkeypatch):
    monkeypatch.setattr("regional.workspace.erasure._cleaned", lambda _: False)
    test = with_list(LIST)
    test.session_state["sheet"] = test.session_state["upkeep"] = True
    at(test, "see").checkbox(key="erase_sure").check().run()
    test.button(key="erase").click().run()
    assert any("resten" in toast.value for toast in test.toast)
    assert names(test) == ["Drukkerij Bos"]
    assert any("resten" in warning.value for warning in test.warning)


def test_answers_and_confirmations_of_one_upload_are_one_version():
    test = with_list(b"naam;plaats;sector\nBasisschool De Brug;Bergen;P\nDe Kring;Heerlen;K\n")
    test.radio(key="asked:place:Bergen").set_value("GM0373")
    right(test)
    asked(test, "yes:")[0].click().run()
    versions = space(test).versions.list()
    assert [version.why for version in versions] == ["lijst.csv"]
    assert [row.cells.get("gemeente") for row in space(test).versions.rows()] == ["GM0373", "GM0917"]


def test_a_column_that_is_chosen_is_read_so_and_remembered_for_this_kind_of_file():
    test = with_list(b"naam;vanwaar\nDe Kring;Heerlen\nDe Bron;Kerkrade\nHet Huis;Landgraaf\n")
    read = test.session_state["imported_partners"]
    assert [(guess.heading, guess.column) for guess in read.columns] == [("naam", "naam"), ("vanwaar", "plaats")]
    asked_of = test.radio(key="asked:column:vanwaar")
    assert "Heerlen, Kerkrade, Landgraaf" in asked_of.label
    assert asked_of.value == "plaats"
    asked_of.set_value("-")
    right(test)
    assert [guess.column for guess in test.session_state["imported_partners"].columns] == ["naam", ""]
    test.session_state["list_about"] = "columns"
    columns = next(frame for frame in test.run().dataframe if "Kop" in frame.value)
    assert columns.value.to_dict("list")["Drie waarden"][1] == "Heerlen, Kerkrade, Landgraaf"
    again(test, b"naam;vanwaar\nDe Kring;Heerlen\nDe Bron;Kerkrade\nHet Huis;Landgraaf\n")
    assert not [radio for radio in test.radio if str(radio.key).startswith("asked:")]


def test_what_is_not_answered_comes_after_all_else():
    test = with_list(b"naam;soort\nBasisschool A;abc\nBasisschool B;def\n")
    assert "Basisschool" not in said(test)
    right(test)
    assert "2 namen bevatten \u201cBasisschool\u201d" in said(test)
    test.button(key="rules_later").click().run()
    assert [radio.key for radio in test.radio if str(radio.key).startswith("asked:")] == [
        "asked:kinds:abc", "asked:kinds:def",
    ]  # fmt: skip


def test_who_was_told_to_be_an_organisation_is_read_so_from_then_on():
    test = with_list(b"naam;vooral_voor\nJan Jansen;ouderen\n")
    assert for_whom(test) == ["n.v.t."]
    test.button(key="all_organisations").click().run()
    assert for_whom(test) == ["65+"]
    again(test, b"naam;vooral_voor\nJan Jansen;jongeren\n")
    test.button(key="keep_list").click().run()
    assert for_whom(test) == ["15-25"]


def test_the_region_is_asked_at_the_first_list_with_how_many_sit_there_and_none_chosen():
    test = with_list(b"naam;plaats\nA;Leeuwarden\nB;Drachten\nC;Heerlen\n")
    test.switch_page("pages/overzicht.py").run()
    assert "Voor welk gebied is uw museum er?" in said(test)
    test.selectbox(key="museum_place").set_value("GM0080").run()
    areas = test.radio(key="museum_area_GM0080")
    assert areas.value is None
    offered = [option.replace("\\", "") for option in areas.options]
    assert offered[0] == "Leeuwarden: 1 van uw 3 partners"
    assert "Provincie Fryslân (Friesland): 2 van uw 3 partners" in offered
    areas.set_value("PV21").run()
    assert "Voor welk gebied is uw museum er?" not in said(test)
    assert "3 partners, van wie 2 in de regio" in said(test)
    assert space(test).museum().municipality == "GM0080"
    test.session_state["region"] = ""
    assert "Provincie Fryslân" in said(test.run())


def test_an_answer_after_an_edit_loses_neither_the_edit_nor_who_was_added():
    test = edited(with_list(b"naam;plaats;bedrag\nEen;Bergen;5\nTwee;Heerlen;6\n"),
                  edited_rows={1: {"bedrag": "75"}}, added_rows=[{"naam": "Bibliotheek"}])  # fmt: skip
    test.button(key="keep_edits").click().run()
    at(test, "check").radio(key="asked:place:Bergen").set_value("GM0373")
    right(test)
    rows = {row.name: (row.cells.get("gemeente"), row.cells.get("bedrag")) for row in space(test).versions.rows()}
    assert rows == {"Een": ("GM0373", "5"), "Twee": ("GM0917", "75"), "Bibliotheek": (None, None)}


def test_the_same_list_again_asks_nothing():
    test = again(with_list(LIST), LIST)
    assert "Er verandert niets" in said(test)
    assert not test.checkbox
    assert not asked(test, "keep_list")


def test_a_list_that_only_adds_places_asks_of_nobody_whether_it_is_the_same():
    test = again(with_list(b"naam\nDe Kring\nDe Bron\n"), b"naam;plaats\nDe Kring;Kerkrade\nDe Bron;Heerlen\n")
    assert not test.checkbox
    test.button(key="keep_list").click().run()
    assert [row.cells["plaats"] for row in space(test).versions.rows()] == ["Kerkrade", "Heerlen"]
