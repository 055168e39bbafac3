"""Partners' names in what a museum types: nothing typed by hand may tell who the partners are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import accumulate

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_FORMS = re.compile(
    r"^(?:de |het |the )?(?:(?:stichting|st|vereniging|ver|cooperatie|cooperatieve|maatschap|foundation|vakif)"
    r"\b ?)+|(?: (?:b ?v|n ?v|v ?o ?f|c ?v|u ?a|stichting|vereniging|foundation|ltd|gmbh|e ?v|inc))+$"
)
"""Legal forms, which people leave out when they speak of a partner."""
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_INITIALS = re.compile(r"\b([^\W\d]) (?=[^\W\d]\b)")
"""The space inside A.Z.C., which is AZC."""
_LEAST, _LOOSE = 3, 6
"""Letters of the shortest name that counts, and of the shortest that counts with its spaces elsewhere."""


def named_in(text: str, names: Collection[str]) -> list[str]:
    """Return which of ``names`` (3 characters or more) stand in ``text`` as whole words.

    Case, accents, invisible signs and punctuation make no difference, nor does a legal form that was left out, nor
    in a longer name where its spaces are ("www.derodedraad.nl", "Zonne-bloem"). What without its legal form is a
    single word counts only where it is written with a capital and is no municipality: it may be a word like any other
    ("Stichting Jongeren").
    """
    words = _Words(text)
    return [name for name in names if _stands(name, words)]


class _Words:
    """A text, ready to look for names in."""

    def __init__(self, text: str) -> None:
        self.folded = f" {_folded(text)} "
        self.proper = _capitalised(text)
        words = self.folded.split()
        self._joined, self._edges = "".join(words), {0, *accumulate(map(len, words))}

    def hold(self, name: str) -> bool:
        """Tell whether a folded name stands here."""
        if f" {name} " in self.folded or (_WITHOUT_SPACES.search(name) and name in self.folded):
            return True
        joined = name.replace(" ", "")
        return len(joined) >= _LOOSE and joined in self._joined and self._holds_joined(joined)

    def _holds_joined(self, joined: str) -> bool:
        starts = (found.start() for found in re.finditer(f"(?={re.escape(joined)})", self._joined))
        return any({start, start + len(joined)} <= self._edges for start in starts)


def _stands(name: str, words: _Words) -> bool:
    whole = _folded(name)
    if len(whole) < _LEAST:
        return False
    if words.hold(whole):
        return True
    core = _FORMS.sub("", whole).strip()
    if core == whole or len(core) < _LEAST:
        return False
    return words.hold(core) if " " in core else core in words.proper and core not in _places()


def _folded(text: str) -> str:
    """Return the words of a text in small letters, with one space between them and nothing else."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    split = unicodedata.normalize("NFKD", seen.casefold().translate(_LETTERS))
    bare = "".join(sign for sign in split if not unicodedata.category(sign).startswith("M"))
    words = " ".join(re.sub(r"[\W_]+", " ", bare.translate(_LETTERS)).split())
    return _INITIALS.sub(r"\1", words)


def _capitalised(text: str) -> set[str]:
    """Return the words of a text that begin with a capital, folded."""
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    return {_folded(word) for word in re.findall(r"[^\W_]+", seen) if word[:1].isupper() or not word[:1].islower()}


@cache
def _places() -> frozenset[str]:
    from regional.partners.places import municipality_names

    return frozenset(_folded(name) for name in municipality_names().values())
