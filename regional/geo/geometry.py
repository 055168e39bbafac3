"""The shapes that a map draws: pulled boundaries where there are any, else outlines of our own computing.

Nothing here asks the network. The browser fetches a shape file once, as the base map of Plotly's geo
subplot; the figure itself carries codes and values alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from regional.geo.topology import Polygons, read_topology
from regional.texts import Message

Kind = Literal["boundaries", "outlines"]
SCHEMA = 2
STATIC = Path(__file__).parents[2] / "static"
STATIC_URL = "app/static"
BOUNDARIES_URL = "kaart"
"""Under which the server gives out what :func:`boundaries_file` finds."""
OUTLINES = "outlines"
OUTLINES_YEAR = 2024
RESOLUTION: Mapping[Kind, int] = {"outlines": 110, "boundaries": 50}
CACHE_VARIABLE = "PARTNERSPIEGEL_CACHE"


@dataclass(frozen=True)
class DrawnPlace:
    """Where one municipality is drawn: a point inside it and its bounding box, in degrees."""

    lon: float
    lat: float
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Geometry:
    """The shapes of all municipalities.

    ``folder`` is the URL of the folder from which Plotly fetches ``world_<resolution>m.json``, its base
    map; it changes with the content. Plotly keeps base maps by name, hence a resolution for each kind.
    ``source`` is the footnote; ``retrieved`` the day of the pull.
    """

    kind: Kind
    folder: str
    topology: bytes = field(repr=False)
    places: Mapping[str, DrawnPlace] = field(repr=False)
    source: Message
    year: int
    retrieved: dt.date | None = None
    address: str = ""

    @property
    def resolution(self) -> int:
        """Plotly's name for the file, in place of a scale of its own base maps."""
        return RESOLUTION[self.kind]

    @property
    def areas(self) -> Mapping[str, Polygons]:
        """The polygons of each municipality by code."""
        return _areas(self.topology)


@dataclass(frozen=True)
class Sidecar:
    """What is kept beside pulled boundaries; ``digest`` (SHA-256) names and checks their file."""

    year: int
    address: str
    retrieved: dt.date
    digest: str
    schema: int = SCHEMA

    def to_json(self) -> str:
        """Return the sidecar as it is kept."""
        return json.dumps({**vars(self), "retrieved": self.retrieved.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> Sidecar:
        """Read a sidecar; ValueError, KeyError or TypeError where ``text`` is not one."""
        try:
            raw = json.loads(text)
        except RecursionError as error:
            raise ValueError("a sidecar that is nested without end") from error
        if raw["schema"] != SCHEMA:
            raise ValueError(f"sidecar of schema {raw['schema']}")
        retrieved = dt.date.fromisoformat(raw["retrieved"])
        return cls(int(raw["year"]), str(raw["address"]), retrieved, str(raw["digest"]))


def cache_folder() -> Path:
    """Return where pulled boundaries are kept: PARTNERSPIEGEL_CACHE, or the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen:
        return Path(chosen) / "boundaries"
    from platformdirs import user_cache_path

    return user_cache_path("partnerspiegel", appauthor=False) / "boundaries"


def load_geometry(kind: Kind = "boundaries", *, cache: Path | None = None) -> Geometry:
    """Return the boundaries kept on this machine, or our own outlines where asked for or needed.

    Damaged or missing files are never an error here: the outlines are always there.
    """
    kept = _kept(cache or cache_folder()) if kind == "boundaries" else None
    if kept is None:
        return _outlines()
    sidecar, content, places = kept
    source = Message.of("Boundaries: CBS/Kadaster through PDOK, {year} (CC BY 4.0)", year=str(sidecar.year))
    folder = f"{BOUNDARIES_URL}/{sidecar.digest}/"
    return Geometry("boundaries", folder, content, places, source, sidecar.year, sidecar.retrieved, sidecar.address)


def boundaries_file(digest: str) -> Path | None:
    """Return the kept boundaries of this digest, None where there are none."""
    path = cache_folder() / f"{digest}.json"
    return path if re.fullmatch(r"[0-9a-f]{64}", digest) and path.is_file() else None


def keep(folder: Path, topology: bytes, sidecar: Sidecar) -> None:
    """Keep pulled boundaries; the sidecar comes last, so that a reader finds whole pairs only."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{sidecar.digest}.json", topology)
    write_whole(folder / "current.json", sidecar.to_json().encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever reads half of it, also when two processes write at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _kept(folder: Path) -> tuple[Sidecar, bytes, Mapping[str, DrawnPlace]] | None:
    """Return what was pulled earlier; None where it is not there or not whole."""
    try:
        modified = (folder / "current.json").stat().st_mtime_ns
    except OSError:
        return None
    return _read_kept(str(folder), modified)


@lru_cache(maxsize=4)
def _read_kept(folder: str, modified: int) -> tuple[Sidecar, bytes, Mapping[str, DrawnPlace]] | None:
    """Read and check once for every version of the sidecar (``modified``), not at every rerun."""
    try:
        sidecar = Sidecar.from_json((Path(folder) / "current.json").read_text(encoding="utf-8"))
        content = (Path(folder) / f"{sidecar.digest}.json").read_bytes()
        if hashlib.sha256(content).hexdigest() != sidecar.digest:
            return None
        return sidecar, content, _places(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


@lru_cache(maxsize=1)
def _outlines() -> Geometry:
    content = (STATIC / OUTLINES / f"world_{RESOLUTION['outlines']}m.json").read_bytes()
    source = Message.of(
        "Boundaries by approximation, computed from places and areas of {year}", year=str(OUTLINES_YEAR)
    )
    return Geometry("outlines", f"{STATIC_URL}/{OUTLINES}/", content, _places(content), source, OUTLINES_YEAR)


@lru_cache(maxsize=4)
def _areas(topology: bytes) -> Mapping[str, Polygons]:
    return read_topology(topology)


def _places(topology: bytes) -> Mapping[str, DrawnPlace]:
    """Return where each municipality is drawn: a point well inside its largest part, and the box of all parts."""
    import shapely

    drawn = {}
    for code, polygons in _areas(topology).items():
        parts = [shapely.Polygon(shell, holes) for shell, *holes in polygons]
        inside = shapely.point_on_surface(max(parts, key=lambda part: part.area))
        drawn[code] = DrawnPlace(inside.x, inside.y, *shapely.total_bounds(parts).tolist())
    return drawn
