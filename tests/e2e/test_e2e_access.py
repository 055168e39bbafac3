"""Signing in, in a real browser with a real provider: who gets in, as what, and where they land."""

from __future__ import annotations

import http.client
import http.server
import re
import socket
import socketserver
import threading
from contextlib import contextmanager, suppress
from functools import partial
from urllib.parse import urlsplit

import pytest

from tests.e2e.deployed import EDITOR, STRANGER, VIEWER, sign_in
from tests.e2e.harness import settle, shot, visit

pytestmark = pytest.mark.browser


def main_text(page):
    return page.get_by_test_id("stMain").inner_text()


def test_a_stranger_sees_only_that_they_must_sign_in(museum, page, watch):
    app, _ = museum
    for address in ("", "/onze_partners"):
        visit(page, app + address)
        assert "Log eerst in." in main_text(page)
        assert page.get_by_test_id("stSidebarNavLink").count() == 0
        assert page.locator("table, [data-testid=stPlotlyChart], [data-testid=stDataFrame]").count() == 0
    shot(page, "sign_in_1280")
    watch.assert_clean(page)


def test_the_button_to_sign_in_can_be_read_in_the_dark(museum, chromium):
    context = chromium.new_context(color_scheme="dark", locale="nl-NL")
    page = context.new_page()
    visit(page, museum[0])
    button = page.get_by_role("button", name="Inloggen")
    text, ground = (button.evaluate(f"e => getComputedStyle(e).{name}") for name in ("color", "backgroundColor"))
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (text, ground)
    context.close()


