"""What links open, read from memory where nothing changed: a visitor costs the database next to nothing.

All links are read at once, a few short columns of a few dozen rows: whether a token is right, withdrawn, mistyped or
guessed, the database is asked the same question. A publication itself is read again only where its record changed.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from regional.publishing.links import Link, Opened, open_link

if TYPE_CHECKING:
    from regional.publishing.store import Shared, WorkspaceStore

_PUBLICATIONS = 32
_READ_AGAIN = 60.0
"""Seconds after which a publication is read again, though its record says that nothing changed."""


class Reader:
    """The links of a museum, and the publications that were opened last. Safe to share between threads.

    Parameters
    ----------
    store : the museum's publications; None where no links are served.
    clock : seconds, never going back.
    """

    def __init__(self, store: Callable[[], WorkspaceStore | None], clock: Callable[[], float] = time.monotonic) -> None:
        self._store, self._clock = store, clock
        self._links: dict[str, Link] = {}
        self._read_at: float | None = None
        self._shared: OrderedDict[str, tuple[int, float, Shared | None]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def age(self) -> float:
        """Seconds since the links were read; infinite where they never were."""
        return float("inf") if self._read_at is None else self._clock() - self._read_at

    def refresh(self) -> None:
        """Read all links; WorkspaceError where that cannot be done now, and what was known stays."""
        began, store = self._clock(), self._store()
        links = store.list() if store else ()
        with self._lock:
            self._links, self._read_at = {link.token_hash: link for link in links}, began
            for gone in self._shared.keys() - {link.publication_id for link in links}:
                del self._shared[gone]

    def by_hash(self, token_hash: str) -> Link | None:
        """Return the link with this hash as far as is known, None where there is none."""
        return self._links.get(token_hash)

    def opened(self, token: str) -> Opened | None:
        """Return what a token opens now, by the links that were read last; None alike for every other token."""
        return open_link(self, token, dt.datetime.now(dt.UTC))

    def shared(self, opened: Opened) -> Shared | None:
        """Return what a link shows: from memory, or else from the database (WorkspaceError where it is away).

        None where what is kept was altered.
        """
        known = self.remembered(opened)
        if known is not None:
            return known
        store = self._store()
        shared = store.shared(opened) if store else None
        with self._lock:
            self._shared[opened.publication_id] = (opened.revision, self._clock(), shared)
            self._shared.move_to_end(opened.publication_id)
            while len(self._shared) > _PUBLICATIONS:
                self._shared.popitem(last=False)
        return shared

    def remembered(self, opened: Opened) -> Shared | None:
        """Return what a link shows where it is in memory and did not change since; None where it has to be read."""
        with self._lock:
            revision, at, shared = self._shared.get(opened.publication_id, (-1, 0.0, None))
        is_same = revision == opened.revision and self._clock() - at < _READ_AGAIN
        return shared if is_same else None
