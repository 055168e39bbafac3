"""One partner as it is kept: what was given of it, how well each value is known, and what was refused.

Nothing that is only proposed stands in it: what the name makes likely is derived anew (``as_row``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, create_model

from regional.dimensions import people_dimensions
from regional.partners import proposals, values
from regional.partners.portfolio import Answer, PlaceStatus
from regional.partners.proposals import Proposal
from regional.partners.schema import COLUMNS, DERIVED, QUESTIONS, Grade, Type, words_of

LONGEST = 300
IS_PERSON = "is_person"
FIELDS: Mapping[str, Type] = {column.field: column.type for column in COLUMNS} | DERIVED
"""Field of a partner -> what it holds, in the order of the frame."""
OF_ORGANISATIONS = {column.name: column.field for column in COLUMNS if column.of_organisations}
"""Column -> field of what is left blank for a person."""
_PYTHON: Mapping[Type, tuple[Any, Any]] = {
    Type.TEXT: (str | None, None), Type.CODE: (str | None, None), Type.CODES: (tuple[str, ...], ()),
    Type.DATE: (dt.date | None, None), Type.EURO: (float | None, Field(None, ge=0, allow_inf_nan=False)),
    Type.NUMBER: (int | None, Field(None, ge=0)),
}  # fmt: skip
"""Type of a field -> its type in Python, and what stands for nothing."""
_OWN: Mapping[str, tuple[Any, Any]] = {
    "name": (str, Field(min_length=1, max_length=LONGEST)),
    "municipality": (str | None, Field(None, pattern=r"^GM\d{4}$")),
    "country": (str | None, Field(None, pattern=r"^[A-Z]{2}$")),
    "place_status": (PlaceStatus, PlaceStatus.UNKNOWN),
    "status": (str, "active"),
}
"""Fields that ask for more than their type says."""
_PROPOSED = ("legal_form", *proposals.COUNTED)
_PROSE = tuple(column.field for column in COLUMNS if column.is_prose)
"""Fields with words in them; another partner may be named there."""
_WORDED = {column.field: column.name for column in COLUMNS if column.words}


def _among_its_words(field: str, value: Any) -> Any:  # noqa: ANN401 - a code, or several
    words = words_of(_WORDED[field])
    given = value if isinstance(value, tuple) else (value,)
    if value is not None and not all(word in words for word in given):
        raise ValueError(f"{field}: {value}")
    return value


def _definition(field: str, type_: Type) -> tuple[Any, Any]:
    python, default = _OWN.get(field) or _PYTHON[type_]
    if field in _WORDED:
        python = Annotated[python, AfterValidator(partial(_among_its_words, field))]
    return python, default


_Given: type[BaseModel] = create_model(
    "_Given",
    __config__=ConfigDict(extra="forbid", frozen=True),
    **{field: _definition(field, type_) for field, type_ in FIELDS.items() if type_ is not Type.FLAG},  # type: ignore[call-overload]
)


def _checked(given: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever is read back
    return _Given.model_validate(given).model_dump(exclude_defaults=True)


@cache
def _empty() -> Mapping[str, Any]:
    return _Given.model_validate({"name": "-"}).model_dump()


class ValueOrigin(BaseModel):
    """How well a value is known, where it comes from, and since when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grade: Grade
    source: str = Field("", max_length=LONGEST)
    on: dt.date | None = None


def _by_field(given: Any) -> Any:  # noqa: ANN401 - whatever is read back
    """Return origins by field; they are kept one by one, each with its fields: most values come from one list."""
    if not isinstance(given, list):
        return given
    return {field: one for *fields, origin in given for one in [ValueOrigin.model_validate(origin)] for field in fields}


