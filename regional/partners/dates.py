"""Dates as Dutch sheets write them, from "1-sep-25" and Excel's numbers to "sinds 2004" and "2019/2020"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.texts import Message

FIRST_YEAR, LAST_YEAR = 1600, 2100
CENTURY = 50
"""A year of two figures below this is in this century."""
SERIAL = (20_000, 60_000)
"""Days since 1899 of 1954 to 2064: what Excel shows where a date lost its form."""
_NAMES = (
    "jan januari january januar", "feb februari february februar febr", "mrt maart mar march marz", "apr april",
    "mei may mai", "jun juni june", "jul juli july", "aug augustus august", "sep sept september",
    "okt oktober oct october", "nov november", "dec december dez dezember",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_WEEKDAY = re.compile(r"^(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun|\w*dag|\w*day)\.?,?\s+(?=\d)")
_AROUND = re.compile(
    r"^(?:ca\.?|circa|omstreeks|rond|ongeveer|al|sinds|sedert|vanaf|since|from|per|in|ingaande|start|begin|medio|midden"
    r"|(?:1e|2e|eerste|tweede) helft(?: van)?"
    r"|einde?|voorjaar|najaar|zomer|winter|herfst|lente|seizoen|schooljaar|jaar|t/m|tot en met|tot|until|anno"
    r"|[±~>≥])\s*"
)
_BEHIND = re.compile(r"\s*(?:\(.*\)|[*¹²³?.]+|e\.?v\.?|en verder|en eerder|eenmalig|doorlopend|jaarlijks|-\s*$)$")
_FIGURE, _SERIAL = re.compile(r"\d"), re.compile(r"\d{5}(?:[.,]\d+)?")
_ONLY_YEAR = re.compile(r"[^\d]{0,40}(?<!\d)((?:1[6-9]|20)\d\d)[^\d]{0,40}")
_ENDED = re.compile(r"\b(?:tot|until|einde?|gestopt|voor)\b")
_TIME, _DASH = re.compile(r"(?<=\d)[t\s]+\d{1,2}:\d{2}.*$"), re.compile("[‐‑‒–—−]")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_Y, _SHORT = r"(\d{4})", r"['’‘`]?(\d{2}|\d{4})"
_FORMS = tuple((re.compile(form), order) for form, order in (
    (rf"{_Y}(?:[.,]0+)?", "y"), (rf"{_Y}[-/.]\s?(\d{{1,2}})[-/.]\s?(\d{{1,2}})", "ymd"),
    (rf"(\d{{1,2}})[-/.]\s?(\d{{1,2}})[-/.]\s?{_SHORT}", "dmy"), (rf"(\d{{1,2}})[-/.]{_Y}", "my"),
    (rf"{_Y}[-/.](\d{{1,2}})", "ym"), (r"(\d{1,2})/['’]?(\d{2})", "my"),
    (rf"(\d{{1,2}})e?[-/.\s]+([a-z]{{3,9}})\.?[-/.\s]+{_SHORT}", "dmy"), (rf"([a-z]{{3,9}})\.?[-/.\s]*{_SHORT}", "my"),
    (rf"([a-z]{{3,9}})\.?\s+(\d{{1,2}}),?\s+{_Y}", "mdy"), (rf"{_Y}[-/.\s]+([a-z]{{3,9}})\.?", "ym"),
    (r"(\d{4})(\d{2})(\d{2})", "ymd"), (rf"(\d{{2}})(\d{{2}}){_Y}", "dmy"), (r"(\d{4})(\d{2})", "ym"),
    (r"['’‘`](\d{2})", "y"),
))  # fmt: skip
_QUARTERS = tuple((re.compile(form), number, year) for form, number, year in (
    (r"(?:q|k|kw)([1-4])[\s\-/]*(\d{4})", 1, 2), (r"([1-4])e?\s?(?:kwartaal|kw)\.?\s*(?:van\s)?(\d{4})", 1, 2),
    (r"(\d{4})[\s\-/]*(?:q|k|kw)([1-4])", 2, 1),
))  # fmt: skip
_SEASON = re.compile(r"(\d{4}|(?:1[3-9]|[2-9]\d)(?=/\d{2}$))\s?[/\-]\s?(?:(\d{4})|['’]?(\d{2}))(?![\d\-/])")
_NOW = r"(?:heden|nu|now|\.{2,3}|…)"
_SPANS = (
    re.compile(rf"(.*?\d)\s(?:-|t/m|tot en met|tot|until|to)\s(.*\d.*|{_NOW})"),
    re.compile(rf"(.*?\d)\s?(?:t/m|tot|-)\s?(\d{{4}}|{_NOW})"),
)
_SEVERAL = re.compile(r"\s?(?:,|;|&|\+|\ben\b|\band\b)\s?")


@dataclass(frozen=True)
class DateColumn:
    """How the dates of one column are read: the month first where the figures allow nothing else (9/13/2019)."""

    month_first: bool = False

    def read(self, cell: str) -> tuple[dt.date, dt.date | None]:
        """Return the day on which something began and, where the cell names that too, the day it ended."""
        if not _FIGURE.search(cell):
            raise _no_date()
        text = _simple(cell)
        season = _season(text)
        if season:
            began, ended = season
            return dt.date(began, 1, 1), dt.date(ended, 12, 31) if ended > began + 1 else None
        try:
            return self._day(text), None
        except CellFault:
            several = [part for part in _SEVERAL.split(text) if part]
            if len(several) > 1:
                return min(self._day(_simple(part)) for part in several), None
            span = next((found for pattern in _SPANS if (found := pattern.fullmatch(text))), None)
            if span is None:
                raise
        first = self._day(_simple(span[1]))
        last = self._day(_simple(span[2]), end=True) if _FIGURE.search(span[2]) else None
        return first, last if last and last > first else None

    def day(self, cell: str, *, end: bool = False) -> dt.date:
        """Return one day; of a bare month or year the first, and the last with ``end``."""
        start, last = self.read(cell)
        if not end:
            return start
        season = _season(_simple(cell))
        return dt.date(season[1], 12, 31) if season else last or self._day(_simple(cell), end=True)

    def _day(self, text: str, *, end: bool = False) -> dt.date:
        if _SERIAL.fullmatch(text) and SERIAL[0] <= float(text.replace(",", ".")) < SERIAL[1]:
            return dt.date(1899, 12, 30) + dt.timedelta(days=int(float(text.replace(",", "."))))
        for pattern, number, year in _QUARTERS:
            if found := pattern.fullmatch(text):
                return _date(int(found[year]), int(found[number]) * 3 - 2 + 2 * end, None, end)
        for pattern, order in _FORMS:
            found = pattern.fullmatch(text)
            if found:
                parts = dict(zip(order, found.groups(), strict=True))
                if self.month_first and order == "dmy" and parts["m"].isdecimal():
                    parts["m"], parts["d"] = parts["d"], parts["m"]
                return _date(_year(parts["y"]), _month(parts.get("m")), parts.get("d"), end)
        only = _ONLY_YEAR.fullmatch(text)
        if only and not _ENDED.search(text):  # "sinds de opening in 2004"
            return _date(int(only[1]), None, None, end)
        raise _no_date()


def date_column(cells: Iterable[str]) -> DateColumn:
    """Return how to read the dates of a column."""
    pairs = [re.match(r"\s*(\d{1,2})/(\d{1,2})/\d{2,4}", cell) for cell in cells]
    firsts, seconds = ([int(found[i]) for found in pairs if found] for i in (1, 2))
    return DateColumn(month_first=any(n > 12 for n in seconds) and not any(n > 12 for n in firsts))


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names, as a heading ("Bedrag 2024") or a cell of a column of years does."""
    found = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)]
    return tuple(dict.fromkeys(found))


