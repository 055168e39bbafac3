"""A mail that was kept as a file: its words as text, and what is attached."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import MIMEPart

from regional.questionnaire.page_text import html_text

_HEAD = re.compile(rb"^(?:mime-version|content-type|received|return-path|message-id)\s*:", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(rb"^[A-Za-z][A-Za-z-]*:[^\n]*\n")
_LOOK = 20_000


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
    except (LookupError, ValueError):
        text = data.decode("utf-8", "replace")
    return html_text(text) if part.get_content_subtype() == "html" else text


def _bytes(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
