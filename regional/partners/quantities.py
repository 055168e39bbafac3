"""Amounts, dates, percentages and numbers of people, as they are written in a Dutch sheet."""

from __future__ import annotations

import datetime as dt
import re

from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.texts import Message

FIRST_YEAR, LAST_YEAR = 1600, 2100
MOST = 1e12
"""No amount or number of people is larger; what is, is a mistake."""
CENTURY = 50
"""A year of two figures below this is in this century."""
_UNITS = {"k": 1e3, "dzd": 1e3, "duizend": 1e3, "m": 1e6, "mln": 1e6, "miljoen": 1e6}
_MONTHS = {name: number for number, names in enumerate(
    ("jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june",
     "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november",
     "dec december"), 1) for name in names.split()}  # fmt: skip


def decimal(text: str) -> float | None:
    """Return a number in Dutch or English form: ``1.250,5``, ``1,250.5``, ``1250,5``, ``1.250``; None where it is none.

    Three figures behind a single mark are thousands ("12.500", "12,500"), unless a zero stands before it.
    """
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST:
        return float(text)
    for pattern, thousands in _NUMBERS:
        if pattern.fullmatch(text):
            return float(thousands.sub("", text).replace(",", "."))
    return None


_LONGEST = 15
"""Figures of a number that is read."""
_NUMBERS = tuple((re.compile(form), re.compile(thousands)) for form, thousands in (
    (r"[1-9]\d{0,2}(?:[.'’]\d{3})+(?:,\d+)?", "[.'’]"), (r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", ","),
    (rf"\d{{1,{_LONGEST}}}(?:[.,]\d{{0,{_LONGEST}}})?", "$^"),
))  # fmt: skip
"""Forms of a number, and the marks between thousands in each."""


def amount(cell: str) -> float:
    """Return euros a year: ``1.250,50``, ``€ 2500``, ``12k``, ``1,250.50``. Fault where unreadable or negative."""
    text = _AROUND.sub("", "".join(cell.split()).casefold())
    match = _AMOUNT.fullmatch(text)
    value = decimal(match[2]) if match else None
    euros = None if match is None or value is None else value * _UNITS.get(match[3] or "", 1)
    if match is None or euros is None or euros > MOST:
        raise CellFault(
            "amount", Message.of("This is not an amount."), Message.of("Write euros a year, such as 1.250,50.")
        )
    if euros > 0 and (match[1] or match[4]):
        raise _negative()
    return euros


_AROUND = re.compile(r"euro|eur|€|perjaar|p/?j$|[,.][-–—]{1,2}")
_AMOUNT = re.compile(r"([-−–(]?)([\d.,'’]+)\)?(k|dzd|duizend|mln|miljoen|m)?([-−]?)")


def _negative() -> CellFault:
    return CellFault(
        "negative_amount",
        Message.of("An amount cannot be negative."),
        Message.of("Leave out the minus sign: whether money comes in or goes out follows from the kind of partner."),
        refuses=True,
    )


def day(cell: str, *, end: bool = False) -> dt.date:
    """Return a date: ISO, dd-mm-yyyy, dd-mm-yy, mm-yyyy, ``1 maart 2019`` or a year (the last day with ``end``)."""
    text = _SINCE.sub("", cell.strip().casefold())
    text = _TIME.sub("", text)
    for pattern, order in _DATES:
        match = pattern.fullmatch(text)
        if match:
            return _from_parts(dict(zip(order, match.groups(), strict=True)), end)
    raise _no_date()


_SINCE = re.compile(r"^(?:ca\.?|circa|sinds|vanaf|since|±|tot)\s*")
_TIME = re.compile(r"(?<=\d)[t\s]+\d{1,2}:\d{2}.*$")
_DATES = tuple((re.compile(form), order) for form, order in (
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", "ymd"), (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", "dmy"),
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})", "dmy"), (r"(\d{1,2})[-/.](\d{4})", "my"), (r"(\d{4})[-/](\d{1,2})", "ym"),
    (r"(\d{1,2})[-\s]+([a-z]{3,9})\.?[-\s]+(\d{4})", "dmy"), (r"([a-z]{3,9})\.?[-\s]+(\d{4})", "my"),
    (r"(\d{4})(?:[.,]0+)?", "y"),
))  # fmt: skip


def _from_parts(parts: dict[str, str], end: bool) -> dt.date:
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < CENTURY else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _no_date()
    month = _month(parts["m"]) if "m" in parts else (12 if end else 1)
    try:
        if "d" in parts or not end:
            return dt.date(year, month, int(parts.get("d", 1)))
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    except ValueError as error:
        raise _no_date() from error


def _month(text: str) -> int:
    month = int(text) if text.isdecimal() else _MONTHS.get(plain(text), 0)
    if not 1 <= month <= 12:
        raise _no_date()
    return month


def _no_date() -> CellFault:
    return CellFault(
        "date", Message.of("This is not a date."), Message.of("Write a year (2019) or a date (01-09-2019).")
    )


def percentage(cell: str) -> float:
    """Return the number in ``40``, ``40 %`` or ``40,5``, from 0 to 100."""
    value = decimal(re.sub(r"[%\s]", "", cell))
    if value is None or value > 100:
        raise CellFault("percentage", Message.of("This is not a percentage from 0 to 100."),
                    Message.of("Write a whole percentage, such as 40."))  # fmt: skip
    return value


def number(cell: str) -> int:
    """Return a whole number of people; "ca. 120" is 120."""
    value = decimal(re.sub(r"^(?:ca\.?|circa|±)|\s", "", cell.strip().casefold()))
    if value is None or value != int(value) or value > MOST:
        raise CellFault("number", Message.of("This is not a whole number."), Message.of("Write a number, such as 120."))
    return int(value)
