"""Which groups of inhabitants partners reach: counted, never compared."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from regional.cbs.figures import Composition, RegionProfile
from regional.dimensions import REACH_GROUPS
from regional.mirror.result import ReachResult
from regional.mirror.selection import Bools, select
from regional.mirror.settings import Settings
from regional.partners.portfolio import Portfolio


def reach_of(portfolio: Portfolio, region: RegionProfile, settings: Settings) -> tuple[tuple[ReachResult, ...], int]:
    """Return for each group of inhabitants how many partners reach it, and of how many partners that is known.

    Always by number: 30 partners for the young are not 30 times the money.
    """
    selection = select(portfolio, settings.model_copy(update={"weight": "count"}))
    columns, rows = portfolio.columns, selection.rows
    main_groups, also_groups = columns.coded("mainly_for"), columns.coded("also_reaches")
    known = int(sum(_any(main_groups, rows) | _any(also_groups, rows)))
    results = []
    for dimension_id, category in REACH_GROUPS:
        if dimension_id == "origin" and "origin" not in settings.extra_dimensions:
            continue
        is_main = columns.holding("mainly_for", category.id)[rows]
        main, also = int(is_main.sum()), int((columns.holding("also_reaches", category.id)[rows] & ~is_main).sum())
        composition = region.compositions.get(dimension_id)
        inhabitants = _inhabitants(composition, category.id)
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


def _inhabitants(composition: Composition | None, group: str) -> float | None:
    """Return how many people a group has, rounded to what is known of it; None without a figure.

    A number made of a whole percentage is not known to the last person.
    """
    count = composition.counts.get(group) if composition else None
    if composition is None or count is None:
        return None
    margin = composition.provenance.precision * composition.total
    step = 10.0 ** np.floor(np.log10(margin)) if margin >= 1 else 1.0
    return float(round(count / step) * step)


def _any(coded: tuple[npt.NDArray[np.intp], list[tuple[str, ...]]], rows: npt.NDArray[np.intp]) -> Bools:
    codes, values = coded
    return np.array([bool(value) for value in values], dtype=bool)[codes[rows]]
