"""What nobody reaches from outside, whatever stands before the app."""

from __future__ import annotations

import re

from regional.access.headers import ASGI, Receive, Scope, Send
from regional.access.modes import is_own_origin

_CLOSED = re.compile(r"/_stcore/+(metrics|script-health-check|agent)(/|$)")


class Doors:
    """Answer 404 for figures about the server and for doors meant for programs.

    Parameters
    ----------
    is_local : started for this computer only. A socket then opens for our own page alone: Streamlit lets in every
        page of this computer, whatever its port.
    """

    def __init__(self, app: ASGI, *, is_local: bool) -> None:
        self._app, self._is_local = app, is_local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] == "http" and _CLOSED.search(scope["path"]):
            await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"Not Found"})
        elif scope["type"] == "websocket" and self._is_local and not _is_ours(scope):
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._app(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    given = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    return is_own_origin(given.get(b"origin"), given.get(b"host", ""))
