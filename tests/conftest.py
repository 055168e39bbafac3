"""Every test runs apart from this machine: its own cache, no way out, Streamlit's new navigation."""

from __future__ import annotations

import ipaddress
import os
import socket

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, derandomize=True, max_examples=60,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
settings.register_profile("long", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

NOWHERE = "http://127.0.0.1:9"


class OutsideRequestError(AssertionError):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True)
def apart(monkeypatch, tmp_path_factory):
    """Give each test an empty cache folder and addresses of CBS and PDOK where nobody answers."""
    monkeypatch.setenv("PARTNERSPIEGEL_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("CBS_URL", NOWHERE)
    monkeypatch.setenv("PDOK_URL", NOWHERE)


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch):
    """Fail a test that connects to anything but this machine."""
    connect = socket.socket.connect

    def guarded(self, address):
        if isinstance(address, tuple) and not _is_local(str(address[0])):
            raise OutsideRequestError(f"a test reached for {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
