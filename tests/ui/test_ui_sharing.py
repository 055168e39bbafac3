"""Sharing and what a link opens: refused, warned, frozen, shown, counted, withdrawn."""

import datetime as dt
import json
from html import escape
from pathlib import Path

import pytest

from regional.access import Mode
from regional.partners.sample import load_sample
from regional.publishing.board import board_file, board_html
from regional.publishing.links import new_link
from regional.publishing.publication import from_json
from regional.publishing.store import Shared, WorkspaceStore, expires, has_link
from regional.texts import Message, texts
from regional.ui import board, storage
from regional.ui.sharing import goals, release
from regional.ui.view import sample
from regional.workspace.errors import WorkspaceError
from regional.workspace.records import Action, Goal, Museum
from regional.workspace.workspace import Workspace
from tests.ui.test_ui_pages import opened, words

FIXTURES = Path(__file__).parents[1] / "publishing" / "fixtures"
BARE = {path: from_json(path.read_text(encoding="utf-8").strip()) for path in sorted(FIXTURES.glob("*.json"))}
SHARED = [Shared(publication=publication) for publication in BARE.values()]
SHARED += [Shared.model_validate_json(path.read_text(encoding="utf-8")) for path in sorted(FIXTURES.glob("*/*.json"))]
LATER = dt.date.today() + dt.timedelta(days=30)
CLOSED = "Deze pagina gaat niet open"
NAMES = [str(name) for name in load_sample().portfolio.frame["name"]]


@pytest.fixture
def kept(monkeypatch, visit_as):
    """A museum's own server, with an editor: what is kept there, shared by all visitors."""
    workspace = Workspace.in_memory()
    visit_as(Mode.SIGNED_IN, "editor")
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    return workspace


def link_to(workspace, shared=SHARED[0], until=LATER):
    store = WorkspaceStore(workspace)
    return new_link(store, store.freeze(shared.publication, until).id, expires(until))


def board_page(token=None, **query):
    return opened("voor_de_vergadering", **({"link": token} if token is not None else {}), **query)


def html(test):
    return "\n".join([*(element.proto.body for element in test.get("html")), *(m.value for m in test.markdown)])


def button(test, key):
    return next(b for b in test.button if str(b.key).startswith(key))


def shared_once(test):
    for box in test.checkbox:
        if str(box.key).startswith("share_agreed"):
            box.check().run()
    return button(test, "share_make").click().run()


@pytest.mark.parametrize("shared", SHARED, ids=range(len(SHARED)))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_publication_ever_released_still_renders(kept, shared, language):
    test = board_page(link_to(kept, shared), taal=language)
    assert not test.exception
    assert escape(shared.publication.frame.title) in html(test)
    told = [theme.sentence.in_(language) if theme.rows else theme.title.in_(language)
            for theme in shared.publication.themes]  # fmt: skip
    assert [words for words in told if escape(words) not in html(test)] == []


def test_the_three_questions_stand_on_the_page(kept):
    drawn = html(board_page(link_to(kept)))
    for question in ("Hoe doen we het?", "Waarom zo?", "Wanneer doen we het goed?"):
        assert f"<h2>{question}</h2>" in drawn


def test_what_is_new_since_last_time_is_told():
    drawn = board_html(SHARED[-1], texts("nl"))
    assert SHARED[-1].news
    assert all(escape(line.nl) in drawn for line in SHARED[-1].news)


def test_what_is_typed_is_no_html():
    publication = SHARED[0].publication
    evil = publication.frame.model_copy(update={"title": "<script>x</script>", "explanation": '"><img src=x>'})
    shared = Shared(publication=publication.model_copy(update={"frame": evil}))
    for drawn in (board_html(shared, texts("nl")), board_file(shared, texts("nl"))):
        assert "<script" not in drawn
        assert "<img" not in drawn


def test_hidden_figures_stand_nowhere_on_the_page():
    stage = next(theme for theme in SHARED[0].publication.themes if theme.id == "stage")
    assert [row.shown for row in stage.rows] == ["few", "few", "shown", "shown", "withheld"]
    drawn = board_html(SHARED[0], texts("nl"))
    few, withheld = (" en ".join(r.label.nl for r in stage.rows if r.shown == how) for how in ("few", "withheld"))
    assert f"&lt;5, dus minder dan vijf of niemand: {few}." in drawn
    assert f"Niet getoond, om anderen te beschermen: {withheld}." in drawn
    assert "<td>&lt;5</td>" not in drawn


