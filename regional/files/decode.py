"""From bytes to text, in every code page that Excel on Windows, Mac and DOS writes; what was mended is told.

UTF-8 (also with some bad bytes, also written twice), UTF-16 with and without a mark, Windows-1252 and -1254,
ISO 8859-15, MacRoman and the DOS page 850. Letters alone decide between the last ones: an "Ž" in the middle of a word
is no Windows, an "é" there is a Mac. Imports nothing of the rest, so that the reading process starts quickly.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

CODE_PAGES = ("cp1252", "mac_roman", "cp858", "iso8859_15", "cp1254")
"""Candidates for a file that is no Unicode, the likeliest first."""
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"RIFF", b"{\\rtf",
          b"SQLite format 3", b"\x7fELF", b"MZ\x90", b"OggS", b"ID3", b"II*\x00", b"MM\x00*")  # fmt: skip
MARKUP = ("<!doctype", "<html", "<?xml", "{\\rtf", "%pdf", "<table", '{"', "[{")
MOST_CONTROL = 0.1
"""Of the signs of a text; what has more control characters is no text."""


class NoTextError(Exception):
    """The bytes are no text."""


@dataclass(frozen=True)
class Note:
    """Something that was mended or lost: a code and how often. Never a word of the file, which may be a person's."""

    code: str
    n: int


@dataclass(frozen=True)
class Decoded:
    """A text, the code page it was read in, and what is to be told about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...]


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises
    ------
    NoTextError
        A picture, an archive, a PDF, a web page, or bytes that hold no text.
    """
    if data.lstrip()[:16].startswith(BINARY):
        raise NoTextError
    text, encoding, bad = _decoded(data)
    text = text.replace("\ufeff", "")
    if text[:200].lstrip().casefold().startswith(MARKUP):
        raise NoTextError
    text, notes = mend(text)
    if bad:
        notes = (bad, *notes)
    elif encoding not in ("utf-8", "utf-16", "cp1252"):
        notes = (Note("code_page", 1), *notes)
    return Decoded(text, encoding, notes)


