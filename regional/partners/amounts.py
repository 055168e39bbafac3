"""Amounts as Dutch sheets write them; one reading of the decimal mark, the scale and the sign for a whole column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from regional.files.problems import CellFault
from regional.texts import N_, Message

MOST = 1e12
"""No amount is larger; what is, is a mistake."""
_UNITS = {
    "k": 1e3, "dzd": 1e3, "duizend": 1e3, "mille": 1e3, "t": 1e3, "ton": 1e5, "tonnen": 1e5,
    "m": 1e6, "mio": 1e6, "mln": 1e6, "miljoen": 1e6, "million": 1e6, "mld": 1e9, "miljard": 1e9,
}  # fmt: skip
_PERIODS = tuple((re.compile(period), n) for period, n in (
            (r"per\s?(?:maand|mnd)|p\.?/?\s?m\.?nd|/\s?(?:mnd|maand)|p/m|maandelijks|monthly", 12),
            (r"per\s?kwartaal|/\s?kwartaal|p/k(?:w|wartaal)?|quarterly", 4),
            (r"(?<=\d)[,.\-\s]*p\.?\s?m\b\.?", 12),
            (r"per\s?half\s?jaar|halfjaarlijks", 2), (r"per\s?week|wekelijks", 52)))  # fmt: skip
_IN_PERIODS = ("p", "maand", "mnd", "month", "kwartaal", "quarter", "jaar", "wek")
"""Letters of which some stand in every period."""
_YEARLY = re.compile(
    r"p\.?\s?/?\s?j(?:r|aar)?\.?(?![a-z])|per\s?(?:jaar|jr|annum|year)|/\s?(?:jaar|jr|j)(?![a-z])"
    r"|jaarlijks|a\s?year|yearly|eenmalig|toegezegd|toezegging|toegekend|verleend|begroot|raming|geraamd|geschat"
    r"|verwacht|voorlopig|definitief|debet|(?<=\d)\s+d\.?$"
)
_TAX = re.compile(
    r"\(?\s*(?:excl|incl|ex|exclusief|inclusief|zonder|met|geen)\b\.?\s*(?:de\s*)?(?:\d+\s*%\s*)?"
    r"(?:btw|vat|b\.t\.w\.?)\s*\)?|(?:\+|\bplus)\s*(?:\d+\s*%\s*)?(?:btw|vat)\b|\b(?:excl|incl)\.?$"
)
_ABOUT = re.compile(
    r"(?:ca|circa|plm|plusminus|ongeveer|ong|max|maximaal|maximum|min|minimaal|minimum|bijna|ruim|tot|vanaf|about"
    r"|approx|rond"
    r"|minstens|ten ?minste|hooguit|ten hoogste|om en nabij|net geen)\b\.?(?:\s+de\b)?|\+\s?/?\s?-|[±~≈<>≤≥]"
)
_CURRENCY = r"€|\beuro'?s?\b|eur\b|^k?eur|(?<=\d)eur"
_KIND = re.compile(r"\(?\b(?:in natura|natura|in kind|barter|(?:met )?gesloten beurs|ruil|pro deo|om niet)\b\)?")
_LATER = re.compile(
    r"p\.?\s?m\.?|pro memorie|n\.?\s?t\.?\s?b\.?|nader te bepalen|nog niet bekend|volgt|tbd|vertrouwelijk|wisselend"
    r"|variabel|divers"
)
_NOTHING = re.compile(r"nihil|geen|none|nul|zero|gratis")
_FOREIGN = re.compile(
    r"[$£¥]|\b(?:usd|gbp|chf|sek|nok|dkk|pln|czk|huf|try|jpy|cny|cad|aud|sfr|fr(?=\.|\s)|dollars?|ponden|pond|gulden|nlg|fl)\b|ƒ"
)
_RANGE = re.compile(r"\d(?:,-)?k?\s*(?:-|\btot\b|à|t/m|\ben\b)\s*\d|\btussen\b")
_TAIL = re.compile(r"(?:\s*\*+|\s*[¹²³⁴†‡]+|\s*[(\[]\d[)\]]|\s+\d\)|\s+[a-z]\)|\s*[?!#]+)$")
"""Marks that lead to a footnote."""
_NUMBER = r"[0-9][0-9.,'’]*"
_NUMBERS, _FIGURE, _MARKS = re.compile(_NUMBER), re.compile(r"\d"), re.compile("[.,]")
_REMEDY = N_("Write euros a year, such as 1.250,50.")
_LONGEST = 15
"""Figures of a number that is read."""
_BLANKS = r"[\s\u00a0\u2007\u2009\u202f]"
_DASHES, _WORD = re.compile("[−–—]"), re.compile(r"[^\W\d_]|[±~≈<>≤≥+]")
_ENDS = re.compile(r"[.,]\s?(?:[-=]+|\s*$)(?=\s|$|[^\d])|(?<=\d)[.,]-+|(?<=\d)=+$")
_AROUND = re.compile(rf"{_CURRENCY}|\(\s*[^\d()]*\)|:")
_NO_ZERO, _GAP = re.compile(r"(?<![\d.,])([.,])(?=\d)"), re.compile(rf"(?<=\d){_BLANKS}(?=\d{{3}}(?!\d))")
_SIGNS = re.compile(rf"{_CURRENCY}|[–—]")


@dataclass(frozen=True)
class Amount:
    """One cell: euros (negative is a credit, None says that there is no sum), the year it names, whether in kind."""

    euros: float | None
    year: int | None = None
    in_kind: bool = False


@dataclass(frozen=True)
class AmountColumn:
    """How the amounts of one column are read.

    ``mark``: the decimal mark, "" where no cell shows one; ``is_sure``: no two cells contradict each other in it;
    ``scale``: euros in one unit, by the heading; ``sign``: -1 where a ledger writes what was paid with a minus.
    """

    mark: str = ""
    is_sure: bool = True
    scale: float = 1.0
    sign: int = 1

    def read(self, cell: str) -> Amount:
        """Return the amount of a cell; CellFault where it holds none, or more than one."""
        found = _read(cell, self.mark)
        if found.euros is None:
            return found
        euros = found.euros * self.scale * self.sign
        if abs(euros) > MOST:
            raise _no_amount()
        return Amount(round(euros, 6) + 0.0, found.year, found.in_kind)


def amount_column(heading: str, cells: Sequence[str], *, mark: str = "", scale: float | None = None) -> AmountColumn:
    """Return how to read a column, by its heading and its cells; ``mark`` and ``scale`` where the user has answered."""
    n_bare = sum(map(_is_bare, cells))
    texts = [_simple(cell) for cell in cells if not _is_bare(cell) and _FIGURE.search(cell)]
    numbers = [number for text in texts for number in _NUMBERS.findall(text)]
    votes = [vote for number in numbers if (vote := _decimal_mark(number))]
    commas, points = votes.count(","), votes.count(".")
    own = mark or ("," if commas >= points else ".") if votes or mark else ""
    # A number that reads either way beside one that shows the mark: 12.345 under 12.5 is a doubt.
    is_open = any(own and _decimal_mark(n) == "" and re.fullmatch(rf"\d{{1,3}}[{own}]\d{{3}}", n) for n in numbers)
    signs = [_signed(text)[0] for text in texts]
    n = n_bare + len(signs)
    is_ledger = n > 2 and signs.count(-1) >= 0.9 * n
    factor = heading_scale(heading) if scale is None else scale
    return AmountColumn(own, bool(mark) or not ((commas and points) or is_open), factor, -1 if is_ledger else 1)


@lru_cache(maxsize=1_024)
def heading_scale(heading: str) -> float:
    """Return euros in one unit of a column: 1000 for "Bedrag (x € 1.000)", "in k€", "in duizenden"; else 1."""
    text = re.sub(_BLANKS + "+", " ", heading.casefold())
    times, euro = r"(?:x|×|\*|maal|per|in|à|\(|/)\s?", r"(?:€|eur|euro)?\s?"
    if re.search(
        rf"{times}{euro}1[.,\s']?000[.,\s']?000|\bmln\b|miljoen|millions?\b|\bmill?\.|\bm€|€\s?m\b|\bmeur\b|\bmio\b",
        text,
    ):
        return 1e6
    if re.search(
        rf"{times}{euro}1[.,\s']?000(?![.,]?\d)|k€|€\s?k\b|\bk\s?eur|\(k\)|\bin k\b|duizend|\bdzd|'000|\bt€|x k\b"
        rf"|thousand|\btsd\b|\(\s*{euro}000\s*\)",
        text,
    ):
        return 1e3
    if re.search(r"eurocent|\bin centen\b|\bcenten\b|\bct\b", text):
        return 0.01
    return 1e5 if re.search(r"in tonnen|\(ton(?:nen)?\)", text) else 1.0


def decimal(text: str, mark: str = "") -> float | None:
    """Return the number in ``1.250,5``, ``1,250.5``, ``1 250`` or ``1250,5``; None where it is none.

    A single mark before three figures is what ``mark`` says; where that says nothing it parts thousands ("12.500"),
    unless a zero stands before it. A number that can be read in one way only is read so.
    """
    own = _decimal_mark(text) or mark
    other = "." if own == "," else ","
    if not own:
        text, own, other = re.sub("[.,]", "", text) if re.fullmatch(r"\d{1,3}[.,]\d{3}", text) else text, ",", "."
    text = re.sub(r"(?<=\d)['’](?=\d{3})", other, text)
    if re.fullmatch(rf"\d{{1,3}}(?:[{other}]\d{{3}})+(?:[{own}]\d*)?|\d{{1,15}}(?:[{own}]\d{{0,15}})?", text):
        return float(text.replace(other, "").replace(own, "."))
    return None


def _decimal_mark(number: str) -> str:
    """Return the decimal mark that a number shows by itself, "" where it may be read in two ways."""
    number = number.replace("'", "").replace("’", "")
    marks = _MARKS.findall(number)
    if not marks or (len(marks) == 1 and number[-1] in ".,"):
        return ""
    if len(set(marks)) == 2:
        return str(marks[-1])
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    before, after = _MARKS.split(number)
    is_open = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")
    return "" if is_open else str(marks[0])


def _simple(cell: str) -> str:
    """Return a cell without what says nothing of the sum: case, currency, VAT, "ca.", a year's period, ",-"."""
    if _is_bare(cell):
        return cell
    text = _DASHES.sub("-", " ".join(cell.casefold().split()))
    text = _TAIL.sub("", text)
    if _WORD.search(text):  # nothing of all this stands among bare figures
        for pattern in (_TAX, _YEARLY, _ABOUT):
            text = pattern.sub(" ", text)
    text = _AROUND.sub(" ", _ENDS.sub("", text))
    text = _GAP.sub("", _NO_ZERO.sub(r"0\1", text).strip())
    return " ".join(text.split()).strip()


