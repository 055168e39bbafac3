"""Our region by keyboard alone: the box finds what is typed, the table beside the map adds and takes away."""

import re

import pytest

from tests.e2e.harness import settle, visit

pytestmark = pytest.mark.browser


def test_a_region_is_found_and_changed_without_a_mouse(app, chromium, watch):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    visit(page, f"{app}/onze_regio")
    box = page.get_by_test_id("stMain").get_by_role("combobox", name="Regio", exact=True)
    box.focus()
    page.keyboard.type("25 km rond Heerlen")
    offered = page.locator('[data-key="__creatable__"] [data-item-hl]')
    offered.wait_for()
    assert offered.evaluate("e => getComputedStyle(e, '::before').content") == '"Zoek wat is getypt (Enter)"'
    assert offered.evaluate("e => getComputedStyle(e).fontSize") == "0px", "Streamlit's own text is English"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("region=GM0917~25km"))
    settle(page)
    box.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Zeeland")
    page.get_by_role("option", name="Provincie Zeeland").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("region=PV29"))
    settle(page)
    box.focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "CANVAS":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    page.get_by_role("heading", name=re.compile(": 12 gemeenten")).wait_for()
    settle(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.get_by_role("heading", name=re.compile(": 11 gemeenten")).wait_for()
    watch.assert_clean(page)
    context.close()
