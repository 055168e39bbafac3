"""Every page for everybody: axe in all languages, schemes and widths, every box open; by width and on paper."""

import io
import itertools

import pytest
from pypdf import PdfReader

from regional.texts import LANGUAGES
from regional.ui.router import MENU
from tests.e2e.conftest import app, chromium  # noqa: F401 - fixtures
from tests.e2e.harness import barriers, settle, visit

BOXES = "[data-testid=stExpander] details:not([open]) > summary"
OPEN = f"() => document.querySelectorAll('{BOXES}').forEach(box => box.click())"
OVER = "() => document.documentElement.scrollWidth - window.innerWidth"
PAGES = tuple(name for name, *_ in MENU)


def opened(page, address):
    """Open a page with everything that is folded away."""
    visit(page, address)
    page.evaluate(OPEN)
    settle(page)


@pytest.mark.parametrize(
    ("language", "width", "scheme"), list(itertools.product(LANGUAGES, (1280, 360), ("light", "dark"))), ids=str
)
def test_nothing_on_any_page_keeps_somebody_out(app, chromium, language, width, scheme):  # noqa: F811
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name in PAGES:
        opened(page, f"{app}/{name}?taal={language}")
        assert not barriers(page), name
    context.close()


@pytest.mark.parametrize("width", [320, 640], ids=["320 px", "200 % of 1280"])
def test_no_page_scrolls_sideways(app, chromium, width):  # noqa: F811
    context = chromium.new_context(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    for name in PAGES:
        opened(page, f"{app}/{name}?taal=nl")
        assert page.evaluate(OVER) <= 0, name
    context.close()


def test_every_page_prints_whole(app, chromium):  # noqa: F811
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    page = context.new_page()
    for name in PAGES:
        visit(page, f"{app}/{name}?taal=nl")
        words = page.get_by_test_id("stMain").inner_text().split()
        printed = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
        assert words[0] in printed, name
        assert words[-1] in printed, f"the end of {name} is not on paper"
    context.close()
