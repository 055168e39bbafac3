"""Under "te bekijken": of each response what kind it is, what its words mean, and what is in the way of keeping it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache

from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.portfolio import Answer
from regional.questionnaire.questions import PARTS, RETIRED, part
from regional.questionnaire.response import GOOD, Response, Said
from regional.texts import N_


class ResponseCase(StrEnum):
    """What kind of response it is; the first that fits."""

    ERASED = "erased"
    FOREIGN = "foreign"
    REPEATED = "repeated"
    OLDER = "older"
    NOT_ASKED = "not_asked"
    EMPTY = "empty"
    HALF = "half"
    WHOLE = "whole"


CASE_WORDS = {
    ResponseCase.ERASED: N_("Refused: this partner was erased"),
    ResponseCase.FOREIGN: N_("We do not know whose answers these are"),
    ResponseCase.REPEATED: N_("The same as we have already"),
    ResponseCase.OLDER: N_("Older than what we know"),
    ResponseCase.NOT_ASKED: N_("We did not ask this partner"),
    ResponseCase.EMPTY: N_("Nothing was filled in"),
    ResponseCase.HALF: N_("Partly filled in"),
    ResponseCase.WHOLE: N_("Filled in"),
}
GOOD_CASES = (ResponseCase.HALF, ResponseCase.WHOLE)
"""What is kept with all the others at once; the rest is looked at one by one."""


@dataclass(frozen=True)
class Known:
    """What a museum has of one partner: its name, when it was asked, what it answered last and when."""

    name: str
    asked_on: dt.date | None = None
    answered_on: dt.date | None = None
    said: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True)
class Meaning:
    """What one answer comes to in the list of partners.

    ``values`` are ids; ``open`` what is not understood with the ids that it may mean, the likeliest first.
    """

    values: tuple[str, ...] = ()
    state: Answer = Answer.KNOWN
    open: tuple[tuple[str, tuple[str, ...]], ...] = ()


def case_of(response: Response, known: Mapping[str, Known], erased: Collection[str]) -> ResponseCase:
    """Return what kind of response this is."""
    if response.partner_id in erased:
        return ResponseCase.ERASED
    one = known.get(response.partner_id)
    if one is None:
        return ResponseCase.FOREIGN
    if not response.said:
        return ResponseCase.EMPTY
    if all(one.said.get(part_id) == said for part_id, said in response.said.items()):
        return ResponseCase.REPEATED
    when = response.given_on or response.made_on
    if one.answered_on and when and when < one.answered_on:
        return ResponseCase.OLDER
    # Who has a link has it from us.
    if one.asked_on is None and response.way != "link":
        return ResponseCase.NOT_ASKED
    return ResponseCase.HALF if response.open else ResponseCase.WHOLE


def recognised(response: Response, known: Mapping[str, Known]) -> Response:
    """Return a response without a reference as that of the only partner of the name it gives; else as it is."""
    if response.partner_id or not response.name:
        return response
    same = [partner_id for partner_id, one in known.items() if plain(one.name) == plain(response.name)]
    return replace(response, partner_id=same[0]) if len(same) == 1 else response


def named_in(text: str, known: Mapping[str, Known]) -> str:
    """Return the id of the partner whose name stands in a text, "" for none; the longest where there are more."""
    inside = f" {plain(text)} "
    found = [(len(form), i) for i, one in known.items() if len(form := plain(one.name)) > 2 and f" {form} " in inside]
    return max(found, default=(0, ""))[1]


def meaning(part_id: str, said: Said, region: Sequence[str] = ()) -> Meaning:
    """Return what an answer means in the list; () and KNOWN for parts that only stand with the answers.

    Parameters
    ----------
    region : codes of the museum's region, for "in our whole region".
    """
    if said.state is not Answer.KNOWN:
        return Meaning(state=said.state)
    column = part(part_id).column
    if column == "werkgebied":
        return _area(said, tuple(region))
    if column == "fase":
        return Meaning(said.codes[:1])
    return _groups(part_id, said) if column else Meaning()


def _area(said: Said, region: tuple[str, ...]) -> Meaning:
    values = [code for choice in said.codes for code in (region if choice == "region" else ())]
    values += ["NL"] if "country" in said.codes else []
    found, unknown = _places(said.words)
    values += found
    if not values and not unknown and "online" in said.codes:
        return Meaning(state=Answer.NOT_APPLICABLE)
    return Meaning(tuple(dict.fromkeys(values)), open=tuple((text, ()) for text in unknown))


_BEFORE = re.compile(
    r"^(?:(?:en|and|ook|also|heel|hele|de hele|in heel|gemeente|regio|in|vooral|whole of)\s+)+", re.IGNORECASE
)
"""Words before a place that say nothing of which it is."""


@lru_cache(maxsize=4_096)
def _places(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the areas in words, and the parts that are none: one that is unknown drops no other."""
    from regional.partners.places import work_area

    codes, unknown = list[str](), list[str]()
    for piece in filter(None, map(str.strip, re.split(r"[;\n]", words))):
        # "Heerlen, Kerkrade" is two; "Nuenen, Gerwen en Nederwetten" is the name of one.
        cut = re.split(r",|/|\s(?:en|and)\s", piece)
        parts = [piece] if plain(piece) in _whole_names() else [p.strip() for p in cut if p.strip()]
        for text in parts:
            bare = _BEFORE.sub("", text)
            found = _codes(text, work_area) or _codes(bare, work_area) or _within(text, work_area)
            codes += found
            unknown += [] if found else [text]
    return tuple(dict.fromkeys(codes)), tuple(unknown)


