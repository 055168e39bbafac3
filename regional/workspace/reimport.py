"""A list that is read in again: who is known already, who may be under another spelling, and what becomes of both.

Pure: nothing is kept here, and nobody is merged without the user saying so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regional.partners.columns import plain
from regional.partners.partner import Partner
from regional.workspace.rows import PLACE, PartnerRow, recognised_by

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


def recognise(partners: Sequence[Partner], known: Sequence[PartnerRow]) -> dict[int, str]:
    """Return position in the new list -> id of the known partner of exactly that name and place.

    Nobody is recognised where two bear the same name in one place. Where one of both has no place yet nothing differs:
    the only one of that name is who it is.
    """
    ours, theirs = _by_key([row.partner for row in known]), _by_key(partners)
    same = {theirs[key][0]: positions[0] for key, positions in ours.items()
            if len(positions) == 1 and len(theirs.get(key, ())) == 1}  # fmt: skip
    of_name, their_names = _by_name(ours), _by_name(theirs)
    for name, keys in of_name.items():
        both = (*keys, *their_names.get(name, ()))
        is_one = len(both) == 2 and len(ours[keys[0]]) == 1 and len(theirs.get(both[1], ())) == 1
        if is_one and keys[0] != both[1] and "" in (both[0][1], both[1][1]):
            same[theirs[both[1]][0]] = ours[keys[0]][0]
    return {position: known[at].partner_id for position, at in same.items()}


def _by_name(keys: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for key in keys:
        found.setdefault(key[0], []).append(key)
    return found


def alike(partners: Sequence[Partner], known: Sequence[PartnerRow], same: Mapping[int, str]) -> tuple[Likeness, ...]:
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
    for position, partner in enumerate(partners):
        if position in same:
            continue
        name = _in_order(partner.name)
        near = names if of_word is None else {i: names[i] for word in name.split() for i in of_word.get(word[:3], ())}
        best = process.extractOne(name, near, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            row = left[best[2]]
            names[best[2]] = None
            found.append(Likeness(position, partner.name, row.partner_id, row.name))
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
    partners: Sequence[Partner], known: Sequence[PartnerRow], same: Mapping[int, str], gone: Gone = "stay"
) -> list[PartnerRow]:
    """Return all partners as they would be kept, in the order of the new list, then those it does not name.

    Parameters
    ----------
    partners : those of the new list.
    known : the version in use.
    same : position -> id of the known partner that it is, of :func:`recognise` and what the user confirmed.
    gone : what becomes of known partners that are not named.

    What is empty in the new list stays as it was: a bare list does not wipe out what the museum filled in. The id of a
    partner that is new is "" until it is kept.
    """
    was, rows = {row.partner_id: row for row in known}, list[PartnerRow]()
    for position, partner in enumerate(partners):
        before = was.get(same.get(position, ""))
        rows.append(replace(before, partner=_together(before.partner, partner)) if before else PartnerRow("", partner))
    named = set(same.values())
    return rows + [row for one in known if one.partner_id not in named for row in _not_named(one, gone)]


def read_once_more(partners: Sequence[Partner], known: Sequence[PartnerRow], source: str) -> list[PartnerRow]:
    """Return the partners of a list that is read again, with an answer, over what it came to at first (``source``).

    What was typed or confirmed since goes before the list, and who was added by hand stays.
    """
    bare = [row.without(source) for row in known]
    rows = combine(partners, bare, recognise(partners, bare), "removed")
    own = {row.partner_id: _of_others(row.partner, source) for row in known}
    named = {row.partner_id for row in rows}
    added = [
        row for row in known if row.partner_id not in named and len(own[row.partner_id]) == len(row.partner.fields)
    ]
    kept = [replace(row, partner=row.partner.changed(fields={**row.partner.fields, **own.get(row.partner_id, {})}))
            for row in rows]  # fmt: skip
    return [*kept, *added]


def _of_others(partner: Partner, source: str) -> dict[str, object]:
    return {field: value for field, value in partner.fields.items() if partner.origin(field).source != source}


def _together(before: Partner, new: Partner) -> Partner:
    """Return what the new list says, and what was known where it says nothing; a new place takes all of the old."""
    kept = dict(before.fields)
    is_placed = new.fields.get("place") or new.fields.get("municipality")
    if is_placed and recognised_by(before)[1] != recognised_by(new)[1]:
        kept = {field: value for field, value in kept.items() if field not in PLACE}
    kept = {field: value for field, value in kept.items() if field not in new.answers}
    fields = {**kept, "status": "active", **new.fields}
    shares = {i: given for i, given in before.shares.items() if i not in new.answers} | new.shares
    answers = {q: answer for q, answer in before.answers.items() if q not in {*fields, *shares}}
    refused = [field for field in (*before.refused, *new.refused) if field not in fields]
    return Partner(fields=fields, shares=shares, answers={**answers, **new.answers},
                   refused=tuple(dict.fromkeys(refused)))  # fmt: skip


def _not_named(row: PartnerRow, gone: Gone) -> list[PartnerRow]:
    if gone == "removed":
        return []
    ended = row.partner.changed(fields={**row.partner.fields, "status": "ended"})
    return [replace(row, partner=ended) if gone == "ended" else row]


def _by_key(partners: Sequence[Partner]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for position, partner in enumerate(partners):
        found.setdefault(recognised_by(partner), []).append(position)
    return found
