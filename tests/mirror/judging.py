"""One theme judged by itself, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.dimensions import dimension
from regional.mirror.membership import Composed
from regional.mirror.settings import Settings
from regional.mirror.testing import judge, weigh

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Said:
    """What is said of each group; arrays (K,), ``band`` and ``bounds`` (K, 2); NaN where nothing is said."""

    share: Floats
    count: Floats
    n: npt.NDArray[np.int_]
    gap: Floats
    ratio: Floats
    band: Floats
    bounds: Floats
    p: Floats
    p_adjusted: Floats
    status: npt.NDArray[np.object_]
    tested: bool
    effective_n: float


def judged(y: Floats, weights: Floats, q: Floats, settings: Settings, precision: float = 0.0) -> Said:
    """Return what the mirror says of one theme of single labels or parts."""
    weighed = weigh(Composed(y, weights, np.ones(len(y), dtype=bool)), q, precision, dimension("location"), settings)
    [found] = judge([weighed])
    groups = [found.group(k) for k in range(q.size)]

    def column(name: str) -> Floats:
        return np.array([np.nan if group.get(name) is None else group[name] for group in groups], dtype=float)

    def pairs(name: str) -> Floats:
        return np.array([group.get(name) or (np.nan, np.nan) for group in groups], dtype=float)

    return Said(
        column("partner_share"), column("count"), column("n").astype(int), column("gap"), column("ratio"),
        pairs("band"), pairs("bounds"), column("p"), column("p_adjusted"),
        np.array([group["status"] for group in groups], dtype=object), found.tested, weighed.effective_n,
    )  # fmt: skip
