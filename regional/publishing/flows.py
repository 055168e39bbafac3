"""Money held beside what left before: when a flow is shown anew, repeated, rounded or left out.

Whoever knows who came and went subtracts one sum from the next. So:

- A sum is renewed to the thousand when 5 contributors or more came besides those that were there, and what they bring
  hides the largest of them (the p%-rule on the difference, whoever they are). Else the earlier figures stand within the
  year, also where they are the same: who left would know that its successor brings as much; in a next year the sum
  alone, rounded so far that what one contributor adds to it is not known.
- Places are not divided anew beside an earlier division, of this region or another: a place where nothing changed
  would tell the sum, and with it what changed elsewhere.
- Who gives is a funder, and who gets a supplier: no flow tells of more of these than the kinds of partners do. A share
  of the region stands only beside a number of partners there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from regional.mirror.result import Mirror, MoneyGroup
from regional.publishing.history import History
from regional.publishing.money import TO, P, SafeFlow, SafePlace, grain, rounded, safe_flow, together
from regional.publishing.safe import LEAST, Safe
from regional.publishing.schema import Money, Publication, PublishedPlace

KIND_OF = {"in": "funder", "out": "supplier"}


def held_flow(mirror: Mirror, made: dt.date, safe: Safe, history: History) -> SafeFlow | None:
    """Return the flow of a mirror by money as it may stand beside ``safe`` and what left before; None for no amount."""
    flow = safe_flow(mirror)
    if flow is None or flow.contributors is None or flow.total is None:
        return flow
    told = [(p, old) for p in history.newest_first for old in p.money
            if old.id == flow.id and old.n_known is not None and old.total is not None]  # fmt: skip
    for publication, old in told:
        if _is_near(old, flow) and publication.made.year == made.year:
            places = _places(old.places) if history.is_here(publication) else ()
            return SafeFlow(id=flow.id, contributors=old.n_known, total=old.total, places=places,
                            as_of=history.as_of(old, publication))  # fmt: skip
    if _tells_of_kinds(flow, safe, history):
        return SafeFlow(id=flow.id)
    if not _tells_a_total(safe) or any(_is_divided_otherwise(p, old, flow, history) for p, old in told):
        flow = flow.model_copy(update={"places": ()})
    whole = together([group for group in mirror.money if group.contributors])
    if all(_is_guarded(old, flow, whole) for _, old in told):
        return flow
    return _coarse(flow, whole, [old.total or 0 for _, old in told])


def _coarse(flow: SafeFlow, whole: MoneyGroup, before: Sequence[int]) -> SafeFlow:
    """Return the sum alone, by a grain that hides one contributor of now or before; as it was rounded before."""
    for total in before:
        if total % grain(total) == 0 and abs(whole.amount - total) <= grain(total) / 2:
            return flow.model_copy(update={"total": total, "places": ()})
    total = rounded(whole.amount, grain(max(whole.amount, *before)))
    return flow.model_copy(update={"total": total, "places": ()}) if total else SafeFlow(id=flow.id)


def _is_divided_otherwise(publication: Publication, old: Money, flow: SafeFlow, history: History) -> bool:
    return bool(old.places) and not (history.is_here(publication) and _places(old.places) == flow.places)


def _is_near(old: Money, flow: SafeFlow) -> bool:
    return abs((old.n_known or 0) - (flow.contributors or 0)) < LEAST


def _is_guarded(old: Money, flow: SafeFlow, whole: MoneyGroup) -> bool:
    """Tell whether what came since is known of nobody: also its largest, and if that is the largest of all."""
    total = old.total or 0
    margin = grain(total) / 2 if total % grain(total) == 0 else TO / 2
    gained = whole.amount - total - margin
    came = (flow.contributors or 0) - (old.n_known or 0)
    return came >= LEAST and gained - whole.largest - whole.second >= P * whole.largest


def _tells_of_kinds(flow: SafeFlow, safe: Safe, history: History) -> bool:
    """Tell whether there are more contributors than the number of partners of that kind says, beside earlier ones."""
    theme = next((theme for theme in safe.themes if theme.id == "kind"), None)
    if theme is None or not history.earlier:
        return False
    shown = next((group.count for group in theme.groups if group.id == KIND_OF[flow.id]), None)
    return shown is None or (flow.contributors or 0) > shown


def _tells_a_total(safe: Safe) -> bool:
    """Tell whether it is said how many partners the region has, as it is now."""
    places = next((theme for theme in safe.themes if theme.id == "location"), None)
    return places is None or (places.n_known is not None and places.as_of is None)


def _places(places: Sequence[PublishedPlace]) -> tuple[SafePlace, ...]:
    return tuple(SafePlace(id=place.id, share=place.share) for place in places)
