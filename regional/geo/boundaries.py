"""Municipal boundaries from PDOK: pulled when asked, checked, made small, kept.

Asked for the year of the figures in use, and for the year before where PDOK lacks that one; in two ways
(:mod:`regional.geo.pdok`). Whatever goes wrong, what was kept before stays in use.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regional.cbs.divisions import code_in
from regional.geo.geometry import Sidecar, cache_folder, keep
from regional.geo.pdok import TIMEOUT, BoundariesError, CancelledError, Feature, Patience, fetch, ways
from regional.geo.topology import write_topology
from regional.texts import Message

if TYPE_CHECKING:
    import geopandas as gpd

    from regional.cbs.figures import Figures

    Progress = Callable[[int, int], None]

MAX_BYTES = 250_000
"""Of the kept TopoJSON: some 90 kB once compressed, which a phone has in a second."""


@dataclass(frozen=True)
class BoundariesReport:
    """What a pull did: ``ok`` and the number of municipalities, or ``problem``; ``cancelled`` by the user.

    ``notes`` tell what else there was: a second way, the year before, municipalities that we have no figures for.
    """

    ok: bool
    year: int
    municipalities: int = 0
    size: int = 0
    cancelled: bool = False
    problem: Message | None = None
    notes: tuple[Message, ...] = ()


def pull_boundaries(
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    expected: Collection[str] | None = None,
    year: int | None = None,
    cache: Path | None = None,
    wait: float = 1.0,
    timeout: tuple[float, float] = TIMEOUT,
) -> BoundariesReport:
    """Pull the boundaries of ``year`` and keep them; never raises for what PDOK does.

    Parameters
    ----------
    progress : called with (features received, features expected) after every page.
    cancelled : asked before every request; True stops the pull and leaves all as it was.
    expected : codes that must all be there; by default those of the figures in use, as ``year`` is theirs.
    wait : seconds before the first retry, doubling after; ``timeout``: to connect, between bytes.
    """
    figures = _figures()
    codes = frozenset(expected or map(str, figures.municipalities.index))
    year = year or figures.provenance["location"].year
    try:
        found = _first_whole(year, codes, Patience(cancelled, wait, timeout), progress)
    except CancelledError:
        return BoundariesReport(False, year, cancelled=True)
    except BoundariesError as error:
        return BoundariesReport(False, year, problem=error.message)
    content = _small(found.frame)
    sidecar = Sidecar(found.year, found.address, dt.date.today(), hashlib.sha256(content).hexdigest())
    try:
        keep(cache or cache_folder(), content, sidecar)
    except OSError as error:
        problem = Message.of("The boundaries could not be kept on this machine: {reason}.", reason=str(error))
        return BoundariesReport(False, year, problem=problem)
    return BoundariesReport(True, found.year, len(found.frame), len(content), notes=tuple(found.notes))


def _figures() -> Figures:
    from regional.cbs.pull import load_figures

    return load_figures()


@dataclass(frozen=True)
class _Whole:
    """Whole boundaries of a year: one row a municipality, and what is to be told of them."""

    frame: gpd.GeoDataFrame
    year: int
    address: str
    notes: list[Message]


def _first_whole(year: int, codes: frozenset[str], patience: Patience, progress: Progress | None) -> _Whole:
    """Return the boundaries of ``year`` by the first way that has them all, else of the year before.

    The year before is asked only where ``year`` seems to be lacking, not where PDOK is down.
    """
    problem: BoundariesError | None = None
    for asked in (year, year - 1):
        lacking = True
        for number, address in enumerate(ways(asked)):
            try:
                features = fetch(address, patience, lambda n: progress(n, len(codes)) if progress else None)
                frame, notes = _checked(features, codes)
            except BoundariesError as error:
                problem = problem or error
                lacking = lacking and error.lacking
                continue
            return _Whole(frame, asked, address, [*_detours(year, asked, number), *notes])
        if not lacking:
            break
    raise problem or BoundariesError(Message.of("PDOK's answer does not come to an end."))


def _detours(year: int, asked: int, way: int) -> list[Message]:
    notes = []
    if asked != year:
        notes.append(Message.of("PDOK has no boundaries of {year} yet; these are of the year before.", year=str(year)))
    if way:
        notes.append(Message.of("PDOK's first address did not answer; these come from its second (WFS)."))
    return notes


def _checked(features: list[Feature], expected: frozenset[str]) -> tuple[gpd.GeoDataFrame, list[Message]]:
    """Return the expected municipalities, indexed by code, with valid geometry inside the country, and notes.

    Municipalities that ended go together into their successor.
    """
    import geopandas as gpd

    usable = [f for f in features if f.get("geometry") and (f.get("properties") or {}).get("statcode")]
    if not usable:
        raise BoundariesError(Message.of("PDOK's answer holds no municipalities."), lacking=True)
    frame = gpd.GeoDataFrame.from_features(usable, crs="OGC:CRS84")
    written = frame["statcode"].astype(str).str.strip()
    frame["code"] = [_brought(code, expected) for code in written]
    missing = expected - set(frame["code"])
    if missing:
        raise BoundariesError(_missing(missing), lacking=True)
    foreign = sorted(set(frame.loc[~frame["code"].isin(list(expected)), "code"]))
    joined = sorted(set(written[(written != frame["code"]) & frame["code"].isin(list(expected))]))
    frame = frame[frame["code"].isin(list(expected))].drop_duplicates("statcode")
    frame["geometry"] = _degrees(frame.geometry).make_valid(method="structure", keep_collapsed=False)
    return frame[["code", "geometry"]].dissolve("code").sort_index(), [*_foreign(foreign), *_joined(joined)]


def _brought(code: str, expected: frozenset[str]) -> str:
    """Return the municipality of the figures in use to which ``code`` belongs."""
    return code_in(code, expected) or code


def _degrees(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return shapes as longitude and latitude, also where they came as latitude and longitude."""
    import shapely

    west, south, east, north = shapes.total_bounds
    if 50 < west < east < 54.5 and 3 < south < north < 8:
        turned = shapely.transform(shapes.to_numpy(), lambda xy: xy[:, ::-1])
        return type(shapes)(turned, index=shapes.index, crs=shapes.crs)
    if not (3 < west < east < 8 and 50 < south < north < 54.5):
        raise BoundariesError(Message.of("PDOK's coordinates are not longitude and latitude."))
    return shapes


