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

from regional.partners.columns import is_citizen_number
from regional.texts import N_

if TYPE_CHECKING:
    from regional.texts import Texts

_SMALL = r"(?:[Vv]an|[Dd]e[rn]?|het|'t|[Tt]e[nr]?|[Ll]a|[Ll]e|[Ee]l|[Aa]l|bin|ibn|von|zu|da|dos|di)"
_STREET = r"(?![\p{L}-]*(?:(?:plein|straat|laan|weg|gracht|kade|singel|park)(?!\p{L})|hof\s+\p{N}))"
_NAME = rf"(?<![\p{{L}}’'-]){_STREET}[A-ZÀ-ÖØ-ÞİŞČŠŽŁ][\p{{L}}’'-]+(?![\p{{L}}’'-])"
"""Whole words only: what may be cut in many ways takes forever on a text that somebody made for it."""
_INITIALS = r"(?:[A-Z]\.\s?){1,4}"
_FULL = rf"(?:{_NAME}\s|{_INITIALS})\s*(?:{_SMALL}\s+){{0,3}}{_NAME}(?:\s+{_NAME}){{0,3}}"
_SOMEBODY = rf"(?<!\p{{L}})(?=(?<name>(?:\p{{L}}+\s+)?{_FULL}))\k<name>"
"""A name with the word before it, found in one way only, whatever comes behind."""


def _any_of(words: Iterable[str], *, capitals: bool = False) -> str:
    """Return a pattern of words, the longest first, with or without a capital; a star stands for any ending."""
    first = [f"[{word[0].upper()}{word[0]}]{word[1:].upper() if capitals else word[1:]}" for word in words]
    return "(?:" + "|".join(sorted(first, key=len, reverse=True)).replace("*", r"\p{L}*") + ")"


_POLITE = ("mw", "mevr", "mevrouw", "mej", "dhr", "de\\s+heer", "meneer", "mrs", "ms", "hr", "heer")
_SHORT = ("mw", "mevr", "dhr", "mej")
_LEARNED = (
    "mr", "miss", "drs", "ir", "dr", "prof", "juf", "juffrouw", "meester", "zuster", "imam", "pastoor", "dominee", "ds",
    "pater",
)  # fmt: skip
_REST = rf"\.?\s+(?:{_INITIALS}\s*)?(?:{_SMALL}\s+){{0,3}}{_NAME}"
_TITLED = (
    rf"(?<!\p{{L}})(?:{_any_of(_POLITE)}{_REST}|{_any_of(_SHORT, capitals=True)}{_REST}"
    rf"|{_any_of(_SHORT)}(?:\.\s*|\s+)\p{{L}}{{3,}})"
)
_DOCTOR = rf"(?<!\p{{L}})(?<name>{_any_of(_LEARNED)}{_REST}(?:\s+{_NAME}){{0,3}})"
_WORDS = (
    "ziek", "zieke", "ziekte*", "kanker*", "longkanker", "borstkanker", "darmkanker", "prostaatkanker",
    "long-?covid", "covid", "migraine", "astma*", "beroerte", "hersenletsel", "hartklacht*", "hartpati*",
    "psycholo*", "depressi*", "autis*", "adhd", "dement*", "alzheimer", "diabet*", "burn-?out", "parkinson",
    "reuma", "epilep*", "schizofr*", "handicap*", "gehandicapt*", "beperking", "rolstoel*", "blind", "blinde",
    "slechtziend*", "doof", "dove", "slechthorend*", "verslaafd*", "verslaving", "zwanger", "psychi*", "hiv",
    "moslim*", "islam*", "christen*", "katholie*", "protestant*", "gereformeerd*", "joods*", "jood", "jodin",
    "hindoe*", "boeddhis*", "gelovig*", "bekeerd", "atheïst*", "homo", "homos*", "homoseks*", "lesb*", "biseks*",
    "transgender", "trans", "transvrouw", "transman", "queer", "non-?binair", "lhbt*", "marokkaan*", "turk",
    "turks*", "surinam*", "syri*", "pools*", "pool", "oekra*", "eritre*", "somali*", "antilliaan*", "indisch*",
    "moluk*", "afghaan*", "irakees", "iraki", "iraans*", "chinees", "chinese", "vluchteling", "statushouder",
    "asielzoek*", "afkomst", "roma", "sinti", "ill", "sick", "cancer", "disabled", "muslim", "jewish", "gay",
    "lesbian", "refugee", "moroccan", "turkish", "syrian", "polish", "hoofddoek*", "bidt",
)  # fmt: skip
"""Health, faith, orientation and origin; a star stands for any ending."""
_COUNTRIES = (
    "marokko", "turkije", "syrië", "suriname", "eritrea", "somalië", "oekraïne", "polen", "afghanistan", "irak", "iran",
    "morocco", "turkey", "syria", "ukraine", "poland",
)  # fmt: skip
_GROUP = _any_of((
    "ouderen", "gezin*", "mensen", "kinderen", "jongeren", "vrouwen", "mannen", "inwoner*", "bewoner*", "gemeenschap*",
    "cultu*", "families", "vluchtelingen", "bezoeker*", "groep*", "meisjes", "jongens", "leerlingen", "studenten",
    "cliënten", "patiënten", "deelnemers", "erfgoed", "muziek", "keuken", "buurt*", "wijk*", "people", "children",
    "women", "men", "communit*", "visitors", "groups",
))  # fmt: skip
_SPECIAL = (
    rf"(?<!\p{{L}})(?:{_any_of(_WORDS)}|(?:[Uu]it|from)\s+{_any_of(_COUNTRIES)})(?![\p{{L}}-])"
    rf"(?!\s+(?:(?:en|of|and|or)\s+[\p{{L}}-]+\s+)?{_GROUP}(?!\p{{L}}))"
)
_OF_OTHERS = _any_of(("voor", "onder", "tussen", "aan", "werk*", "samen", "opvang", "for", "among", "work*"))
_GAP = rf"(?:(?!(?<!\p{{L}})(?:{_OF_OTHERS}|{_GROUP})(?!\p{{L}}))[^;!?\n]){{0,60}}?"
"""Words between a name and what is said of it: not what somebody does for others."""
_ROLE = _any_of((
    "man", "vrouw", "jongen", "meisje", "mevrouw", "meneer", "collega", "vrijwillig*", "medewerk*", "kunstenaar",
    "zanger*", "stagiair*", "vluchteling", "statushouder", "vraag", "woman", "artist", "volunteer",
))  # fmt: skip


