"""Compute outlines of the municipalities from facts alone: ``python data/build_outlines.py [FILE]``.

For a map without PDOK's boundaries. A cell of 250 metres goes to the municipality of the nearest place,
where a municipality's places and its middle reach farther the more land it still lacks: weights are
changed until each has the area that it has in fact (an additively weighted Voronoi diagram with
prescribed areas). Far from any place lies water; where exactly, the coast of Natural Earth and the
areas decide together. Borders are then smoothed and drawn once for both neighbours.

Reads data/figures (places, inhabitants and density) and data/outlines (coast and lake), see
data/SOURCES.md. No boundary of CBS, Kadaster or anyone else is read. The same facts give the same file.
The few numbers below that no fact gives (pulls, reaches, smoothing) are the same for the whole country;
they were chosen by the overlap with the real boundaries of 2026, which nobody needs to run this.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from scipy import ndimage
from scipy.spatial import cKDTree

sys.path.insert(0, str(Path(__file__).parents[1]))

from regional.geo.topology import write_topology

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int64]
    Flags = NDArray[np.bool_]

HERE = Path(__file__).parent
TARGET = HERE.parent / "static" / "outlines" / "world_110m.json"
CELL = 250.0
"""Metres. All lengths are metres in EPSG:28992."""
BOX = (10_000, 300_000, 285_000, 625_000)
NEAREST = 40
"""So many of the places around a cell are asked."""
STEPS = 90
DAMPING = 0.3
MIDDLE = 0.25
"""Pull of the middle of a municipality, beside that of its places."""
ALONE = 0.75
"""More of it where a municipality has one place; half as much more where it has two."""
DISC = 0.2
"""The middle stands for a disc around it: its radius as a part of that of a circle of the same area."""
WATER = 1.04
"""Drawn area by area of land: ponds, canals and rivers are drawn with it."""
COAST = 2.5
"""How strongly a cell keeps to its side of the known coast, by metres from it."""
DOUBT = 2_500.0
"""Farther than this from the known coast nothing is in doubt."""
SEA = 1e6
"""Metres that a place across the sea is farther away."""
SMOOTH = 1.6
"""Cells over which borders are smoothed."""
TOLERANCE = 280.0
POND = 5e7
"""Water of fewer square metres with land all around is drawn as land."""
OUTSIDE = -1


@dataclass(frozen=True)
class Facts:
    """Points (x, y) with the row of their municipality, areas in square metres, land without water."""

    codes: list[str]
    points: Floats
    owner: Codes
    middle: Floats
    area: Floats
    land: shapely.Geometry


@dataclass(frozen=True)
class Grid:
    """All cells of the box: middles (n, 2), rows and columns, and signed metres to the coast (land < 0)."""

    cells: Floats
    shape: tuple[int, int]
    depth: Floats


def main(target: Path) -> None:
    """Write the outlines as a TopoJSON file that Plotly can draw from."""
    facts = read_facts()
    grid = make_grid(facts)
    labels = whole(smooth(whole(assign(facts, grid), grid, facts)), grid, facts)
    shapes = vectorise(labels, facts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(write_topology(shapes.to_crs("OGC:CRS84")))


def read_facts() -> Facts:
    """Return what is known; the area of land follows from inhabitants and inhabitants per km2."""
    towns = pd.read_parquet(HERE / "figures" / "municipalities.parquet").sort_index()
    places = pd.read_parquet(HERE / "figures" / "places.parquet")
    codes = [str(code) for code in towns.index]
    middle = _metres(towns[["lon", "lat"]].to_numpy(float))
    villages = _metres(places[["lon", "lat"]].to_numpy(float))
    drawn = gpd.read_file(HERE / "outlines" / "land.geojson").set_index("id").to_crs(28992).geometry
    return Facts(
        codes,
        np.vstack([villages, middle]),
        np.concatenate([towns.index.get_indexer(places["code"]), np.arange(len(codes))]).astype(np.int64),
        middle,
        (towns["inhabitants"] / towns["per_km2"] * 1e6).to_numpy(float),
        drawn["land"].difference(drawn["lake"]),
    )


def _metres(degrees: Floats) -> Floats:
    x, y = Transformer.from_crs("OGC:CRS84", 28992, always_xy=True).transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack([x, y])


def make_grid(facts: Facts) -> Grid:
    """Return the cells and how far each lies from the known coast."""
    x = np.arange(BOX[0] + CELL / 2, BOX[2], CELL)
    y = np.arange(BOX[1] + CELL / 2, BOX[3], CELL)
    cells = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    shapely.prepare(facts.land)
    land = shapely.contains_xy(facts.land, cells).reshape(len(y), len(x))
    depth = ndimage.distance_transform_edt(~land) - ndimage.distance_transform_edt(land)
    return Grid(cells, land.shape, (depth * CELL).ravel())


def assign(facts: Facts, grid: Grid) -> Codes:
    """Return the row of each cell's municipality, ``OUTSIDE`` for none, with the areas as they are."""
    inside = np.flatnonzero(grid.depth < DOUBT)
    near, cost = _costs(facts, grid, inside)
    coast = np.where(grid.depth[inside] < -DOUBT, -np.inf, COAST * grid.depth[inside])
    target = facts.area * WATER
    radius = np.sqrt(target / np.pi)
    reach = radius * (1 + _pull(facts))
    weight = reach.copy()
    row = np.arange(len(inside))
    for _ in range(STEPS):
        left = cost - weight[near]
        best = left.argmin(axis=1)
        taken = left[row, best] + coast < 0
        area = np.bincount(near[row, best][taken], minlength=len(target)) * CELL**2
        weight += DAMPING * reach * np.clip(1 - np.sqrt(area / target), -0.5, 0.5)
    labels = np.full(len(grid.cells), OUTSIDE)
    labels[inside] = np.where(taken, near[row, best], OUTSIDE)
    return labels


