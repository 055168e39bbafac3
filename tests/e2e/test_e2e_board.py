"""What reaches a board visitor's browser, byte by byte: the publication and nothing of the museum's list."""

import datetime as dt
from pathlib import Path

import pytest

from regional.partners.sample import load_sample
from regional.publishing.links import hashed, new_link
from regional.publishing.publication import from_json
from regional.publishing.store import WorkspaceStore, expires
from regional.workspace.workspace import open_workspace
from tests.e2e.deployed import EDITOR, deploy, sign_in
from tests.e2e.harness import barriers, settle, shot, visit
from tests.e2e.recorder import Recorder

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PUBLICATION = from_json((ROOT / "tests/publishing/fixtures/publication-5.json").read_text(encoding="utf-8").strip())
ROWS = (ROOT / "data/sample/partners.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
UNTIL = dt.date.today() + dt.timedelta(days=30)
BOARD = "voor_de_vergadering?link="


def link_to(workspace, until=UNTIL):
    store = WorkspaceStore(workspace)
    return new_link(store, store.freeze(PUBLICATION, until).id, expires(until))


def share(page, app):
    """Sign in, share what is on screen as a director does, and return the link."""
    sign_in(page, f"{app}/delen", EDITOR)
    page.get_by_text("Ja, toch delen").click()
    settle(page)
    page.get_by_role("button", name="Leg vast en maak een link").click()
    page.get_by_test_id("stCode").wait_for()
    settle(page)
    return page.get_by_test_id("stCode").inner_text().strip()


def text_of(page):
    return page.locator("main").inner_text()


def read_all(page, link):
    """Open a link, and every detail on the page in both languages."""
    recorder = Recorder(page)
    visit(page, link)
    for summary in page.locator(".ps-board summary").all():
        summary.click()
    recorder.note()
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="How are we doing?").wait_for()
    settle(page)
    return recorder


def fresh(chromium, watch, width=1280, scheme="light"):
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def test_no_partner_of_the_sample_reaches_a_visitor(museum, page, chromium, watch):
    app, _ = museum
    names = [str(name) for name in load_sample().portfolio.frame["name"]]
    link = share(page, app)
    recorder = Recorder(page)
    visit(page, f"{app}/onze_partners")
    page.get_by_text("3. Bekijken").click()
    settle(page)
    assert recorder.holds(names) == names, "the recorder misses what the director sees"
    visitor = fresh(chromium, watch)
    recorder = read_all(visitor, link)
    assert recorder.holds(["Voorbeeld van een verzonnen museum", "How are we doing?"])
    assert recorder.holds([*names, *ROWS]) == []
    watch.assert_clean(visitor)
    visitor.context.close()


def test_withdrawal_is_seen_within_ten_seconds_on_an_open_page(museum, page, watch):
    app, workspace = museum
    token = link_to(workspace)
    visit(page, f"{app}/{BOARD}{token}")
    assert "Hoe doen we het?" in text_of(page)
    WorkspaceStore(workspace).withdraw(hashed(token))
    page.get_by_role("heading", name="Deze pagina gaat niet open").wait_for(timeout=10_000)
    assert "Hoe doen we het?" not in text_of(page)
    watch.assert_clean(page)


def test_an_open_detail_stays_open_while_the_page_looks_again(museum, page):
    app, workspace = museum
    visit(page, f"{app}/{BOARD}{link_to(workspace)}")
    page.locator(".ps-board summary").first.click()
    with page.expect_response(lambda answer: "/open?link=" in answer.url) as asked:
        pass
    assert asked.value.json() is True
    assert page.locator(".ps-board details").first.get_attribute("open") is not None


def test_bad_tokens_all_see_the_same_page(museum, page, watch):
    app, workspace = museum
    withdrawn = link_to(workspace)
    WorkspaceStore(workspace).withdraw(hashed(withdrawn))
    expired = link_to(workspace, dt.date.today() - dt.timedelta(days=2))
    seen = []
    for token in (expired, withdrawn, link_to(workspace)[:-2], "A" * 43, ""):
        visit(page, f"{app}/{BOARD}{token}")
        seen.append((text_of(page), page.title()))
    assert len(set(seen)) == 1, seen
    assert "Deze pagina gaat niet open" in seen[0][0]
    watch.assert_clean(page)


def test_a_link_may_be_the_first_request_after_a_start(page, watch, tmp_path, signs_in):
    url = f"sqlite:///{tmp_path.as_posix()}/kept.db"
    workspace = open_workspace(url)
    token = link_to(workspace)
    workspace.close()
    with deploy(tmp_path, signs_in, url) as app:
        recorder = Recorder(page)
        visit(page, f"{app}/{BOARD}{token}")
        assert page.locator("h1").inner_text() == "Onze partners"
        assert page.get_by_text("Page not found").count() == 0
        assert page.get_by_test_id("stApp").count() == 0
        assert recorder.holds([str(name) for name in load_sample().portfolio.frame["name"]]) == []
        watch.assert_clean(page)


def test_a_reload_and_the_other_language_keep_the_link(museum, page):
    app, workspace = museum
    visit(page, f"{app}/{BOARD}{link_to(workspace)}")
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="How are we doing?").wait_for()
    page.reload()
    settle(page)
    assert "How are we doing?" in text_of(page)


def test_search_engines_are_kept_out_and_no_address_is_passed_on(museum, page):
    app, workspace = museum
    visit(page, f"{app}/{BOARD}{link_to(workspace)}")
    assert "noindex" in page.locator('meta[name="robots"]').get_attribute("content")
    assert page.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"
    assert page.locator(".ps-board a").count() == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_the_board_page_fits_every_screen_in_both_languages_and_schemes(museum, chromium, watch, width):
    app, workspace = museum
    page = fresh(chromium, watch, width)
    visit(page, f"{app}/{BOARD}{link_to(workspace)}")
    for summary in page.locator(".ps-board summary").all():
        summary.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        shot(page, f"voor_de_vergadering_{width}_{scheme}")
        assert barriers(page) == [], scheme
    overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0, f"{overflow} px wider than the screen"
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.ps-board *')].filter(e => e.getBoundingClientRect().right > innerWidth)"
        ".map(e => e.tagName + e.className)"
    )
    assert wide == []
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="How are we doing?").wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert barriers(page) == [], scheme
    watch.assert_clean(page)
    page.context.close()


def test_the_first_screen_of_a_phone_says_what_stands_out_what_was_agreed_and_what_is_asked(museum, chromium, watch):
    app, workspace = museum
    page = fresh(chromium, watch, 360)
    page.set_viewport_size({"width": 360, "height": 740})
    for language in ("", "&taal=en"):
        visit(page, f"{app}/{BOARD}{link_to(workspace)}{language}")
        first = page.locator(".ps-first")
        assert first.locator(".ps-picture svg").bounding_box()["height"] > 40
        assert "14\u00a0%" in first.inner_text()
        assert {"Drie kennismakingen in Beekdaelen", "1 van 3 kennismakingen gedaan"} <= set(
            first.inner_text().splitlines()
        )
        asked = first.locator(".ps-asked").bounding_box()
        assert asked["y"] + asked["height"] <= 740
    page.context.close()


def test_every_detail_is_on_paper_too(museum, page):
    app, workspace = museum
    visit(page, f"{app}/{BOARD}{link_to(workspace)}")
    page.emulate_media(media="print")
    heights = page.locator(".ps-board details > table").evaluate_all("found => found.map(e => e.offsetHeight)")
    assert heights
    assert min(heights) > 0
