"""A real server and a real browser, watched: no exception on screen, no console error, no outside request."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

ROOT = Path(__file__).parents[2]
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")
SHOTS = ROOT / "build" / "shots"
BROKEN = '[data-testid="stException"], [data-testid="stAlertContentError"]'
LOCAL = ("localhost", "127.0.0.1", None)
LOCALLY = ("--", "--local")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CHROMIUM_ARGS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                 "--no-first-run", "--disable-quic", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]  # fmt: skip


class ServerDiedError(RuntimeError):
    """The dashboard stopped by itself; the message holds what it printed."""


@contextmanager
def serve(cache: Path, script: str = "app.py", options: Sequence[str] = LOCALLY, port: int = 0,
          **environment: str) -> Iterator[str]:  # fmt: skip
    """Run the dashboard on a free port (unless one is given) and yield its address; see also deployed.py."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port),
               "--server.headless", "true", "--server.fileWatcherType", "none", *options]  # fmt: skip
    nowhere = {"CBS_URL": "http://127.0.0.1:9", "PDOK_URL": "http://127.0.0.1:9"}
    # HOME, so that a Streamlit configuration of whoever runs the tests changes nothing.
    env = os.environ | nowhere | {"PARTNERSPIEGEL_CACHE": str(cache), "HOME": str(cache)} | environment
    log = cache / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    try:
        _wait_until_healthy(process, port, log)
        yield f"http://localhost:{port}"
        if process.poll() is not None:
            raise ServerDiedError(log.read_text(errors="replace"))
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """Return a port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path, patience: float = 60.0) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if process.poll() is not None:
            raise ServerDiedError(log.read_text(errors="replace"))
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise ServerDiedError("not healthy in time\n" + log.read_text(errors="replace"))


@dataclass
class Watch:
    """What must not happen while a page is open."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def attach(self, context) -> None:
        """Note every request that would have left this machine, and the console and page errors, of all its pages."""
        context.on("page", self.attach_page)

    def attach_page(self, page) -> None:
        """Note what one page asks of elsewhere, which CHROMIUM_ARGS let fail, and its errors.

        Requests are not intercepted: the browser would keep no script for the next page.
        """
        page.on("popup", self.attach_page)
        page.on("requestfailed", lambda request: self._note_outside(request.url))
        page.on("console", self._console)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("websocket", lambda s: self._note_outside(s.url))

    def _console(self, message) -> None:
        # Opened by a deep link, Streamlit's own script looks for its server below that address first.
        if message.type == "error" and not PROBE.search(message.location.get("url", "")):
            self.errors.append(f"{message.text} {message.location.get('url', '')}")

    def _note_outside(self, address: str) -> None:
        if urlparse(address).hostname not in LOCAL:
            self.outside.append(address)

    def assert_clean(self, page) -> None:
        """Fail on an outside request, an error in the console, or an exception or error on screen."""
        assert not self.outside, f"requests that left this machine: {self.outside}"
        assert not self.errors, f"errors in the browser's console: {self.errors}"
        shown = page.locator(BROKEN).all_inner_texts()
        assert not shown, f"an error on screen: {shown}"


def visit(page, address: str) -> None:
    """Open an address and wait until the page is whole."""
    page.goto(address)
    settle(page)


def settle(page) -> None:
    """Wait until the script has run, nothing is loading and every chart is drawn, or an exception is on screen.

    A page without Streamlit, as a link opens, is whole when it is there.
    """
    if page.locator("body > main").count():
        return
    page.wait_for_selector(READY)
    page.wait_for_function(
        """() => document.querySelector('[data-testid="stException"]') ||
                 document.querySelector('[data-testid="stMain"] h1') &&
                 !document.querySelector('[data-testid="stSkeleton"]') &&
                 [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
                     .every(chart => chart.querySelector('.main-svg'))"""
    )
    page.wait_for_timeout(250)
    page.wait_for_selector(READY)


def shot(page, name: str) -> None:
    """Save a picture of the whole page under build/shots, where SHOTS is set: for people to look at."""
    if not os.environ.get("SHOTS"):
        return
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    height = page.evaluate("() => (document.querySelector('[data-testid=stMain]') ?? document.body).scrollHeight")
    size = page.viewport_size
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], int(height))})
    page.wait_for_timeout(400)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def barriers(page) -> list[str]:
    """Return what axe finds serious or critical on the page, by the rules of WCAG 2.2 A and AA."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    # What Streamlit is still replacing is faded: only what stands still is looked at.
    page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")
    page.wait_for_timeout(300)
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
