"""The canonical frame that leaves this room, and the schema that every row of it has passed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from regional.dimensions import people_dimensions
from regional.partners.portfolio import Answer, PlaceStatus, Portfolio

if TYPE_CHECKING:
    import pandas as pd

QUESTIONS = ("place", "kinds", "work_area", "sector", "amount", "since", "size", "how_found", "mainly_for",
             "also_reaches", "stage", "fit")  # fmt: skip


class Row(BaseModel):
    """One partner, checked. Fields as in :class:`regional.partners.portfolio.Portfolio`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=300)
    status: Literal["active", "possible", "ended"] = "active"
    kinds: tuple[Literal["funder", "content", "supplier"], ...] = ()
    kinds_proposed: bool = False
    place: str | None = None
    place_status: PlaceStatus = PlaceStatus.UNKNOWN
    municipality: str | None = Field(None, pattern=r"^GM\d{4}$")
    country: str | None = Field(None, pattern=r"^[A-Z]{2}$")
    work_area: tuple[str, ...] = ()
    sector: str | None = None
    amount: float | None = Field(None, ge=0, allow_inf_nan=False)
    since: dt.date | None = None
    until: dt.date | None = None
    size: str | None = None
    legal_form: str | None = None
    legal_form_proposed: bool = False
    is_person: bool = False
    how_found: str | None = None
    mainly_for: tuple[str, ...] = ()
    also_reaches: tuple[str, ...] = ()
    stage: str | None = None
    fit: Literal["yes", "partly", "no"] | None = None
    last_talk: dt.date | None = None
    as_of: dt.date | None = None
    shares_of: Literal["audience", "team"] | None = None
    shares_n: int | None = Field(None, ge=0)
    shares_source: str | None = None


DATES = ("since", "until", "last_talk", "as_of")
FLAGS = ("kinds_proposed", "legal_form_proposed", "is_person")
TEXTS = ("name", "status", "place", "place_status", "municipality", "country", "sector", "size", "legal_form",
         "how_found", "stage", "fit", "shares_of", "shares_source")  # fmt: skip
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
    frame = pd.DataFrame(checked, columns=list(Row.model_fields))
    for column in DATES:
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
    for column in FLAGS:
        frame[column] = frame[column].astype(bool)
    for column in TEXTS:
        frame[column] = frame[column].astype("str")
    frame["amount"] = frame["amount"].astype(float)
    frame["shares_n"] = frame["shares_n"].astype("Int64")
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
