"""One server for all browser tests of a worker, one browser for each of their files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from regional.workspace.workspace import open_workspace
from tests.e2e.deployed import deploy, provider
from tests.e2e.harness import CHROMIUM_ARGS, Watch, serve


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    """The address of a running dashboard, with the embedded figures and the sample."""
    with serve(tmp_path_factory.mktemp("app")) as address:
        yield address


@pytest.fixture(scope="session")
def signs_in():
    """The address of a sign-in service."""
    with provider() as address:
        yield address


@pytest.fixture(scope="session")
def museum(tmp_path_factory, signs_in):
    """A museum's server, where one signs in: its address, and the workspace that it keeps."""
    folder = tmp_path_factory.mktemp("museum")
    url = f"sqlite:///{folder.as_posix()}/kept.db"
    workspace = open_workspace(url)
    with deploy(folder, signs_in, url) as address:
        yield address, workspace
    workspace.close()


@pytest.fixture(scope="module")
def chromium():
    """A real browser; a machine without one fails here, it does not skip.

    Closed after each file: Playwright runs once a process, and files outside this folder start their own.
    """
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    assert Path(path).exists(), f"no browser at {path}: run `make test`, or set CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def watch():
    """What must not happen meanwhile."""
    return Watch()


@pytest.fixture(scope="module")
def window(chromium):
    """A window of 1280 pixels for all tests of a file: it keeps the scripts that each page would read again."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context
    context.close()


@pytest.fixture
def page(window, watch):
    """A fresh page of somebody who was never here."""
    window.clear_cookies()
    opened = window.new_page()
    watch.attach_page(opened)
    opened.set_default_timeout(20_000)
    yield opened
    window.unroute_all(behavior="ignoreErrors")
    for left in window.pages:
        left.close()
