"""From partner files and a region to the plain arrays of a :class:`~regional.search.model.SearchProblem`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from regional.dimensions import DIMENSIONS, Dimension, Role, dimension
from regional.mirror.membership import Composed, compose, municipality_of
from regional.mirror.selection import Bools, Floats, Selection, money_flows, select
from regional.mirror.settings import Settings
from regional.partners.arrays import Columns
from regional.search.model import Bounds, Limit, Part, SearchError, SearchProblem, SearchSettings
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import RegionProfile
    from regional.partners.portfolio import Portfolio

NOBODY = N_("There are no possible partners to choose from.")
NO_MONEY = N_("No amount is known, so we cannot search by money.")
NO_DIMENSION = N_("There is nothing to search on: of no dimension both the region and a possible partner are known.")
NO_NAME = N_("“{name}” is not among the possible partners.")


def build(
    portfolio: Portfolio,
    candidates: Portfolio | None,
    region: RegionProfile,
    settings: SearchSettings,
    mirror_settings: Settings | None = None,
) -> SearchProblem:
    """Return the arrays of a search.

    Parameters
    ----------
    portfolio : the museum's partners; the active ones are the mirror.
    candidates : the rows that are not ended of another file, or None for the possible partners of ``portfolio``.
    region : the chosen municipalities, summed.
    settings : what to search for; its ``weight`` goes before that of ``mirror_settings``.
    mirror_settings : the selection of the mirror.

    Raises
    ------
    SearchError
        Where there are no candidates, nothing carries weight, no dimension can be used, or a wanted name is not there.
    """
    chosen = (mirror_settings or Settings()).model_copy(update={"weight": settings.weight})
    pool = _as_active(candidates or portfolio, ("active", "possible") if candidates else ("possible",))
    ours, theirs = select(portfolio, chosen), _by_name(pool, select(pool, chosen.model_copy(update=_ALL)))
    if not len(theirs):
        raise SearchError(Message.of(NOBODY))
    if float(ours.weights.sum()) + theirs.weights.sum() <= 0:
        raise SearchError(Message.of(NO_MONEY))
    wanted = settings.reach_groups
    parts = _parts(portfolio, pool, region, ours, theirs, settings, chosen)
    if not parts and not wanted:
        raise SearchError(Message.of(NO_DIMENSION))
    names, reach = pool.frame["name"].astype(str).to_numpy()[theirs.rows], _reached(theirs, pool, wanted)
    counts = _counts(parts, reach) | np.isin(names, settings.must_have)
    frame = pool.frame.iloc[theirs.rows[counts]]
    return SearchProblem(
        names=tuple(names[counts]),
        w=theirs.weights[counts],
        parts=tuple(replace(part, x=part.x[counts], m=part.m[counts], unknown=part.unknown[counts]) for part in parts),
        reach_groups=wanted,
        reach0=_reached(ours, portfolio, wanted).sum(axis=0),
        reach=reach[counts],
        set_apart=tuple(names[~counts]),
        amounts=frame["amount"].to_numpy(dtype=float, na_value=np.nan),
        limits=tuple(limits(frame, settings)),
        settings=settings,
    )


ADDRESS = ("location", "urbanity")
"""Two readings of one fact: where a partner sits."""
_ALL = {"without_main_funder": False}
"""No candidate is dropped for being the largest."""


def _as_active(pool: Portfolio, statuses: Sequence[str]) -> Portfolio:
    """Return the same file with the wanted rows as active, and no other."""
    frame = pool.frame.copy()
    frame["status"] = np.where(frame["status"].isin(list(statuses)), "active", "ended")
    return replace(pool, frame=frame)


def _by_name(pool: Portfolio, selection: Selection) -> Selection:
    names = pool.frame["name"].astype(str).to_numpy()[selection.rows]
    order = np.lexsort((selection.rows, names))
    return Selection(selection.rows[order], selection.weights[order], selection.amount)


def _wanted(settings: SearchSettings, region: RegionProfile, mirror: Settings) -> dict[str, float]:
    """Weights by dimension id; by default every mirror dimension that is on and has a figure, equally."""
    if settings.dimensions is not None:
        return {name: w for name, w in settings.dimensions.items() if w > 0}
    return {
        d.id: 1.0 for d in DIMENSIONS if d.role is Role.MIRROR and (d.default_on or d.id in mirror.extra_dimensions)
    }


def _parts(
    portfolio: Portfolio,
    pool: Portfolio,
    region: RegionProfile,
    ours: Selection,
    theirs: Selection,
    settings: SearchSettings,
    mirror: Settings,
) -> tuple[Part, ...]:
    found = []
    for name, weight in _wanted(settings, region, mirror).items():
        composition = region.compositions.get(name)
        shares = composition.shares if composition else {}
        groups = [g for g, share in shares.items() if share > 0 or name not in ADDRESS]
        if len(groups) < 2:
            continue
        sides = [
            _side(compose(p, region, dimension(name), groups, s, mirror), p, s, dimension(name), mirror)
            for p, s in ((portfolio, ours), (pool, theirs))
        ]
        part = _part(name, weight, groups, np.array([shares[g] for g in groups]), *sides)
        if part.m0 + part.m.sum() > 0:
            found.append(part)
    return _weighed(found)


def _weighed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with their share of the whole: what is known of them now counts, one address once.

    Where nothing is known of any (a museum without partners), by what was wished alone.
    """
    same_address = sum(part.id in ADDRESS for part in parts)
    once = [part.weight / (same_address if part.id in ADDRESS else 1) for part in parts]
    worth = [weight * part.m0 for weight, part in zip(once, parts, strict=True)]
    worth = worth if sum(worth) > 0 else once
    return tuple(replace(p, weight=w / sum(worth)) for p, w in zip(parts, worth, strict=True) if w > 0)


