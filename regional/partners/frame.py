"""The canonical frame that leaves this room, made of partners as they are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from regional.dimensions import Dimension, people_dimensions
from regional.partners.partner import FIELDS, Partner, as_row
from regional.partners.portfolio import Answer, Portfolio
from regional.partners.schema import QUESTIONS, Type

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {
    Type.TEXT: "str", Type.CODE: "str", Type.CODES: "object", Type.DATE: "datetime64[s]", Type.FLAG: "bool",
    Type.EURO: "float", Type.NUMBER: "Int64",
}  # fmt: skip


_WRITTEN = 2_000
"""Rows that are written as text at once."""
_STATES = {answer: str(answer) for answer in Answer}
"""Each state as one text, shared by all cells that hold it."""


def make_portfolio(partners: Sequence[Partner], name: str = "", *, fictitious: bool = False) -> Portfolio:
    """Return the portfolio of partners: a row each, with what their names say."""
    rows = Rows()
    for partner in partners:
        rows.add(partner)
    return rows.portfolio(name, fictitious=fictitious)


class Rows:
    """The rows of a portfolio while they are made, one partner after the other: plain values, in little memory.

    ``partners``: what they were made of; ``proposed``: of how many the name makes a kind likely.
    """

    def __init__(self) -> None:
        self.partners: list[Partner] = []
        self.proposed = 0
        self._rows: list[tuple[Any, ...]] = []
        self._shares: dict[str, dict[int, dict[str, float]]] = {d.id: {} for d in people_dimensions()}
        self._states: list[tuple[str, ...]] = []
        self._seen: dict[tuple[str, ...], tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, partner: Partner) -> None:
        """Make the row of one partner, below those that are there."""
        fields, shares, told = as_row(partner)
        self.proposed += fields["kinds_proposed"]
        for dimension_id, given in shares.items():
            self._shares[dimension_id][len(self._rows)] = given
        self._rows.append(_in_order(fields))
        states = tuple([_STATES[told.get(question, Answer.NOT_ASKED)] for question in _asked()])
        self._states.append(self._seen.setdefault(states, states))
        self.partners.append(partner)

    def parts(self) -> Iterator[Any]:
        """Give the columns one by one, then shares and states, and let go of the rows (see :func:`put_together`)."""
        columns = list(zip(*self._rows, strict=True))[::-1] or [()] * len(FIELDS)
        self._rows = []
        while columns:
            yield columns.pop()
        yield self._shares
        yield self._states

    def portfolio(self, name: str = "", *, fictitious: bool = False) -> Portfolio:
        """Return the portfolio of these rows, which are let go of."""
        return put_together(self.parts(), self.partners, name, fictitious=fictitious)


def put_together(
    parts: Iterator[Any], partners: Sequence[Partner], name: str = "", *, fictitious: bool = False
) -> Portfolio:
    """Return the portfolio of what :meth:`Rows.parts` gave."""
    import pandas as pd

    index = pd.RangeIndex(len(partners))
    frame = pd.DataFrame({field: _column(next(parts), type_) for field, type_ in FIELDS.items()}, index)
    shares, states = next(parts), next(parts)
    tables = {d.id: _shares(d, shares[d.id], index) for d in people_dimensions()}
    told = pd.DataFrame(states, index, list(_asked()), dtype=object)
    digest = _digest(frame, tables, told, fictitious)
    return Portfolio(frame, tables, told, digest, name, fictitious, tuple(partners))


_in_order = itemgetter(*FIELDS)


@cache
def _asked() -> tuple[str, ...]:
    return (*QUESTIONS, *(dimension.id for dimension in people_dimensions()))


def _column(values: Sequence[Any], type_: Type) -> pd.Series[Any]:
    import pandas as pd

    held: pd.Series[Any] = pd.Series(values, dtype=object)
    dtype: Any = _DTYPES[type_]
    return pd.Series((pd.to_datetime(held) if type_ is Type.DATE else held).astype(dtype))


def _shares(dimension: Dimension, given: Mapping[int, Mapping[str, float]], index: pd.RangeIndex) -> pd.DataFrame:
    """Return the shares of one dimension; most partners give none."""
    import pandas as pd

    names = [category.id for category in dimension.categories]
    return pd.DataFrame(list(given.values()), list(given), names, dtype=float).reindex(index)


def empty_portfolio(name: str = "") -> Portfolio:
    """Return a portfolio without partners."""
    return make_portfolio([], name)


def _digest(frame: pd.DataFrame, shares: Mapping[str, pd.DataFrame], states: pd.DataFrame, fictitious: bool) -> str:
    digest = hashlib.sha256()
    for table in (frame, *shares.values(), states):
        for at in range(0, len(table) or 1, _WRITTEN):  # the text of a long list takes as much memory as the list
            digest.update(table.iloc[at : at + _WRITTEN].to_csv(index=False, header=at == 0).encode())
        digest.update(b"\0")
    digest.update(str(fictitious).encode())
    return digest.hexdigest()
