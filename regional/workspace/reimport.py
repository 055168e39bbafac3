"""A list that is read in again: who is known already, who may be under another spelling, and what becomes of both.

Pure: nothing is kept here, and nobody is merged without the user saying so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regional.partners.columns import plain
from regional.workspace.rows import PARTNER_ID, PartnerRow, recognised_by

Gone = Literal["stay", "ended", "removed"]
"""What becomes of a partner that the new list does not name."""
ALIKE = 85
"""From how alike (0 to 100) two names are proposed as one partner."""
ALL_COMPARED = 4_000
"""Known names with which each new one is compared, whatever its words."""
ALL_SHARED = 400
"""Known names that a beginning of a word may have; one of more ("stichting") tells nothing."""


@dataclass(frozen=True)
class Likeness:
    """A partner of the new list (its position) that may be a known one under another spelling, or in another place."""

    position: int
    name: str
    partner_id: str
    known: str


def recognise(records: Sequence[Mapping[str, str]], known: Sequence[PartnerRow]) -> dict[int, str]:
    """Return position in the new list -> id of the known partner of exactly that name and place.

    Nobody is recognised where two bear the same name in one place.
    """
    ours, theirs = _by_key([row.cells for row in known]), _by_key(records)
    return {
        theirs[key][0]: known[positions[0]].partner_id
        for key, positions in ours.items()
        if len(positions) == 1 and len(theirs.get(key, ())) == 1
    }


def alike(
    records: Sequence[Mapping[str, str]], known: Sequence[PartnerRow], same: Mapping[int, str]
) -> tuple[Likeness, ...]:
    """Return whom of the others the user should be asked about, the best match for each first come.

    Names are compared as fuzz.token_sort_ratio does. Beside more than ``ALL_COMPARED`` known names only those are
    compared in which a word begins alike, so that a long list beside a long list takes no minutes.
    """
    from rapidfuzz import fuzz, process

    named = set(same.values())
    left = [row for row in known if row.partner_id not in named]
    names: list[str | None] = [_in_order(row.name) for row in left]  # None once somebody is found
    of_word = _by_beginning(names)
    found = []
    for position, record in enumerate(records):
        if position in same:
            continue
        name = _in_order(record.get("naam", ""))
        near = names if of_word is None else {i: names[i] for word in name.split() for i in of_word.get(word[:3], ())}
        best = process.extractOne(name, near, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            row = left[best[2]]
            names[best[2]] = None
            found.append(Likeness(position, record.get("naam", ""), row.partner_id, row.name))
    return tuple(found)


def _in_order(name: str) -> str:
    """Return a name with its words in the order of the alphabet."""
    return " ".join(sorted(plain(name).split()))


def _by_beginning(names: Sequence[str | None]) -> dict[str, list[int]] | None:
    """Return the first letters of a word -> the names that have it; None where all names can be compared."""
    if len(names) <= ALL_COMPARED:
        return None
    found: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        for beginning in {word[:3] for word in (name or "").split()}:
            found.setdefault(beginning, []).append(i)
    return {beginning: places for beginning, places in found.items() if len(places) <= ALL_SHARED}


def combine(
    records: Sequence[Mapping[str, str]], known: Sequence[PartnerRow], same: Mapping[int, str], gone: Gone = "stay"
) -> list[dict[str, str]]:
    """Return all partners as they would be kept, in the order of the new list, then those it does not name.

    Parameters
    ----------
    records : column -> cell, of to_records.
    known : the version in use.
    same : position -> id of the known partner that it is, of :func:`recognise` and what the user confirmed.
    gone : what becomes of known partners that are not named.

    What is empty in the new list stays as it was: a bare list does not wipe out what the museum filled in.
    """
    was = {row.partner_id: row for row in known}
    rows = []
    for position, record in enumerate(records):
        partner_id = same.get(position, "")
        before = dict(was[partner_id].cells) if partner_id in was else {}
        if _moved(before, record):
            before = {column: cell for column, cell in before.items() if column not in ("plaats", "gemeente", "land")}
        rows.append(
            {**before, **{c: v for c, v in record.items() if v}, **({PARTNER_ID: partner_id} if partner_id else {})}
        )
    named = set(same.values())
    return rows + [row for one in known if one.partner_id not in named for row in _not_named(one, gone)]


def _moved(before: Mapping[str, str], record: Mapping[str, str]) -> bool:
    """A new place takes the old municipality with it."""
    return bool(record.get("plaats") or record.get("gemeente")) and recognised_by(before)[1] != recognised_by(record)[1]


def _not_named(row: PartnerRow, gone: Gone) -> list[dict[str, str]]:
    if gone == "removed":
        return []
    status = {"status": "ended"} if gone == "ended" else {}
    return [{**row.cells, **status, PARTNER_ID: row.partner_id}]


def _by_key(cells: Sequence[Mapping[str, str]]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for position, record in enumerate(cells):
        found.setdefault(recognised_by(record), []).append(position)
    return found