def test_no_d_and_no_p_value_is_shown():
    drawn = board_html(SHARED[0], texts("en")).casefold()
    for word in ("p-value", "p =", "dissimilarity", "significan"):
        assert word not in drawn


def test_the_board_page_reads_no_list_of_partners(kept, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the board page asked for partners")

    token = link_to(kept)
    monkeypatch.setattr("regional.ui.router.make_view", refuse)
    monkeypatch.setattr("regional.partners.sample.load_sample", refuse)
    monkeypatch.setattr(kept.versions, "load", refuse)
    sample.clear()
    test = board_page(token)
    assert not test.exception
    assert escape(SHARED[0].publication.frame.title) in html(test)


def test_one_visit_counts_once(kept):
    test = board_page(link_to(kept))
    test.run()
    test.run()
    storage.desk().visits.settle(20)
    assert WorkspaceStore(kept).records()[0].visits == 1


def bad_tokens(workspace):
    store, good = WorkspaceStore(workspace), link_to(workspace)
    store.withdraw(store.list()[-1].token_hash)
    expired = link_to(workspace, until=dt.date.today() - dt.timedelta(days=2))
    return [expired, good, link_to(workspace)[:-1] + "*", "A" * 43, "", None]


def test_every_bad_token_sees_the_same_polite_page(kept):
    pages = [board_page(token) for token in bad_tokens(kept)]
    assert not any(page.exception for page in pages)
    assert {words(page) for page in pages} == {words(pages[0])}
    assert {html(page) for page in pages} == {html(pages[0])}
    assert CLOSED in words(pages[0])


def test_who_was_invited_is_never_slowed_whoever_guesses(kept):
    token = link_to(kept)
    for _ in range(12):
        board_page("guess")
    assert CLOSED not in words(board_page(token))


def test_where_nothing_is_kept_no_link_opens_anything():
    assert CLOSED in words(board_page("A" * 43))


def test_where_nothing_is_kept_sharing_is_off_and_says_why():
    test = opened("delen")
    assert "er wordt niets bewaard" in words(test)
    assert not [b for b in test.button if b.key == "share_make"]


def test_on_ones_own_computer_a_link_needs_a_server_and_freezing_keeps(kept, visit_as):
    visit_as(Mode.LOCAL)
    test = opened("delen")
    assert "moet de app op een server staan" in words(test)
    shared_once(test)
    assert not test.exception
    assert [has_link(record) for record in WorkspaceStore(kept).records()] == [False]
    assert not test.get("code")


def test_little_to_stand_on_is_warned_of_and_needs_a_tick(kept):
    test = opened("delen")
    assert [w.value for w in test.warning] == [
        "Waar partners staan bij diversiteit en inclusie: dit steunt op 19 van 62 partners. Toch delen?"
    ]
    assert button(test, "share_make").disabled
    assert not WorkspaceStore(kept).records()


def test_a_file_needs_the_same_tick():
    test = opened("delen")
    file = next(b for b in test.get("download_button") if "share_file" in b.proto.id)
    assert file.proto.disabled
    next(box for box in test.checkbox if str(box.key).startswith("share_agreed")).check().run()
    assert not next(b for b in test.get("download_button") if "share_file" in b.proto.id).proto.disabled


def test_a_partners_name_in_a_text_is_refused_with_which(kept):
    test = opened("delen")
    next(a for a in test.text_area if a.key == "share_explanation").set_value(f"Praat met {NAMES[0].upper()}!").run()
    assert any(NAMES[0] in error.value.replace("\\", "") for error in test.error)
    assert not [b for b in test.button if b.key == "share_make"]


def drawn_for_the_board(test):
    """What stands on the board's page, or in the preview of it; the preview follows the reader's own scheme."""
    shown = [e.proto.srcdoc for e in test.get("iframe")] or [m.value for m in test.markdown]
    page = next(one for one in shown if '<div class="ps-board' in one)
    drawn = page[page.index('<div class="ps-board') :].partition("</main>")[0]
    return drawn.replace("ps-light", "ps-auto")


def test_the_link_opens_exactly_what_the_preview_showed(kept):
    test = opened("delen")
    preview = drawn_for_the_board(test)
    assert "Voorbeeld van een verzonnen museum" in preview
    token = shared_once(test).code[0].value.split("link=")[1]
    assert drawn_for_the_board(board_page(token)) == preview


def test_the_link_is_shown_once(kept):
    test = shared_once(opened("delen"))
    assert test.code
    button(test, "share_copied").click().run()
    assert not test.code


def test_after_freezing_the_file_of_what_was_frozen_is_there_until_one_has_it(kept, visit_as):
    visit_as(Mode.LOCAL)
    test = shared_once(opened("delen"))
    [record] = WorkspaceStore(kept).records()
    files = [b.proto.id for b in test.get("download_button") if "share_" in b.proto.id]
    assert ["share_frozen_file" in name for name in files] == [True]
    assert "Dit kunt u nu versturen" in " ".join(box.value for box in test.success)
    assert test.session_state[release.FROZEN] == record.id
    button(test, "share_copied").click().run()
    assert not test.success


def test_agreements_go_along_with_how_far_they_are_but_not_those_with_a_partner(kept):
    goal = kept.goals.add(Goal(title="Meer jongeren", year=2028))
    for done, of in ((dt.date(2026, 1, 5), goal.id), (None, goal.id), (dt.date(2026, 2, 3), None)):
        kept.actions.add(Action(title="Kennismaken", done_on=done, goal_id=of))
    kept.actions.add(Action(title="Bellen", partner_id="p" * 32))
    shared_once(opened("delen"))
    told = WorkspaceStore(kept).records()[0].payload["publication"]["frame"]["goals"]
    assert [(one["text"], one["so_far"]) for one in told] == [
        ("Meer jongeren", "1 van 2 acties gedaan"), ("Kennismaken", "gedaan op 3 februari 2026")]  # fmt: skip


def test_what_was_agreed_because_of_a_finding_goes_along_only_where_the_board_sees_that_finding(kept):
    seen, hidden = "Maak drie kennismakingen in Beekdaelen.", "Maak drie kennismakingen met organisaties voor jongeren."
    for title in (seen, hidden):
        kept.actions.add(Action(title=title, evidence="In de regio 14 %, bij ons 0 %."))
    shared_once(opened("delen"))
    told = WorkspaceStore(kept).records()[0].payload["publication"]["frame"]["goals"]
    assert [one["text"] for one in told] == [seen]


def test_what_the_museum_stands_for_is_seen_by_the_board(kept):
    kept.museums.add(Museum(vision="Iedereen hoort erbij"))
    token = shared_once(opened("delen")).code[0].value.split("link=")[1]
    assert "<h2>Waar wij voor staan</h2><p>Iedereen hoort erbij</p>" in html(board_page(token))


def test_a_tick_counts_for_one_publication(kept):
    assert button(shared_once(opened("delen")), "share_make").disabled


def test_a_link_opens_two_weeks_after_the_meeting_unless_chosen_otherwise(kept):
    test = opened("delen")
    meeting = dt.date.today() + dt.timedelta(days=20)
    next(d for d in test.date_input if d.key == "share_meeting").set_value(meeting).run()
    shared_once(test)
    assert WorkspaceStore(kept).records()[0].expires_on == meeting + dt.timedelta(days=14)


def test_goals_of_the_plan_go_along(kept):
    kept.goals.add(Goal(title="Meer jongeren", target=20, unit="share", year=2028, owner="directeur"))
    shared_once(opened("delen"))
    goal = WorkspaceStore(kept).records()[0].payload["publication"]["frame"]["goals"][0]
    assert goal == {"text": "Meer jongeren", "owner": "directeur", "target": "20\u00a0%", "year": 2028}


@pytest.mark.parametrize(
    ("unit", "target", "told"),
    [("partners", 1, "1 partner"), ("euro", 5000, "€\u00a05.000"), ("", 3, "3"), ("", None, "meer")],
)
def test_a_target_is_told_in_its_unit(unit, target, told):
    assert goals.target(Goal(title="x", unit=unit, target=target, wanted="meer"), texts("nl")) == told


def test_points_go_along_for_what_they_are_meant(kept):
    test = opened("delen")
    next(a for a in test.text_area if a.key == "share_decide").set_value("Doelen\n\n Budget ").run()
    shared_once(test)
    points = WorkspaceStore(kept).records()[0].payload["publication"]["frame"]["points"]
    assert points == [{"text": text, "purpose": "decide"} for text in ("Doelen", "Budget")]


def test_a_selection_on_screen_is_not_what_is_shared(kept):
    test = opened("delen", kind="funder", weight="money_in")
    assert "altijd over alle partners" in words(test)
    shared_once(test)
    assert WorkspaceStore(kept).records()[0].payload["publication"]["n"] == 62


def test_what_was_typed_is_still_there_after_another_page(kept):
    test = opened("delen")
    next(a for a in test.text_area if a.key == "share_explanation").set_value("Omdat het zo is.").run()
    test.switch_page("pages/spiegel.py").run()
    test.switch_page("pages/delen.py").run()
    assert next(a for a in test.text_area if a.key == "share_explanation").value == "Omdat het zo is."


def listed(test, record):
    test.session_state[f"shared_{record.id}"] = True
    return test.run()


def test_the_list_tells_of_visits_and_withdraws(kept):
    token = link_to(kept)
    board_page(token)
    record = WorkspaceStore(kept).records()[0]
    test = listed(opened("delen"), record)
    assert any("1 keer geopend" in box.label for box in test.expander)
    button(test, "withdraw_").click().run()
    assert any("ingetrokken op" in box.label for box in test.expander)
    assert CLOSED in words(board_page(token))


def test_the_texts_of_a_closed_publication_are_erased_and_its_figures_kept(kept):
    record = WorkspaceStore(kept).freeze(SHARED[0].publication, dt.date(2020, 1, 1))
    test = listed(opened("delen"), record)
    button(test, "forget_").click().run()
    assert not test.exception
    assert "Van 1 eerdere publicaties bewaren we alleen de cijfers" in words(test)
    [bare] = WorkspaceStore(kept).records()
    assert SHARED[0].publication.frame.title not in str(bare.payload)


def test_the_editor_is_told_what_the_board_does_not_see(kept):
    test = opened("delen")
    box = next(box for box in test.expander if "alleen voor u" in box.label)
    assert any("betekent minder dan vijf" in line.value for line in box.markdown)


def test_a_lost_link_is_replaced(kept):
    old = link_to(kept)
    test = listed(opened("delen"), WorkspaceStore(kept).records()[0])
    button(test, "relink_").click().run()
    assert CLOSED in words(board_page(old))
    assert CLOSED not in words(board_page(test.code[0].value.split("link=")[1]))


def test_a_publication_is_compared_with_an_earlier_one(kept):
    store = WorkspaceStore(kept)
    store.freeze(SHARED[0].publication, LATER)
    record = store.freeze(SHARED[0].publication, LATER)
    test = listed(opened("delen"), record)
    next(s for s in test.selectbox if str(s.key).startswith("compare_")).set_value(store.records()[1].id).run()
    assert "Hetzelfde beeld als de vorige keer" in words(test)


def test_the_address_of_a_link_is_that_of_the_server(monkeypatch):
    monkeypatch.setattr(release.st, "context", type("C", (), {"url": "https://x.nl/spiegel/delen"})())
    assert release.address("abc") == "https://x.nl/spiegel/voor_de_vergadering?link=abc"


def test_the_file_needs_nothing_else_and_says_it_is_not_to_be_indexed():
    drawn = board_file(SHARED[0], texts("nl"))
    assert "default-src 'none'" in drawn
    assert 'content="noindex, nofollow"' in drawn
    assert not [mark for mark in ("src=", "href=", "@import", "url(") if mark in drawn]


def test_the_fixtures_are_what_is_kept():
    assert len(SHARED) == len(list(FIXTURES.rglob("*.json")))
    assert all(json.loads(shared.model_dump_json())["publication"]["themes"] for shared in SHARED)


@pytest.fixture
def away(monkeypatch):
    """The database of the museum does not answer."""

    def fail():
        raise WorkspaceError(Message.of("We cannot reach what you kept. Is the disk or the database server there?"))

    monkeypatch.setattr(storage, "for_links", fail)
    storage.desk.cache_clear()


@pytest.mark.parametrize("token", ["", "A" * 43])
def test_while_the_database_is_away_every_link_sees_the_same_polite_page(away, token):
    test = opened("voor_de_vergadering", link=token)
    assert not test.exception
    assert [title.value for title in test.title] == ["Deze pagina gaat nu niet open"]
    assert "Er is niets mis met uw link" in words(test)


def test_an_open_page_stays_while_the_database_is_away(away, monkeypatch):
    monkeypatch.setattr(board.st, "rerun", lambda: pytest.fail("the page was closed"))
    board._look_again.__wrapped__("A" * 43)
