"""Work on what a visitor brings in a process of its own, with limits: what is made to harm takes that process down.

The process starts without the rest of the product, says how far it is on standard error, and ends at once where its
answer is no longer wanted.
"""

from __future__ import annotations

import gc
import importlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

MEMORY, SECONDS = 440_000_000, 30
"""What the process may use: bytes of address space, and seconds of work."""
PATIENCE = 120.0
"""Seconds by the clock for that work: on a busy machine it takes longer. Of other work as many times its seconds."""
TOO_LARGE, UNREADABLE = 3, 4
MANY, TOGETHER = 250, 20_000_000
"""Pieces of work that one process does, and their bytes together."""
TICK = 0.2
"""Seconds between two looks at how far it is."""
_ROOT = Path(__file__).parents[2]
_AT_ONCE = threading.Semaphore(2)
_NO_TRACE = {"RUST_BACKTRACE": "0"}
"""A reader in Rust that has no memory left would wait for ever for the memory to say where."""
Told = Callable[[float], object]
"""Hears how far the work is, 0 to 1; what it raises ends the work."""


class TooLargeError(Exception):
    """The file asks for more than a list of partners ever does."""


class UnreadableError(Exception):
    """The file is damaged, or of another kind."""


def apart(module: str, data: bytes, told: Told | None = None, *, memory: int = MEMORY, seconds: int = SECONDS) -> bytes:
    """Return what ``work(data, told)`` of a module of this product makes of some bytes, in a process of its own.

    Parameters
    ----------
    module : name of a module with ``work(data: bytes, told: Told) -> bytes``.
    told : called every now and then; where it raises, the process ends and so does this call.
    memory : bytes of address space; 0 for no limit of its own.
    seconds : of work.

    Raises
    ------
    TooLargeError, UnreadableError
    """
    patience = PATIENCE * seconds / SECONDS
    answer, code = _worked(f"child({module!r}, {memory}, {seconds})", data, told, patience)
    if code == UNREADABLE:
        raise UnreadableError
    if answer is None or code != 0:  # our own answer, or ended by a limit
        raise TooLargeError
    return answer


Answer = bytes | TooLargeError | UnreadableError


def apart_each(module: str, many: Sequence[bytes], *, memory: int = MEMORY) -> list[Answer]:
    """Return what ``work(data, told)`` of a module makes of each of many, or why it could not: few processes for all.

    The limits of :func:`apart` hold for each by itself. One that takes the process down is done again alone, and the
    others after it in a new one.
    """
    half = len(many) // 2
    if half < MANY:
        return _each(module, many, memory)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda part: _each(module, part, memory), (many[:half], many[half:]))
    return first + second


def _each(module: str, many: Sequence[bytes], memory: int) -> list[Answer]:
    found: list[Answer] = []
    while len(found) < len(many):
        batch = _batch(many[len(found) :])
        packed = b"".join(len(data).to_bytes(8) + data for data in batch)
        answer, _ = _worked(f"child_each({module!r}, {memory})", packed, None)
        found += _unpacked(answer or b"")[: len(batch)]
        if len(found) < len(many):
            found.append(_alone(module, many[len(found)], memory))
    return found


def _batch(many: Sequence[bytes]) -> list[bytes]:
    size, batch = 0, list[bytes]()
    for data in many[:MANY]:
        size += len(data)
        if batch and size > TOGETHER:
            break
        batch.append(data)
    return batch


def _alone(module: str, data: bytes, memory: int) -> Answer:
    try:
        return apart(module, data, memory=memory)
    except (TooLargeError, UnreadableError) as fault:
        return fault


def _unpacked(written: bytes) -> list[Answer]:
    """Return the answers that a process wrote whole before it ended."""
    found, at = list[Answer](), 0
    while at + 9 <= len(written):
        code, size = written[at], int.from_bytes(written[at + 1 : at + 9])
        if at + 9 + size > len(written):
            break
        data = written[at + 9 : at + 9 + size]
        found.append(data if code == 0 else UnreadableError() if code == UNREADABLE else TooLargeError())
        at += 9 + size
    return found


def _worked(call: str, data: bytes, told: Told | None, patience: float | None = None) -> tuple[bytes | None, int]:
    """Return what a process wrote before it ended (None where it did not in time), and its code."""
    start = (
        f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from regional.files.process import child, child_each; {call}"
    )
    with _AT_ONCE:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=os.environ | _NO_TRACE,
        )  # fmt: skip
        try:
            answer = _answer(process, data, told, PATIENCE if patience is None else patience)
        finally:
            process.kill()
            process.wait()
    return answer, process.returncode


def _answer(process: subprocess.Popen[bytes], data: bytes, told: Told | None, patience: float) -> bytes | None:
    """Return what the process wrote until it ended, None where it did not in time."""
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
    end = time.monotonic() + patience
    while threads[1].is_alive() and time.monotonic() < end:
        threads[1].join(TICK)
        if told is not None:
            told(done[0])
    if threads[1].is_alive():
        return None
    process.wait()
    return heard[0] if heard else None


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


def child(module: str, memory: int, seconds: int) -> None:
    """Do the work of a module, from standard input to standard output, and leave; any fault is one of the file.

    It ends before it would be worth while to look for what nobody needs any more.
    """
    gc.disable()
    _limit(memory, seconds)
    try:
        answer = importlib.import_module(module).work(sys.stdin.buffer.read(), _tell)
    except (TooLargeError, MemoryError):
        sys.exit(TOO_LARGE)
    except BaseException:  # a panic of the Rust reader is no Exception
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def child_each(module: str, memory: int) -> None:
    """Do the work of a module on each of many, and write each answer at once: a code, its length and itself."""
    work = importlib.import_module(module).work
    _limit(memory)
    packed, at = sys.stdin.buffer.read(), 0
    while at < len(packed):
        size = int.from_bytes(packed[at : at + 8])
        data, at = packed[at + 8 : at + 8 + size], at + 8 + size
        _allow_one()
        code, answer = 0, b""
        try:
            answer = work(data, _silent)
        except TooLargeError:
            code = TOO_LARGE
        except MemoryError:  # perhaps what came before took it: this one is done again alone
            sys.exit(TOO_LARGE)
        except BaseException:  # a panic of the Rust reader is no Exception
            code = UNREADABLE
        sys.stdout.buffer.write(bytes([code]) + len(answer).to_bytes(8) + answer)
        sys.stdout.buffer.flush()


def _silent(_done: float) -> None:
    return


def _tell(done: float) -> None:
    sys.stderr.write(f"{done:.3f}\n")
    sys.stderr.flush()


def _allow_one() -> None:
    """Give the next piece of work seconds of its own."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _limit(memory: int, seconds: int = 0) -> None:
    try:
        import resource
    except ImportError:  # Windows; there one works alone, on one's own computer
        return
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
