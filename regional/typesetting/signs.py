"""Which signs our fonts have, and what to print in place of the others.

A PDF/UA may not hold a sign that cannot be drawn, so one emoji in a name would end a whole report.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

FONTS = Path(__file__).parent / "fonts"
LACKING = "□"
"""What is printed in place of a sign that no font has."""
_JOINER = "\u200d"
_KEPT = {"\n", "\u00ad", "\u200b", "\u200c", _JOINER, "\u200e", "\u200f"}
"""Signs without a picture that do something: a line, a soft hyphen, joining, the direction of writing."""
_SPACES = {"\t", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"}
_FLAGS = range(0x1F1E6, 0x1F200)
_SKINS = range(0x1F3FB, 0x1F400)
_UNSEEN = {"Cc", "Cf"}
T = TypeVar("T")


def printable(words: T) -> tuple[T, int]:
    """Return words that can all be printed, and how many signs had to be replaced.

    Parameters
    ----------
    words : a text, or a list, tuple or mapping of them with whatever else, which stays as it is.
    """
    if isinstance(words, str):
        text, lacking = _printable(words)
        return text, lacking  # type: ignore[return-value]
    if isinstance(words, Mapping):
        values = {key: printable(value) for key, value in words.items()}
        return {key: value for key, (value, _) in values.items()}, sum(n for _, n in values.values())  # type: ignore[return-value]
    if isinstance(words, (list, tuple)) and not _is_bytes(words):
        parts = [printable(part) for part in words]
        return type(words)(part for part, _ in parts), sum(n for _, n in parts)
    return words, 0


def _is_bytes(words: list[object] | tuple[object, ...]) -> bool:
    return bool(words) and isinstance(words[0], int)


def _printable(text: str) -> tuple[str, int]:
    if text.isascii() and text.isprintable():
        return text, 0
    text = unicodedata.normalize("NFC", text)
    if all(map(_is_plain, set(text))):
        return text, 0
    signs = list(_signs(text))
    return "".join(signs), signs.count(LACKING) - text.count(LACKING)


def _is_plain(sign: str) -> bool:
    """Tell whether a sign is printed as it is, whatever stands beside it."""
    return sign not in _SPACES and (sign in _KEPT or _is_known(ord(sign)))


def _signs(text: str) -> Iterator[str]:
    """Yield what to print; of a sign in parts (a flag, a family, a mark on a strange letter) one placeholder."""
    before, is_lacking, is_half_flag = "", False, False
    for sign in text:
        code = ord(sign)
        is_mark = unicodedata.category(sign).startswith("M")
        belongs = is_mark or before == _JOINER or code in _SKINS
        if sign in _SPACES:
            yield " "
            is_lacking = False
        elif sign in _KEPT or _is_known(code):
            if not (is_lacking and (is_mark or sign == _JOINER)):
                yield sign
                is_lacking = False
        elif unicodedata.category(sign) not in _UNSEEN and not _is_selector(code):
            if not ((is_lacking and belongs) or is_half_flag):
                yield LACKING
            is_lacking = True
        is_half_flag = code in _FLAGS and not is_half_flag
        before = sign


def _is_selector(code: int) -> bool:
    """Tell what only chooses between pictures of the sign before it."""
    return 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF


def _is_known(code: int) -> bool:
    firsts, lasts = _ranges()
    place = bisect_right(firsts, code) - 1
    return place >= 0 and code <= lasts[place]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    lines = (FONTS / "signs.txt").read_text(encoding="ascii").split()
    pairs = [line.split("-") for line in lines]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]
