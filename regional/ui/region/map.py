"""What the map of this visitor's region shows, for the page and for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.dots import partner_dots
from regional.charts.scene import Scene
from regional.geo.geometry import load_geometry
from regional.ui import storage

if TYPE_CHECKING:
    from regional.ui.view import View


def map_scene(view: View, *, by_kind: bool = False) -> Scene:
    """Return the region, its partners by place, by kind where asked, and the museum where its place is known."""
    home = storage.workspace().museum().municipality if storage.has_workspace() else ""
    dots = view.once("dots", lambda: partner_dots(view.portfolio, view.figures, by_kind=by_kind), by_kind)
    return Scene(view.figures, view.region, load_geometry(), dots, home)
