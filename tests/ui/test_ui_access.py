"""Who sees and does what, page by page; asked in Python, whatever stands on the screen."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from regional.access import Mode
from regional.partners.records import to_records
from regional.partners.sample import load_sample
from regional.ui import storage
from regional.ui.markdown import escape_markdown
from regional.ui.router import MENU
from regional.workspace.errors import ReadOnly
from regional.workspace.records import Action as Agreed
from regional.workspace.records import Conversation, RegionNote
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_pages import opened, words

PAGES = [name for name, *_ in MENU]
CHANGES = ("Bewaren", "Verwijderen", "Bevestig", "Noteer", "Leg vast", "Overal verwijderen", "Nieuwere cijfers")


@pytest.fixture
def kept(monkeypatch):
    """What a museum keeps, with something of everything that can be changed."""
    workspace = Workspace.in_memory()
    workspace.versions.keep(to_records(load_sample().portfolio), "lijst")
    partner = workspace.versions.rows()[0].partner_id
    workspace.actions.add(Agreed(title="Bel de bibliotheek"))
    workspace.conversations.add(Conversation(partner_id=partner, day=dt.date(2026, 9, 1), notes="Goed gesprek"))
    workspace.region_notes.add(RegionNote(region="PV31", text="Weinig openbaar vervoer"))
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    storage._kept_to_read.clear()
    yield workspace
    storage._kept_to_read.clear()


@pytest.mark.parametrize("page", PAGES)
def test_a_viewer_sees_every_page_and_no_button_that_changes_anything_works(kept, visit_as, page):
    visit_as(Mode.SIGNED_IN, "viewer")
    test = opened(page)
    assert not test.exception
    assert not test.error
    assert not [b.label for b in test.button if b.label.startswith(CHANGES) and not b.disabled]
    assert not [f.label for f in test.get("file_uploader") if not f.disabled and f.key != "report_logo"
                and f.key != "advice_file"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_who_is_refused_sees_nothing_of_any_page(kept, visit_as, page):
    visit_as(Mode.REFUSED)
    test = opened(page)
    assert [title.value for title in test.title] == ["Partnerspiegel"]
    assert not test.table
    assert not test.dataframe
    assert not test.get("plotly_chart")


def test_a_role_that_was_taken_away_counts_at_the_next_click(kept, visit_as):
    visit_as(Mode.SIGNED_IN, "editor")
    test = opened("delen")
    next(b for b in test.checkbox if str(b.key).startswith("share_agreed")).check().run()
    press = next(b for b in test.button if b.key == "share_make")
    visit_as(Mode.SIGNED_IN, "viewer")
    press.click().run()
    assert not test.exception
    assert not kept.publications.list()


def test_a_click_that_is_no_longer_allowed_does_nothing_and_says_why(kept, visit_as):
    visit_as(Mode.SIGNED_IN, "editor")
    test = opened("onze_regio", region="GM0935")
    test.session_state["museum_settings"] = True
    press = test.run().button(key="default_region")
    visit_as(Mode.SIGNED_IN, "viewer")
    press.click().run()
    assert [w.value for w in test.warning] == ["U kunt hier alles bekijken, maar niets wijzigen of delen."]
    assert not kept.region_choices.list()


def test_what_a_page_forgets_to_ask_is_refused_at_the_database(kept, visit_as):
    visit_as(Mode.SIGNED_IN, "viewer")
    space = storage.workspace()
    before = kept.actions.list()
    for change in (
        lambda: space.actions.add(Agreed(title="Stiekem")),
        lambda: space.actions.delete(before[0].id),
        lambda: space.erase(kept.versions.rows()[0].partner_id),
        lambda: space.restore_backup(kept.backup()),
        lambda: space.versions.keep([], "leeg"),
        lambda: space.set_retention("questions", 1),
    ):
        with pytest.raises(ReadOnly):
            change()
    assert kept.actions.list() == before


def test_a_viewer_cannot_take_the_list_or_a_backup_along(kept, visit_as):
    visit_as(Mode.SIGNED_IN, "viewer")
    test = opened("onze_partners")
    test.session_state["upkeep"] = True
    test.run()
    assert not [d.proto.label for d in test.get("download_button") if "export_" in d.proto.id or "backup" in d.proto.id]


def test_where_nobody_can_sign_in_each_visitor_is_alone(visit_as):
    visit_as(Mode.VISITOR)
    first, second = opened("plan_van_aanpak"), opened("plan_van_aanpak")
    assert "blijft tot u dit venster sluit" in words(first)
    first.session_state[storage.ALONE].actions.add(Agreed(title="Bel de bibliotheek"))
    assert not second.run().session_state[storage.ALONE].actions.list()


@pytest.mark.parametrize(
    "text", ["WWW.evil.example", "www.evil.example", "a@evil.example", "https://evil.example", "[x](https://e.x)"]
)
def test_a_name_holds_nothing_that_becomes_a_link_when_escapes_are_gone(text):
    shown = re.sub(r"\\(.)", r"\1", escape_markdown(text))
    assert shown.replace("\u2060", "") == text
    assert not re.search(r"www\.|://|\w@", shown, re.IGNORECASE)
