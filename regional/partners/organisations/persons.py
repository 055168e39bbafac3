"""Which name is a person's: only on positive evidence, and alike for names of every origin.

Evidence is a salutation or title, initials before a surname, or a given name before one; a trade of one person beside
it changes nothing ("Fotografie Sanne de Vries"). A legal form, a word of an organisation, a place or a rule of
``rules.csv`` make it an organisation, and so does everything else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from regional.partners.organisations.legal_form import legal_form
from regional.partners.organisations.rules import folded, recognise
from regional.partners.organisations.vocabulary import given_names, words_of

_TITLE = re.compile(
    r"(?:(?:(?:dhr|hr|de heer|drs?|mr|ds)\.? (?:en|&) (?:mw|mevr|mevrouw|mej)"
    r"|dhr|mevr|mw|mej|hr|drs?|ir|ing|prof|mr|ds|bc|de heer|mevrouw|meneer|fam"
    r"|familie|gezin|echtpaar|mrs?|ms|miss|herr|frau|sir|jhr|jkvr|baron|pater|zuster|pastoor|dominee)\b\.?\s+)+",
    re.IGNORECASE,
)
_TRADE = (
    r"(?:advies|advisering|begeleiding|coach|coaching|training|trainingen|tekst|teksten|tekst & uitleg|tekstschrijver"
    r"|redactie|vertalingen|vertaler|fotografie|fotograaf|fotografe|foto|film|filmmaker|video|ontwerp|ontwerper"
    r"|ontwerpster|grafisch ontwerp|grafisch ontwerper|grafische vormgeving|vormgeving|vormgever|vormgeefster"
    r"|illustraties|illustrator|illustratie|beeldend kunstenaar|beeldend kunstenares|kunstenaar|kunstenares"
    r"|kunstschilder|schilder|schilderes|beeldhouwer|keramiek|keramist|muzikant|musicus|zanger|zangeres|pianist|dirigent"
    r"|docent|dansdocent|muziekdocent|gids|gastvrouw|gastheer|rondleider|rondleidster|suppoost|restaurator|conservator"
    r"|curator|gastcurator|schrijver|schrijfster|auteur|journalist|historicus|onderzoeker|webdesign|design|consultancy"
    r"|consult|projectmanagement|interim|producties|zzp|zzp'er|zzper|freelance|freelancer|eenmanszaak|timmerman|klusser"
    r"|hovenier|goudsmid|edelsmid|verteller|spreker|vrijwilliger|stagiaire?|acteur|actrice|theatermaker|choreograaf"
    r"|componist|architect|erfgoedadvies|cultuuradvies|kunsthistoricus|kunsthistorica|kok|chef)"
)
_TRADES = re.compile(rf"^{_TRADE}\b[\s:,-]+|[\s,-]+(?:{_TRADE})$", re.IGNORECASE)
_ONE_PERSON = re.compile(r"\b(?:zzp(?:'?er)?|eenmanszaak|freelance(?:r)?)\b", re.IGNORECASE)
_PARTICLE = (
    r"(?:van|der|den|de|dem|ter|ten|te|tot|in|op|aan|uit|bij|het|'t|'s|el|al|ait|von|und|zu|la|le|du|da|di|do|dos|das"
    r"|del|della|bin|bint|ben|ibn|ould|mac|mc|st|y|e)"
)
_LETTER = r"(?:[A-Z]|Th|Ch|Ph|IJ|Ij|Chr|Joh)"
_INITIALS = re.compile(
    rf"(?:{_LETTER}\.-?\s?){{1,6}}(?:{_LETTER}\s)?|{_LETTER}\s(?:{_LETTER}\s){{0,3}}|[A-Z]{{1,3}}\s(?={_PARTICLE}\s)"
)
_ORGANISATION = re.compile(
    r"\d|[&+@/]|\b(?:\w*(?:academie|stichting|vereniging|genootschap|fonds|museum|school|college|centrum|centre|center"
    r"|gasthuis|fundatie|weeshuis|legaat|buurthuis|ziekenhuis|club|kring|raad|winkel|groep|bureau|bedrijf|theater|festival|prijs|instituut"
    r"|collectief|plein|straat|makelaars|advocaten|architecten|keukens|mode|meubelen|interieurs|bouw|techniek|optiek"
    r"|wonen|handel|huys|gilde|verbond|unie|partij|zorg|dienst|werken|markt|kwartet|orkest|koor|kazerne|kapel))\b"
    r"|\b\w*(?:zaal|arena|stadion|kliniek|werf|fabriek|drukkerij|huizen|theaters)\b"
    r"|\b(?:huis|kerk|hoeve|laan|kade|park|hal|zaal|molen|hof|hotel|bond|kamp|toren|burcht|slot|kasteel)\b"
    r"|\b(?:team|group|band|trio|duo|singers|ensemble|company|dance|foundation|institute|lab|media|events|music|records"
    r"|books|boeken|uitgevers|gallery|galerie|kunst|kunsthandel|cultuur|society|erven|gebr|gebroeders|zonen|zn|co"
    r"|international|nederland|europe|holland|services|solutions|partners|holding|beheer|vastgoed|autos|auto's|fietsen"
    r"|bloemen|wijnen|rijwielen|tapijt(?:en)?|uitvaart\w*|food|foods|market|magazine|toko|sushi|wellness|workforce"
    r"|\w+tech|\w*rijen|verhuur|transport|schilderwerken|tours|reizen|studio|studio's|atelier|praktijk|cafe"
    r"|ville|commune|stad|stadt|landkreis|city|county|borough|universiteit|restaurant|bar|radio|tv|krant|alle|voor|samen|project|projecten|comite|commissie"
    r"|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|and|the|of|for)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de|het|'t|een|the|der|die|das|les|los|all|alle|ons|onze|mijn)\s", re.IGNORECASE)
_SURNAME = r"[A-Z](?:[a-z]|'[A-Z]|[A-Z])[\w']*(?:-(?:van |de |der |den |'t )*[A-Z]?[\w']+)*|O'[A-Z]\w+|[A-Z]{1}\w"
_FAMILY = re.compile(rf"(?:{_PARTICLE}\s+)*(?:{_SURNAME})(?:[\s-]+(?:{_PARTICLE}\s+)*(?:{_SURNAME})){{0,2}}")
_SURE = re.compile(r"(?:van der|van den|el|ten|ter|ait|bin)\s", re.IGNORECASE)


@lru_cache(maxsize=8_192)
def looks_like_a_person(name: str) -> bool:
    """Tell whether a name is evidently that of a person, or of somebody's business of one.

    By form and by given names of every origin; in doubt it is an organisation.
    """
    if _ONE_PERSON.search(name):
        return True
    if legal_form(name):
        return False
    text = _plain(name)
    if (core := _TRADES.sub("", text)) != text:
        core = _TRADES.sub("", core)
    core = core.strip(" ,-")
    core = core if " " in core else text  # "Kok" is a trade, and a surname
    if not core or _is_organisation(core):
        return False
    title = _TITLE.match(core)
    if title and title[0].strip().isupper() and "." not in title[0] and not core.isupper():
        return False  # "ING Bank" is no engineer
    if title:
        rest = core[title.end() :]
        return bool(rest) and (_is_family(rest) or _has_initials(rest) or _is_given_and_family(rest))
    return _has_initials(core) or _is_given_and_family(core)


def _plain(name: str) -> str:
    """Return a name without brackets and accents, in the order given name, surname; in capitals only, in small ones."""
    text = _BRACKETS.sub("", name)
    last, comma, first = text.partition(",")
    if comma and "," not in first and first.strip() and len(last.split()) <= 4:
        text = f"{first.strip()} {last.strip()}"
    text = _accents(text)
    if text.isupper() or text.islower():
        text = " ".join(word if re.fullmatch(rf"{_PARTICLE}|[\w]\.?(?:\w\.)*", word.lower()) else word.title()
                        for word in (text.lower() if not _pointed(text) else text).split())  # fmt: skip
    return text


_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")


def _pointed(text: str) -> bool:
    return bool(re.match(r"(?:[A-Z]\.){1,5}", text))


def _accents(text: str) -> str:
    """Return a text without accents and odd quotes, its points kept."""
    marked = text.replace(".", "\0").replace(",", "\1")
    return folded(marked).replace("\0", ".").replace("\1", ",")


def _is_organisation(text: str) -> bool:
    title = _TITLE.match(text)
    rest = text[title.end() :] if title else text
    if recognise(rest).rule or _ORGANISATION.search(rest):
        return True
    return not title and bool(_ARTICLE.match(rest))  # behind "mevrouw" a "de" begins a surname


def _is_family(text: str) -> bool:
    return _FAMILY.fullmatch(_particles_small(text)) is not None


def _particles_small(text: str) -> str:
    return re.sub(rf"\b{_PARTICLE}(?=\s)", lambda m: m[0].lower(), text, flags=re.IGNORECASE)


def _has_initials(text: str) -> bool:
    """Tell initials with a surname behind them ("A.M. de Vries", "J de Vries"), or a surname and initials."""
    match = _INITIALS.match(text)
    if match is None:
        return False
    return _is_family(text[match.end() :])


def _is_given_and_family(text: str) -> bool:
    """Tell one to three given names ("Sanne en Bas", "Anne-Marie", "Jan W.") with a surname behind them."""
    words = text.split()
    n = 0
    while n < len(words) - 1 and (_is_given(words[n]) or (n and re.fullmatch(r"[A-Z]\.?|en|&", words[n]))):
        n += 1
    if n == 0:
        return _has_family_of_many(words)
    return any(_is_family(family) and _fits(words[:i], family)
               for i in range(1, n + 1) if (family := " ".join(words[i:])))  # fmt: skip


def _has_family_of_many(words: list[str]) -> bool:
    """Tell an unknown word with the form of a given name before "van der Meer", "el Idrissi" or a surname of many."""
    first, family = words[0], " ".join(words[1:])
    if not re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", first) or not _is_family(family):
        return False
    has_form = first.endswith(_ENDS) and words[-1].casefold() in words_of("surname")
    return bool(_SURE.match(family)) or has_form


_ENDS = ("ke", "tje", "tsje", "je", "ien", "ina", "ia", "ka", "ou", "an", "im", "id", "ah", "ra", "da", "na")


def _fits(given: list[str], family: str) -> bool:
    """Tell whether the given names are more than words, and the surname is no town that an organisation works in."""
    is_bare = " " not in family
    strong = [word for word in given if word.casefold() not in words_of("common")]
    if not strong and is_bare:
        return False
    return not (is_bare and len(given) == 1 and family.casefold() in _towns())


def _is_given(word: str) -> bool:
    parts = word.strip(",").split("-")
    if re.fullmatch(_PARTICLE, parts[0], re.IGNORECASE):  # "Van" is a given name too; "Van Doorne" is a firm
        return False
    return bool(word[:1].isupper()) and all(part.casefold() in given_names() for part in parts)


@cache
def _towns() -> frozenset[str]:
    from regional.partners.places import municipality_names

    return frozenset(name.casefold() for name in municipality_names().values()) - {"beek", "bergen", "best", "echt"}
