"""The museum's own yardstick as it is kept, and the region with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.benchmark import OwnFigures, Use, with_added
from regional.ui import storage

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile

ONE = {"id": "own_figures"}
"""There is one set."""


def enlarged(region: RegionProfile) -> RegionProfile:
    """Return the region with what the museum added to it."""
    benchmark, use = kept()
    return with_added(region, benchmark) if benchmark and use == "added" else region


def kept() -> tuple[OwnFigures | None, Use]:
    """Return the museum's own yardstick and its use."""
    found = storage.workspace().own_figures.list(**ONE) if storage.has_workspace() else ()
    if not found:
        return None, "added"
    return OwnFigures.of(found[0].source, found[0].date, found[0].counts), found[0].use


def keep(benchmark: OwnFigures, use: Use) -> None:
    """Keep figures in the place of those that were there; WorkspaceError where that cannot be done."""
    storage.keep_one(storage.workspace().own_figures, ONE, use=use, source=benchmark.source, date=benchmark.date,
                     counts=benchmark.written())  # fmt: skip


def take_away() -> None:
    """Keep no such figures any more; they can be put back."""
    repository = storage.workspace().own_figures
    for found in repository.list(**ONE):
        storage.remove(repository, found)
