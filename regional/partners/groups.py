"""Words for groups of inhabitants, as museums and registers write them, and the groups of the registry they mean.

``words/groups.csv`` holds the words. One that means one thing is understood; one that may mean more, or no group of
inhabitants at all, is asked, with the likeliest first.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from regional.partners.columns import plain

WORDS = Path(__file__).parent / "words" / "groups.csv"
EVERYBODY = "everyone"
_AGES = (("0-15", 0, 15), ("15-25", 15, 25), ("25-45", 25, 45), ("45-65", 45, 65), ("65+", 65, 100))


@dataclass(frozen=True)
class Groups:
    """What a cell says of groups: those understood, and the words to ask about with what each may mean, best first."""

    ids: tuple[str, ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()


def groups_in(cell: str) -> Groups:
    """Return the groups in a cell of one or several words; of several the good ones stay."""
    ids, unknown = known_groups(cell)
    return Groups(ids, tuple((word, likely_groups(word)) for word in unknown))


@lru_cache(maxsize=4_096)
def known_groups(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the groups that are understood in a cell, and the words that are not."""
    meanings = [(part, _meaning(part)[0]) for part in _parts(cell)]
    unknown = [part for part, groups in meanings if not groups]
    return tuple(dict.fromkeys(group for _, groups in meanings for group in groups)), tuple(dict.fromkeys(unknown))


def likely_groups(word: str) -> tuple[str, ...]:
    """Return what a word that is not understood may mean, best first."""
    return _meaning(word)[1] or _proposed(plain(word))


def _parts(cell: str) -> list[str]:
    """Cut a cell into the groups that it names; a whole that is known ("gezinnen met kinderen") is not cut."""
    found: list[str] = []
    for part in _APART.split(cell):
        text = part.strip(" .")
        if not text:
            continue
        whole = _meaning(text) != ((), ())
        cut = [text] if whole else _BETWEEN.split(text)
        found += [piece.strip(" .") for piece in cut if piece.strip(" .")]
    return found


_APART = re.compile(r"[;|\n•]")
_BETWEEN = re.compile(r",|/(?!m\b)|&|\s\+\s|(?<=[a-z])\+(?=[a-z])|\s(?:en|and|of|or|maar ook|alsmede)\s", re.IGNORECASE)
_BEFORE = re.compile(r"(?:alle|de|het|vooral|voornamelijk|met name|mn|o a|oa|onder andere|voor|doelgroep) (?=\w)")


