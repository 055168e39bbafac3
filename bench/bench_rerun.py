"""A warm rerun of each page against a bare Streamlit page that draws the same charts from constants.

Both run in servers of their own, in turns, over a real websocket: from the message that asks for a rerun to the
message that says it is done. Target: at most 1.5 times the bare page. Absolute times are reported only.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
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
BARE = '''import json, streamlit as st, pandas as pd, plotly.graph_objects as go
st.set_page_config(layout="wide")
page = json.loads({page!r})
st.title("Page")
for label, value in page["metrics"]:
    st.metric(label, value)
for i, text in enumerate(page["texts"]):
    st.markdown(text)
for i, spec in enumerate(page["charts"]):
    st.plotly_chart(go.Figure(spec), key=str(i), theme=None)
for rows in page["tables"]:
    st.table(pd.DataFrame(rows))
for label, options in page["selects"]:
    st.sidebar.selectbox(label, options)
'''


def contents(page: str) -> dict[str, object]:
    """Return what our page holds, so that the bare page can show as much of the same kind."""
    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    if page != PAGES[0]:
        test.switch_page(f"pages/{page}.py")
    test.run()
    return {
        "metrics": [(m.label, m.value) for m in test.metric],
        "texts": [str(m.value) for m in test.markdown],
        "charts": [json.loads(c.proto.spec) for c in test.get("plotly_chart")],
        "tables": [t.value.to_dict("list") for t in [*test.table, *test.dataframe]],
        "selects": [(s.label, list(s.options)) for s in test.selectbox],
    }


class Client:
    """One visitor over a websocket."""

    def __init__(self, address: str, page: str) -> None:
        self.address, self.page = address.replace("http", "ws") + "/_stcore/stream", page

    async def __aenter__(self) -> Client:
        self.socket = await websockets.connect(self.address, subprotocols=["streamlit"], max_size=None)
        await self.rerun()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def rerun(self) -> float:
        """Ask for a rerun and return the seconds until it is done."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_name = self.page
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.socket.recv())
            if answer.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start


async def compare(ours: str, bare: str, page: str) -> tuple[float, float]:
    """Return the median milliseconds of both, measured in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    async with Client(ours, page) as first, Client(bare, "") as second:
        for turn in range(ROUNDS + WARM):
            for client, kept in zip((first, second), times, strict=True):
                seconds = await client.rerun()
                if turn >= WARM:
                    kept.append(seconds * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> int:
    """Print a line a page and return 1 where the target is missed."""
    missed = False
    print(f"{'page':<20}{'ours, ms':>10}{'bare, ms':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as ours:
        for page in PAGES:
            script = Path(folder) / f"{page}.py"
            script.write_text(BARE.format(page=json.dumps(contents(page))), encoding="utf-8")
            cache = Path(folder) / page
            cache.mkdir()
            with serve(cache, str(script)) as bare:
                mine, theirs = asyncio.run(compare(ours, bare, page))
            missed |= mine / theirs > TARGET
            print(f"{page:<20}{mine:>10.1f}{theirs:>10.1f}{mine / theirs:>8.2f}")
    print(f"reflect, 60 partners: {reflect_ms():.1f} ms (reported)")
    print("target missed" if missed else f"every page within {TARGET} times the bare page")
    return int(missed)


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
