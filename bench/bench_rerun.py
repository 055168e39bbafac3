"""A warm rerun of each page against a bare Streamlit page with as many charts, tables and metrics of the same kind.

Ours and the bare page run in servers of their own and are asked in turns, over a real websocket: from the message
that asks for a rerun to the message that says it is done. The bare page draws our numbers from constants with
graph_objects, without our texts, widgets or layout. Target: at most 1.5 times that page in Streamlit as it comes.
Reported beside it: the same page with the garbage of its imports frozen, as ours has it, and ``reflect``.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.e2e.harness import serve  # noqa: E402

PAGES = ("overzicht", "spiegel", "onze_regio", "onze_partners", "bronnen_en_uitleg")
TARGET, ROUNDS, WARM = 1.5, 60, 8
NUMBERS = ("type", "orientation", "x", "y", "z", "locations", "geojson", "featureidkey", "lon", "lat", "base")
BARE = """import streamlit as st, pandas as pd, plotly.graph_objects as go

st.title("Page")
for label, value in {metrics!r}:
    st.metric(label, value)
for i, traces in enumerate({charts!r}):
    st.plotly_chart(go.Figure(traces), key=str(i))
for columns in {tables!r}:
    st.table(pd.DataFrame(columns))
"""
FROZEN = """
@st.cache_resource
def freeze():
    import gc
    gc.collect()
    gc.freeze()

freeze()
"""


class BrokenPageError(RuntimeError):
    """A page shows an exception or not what it should: its time would mean nothing."""


def contents(page: str) -> dict[str, list[object]]:
    """Return the metrics, charts and tables of our page, as constants for the bare one."""
    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    if page != PAGES[0]:
        test.switch_page(f"pages/{page}.py")
    test.run()
    if test.exception:
        raise BrokenPageError(f"{page}: {test.exception[0].message}")
    specs = [json.loads(chart.proto.spec) for chart in test.get("plotly_chart")]
    return {
        "metrics": [(metric.label, metric.value) for metric in test.metric],
        "charts": [[{k: trace[k] for k in NUMBERS if k in trace} for trace in spec["data"]] for spec in specs],
        "tables": [table.value.astype(str).to_dict("list") for table in [*test.table, *test.dataframe]],
    }


class Client:
    """One visitor over a websocket."""

    def __init__(self, address: str, page: str) -> None:
        self.address, self.page = address.replace("http", "ws") + "/_stcore/stream", page
        self.shown: Counter[str] = Counter()

    async def __aenter__(self) -> Client:
        self.socket = await websockets.connect(self.address, subprotocols=["streamlit"], max_size=None)
        await self.rerun()
        if self.shown["exception"]:
            raise BrokenPageError(f"{self.page or 'the bare page'} shows an exception")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def rerun(self) -> float:
        """Ask for a rerun and return the seconds until it is done; ``shown`` counts what came."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_name = self.page
        self.shown.clear()
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.socket.recv())
            if answer.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start
            self.shown[answer.delta.new_element.WhichOneof("type") or ""] += 1


async def medians(addresses: list[tuple[str, str]]) -> list[float]:
    """Return the median milliseconds of a warm rerun at each address and page, asked in turns."""
    times: list[list[float]] = [[] for _ in addresses]
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(Client(*address)) for address in addresses]
        charts = {client.shown["plotly_chart"] for client in clients}
        if len(charts) != 1:
            raise BrokenPageError(f"{addresses}: not as many charts on each, {charts}")
        for turn in range(ROUNDS + WARM):
            for client, kept in zip(clients, times, strict=True):
                seconds = await client.rerun()
                if turn >= WARM:
                    kept.append(seconds * 1000)
    return [statistics.median(kept) for kept in times]


@contextmanager
def served(folder: Path, name: str, script: str) -> Iterator[str]:
    """Run a script of our making and yield its address."""
    home = folder / name
    home.mkdir()
    (home / "page.py").write_text(script, encoding="utf-8")
    with serve(home, str(home / "page.py")) as address:
        yield address


def measure(ours: str, page: str, folder: Path) -> list[float]:
    """Return milliseconds: our page, the bare page, the bare page with its garbage frozen."""
    bare = BARE.format(**contents(page))
    with served(folder, page, bare) as plain, served(folder, f"{page}_frozen", bare + FROZEN) as frozen:
        return asyncio.run(medians([(ours, page), (plain, ""), (frozen, "")]))


def main() -> int:
    """Print a line a page and return 1 where the target is missed."""
    missed = []
    print(f"{'page':<20}{'ours, ms':>10}{'bare, ms':>10}{'ratio':>8}{'bare frozen, ms':>18}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as ours:
        os.environ["PARTNERSPIEGEL_CACHE"] = folder  # the embedded figures here too, not what this user pulled
        for page in PAGES:
            mine, bare, frozen = measure(ours, page, Path(folder))
            if mine / bare > TARGET:
                missed.append(page)
            print(f"{page:<20}{mine:>10.1f}{bare:>10.1f}{mine / bare:>8.2f}{frozen:>18.1f}{mine / frozen:>8.2f}")
        print(f"reflect, 60 partners: {reflect_ms():.1f} ms (reported)")
    print(f"target missed: {', '.join(missed)}" if missed else f"every page within {TARGET} times the bare page")
    return int(bool(missed))


def reflect_ms() -> float:
    """Return the median milliseconds of one uncached mirror of the sample."""
    from regional.cbs.profile import profile
    from regional.cbs.pull import load_figures
    from regional.geo.regions import DEFAULT_SPEC, parse_region
    from regional.mirror.reflect import reflect
    from regional.partners.sample import load_sample

    figures, portfolio = load_figures(), load_sample().portfolio
    region = profile(figures, parse_region(DEFAULT_SPEC, figures).codes, "Parkstad Limburg")
    times = []
    for _ in range(30):
        start = time.perf_counter()
        reflect(portfolio, region)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