def luminance(colour):
    """Return the relative luminance of "rgb(r, g, b)" (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_who_signs_in_lands_on_the_page_that_was_asked_for_and_signing_out_closes_all(museum, page, watch):
    app, _ = museum
    sign_in(page, f"{app}/onze_partners", EDITOR)
    page.get_by_role("heading", name="Onze partners", level=1).wait_for()
    assert urlsplit(page.url).path == "/onze_partners"
    sidebar = page.get_by_test_id("stSidebar")
    assert f"Ingelogd als {EDITOR}" in sidebar.inner_text().replace("\u2060", "")
    assert sidebar.locator('a[href^="mailto"]').count() == 0
    assert "ps_return" not in [cookie["name"] for cookie in page.context.cookies()]
    shot(page, "signed_in_1280")
    watch.assert_clean(page)
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/end_session**")
    visit(page, f"{app}/onze_partners")
    assert "Log eerst in." in main_text(page)


def action_form(page):
    """Open the form for a new action on the page of the plan, and return its button."""
    page.get_by_role("heading", name="Plan van aanpak", level=1).wait_for()
    page.get_by_text("Een actie afspreken").click()
    box = page.get_by_test_id("stExpander").filter(has_text="Een actie afspreken").last
    button = box.get_by_role("button", name="Bewaren").first
    button.wait_for()
    settle(page)
    return button


def test_an_editor_changes_what_the_museum_keeps_and_no_cookie_leads_elsewhere(museum, page):
    app, workspace = museum
    sign_in(page, f"{app}/plan_van_aanpak", EDITOR)
    button = action_form(page)
    page.get_by_label("Wat gaan we doen").fill("Bel de bibliotheek")
    page.get_by_label("Wat gaan we doen").press("Enter")
    settle(page)
    button.click()
    page.get_by_test_id("stToast").wait_for()
    assert "Bel de bibliotheek" in [action.title for action in workspace.actions.list()]
    leads_nowhere(page, app)


def test_a_viewer_sees_everything_and_can_change_nothing(museum, page, watch):
    app, _ = museum
    sign_in(page, f"{app}/plan_van_aanpak", VIEWER)
    button = action_form(page)
    assert "u kunt alles bekijken" in page.get_by_test_id("stSidebar").inner_text()
    assert button.is_disabled()
    shot(page, "viewer_plan_1280")
    visit(page, f"{app}/onze_partners")
    page.get_by_role("radio", name="1. Uw lijst").click()
    assert page.get_by_test_id("stFileUploaderDropzone").locator("button").is_disabled()
    watch.assert_clean(page)


def test_who_is_not_let_in_is_told_why_and_may_try_another_account(museum, page):
    app, _ = museum
    page.context.route("https://cdn.jsdelivr.net/**", lambda route: route.fulfill(body=""))
    page.goto(f"{app}/onze_partners")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name=STRANGER, exact=True).click()
    page.get_by_text("niet op de lijst").wait_for()
    assert page.get_by_test_id("stSidebarNavLink").count() == 0
    shot(page, "refused_1280")
    page.get_by_role("button", name="Inloggen met een ander account").click()
    page.wait_for_url("**/oauth2/**")


def leads_nowhere(page, app):
    """See that a cookie with another address opens no other page than the first."""
    for evil in ("https://evil.example", "%2F%2Fevil.example"):
        page.context.add_cookies([{"name": "ps_return", "value": evil, "url": app}])
        visit(page, app)
        assert urlsplit(page.url).netloc == urlsplit(app).netloc
        assert urlsplit(page.url).path == "/"


def test_a_session_that_somebody_planted_is_not_signed_in(museum, chromium):
    """Session fixation: cookies of before the sign-in open nothing after it, and a made-up one nothing at all."""
    app, _ = museum
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    visit(page, f"{app}/delen")
    planted = context.cookies()
    sign_in(page, f"{app}/delen", EDITOR)
    page.get_by_role("heading", name="Delen", level=1).wait_for()
    other = chromium.new_context(locale="nl-NL")
    other.add_cookies(planted)
    other.add_cookies([{"name": "_streamlit_user", "value": "made-up", "url": app}])
    attacker = other.new_page()
    visit(attacker, f"{app}/delen")
    assert "Log eerst in." in main_text(attacker)
    cookies = {cookie["name"]: cookie for cookie in context.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    assert cookies["_streamlit_user"]["sameSite"] == "Lax"
    context.close()
    other.close()


def test_no_answer_of_the_server_may_be_framed_indexed_or_told_on(museum):
    app, _ = museum
    at = urlsplit(app)
    for path in ("/", "/voor_de_vergadering?link=x", "/app/static/icon.png", "/nowhere", "/_stcore/health"):
        connection = http.client.HTTPConnection(at.hostname, at.port)
        connection.request("GET", path)
        headers = connection.getresponse().headers
        assert "frame-ancestors 'self'" in headers["content-security-policy"], path
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers["x-content-type-options"] == "nosniff"
        connection.close()


def test_another_site_cannot_frame_the_board_page(museum, page, tmp_path):
    """The other site has a server of its own: a page made up in the browser may not reach this one anyhow."""
    app, _ = museum
    (tmp_path / "index.html").write_text(f'<iframe src="{app}/voor_de_vergadering?link=x"></iframe>', encoding="utf-8")
    site = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    )
    with site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        with page.expect_console_message(lambda said: "frame-ancestors 'self'" in said.text):
            page.goto(f"http://localhost:{site.server_address[1]}/")
        site.shutdown()
    assert page.frames[1].query_selector("main") is None


def test_local_work_does_not_open_behind_a_proxy(app, page):
    with relay(urlsplit(app).port, "X-Forwarded-For: 203.0.113.9") as address:
        visit(page, f"{address}/onze_partners")
        assert "U komt hier via een andere server" in main_text(page)
        assert page.get_by_test_id("stSidebarNavLink").count() == 0


def test_local_work_opens_through_a_plain_tunnel_to_this_computer(app, page):
    with relay(urlsplit(app).port, "X-Nothing: 1") as address:
        visit(page, f"{address}/onze_partners")
        assert page.locator("h1").inner_text() == "Onze partners"


@contextmanager
def relay(port, header):
    """Pass every connection on to a port of this computer, with one more header, as a proxy does."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            with socket.create_connection(("localhost", port)) as there:
                head = self.request.recv(65_536)
                there.sendall(head.replace(b"\r\n", f"\r\n{header}\r\n".encode(), 1))
                back = threading.Thread(target=_pass_on, args=(there, self.request), daemon=True)
                back.start()
                _pass_on(self.request, there)
                back.join(5)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"
        server.shutdown()


def _pass_on(source, target):
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
