"""Which partners a mirror stands on, and how heavily each counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from regional.mirror.result import AmountSummary
from regional.mirror.settings import Settings
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
    frame = portfolio.frame
    flows = money_flows(frame)
    keep = (frame["status"] == "active").to_numpy(dtype=bool, copy=True)
    if settings.kind != "all":
        keep &= has_kind(frame, settings.kind)
    if settings.without_main_funder:
        main = main_funder(frame, flows, keep)
        if main is not None:
            keep[main] = False
    if settings.weight != "count":
        keep &= _may_carry(frame, settings.weight)
    rows = np.flatnonzero(keep)
    return Selection(rows, _weights(frame, flows, settings)[rows], amounts(frame.iloc[rows], flows[rows]))


def has_kind(frame: pd.DataFrame, kind: str) -> Bools:
    """Tell per partner whether ``kind`` is among its kinds; shape (n,)."""
    return np.fromiter((kind in kinds for kinds in frame["kinds"]), dtype=bool, count=len(frame))


def money_flows(frame: pd.DataFrame) -> npt.NDArray[np.str_]:
    """Return per partner the direction of its amount: "in" (funders), "out" (suppliers) or ""; shape (n,).

    A partner that is both, or neither, has no direction: its money is told as unknown, never guessed.
    """
    funder, supplier = has_kind(frame, "funder"), has_kind(frame, "supplier")
    return np.where(funder & ~supplier, "in", np.where(supplier & ~funder, "out", ""))


def main_funder(frame: pd.DataFrame, flows: npt.NDArray[np.str_], keep: Bools) -> int | None:
    """Return the position of the largest amount coming in among ``keep``; None where there is none."""
    amount = _amounts(frame)
    amount = np.where(keep & (flows == "in"), amount, 0.0)
    return int(amount.argmax()) if amount.size and amount.max() > 0 else None


def amounts(frame: pd.DataFrame, flows: npt.NDArray[np.str_]) -> AmountSummary:
    """Sum money in and out (euros a year) and count the partners whose amount or direction is unknown.

    Content partners without an amount are not counted as unknown: most simply have none.
    """
    amount = _amounts(frame)
    known = amount > 0
    content_only = has_kind(frame, "content") & (flows == "") & ~known
    unknown = ~(known & (flows != "")) & ~content_only & ~_zero(frame)
    return AmountSummary.model_validate(
        {
            "in": float(amount[flows == "in"].sum()),
            "out": float(amount[flows == "out"].sum()),
            "unknown": int(unknown.sum()),
        }
    )


def _may_carry(frame: pd.DataFrame, weight: str) -> Bools:
    """Money in is about funders, money out about suppliers: others are not part of that mirror."""
    return has_kind(frame, "funder" if weight == "money_in" else "supplier")


def _weights(frame: pd.DataFrame, flows: npt.NDArray[np.str_], settings: Settings) -> Floats:
    if settings.weight == "count":
        return np.ones(len(frame))
    direction = "in" if settings.weight == "money_in" else "out"
    return np.where(flows == direction, _amounts(frame), 0.0)


def _amounts(frame: pd.DataFrame) -> Floats:
    return frame["amount"].to_numpy(dtype=float, na_value=0.0)


def _zero(frame: pd.DataFrame) -> Bools:
    """An amount of 0 is an answer."""
    return np.asarray(frame["amount"].to_numpy(dtype=float, na_value=np.nan) == 0.0)
