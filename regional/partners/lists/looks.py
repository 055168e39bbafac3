"""What the cells of a column look like: names, places, years, amounts, kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from regional.files.problems import CellFault
from regional.partners.amounts import amount_column
from regional.partners.columns import plain
from regional.partners.dates import DateColumn
from regional.partners.groups import groups_in
from regional.partners.places import country_code, match
from regional.partners.portfolio import PlaceStatus
from regional.partners.schema import look_of
from regional.partners.values import LEGAL_FORMS, STATUS, answer_in, kinds

LOOKED_AT = 40
"""Different cells of a column that are looked at."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[.,]0+)?|(?:19|20)\d\d\s?[/\-]\s?(?:(?:19|20)\d\d|\d\d)")
_MONEY = re.compile(r"€|\beur\b|\d,\d\d$|\d\.\d{3}\b|\d+,-|\bmln\b|\bk$", re.IGNORECASE)
_POSTCODE = re.compile(r"(?:NL-?\s?)?[1-9]\d{3}\s?[A-Za-z]{2}")
_CODE = re.compile(r"[A-Za-z]{0,4}[-_/. ]?\d[\d\-_/.]*[A-Za-z]?")
_ADDRESS = re.compile(r"https?://|www\.|\w\.(?:nl|com|org|eu)$")
_YES_NO = frozenset(["ja", "nee", "yes", "no", "j", "n", "x", "true", "false", "waar", "onwaar"])
PROVINCES = frozenset(
    ("groningen", "friesland", "fryslan", "drenthe", "overijssel", "flevoland", "gelderland", "utrecht",
     "noord holland",
     "zuid holland", "zeeland", "noord brabant", "brabant", "limburg", "nh", "zh", "nb", "gld", "fr", "gr", "dr", "ov")
)  # fmt: skip


