"""The best figures on this machine."""

from __future__ import annotations

from regional.cbs.figures import Figures
from regional.cbs.snapshot import load_snapshot


def load_figures() -> Figures:
    """Return the figures to show; never a network request."""
    return load_snapshot()
