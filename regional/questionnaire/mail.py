"""A mail that was kept as a file, and pages: their words as text, and what is attached."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import MIMEPart
from html.parser import HTMLParser

_HEAD = re.compile(rb"^(?:mime-version|content-type|received|return-path|message-id)\s*:", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(rb"^[A-Za-z][A-Za-z-]*:[^\n]*\n")
_LOOK = 20_000
_LINE = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "table", "ul", "ol", "pre", "hr"}
_NO_WORDS = {"style", "script", "head", "title"}


def is_mail(data: bytes) -> bool:
    """Tell whether bytes are a mail as mail programs keep it."""
    head = data[:_LOOK].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(_FIRST.match(head + b"\n") and _HEAD.search(head))


def mail_parts(data: bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """Return the text of a mail, and the files attached to it (name, bytes); nothing of what cannot be read."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        body = mail.get_body(("plain", "html"))
        attached = [(one.get_filename() or "?", _bytes(one)) for one in mail.iter_attachments()]
    except Exception:  # what a made-up mail can bring about has too many names
        return "", []
    return _text(body) if body else "", attached


def _text(part: MIMEPart) -> str:
    data = _bytes(part)
    try:
        text = data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return html_text(text) if part.get_content_subtype() == "html" else text


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def html_text(page: str) -> str:
    """Return the words of a page, a line a paragraph; quotes keep their mark."""
    words = _PageText()
    words.feed(page)
    words.close()
    return words.text()


class _PageText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[int, str]] = [(0, "")]
        self._hidden, self._quoted = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NO_WORDS
        self._quoted += tag == "blockquote"
        if tag in _LINE or tag == "blockquote":
            self._lines.append((self._quoted, ""))

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _NO_WORDS))
        self._quoted = max(0, self._quoted - (tag == "blockquote"))
        if tag in _LINE or tag == "blockquote":
            self._lines.append((self._quoted, ""))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            depth, line = self._lines[-1]
            self._lines[-1] = (depth, line + re.sub(r"[ \t\r\n]+", " ", data))

    def text(self) -> str:
        return "\n".join("> " * depth + line.strip(" ") for depth, line in self._lines)