class Partner(BaseModel):
    """One partner.

    ``fields``: what was given (``FIELDS``; empty ones left out), ``shares`` dimension id -> category id -> fraction of
    1, ``answers`` question -> what stands in place of a value, ``origins`` field or dimension id -> where its value
    comes from. ``refused``: fields of which nothing is proposed any more; with ``IS_PERSON`` it is an organisation,
    whatever its name. pydantic.ValidationError where a value breaks the schema.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Annotated[dict[str, Any], BeforeValidator(_checked)]
    shares: dict[str, dict[str, float]] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)
    refused: tuple[str, ...] = ()
    origins: Annotated[dict[str, ValueOrigin], BeforeValidator(_by_field)] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """The partner's name."""
        return str(self.fields["name"])

    @property
    def content(self) -> tuple[object, ...]:
        """What two states of a partner are compared by: all but where it comes from."""
        return self.fields, self.shares, self.answers, set(self.refused)

    def value(self, field: str) -> object:
        """Return the value of a field, the shares of a dimension, or what stands in its place; None for nothing."""
        return self.fields.get(field) or self.shares.get(field) or self.answers.get(field)

    def origin(self, field: str) -> ValueOrigin:
        """Return where the value of a field comes from; of what was kept earlier only the grade is known."""
        return self.origins.get(field) or ValueOrigin(grade=grade_of(field))

    @property
    def is_person(self) -> bool:
        """Whether it is taken for a person: then it counts by its place, and nothing more is noted."""
        return is_person(self.fields, self.refused)

    def proposals(self) -> dict[str, Proposal]:
        """Return field -> what its name or project makes likely, where nothing is known, answered or refused."""
        return {} if self.is_person else self._proposals()

    def _proposals(self) -> dict[str, Proposal]:
        found = proposals.propose(self.name, self.fields.get("project"))
        return {field: one for field, one in found.items() if field in _PROPOSED and self.is_open(field)}

    def is_open(self, field: str) -> bool:
        """Tell whether nothing of a field is known, answered or refused, so that something may be proposed."""
        is_settled = field in self.fields or field in self.refused
        return not is_settled and self.answers.get(field, Answer.ASKED) is Answer.ASKED

    def changed(self, **parts: Any) -> Partner:  # noqa: ANN401 - the parts of a partner
        """Return this partner with other parts, checked."""
        return Partner.model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **parts})

    def with_origins(self, before: Partner | None, source: str, on: dt.date) -> Partner:
        """Return it with an origin for every value: its own, that of the same value ``before``, or this one."""
        held = {field: self.value(field) for field in (*self.fields, *self.shares, *self.answers)}
        found = {field: self.origins.get(field) or _as_before(field, value, before)
                 or ValueOrigin(grade=grade_of(field), source=source[:LONGEST], on=on)
                 for field, value in held.items()}  # fmt: skip
        return self if found == self.origins else self.model_copy(update={"origins": found})

    def scrubbed(self, scrub: Callable[[str], str]) -> Partner:
        """Return it with ``scrub`` over every text that somebody typed, but its name."""
        texts = {field: scrub(self.fields[field]) for field in _PROSE if field in self.fields}
        origins = {f: o.model_copy(update={"source": scrub(o.source)}) for f, o in self.origins.items()}
        return self.changed(fields={**self.fields, **texts}, origins=origins)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data, empty parts left out, and every origin once."""
        fields_of: dict[ValueOrigin, list[str]] = {}
        for field, origin in sorted(self.origins.items()):
            fields_of.setdefault(origin, []).append(field)
        kept = [
            [*fields, origin.model_dump(mode="json", exclude_defaults=True)] for origin, fields in fields_of.items()
        ]
        plain = self.model_dump(mode="json", exclude_defaults=True, exclude={"origins"})
        return {**plain, "origins": kept} if kept else plain


def _as_before(field: str, value: object, before: Partner | None) -> ValueOrigin | None:
    return before.origins.get(field) if before is not None and before.value(field) == value else None


@cache
def grade_of(field: str) -> Grade:
    """Return how well a value is known that the museum's own list gives."""
    columns = {column.field: column.grade for column in COLUMNS}
    return columns.get(field, Grade.REGISTER if field in DERIVED else Grade.MEASURED)


def why_person(fields: Mapping[str, Any], refused: tuple[str, ...] = ()) -> str:
    """Return why this is taken for a person: "legal_form", "size" or "name"; "" for an organisation.

    A sole trader; and, where the legal form is not known, who works alone or bears a person's name.
    """
    form, is_refused = fields.get("legal_form"), IS_PERSON in refused
    if form is None and not is_refused:
        form = _proposed_form(fields["name"], refused)
    if form is not None or is_refused:
        return "legal_form" if form == values.SOLE_TRADER else ""
    size = fields.get("size")
    if size == "1":
        return "size"
    return "name" if size in (None, "2-9") and proposals.looks_like_a_person(fields["name"]) else ""


def is_person(fields: Mapping[str, Any], refused: tuple[str, ...] = ()) -> bool:
    """Tell whether this is taken for a person (:func:`why_person`)."""
    return bool(why_person(fields, refused))


def _proposed_form(name: str, refused: tuple[str, ...]) -> str | None:
    form = None if "legal_form" in refused else proposals.legal_form(name)
    return None if IS_PERSON in refused and form == values.SOLE_TRADER else form


@cache
def not_applicable() -> tuple[str, ...]:
    """Return the questions that are not put to a person."""
    asked = (column.question for column in COLUMNS if column.of_organisations and column.question)
    return (*asked, *(dimension.id for dimension in people_dimensions()))


def as_row(partner: Partner) -> tuple[dict[str, Any], dict[str, dict[str, float]], dict[str, Answer]]:
    """Return fields, shares and answers as the frame has them, with what the name says and what makes it a person.

    Of a person nothing but its place, kind and money is there; the other questions do not apply.
    """
    given, refused = partner.fields, partner.refused
    row = {**_empty(), **given, "kinds_proposed": False, "legal_form_proposed": False}
    known = [question for question, field in _ASKED_OF.items() if field in given]
    answers = dict.fromkeys([*known, *partner.shares], Answer.KNOWN) | partner.answers
    if row["place_status"] != PlaceStatus.UNKNOWN:
        answers["place"] = Answer.KNOWN
    if row["legal_form"] is None and (form := _proposed_form(partner.name, refused)):
        row |= {"legal_form": form, "legal_form_proposed": True}
    row[IS_PERSON] = is_person(given, refused)
    if row[IS_PERSON]:
        row |= {field: _empty()[field] for field in OF_ORGANISATIONS.values()}
        return row, {}, answers | dict.fromkeys(not_applicable(), Answer.NOT_APPLICABLE)
    row["kinds_proposed"] = partner.is_open("kinds") and bool(proposals.kind(partner.name))
    return row, partner.shares, answers


_ASKED_OF = {question: column.field for question, column in QUESTIONS.items() if question != "place"}
"""Question -> the field that answers it; where a partner sits is told by the status of its place."""
