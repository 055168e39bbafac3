"""What the server does before Streamlit: guards around every request, and pages that need no session."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import anyio
import streamlit as st
from starlette.middleware import Middleware

from regional import journal
from regional.access.doors import Doors
from regional.access.headers import SecurityHeaders
from regional.access.modes import LOCAL_OPTION
from regional.access.sign_outs import SignOutGuard
from regional.access.uploads import UploadGuard
from regional.ui import access, storage, uploads
from regional.web.board import BoardRoutes
from regional.web.boundaries import boundaries_route

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

SHORT = 0.001
"""Seconds that a page which is drawn holds up a short answer: 3 busy threads made one wait 0.2 s, and now 0.03."""
PATIENCE = 3.0
"""Seconds that signing out waits until it is written down; it holds in this process at once."""


def middleware() -> list[Middleware]:
    """Return what stands before every request, the outermost first."""
    journal.start()
    return [
        Middleware(SecurityHeaders),
        Middleware(Doors, is_local=LOCAL_OPTION in sys.argv[1:]),
        Middleware(UploadGuard, passes=uploads.PASSES, held=uploads.held),
        Middleware(SignOutGuard, claims=access.claims, end=_sign_out),
    ]


def routes() -> list[BaseRoute]:
    """Return the pages that need no session."""
    base = st.get_option("server.baseUrlPath") or ""
    return [*BoardRoutes(storage.desk(), base).routes(), boundaries_route(base)]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any] | None]:
    """Look at the links before the first visitor comes, and write down the last visits when all is over."""
    # Python lets a busy thread go on for 5 ms each time: a visitor's short question waits for that again and again.
    sys.setswitchinterval(SHORT)
    warming = asyncio.ensure_future(storage.desk().is_open(""))
    yield None
    warming.cancel()
    storage.desk().visits.settle(PATIENCE)


async def _sign_out(user: Mapping[str, object]) -> None:
    with anyio.move_on_after(PATIENCE):
        await anyio.to_thread.run_sync(partial(access.SIGN_OUTS.end, user), abandon_on_cancel=True)
