"""One dimension of a selection as plain arrays: who is in which group, who is unknown, who stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from regional.cbs.figures import RegionProfile
from regional.dimensions import Dimension, LabelKind
from regional.mirror.people import FOCUSED, MEASURED, UNKNOWN, by_shares, grades, people
from regional.mirror.selection import Bools, Floats, Selection
from regional.mirror.settings import Settings
from regional.partners.arrays import Columns
from regional.partners.columns import plain
from regional.partners.portfolio import Answer, PlaceStatus, Portfolio

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["", "main_groups", "shares"]
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

    ``y`` (n, K): the part of each partner in each group, NaN where unknown; ``weights`` (n,); ``rows`` (n,) their
    positions in the portfolio;
    ``member`` (n,): False for partners that stand apart (outside the region, not applicable).
    ``unknown`` and ``outside`` count partners by reason. Of a theme about people ``answers`` and ``grades`` count
    what they are and who says so, ``basis`` tells which of them is looked at. ``subset`` is the only kind of partner
    looked at, "" for all; ``works_here`` (K,) counts partners that work in a place and sit elsewhere. ``question`` is
    the column of Portfolio.states that answers for it.
    """

    y: Floats
    weights: Floats
    member: Bools
    unknown: dict[str, int] = field(default_factory=dict)
    outside: dict[str, int] = field(default_factory=dict)
    not_applicable: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    grades: dict[str, int] = field(default_factory=dict)
    basis: Basis = ""
    subset: str = ""
    works_here: tuple[int, ...] = ()
    rows: npt.NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    question: str = ""

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
    found = _Found(member=np.ones(len(rows), dtype=bool), question=QUESTION.get(dimension.id, dimension.id))
    if dimension.id in ("location", "urbanity"):
        labels, found.member, found.outside = _places(portfolio.columns, rows, region, dimension.id)
        found.works_here = _working(portfolio.columns["work_area"][rows], groups, labels, region)
        y = one_hot(labels, groups)
    elif dimension.kind is LabelKind.FRACTIONS:
        y = _people(found, portfolio, dimension, groups, rows, settings)
    elif dimension.kind is LabelKind.MULTI:
        y = _multi(portfolio, dimension.field, groups, rows)
    else:
        y = one_hot(portfolio.columns[dimension.field][rows], groups)
    states = portfolio.states[found.question].to_numpy(dtype=object)[rows]
    not_applicable = found.member & (states == Answer.NOT_APPLICABLE.value) & np.isnan(y).all(axis=1)
    composed = Composed(
        y, weights, found.member & ~not_applicable, outside=found.outside, not_applicable=int(not_applicable.sum()),
        answers=found.answers, grades=found.grades, basis=found.basis, subset=subset_kind(dimension, settings),
        works_here=found.works_here, rows=rows, question=found.question,
    )  # fmt: skip
    return replace(composed, unknown=_reasons(states[composed.member & ~composed.known]))


def proposed(composed: Composed, confirmed: Composed) -> Floats:
    """Return what each group would have more, by weight, were all confirmed; (K,).

    Only of partners of whom nothing is known here: a proposal never takes away what is known.
    """
    added = confirmed.known & ~np.isin(confirmed.rows, composed.rows[composed.known])
    return confirmed.weights[added] @ np.nan_to_num(confirmed.y[added])


@dataclass
class _Found:
    """What a theme says of the partners besides their groups."""

    member: Bools
    question: str
    outside: dict[str, int] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    grades: dict[str, int] = field(default_factory=dict)
    basis: Basis = ""
    works_here: tuple[int, ...] = ()


def _people(
    found: _Found,
    portfolio: Portfolio,
    dimension: Dimension,
    groups: Sequence[str],
    rows: npt.NDArray[np.intp],
    settings: Settings,
) -> Floats:
    told = people(portfolio, dimension, groups, rows, settings)
    looked_at = MEASURED if by_shares(dimension, settings) else FOCUSED
    found.basis = "shares" if looked_at == MEASURED else "main_groups"
    found.member, found.question = np.isin(told.case, (looked_at, UNKNOWN)), told.question
    found.answers, found.grades = told.counted, grades(portfolio, told, rows)
    return told.y


