"""The map of the region as SVG: for paper, and for a file that stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from regional.charts.labels import SIZE, border, pale, shade, stretch, text_box
from regional.charts.scene import OPEN, STAR, marks, placed_names
from regional.charts.theme import palette
from regional.charts.vector import WIDTH, svg_document
from regional.geo.topology import read_borders

if TYPE_CHECKING:
    from regional.charts.labels import Box, Point, Spot
    from regional.charts.scene import Scene
    from regional.geo.topology import Ring

_LIGHT = palette()
_COLOURS = {
    "region": _LIGHT.region,
    "partners": _LIGHT.partners,
    "ink": _LIGHT.ink,
    "paper": _LIGHT.paper,
    "pale": pale(_LIGHT),
    "shade": shade(_LIGHT),
    "border": border(_LIGHT),
}
_FINE = 0.35
"""Points by which a line on paper may differ from what is known."""
_POINTS = ((0, -1), (0.225, -0.309), (0.951, -0.309), (0.363, 0.118), (0.588, 0.809),
           (0, 0.382), (-0.588, 0.809), (-0.363, 0.118), (-0.951, -0.309), (-0.225, -0.309))  # fmt: skip
"""The corners of a star of radius 1."""


def map_svg(scene: Scene) -> str:
    """Return what :func:`regional.charts.map.region_map` shows, every border once, cut at the edge of the view."""
    sheet = _Sheet(scene.view)
    drawn = marks(scene, scene.view)
    parts = [*_shapes(scene, sheet), sheet.path(read_borders(scene.geometry.topology), _line("border", 0.5))]
    inside, around = placed_names(scene, scene.view)
    for kind, width in (("paper", 3.0), ("ink", 1.0)):
        ends = [((s.name.lon, s.name.lat), (s.lon, s.lat)) for s in inside if s.line]
        parts.append(sheet.path([list(line) for line in ends], _line(kind, width)))
    for code in scene.marked:
        place = scene.geometry.places[code]
        parts.append(sheet.circle((place.lon, place.lat), OPEN, _mark("region", 2)))
    parts += [sheet.circle((d.lon, d.lat), d.size, _mark("partners", 1.5)) for d in drawn.dots]
    if drawn.star:
        parts.append(sheet.star(drawn.star))
    parts += [sheet.words(spot, "paper", "region", 600) for spot in inside]
    parts += [sheet.words(spot, "ink", "pale", 400) for spot in around]
    return svg_document(parts, sheet.height)


def _shapes(scene: Scene, sheet: _Sheet) -> list[str]:
    """Return the municipalities in view as one path for each colour."""
    region, lonely = set(scene.region.codes), set(scene.lonely) if scene.is_shaded else set()
    kinds: dict[str, list[Ring]] = {"pale": [], "shade": [], "region": []}
    for code, polygons in scene.geometry.areas.items():
        owner = scene.owners.get(code, "")
        kind = "shade" if owner in lonely else "region" if owner in region else "pale"
        if sheet.shows(scene.geometry.places[code].west, scene.geometry.places[code].east):
            kinds[kind] += [ring for polygon in polygons for ring in polygon]
    return [sheet.path(rings, f'{_fill(kind)} fill-rule="evenodd"', closed=True) for kind, rings in kinds.items()]


class _Sheet:
    """The view on paper: degrees become points of ``WIDTH`` across, and what lies outside is cut."""

    def __init__(self, view: Box) -> None:
        self._view = view
        self._scale = WIDTH / (view[2] - view[0])
        self.height = (view[3] - view[1]) * self._scale

    def at(self, point: Point) -> Point:
        """Return a point (longitude, latitude) on paper, downwards."""
        return (point[0] - self._view[0]) * self._scale, (self._view[3] - stretch(point[1])) * self._scale

    def shows(self, west: float, east: float) -> bool:
        """Tell whether anything between two meridians is in view."""
        return west <= self._view[2] and east >= self._view[0]

    def path(self, runs: Iterable[Ring], look: str, *, closed: bool = False) -> str:
        """Return lines, or the areas within them, as one path; "" where nothing of them is in view."""
        import shapely

        drawn = [[self.at(point) for point in run] for run in runs]
        made = [(shapely.Polygon if closed else shapely.LineString)(run) for run in drawn]
        cut = shapely.clip_by_rect(shapely.simplify(made, _FINE), 0, 0, WIDTH, self.height)
        kept = shapely.get_rings(cut) if closed else shapely.get_parts(cut)
        steps = "".join(_steps(shape.coords, closed) for shape in kept if not shape.is_empty)
        return f'<path d="{steps}" {look}/>' if steps else ""

    def circle(self, at: Point, size: float, look: str) -> str:
        """Return a round mark of ``size`` points across."""
        x, y = self.at(at)
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size / 2:.1f}" {look}/>'

    def star(self, at: Point) -> str:
        """Return the museum's mark."""
        x, y = self.at(at)
        corners = " ".join(f"{x + STAR * 0.6 * dx:.1f},{y + STAR * 0.6 * dy:.1f}" for dx, dy in _POINTS)
        return f'<polygon points="{corners}" {_mark("ink", 1.2)}/>'

    def words(self, spot: Spot, kind: str, halo: str, weight: int) -> str:
        """Return a name where the map on screen has it."""
        x, y = self.at((spot.lon, spot.lat))
        box = text_box((x, -y), spot.name.text, spot.position, spot.gap)
        anchor = {"left": "end", "center": "middle", "right": "start"}[spot.position.split()[1]]
        at = {"end": box[2], "middle": (box[0] + box[2]) / 2, "start": box[0]}[anchor]
        look = f'font-size="{SIZE}" font-weight="{weight}" text-anchor="{anchor}" paint-order="stroke"'
        middle = -(box[1] + box[3]) / 2 + SIZE * 0.35
        paint = f'{_fill(kind, halo)} {_width(halo, 3)} stroke-linejoin="round"'
        return f'<text x="{at:.1f}" y="{middle:.1f}" {look} {paint}>{escape(spot.name.text)}</text>'


def _steps(points: Iterable[Point], closed: bool) -> str:
    written = [f"{x:.1f} {y:.1f}" for x, y in points]
    return f"M{written[0]}L{' '.join(written[1:])}{'Z' if closed else ''}"


def _fill(kind: str, line: str = "") -> str:
    return f'class="{kind}{f" {line}-line" if line else ""}" fill="{_COLOURS[kind]}"'


def _mark(kind: str, edge: float) -> str:
    return f"{_fill(kind, 'paper')} {_width('paper', edge)}"


def _width(kind: str, width: float) -> str:
    return f'stroke="{_COLOURS[kind]}" stroke-width="{width:g}"'


def _line(kind: str, width: float) -> str:
    return f'class="{kind}-line" fill="none" {_width(kind, width)}'
