"""Every byte that reaches a browser: answers to its requests, downloads, and what comes over its socket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import streamlit

from tests.publishing.random_lists import held

SHIPPED = Path(streamlit.__file__).parent / "static"


class Recorder:
    """What a page receives from now on."""

    def __init__(self, page):
        self._answers, self._read, self.frames, self.downloads = [], [], [], []
        page.on("response", lambda answer: self._answers.append(answer))
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))
        page.on("download", lambda download: self.downloads.append(download))

    def _frame(self, frame):
        self.frames.append(frame.encode() if isinstance(frame, str) else frame)

    def note(self) -> None:
        """Read what was asked for until now: before the page goes elsewhere, for a browser then forgets it."""
        while self._answers:
            answer = self._answers.pop(0)
            if answer.status == 200:
                path = re.sub(r"^https?://[^/]+|\?.*$", "", answer.url)
                self._read.append((path, answer.headers.get("content-type", ""), answer.body()))

    def bodies(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and body of what was asked for."""
        self.note()
        for path, _, body in self._read:
            yield path, body

    def all(self) -> bytes:
        """Return all of it, one after the other, without the files that Streamlit ships to everybody."""
        return b"\n".join([*self.frames, *(body for path, body in self.bodies() if body != _shipped(path))])

    def pages(self) -> list[str]:
        """Return the documents that came, in order."""
        self.note()
        return [body.decode() for _, kind, body in self._read if kind.startswith("text/html")]

    def holds(self, texts: Iterable[str]) -> list[str]:
        """Return which of these texts came in, in any form that a page or a file may write them."""
        return held(self.all(), texts)


@cache
def _shipped(path: str) -> bytes | None:
    file = (SHIPPED / path.lstrip("/")).resolve()
    inside = file.is_relative_to(SHIPPED) and file.suffix in (".js", ".css", ".woff2", ".html")
    return file.read_bytes() if inside and file.is_file() else None
