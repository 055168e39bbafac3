"""How a name of a place may be written: what names are compared by, and what stands around them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[^\w]+|_+")
_SAINT = re.compile(r"\bs(?:in)?te?\b|\bst(?=\s)")
_ON_THE = re.compile(r"(?<=\w )(?:a d|ad|aan d(?:e|en|er))(?= \w)")


@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """Return what names of places are compared by.

    Without accents, capitals, signs and what cannot be seen; ij is y, Sint is St, "a/d" and "aan den" are "aan de".
    """
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cf"))
    plain = _SIGNS.sub(" ", text.casefold()).strip().replace("ij", "y")
    if "s" in plain:
        plain = _SAINT.sub("st", plain)
    return _ON_THE.sub("aan de", plain) if " a" in plain else plain


def visible(text: str) -> str:
    """Return a text without zero widths and other signs of format, its spaces single."""
    if not text.isascii():
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


_SHORT = tuple((re.compile(short), full) for short, full in (
    (r"^nw(?= )", "nieuw"), (r"^o(?= )", "oud"), (r"^n(?= )", "noord"), (r"^n(?= )", "nieuw"), (r"^z(?= )", "zuid"),
    (r"^h i(?= )", "hendrik ido"), (r"(?<= )v(?= )", "van"), (r"(?<= )o z(?:oom)?$", "op zoom"),
    (r"(?<= )b d?(?= )", "by"), (r"(?<= )a z$", "aan zee"), (r" (?:aan|a) (?:zee|z)$", ""),
    (r"(?<= )aan d(?= )", "aan de"), (r"^s(?=[gh])", "s "), (r" c a$", ""), (r"^(.+) (de|den|het|t|s)$", r"\2 \1"),
))  # fmt: skip
"""What people leave out of a name, or turn round: "Nw. Vennep", "Hoek v. Holland", "Noordwijk a/z", "Bilt (De)"."""


def in_full(name: str) -> list[str]:
    """Return what a folded name may be in full, where something in it may be short for more."""
    if not _ANY_SHORT.search(name):
        return []
    return [full for short, long in _SHORT if (full := short.sub(long, name)) != name]


_ANY_SHORT = re.compile("|".join(short.pattern for short, _ in _SHORT))


_ARTICLES = ("de", "den", "het", "t", "s", "ter", "ten", "la", "le", "the")


def turned(text: str) -> str:
    """Return "De Bilt" for "Bilt, De" and "'s-Hertogenbosch" for "Hertogenbosch, 's-"; any other text as it is."""
    name, comma, article = text.rpartition(",")
    return f"{article.strip()} {name.strip()}" if comma and fold(article) in _ARTICLES else text


POSTCODE = re.compile(r"(?<![\w-])(?:NL[\s-]*)?([1-9]\d{3})(?:[\s-]?([A-Za-z]{2}))?(?![\w-])")
ABROAD = re.compile(r"^(?:(D|B|F|L|A|CH|DE|BE|FR|LU|AT)[\s-]+)(?=\d|[A-Z][a-z])")
"""A country before a postcode or a name, as the post writes it: "D-52062 Aachen", "B-Hasselt"."""
FIVE = re.compile(r"(?<!\w)\d{5}(?!\w)")
"""A postcode of Germany, France or another country, never a Dutch one."""
BRITISH = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
"""A postcode of the United Kingdom."""
_AROUND = re.compile(r"(?i)^(?:(?:de )?gemeente|gem\.?|te|plaats|stad)\s+(?=\S)"
                     r"|[\s,]+(?:e\.?\s?o\.?|en omgeving|en omstreken|en directe omgeving)\s*$")  # fmt: skip
_CUT = re.compile(r"[,;()\[\]\n|]|\s[-–—]\s")


def bare(text: str) -> str:
    """Leave out what stands before or behind a name: "gemeente Heerlen", "Heerlen e.o."."""
    return _AROUND.sub("", text).strip(" .,-") or text


def parts(text: str) -> list[str]:
    """Cut at commas, brackets and dashes between spaces: a name with what somebody added."""
    return [part.strip(" .-") for part in _CUT.split(text) if part.strip(" .-")]
