"""Where a route asks what a link opens: one question at a time to the database, however many visitors wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import anyio

from regional.publishing.links import Opened, hashed
from regional.publishing.reader import Reader
from regional.publishing.visits import Visits
from regional.texts import Message
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from regional.publishing.store import Shared, WorkspaceStore

RECENT = 1.0
"""Seconds that an open page's question is answered from memory."""
TRUST = 10.0
"""Seconds that memory counts while the database cannot be asked: a withdrawal is promised to show within ten."""
PATIENCE, FIRST_PATIENCE = 2.0, 20.0
"""Seconds to wait for the database; at first it may have to be brought up to date."""
_THREADS = 2
T = TypeVar("T")


class Desk:
    """What links open, for all visitors of one process."""

    def __init__(self, store: Callable[[], WorkspaceStore | None]) -> None:
        self.reader, self.visits = Reader(store), Visits(store)
        self._running: asyncio.Task[None] | None = None
        self._next: asyncio.Task[None] | None = None
        self._threads: anyio.CapacityLimiter | None = None

    async def opened(self, token: str) -> Opened | None:
        """Return what a token opens at this moment; WorkspaceError where that cannot be known now."""
        await self._look()
        return self.reader.opened(token)

    async def shared(self, opened: Opened) -> Shared | None:
        """Return what a link shows; None where it was altered, WorkspaceError where it cannot be read now."""
        known = self.reader.remembered(opened)
        return known or await self._in_thread(partial(self.reader.shared, opened))

    async def is_open(self, token: str) -> bool | None:
        """Tell whether an open page may stay; None where that cannot be known now."""
        try:
            if self.reader.age > RECENT:
                await self._look()
        except WorkspaceError:
            return None
        return self.reader.opened(token) is not None

    def visited(self, token: str) -> None:
        """Count a visit, as well as can be."""
        self.visits.add(hashed(token))

    async def _look(self) -> None:
        """Wait for a look at the links that begins after now; WorkspaceError where none comes in time."""
        is_first = self.reader.age == float("inf")
        try:
            async with asyncio.timeout(FIRST_PATIENCE if is_first else PATIENCE):
                await asyncio.shield(self._turn())
        except (WorkspaceError, TimeoutError) as error:
            if self.reader.age > TRUST:
                raise _away() from error

    def _turn(self) -> asyncio.Task[None]:
        """Return the next look: all who come while one is under way share the one after it."""
        if self._next is None:
            self._next = asyncio.ensure_future(self._after(self._running))
            self._next.add_done_callback(_seen)
        return self._next

    async def _after(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        this, self._next = self._next, None
        self._running = this
        try:
            await self._in_thread(self.reader.refresh)
        finally:
            if self._running is this:
                self._running = None

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """Do what waits for the database in one of a few threads of its own: others never wait for those."""
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(_THREADS)
        return await anyio.to_thread.run_sync(work, limiter=self._threads)


def _seen(task: asyncio.Task[None]) -> None:
    """Nobody may be waiting any more for what went wrong."""
    if not task.cancelled():
        task.exception()


def _away() -> WorkspaceError:
    return WorkspaceError(Message.of("We cannot reach what you kept. Is the disk or the database server there?"))
