"""Read a list of partners in processes of their own, so that nobody else waits for a long one.

The first makes rows of text of the bytes (:mod:`regional.files.reader`), the second partners of the rows. A list of a
few hundred rows is read here: a second process takes longer to start than that.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from regional.files.problems import FileFault
from regional.files.process import Told, TooLargeError, apart
from regional.files.sheets import sheets_in, sheets_of, too_large
from regional.partners.frame import Rows, put_together
from regional.partners.imported import ImportResult
from regional.partners.partner import Partner
from regional.partners.places import tables
from regional.partners.read import Import, from_sheets, rows_of, unread

LONG = 300_000
"""Bytes of text in a list that is read in a process of its own; about 2,000 rows of ten columns."""
RESIDENT, SECONDS = 400_000_000, 120
"""What that process may use: bytes of memory, and seconds of work. Of address space libraries map more than they use,
so that no limit of the system fits."""
OF_BYTES = 0.2
"""The share of the work that making rows of the bytes is."""
AT_ONCE = 1_000
"""Partners in one piece of the answer."""
_SIZE = 8
"""Bytes that tell how long a piece of the answer is."""


def read_apart(
    data: bytes, filename: str = "", *, told: Told | None = None, **how: Mapping[str, str] | None
) -> ImportResult:
    """Return what ``read_partners`` does, without ``gathered``: what was read of each row is not kept in memory.

    ``how``: the answers that ``read_partners`` takes.
    """
    try:
        sheets = sheets_of(data, (lambda done: told(OF_BYTES * done)) if told else None)
    except FileFault as fault:
        return unread(fault, filename)
    del data
    return read_sheets_apart(sheets, filename, told=told, **how)


def read_sheets_apart(
    sheets: bytes, filename: str = "", *, told: Told | None = None, **how: Mapping[str, str] | None
) -> ImportResult:
    """Return what :func:`read_apart` does, of what was made of the bytes before."""
    given: dict[str, Any] = {name: dict(answers or {}) for name, answers in how.items()}
    try:
        if len(sheets) < LONG:
            read = from_sheets(sheets_in(sheets), filename, told=told, **given)
            return replace(read, gathered=())
        asked = {"how": given, "tables": tables.every()}
        answer = apart(
            __name__, json.dumps(asked).encode() + b"\n" + sheets,
            (lambda done: told(OF_BYTES + (1 - OF_BYTES) * done)) if told else None, memory=0, seconds=SECONDS,
        )  # fmt: skip
    except TooLargeError:
        return unread(too_large(), filename)
    except FileFault as fault:
        return unread(fault, filename)
    del sheets
    pieces = _read(answer)
    del answer
    return _put_together(pieces, filename)


def work(data: bytes, told: Told) -> bytes:
    """Return what is made of sheets, in pieces: partners, the rest, the columns of their rows (see _put_together)."""
    begun, _, sheets = data.partition(b"\n")
    del data
    given, made = json.loads(begun), _Packed()
    tables.give(given["tables"])
    read = [sheets_in(sheets)]
    del sheets
    result = rows_of(made, read.pop(), **given["how"], told=partial(_within, told))
    return b"".join(made.pieces(result))


class _Packed(Rows):
    """Rows of which the partners are packed as soon as they are many: so they take a fifth of the memory."""

    def __init__(self) -> None:
        super().__init__()
        self._packed: list[bytes] = []

    def add(self, partner: Partner) -> None:
        """Make the row of one partner."""
        super().add(partner)
        if len(self.partners) == AT_ONCE:
            self._pack()

    def _pack(self) -> None:
        self._packed.append(_piece(self.partners))
        self.partners.clear()

    def pieces(self, result: Import) -> Iterator[bytes]:
        """Give the partners, the columns of their rows, and the import that lacks them."""
        self._pack()
        yield _piece(len(self._packed))
        yield from self._packed
        self._packed.clear()
        yield _piece(result)
        for part in self.parts():
            yield _piece(part)


def _piece(held: object) -> bytes:
    written = pickle.dumps(held, pickle.HIGHEST_PROTOCOL)
    return len(written).to_bytes(_SIZE) + written


def _within(told: Told, done: float) -> None:
    """Tell how far it is; TooLargeError where more memory was taken than a list of partners ever needs."""
    if _resident() > RESIDENT:
        raise TooLargeError
    told(done)


def _resident() -> int:
    """Return the bytes of memory that this process holds now.

    The most that it ever held would count what held the process that started it: Linux carries that over.
    """
    try:
        from resource import RUSAGE_SELF, getpagesize, getrusage
    except ImportError:  # Windows; there one works alone, on one's own computer
        return 0
    if sys.platform == "darwin":
        return int(getrusage(RUSAGE_SELF).ru_maxrss)
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * getpagesize()


def _put_together(pieces: Iterator[Any], filename: str) -> ImportResult:
    """Return the import of its pieces, one by one. Our own process wrote them, of text alone."""
    partners = tuple(partner for _ in range(next(pieces)) for partner in next(pieces))
    result: Import = next(pieces)
    return result(put_together(pieces, partners, filename))


def _read(answer: bytes) -> Iterator[Any]:
    view, at = memoryview(answer), 0
    while at < len(view):
        end = at + _SIZE + int.from_bytes(view[at : at + _SIZE])
        yield pickle.loads(view[at + _SIZE : end])
        at = end
