"""One way to CBS's open data (OData v3): :func:`fetch`, through the package ``cbsodata``.

What it hides, so that nothing above it knows of OData and v4 can replace it here:

- ``cbsodata`` keeps host and scheme in module state. Each scheme has a private instance of it here
  whose state never changes after it was made, so threads and other users of the package are safe.
- It sends bare requests (no compression, no time-out, a new connection a page) and cannot be stopped:
  its ``Session`` is ours, in those private instances.
- ``typed=False`` asks for typed data, and ``get_data`` loses the codes: parts are fetched by name.
- Codes are padded, column keys move from year to year, stems repeat (:mod:`regional.cbs.columns`).
- Faults come as five kinds of exception: here they are all :class:`CbsError`.
"""

from __future__ import annotations

import importlib.util
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from regional.cbs.columns import Column, resolve
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    Row = dict[str, Any]

ADDRESS = "https://opendata.cbs.nl"
ADDRESS_VARIABLE = "CBS_URL"
FEED = "/ODataFeed/odata/"
HEADERS = {"User-Agent": "Partnerspiegel", "Accept": "application/json", "Accept-Encoding": "gzip, deflate"}
MAX_PAGES = 100
"""Of 10,000 rows: more than any table here has; a feed that goes on is broken."""


class CbsError(Exception):
    """CBS's answer could not be used; ``message`` tells the user why, ``passing`` whether to try again."""

    def __init__(self, message: Message, *, passing: bool = False) -> None:
        super().__init__(message.text)
        self.message = message
        self.passing = passing


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


def fetch(
    table: str, columns: Sequence[Column] | None = None, where: str = "", control: Control | None = None
) -> pd.DataFrame:
    """Return rows of a CBS table, codes and texts stripped, numbers as float64 with NaN for null.

    Parameters
    ----------
    table : identifier such as "85984NED".
    columns : what is wanted, found whatever its suffix and named by us; None for all, named as CBS does.
        A column that the table lacks is left out, unless it is needed.
    where : OData filter on dimensions; codes padded as CBS wants them.

    Raises
    ------
    CbsError
        Whatever went wrong, after the retries. Cancelled where the user stopped.
    """
    control = control or Control()
    keys: dict[str, str] | None = None
    if columns is not None:
        keys, lacking = resolve(part(table, "DataProperties", control), columns)
        if lacking:
            text = N_("Table {table} of CBS no longer holds {columns}.")
            raise CbsError(Message.of(text, table=table, columns=", ".join(lacking)))
    rows = part(table, "TypedDataSet", control, select=list(keys.values()) if keys else None, where=where)
    return _frame(table, rows, keys)


def part(
    table: str, name: str, control: Control | None = None, select: list[str] | None = None, where: str = ""
) -> list[Row]:
    """Return one part of a table as CBS sends it: "TableInfos", "DataProperties", a dimension, a data set.

    Raises
    ------
    CbsError
        After the retries. Cancelled where the user stopped.
    """
    control = control or Control()
    retrying = Retrying(
        retry=retry_if_exception(lambda error: isinstance(error, CbsError) and error.passing),
        stop=stop_after_attempt(control.attempts),
        wait=wait_exponential_jitter(multiplier=control.wait, max=30 * control.wait, jitter=control.wait / 2),
        sleep=control.sleep,
        reraise=True,
    )
    return retrying(_part, table, name, control, select, where)


def address(table: str = "") -> str:
    """Return where tables are asked for: the setting CBS_URL (scheme, host, optional path), or CBS itself.

    Raises
    ------
    CbsError
        The setting does not hold such an address.
    """
    base = os.environ.get(ADDRESS_VARIABLE, "").strip().rstrip("/") or ADDRESS
    if not _is_address(base):
        raise CbsError(Message.of("The setting CBS_URL does not hold an address that starts with http or https."))
    return f"{base}{FEED}{table}"


def _is_address(text: str) -> bool:
    try:
        split = urlsplit(text)
        return split.scheme in ("http", "https") and bool(split.hostname) and split.port != 0
    except ValueError:  # brackets that do not match, a port that is no number
        return False


def _part(table: str, name: str, control: Control, select: list[str] | None, where: str) -> list[Row]:
    base = address().removesuffix(FEED)
    scheme, host = base.split("://", 1)
    token = _CALL.set(_Call(base, control))
    try:
        with _one_error(table):
            rows: list[Row] = _library(scheme)._download_metadata(
                table, name, select=select, filters=where or None, catalog_url=host, timeout=control.timeout
            )
            if not all(isinstance(row, dict) for row in rows):
                raise TypeError("rows are no objects")
            return rows
    finally:
        _CALL.reset(token)


@contextmanager
def _one_error(table: str) -> Iterator[None]:
    """Turn every fault into a CbsError."""
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


def _refused(table: str, error: requests.HTTPError) -> CbsError:
    """Word a status of 400 or more; cbsodata raises the error anew, without its response."""
    origin = error.__cause__ if isinstance(error.__cause__, requests.HTTPError) else error
    status = origin.response.status_code if origin.response is not None else 0
    if status == 404:
        return CbsError(Message.of("CBS does not know table {table}.", table=table))
    passing = status >= 500 or status == 429
    return CbsError(Message.of("CBS refused the request (status {status}).", status=str(status)), passing=passing)


def _frame(table: str, rows: list[Row], keys: dict[str, str] | None) -> pd.DataFrame:
    """Return rows as a frame, columns renamed; CbsError where there are none or a column did not come."""
    import pandas as pd

    names = {key: name for name, key in keys.items()} if keys else {key: key for key in (rows[0] if rows else {})}
    if not rows or not all(key in rows[0] for key in names):
        raise CbsError(Message.of("CBS sent no rows of table {table} that can be used.", table=table))
    return pd.DataFrame({name: _series([row.get(key) for row in rows]) for key, name in names.items()})


def _series(values: list[Any]) -> pd.Series[Any]:
    """Return texts stripped, with NA for empty ones; everything else as numbers."""
    import pandas as pd

    series = pd.Series(values)
    if not any(isinstance(value, str) for value in values):
        return pd.to_numeric(series, errors="coerce").astype(float)
    stripped = series.astype("str").str.strip()
    return stripped.mask(stripped.isin(["", "."]))


@dataclass
class _Call:
    """The part being fetched in this thread."""

    base: str
    control: Control
    pages: int = 0


_CALL: ContextVar[_Call] = ContextVar("cbs_call")
_ADAPTER = HTTPAdapter(pool_maxsize=8)
"""Connections, shared by all threads and kept open between pages (urllib3's pool is thread-safe)."""


class _Session(requests.Session):
    """What cbsodata makes for every page, in place of its own."""

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
    """Keep a nextLink at the address we were told to ask: a mirror repeats CBS's own links."""
    _, found, rest = url.partition(FEED)
    return f"{base}{FEED}{rest}" if found else url


@cache
def _library(scheme: str) -> Any:  # noqa: ANN401 - the package has no types
    """Return our own instance of cbsodata for "http" or "https"."""
    spec = importlib.util.find_spec("cbsodata.cbsodata3")
    if spec is None or spec.loader is None:
        raise ImportError("cbsodata is not installed")
    library = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(library)
    library.Session = _Session  # type: ignore[attr-defined]
    library.options.use_https = scheme == "https"
    library.options.requests = {}  # its own would override NO_PROXY
    return library
