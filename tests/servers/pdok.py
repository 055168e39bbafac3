"""A local PDOK: OGC API Features with pages, WFS beside it, and every way in which they may fail."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import parse_qs, urlsplit

Fault = Literal["500", "404", "html", "reset", "truncated", "hang", "endless", "no_features"]


class PdokServer(ThreadingHTTPServer):
    """Serves ``features`` in pages of ``page_size`` below ``path``.

    ``faults`` are played first, one a request; the last one for ever where ``always`` is set.
    ``ogc_fault`` is played at every request but those for WFS; more than ``most`` a page are refused;
    ``turned`` makes WFS write latitude first; ``years`` (all where empty) are those that there are.
    ``requests`` lists the addresses asked for.
    """

    daemon_threads = True
    path = "/mirror/ogc/v1"

    def __init__(self, features: Sequence[dict], page_size: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.features = list(features)
        self.page_size = page_size
        self.faults: list[Fault] = []
        self.always = False
        self.ogc_fault: Fault | None = None
        self.most = 10_000
        self.turned = False
        self.years: set[int] = set()
        self.requests: list[str] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """What the setting PDOK_URL is to hold."""
        return f"http://127.0.0.1:{self.server_port}{self.path}"

    def next_fault(self) -> Fault | None:
        """Return the fault to play now."""
        if not self.faults:
            return None
        return self.faults[0] if self.always else self.faults.pop(0)

    def handle_error(self, request, client_address) -> None:
        """Keep silent about connections that the client, or a fault, broke off."""


class _Handler(BaseHTTPRequestHandler):
    server: PdokServer

    def log_message(self, *args) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        is_wfs = "service=WFS" in self.path
        fault = self.server.next_fault() or (None if is_wfs else self.server.ogc_fault)
        if fault is not None:
            getattr(self, f"_fault_{fault}")()
        elif self._number("limit", "count") > self.server.most:
            self._send(400, b"{}", "application/json")
        else:
            self._send(200, self._wfs_page() if is_wfs else self._page(), "application/geo+json")

    def _number(self, *names: str) -> int:
        query = parse_qs(urlsplit(self.path).query)
        return next((int(query[name][0]) for name in names if name in query), 0)

    def _features(self) -> list[dict]:
        there = any(str(year) in self.path for year in self.server.years)
        return self.server.features if there or not self.server.years else []

    def _wfs_page(self) -> bytes:
        start = self._number("startIndex")
        features = self._features()[start : start + self._number("count")]
        text = json.dumps({"type": "FeatureCollection", "features": features})
        if self.server.turned:
            text = re.sub(r"\[(-?[\d.]+), (-?[\d.]+)\]", r"[\2, \1]", text)
        return text.encode()

    def _page(self, endless: bool = False) -> bytes:
        split = urlsplit(self.path)
        offset = self._number("offset")
        size = min(self.server.page_size, self._number("limit"))
        features, end = self._features(), offset + size
        page = {"type": "FeatureCollection", "features": features[offset:end], "links": []}
        page["links"].append({"rel": "self", "href": self.path})
        if endless or end < len(features):
            query = f"f=json&jaarcode={self._number('jaarcode')}&limit={size}&offset={0 if endless else end}"
            page["links"].append({"rel": "next", "href": f"{split.path}?{query}"})
        return json.dumps(page).encode()

    def _send(self, status: int, body: bytes, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _fault_500(self) -> None:
        self._send(500, b"oops", "text/plain")

    def _fault_404(self) -> None:
        self._send(404, b"{}", "application/json")

    def _fault_html(self) -> None:
        self._send(200, b"<html>Storing</html>", "text/html")

    def _fault_no_features(self) -> None:
        self._send(200, b'{"type": "FeatureCollection"}', "application/json")

    def _fault_reset(self) -> None:
        self.connection.close()

    def _fault_truncated(self) -> None:
        body = self._page()
        self._send(200, body[: len(body) // 2], "application/geo+json", length=len(body))

    def _fault_hang(self) -> None:
        self.server.closing.wait(20)

    def _fault_endless(self) -> None:
        self._send(200, self._page(endless=True), "application/geo+json")


@contextmanager
def pdok_server(features: Sequence[dict], page_size: int = 100) -> Iterator[PdokServer]:
    """Run the server while the block runs."""
    server = PdokServer(features, page_size)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
