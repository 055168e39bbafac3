"""Cells that hold words: from a cell to a value of the registry, or a fault that says how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial

from regional.dimensions import EVERYONE, REACH_GROUPS, Category, dimension
from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.portfolio import Answer
from regional.texts import Message

ANSWERS = {
    "geen antwoord": Answer.NO_ANSWER, "no answer": Answer.NO_ANSWER,
    "wil niet zeggen": Answer.RATHER_NOT, "zeggen we liever niet": Answer.RATHER_NOT, "liever niet": Answer.RATHER_NOT,
    "rather not say": Answer.RATHER_NOT, "prefer not to say": Answer.RATHER_NOT,
    "n v t": Answer.NOT_APPLICABLE, "nvt": Answer.NOT_APPLICABLE, "niet van toepassing": Answer.NOT_APPLICABLE,
    "n a": Answer.NOT_APPLICABLE, "not applicable": Answer.NOT_APPLICABLE,
    "n b": Answer.NOT_ASKED, "nb": Answer.NOT_ASKED,
    "gevraagd": Answer.ASKED, "asked": Answer.ASKED,
    "niet gevraagd": Answer.NOT_ASKED, "onbekend": Answer.NOT_ASKED, "weten we niet": Answer.NOT_ASKED,
    "unknown": Answer.NOT_ASKED, "not asked": Answer.NOT_ASKED, "": Answer.NOT_ASKED,
}  # fmt: skip
_SECTIONS = (
    ("A", 1, "landbouw bosbouw en visserij", "landbouw"), ("B", 5, "delfstoffenwinning"), ("C", 10, "industrie"),
    ("D", 35, "energievoorziening", "energie"), ("E", 36, "waterbedrijven en afvalbeheer"),
    ("F", 41, "bouwnijverheid", "bouw"), ("G", 45, "handel", "groothandel", "detailhandel"),
    ("H", 49, "vervoer en opslag", "vervoer", "transport"), ("I", 55, "horeca"),
    ("J", 58, "informatie en communicatie", "ict", "media"), ("K", 64, "financiele dienstverlening", "financien"),
    ("L", 68, "verhuur en handel van onroerend goed", "vastgoed"),
    ("M", 69, "specialistische zakelijke diensten", "advies"), ("N", 77, "verhuur en overige zakelijke diensten"),
    ("O", 84, "openbaar bestuur", "overheid", "openbaar bestuur en overheidsdiensten"), ("P", 85, "onderwijs"),
    ("Q", 86, "gezondheids en welzijnszorg", "zorg", "welzijn", "zorg en welzijn"),
    ("R", 90, "cultuur sport en recreatie", "cultuur", "sport", "kunst en cultuur"),
    ("S", 94, "overige dienstverlening"), ("T", 97, "huishoudens"), ("U", 99, "extraterritoriale organisaties"),
)  # fmt: skip
"""Sections of the SBI 2008 (CBS): letter, first division, names. Numbers lie in the same groups in the SBI 2025."""
_BEGINNINGS = {
    "A": "landbouw|agriculture", "B-F": "winning van|delfstof|vervaardiging|industrie|productie en distributie van|"
    "elektriciteit|waterwinning|waterbedr|bouw|mining|manufacturing|electricity|water supply|construction",
    "G+I": "groothandel|detailhandel|handel|horeca|verschaffen van accommodatie|logies|wholesale|retail|accommodation",
    "H+J": "vervoer|opslag|uitgeverij|media|omroep|telecommunicatie|computerprogrammering|informatie|"
    "transport|publishing|telecommunication|information",
    "K-L": "financi|verzekering|exploitatie van en handel in onroerend|onroerend goed|verhuur en handel van onroerend|"
    "financial|real estate",
    "M-N": "specialistische|advisering|wetenschappelijk|administratieve|ondersteunende|verhuur van|verhuur en overige|"
    "professional|administrative|support",
    "O-Q": "openbaar bestuur|defensie|onderwijs|gezondheid|maatschappelijke|welzijn|public administration|education|"
    "human health|health",
    "R-U": "kunst|cultuur|sport|recreatie|overige dienst|huishoudens als|extraterritoria|arts|other service",
}  # fmt: skip
"""Group -> words that names of its sections begin with, in the edition of 2008 or 2025."""
_BEGINS = re.compile("|".join(f"({beginnings})" for beginnings in _BEGINNINGS.values()))
LETTERS_2025 = {letter: group for group, letters in (
    ("H+J", "JK"), ("K-L", "LM"), ("M-N", "NO"), ("O-Q", "PQR"), ("R-U", "STUV")) for letter in letters}  # fmt: skip
"""Sections of the SBI 2025 from J on, where they differ from those of 2008 -> group."""
_GROUPS = ("A", "B-F", "G+I", "H+J", "K-L", "M-N", "O-Q", "R-U")


def _group_of(letter: str) -> str:
    """Return the group of a section: "G+I" holds G and I, "B-F" all from B to F."""
    return next(g for g in _GROUPS if letter in g or (g[1:2] == "-" and g[0] <= letter <= g[-1]))


SECTIONS = {word: _group_of(letter) for letter, _, *names in _SECTIONS for word in (letter.casefold(), *names)}
_STATUSES = {
    "active": ("actief", "active", "huidig", "current", "lopend", "loopt", "bestaand", "vast", "actueel", "ja", "yes",
               "actieve partner", "huidige partner"),
    "possible": ("mogelijk", "mogelijke partner", "mogelijk partner", "possible", "prospect", "potentieel",
                 "potentiele partner", "potential", "lead", "toekomstig", "gepland", "in gesprek", "in onderhandeling",
                 "te benaderen", "benaderen", "wens", "aspirant"),
    "ended": ("gestopt", "beeindigd", "ended", "inactief", "inactive", "niet actief", "niet meer actief", "stopped",
              "gestopte partner", "afgelopen", "afgerond", "verlopen", "vervallen", "opgezegd", "opgeheven", "failliet",
              "voormalig", "oud", "ex", "ex partner", "oud partner", "former", "slapend", "nee", "no", "passief"),
}  # fmt: skip
STATUS = {"": "active", **{word: status for status, words in _STATUSES.items() for word in words}}
FIT = {"hier vinden we elkaar": "yes", "ja": "yes", "yes": "yes", "here we meet": "yes",
       "hier praten we nog over": "partly", "deels": "partly", "partly": "partly", "nee": "partly", "no": "partly",
       "here we are still talking": "partly"}  # fmt: skip
"""Where two visions meet, or where two are still talking: what was "no" or "partly" in earlier years is the latter."""
SHARES_OF = {"publiek": "audience", "audience": "audience", "team": "team", "personeel": "team", "staff": "team"}
_FORMS = {
    "stichting": ("foundation", "stg", "sticht"), "vereniging": ("association", "ver"),
    "bv": ("b v", "besloten vennootschap"),
    "nv": ("n v", "naamloze vennootschap"), "vof": ("v o f", "maatschap", "partnership"),
    "cooperatie": ("cooperative", "coop"), "overheid": ("gemeente", "provincie", "publiekrechtelijk", "government"),
    "eenmanszaak": ("zzp", "zzper", "zzp er", "zelfstandige", "freelancer", "sole trader", "particulier", "persoon",
                    "natuurlijk persoon", "prive persoon", "privepersoon"), "kerkgenootschap": ("church",),
    "buitenlands": ("buitenlandse rechtsvorm", "foreign", "gmbh", "e v", "vzw"),
}  # fmt: skip
LEGAL_FORMS = {word: form for form, words in _FORMS.items() for word in (form, *words)}
SOLE_TRADER = "eenmanszaak"
ORGANISATION = "organisatie"
"""In place of a legal form: it is no person, whatever its name."""
LONGEST = 300
"""Characters of a name or a source."""


def words_for(words: Mapping[str, str]) -> dict[str, str]:
    """Return id -> the first word that means it: what is offered to choose from."""
    found: dict[str, str] = {}
    for word, value in words.items():
        if word:
            found.setdefault(value, word)
    return found


_FIRST_WORDS = "|".join({words.split()[0] for words in ANSWERS if words})
_MAY_ANSWER = re.compile(rf"[\W_]*(?:(?:{_FIRST_WORDS})(?![a-z0-9])|$)", re.IGNORECASE)
"""How an answer without accents begins: most cells do not begin so, and are told at once."""


@lru_cache(maxsize=16_384)
def answer_in(cell: str) -> Answer | None:
    """Return the answer that a cell holds instead of a value ("geen antwoord"), None where it holds a value."""
    if cell.isascii() and not _MAY_ANSWER.match(cell):
        return None
    return ANSWERS.get(plain(cell))


def size(cell: str) -> str:
    """Return the size class of a number of people, or of the class's own name."""
    people = cell.strip()
    if people.isascii() and people.isdigit() and len(people) < 8:
        return _size_of(int(people))
    return one_of("size")(cell)


