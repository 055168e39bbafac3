"""Who may put up files, how many, how large and how fast: asked before a byte of the body is read.

Streamlit takes a file from whoever holds a socket, signed in or not, and keeps it in memory while the socket lives.
So the router gives each session a pass, and this plain ASGI middleware looks at the pass first.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

import anyio

from regional.access.headers import ASGI, Receive, Scope, Send
from regional.access.modes import Access, Mode
from regional.journal import Event, note

PLACE = "/_stcore/upload_file/"
MINUTE = 60.0
IDLE, LONGEST = 30.0, 600.0
"""Seconds for which a body may stand still, and that it may take in all: meanwhile room is kept for it."""
_MEGABYTE = 1024 * 1024
_FRAMING = 64 * 1024
"""Bytes that a form adds around its file: boundaries and headings."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_WORDS = {
    403: b"This visitor may not put up files.",
    408: b"This file comes too slowly.",
    413: b"This file is too large.",
    429: b"Too many files at once. Remove one, or try again in a minute.",
}
Held = Callable[[], Mapping[str, Mapping[str, int]]]
"""What is in memory now: session -> file -> bytes."""


@dataclass(frozen=True)
class Allowance:
    """What a session may put up: bytes a file, files at once, files a minute, and bytes of all sessions together."""

    file_bytes: int
    files: int
    a_minute: int
    all_bytes: int


MUSEUM = Allowance(file_bytes=20 * _MEGABYTE, files=200, a_minute=200, all_bytes=1000 * _MEGABYTE)
"""Who works for the museum; a working group's answer forms come by the dozen. 20 MB is ``server.maxUploadSize``."""
UNSIGNED = Allowance(file_bytes=5 * _MEGABYTE, files=1, a_minute=10, all_bytes=100 * _MEGABYTE)
"""Who is alone in a window where nobody can sign in."""


def allowance(access: Access) -> Allowance | None:
    """Return what a visitor may put up; None for nothing."""
    if access.mode in (Mode.LOCAL, Mode.SIGNED_IN):
        return MUSEUM
    return UNSIGNED if access.mode is Mode.VISITOR else None


@dataclass
class Pass:
    """What one session may put up: ``ask`` is asked anew at every file, as a role may have been taken away."""

    ask: Callable[[], Allowance | None]
    tries: deque[float] = field(default_factory=deque)
    coming: dict[str, int] = field(default_factory=dict)
    """Bytes that are on their way, by file."""
    __hash__ = object.__hash__


class Passes:
    """The pass of every session, for as long as the session itself keeps it."""

    def __init__(self) -> None:
        self._of: WeakValueDictionary[str, Pass] = WeakValueDictionary()

    def give(self, session: str, ask: Callable[[], Allowance | None]) -> Pass:
        """Return the pass of a session, with ``ask`` from now on; the session has to hold on to it."""
        found = self._of.get(session)
        if found is None:
            found = self._of[session] = Pass(ask)
        found.ask = ask
        return found

    def of(self, session: str) -> Pass | None:
        """Return the pass of a session, None where it was given none."""
        return self._of.get(session)

    def coming(self) -> int:
        """Return how many bytes are on their way, in all sessions together."""
        return sum(sum(one.coming.values()) for one in list(self._of.values()))


class UploadGuard:
    """Let a file through to ``app`` only where the session's pass has room for it."""

    def __init__(self, app: ASGI, passes: Passes, held: Held, clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._passes, self._held, self._clock = app, passes, held, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what is no upload passes untouched."""
        if scope["type"] != "http" or PLACE not in scope["path"] or scope["method"] in _READING:
            await self._app(scope, receive, send)
            return
        session, _, file = scope["path"].partition(PLACE)[2].partition("/")
        found = self._passes.of(session)
        allowed = found.ask() if found else None
        if found is None or allowed is None:
            await _refuse(send, 403)
        elif scope["method"] == "DELETE":
            await self._app(scope, receive, send)
        elif status := self._status(found, allowed, session, file, _length(scope)):
            await _refuse(send, status)
        else:
            await self._take(found, allowed, file, scope, receive, send)

    def _status(self, found: Pass, allowed: Allowance, session: str, file: str, length: int | None) -> int:
        """Return why this file is refused as a status, 0 where it is not."""
        now = self._clock()
        while found.tries and found.tries[0] <= now - MINUTE:
            found.tries.popleft()
        if len(found.tries) >= allowed.a_minute:
            return 429
        found.tries.append(now)
        size = allowed.file_bytes if length is None else length
        if size > allowed.file_bytes + _FRAMING:
            return 413
        held = self._held()
        others = {*held.get(session, {}), *found.coming} - {file}
        total = sum(sum(files.values()) for files in held.values()) + self._passes.coming()
        is_full = len(others) >= allowed.files or file in found.coming or total + size > allowed.all_bytes
        return 429 if is_full else 0

    async def _take(
        self, found: Pass, allowed: Allowance, file: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Pass a file on, and count what really comes: a length may be left out, or be a lie."""
        most = allowed.file_bytes + _FRAMING
        length, came, answered, cut = _length(scope), 0, False, 0
        found.coming[file] = most if length is None else length
        until = anyio.current_time() + LONGEST

        async def counting() -> MutableMapping[str, Any]:
            nonlocal came, cut
            message: MutableMapping[str, Any] = {"type": "http.disconnect"}
            if not cut:
                with anyio.move_on_after(min(IDLE, until - anyio.current_time())) as waiting:
                    message = await receive()
                cut = 408 if waiting.cancelled_caught else 0
                came += len(message.get("body", b""))
            if came > most:
                cut = 413
            return {"type": "http.disconnect"} if cut else message

        async def sending(message: MutableMapping[str, Any]) -> None:
            nonlocal answered
            if not cut:
                answered = True
                await send(message)

        try:
            await self._app(scope, counting, sending)
        except Exception:
            if not cut:  # Starlette raises where its client is gone, which here is our doing
                raise
        finally:
            found.coming.pop(file, None)
        if cut and not answered:
            await _refuse(send, cut)


def _length(scope: Scope) -> int | None:
    """Return how many bytes a body says that it has; None where it says nothing sensible."""
    said = [value for name, value in scope["headers"] if name.lower() == b"content-length"]
    return int(said[0]) if len(said) == 1 and said[0].isdigit() else None


async def _refuse(send: Send, status: int) -> None:
    note(Event.UPLOAD_REFUSED, status=status)
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    if status == 429:
        headers.append((b"retry-after", b"60"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": _WORDS[status]})