def _costs(facts: Facts, grid: Grid, inside: Codes) -> tuple[Codes, NDArray[np.float32]]:
    """Return for each cell the municipalities of the nearest points, and how far each is from it."""
    distance, index = cKDTree(facts.points).query(grid.cells[inside], k=NEAREST)
    near = facts.owner[index]
    first_middle = len(facts.points) - len(facts.middle)
    disc = DISC * np.sqrt(facts.area / np.pi)
    cost = np.where(index >= first_middle, np.maximum(distance - disc[near], 0), distance)
    island = _islands(grid)
    home = island[cKDTree(grid.cells).query(facts.points)[1]]
    lived = np.isin(island[inside], home)  # an island without a place is nearest to somebody all the same
    cost += SEA * ((home[index] != island[inside][:, None]) & lived[:, None])
    cost += _pull(facts)[near] * np.hypot(*(grid.cells[inside][:, None, :] - facts.middle[near]).transpose(2, 0, 1))
    return near, cost.astype(np.float32)


def _pull(facts: Facts) -> Floats:
    """Return the pull of each municipality's middle: the fewer its places, the more the middle tells."""
    return MIDDLE + ALONE / (np.bincount(facts.owner) - 1)


def _islands(grid: Grid) -> Codes:
    """Return for each cell on which island it lies, or off which coast."""
    numbers, _ = ndimage.label((grid.depth < 0).reshape(grid.shape))
    nearest = ndimage.distance_transform_edt(numbers == 0, return_distances=False, return_indices=True)
    return cast("Codes", numbers[tuple(nearest)].ravel())


def whole(labels: Codes, grid: Grid, facts: Facts) -> Codes:
    """Return labels without crumbs: a part without a place goes to its neighbours, ponds are filled."""
    plane = labels.reshape(grid.shape).copy()
    home = plane.ravel()[cKDTree(grid.cells).query(facts.points)[1]] == facts.owner
    seat = cKDTree(grid.cells).query(facts.points[home])[1]
    settled = np.zeros(plane.size, bool)
    settled[seat] = True
    crumbs = np.zeros(grid.shape, bool)
    for row in range(len(facts.codes)):
        parts, n = ndimage.label(plane == row)
        size = np.bincount(parts.ravel(), minlength=n + 1)
        keep = np.isin(np.arange(n + 1), parts.ravel()[settled]) | (size >= 0.25 * size[1:].sum())
        crumbs |= (parts > 0) & ~keep[parts]
    sea, n = ndimage.label(plane == OUTSIDE)
    pond = np.bincount(sea.ravel()) * CELL**2 < POND
    crumbs |= (sea > 0) & pond[sea]
    return _refilled(plane, crumbs).ravel()


