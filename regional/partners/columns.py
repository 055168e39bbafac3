"""How headings, names and words are compared, and which cells are a person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_EMAIL = re.compile(r"(?:mailto:)?<?[^@\s]+@[^@\s]+\.[^@\s]{2,}>?", re.IGNORECASE)
_NO_FIGURE, _DAY = re.compile(r"\D"), re.compile(r"\d{2}-\d{2}-\d{4}")
_PHONE = re.compile(r"(?:tel\.?:?\s*)?(?:\+|00|0)[1-9(][\d\s\-./()]{7,18}", re.IGNORECASE)


_SIGNS = str.maketrans(dict.fromkeys("_-./%()€:;,*?!'’`\"", " "))


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Return a text without accents, case, underscores and double spaces: what headings and names are compared by."""
    if text.isascii():  # most cells are, and need no decomposing
        if text.isalnum():
            return text.lower()
    else:
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().translate(_SIGNS).split())


def holds_persons(cells: Iterable[str]) -> bool:
    """Tell whether most filled cells are e-mail addresses, phone numbers or citizen numbers, whatever the heading."""
    filled = [cell for cell in cells if cell]
    found = sum(map(_is_of_a_person, filled))
    return found * 2 > len(filled)


def _is_of_a_person(cell: str) -> bool:
    if "@" in cell and _EMAIL.fullmatch(cell):
        return True
    if _PHONE.fullmatch(cell) and not _DAY.fullmatch(cell) and 9 <= len(_NO_FIGURE.sub("", cell)) <= 15:
        return True
    return is_citizen_number(cell)


def is_citizen_number(digits: str) -> bool:
    """Tell whether nine figures pass the check of the Dutch BSN: weighed 9 to 2 and -1, they divide by eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != 9 or not digits.isdecimal() or int(digits) % 100_000 == 0:  # round amounts are no citizen numbers
        return False
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0
