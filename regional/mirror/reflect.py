"""Partners and region in, one :class:`Mirror` out: the only place where the two sides meet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from regional.cbs.figures import Composition, RegionProfile
from regional.dimensions import DIMENSIONS, Dimension
from regional.mirror.membership import Composed, compose, proposed
from regional.mirror.people import asked_of_content
from regional.mirror.reach import reach_of
from regional.mirror.result import (
    SCHEMA,
    DimensionResult,
    Group,
    Lacking,
    Mirror,
    RegionSummary,
)
from regional.mirror.selection import Bools, Floats, Selection, select
from regional.mirror.settings import Settings
from regional.mirror.testing import Judgement, Weighed, judge, weigh
from regional.mirror.whereabouts import money_groups, partners_summary
from regional.partners.portfolio import Answer, Portfolio
from regional.partners.proposals import with_proposals

JUDGED_BY = {"urbanity": "location"}
"""A theme that is another way of reading a second one, and no test of its own where that one is judged."""
ASKED = tuple(answer.value for answer in (Answer.ASKED, Answer.NO_ANSWER, Answer.RATHER_NOT))
"""Who is asked now, or was: not to be asked the same again."""


def reflect(portfolio: Portfolio, region: RegionProfile, settings: Settings | None = None) -> Mirror:
    """Lay a portfolio beside a region.

    Parameters
    ----------
    portfolio : any number of partners, also none.
    region : the chosen municipalities, summed.
    settings : the selection and the thresholds; the defaults of :class:`Settings` where None.

    Returns
    -------
    Mirror
        Pure: the same input gives the same mirror. Shares as fractions of 1. Chance and states as in
        ``regional.mirror.measures``; nothing is tested where the two sides are different kinds of thing.
    """
    settings = settings or Settings()
    selection = select(portfolio, settings)
    wanted = [dimension for dimension in DIMENSIONS if _wanted(dimension, settings)]
    weighed = _all_weighed(portfolio, region, wanted, settings, selection)
    reach, reach_known = reach_of(portfolio, region, settings)
    return Mirror(
        settings=settings,
        region=RegionSummary(codes=region.codes, name=region.name, inhabitants=region.inhabitants),
        partners=partners_summary(portfolio, region, selection),
        dimensions=tuple(_with_proposed(_results(weighed, region, settings), portfolio, region, settings, weighed)),
        reach=reach,
        reach_known=reach_known,
        lacking=tuple(
            Lacking(partners=len(left) + len(asked), themes=themes, asked=len(asked))
            for themes, left, asked in _lacking(portfolio, selection, weighed)
        ),
        money=money_groups(portfolio, region, selection) if settings.weight != "count" else (),
        digest=_digest(portfolio, region, settings),
    )


def _with_proposed(
    results: Iterable[DimensionResult],
    portfolio: Portfolio,
    region: RegionProfile,
    settings: Settings,
    weighed: Mapping[str, Weighed],
) -> Iterable[DimensionResult]:
    """Return results with, where they are wanted, what proposals would add to each group; all else stays."""
    if not settings.proposals:
        return results
    would_be = with_proposals(portfolio)
    selection = select(would_be, settings)
    return [
        result.with_proposed(proposed(weighed[result.id].composed, _composed(
            would_be, region, weighed[result.id].dimension, settings, selection)))
        for result in results
    ]  # fmt: skip


def _wanted(dimension: Dimension, settings: Settings) -> bool:
    return dimension.default_on or dimension.id in settings.extra_dimensions


def reflect_dimension(
    portfolio: Portfolio,
    region: RegionProfile,
    dimension: Dimension,
    settings: Settings,
    selection: Selection | None = None,
) -> DimensionResult:
    """Return one dimension of the mirror; ``selection`` where it was made already.

    What is tested together with others is computed with these others: a state is the same wherever it stands.
    """
    together = [d for d in DIMENSIONS if d.headline and _wanted(d, settings)] if dimension.headline else [dimension]
    weighed = _all_weighed(portfolio, region, together, settings, selection or select(portfolio, settings))
    return next(result for result in _results(weighed, region, settings) if result.id == dimension.id)


def lacking_partners(
    portfolio: Portfolio, region: RegionProfile, settings: Settings
) -> list[tuple[tuple[str, ...], npt.NDArray[np.intp]]]:
    """Return whom to ask by the headline themes that they lack: ids of themes, and positions (n,)."""
    selection = select(portfolio, settings)
    together = [d for d in DIMENSIONS if d.headline and _wanted(d, settings)]
    found = _lacking(portfolio, selection, _all_weighed(portfolio, region, together, settings, selection))
    return [(themes, left) for themes, left, _ in found]


def _all_weighed(
    portfolio: Portfolio,
    region: RegionProfile,
    dimensions: Sequence[Dimension],
    settings: Settings,
    selection: Selection,
) -> dict[str, Weighed]:
    """Return what is known of each dimension, in their order; a second reading of one that is judged has no test."""
    weighed = {d.id: _weighed(portfolio, region, d, settings, selection) for d in dimensions}
    for reading, read in JUDGED_BY.items():
        if reading in weighed and read in weighed and weighed[read].can_be_judged:
            weighed[reading] = replace(weighed[reading], evidence=None)
    return weighed


def _results(weighed: Mapping[str, Weighed], region: RegionProfile, settings: Settings) -> list[DimensionResult]:
    """Return dimensions in their order: the headline themes that can be judged are one family, any other is its own."""
    family = [w for w in weighed.values() if w.dimension.headline and w.can_be_judged]
    judged = {j.weighed.dimension.id: j for j in judge(family)}
    judged |= {i: judge([w])[0] for i, w in weighed.items() if i not in judged}
    return [_result(judged[i], region, settings) for i in weighed]


def _lacking(
    portfolio: Portfolio, selection: Selection, weighed: Mapping[str, Weighed]
) -> list[tuple[tuple[str, ...], npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Group partners by the headline themes of which nothing is known of them; who lacks none is left out.

    Content partners, and those of which no kind is known: nothing is asked here of funders, suppliers and persons.

    Returns
    -------
    The ids of the themes, positions of whom to ask, and positions of who was asked them all already.
    """
    themes = [w for i, w in weighed.items() if w.dimension.headline and w.evidence is not None and i not in JUDGED_BY]
    asked = asked_of_content(portfolio, selection.rows)
    open_ = [asked & w.composed.member & ~w.composed.known for w in themes]
    codes = sum((missing.astype(np.intp) << i for i, missing in enumerate(open_)), np.zeros(len(selection), np.intp))
    names = [w.dimension.id for w in themes]
    asked_for = [_was_asked(portfolio, name, w.composed, selection.rows) for name, w in zip(names, themes, strict=True)]
    left = np.zeros(len(selection), dtype=bool)
    for missing, was in zip(open_, asked_for, strict=True):
        left |= missing & ~was
    return [
        (tuple(name for i, name in enumerate(names) if code >> i & 1),
         selection.rows[(codes == code) & left], selection.rows[(codes == code) & ~left])
        for code in np.unique(codes[codes > 0]).tolist()
    ]  # fmt: skip