def _refilled(plane: Codes, crumbs: Flags) -> Codes:
    """Give each crumb that touches land to the nearest municipality; an islet stays or sinks by itself."""
    parts, _ = ndimage.label(crumbs)
    solid = (plane != OUTSIDE) & ~crumbs
    touched = np.unique(parts[ndimage.binary_dilation(solid) & crumbs])
    fill = crumbs & np.isin(parts, touched)
    nearest = ndimage.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    return cast("Codes", np.where(fill, plane[tuple(nearest)], plane))


def smooth(labels: Codes) -> Codes:
    """Return labels with each cell given to whom most of its surroundings belong."""
    shape = (round((BOX[3] - BOX[1]) / CELL), round((BOX[2] - BOX[0]) / CELL))
    plane = labels.reshape(shape)
    best, winner = np.zeros(shape, np.float32), np.full(shape, OUTSIDE)
    margin = int(4 * SMOOTH) + 1
    padded = np.pad(plane, margin, constant_values=OUTSIDE)
    windows: list[tuple[slice, ...] | None] = ndimage.find_objects(padded + 1 + 1)  # the sea is 1
    for number, window in enumerate(windows):
        if window is None:
            continue
        rows, columns = (slice(max(s.start - margin, 0), s.stop + margin) for s in window)
        share = ndimage.gaussian_filter((padded[rows, columns] == number - 1).astype(np.float32), SMOOTH)
        _keep_best(share, number - 1, (rows.start - margin, columns.start - margin), best, winner)
    return winner.ravel()


def _keep_best(
    share: NDArray[np.float32], row: int, at: tuple[int, int], best: NDArray[np.float32], winner: Codes
) -> None:
    """Lay one municipality's shares over those of the others."""
    top, left = max(at[0], 0), max(at[1], 0)
    part = share[top - at[0] :, left - at[1] :]
    bottom, right = min(top + part.shape[0], best.shape[0]), min(left + part.shape[1], best.shape[1])
    part = part[: bottom - top, : right - left]
    old, who = best[top:bottom, left:right], winner[top:bottom, left:right]
    more = part > old
    old[more], who[more] = part[more], row


def vectorise(labels: Codes, facts: Facts) -> gpd.GeoSeries:
    """Return the outlines by code: the edges between unlike cells, as polygons, made simpler together."""
    rows, columns = round((BOX[3] - BOX[1]) / CELL), round((BOX[2] - BOX[0]) / CELL)
    plane = np.pad(labels.reshape(rows, columns), 1, constant_values=OUTSIDE)
    y, x = np.nonzero(plane[:, :-1] != plane[:, 1:])
    upright = np.stack([np.column_stack([x, y - 1]), np.column_stack([x, y])], axis=1)
    y, x = np.nonzero(plane[:-1] != plane[1:])
    level = np.stack([np.column_stack([x - 1, y]), np.column_stack([x, y])], axis=1)
    edges = np.concatenate([upright, level]) * CELL + np.array(BOX[:2])
    mesh = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges)))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(mesh)))
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    column, row = ((inside - np.array(BOX[:2])) / CELL).astype(int).T
    owner = labels.reshape(rows, columns)[row, column]
    parts = gpd.GeoSeries(faces[owner != OUTSIDE], crs=28992).groupby(owner[owner != OUTSIDE])
    shapes = parts.apply(lambda group: shapely.multipolygons(group.to_numpy()))
    whole = gpd.GeoSeries(shapes.to_numpy(), index=[facts.codes[n] for n in shapes.index], crs=28992)
    return whole.simplify_coverage(TOLERANCE).rename_axis("code")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
