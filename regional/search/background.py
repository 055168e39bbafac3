"""A search in a process of its own, that outlives a page's rerun and can be stopped, keeping the best so far."""

from __future__ import annotations

import multiprocessing as mp
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from regional.search.model import Advice, Progress, SearchProblem

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event

GRACE = 20.0
"""Seconds a search may go on after a stop or its time limit before it is ended."""


@dataclass
class Handle:
    """A search under way. ``latest`` is the last that was told (see :data:`~regional.search.model.Progress`)."""

    process: SpawnProcess
    pipe: Connection
    event: Event
    until: float
    latest: Progress = field(default_factory=dict)
    error: str = ""
    _advice: Advice | None = None

    def poll(self) -> bool:
        """Read what was told; True while the search goes on. Never waits."""
        try:
            while self.pipe.poll():
                kind, value = self.pipe.recv()
                self._take(kind, value)
        except (EOFError, OSError):
            self.error = self.error or ("" if self._advice else "ended")
        if time.monotonic() > self.until and not self.ended:
            self.error = "time"
            self.process.kill()
        if self.ended:
            self.process.join()
        return not self.ended

    @property
    def ended(self) -> bool:
        """True once there is an answer or an error."""
        return self._advice is not None or bool(self.error)

    def stop(self) -> None:
        """Ask the search to come back with the best so far."""
        self.event.set()
        self.until = min(self.until, time.monotonic() + GRACE)

    def result(self, timeout: float | None = None) -> Advice | None:
        """Wait for the answer, at most ``timeout`` seconds; None where there is none (``error`` says why)."""
        end = None if timeout is None else time.monotonic() + timeout
        while self.poll() and (end is None or time.monotonic() < end):
            self.pipe.poll(0.2)
        return self._advice

    def _take(self, kind: str, value: object) -> None:
        if kind == "progress" and isinstance(value, dict):
            self.latest = value
        elif kind == "advice" and isinstance(value, str):
            self._advice = Advice.from_json(value)
        else:
            self.error = str(value)


def start(problem: SearchProblem) -> Handle:
    """Start a search in a child process; it ends with its answer, its time limit, or the program."""
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    event = context.Event()
    process = context.Process(target=_run, args=(problem, theirs, event), daemon=True)
    process.start()
    theirs.close()
    return Handle(process, ours, event, time.monotonic() + problem.settings.time_limit + GRACE)


def _run(problem: SearchProblem, pipe: Connection, event: Event) -> None:
    from regional.search.advise import advise

    try:
        advice = advise(problem, progress=lambda told: pipe.send(("progress", told)), cancelled=event.is_set)
        pipe.send(("advice", advice.to_json(None)))
    except BrokenPipeError:
        pass  # nobody listens any more
    except Exception as error:  # told to the parent, then raised here with its trace
        pipe.send(("error", f"{type(error).__name__}: {error}"))
        raise
    finally:
        pipe.close()
