"""The canonical frame that leaves this room, made of partners as they are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regional.dimensions import people_dimensions
from regional.partners.partner import FIELDS, Partner, as_row
from regional.partners.portfolio import Answer, Portfolio
from regional.partners.schema import QUESTIONS, Type

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {
    Type.TEXT: "str", Type.CODE: "str", Type.CODES: "object", Type.DATE: "datetime64[s]", Type.FLAG: "bool",
    Type.EURO: "float", Type.NUMBER: "Int64",
}  # fmt: skip


_STATES = {answer: str(answer) for answer in Answer}
"""Each state as one text, shared by all cells that hold it."""


def make_portfolio(partners: Sequence[Partner], name: str = "", *, fictitious: bool = False) -> Portfolio:
    """Return the portfolio of partners: a row each, with what their names say."""
    import pandas as pd

    rows = [as_row(partner) for partner in partners]
    frame = pd.DataFrame([row for row, _, _ in rows], columns=list(FIELDS))
    for field in (field for field, type_ in FIELDS.items() if type_ is Type.DATE):
        frame[field] = pd.to_datetime(frame[field])
    frame = frame.astype({field: _DTYPES[type_] for field, type_ in FIELDS.items()})
    dimensions = [(d.id, [c.id for c in d.categories]) for d in people_dimensions()]
    tables = {i: pd.DataFrame([s.get(i, {}) for _, s, _ in rows], columns=c, dtype=float) for i, c in dimensions}
    asked = [*QUESTIONS, *tables]
    answers = [[_STATES[told.get(question, Answer.NOT_ASKED)] for question in asked] for *_, told in rows]
    states = pd.DataFrame(answers, columns=asked, dtype=object)
    digest = _digest(frame, tables, states, fictitious)
    return Portfolio(frame, tables, states, digest, name, fictitious, tuple(partners))


def empty_portfolio(name: str = "") -> Portfolio:
    """Return a portfolio without partners."""
    return make_portfolio([], name)


def _digest(frame: pd.DataFrame, shares: Mapping[str, pd.DataFrame], states: pd.DataFrame, fictitious: bool) -> str:
    parts = [table.to_csv(index=False) for table in (frame, *shares.values(), states)]
    return hashlib.sha256("\0".join([*parts, str(fictitious)]).encode()).hexdigest()
