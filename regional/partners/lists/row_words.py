"""The words of rows that are no partners: totals, notes, counts, and headings between the rows.

``words/rows.csv`` holds the words that a total is made of, what parts of a list are called, and what stands before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.values import kinds

WORDS = Path(__file__).parents[1] / "words" / "rows.csv"
_TOTAL = re.compile(
    r"(?:(?:sub|eind|generaal|algemeen|grand|jaar|tussen|deel|groep|tel)[\s-]?)?"
    r"(?:totaal|totalen|total|totals|totale|telling)\b.*"
    r"|(?:som|sum|saldo|cumulatief|tot\.?|optelling|opgeteld|bij elkaar|tezamen|alles samen|alles bij elkaar"
    r"|gemiddelde?|average)\b.*"
    r"|[σ∑].*"
    r"|.*\b(?:totaal|total|opgeteld|tezamen|samengeteld)(?:bedrag)?\s*:?"
)
_SURE = re.compile(
    r"(?:sub|eind|deel|tussen|groeps?|jaar|grand|generaal|algemeen)[\s-]?tota+(?:l|al|len|alen)\b.*"
    r"|(?:per saldo|gemiddelde?|average|mean|mediaan|transport|transporteren|verschil|restant|resterend|percentage)"
    r"(?:\s+(?:19|20)\d\d)?|mutatie\b.*|btw(?:\s*\d+\s*%)?|nog te \w+"
)
"""A total that no organisation is called after, whatever stands behind it."""
_IN_TOTALS = ("tot", "cumul", "telling", "som", "sum", "saldo", "opgeteld", "bij elkaar", "tezamen", "samen",
              "gemiddeld", "average", "mean", "mediaan", "transport", "verschil", "restant", "resterend", "percentage",
              "mutatie", "btw", "nog te", "σ", "∑")  # fmt: skip
"""Letters of which some stand in every total: most rows have none of them, and need no other look."""
_NOTE = re.compile(
    r"(?:\*|†|‡|[¹²³⁴]|\(\*\)|\(?\d{1,2}\)\s|\[\d\]\s|#\s|--|©|→)"
    r"|(?:bron|bronnen|source|nb|n\.b|let op|noot|noten|note|opmerking|opmerkingen|toelichting|legenda|leeswijzer"
    r"|disclaimer|peildatum"
    r"|stand per|per ultimo|bijgewerkt|laatst gewijzigd|laatste wijziging|afgedrukt|geprint|uitdraai"
    r"|gegenereerd|datum uitdraai|exclusief|inclusief|excl|incl|alle bedragen|bedragen|dit overzicht"
    r"|deze lijst|dit register|aan dit|aan deze|geen rechten|gegevens|versie|pagina|page|blad \d|vertrouwelijk"
    r"|concept|einde|zie ook|zie de|contact|vragen|opgesteld|export)\b",
    re.IGNORECASE,
)
_PLAIN_NOTE = re.compile(
    r"(?:let op|peildatum|(?:laatst )?(?:bijgewerkt|gewijzigd)|laatste wijziging|afgedrukt|geprint|printed|uitdraai"
    r"|aangemaakt|opgemaakt|opgesteld|samengesteld|gegenereerd|generated|afgerond|stand per|stand van|per ultimo"
    r"|alle bedragen|bedragen|dit overzicht|deze lijst|dit register|dit bestand|legenda|leeswijzer|disclaimer|zie ook"
    r"|(?:pagina|page|blad|versie|version)\s*:?\s*\d|einde (?:lijst|overzicht|bestand)|vertrouwelijk\W*$|voor vragen"
    r"|gegevens (?:uit|van|per|volgens)|toelichting\W*$|(?:excl|incl)(?:\.|usief)|exclusief|inclusief)\b"
    r"|(?:stand|datum|selectie|filter|rapport|periode|gebruiker|afdeling|auteur|bestand|boekjaar|sortering|eenheid|valuta"
    r"|afdrukdatum|bijlage|tabel|status|type|report|date|selection|period|currency)\s*:\s"
    r"|https?://|www\.|[\w().*¹²³]{1,20}\s*=\s|\(?\d{1,2}\)\s", re.IGNORECASE,
)  # fmt: skip
"""What is a note wherever it stands alone in a table: no organisation begins so."""
_COUNT = re.compile(
    r"(?:aantal|count|totaal aantal|n)\b(?:\s+\w+){0,3}\s*[:=]?\s*[\d.]*"
    r"|\d[\d.]*\s+(?:partners|organisaties|relaties|records|rijen|regels|stuks|leden|instellingen|aanvragen|subsidies"
    r"|resultaten|rows|sponsors|sponsoren)\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d)?)[.)]|[-•–#>→►▶■●*]+|[IVX]{1,4}(?=\s[A-Z])|(?:categorie|groep|rubriek|deel)\s+\w\s*[:.-])\s*"
)
_YEAR = re.compile(r"(?:jaar\s*)?(?:19|20)\d\d(?:\s*[-/]\s*\d{2,4})?")
_SENTENCE = re.compile(r"[.!?]\s*$|\b(?:is|zijn|worden|wordt|kan|kunnen|heeft|hebben)\b")
_PART = re.compile(r"(?:categorie|groep|rubriek|deel|blok|cluster|hoofdstuk|segment)\s+\w{1,3}", re.IGNORECASE)
_MARKS = re.compile(r"^[\s*=\-–#:]+|[\s*=\-–#:]+$")
_AND = re.compile(r"\s*[&/,+]\s*|\s+(?:en|and)\s+")


@cache
def _words(what: str) -> frozenset[str]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return frozenset(plain(row["word"]) for row in csv.DictReader(file) if row["what"] == what)


@lru_cache(maxsize=1_024)
def section_kind(text: str) -> str:
    """Return the cell of the column soort that a heading between rows stands for, "" for none."""
    words = bare(text)
    for form in (words, _without_before(words), re.sub(r"s$", "", _without_before(words))):
        try:
            return "; ".join(kinds()(form)) if form else ""
        except CellFault:
            continue
    return ""


def names_section(text: str) -> bool:
    """Tell whether a text is the name of a part of a list: a kind of partner, a field of work, a year."""
    name = bare(text)
    if section_kind(text) or _YEAR.fullmatch(name) or _PART.fullmatch(name):
        return True
    pieces = [_without_before(re.sub(_YEAR, " ", piece)) for piece in (name, *_AND.split(name))]
    return is_section(pieces[0]) or all(is_section(piece) or section_kind(piece) for piece in pieces[1:])


def is_section(name: str) -> bool:
    """Tell whether a name is one of those that parts of a list have."""
    return plain(name) in _words("section")


def _without_before(name: str) -> str:
    """Return "partners" for "Nieuwe partners"."""
    first, _, rest = name.strip().partition(" ")
    return rest.strip() if rest and plain(first) in _words("before") else name.strip()


def bare(text: str) -> str:
    """Return a heading without its number, its count and its colon."""
    text = _NUMBERED.sub("", text.strip())
    return re.sub(r"\s*(?:\(\s*\d+\s*(?:x|stuks|partners)?\s*\)|:)\s*$", "", text).strip(" -–=*_")


def is_numbered(text: str) -> bool:
    """Tell whether a text begins as the headings of a numbered list do."""
    return bool(_NUMBERED.match(text))


def may_total(filled: Sequence[str]) -> bool:
    """Tell whether a row can be a total at all, by letters of which some stand in every total."""
    row = "\n".join(filled).casefold()
    return any(part in row for part in _IN_TOTALS)


def is_total(text: str) -> bool:
    """Tell whether a text begins or ends as a total does; an organisation may too ("Totaal Theater")."""
    return bool(_TOTAL.fullmatch(_start(text)))


def is_surely_total(text: str) -> bool:
    """Tell whether a text is that of a total, whatever stands behind it."""
    return bool(_SURE.fullmatch(_start(text)))


def is_total_alone(text: str) -> bool:
    """Tell whether a total is made of nothing but words of totals, years, and what parts of a list are called."""
    words = plain(re.sub(r"[\d'’=]", " ", text)).split()
    return all(word in _words("total") or section_kind(word) for word in words)


def is_count(text: str) -> bool:
    """Tell whether a text counts rows: "Aantal: 12", "12 partners"."""
    return bool(_COUNT.fullmatch(text))


def is_note(text: str, *, is_table: bool, is_wide: bool) -> bool:
    """Tell whether a text is a note. ``is_table``: it stands alone in a table; ``is_wide``: rows hold more cells."""
    if is_table and _PLAIN_NOTE.match(_start(text)):
        return True
    if _NOTE.match(text):
        rest = _NOTE.sub("", text, count=1)
        return is_wide or bool(re.match(r"[*†‡¹²³⁴(\[#©]|\w+\s*:", text)) or len(rest.split()) > 4
    is_sentence = len(text) > 60 and bool(_SENTENCE.search(text))
    return is_sentence and (is_wide or text.endswith("."))


def _start(text: str) -> str:
    """Return a text as the words of a total are compared: lower case, without a number or a mark in front."""
    return _MARKS.sub("", text.casefold()).strip()
