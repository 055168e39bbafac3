"""What nobody reaches from outside: figures about the server, doors for programs, sockets of other pages."""

from __future__ import annotations

import asyncio

import pytest

from regional.access.doors import Doors

OURS = "http://localhost:8501"


def answered(scope, *, is_local=True):
    sent = []

    async def app(scope, receive, send):
        sent.append({"type": "passed"})

    async def send(message):
        sent.append(message)

    asyncio.run(Doors(app, is_local=is_local)({"headers": [], **scope}, None, send))
    return sent[0]


@pytest.mark.parametrize(
    "path", ["metrics", "metrics/", "/metrics", "//metrics//", "script-health-check", "agent", "agent/mcp"]
)
@pytest.mark.parametrize("base", ["", "/", "/museum", "/museum/"])
def test_figures_about_the_server_are_for_nobody(path, base):
    assert answered({"type": "http", "path": f"{base}/_stcore/{path}"})["status"] == 404


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/spiegel", "/_stcore/metricsx"])
def test_the_rest_is_open(path):
    assert answered({"type": "http", "path": path}) == {"type": "passed"}


@pytest.mark.parametrize(
    ("origin", "expected"),
    [(OURS, "passed"), (None, "passed"), ("http://localhost:3000", "websocket.close"), ("null", "websocket.close"),
     ("http://127.0.0.1:8501", "websocket.close"), ("http://localhost", "websocket.close"),
     ("https://evil.example", "websocket.close"), ("", "websocket.close")],
)  # fmt: skip
def test_on_ones_own_computer_a_socket_opens_for_our_own_page_only(origin, expected):
    headers = [(b"host", b"localhost:8501"), *([(b"Origin", origin.encode())] if origin is not None else [])]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    assert answered(scope)["type"] == expected
    assert answered(scope, is_local=False)["type"] == "passed"
