"""What was made before of the same content, held ready for every visitor of this process.

Streamlit's own cache hashes each argument anew at every call: twenty of those were a seventh of a rerun.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class ByKey(Generic[P, T]):
    """A function whose first argument says all about its answer: made once a key, the least used let go of first.

    Two who ask for the same at once wait for one answer; an error is not remembered.
    """

    def __init__(self, function: Callable[P, T], most: int) -> None:
        self._function, self._most = function, most
        self._made: OrderedDict[Hashable, _Made[T]] = OrderedDict()
        self._lock = threading.Lock()
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **named: P.kwargs) -> T:
        """Return the answer of this key."""
        key = args[0] if args else None
        with self._lock:
            made = self._made.setdefault(key, _Made())
            self._made.move_to_end(key)
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        with made.lock:
            if not made.answers:
                made.answers.append(self._function(*args, **named))
        return made.answers[0]

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._made.clear()


class _Made(Generic[T]):
    def __init__(self) -> None:
        self.answers: list[T] = []
        self.lock = threading.RLock()


def by_key(most: int) -> Callable[[Callable[P, T]], ByKey[P, T]]:
    """Remember up to ``most`` answers of a function by its first argument alone (none: its only answer)."""
    return lambda function: ByKey(function, most)
