"""A local CBS: OData v3 as its feed speaks it, v4, the catalogue, real figures, and every way in which it may fail.

``with cbs_server() as cbs:`` in a test; ``python -m tests.servers.cbs --port 8765`` for a look by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pandas as pd

from tests.servers import cbs_v4
from tests.servers.cbs_query import BadFilterError, mask
from tests.servers.cbs_tables import Table, all_tables

Service = Literal["", "v3", "v4", "catalogue"]
Fault = Literal["404", "500", "html", "reset", "hang", "truncated", "cut_short", "no_value"]
PAGE = 10_000
LONGEST_URL = 2_000
PAGES: dict[tuple[Any, ...], tuple[Table, bytes]] = {}
"""What was sent before, with the address of the server taken out; a table that is held keeps its identity."""


@dataclass
class Misfortune:
    """A fault of one table: on which part ("" is any), how often (-1 is always), of which service ("" is any)."""

    fault: Fault
    part: str = ""
    times: int = -1
    service: Service = ""

    def strikes(self, service: str, part: str) -> bool:
        """Tell whether this request fails, and count it."""
        if self.times == 0 or self.part not in ("", part) or self.service not in ("", service):
            return False
        self.times -= 1 if self.times > 0 else 0
        return True


class CbsServer(ThreadingHTTPServer):
    """Serves ``tables`` below ``path``.

    ``faults`` maps a table id ("" is all) to its fault; ``latency`` is in seconds, per request;
    ``requests`` lists (path with query, bytes sent).
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, tables: Mapping[str, Table], latency: float, port: int, path: str, page: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.tables = dict(tables)
        self.latency = latency
        self.path = path
        self.page = page
        self.faults: dict[str, list[Misfortune]] = {}
        self.tables_v4: dict[str, Table] = {}
        """What v4 has otherwise than v3."""
        self.foreign_root = ""
        """What links to a next page begin with, where that is not ``url``."""
        self.ignore_topic_filters = True
        self.requests: list[tuple[str, int]] = []
        self.connections = 0
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """What the setting CBS_URL is to hold."""
        return f"http://127.0.0.1:{self.server_port}{self.path}"

    @property
    def bytes_sent(self) -> int:
        """Bytes of all bodies sent."""
        return sum(size for _, size in self.requests)

    def fail(self, fault: Fault, table: str = "", part: str = "", times: int = -1, service: Service = "") -> None:
        """Let a table ("" is all) fail from now on, by one service or ("") by both and the catalogue."""
        self.faults.setdefault(table, []).append(Misfortune(fault, part, times, service))

    def asked(self, table: str = "", part: str = "") -> list[str]:
        """Return the paths asked for of one table and part."""
        return [path for path, _ in self.requests if f"/{table}" in path and part in path]

    def fault_of(self, service: str, table: str, part: str) -> Fault | None:
        """Return the fault of this request."""
        for misfortune in [*self.faults.get(table, ()), *(self.faults.get("", ()) if table else ())]:
            if misfortune.strikes(service, part):
                return misfortune.fault
        return None

    def remember(self, held: Table, path: str, make: Callable[[], bytes]) -> bytes:
        """Keep pages for all servers, so that a second request costs no time here, at whichever server."""
        url, key = self.url.encode(), (id(held), path, self.page, self.foreign_root, self.ignore_topic_filters)
        if key not in PAGES:
            PAGES[key] = held, make().replace(url, b"\0")
        return PAGES[key][1].replace(b"\0", url)

    def get_request(self):
        """Count connections."""
        self.connections += 1
        return super().get_request()

    def handle_error(self, request, client_address) -> None:
        """Keep silent about connections that the client, or a fault, broke off."""