def _simple(cell: str) -> str:
    text = plain_date(cell)
    for _ in range(3):
        shorter = _AROUND.sub("", _BEHIND.sub("", text)).strip()
        shorter = _WEEKDAY.sub("", shorter)
        if shorter == text or not _FIGURE.search(shorter):
            break
        text = shorter
    return _TIME.sub("", text)


def plain_date(cell: str) -> str:
    """Return a cell in lower case, with single spaces and plain dashes."""
    return _DASH.sub("-", " ".join(cell.casefold().split()))


def _season(text: str) -> tuple[int, int] | None:
    """Return the two years of "2019/2020", "2019-2021" or "2019/20"; None for another text."""
    found = None if _MONTH.fullmatch(text) else _SEASON.fullmatch(text)
    if found is None:
        return None
    first = _year(found[1])
    last = _year(found[2]) if found[2] else first // 100 * 100 + int(found[3])
    if last < first:
        raise _no_date()
    return first, last


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        year += 2000 if year < CENTURY else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _no_date()
    return year


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    month = int(text) if text.isdecimal() else _MONTHS.get(plain(text), 0)
    if not 1 <= month <= 12:
        raise _no_date()
    return month


def _date(year: int, month: int | None, day: str | None, end: bool) -> dt.date:
    month = month or (12 if end else 1)
    try:
        if day or not end:
            return dt.date(year, month, int(day or 1))
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    except ValueError as error:
        raise _no_date() from error


def _no_date() -> CellFault:
    remedy = Message.of("Write a year (2019) or a date (01-09-2019).")
    return CellFault("date", Message.of("This is not a date."), remedy)
