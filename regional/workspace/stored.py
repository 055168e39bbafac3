"""What every kept row is: typed, never changed in place, and telling of each field whether a user typed it.

Change one with ``record.changed(title="…")`` and give it to its repository. Texts are trimmed; what cannot
be held (NUL, half a letter) is taken out.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from regional.partners.partner import Partner

SHORT, LONG = 300, 10_000
"""Characters of a title or name, and of a note."""

SALT, HIGHEST = "salt", "highest_version"
"""Facts: what names are hashed with; the highest number of a version before the last restore."""


@dataclass(frozen=True)
class Prose:
    """Marks a field with words that a user typed: what an erasure takes names out of. Fields without it hold codes.

    In a list or in JSON everything counts as typed, except what lies under ``figures``, where only ``typed`` does:
    paths such as ``publication/frame``, with ``*`` for any key or item.
    """

    figures: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


def new_id() -> str:
    """Return an id that nobody else has; later ids sort later, so that lists stand in the order of adding."""
    return f"{time.time_ns() // 1_000:014x}{secrets.token_hex(9)}"


def storable(text: str) -> str:
    """Return a text without what no database, file or page can hold: NUL, and half of a letter that came in two."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _storable(value: object) -> object:
    """Return a value, and whatever stands in it, with texts that can be held; it comes back itself where they can."""
    if isinstance(value, str):
        return value if value.isascii() and "\x00" not in value else storable(value)
    if isinstance(value, Mapping):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, (list, tuple)) else value


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,64}$", max_length=64)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$", max_length=64)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=SHORT), BeforeValidator(_storable)]
Code = Annotated[Label, Field(min_length=1)]
"""A code of this app, a heading or a place: never prose."""
Line = Annotated[Label, Prose()]
Name = Annotated[Line, Field(min_length=1)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONG), BeforeValidator(_storable), Prose()]
Plain = Annotated[dict[str, JsonValue], BeforeValidator(_storable)]
"""Plain JSON. What a database took in it before it was checked is mended as it is read."""
Sealed = Annotated[str, StringConstraints(max_length=100_000)]
"""What nobody here can read."""
Number = Annotated[float, Field(allow_inf_nan=False)]
Count = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Municipality = Annotated[str, StringConstraints(pattern=r"^(GM\d{4})?$")]


class Stored(BaseModel):
    """One row of a table; the table is made from its fields (see regional.workspace.tables)."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    table: ClassVar[str]
    primary: ClassVar[tuple[str, ...]] = ("id",)
    """The primary key."""
    unique: ClassVar[tuple[str, ...]] = ()
    """Fields that, together, no two rows have alike."""
    indexed: ClassVar[tuple[str, ...]] = ()
    refers: ClassVar[Mapping[str, str]] = {}
    """Field -> table.field that has to be there."""


class Record(Stored):
    """What every record has.

    ``revision`` is 0 before it is kept and goes up by one with every save; ``changed_at`` (UTC) and ``changed_by``
    are filled when it is kept.
    """

    id: Id = Field(default_factory=new_id)
    revision: int = Field(0, ge=0)
    changed_at: dt.datetime | None = None
    changed_by: Label = ""

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 - the fields of the record
        """Return this record with other values, checked; pydantic.ValidationError where they are wrong."""
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **values})

    def take_over(self, theirs: Record) -> Self:
        """Return this record as the successor of ``theirs``: what to save when the user chose their own."""
        return self.model_copy(update={"revision": theirs.revision})


class PartnerState(Stored):
    """One state of one partner, kept once however many versions hold it; ``digest`` is the hash of all of it.

    ``record`` is a :class:`regional.partners.partner.Partner` as plain data.
    """

    table = "partner_rows"
    primary = ("digest",)
    indexed = ("partner_id",)
    digest: Hash
    partner_id: Id
    record: dict[str, JsonValue]

    @model_validator(mode="after")
    def _is_a_partner(self) -> Self:
        Partner.model_validate(self.record)
        return self


class VersionEntry(Stored):
    """One version of the partner file; ``content`` is the hash of its rows in order."""

    table = "versions"
    primary = ("number",)
    indexed = ("content",)
    number: int = Field(ge=1)
    content: Hash
    why: str
    by: str
    at: dt.datetime
    based_on: int | None = None


class ContentEntry(Stored):
    """One row of a content, at its place; versions with the same content share them."""

    table = "contents"
    primary = ("content", "position")
    indexed = ("row",)
    refers: ClassVar[Mapping[str, str]] = {"row": "partner_rows.digest"}
    content: Hash
    position: int = Field(ge=0)
    row: Hash


class Tombstone(Stored):
    """A partner that was erased: its random id, and a salted hash of each name; nothing that can be read."""

    table = "tombstones"
    indexed = ("partner_id",)
    id: Id
    partner_id: Id
    salt: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{2}){8,32}$", max_length=64)]
    name_hash: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$", max_length=64)]
    erased_at: dt.datetime


class RetiredLink(Stored):
    """The hash of a link that was withdrawn, or replaced by another: no backup makes it open again."""

    table = "retired_links"
    primary = ("token_hash",)
    token_hash: Code
    retired_at: dt.datetime
    is_withdrawn: bool


class Fact(Stored):
    """A fact about the workspace itself, such as the salt, and whether erased bytes still have to be cleaned up."""

    table = "facts"
    primary = ("key",)
    key: Annotated[str, StringConstraints(max_length=64)]
    value: str

    @model_validator(mode="after")
    def _can_be_used(self) -> Self:
        if self.key == SALT:
            bytes.fromhex(self.value)
        if self.key == HIGHEST:
            int(self.value)
        return self


class TableChange(Stored):
    """How often a table changed: who has read it knows by this that there is nothing new."""

    table = "changes"
    primary = ("name",)
    name: Annotated[str, StringConstraints(max_length=64)]
    number: int = Field(ge=0)


BOOKKEEPING: tuple[type[Stored], ...] = (
    PartnerState, VersionEntry, ContentEntry, Tombstone, RetiredLink, Fact, TableChange,
)  # fmt: skip
"""What holds the rest together; not for pages."""