def _counts(parts: Sequence[Part], reach: Floats) -> Bools:
    """Tell of which candidates something is known that counts here; the others would change nothing. Shape (n,)."""
    told = [part.m > 0 for part in parts]
    return np.asarray(np.any([*told, *(reach > 0).T], axis=0))


Side = tuple[Floats, Floats, Floats]


def _side(composed: Composed, pool: Portfolio, selection: Selection, wanted: Dimension, mirror: Settings) -> Side:
    """Return weight per group (n, K), known weight (n,) and unknown weight (n,), over the whole selection."""
    from regional.mirror.membership import subset_kind
    from regional.mirror.selection import has_kind

    kind = subset_kind(wanted, mirror)
    rows = has_kind(pool.frame.iloc[selection.rows], kind) if kind else np.ones(len(selection), dtype=bool)
    known = composed.member & ~np.isnan(composed.y).any(axis=1)
    x, m, unknown = np.zeros((len(rows), composed.y.shape[1])), np.zeros(len(rows)), np.zeros(len(rows))
    x[rows] = np.where(known[:, None], np.nan_to_num(composed.y) * composed.weights[:, None], 0.0)
    m[rows] = np.where(known, composed.weights, 0.0)
    unknown[rows] = np.where(composed.member & ~known, composed.weights, 0.0)
    return x, m, unknown


def _part(name: str, weight: float, groups: Sequence[str], q: Floats, ours: Side, theirs: Side) -> Part:
    q = q / q.sum()
    x0, m0 = ours[0].sum(axis=0), float(ours[1].sum())
    return Part(name, weight, tuple(groups), q, x0, m0, *theirs, n0=int((ours[1] > 0).sum()))


def _reached(selection: Selection, pool: Portfolio, groups: Sequence[str]) -> Floats:
    """Tell whom each partner reaches, mainly or also; shape (n, G)."""
    frame = pool.frame.iloc[selection.rows]
    both = zip(frame["mainly_for"], frame["also_reaches"], strict=True)
    return np.array([[float(g in m or g in o) for g in groups] for m, o in both]).reshape(len(frame), len(groups))


def limits(frame: pd.DataFrame, settings: SearchSettings) -> Iterable[Limit]:
    """Yield the constraints over the candidates in ``frame``; SearchError where a wanted name is not there."""
    yield Limit("k", "", np.ones(len(frame)), settings.k, settings.k, cost=1.001)
    names = frame["name"].astype(str).to_numpy()
    for name in settings.must_have:
        if name not in names:
            raise SearchError(Message.of(NO_NAME, name=name))
        yield Limit("must_have", name, (names == name).astype(float), low=1.0)
    for name in settings.must_not:
        yield Limit("must_not", name, (names == name).astype(float), high=0.0)
    kinds, places, sectors = frame["kinds"].tolist(), municipality_of(frame), frame["sector"].astype(object).to_numpy()
    yield from _bounded("kind", settings.kinds, lambda key: [key in kind for kind in kinds])
    yield from _bounded("municipality", settings.municipalities, lambda key: [place == key for place in places])
    yield from _bounded("sector", settings.sectors, lambda key: [isinstance(s, str) and s == key for s in sectors])
    if settings.budget is not None:
        amounts = np.nan_to_num(frame["amount"].to_numpy(dtype=float, na_value=np.nan))
        cost = np.where(money_flows(Columns(frame)) == "in", 0.0, amounts)
        average = float(cost[cost > 0].mean()) if (cost > 0).any() else 1.0
        yield Limit("budget", "", cost, high=settings.budget, cost=1.0 / average)


def _bounded(kind: str, bounds: Bounds, holds: Callable[[str], list[bool]]) -> Iterable[Limit]:
    for key, (low, high) in bounds.items():
        a = np.array(holds(key), dtype=float)
        yield Limit(kind, key, a, -np.inf if low is None else low, np.inf if high is None else high)  # type: ignore[arg-type]
