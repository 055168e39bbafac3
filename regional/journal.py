"""What who manages the server can read afterwards: a line of JSON for what went wrong, on standard error.

Nothing in it was ever typed by anybody: a fact is a number or one of a few words of our own. What libraries log keeps
its words, but of an error only where it was and of which kind: what it says may quote a name.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Collection
from enum import StrEnum
from typing import Any, Self, TextIO

MINUTE, MOST = 60.0, 60
"""At most so many lines of one kind a minute; the next one then tells how many were left out."""
_LOG = logging.getLogger("partnerspiegel")


class Event(StrEnum):
    """What is noted."""

    READ_FAILED = "read_failed"
    WRITE_FAILED = "write_failed"
    CLEAN_UP_WAITS = "clean_up_waits"
    SIGN_IN_ENDED = "sign_in_ended"
    UPLOAD_REFUSED = "upload_refused"
    SLOW_RERUN = "slow_rerun"


class Word(str):
    """A word of ours: one of those that the code knows, and "other" for everything else."""

    __slots__ = ()

    def __new__(cls, text: str, known: Collection[str]) -> Self:
        """Return ``text`` where it is one of ``known``."""
        return super().__new__(cls, text if text in known else "other")


class Journal:
    """Counts what is noted, so that nobody fills the disk with it."""

    def __init__(self) -> None:
        self._times: dict[Event, deque[float]] = {}
        self._left_out: dict[Event, int] = {}
        self._lock = threading.Lock()

    def left_out(self, event: Event, now: float) -> int | None:
        """Return how many of a kind were left out since the last line; None where this one is left out too."""
        with self._lock:
            times = self._times.setdefault(event, deque())
            while times and times[0] <= now - MINUTE:
                times.popleft()
            if len(times) >= MOST:
                self._left_out[event] = self._left_out.get(event, 0) + 1
                return None
            times.append(now)
            return self._left_out.pop(event, 0)


_JOURNAL = Journal()


def note(event: Event, **facts: float | StrEnum | Word) -> None:
    """Note that something happened; of ``facts`` only numbers and words of ours are written, whatever is given."""
    left_out = _JOURNAL.left_out(event, time.monotonic())
    if left_out is None:
        return
    told: dict[str, Any] = {k: v for k, v in facts.items() if isinstance(v, (int, float, StrEnum, Word))}
    _LOG.info(event.value, extra={"facts": told | ({"left_out": left_out} if left_out else {})})


class _Lines(logging.Formatter):
    """One line of JSON a record, in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        return json.dumps({"at": at, "event": record.getMessage(), **getattr(record, "facts", {})})


def start(stream: TextIO | None = None) -> None:
    """Write what is noted to ``stream`` (standard error) from now on; once a process."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Lines())
    _LOG.handlers[:] = [handler]
    _LOG.propagate = False
    _LOG.setLevel(logging.INFO)
    logging.setLogRecordFactory(_without_words)


def _without_words(*given: Any, **named: Any) -> logging.LogRecord:  # noqa: ANN401 - whatever logging passes
    """Return a record whose error tells its kind and its place, and nothing that it says."""
    record = logging.LogRecord(*given, **named)
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text = where(record.exc_info[1])
        record.exc_info = None
    return record


def where(error: BaseException) -> str:
    """Return the lines of code that led to an error, and to what lay behind it, without what they say."""
    parts, seen = list[str](), set[int]()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        parts.append("".join(traceback.format_tb(found.__traceback__)) + type(found).__name__)
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return "\nbrought about by\n".join(parts)
