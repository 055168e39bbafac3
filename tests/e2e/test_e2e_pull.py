"""Newer figures in a real browser: nothing is fetched unasked, and what was fetched says so on screen."""

import pytest

from tests.e2e.harness import serve, settle, visit
from tests.servers.cbs import cbs_server

pytestmark = pytest.mark.browser


def test_nothing_is_fetched_until_the_button_and_then_the_screen_says_so(page, tmp_path):
    with cbs_server() as cbs, serve(tmp_path, CBS_URL=cbs.url) as app:
        visit(page, f"{app}/onze_regio")
        assert not cbs.requests
        page.get_by_role("button", name="Nieuwere cijfers en grenzen ophalen").click()
        page.get_by_text("Kerncijfers wijken en buurten 2024 (85984NED): opgehaald").wait_for(timeout=90_000)
        settle(page)
        assert page.get_by_text("Opgehaald op").count() > 0
        visit(page, f"{app}/bronnen_en_uitleg")
        assert "86358NED" in page.locator('[data-testid="stMain"]').inner_text()