_VERB = _any_of(("is", "was", "heeft", "has", "werd", "wordt", "zit", "komt", "lijdt"))
_OFTEN = _any_of(("een", "a", "erg", "ernstig", "heel", "zelf", "ook", "nu", "in", "aan", "van", "sinds", "weer"))
"""Words between what somebody is and a name alone."""


@dataclass(frozen=True)
class Pattern:
    """One kind of thing about a person: what it is called, and how it looks (``flags`` as in JavaScript).

    ``check`` is what must hold besides: "organisation", what the group ``name`` found is no organisation's; "eleven",
    it is nine figures that pass the check of the citizen number.
    """

    name: str
    pattern: str
    flags: str = "u"
    check: str = ""


_NO_DATE = r"(?!\p{N}{1,2}[-/.]\p{N}{1,2}[-/.](?:19|20)\p{N}{2}(?!\p{N}))"
_BETWEEN = r"[\s().\/–‑-]{0,2}"
_BESIDE = N_("health, faith, orientation or origin beside a name")
PATTERNS = (
    Pattern(N_("an e-mail address"),
            r"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}{2,}"),
    Pattern(
        N_("a telephone number"),
        rf"(?<![\p{{N}}\p{{L}}]){_NO_DATE}(?:(?:\+|00)\s?31[\s.-]?(?:\(0\))?|\(?0)[\s.-]?[1-9](?:{_BETWEEN}\p{{N}}){{7,8}}"
        r"(?!\p{N})",
    ),
    Pattern(N_("a telephone number"), rf"(?<![\p{{N}}\p{{L}}])\+\s?[1-9](?:{_BETWEEN}\p{{N}}){{8,13}}(?!\p{{N}})"),
    Pattern(N_("a citizen number"), r"(?<!\p{L})(?:bsn|burgerservicenummer|sofinummer|sofi)(?!\p{L})[^\p{N}]{0,12}"
            r"\p{N}(?:[\s.]?\p{N}){7,8}", "iu"),
    Pattern(N_("a citizen number"), r"(?<![\p{N}\p{L}.,€])(?<!€ )\p{N}{4}([ .-]?)\p{N}{2}\1\p{N}{3}(?![\p{N}\p{L}])"
            r"(?![.,]\p{N}|\s?euro)", check="eleven"),
    Pattern(N_("a person with a title"), _TITLED),
    Pattern(N_("a person with a title"), _DOCTOR, check="organisation"),
    Pattern(_BESIDE, _SOMEBODY + _GAP + _SPECIAL, check="organisation"),
    Pattern(_BESIDE, rf"{_TITLED}{_GAP}{_SPECIAL}"),
    Pattern(_BESIDE, rf"{_SPECIAL}(?:\s+{_ROLE})?[\s,:;(–-]{{1,3}}(?:{_ROLE}[\s,:;(–-]{{1,3}})?(?<name>{_FULL})",
            check="organisation"),
    Pattern(_BESIDE, rf"(?<!\p{{L}}){_NAME}\s+{_VERB}\s+(?:{_OFTEN}\s+){{0,3}}{_SPECIAL}"),
)  # fmt: skip
"""All that is looked for, here and by the script of the form."""
_ORGANISATION = (
    "stichting", "vereniging", "gemeente", "provincie", "school", "college", "museum", "fonds", "bibliotheek", "moskee",
    "kerk", "tempel", "synagoge", "parochie", "gemeenschap", "centrum", "huis", "bond", "raad", "dienst", "groep",
    "federatie", "organisatie", "instituut", "academie", "universiteit", "theater", "vzw", "bv", "nv", "coöperatie",
    "coa", "vluchtelingenwerk", "platform", "netwerk", "club", "koor", "ziekenhuis", "kliniek", "zorg", "foundation",
    "association", "church", "mosque", "platvorm", "werkgroep", "comité", "koepel", "kring", "atelier", "festival",
    "café", "cafe", "orgaan", "kwartier", "restaurant", "toko", "winkel", "markt", "orkest", "omroep", "archief",
    "historisch", "cultureel", "culturele", "nederland",
)  # fmt: skip
"""Words of an organisation's name: beside one of these a capital is no person's name."""
_LONG_MARK = 7
"""Letters of a word that is nobody's name, wherever it stands in another."""


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
        if _holds(pattern.check, match)
    ]
    return tuple(dict.fromkeys(found))


