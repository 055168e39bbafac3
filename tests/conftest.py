"""Every test runs apart from this machine: its own cache, no way out, Streamlit's new navigation."""

from __future__ import annotations

import importlib
import ipaddress
import itertools
import os
import socket

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, derandomize=True, max_examples=25,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
settings.register_profile("long", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

POSTGRES = {"server", "shared_postgres"}
"""Fixtures that start one."""
NOWHERE = "http://127.0.0.1:9"
NUMBERS = itertools.count()
LONGEST = ("test_e2e_walk", "test_e2e_access", "test_e2e_year", "test_security_names", "test_e2e_board",
           "test_e2e_pull", "test_security_logs", "test_e2e_search", "test_e2e_harness", "test_e2e_bytes",
           "test_report_pdf", "test_security_uploads", "test_cbs_pull", "test_workspace_backup",
           "test_publishing_attack")  # fmt: skip
"""Files that take ten seconds and more, the longest first."""
ONE_PAGE, WAL = 4096, b"\2\2"
"""Bytes of an SQLite file without a table, and how its header says that changes are written ahead."""


class OutsideRequestError(OSError):
    """A test tried to reach another machine."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what needs a browser, PostgreSQL or a PDF, and begin with the files that take long.

    Workers are given whole files in this order: whichever comes last should be short.
    """
    for item in items:
        opens_one = "chromium" in item.fixturenames or "e2e" in item.path.parts or "browser" in item.path.stem
        if opens_one or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.browser)
        if POSTGRES & set(item.fixturenames) or "[postgres" in item.name:
            item.add_marker(pytest.mark.postgres)
        if "pdf" in item.nodeid or "tags" in item.nodeid:
            item.add_marker(pytest.mark.pdf)
    order = {stem: at for at, stem in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))


@pytest.fixture(autouse=True)
def apart(monkeypatch, tmp_path_factory):
    """Give each test an empty cache folder and workspace, and addresses of CBS and PDOK where nobody answers."""
    folder = tmp_path_factory.mktemp(f"cache{next(NUMBERS)}", numbered=False)  # numbering looks at all folders
    monkeypatch.setenv("PARTNERSPIEGEL_CACHE", str(folder))
    monkeypatch.setenv("PARTNERSPIEGEL_DB", f"sqlite:///{folder.as_posix()}/workspace/kept.db")
    monkeypatch.setenv("CBS_URL", NOWHERE)
    monkeypatch.setenv("PDOK_URL", NOWHERE)


@pytest.fixture(autouse=True)
def reads_here(request, monkeypatch):
    """Read files in this process: starting one costs more than most files; tests marked ``reader`` start it."""
    if request.node.get_closest_marker("reader"):
        return
    from regional.files import sheets
    from regional.files.process import TooLargeError, UnreadableError

    def here(module, data, told=None, **_limits):
        try:
            return importlib.import_module(module).work(data, told or (lambda _done: None))
        except (TooLargeError, UnreadableError):
            raise
        except MemoryError as fault:
            raise TooLargeError from fault
        except BaseException as fault:  # a panic of the Rust reader is no Exception
            raise UnreadableError from fault

    def each_here(module, many, **_limits):
        found = []
        for data in many:
            try:
                found.append(here(module, data))
            except (TooLargeError, UnreadableError) as fault:
                found.append(fault)
        return found

    monkeypatch.setattr(sheets, "apart", here)
    monkeypatch.setattr(sheets, "apart_each", each_here)


@pytest.fixture(scope="session")
def empty_workspace():
    """The bytes of an empty SQLite workspace, which the product's own migrations made."""
    from regional.workspace.database import MEMORY, Database
    from regional.workspace.migrate import migrate

    database = Database(MEMORY)
    migrate(database)
    with database.engine.connect() as connection:
        return connection.connection.dbapi_connection.serialize()


@pytest.fixture(autouse=True)
def opens_at_once(request, monkeypatch):
    """Lay out a new SQLite workspace as a copy of an empty one; the tests of the workspace itself migrate each."""
    if "workspace" in request.path.parts or "long" in request.path.parts:
        return
    from regional.workspace import workspace

    real = workspace.migrate

    def migrate(database):
        path = database.path
        if database.is_memory:
            with database.engine.connect() as connection:
                connection.connection.dbapi_connection.deserialize(request.getfixturevalue("empty_workspace"))
        elif path and path.stat().st_size <= ONE_PAGE:
            database.engine.dispose()
            empty = bytearray(request.getfixturevalue("empty_workspace"))
            empty[18:20] = WAL
            path.write_bytes(empty)
        real(database)

    monkeypatch.setattr(workspace, "migrate", migrate)


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch):
    """Fail a test that connects to, or looks up, anything but this machine.

    The attempt fails as a network failure does, and the test fails at its end: code that survives a network
    failure would otherwise hide it.
    """
    reached: list[str] = []

    def guard(owner, name, host_of):
        real = getattr(owner, name)

        def guarded(*args, **kwargs):
            host = host_of(*args)
            if not _is_local(host):
                reached.append(str(host))
                raise OutsideRequestError(f"a test reached for {host}")
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, guarded)

    guard(socket.socket, "connect", _host_of_address)
    guard(socket.socket, "connect_ex", _host_of_address)
    guard(socket, "getaddrinfo", lambda host, *_: host)
    yield reached
    assert not reached, f"a test reached for {reached}"


def _host_of_address(_socket, address):
    return address[0] if isinstance(address, tuple) else None


def _is_local(host: str | bytes | None) -> bool:
    """Tell whether a host is this machine; a Unix socket and a listening address have none."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_components():
    """Streamlit reads the description of every installed package for each AppTest, to find components: none here."""
    from streamlit.components.v2 import manifest_scanner

    original = manifest_scanner.scan_component_manifests
    manifest_scanner.scan_component_manifests = lambda *_, **__: []
    yield
    manifest_scanner.scan_component_manifests = original


@pytest.fixture(autouse=True, scope="session")
def new_navigation():
    """A folder named pages/ puts AppTest in Streamlit's old multipage mode; app.py always uses the new one."""
    from streamlit.runtime.pages_manager import PagesManager

    original = PagesManager.__init__

    def patched(self, *args, **kwargs):
        original(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = patched
    yield
    PagesManager.__init__ = original
