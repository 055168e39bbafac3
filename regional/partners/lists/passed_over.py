"""Rows inside a list that are no partners: headings printed again, totals, notes, counts, headings between the rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from regional.files.problems import CellFault
from regional.partners.amounts import amount_column
from regional.partners.columns import plain
from regional.partners.lists.guesses import is_known_heading
from regional.partners.values import kinds

Line = tuple[int, tuple[str, ...]]


class NoPartner(StrEnum):
    """Why a row is no partner."""

    HEADINGS = "headings"
    """The headings, printed again."""
    SECTION = "section"
    """A heading between the rows; it may tell the kind of those below."""
    TOTAL = "total"
    NOTE = "note"
    COUNT = "count"


@dataclass(frozen=True)
class PassedOver:
    """A row that is no partner: its number in Excel, what stands there, and why it was passed over."""

    row: int
    what: str
    why: NoPartner


_TOTAL = re.compile(
    r"(?:(?:sub|eind|generaal|algemeen|grand|jaar|tussen|deel|groep|tel)[\s-]?)?"
    r"(?:totaal|totalen|total|totals|totale|telling)\b.*"
    r"|(?:som|sum|saldo|tot\.?|optelling|opgeteld|bij elkaar|tezamen|alles samen|alles bij elkaar"
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
_IN_TOTALS = ("tot", "telling", "som", "sum", "saldo", "opgeteld", "bij elkaar", "tezamen", "samen", "gemiddeld",
              "average", "mean", "mediaan", "transport", "verschil", "restant", "resterend", "percentage", "mutatie",
              "btw", "nog te", "σ", "∑")  # fmt: skip
"""Letters of which some stand in every total: most rows have none of them, and need no other look."""
_OF_TOTALS = frozenset(
    ["totaal", "total", "totals", "totalen", "totale", "generaal", "algemeen", "sub", "eind", "bedrag", "bedragen",
    "alle",
     "van", "van de", "de", "het", "partners", "subsidies", "subsidie", "sponsors", "sponsoren", "fondsen",
     "leveranciers",
     "crediteuren", "financiers", "donateurs", "bijdragen", "bijdrage", "inkomsten", "uitgaven", "euro", "eur",
     "excl", "incl",
     "btw", "jaar", "kwartaal", "per", "in", "over", "verleend", "toegekend", "kolom", "aantal", "inhoudelijk",
     "lijst", "pagina",
     "blad", "rubriek", "groep", "categorie", "overzicht", "kosten", "omzet", "inkoop", "organisaties", "relaties",
     "en", "t", "m"]
)  # fmt: skip
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
_WORDED, _NUMBER = re.compile(r"[^\W\d_]{2}|[Σ∑]"), re.compile(r"[\d.,]+")
_YEAR = re.compile(r"(?:jaar\s*)?(?:19|20)\d\d(?:\s*[-/]\s*\d{2,4})?")
_SENTENCE = re.compile(r"[.!?]\s*$|\b(?:is|zijn|worden|wordt|kan|kunnen|heeft|hebben)\b")
_SECTIONS = frozenset(
    ["onderwijs", "scholen", "overheid", "overheden", "gemeenten", "bedrijven", "bedrijfsleven", "zorg",
    "zorg en welzijn", "welzijn",
     "cultuur", "kunst en cultuur", "musea", "erfgoed", "media", "pers", "overig", "overige", "overigen", "diversen",
     "particulieren",
     "sport", "toerisme", "horeca", "wetenschap", "natuur", "religie", "internationaal", "nationaal", "landelijk",
     "regionaal", "lokaal",
     "regio", "provincie", "buitenland", "nieuw", "nieuwe partners", "bestaande partners", "oude partners",
     "partners", "onze partners",
     "actief", "gestopt", "prospects", "mogelijke partners", "overige partners", "culturele instellingen",
     "maatschappelijke partners",
     "maatschappelijke organisaties", "verenigingen", "stichtingen", "vrijwilligers", "dienstverleners",
     "evenementen", "educatie",
     "publieke fondsen", "private fondsen", "vermogensfondsen", "publiek", "privaat", "structureel", "incidenteel",
     "projecten",
     "ministeries", "provincies", "waterschappen", "banken", "serviceclubs", "bibliotheken", "theaters", "festivals",
     "instellingen"]
)  # fmt: skip


def sort_rows(
    lines: Sequence[Line], headings: Mapping[int, str], positions: Mapping[str, int]
) -> tuple[list[tuple[int, tuple[str, ...], str]], list[PassedOver]]:
    """Return the rows of partners, each with the kind that a heading above it tells ("" for none), and the others.

    ``headings``: position -> heading; ``positions``: column -> position. Empty rows are in neither.
    """
    kept: list[tuple[int, tuple[str, ...], str]] = []
    passed: list[PassedOver] = []
    judge = _Judge(lines, headings, positions)
    kind, before = "", 0
    for number, cells in lines:
        if not any(cells):
            continue
        why = judge.why(number, cells, before)
        before = number
        if why is None:
            judge.add(cells)
            kept.append((number, cells, kind))
            continue
        if why is NoPartner.SECTION:
            kind = section_kind(next(filter(None, cells)))
        passed.append(PassedOver(number, next(filter(None, cells))[:80], why))
    return kept, passed


@lru_cache(maxsize=1_024)
def section_kind(text: str) -> str:
    """Return the cell of the column soort that a heading between rows stands for, "" for none."""
    words = _bare(text)
    for form in (words, re.sub(r"^(?:onze|overige|nieuwe|andere|vaste|grote|kleine)\s+", "", words)):
        try:
            return "; ".join(kinds()(form)) if form else ""
        except CellFault:
            continue
    return ""


def _bare(text: str) -> str:
    """Return a heading without its number, its count and its colon."""
    text = _NUMBERED.sub("", text.strip())
    return re.sub(r"\s*(?:\(\s*\d+\s*(?:x|stuks|partners)?\s*\)|:)\s*$", "", text).strip(" -–=*_")


class _Judge:
    """Says of a row why it is no partner, by its words, its width and what was added up so far."""

    def __init__(self, lines: Sequence[Line], headings: Mapping[int, str], positions: Mapping[str, int]) -> None:
        self.headings = {at: plain(heading) for at, heading in headings.items() if heading}
        self.name = positions.get("naam", -1)
        self.amounts = [at for column, at in positions.items() if column.startswith("bedrag")]
        self.others = [at for column, at in positions.items() if column not in ("naam", "soort", "jaar", "sinds",
        "status")
                       and not column.startswith("bedrag")]  # fmt: skip
        widths = sorted(sum(map(bool, cells)) for _, cells in lines if any(cells))
        self.width = widths[len(widths) // 2] if widths else 1
        loud = sum(self._name(cells).isupper() for _, cells in lines)
        self.is_loud = loud > 0.4 * max(len(lines), 1)
        read = {at: amount_column(headings.get(at, ""), [_cell(c, at) for _, c in lines]) for at in self.amounts}
        self.read = read
        self.sums = dict.fromkeys(self.amounts, 0.0)
        self.grand = dict.fromkeys(self.amounts, 0.0)
        self.largest = dict.fromkeys(self.amounts, 0.0)
        self.last_name = max((number for number, cells in lines if self._name(cells)), default=0)
        self.added = 0
        self.sections: set[str] = set()

    def why(self, number: int, cells: tuple[str, ...], before: int) -> NoPartner | None:
        """Return why a row is no partner, None where it is one."""
        filled = [cell for cell in cells if cell]
        first = filled[0]
        if self._is_heading(cells):
            return NoPartner.HEADINGS
        if self._is_total(number, cells, filled):
            self.sums = dict.fromkeys(self.amounts, 0.0)
            return NoPartner.TOTAL
        numbers = [cell for cell in filled[1:] if _NUMBER.fullmatch(cell)]
        is_lone = len(filled) == 1 or len(filled) == 1 + len(numbers)
        if is_lone and _COUNT.fullmatch(first) and (len(filled) > 1 or re.search(r"\d|:", first)):
            return NoPartner.COUNT
        if len(filled) > 1:
            return None
        if not _names_section(first) and self._is_note(first):
            return NoPartner.NOTE
        if not self._is_section(first, number - before > 1):
            return None
        self.sections.add(plain(_bare(first)))
        return NoPartner.SECTION

    def add(self, cells: tuple[str, ...]) -> None:
        """Count the amounts of a partner for the totals below it."""
        self.added += 1
        for at in self.amounts:
            euros = self._euros(cells, at) or 0.0
            self.sums[at] += euros
            self.grand[at] += euros
            self.largest[at] = max(self.largest[at], euros)

    def _name(self, cells: tuple[str, ...]) -> str:
        return _cell(cells, self.name) if self.name >= 0 else ""

    def _euros(self, cells: tuple[str, ...], at: int) -> float | None:
        try:
            return self.read[at].read(_cell(cells, at)).euros if _cell(cells, at) else None
        except CellFault:
            return None

    def _is_heading(self, cells: tuple[str, ...]) -> bool:
        filled = [at for at, cell in enumerate(cells) if cell]
        # Exact words only: every row passes here.
        if len(filled) > 2 and all(is_known_heading(cells[at]) for at in filled):
            return True
        same = sum(plain(cells[at]) == self.headings.get(at) for at in filled)
        is_name = plain(self._name(cells)) == self.headings.get(self.name)
        return (is_name and (same > 1 or len(filled) == 1)) or (same > 1 and same * 2 >= len(filled))

    def _is_total(self, number: int, cells: tuple[str, ...], filled: list[str]) -> bool:
        if self._name(cells) and not _may_total(filled):
            return False
        texts = [cell for cell in filled if _WORDED.search(cell)]
        worded = next((text for text in texts if _TOTAL.fullmatch(_start(text))), "")
        is_bare = not any(_cell(cells, at) for at in self.others)
        if is_bare and (any(_SURE.fullmatch(_start(text)) for text in texts) or self._is_of_section(worded)):
            return True
        if worded:
            words = plain(re.sub(r"[\d'’]", " ", worded)).split()
            if all(word in _OF_TOTALS or section_kind(word) for word in words):
                return True
            return self._adds_up(cells) or (is_bare and plain(worded) != plain(self._name(cells)))
        if self._name(cells) or not is_bare or self.added < 2:
            return False
        return self._adds_up(cells) or (number > self.last_name and not texts and self._is_largest(cells))

    def _is_of_section(self, text: str) -> bool:
        """Tell whether a total names a heading that stands above it, or a word for one: "Totaal zorg en welzijn"."""
        rest = plain(re.sub(r"^\W*\S+", "", text))
        return bool(rest) and (rest in _SECTIONS or rest in self.sections)

    def _is_largest(self, cells: tuple[str, ...]) -> bool:
        """Tell whether the amounts are at least the largest above: a sum that a filter or a rounding made another."""
        given = [(at, euros) for at in self.amounts if (euros := self._euros(cells, at))]
        return bool(given) and all(euros >= self.largest[at] for at, euros in given)

    def _adds_up(self, cells: tuple[str, ...]) -> bool:
        """Tell whether the amounts are the sums of those above."""
        given = [(at, euros) for at in self.amounts if (euros := self._euros(cells, at))]
        return bool(given) and any(self.grand.values()) and all(self._is_sum(at, euros) for at, euros in given)

    def _is_sum(self, at: int, euros: float) -> bool:
        return any(abs(euros - total[at]) < 0.02 * max(abs(total[at]), 1) for total in (self.sums, self.grand))

    def _is_note(self, text: str) -> bool:
        if len(self.headings) > 1 and _PLAIN_NOTE.match(_start(text)):
            return True
        if _NOTE.match(text):
            rest = _NOTE.sub("", text, count=1)
            return self.width > 1 or bool(re.match(r"[*†‡¹²³⁴(\[#©]|\w+\s*:", text)) or len(rest.split()) > 4
        is_sentence = len(text) > 60 and bool(_SENTENCE.search(text))
        return is_sentence and (self.width > 1 or text.endswith("."))

    def _is_section(self, text: str, is_apart: bool) -> bool:
        if _names_section(text):
            return True
        if self.width < 2:
            return text.rstrip().endswith(":")
        is_marked = text.rstrip().endswith(":") or bool(_NUMBERED.match(text)) or bool(re.search(r"\(\d+\)\s*$", text))
        return is_marked or (text.isupper() and not self.is_loud and len(text) > 3) or (is_apart and self.width > 2)


def _names_section(text: str) -> bool:
    """Tell whether a text is the name of a part of a list: a kind of partner, a field of work, a year."""
    bare = _bare(text)
    return bool(section_kind(text) or plain(bare) in _SECTIONS or _YEAR.fullmatch(bare) or _PART.fullmatch(bare))


def _may_total(filled: Sequence[str]) -> bool:
    row = "\n".join(filled).casefold()
    return any(part in row for part in _IN_TOTALS)


_PART = re.compile(r"(?:categorie|groep|rubriek|deel|blok|cluster|hoofdstuk|segment)\s+\w{1,3}", re.IGNORECASE)
_MARKS = re.compile(r"^[\s*=\-–#]+|[\s*=\-–#]+$")


def _start(text: str) -> str:
    """Return a text as the words of a total are compared: lower case, without a number or a mark in front."""
    return _MARKS.sub("", text.casefold()).strip()


def _cell(cells: Sequence[str], position: int) -> str:
    return cells[position] if 0 <= position < len(cells) else ""
