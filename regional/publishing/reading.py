"""City and countryside, read from what is shown of place: sums of rows that are shown, and so nothing new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from regional.mirror.result import DimensionResult
from regional.publishing.safe import OTHER, TOGETHER, SafeGroup, SafeTheme, rounded


def read_from(place: SafeTheme, result: DimensionResult, class_of: Mapping[str, str]) -> SafeTheme:
    """Return ``result`` (urbanity) as it follows from ``place``, with the date of its figures.

    A class is shown where every row of place is wholly in it or wholly outside it; the other classes are added
    together, as what is left. Nothing is shown where no class is, or where no total of place is.
    """
    nothing = SafeTheme(id=result.id, kind=result.kind, partner_given=False, n_known=None, source=result.source,
                        year=result.year, groups=())  # fmt: skip
    if place.n_known is None or not place.groups:
        return nothing
    counts: dict[str, int] = defaultdict(int)
    mixed: set[str] = set()
    for row in place.groups:
        classes = {class_of.get(i, "") for i in row.members or (row.id,)}
        if len(classes) > 1 or "" in classes:
            mixed |= classes
        else:
            counts[min(classes)] += row.count or 0
    shown = [group for group in result.groups if group.id not in mixed]
    if "" in mixed or not shown:
        return nothing
    n = place.n_known
    groups = [
        SafeGroup(
            id=g.id,
            label=g.label,
            region_share=g.region_share,
            shown="shown",
            count=counts[g.id],
            share=rounded(counts[g.id] / n),
        )
        for g in shown
    ]
    rest = [group for group in result.groups if group.id in mixed]
    if rest:
        left = n - sum(counts[group.id] for group in shown)
        share = sum(group.region_share or 0.0 for group in rest)
        members = tuple(group.id for group in rest)
        groups.append(SafeGroup(id=TOGETHER, label=OTHER, region_share=share, shown="shown", count=left,
                                share=rounded(left / n), members=members))  # fmt: skip
    return nothing.model_copy(update={"groups": tuple(groups), "n_known": n, "as_of": place.as_of})
