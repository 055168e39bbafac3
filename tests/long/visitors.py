"""Visitors without a browser, each from an address of its own: HTTPS, cookies, and Streamlit's socket."""

from __future__ import annotations

import asyncio
import http.client
import itertools
import socket
import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.long.fleet import NAME, Fleet

HOME = "partnerspiegel_app"
_ADDRESSES = itertools.count(2)


@dataclass(frozen=True)
class Answer:
    """What came back: its headers in lower case, a name as often as it came."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Return all values of a header."""
        return [value for found, value in self.headers if found == name]


class Stream:
    """A socket of which one thread both reads and writes.

    The library's own blocking client reads in a second thread; one TLS connection that two threads use at once loses
    a message now and then (CPython before 3.13).
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, made: ClientConnection) -> None:
        self._loop, self._made = loop, made
        self.response = made.response

    def send(self, data: bytes) -> None:
        """Send a message."""
        self._loop.run_until_complete(self._made.send(data))

    def recv(self, timeout: float) -> bytes:
        """Return the next message; TimeoutError where none comes, ConnectionClosed where none will."""
        return self._loop.run_until_complete(asyncio.wait_for(self._made.recv(), timeout))

    def close(self) -> None:
        """Close it as a browser does."""
        self._loop.run_until_complete(self._made.close())


class Visitor:
    """Somebody with an address, and a browser's cookies.

    The loopback network is large: every visitor connects from another address of it, so nginx sees them apart.
    """

    def __init__(self, fleet: Fleet, address: str = "") -> None:
        self.fleet, self.cookies = fleet, {}
        self.address = address or "127.1.{}.{}".format(*divmod(next(_ADDRESSES), 250))

    @property
    def home(self) -> str:
        """Which process the visitor was given: "1", "2", or "" as yet."""
        return self.cookies.get(HOME, "")

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Ask for a path over TLS."""
        connection = http.client.HTTPSConnection("127.0.0.1", self.fleet.tls, timeout=30)
        connection.sock = self._tls()
        sent = {"Host": NAME, "Cookie": self._cookie()} | {k.replace("_", "-"): v for k, v in headers.items()}
        try:
            connection.request(method, path, body, {k: v for k, v in sent.items() if v})
            answer = connection.getresponse()
            found = Answer(answer.status, [(k.lower(), v) for k, v in answer.getheaders()], answer.read())
        finally:
            connection.close()
        self._remember(found.all("set-cookie"))
        return found

    @contextmanager
    def socket(self, **headers: str):
        """Open Streamlit's socket."""
        given = {"Cookie": self._cookie()} | {k.replace("_", "-"): v for k, v in headers.items()}
        loop = asyncio.new_event_loop()
        try:
            stream = Stream(loop, loop.run_until_complete(self._connect({k: v for k, v in given.items() if v})))
            self._remember(stream.response.headers.get_all("Set-Cookie"))
            try:
                yield stream
            finally:
                stream.close()
        finally:
            loop.close()

    async def _connect(self, headers: dict[str, str]) -> ClientConnection:
        return await connect(f"wss://{NAME}/_stcore/stream", sock=self._tcp(), ssl=self.fleet.trust(),
                             server_hostname=NAME, origin=f"https://{NAME}", subprotocols=["streamlit"], max_size=None,
                             open_timeout=30, additional_headers=headers, proxy=None)  # fmt: skip

    def open(self, link: str, **headers: str) -> bytes:
        """Open what a link opens, or what who guesses gets, and return the page."""
        answer = self.ask(link, **headers)
        assert answer.status in (200, 429), answer.status
        return answer.body

    def _tcp(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.fleet.tls), timeout=30, source_address=(self.address, 0))

    def _tls(self, trust: ssl.SSLContext | None = None, name: str = NAME) -> ssl.SSLSocket:
        return (trust or self.fleet.trust()).wrap_socket(self._tcp(), server_hostname=name)

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _remember(self, given: list[str]) -> None:
        for one in given:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(one).items()}


def run_page(stream: Stream, page: str, query: str) -> tuple[str, bytes]:
    """Ask for a page over an open socket; return the id of the session and all that came until it was whole."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    stream.send(asked.SerializeToString())
    session, came = "", []
    while True:
        data = stream.recv(timeout=30)
        message = ForwardMsg.FromString(data)
        came.append(data)
        session = session or message.new_session.initialize.session_id
        if message.WhichOneof("type") == "script_finished":
            return session, b"".join(came)
