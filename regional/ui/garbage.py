"""Streamlit collects all garbage after every run; what was loaded for good need not be looked through each time."""

from __future__ import annotations

import gc
import sys
import threading

MOST = 12
"""Times in a process; each time the run that brings it takes about a fifth of a second longer."""
NEWS = 20
"""Modules that make it worth while."""


class Freezer:
    """Sets apart from collection what is there after the first run, and again after runs that loaded much more.

    What became garbage since the last time is let go of first, so that memory does not grow with the visitors.
    """

    def __init__(self) -> None:
        self._modules = self._times = 0
        self._lock = threading.Lock()

    def after_run(self) -> bool:
        """Freeze where it is due; returns whether it was."""
        with self._lock:
            if self._times >= MOST or len(sys.modules) < self._modules + NEWS:
                return False
            self._times += 1
            self._modules = len(sys.modules)
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        return True


FREEZER = Freezer()
"""That of this process."""