def _size_of(people: int) -> str:
    classes = ((1, "1"), (9, "2-9"), (49, "10-49"), (249, "50-249"))
    return next((name for most, name in classes if people <= most), "250+")


def sector(cell: str) -> str:
    """Return the sector group of an SBI section of 2008 or 2025 (name, or a code such as 90.01), or of a group.

    A letter by itself is one of 2008: which edition a list means is settled before (lists.sectors).
    """
    text = _SBI.sub("", cell.strip().casefold())
    code = _CODE.fullmatch(text)
    if code and 1 <= int(code[1]) <= 99:
        return _group_of(max((first, letter) for letter, first, *_ in _SECTIONS if first <= int(code[1]))[1])
    named = _LETTER.sub("", text)
    try:
        return _sectors()(named if named != text else cell)
    except CellFault:
        beginning = _BEGINS.match(plain(named))
        if beginning and beginning.lastindex:
            return list(_BEGINNINGS)[beginning.lastindex - 1]
        raise


_SBI = re.compile(r"^sbi(?:\W*(?:2008|2025)(?=\W))?\W*")
_CODE = re.compile(r"(?:[a-v]\W{0,3})?([0-9]{2})(?:[0-9.]{0,6})(?:\W*[^\W\d].*)?")
_LETTER = re.compile(r"^[a-v](?:\s*[-–:.)]\s*|\s+)(?=[^\W\d]{3})")


