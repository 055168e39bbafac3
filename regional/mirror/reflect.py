"""Partners and region in, one :class:`Mirror` out: the only place where the two sides meet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np

from regional.cbs.figures import Composition, RegionProfile
from regional.dimensions import DIMENSIONS, REACH_GROUPS, Dimension
from regional.mirror.membership import compose, municipality_of, subset_kind
from regional.mirror.result import (
    SCHEMA,
    DimensionResult,
    Group,
    Mirror,
    MoneyGroup,
    PartnersSummary,
    ReachResult,
    RegionSummary,
)
from regional.mirror.selection import Bools, Floats, Selection, select
from regional.mirror.settings import Settings
from regional.mirror.testing import Judgement, judge
from regional.partners.columns import plain
from regional.partners.portfolio import PlaceStatus, Portfolio


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
    dimensions = tuple(
        reflect_dimension(portfolio, region, dimension, settings, selection)
        for dimension in DIMENSIONS
        if _wanted(dimension, settings)
    )
    reach, reach_known = _reach(portfolio, region, settings)
    return Mirror(
        settings=settings,
        region=RegionSummary(codes=region.codes, name=region.name, inhabitants=region.inhabitants),
        partners=_partners(portfolio, region, selection),
        dimensions=dimensions,
        reach=reach,
        reach_known=reach_known,
        money=_money(portfolio, region, selection) if settings.weight != "count" else (),
        digest=_digest(portfolio, region, settings),
    )


def _wanted(dimension: Dimension, settings: Settings) -> bool:
    return dimension.default_on or dimension.id in settings.extra_dimensions


def reflect_dimension(
    portfolio: Portfolio,
    region: RegionProfile,
    dimension: Dimension,
    settings: Settings,
    selection: Selection | None = None,
) -> DimensionResult:
    """Return one dimension of the mirror; ``selection`` where it was made already."""
    selection = selection or select(portfolio, settings)
    composition = region.compositions.get(dimension.id)
    groups = group_ids(dimension, composition)
    composed = compose(portfolio, region, dimension, groups, selection, settings)
    q = region_shares(composition, groups)
    judged = judge(composed, q, composition.provenance.precision if composition else 0.0, dimension, settings)
    known = composed.known
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
        subset=subset_kind(dimension, settings),
        tested=judged.tested,
        n_known=int(known.sum()),
        n_unknown=int((composed.member & ~known).sum()),
        not_applicable=composed.not_applicable,
        outside=composed.outside,
        unknown=composed.unknown,
        unknown_share=judged.unknown_share,
        total=float(composed.weights[known].sum()),
        effective_n=judged.effective_n,
        region_total=composition.total if composition else None,
        groups=tuple(_groups(dimension, composition, groups, q, judged)),
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


def _groups(
    dimension: Dimension, composition: Composition | None, ids: list[str], q: Floats | None, judged: Judgement
) -> Iterable[Group]:
    labels = {category.id: category.label for category in dimension.categories}
    if composition:
        labels = {**labels, **composition.labels}
    for position, group_id in enumerate(ids):
        yield Group(
            id=group_id,
            label=labels.get(group_id, group_id),
            region_share=None if q is None else float(q[position]),
            **judged.group(position),
        )


def _reach(portfolio: Portfolio, region: RegionProfile, settings: Settings) -> tuple[tuple[ReachResult, ...], int]:
    """Count partners per group, always by number: 30 partners for the young are not 30 times the money."""
    selection = select(portfolio, settings.model_copy(update={"weight": "count"}))
    frame = portfolio.frame.iloc[selection.rows]
    mains, others = frame["mainly_for"].tolist(), frame["also_reaches"].tolist()
    known = sum(bool(main or other) for main, other in zip(mains, others, strict=True))
    results = []
    for dimension_id, category in REACH_GROUPS:
        if dimension_id == "origin" and "origin" not in settings.extra_dimensions:
            continue
        main = sum(category.id in groups for groups in mains)
        also = sum(category.id in o and category.id not in m for m, o in zip(mains, others, strict=True))
        composition = region.compositions.get(dimension_id)
        inhabitants = composition.counts.get(category.id) if composition else None
        results.append(
            ReachResult(
                id=category.id,
                dimension=dimension_id,
                label=category.label,
                inhabitants=inhabitants,
                main=main,
                also=also,
                per_partner=inhabitants / (main + also) if inhabitants is not None and main + also else None,
            )
        )
    return tuple(results), known


def _partners(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> PartnersSummary:
    where = _where(portfolio, region, selection)
    return PartnersSummary(
        n=len(selection),
        in_region=int(where["region"].sum()),
        elsewhere=int(where["elsewhere"].sum()),
        abroad=int(where["abroad"].sum()),
        unknown_place=int(where["unknown"].sum()),
        amount=selection.amount,
        name=portfolio.name,
        fictitious=portfolio.fictitious,
    )


def _money(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> tuple[MoneyGroup, ...]:
    groups = []
    for group_id, here in _where(portfolio, region, selection).items():
        amounts = np.sort(selection.weights[here & (selection.weights > 0)])[::-1]
        largest, second = [*amounts[:2].tolist(), 0.0, 0.0][:2]
        groups.append(
            MoneyGroup(
                id=group_id, contributors=amounts.size, amount=float(amounts.sum()), largest=largest, second=second
            )
        )
    return tuple(groups)


def _where(portfolio: Portfolio, region: RegionProfile, selection: Selection) -> dict[str, Bools]:
    """Tell per place which of the selected partners are there; each is in one; shape (n,)."""
    frame = portfolio.frame.iloc[selection.rows]
    codes = municipality_of(frame)
    known = np.array([code is not None for code in codes], dtype=bool)
    inside = np.array([code in region.location_of for code in codes], dtype=bool)
    abroad = ~known & (frame["place_status"] == PlaceStatus.ABROAD.value).to_numpy(dtype=bool)
    added = abroad & np.array([plain(str(place)) in region.abroad_of for place in frame["place"]], dtype=bool)
    return {
        "region": inside | added,
        "elsewhere": known & ~inside,
        "abroad": abroad & ~added,
        "unknown": ~known & ~abroad & ~added,
    }


def _digest(portfolio: Portfolio, region: RegionProfile, settings: Settings) -> str:
    parts = (SCHEMA, portfolio.digest, region.digest, region.name, settings.model_dump_json())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
