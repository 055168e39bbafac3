"""What a publication is made of, as it is kept. Nothing here computes with partners.

Schema 2 adds money, the date of figures that are repeated, and whether the museum is the fictitious one; what was
published by schema 1 has none of these, and stays as it is to the byte. Schema 3 adds findings, and counts alone for
themes about people. Schema 4 adds the municipalities of the region, which groups are added together, and how a group
of reach is shown and of when; where partners answered that, it holds what can be better in the cooperation.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from regional.publishing.money import Flow
from regional.publishing.safe import Shown
from regional.texts import N_
from regional.workspace.seal import seal_of

Schema = Literal["partnerspiegel.publication/1", "partnerspiegel.publication/2", "partnerspiegel.publication/3",
                 "partnerspiegel.publication/4", "partnerspiegel.publication/5"]  # fmt: skip
FIRST: Schema = "partnerspiegel.publication/1"
SECOND: Schema = "partnerspiegel.publication/2"
THIRD: Schema = "partnerspiegel.publication/3"
FOURTH: Schema = "partnerspiegel.publication/4"
SCHEMA: Schema = "partnerspiegel.publication/5"
Purpose = Literal["inform", "discuss", "decide"]
PURPOSES: dict[Purpose, str] = {
    "inform": N_("for information"),
    "discuss": N_("for discussion"),
    "decide": N_("for decision"),
}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Both(_Frozen):
    """One text in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Return the text in ``language`` ("nl", else English)."""
        return self.nl if language == "nl" else self.en


def _without_empty(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """Leave out of what is written the fields that earlier schemas had not, where they are empty."""
    return {name: value for name, value in fields.items() if name not in names or value}


class PublishedGoal(_Frozen):
    """An agreed goal; ``owner`` is a role ("director"), never a name; ``so_far`` is how far it is."""

    text: str
    owner: str = ""
    target: str = ""
    year: int | None = None
    so_far: str = ""

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(written(self), "so_far")


class Point(_Frozen):
    """A point on the agenda and what is asked of the board."""

    text: str
    purpose: Purpose


class PublishedRow(_Frozen):
    """One group in a table and chart; shares are fractions of 1 rounded to 0.01, None where not shown.

    ``members``: the ids that are added together here.
    """

    id: str
    label: Both
    shown: Shown
    region_share: float | None
    count: int | None
    share: float | None
    state: str | None
    state_words: Both | None
    members: tuple[str, ...] = ()

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(written(self), "members")


class Theme(_Frozen):
    """One theme; ``n_known`` is None where it would tell too much, ``rows`` empty where too few partners answered.

    ``as_of`` is the date of figures that are repeated from an earlier publication.
    """

    id: str
    title: Both
    sentence: Both
    basis: Both
    n_known: int | None
    rows: tuple[PublishedRow, ...]
    source: str
    year: int | None
    as_of: dt.date | None = None

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(written(self), "as_of")


class PublishedReach(_Frozen):
    """One group of inhabitants; ``partners`` None is fewer than 5, nobody included, or "withheld": any number.

    ``as_of`` is the date of figures that are repeated from an earlier publication.
    """

    id: str
    dimension: str
    label: Both
    inhabitants: float | None
    partners: int | None
    shown: Shown | None = None
    as_of: dt.date | None = None

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(written(self), "shown", "as_of")


class PublishedPlace(_Frozen):
    """One place and its share of a flow of money, a fraction of 1 rounded to 0.01."""

    id: str
    label: Both
    share: float


class Money(_Frozen):
    """One flow of money; ``n_known`` and ``total`` (euros a year, in thousands) are None where neither may be shown.

    ``as_of`` is the date of figures that are repeated from an earlier publication.
    """

    id: Flow
    sentence: Both
    basis: Both
    n_known: int | None
    total: int | None
    places: tuple[PublishedPlace, ...]
    as_of: dt.date | None = None


class PublishedWish(_Frozen):
    """How many partners chose one answer to what can be better; ``partners`` None is fewer than 5, nobody included.

    ``as_of`` is the date of totals that are repeated from an earlier publication.
    """

    id: str
    label: Both
    partners: int | None
    as_of: dt.date | None = None


class PublishedMark(_Frozen):
    """What the picture of a finding adds to a row of its theme, from public figures and the number of partners alone.

    ``wanted``: how many partners there would be, were they as the region; ``band``: which shares chance explains.
    """

    id: str
    wanted: int | None = None
    band: tuple[float, float] | None = None


class PublishedFinding(_Frozen):
    """One finding of ``theme``: whom it is about, its sentence, how sure it is and what it stands on.

    Its picture is drawn of the rows of the theme that ``marks`` name, so that it shows what they show.
    """

    theme: str
    heading: Both
    line: Both
    sure: Both
    basis: Both
    marks: tuple[PublishedMark, ...]


class Frame(_Frozen):
    """What the director writes around the figures; ``vision`` is what the museum stands for, in its own words."""

    title: str
    period: str = ""
    explanation: str = ""
    meeting: dt.date | None = None
    goals: tuple[PublishedGoal, ...] = ()
    points: tuple[Point, ...] = ()
    vision: str = ""

    def words(self) -> str:
        """Return everything that was typed, as one text."""
        goals = [text for goal in self.goals for text in (goal.text, goal.owner, goal.target, goal.so_far)]
        points = [point.text for point in self.points]
        return "\n".join([self.title, self.period, self.explanation, *goals, *points, self.vision])

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(written(self), "vision")


class Publication(_Frozen):
    """One frozen publication; ``digest`` guards all the rest (SHA-256 of its JSON without it)."""

    schema_: Schema = Field(SCHEMA, alias="schema")
    frame: Frame
    made: dt.date
    region: str
    n: int
    basis: Both
    themes: tuple[Theme, ...]
    reach: tuple[PublishedReach, ...]
    money: tuple[Money, ...] = ()
    fictitious: bool = False
    findings: tuple[PublishedFinding | Both, ...] = ()
    codes: tuple[str, ...] = ()
    wishes: tuple[PublishedWish, ...] = ()
    digest: str = ""

    @model_validator(mode="after")
    def _is_of_its_schema(self) -> Self:
        if self.schema_ == FIRST and (self.money or self.fictitious):
            raise ValueError("the first schema has no money, and does not tell whether the museum is fictitious")
        if self.schema_ in (FIRST, SECOND) and self.findings:
            raise ValueError("the first two schemas have no findings")
        if self.schema_ in (FIRST, SECOND, THIRD) and (self.codes or self.wishes):
            raise ValueError("the first three schemas do not name the municipalities, nor what can be better")
        if self.schema_ != SCHEMA and not all(isinstance(finding, Both) for finding in self.findings):
            raise ValueError("only the newest schema has more than the sentence of a finding")
        return self

    @model_serializer(mode="wrap")
    def _as_released(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What was published by an earlier schema is written without what came later."""
        fields: dict[str, Any] = _without_empty(written(self), "wishes")
        if self.schema_ in (FIRST, SECOND):
            del fields["findings"]
        if self.schema_ in (FIRST, SECOND, THIRD):
            del fields["codes"]
        if self.schema_ == FIRST:
            del fields["money"], fields["fictitious"]
        return fields

    def to_json(self) -> str:
        """Return the form that is kept."""
        return self.model_dump_json(by_alias=True)


class ChangedError(ValueError):
    """A kept publication is no longer what was published."""


def from_json(text: str | bytes) -> Publication:
    """Read a publication; ChangedError where it was altered, pydantic.ValidationError where it is none."""
    publication = Publication.model_validate_json(text)
    if publication.digest != digest(publication):
        raise ChangedError("the publication is not what was published")
    return publication


def digest(publication: Publication) -> str:
    """Return the SHA-256 of a publication without its digest."""
    return seal_of(publication.model_dump(mode="json", by_alias=True))
