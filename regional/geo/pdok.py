"""The two ways in which PDOK gives municipal boundaries, page by page.

OGC API Features (collection ``gemeente_gegeneraliseerd``, pages by ``links[rel=next]``) and, where that
fails, WFS 2.0 (pages by ``startIndex``). Both in longitude and latitude; licence CC BY 4.0, CBS/Kadaster.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from regional.texts import N_, Message

if TYPE_CHECKING:
    from requests import Response, Session

OGC = "https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1"
WFS = "https://service.pdok.nl/cbs/gebiedsindelingen/{year}/wfs/v1_0"
OGC_VARIABLE, WFS_VARIABLE = "PDOK_URL", "PDOK_WFS_URL"
TIMEOUT = (5.0, 30.0)
"""Seconds to connect, and between two bytes."""
ATTEMPTS = 4
MAX_PAGES = 50
LIMIT, SMALL_LIMIT = 1000, 100
"""Features a page; the second where the first is refused."""
BAD_REQUEST, TOO_MANY = 400, 429

Feature = dict[str, Any]


class BoundariesError(Exception):
    """PDOK's answer could not be used; ``message`` tells why. ``lacking``: this year may not be there."""

    def __init__(self, message: Message, *, lacking: bool = False, status: int = 0) -> None:
        super().__init__(message.text)
        self.message, self.lacking, self.status = message, lacking, status


class CancelledError(Exception):
    """The user stopped the pull."""


class _AgainError(Exception):
    """A fault that may be gone at the next attempt."""


@dataclass(frozen=True)
class Patience:
    """When to stop: ``wait`` seconds before the first retry, ``timeout`` to connect and between bytes."""

    cancelled: Callable[[], bool] | None = None
    wait: float = 1.0
    timeout: tuple[float, float] = TIMEOUT


def ways(year: int) -> tuple[str, str]:
    """Return the addresses for one year's municipalities: OGC API Features, then WFS.

    PDOK_URL and PDOK_WFS_URL (with ``{year}``) replace PDOK's own; of a PDOK_URL alone the host serves both.
    """
    ogc = os.environ.get(OGC_VARIABLE, "").strip().rstrip("/")
    wfs = os.environ.get(WFS_VARIABLE, "").strip().rstrip("/") or (ogc and _same_host(ogc)) or WFS
    query = "service=WFS&version=2.0.0&request=GetFeature&typeNames=gebiedsindelingen:gemeente_gegeneraliseerd"
    return (
        f"{ogc or OGC}/collections/gemeente_gegeneraliseerd/items?f=json&jaarcode={year}",
        f"{wfs.replace('{year}', str(year))}?{query}&outputFormat=application/json&srsName=EPSG:4326",
    )


def _same_host(ogc: str) -> str:
    own = urlsplit(ogc)
    return f"{own.scheme}://{own.netloc}{urlsplit(WFS).path}"


def fetch(address: str, patience: Patience, received: Callable[[int], None]) -> list[Feature]:
    """Return all features behind an address of :func:`ways`; ``received`` is told how many after each page.

    Raises BoundariesError, CancelledError.
    """
    import requests

    pages = _wfs_pages if "service=WFS" in address else _ogc_pages
    with requests.Session() as session:
        try:
            return _gathered(pages(session, address, LIMIT, patience), received)
        except BoundariesError as error:
            if error.status != BAD_REQUEST:
                raise
            return _gathered(pages(session, address, SMALL_LIMIT, patience), received)


def _gathered(pages: Iterator[list[Feature]], received: Callable[[int], None]) -> list[Feature]:
    """Return the features of all pages; BoundariesError where they do not end."""
    features: list[Feature] = []
    for number, page in enumerate(pages):
        if number == MAX_PAGES:
            raise BoundariesError(Message.of("PDOK's answer does not come to an end."))
        features += page
        received(len(features))
    return features


def _ogc_pages(session: Session, address: str, limit: int, patience: Patience) -> Iterator[list[Feature]]:
    following: str | None = f"{address}&limit={limit}"
    while following:
        page = _page(session, following, patience)
        yield page["features"]
        links = [link["href"] for link in page.get("links", []) if link.get("rel") == "next" and link.get("href")]
        following = urljoin(following, links[0]) if links else None


def _wfs_pages(session: Session, address: str, limit: int, patience: Patience) -> Iterator[list[Feature]]:
    start = 0
    while True:
        features = _page(session, f"{address}&count={limit}&startIndex={start}", patience)["features"]
        yield features
        if len(features) < limit:
            return
        start += len(features)


def _page(session: Session, address: str, patience: Patience) -> dict[str, Any]:
    """Return one page, tried again with growing pauses; stops between attempts when cancelled."""
    from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

    wait = patience.wait
    retrying = Retrying(
        retry=retry_if_exception_type(_AgainError),
        stop=stop_after_attempt(ATTEMPTS),
        wait=wait_exponential_jitter(multiplier=wait, max=30 * wait, jitter=wait / 2),
        reraise=True,
    )
    try:
        return retrying(_get, session, address, patience)
    except _AgainError as error:
        text = N_("PDOK did not answer as expected ({reason}). Try again later.")
        raise BoundariesError(Message.of(text, reason=str(error))) from error


def _get(session: Session, address: str, patience: Patience) -> dict[str, Any]:
    import requests

    if patience.cancelled and patience.cancelled():
        raise CancelledError
    try:
        answer = session.get(address, timeout=patience.timeout, headers={"Accept": "application/geo+json"})
    except requests.RequestException as error:
        raise _AgainError(type(error).__name__) from error
    return _collection(answer)


def _collection(answer: Response) -> dict[str, Any]:
    """Return an answer's FeatureCollection; a client error is final, anything else may pass."""
    status = answer.status_code
    if 400 <= status < 500 and status != TOO_MANY:
        text = N_("PDOK refused the request (status {status}). Check the setting PDOK_URL and the year.")
        raise BoundariesError(Message.of(text, status=str(status)), lacking=True, status=status)
    if status != 200:
        raise _AgainError(f"status {status}")
    try:
        page = answer.json()
    except ValueError as error:
        raise _AgainError("no JSON") from error
    if not (isinstance(page, dict) and isinstance(page.get("features"), list)):
        raise _AgainError("no features")
    return page