_NOT = re.compile(r"\b(?:niet|geen|behalve|zonder|not|no|except|without)\b", re.IGNORECASE)
_LONGEST_NAME, _MOST_WORDS = 5, 60
"""Words of a place's name, and of a sentence in which places are sought, at most."""


def _within(text: str, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the codes of the places that a sentence names; none where it says where somebody does not work."""
    words = text.split()
    if _NOT.search(text) or not 1 < len(words) <= _MOST_WORDS:
        return ()
    codes, at = list[str](), 0
    while at < len(words):
        found, size = _place_at(words, at, read)
        codes += found
        at += size
    return tuple(codes)


def _place_at(words: Sequence[str], at: int, read: Callable[[str], tuple[str, ...]]) -> tuple[tuple[str, ...], int]:
    """Return the codes of the longest name of a place that begins at a word with a capital, and its words."""
    for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        name = " ".join(words[at : at + size]).strip('.,:;!?()"“”')
        is_name = name[:1].isupper() or (name[:1] in "'’" and any(map(str.isupper, name)))
        found = _codes(name, read) if is_name and (at or size > 1) else ()
        if found:
            return found, size
    return (), 1


@cache
def _whole_names() -> frozenset[str]:
    from regional.partners.places import municipality_names

    return frozenset(map(plain, municipality_names().values()))


def _codes(text: str, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return read(text)
    except CellFault:
        return ()


def _groups(part_id: str, said: Said) -> Meaning:
    from regional.dimensions import reach_group_ids
    from regional.partners.groups import groups_in

    options = [part(part_id).option(code) for code in said.codes if code not in GOOD]
    values = [group for option in options if option for group in option.groups]
    allowed = (*reach_group_ids(), "everyone") if part_id == "mainly_for" else reach_group_ids()
    found = groups_in(said.words) if said.words else None
    if found:
        values += [group for group in found.ids if group in allowed]
        asked = tuple((text, tuple(i for i in may if i in allowed)) for text, may in found.asked)
    else:
        asked = ()
    if "everyone" in values:
        values = ["everyone"]
    return Meaning(tuple(dict.fromkeys(values)), open=asked)


def cells_of(
    said: Mapping[str, Said], region: Sequence[str], chosen: Mapping[str, Sequence[str]] | None = None
) -> dict[str, tuple[str, Answer]]:
    """Return column of the partner file -> (cell, state) for what answers fill.

    Parameters
    ----------
    chosen : part id -> ids that the museum mapped own words to; they are added to what was understood.

    A part of which nothing is understood fills nothing: what was known stays.
    """
    cells = dict[str, tuple[str, Answer]]()
    for part_id, one in said.items():
        if part_id in RETIRED or part_id not in PARTS or not PARTS[part_id].column:
            continue
        found = meaning(part_id, one, region)
        values = tuple(dict.fromkeys([*found.values, *(chosen or {}).get(part_id, ())]))
        if values:
            cells[PARTS[part_id].column] = ("; ".join(values), Answer.KNOWN)
        elif found.state is not Answer.KNOWN:
            cells[PARTS[part_id].column] = ("", found.state)
    return cells
