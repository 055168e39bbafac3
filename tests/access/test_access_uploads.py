"""Files are taken from who may, no more, no larger and no faster than allowed, and refused unread."""

from __future__ import annotations

import asyncio
import gc

import pytest

from regional.access import Access, Mode
from regional.access.uploads import MUSEUM, PLACE, UNSIGNED, Passes, UploadGuard, allowance

MB = 1024 * 1024
REFUSED = Access(Mode.REFUSED, can_sign_in=True)


class Server:
    """An app that keeps what is put up, as Streamlit does, behind the guard."""

    def __init__(self):
        self.passes, self.files, self.now, self.kept = Passes(), {}, 0.0, []
        self.guard = UploadGuard(self.app, self.passes, lambda: self.files, lambda: self.now)
        self.read = 0

    def visitor(self, session, access):
        self.kept.append(self.passes.give(session, lambda: allowance(access)))

    async def app(self, scope, receive, send):
        session, _, file = scope["path"].removeprefix(PLACE).partition("/")
        if scope["method"] == "DELETE":
            self.files.get(session, {}).pop(file, None)
        if scope["method"] == "PUT":
            size = 0
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise OSError("the client is gone")
                size += len(message["body"])
                if not message.get("more_body"):
                    break
            self.files.setdefault(session, {})[file] = size
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    def put(self, session, file, size, *, said="right", method="PUT", prefix="", chunks=4):
        said = size if said == "right" else said
        headers = [] if said is None else [(b"content-length", str(said).encode())]
        return asyncio.run(self.asked(f"{prefix}{PLACE}{session}/{file}", method, headers, size, chunks))

    async def asked(self, path, method, headers, size, chunks):
        parts, answers = [b"x" * (size // chunks)] * chunks, []

        async def receive():
            self.read += 1
            return {"type": "http.request", "body": parts.pop(), "more_body": bool(parts)}

        async def send(message):
            answers.append(message)

        await self.guard({"type": "http", "path": path, "method": method, "headers": headers}, receive, send)
        return answers[0]["status"]


@pytest.fixture
def server():
    return Server()


@pytest.mark.parametrize("access", [None, REFUSED, Access(Mode.SIGNED_IN, role="editor")])
def test_only_a_session_that_was_let_in_puts_up_a_file_and_a_refused_one_is_not_read(server, access):
    if access:
        server.visitor("s", access)
    let_in = access is not None and access.mode is Mode.SIGNED_IN
    assert server.put("s", "a", 8 * MB) == (204 if let_in else 403)
    assert (server.read > 0) is let_in


@pytest.mark.parametrize("path", ["", "s", "/a", "other/a", "../s/a"])
def test_an_odd_address_puts_up_nothing(server, path):
    server.visitor("s", Access(Mode.REFUSED))
    assert asyncio.run(server.asked(PLACE + path, "PUT", [], 8, 1)) == 403
    assert asyncio.run(server.asked("/museum" + PLACE + path, "PUT", [], 8, 1)) == 403


def test_a_role_that_was_taken_away_counts_at_once(server):
    role = {"mode": Mode.SIGNED_IN}
    server.kept.append(server.passes.give("s", lambda: allowance(Access(role["mode"]))))
    assert server.put("s", "a", 8) == 204
    role["mode"] = Mode.REFUSED
    assert server.put("s", "b", 8) == 403


@pytest.mark.parametrize("said", ["right", None, 100, 0])
def test_a_file_that_is_too_large_is_refused_whatever_it_says_of_itself(server, said):
    server.visitor("s", Access(Mode.VISITOR))
    assert server.put("s", "a", 5 * MB) == 204
    server.put("s", "a", 0, method="DELETE")
    assert server.put("s", "b", 12 * MB, said=said) == 413
    assert server.files["s"] == {}
    if said == "right":
        assert server.read == 4, "only the first one was read"


def test_alone_in_a_window_one_has_one_file_at_a_time(server):
    server.visitor("s", Access(Mode.VISITOR))
    assert [server.put("s", name, MB) for name in "ab"] == [204, 429]
    assert server.put("s", "a", 0, method="DELETE") == 204
    assert server.put("s", "b", MB) == 204
    assert server.put("s", "b", MB) == 204, "the same one again"


def test_all_windows_together_have_a_limit(server):
    most = UNSIGNED.all_bytes // UNSIGNED.file_bytes
    for number in range(most + 1):
        server.visitor(str(number), Access(Mode.VISITOR))
    answers = [server.put(str(number), "a", UNSIGNED.file_bytes) for number in range(most + 1)]
    assert answers == [204] * most + [429]


def test_files_on_their_way_count_too(server):
    server.visitor("s", Access(Mode.VISITOR))
    server.kept[0].coming["a"] = MB
    assert server.put("s", "b", 8) == 429
    assert server.put("s", "a", 8) == 429
    server.kept[0].coming.clear()
    assert server.put("s", "b", 8) == 204
    assert server.kept[0].coming == {}


def test_too_fast_is_slowed_for_a_minute(server):
    server.visitor("s", Access(Mode.VISITOR))
    assert {server.put("s", "a", 8) for _ in range(UNSIGNED.a_minute)} == {204}
    assert server.put("s", "a", 8) == 429
    server.now = 60.5
    assert server.put("s", "a", 8) == 204


def test_a_working_group_puts_up_its_forms_all_at_once(server):
    server.visitor("s", Access(Mode.SIGNED_IN, role="editor"))
    assert {server.put("s", str(number), 40_000) for number in range(60)} == {204}
    assert server.put("s", "large", MUSEUM.file_bytes) == 204


def test_what_is_no_upload_passes(server):
    for path, method in [("/", "GET"), (PLACE + "s/a", "OPTIONS"), ("/_stcore/health", "PUT")]:
        assert asyncio.run(server.asked(path, method, [], 8, 1)) == 204


def test_a_pass_goes_with_its_session(server):
    server.visitor("s", Access(Mode.VISITOR))
    server.kept.clear()
    gc.collect()
    assert server.put("s", "a", 8) == 403
