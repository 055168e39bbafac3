"""Partners as rows with an id that stays: canonical, recognised, merged and compared. Pure: no database."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from regional.partners import schema
from regional.partners.columns import plain
from regional.partners.partner import Partner, ValueOrigin
from regional.texts import Message
from regional.workspace.errors import Conflict, Invalid
from regional.workspace.stored import new_id

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

PARTNER_ID = "partner_id"
"""Key in a record that holds the partner's id, beside the columns of the partner file."""
PLACE = ("place", "municipality", "country", "place_status")
"""Fields that move together."""
Side = Literal["mine", "theirs"]


@dataclass(frozen=True, eq=False)
class PartnerRow:
    """One partner with its id, the same in all versions.

    ``revision`` is the number of the first version that holds it in this state; 0 where it was not kept yet. Two rows
    are equal that say the same of the same partner, wherever they have it from.
    """

    partner_id: str
    partner: Partner
    revision: int = 0

    @classmethod
    def of(cls, partner_id: str, cells: Mapping[str, Any]) -> PartnerRow:
        """Return the row of cells as from_records takes them; Invalid where they cannot be kept."""
        return cls(partner_id, _read([cells])[0])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartnerRow):
            return NotImplemented
        return self.partner_id == other.partner_id and self.partner.content == other.partner.content

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def cells(self) -> Mapping[str, str]:
        """Its filled cells by column of the partner file, as ids."""
        from regional.partners.records import cells_of

        return MappingProxyType(cells_of(self.partner))

    @property
    def name(self) -> str:
        """The partner's name."""
        return self.partner.name

    @cached_property
    def digest(self) -> str:
        """Hash of the id and all that is kept: what the row is kept under."""
        return digest_of([self.partner_id, json.dumps(self.partner.as_json(), sort_keys=True)])

    def changed(self, **cells: str) -> PartnerRow:
        """Return the row with other cells, read once; an empty one is taken out. Invalid where they cannot be kept."""
        return self.answered(cells)

    def answered(self, cells: Mapping[str, str], origin: ValueOrigin | None = None) -> PartnerRow:
        """Return the row with other cells, as :meth:`changed`; ``origin``: where they come from, if not typed here."""
        (row,) = answered_rows([self], {self.partner_id: cells}, {self.partner_id: origin} if origin else {})
        return row

    def _asked_for(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return all cells that the row has with these in it; nothing where they are those that it has."""
        given = {column: cell for column, cell in cells.items() if cell != self.cells.get(column, "")}
        return {c: v for c, v in {**self.cells, **given}.items() if v} if given else {}

    def _holding(self, partner: Partner, written: Iterable[str], origin: ValueOrigin | None) -> PartnerRow:
        """Return the row with a partner read anew; what was ``written`` comes from ``origin``."""
        origins = {f: o for f, o in self.partner.origins.items() if partner.value(f) == self.partner.value(f)}
        if origin is not None:
            fields = (schema.BY_NAME[column].field for column in written if column in schema.BY_NAME)
            origins |= {field: origin for field in fields if partner.value(field) is not None}
        return replace(self, partner=partner.changed(origins=origins))

    def without(self, source: str) -> PartnerRow:
        """Return the row without what comes from ``source``, its name and place apart."""
        kept = ("name", *PLACE)
        fields = {f: v for f, v in self.partner.fields.items() if f in kept or self.partner.origin(f).source != source}
        shares = {i: s for i, s in self.partner.shares.items() if self.partner.origin(i).source != source}
        answers = {q: a for q, a in self.partner.answers.items() if self.partner.origin(q).source != source}
        return replace(self, partner=self.partner.changed(fields=fields, shares=shares, answers=answers))

    def refusing(self, *fields: str) -> PartnerRow:
        """Return the row with nothing proposed for these fields any more."""
        refused = tuple(dict.fromkeys([*self.partner.refused, *fields]))
        return replace(self, partner=self.partner.changed(refused=refused))


def answered_rows(
    rows: Sequence[PartnerRow], cells: Mapping[str, Mapping[str, str]], origins: Mapping[str, ValueOrigin]
) -> list[PartnerRow]:
    """Return rows with other cells by partner, read at once, however many; Invalid where they cannot be kept.

    ``origins``: where the cells of a partner come from, if not typed here.
    """
    wanted = {at: row._asked_for(cells.get(row.partner_id, {})) or (row.cells if row.partner_id in origins else {})
              for at, row in enumerate(rows)}  # fmt: skip
    wanted = {at: given for at, given in wanted.items() if given}
    read = dict(zip(wanted, _read(list(wanted.values()), list(wanted)), strict=True)) if wanted else {}
    return [
        row._holding(read[at], cells.get(row.partner_id, {}), origins.get(row.partner_id)) if at in read else row
        for at, row in enumerate(rows)
    ]


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


def canonical(rows: Sequence[Given], known: Iterable[PartnerRow], why: str = "") -> list[PartnerRow]:
    """Return rows, each with its own id, that of a known partner or a new one, and an origin for every value.

    ``known``: partners as they were last, newest first; one is recognised by exactly its name and place. ``why``: where
    values come from that are new here. Rows are taken as they are; records are read, once.

    Raises
    ------
    Invalid
        A row cannot be kept (no name, a negative amount): ``fields`` holds "row:column" -> what is wrong, ``row``
        counted from 0.
    """
    earlier, today = tuple(known), dt.date.today()
    partners = _partners(rows)
    ids = _recognised(partners, [_given_id(row) for row in rows], earlier)
    before = {row.partner_id: row.partner for row in reversed(earlier)}
    return [PartnerRow(i, partner.with_origins(before.get(i), why, today))
            for i, partner in zip(ids, partners, strict=True)]  # fmt: skip


def _partners(rows: Sequence[Given]) -> list[Partner]:
    cells = {at: _cells(row) for at, row in enumerate(rows) if not isinstance(row, PartnerRow)}
    read = dict(zip(cells, _read(list(cells.values()), list(cells)), strict=True))
    return [row.partner if isinstance(row, PartnerRow) else read[at] for at, row in enumerate(rows)]


def _read(records: Sequence[Mapping[str, Any]], positions: Sequence[int] = (0,)) -> Sequence[Partner]:
    """Return the partners of records that stand at ``positions``; Invalid where one cannot be kept."""
    from regional.partners.read import from_records

    result = from_records(records)
    if result.kept != len(records):
        raise _refused(result, positions)
    return result.portfolio.partners


def _cells(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column != PARTNER_ID}


def _given_id(row: Given) -> str:
    return row.partner_id if isinstance(row, PartnerRow) else str(row.get(PARTNER_ID) or "")


def _refused(result: ImportResult, positions: Sequence[int]) -> Invalid:
    # Row 1 holds the headings, so that the first record is row 2.
    told = {f"{positions[(p.row or 2) - 2]}:{p.column}": p.what for p in result.problems
            if p.row and p.code in _REFUSALS}  # fmt: skip
    return Invalid(told or {"": Message.of("Every partner needs a name.")})


_REFUSALS = ("no_name", "negative_amount")


def _recognised(partners: Sequence[Partner], given: Sequence[str], known: Iterable[PartnerRow]) -> list[str]:
    """Return an id for every row: the one given, that of the only known partner of this name and place, or a new one.

    No two rows share an id: of two branches with one name the second is new.
    """
    by_key: dict[tuple[str, str], list[str]] = {}
    for row in known:
        by_key.setdefault(recognised_by(row.partner), []).append(row.partner_id)
    taken, ids = {i for i in given if i}, list[str]()
    for partner, own in zip(partners, given, strict=True):
        found = by_key.get(recognised_by(partner), [])
        partner_id = own if own and own not in ids else ""
        if not partner_id and len(found) == 1 and found[0] not in taken:
            partner_id = found[0]
        partner_id = partner_id or new_id()
        taken.add(partner_id)
        ids.append(partner_id)
    return ids


def recognised_by(partner: Partner) -> tuple[str, str]:
    """Return what a partner is recognised by: its name and its place, without case and accents."""
    fields = partner.fields
    return plain(partner.name), fields.get("municipality") or plain(fields.get("place") or "")


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
        changed=tuple(change for a, b in both for change in changes(a, b)),
    )


def changes(before: PartnerRow | None, after: PartnerRow) -> list[Change]:
    """Return the cells that differ; all of them where there was nothing before."""
    earlier = before.cells if before else {}
    columns = dict.fromkeys([*earlier, *after.cells])
    pairs = [(c, earlier.get(c, ""), after.cells.get(c, "")) for c in columns]
    return [Change(after.partner_id, after.name, c, was, now) for c, was, now in pairs if was != now]
