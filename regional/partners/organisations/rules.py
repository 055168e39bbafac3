"""The rules of ``rules.csv``, matched on a name and on the line about the project.

A row has a ``pattern`` and an ``unless`` (alternatives with ``|`` between them; ``*`` stands for any letters, ``^`` for
the beginning, ``$`` for the end; words in capitals match capitals only) and what follows from it: ``type``, ``kind``,
``sector``, ``mainly_for`` (groups of the registry). What a row leaves empty is that of its type in ``types.csv``; "-"
is nothing. Steps, of which an earlier one blocks the later ones:

- ``before`` words that say that the rest of the name is not what it is ("Vrienden van het museum");
- ``what`` the kind of organisation; of several the first word of the name counts ("Theater De Kerk");
- ``whom`` a plain word for an age, little money or families: in the name, else in the line.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

HERE = Path(__file__).parent
STEPS = ("before", "what", "whom")
NOTHING = "-"
GROUPS = ("0-15", "15-25", "25-45", "45-65", "65+", "lowest_40", "with_children")
"""The only groups that a name or a line may say: ages, little money and families."""


class Wording:
    """Alternatives as the table writes them, with ``parts``: the letters of which some must stand in a text."""

    def __init__(self, words: str) -> None:
        self._alternatives = [word for word in words.split("|") if word]
        self.parts = frozenset(max(re.split(r"[*^$]", word.lower()), key=len) for word in self._alternatives)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The alternatives in one pattern; most are never needed, and to make it takes longer than to look."""
        return re.compile("|".join(map(_alternative, self._alternatives)) or r"(?!)")

    def search(self, text: Text) -> re.Match[str] | None:
        """Return where the first alternative stands in a text."""
        return None if self.parts.isdisjoint(text.parts) else self._pattern.search(text.text)


@dataclass(frozen=True)
class Rule:
    """One row of the table, compiled."""

    id: str
    step: str
    pattern: Wording
    unless: Wording
    type: str = ""
    kind: str = ""
    sector: str = ""
    mainly_for: tuple[str, ...] = ()
    why: str = ""
    measured: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Recognised:
    """What the rules make of an organisation; "" and () where they say nothing.

    ``rule`` is the id of the row that says what it is, ``words`` the part of the name that it went by; ``whom_rule``
    and ``whom_words`` those for the groups.
    """

    type: str = ""
    kind: str = ""
    sector: str = ""
    mainly_for: tuple[str, ...] = ()
    rule: str = ""
    words: str = ""
    whom_rule: str = ""
    whom_words: str = ""


_NOTHING = Recognised()


@dataclass(frozen=True)
class Text:
    """A name or line, folded, and which parts of the wordings stand in it."""

    text: str
    parts: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Text:
        """Return a text as the rules look at it."""
        if not text:  # most lists have no line about the project
            return cls("", frozenset())
        plain = folded(text)
        return cls(plain, frozenset(_parts_in(plain.lower())))


@lru_cache(maxsize=8_192)
def recognise(name: str, line: str = "") -> Recognised:
    """Return what the rules make of a name, and of the line about the project where the name says nothing.

    The name of a place alone ("Dieren", "Ridderkerk") says nothing.
    """
    from regional.partners.places.gazetteer import here
    from regional.partners.places.spelling import fold

    if fold(name) in here():
        return _NOTHING
    text = Text.of(name)
    found = _before(text) or _what(text)
    if found is None:
        whom = _whom(text) or _whom(Text.of(line))
        return Recognised(mainly_for=whom[0].mainly_for, whom_rule=whom[0].id, whom_words=whom[1]) if whom else _NOTHING
    rule, words = found
    by_whom = (rule.id, words) if rule.mainly_for else ("", "")
    return Recognised(rule.type, rule.kind, rule.sector, rule.mainly_for, rule.id, words, *by_whom)


def _before(text: Text) -> tuple[Rule, str] | None:
    return next((found for _, rule in _likely("before", text) if (found := _in(rule, text))), None)


def _what(text: Text) -> tuple[Rule, str] | None:
    """Return the rule whose word stands first; of those that begin there the one with most of the name."""
    found = [(match.start(), -len(match[0]), i, rule, match[0].strip())
             for i, rule in _likely("what", text) if (match := _match(rule, text))]  # fmt: skip
    return min(found)[3:] if found else None


def _whom(text: Text) -> tuple[Rule, str] | None:
    """Return the rule for the groups that a text names; None where it names groups of two rules."""
    found = [hit for _, rule in _likely("whom", text) if (hit := _in(rule, text))]
    return found[0] if len(found) == 1 else None


def _in(rule: Rule, text: Text) -> tuple[Rule, str] | None:
    match = _match(rule, text)
    return (rule, match[0].strip()) if match else None


def _match(rule: Rule, text: Text) -> re.Match[str] | None:
    """Return where a rule's words stand in a text, None where its ``unless`` stands there too."""
    match = rule.pattern.search(text)
    return None if match is None or rule.unless.search(text) else match


