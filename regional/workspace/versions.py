"""Versions of the partner file: each import and each round of edits is one, and any can be had back."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select

from regional.partners.partner import Partner
from regional.workspace.database import Database
from regional.workspace.errors import Conflict, Missing
from regional.workspace.repository import fact, table
from regional.workspace.rows import Given, PartnerRow, Side, VersionDiff, canonical, difference, digest_of, merged
from regional.workspace.stored import HIGHEST

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio

LOADED = 8
"""Portfolios held ready."""
_TABLES = ("versions", "contents", "partner_rows")


@dataclass(frozen=True)
class Version:
    """One version. ``content`` is the hash of its partners: equal for versions that hold the same."""

    number: int
    content: str
    why: str
    by: str
    at: dt.datetime
    based_on: int | None
    partners: int


class Versions:
    """All versions in one database, numbered from 1."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._loaded: OrderedDict[str, Portfolio] = OrderedDict()

    def list(self) -> tuple[Version, ...]:
        """Return all versions, the newest first."""
        return self._database.recall(_TABLES, "versions", all_versions)

    def newest(self) -> Version | None:
        """Return the version that is in use, None where nothing was kept yet."""
        return next(iter(self.list()), None)

    def rows(self, number: int | None = None) -> tuple[PartnerRow, ...]:
        """Return the partners of a version (None: the newest) in the order of its portfolio; Missing without it."""
        if number is None and not self.list():
            return ()
        return self._rows(_with_number(self.list(), number))

    def load(self, number: int | None = None) -> Portfolio:
        """Return a version (None: the newest) as the mirror takes it; Missing where there is none."""
        from regional.partners.frame import make_portfolio

        version = _with_number(self.list(), number)
        content = version.content
        if content in self._loaded:
            return self._loaded[content]
        portfolio = make_portfolio([row.partner for row in self._rows(version)])
        self._loaded[content] = portfolio
        while len(self._loaded) > LOADED:
            self._loaded.popitem(last=False)
        return portfolio

    def keep(
        self,
        rows: Sequence[Given],
        why: str,
        by: str = "",
        based_on: int | None = None,
        chosen: Mapping[str, Side] | None = None,
        instead_of: int | None = None,
    ) -> Version:
        """Keep partners as the newest version.

        Parameters
        ----------
        rows : all partners: rows, or records as from_records takes. One without an id is recognised by its name and
            place, or new.
        why : what was done, in the user's words ("Import van lijst.xlsx").
        based_on : number of the version that the edit began with. Changes that others made since then stay; None
            (a list that was read in) takes the place of what there was.
        chosen : partner id -> "mine" or "theirs", to settle a Conflict.
        instead_of : number of a version that is let go of where it is still the newest: a list that is read once more
            with an answer is one version.

        Returns
        -------
        The version; where it holds exactly the same as the newest, that one: nothing is kept twice.

        Raises
        ------
        Conflict
            Others changed the same partners since ``based_on``; ``mine`` and ``theirs`` are tuples of rows.
        Invalid
            A row cannot be kept.
        """
        with self._database.write() as connection:
            ours = canonical(rows, _known(connection), why)
            newest = next(iter(all_versions(connection)), None)
            if newest and based_on is not None and based_on != newest.number:
                base = rows_of(connection, _version(connection, based_on).content)
                ours = merged(base, ours, rows_of(connection, newest.content), newest.number, chosen or {})
            kept = _keep(connection, ours, why, by, based_on)
            if newest and newest.number == instead_of and kept.number != instead_of:
                _let_go(connection, instead_of)
            return kept

    def save_row(self, row: PartnerRow, why: str, by: str = "") -> Version:
        """Keep one changed or new partner as a new version.

        Conflict where somebody changed it since it was read (``revision``); Invalid where it cannot be kept.
        """
        with self._database.write() as connection:
            newest = next(iter(all_versions(connection)), None)
            now = list(rows_of(connection, newest.content)) if newest else []
            theirs = next((r for r in now if r.partner_id == row.partner_id), None)
            (mine,) = canonical([row], now, why)
            if (theirs.revision if theirs else 0) != row.revision and theirs != mine:
                raise Conflict(row, theirs, newest.number if newest else None)
            rows = [mine if r.partner_id == row.partner_id else r for r in now] + ([] if theirs else [mine])
            return _keep(connection, rows, why, by, newest.number if newest else None)

    def compare(self, before: int, after: int) -> VersionDiff:
        """Return what changed from version ``before`` to ``after``; Missing where one is not there."""
        return difference(self.rows(before), self.rows(after))

    def preview(self, rows: Sequence[Given]) -> VersionDiff:
        """Return what would change if these rows took the place of the newest version; keeps nothing.

        Invalid as :meth:`keep`.
        """
        with self._database.read() as connection:
            newest = next(iter(all_versions(connection)), None)
            now = rows_of(connection, newest.content) if newest else ()
            return difference(now, canonical(rows, _known(connection)))

    def restore(self, number: int, why: str = "", by: str = "") -> Version:
        """Make an older version the newest again, as a version of its own; Missing where it is not there."""
        with self._database.write() as connection:
            rows = rows_of(connection, _version(connection, number).content)
            return _keep(connection, rows, why, by, number)

    def discard(self, number: int) -> None:
        """Let go of an older version; Missing where it is not there, or is the newest."""
        with self._database.write() as connection:
            if number not in [version.number for version in all_versions(connection)[1:]]:
                raise Missing
            _let_go(connection, number)

    def known_partners(self) -> tuple[PartnerRow, ...]:
        """Return every partner that was ever kept, as it was last: for recognising one in a new list."""
        return self._database.recall(_TABLES, "known", _known)

    def forget_loaded(self) -> None:
        """Let go of the partners in memory, after an erasure."""
        self._loaded.clear()
        self._database.memory.forget()

    def _rows(self, version: Version) -> tuple[PartnerRow, ...]:
        rows = self._database.recall(_TABLES, ("rows", version.content), lambda c: rows_of(c, version.content))
        if len(rows) != version.partners:  # another editor let go of it since the list of versions was read
            raise Missing
        return rows


