"""Draw every page with the sample in all languages, widths and schemes, and the other states once, as pictures.

``python tools/screenshots.py [folder]``; build/screenshots where no folder is named. CHROMIUM names the browser.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.texts import LANGUAGES  # noqa: E402
from regional.ui.router import MENU  # noqa: E402
from regional.workspace.workspace import open_workspace  # noqa: E402
from tests.e2e.harness import CHROMIUM_ARGS, serve, settle, visit  # noqa: E402
from tests.full_museum import fill  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS, SCHEMES = (1280, 360), ("light", "dark")
HEIGHT = 900
PATIENCE = 120_000
"""Milliseconds that a busy machine gets for a page."""
BARE = ROOT / "data" / "sample" / "kale-lijst.csv"
LISTS = {"empty": b"naam\n", "error": b"naam;bedrag\nEen;-5\n;7\n"}
"""Lists that show the states that the sample does not; the bare one is a file of the sample."""
README = {"overview.png": "overzicht_nl_1280_light.png", "mirror.png": "spiegel_nl_1280_light.png"}
"""Pictures in docs/ that README shows, and which of those made here they are."""


def main(folder: Path) -> None:
    """Make all pictures into ``folder``, and bring those of README up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as cache, serve(Path(cache)) as app, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=CHROMIUM_ARGS)
        for width in WIDTHS:
            for scheme in SCHEMES:
                for language in LANGUAGES:
                    _pages(chromium, app, folder, language, width, scheme)
        _states(chromium, folder)
        _full(chromium, folder)
        chromium.close()
    for name, made in README.items():
        (ROOT / "docs" / name).write_bytes((folder / made).read_bytes())


def _pages(chromium: Browser, app: str, folder: Path, language: str, width: int, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    for name, *_ in MENU:
        visit(page, f"{app}/{name}?taal={language}")
        picture(page, folder / f"{name}_{language}_{width}_{scheme}.png")
    context.close()


def _states(chromium: Browser, folder: Path) -> None:
    """Each state on a server of its own, as a list once read in stays."""
    for state, content in (LISTS | {"bare": BARE.read_bytes()}).items():
        with tempfile.TemporaryDirectory() as cache, serve(Path(cache)) as app:
            page = chromium.new_page(viewport={"width": WIDTHS[0], "height": HEIGHT})
            page.set_default_timeout(PATIENCE)
            visit(page, f"{app}/onze_partners?taal=nl")
            page.locator("input[type=file]").first.set_input_files(
                {"name": "lijst.csv", "mimeType": "text/csv", "buffer": content}
            )
            page.wait_for_timeout(2000)
            settle(page)
            picture(page, folder / f"onze_partners_{state}.png")
            for name in ("overzicht", "spiegel"):
                visit(page, f"{app}/{name}?taal=nl")
                picture(page, folder / f"{name}_{state}.png")
            page.close()


def _full(chromium: Browser, folder: Path) -> None:
    """Every page of a museum that filled in everything."""
    with tempfile.TemporaryDirectory() as cache:
        address = f"sqlite:///{Path(cache).as_posix()}/kept.db"
        space = open_workspace(address)
        fill(space, dt.date.today())
        space.close()
        with serve(Path(cache), PARTNERSPIEGEL_DB=address) as app:
            for width in WIDTHS:
                page = chromium.new_page(viewport={"width": width, "height": HEIGHT})
                page.set_default_timeout(PATIENCE)
                for name, *_ in MENU:
                    visit(page, f"{app}/{name}?taal=nl")
                    picture(page, folder / f"{name}_full_{width}.png")
                page.close()


def picture(page: Page, to: Path) -> None:
    """Take the whole page: the window first becomes as high as what is in it."""
    size = page.viewport_size or {"width": WIDTHS[0], "height": HEIGHT}
    high = page.evaluate("() => document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(HEIGHT, int(high))})
    page.wait_for_timeout(300)
    page.screenshot(path=to)
    page.set_viewport_size(size)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "screenshots")
