"""What a museum keeps, as typed records that cannot be changed in place; each class is a table."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from regional.partners.portfolio import Answer
from regional.workspace.stored import (
    Code,
    Count,
    Id,
    Label,
    Line,
    Municipality,
    Name,
    Note,
    Number,
    Plain,
    Prose,
    Record,
    Sealed,
    Year,
)

UNLINKED = "unlinked:"
"""What the ``token_hash`` of a publication without a link begins with; the hash of no token does."""
OWN_TEXTS = ("own/*/naam", "own/*/project", "own/*/samenstelling_bron")
"""Where a Scenario holds words: cells of partners that are only supposed."""


class Museum(Record):
    """The museum itself; there is one, with id "museum". Thresholds as in regional.mirror.settings."""

    table = "museum"
    id: Id = "museum"
    name: Line = ""
    municipality: Municipality = ""
    vision: Note = ""
    low_ratio: float = Field(0.8, gt=0, lt=1)
    high_ratio: float = Field(1.25, gt=1, le=100)
    alpha: float = Field(0.05, gt=0, lt=0.5)
    min_known: int = Field(10, ge=1, le=10_000)
    max_unknown: float = Field(0.3, ge=0, le=1)


class RegionChoice(Record):
    """A region that the museum works with; ``spec`` as in regional.geo.regions."""

    table = "region_choices"
    spec: Code
    name: Label = ""
    is_default: bool = False


class RegionNote(Record):
    """One need or challenge under "Wat speelt hier?", in the museum's own words."""

    table = "region_notes"
    region: Code
    text: Annotated[Note, Field(min_length=1)]
    source: Line = ""
    neighbourhoods: Annotated[tuple[Line, ...], Prose()] = ()


class Understood(Record):
    """An answer that the user gave once while reading in a list.

    ``kind`` "heading": ``written`` is a heading and ``means`` a column ("-" for leave out); "place": a place name and
    a municipality code.
    """

    table = "understood"
    unique = ("kind", "written")
    kind: Literal["heading", "place"]
    written: Code
    means: Code


class Question(Record):
    """One question to one partner: how far the asking is, the options that were chosen, and own words."""

    table = "questions"
    unique = ("partner_id", "question")
    partner_id: Id
    question: Code
    state: Answer = Answer.NOT_ASKED
    asked_on: dt.date | None = None
    reminded_on: dt.date | None = None
    answered_on: dt.date | None = None
    answer: Note = ""
    codes: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.asked_on and self.answered_on and self.answered_on < self.asked_on:
            raise PydanticCustomError("answered_before_asked", "answered before asked")
        return self


class Conversation(Record):
    """One talk with a partner, dated; the history of notes is the list of talks."""

    table = "conversations"
    indexed = ("partner_id",)
    partner_id: Id
    day: dt.date
    stage: Literal["", "not_discussed", "not_yet", "exploring", "policy", "daily", "shares"] = ""
    fit: Literal["", "yes", "partly"] = ""
    notes: Note = ""
    who_decides: Note = ""
    work_paid: Literal["", "yes", "partly", "no"] = ""
    brings_us: Note = ""
    brings_them: Note = ""
    next_step: Line = ""
    next_on: dt.date | None = None
    owner: Line = ""


class Action(Record):
    """Something to do; may stand under a principle of the code, a goal or a partner."""

    table = "actions"
    indexed = ("partner_id",)
    title: Name
    owner: Line = ""
    due: dt.date | None = None
    done_on: dt.date | None = None
    principle: Label = ""
    goal_id: Id | None = None
    partner_id: Id | None = None
    evidence: Note = ""


class Goal(Record):
    """A goal for a group of a dimension, or for a need of the region (``need_id``, a RegionNote)."""

    table = "goals"
    title: Name
    dimension: Label = ""
    group: Label = ""
    need_id: Id | None = None
    now: Note = ""
    wanted: Note = ""
    needed: Note = ""
    target: Number | None = None
    unit: Literal["", "share", "partners", "euro"] = ""
    year: Year | None = None
    owner: Line = ""
    due: dt.date | None = None
    explanation: Note = ""


class Step(Record):
    """A step of the plan that was ticked by hand; ``step`` is its key under the five principles."""

    table = "steps"
    unique = ("step",)
    step: Code
    done_on: dt.date | None = None
    evidence: Note = ""