def _was_asked(portfolio: Portfolio, theme: str, composed: Composed, rows: npt.NDArray[np.intp]) -> Bools:
    """Tell who was asked already, or gave an answer that is none; of a place that is the question where it works."""
    states = portfolio.states["work_area" if theme == "location" else composed.question].to_numpy(dtype=object)
    return np.isin(states[rows].astype(str), ASKED)


def _weighed(
    portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings, selection: Selection
) -> Weighed:
    composition = region.compositions.get(dimension.id)
    composed = _composed(portfolio, region, dimension, settings, selection)
    precision = composition.provenance.precision if composition else 0.0
    shares = region_shares(composition, group_ids(dimension, composition))
    return weigh(composed, shares, precision, dimension, settings)


def _composed(
    portfolio: Portfolio, region: RegionProfile, dimension: Dimension, settings: Settings, selection: Selection
) -> Composed:
    groups = group_ids(dimension, region.compositions.get(dimension.id))
    return compose(portfolio, region, dimension, groups, selection, settings)


def _result(judged: Judgement, region: RegionProfile, settings: Settings) -> DimensionResult:
    weighed, dimension, composed = judged.weighed, judged.weighed.dimension, judged.weighed.composed
    composition = region.compositions.get(dimension.id)
    known = composed.known
    is_read = weighed.evidence is None and weighed.compared and dimension.id in JUDGED_BY and len(weighed.share) > 1
    return DimensionResult(
        id=dimension.id,
        role=dimension.role.value,
        kind=dimension.kind.value,
        base=dimension.base,
        source=composition.provenance.table if composition else "",
        year=composition.provenance.year if composition else None,
        precision=composition.provenance.precision if composition else 0.0,
        approximate=composition.provenance.approximate if composition else False,
        retrieved=composition.provenance.retrieved if composition else None,
        headline=dimension.headline,
        subset=composed.subset,
        tested=judged.tested,
        n_known=int(known.sum()),
        n_unknown=int((composed.member & ~known).sum()),
        not_applicable=composed.not_applicable,
        outside=composed.outside,
        unknown=composed.unknown,
        unknown_share=weighed.unknown_share,
        total=float(composed.weights[known].sum()),
        effective_n=weighed.effective_n,
        region_total=composition.total if composition else None,
        basis=composed.basis,
        answers=composed.answers,
        grades=composed.grades,
        reading_of=JUDGED_BY[dimension.id] if is_read else "",
        concentration=weighed.concentration,
        tests=judged.verdict.tests if judged.verdict else 0,
        alpha=settings.alpha,
        min_known=settings.min_known,
        max_unknown=settings.max_unknown,
        groups=tuple(_groups(dimension, composition, judged)),
    )


def group_ids(dimension: Dimension, composition: Composition | None) -> list[str]:
    """Places come from the region; classes of urbanity that the region does not have are left out."""
    if composition is None:
        return [category.id for category in dimension.categories]
    if dimension.id in ("location", "urbanity"):
        return [group for group, count in composition.counts.items() if count > 0]
    return list(composition.counts)


def region_shares(composition: Composition | None, groups: list[str]) -> Floats | None:
    """Return the region's shares of ``groups``, fractions of 1; None without a figure."""
    shares = composition.shares if composition else {}
    return np.array([shares[group] for group in groups]) if shares else None


def _groups(dimension: Dimension, composition: Composition | None, judged: Judgement) -> Iterable[Group]:
    labels = {category.id: category.label for category in dimension.categories}
    if composition:
        labels = {**labels, **composition.labels}
    q, works = judged.weighed.q, judged.weighed.composed.works_here
    for position, group_id in enumerate(group_ids(dimension, composition)):
        yield Group(
            id=group_id,
            label=labels.get(group_id, group_id),
            region_share=None if q is None else float(q[position]),
            works_here=works[position] if works else 0,
            **judged.group(position),
        )


def _digest(portfolio: Portfolio, region: RegionProfile, settings: Settings) -> str:
    parts = (SCHEMA, portfolio.digest, region.digest, region.name, settings.model_dump_json())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
