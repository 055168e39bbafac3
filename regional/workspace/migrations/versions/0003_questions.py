"""What partners send back, their links and the page back; chosen options beside own words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the columns for options; carry old answers on visions over."""
    for name in ("questions", "own_answers"):
        op.add_column(name, sa.Column("codes", sa.JSON(), nullable=False, server_default="[]"))
    # Where two visions do not meet, people are still talking: there is no "no" any more.
    op.execute("UPDATE conversations SET fit = 'partly' WHERE fit = 'no'")
    _record_table(
        "responses",
        sa.Column("partner_id", sa.String(64), nullable=False),
        _text("way"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("is_wiped", sa.Boolean(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("unread", sa.JSON(), nullable=False),
    )
    op.create_index(op.f("ix_responses_partner_id"), "responses", ["partner_id"])
    _record_table(
        "invitations",
        sa.Column("partner_id", sa.String(64), nullable=False),
        _text("token_hash"),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        _text("draft"),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
    )
    op.create_index(op.f("ix_invitations_partner_id"), "invitations", ["partner_id"])
    _record_table(
        "page_back", _text("learnt"), _text("doing"), sa.Column("is_shown", sa.Boolean(), nullable=False)
    )  # fmt: skip


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
