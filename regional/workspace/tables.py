"""The tables, as SQLAlchemy models. A change here needs a migration (see migrations/) and a new fixture in tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store as UTC."""
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Read as UTC; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Base(DeclarativeBase):
    """All tables; constraints have names, so that a migration can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, dt.datetime: Moment, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012


class Kept:
    """The columns of every record."""

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    revision: Mapped[int]
    changed_at: Mapped[dt.datetime]
    changed_by: Mapped[str]


class MuseumTable(Kept, Base):
    """The museum."""

    __tablename__ = "museum"
    name: Mapped[str]
    municipality: Mapped[str]
    vision: Mapped[str]
    low_ratio: Mapped[float]
    high_ratio: Mapped[float]
    alpha: Mapped[float]
    min_known: Mapped[int]
    max_unknown: Mapped[float]


class RegionChoiceTable(Kept, Base):
    """Regions chosen."""

    __tablename__ = "region_choices"
    spec: Mapped[str]
    name: Mapped[str]
    is_default: Mapped[bool]


class RegionNoteTable(Kept, Base):
    """Needs and challenges of a region."""

    __tablename__ = "region_notes"
    region: Mapped[str]
    text: Mapped[str]
    source: Mapped[str]
    neighbourhoods: Mapped[list[str]]


class UnderstoodTable(Kept, Base):
    """Headings and places that the user explained."""

    __tablename__ = "understood"
    __table_args__ = (UniqueConstraint("kind", "written"),)
    kind: Mapped[str] = mapped_column(String(16))
    written: Mapped[str]
    means: Mapped[str]


class QuestionTable(Kept, Base):
    """Questions to partners."""

    __tablename__ = "questions"
    __table_args__ = (UniqueConstraint("partner_id", "question"),)
    partner_id: Mapped[str] = mapped_column(String(64))
    question: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    asked_on: Mapped[dt.date | None]
    reminded_on: Mapped[dt.date | None]
    answered_on: Mapped[dt.date | None]
    answer: Mapped[str]


class ConversationTable(Kept, Base):
    """Talks with partners."""

    __tablename__ = "conversations"
    partner_id: Mapped[str] = mapped_column(String(64), index=True)
    day: Mapped[dt.date]
    stage: Mapped[str] = mapped_column(String(16))
    fit: Mapped[str] = mapped_column(String(16))
    notes: Mapped[str]
    who_decides: Mapped[str]
    work_paid: Mapped[str] = mapped_column(String(16))
    brings_us: Mapped[str]
    brings_them: Mapped[str]
    next_step: Mapped[str]
    next_on: Mapped[dt.date | None]
    owner: Mapped[str]


class GoalTable(Kept, Base):
    """Goals."""

    __tablename__ = "goals"
    title: Mapped[str]
    dimension: Mapped[str]
    group: Mapped[str]
    need_id: Mapped[str | None] = mapped_column(String(64))
    now: Mapped[str]
    wanted: Mapped[str]
    needed: Mapped[str]
    target: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(16))
    year: Mapped[int | None]
    owner: Mapped[str]
    due: Mapped[dt.date | None]
    explanation: Mapped[str]


class ActionTable(Kept, Base):
    """Things to do."""

    __tablename__ = "actions"
    title: Mapped[str]
    owner: Mapped[str]
    due: Mapped[dt.date | None]
    done_on: Mapped[dt.date | None]
    principle: Mapped[str]
    goal_id: Mapped[str | None] = mapped_column(String(64))
    partner_id: Mapped[str | None] = mapped_column(String(64), index=True)
    evidence: Mapped[str]


class StepTable(Kept, Base):
    """Steps of the plan ticked by hand."""

    __tablename__ = "steps"
    step: Mapped[str] = mapped_column(unique=True)
    done_on: Mapped[dt.date | None]
    evidence: Mapped[str]


class ReviewTable(Kept, Base):
    """Years, frozen."""

    __tablename__ = "reviews"
    year: Mapped[int]
    day: Mapped[dt.date]
    summary: Mapped[str]
    frozen: Mapped[dict[str, Any]]


class ScenarioTable(Kept, Base):
    """Scenarios."""

    __tablename__ = "scenarios"
    name: Mapped[str]
    content: Mapped[dict[str, Any]]


class PublicationTable(Kept, Base):
    """Frozen publications."""

    __tablename__ = "publications"
    token_hash: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    payload: Mapped[dict[str, Any]]
    annex: Mapped[dict[str, Any]]
    created_on: Mapped[dt.date]
    expires_on: Mapped[dt.date | None]
    withdrawn_at: Mapped[dt.datetime | None]
    visits: Mapped[int]


class BenchmarkTable(Kept, Base):
    """The museum's own yardsticks."""

    __tablename__ = "benchmarks"
    name: Mapped[str]
    dimension: Mapped[str]
    shares: Mapped[dict[str, Any]]
    source: Mapped[str]
    year: Mapped[int | None]


class TermTable(Kept, Base):
    """Retention terms that differ from the defaults."""

    __tablename__ = "terms"
    months: Mapped[int]


class PartnerRowTable(Base):
    """One state of one partner, kept once however many versions hold it; ``digest`` is the hash of id and cells."""

    __tablename__ = "partner_rows"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    partner_id: Mapped[str] = mapped_column(String(64), index=True)
    cells: Mapped[dict[str, Any]]


class VersionTable(Base):
    """One version of the partner file; ``content`` is the hash of its rows in order."""

    __tablename__ = "versions"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[str] = mapped_column(String(64), index=True)
    why: Mapped[str]
    by: Mapped[str]
    at: Mapped[dt.datetime]
    based_on: Mapped[int | None]


class ContentTable(Base):
    """The rows of a content, in order; versions with the same content share them."""

    __tablename__ = "contents"
    __table_args__ = (Index("ix_contents_row", "row"),)
    content: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    row: Mapped[str] = mapped_column(String(64), ForeignKey("partner_rows.digest"))


class TombstoneTable(Base):
    """A partner that was erased: its random id, and a salted hash of each name; nothing that can be read."""

    __tablename__ = "tombstones"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    partner_id: Mapped[str] = mapped_column(String(64), index=True)
    salt: Mapped[str] = mapped_column(String(64))
    name_hash: Mapped[str] = mapped_column(String(64))
    erased_at: Mapped[dt.datetime]


class FactTable(Base):
    """Facts about the workspace itself: the salt, and whether erased bytes still have to be cleaned up."""

    __tablename__ = "facts"
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str]
