"""The legal form that stands in a name, or that its word is beyond doubt (a municipality is of public law)."""

from __future__ import annotations

import re
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
    text = folded(re.split(r"\sp/a\s", name, maxsplit=1)[0])
    found = [
        (match.start(), i, form)
        for i, (form, pattern) in enumerate(_FORMS)
        if (match := pattern.search(text)) and (form != "overheid" or recognise(name).type in _PUBLIC)
    ]
    saint = _ST.match(text)
    if saint and saint[1].casefold() not in words_of("saint") and not re.search("kerk|school|kring", saint[1]):
        return "stichting"
    return min(found)[2] if found else None


def _whole(pattern: str) -> re.Pattern[str]:
    parts = [part if part.startswith("^") else rf"(?<!\w){part}" for part in pattern.split("|")]
    return re.compile("|".join(part if part.endswith("$") else rf"{part}(?!\w)" for part in parts), re.IGNORECASE)


_FORMS = tuple((form, _whole(pattern)) for form, pattern in _WORDS)
