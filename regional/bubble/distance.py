"""How near: the partners' distance to the museum beside that of the region's inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from regional.dimensions import dimension
from regional.mirror.membership import Composed, municipality_of, one_hot
from regional.mirror.result import DimensionResult, Group
from regional.mirror.selection import Bools, Floats, select
from regional.mirror.testing import judge, weigh
from regional.partners.portfolio import PlaceStatus

if TYPE_CHECKING:
    import numpy.typing as npt

    from regional.cbs.figures import Figures, RegionProfile
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

BANDS = (("home", 0.0), ("to_10", 10.0), ("to_25", 25.0), ("to_50", 50.0), ("beyond_50", np.inf))
"""Category of the dimension "distance" and how many km it goes to."""


@dataclass(frozen=True)
class Near:
    """Distances in km between centre points of municipalities; 0 within the museum's own.

    ``result`` compares partners inside the region with its inhabitants, by distance band. ``partners_median`` is
    over all partners in the country whose place is known (``located`` of them; NaN where none), ``people_median``
    the distance within which half of the region's inhabitants live.
    """

    home: str
    result: DimensionResult
    partners_median: float
    people_median: float
    located: int


def near(portfolio: Portfolio, figures: Figures, region: RegionProfile, home: str, settings: Settings) -> Near:
    """Lay how far partners sit from the museum beside how far the region's inhabitants live.

    Parameters
    ----------
    home : GM code of the museum's municipality, also one outside the region.
    settings : which partners; always counted by number.

    Raises
    ------
    KeyError
        Where the figures do not hold ``home``.
    """
    settings = settings.model_copy(update={"weight": "count"})
    frame = portfolio.frame.iloc[select(portfolio, settings).rows]
    away = distances(figures, home)
    codes = municipality_of(frame)
    known = np.array([code in away for code in codes], dtype=bool)
    inside = np.array([code in region.location_of for code in codes], dtype=bool)
    abroad = ~known & (frame["place_status"] == PlaceStatus.ABROAD.value).to_numpy(dtype=bool)
    partners = np.array([away[code] for code in codes[known]], dtype=float)
    people, spots = _people(figures, region, away)
    return Near(
        home=home,
        result=_result(_Seats(codes, known, inside, abroad), away, people, spots, figures, settings),
        partners_median=float(np.median(partners)) if partners.size else float("nan"),
        people_median=weighted_median(spots, people),
        located=int(known.sum()),
    )


def distances(figures: Figures, home: str) -> dict[str, float]:
    """Return municipality code -> km from ``home``, between centre points in EPSG:28992."""
    places = figures.municipalities
    x, y = (places[axis].to_numpy(dtype=float) for axis in ("x", "y"))
    here = places.index.get_loc(home)
    km = np.hypot(x - x[here], y - y[here]) / 1000.0
    return dict(zip(places.index.astype(str), km.tolist(), strict=True))


def band_of(km: float) -> str:
    """Return the id of the distance band that ``km`` falls in."""
    return next(name for name, limit in BANDS if km <= limit)


def weighted_median(values: Floats, weights: Floats) -> float:
    """Return the value within which half of the weight lies; NaN without weight."""
    if weights.sum() <= 0:
        return float("nan")
    order = np.argsort(values)
    return float(values[order][np.searchsorted(np.cumsum(weights[order]), weights.sum() / 2.0)])


def _people(figures: Figures, region: RegionProfile, away: dict[str, float]) -> tuple[Floats, Floats]:
    counts = figures.municipalities["inhabitants"]
    people = np.array([float(counts[code]) for code in region.codes])
    return people, np.array([away[code] for code in region.codes])


@dataclass(frozen=True)
class _Seats:
    """Where the partners sit: municipality codes (n,) and masks of them."""

    codes: npt.NDArray[np.object_]
    known: Bools
    inside: Bools
    abroad: Bools

    @property
    def unknown(self) -> Bools:
        """Whose place is not known."""
        return ~self.known & ~self.abroad


def _result(
    seats: _Seats, away: dict[str, float], people: Floats, spots: Floats, figures: Figures, settings: Settings
) -> DimensionResult:
    entry = dimension("distance")
    labels = {category.id: category.label for category in entry.categories}
    per_band = {name: float(people[[band_of(km) == name for km in spots]].sum()) for name, _ in BANDS}
    ids = [name for name, _ in BANDS if per_band[name] > 0]
    q = np.array([per_band[name] for name in ids]) / people.sum()
    inside = zip(seats.codes, seats.inside, strict=True)
    bands = np.array([band_of(away[code]) if here else None for code, here in inside], dtype=object)
    members = seats.inside | seats.unknown
    composed = Composed(one_hot(bands, ids), np.ones(len(bands)), members)
    weighed = weigh(composed, q, 0.0, entry, settings)
    [judged] = judge([weighed])
    unknown = int(seats.unknown.sum())
    source = figures.provenance["location"]
    return DimensionResult(
        id=entry.id, role=entry.role.value, kind=entry.kind.value, base=entry.base, source=source.table,
        year=source.year, precision=0.0, tested=judged.tested, n_known=int(seats.inside.sum()), n_unknown=unknown,
        outside={"elsewhere": int((seats.known & ~seats.inside).sum()), "abroad": int(seats.abroad.sum())},
        unknown={"not_asked": unknown} if unknown else {}, unknown_share=weighed.unknown_share,
        total=float(seats.inside.sum()), effective_n=weighed.effective_n, region_total=float(people.sum()),
        alpha=settings.alpha, min_known=settings.min_known, max_unknown=settings.max_unknown,
        groups=tuple(
            Group(id=name, label=labels[name], region_share=share, **judged.group(k))
            for k, (name, share) in enumerate(zip(ids, q.tolist(), strict=True))
        ),
    )  # fmt: skip
