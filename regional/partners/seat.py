"""Where a partner sits, from the columns gemeente, plaats and land, and the places that need an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regional.files.problems import CellFault, Level, Problem
from regional.partners.columns import plain
from regional.partners.places import Found, find, is_municipality, near
from regional.partners.portfolio import Answer, PlaceStatus
from regional.partners.values import COUNTRIES, answer_in, choice
from regional.texts import Message

UNSETTLED = "niet te bepalen"
"""In gemeente: the municipality is open, whatever the name of the place suggests."""
TRIES = 300
"""Unknown places for which near names are sought, so that a long list of nonsense stays quick."""


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

    ``answered`` is place as written -> municipality code; an answer that is no code is passed over.
    ``ambiguous`` is place as first written -> candidate codes, best first; ``rows`` where each was seen first,
    ``taken`` the municipality or country that was taken meanwhile, "" for none.
    """

    answered: Mapping[str, str]
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)
    _near: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answered = {plain(p): str(code).upper() for p, code in self.answered.items() if is_municipality(code)}

    def of(self, cells: Mapping[str, str], row: int) -> Seat:
        """Return the seat of a row (column name -> text)."""
        municipality, place = _filled(cells, "gemeente"), _filled(cells, "plaats")
        country, faults = _country(cells)
        written = place or municipality
        if country not in ("", "NL"):
            return Seat(written, PlaceStatus.ABROAD, None, country, Answer.KNOWN, faults)
        answered = "" if find(municipality).code else self.answered.get(plain(written), "")
        if answered:
            return Seat(written, PlaceStatus.MUNICIPALITY, answered, "NL", Answer.KNOWN, faults)
        if plain(municipality) == UNSETTLED:
            return Seat(place, PlaceStatus.UNKNOWN, None, country, None, faults)
        if not written:
            return Seat("", PlaceStatus.UNKNOWN, None, country, _answer(cells), faults)
        found, more = self._located(municipality, place)
        return self._seat("plaats" if place else "gemeente", written, found, country, (*faults, *more), row)

    def _located(self, municipality: str, place: str) -> tuple[Found, Faults]:
        """The municipality's own column goes first; where it says nothing, or several, the place may tell."""
        by_name, by_place = find(municipality), find(place)
        if by_name.code:
            return Found(by_name.status, by_name.code, "NL"), ()
        both = tuple(code for code in _spots(by_name) if code in _spots(by_place))
        if len(both) == 1:
            return Found(PlaceStatus.MUNICIPALITY, both[0], "NL"), ()
        if not _is_nowhere(by_name):
            return by_name, ()
        is_only_this_wrong = municipality and not _is_nowhere(by_place)
        return by_place, (self._unknown("gemeente", municipality),) if is_only_this_wrong else ()

    def _seat(self, column: str, written: str, found: Found, country: str, faults: Faults, row: int) -> Seat:
        if found.status is PlaceStatus.ABROAD and country == "NL":
            found = _in_this_country(found)
        if found.candidates:
            self._ask(written, found, row)
        if found.status is not PlaceStatus.UNKNOWN:
            return Seat(written, found.status, found.code, found.country, Answer.KNOWN, faults)
        if not found.candidates:
            faults = (*faults, self._unknown(column, written))
        return Seat(written, PlaceStatus.UNKNOWN, None, country, None, faults)

    def _ask(self, written: str, found: Found, row: int) -> None:
        first = self._seen.setdefault(plain(written), written)
        self.ambiguous.setdefault(first, found.candidates)
        self.rows.setdefault(first, row)
        self.taken[first] = found.code or found.country

    def _unknown(self, column: str, place: str) -> tuple[str, str, CellFault]:
        if len(self._near) < TRIES:
            self._near.setdefault(place, near(place))
        names = self._near.get(place, ())
        remedy = Message.of("Write the municipality in a column “gemeente”, or the country in “land”.")
        if names:
            remedy = Message.of("Did you mean: {words}?", words=", ".join(names))
        return column, place, CellFault("place_unknown", Message.of("We do not know this place."), remedy)

    def problems(self, names: Mapping[str, str], heading: str) -> list[Problem]:
        """Return one problem for each place that needs an answer; ``names``: municipality code -> name."""
        remedy = Message.of("Choose one: that settles all rows with this name. Or write the municipality beside it.")
        return [
            Problem("place_ambiguous", Level.INFO if self.taken[place] else Level.WARNING,
                    self._which(place, codes, names), remedy, self.rows[place], heading, place[:80])
            for place, codes in self.ambiguous.items()
        ]  # fmt: skip

    def _which(self, place: str, codes: tuple[str, ...], names: Mapping[str, str]) -> Message:
        taken = self.taken[place]
        others = ", ".join(names[code] for code in codes if code != taken)
        if not taken:
            return Message.of("This name occurs in more than one municipality: {names}.", names=others)
        name = names.get(taken, f"{place} ({taken})")
        return Message.of("We took {name}. This name also occurs in {others}.", name=name, others=others)


def _in_this_country(found: Found) -> Found:
    """Return the Dutch places of a name that is better known abroad."""
    if len(found.candidates) == 1:
        return Found(PlaceStatus.MUNICIPALITY, found.candidates[0], "NL")
    return Found(PlaceStatus.UNKNOWN, candidates=found.candidates)


def _spots(found: Found) -> tuple[str, ...]:
    return found.candidates or ((found.code,) if found.code else ())


def _is_nowhere(found: Found) -> bool:
    return found.status is PlaceStatus.UNKNOWN and not found.candidates


def _filled(cells: Mapping[str, str], column: str) -> str:
    cell = cells.get(column, "")
    return "" if answer_in(cell) is not None else cell[:120].rstrip()


def _answer(cells: Mapping[str, str]) -> Answer | None:
    """Return what stands in place of a place ("geen antwoord"), None where nothing does."""
    answers = [answer_in(cells.get(column, "")) for column in ("plaats", "gemeente")]
    return next((a for a in answers if a not in (None, Answer.NOT_ASKED)), None)


def _country(cells: Mapping[str, str]) -> tuple[str, Faults]:
    """Return the ISO code of the column land, "" where it is empty or not understood."""
    cell = _filled(cells, "land")
    if not cell:
        return "", ()
    try:
        return choice(COUNTRIES)(cell), ()
    except CellFault as fault:
        return "", (("land", cell, fault),)
