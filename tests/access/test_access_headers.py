"""Every answer carries the headers that keep it out of frames, search engines and other sites' logs."""

from __future__ import annotations

import asyncio

import pytest

from regional.access.headers import HEADERS, SecurityHeaders


def answered(scope, headers=()):
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})

    async def send(message):
        sent.append(message)

    asyncio.run(SecurityHeaders(app)(scope, None, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("content-security-policy", "frame-ancestors 'self'"), ("content-security-policy", "default-src 'self'"),
        ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"), ("x-robots-tag", "noindex"),
    ],
)  # fmt: skip
def test_an_answer_is_guarded(name, part):
    assert part in answered({"type": "http"})[name]


def test_a_weaker_header_of_the_app_is_replaced_and_others_stay():
    headers = answered({"type": "http"}, [(b"Referrer-Policy", b"unsafe-url"), (b"etag", b"1")])
    assert (headers["referrer-policy"], headers["etag"], "Referrer-Policy" in headers) == ("no-referrer", "1", False)


def test_a_stricter_policy_of_the_app_stays_and_stands_once():
    strict = b"default-src 'none'; script-src 'sha256-x'"
    headers = answered({"type": "http"}, [(b"Content-Security-Policy", strict)])
    assert headers["Content-Security-Policy"] == strict.decode()
    assert "content-security-policy" not in headers
    assert headers["referrer-policy"] == "no-referrer"


def test_a_websocket_passes_untouched():
    assert answered({"type": "websocket"}) == {}


def test_no_header_can_be_split():
    assert not [value for value in HEADERS.values() if "\n" in value or "\r" in value]
