"""How alike: does chance alone make partners resemble each other this much?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from regional.mirror.membership import municipality_of
from regional.mirror.selection import select

if TYPE_CHECKING:
    from regional.cbs.figures import Figures, RegionProfile
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

TRAITS = ("place", "sector", "size", "main_group")
DRAWS = 2_000
LARGEST = 300
"""Partners compared pair by pair; of more a seeded selection is taken, which is told."""
FEWEST = 10
"""Known partners below which nothing is said, as for the states."""
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Same:
    """How often two partners picked blindly have the same trait, a fraction of 1.

    ``chance`` and ``band`` (95 %) are the same for partners drawn blindly from the region; None where the region
    has no figure for it, or fewer than ten are known.
    """

    trait: str
    n: int
    share: float | None
    chance: float | None = None
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Alike:
    """Each trait by itself; and pairs alike in all traits that are known of both (at least three).

    ``twins`` is the part of such pairs; ``mixed`` and ``mixed_band`` what it is when each trait is dealt out anew
    among the same partners: then only chance makes whole profiles coincide.
    """

    traits: tuple[Same, ...]
    pairs: int
    twins: float | None
    mixed: float | None
    mixed_band: tuple[float, float] | None
    compared: int
    of: int


def same_share(codes: npt.ArrayLike) -> float:
    r"""Return the chance that two different partners, picked blindly, have the same label.

    .. math:: \frac{\sum_g x_g (x_g - 1)}{n (n - 1)}

    Parameters
    ----------
    codes : (n,) integers, one label each; negative: not known, left out.

    Returns
    -------
    float, a fraction of 1; NaN below two partners.

    References
    ----------
    Simpson, E. H. (1949), Nature 163, 688 (the unbiased form).
    """
    known = np.asarray(codes)
    counts = np.unique(known[known >= 0], return_counts=True)[1].astype(float)
    n = counts.sum()
    return float((counts * (counts - 1)).sum() / (n * (n - 1))) if n > 1 else float("nan")


def drawn_same(n: int, q: npt.ArrayLike, draws: int = DRAWS, seed: int = 20_260_101) -> tuple[float, float, float]:
    """Return expectation (sum of q squared) and 95 % range of :func:`same_share` for n drawn from q (K,)."""
    share = np.asarray(q, dtype=float)
    share = share / share.sum()
    x = np.random.default_rng(seed).multinomial(n, share, size=draws).astype(float)
    values = (x * (x - 1)).sum(axis=1) / (n * (n - 1))
    low, high = np.quantile(values, [0.025, 0.975])
    return float((share**2).sum()), float(low), float(high)


def alike(portfolio: Portfolio, figures: Figures, region: RegionProfile, settings: Settings) -> Alike:
    """Return how alike the active partners are in place, sector, size and main group.

    Place and sector have a regional figure: inhabitants by municipality (partners inside the region) and
    establishments by sector. Size and main group have none.
    """
    columns = _columns(portfolio, region, settings)
    people = figures.municipalities["inhabitants"]
    sectors = region.compositions.get("sector")
    q = {
        "place": [float(people[code]) for code in region.codes],
        "sector": list(sectors.counts.values()) if sectors else [],
    }
    traits = tuple(_same(trait, columns[trait], q.get(trait, []), settings) for trait in TRAITS)
    return _twins(np.column_stack(list(columns.values())), traits, settings.seed)


def _same(trait: str, codes: Codes, q: list[float], settings: Settings) -> Same:
    n = int((codes >= 0).sum())
    if n < max(FEWEST, settings.min_known):
        return Same(trait, n, None)
    if sum(value > 0 for value in q) < 2:
        return Same(trait, n, same_share(codes))
    chance, low, high = drawn_same(n, q, seed=settings.seed)
    return Same(trait, n, same_share(codes), chance, (low, high))


def _columns(portfolio: Portfolio, region: RegionProfile, settings: Settings) -> dict[str, Codes]:
    import pandas as pd

    frame = portfolio.frame.iloc[select(portfolio, settings.model_copy(update={"weight": "count"})).rows]
    places = [code if code in region.location_of else None for code in municipality_of(frame)]
    mains = [groups[0] if groups else None for groups in frame["mainly_for"]]
    raw = {"place": places, "sector": frame["sector"].tolist(), "size": frame["size"].tolist(), "main_group": mains}
    return {trait: pd.Categorical(raw[trait]).codes.astype(np.int64) for trait in TRAITS}


def _twins(table: Codes, traits: tuple[Same, ...], seed: int) -> Alike:
    """Compare whole profiles; the deal keeps each trait's values and who did not give it."""
    rng = np.random.default_rng(seed)
    full = table[(table >= 0).sum(axis=1) >= 3]
    chosen = full[rng.permutation(len(full))[:LARGEST]]
    pairs, seen = _pairs_alike(chosen)
    if pairs == 0 or len(chosen) < FEWEST:
        return Alike(traits, pairs, None, None, None, len(chosen), len(full))
    dealt = np.array([_pairs_alike(_dealt(chosen, rng))[1] for _ in range(DRAWS // 4)])
    low, high = np.quantile(dealt, [0.025, 0.975])
    return Alike(traits, pairs, seen, float(dealt.mean()), (float(low), float(high)), len(chosen), len(full))


def _pairs_alike(table: Codes) -> tuple[int, float]:
    """Return the pairs with three traits known of both, and the part of them that agree in all of those."""
    n = len(table)
    both, agree = np.zeros((n, n), dtype=np.int8), np.zeros((n, n), dtype=np.int8)
    for column in table.T:
        known = column >= 0
        pair = known[:, None] & known
        both += pair
        agree += pair & (column[:, None] == column)
    upper = np.triu(both >= 3, 1)
    pairs = int(upper.sum())
    return pairs, float((upper & (agree == both)).sum() / pairs) if pairs else float("nan")


def _dealt(table: Codes, rng: np.random.Generator) -> Codes:
    """Return the table with each column's known values dealt out anew over those who have one."""
    dealt = table.copy()
    for column in dealt.T:
        known = np.flatnonzero(column >= 0)
        column[known] = column[rng.permutation(known)]
    return dealt


def is_more(same: Same) -> bool:
    """Tell whether partners are more alike than chance alone would make them."""
    return same.share is not None and same.band is not None and same.share > same.band[1]
