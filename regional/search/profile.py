"""The search profile: from what the mirror shows and the museum wants to whom to look for, before any name is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from regional.dimensions import REACH_GROUPS
from regional.dimensions.frozen import FrozenModel
from regional.mirror.question import unknown_partners
from regional.mirror.result import Status
from regional.search.sufficiency import LESS, to_in_line, to_parity

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group, Mirror, ReachResult

MOST_LINES = 6
"""Profiles told at most; what the museum chose itself is always told."""
LONG = 6
FEW = 1
"""A group that at most this many partners reach is missed."""
BROAD = ("women", "men", "middle_40", "highest_20", "without_children")
"""Groups that offers made for everybody reach too: named only where the museum chooses them."""
PLACES = ("location", "urbanity")


class Gap(FrozenModel):
    """What the mirror says of one group, and how many more partners it takes (None: no number will do).

    ``clear_at``: the count that would be clear among ``n``, of a group that is not (None: no count would be).
    """

    status: Status
    region_share: float
    partner_share: float
    n: int
    fractions: bool
    to_in_line: int | None
    to_parity: int | None
    clear_at: float | None = None


class Reached(FrozenModel):
    """How many partners reach one group, of how many we know whom they reach."""

    inhabitants: float | None
    partners: int
    known: int


class Wanted(FrozenModel):
    """One profile: an organisation that is in, or works for, one group.

    ``sure``: the gap is clear. ``chosen`` by the museum;
    ``mentioned`` in its own words. ``near`` is the municipality where partners are least present, "" where
    the region has none of which that may be said. ``kind`` is the kind of partner looked for, "" any.
    """

    dimension: str
    group: str
    label: str
    kind: Literal["", "content", "supplier", "funder"] = ""
    sure: bool = False
    chosen: bool = False
    mentioned: bool = False
    near: str = ""
    gap: Gap | None = None
    reached: Reached | None = None

    @property
    def id(self) -> str:
        """``dimension:group``, as in the museum's priorities."""
        return f"{self.dimension}:{self.group}"


class Ask(FrozenModel):
    """A question to ask first: a dimension, or "reach"; of how many partners the answer is known and not."""

    dimension: str
    known: int
    unknown: int


class SearchProfile(FrozenModel):
    """A short ranked list of wanted profiles, and what to ask first because too little is known."""

    region: str
    partners: int
    needs: str = ""
    wanted: tuple[Wanted, ...] = ()
    ask_first: tuple[Ask, ...] = ()
    left_out: int = 0


def search_profile(mirror: Mirror, priorities: Iterable[str] = (), needs: str = "") -> SearchProfile:
    """Return whom to look for.

    Parameters
    ----------
    mirror : by number of partners; a mirror by money gives no numbers of partners.
    priorities : groups that the museum chose, as ``dimension:group`` ("age:15-25", ":disability"); those of a
        context dimension (sector) count only when chosen. Ids that the mirror does not hold are passed over.
    needs : what is going on in the region, in the museum's own words. A group or place named in it goes forward.
    """
    chosen, sure = frozenset(priorities), _sure(mirror)
    near = _near(mirror)
    found = [_wanted(mirror, pair, chosen, sure, needs, near) for pair in _pairs(mirror)]
    ranked = sorted((w for w in found if w and _is_said(w)), key=_order)
    kept = [w for at, w in enumerate(ranked) if at < MOST_LINES or w.chosen]
    return SearchProfile(
        region=mirror.region.name,
        partners=mirror.partners.n,
        needs=needs.strip(),
        wanted=tuple(kept),
        ask_first=_ask_first(mirror),
        left_out=len(ranked) - len(kept),
    )


def choosable(mirror: Mirror) -> tuple[tuple[str, str, str], ...]:
    """Return the groups that may be a priority: (``dimension:group``, dimension id, label)."""
    return tuple((f"{dimension}:{group}", dimension, label) for dimension, group, label in _pairs(mirror))


def _pairs(mirror: Mirror) -> list[tuple[str, str, str]]:
    """Return (dimension, group, label) of every group that a partner can be looked for in, once each."""
    compared = [
        (result.id, group.id, group.label)
        for result in mirror.dimensions
        if (result.role == "mirror" or result.id == "sector") and len(result.groups) > 1
        for group in result.groups
    ]
    reach = [(found.dimension, found.id, found.label) for found in mirror.reach]
    return list({pair[:2]: pair for pair in (*compared, *reach)}.values())


def _wanted(
    mirror: Mirror,
    pair: tuple[str, str, str],
    chosen: frozenset[str],
    sure: set[tuple[str, str]],
    needs: str,
    near: str,
) -> Wanted | None:
    dimension, group, label = pair
    result, reach = _result(mirror, dimension), _reach(mirror, dimension, group)
    is_chosen = f"{dimension}:{group}" in chosen
    if result and result.role == "context" and result.id == "sector" and not is_chosen:
        return None
    return Wanted(
        dimension=dimension,
        group=group,
        label=label,
        kind=_kind(dimension, result, mirror),
        sure=(dimension, group) in sure,
        chosen=is_chosen,
        mentioned=_mentions(needs, dimension, group, label),
        near="" if dimension in PLACES or dimension == "sector" else near,
        gap=_gap(mirror, result, group),
        reached=_reached(mirror, reach),
    )


