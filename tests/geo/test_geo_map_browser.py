"""Both kinds of map in a real browser, with every request to elsewhere blocked."""

from __future__ import annotations

import json
import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright
from plotly.offline import get_plotlyjs

from regional.charts.map import map_config, region_map
from regional.charts.scene import Scene
from regional.charts.theme import palette
from regional.geo.boundaries import pull_boundaries
from regional.geo.geometry import STATIC, load_geometry
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.texts import texts
from tests.servers.pdok import pdok_server

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><title>map</title><div id="map"></div><script src="plotly.js"></script><script>
window.clicked = []
const figure = %s, map = document.getElementById("map")
Plotly.newPlot(map, figure.data, figure.layout, %s).then(() => {
  window.ready = true
  map.on("plotly_click", event => window.clicked.push(event.points[0].customdata))
})
</script>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def site(tmp_path):
    """A web site whose app/static/ is the app's, with room for pulled boundaries."""
    static = tmp_path / "app" / "static"
    static.mkdir(parents=True)
    (static / "outlines").symlink_to(STATIC / "outlines")
    (tmp_path / "plotly.js").write_text(get_plotlyjs(), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def geometry(request, site, features, codes, tmp_path, monkeypatch):
    if request.param == "boundaries":
        with pdok_server(features) as pdok:
            monkeypatch.setenv("PDOK_URL", pdok.url)
            assert pull_boundaries(expected=codes, year=2025, cache=tmp_path / "cache").ok
    found = load_geometry(request.param, cache=tmp_path / "cache")
    if request.param == "boundaries":
        folder = site[0] / found.folder
        folder.mkdir(parents=True)
        (folder / f"world_{found.resolution}m.json").write_bytes(found.topology)
    return found


@pytest.mark.parametrize(("geometry", "width"), [("boundaries", 1280), ("outlines", 360)], indirect=["geometry"])
def test_the_map_draws_and_is_clicked_without_any_request_to_elsewhere(browser, site, geometry, figures, width):
    code = DEFAULT_SPEC.split(",")[2] if "GM0917" in geometry.places else min(geometry.places)
    region = parse_region(code, figures)
    figure = region_map(Scene(figures, region, geometry), texts("nl"), palette())
    html = PAGE % (figure.to_json(), json.dumps(map_config(geometry)))
    (site[0] / "index.html").write_text(html, encoding="utf-8")
    elsewhere, errors = [], []
    context = browser.new_context(viewport={"width": width, "height": 700})
    context.route(lambda url: not url.startswith(site[1]), lambda r: (elsewhere.append(r.request.url), r.abort()))
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site[1])
    page.wait_for_function("window.ready === true", timeout=20_000)
    assert page.locator(".choroplethlayer path").count() == len(geometry.places)
    place = geometry.places[code]
    spot = page.evaluate(
        "([lon, lat]) => { const geo = map._fullLayout.geo._subplot, box = map.getBoundingClientRect();"
        " const [x, y] = geo.projection([lon, lat]); return [box.left + x, box.top + y] }",
        [place.lon, place.lat],
    )
    page.mouse.move(*spot)
    page.mouse.click(*spot)
    page.wait_for_function("window.clicked.length > 0", timeout=5_000)
    assert page.evaluate("window.clicked") == [code]
    assert (elsewhere, errors) == ([], [])
    context.close()
