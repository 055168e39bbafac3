"""A warm rerun and a first view of every page against a bare Streamlit page with the same elements, from constants.

Ours and the bare page (see replay.py) run in servers of their own and are asked in turns, over a real websocket: from
the message that asks for a rerun to the message that says it is done. Both have the garbage of their imports frozen.
Targets: a rerun at most 1.5 times the bare page, a first view (a new session) at most 1.2 times. Beside them how heavy
the page is: elements and bytes. Last, what a page without anything on it costs on a server that editors have used,
against the same server when it was fresh: at most twice; and a list of a hundred partners from the drop to the
Overzicht, in the processor's time of a process that never read one: at most two seconds.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

import websockets

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from bench.replay import bare_page, recording  # noqa: E402
from regional.access import Access, Mode  # noqa: E402
from regional.ui import access  # noqa: E402
from regional.ui.router import BOARD, MENU  # noqa: E402
from tests.e2e.harness import serve  # noqa: E402

PAGES = tuple(name for name, *_ in MENU)
RERUN, FIRST, USED = 1.5, 1.2, 2.0
DROP, ROWS = 2.0, 100
"""Seconds from the drop of a list to the Overzicht, and the rows of that list."""
ROUNDS, WARM, VIEWS = 40, 5, 12
SKIPPED = ("", "empty")


class BrokenPageError(RuntimeError):
    """A page shows an exception or not what it should: its time would mean nothing."""


def calls(page: str) -> list[Any]:
    """Return the calls that draw our page, with constants."""
    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    if page != PAGES[0]:
        test.switch_page(f"pages/{page}.py")
    test.run()
    with recording() as recorder:
        test.run()
    if test.exception:
        raise BrokenPageError(f"{page}: {test.exception[0].message}")
    return recorder.calls


class Client:
    """One visitor over a websocket; ``shown`` counts the elements of the last run and ``bytes`` what was sent."""

    def __init__(self, address: str, page: str) -> None:
        self.address, self.page = address.replace("http", "ws") + "/_stcore/stream", page
        self.shown: Counter[str] = Counter()
        self.bytes, self.fault = 0, ""

    async def __aenter__(self) -> Client:
        self.socket = await websockets.connect(self.address, subprotocols=["streamlit"], max_size=None)
        await self.rerun()
        if self.shown["exception"]:
            raise BrokenPageError(f"{self.page or 'the bare page'} shows an exception: {self.fault}")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def rerun(self) -> float:
        """Ask for a rerun and return the seconds until it is done."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_name = self.page
        self.shown.clear()
        self.bytes = 0
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            data = await self.socket.recv()
            answer = ForwardMsg()
            answer.ParseFromString(data)
            if answer.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start
            self.bytes += len(data)
            element = answer.delta.new_element
            self.fault = element.exception.message or self.fault
            self.shown[element.WhichOneof("type") or ""] += 1


async def reruns(*addresses: tuple[str, str]) -> list[float]:
    """Return the median milliseconds of a warm rerun at each address and page, asked in turns."""
    times: list[list[float]] = [[] for _ in addresses]
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(Client(*address)) for address in addresses]
        for turn in range(ROUNDS + WARM):
            for client, kept in zip(clients, times, strict=True):
                seconds = await client.rerun()
                if turn >= WARM:
                    kept.append(seconds * 1000)
    return [statistics.median(kept) for kept in times]


async def first_views(*addresses: tuple[str, str]) -> list[float]:
    """Return the median milliseconds from opening a session to the whole page, asked in turns."""
    times: list[list[float]] = [[] for _ in addresses]
    for _ in range(VIEWS):
        for address, kept in zip(addresses, times, strict=True):
            start = time.perf_counter()
            async with Client(*address):
                kept.append((time.perf_counter() - start) * 1000)
    return [statistics.median(kept) for kept in times]


