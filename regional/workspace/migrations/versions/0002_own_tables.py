"""Own figures, letters and own answers each in a table of their own, which until now were texts among the steps.

Also: links that were retired, and how often each table changed. The table benchmarks goes: no page ever wrote in it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

THEME, GROUP, COUNT, SOURCE, DATE = range(5)
"""Columns of own figures as they were kept: CSV with semicolons below a line with their use."""


def upgrade() -> None:
    """Make the tables, and move what belongs in them."""
    _record_table("own_figures", sa.Column("use", sa.String(16), nullable=False), _text("source"), _text("date"),
                  sa.Column("counts", sa.JSON(), nullable=False))  # fmt: skip
    _record_table("letters", sa.Column("language", sa.String(16), nullable=False), _text("text"),
                  sa.UniqueConstraint("language", name=op.f("uq_letters_language")))  # fmt: skip
    _record_table("own_answers", _text("question"), _text("answer"),
                  sa.UniqueConstraint("question", name=op.f("uq_own_answers_question")))  # fmt: skip
    op.create_table(
        "retired_links",
        _text("token_hash"),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_retired_links")),
    )
    op.create_table(
        "changes",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_changes")),
    )
    op.drop_table("benchmarks")
    connection = op.get_bind()
    kept = sa.MetaData()
    kept.reflect(connection, only=["steps", "own_figures", "letters", "own_answers", "publications", "retired_links"])
    _move_texts(connection, kept.tables)
    _retire_links(connection, kept.tables)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False)


def _record_table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _text("changed_by"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _move_texts(connection: sa.Connection, tables: dict[str, sa.Table]) -> None:
    steps = tables["steps"]
    texts = connection.execute(sa.select(steps).where(steps.c.step.like("text:%"))).mappings().all()
    for row in texts:
        record = {name: row[name] for name in ("id", "revision", "changed_at", "changed_by")}
        kind, _, of = row["step"].removeprefix("text:").partition(":")
        text = row["evidence"]
        if kind == "letter" and of in ("nl", "en") and text:
            connection.execute(tables["letters"].insert().values(**record, language=of, text=text))
        elif kind == "own_answer" and text:
            connection.execute(tables["own_answers"].insert().values(**record, question=of, answer=text))
        elif kind == "benchmark" and (figures := _figures(text)):
            connection.execute(tables["own_figures"].insert().values(**record | {"id": "own_figures"}, **figures))
        elif kind == "checklist":
            _tick_rules(connection, steps, record, text)
    connection.execute(steps.delete().where(steps.c.step.like("text:%")))


def _tick_rules(connection: sa.Connection, steps: sa.Table, record: dict[str, Any], text: str) -> None:
    """Make each ticked rule of the checklist, kept by its number, a step that is done."""
    done_on = record["changed_at"].date()
    for rule in text.split():
        tick = record | {"id": f"{record['id'][:48]}-{rule}", "step": f"rule:{rule}", "evidence": ""}
        connection.execute(steps.insert().values(**tick, done_on=done_on))


def _figures(text: str) -> dict[str, Any] | None:
    """Return the columns of own figures; None where they were taken away again."""
    use, _, csv = text.partition("\n")
    rows = [line.split(";") for line in csv.splitlines()[1:] if line.count(";") == DATE]
    if use not in ("added", "beside") or not rows:
        return None
    counts: dict[str, dict[str, float]] = {}
    for row in rows:
        counts.setdefault(row[THEME], {})[row[GROUP]] = float(row[COUNT])
    return {"use": use, "source": rows[0][SOURCE], "date": rows[0][DATE], "counts": counts}


def _retire_links(connection: sa.Connection, tables: dict[str, sa.Table]) -> None:
    """Remember links that were withdrawn: no older backup makes them open again."""
    p = tables["publications"]
    withdrawn = connection.execute(sa.select(p.c.token_hash, p.c.withdrawn_at).where(p.c.withdrawn_at.is_not(None)))
    for token_hash, at in withdrawn.all():
        connection.execute(
            tables["retired_links"].insert().values(token_hash=token_hash, retired_at=at, is_withdrawn=True)
        )