@lru_cache(maxsize=4_096)
def _meaning(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the groups that a word, or the ages in it, means; in the second place those that it may mean."""
    brackets = _IN_BRACKETS.fullmatch(text) if text.endswith(")") else None
    around, inside = brackets.groups() if brackets else ("", "")
    if _ages(inside) != ((), ()):
        return _ages(inside)
    known = _table("yes")
    for word in dict.fromkeys((text, around, _PLUS.sub("", text))):
        for form in (plain(word), _BEFORE.sub("", plain(word))):
            if form in known:
                return known[form], ()
    return _ages(text)


_IN_BRACKETS, _PLUS = re.compile(r"(.+?)\s*\((.+)\)"), re.compile(r"(?<=[a-z])\+$", re.IGNORECASE)


@cache
def _table(understood: str) -> dict[str, tuple[str, ...]]:
    """Return plain word -> groups: with "yes" those that are understood, with "no" those to ask about."""
    from regional.partners.values import group_spellings

    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["word"], tuple(row["groups"].split()), row["understood"]) for row in csv.DictReader(file)]
    own = {plain(word): groups for word, groups, told in rows if told == understood}
    if understood == "no":
        return own
    taken = {plain(word) for word, *_ in rows}
    return own | {word: (group,) for word, group in group_spellings().items() if word not in taken}


@lru_cache(maxsize=4_096)
def _proposed(word: str) -> tuple[str, ...]:
    """Return what a word may mean: by the table, by a known word in it, by likeness; () where nothing is near."""
    from rapidfuzz import fuzz, process

    asked, every = _table("no"), _every()
    if word in asked:
        return asked[word]
    inside = [known for known in _inside().findall(word) if known]
    if inside:
        return every[max(inside, key=len)]
    near = process.extractOne(word[:60], every.keys(), scorer=fuzz.ratio, score_cutoff=80)
    return every[near[0]] if near else ()


@cache
def _every() -> dict[str, tuple[str, ...]]:
    return _table("yes") | _table("no")


@cache
def _inside() -> re.Pattern[str]:
    """Find known words inside another, at each place the longest that begins there."""
    known = sorted((re.escape(word) for word in _every() if len(word) > 4), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?=({'|'.join(known)})(?!\w))")


_TELLS_AGE = re.compile(r"\d|bouw", re.IGNORECASE)


def _ages(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the groups of "4-12 jaar", "60+", "onder 18", "groep 5-8"; as the second where they do not fit well."""
    if not _TELLS_AGE.search(text):
        return (), ()
    span = _age_span(re.sub("[–—]", "-", " ".join(text.casefold().split())))
    if span is None:
        return (), ()
    first, last = span
    if last <= first or last > 130:
        return (), ()
    if first <= 12 and last >= 75:
        return ((EVERYBODY,), ()) if first <= 4 and last >= 90 else ((), (EVERYBODY,))
    covered = {name: max(0, min(last, upper) - max(first, lower)) for name, lower, upper in _AGES}
    named = min(last, 100) - first
    within = tuple(
        name for name, lower, upper in _AGES if covered[name] >= (upper - lower) / 2 or covered[name] >= named / 2
    )
    outside = sum(years for name, years in covered.items() if name not in within)
    half = any(0 < covered[name] < (upper - lower) / 4 for name, lower, upper in _AGES if name in within)
    is_plain = outside <= 5 and not (half and len(within) > 1)
    return (within, ()) if is_plain else ((), within)


_YEARS = r"\s*(?:jaar|jr\.?|jarigen|jarige|years?|yrs)?"
_WHO = (
    r"(?:kinderen|jongeren|jeugd|leeftijd|leeftijden|mensen|volwassenen|ouderen|inwoners|leeftijdsgroep|iedereen"
    r"|studenten|scholieren|meisjes|jongens)?\s*(?:van\s*|tussen\s*(?:de\s*)?)?"
)
_SPAN = re.compile(rf"{_WHO}(\d{{1,2}})\s*(?:jaar\s*)?(-|tot en met|t/m|tot|to|à|en)\s*(\d{{1,3}}){_YEARS}")
_OLDER = re.compile(
    rf"{_WHO}(vanaf\s*|boven\s*(?:de\s*)?|ouder dan\s*|>=?\s*|≥\s*)?(\d{{1,2}}){_YEARS}"
    rf"\s*(\+\s*(?:ers)?{_YEARS}|-?\s?plus(?:sers?)?|en ouder|and older)?"
)
_YOUNGER = re.compile(
    rf"{_WHO}(?:(?:onder\s*(?:de\s*)?|tot\s*|t/m\s*|jonger dan\s*|<=?\s*|≤\s*)(\d{{1,2}}){_YEARS}"
    rf"|(\d{{1,2}})\s*(?:-|min)(?:ners)?{_YEARS})"
)
_SCHOOL = re.compile(
    r"(?:leerlingen\s)?(?:uit\s|van\s)?groep(?:en)?\s*([1-8])(?:\s*(?:-|t/m|tot en met|tot|en|,|/|\+)\s*(?:groep\s*)?"
    r"([1-8]))?(?:\s.*)?"
)
_CLASS = re.compile(
    r"(?:leerlingen\s)?(?:klas|klassen|leerjaar)\s*[1-6].*|(?:onder|boven)bouw\s*(?:vo|havo|vwo|vmbo).*"
)


def _age_span(text: str) -> tuple[int, int] | None:
    """Return the first age and the age after the last that a text names; None where it names none."""
    if school := _SCHOOL.fullmatch(text):
        return int(school[1]) + 3, int(school[2] or school[1]) + 5
    if _CLASS.fullmatch(text):
        return 12, 18
    if span := _SPAN.fullmatch(text):
        return int(span[1]), int(span[3]) + (span[2] in ("t/m", "tot en met"))
    older = _OLDER.fullmatch(text)
    if older and (older[1] or older[3]):
        return int(older[2]), 100
    younger = _YOUNGER.fullmatch(text)
    return (0, int(younger[1] or younger[2])) if younger else None
