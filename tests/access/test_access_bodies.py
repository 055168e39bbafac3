"""Whatever way a body comes, Streamlit's route gets no more of it than was allowed, and keeps nothing that was cut."""

from __future__ import annotations

import asyncio
from itertools import repeat
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.web.server.starlette import starlette_routes

from regional.access import Access, Mode
from regional.access import uploads as guarded
from regional.access.uploads import PLACE, UNSIGNED, Passes, UploadGuard, allowance

ALONE = Access(Mode.VISITOR)
HEAD = b'--b\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\nContent-Type: text/csv\r\n\r\n'
TAIL = b"\r\n--b--\r\n"
CHUNK = b"x" * 65_536


class App:
    """Streamlit's upload route behind the guard; ``pulled`` counts the bytes that were asked of each client."""

    def __init__(self):
        self.manager = MemoryUploadedFileManager(PLACE.rstrip("/"))
        runtime = SimpleNamespace(is_active_session=lambda session: True)
        streamlit = Starlette(routes=starlette_routes.create_upload_routes(runtime, self.manager, ""))
        self.passes, self.kept, self.pulled = Passes(), [], {}
        self.guard = UploadGuard(streamlit, self.passes, self.held, lambda: 0.0)

    def held(self):
        return {session: {file: len(kept.data) for file, kept in files.items()}
                for session, files in self.manager.file_storage.items()}  # fmt: skip

    async def put(self, session, file, body, wait=None):
        """Put up a file without saying how long it is; return the status."""
        self.kept.append(self.passes.give(session, lambda: allowance(ALONE)))
        sent, pieces, key = [], iter(body), (session, file)
        self.pulled[key] = 0

        async def receive():
            if wait is not None and self.pulled[key]:
                await wait.wait()
            piece = next(pieces, b"")
            self.pulled[key] += len(piece)
            return {"type": "http.request", "body": piece, "more_body": bool(piece)}

        async def send(message):
            sent.append(message)

        headers = [(b"content-type", b"multipart/form-data; boundary=b"), (b"transfer-encoding", b"chunked")]
        path = f"{PLACE}{session}/{file}"
        scope = {"type": "http", "method": "PUT", "path": path, "raw_path": path.encode(), "root_path": "",
                 "query_string": b"", "headers": headers, "http_version": "1.1", "scheme": "http"}  # fmt: skip
        await self.guard(scope, receive, send)
        return sent[0]["status"]


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setattr(starlette_routes, "is_xsrf_enabled", lambda: False)
    return App()


def test_a_file_in_pieces_is_taken(app):
    assert asyncio.run(app.put("s", "f", [HEAD, b"naam\n", b"De Kring\n", TAIL])) == 204
    assert app.held() == {"s": {"f": 14}}


def test_a_body_without_an_end_is_cut_at_the_limit(app):
    assert asyncio.run(app.put("s", "f", [HEAD, *repeat(CHUNK, 1_000)])) == 413
    assert app.pulled["s", "f"] <= UNSIGNED.file_bytes + 64 * 1024 + len(CHUNK)
    assert not app.held().get("s")
    assert app.passes.coming() == 0


def test_many_small_ones_are_slowed_unread(app):
    async def many():
        statuses = []
        for n in range(UNSIGNED.a_minute + 5):
            statuses.append(await app.put("s", f"f{n}", [HEAD, b"x", TAIL]))
            app.manager.remove_file("s", f"f{n}")
        return statuses

    assert asyncio.run(many()) == [204] * UNSIGNED.a_minute + [429] * 5
    assert [app.pulled["s", f"f{n}"] for n in range(UNSIGNED.a_minute, UNSIGNED.a_minute + 5)] == [0] * 5


def test_bodies_that_come_at_once_are_counted_together_before_they_are_there(app):
    fits = UNSIGNED.all_bytes // UNSIGNED.file_bytes

    async def together():
        go_on = asyncio.Event()
        tasks = [asyncio.create_task(app.put(f"s{n}", "f", [HEAD, b"x", TAIL], go_on)) for n in range(fits + 10)]
        tasks.append(asyncio.create_task(app.put("s0", "another", [HEAD, b"x", TAIL], go_on)))
        while not all(task.done() for task in tasks[fits:]):
            await asyncio.sleep(0)
        go_on.set()
        return await asyncio.gather(*tasks)

    statuses = asyncio.run(together())
    taken = statuses.count(204)
    assert 0 < taken <= fits
    assert statuses == [204] * taken + [429] * (len(statuses) - taken)
    assert sum(bytes_ > 0 for bytes_ in app.pulled.values()) == taken, "the others were not read"


def test_a_body_that_does_not_go_on_is_let_go_of(app, monkeypatch):
    monkeypatch.setattr(guarded, "IDLE", 0.01)
    assert asyncio.run(app.put("s", "f", [HEAD, b"x"], asyncio.Event())) == 408
    assert app.passes.coming() == 0
    assert asyncio.run(app.put("s", "f", [HEAD, b"x", TAIL])) == 204
