"""Municipal boundaries from PDOK: pulled when asked, checked, made small, kept.

OGC API Features (https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1), collection
``gemeente_gegeneraliseerd``, CRS84, pages by ``links[rel=next]``. Licence CC BY 4.0, CBS/Kadaster.
Whatever goes wrong, what was kept before stays in use.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from regional.geo.geometry import DrawnPlace, Sidecar, cache_folder, keep
from regional.texts import N_, Message

if TYPE_CHECKING:
    import geopandas as gpd
    from requests import Response, Session

    Progress = Callable[[int, int], None]

ADDRESS = "https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1"
ADDRESS_VARIABLE = "PDOK_URL"
YEAR = 2025
TIMEOUT = (5.0, 30.0)
"""Seconds to connect, and between two bytes."""
ATTEMPTS = 4
MAX_PAGES = 50
MAX_BYTES = 450_000
"""Of the kept GeoJSON: some 120 kB once compressed, which a phone has in a second."""
DECIMALS = 4
"""Of a degree: 7 to 11 metres."""


class BoundariesError(Exception):
    """PDOK's answer could not be used; ``message`` tells why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class _Cancelled(Exception):
    """The user stopped the pull."""


class _Again(Exception):
    """A fault that may be gone at the next attempt."""


@dataclass(frozen=True)
class BoundariesReport:
    """What a pull did: ``ok`` and the number of municipalities, or ``problem``; ``cancelled`` by the user."""

    ok: bool
    year: int
    municipalities: int = 0
    size: int = 0
    cancelled: bool = False
    problem: Message | None = None


def pull_boundaries(
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    expected: Collection[str] | None = None,
    year: int = YEAR,
    cache: Path | None = None,
    wait: float = 1.0,
    timeout: tuple[float, float] = TIMEOUT,
) -> BoundariesReport:
    """Pull the boundaries of ``year`` and keep them; never raises for what PDOK does.

    Parameters
    ----------
    progress : called with (features received, features expected) after every page.
    cancelled : asked before every request; True stops the pull and leaves all as it was.
    expected : codes that must all be there; by default those of the embedded snapshot.
    wait : seconds before the first retry, doubling after; ``timeout``: to connect, between bytes.
    """
    codes = frozenset(expected or _snapshot_codes())
    address = _address(year)
    try:
        features = _fetch_all(address, len(codes), progress, cancelled, wait, timeout)
        frame = _checked(features, codes)
    except _Cancelled:
        return BoundariesReport(False, year, cancelled=True)
    except BoundariesError as error:
        return BoundariesReport(False, year, problem=error.message)
    content, places = _small(frame)
    digest = hashlib.sha256(content).hexdigest()
    sidecar = Sidecar(year, address, dt.date.today(), digest, places)
    try:
        keep(cache or cache_folder(), content, sidecar)
    except OSError as error:
        problem = Message.of("The boundaries could not be kept on this machine: {reason}.", reason=str(error))
        return BoundariesReport(False, year, problem=problem)
    return BoundariesReport(True, year, len(places), len(content))


def _snapshot_codes() -> Collection[str]:
    from regional.cbs.snapshot import load_snapshot

    return [str(code) for code in load_snapshot().municipalities.index]


def _address(year: int) -> str:
    base = os.environ.get(ADDRESS_VARIABLE, "").strip().rstrip("/") or ADDRESS
    return f"{base}/collections/gemeente_gegeneraliseerd/items?f=json&jaarcode={year}&limit=1000"


def _fetch_all(
    address: str,
    total: int,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
    wait: float,
    timeout: tuple[float, float],
) -> list[dict[str, Any]]:
    import requests

    features: list[dict[str, Any]] = []
    with requests.Session() as session:
        for page in _pages(session, address, cancelled, wait, timeout):
            features += page["features"]
            if progress:
                progress(len(features), total)
    return features


def _pages(
    session: Session,
    address: str,
    cancelled: Callable[[], bool] | None,
    wait: float,
    timeout: tuple[float, float],
) -> Iterator[dict[str, Any]]:
    """Yield the pages; BoundariesError where they do not end."""
    for _ in range(MAX_PAGES):
        page = _page(session, address, cancelled, wait, timeout)
        yield page
        links = [link for link in page.get("links", []) if link.get("rel") == "next"]
        if not links:
            return
        address = urljoin(address, links[0]["href"])
    raise BoundariesError(Message.of("PDOK's answer does not come to an end."))