async def weight(address: str, page: str) -> tuple[Counter[str], int]:
    """Return the elements of a page by type, and the bytes of its first view."""
    async with Client(address, page) as client:
        return Counter({kind: n for kind, n in client.shown.items() if kind not in SKIPPED}), client.bytes


@contextmanager
def served(folder: Path, name: str, script: str) -> Iterator[str]:
    """Run a script of our making and yield its address."""
    home = folder / name
    home.mkdir()
    (home / "page.py").write_text(script, encoding="utf-8")
    with serve(home, str(home / "page.py")) as address:
        yield address


async def measure(ours: str, page: str, bare: str) -> bool:
    """Print the line of one page and return whether it is within the targets."""
    (elements, size), (theirs, their_size) = await weight(ours, page), await weight(bare, "")
    if any(theirs[kind] < n for kind, n in elements.items() if kind not in ("html", "logo", "page_link")):
        raise BrokenPageError(f"{page}: the bare page lacks {elements - theirs}")
    mine, other = await reruns((ours, page), (bare, ""))
    first, their_first = await first_views((ours, page), (bare, ""))
    times = f"{mine:>9.1f}{other:>9.1f}{mine / other:>7.2f}{first:>10.1f}{their_first:>9.1f}{first / their_first:>7.2f}"
    print(f"{page:<19}{times}{elements.total():>10}{size / 1000:>9.0f}{their_size / 1000:>9.0f}", flush=True)
    return mine / other <= RERUN and first / their_first <= FIRST


def from_drop_to_overview() -> float:
    """Return the seconds of the processor, its children's too, from the drop of a list until its Overzicht stands."""
    places = ("Heerlen", "Kerkrade", "Landgraaf", "Maastricht", "Bergen")
    lines = [f"Basisschool {n};{places[n % 5]};educatie;{n * 10},50;{2000 + n % 25};kinderen" for n in range(ROWS)]
    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    test.run()
    test.switch_page("pages/onze_partners.py").run()
    data = "\n".join(["Relatie;Woonplaats;Type partner;Bedrag;Sinds;Doelgroep", *lines]).encode()
    before = sum(os.times()[:4])
    test.file_uploader(key="partner_file").upload("lijst.csv", data).run()
    test.switch_page("pages/overzicht.py").run()
    took = sum(os.times()[:4]) - before
    if test.exception:
        raise BrokenPageError(test.exception[0].message)
    return took


def main(pages: tuple[str, ...] = PAGES) -> int:
    """Print a line a page and return 1 where a target is missed."""
    missed = []
    print(f"{'':<19}{'rerun, ms':>9}{'bare':>9}{'ratio':>7}{'first, ms':>10}{'bare':>9}{'ratio':>7}{'elements':>10}"
          f"{'kB':>9}{'bare kB':>9}")  # fmt: skip
    access.mode = lambda *_: Access(Mode.LOCAL)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as name, serve(folder := Path(name)) as ours:
        # The embedded figures and an empty workspace here too, not what this user pulled and kept.
        os.environ |= {"PARTNERSPIEGEL_CACHE": name, "PARTNERSPIEGEL_DB": f"sqlite:///{folder.as_posix()}/bench.db"}
        asyncio.run(reruns((ours, PAGES[0])))
        (fresh,) = asyncio.run(reruns((ours, BOARD)))
        for page in pages:
            with served(folder, page, bare_page(calls(page), folder, page)) as bare:
                if not asyncio.run(measure(ours, page, bare)):
                    missed.append(page)
        (used,) = asyncio.run(reruns((ours, BOARD)))
        print(f"an empty page: {fresh:.1f} ms on a fresh server, {used:.1f} ms once editors used it")
        if used / fresh > USED:
            missed.append("the empty page")
        dropped = from_drop_to_overview()
        print(f"{ROWS} partners from the drop to the Overzicht: {dropped:.2f} s (target {DROP:g})")
        if dropped > DROP:
            missed.append("from the drop to the Overzicht")
    print(f"target missed: {', '.join(missed)}" if missed else "every page within its targets")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or PAGES))