class Review(Record):
    """A year, frozen: ``frozen`` holds the figures as they were, as JSON."""

    table = "reviews"
    year: Year
    day: dt.date
    summary: Note = ""
    frozen: Annotated[Plain, Prose(figures=("mirror",))] = Field(default_factory=dict)


class Scenario(Record):
    """A "Stel dat" that was kept. Name partners in it by id, under the key "partner_id" or in a list."""

    table = "scenarios"
    name: Name
    content: Annotated[Plain, Prose(figures=("own/*/*",), typed=OWN_TEXTS)] = Field(default_factory=dict)


class PublicationRecord(Record):
    """A frozen publication behind a link; only a hash of the link's token is kept.

    ``annex`` is the confidential part with names; it is never shown behind the link.
    """

    table = "publications"
    unique = ("token_hash",)
    token_hash: Code
    title: Name
    payload: Annotated[Plain, Prose(figures=("publication", "news"), typed=("publication/frame",))] = Field(
        default_factory=dict
    )
    annex: Annotated[Plain, Prose()] = Field(default_factory=dict)
    created_on: dt.date
    expires_on: dt.date | None = None
    withdrawn_at: dt.datetime | None = None
    visits: int = Field(0, ge=0)


class OwnFigureSet(Record):
    """Figures of the museum's own beside, or added to, those of the region; there is one set, with id "own_figures".

    ``counts``: theme -> group (a category's id, for "location" the place's own name) -> number.
    """

    table = "own_figures"
    id: Id = "own_figures"
    use: Literal["added", "beside"] = "added"
    source: Line = ""
    date: Line = ""
    counts: dict[str, dict[str, Count]] = Field(default_factory=dict)


class Letter(Record):
    """The letter to partners as the museum edited it, in one language."""

    table = "letters"
    unique = ("language",)
    language: Literal["nl", "en"]
    text: Note = ""


class OwnAnswer(Record):
    """The museum's own answer to a question that it asks of partners."""

    table = "own_answers"
    unique = ("question",)
    question: Code
    answer: Note = ""
    codes: tuple[Code, ...] = ()


class ResponseRecord(Record):
    """What a partner sent back, whichever way: it waits to be looked at, was kept, or was set aside.

    ``said``: part of a question -> its "codes" and "words". ``unread``: part -> what in it was no answer
    to choose from. ``is_wiped``: the partner took back what it gave.
    """

    table = "responses"
    indexed = ("partner_id",)
    partner_id: Id
    way: Code
    state: Literal["waiting", "kept", "set_aside"] = "waiting"
    received_on: dt.date
    made_on: dt.date | None = None
    given_on: dt.date | None = None
    is_wiped: bool = False
    said: Annotated[Plain, Prose(figures=("*/codes",))] = Field(default_factory=dict)
    unread: Annotated[Plain, Prose()] = Field(default_factory=dict)


class Invitation(Record):
    """The link of one partner to its questions; only a hash of its token is kept.

    ``draft`` is what was typed and not sent, sealed with a key that only the token gives: nobody here can read it.
    """

    table = "invitations"
    unique = ("token_hash",)
    indexed = ("partner_id",)
    partner_id: Id
    token_hash: Code
    questions: tuple[Code, ...] = ()
    language: Literal["nl", "en"] = "nl"
    created_on: dt.date
    expires_at: dt.datetime
    withdrawn_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None
    draft: Sealed = ""


class PageBack(Record):
    """What was learnt from the answers and what will be done, for those who answered; there is one."""

    table = "page_back"
    id: Id = "page_back"
    learnt: Note = ""
    doing: Note = ""
    is_shown: bool = False


class FormDraft(Record):
    """What one person typed in one form and did not keep yet; ``writer`` is "" where nobody signs in."""

    table = "drafts"
    unique = ("writer", "form")
    indexed = ("partner_id",)
    writer: Label = ""
    form: Code
    partner_id: Id | None = None
    typed: Annotated[Plain, Prose()] = Field(default_factory=dict)


class Term(Record):
    """How many months one kind of data is kept; ``id`` is the kind (see regional.workspace.retention)."""

    table = "terms"
    months: int = Field(ge=1, le=600)


RECORDS: dict[str, type[Record]] = {
    kind.table: kind
    for kind in (
        Museum, RegionChoice, RegionNote, Understood, Question, Conversation, Action, Goal, Step, Review, Scenario,
        PublicationRecord, OwnFigureSet, Letter, OwnAnswer, ResponseRecord, Invitation, PageBack, FormDraft, Term,
    )
}  # fmt: skip
"""Table -> record."""