def _decoded(data: bytes) -> tuple[str, str, Note | None]:
    """Return the text, its code page, and a note where some bytes did not fit it."""
    wide = _utf16(data)
    if wide:
        return data[: len(data) // 2 * 2].decode(wide, errors="replace"), "utf-16", None
    try:
        return data.decode("utf-8"), "utf-8", None
    except UnicodeDecodeError:
        pass
    good, bad = _unicode_share(data)
    if data.startswith(b"\xef\xbb\xbf") or (good and good * 3 >= bad):
        return _with_bad_bytes(data)
    page = _code_page(data)
    return data.decode(page, errors="replace"), page, None


def _utf16(data: bytes) -> str:
    """Return the UTF-16 of a file with a mark, or with every second byte nearly always zero; "" where it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:4_000]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if max(even, odd) < 0.5 or min(even, odd) > 0.1:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _unicode_share(data: bytes) -> tuple[int, int]:
    """Return how many letters are whole in UTF-8 and how many bytes are left over."""
    rest, whole = _SEQUENCE.subn(b"", data)
    return whole, len(re.findall(rb"[\x80-\xff]", rest))


def _with_bad_bytes(data: bytes) -> tuple[str, str, Note | None]:
    """Read UTF-8 and, byte by byte, what is none of it: a letter of another code page, or the half of a letter."""
    rough = data.decode("utf-8", errors="surrogateescape")
    rough_count = len(re.findall("[\udc80-\udcff]", rough))
    page = max(CODE_PAGES, key=lambda name: (_plausible(_replaced(rough, name)), -CODE_PAGES.index(name)))
    return _replaced(rough, page), "utf-8", Note("bad_bytes", rough_count)


def _replaced(rough: str, page: str) -> str:
    def letter(found: re.Match[str]) -> str:
        byte = bytes([ord(found[0]) - 0xDC00])
        if byte in b"\xc2\xc3\xc4\xc5":  # the first half of a letter in UTF-8
            return "\ufffd"
        return byte.decode(page, errors="replace")

    return re.sub("[\udc80-\udcff]", letter, rough)


def _code_page(data: bytes) -> str:
    """Return the code page in which the letters stand where letters of Dutch texts do."""
    lines = b"\n".join(line for line in re.split(rb"[\r\n;,\t]", data) if re.search(rb"[\x80-\xff]", line))[:100_000]
    scores = {page: _plausible(lines.decode(page, errors="replace")) for page in CODE_PAGES}
    best = max(scores.values())
    return next(page for page in CODE_PAGES if scores[page] >= best - 1e-9)


_NOT_ASCII = re.compile("[^\x00-\x7f]")
_LIKELY = {
    **dict.fromkeys("éë", 5.0), **dict.fromkeys("ïöüè", 4.0), **dict.fromkeys("áóê", 3.0), **dict.fromkeys("ç", 2.8),
    **dict.fromkeys("íúâàôûñäî", 2.3), **dict.fromkeys("øåæßìòùÿ", 1.0), **dict.fromkeys("ãõýğışœ", 0.5),
}  # fmt: skip
"""How likely a letter beyond ASCII is in the names of a Dutch list."""
_VOWEL, _HAT = re.compile("[aeiouAEIOU]"), re.compile("[lLrRnNdDkKpP]")


def _plausible(text: str) -> float:
    """Return how well the signs beyond ASCII stand where they do; higher is better."""
    return sum(_fits(text, found.start()) for found in _NOT_ASCII.finditer(text))


def _fits(text: str, at: int) -> float:
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign.isalpha() and sign not in "ªºƒ":
        return _letter_fits(sign, before, after)
    inside = before.isalpha() and after.isalpha()
    if sign in "’‘'":
        return 3.0 if before.isalpha() or after.isalpha() else 0.5
    if sign == "€":
        return -3.0 if after.isalpha() or before.isalpha() else 4.0
    if sign in "“”„«»":
        return -4.0 if inside else 2.5
    if sign in "–—…•°½¼²®©™±×·\xa0":
        return -2.0 if inside else 1.5
    return -5.0


def _letter_fits(sign: str, before: str, after: str) -> float:
    likely = _LIKELY.get(sign.casefold(), -3.0)
    if not (before.isalpha() or after.isalpha()):
        return likely - 3.0
    if sign.isupper():
        return likely - (6.0 if before.islower() else 1.0)
    bonus = 2.0 if sign in "ëïöü" and _VOWEL.match(before) else -1.5 if sign in "ëï" and before.isalpha() else 0.0
    bonus += 2.0 if sign == "ç" and after in "aou" else -3.0 if sign in "áàâ" and before in "aA" else 0.0
    bonus += 1.5 if sign in "âêûô" and _HAT.match(before) and after.isalpha() else 0.0
    bonus -= 2.0 if sign in "âêîûôàìòù" and not after.isalpha() else 0.0  # "Zoë", and hardly ever a "Zoâ"
    return likely + bonus - (1.5 if before.isupper() and after.isupper() else 0.0)


_LOST = dict(zip("\x13\x14\x18\x19\x1c\x1d", "–—‘’“”", strict=True))
"""Signs that lost their high byte on the way (U+2019 became 0x19)."""
_SEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff"
_UNSEEN = "\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_CONTROL = re.compile(f"[{_SEEN}{_UNSEEN}]|_x00[01][0-9A-F]_")
_TOLD = re.compile(f"[{_SEEN}]|_x00[01][0-9A-F]_")
"""Control characters that are worth a word; an invisible mark between two letters is not."""
_SPOILT = re.compile("[ÂÃÄÅâðÐ├┬ÔïΓ¬√‚][^\x00-\x7f]|Ã ")
_ENTITY = re.compile(
    r"&(?:amp|nbsp|apos|euro|#39|#0?38|#[1-9]\d{2,4}|#x[0-9A-Fa-f]{2,4}|[lr]squo|[nm]dash|szlig|oslash|aelig"
    r"|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring));"
)


def mend(text: str) -> tuple[str, tuple[Note, ...]]:
    """Take control characters out of a text and set right what other programs spoilt; say what was done.

    Raises
    ------
    NoTextError
        Where a tenth of it or more is no sign that can be read.
    """
    notes = []
    told = _TOLD.findall(text)
    if len([sign for sign in told if sign not in _LOST]) > max(MOST_CONTROL * len(text), 1):
        raise NoTextError
    if told:
        notes.append(Note("control_characters", len(told)))
    text = _CONTROL.sub(_readable, text)
    for code, pattern, better in (("entities", _ENTITY, html.unescape), ("letters_mended", _SPOILT, _read_again)):
        text, note = _mend_lines(text, code, pattern, better)
        notes += [note] if note else []
    lost = text.count("\ufffd")
    if lost:
        notes.append(Note("letters_lost", lost))
    return text, tuple(notes)


def _readable(found: re.Match[str]) -> str:
    sign = found[0]
    sign = chr(int(sign[2:6], 16)) if sign.startswith("_x") else sign
    return " " if sign in "\t\n\r\x0b\x0c\u2028\u2029" else _LOST.get(sign, "")


def _mend_lines(
    text: str, code: str, pattern: re.Pattern[str], better: Callable[[str], str]
) -> tuple[str, Note | None]:
    """Mend the lines in which the pattern occurs, and note how many changed."""
    if not pattern.search(text):
        return text, None
    lines = text.split("\n")
    mended = [better(line) if pattern.search(line) else line for line in lines]
    n = sum(new != old for new, old in zip(mended, lines, strict=True))
    return "\n".join(mended), Note(code, n) if n else None


@lru_cache(maxsize=1_024)
def _read_again(line: str) -> str:
    """Return a line whose letters were UTF-8 read as another code page, and written so (Ã© for é), read as UTF-8."""
    import ftfy  # takes a moment, and few files need it

    for _ in range(2):
        line = ftfy.fix_encoding(_RUN.sub(_from_other_page, line))
    return line


_RUN = re.compile("[^\x00-\x7f]{2,8}")
_WANTED = frozenset({*_LIKELY, *"".join(_LIKELY).upper(), *"‘’“”„–—…€°²½\xa0"})


def _from_other_page(found: re.Match[str]) -> str:
    """Return what stood there before a Mac or DOS read it; only signs that Dutch texts hold are believed."""
    for page in ("mac_roman", "cp850", "cp437"):
        try:
            text = found[0].encode(page).decode("utf-8")
        except UnicodeError:
            continue
        if set(text) <= _WANTED:
            return text
    return found[0]
