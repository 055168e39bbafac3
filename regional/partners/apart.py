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
from typing import TYPE_CHECKING, Any

from regional.files.problems import FileFault
from regional.files.process import Told, TooLargeError, apart
from regional.files.sheets import sheets_in, sheets_of, too_large
from regional.partners.imported import ImportResult
from regional.partners.read import from_sheets, unread

if TYPE_CHECKING:
    import pandas as pd

LONG = 300_000
"""Bytes of text in a list that is read in a process of its own; about 2,000 rows of ten columns."""
RESIDENT, SECONDS = 800_000_000, 120
"""What that process may use: bytes of memory, and seconds of work. Of address space libraries map more than they use,
so that no limit of the system fits."""
OF_BYTES = 0.2
"""The share of the work that making rows of the bytes is."""
AT_ONCE = 1_000
"""Partners in one piece of the answer."""
_SIZE = 8
"""Bytes that tell how long a piece of the answer is."""


def read_apart(
    data: bytes,
    filename: str = "",
    *,
    mapping: Mapping[str, str] | None = None,
    places_answered: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    told: Told | None = None,
) -> ImportResult:
    """Return what ``read_partners`` does, without ``gathered``: what was read of each row is not kept in memory.

    A long list is not held to be read again either.
    """
    how: dict[str, Any] = {"filename": filename, "mapping": dict(mapping or {})}
    how |= {"places_answered": dict(places_answered or {}), "answers": dict(answers or {})}
    try:
        sheets = sheets_of(data, (lambda done: told(OF_BYTES * done)) if told else None)
        if len(sheets) < LONG:
            return replace(from_sheets(sheets_in(sheets), **how, told=told), gathered=())
        answer = apart(
            __name__, json.dumps(how).encode() + b"\n" + sheets,
            (lambda done: told(OF_BYTES + (1 - OF_BYTES) * done)) if told else None, memory=0, seconds=SECONDS,
        )  # fmt: skip
    except TooLargeError:
        return unread(too_large(), filename)
    except FileFault as fault:
        return unread(fault, filename)
    return _put_together(answer)


def work(data: bytes, told: Told) -> bytes:
    """Return the import of sheets, in pieces (see :func:`_pieces`)."""
    how, _, sheets = data.partition(b"\n")
    del data
    try:
        result = from_sheets(sheets_in(sheets), **json.loads(how), told=partial(_within, told))
    except FileFault as fault:
        result = unread(fault, json.loads(how)["filename"])
    return b"".join(len(piece).to_bytes(_SIZE) + piece for piece in map(pickle.dumps, _pieces(result)))


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


def _pieces(result: ImportResult) -> Iterator[object]:
    """Give the columns of the portfolio one by one, then the rest: to read a piece again keeps nobody waiting long."""
    portfolio = result.portfolio
    tables = {"frame": portfolio.frame, "states": portfolio.states, **portfolio.shares}
    yield {name: (table.index, list(table.columns)) for name, table in tables.items()}
    for table in tables.values():
        for column in table.columns:
            yield table[column]
    for at in range(0, len(portfolio.partners), AT_ONCE):
        yield portfolio.partners[at : at + AT_ONCE]
    bare = replace(portfolio, frame=portfolio.frame.iloc[:0], states=portfolio.states.iloc[:0], shares={}, partners=())
    yield replace(result, portfolio=bare, gathered=(), in_hand=None)


def _put_together(answer: bytes) -> ImportResult:
    """Return the import of its pieces. Our own process wrote them, of text alone."""
    import pandas as pd

    pieces = _read(answer)
    shapes: Any = next(pieces)
    tables: dict[str, pd.DataFrame] = {
        name: pd.DataFrame({column: next(pieces) for column in columns}, index=index)
        for name, (index, columns) in shapes.items()
    }
    frame, states = tables.pop("frame"), tables.pop("states")
    partners = tuple(partner for _ in range(0, len(frame), AT_ONCE) for partner in next(pieces))
    result: ImportResult = next(pieces)
    whole = replace(result.portfolio, frame=frame, states=states, shares=tables, partners=partners)
    return replace(result, portfolio=whole)


def _read(answer: bytes) -> Iterator[Any]:
    view, at = memoryview(answer), 0
    while at < len(view):
        end = at + _SIZE + int.from_bytes(view[at : at + _SIZE])
        yield pickle.loads(view[at + _SIZE : end])
        at = end
