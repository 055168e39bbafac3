"""Where a partner sits, from the cells of its row that tell a place, and the places that need an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regional.files.problems import CellFault, Level, Problem
from regional.partners.places import How, Match, country_code, is_municipality, match, near
from regional.partners.places.countries import country_name, near_countries
from regional.partners.places.near import SLIP
from regional.partners.places.spelling import fold
from regional.partners.portfolio import Answer, PlaceStatus
from regional.partners.values import answer_in
from regional.texts import Message

UNSETTLED = "niet te bepalen"
"""In gemeente: the municipality is open, whatever the name of the place suggests."""
NONE_OF_THESE = "-"
"""The answer that a place is none of those that were offered."""
TRIES = 300
"""Unknown places for which near names are sought, so that a long list of nonsense stays quick."""
TOLD = (How.HAMLET, How.FORMER)
"""What a place may be recognised by that is told: a hamlet has one source, a municipality that ended is no more."""

Faults = tuple[tuple[str, str, CellFault], ...]
"""Column, cell and what is wrong with it."""


@dataclass(frozen=True)
class Seat:
    """Where one partner sits; ``place`` as written, ``answer`` None where nothing was asked."""

    place: str
    status: PlaceStatus
    code: str | None = None
    country: str = ""
    answer: Answer | None = None
    faults: Faults = ()


@dataclass
class Seats:
    """Finds seats; remembers which place names need an answer.

    ``answered`` is place as written -> municipality or country code; an answer that is neither is passed over.
    ``ambiguous`` is place as first written -> codes to choose from, the likeliest first; ``misspelt`` the same of what
    is a slip of the pen; ``rows`` where each stands; ``elsewhere`` place -> municipality, of hamlets and municipalities
    that ended; ``refused`` places that are none of what was offered.
    """

    answered: Mapping[str, str]
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, list[int]] = field(default_factory=dict)
    misspelt: dict[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    _seen: dict[str, str] = field(default_factory=dict)
    _near: dict[str, dict[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.refused = frozenset(fold(place) for place, code in self.answered.items() if code == NONE_OF_THESE)
        codes = {fold(place): str(code).upper() for place, code in self.answered.items()}
        self.answered = {place: code for place, code in codes.items() if is_municipality(code) or _is_country(code)}

    def of(self, cells: Mapping[str, str], row: int) -> Seat:
        """Return the seat of a row (column name -> text)."""
        municipality, place = _filled(cells, "gemeente"), _filled(cells, "plaats")
        postcode, land, province = _filled(cells, "postcode"), _filled(cells, "land"), cells.get("provincie", "")[:120]
        written = place or municipality
        nation = country_code(land)
        if land and not nation:
            faults = (("land", land, _unknown_country(land)),)
            return Seat(written, PlaceStatus.UNKNOWN, None, "", _answer(cells), faults)
        if fold(municipality) == UNSETTLED:
            return Seat(place, PlaceStatus.UNKNOWN, None, nation, None)
        if not (written or postcode or nation not in ("", "NL")):
            return Seat("", PlaceStatus.UNKNOWN, None, nation, _answer(cells))
        found = match(place, postcode=postcode, province=province, country=land, municipality=municipality)
        return self._seat(cells, self._settled(written, found), row)

    def _settled(self, written: str, found: Match) -> Match:
        """Take the answer that was given for this name, where the row itself leaves it open."""
        code = self.answered.get(fold(written), "")
        if found.status is not PlaceStatus.UNKNOWN or not code or (found.options and code not in found.options):
            return found
        if is_municipality(code):
            return Match(PlaceStatus.MUNICIPALITY, code, "NL")
        return Match(PlaceStatus.ABROAD, None, code)

    def _seat(self, cells: Mapping[str, str], found: Match, row: int) -> Seat:
        municipality, place = _filled(cells, "gemeente"), _filled(cells, "plaats")
        written, column = (place, "plaats") if place else (municipality, "gemeente")
        if found.code and found.how in TOLD:
            self.elsewhere.setdefault(self._first(written, row), found.code)
        if found.status is not PlaceStatus.UNKNOWN:
            return Seat(written, found.status, found.code, found.country, Answer.KNOWN, self._wrong_town(cells))
        nation = country_code(_filled(cells, "land"))
        if found.options:
            self.ambiguous.setdefault(self._first(written, row), found.options)
            return Seat(written, PlaceStatus.UNKNOWN, None, nation, None, self._wrong_town(cells))
        faults = (self._unknown(column, written),) if written else ()
        self._ask_what_is_meant(written, row)
        return Seat(written, PlaceStatus.UNKNOWN, None, nation, None, faults)

    def _ask_what_is_meant(self, written: str, row: int) -> None:
        """Take up a name that is a slip of the pen away from one that we know."""
        slips = [name for name, alike in self._near.get(written, {}).items() if alike >= SLIP]
        if not slips or fold(written) in self.refused:
            return
        found = (match(name).code or match(municipality=name).code for name in slips)
        codes = tuple(dict.fromkeys(code for code in found if code))
        if codes:
            self.misspelt.setdefault(self._first(written, row), codes)

    def _wrong_town(self, cells: Mapping[str, str]) -> Faults:
        """Tell a municipality that we do not know where the place beside it settled the seat."""
        municipality, place = _filled(cells, "gemeente"), _filled(cells, "plaats")
        is_known = not (municipality and place) or match(municipality=municipality) != match()
        return () if is_known else (self._unknown("gemeente", municipality),)

    def _first(self, written: str, row: int) -> str:
        first = self._seen.setdefault(fold(written), written)
        self.rows.setdefault(first, []).append(row)
        return first

    def _unknown(self, column: str, place: str) -> tuple[str, str, CellFault]:
        if place not in self._near and len(self._near) < TRIES:
            self._near[place] = near(place)
        names = self._near.get(place, {})
        remedy = Message.of("Write the municipality in a column “gemeente”, or the country in “land”.")
        if names:
            remedy = Message.of("Did you mean: {words}?", words=", ".join(names))
        return column, place, CellFault("place_unknown", Message.of("We do not know this place."), remedy)

    def problems(self, names: Mapping[str, str], heading: str) -> list[Problem]:
        """Return one problem for each place that needs an answer or was led elsewhere; ``names``: code -> name."""
        remedy = Message.of("Choose one: that settles all rows with this name. Or write the municipality beside it.")
        asked = [
            Problem("place_ambiguous", Level.WARNING,
                    Message.of("This name occurs more than once: {names}.",
                               names=", ".join(names.get(code) or country_name(code) for code in codes)),
                    remedy, self.rows[place][0], heading, place[:80])
            for place, codes in self.ambiguous.items()
        ]  # fmt: skip
        told = [
            Problem("place_elsewhere", Level.INFO, Message.of("We took this to lie in {name}.", name=names[code]),
                    Message.of("Is that wrong? Write the municipality in a column “gemeente”."),
                    self.rows[place][0], heading, place[:80])
            for place, code in self.elsewhere.items()
        ]  # fmt: skip
        return asked + told


def _is_country(code: str) -> bool:
    return len(code) == 2 and code != "NL" and country_code(code) == code


def _unknown_country(land: str) -> CellFault:
    names = near_countries(land)
    remedy = Message.of("Write the country in full, for instance Duitsland, or leave it empty.")
    if names:
        remedy = Message.of("Did you mean: {words}?", words=", ".join(names))
    return CellFault("country_unknown", Message.of("We do not know this country."), remedy)


def _filled(cells: Mapping[str, str], column: str) -> str:
    cell = cells.get(column, "")
    return "" if answer_in(cell) is not None else cell[:120].rstrip()


def _answer(cells: Mapping[str, str]) -> Answer | None:
    """Return what stands in place of a place ("geen antwoord"), None where nothing does."""
    answers = [answer_in(cells.get(column, "")) for column in ("plaats", "gemeente")]
    return next((a for a in answers if a not in (None, Answer.NOT_ASKED)), None)
