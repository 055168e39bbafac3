"""One region out of all municipalities: sums of counts, never averages of percentages."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from regional.cbs.figures import Composition, Figures, RegionProfile

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Numbers = np.ndarray[Any, np.dtype[np.float64]]

MOST_PLACES = 15
"""Above this many municipalities small neighbours go together; a large part of the country is told by province."""
MANY_PROVINCES = 6
MOST_NAMES = 5
CLASSES = ("1", "2", "3", "4", "5")


def profile(figures: Figures, codes: Sequence[str], name: str) -> RegionProfile:
    """Return the profile of the municipalities ``codes`` (GM codes), called ``name``.

    A municipality for which anything of a dimension is not published is left out of that dimension
    whole and listed as missing: null is not zero. A dimension without any count is left out.

    Raises
    ------
    ValueError
        No code, or a code that the figures do not hold.
    """
    layout = _layout(figures)
    chosen = sorted(set(codes))
    unknown = [code for code in chosen if code not in layout.row_of]
    if not chosen or unknown:
        raise ValueError(f"a region needs municipalities of these figures; not found: {unknown}")
    rows = [layout.row_of[code] for code in chosen]
    location_of = _locations(rows, layout)
    compositions = [_places(rows, location_of, layout, figures)]
    compositions += [_summed(figures, dimension, chosen, rows, layout) for dimension in layout.counts]
    return RegionProfile(
        codes=tuple(chosen),
        name=name,
        inhabitants=int(layout.inhabitants[rows].sum()),
        compositions={c.dimension: c for c in compositions if c.total > 0},
        location_of=location_of,
        urbanity_of=layout.urbanity_of,
        digest=hashlib.sha256(f"{figures.digest}|{','.join(chosen)}".encode()).hexdigest(),
    )


def country(figures: Figures) -> RegionProfile:
    """Return the profile of the whole country, to show beside a region."""
    return profile(figures, [str(code) for code in figures.municipalities.index], "Nederland")


@dataclass(frozen=True)
class _Layout:
    """The figures as plain arrays, a row a municipality: indexing those takes microseconds."""

    codes: list[str]
    row_of: Mapping[str, int]
    names: Mapping[str, str]
    inhabitants: Numbers
    at: Numbers
    province: list[str]
    urbanity_of: Mapping[str, str]
    counts: Mapping[str, tuple[tuple[str, ...], Numbers]]
    margins: Mapping[str, Numbers]


_LAYOUTS: dict[str, _Layout] = {}


def _layout(figures: Figures) -> _Layout:
    """Return the layout of these figures, made once (equal digests mean equal figures)."""
    layout = _LAYOUTS.get(figures.digest)
    if layout is None:
        if len(_LAYOUTS) >= 8:
            _LAYOUTS.clear()
        layout = _LAYOUTS[figures.digest] = _laid_out(figures)
    return layout


def _laid_out(figures: Figures) -> _Layout:
    import numpy as np

    frame = figures.municipalities
    codes = [str(code) for code in frame.index]
    classes = frame["urbanity"].dropna().astype(int).astype("str")
    return _Layout(
        codes=codes,
        row_of={code: row for row, code in enumerate(codes)},
        names=_texts(frame["name"]) | _texts(figures.areas["name"]),
        inhabitants=frame["inhabitants"].to_numpy(float),
        at=frame[["x", "y"]].to_numpy(float),
        province=_or_itself(frame["province"], codes),
        urbanity_of=_texts(classes),
        counts={"urbanity": _urbanity(frame)} | {d: _array(t.reindex(frame.index)) for d, t in figures.counts.items()},
        margins={d: np.asarray(off.reindex(frame.index), dtype=float) for d, off in figures.margins.items()},
    )


def _texts(series: pd.Series[Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in series.items()}


def _or_itself(areas: pd.Series[Any], codes: list[str]) -> list[str]:
    """Return the area of each municipality; one whose area is not known stands by itself."""
    return [area if isinstance(area, str) else code for area, code in zip(areas, codes, strict=True)]


def _array(table: pd.DataFrame) -> tuple[tuple[str, ...], Numbers]:
    return tuple(str(column) for column in table.columns), table.to_numpy(float)


def _urbanity(frame: pd.DataFrame) -> tuple[tuple[str, ...], Numbers]:
    """Return the inhabitants of each municipality in the column of its class; NaN where that is not known."""
    import numpy as np

    of = frame["urbanity"].astype("Float64").to_numpy(float, na_value=np.nan)[:, None]
    inhabitants = frame["inhabitants"].to_numpy(float)[:, None]
    counts = np.where(of == np.arange(1, 6), inhabitants, 0.0)
    return CLASSES, np.where(np.isnan(of), np.nan, counts)


def _locations(rows: list[int], layout: _Layout) -> dict[str, str]:
    """Return the place that each chosen municipality counts as: itself, an area of neighbours, or its province."""
    if len(rows) <= MOST_PLACES:
        return {layout.codes[row]: layout.codes[row] for row in rows}
    if len({layout.province[row] for row in rows}) >= MANY_PROVINCES:
        return {layout.codes[row]: layout.province[row] for row in rows}
    areas = _neighbours(rows, layout)
    return {layout.codes[row]: _area_id(area, layout) for area in areas for row in area}


def _neighbours(rows: list[int], layout: _Layout) -> list[list[int]]:
    """Put the smallest area with the nearest one until there are few enough; the largest of each first."""
    import numpy as np

    areas = [[row] for row in rows]
    while len(areas) > MOST_PLACES:
        people = np.array([layout.inhabitants[area].sum() for area in areas])
        middles = np.array([np.average(layout.at[area], axis=0, weights=layout.inhabitants[area]) for area in areas])
        smallest = int(people.argmin())
        away = np.hypot(*(middles - middles[smallest]).T)
        away[smallest] = np.inf
        areas[int(away.argmin())] += areas[smallest]
        del areas[smallest]
    return [sorted(area, key=lambda row: -layout.inhabitants[row]) for area in areas]


def _area_id(area: list[int], layout: _Layout) -> str:
    """Return the code of a municipality, or of the largest of several with a plus behind it."""
    return layout.codes[area[0]] + ("+" if len(area) > 1 else "")


def _places(rows: list[int], location_of: Mapping[str, str], layout: _Layout, figures: Figures) -> Composition:
    """Return inhabitants by place, the largest first; areas are named by their municipalities."""
    sums: dict[str, float] = {}
    members: dict[str, list[int]] = {}
    for row in sorted(rows, key=lambda row: -layout.inhabitants[row]):
        place = location_of[layout.codes[row]]
        sums[place] = sums.get(place, 0.0) + float(layout.inhabitants[row])
        members.setdefault(place, []).append(row)
    counts = dict(sorted(sums.items(), key=lambda item: -item[1]))
    labels = {
        place: layout.names.get(place) or _area_name([layout.names[layout.codes[row]] for row in members[place]])
        for place in counts
    }
    return Composition("location", counts, figures.provenance["location"], labels=labels)


def _area_name(names: list[str]) -> str:
    """Return the municipalities of an area, the largest first; more than five are counted."""
    return ", ".join(
        names if len(names) <= MOST_NAMES else [*names[: MOST_NAMES - 1], f"+ {len(names) - MOST_NAMES + 1}"]
    )


def _summed(figures: Figures, dimension: str, chosen: list[str], rows: list[int], layout: _Layout) -> Composition:
    """Return the sums, known to the sum of what each municipality's counts may be off."""
    import numpy as np

    categories, table = layout.counts[dimension]
    part = table[rows]
    published = np.logical_not(np.isnan(part).any(axis=1))
    sums = part[published].sum(axis=0)
    off = np.nansum(layout.margins[dimension][rows][published]) if dimension in layout.margins else 0.0
    source = replace(figures.provenance[dimension], precision=float(off / sums.sum()) if sums.sum() > 0 else 0.0)
    missing = tuple(code for code, is_there in zip(chosen, published.tolist(), strict=True) if not is_there)
    return Composition(dimension, dict(zip(categories, sums.tolist(), strict=True)), source, missing)