def subset_kind(dimension: Dimension, settings: Settings) -> str:
    """Return the kind of partner a dimension looks at when all kinds are selected: suppliers for sectors."""
    return "supplier" if dimension.id == "sector" and settings.kind == "all" else ""


def _working(
    work: npt.NDArray[np.object_], groups: Sequence[str], seats: npt.NDArray[np.object_], region: RegionProfile
) -> tuple[int, ...]:
    """Return for each place how many partners work there and are based elsewhere.

    Only municipalities that are named: an area as large as a province is nobody's place of work.
    """
    counted = Counter[str]()
    for areas, seat in zip(work, seats, strict=True):
        if areas:
            counted.update({region.location_of[area] for area in areas if area in region.location_of} - {seat})
    return tuple(counted[group] for group in groups)


def one_hot(labels: npt.NDArray[np.object_], groups: Sequence[str]) -> Floats:
    """Return (n, K): 1 in the group of each label, rows of NaN where the label is in no group."""
    at = {group: k for k, group in enumerate(groups)}
    codes = np.fromiter((at.get(label, -1) for label in labels), dtype=np.intp, count=len(labels))
    y = np.zeros((len(labels), len(groups)))
    known = codes >= 0
    y[np.flatnonzero(known), codes[known]] = 1.0
    y[~known] = np.nan
    return y


def municipality_of(table: Columns | pd.DataFrame) -> npt.NDArray[np.object_]:
    """Return per partner the municipality that counts; shape (n,), None where unknown or abroad.

    A work area of exactly one municipality goes before the postal address (design.md, rung 2).
    """
    pairs = zip(table["work_area"], table["municipality"], strict=True)
    chosen = [area[0] if len(area) == 1 and str(area[0]).startswith("GM") else seat for area, seat in pairs]
    return np.array([code if isinstance(code, str) else None for code in chosen], dtype=object)


def _subset(
    portfolio: Portfolio, dimension: Dimension, selection: Selection, settings: Settings
) -> tuple[npt.NDArray[np.intp], Floats]:
    kind = subset_kind(dimension, settings)
    if not kind:
        return selection.rows, selection.weights
    keep = portfolio.columns.holding("kinds", kind)[selection.rows]
    return selection.rows[keep], selection.weights[keep]


def _places(
    table: Columns, rows: npt.NDArray[np.intp], region: RegionProfile, dimension_id: str
) -> tuple[npt.NDArray[np.object_], Bools, dict[str, int]]:
    codes = municipality_of(table)[rows]
    known = np.array([code is not None for code in codes], dtype=bool)
    inside = np.array([code in region.location_of for code in codes], dtype=bool)
    abroad = ~known & (table["place_status"][rows] == PlaceStatus.ABROAD.value)
    lookup = region.location_of if dimension_id == "location" else region.urbanity_of
    labels = np.array([lookup.get(code) if here else None for code, here in zip(codes, inside, strict=True)], object)
    if dimension_id == "location" and region.abroad_of:
        added = np.array([region.abroad_of.get(plain(str(place))) for place in table["place"][rows]], dtype=object)
        at_home = abroad & np.array([group is not None for group in added], dtype=bool)
        labels[at_home] = added[at_home]
        inside, abroad = inside | at_home, abroad & ~at_home
    outside = {"elsewhere": int((known & ~inside).sum()), "abroad": int(abroad.sum())}
    return labels, inside | (~known & ~abroad), outside


def _multi(portfolio: Portfolio, field: str, groups: Sequence[str], rows: npt.NDArray[np.intp]) -> Floats:
    y = np.column_stack([portfolio.columns.holding(field, group)[rows] for group in groups]).astype(float)
    codes, values = portfolio.columns.coded(field)
    y[np.array([not value for value in values], dtype=bool)[codes[rows]]] = np.nan
    return y


def _reasons(states: npt.NDArray[np.object_]) -> dict[str, int]:
    """Count the kinds of unknown; an answer that could not be used (too few people, another base) apart."""
    counted = Counter("not_usable" if s == Answer.KNOWN.value else str(s) for s in states)
    return dict(sorted(counted.items()))
