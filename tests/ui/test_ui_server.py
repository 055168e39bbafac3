"""What the server sets before the first visitor comes."""

from __future__ import annotations

import asyncio
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from regional.ui import server

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(monkeypatch):
    """A desk that remembers what it was asked, in place of the museum's own."""
    asked = []

    async def is_open(token):
        asked.append(token)

    found = SimpleNamespace(is_open=is_open, visits=SimpleNamespace(settle=asked.append), asked=asked)
    monkeypatch.setattr(server.storage, "desk", lambda: found)
    return found


@pytest.fixture
def switch_interval():
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switch_interval")
def test_a_page_that_is_drawn_gives_way_to_short_answers_and_the_last_visits_are_written_down(desk):
    async def live():
        async with server.lifespan(None):
            await asyncio.sleep(0)
            return sys.getswitchinterval()

    assert asyncio.run(live()) <= 0.001
    assert desk.asked == ["", server.PATIENCE]


def test_nobody_sends_a_message_that_fills_the_memory():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxMessageSize"] <= 50
