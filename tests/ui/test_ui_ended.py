"""A cookie of a sign-in that ended, copied or not, is nobody's at every address and socket that the app answers."""

from __future__ import annotations

import asyncio
import re
import threading
from unittest.mock import AsyncMock, MagicMock

import pytest
from starlette.routing import Mount, WebSocketRoute
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from regional.access.sign_outs import SignOuts
from regional.ui import access, server

ED = {"iss": "https://signs.in", "sub": "ed", "iat": 1_800_000_000, "nonce": "n1", "email": "ed@museum.nl"}
COOKIE = b"other=x; _streamlit_user=signed; _streamlit_user_1=more; _streamlit_user_tokens=too"


@pytest.fixture
def routes(monkeypatch):
    """Type and path of all that the app answers: Streamlit's addresses and our own."""
    monkeypatch.setattr(access, "ROUTED", threading.Event())
    every = [*create_streamlit_routes(MagicMock()), *server.routes()]
    found = {("websocket" if isinstance(route, WebSocketRoute) else "http", _example(route)) for route in every}
    assert {("websocket", "/_stcore/stream"), ("http", "/_stcore/upload_file/x/x"), ("http", "/media/x")} <= found
    return found


def _example(route):
    return re.sub(r"\{[^}]*\}", "x", route.path) + ("/x" if isinstance(route, Mount) else "")


@pytest.fixture
def sign_outs(monkeypatch):
    """A server that takes the cookie for Ed's, and writes no sign-out down."""
    outs = SignOuts(lambda: None)
    monkeypatch.setattr(access, "SIGN_OUTS", outs)
    monkeypatch.setattr(access, "claims", lambda cookies: ED if cookies.get("_streamlit_user") == "signed" else None)
    return outs


def brought(kind, path):
    """Return the cookies that reach the app behind all that stands before it."""
    reached = []

    async def app(scope, receive, send):
        reached.extend(value for name, value in scope["headers"] if name == b"cookie")

    for one in reversed(server.middleware()):
        app = one.cls(app, *one.args, **one.kwargs)
    headers = [(b"host", b"museum.nl"), (b"cookie", COOKIE)]
    asyncio.run(app({"type": kind, "method": "GET", "path": path, "headers": headers}, None, AsyncMock()))
    return reached


def test_no_address_and_no_socket_sees_the_cookie_of_a_sign_in_that_ended(sign_outs, routes):
    signs_out = ("http", "/auth/logout")
    closed = {route for route in routes if "/agent" in route[1] or "/metrics" in route[1]}
    is_open = routes - closed - {signs_out}
    assert {route: brought(*route) for route in is_open} == {route: [COOKIE] for route in is_open}
    sign_outs.end(ED)
    assert {route: brought(*route) for route in is_open} == {route: [b"other=x"] for route in is_open}
    assert brought(*signs_out) == [COOKIE], "to sign out again takes the cookie back"
    assert [route for route in closed if brought(*route)] == []
