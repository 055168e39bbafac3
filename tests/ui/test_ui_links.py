"""Links of partners on the page with questions: made once, withdrawn and made anew in one click, by an editor."""

import datetime as dt
from threading import Event

import pytest

from regional.access import Mode
from regional.access.modes import Request
from regional.publishing.invitations import Invitations
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said, to_json
from regional.ui import access, storage
from regional.ui.questionnaire.own import DRAFT
from regional.workspace.records import OwnAnswer, ResponseRecord
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_pages import opened, words

SERVES_FORMS = access.serves_forms


@pytest.fixture
def museum(monkeypatch, visit_as):
    """A museum's own server with an editor and a list of two partners."""
    workspace = Workspace.in_memory()
    workspace.versions.keep([{"naam": "De Kring"}, {"naam": "Atelier Bos"}], "lijst")
    workspace.museums.save(workspace.museum().changed(vision="Voor iedereen"))
    for part_id, one in DRAFT.items():
        workspace.own_answers.add(OwnAnswer(question=part_id, answer=one.words, codes=one.codes))
    visit_as(Mode.SIGNED_IN, "editor")
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    monkeypatch.setattr(access, "serves_forms", lambda: True)
    return workspace


def made():
    test = opened("vragen_aan_partners")
    test.button(key="ask_all").click().run()
    return test.button(key="make_links").click().run()


def tokens(test):
    return [code.value.split("link=")[1] for code in test.code if "zes_vragen?link=" in code.value]


def test_links_are_made_for_who_was_chosen_and_shown_until_the_editor_has_them(museum):
    test = made()
    found = tokens(test)
    assert [Invitations(museum).open(token).name for token in found] == ["De Kring", "Atelier Bos"]
    assert all(token not in str(museum.invitations.list()) for token in found)
    test.button(key="links_saved").click().run()
    assert tokens(test) == []


def test_a_link_is_withdrawn_and_made_anew_in_one_click(museum):
    test = made()
    kring, bos = tokens(test)
    test.button(key="links_saved").click().run()
    test.session_state["links_standing"] = True
    test.run()
    first, second = [row.partner_id for row in museum.versions.rows()]
    test.button(key=f"link_off_{first}").click().run()
    test.button(key=f"link_new_{second}").click().run()
    (anew,) = tokens(test)
    links = Invitations(museum)
    assert [links.open(token) is not None for token in (kring, bos, anew)] == [False, False, True]
    assert "ingetrokken op" in words(test)


def test_a_viewer_makes_and_withdraws_nothing(museum, visit_as):
    Invitations(museum).make([row.partner_id for row in museum.versions.rows()])
    visit_as(Mode.SIGNED_IN, "viewer")
    test = opened("vragen_aan_partners")
    test.session_state["links_standing"] = True
    test.run()
    dead = [button.disabled for button in test.button if str(button.key).startswith("link_")]
    assert dead
    assert all(dead)


def test_what_a_partner_took_back_is_emptied_everywhere_once_the_editor_keeps_that(museum):
    partner_id = museum.versions.rows()[0].partner_id
    said = {part_id: Said(("dont_know",)) for part_id in PARTS} | {"needs": Said((), "Stilte")}
    links = Invitations(museum)
    (token,) = links.make([partner_id]).values()
    links.send(token, to_json(said))
    test = opened("vragen_aan_partners")
    test.button(key="keep_all").click().run()
    assert "Stilte" in str(museum.questions.list())
    links.wipe(token)
    test.run()
    next(button for button in test.button if str(button.key).startswith("keep_")).click().run()
    assert "Stilte" not in str(museum.questions.list())
    assert "Stilte" not in str(museum.responses.list())


def test_links_that_closed_long_ago_are_due(museum):
    Invitations(museum).make([museum.versions.rows()[0].partner_id])
    today = dt.date.today()
    kinds = [due.kind for due in museum.due_for_erasure(today + dt.timedelta(days=500))]
    assert "invitations" in kinds
    museum.responses.add(ResponseRecord(partner_id="x", way="form", received_on=today - dt.timedelta(days=900)))
    assert "responses" in [due.kind for due in museum.due_for_erasure(today)]


@pytest.mark.parametrize(
    ("host", "is_routed", "has_sign_in", "is_told"),
    [
        ("museum.example", True, True, False),
        ("museumzuid.streamlit.app", True, True, True),  # the Community Cloud: Streamlit's own addresses alone
        ("museum.example", False, True, True),  # run as a plain script
        ("museum.example", True, False, True),
    ],
)
def test_where_no_link_opens_the_page_says_so_and_the_other_ways_serve(
    museum, monkeypatch, host, is_routed, has_sign_in, is_told
):
    monkeypatch.setattr(access, "serves_forms", SERVES_FORMS)
    monkeypatch.setattr(access, "serves_links", lambda: has_sign_in)
    monkeypatch.setattr(access, "ROUTED", Event())
    monkeypatch.setattr(access, "the_request", lambda: Request(host))
    if is_routed:
        access.ROUTED.set()
    test = opened("vragen_aan_partners")
    test.button(key="ask_all").click().run()
    assert ("Voor een link is een server nodig" in words(test)) == is_told
    assert bool([button for button in test.button if button.key == "make_links"]) != is_told
    offered = {button.key for button in test.get("download_button")}
    assert offered >= {"mails_zip", "mails_xlsx", "paper_zip", "sheets_zip", "forms_zip"}
