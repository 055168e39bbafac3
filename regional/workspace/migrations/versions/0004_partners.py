"""Partners as records with types, in place of the cells of a sheet: those are read once, and nothing is lost."""

import hashlib
import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Read every state of a partner, and keep it, and the versions that hold it, under the hash of what was read."""
    op.execute("ALTER TABLE partner_rows RENAME COLUMN cells TO record")
    connection = op.get_bind()
    row, content, version = (_table(name, *columns) for name, *columns in (
        ("partner_rows", "digest", "partner_id", "record"), ("contents", "content", "position", "row"),
        ("versions", "number", "content")))  # fmt: skip
    kept = connection.execute(sa.select(row)).mappings().all()
    places = connection.execute(sa.select(content).order_by(content.c.content, content.c.position)).mappings().all()
    numbers = connection.execute(sa.select(version)).mappings().all()
    records = _read([old["record"] for old in kept])
    digest = {old["digest"]: _hash([old["partner_id"], json.dumps(record, sort_keys=True)])
              for old, record in zip(kept, records, strict=True)}  # fmt: skip
    rows = {digest[old["digest"]]: {"partner_id": old["partner_id"], "record": record}
            for old, record in zip(kept, records, strict=True)}  # fmt: skip
    held: dict[str, list[str]] = {}
    for place in places:
        held.setdefault(place["content"], []).append(digest[place["row"]])
    now = {old: _hash(digests) for old, digests in held.items()}
    connection.execute(sa.delete(content))
    connection.execute(sa.delete(row))
    if rows:
        connection.execute(sa.insert(row), [{"digest": d, **values} for d, values in rows.items()])
    for name, digests in {now[old]: digests for old, digests in held.items()}.items():
        connection.execute(sa.insert(content), [{"content": name, "position": i, "row": d}
                                                for i, d in enumerate(digests)])  # fmt: skip
    for one in numbers:  # an empty version has no rows
        if one["content"] in now:
            change = sa.update(version).where(version.c.number == one["number"])
            connection.execute(change.values(content=now[one["content"]]))


def _read(cells: Sequence[dict[str, str]]) -> list[dict[str, object]]:
    """Return the records of cells; a row that cannot be read was never kept, and stops the migration."""
    from regional.partners.read import from_records

    partners = [from_records([one]).portfolio.partners for one in cells]
    return [partner.as_json() for (partner,) in partners]


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(one, sa.JSON() if one == "record" else None) for one in columns))