class _Handler(BaseHTTPRequestHandler):
    server: CbsServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *args) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.server.latency:
            time.sleep(self.server.latency)
        split = urlsplit(self.path)
        service, table, part = self._asked_for(split.path)
        fault = self.server.fault_of(service, table, part)
        if len(self.path) > LONGEST_URL:
            fault = "reset"
        if fault:
            self._fail(fault, service, table, part)
        elif service == "catalogue":
            self._catalogue({k: v[0] for k, v in parse_qs(split.query).items()})
        elif table not in self.server.tables:
            self._send(404, b"")
        else:
            self._answer(service, table, part, {k: v[0] for k, v in parse_qs(split.query).items()})

    def _asked_for(self, path: str) -> tuple[str, str, str]:
        for service, root in (("v3", "/ODataFeed/odata/"), ("v4", "/odata/v1/CBS/"), ("catalogue", "/ODataCatalog/")):
            start = f"{self.server.path}{root}".lower()
            if path.lower().startswith(start):
                table, _, part = path[len(start) :].partition("/")
                return service, table, part
        return "", "", ""

    def _catalogue(self, query: Mapping[str, str]) -> None:
        rows = pd.DataFrame([
            {"ID": 0, "Identifier": t.id, "Title": t.title, "Modified": t.modified, "Period": t.period}
            for t in self.server.tables.values()
        ], columns=["ID", "Identifier", "Title", "Modified", "Period"])  # fmt: skip
        try:
            rows = rows[mask(rows, query["$filter"])] if query.get("$filter") and len(rows) else rows
        except BadFilterError as error:
            self._send(400, str(error).encode())
        else:
            self._send(200, f'{{"value":{_json(rows[query["$select"].split(",")])}}}'.encode())

    def _answer(self, service: str, table: str, part: str, query: Mapping[str, str]) -> None:
        held = self.server.tables_v4.get(table) if service == "v4" else None
        try:
            body = self.server.remember(
                held or self.server.tables[table], self.path, lambda: self._body(service, table, part, query)
            )
        except KeyError:
            self._send(404, b"")
        except BadFilterError as error:
            self._send(400, str(error).encode())
        else:
            self._send(200, body)

    def _body(self, service: str, table: str, part: str, query: Mapping[str, str]) -> bytes:
        held = self.server.tables[table]
        at = self.server.foreign_root or self.server.url
        if service == "v4":
            held = self.server.tables_v4.get(table, held)
            return cbs_v4.body(held, part, query, f"{at}/OData/v1/cbs/{table}", min(cbs_v4.PAGE, 10 * self.server.page))
        root = f"{at}/ODataFeed/OData"
        if not part:
            names = [{"name": name, "url": f"{root}/{table}/{name}"} for name in held.parts()]
            return json.dumps({"odata.metadata": f"{root}/{table}/$metadata", "value": names}).encode()
        return self._page(held, part, query, f"{root}/{table}")

    def _page(self, held: Table, part: str, query: Mapping[str, str], root: str) -> bytes:
        frame = held.part(part)
        if query.get("$filter"):
            topics = held.topics if self.server.ignore_topic_filters else ()
            frame = frame[mask(frame, query["$filter"], topics)]
        skip, top = int(query.get("$skip", 0)), int(query.get("$top", len(frame)))
        end = min(skip + self.server.page, top, len(frame))
        rows = frame.iloc[skip:end]
        if query.get("$select"):
            rows = rows[query["$select"].split(",")]
        link = ""
        if end < min(top, len(frame)):
            kept = {k: query[k] for k in ("$format", "$filter", "$select", "$top") if k in query}
            address = f"{root}/{part}?{urlencode({**kept, '$skip': end}, quote_via=quote)}"
            link = f',"odata.nextLink":{json.dumps(address)}'
        metadata = json.dumps(f"{root}/$metadata#{part}")
        return f'{{"odata.metadata":{metadata},"value":{_json(rows)}{link}}}'.encode()

    def _send(self, status: int, body: bytes, kind: str = "application/json;odata=minimalmetadata") -> None:
        self.server.requests.append((self.path, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _fail(self, fault: Fault, service: str, table: str, part: str) -> None:
        self.server.requests.append((self.path, 0))
        if fault in ("404", "500"):
            self._send(int(fault), b"<h1>Fout</h1>", "text/html")
        elif fault == "html":
            self._send(200, b"<!DOCTYPE html><html><body>Onderhoud</body></html>", "text/html")
        elif fault == "no_value":
            self._send(200, b'{"odata.error": {"message": "onbekend"}}')
        elif fault == "hang":
            self.server.closing.wait(30)
            self.close_connection = True
        elif fault == "reset":
            self._reset()
        else:
            self._half(self._whole(service, table, part), announced=fault == "cut_short")

    def _whole(self, service: str, table: str, part: str) -> bytes:
        return b'{"value": [{"Identifier": "x"}]}' if service == "catalogue" else self._body(service, table, part, {})

    def _half(self, body: bytes, *, announced: bool) -> None:
        """Send half a body: with the whole length announced the transfer ends early, else the JSON does."""
        half = body[: len(body) // 2]
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body if announced else half)))
        self.end_headers()
        self.wfile.write(half)
        self.close_connection = True

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()


def _json(rows: pd.DataFrame) -> str:
    return rows.to_json(orient="records", force_ascii=False)


@contextmanager
def cbs_server(
    *,
    latency: float = 0.0,
    neighbourhoods: bool = False,
    shift: int = 0,
    tables: Mapping[str, Table] | None = None,
    port: int = 0,
    path: str = "/mirror",
    page: int = PAGE,
    as_setting: bool = True,
) -> Iterator[CbsServer]:
    """Run the server while the block runs, and let the setting CBS_URL point at it.

    Parameters
    ----------
    latency : seconds per request.
    neighbourhoods : with wijken and buurten, 18,300 rows a KWB table, as CBS has it; else 343.
    shift : moves the number at the end of every column.
    tables : others than the nine that the app knows (``tests.servers.cbs_tables``).
    """
    held = tables if tables is not None else all_tables(neighbourhoods=neighbourhoods, shift=shift)
    server = CbsServer(held, latency, port, path, page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    before = os.environ.get("CBS_URL")
    if as_setting:
        os.environ["CBS_URL"] = server.url
    try:
        yield server
    finally:
        if before is None:
            os.environ.pop("CBS_URL", None)
        else:
            os.environ["CBS_URL"] = before
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A local CBS with the embedded figures.")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds per request")
    parser.add_argument("--small", action="store_true", help="without wijken and buurten")
    options = parser.parse_args()
    with cbs_server(latency=options.latency, neighbourhoods=not options.small, port=options.port) as server:
        print(f"CBS_URL={server.url}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
