"""What one mirror is made with: the selection, the thresholds, the seed."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Weight = Literal["count", "money_in", "money_out"]
Kind = Literal["all", "funder", "content", "supplier"]
SharesOf = Literal["audience", "team"]


class Settings(BaseModel):
    """One selection is one mirror.

    ``shares``: themes about people look at the percentages that partners give themselves, and not at their main
    groups; ``shares_of``: of their audience or their team, never pooled. ``proposals``: what is proposed and not yet
    confirmed is counted beside what is known, and never tested. ``extra_dimensions``: ids of dimensions that are off by
    default and wanted here. Thresholds as in measures.md, "States".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: Weight = "count"
    kind: Kind = "all"
    without_main_funder: bool = False
    shares: bool = False
    shares_of: SharesOf = "audience"
    proposals: bool = False
    extra_dimensions: tuple[str, ...] = ()
    low_ratio: float = Field(0.8, gt=0, lt=1)
    high_ratio: float = Field(1.25, gt=1)
    alpha: float = Field(0.05, gt=0, lt=0.5)
    min_known: int = Field(10, ge=1)
    max_unknown: float = Field(0.3, ge=0, le=1)
    draws: int = Field(5_000, ge=1_000)
    seed: int = 20_260_101