def _is_bare(cell: str) -> bool:
    """Tell whether a cell is figures and nothing else, as most are: then there is nothing to look for in it."""
    return cell.isascii() and cell.isdigit() and len(cell) <= _LONGEST


def _read(cell: str, mark: str) -> Amount:
    if _is_bare(cell):
        return Amount(float(cell))
    low = " ".join(cell.casefold().split())
    in_kind = bool(_KIND.search(low))
    low = _KIND.sub(" ", low).strip(" ()") if in_kind else low
    if not _FIGURE.search(low):
        if in_kind or _LATER.fullmatch(low) or re.fullmatch(r"[\s\-–—.,=/]+", re.sub(_CURRENCY, " ", low)):
            return Amount(None, in_kind=in_kind)
        if _NOTHING.fullmatch(low.strip(" .")):
            return Amount(0.0)
        raise _no_amount()
    if _FOREIGN.search(low):
        raise CellFault("currency", Message.of("This amount is not in euros."), Message.of(_REMEDY))
    times, low = _period_in(low)
    year, low = _year_in(low)
    if _RANGE.search(_SIGNS.sub(lambda sign: "-" if sign[0] in "–—" else "", low)):
        raise CellFault("amount_range", Message.of("These are two amounts."), Message.of(_REMEDY))
    return Amount(_sum(_simple(low), mark) * times, year, in_kind)


