"""Newer figures that cannot be had, in a real browser; tests/cbs and tests/ui say the same of each part."""

from tests.e2e.conftest import chromium, page, watch, window  # noqa: F401 - fixtures
from tests.e2e.harness import serve, settle, visit
from tests.servers.cbs import cbs_server


def test_when_cbs_fails_the_embedded_figures_stay_and_that_is_told(page, tmp_path):  # noqa: F811
    with cbs_server() as cbs:
        address = cbs.url
    with serve(tmp_path, CBS_URL=address) as app:
        visit(page, f"{app}/onze_regio")
        page.get_by_role("button", name="Nieuwere cijfers en grenzen ophalen").click()
        page.get_by_role("button", name="Stoppen met ophalen").wait_for(timeout=20_000)
        assert page.locator('[data-testid="stMain"] h1').inner_text() == "Onze regio"
        page.get_by_role("button", name="Stoppen met ophalen").wait_for(state="detached", timeout=120_000)
        settle(page)
        assert "256.180 inwoners" in page.locator('[data-testid="stMain"]').inner_text()
        assert page.get_by_text("Opgehaald op").count() == 0