def _kind(
    dimension: str, result: DimensionResult | None, mirror: Mirror
) -> Literal["", "content", "supplier", "funder"]:
    """Whom we look for: the kind the mirror shows; else a content partner where it is about people."""
    if mirror.settings.kind != "all":
        return mirror.settings.kind
    if result and result.subset == "supplier":
        return "supplier"
    return "" if dimension in (*PLACES, "sector") else "content"


def _result(mirror: Mirror, dimension: str) -> DimensionResult | None:
    return next((result for result in mirror.dimensions if result.id == dimension), None)


def _reach(mirror: Mirror, dimension: str, group: str) -> ReachResult | None:
    return next((found for found in mirror.reach if found.dimension == dimension and found.id == group), None)


def _gap(mirror: Mirror, result: DimensionResult | None, group_id: str) -> Gap | None:
    """Return the gap of a group of which the mirror says something; None where it says too little."""
    group = next((g for g in result.groups if g.id == group_id), None) if result else None
    if result is None or group is None or group.region_share is None or group.partner_share is None:
        return None
    if group.status in (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE):
        return None
    return Gap(
        status=group.status,
        region_share=group.region_share,
        partner_share=group.partner_share,
        n=group.n,
        fractions=result.kind == "fractions",
        to_in_line=to_in_line(result, group_id, mirror.settings),
        to_parity=to_parity(result, group) if mirror.settings.weight == "count" else None,
        clear_at=group.clear_at,
    )


def _reached(mirror: Mirror, reach: ReachResult | None) -> Reached | None:
    """Return the reach of a group; None while so few partners said whom they reach that nothing can be missed.

    A dimension in which no partner named any group was not answered, so that nobody is missed in it.
    """
    if reach is None or mirror.reach_known < mirror.settings.min_known:
        return None
    named = sum(other.main + other.also for other in mirror.reach if other.dimension == reach.dimension)
    if not named:
        return None
    return Reached(inhabitants=reach.inhabitants, partners=reach.main + reach.also, known=mirror.reach_known)


def _is_said(wanted: Wanted) -> bool:
    """Tell whether there is a reason to look: a gap, a group that few reach, or the museum's own wish."""
    if wanted.chosen:
        return True
    less = wanted.gap is not None and wanted.gap.status in LESS
    return less or wanted.mentioned or (_is_missed(wanted) and wanted.group not in BROAD)


def _is_missed(wanted: Wanted) -> bool:
    return wanted.reached is not None and wanted.reached.partners <= FEW


def _order(wanted: Wanted) -> tuple[bool, int, float, float, str]:
    """What the museum chose first, then what is surest; the largest gap, and the most inhabitants, first."""
    gap, reached = wanted.gap, wanted.reached
    less = gap is not None and gap.status in LESS
    partners = reached.partners if reached is not None else FEW + 1
    rank = 0 if wanted.sure else 1 if wanted.mentioned else 2 if less else 3 + min(partners, FEW + 1)
    size = gap.partner_share - gap.region_share if gap is not None and less else 0.0
    people = (reached.inhabitants or 0.0) if reached is not None else 0.0
    return not wanted.chosen, rank, size, -people, wanted.id


def _sure(mirror: Mirror) -> set[tuple[str, str]]:
    """Return the clear gaps."""
    return {(r.id, g.id) for r in mirror.dimensions for g in r.groups if g.status is Status.CLEARLY_LESS}


def _near(mirror: Mirror) -> str:
    """Return the municipality where partners are least present beside its inhabitants, if that may be said."""
    result = _result(mirror, "location")
    less: list[Group] = [g for g in result.groups if g.status in LESS] if result else []
    return min(less, key=lambda g: g.gap or 0.0).label if less else ""


def _ask_first(mirror: Mirror) -> tuple[Ask, ...]:
    """Return the questions of which so little is known that nothing can be said, the best known first."""
    asks = [
        Ask(dimension=result.id, known=result.n_known, unknown=result.n_unknown)
        for result in mirror.dimensions
        if result.headline and len(result.groups) > 1 and result.n_unknown and _is_silent(mirror, result)
    ]
    unknown = unknown_partners(mirror)
    if mirror.reach_known < mirror.settings.min_known and unknown:
        asks.append(Ask(dimension="reach", known=mirror.reach_known, unknown=unknown))
    return tuple(sorted(asks, key=lambda ask: -ask.known))


def _is_silent(mirror: Mirror, result: DimensionResult) -> bool:
    rules = mirror.settings
    return result.n_known < rules.min_known or result.unknown_share > rules.max_unknown


def _mentions(needs: str, dimension: str, group: str, label: str) -> bool:
    """Tell whether the museum's own words name a place, or a group by its Dutch aliases.

    A longer alias may begin a word: "laaggeletterd" is found in "laaggeletterdheid".
    """
    if dimension == "location":
        return _found(needs, (label,), may_go_on=False)
    aliases = next((c.aliases for d, c in REACH_GROUPS if d == dimension and c.id == group and group not in BROAD), ())
    return _found(needs, aliases, may_go_on=True)


def _found(text: str, names: Sequence[str], *, may_go_on: bool) -> bool:
    ends = ["" if may_go_on and len(name) >= LONG else r"(?!\w)" for name in names]
    return any(
        re.search(rf"(?<!\w){re.escape(n)}{end}", text, re.IGNORECASE) for n, end in zip(names, ends, strict=True)
    )
