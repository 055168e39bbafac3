"""Partners as rows with an id that stays: canonical, recognised, merged and compared. Pure: no database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from regional.partners.columns import plain
from regional.texts import Message
from regional.workspace.errors import Conflict, Invalid
from regional.workspace.stored import new_id

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

PARTNER_ID = "partner_id"
"""Key in a record that holds the partner's id, beside the columns of the partner file."""
Side = Literal["mine", "theirs"]


@dataclass(frozen=True)
class PartnerRow:
    """One partner: its id, the same in all versions, and its filled cells by column of the partner file.

    ``revision`` is the number of the first version that holds it in this state; 0 where it was not kept yet.
    """

    partner_id: str
    cells: Mapping[str, str]
    revision: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.cells, Mapping) or not all(isinstance(value, str) for value in self.cells.values()):
            raise ValueError("cells that are no texts")
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    @property
    def name(self) -> str:
        """The partner's name."""
        return self.cells.get("naam", "")

    @property
    def digest(self) -> str:
        """Hash of the id and the cells: what the row is kept under."""
        return digest_of([self.partner_id, sorted(self.cells.items())])

    def changed(self, **cells: str) -> PartnerRow:
        """Return the row with other cells; an empty one is taken out."""
        return replace(self, cells={c: v for c, v in {**self.cells, **cells}.items() if v})


Given = PartnerRow | Mapping[str, Any]
"""A row, or a record as from_records takes, with or without the key "partner_id"."""


@dataclass(frozen=True)
class Change:
    """One cell that differs between two versions; "" for empty."""

    partner_id: str
    name: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class VersionDiff:
    """What changed from one version to another; ``stopped`` partners are still there, with status gestopt."""

    added: tuple[PartnerRow, ...]
    removed: tuple[PartnerRow, ...]
    stopped: tuple[PartnerRow, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def digest_of(content: object) -> str:
    """Return the hash of something plain."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def canonical(rows: Sequence[Given], known: Iterable[PartnerRow]) -> list[PartnerRow]:
    """Return rows with canonical cells, each with its own id, that of a known partner or a new one.

    ``known``: partners as they were last, newest first; one is recognised by exactly its name and place.

    Raises
    ------
    Invalid
        A row cannot be kept (no name, a negative amount): ``fields`` holds "row:column" -> what is wrong, ``row``
        counted from 0.
    """
    from regional.partners.read import from_records
    from regional.partners.records import to_records

    result = from_records([_cells(row) for row in rows])
    if result.kept != len(rows):
        raise _refused(result)
    cells = to_records(result.portfolio)
    ids = _recognised(cells, [_given_id(row) for row in rows], known)
    return [PartnerRow(i, c) for i, c in zip(ids, cells, strict=True)]


def _cells(row: Given) -> dict[str, Any]:
    cells = row.cells if isinstance(row, PartnerRow) else row
    return {column: value for column, value in cells.items() if column != PARTNER_ID}


def _given_id(row: Given) -> str:
    return row.partner_id if isinstance(row, PartnerRow) else str(row.get(PARTNER_ID) or "")


def _refused(result: ImportResult) -> Invalid:
    # Row 1 holds the headings, so that the first record is row 2.
    told = {f"{(p.row or 2) - 2}:{p.column}": p.what for p in result.problems if p.row and p.code in _REFUSALS}
    return Invalid(told or {"": Message.of("Every partner needs a name.")})


_REFUSALS = ("no_name", "negative_amount")


def _recognised(cells: Sequence[Mapping[str, str]], given: Sequence[str], known: Iterable[PartnerRow]) -> list[str]:
    """Return an id for every row: the one given, that of the only known partner of this name and place, or a new one.

    No two rows share an id: of two branches with one name the second is new.
    """
    by_key: dict[tuple[str, str], list[str]] = {}
    for row in known:
        by_key.setdefault(recognised_by(row.cells), []).append(row.partner_id)
    taken, ids = {i for i in given if i}, list[str]()
    for record, own in zip(cells, given, strict=True):
        found = by_key.get(recognised_by(record), [])
        partner_id = own if own and own not in ids else ""
        if not partner_id and len(found) == 1 and found[0] not in taken:
            partner_id = found[0]
        partner_id = partner_id or new_id()
        taken.add(partner_id)
        ids.append(partner_id)
    return ids


def recognised_by(cells: Mapping[str, str]) -> tuple[str, str]:
    """Return what a partner is recognised by: its name and its place, without case and accents."""
    return plain(cells.get("naam", "")), cells.get("gemeente", "") or plain(cells.get("plaats", ""))


def merged(
    base: Sequence[PartnerRow],
    mine: Sequence[PartnerRow],
    theirs: Sequence[PartnerRow],
    newest: int,
    chosen: Mapping[str, Side],
) -> list[PartnerRow]:
    """Return what two editors made of ``base`` together, partner by partner; ``chosen`` settles a clash.

    Raises
    ------
    Conflict
        Both changed the same partner, differently, and nobody chose: ``mine`` and ``theirs`` are tuples of rows in
        the same order, None for one that was removed.
    """
    was, ours, now = ({row.partner_id: row for row in rows} for rows in (base, mine, theirs))
    kept, clashes = list[PartnerRow](), list[tuple[PartnerRow | None, PartnerRow | None]]()
    for i in dict.fromkeys([*ours, *now]):
        before, left, right = was.get(i), ours.get(i), now.get(i)
        if left not in (right, before) and right != before and i not in chosen:
            clashes.append((left, right))
            continue
        takes_theirs = chosen.get(i) == "theirs" if i in chosen else left == before
        row = right if takes_theirs else left
        kept += [row] if row else []
    if clashes:
        raise Conflict(tuple(left for left, _ in clashes), tuple(right for _, right in clashes), newest)
    return kept


def difference(before: Sequence[PartnerRow], after: Sequence[PartnerRow]) -> VersionDiff:
    """Return what changed from ``before`` to ``after``."""
    was, now = ({row.partner_id: row for row in rows} for rows in (before, after))
    both = [(was[i], row) for i, row in now.items() if i in was]
    return VersionDiff(
        added=tuple(row for i, row in now.items() if i not in was),
        removed=tuple(row for i, row in was.items() if i not in now),
        stopped=tuple(b for a, b in both if b.cells.get("status") == "ended" != a.cells.get("status")),
        changed=tuple(change for a, b in both for change in _changes(a, b)),
    )


def _changes(before: PartnerRow, after: PartnerRow) -> list[Change]:
    columns = dict.fromkeys([*before.cells, *after.cells])
    pairs = [(c, before.cells.get(c, ""), after.cells.get(c, "")) for c in columns]
    return [Change(after.partner_id, after.name, c, was, now) for c, was, now in pairs if was != now]
