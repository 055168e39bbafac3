"""What was read of a database, kept as long as the tables that it came from stay as they are.

Every table has a number that goes up with each change (``changes``). One look at a workspace, such as one rerun of a
page, asks for these numbers once; what was read before at the same numbers is not read again, by whoever looks.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 64
"""Answers held ready for one database."""
TOMBSTONES = "tombstones"
"""The table of who was erased: of them nothing stays here."""
Numbers = Mapping[str, int]
_LOOK: ContextVar[dict[int, Numbers] | None] = ContextVar("partnerspiegel_look", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Within it each database is asked once what changed, and again after a change of one's own."""
    token = _LOOK.set({})
    try:
        yield
    finally:
        _LOOK.reset(token)


def is_looking() -> bool:
    """Tell whether this is within a look."""
    return _LOOK.get() is not None


class Memory:
    """What was read of one database. Safe to share between threads.

    Parameters
    ----------
    ask : returns table -> the number of its changes, as it is now.
    """

    def __init__(self, ask: Callable[[], Numbers]) -> None:
        self._ask = ask
        self._kept: OrderedDict[Hashable, tuple[object, Any]] = OrderedDict()
        self._erased = 0
        self._lock = threading.Lock()

    def recall(self, tables: Collection[str], key: Hashable, read: Callable[[], T]) -> T:
        """Return what ``read`` returns, from memory where this look found ``tables`` unchanged.

        Outside a look everything is read. ``read`` is called after the numbers were, so that what is kept is never
        older than its number.
        """
        numbers = self._numbers()
        if numbers is None:
            return read()
        stamp = tuple(numbers.get(name, 0) for name in tables)
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found[0] == stamp:
                self._kept.move_to_end(key)
                made: T = found[1]
                return made
        made = read()
        with self._lock:
            self._kept[key] = (stamp, made)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made

    def look_again(self) -> None:
        """Ask again what changed: it was changed here."""
        look = _LOOK.get()
        if look is not None:
            look.pop(id(self), None)

    def forget(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._kept.clear()

    def _numbers(self) -> Numbers | None:
        look = _LOOK.get()
        if look is None:
            return None
        if id(self) not in look:
            look[id(self)] = numbers = self._ask()
            if numbers.get(TOMBSTONES, 0) != self._erased:
                self.forget()
                self._erased = numbers.get(TOMBSTONES, 0)
        return look[id(self)]
