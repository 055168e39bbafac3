"""What both services of CBS have in common: one kind of error, stopping, trying again, and the way there."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from regional.texts import Message

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")
ADDRESS_VARIABLE = "CBS_URL"
FEED = "/ODataFeed/odata/"
CATALOG = "/ODataCatalog/"
V4 = "/odata/v1/CBS/"
HEADERS = {"User-Agent": "Partnerspiegel", "Accept": "application/json", "Accept-Encoding": "gzip, deflate"}
MAX_PAGES = 100
"""Of 10,000 rows: more than any table here has; a feed that goes on is broken."""


class CbsError(Exception):
    """CBS's answer could not be used.

    ``message`` tells the user why, ``passing`` whether to try again, ``gone`` that CBS knows no such table,
    ``status`` is that of the answer (0 for none).
    """

    def __init__(self, message: Message, *, passing: bool = False, status: int = 0) -> None:
        super().__init__(message.text)
        self.message = message
        self.passing = passing
        self.status = status

    @property
    def gone(self) -> bool:
        """Tell whether CBS says that there is no such table."""
        return self.status in (404, 410)


class Cancelled(Exception):
    """The user stopped the fetch."""


@dataclass(frozen=True)
class Control:
    """How to fetch.

    ``cancelled`` is asked before every page and while waiting; ``on_page`` is told the number of pages
    received of the part under way; ``timeout`` is in seconds, to connect and between two bytes;
    ``wait`` is the pause before the first retry in seconds, doubling after.
    """

    cancelled: Callable[[], bool] = lambda: False
    on_page: Callable[[int], None] = lambda pages: None
    timeout: tuple[float, float] = (5.0, 30.0)
    attempts: int = 3
    wait: float = 1.0

    def check(self) -> None:
        """Raise Cancelled where the user wants to stop."""
        if self.cancelled():
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait, unless the user stops."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.check()
            time.sleep(min(left, 0.1))

    def retry(self, ask: Callable[[], T]) -> T:
        """Return what ``ask`` returns, asked again while its CbsError may pass."""
        retrying = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, CbsError) and error.passing),
            stop=stop_after_attempt(self.attempts),
            wait=wait_exponential_jitter(multiplier=self.wait, max=30 * self.wait, jitter=self.wait / 2),
            sleep=self.sleep,
            reraise=True,
        )
        return retrying(ask)


def base(default: str) -> str:
    """Return where to ask: the setting CBS_URL (scheme, host, optional path), or ``default``.

    Raises
    ------
    CbsError
        The setting does not hold such an address.
    """
    found = os.environ.get(ADDRESS_VARIABLE, "").strip().rstrip("/") or default
    if not _is_address(found):
        raise CbsError(Message.of("The setting CBS_URL does not hold an address that starts with http or https."))
    return found


def _is_address(text: str) -> bool:
    try:
        split = urlsplit(text)
        return split.scheme in ("http", "https") and bool(split.hostname) and split.port != 0
    except ValueError:  # brackets that do not match, a port that is no number
        return False


@contextmanager
def asking(table: str, where: str, control: Control) -> Iterator[None]:
    """Ask for one part of ``table`` at the address ``where``: every fault becomes a CbsError."""
    token = _CALL.set(_Call(where, control))
    try:
        yield
    except requests.HTTPError as error:
        raise _refused(table, error) from error
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as error:
        raise CbsError(Message.of("The setting CBS_URL does not hold an address that can be reached.")) from error
    except requests.Timeout as error:
        raise CbsError(Message.of("CBS did not answer in time."), passing=True) from error
    except requests.RequestException as error:
        raise CbsError(Message.of("The connection with CBS failed or broke off."), passing=True) from error
    except (ValueError, KeyError, TypeError) as error:
        # an HTML page with status 200, JSON that was cut short, JSON without "value"
        raise CbsError(Message.of("CBS sent something that is no table."), passing=True) from error
    finally:
        _CALL.reset(token)


def _refused(table: str, error: requests.HTTPError) -> CbsError:
    """Word a status of 400 or more; cbsodata raises the error anew, without its response."""
    origin = error.__cause__ if isinstance(error.__cause__, requests.HTTPError) else error
    status = origin.response.status_code if origin.response is not None else 0
    if status in (404, 410):
        return CbsError(Message.of("CBS does not know table {table}.", table=table), status=status)
    passing = status >= 500 or status == 429
    text = Message.of("CBS refused the request (status {status}).", status=str(status))
    return CbsError(text, passing=passing, status=status)


def series(values: Sequence[Any]) -> pd.Series[Any]:
    """Return texts stripped, with NA for empty ones; everything else as numbers."""
    import pandas as pd

    found = pd.Series(values)
    if not any(isinstance(value, str) for value in values):
        return pd.to_numeric(found, errors="coerce").astype(float)
    stripped = found.astype("str").str.strip()
    return stripped.mask(found.isna() | stripped.isin(["", "."]))


@dataclass
class _Call:
    """The part being fetched in this thread."""

    base: str
    control: Control
    pages: int = 0


_CALL: ContextVar[_Call] = ContextVar("cbs_call")
_ADAPTER = HTTPAdapter(pool_maxsize=8)
"""Connections, shared by all threads and kept open between pages (urllib3's pool is thread-safe)."""


class Session(requests.Session):
    """A session for one page inside :func:`asking`; cbsodata makes one for every page too."""

    def __init__(self) -> None:
        super().__init__()
        self.mount("https://", _ADAPTER)
        self.mount("http://", _ADAPTER)

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401
        """Send one page's request: polite headers, the machine's proxies, and the chance to stop."""
        call = _CALL.get()
        call.control.check()
        if call.pages >= MAX_PAGES:
            raise CbsError(Message.of("CBS's answer does not come to an end."))
        request.headers.update(HEADERS)
        request.url = _rebased(request.url or "", call.base)
        surroundings = self.merge_environment_settings(request.url, {}, None, None, None)
        answer = super().send(request, **{**surroundings, **kwargs})
        call.pages += 1
        call.control.on_page(call.pages)
        return answer


def _rebased(url: str, base: str) -> str:
    """Keep a nextLink at the address we were told to ask: a mirror repeats CBS's own links, in any case."""
    for path in (FEED, CATALOG, V4):
        if found := re.search(re.escape(path), url, re.IGNORECASE):
            return f"{base}{path}{url[found.end() :]}"
    return url
