"""One dimension of a selection as plain arrays: who is in which group, who is unknown, who stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from regional.cbs.figures import RegionProfile
from regional.dimensions import Dimension, LabelKind
from regional.mirror.selection import Bools, Floats, Selection, has_kind
from regional.mirror.settings import Settings
from regional.partners.columns import plain
from regional.partners.portfolio import Answer, PlaceStatus, Portfolio

if TYPE_CHECKING:
    import pandas as pd

QUESTION = {
    "location": "place",
    "urbanity": "place",
    "household": "mainly_for",
    "kind": "kinds",
    "relation": "since",
}
"""Which column of Portfolio.states answers for a dimension, where it is not the dimension's own id."""


@dataclass(frozen=True)
class Composed:
    """Arrays of one dimension.

    ``y`` (n, K): the part of each partner in each group, NaN where unknown; ``weights`` (n,);
    ``member`` (n,): False for partners that stand apart (outside the region, not applicable).
    ``unknown`` and ``outside`` count partners by reason.
    """

    y: Floats
    weights: Floats
    member: Bools
    unknown: dict[str, int] = field(default_factory=dict)
    outside: dict[str, int] = field(default_factory=dict)
    not_applicable: int = 0

    @property
    def known(self) -> Bools:
        """Partners of which at least one group is known; shape (n,)."""
        return np.asarray(self.member & ~np.isnan(self.y).all(axis=1), dtype=bool)


def compose(
    portfolio: Portfolio,
    region: RegionProfile,
    dimension: Dimension,
    groups: Sequence[str],
    selection: Selection,
    settings: Settings,
) -> Composed:
    """Return the arrays of ``dimension`` over ``groups`` (ids, length K) for the selected partners (n)."""
    rows, weights = _subset(portfolio, dimension, selection, settings)
    frame = portfolio.frame.iloc[rows]
    outside: dict[str, int] = {}
    member = np.ones(len(rows), dtype=bool)
    if dimension.id in ("location", "urbanity"):
        labels, inside, outside = _places(frame, region, dimension.id)
        member &= inside
        y = one_hot(labels, groups)
    elif dimension.kind is LabelKind.FRACTIONS:
        y = _fractions(portfolio, dimension.id, groups, rows, settings)
    elif dimension.kind is LabelKind.MULTI:
        y = _multi(frame[dimension.field].tolist(), groups)
    else:
        labels = frame[dimension.field].astype(object).to_numpy()
        y = one_hot(labels, groups)
    states = portfolio.states.iloc[rows][QUESTION.get(dimension.id, dimension.id)].to_numpy(dtype=object)
    not_applicable = (states == Answer.NOT_APPLICABLE.value) & np.isnan(y).all(axis=1)
    member &= ~not_applicable
    composed = Composed(y, weights, member, outside=outside, not_applicable=int(not_applicable.sum()))
    reasons = _reasons(states[member & ~composed.known])
    return Composed(y, weights, member, reasons, outside, composed.not_applicable)


def subset_kind(dimension: Dimension, settings: Settings) -> str:
    """Return the kind of partner a dimension looks at when all kinds are selected: suppliers for sectors."""
    return "supplier" if dimension.id == "sector" and settings.kind == "all" else ""


def one_hot(labels: npt.NDArray[np.object_], groups: Sequence[str]) -> Floats:
    """Return (n, K): 1 in the group of each label, rows of NaN where the label is in no group."""
    import pandas as pd

    codes = pd.Index(list(groups)).get_indexer(pd.Index(labels, dtype=object))
    y = np.zeros((len(labels), len(groups)))
    known = codes >= 0
    y[np.flatnonzero(known), codes[known]] = 1.0
    y[~known] = np.nan
    return y


def municipality_of(frame: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Return per partner the municipality that counts; shape (n,), None where unknown or abroad.

    A work area of exactly one municipality goes before the postal address (design.md, rung 2).
    """
    seats = frame["municipality"].astype(object).to_numpy()
    areas = frame["work_area"].to_numpy()
    chosen = [
        area[0] if len(area) == 1 and str(area[0]).startswith("GM") else seat
        for area, seat in zip(areas, seats, strict=True)
    ]
    return np.array([code if isinstance(code, str) else None for code in chosen], dtype=object)


def _subset(
    portfolio: Portfolio, dimension: Dimension, selection: Selection, settings: Settings
) -> tuple[npt.NDArray[np.intp], Floats]:
    kind = subset_kind(dimension, settings)
    if not kind:
        return selection.rows, selection.weights
    keep = has_kind(portfolio.frame.iloc[selection.rows], kind)
    return selection.rows[keep], selection.weights[keep]


def _places(
    frame: pd.DataFrame, region: RegionProfile, dimension_id: str
) -> tuple[npt.NDArray[np.object_], Bools, dict[str, int]]:
    codes = municipality_of(frame)
    known = np.array([code is not None for code in codes], dtype=bool)
    inside = np.array([code in region.location_of for code in codes], dtype=bool)
    abroad = ~known & (frame["place_status"] == PlaceStatus.ABROAD.value).to_numpy(dtype=bool)
    lookup = region.location_of if dimension_id == "location" else region.urbanity_of
    labels = np.array([lookup.get(code) if here else None for code, here in zip(codes, inside, strict=True)], object)
    if dimension_id == "location" and region.abroad_of:
        added = np.array([region.abroad_of.get(plain(str(place))) for place in frame["place"]], dtype=object)
        at_home = abroad & np.array([group is not None for group in added], dtype=bool)
        labels[at_home] = added[at_home]
        inside, abroad = inside | at_home, abroad & ~at_home
    outside = {"elsewhere": int((known & ~inside).sum()), "abroad": int(abroad.sum())}
    return labels, inside | (~known & ~abroad), outside


def _fractions(
    portfolio: Portfolio,
    dimension_id: str,
    groups: Sequence[str],
    rows: npt.NDArray[np.intp],
    settings: Settings,
) -> Floats:
    shares = portfolio.shares.get(dimension_id)
    if shares is None:
        return np.full((len(rows), len(groups)), np.nan)
    y = shares.iloc[rows][list(groups)].to_numpy(dtype=float, copy=True)
    about = portfolio.frame["shares_of"].astype(object).fillna("").to_numpy()[rows]
    y[about != settings.shares_of] = np.nan
    return y


def _multi(values: Sequence[tuple[str, ...]], groups: Sequence[str]) -> Floats:
    y = np.array([[float(g in v) for g in groups] for v in values]).reshape(len(values), len(groups))
    y[[len(v) == 0 for v in values]] = np.nan
    return y


def _reasons(states: npt.NDArray[np.object_]) -> dict[str, int]:
    """Count the kinds of unknown; an answer that could not be used (too few people, another base) apart."""
    counted = Counter("not_usable" if s == Answer.KNOWN.value else str(s) for s in states)
    return dict(sorted(counted.items()))
