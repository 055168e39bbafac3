"""Visits, counted as well as can be: nobody waits for it, and a full disk or a busy database loses nobody a page."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from regional.publishing.store import WorkspaceStore


class Visits:
    """Counts in memory, and writes down in a thread of its own, which tries again until it could.

    Parameters
    ----------
    again : seconds between tries.
    """

    def __init__(self, store: Callable[[], WorkspaceStore | None], again: float = 5.0) -> None:
        self._store, self._again = store, again
        self._waiting: Counter[str] = Counter()
        self._writer: threading.Thread | None = None
        self._lock = threading.Lock()

    def add(self, token_hash: str) -> None:
        """Count one visit of a link; returns at once."""
        with self._lock:
            self._waiting[token_hash] += 1
            if self._writer is None:
                self._writer = threading.Thread(target=self._write, daemon=True, name="visits")
                self._writer.start()

    def settle(self, seconds: float) -> None:
        """Wait until what can be written is, at most so long: before the process ends, and in tests."""
        writer = self._writer
        if writer is not None:
            writer.join(seconds)

    def _write(self) -> None:
        while True:
            with self._lock:
                counted, self._waiting = self._waiting, Counter()
                if not counted:
                    self._writer = None
                    return
            try:
                if store := self._store():
                    store.count_visits(counted)
            except WorkspaceError:
                with self._lock:
                    self._waiting.update(counted)
                time.sleep(self._again)
