"""Sign-ins that were ended: a cookie that was copied before signing out opens nothing after it.

Streamlit keeps a sign-in in a signed cookie alone, so it cannot take one back. Here the server remembers, by a hash,
which sign-ins have ended; a museum's processes share that by its workspace.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from typing import Protocol

from regional.access.headers import ASGI, Receive, Scope, Send
from regional.journal import Event, note
from regional.workspace.errors import WorkspaceError

LOOK_AGAIN = 1.0
"""Seconds after which a process looks what the others ended."""
TRY_AGAIN = 10.0
"""Seconds after which it tries again to write down what a full disk or a busy database did not take."""
_CLAIMS = ("iss", "sub", "aud", "iat", "auth_time", "nonce", "sid", "jti", "email")
_PLACE, _COOKIE = "/auth/logout", "_streamlit_user"
Claims = Mapping[str, object]


class Book(Protocol):
    """Where ended sign-ins are written down, for all processes."""

    def end(self, sign_in: str) -> None:
        """Write one down; WorkspaceError where that cannot be done now."""

    def ended(self) -> Collection[str]:
        """Return all of them; WorkspaceError where they cannot be read now."""


def sign_in_of(user: Claims) -> str:
    """Return which sign-in these claims are of: a hash of what makes it one, 32 hex digits, and nothing of a person."""
    made_of = json.dumps([user.get(name) for name in _CLAIMS], default=str)
    return hashlib.sha256(made_of.encode()).hexdigest()[:32]


class SignOuts:
    """The sign-ins that have ended, as far as this process knows; it asks ``book`` again every second."""

    def __init__(self, book: Callable[[], Book | None], clock: Callable[[], float] = time.monotonic) -> None:
        self._book, self._clock = book, clock
        self._known: set[str] = set()
        self._unwritten: set[str] = set()
        self._next_look = self._next_try = float("-inf")
        self._lock, self._writing = threading.Lock(), threading.Lock()

    def end(self, user: Claims) -> None:
        """End a sign-in: here at once, elsewhere as soon as it is written down, which may take a database a while."""
        sign_in = sign_in_of(user)
        with self._lock:
            self._known.add(sign_in)
            self._unwritten.add(sign_in)
        self._write()
        note(Event.SIGN_IN_ENDED, is_written_down=sign_in not in self._unwritten)

    def has_ended(self, user: Claims) -> bool:
        """Tell whether a sign-in has ended."""
        now = self._clock()
        with self._lock:
            is_due, self._next_look = now >= self._next_look, max(self._next_look, now + LOOK_AGAIN)
            try_again = bool(self._unwritten) and now >= self._next_try
            self._next_try = now + TRY_AGAIN if try_again else self._next_try
        if try_again:
            threading.Thread(target=self._write, daemon=True).start()
        if is_due:
            self._read()
        return self.is_known(user)

    def is_known(self, user: Claims) -> bool:
        """Tell whether this process knows already that a sign-in has ended; asks nobody."""
        return sign_in_of(user) in self._known

    def _write(self) -> None:
        """Write down what is not; where the database cannot now, it holds in this process and is tried again."""
        with self._writing, suppress(WorkspaceError):
            book = self._book()
            if book is None:
                return
            for sign_in in list(self._unwritten):
                book.end(sign_in)
                with self._lock:
                    self._unwritten.discard(sign_in)

    def _read(self) -> None:
        with suppress(WorkspaceError):  # what was known stays known
            book = self._book()
            found = book.ended() if book else ()
            with self._lock:
                self._known |= set(found)


class SignOutGuard:
    """End the sign-in of whoever is on the way to ``/auth/logout``, and let no cookie of an ended one through.

    Whoever brings such a cookie is nobody, at every address and every socket.

    Parameters
    ----------
    claims : of the cookies of a request the claims of the sign-in, None where there is none.
    end : ends a sign-in; may wait for a database, so it is awaited in a thread.
    has_ended : tells whether a sign-in has ended; awaited likewise.
    """

    def __init__(
        self,
        app: ASGI,
        claims: Callable[[Mapping[str, str]], Claims | None],
        end: Callable[[Claims], Awaitable[None]],
        has_ended: Callable[[Claims], Awaitable[bool]],
    ) -> None:
        self._app, self._claims, self._end, self._has_ended = app, claims, end, has_ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        cookies = _cookies(scope) if scope["type"] in ("http", "websocket") else {}
        user = self._claims(cookies) if any(map(_is_of_sign_in, cookies)) else None
        if user is not None and scope["type"] == "http" and scope["path"].rstrip("/").endswith(_PLACE):
            await self._end(user)
        elif user is not None and await self._has_ended(user):
            scope = {**scope, "headers": _without_sign_in(scope)}
        await self._app(scope, receive, send)


def _is_of_sign_in(cookie: str) -> bool:
    """Tell whether Streamlit keeps a sign-in, or a part of a long one, in a cookie of this name."""
    return cookie.startswith(_COOKIE)


def _without_sign_in(scope: Scope) -> list[tuple[bytes, bytes]]:
    kept = "; ".join(f"{name}={value}" for name, value in _cookies(scope).items() if not _is_of_sign_in(name))
    others = [(name, value) for name, value in scope["headers"] if name.lower() != b"cookie"]
    return [*others, (b"cookie", kept.encode("latin-1"))] if kept else others


def _cookies(scope: Scope) -> dict[str, str]:
    """Return the cookies of a request, read as Streamlit reads them."""
    from starlette.requests import cookie_parser

    given = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"cookie"]
    return cookie_parser("; ".join(given))
