"""Who are we looking for? in a real browser: the call comes out as PDF, Stel dat shows both mirrors."""

import pytest

from tests.e2e.harness import settle, shot, visit

pytestmark = pytest.mark.browser


def test_from_profile_to_call_and_stel_dat(app, chromium, watch):
    context = chromium.new_context(viewport={"width": 360, "height": 900}, color_scheme="dark", locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    visit(page, f"{app}/wie_zoeken_we")
    page.get_by_role("tab", name="Als open oproep").click()
    settle(page)
    with page.expect_download() as pdf:
        page.get_by_role("button", name="Downloaden als PDF").click()
    assert pdf.value.path().read_bytes().startswith(b"%PDF")
    assert pdf.value.suggested_filename == "open-oproep.pdf"
    page.get_by_role("tab", name="De beste volgende partners").click()
    settle(page)
    page.get_by_role("button", name="Zoek de beste combinatie").click()
    page.get_by_text("Bijna even goed").wait_for()
    settle(page)
    page.get_by_role("button", name="Bekijk deze combinatie bij Stel dat").click()
    page.get_by_text("65 jaar of ouder: door 9 partners bereikt").wait_for()
    settle(page)
    watch.assert_clean(page)
    shot(page, "wie_zoeken_we_360_dark_stel_dat")
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    context.close()