def _period_in(text: str) -> tuple[int, str]:
    """Return how often a year an amount comes ("100 p/m"), and the rest."""
    if not any(part in text for part in _IN_PERIODS):
        return 1, text
    times = next((n for period, n in _PERIODS if period.search(text)), 1)
    for period, _ in _PERIODS:
        text = period.sub(" ", text)
    return times, text


def _year_in(text: str) -> tuple[int | None, str]:
    """Return the year that an amount names ("1.000 (2024)", "2024: 1.000") and the rest."""
    found = _YEAR.search(text)
    if not found:
        return None, text
    return int(next(filter(None, found.groups()))), (text[: found.start()] + " " + text[found.end() :]).strip()


_YEAR = re.compile(r"\(\s*(?:in\s)?((?:19|20)\d\d)\s*\)|\bin ((?:19|20)\d\d)$|^((?:19|20)\d\d)\s?:\s")


def _sum(text: str, mark: str) -> float:
    """Return the value of a simple text; sums and "2 x 500" are worked out."""
    if "+" in text and not re.search(r"\d\s?e\s?\+", text):
        return sum(_one(part, mark) for part in text.split("+"))
    product = _PRODUCT.fullmatch(text)
    return int(product[1]) * _one(product[2], mark) if product else _one(text, mark)


def _one(text: str, mark: str) -> float:
    sign, rest = _signed(text)
    found = _SUM.fullmatch(rest.strip())
    if not found:
        raise _no_amount()
    exponent = int(found[3] or 0)
    value = decimal(found[2], mark or "," if exponent else mark)
    if value is None:
        raise _no_amount()
    return sign * value * 10.0**exponent * _UNITS.get(found[1] or found[4] or "", 1)


_PRODUCT = re.compile(r"(\d{1,3})\s*[x×*]\s*(.+)")
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SUM = re.compile(rf"({_UNIT})?\s*({_NUMBER})\s*(?:e\s?\+?0*([0-9]{{1,2}}))?\s*({_UNIT})?\.?")


def _signed(text: str) -> tuple[int, str]:
    """Return -1 for a minus before or behind, brackets or "credit", else 1; and the text without it."""
    found = _BELOW_ZERO.fullmatch(text)
    if not found:
        return 1, text.removeprefix("+").strip()
    return -1, next(filter(None, found.groups()))


_BELOW_ZERO = re.compile(
    r"\(\s*(.+?)\s*\)|-(?:\s?/\s?-)?\s*(.+)|(.+?)\s*-|(.+?)\s*\b(?:cr?|credit)\.?|(?:cr|credit)\.?\s+(.+)"
)


def _no_amount() -> CellFault:
    return CellFault("amount", Message.of("This is not an amount."), Message.of(_REMEDY))
