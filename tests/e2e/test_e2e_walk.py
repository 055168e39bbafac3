"""Through all pages in a real browser: nothing breaks, nothing leaves this machine."""

import pytest

from regional.ui.router import MENU
from tests.e2e.harness import barriers, settle, shot, visit

pytestmark = pytest.mark.browser
PAGES = tuple(name for name, *_ in MENU)
TITLES = {
    "overzicht": "Met wie werken we samen, en wie wonen er om ons heen?",
    "spiegel": "Spiegel",
    "onze_regio": "Onze regio",
    "onze_partners": "Onze partners",
    "onze_bubbel": "Kiezen we binnen onze eigen bubbel?",
    "bronnen_en_uitleg": "Bronnen en uitleg",
}
MOST = {1280: 2500, 360: 4500}
"""Pixels high at most, by pixels wide: more than that nobody oversees."""
HEIGHT = "() => document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
FOOT = "() => [...document.querySelectorAll('[data-testid=stPageLink]')].at(-1).getBoundingClientRect().bottom"
"""Where the last thing on the Overzicht ends, in a window 900 pixels high."""
PARAMS = "?region=CR39&weight=money_in&kind=funder&taal=en"


def title(page):
    return page.locator('[data-testid="stMain"] h1').first.inner_text()


def picked(page):
    """What the select boxes of the sidebar show."""
    boxes = page.locator('[data-testid="stSidebar"] [data-testid="stSelectbox"]').all()
    return [box.locator("input").input_value() or box.inner_text().split("\n")[-1] for box in boxes]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_every_page_is_whole_and_clean(app, chromium, watch, width, scheme):
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    for name in PAGES:
        visit(page, f"{app}/{name}")
        assert title(page) == TITLES.get(name, title(page)) != ""
        assert page.evaluate("document.documentElement.lang") == "nl"
        watch.assert_clean(page)
        assert page.evaluate(HEIGHT) <= MOST[width], name
        if (name, width) == ("overzicht", 1280):
            assert page.evaluate(FOOT) <= 900, "the Overzicht is one screen"
        shot(page, f"{name}_{width}_{scheme}")
        overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, f"{name} is {overflow} px wider than the screen"
        assert not barriers(page), name
    context.close()


def test_a_copied_address_shows_the_same(app, page, watch):
    visit(page, f"{app}/spiegel{PARAMS}&thema=urbanity")
    assert title(page) == "Mirror"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert picked(page)[:3] == ["COROP region Zuid-Limburg", "Funders", "Money in"]
    assert page.get_by_role("radio", name="City and countryside").get_attribute("aria-checked") == "true"
    watch.assert_clean(page)


def test_choices_go_along_to_the_next_page_and_survive_a_reload(app, page):
    visit(page, f"{app}/{PARAMS}")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Mirror").click()
    page.wait_for_url("**/spiegel?*")
    settle(page)
    for part in ("region=CR39", "weight=money_in", "kind=funder", "taal=en"):
        assert part in page.url
    page.reload()
    settle(page)
    assert title(page) == "Mirror"
    assert "COROP region Zuid-Limburg" in picked(page)


def test_back_and_forward_show_what_was_there(app, page):
    visit(page, f"{app}/onze_regio")
    page.get_by_role("radio", name="English").click()
    page.wait_for_function("() => document.querySelector('[data-testid=stMain] h1')?.innerText === 'Our region'")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Mirror").click()
    page.wait_for_function("() => document.querySelector('[data-testid=stMain] h1')?.innerText === 'Mirror'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('[data-testid=stMain] h1')?.innerText === 'Our region'")
    page.go_back()
    page.wait_for_function("() => document.querySelector('[data-testid=stMain] h1')?.innerText === 'Onze regio'")
    page.go_forward()
    page.wait_for_function("() => document.querySelector('[data-testid=stMain] h1')?.innerText === 'Our region'")


def test_a_click_on_the_map_takes_a_municipality_out(app, page, watch):
    visit(page, f"{app}/onze_regio")
    chart = page.locator('[data-testid="stPlotlyChart"]').first
    page.wait_for_function("() => document.querySelectorAll('.choroplethlayer path').length > 300")
    index = page.evaluate(
        """() => { const t = document.querySelector('.js-plotly-plot').data.findIndex(t => t.type === 'choropleth');
                  return [...document.querySelector('.js-plotly-plot').data[t].locations].indexOf('GM0986') }"""
    )
    assert index >= 0
    box = chart.locator(".choroplethlayer path").nth(index).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**region=*")
    assert "GM0986" not in page.url
    assert "GM0928" in page.url
    watch.assert_clean(page)
