"""One region out of all municipalities: sums of counts, never averages of percentages."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regional.cbs.figures import Composition, Figures, RegionProfile

if TYPE_CHECKING:
    import pandas as pd

MOST_PLACES = 15
"""Above this many municipalities places are shown by COROP region, above this many of those by province."""


def profile(figures: Figures, codes: Sequence[str], name: str) -> RegionProfile:
    """Return the profile of the municipalities ``codes`` (GM codes), called ``name``.

    Raises
    ------
    ValueError
        No code, or a code that the figures do not hold.
    """
    chosen = sorted(set(codes))
    unknown = [code for code in chosen if code not in figures.municipalities.index]
    if not chosen or unknown:
        raise ValueError(f"a region needs municipalities of these figures; not found: {unknown}")
    rows = figures.municipalities.loc[chosen]
    location_of, labels = _locations(rows, figures)
    compositions = {"location": _by(rows, location_of, labels, "location", figures)}
    compositions["urbanity"] = _urbanity(rows, figures)
    compositions |= {name_: _summed(figures, name_, chosen) for name_ in figures.counts}
    return RegionProfile(
        codes=tuple(chosen),
        name=name,
        inhabitants=int(rows["inhabitants"].sum()),
        compositions={key: value for key, value in compositions.items() if value.total > 0},
        location_of=location_of,
        urbanity_of=figures.municipalities["urbanity"].astype(str).to_dict(),
        digest=hashlib.sha256(f"{figures.digest}|{','.join(chosen)}".encode()).hexdigest(),
    )


def country(figures: Figures) -> RegionProfile:
    """Return the profile of the whole country."""
    return profile(figures, list(figures.municipalities.index), "Nederland")


def _locations(rows: pd.DataFrame, figures: Figures) -> tuple[dict[str, str], Mapping[str, str]]:
    """Return the place that each municipality counts as, and the places' names."""
    if len(rows) <= MOST_PLACES:
        return {code: code for code in rows.index}, rows["name"].to_dict()
    level = "corop" if rows["corop"].nunique() <= MOST_PLACES else "province"
    return rows[level].to_dict(), figures.areas["name"].to_dict()


def _by(
    rows: pd.DataFrame, group_of: Mapping[str, str], labels: Mapping[str, str], dimension: str, figures: Figures
) -> Composition:
    sums = rows["inhabitants"].groupby(rows.index.map(group_of)).sum().sort_values(ascending=False)
    counts = {str(group): float(count) for group, count in sums.items()}
    return Composition(dimension, counts, figures.provenance[dimension], labels={g: labels[g] for g in counts})


def _urbanity(rows: pd.DataFrame, figures: Figures) -> Composition:
    sums = rows["inhabitants"].groupby(rows["urbanity"].astype(str)).sum()
    counts = {group: float(sums.get(group, 0.0)) for group in "12345"}
    return Composition("urbanity", counts, figures.provenance["urbanity"])


def _summed(figures: Figures, dimension: str, codes: Sequence[str]) -> Composition:
    """A municipality for which anything is not published is left out whole and listed: null is not zero."""
    table = figures.counts[dimension].reindex(codes)
    published = table.notna().all(axis=1)
    counts = {str(group): float(count) for group, count in table[published].sum().items()}
    missing = tuple(str(code) for code in table.index[~published])
    return Composition(dimension, counts, figures.provenance[dimension], missing)
