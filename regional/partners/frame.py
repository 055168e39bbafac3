"""The canonical frame that leaves this room, and the schema that every row of it has passed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, create_model

from regional.dimensions import people_dimensions
from regional.partners.portfolio import Answer, PlaceStatus, Portfolio
from regional.partners.schema import COLUMNS, DERIVED, QUESTIONS, Type, words_of

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 300
_PYTHON: Mapping[Type, tuple[Any, Any]] = {
    Type.TEXT: (str | None, None), Type.CODE: (str | None, None), Type.CODES: (tuple[str, ...], ()),
    Type.DATE: (dt.date | None, None), Type.FLAG: (bool, False),
    Type.EURO: (float | None, Field(None, ge=0, allow_inf_nan=False)), Type.NUMBER: (int | None, Field(None, ge=0)),
}  # fmt: skip
"""Type of a field -> its type in a row, and what stands for nothing."""
_DTYPES = {
    Type.TEXT: "str", Type.CODE: "str", Type.CODES: "object", Type.DATE: "datetime64[s]", Type.FLAG: "bool",
    Type.EURO: "float", Type.NUMBER: "Int64",
}  # fmt: skip
_OWN: Mapping[str, tuple[Any, Any]] = {
    "name": (str, Field(min_length=1, max_length=LONGEST)),
    "municipality": (str | None, Field(None, pattern=r"^GM\d{4}$")),
    "country": (str | None, Field(None, pattern=r"^[A-Z]{2}$")),
    "place_status": (PlaceStatus, PlaceStatus.UNKNOWN),
    "status": (str, "active"),
}
"""Fields that ask for more than their kind says."""
FIELDS: Mapping[str, Type] = {column.field: column.type for column in COLUMNS} | DERIVED
"""Field of a partner -> what it holds, in the order of the frame."""


def _among_its_words(field: str, value: Any) -> Any:  # noqa: ANN401 - a code, or several
    column = _WORDED.get(field)
    given = set(value if isinstance(value, tuple) else [value])
    if column and value is not None and not given <= set(words_of(column)):
        raise ValueError(f"{field}: {value}")
    return value


_WORDED = {column.field: column.name for column in COLUMNS if column.words}


def _checked(field: str, kind: Type) -> tuple[Any, Any]:
    type_, default = _OWN.get(field) or _PYTHON[kind]
    return (Annotated[type_, AfterValidator(partial(_among_its_words, field))] if field in _WORDED else type_), default


Row: type[BaseModel] = create_model(
    "Row",
    __config__=ConfigDict(extra="forbid", frozen=True),
    __doc__="One partner, checked. Fields as in :class:`regional.partners.portfolio.Portfolio`.",
    **{field: _checked(field, kind) for field, kind in FIELDS.items()},  # type: ignore[call-overload]
)
_ROWS = TypeAdapter(list[Row])


def make_portfolio(
    rows: Sequence[Mapping[str, Any]],
    shares: Sequence[Mapping[str, Mapping[str, float]]],
    states: Sequence[Mapping[str, Answer]],
    name: str = "",
    *,
    fictitious: bool = False,
) -> Portfolio:
    """Return the portfolio of checked rows.

    ``shares`` holds per partner dimension id -> category id -> fraction; ``states`` per partner question -> Answer
    (questions left out are "not asked"). pydantic.ValidationError where a row breaks the schema: a fault of this
    room, never of the user's file.
    """
    import pandas as pd

    checked = [row.model_dump() for row in _ROWS.validate_python(list(rows))]
    frame = pd.DataFrame(checked, columns=list(FIELDS))
    for field in (field for field, kind in FIELDS.items() if kind is Type.DATE):
        frame[field] = pd.to_datetime(frame[field])
    frame = frame.astype({field: _DTYPES[kind] for field, kind in FIELDS.items()})
    dimensions = [(d.id, [c.id for c in d.categories]) for d in people_dimensions()]
    tables = {i: pd.DataFrame([s.get(i, {}) for s in shares], columns=ids, dtype=float) for i, ids in dimensions}
    asked = [*QUESTIONS, *tables]
    told = pd.DataFrame([[str(s.get(q, Answer.NOT_ASKED)) for q in asked] for s in states], columns=asked, dtype=object)
    return Portfolio(frame, tables, told, _digest(frame, tables, told, fictitious), name, fictitious)


def empty_portfolio(name: str = "") -> Portfolio:
    """Return a portfolio without partners."""
    return make_portfolio([], [], [], name)


def _digest(frame: pd.DataFrame, shares: Mapping[str, pd.DataFrame], states: pd.DataFrame, fictitious: bool) -> str:
    parts = [table.to_csv(index=False) for table in (frame, *shares.values(), states)]
    return hashlib.sha256("\0".join([*parts, str(fictitious)]).encode()).hexdigest()
