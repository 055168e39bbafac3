"""Which partners a mirror stands on, and how heavily each counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from regional.mirror.result import AmountSummary
from regional.mirror.settings import Settings
from regional.partners.arrays import Columns
from regional.partners.portfolio import Portfolio

if TYPE_CHECKING:
    import pandas as pd

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Selection:
    """The partners of one mirror.

    ``rows`` are positions in the portfolio (n,); ``weights`` (n,) are 1 by number, or euros a year, 0 where
    the amount or its direction is not known (such a partner is counted in ``n`` but carries no weight).
    """

    rows: npt.NDArray[np.intp]
    weights: Floats
    amount: AmountSummary

    def __len__(self) -> int:
        return len(self.rows)


def select(portfolio: Portfolio, settings: Settings) -> Selection:
    """Return the active partners of the wanted kind, with their weights."""
    table = portfolio.columns
    flows = money_flows(table)
    keep = table["status"] == "active"
    if settings.kind != "all":
        keep &= table.holding("kinds", settings.kind)
    if settings.without_main_funder:
        main = main_funder(table, flows, keep)
        if main is not None:
            keep[main] = False
    if settings.weight != "count":
        keep &= _may_carry(table, settings.weight)
    rows = np.flatnonzero(keep)
    return Selection(rows, _weights(table, flows, settings)[rows], amounts(table, flows, rows))


def has_kind(frame: pd.DataFrame, kind: str) -> Bools:
    """Tell per partner whether ``kind`` is among its kinds; shape (n,)."""
    return Columns(frame).holding("kinds", kind)


def money_flows(table: Columns) -> npt.NDArray[np.str_]:
    """Return per partner the direction of its amount: "in" (funders), "out" (suppliers) or ""; shape (n,).

    A partner that is both, or neither, has no direction: its money is told as unknown, never guessed.
    """
    funder, supplier = table.holding("kinds", "funder"), table.holding("kinds", "supplier")
    return np.where(funder & ~supplier, "in", np.where(supplier & ~funder, "out", ""))


def main_funder(table: Columns, flows: npt.NDArray[np.str_], keep: Bools) -> int | None:
    """Return the position of the largest amount coming in among ``keep``; None where there is none."""
    amount = np.where(keep & (flows == "in"), np.nan_to_num(table.amounts), 0.0)
    return int(amount.argmax()) if amount.size and amount.max() > 0 else None


def amounts(table: Columns, flows: npt.NDArray[np.str_], rows: npt.NDArray[np.intp]) -> AmountSummary:
    """Sum money in and out (euros a year) over ``rows`` and count partners whose amount or direction is unknown.

    Content partners without an amount are not counted as unknown: most simply have none.
    """
    given, flow = table.amounts[rows], flows[rows]
    amount = np.nan_to_num(given)
    known = amount > 0
    content_only = table.holding("kinds", "content")[rows] & (flow == "") & ~known
    # An amount of 0 is an answer.
    unknown = ~(known & (flow != "")) & ~content_only & (given != 0.0)
    return AmountSummary.model_validate(
        {
            "in": float(amount[flow == "in"].sum()),
            "out": float(amount[flow == "out"].sum()),
            "unknown": int(unknown.sum()),
            "undirected": int((known & (flow == "")).sum()),
            "unplaced": float(amount[flow == ""].sum()),
        }
    )


def _may_carry(table: Columns, weight: str) -> Bools:
    """Money in is about funders, money out about suppliers: others are not part of that mirror."""
    return table.holding("kinds", "funder" if weight == "money_in" else "supplier")


def _weights(table: Columns, flows: npt.NDArray[np.str_], settings: Settings) -> Floats:
    if settings.weight == "count":
        return np.ones(len(table))
    direction = "in" if settings.weight == "money_in" else "out"
    return np.where(flows == direction, np.nan_to_num(table.amounts), 0.0)
