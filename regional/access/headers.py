"""Security headers on every answer, as a plain ASGI middleware (OWASP Secure Headers Project).

Streamlit's page needs inline styles, a few inline scripts and, for Vega and Plotly's maps, ``unsafe-eval`` and
blob workers; everything else stays on this server. Only a page of our own address may frame ours: some hosts show an
app in a frame of its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
ASGI = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_RAW = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in HEADERS.items()]
_NAMES = {name for name, _ in _RAW}
_NOTHING = b"default-src 'none'"


class SecurityHeaders:
    """Put :data:`HEADERS` on every HTTP answer of ``app``, in place of any of the same name.

    A content security policy that begins with nothing at all is stricter than ours, and stays.
    """

    def __init__(self, app: ASGI) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; WebSocket and lifespan pass untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                given = message.get("headers", ())
                strict = {name.lower() for name, value in given if value.startswith(_NOTHING)}
                kept = [h for h in given if h[0].lower() in strict or h[0].lower() not in _NAMES]
                message["headers"] = [*kept, *(h for h in _RAW if h[0] not in strict)]
            await send(message)

        await self._app(scope, receive, sending)
