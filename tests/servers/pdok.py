"""A local PDOK: OGC API Features with pages, and every way in which it may fail."""

from __future__ import annotations

import json
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
        fault = self.server.next_fault()
        if fault is None:
            self._send(200, self._page(), "application/geo+json")
        else:
            getattr(self, f"_fault_{fault}")()

    def _page(self, endless: bool = False) -> bytes:
        split = urlsplit(self.path)
        offset = int(parse_qs(split.query).get("offset", ["0"])[0])
        end = offset + self.server.page_size
        page = {"type": "FeatureCollection", "features": self.server.features[offset:end], "links": []}
        page["links"].append({"rel": "self", "href": self.path})
        if endless or end < len(self.server.features):
            query = f"f=json&jaarcode=2025&limit={self.server.page_size}&offset={0 if endless else end}"
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
