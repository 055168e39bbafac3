"""Every byte that reaches a browser: answers to its requests, downloads, and what comes over its socket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import streamlit
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.publishing.random_lists import held

SHIPPED = Path(streamlit.__file__).parent / "static"


class Recorder:
    """What a page receives from now on."""

    def __init__(self, page):
        self._answers, self.frames, self.downloads = [], [], []
        page.on("response", lambda answer: self._answers.append(answer))
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))
        page.on("download", lambda download: self.downloads.append(download))

    def _frame(self, frame):
        self.frames.append(frame.encode() if isinstance(frame, str) else frame)

    def bodies(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and body of what was asked for."""
        for answer in self._answers:
            if answer.status == 200:
                yield re.sub(r"^https?://[^/]+|\?.*$", "", answer.url), answer.body()

    def all(self) -> bytes:
        """Return all of it, one after the other, without the files that Streamlit ships to everybody."""
        return b"\n".join([*self.frames, *(body for path, body in self.bodies() if body != _shipped(path))])

    def drawn(self):
        """Return what the server drew: the content of each element, without what differs between two visits."""
        messages = [ForwardMsg.FromString(frame) for frame in self.frames]
        return [message.delta.new_element for message in messages if message.WhichOneof("type") == "delta"
                and message.delta.WhichOneof("type") == "new_element"]  # fmt: skip

    def holds(self, texts: Iterable[str]) -> list[str]:
        """Return which of these texts came in, in any form that a page or a file may write them."""
        return held(self.all(), texts)


@cache
def _shipped(path: str) -> bytes | None:
    file = (SHIPPED / path.lstrip("/")).resolve()
    inside = file.is_relative_to(SHIPPED) and file.suffix in (".js", ".css", ".woff2", ".html")
    return file.read_bytes() if inside and file.is_file() else None