def _missing(codes: Iterable[str]) -> Message:
    told = _named(codes)
    return Message.counted(
        "PDOK's answer misses {n} municipality ({codes}).",
        "PDOK's answer misses {n} municipalities ({codes}).",
        len(told),
        codes=", ".join(told),
    )


def _foreign(codes: list[str]) -> list[Message]:
    message = Message.counted(
        "PDOK's answer also has {n} municipality that we have no figures for ({codes}); it is left out.",
        "PDOK's answer also has {n} municipalities that we have no figures for ({codes}); they are left out.",
        len(codes),
        codes=", ".join(codes),
    )
    return [message] if codes else []


def _joined(codes: list[str]) -> list[Message]:
    message = Message.counted(
        "{n} municipality that ended was drawn with its successor ({codes}).",
        "{n} municipalities that ended were drawn with their successor ({codes}).",
        len(codes),
        codes=", ".join(codes),
    )
    return [message] if codes else []


def _named(codes: Iterable[str]) -> list[str]:
    names = _figures().municipalities["name"]
    return [f"{names[code]} {code}" if code in names.index else code for code in sorted(codes)]


def _small(frame: gpd.GeoDataFrame) -> bytes:
    """Return TopoJSON of at most about ``MAX_BYTES``.

    Neighbours keep a common border: the coverage is simplified as a whole (in EPSG:28992), each
    time coarser until it is small enough.
    """
    metres = frame.geometry.to_crs(28992)
    for tolerance in (50, 100, 200, 400, 800):
        content = write_topology(metres.simplify_coverage(tolerance).to_crs("OGC:CRS84"))
        if len(content) <= MAX_BYTES:
            break
    return content
