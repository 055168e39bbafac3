"""Visitors of each kind."""

from __future__ import annotations

import pytest

from regional.access import Access, Mode
from regional.ui import access


@pytest.fixture
def visit_as(monkeypatch):
    """Let the pages see a visitor of one kind: ``visit_as(Mode.SIGNED_IN, "viewer")``."""

    def come(mode, role=None):
        visitor = Access(mode, role=role, email="ed@museum.example" if role else "")
        monkeypatch.setattr(access, "current", lambda: visitor)
        monkeypatch.setattr(access, "serves_links", lambda: mode is Mode.SIGNED_IN)

    return come