@cache
def _sectors() -> Callable[[str], str]:
    return choice(SECTIONS | _spellings(dimension("sector").categories))


def choice(words: dict[str, str]) -> Callable[[str], str]:
    """Return a parser that knows exactly these words."""

    def parse(cell: str) -> str:
        if (form := plain(cell)) in words:
            return words[form]
        raise _not_known(cell, words)

    return parse


@cache
def one_of(dimension_id: str) -> Callable[[str], str]:
    """Return a parser for the categories of a dimension: ids, names in either language, other spellings."""
    return choice(_spellings(dimension(dimension_id).categories))


def several(words: dict[str, str]) -> Callable[[str], tuple[str, ...]]:
    """Return a parser for several values, told apart by ; / , + or "en"."""

    def parse(cell: str) -> tuple[str, ...]:
        parts = [part for part in _parts(cell, words) if part.strip()]
        unknown = [part.strip() for part in parts if plain(part) not in words]
        if unknown or not parts:
            raise _not_known(", ".join(unknown) or cell, words)
        return tuple(dict.fromkeys(words[plain(part)] for part in parts))

    return parse


def _parts(cell: str, words: dict[str, str]) -> list[str]:
    """Cut at ; first: names of groups hold commas of their own."""
    found: list[str] = []
    for part in cell.split(";"):
        whole = plain(part) in words
        found += [part] if whole else _BETWEEN.split(part)
    return found


_BETWEEN = re.compile(r"[/,&]|\s\+\s|\s(?:en|and)\s")


@cache
def kind_spellings() -> dict[str, str]:
    """Return plain spelling -> id of the kinds of a partner."""
    return _spellings(dimension("kind").categories)


@cache
def kinds() -> Callable[[str], tuple[str, ...]]:
    """Return the parser of the kinds of a partner."""
    return several(_spellings(dimension("kind").categories))


@cache
def group_spellings() -> dict[str, str]:
    """Return plain spelling -> id of the groups of inhabitants."""
    return _spellings((*(category for _, category in REACH_GROUPS), EVERYONE))


@cache
def reach() -> Callable[[str], tuple[str, ...]]:
    """Return the parser of groups of inhabitants."""
    return several(_spellings((*(category for _, category in REACH_GROUPS), EVERYONE)))


@cache
def _spellings(categories: tuple[Category, ...]) -> dict[str, str]:
    """Return plain spelling -> category id; the Dutch name of each first, which is what a remedy proposes."""
    from regional.texts import LANGUAGES, texts

    words: dict[str, str] = {}
    for category in categories:
        names = [texts(language)(text) for language in LANGUAGES for text in (category.label, category.short) if text]
        for spelling in (*names, *category.aliases, category.column, category.id):
            if spelling:
                words.setdefault(plain(spelling), category.id)
    return words


def _not_known(cell: str, words: dict[str, str]) -> CellFault:
    return CellFault("value", Message.of("We do not know this value."), partial(_nearest, cell, words))


def _nearest(cell: str, words: dict[str, str]) -> Message:
    """Propose the nearest words; where none is near, one word for each value."""
    from rapidfuzz import fuzz, process

    near = [word for word, _, _ in process.extract(plain(cell)[:60], list(words), scorer=fuzz.ratio,
                                                            limit=3, score_cutoff=70)]  # fmt: skip
    if near:
        return Message.of("Did you mean: {words}?", words=", ".join(near))
    known = ", ".join(_one_each(tuple(words.items()))[:8])
    return Message.of("Known are: {words}.", words=known)


@cache
def _one_each(words: tuple[tuple[str, str], ...]) -> list[str]:
    return list({value: word for word, value in reversed(words) if len(word) > 1}.values())[::-1]


def text(cell: str) -> str:
    """Return a text as it is, shortened where it is absurdly long."""
    return cell.strip()[:LONGEST].rstrip()
