"""For whom partners mainly work: per theme about people, what each partner is (measures.md, "What a partner is").

Main groups and a partner's own percentages are two kinds of answer and never pooled. "Everyone" adds no information
and hides an absence: it is counted apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from regional.dimensions import EVERYONE, Dimension, Sensitivity
from regional.mirror.selection import Bools, Floats

if TYPE_CHECKING:
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

CASES = ("measured", "focused", "everyone", "none_named", "not_asked_of", "unknown")
MEASURED, FOCUSED, ALL, NONE_NAMED, NOT_ASKED_OF, UNKNOWN = range(len(CASES))
MOST_NAMED = 2
"""Groups of one theme that a partner can be there for; who names more is there for everyone."""


@dataclass(frozen=True)
class People:
    """One theme: ``y`` (n, K) the part of each partner in each group, NaN where it has none; ``case`` (n,) of CASES.

    ``question`` is the one of Portfolio.states that says why an answer is not known.
    """

    y: Floats
    case: npt.NDArray[np.int_]
    question: str

    @property
    def counted(self) -> dict[str, int]:
        """How many partners each case has."""
        return {name: int((self.case == i).sum()) for i, name in enumerate(CASES)}


def by_shares(dimension: Dimension, settings: Settings) -> bool:
    """Tell whether a theme looks at partners' own percentages; about origin nothing else is ever known."""
    return settings.shares or dimension.sensitivity is Sensitivity.SPECIAL


def people(
    portfolio: Portfolio,
    dimension: Dimension,
    groups: Sequence[str],
    rows: npt.NDArray[np.intp],
    settings: Settings,
) -> People:
    """Return what the partners in ``rows`` (n,) are in a theme over ``groups`` (ids, length K)."""
    named, case = _main_groups(portfolio, groups, rows)
    measured = _measured(portfolio, dimension.id, groups, rows, settings)
    given = ~np.isnan(measured).all(axis=1)
    if by_shares(dimension, settings):
        case = np.where(given, MEASURED, np.where(_is_asked_of(portfolio, rows, case), case, NOT_ASKED_OF))
        return People(measured, case, dimension.id)
    case = np.where((case == UNKNOWN) & given, MEASURED, case)
    case = np.where(_is_asked_of(portfolio, rows, case), case, NOT_ASKED_OF)
    named[case != FOCUSED] = np.nan
    return People(named, case, "mainly_for")


def grades(portfolio: Portfolio, found: People, rows: npt.NDArray[np.intp]) -> dict[str, int]:
    """Return who says so: of how many partners their own percentages, their own word, or the museum's estimate."""
    said = np.flatnonzero(np.isin(found.case, (FOCUSED, ALL, NONE_NAMED)))
    partners = getattr(portfolio, "partners", ())
    asked = sum(partners[row].origin("mainly_for").grade == "asked" for row in rows[said]) if partners else 0
    measured = int((found.case == MEASURED).sum())
    return {"measured": measured, "asked": asked, "own_estimate": said.size - asked}


def _main_groups(
    portfolio: Portfolio, groups: Sequence[str], rows: npt.NDArray[np.intp]
) -> tuple[Floats, npt.NDArray[np.int_]]:
    """Return parts (n, K) and cases (n,) by main groups alone; each answer that occurs is looked at once."""
    codes, answers = portfolio.columns.coded("mainly_for")
    named = np.array([[group in answer for group in groups] for answer in answers], dtype=float)
    named = named.reshape(len(answers), len(groups))
    cases = np.array([_case(answer, int(n), len(groups)) for answer, n in zip(answers, named.sum(axis=1), strict=True)])
    parts = named / np.maximum(named.sum(axis=1, keepdims=True), 1.0)
    return parts[codes[rows]], cases.astype(int)[codes[rows]]


def _case(answer: Sequence[str], named: int, groups: int) -> int:
    if not answer:
        return UNKNOWN
    if EVERYONE.id in answer or named > MOST_NAMED or named == groups:
        return ALL
    return FOCUSED if named else NONE_NAMED


def _measured(
    portfolio: Portfolio, dimension_id: str, groups: Sequence[str], rows: npt.NDArray[np.intp], settings: Settings
) -> Floats:
    shares = portfolio.shares.get(dimension_id)
    if shares is None:
        return np.full((len(rows), len(groups)), np.nan)
    at = [list(shares.columns).index(group) for group in groups]
    y = shares.to_numpy(dtype=float)[np.ix_(rows, np.array(at, dtype=np.intp))]
    y[portfolio.columns["shares_of"][rows] != settings.shares_of] = np.nan
    return y


def asked_of_content(portfolio: Portfolio, rows: npt.NDArray[np.intp]) -> Bools:
    """Tell who is asked about people: content partners that are no persons; shape (n,)."""
    return _is_content(portfolio, rows) & ~_is_person(portfolio, rows)


def asked_about_people(portfolio: Portfolio, rows: npt.NDArray[np.intp]) -> Bools:
    """Tell who counts for whom partners work: who is asked, and funders where all of them answered; shape (n,)."""
    funder = portfolio.columns.holding("kinds", "funder")[rows] & ~_is_content(portfolio, rows)
    funder &= ~_is_person(portfolio, rows)
    codes, answers = portfolio.columns.coded("mainly_for")
    named = np.array([bool(answer) for answer in answers], dtype=bool)[codes[rows]]
    return asked_of_content(portfolio, rows) | (funder & named[funder].all())


def _is_person(portfolio: Portfolio, rows: npt.NDArray[np.intp]) -> Bools:
    return np.asarray(portfolio.columns["is_person"][rows], dtype=bool)


def _is_content(portfolio: Portfolio, rows: npt.NDArray[np.intp]) -> Bools:
    """Tell who is a content partner, or may be one for all we know: no kind is known; shape (n,)."""
    content, funder, supplier = (
        portfolio.columns.holding("kinds", kind)[rows] for kind in ("content", "funder", "supplier")
    )
    return content | ~(funder | supplier)


def _is_asked_of(portfolio: Portfolio, rows: npt.NDArray[np.intp], case: npt.NDArray[np.int_]) -> Bools:
    """Tell of whom this is asked: not of suppliers, and of funders only where all of them gave an answer.

    To a person no question applies, which is a kind of unknown.
    """
    asked, funder = _is_content(portfolio, rows), portfolio.columns.holding("kinds", "funder")[rows]
    all_in = bool((case[funder & ~asked & ~_is_person(portfolio, rows)] != UNKNOWN).all())
    return asked | (funder & all_in)
