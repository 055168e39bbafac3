"""A cold pull, through OData v3 and with the key figures through v4 alone, against plain ``cbsodata.get_data``.

All read the same tables from the same local server; of the key figures v4 has the years that v3 has.

60 ms latency per request, and as many rows as CBS has: 18,000 and more in each KWB table, 190,000 in the
establishments. Targets: at least 10 times fewer bytes, at least 4 times less time. The server makes each page
once beforehand, so that neither side pays for that. It runs in a process of its own.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

LATENCY, FEWER_BYTES, LESS_TIME = 0.06, 10.0, 4.0
V4 = "v4"


def serve(pipe: Connection) -> None:
    """Run the server; answer what is asked through the pipe: its bytes so far, after another latency or ``V4``."""
    from regional.cbs.tables import TABLES, read_kwb
    from tests.servers.cbs import cbs_server

    with cbs_server(neighbourhoods=True) as server:
        pipe.send((server.url, {name: len(table.data) for name, table in server.tables.items()}))
        while (told := pipe.recv()) is not None:
            if told == V4:
                for table in TABLES:
                    if table.read is read_kwb:
                        server.fail("404", table.id, service="v3")
            else:
                server.latency = told
            pipe.send((server.bytes_sent, len(server.requests)))


def plain(url: str) -> None:
    """Read every table as the package's own documentation does."""
    import cbsodata

    from regional.cbs.tables import TABLES

    cbsodata.options.use_https = False
    for table in TABLES:
        cbsodata.get_data(table.id, catalog_url=url.removeprefix("http://"))


def ours(url: str) -> None:
    """Pull into an empty cache."""
    from regional.cbs.pull import load_figures, pull

    os.environ["CBS_URL"] = url
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PARTNERSPIEGEL_CACHE"] = folder
        report = pull()
        load_figures()
    if not report.ok:
        raise SystemExit(f"the pull failed: {report}")


def measured(run: Callable[[str], None], url: str, pipe: Connection) -> tuple[float, int, int]:
    """Return seconds, bytes and requests of one run."""
    bytes_before, requests_before = asked(pipe, LATENCY)
    start = time.perf_counter()
    run(url)
    seconds = time.perf_counter() - start
    bytes_after, requests_after = asked(pipe, LATENCY)
    return seconds, bytes_after - bytes_before, requests_after - requests_before


def asked(pipe: Connection, told: float | str) -> tuple[int, int]:
    """Set the server's latency, or take v3 away (``V4``), and return its bytes and requests so far."""
    pipe.send(told)
    return pipe.recv()


def main() -> int:
    """Print a table of both; 1 where a target is missed."""
    pipe, far_end = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(far_end,), daemon=True)
    server.start()
    url, rows = pipe.recv()
    asked(pipe, 0.0)
    for run in (ours, plain):  # warms the server's pages, and our imports
        run(url)
    results = {"plain cbsodata": measured(plain, url, pipe), "pull, v3": measured(ours, url, pipe)}
    asked(pipe, 0.0)
    asked(pipe, V4)
    ours(url)
    results["pull, v4"] = measured(ours, url, pipe)
    with contextlib.suppress(BrokenPipeError):
        pipe.send(None)
    server.join(timeout=10)
    return told(results, rows)


def told(results: dict[str, tuple[float, int, int]], rows: dict[str, int]) -> int:
    """Print the results; return 1 where a target is missed."""
    print("rows: " + ", ".join(f"{table} {count:,}" for table, count in rows.items()))
    print(f"{'':16}{'seconds':>10}{'MB':>10}{'requests':>10}")
    for name, (seconds, size, requests) in results.items():
        print(f"{name:16}{seconds:10.2f}{size / 1e6:10.2f}{requests:10}")
    (slow, many, _), *pulls = results.values()
    for name, (quick, few, _) in zip(list(results)[1:], pulls, strict=True):
        print(f"{name}: fewer bytes: {many / few:.0f} times (target {FEWER_BYTES:.0f}); "
              f"less time: {slow / quick:.1f} times (target {LESS_TIME:.0f})")  # fmt: skip
    return int(any(many / few < FEWER_BYTES or slow / quick < LESS_TIME for quick, few, _ in pulls))


if __name__ == "__main__":
    sys.exit(main())
