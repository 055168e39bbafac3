"""Streamlit collects all garbage after every run; what stays for good need not be looked through each time.

What is loaded, cached or held for a visitor after the last time is looked through at every run: with the sessions of
two hundred visitors that took 15 ms of each, half of a page.
"""

from __future__ import annotations

import gc
import threading


class Freezer:
    """Sets apart from collection what is there after the first run, and again once that pays for itself.

    That is when the collections since the last time looked through as much together as all that is set apart. What
    became garbage since is let go of first, so that memory does not grow with the visitors.
    """

    def __init__(self) -> None:
        self._looked_through = self._set_apart = 0
        self._lock = threading.Lock()

    def after_run(self) -> bool:
        """Freeze where it is due; returns whether it was."""
        with self._lock:
            self._looked_through += len(gc.get_objects(generation=2))
            if self._looked_through <= self._set_apart:
                return False
            self._looked_through = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._set_apart = gc.get_freeze_count()
            return True


FREEZER = Freezer()
"""That of this process."""