@dataclass(frozen=True)
class CellLooks:
    """Shares, from 0 to 1, of the different filled cells of a column that look like something; ``n`` filled cells."""

    n: int
    samples: tuple[str, ...]
    shares: Mapping[str, float] = field(default_factory=dict)
    distinct: float = 1.0
    length: float = 0.0

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of the schema that the cells alone may propose."""
        return tuple(column for column in ("naam", "plaats", "postcode", "soort") if self.fit(column) > 0.5)

    def fit(self, column: str) -> float:
        """Return from -1 (these cells cannot be that column) to 1 (they look just like it), 0 where nothing tells."""
        if self.n == 0:
            return 0.0
        if column.startswith("bedrag"):
            return self._amount()
        how = _FITS.get(look_of(column))
        return how(self) if how else 0.0

    def of(self, look: str) -> float:
        """Return the share of the cells that look like this."""
        return self.shares.get(look, 0.0)

    def _amount(self) -> float:
        if self.of("year") > 0.8 and self.of("money") < 0.2:
            return -1.0 if self.n > 1 else -0.2
        if self.of("amount") < 0.2:
            return -1.0
        return 1.0 if self.of("money") > 0.3 else self.of("amount") - 0.3


def _name(e: CellLooks) -> float:
    if max(map(e.of, ("number", "year", "date", "postcode", "url"))) > 0.5:
        return -1.0
    if e.of("kind") > 0.6 or e.of("yes_no") > 0.6 or e.of("text") < 0.4:
        return -1.0
    if max(map(e.of, ("country", "form", "province"))) > 0.6:
        return -0.9
    if e.of("code") > 0.5 or (e.of("place") > 0.7 and len(e.samples) > 2):
        return -0.6
    if e.n > 7 and e.distinct < 0.15:
        return -0.8
    return (0.9 if e.distinct > 0.8 else 0.4) - (0.6 if e.length > 60 else 0.0) - 0.5 * e.of("group")


def _place(e: CellLooks) -> float:
    if max(e.of("number"), e.of("date"), e.of("url")) > 0.6:
        return -1.0
    return 1.0 if e.of("place") >= 0.5 else -0.2 if e.n > 4 and e.of("place") < 0.1 else 0.1


def _dated(e: CellLooks) -> float:
    fits = max(e.of("year"), e.of("date"))
    return fits if fits >= 0.3 else -1.0


def _known(look: str) -> Callable[[CellLooks], float]:
    """Return the fit of a column whose cells are words of a list."""

    def fit(e: CellLooks) -> float:
        if e.of("number") > 0.6 or e.of("url") > 0.5:
            return -1.0
        if e.of(look) >= 0.4:
            return 1.0
        return -0.4 if e.n > 4 and e.distinct > 0.8 else 0.0

    return fit


def _text(e: CellLooks) -> float:
    return -1.0 if max(e.of("number"), e.of("date"), e.of("url")) > 0.6 else 0.1


_FITS: Mapping[str, Callable[[CellLooks], float]] = {
    "name": _name, "place": _place, "date": _dated, "text": _text,
    **{look: _known(look) for look in ("kind", "country", "form", "province", "group")},
    "year": lambda e: max(e.of("year"), e.of("date")) if max(e.of("year"), e.of("date")) > 0.6 else -1.0,
    "postcode": lambda e: 1.0 if e.of("postcode") > 0.5 else -0.9 if e.of("text") > 0.6 else 0.0,
    "status": lambda e: 0.5 if e.of("status") >= 0.3 else -0.9 if e.n > 1 else -0.3,
    "key": lambda e: 0.3 if e.distinct > 0.95 and not _counts(e.samples) else -1.0,
}  # fmt: skip
"""What a column's cells look like (``look`` in the schema) -> how well cells fit it."""


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether cells merely number the rows: 1, 2, 3."""
    return list(cells) == [str(i) for i in range(1, len(cells) + 1)]


def looks_of(cells: Sequence[str]) -> CellLooks:
    """Return what the filled cells of a column look like."""
    filled = [cell for cell in cells if cell and answer_in(cell) is None]
    samples = tuple(dict.fromkeys(filled))
    looked = samples[:LOOKED_AT]
    if not looked:
        return CellLooks(0, ())
    shares = {look: sum(test(cell) for cell in looked) / len(looked) for look, test in _LOOKS.items()}
    return CellLooks(len(filled), samples, shares, len(samples) / len(filled), sum(map(len, looked)) / len(looked))


def _is_amount(cell: str) -> bool:
    try:
        return amount_column("", [cell]).read(cell).euros is not None
    except CellFault:
        return False


def _is_date(cell: str) -> bool:
    if re.fullmatch(r"[\d.,]+", cell) and not re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2,4}", cell):
        return False
    try:
        return bool(DateColumn().day(cell)) and bool(re.search(r"\d", cell))
    except CellFault:
        return False


def is_place(cell: str) -> bool:
    """Tell whether a cell names a place that is known, here or abroad."""
    found = match(cell)
    return found.status is not PlaceStatus.UNKNOWN or bool(found.options)


def _is_kind(cell: str) -> bool:
    try:
        return bool(kinds()(cell))
    except CellFault:
        return False


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    name: lru_cache(maxsize=2_048)(test)
    for name, test in {
        "year": lambda cell: bool(_YEAR.fullmatch(cell)),
        "number": lambda cell: bool(re.fullmatch(r"[-−(]?\s*€?\s*[\d.,'’\s]*\d[\d.,'’\s]*\)?(?:[-=]|%)?", cell)),
        "amount": _is_amount,
        "money": lambda cell: bool(_MONEY.search(cell)) and bool(re.search(r"\d", cell)),
        "date": _is_date,
        "postcode": lambda cell: bool(_POSTCODE.fullmatch(cell)),
        "place": is_place,
        "province": lambda cell: plain(cell) in PROVINCES,
        "country": lambda cell: bool(country_code(cell)),
        "kind": _is_kind,
        "form": lambda cell: plain(cell) in LEGAL_FORMS,
        "status": lambda cell: plain(cell) in STATUS,
        "group": lambda cell: bool(groups_in(cell).ids),
        "yes_no": lambda cell: plain(cell) in _YES_NO,
        "code": lambda cell: bool(_CODE.fullmatch(cell)),
        "url": lambda cell: bool(_ADDRESS.search(cell)),
        "text": lambda cell: bool(re.search(r"[^\W\d_]", cell)),
    }.items()
}  # fmt: skip
