"""A board and its museum at once: nobody sees an error, nobody waits, and the memory of the server stays what it is.

LOAD_SECONDS says how long the board sits there (600). After that 500 more open the page in the same moment.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import statistics
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import ConnectionClosed

from regional.partners.records import to_records
from regional.partners.sample import load_sample
from tests.e2e.deployed import EDITOR
from tests.long.fleet import NAME
from tests.long.visitors import Visitor, run_page

SECONDS = float(os.environ.get("LOAD_SECONDS", "600"))
BOARD_VISITORS, CROWD, EDITORS = 60, 500, 5
ASKS_EVERY, OPENS_EVERY, THINKS = 10.0, 60.0, 3.0
"""Seconds between an open page's questions, between openings by one visitor, and between an editor's clicks."""
PAGES = ("", "spiegel", "onze_partners", "onze_bubbel", "delen")
_ADDRESSES = itertools.count(2)


@dataclass
class Seen:
    """What visitors met: seconds by what they did, and every fault."""

    took: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    bytes: int = 0

    def p95(self, what: str) -> float:
        """Return the time in seconds under which 95 of 100 were answered."""
        return statistics.quantiles(self.took[what], n=20)[-1]

    def note(self, what: str, began: float) -> None:
        """Note how long something took."""
        self.took.setdefault(what, []).append(time.monotonic() - began)


class Load:
    """Everybody who is there until ``ends``."""

    def __init__(self, museum, link: str) -> None:
        self.museum, self.link, self.seen = museum, link, Seen()
        self.trust, self.ends = museum.fleet.trust(), time.monotonic()

    async def sit(self, kinds: dict[Callable[[int], Awaitable[None]], int], seconds: float) -> None:
        """Let so many of each kind of visitor come and go; each kind is a function of its number."""
        self.ends = time.monotonic() + seconds
        await asyncio.gather(*(self._unhurt(kind, n) for kind, many in kinds.items() for n in range(many)))

    async def _unhurt(self, kind: Callable[[int], Awaitable[None]], number: int) -> None:
        try:
            await kind(number)
        except (httpx.HTTPError, OSError, AssertionError) as error:
            self.seen.faults.append(f"{kind.__name__} {number}: {type(error).__name__} {error}")

    async def member_of_the_board(self, number: int) -> None:
        """Open the link, and keep the page open as a browser does."""
        await asyncio.sleep(number / BOARD_VISITORS * ASKS_EVERY)
        await self._keep_open()

    async def one_of_the_crowd(self, number: int) -> None:
        """Open the link with everybody else."""
        await self._keep_open()

    async def _keep_open(self) -> None:
        address = "127.2.{}.{}".format(*divmod(next(_ADDRESSES), 250))
        transport = httpx.AsyncHTTPTransport(verify=self.trust, local_address=address)
        headers, there = {"Host": NAME}, f"https://127.0.0.1:{self.museum.fleet.tls}"
        async with httpx.AsyncClient(transport=transport, base_url=there, headers=headers, timeout=30) as browser:
            next_open = 0.0
            while time.monotonic() < self.ends:
                if time.monotonic() >= next_open:
                    page = await self._asked(browser, self.link, "page")
                    assert b"ps-board" in page.content
                    self.seen.bytes, next_open = len(page.content), time.monotonic() + OPENS_EVERY
                await asyncio.sleep(max(0.0, min(ASKS_EVERY, self.ends - time.monotonic())))
                stays = await self._asked(browser, self.link.replace("?", "/open?"), "poll")
                assert stays.json() is True, stays.text

    async def _asked(self, browser: httpx.AsyncClient, path: str, what: str) -> httpx.Response:
        began = time.monotonic()
        answer = await browser.get(path, extensions={"sni_hostname": NAME})
        assert answer.status_code == 200, f"{path.partition('?')[0]} {answer.status_code}"
        self.seen.note(what, began)
        return answer


class Editors:
    """Editors who are signed in and click through the pages, each in a thread of its own."""

    def __init__(self, museum) -> None:
        self.museum, self.seen, self.phase = museum, Seen(), "alone"
        self._ends = threading.Event()
        self._pool = ThreadPoolExecutor(EDITORS)
        self._there: list[object] = []

    def __enter__(self) -> Editors:
        self._there = [self._pool.submit(self._work, n) for n in range(EDITORS)]
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._pool.shutdown(wait=True)

    def _work(self, number: int) -> None:
        pages = itertools.cycle(PAGES[number:] + PAGES[:number])
        try:
            editor = Visitor(self.museum.fleet)
            editor.cookies["_streamlit_user"] = signed_in(self.museum.fleet.folder)
            editor.ask("/")
            with editor.socket() as stream:
                while not self._ends.is_set():
                    began, phase = time.monotonic(), self.phase
                    _, came = run_page(stream, next(pages), "")
                    assert EDITOR.partition("@")[0].encode() in came, "not signed in"
                    self.seen.note(phase, began)
                    self._ends.wait(THINKS)
        except (OSError, AssertionError, ConnectionClosed, TimeoutError) as error:
            self.seen.faults.append(f"editor {number}: {type(error).__name__} {error}")


def signed_in(folder: Path) -> str:
    """Return the cookie of an editor who has just signed in."""
    secret = re.search(r'(?m)^cookie_secret = "([^"]*)"', (folder / "secrets.toml").read_text(encoding="utf-8"))
    claims = {"origin": f"https://{NAME}", "is_logged_in": True, "email": EDITOR, "email_verified": True,
              "sub": EDITOR, "iat": int(time.time())}  # fmt: skip
    return create_signed_value(secret[1], "_streamlit_user", json.dumps(claims)).decode()


class Memory:
    """How much memory both processes have, looked at again and again."""

    def __init__(self, fleet) -> None:
        self._fleet, self.megabytes = fleet, []

    async def watch(self, _number: int, until: Callable[[], float]) -> None:
        """Look until it is over."""
        while time.monotonic() < until():
            self.megabytes.append(sum(resident(p.pid) for p in self._fleet.processes.values()))
            await asyncio.sleep(2)

    def grew(self) -> float:
        """Return by how many MB the last quarter lies above the second one: the first warms up."""
        quarter = max(1, len(self.megabytes) // 4)
        return statistics.mean(self.megabytes[-quarter:]) - statistics.mean(self.megabytes[quarter : 2 * quarter])


def resident(pid: int) -> float:
    """Return how many MB of memory a process has."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def test_a_board_and_a_crowd_get_their_page_while_editors_work(museum):
    museum.workspace.versions.keep(to_records(load_sample().portfolio), "lijst.csv")
    load, memory = Load(museum, museum.link()), Memory(museum.fleet)

    async def look(number: int) -> None:
        await memory.watch(number, lambda: load.ends)

    # The 20 who fill in a questionnaire behind a link are one more kind here, once there is such a page.
    board = {load.member_of_the_board: BOARD_VISITORS, look: 1}
    with Editors(museum) as editors:
        time.sleep(min(SECONDS / 4, 60))
        editors.phase = "with the board"
        asyncio.run(load.sit(board, SECONDS))
        board_seen, load.seen = load.seen, Seen()
        editors.phase = "with the crowd"
        asyncio.run(load.sit({load.one_of_the_crowd: CROWD}, 2 * ASKS_EVERY))
    faults = [*board_seen.faults, *load.seen.faults, *editors.seen.faults]
    told = {
        "seconds": SECONDS,
        "page_bytes": board_seen.bytes,
        "board": {what: figures(board_seen, what) for what in board_seen.took},
        "crowd": {what: figures(load.seen, what) for what in load.seen.took},
        "editors": {phase: figures(editors.seen, phase) for phase in editors.seen.took},
        "memory_mb": [round(memory.megabytes[0]), round(memory.megabytes[-1])],
        "grew_mb": round(memory.grew(), 1),
        "faults": len(faults),
    }
    print(f"\n{json.dumps(told, indent=1)}")
    assert faults == []
    assert board_seen.bytes < 150_000
    assert board_seen.p95("poll") < 0.3
    assert editors.seen.p95("with the board") < 1.5 * editors.seen.p95("alone") + 0.2
    assert memory.grew() < 30


def figures(seen: Seen, what: str) -> dict[str, float]:
    """Return how many there were, and the middle, 95th and longest time in seconds."""
    took = seen.took[what]
    return {"n": len(took), "median": round(statistics.median(took), 3), "p95": round(seen.p95(what), 3),
            "longest": round(max(took), 3)}  # fmt: skip
