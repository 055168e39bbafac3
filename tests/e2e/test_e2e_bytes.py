"""Every byte that reaches a board visitor's browser, for random lists: the frozen publication, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.read import read_partners
from regional.partners.records import to_records
from regional.publishing.board import board_html
from regional.publishing.links import new_link
from regional.publishing.publication import Frame, publish
from regional.publishing.store import Shared, WorkspaceStore, expires
from regional.texts import texts
from regional.workspace.workspace import open_workspace
from tests.e2e.deployed import deploy
from tests.e2e.harness import settle, visit
from tests.e2e.recorder import Recorder
from tests.publishing.random_lists import random_list

pytestmark = pytest.mark.browser
SEEDS = range(100, 103)
BOARD = "voor_de_vergadering?link="
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
UNUSUAL = [
    "Ωmega & <b>Zon</b>",
    "=SOM(A1:A9)",
    "Bakkerij ’t Hœkje",
    'Atelier "Züri`ch"',
    "*Sterren* [link](x)",
    "東京の庭",
]
UNTIL = dt.date.today() + dt.timedelta(days=30)


@cache
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def keep_and_share(workspace, portfolio, names):
    """Make a list the museum's own, freeze what it shows, and return the publication and its token."""
    workspace.versions.keep(to_records(portfolio), "lijst.csv")
    mirrors = [reflect(portfolio, region(), Settings(weight=w)) for w in ("count", "money_in", "money_out")]
    publication = publish(mirrors[0], Frame(title="Onze partners"), dt.date.today(), names, mirrors[1:])
    store = WorkspaceStore(workspace)
    return publication, new_link(store, store.freeze(publication, UNTIL).id, expires(UNTIL))


def read_through(page, link):
    """Do all that a visitor can: open every detail, read the other language, print."""
    recorder = Recorder(page)
    page.emulate_media(media="screen")
    visit(page, link)
    for summary in page.locator(".ps-board summary").all():
        summary.click()
    recorder.note()
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="How are we doing?").wait_for()
    page.emulate_media(media="print")
    settle(page)
    return recorder


@pytest.fixture(scope="module")
def museum(tmp_path_factory, signs_in):
    """A server of its own, as these lists replace each other: its address, and the workspace that it keeps."""
    folder = tmp_path_factory.mktemp("bytes")
    url = f"sqlite:///{folder.as_posix()}/kept.db"
    workspace = open_workspace(url)
    with deploy(folder, signs_in, url) as address:
        yield address, workspace
    workspace.close()


@pytest.fixture
def visitor(chromium, watch):
    """A page of somebody without an account."""
    context = chromium.new_context(viewport={"width": 390, "height": 800}, locale="nl-NL", accept_downloads=True)
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_the_list_reaches_a_visitor(museum, visitor, watch, seed):
    app, workspace = museum
    seen = random_list(seed)
    publication, token = keep_and_share(workspace, seen.portfolio, seen.names)
    recorder, shared = read_through(visitor, f"{app}/{BOARD}{token}"), Shared(publication=publication)
    pages = recorder.pages()
    assert [board_html(shared, texts(language)) in drawn for language, drawn in zip(("nl", "en"), pages, strict=True)]
    assert recorder.frames == []
    assert recorder.holds([*seen.names, *seen.persons, *seen.rows]) == []
    told = "\n".join(pages)
    numbers = {re.sub(r"[.,]", "", found) for found in re.findall(r"\d[\d.,]*", told)}
    assert numbers.isdisjoint(str(amount) for amount in seen.amounts)
    watch.assert_clean(visitor)


def test_no_unusual_name_of_an_own_list_reaches_a_visitor(museum, visitor):
    app, workspace = museum
    rows = [f'"{name.replace(chr(34), chr(34) * 2)}";Heerlen;verkent' for name in UNUSUAL]
    found = read_partners("\r\n".join(["naam;plaats;fase", *rows]).encode("utf-8-sig"), "lijst.csv")
    assert list(found.portfolio.frame["name"]) == UNUSUAL
    _, token = keep_and_share(workspace, found.portfolio, UNUSUAL)
    recorder = read_through(visitor, f"{app}/{BOARD}{token}")
    assert "6 partners" in visitor.locator("main").inner_text()
    assert recorder.holds(UNUSUAL) == []


def test_another_list_behind_the_same_link_changes_nothing_and_there_is_nothing_to_download(museum, visitor):
    app, workspace = museum
    first, second = random_list(SEEDS[0]), random_list(SEEDS[1])
    _, token = keep_and_share(workspace, first.portfolio, first.names)
    recorder = read_through(visitor, f"{app}/{BOARD}{token}")
    before = recorder.pages()
    assert recorder.downloads == []
    paths = {path for path, _ in recorder.bodies()}
    assert paths <= {"/voor_de_vergadering", "/voor_de_vergadering/open", "/app/static/icon.png"}
    keep_and_share(workspace, second.portfolio, second.names)
    assert read_through(visitor, f"{app}/{BOARD}{token}").pages() == before
