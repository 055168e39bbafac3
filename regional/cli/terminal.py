"""Words for terminals that know fewer letters than we write: nothing that is said there ends in an error."""

from __future__ import annotations

import codecs
import errno
import io
import json
import sys
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from regional.texts import LANGUAGES, texts

_PLAIN = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "€": "EUR ",
          "·": "-", "•": "-", "→": "->", "≥": ">=", "≤": "<=", "×": "x"}  # fmt: skip


def be_understood(arguments: Sequence[str]) -> None:
    """Let standard output and error write what their encoding has not in other letters; JSON as JSON escapes it."""
    way = "in_json" if "--json" in arguments else "in_plain"
    codecs.register_error("in_json", _in_json)
    codecs.register_error("in_plain", _in_plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=way)


def typed(text: str) -> str:
    """Return an argument of the command line as text: bytes that are no letters of ours become a mark."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def no_room(error: OSError, arguments: Sequence[str]) -> str:
    """Return the line for a disk or a device that is full, "" for another fault."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ""
    language = next((word for before, word in pairwise(arguments) if before == "--lang"), "nl")
    t = texts(language if language in LANGUAGES else "nl")
    return t("There is no room left to write this. Make room, and try again.")


def _in_json(error: UnicodeError) -> tuple[str, int]:
    lost, end = _lost(error)
    return json.dumps(lost)[1:-1], end


def _in_plain(error: UnicodeError) -> tuple[str, int]:
    lost, end = _lost(error)
    return "".join(map(_plain, lost)), end


def _lost(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


def _plain(sign: str) -> str:
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return _PLAIN.get(sign) or letters or ("" if unicodedata.combining(sign) else "?")