def _holds(check: str, match: re.Match[str]) -> bool:
    if check == "eleven":
        return is_citizen_number(re.sub(r"\D", "", match[0]))
    return check != "organisation" or not _is_organisation(match["name"])


def _is_organisation(words: str) -> bool:
    """Tell whether a word is one of an organisation's, or ends in one: "Buurthuis", and not "Huisman" or "Koorn"."""
    return any(word == mark or (len(mark) > 3 and word.endswith(mark)) or (len(mark) >= _LONG_MARK and mark in word)
               for word in re.findall(r"[^\W_]+", words.lower()) for mark in _ORGANISATION)  # fmt: skip


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    """Return the pattern for Python, which has no property classes: letters are what ``str`` calls so."""
    written = re.sub(r"\[(\^?)((?:[^\]\\]|\\.|\\p\{\w\})*\\p\{(?:[^\]\\]|\\.)*)\]", _as_python, pattern.pattern)
    written = (
        written.replace(r"\p{N}", r"\d")
        .replace(r"\p{L}", r"[^\W\d_]")
        .replace("(?<name>", "(?P<name>")
        .replace(r"\k<name>", "(?P=name)")
    )
    return re.compile(written, re.IGNORECASE if "i" in pattern.flags else 0)


def _as_python(found: re.Match[str]) -> str:
    """Return a class of signs that holds a property as alternatives that Python has."""
    others = found[2].replace(r"\p{L}", "").replace(r"\p{N}", "")
    parts = [r"[^\W\d_]"] * (r"\p{L}" in found[2]) + [r"\d"] * (r"\p{N}" in found[2]) + [f"[{others}]"] * bool(others)
    return f"(?:(?!{'|'.join(parts)})[\\s\\S])" if found[1] else f"(?:{'|'.join(parts)})"


def for_script(t: Texts, own_names: Iterable[str] = ()) -> dict[str, object]:
    """Return the same patterns for the script of the form, named in the reader's language; ``own_names`` as above."""
    patterns = [
        {"name": t(one.name), "pattern": one.pattern, "flags": one.flags, "check": one.check} for one in PATTERNS
    ]
    return {"patterns": patterns, "organisations": list(_ORGANISATION), "longMark": _LONG_MARK,
            "names": [name for name in own_names if name]}  # fmt: skip