def all_versions(connection: Connection) -> tuple[Version, ...]:
    """Return all versions, the newest first, within an open transaction."""
    v, c = table("versions"), table("contents")
    count = select(func.count()).where(c.c.content == v.c.content).scalar_subquery()
    rows = connection.execute(select(v, count.label("partners")).order_by(v.c.number.desc())).mappings()
    return tuple(Version(**row) for row in rows)


def _version(connection: Connection, number: int | None) -> Version:
    return _with_number(all_versions(connection), number)


def _with_number(versions: Sequence[Version], number: int | None) -> Version:
    for version in versions:
        if number in (None, version.number):
            return version
    raise Missing


def rows_of(connection: Connection, content: str) -> tuple[PartnerRow, ...]:
    """Return the partners of a content, each with the first version that holds it in this state."""
    c, r = table("contents"), table("partner_rows")
    first = _first_versions(connection)
    found = connection.execute(
        select(r.c.digest, r.c.partner_id, r.c.record)
        .join(c, c.c.row == r.c.digest)
        .where(c.c.content == content)
        .order_by(c.c.position)
    )
    return tuple(_row(partner_id, record, first[digest]) for digest, partner_id, record in found)


def states_of(connection: Connection, partner_id: str) -> dict[int, PartnerRow]:
    """Return version number -> the partner as that version holds it, for the versions that do."""
    c, v, r = table("contents"), table("versions"), table("partner_rows")
    found = connection.execute(
        select(v.c.number, r.c.digest, r.c.record)
        .join(c, c.c.content == v.c.content)
        .join(r, r.c.digest == c.c.row)
        .where(r.c.partner_id == partner_id)
        .order_by(v.c.number)
    )
    first, states = dict[str, int](), dict[int, PartnerRow]()
    for number, digest, record in found:
        states[number] = _row(partner_id, record, first.setdefault(digest, number))
    return states


def _row(partner_id: str, record: Mapping[str, object], revision: int) -> PartnerRow:
    return PartnerRow(partner_id, Partner.model_validate(record), revision)


def _first_versions(connection: Connection) -> dict[str, int]:
    c, v = table("contents"), table("versions")
    joined = select(c.c.row, func.min(v.c.number)).join(v, v.c.content == c.c.content).group_by(c.c.row)
    return {str(row): int(number) for row, number in connection.execute(joined)}


def _known(connection: Connection) -> tuple[PartnerRow, ...]:
    c, v, r = table("contents"), table("versions"), table("partner_rows")
    last = select(c.c.row, func.max(v.c.number).label("n")).join(v, v.c.content == c.c.content).group_by(c.c.row)
    seen = last.subquery()
    rows = connection.execute(
        select(r.c.partner_id, r.c.record, seen.c.n).join(seen, seen.c.row == r.c.digest).order_by(seen.c.n.desc())
    )
    found: dict[str, PartnerRow] = {}
    for partner_id, record, number in rows:
        if partner_id not in found:
            found[partner_id] = _row(partner_id, record, number)
    return tuple(found.values())


def _keep(connection: Connection, rows: Sequence[PartnerRow], why: str, by: str, based_on: int | None) -> Version:
    """Write a version; partners that were erased do not come back with an editor's older copy."""
    stones = table("tombstones")
    erased = set(connection.execute(select(stones.c.partner_id)).scalars())
    rows = [row for row in rows if row.partner_id not in erased]
    content = store(connection, rows)
    newest = next(iter(all_versions(connection)), None)
    if newest and newest.content == content:
        return newest
    number = highest_number(connection) + 1
    at = dt.datetime.now(dt.UTC)
    connection.execute(
        insert(table("versions")).values(number=number, content=content, why=why, by=by, at=at, based_on=based_on)
    )
    return _version(connection, number)


def _let_go(connection: Connection, number: int) -> None:
    v = table("versions")
    connection.execute(delete(v).where(v.c.number == number))
    drop_unused(connection)


def highest_number(connection: Connection) -> int:
    """Return the highest number that a version ever had: none is given twice, also after a restore."""
    v = table("versions")
    now = connection.execute(select(func.max(v.c.number))).scalar() or 0
    return max(now, int(fact(connection, HIGHEST) or 0))


def store(connection: Connection, rows: Sequence[PartnerRow]) -> str:
    """Write the partners that are not there yet, and return the hash that they are kept under together."""
    digests = [row.digest for row in rows]
    content = digest_of(digests)
    r, c = table("partner_rows"), table("contents")
    if not rows or connection.execute(select(c.c.position).where(c.c.content == content)).first():
        return content
    there = set(connection.execute(select(r.c.digest)).scalars())
    new = {row.digest: row for row in rows if row.digest not in there}
    if new:
        kept = [{"digest": d, "partner_id": row.partner_id, "record": row.partner.as_json()} for d, row in new.items()]
        connection.execute(insert(r), kept)
    connection.execute(insert(c), [{"content": content, "position": i, "row": d} for i, d in enumerate(digests)])
    return content


def drop_unused(connection: Connection) -> None:
    """Remove contents that no version has, and partners that no content has."""
    v, c, r = table("versions"), table("contents"), table("partner_rows")
    connection.execute(delete(c).where(c.c.content.not_in(select(v.c.content))))
    connection.execute(delete(r).where(r.c.digest.not_in(select(c.c.row))))
