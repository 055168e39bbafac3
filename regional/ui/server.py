"""What the server does before Streamlit: guards around every request, and pages that need no session."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
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
from regional.web.questions import QuestionRoutes
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

SHORT = 0.001
"""Seconds that a page which is drawn holds up a short answer: 3 busy threads made one wait 0.2 s, and now 0.03."""
HOUR = 3600.0
PATIENCE = 3.0
"""Seconds that signing out waits until it is written down; it holds in this process at once."""


def middleware() -> list[Middleware]:
    """Return what stands before every request, the outermost first."""
    journal.start()
    return [
        Middleware(SecurityHeaders),
        Middleware(Doors, is_local=LOCAL_OPTION in sys.argv[1:]),
        Middleware(UploadGuard, passes=uploads.PASSES, held=uploads.held),
        Middleware(SignOutGuard, claims=access.claims, end=_sign_out, has_ended=_has_ended),
    ]


def routes() -> list[BaseRoute]:
    """Return the pages that need no session."""
    base = st.get_option("server.baseUrlPath") or ""
    access.ROUTED.set()
    questions = QuestionRoutes(storage.invitations, storage.region_places, access.is_museum, base)
    return [*BoardRoutes(storage.desk(), base).routes(), *questions.routes(), boundaries_route(base)]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any] | None]:
    """Look at the links before the first visitor comes, and write down the last visits when all is over."""
    # Python lets a busy thread go on for 5 ms each time: a visitor's short question waits for that again and again.
    sys.setswitchinterval(SHORT)
    tasks = [asyncio.ensure_future(work) for work in (storage.desk().is_open(""), _forget_drafts())]
    yield None
    for task in tasks:
        task.cancel()
    storage.desk().visits.settle(PATIENCE)


async def _forget_drafts() -> None:
    """Take away, every hour, what partners typed behind links that open no more."""
    while True:
        with suppress(WorkspaceError):
            await anyio.to_thread.run_sync(_forget, abandon_on_cancel=True)
        await asyncio.sleep(HOUR)


def _forget() -> None:
    links = storage.invitations()
    if links is not None:
        links.forget_drafts()


async def _sign_out(user: Mapping[str, object]) -> None:
    with anyio.move_on_after(PATIENCE):
        await anyio.to_thread.run_sync(partial(access.SIGN_OUTS.end, user), abandon_on_cancel=True)


async def _has_ended(user: Mapping[str, object]) -> bool:
    """Tell whether a sign-in has ended, as far as is known within a while."""
    with anyio.move_on_after(PATIENCE):
        return await anyio.to_thread.run_sync(partial(access.SIGN_OUTS.has_ended, user), abandon_on_cancel=True)
    return access.SIGN_OUTS.is_known(user)
