"""The shapes that a map draws: pulled boundaries where there are any, else the cartogram.

Nothing here asks the network. The browser fetches a shape file once, by a URL under ``static/``
that changes with its content; the figure itself carries codes and values alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from regional.texts import Message

Kind = Literal["boundaries", "cartogram"]
SCHEMA = 1
STATIC = Path(__file__).parents[2] / "static"
STATIC_URL = "app/static"
CARTOGRAM = "cartogram/municipalities-2024.geojson"
CARTOGRAM_YEAR = 2024
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
    """The shapes of all municipalities, by code in each feature's ``id``.

    ``shapes`` goes to Plotly as it is: a URL below the app, or the GeoJSON itself where the folder
    ``static/`` cannot be written. ``source`` is the footnote; ``retrieved`` the day of the pull.
    """

    kind: Kind
    shapes: str | dict[str, Any]
    places: Mapping[str, DrawnPlace]
    source: Message
    year: int
    retrieved: dt.date | None = None
    address: str = ""


@dataclass(frozen=True)
class Sidecar:
    """What is kept beside pulled boundaries; ``digest`` (SHA-256) names and checks their file."""

    year: int
    address: str
    retrieved: dt.date
    digest: str
    places: Mapping[str, DrawnPlace] = field(repr=False)
    schema: int = SCHEMA

    def to_json(self) -> str:
        """Return the sidecar as it is kept."""
        places = {code: list(vars(place).values()) for code, place in self.places.items()}
        return json.dumps({**vars(self), "retrieved": self.retrieved.isoformat(), "places": places})

    @classmethod
    def from_json(cls, text: str) -> Sidecar:
        """Read a sidecar; ValueError, KeyError or TypeError where ``text`` is not one."""
        raw = json.loads(text)
        if raw["schema"] != SCHEMA:
            raise ValueError(f"sidecar of schema {raw['schema']}")
        places = {code: DrawnPlace(*map(float, box)) for code, box in raw["places"].items()}
        retrieved = dt.date.fromisoformat(raw["retrieved"])
        return cls(int(raw["year"]), str(raw["address"]), retrieved, str(raw["digest"]), places)


def cache_folder() -> Path:
    """Return where pulled boundaries are kept: PARTNERSPIEGEL_CACHE, or the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen:
        return Path(chosen) / "boundaries"
    from platformdirs import user_cache_path

    return user_cache_path("partnerspiegel", appauthor=False) / "boundaries"


def load_geometry(kind: Kind = "boundaries", *, cache: Path | None = None, static: Path | None = None) -> Geometry:
    """Return the boundaries kept on this machine, or the cartogram where asked for or needed.

    Damaged or missing files are never an error here: the cartogram is always there.
    """
    folder, static = cache or cache_folder(), static or STATIC
    kept = _kept(folder) if kind == "boundaries" else None
    if kept is None:
        return _cartogram(str(static))
    sidecar, text = kept
    return Geometry(
        "boundaries",
        _published(text, sidecar.digest, static),
        sidecar.places,
        Message.of("Boundaries: CBS/Kadaster through PDOK, {year} (CC BY 4.0)", year=str(sidecar.year)),
        sidecar.year,
        sidecar.retrieved,
        sidecar.address,
    )


def keep(folder: Path, geojson: bytes, sidecar: Sidecar) -> None:
    """Keep pulled boundaries; the sidecar comes last, so that a reader finds whole pairs only."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{sidecar.digest}.geojson", geojson)
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


def _kept(folder: Path) -> tuple[Sidecar, bytes] | None:
    """Return what was pulled earlier; None where it is not there or not whole."""
    try:
        modified = (folder / "current.json").stat().st_mtime_ns
    except OSError:
        return None
    return _read_kept(str(folder), modified)


@lru_cache(maxsize=4)
def _read_kept(folder: str, modified: int) -> tuple[Sidecar, bytes] | None:
    """Read and check once for every version of the sidecar (``modified``), not at every rerun."""
    try:
        sidecar = Sidecar.from_json((Path(folder) / "current.json").read_text(encoding="utf-8"))
        content = (Path(folder) / f"{sidecar.digest}.geojson").read_bytes()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return (sidecar, content) if hashlib.sha256(content).hexdigest() == sidecar.digest else None


def _published(content: bytes, digest: str, static: Path) -> str | dict[str, Any]:
    """Return the URL of the boundaries under ``static/``, or themselves where that is read-only."""
    name = f"boundaries/{digest[:16]}.geojson"
    path = static / name
    try:
        if not (path.exists() and path.stat().st_size == len(content)):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
    except OSError:
        return dict(json.loads(content))
    return f"{STATIC_URL}/{name}"


@lru_cache(maxsize=2)
def _cartogram(static: str) -> Geometry:
    content = (STATIC / CARTOGRAM).read_bytes()
    places = {f["id"]: _circle(f) for f in json.loads(content)["features"]}
    # The address changes with the content: no browser shows yesterday's circles.
    url = f"{STATIC_URL}/{CARTOGRAM}?v={hashlib.sha256(content).hexdigest()[:8]}"
    shapes: str | dict[str, Any] = url if (Path(static) / CARTOGRAM).exists() else json.loads(content)
    source = Message.of("Circles: computed from CBS, inhabitants on 1 January {year}", year=str(CARTOGRAM_YEAR))
    return Geometry("cartogram", shapes, places, source, CARTOGRAM_YEAR)


def _circle(feature: dict[str, Any]) -> DrawnPlace:
    lons, lats = zip(*feature["geometry"]["coordinates"][0], strict=True)
    centre = feature["properties"]
    return DrawnPlace(centre["lon"], centre["lat"], min(lons), min(lats), max(lons), max(lats))
