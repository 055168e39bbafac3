"""Links that open no more, whatever backup is put back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from regional.workspace.records import UNLINKED
from regional.workspace.repository import table

Rows = list[dict[str, Any]]
_LINK = ("token_hash", "expires_on", "withdrawn_at", "visits")
"""What of a publication belongs to its link."""


def retire(connection: Connection, token_hash: str, *, is_withdrawn: bool) -> None:
    """Remember that a link was withdrawn, or replaced by another one of the same."""
    if not token_hash.startswith(UNLINKED):
        r = table("retired_links")
        connection.execute(delete(r).where(r.c.token_hash == token_hash))
        now = dt.datetime.now(dt.UTC)
        connection.execute(insert(r).values(token_hash=token_hash, retired_at=now, is_withdrawn=is_withdrawn))


def put_back(connection: Connection, publications: Rows, retired: Rows) -> tuple[Rows, Rows]:
    """Return the publications and retired links of a backup as they may be put back in the place of what is there.

    A publication that is still there keeps the link it has now, and the link that the backup has of it is retired. One
    that is not comes back with its link, unless that was withdrawn or replaced.
    """
    now = {row["id"]: dict(row) for row in connection.execute(select(table("publications"))).mappings()}
    stones = {row["token_hash"]: row for row in retired}
    stones |= {row["token_hash"]: dict(row) for row in connection.execute(select(table("retired_links"))).mappings()}
    for row in [*publications, *now.values()]:
        if row["withdrawn_at"]:
            stones.setdefault(row["token_hash"], _stone(row["token_hash"], row["withdrawn_at"], is_withdrawn=True))
    kept = []
    for row in publications:
        here = now.get(row["id"])
        if here and here["token_hash"] != row["token_hash"] and not row["token_hash"].startswith(UNLINKED):
            stones.setdefault(row["token_hash"], _stone(row["token_hash"], dt.datetime.now(dt.UTC)))
        link = {name: here[name] for name in _LINK} if here else {}
        if here:  # a number that a reader remembers never comes back with another content
            is_other = here["payload"] != row["payload"]
            link["revision"] = max(here["revision"], row["revision"]) + is_other
        kept.append(_as_retired({**row, **link}, stones.get((here or row)["token_hash"])))
    return kept, list(stones.values())


def _stone(token_hash: str, at: dt.datetime, *, is_withdrawn: bool = False) -> dict[str, Any]:
    return {"token_hash": token_hash, "retired_at": at, "is_withdrawn": is_withdrawn}


def _as_retired(row: dict[str, Any], stone: dict[str, Any] | None) -> dict[str, Any]:
    if stone is None or row["withdrawn_at"]:
        return row
    if stone["is_withdrawn"]:
        return {**row, "withdrawn_at": stone["retired_at"]}
    return {**row, "token_hash": UNLINKED + row["id"]}