def _likely(step: str, text: Text) -> tuple[tuple[int, Rule], ...]:
    """Return the rules of a step of which letters stand in a text, each with its place in the table."""
    return _with_parts(step, text.parts) if text.parts else ()


@lru_cache(maxsize=4_096)
def _with_parts(step: str, parts: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    found = {i for part in parts for i in _by_part(step).get(part, ())}
    return tuple((i, rules(step)[i]) for i in sorted(found))


@cache
def _by_part(step: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, rule in enumerate(rules(step)):
        for part in rule.pattern.parts:
            found.setdefault(part, []).append(i)
    return found


@cache
def rules(step: str) -> tuple[Rule, ...]:
    """Return the rules of a step, in the order of the table."""
    return tuple(rule for rule in _table() if rule.step == step)


@cache
def types() -> dict[str, dict[str, str]]:
    """Return type -> what it says of kind, sector and mainly_for where its rule does not say so."""
    with (HERE / "types.csv").open(encoding="utf-8", newline="") as file:
        return {row["type"]: row for row in csv.DictReader(file)}


_START = 3
"""Letters by which parts are looked up: a word is gone through once, however many rules there are."""


def _parts_in(small: str) -> set[str]:
    """Return which parts of the wordings stand in a text in small letters, its words parted by one space."""
    found: set[str] = set()
    for word in small.split(" "):
        inside, perhaps = _of_word(word)
        found.update(inside)
        found.update(part for part in perhaps if part in small)
    return found


@lru_cache(maxsize=8_192)
def _of_word(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts that stand in a word, and those of several words of which the first may be its end."""
    short, by_start, by_head = _parts()
    inside = [part for part in short if part in word]
    for at in range(len(word) - _START + 1):
        inside += [part for part in by_start.get(word[at : at + _START], ()) if word.startswith(part, at)]
    return tuple(inside), tuple(part for at in range(len(word) + 1) for part in by_head.get(word[at:], ()))


@cache
def _parts() -> tuple[list[str], dict[str, list[str]], dict[str, list[str]]]:
    """Return the parts that are shorter than a beginning, the others by theirs, and those of several by the first."""
    every = {part for rule in _table() for wording in (rule.pattern, rule.unless) for part in wording.parts}
    by_start, by_head = dict[str, list[str]](), dict[str, list[str]]()
    for part in every:
        if " " in part:
            by_head.setdefault(part.partition(" ")[0], []).append(part)
        elif len(part) >= _START:
            by_start.setdefault(part[:_START], []).append(part)
    return [part for part in every if len(part) < _START], by_start, by_head


@cache
def _table() -> tuple[Rule, ...]:
    with (HERE / "rules.csv").open(encoding="utf-8", newline="") as file:
        return tuple(map(_rule, csv.DictReader(file)))


def _rule(row: dict[str, str]) -> Rule:
    of_type = types().get(row["type"], {})
    said = {field: row[field] or of_type.get(field, "") for field in ("kind", "sector", "mainly_for")}
    kind, sector, whom = ("" if said[f] == NOTHING else said[f] for f in ("kind", "sector", "mainly_for"))
    right, _, read = row["measured"].partition("/")
    return Rule(
        row["rule"], row["step"], Wording(row["pattern"]), Wording(row["unless"]),
        row["type"], kind, sector, tuple(whom.split()), row["why"], (int(right or 0), int(read or 0)),
    )  # fmt: skip


def _alternative(word: str) -> str:
    begins, ends = word.startswith("^"), word.endswith("$")
    bare = word.removeprefix("^").removesuffix("$")
    body = re.escape(bare).replace(r"\*", r"[\w'-]*").replace(r"\ ", r"\s+")
    if not re.fullmatch(r"[A-Z0-9 ]+", bare) or not any(map(str.isalpha, bare)):
        body = f"(?i:{body})"
    before = r"^(?i:stichting |vereniging |de |het |st )?" if begins else r"(?<![\w])"
    return f"{before}{body}" + (rf"(?i:\s+(?:{_FORM}))?$" if ends else r"(?!\w)")


_FORM = r"b ?v|n ?v|v ?o ?f|u ?a"
"""A legal form behind the last word of a name: the name ends before it."""


_POINTED = re.compile(r"\b(?:[^\W\d_]\.\s?){1,5}(?:[^\W\d_]\b\.?)")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-",
                         "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss",
                         "æ": "ae", "Æ": "Ae"})  # fmt: skip


_BETWEEN = re.compile(r"[.,;:\"()/]+")


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Return a text without accents, points in abbreviations ("R.K.B.S.") and odd quotes; capitals stay.

    >>> folded("St. Jozef R.K.B.S. – café ’t Hoekje")
    "St Jozef RKBS - cafe 't Hoekje"
    """
    plain = text.translate(_QUOTES)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if plain.count(".") > 1:
        plain = _POINTED.sub(lambda match: re.sub(r"[.\s]", "", match[0]) if match[0].count(".") > 1 else match[0],
                             plain)  # fmt: skip
    return " ".join(_BETWEEN.sub(" ", plain).split())
