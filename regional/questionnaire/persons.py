"""What looks like something about a person in words that somebody typed: shown and asked about, never taken out.

Patterns only, and only here: nothing is sent anywhere. An organisation's own name is no person: "Moskeevereniging" or
"Stichting Slechtziend Limburg" tells nothing about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from regional.texts import N_

if TYPE_CHECKING:
    from regional.texts import Texts

_SMALL = r"(?:[Vv]an|[Dd]e[rn]?|het|'t|[Tt]e[nr]?|[Ll]a|[Ll]e|[Ee]l|[Aa]l|bin|ibn|von|zu|da|dos|di)"
_STREET = r"(?![\p{L}-]*(?:plein|straat|laan|weg|hof|gracht|kade|singel|park)(?!\p{L}))"
_NAME = rf"{_STREET}[A-ZÀ-ÖØ-Þ][\p{{L}}'’-]+"
_INITIALS = r"(?:[A-Z]\.\s?){1,4}"
_FULL = rf"(?:{_NAME}|{_INITIALS})(?:\s+{_SMALL}){{0,3}}\s*{_NAME}"
_TITLES = (
    "mw", "mevr", "mevrouw", "mej", "dhr", "de\\s+heer", "meneer", "mr", "mrs", "ms", "miss", "drs", "ir", "dr",
    "prof", "hr", "heer", "juf", "juffrouw", "meester", "zuster", "imam", "pastoor", "dominee", "ds", "pater",
)  # fmt: skip
_TITLED = (
    "(?<!\\p{L})(?:" + "|".join(f"[{title[0].upper()}{title[0]}]{title[1:]}" for title in _TITLES)
    + rf")\.?\s+(?:{_INITIALS}\s*)?(?:{_SMALL}\s+){{0,3}}{_NAME}"
)  # fmt: skip
_WORDS = (
    "ziek*", "ziekte*", "kanker", "depressi*", "autis*", "adhd", "dement*", "alzheimer", "diabet*", "burn-?out",
    "handicap*", "beperking", "rolstoel*", "blind", "slechtziend*", "doof", "dove", "slechthorend*", "verslaafd*",
    "verslaving", "zwanger", "psychi*", "hiv", "moslim*", "islam*", "christen*", "katholie*", "protestant*",
    "gereformeerd*", "joods*", "jood", "jodin", "hindoe*", "boeddhis*", "gelovig*", "bekeerd", "atheïst*", "homo",
    "homos*", "homoseks*", "lesb*", "biseks*", "transgender", "trans", "queer", "non-?binair", "lhbt*", "marokkaan*",
    "turk", "turks*", "surinam*", "syri*", "pools*", "pool", "oekra*", "eritre*", "somali*", "antilliaan*",
    "indisch*", "moluk*", "afghaan*", "irakees", "iraki", "iraans*", "chinees", "chinese", "vluchteling",
    "statushouder", "asielzoek*", "afkomst", "roma", "sinti", "ill", "sick", "cancer", "disabled", "muslim", "jewish",
    "gay", "lesbian", "refugee", "moroccan", "turkish", "syrian", "polish",
)  # fmt: skip
"""Health, faith, orientation and origin; a star stands for any ending."""
_SPECIAL = (
    "(?:"
    + "|".join(
        f"[{word[0].upper()}{word[0]}]{word[1:]}".replace("*", r"\p{L}*")
        for word in sorted(_WORDS, key=len, reverse=True)
    )
    + ")"
)


@dataclass(frozen=True)
class Pattern:
    """One kind of thing about a person: what it is called, and how it looks (``flags`` as in JavaScript)."""

    name: str
    pattern: str
    flags: str = "u"


PATTERNS = (
    Pattern(N_("an e-mail address"), r"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}"),
    Pattern(
        N_("a telephone number"),
        r"(?<![\p{N}\p{L}])(?:(?:\+|00)\s?31[\s.-]?(?:\(0\))?|\(?0)[\s.-]?[1-9](?:[\s().-]{0,2}\p{N}){7,8}(?!\p{N})",
    ),
    Pattern(N_("a telephone number"), r"(?<![\p{N}\p{L}])\+\s?[1-9](?:[\s().-]{0,2}\p{N}){8,13}(?!\p{N})"),
    Pattern(N_("a citizen number"), r"\b(?:bsn|burgerservicenummer|sofinummer|sofi)\b\D{0,12}\p{N}(?:[\s.]?\p{N}){7,8}",
            "iu"),
    Pattern(N_("a person with a title"), _TITLED),
)  # fmt: skip
_BESIDE = Pattern(
    N_("health, faith, orientation or origin beside a name"),
    rf"(?:{_FULL}|{_TITLED}).{{0,60}}?(?<!\p{{L}}){_SPECIAL}(?!\p{{L}})"
    rf"|(?<!\p{{L}}){_SPECIAL}(?!\p{{L}}).{{0,40}}?(?:{_FULL}|{_TITLED})"
    rf"|(?<!\p{{L}}){_NAME}\s+(?:is|was|heeft|has|werd)\s+(?:een\s+|a\s+|erg\s+)?{_SPECIAL}(?!\p{{L}})",
)
_ORGANISATION = (
    "stichting", "vereniging", "gemeente", "provincie", "school", "college", "museum", "fonds", "bibliotheek", "moskee",
    "kerk", "tempel", "synagoge", "parochie", "gemeenschap", "centrum", "huis", "bond", "raad", "dienst", "groep",
    "federatie", "organisatie", "instituut", "academie", "universiteit", "theater", "vzw", "bv", "nv", "coöperatie",
    "coa", "vluchtelingenwerk", "platform", "netwerk", "club", "koor", "ziekenhuis", "kliniek", "zorg", "foundation",
    "association", "church", "mosque", "platvorm", "werkgroep", "comité", "koepel", "kring", "atelier", "festival",
)  # fmt: skip
"""Words of an organisation's name: beside one of these a capital is no person's name."""


@dataclass(frozen=True)
class PersonFound:
    """Something that looks like a person: what kind it is, and the words."""

    name: str
    words: str


def persons_in(text: str, own_names: Iterable[str] = ()) -> tuple[PersonFound, ...]:
    """Return what in a text looks like something about a person.

    Parameters
    ----------
    own_names : names of organisations (the partner's own, the other partners'): what stands in them is no person.
    """
    found = _found(text)
    if not found:
        return ()
    # Most texts hold nothing, so that the names, which may be thousands, are seldom looked for.
    folded = text.casefold()
    own = [name for name in own_names if name and name.casefold() in folded]
    for name in sorted(own, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "·", text, flags=re.IGNORECASE)
    return _found(text) if own else found


def _found(text: str) -> tuple[PersonFound, ...]:
    found = [
        PersonFound(pattern.name, match[0].strip())
        for pattern in PATTERNS
        for match in _compiled(pattern).finditer(text)
    ]
    found += [
        PersonFound(_BESIDE.name, match[0].strip())
        for match in _compiled(_BESIDE).finditer(text)
        if not _is_organisation(match[0])
    ]
    found += [PersonFound(N_("a citizen number"), number) for number in _citizen_numbers(text)]
    return tuple(dict.fromkeys(found))


def _citizen_numbers(text: str) -> list[str]:
    from regional.partners.columns import is_citizen_number

    numbers = re.findall(r"(?<![\d.,€])\b\d{9}\b(?![\d.,])", text)
    return [number for number in numbers if is_citizen_number(number)]


def _is_organisation(words: str) -> bool:
    return any(mark in word for word in re.findall(r"\w+", words.casefold()) for mark in _ORGANISATION
               if len(mark) > 3 or word == mark)  # fmt: skip


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    """Return the pattern for Python, which has no property classes: letters are what ``str`` calls so."""
    written = pattern.pattern.replace(r"[\p{L}\p{N}._%+-]", r"[\w.%+-]").replace(r"[\p{L}\p{N}-]", r"[\w-]")
    written = re.sub(r"\[\\p\{L\}'’-\]", r"(?:[^\\W\\d_]|['’-])", written)
    written = written.replace(r"[\p{L}-]", r"(?:[^\W\d_]|-)").replace(r"[\p{N}\p{L}]", r"\w")
    written = written.replace(r"\p{N}", r"\d").replace(r"\p{L}", r"[^\W\d_]")
    return re.compile(written, re.IGNORECASE if "i" in pattern.flags else 0)


def for_script(t: Texts, own_names: Iterable[str] = ()) -> dict[str, object]:
    """Return the same patterns for the script of the form, named in the reader's language; ``own_names`` as above."""
    patterns = [{"name": t(one.name), "pattern": one.pattern, "flags": one.flags} for one in (*PATTERNS, _BESIDE)]
    return {"patterns": patterns, "organisations": list(_ORGANISATION), "names": [name for name in own_names if name]}
