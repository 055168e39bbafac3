"""What each column of a list is: by the word above it, and by its cells.

A column of years is no name, whatever stands above it, and a column of places is one. Where word and cells leave a
doubt the guess is used, and asked with three of its values.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regional.partners.columns import plain
from regional.partners.headings import HINT, NOTHING, known_words
from regional.partners.lists.looks import CellLooks, looks_of

NAME, AMOUNT, YEAR = "naam", "bedrag", "jaar"
SURE, LEAST = 0.75, 0.35
"""From which score nothing is asked, and below which a column is not read."""
SHOWN = 3
"""Values of a column that a question shows."""
_FEW, _OF_OWN = 3, -0.65
"""Cells that are too few to contradict a heading of ours, and the least fit of the cells below one."""
_AROUND = frozenset(
    ["in", "over", "jaar", "euro", "eur", "k", "voor", "per", "het", "de", "excl", "incl", "btw", "x", "1", "000", 
     "1000", "dzd", "mln"]
)  # fmt: skip


@dataclass(frozen=True)
class Guess:
    """What a column is taken for: the name of a column, or "bedrag_2024" for one year's amounts; "" where not read.

    ``values``: the first different cells; ``others``: what else it may be, the likeliest first.
    """

    position: int
    heading: str
    column: str
    is_sure: bool
    values: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def signature(headings: Iterable[str]) -> str:
    """Return what a kind of file is known by: its headings, whatever their order and spelling, years apart."""
    forms = sorted({re.sub(r"\d{4}", "#", plain(heading)) for heading in headings if heading})
    return hashlib.sha256("|".join(forms).encode()).hexdigest()[:16]


def guesses(
    headings: Mapping[int, str], cells: Mapping[int, Sequence[str]], answered: Mapping[str, str] | None = None
) -> list[Guess]:
    """Return a guess for every column, in their order; ``headings`` and ``cells`` by position.

    ``answered`` (heading -> column, or NOTHING) goes before everything else. No two columns are taken for the same;
    the likelier one is.
    """
    own = answered or {}
    found = {position: looks_of(cells[position]) for position in headings}
    taken: dict[int, tuple[str, float]] = {}
    for position, heading in headings.items():
        column = own.get(heading, "")
        if is_column(column) and column not in {name for name, _ in taken.values()}:
            taken[position] = (column, 1.0)
    scores = {p: _scores(heading, found[p]) for p, heading in headings.items() if heading not in own}
    ranked = sorted(
        ((score, -position, column) for position, by_column in scores.items() for column, score in by_column.items()),
        reverse=True,
    )
    for score, place, column in ranked:
        if score >= LEAST and -place not in taken and column not in {name for name, _ in taken.values()}:
            taken[-place] = (column, score)
    return [
        Guess(position, heading, *_settled(taken.get(position)), found[position].samples[:SHOWN],
              tuple(sorted(scores.get(position, {}), key=lambda c: -scores[position][c]))[:4])
        for position, heading in headings.items()
    ]  # fmt: skip


def _settled(found: tuple[str, float] | None) -> tuple[str, bool]:
    return (found[0], found[1] >= SURE) if found else ("", True)


def is_column(name: str) -> bool:
    """Tell whether a name is that of a column that can be read."""
    return bool(re.fullmatch(r"bedrag_(?:19|20)\d\d", name)) or name in _column_names()


@lru_cache(maxsize=1)
def _column_names() -> frozenset[str]:
    return frozenset(column for column, _ in known_words().values()) - {NOTHING}


def likely_heading(cell: str) -> float:
    """Return from 0 to 1 how much a cell looks like a heading, by the words that are known."""
    form = plain(cell)
    if not (form or "€" in cell) or len(form) > 60 or (not re.search("[a-z€]", cell.casefold()) and not _year_of(cell)):
        return 0.0
    if form in known_words():
        return 1.0
    return max(by_word(cell).values(), default=0.0) * (1.0 if len(form.split()) < 6 else 0.3)


def is_known_heading(cell: str) -> bool:
    """Tell whether a cell is a heading that is known, with or without a year or what stands in brackets behind it."""
    known = known_words()
    return plain(cell) in known or any(plain(extra.sub(" ", cell)) in known for extra in _EXTRA if extra.search(cell))


_EXTRA = (re.compile(r"\(.*?\)|\[.*?\]"), re.compile(r"\b(?:19|20)\d\d\b"))


def _scores(heading: str, found: CellLooks) -> dict[str, float]:
    """Return column -> how likely a column with this heading and these cells is that one, from 0 to about 1.4."""
    words = by_word(heading)
    if NOTHING in words:
        return {}
    scores = {}
    for column in {*words, *found.columns}:
        fit = found.fit(column)
        if _is_own(plain(heading), column, found.n):  # a wrong cell below it is told, and not believed
            fit = max(fit, _OF_OWN)
        if fit > -0.8 and (found.n or column in words):
            scores[column] = words[column] + 0.4 * fit if column in words else 0.6 * fit - 0.1
    return scores


def _is_own(form: str, column: str, n: int) -> bool:
    """Tell whether a heading is ours: the column's own name, or above a few cells only another name of it."""
    return form == plain(column) or (n < _FEW and known_words().get(form) == (column, 1.0))


@lru_cache(maxsize=2_048)
def by_word(heading: str) -> Mapping[str, float]:
    """Return column -> how likely it is by its heading alone; NOTHING where the word says that it is none of ours."""
    form = plain(heading)
    if form in known_words():
        column, score = known_words()[form]
        return {column: score}
    year = _year_of(heading)
    if year:
        return {year: 0.7}
    if "€" in heading and not form:
        return {AMOUNT: 0.9}
    without = re.sub(r"\(.*?\)|\[.*?\]", " ", heading)
    if plain(without) != form and plain(without):
        return by_word(without)
    return _by_parts(form)


def _year_of(heading: str) -> str:
    """Return "bedrag_2024" for "2024", "Bedrag 2024", "Subsidie 2024 (x € 1.000)"; "" for other headings."""
    found = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", heading)
    if len(found) != 1:
        return ""
    rest = plain(re.sub(r"\(.*?\)|(?:19|20)\d\d", " ", heading))
    words = [word for word in rest.split() if word not in _AROUND]
    about = [known_words().get(word, ("", 0.0))[0] for word in (rest, " ".join(words), *words)]
    return f"bedrag_{found[0]}" if not words or AMOUNT in about else ""


def _by_parts(form: str) -> dict[str, float]:
    """Return what the words inside a heading may mean; a longer one weighs more."""
    scores: dict[str, float] = {}
    for word, (column, score) in known_words().items():
        if len(word) < 4 or column == NOTHING or word not in form:
            continue
        whole = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", form)
        if whole or (len(word) > 4 and (form.startswith(word) or form.endswith(word))):
            likely = score * (0.35 + 0.1 * bool(whole) + 0.25 * len(word) / len(form))
            scores[column] = max(scores.get(column, 0.0), likely)
    return scores or _by_likeness(form)


def _by_likeness(form: str) -> dict[str, float]:
    from rapidfuzz import fuzz, process

    near = process.extractOne(form[:60], list(known_words()), scorer=fuzz.ratio, score_cutoff=84)
    column = known_words()[near[0]][0] if near else NOTHING
    return {} if column == NOTHING else {column: HINT}
