"""Fetching while the app is set up: once, with an end to it, and never a reason for which setting up fails."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regional.texts import Texts

SILENCE, LONGEST = 10.0, 60.0
"""Seconds without a byte, and in all, after which a fetch is ended."""
BUSY = 0.04
"""Share of a processor above which this process is at work, also on a machine that many share."""


def bounded(fetch: Callable[[], object], end: Callable[[], None], t: Texts) -> None:
    """Run ``fetch`` in this process until it is done, or end the process with 0 when its time is over.

    A look-up of a name or a handshake cannot be stopped from outside, so the process ends: it is to have no other work.
    ``end`` is told first, which lets the fetch come to its own end within a second.
    """
    heard = _Heard()
    done = threading.Event()
    threading.Thread(target=_watch, args=(heard, done, end, t), daemon=True, name="patience").start()
    try:
        fetch()
    except Exception as error:  # setting up goes on, whatever this was
        print(t("Newer figures could not be fetched ({reason}).", reason=type(error).__name__))
    finally:
        done.set()


class _Heard:
    """When the last byte came, over any connection of this process."""

    def __init__(self) -> None:
        self.at = self.since = time.monotonic()
        heard = self

        class Listening(socket.SocketIO):
            def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 - what socket's own takes
                count = super().readinto(buffer)
                heard.at = time.monotonic() if count else heard.at
                return count

        socket.SocketIO = Listening  # type: ignore[misc]


def _watch(heard: _Heard, done: threading.Event, end: Callable[[], None], t: Texts) -> None:
    worked = time.process_time()
    while not done.wait(0.5):
        now, before, worked = time.monotonic(), worked, time.process_time()
        if worked - before > BUSY * 0.5:
            heard.at = now  # it reads what came, and waits for nothing
        if now - heard.at >= SILENCE or now - heard.since >= LONGEST:
            end()
            done.wait(1.0)
            print(t("CBS or PDOK took too long. What was fetched is kept; the figures that come with the app serve."))
            sys.stdout.flush()
            os._exit(0)
