"""What a museum keeps, as typed records that cannot be changed in place.

Change one with ``record.changed(title="…")`` and give it to its repository. Texts are trimmed; what no database
can hold (NUL) is taken out.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from regional.partners.portfolio import Answer

SHORT, LONG = 300, 10_000
"""Characters of a title or name, and of a note."""


def new_id() -> str:
    """Return an id that nobody else has; later ids sort later, so that lists stand in the order of adding."""
    return f"{time.time_ns() // 1_000:014x}{secrets.token_hex(9)}"


def _storable(typed: object) -> object:
    """Take out what PostgreSQL cannot hold."""
    return typed.replace("\x00", "") if isinstance(typed, str) else typed


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=SHORT), BeforeValidator(_storable)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=SHORT),
                 BeforeValidator(_storable)]  # fmt: skip
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONG), BeforeValidator(_storable)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Municipality = Annotated[str, StringConstraints(pattern=r"^(GM\d{4})?$")]


class Record(BaseModel):
    """What every record has.

    ``revision`` is 0 before it is kept and goes up by one with every save; ``changed_at`` (UTC) and ``changed_by``
    are filled when it is kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    id: Id = Field(default_factory=new_id)
    revision: int = Field(0, ge=0)
    changed_at: dt.datetime | None = None
    changed_by: Line = ""

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 - the fields of the record
        """Return this record with other values, checked; pydantic.ValidationError where they are wrong."""
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **values})

    def take_over(self, theirs: Record) -> Self:
        """Return this record as the successor of ``theirs``: what to save when the user chose their own."""
        return self.model_copy(update={"revision": theirs.revision})


class Museum(Record):
    """The museum itself; there is one, with id "museum". Thresholds as in regional.mirror.settings."""

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

    spec: Name
    name: Line = ""
    is_default: bool = False


class RegionNote(Record):
    """One need or challenge under "Wat speelt hier?", in the museum's own words."""

    region: Name
    text: Annotated[Note, Field(min_length=1)]
    source: Line = ""
    neighbourhoods: tuple[Line, ...] = ()


class Understood(Record):
    """An answer that the user gave once while reading in a list.

    ``kind`` "heading": ``written`` is a heading and ``means`` a column ("-" for leave out); "place": a place name and
    a municipality code.
    """

    kind: Literal["heading", "place"]
    written: Name
    means: Name


class Question(Record):
    """One question to one partner: how far the asking is."""

    partner_id: Id
    question: Name
    state: Answer = Answer.NOT_ASKED
    asked_on: dt.date | None = None
    reminded_on: dt.date | None = None
    answered_on: dt.date | None = None
    answer: Note = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.asked_on and self.answered_on and self.answered_on < self.asked_on:
            raise PydanticCustomError("answered_before_asked", "answered before asked")
        return self


class Conversation(Record):
    """One talk with a partner, dated; the history of notes is the list of talks."""

    partner_id: Id
    day: dt.date
    stage: Literal["", "not_discussed", "not_yet", "exploring", "policy", "shares"] = ""
    fit: Literal["", "yes", "partly", "no"] = ""
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

    title: Name
    owner: Line = ""
    due: dt.date | None = None
    done_on: dt.date | None = None
    principle: Line = ""
    goal_id: Id | None = None
    partner_id: Id | None = None
    evidence: Note = ""


class Goal(Record):
    """A goal for a group of a dimension, or for a need of the region (``need_id``, a RegionNote)."""

    title: Name
    dimension: Line = ""
    group: Line = ""
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

    step: Name
    done_on: dt.date | None = None
    evidence: Note = ""


class Review(Record):
    """A year, frozen: ``frozen`` holds the figures as they were, as JSON."""

    year: Year
    day: dt.date
    summary: Note = ""
    frozen: dict[str, JsonValue] = {}


class Scenario(Record):
    """A "Stel dat" that was kept. Name partners in it by id, under the key "partner_id" or in a list."""

    name: Name
    content: dict[str, JsonValue] = {}


class Publication(Record):
    """A frozen publication behind a link; only a hash of the link's token is kept.

    ``annex`` is the confidential part with names; it is never shown behind the link.
    """

    token_hash: Name
    title: Name
    payload: dict[str, JsonValue] = {}
    annex: dict[str, JsonValue] = {}
    created_on: dt.date
    expires_on: dt.date | None = None
    withdrawn_at: dt.datetime | None = None
    visits: int = Field(0, ge=0)


class Benchmark(Record):
    """The museum's own yardstick beside the region: shares (fractions of 1) by category of one dimension."""

    name: Name
    dimension: Name
    shares: dict[str, Share] = {}
    source: Line = ""
    year: Year | None = None


class Term(Record):
    """How many months one kind of data is kept; ``id`` is the kind (see regional.workspace.retention)."""

    months: int = Field(ge=1, le=600)


RECORDS: dict[str, type[Record]] = {
    "museum": Museum, "region_choices": RegionChoice, "region_notes": RegionNote, "understood": Understood,
    "questions": Question, "conversations": Conversation, "actions": Action, "goals": Goal, "steps": Step,
    "reviews": Review, "scenarios": Scenario, "publications": Publication, "benchmarks": Benchmark, "terms": Term,
}  # fmt: skip
"""Table name -> record."""
