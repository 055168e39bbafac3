"""Work on what a visitor brings in a process of its own, with limits: what is made to harm takes that process down.

The process starts without the rest of the product, says how far it is on standard error, and ends at once where its
answer is no longer wanted.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

MEMORY, SECONDS = 440_000_000, 30
"""What the process may use: bytes of address space, and seconds of work."""
PATIENCE = 120.0
"""Seconds by the clock: on a busy machine work takes longer."""
TOO_LARGE, UNREADABLE = 3, 4
TICK = 0.2
"""Seconds between two looks at how far it is."""
_ROOT = Path(__file__).parents[2]
_AT_ONCE = threading.Semaphore(2)
Told = Callable[[float], object]
"""Hears how far the work is, 0 to 1; what it raises ends the work."""


class TooLargeError(Exception):
    """The file asks for more than a list of partners ever does."""


class UnreadableError(Exception):
    """The file is damaged, or of another kind."""


def apart(module: str, data: bytes, told: Told | None = None, *, memory: int = MEMORY) -> bytes:
    """Return what ``work(data, told)`` of a module of this product makes of some bytes, in a process of its own.

    Parameters
    ----------
    module : name of a module with ``work(data: bytes, told: Told) -> bytes``.
    told : called every now and then; where it raises, the process ends and so does this call.
    memory : bytes of address space; 0 for no limit of its own.

    Raises
    ------
    TooLargeError, UnreadableError
    """
    call = f"from regional.files.process import child; child({module!r}, {memory})"
    start = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); {call}"
    with _AT_ONCE:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        try:
            answer = _answer(process, data, told)
        finally:
            process.kill()
            process.wait()
    if process.returncode == UNREADABLE:
        raise UnreadableError
    if answer is None:  # our own answer, or ended by a limit
        raise TooLargeError
    return answer


def _answer(process: subprocess.Popen[bytes], data: bytes, told: Told | None) -> bytes | None:
    """Return what the process wrote once it ended well, None where it did not."""
    heard: list[bytes] = []
    done = [0.0]
    pipes: Any = process
    threads = [
        threading.Thread(target=_write, args=(pipes.stdin, data), daemon=True),
        threading.Thread(target=lambda: heard.append(pipes.stdout.read()), daemon=True),
        threading.Thread(target=_listen, args=(pipes.stderr, done), daemon=True),
    ]
    for thread in threads:
        thread.start()
    end = time.monotonic() + PATIENCE
    while threads[1].is_alive() and time.monotonic() < end:
        threads[1].join(TICK)
        if told is not None:
            told(done[0])
    if threads[1].is_alive():
        return None
    code = process.wait()
    return heard[0] if code == 0 and heard else None


def _write(pipe: IO[bytes], data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except OSError:  # it ended before it read all
        return


def _listen(pipe: IO[bytes], done: list[float]) -> None:
    for line in pipe:
        try:
            done[0] = min(max(float(line), 0.0), 1.0)
        except ValueError:  # a warning of a library
            continue


def child(module: str, memory: int) -> None:
    """Do the work of a module, from standard input to standard output, and leave; any fault is one of the file."""
    _limit(memory)
    try:
        answer = importlib.import_module(module).work(sys.stdin.buffer.read(), _tell)
    except (TooLargeError, MemoryError):
        sys.exit(TOO_LARGE)
    except BaseException:  # a panic of the Rust reader is no Exception
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _tell(done: float) -> None:
    sys.stderr.write(f"{done:.3f}\n")
    sys.stderr.flush()


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows; there one works alone, on one's own computer
        return
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
