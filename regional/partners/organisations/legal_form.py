"""The legal form that stands in a name, or that its word is beyond doubt (a municipality is of public law)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from regional.partners.organisations.rules import folded, recognise
from regional.partners.organisations.vocabulary import words_of

_WORDS = (
    ("stichting", r"[\w-]*stichting|stiching|stg|^sticht|stifting|foundation"),
    ("buitenlands", r"g?gmbh|e ?v$|vzw|asbl|aisbl|ltd|limited|llc|inc$|plc|sarl|^stadt|^kreis|stiftung|bvba|^landkreis"
                    r"|[\w-]*verein|[\w-]*archiv|ag$|kg$|ohg$|e ?k$|ug$|ug haftungsbeschrankt|sas?$|sprl$|s ?r ?l$"
                    r"|corp$|oy$|aps$|sp z o ?o$|s ?r ?o$|fondazione|fundacion"),
    ("eenmanszaak", r"eenmanszaak|zzp|zzp'er"),
    ("cooperatie", r"cooperatie|[\w-]*cooperatie|cooperatieve|^coop|u ?a$"),
    ("nv", r"n ?v|naamloze vennootschap"),
    ("bv", r"b ?v|besloten vennootschap"),
    ("vof", r"v ?o ?f|vennootschap onder firma|maatschap|^mts|^firma|^fa"),
    ("kerkgenootschap", r"bisdom|aartsbisdom|kerkgenootschap"),
    ("overheid", r"^gemeente|^gemente|^gemeinte|^gem|gemeentehuis|^provincie|^provinsje|^ministerie|^college van b en w"
                 r"|waterschap|hoogheemraadschap|wetterskip|^rijksdienst|^rijkswaterstaat|^rijksvastgoedbedrijf|veiligheidsregio"
                 r"|veiligheids regio|^omgevingsdienst|^belastingdienst|^belastingsamenwerking|^uwv|^kadaster|^rivm"
                 r"|^rdw|^coa|^staatsbosbeheer|recreatieschap|^regio|^nationale politie|^brandweer|sociale dienst"
                 r"|^intergemeentelijke|gemeentelijke kredietbank|werkvoorzieningschap|gemeenschappelijke regeling"
                 r"|openbaar lichaam"),
    ("vereniging", r"[\w-]*vereniging|ver|[\w-]*genootschap|vv|[\w-]*feriening"),
)  # fmt: skip
"""Form and the words that tell it; of several words the first in the name counts."""
_PUBLIC = frozenset({"municipality", "province", "national_government", "regional_public_body", "environment_nature",
                     "refugee_newcomer", "disability"})  # fmt: skip
"""What a body of public law can be: a "gemeente" of believers or a "regio" that is a fund is none."""
_ST = re.compile(r"^st (?=(\w+))", re.IGNORECASE)


@lru_cache(maxsize=8_192)
def legal_form(name: str) -> str | None:
    """Return the legal form that stands in a name, None where none does."""
    text = folded(_CARE_OF.split(name, maxsplit=1)[0])
    found = _FORM.search(text)
    if found and found.lastgroup == "overheid" and recognise(name).type not in _PUBLIC:
        found = _PRIVATE_FORM.search(text)
    saint = _ST.match(text)
    if saint and saint[1].casefold() not in words_of("saint") and not re.search("kerk|school|kring", saint[1]):
        return "stichting"
    return found.lastgroup if found else None


def _first_of(forms: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Return what finds the first word of a form; of those that begin together that of the form that stands first."""
    named = [f"(?P<{form}>{'|'.join(map(_whole, words.split('|')))})" for form, words in forms]
    return re.compile(rf"(?<!\w)(?:{'|'.join(named)})", re.IGNORECASE)


def _whole(word: str) -> str:
    return word if word.endswith("$") else rf"{word}(?!\w)"


_CARE_OF = re.compile(r"\sp/a\s")
_FORM = _first_of(_WORDS)
_PRIVATE_FORM = _first_of((form, words) for form, words in _WORDS if form != "overheid")