def _page(
    session: Session,
    address: str,
    cancelled: Callable[[], bool] | None,
    wait: float,
    timeout: tuple[float, float],
) -> dict[str, Any]:
    """Return one page, tried again with growing pauses; stops between attempts when cancelled."""
    from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

    pauses = wait_exponential_jitter(multiplier=wait, max=30 * wait, jitter=wait / 2)
    retrying = Retrying(
        retry=retry_if_exception_type(_Again),
        stop=stop_after_attempt(ATTEMPTS),
        wait=pauses,
        reraise=True,
    )
    try:
        return retrying(_get, session, address, cancelled, timeout)
    except _Again as error:
        text = N_("PDOK did not answer as expected ({reason}). Try again later.")
        raise BoundariesError(Message.of(text, reason=str(error))) from error


def _get(
    session: Session, address: str, cancelled: Callable[[], bool] | None, timeout: tuple[float, float]
) -> dict[str, Any]:
    import requests

    if cancelled and cancelled():
        raise _Cancelled
    try:
        answer = session.get(address, timeout=timeout, headers={"Accept": "application/geo+json"})
    except requests.RequestException as error:
        raise _Again(type(error).__name__) from error
    return _collection(answer)


def _collection(answer: Response) -> dict[str, Any]:
    """Return an answer's FeatureCollection; a client error is final, anything else may pass."""
    if 400 <= answer.status_code < 500 and answer.status_code != 429:
        text = N_("PDOK refused the request (status {status}). Check the setting PDOK_URL and the year.")
        raise BoundariesError(Message.of(text, status=str(answer.status_code)))
    if answer.status_code != 200:
        raise _Again(f"status {answer.status_code}")
    try:
        page = answer.json()
    except ValueError as error:
        raise _Again("no JSON") from error
    if not (isinstance(page, dict) and isinstance(page.get("features"), list)):
        raise _Again("no features")
    return page


def _checked(features: list[dict[str, Any]], expected: frozenset[str]) -> gpd.GeoDataFrame:
    """Return the expected municipalities, indexed by code, with valid geometry inside the country."""
    import geopandas as gpd

    usable = [f for f in features if f.get("geometry") and f.get("properties", {}).get("statcode")]
    found = {str(f["properties"]["statcode"]).strip() for f in usable}
    missing = sorted(expected - found)
    if missing:
        shown = ", ".join(missing[:3]) + ("…" if len(missing) > 3 else "")
        raise BoundariesError(
            Message.counted(
                "PDOK's answer misses {n} municipality ({codes}).",
                "PDOK's answer misses {n} municipalities ({codes}).",
                len(missing),
                codes=shown,
            )
        )
    frame = gpd.GeoDataFrame.from_features(usable, crs="OGC:CRS84")
    frame["code"] = frame["statcode"].str.strip()
    frame = frame[frame["code"].isin(list(expected))].drop_duplicates("code").set_index("code").sort_index()
    frame["geometry"] = frame.geometry.make_valid(method="structure", keep_collapsed=False)
    west, south, east, north = frame.total_bounds
    if not (3 < west < east < 8 and 50 < south < north < 54.5):
        raise BoundariesError(Message.of("PDOK's coordinates are not longitude and latitude."))
    return frame[["geometry"]]


def _small(frame: gpd.GeoDataFrame) -> tuple[bytes, dict[str, DrawnPlace]]:
    """Return GeoJSON of at most about ``MAX_BYTES`` and the place of each municipality.

    Neighbours keep a common border: the coverage is simplified as a whole (in EPSG:28992), each
    time coarser until it is small enough.
    """
    metres = frame.to_crs(28992)
    for tolerance in (50, 100, 200, 400, 800):
        coarse = metres.geometry.simplify_coverage(tolerance).to_crs("OGC:CRS84")
        content = _geojson(coarse)
        if len(content) <= MAX_BYTES:
            break
    return content, _places(coarse)


def _geojson(shapes: gpd.GeoSeries) -> bytes:
    """Return shapes as compact GeoJSON, outer rings clockwise as Plotly's geometry (d3-geo) wants."""
    import shapely

    rounded = shapely.transform(shapes.to_numpy(), lambda xy: xy.round(DECIMALS))
    turned = shapely.orient_polygons(
        shapely.make_valid(rounded, method="structure", keep_collapsed=False), exterior_cw=True
    )
    features = [
        {"type": "Feature", "id": str(code), "properties": {}, "geometry": json.loads(text)}
        for code, text in zip(shapes.index, shapely.to_geojson(turned), strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":")).encode()


def _places(shapes: gpd.GeoSeries) -> dict[str, DrawnPlace]:
    points = shapes.representative_point()
    boxes = shapes.bounds.to_numpy().round(DECIMALS).tolist()
    return {
        str(code): DrawnPlace(round(point.x, DECIMALS), round(point.y, DECIMALS), *box)
        for code, point, box in zip(shapes.index, points, boxes, strict=True)
    }
